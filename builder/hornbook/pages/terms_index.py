"""The A–Z of terms and their other names, which readers can narrow down."""

from hornbook.addresses import TERMS, TERMS_A_PAGE, part_page, parts_needed
from hornbook.kinds import TERM
from hornbook.language import SIGNS, later, say, say_many
from hornbook.model import Term
from hornbook.pages.context import Context
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, join, say_html, tag
from hornbook.pages.neighbours import in_order
from hornbook.pages.own_words import by_words, choices, kind_chip, named
from hornbook.pages.page import Page
from hornbook.pages.parts import parts_html
from hornbook.pages.structured_data import defined_term_set
from hornbook.pages.whose import whose

_NEAR = 4
"""Names that begin with the same few letters would stand beside each other; they share a line."""


def terms_index(context: Context) -> GeneratedPage:
    """The page at `/terms/`: every term and alias, by letter; of very many terms the first."""
    if parts_needed(len(context.knowledge.terms), TERMS_A_PAGE) > 1:
        return terms_part(context, 1)
    page = Page(context, TERMS)
    names = [line for term in page.knowledge.terms.values() for line in _lines_of(term)]
    order = page.knowledge.glossary.order
    names.sort(key=lambda line: (order.key(line[0][0]), line[1].id))
    letters = order.by_letter(names, lambda line: line[0][0])
    jump = [tag("a", letter, href=f"#{_anchor(letter)}") for letter, _ in letters]
    lead = say_many("{count} term.", "{count} terms.", len(page.knowledge.terms))
    if any(term.aliases for term in page.knowledge.terms.values()):
        others = say("Other names are in italics.")
        lead = f"{lead} {others}"
    blocks: Blocks = [
        tag("p", lead),
        _filter(page, [letter for letter, _ in letters]),
        tag("p", join(*jump, by=" "), class_="kb-letters"),
    ]
    for letter, found in letters:
        items = [_line(page, called, term, letter) for called, term in found]
        blocks += [Heading(2, letter, _anchor(letter)), tag("dl", *items, class_="kb-az")]
    blocks += by_words(page)
    return GeneratedPage(
        address=TERMS,
        title=say("Terms"),
        description=say(_DESCRIPTION),
        blocks=tuple(blocks),
        hide=("navigation", "toc"),
        json_ld=defined_term_set(context.knowledge),
    )


def terms_part(context: Context, number: int) -> GeneratedPage:
    """A page of the list where it takes several: each term with its other names."""
    page = Page(context, part_page(TERMS, number))
    terms = list(in_order(page.knowledge, TERM))
    pages = [terms[start : start + TERMS_A_PAGE] for start in range(0, len(terms), TERMS_A_PAGE)]
    titles = [f"{some[0].label} – {some[-1].label}" for some in pages]
    parts = parts_html(page, TERMS, titles, number)
    lead = say(
        "{terms}, on {pages}. Search finds each by any name.",
        terms=say_many("{count} term", "{count} terms", len(terms), count=f"{len(terms):,}"),
        pages=say_many("{count} page", "{count} pages", len(pages)),
    )
    blocks: Blocks = [tag("p", lead), parts]
    for letter, found in page.knowledge.glossary.order.by_letter(pages[number - 1], lambda term: term.label):
        items = [tag("div", _entry(page, [term.label, *_others(term)], term)) for term in found]
        blocks += [Heading(2, letter, _anchor(letter)), tag("dl", *items, class_="kb-az")]
    return GeneratedPage(
        address=page.at,
        title=say("Terms") if number == 1 else say("Terms, part {number}", number=number),
        description=say(_DESCRIPTION),
        blocks=(*blocks, parts, *(by_words(page) if number == 1 else ())),
        hide=("navigation", "toc"),
        json_ld=defined_term_set(page.knowledge) if number == 1 else None,
    )


_DESCRIPTION = later("Every term of the knowledge base, with its other names, from A to Z.")


def _others(term: Term) -> list[str]:
    """The other names of a term, each once."""
    return [name for names, _ in _lines_of(term) for name in names if name != term.label]


def _lines_of(term: Term) -> list[tuple[list[str], Term]]:
    """The lines that a term has in the list: its own with the names that begin like it; one for each other."""
    lines = {_beginning(term.label): [term.label]}
    known = {_plain(term.label)}
    for alias in term.aliases:
        if _plain(alias.text) not in known:
            known.add(_plain(alias.text))
            lines.setdefault(_beginning(alias.text), []).append(alias.text)
    return [(names, term) for names in lines.values()]


def _filter(page: Page, letters: list[str]) -> Html:
    """The choices of the list; without a script they are hidden, and the letters lead to their places."""
    terms = page.knowledge.terms.values()
    used = {sense.framework for term in terms for sense in term.senses}
    frameworks = [one for one in page.knowledge.frameworks.values() if one.id in used]
    offerable = (
        *choices(page.knowledge.glossary, [*terms]),
        ("framework", say("Framework"), [(one.id, one.label) for one in frameworks]),
        # Words: of the alphabet
        ("letter", say("Letter"), [(_anchor(letter), letter) for letter in letters]),
    )
    offered = {name for name, _, options in offerable if len(options) > (1 if name == "kind" else 0)}
    selects = [
        tag(
            "span",
            tag("label", title, for_=f"filter-{name}"),
            tag(
                "select",
                # Words: a list of terms is not narrowed down by this
                tag("option", say("all"), value=""),
                *(tag("option", words, value=value) for value, words in options),
                name=name,
                id=f"filter-{name}",
            ),
        )
        for name, title, options in offerable
        if name in offered
    ]
    return tag(
        "form",
        *selects,
        tag("output", say_many("{count} term", "{count} terms", len(terms))),
        method="dialog",
        class_="kb-filter",
        data_kb_filter="",
        data_kb_state=" ".join(name for name, _, _ in offerable if name in offered),
    )


def _line(page: Page, names: list[str], term: Term, letter: str) -> Html:
    """Names with their term; what the list can be narrowed down by stands beside them as data."""
    frameworks = dict.fromkeys(sense.framework for sense in term.senses if sense.framework)
    return tag(
        "div",
        _entry(page, names, term),
        data_kb_id=term.id,
        data_kb_kind=term.own_kind or "",
        **{f"data_kb_{sort}": " ".join(named(term, sort)) or None for sort in ("group", "tag", "status")},
        data_kb_framework=" ".join(frameworks) if page.knowledge.frameworks else None,
        data_kb_letter=_anchor(letter),
    )


def _entry(page: Page, names: list[str], term: Term) -> Html:
    if names[0] == term.label:
        head = page.name(term.id, term.label)
        also = tag("span", f" {', '.join(names[1:])}", class_="kb-aliases") if names[1:] else EMPTY
        kind = (" ", kind_chip(page, term)) if page.knowledge.kinds_differ and term.own_kind else ()
        author = tag("span", f" {whose(page.knowledge, term)}", class_="kb-whose")
        return join(tag("dt", head, *kind), tag("dd", term.short, author, also))
    see = say_html("see {term}", term=page.name(term.id))
    return join(tag("dt", tag("em", ", ".join(names)), class_="kb-see"), tag("dd", see))


def _beginning(name: str) -> str:
    return name.casefold()[:_NEAR]


def _plain(name: str) -> str:
    """A name without the differences that readers would not miss: dashes, hyphens and capitals."""
    return name.casefold().replace("–", " ").replace("-", " ")


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}" if letter != SIGNS else f"letter-{ord(SIGNS)}"
