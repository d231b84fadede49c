"""The page of a term: what each author means by it, what it follows from, and what rests on it."""

from hornbook.addresses import TERMS, term_address
from hornbook.logic import Literal
from hornbook.model import Change, Evidence, Implication, Sense, Term, TermKind
from hornbook.pages.context import Context
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.marks import chip
from hornbook.pages.page import Page
from hornbook.pages.proofs import implication_html, sets_html
from hornbook.pages.search_words import BOOST, names_html
from hornbook.pages.structured_data import defined_term
from hornbook.pages.term_connections import sense_matches, term_connections, term_examples
from hornbook.reasoning.outcomes import Failing, direct_sets_of, if_it_fails, sufficient_sets
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.sentences import capital, joined


def term_page(context: Context, term: Term) -> GeneratedPage:
    """The page at `/terms/ID/`."""
    page = Page(context, term_address(term.id))
    blocks: Blocks = [names_html(term), _lead(term), *_senses(page, term)]
    for setting in page.reasoning.settings.values():
        if setting.scope.view is None and term.id in setting.theory.atoms:
            blocks += _in_framework(page, term, setting)
    blocks += term_examples(page, term)
    blocks += term_connections(page, term)
    blocks += _history(page, term)
    blocks += _cite(page, term)
    return GeneratedPage(
        address=page.at,
        title=term.label,
        description=term.short,
        edit=term.place.path,
        blocks=tuple(blocks),
        json_ld=defined_term(page.knowledge, term),
        search_boost=BOOST,
    )


def _lead(term: Term) -> Html:
    facts = [chip(term.kind)]
    aliases = {alias.text.replace("-", " ").casefold(): alias.text for alias in reversed(term.aliases)}
    aliases.pop(term.label.casefold(), None)
    if aliases:
        facts.append(tag("span", f"also: {', '.join(reversed(aliases.values()))}", class_="kb-aliases"))
    short = tag("p", term.short, class_="kb-short")
    return tag("div", short, tag("p", *facts, class_="kb-facts"), _values(term.holds, term.fails), class_="kb-lead")


def _values(holds: str | None, fails: str | None) -> Html:
    """The sentences for both values of a term, or of one author's sense of it."""
    if not holds or not fails:
        return EMPTY
    return tag(
        "dl",
        tag("dt", "It holds when"),
        tag("dd", f"{holds}."),
        tag("dt", "It fails when"),
        tag("dd", f"{fails}."),
        class_="kb-values",
    )


def _senses(page: Page, term: Term) -> Blocks:
    if not term.senses and term.note is None:
        return []
    section = page.section(linked=[term.id])
    senses = [_sense(section.in_words_of(sense.framework), term, sense) for sense in term.senses]
    title = "What it means" if len(term.senses) < 2 else f"{len(term.senses)} senses"
    return [Heading(2, title, "senses"), *senses, section.note(term.note)]


def _sense(page: Page, term: Term, sense: Sense) -> Html:
    head = [
        tag("span", page.cite(sense.source), class_="kb-framework")
        if sense.framework is None
        else page.to(sense.framework, class_="kb-framework")
    ]
    if sense.of:
        head.append(tag("span", f"said of {sense.of}", class_="kb-of"))
    if sense.called != term.id:
        head.append(tag("span", "this author calls it ", page.name(sense.called), class_="kb-of"))
    if sense.evidence is Evidence.INFERRED:
        head.append(chip("inferred", "inferred"))
    if sense.framework is not None:
        head.append(tag("span", page.cite(sense.source), class_="kb-source"))
    note = page.note(sense.note)
    quote = tag("blockquote", tag("p", sense.quote), class_="kb-quote") if sense.quote else EMPTY
    return tag(
        "section",
        tag("p", join(*head, by=" "), class_="kb-sense-head"),
        page.prose(sense.text),
        _values(sense.holds, sense.fails),
        quote,
        sense_matches(page, sense),
        note,
        class_="kb-sense",
        id=f"sense-{sense.id}",
    )


def _in_framework(page: Page, term: Term, setting: Setting) -> Blocks:
    """What the implications of one framework say of the term."""
    framework = setting.framework
    uses = [one for one in setting.implications if term.id in one.atoms]
    blocks: Blocks = [Heading(2, f"In {framework.label}", f"in-{framework.id}")]
    drawing = page.drawings.neighbourhood(framework, term.id, page.at)
    if drawing is not None:
        caption = f"{term.label} and its neighbours in {framework.label}. {LEGEND}"
        blocks.append(figure_html(page, drawing, setting.names, uses, caption))
    section = page.section(framework.id, linked=[term.id])
    giving = [one for one in uses if one.conclusion == Literal(term.id)]
    refuting = [one for one in uses if one.conclusion == Literal(term.id, holds=False)]
    helping = [one for one in uses if one not in giving and one not in refuting]
    gives = "What comes of it" if term.kind is TermKind.FAILURE else "Helps give"
    blocks += _implications(section, setting, giving, "Follows from", f"follows-from-{framework.id}")
    blocks += _implications(section, setting, refuting, "Ruled out by", f"ruled-out-by-{framework.id}")
    blocks += _implications(section, setting, helping, gives, f"helps-give-{framework.id}")
    blocks += _enough(page, setting, Literal(term.id))
    blocks += _failing(page, setting, term)
    return blocks


def _enough(page: Page, setting: Setting, goal: Literal) -> Blocks:
    """Sets of what nothing gives, and those that give it in one step, where they say something else."""
    minimal = sufficient_sets(page.reasoning, setting, goal)
    if minimal.sets == (frozenset(),):
        return []
    blocks: Blocks = []
    if minimal.sets or not minimal.complete:
        lead = "Each of these sets is enough, and none of its members can be left out:"
        blocks += [*([tag("p", lead)] if minimal.sets else []), sets_html(page, setting, minimal)]
    direct = direct_sets_of(page.reasoning, setting, goal)
    if direct.sets:
        blocks += [tag("p", "Directly, by one implication:"), sets_html(page, setting, direct)]
    return [Heading(3, "Enough for it", f"enough-{setting.framework.id}"), *blocks] if blocks else []


def _implications(page: Page, setting: Setting, found: list[Implication], title: str, anchor: str) -> Blocks:
    items = [implication_html(page, setting.names, one) for one in found]
    return [Heading(3, title, anchor), listing(items, "kb-implications")] if items else []


def _failing(page: Page, setting: Setting, term: Term) -> Blocks:
    failing: Failing = if_it_fails(page.reasoning, setting, term.id)
    items = [_then(page, setting, (literal,)) for literal in failing.consequences.literals]
    items += [_then(page, setting, tuple(sorted(some))) for some in failing.consequences.alternatives]
    for condition, more in failing.conditional:
        assumed = page.sentence(("assuming that ", *setting.names.phrase(condition)))
        for literals in [*((literal,) for literal in more.literals), *(tuple(sorted(x)) for x in more.alternatives)]:
            items.append(join(_then(page, setting, literals, end=""), ", ", assumed, "."))
    if not items and failing.complete:
        nothing = f"Nothing else is known to fail in {setting.framework.label}: no implication gives it up."
        items = [join(nothing)]
    anchor = f"if-it-fails-{setting.framework.id}"
    return [
        Heading(3, "If it fails", anchor),
        tag("p", "What fails, or must, once this does; each is the contrapositive of an implication:"),
        *([listing(items)] if items else []),
        *([] if failing.complete else [tag("p", "More may follow; it is not settled within the limit of steps.")]),
    ]


def _then(page: Page, setting: Setting, literals: tuple[Literal, ...], end: str = ".") -> Html:
    phrases = [setting.names.phrase(literal) for literal in literals]
    if len(phrases) == 1:
        return join(page.sentence(capital(phrases[0])), end)
    lead = "At least one of these: "
    return join(lead, page.sentence(joined(phrases, "or")), end)


def _history(page: Page, term: Term) -> Blocks:
    """What changed about the term; a history that says nothing of it says so."""
    changes = [change for change in page.knowledge.changes if term.id in change.ids]
    listed = listing([_change(page, change) for change in changes])
    return [Heading(2, "What changed", "history"), listed or tag("p", "Nothing is recorded for this term.")]


def _change(page: Page, change: Change) -> Html:
    return join(tag("time", change.date, datetime=change.date), page.section().prose(change.text))


def _cite(page: Page, term: Term) -> Blocks:
    glossary = page.knowledge.glossary
    address = f"{glossary.site_url}{TERMS}{term.id}/"
    latest = page.knowledge.changes[0].date if page.knowledge.changes else None
    when = f" Version of {latest}." if latest else ""
    words = f"“{term.label}.” {glossary.title}.{when} {address}"
    licence = f"The text may be reused under {glossary.licence}; the senses are their authors’."
    return [
        Heading(2, "Cite this page", "cite"),
        tag("p", words, class_="kb-citation"),
        tag("p", licence),
    ]
