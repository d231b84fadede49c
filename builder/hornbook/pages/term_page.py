"""The page of a term: what each author means by it, what it follows from, and what rests on it."""

from hornbook.addresses import TERMS, framework_address, relative, term_address
from hornbook.logic import Literal
from hornbook.model import Change, Evidence, Framework, Implication, Sense, Term, TermKind
from hornbook.pages.context import Context
from hornbook.pages.document import Document, Heading
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.html import EMPTY, Html, join, listing, tag
from hornbook.pages.marks import chip
from hornbook.pages.proofs import citation_html, implication_html, sets_html
from hornbook.pages.prose_html import Section, prose_html
from hornbook.pages.search_words import BOOST, names_html
from hornbook.pages.sentence_html import sentence_html
from hornbook.pages.structured_data import defined_term
from hornbook.pages.term_connections import sense_matches, term_connections, term_examples, term_link
from hornbook.reasoning.outcomes import Failing, if_it_fails, sufficient_sets
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.sentences import capital, joined, phrase

Blocks = list[Heading | Html]


def term_page(context: Context, term: Term) -> Document:
    """The page at `/terms/ID/`."""
    at = term_address(term.id)
    blocks: Blocks = [names_html(term), _lead(term), *_senses(context, term, at)]
    for setting in context.reasoning.settings.values():
        if setting.scope.view is None and term.id in setting.theory.atoms:
            blocks += _in_framework(context, term, setting, at)
    blocks += term_examples(context, term, at)
    blocks += term_connections(context, term, at)
    blocks += _history(context, term, at)
    blocks += _cite(context, term)
    return Document(
        address=at,
        title=term.label,
        description=term.short,
        edit=f"glossary/terms/{term.id}.yaml",
        blocks=tuple(blocks),
        json_ld=defined_term(context.knowledge, term),
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


def _senses(context: Context, term: Term, at: str) -> Blocks:
    if not term.senses and term.note is None:
        return []
    section = Section(at, None, {term.id})
    senses = [_sense(context, term, sense, section) for sense in term.senses]
    note = prose_html(context.knowledge, context.finder, term.note, section)
    title = "What it means" if len(term.senses) < 2 else f"{len(term.senses)} senses"
    return [Heading(2, title, "senses"), *senses, tag("div", note, class_="kb-note") if note else EMPTY]


def _sense(context: Context, term: Term, sense: Sense, section: Section) -> Html:
    at = section.at
    section.framework = sense.framework
    head: list[Html] = []
    if sense.framework is not None:
        label = context.knowledge.frameworks[sense.framework].label
        head.append(tag("a", label, href=relative(at, framework_address(sense.framework)), class_="kb-framework"))
    cited = citation_html(context, sense.source, at)
    if sense.framework is None:
        head.append(tag("span", cited, class_="kb-framework"))
    if sense.of:
        head.append(tag("span", f"said of {sense.of}", class_="kb-of"))
    if sense.called != term.id:
        head.append(tag("span", "this author calls it ", term_link(context, sense.called, at), class_="kb-of"))
    if sense.evidence is Evidence.INFERRED:
        head.append(chip("inferred", "inferred"))
    if sense.framework is not None:
        head.append(tag("span", cited, class_="kb-source"))
    quote = tag("blockquote", tag("p", sense.quote), class_="kb-quote") if sense.quote else EMPTY
    note = prose_html(context.knowledge, context.finder, sense.note, section)
    return tag(
        "section",
        tag("p", *_spaced(head), class_="kb-sense-head"),
        prose_html(context.knowledge, context.finder, sense.text, section),
        _values(sense.holds, sense.fails),
        quote,
        sense_matches(context, sense, at),
        tag("div", note, class_="kb-note") if note else EMPTY,
        class_="kb-sense",
        id=f"sense-{sense.id}",
    )


def _in_framework(context: Context, term: Term, setting: Setting, at: str) -> Blocks:
    """What the implications of one framework say of the term."""
    framework = setting.framework
    uses = [one for one in setting.implications if term.id in one.atoms]
    blocks: Blocks = [Heading(2, f"In {framework.label}", f"in-{framework.id}")]
    drawing = context.drawings.neighbourhood(framework, term.id, at)
    if drawing is not None:
        caption = f"{term.label} and its neighbours in {framework.label}. {LEGEND}"
        blocks.append(figure_html(context, drawing, framework, uses, at=at, caption=caption))
    section = Section(at, framework.id, {term.id})
    giving = [one for one in uses if one.conclusion == Literal(term.id)]
    refuting = [one for one in uses if one.conclusion == Literal(term.id, holds=False)]
    helping = [one for one in uses if one not in giving and one not in refuting]
    gives = "What comes of it" if term.kind is TermKind.FAILURE else "Helps give"
    blocks += _implications(context, framework, giving, section, "Follows from", f"follows-from-{framework.id}")
    blocks += _implications(context, framework, refuting, section, "Ruled out by", f"ruled-out-by-{framework.id}")
    blocks += _implications(context, framework, helping, section, gives, f"helps-give-{framework.id}")
    sets = sufficient_sets(context.reasoning, setting, Literal(term.id))
    if sets.sets and sets.sets != (frozenset(),):
        blocks += [
            Heading(3, "Enough for it", f"enough-{framework.id}"),
            tag("p", "Each of these sets is enough, and none of its members can be left out:"),
            sets_html(context, setting, sets, at),
        ]
    blocks += _failing(context, setting, term, at)
    return blocks


def _implications(
    context: Context, framework: Framework, found: list[Implication], section: Section, title: str, anchor: str
) -> Blocks:
    items = [implication_html(context, framework, one, section) for one in found]
    return [Heading(3, title, anchor), listing(items, "kb-implications")] if items else []


def _failing(context: Context, setting: Setting, term: Term, at: str) -> Blocks:
    failing: Failing = if_it_fails(setting, term.id)
    items = [_then(context, setting, (literal,), at) for literal in failing.consequences.literals]
    items += [_then(context, setting, tuple(sorted(some)), at) for some in failing.consequences.alternatives]
    for condition, more in failing.conditional:
        assumed = sentence_html(("assuming that ", *phrase(context.knowledge, setting.framework, condition)), at)
        for literals in [*((literal,) for literal in more.literals), *(tuple(sorted(x)) for x in more.alternatives)]:
            items.append(join(_then(context, setting, literals, at, end=""), ", ", assumed, "."))
    if not items:
        nothing = f"Nothing else is known to fail in {setting.framework.label}: no implication gives it up."
        items = [join(nothing)]
    anchor = f"if-it-fails-{setting.framework.id}"
    return [
        Heading(3, "If it fails", anchor),
        tag("p", "What fails, or must, once this does; each is the contrapositive of an implication:"),
        listing(items),
    ]


def _then(context: Context, setting: Setting, literals: tuple[Literal, ...], at: str, end: str = ".") -> Html:
    phrases = [phrase(context.knowledge, setting.framework, literal) for literal in literals]
    if len(phrases) == 1:
        return join(sentence_html(capital(phrases[0]), at), end)
    lead = "At least one of these: "
    return join(lead, sentence_html(joined(phrases, "or"), at), end)


def _history(context: Context, term: Term, at: str) -> Blocks:
    """What changed about the term; a history that says nothing of it says so."""
    changes = [change for change in context.knowledge.changes if term.id in change.ids]
    listed = listing([_change(context, change, at) for change in changes])
    return [Heading(2, "What changed", "history"), listed or tag("p", "Nothing is recorded for this term.")]


def _change(context: Context, change: Change, at: str) -> Html:
    words = prose_html(context.knowledge, context.finder, change.text, Section(at))
    return join(tag("time", change.date, datetime=change.date), words)


def _cite(context: Context, term: Term) -> Blocks:
    glossary = context.knowledge.glossary
    address = f"{glossary.site_url}{TERMS}{term.id}/"
    latest = context.knowledge.changes[0].date if context.knowledge.changes else None
    when = f" Version of {latest}." if latest else ""
    words = f"“{term.label}.” {glossary.title}.{when} {address}"
    licence = f"The text may be reused under {glossary.licence}; the senses are their authors’."
    return [
        Heading(2, "Cite this page", "cite"),
        tag("p", words, class_="kb-citation"),
        tag("p", licence),
    ]


def _spaced(pieces: list[Html]) -> list[Html]:
    return [join(*pieces, by=" ")] if pieces else []
