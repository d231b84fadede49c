"""Frameworks: one author's terms, implications, lists and tables, in words and as a diagram."""

from collections.abc import Sequence

from hornbook.addresses import (
    COMPARISON,
    FRAMEWORKS,
    IMPLICATIONS_A_PAGE,
    TERMS,
    drawing_name,
    explore_address,
    explorer_file,
    framework_address,
    framework_drawings,
    part_page,
    parts_of_framework,
    relative,
    use_address,
)
from hornbook.kinds import FRAMEWORK
from hornbook.model import Choice, Fact, Framework, Implication, Scope, Term
from hornbook.pages.cards import card, cards
from hornbook.pages.context import Context
from hornbook.pages.excerpts import first_joined, more_html
from hornbook.pages.explorer import about
from hornbook.pages.extension import extends_html, taken_over
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.framework_lists import framework_lists
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, listing, row, table, tag
from hornbook.pages.marks import counted, former_places, use_link
from hornbook.pages.own_words import kind_chip
from hornbook.pages.page import Page
from hornbook.pages.parts import parts_html, ranges
from hornbook.pages.proofs import implication_html
from hornbook.reasoning.around import worth_drawing
from hornbook.reasoning.search import examples_known
from hornbook.reasoning.sentences import OR, capitalized, joined

_MOST_TERMS = 100
_MOST_DRAWINGS = 40
IMPLICATIONS = "implications"
"""The anchor of its list of implications."""


def framework_index(context: Context) -> GeneratedPage:
    """The page at `/frameworks/`."""
    page = Page(context, FRAMEWORKS)
    frameworks = page.knowledge.frameworks.values()
    lead = (
        "A framework is what one author means by the terms, with the author’s implications: which properties imply "
        "which. Frameworks are compared, never merged."
    )
    compared: Html = EMPTY
    if len(frameworks) > 1:
        link = page.link(COMPARISON, "The frameworks compared")
        compared = tag("p", link, ": every question asked in every framework.")
    return GeneratedPage(
        address=FRAMEWORKS,
        title="Frameworks",
        description="The frameworks of this knowledge base, with their authors.",
        blocks=(tag("p", lead), compared, cards(*(_card(page, one) for one in frameworks))),
    )


def framework_page(context: Context, framework: Framework) -> GeneratedPage:
    """The page at `/frameworks/ID/`."""
    page = Page(context, framework_address(framework.id), framework.id)
    blocks: Blocks = [
        page.prose(framework.text),
        tag("p", "Source: ", page.cite(framework.source)),
        extends_html(page, framework),
    ]
    for lead, drawn in (
        ("Its diagrams: ", page.knowledge.views.values()),
        ("Its objectives in a row: ", page.knowledge.chains.values()),
    ):
        links = [page.to(one.id) for one in drawn if one.framework == framework.id]
        if links:
            blocks.append(tag("p", lead, first_joined(links, _MOST_DRAWINGS), "."))
    if framework.all_implications:
        blocks.append(tag("p", _explored(page, framework)))
    blocks.append(page.note(framework.note))
    blocks += _implications(page, framework)
    blocks += taken_over(page, framework)
    blocks += framework_lists(page, framework)
    if framework.facts:
        blocks += [Heading(2, "Facts", "facts"), tag("p", _FACTS)]
        facts = tag("ul", *map(_fact, framework.facts))
        blocks.append(folded(counted(framework.facts, "fact"), facts))
    if framework.choices:
        choices = [_choice(page, framework, choice) for choice in framework.choices]
        blocks += [Heading(2, "Choices", "choices"), listing(choices)]
    blocks += _vocabulary(page, framework)
    return GeneratedPage(
        address=page.at,
        title=framework.label,
        description=f"The framework of {framework.label}: its terms and implications.",
        edit=framework.place,
        blocks=tuple(blocks),
    )


def _explored(page: Page, framework: Framework) -> Html:
    """Links to its explorer, and to the table of examples there, if there is one."""
    address = explore_address(Scope(framework.id))
    explorer = page.link(address, "Mark what holds and what fails")
    if not examples_known(page.reasoning, page.reasoning.framework(framework.id)):
        return join(explorer, ", and see what follows.")
    examples = page.link(f"{address}#examples", "its examples as a table")
    return join(explorer, ", and see what follows; or read ", examples, ".")


def _card(page: Page, framework: Framework) -> Html:
    counts = f"{len(_terms(page, framework))} terms · {len(framework.all_implications)} implications"
    return card(page.to(framework.id), tag("p", page.cite(framework.source)), tag("p", counts, class_="kb-facts"))


_FACTS = "Statements that examples use as facts and that are no terms:"


def _implications(page: Page, framework: Framework) -> Blocks:
    if not framework.all_implications:
        return []
    blocks: Blocks = [Heading(2, "Implications", IMPLICATIONS)]
    names = page.names(framework.id)
    goal = about(page.reasoning, page.reasoning.framework(framework.id))
    worth = worth_drawing(framework, None if goal is None else goal.atom)
    total = len(framework.all_implications)
    drawn = page.drawings.parts(framework, worth, page.at)
    for number, (drawing, shown) in enumerate(drawn, 1):
        which = "Every implication" if len(drawn) == 1 else f"Implications, part {number} of {len(drawn)},"
        if len(worth) < total:
            which = f"{len(shown)} of {total:,} implications"
        caption = f"{which} of {framework.label}. {LEGEND}"
        blocks.append(figure_html(page, drawing, names, shown, caption, _use(page, framework, shown)))
    if len(worth) < total:
        words = f"Drawn are the {len(worth)} of {total:,} implications that lie nearest to what it is about."
        blocks.append(tag("p", words))
    if not framework.implications:
        return blocks
    listed, parts = _listed(page, framework, 1)
    return [*blocks, parts, folded("One by one, with their reasons", listed), _elsewhere(page, framework)]


def framework_part(context: Context, framework: Framework, number: int) -> GeneratedPage:
    """A page with a further part of the implications of a large framework."""
    address = framework_address(framework.id)
    page = Page(context, part_page(address, number), framework.id)
    listed, parts = _listed(page, framework, number)
    return GeneratedPage(
        address=page.at,
        title=f"{framework.label}: implications, part {number}",
        description=f"Implications of {framework.label}, with their reasons.",
        edit=framework.place,
        above=tag("nav", page.link(address, framework.label), class_="kb-crumbs", aria_label="Where this page stands"),
        blocks=(parts, listed, parts),
    )


def _use(page: Page, framework: Framework, shown: Sequence[Implication]) -> Html:
    """How to show one of its drawings elsewhere; nothing of one that has no files."""
    name = drawing_name(framework, shown)
    several = f"#{name}" if len(framework_drawings(framework)) > 1 else ""
    return use_link(page.at, use_address(FRAMEWORK, framework.id) + several, "this diagram") if name else EMPTY


def _listed(page: Page, framework: Framework, number: int) -> tuple[Html, Html]:
    """A part of the implications, with their reasons, and links to the other parts."""
    section, names = page.section(framework.id), page.names(framework.id)
    start = (number - 1) * IMPLICATIONS_A_PAGE
    items = [
        tag("li", former_places(one.was), implication_html(section, names, one), id=one.id)
        for one in framework.implications[start : start + IMPLICATIONS_A_PAGE]
    ]
    titles = ranges(len(framework.implications), IMPLICATIONS_A_PAGE)
    parts = parts_html(page, framework_address(framework.id), titles, number)
    return tag("ul", *items, class_="kb-implications"), parts


def _elsewhere(page: Page, framework: Framework) -> Html:
    """What leads an address of an implication on to the part in which it stands now."""
    if parts_of_framework(framework) == 1:
        return EMPTY
    return tag("div", hidden="", data_kb_elsewhere=relative(page.at, explorer_file(framework.id)))


def _fact(fact: Fact) -> Html:
    other = tag("span", f"Or: {fact.fails}.", class_="kb-whose")
    return tag("li", former_places(fact.was), f"{_sentence(fact.holds)} ", other, id=fact.id)


def _sentence(words: str) -> str:
    return f"{capitalized(words)}."


def _choice(page: Page, framework: Framework, choice: Choice) -> Html:
    names = page.names(framework.id)
    options = joined((names.named(atom) for atom in choice.one_of), OR)
    return tag("span", former_places(choice.was), "At most one of these: ", page.sentence(options), ".", id=choice.id)


def _vocabulary(page: Page, framework: Framework) -> Blocks:
    rows, terms = [], _terms(page, framework)
    for term in terms[:_MOST_TERMS]:
        said_of = next((sense.of for sense in term.senses if sense.framework == framework.id and sense.of), None)
        rows.append(row(page.name(term.id), kind_chip(page, term), said_of or "—", term.short))
    titles = ("Term", "Kind", "Applies to", "In short")
    more = more_html(len(terms) - len(rows), page.link(TERMS, "all terms"))
    return [Heading(2, "Terms", "terms"), folded(counted(terms, "term"), table(titles, rows), more)] if rows else []


def _terms(page: Page, framework: Framework) -> list[Term]:
    """The terms that the framework gives a sense."""
    terms = page.knowledge.terms.values()
    return [term for term in terms if any(sense.framework == framework.id for sense in term.senses)]
