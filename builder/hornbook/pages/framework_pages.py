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
    use_if_any,
)
from hornbook.kinds import FRAMEWORK
from hornbook.language import later, say, say_many
from hornbook.model import Choice, Fact, Framework, Implication, Scope, Term
from hornbook.pages.cards import card, cards
from hornbook.pages.context import Context
from hornbook.pages.excerpts import first_joined, more_html
from hornbook.pages.explorer import about
from hornbook.pages.extension import choice_in_words, extends_html, taken_over
from hornbook.pages.figures import LEGEND, figure_html
from hornbook.pages.framework_lists import framework_lists
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import EMPTY, Html, folded, listing, row, say_html, table, tag
from hornbook.pages.marks import former_places, use_link
from hornbook.pages.neighbours import crumbs
from hornbook.pages.own_words import kind_chip
from hornbook.pages.page import Page
from hornbook.pages.parts import parts_html, ranges
from hornbook.pages.proofs import implication_html
from hornbook.reasoning.around import worth_drawing
from hornbook.reasoning.search import examples_known
from hornbook.reasoning.sentences import capitalized

_MOST_TERMS = 100
_MOST_DRAWINGS = 40
IMPLICATIONS = "implications"
"""The anchor of its list of implications."""


def framework_index(context: Context) -> GeneratedPage:
    """The page at `/frameworks/`."""
    page = Page(context, FRAMEWORKS)
    frameworks = page.knowledge.frameworks.values()
    lead = say(
        "A framework is what one author means by the terms, with the author’s implications: which properties imply "
        "which. Frameworks are compared, never merged."
    )
    compared: Html = EMPTY
    if len(frameworks) > 1:
        link = page.link(COMPARISON, say("The frameworks compared"))
        compared = tag("p", say_html("{comparison}: every question asked in every framework.", comparison=link))
    return GeneratedPage(
        address=FRAMEWORKS,
        title=say("Frameworks"),
        description=say("The frameworks of this knowledge base, with their authors."),
        blocks=(tag("p", lead), compared, cards(*(_card(page, one) for one in frameworks))),
    )


def framework_page(context: Context, framework: Framework) -> GeneratedPage:
    """The page at `/frameworks/ID/`."""
    page = Page(context, framework_address(framework.id), framework.id)
    blocks: Blocks = [
        page.prose(framework.text),
        tag("p", say_html("Source: {source}", source=page.cite(framework.source))),
        extends_html(page, framework),
    ]
    for message, drawn in (
        (later("Its diagrams: {diagrams}."), page.knowledge.views.values()),
        (later("Its objectives in a row: {diagrams}."), page.knowledge.chains.values()),
    ):
        links = [page.to(one.id) for one in drawn if one.framework == framework.id]
        if links:
            blocks.append(tag("p", say_html(message, diagrams=first_joined(links, _MOST_DRAWINGS))))
    if framework.all_implications:
        blocks.append(tag("p", _explored(page, framework)))
    blocks.append(page.note(framework.note))
    blocks += _implications(page, framework)
    blocks += taken_over(page, framework)
    blocks += framework_lists(page, framework)
    if framework.facts:
        blocks += [Heading(2, say("Facts"), "facts"), tag("p", say(_FACTS))]
        title = say_many("{count} fact", "{count} facts", len(framework.facts))
        blocks.append(folded(title, tag("ul", *map(_fact, framework.facts))))
    if framework.choices:
        choices = [_choice(page, framework, choice) for choice in framework.choices]
        blocks += [Heading(2, say("Choices"), "choices"), listing(choices)]
    blocks += _vocabulary(page, framework)
    return GeneratedPage(
        address=page.at,
        title=framework.label,
        description=say("The framework of {framework}: its terms and implications.", framework=framework.label),
        edit=framework.place,
        blocks=tuple(blocks),
    )


def _explored(page: Page, framework: Framework) -> Html:
    """Links to its explorer, and to the table of examples there, if there is one."""
    address = explore_address(Scope(framework.id))
    explorer = page.link(address, say("Mark what holds and what fails"))
    if not examples_known(page.reasoning, page.reasoning.framework(framework.id)):
        return say_html("{explorer}, and see what follows.", explorer=explorer)
    examples = page.link(f"{address}#examples", say("its examples as a table"))
    return say_html("{explorer}, and see what follows; or read {examples}.", explorer=explorer, examples=examples)


def _card(page: Page, framework: Framework) -> Html:
    terms = say_many("{count} term", "{count} terms", len(_terms(page, framework)))
    implications = say_many("{count} implication", "{count} implications", len(framework.all_implications))
    counts = tag("p", f"{terms} · {implications}", class_="kb-facts")
    return card(page.to(framework.id), tag("p", page.cite(framework.source)), counts)


_FACTS = later("Statements that examples use as facts and that are no terms:")
_DRAWN = later("Drawn are the {shown} of {total} implications that lie nearest to what it is about.")


def _implications(page: Page, framework: Framework) -> Blocks:
    if not framework.all_implications:
        return []
    blocks: Blocks = [Heading(2, say("Implications"), IMPLICATIONS)]
    names = page.names(framework.id)
    goal = about(page.reasoning, page.reasoning.framework(framework.id))
    worth = worth_drawing(framework, None if goal is None else goal.atom)
    total = len(framework.all_implications)
    drawn = page.drawings.parts(framework, worth, page.at)
    for number, (drawing, shown) in enumerate(drawn, 1):
        message = _WHOLE if len(drawn) == 1 else _PART
        if len(worth) < total:
            message = _SOME
        which = say(
            message,
            number=number,
            parts=len(drawn),
            shown=len(shown),
            total=f"{total:,}",
            framework=framework.label,
        )
        caption = f"{which} {say(LEGEND)}"
        blocks.append(figure_html(page, drawing, names, shown, caption, _use(page, framework, shown)))
    if len(worth) < total:
        blocks.append(tag("p", say(_DRAWN, shown=len(worth), total=f"{total:,}")))
    if not framework.implications:
        return blocks
    listed, parts = _listed(page, framework, 1)
    return [*blocks, parts, folded(say("One by one, with their reasons"), listed), _elsewhere(page, framework)]


_WHOLE = later("Every implication of {framework}.")
_PART = later("Implications, part {number} of {parts}, of {framework}.")
_SOME = later("{shown} of {total} implications of {framework}.")


def framework_part(context: Context, framework: Framework, number: int) -> GeneratedPage:
    """A page with a further part of the implications of a large framework."""
    address = framework_address(framework.id)
    page = Page(context, part_page(address, number), framework.id)
    listed, parts = _listed(page, framework, number)
    return GeneratedPage(
        address=page.at,
        title=say("{framework}: implications, part {number}", framework=framework.label, number=number),
        description=say("Implications of {framework}, with their reasons.", framework=framework.label),
        edit=framework.place,
        above=crumbs(page.link(address, framework.label)),
        blocks=(parts, listed, parts),
    )


def _use(page: Page, framework: Framework, shown: Sequence[Implication]) -> Html:
    """How to show one of its drawings elsewhere; nothing of one that has no files."""
    name = drawing_name(framework, shown)
    several = f"#{name}" if len(framework_drawings(framework)) > 1 else ""
    use = use_if_any(page.knowledge, FRAMEWORK, framework.id, several) if name else None
    return use_link(page.at, use, say("this diagram"))


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
    return tag("div", hidden="", data_kb_elsewhere=relative(page.at, explorer_file(Scope(framework.id))))


def _fact(fact: Fact) -> Html:
    other = tag("span", say_html("Or: {statement}.", statement=fact.fails), class_="kb-whose")
    return tag("li", former_places(fact.was), f"{_sentence(fact.holds)} ", other, id=fact.id)


def _sentence(words: str) -> str:
    return f"{capitalized(words)}."


def _choice(page: Page, framework: Framework, choice: Choice) -> Html:
    words = page.sentence(choice_in_words(page.names(framework.id), choice))
    return tag("span", former_places(choice.was), words, id=choice.id)


def _vocabulary(page: Page, framework: Framework) -> Blocks:
    rows, terms = [], _terms(page, framework)
    for term in terms[:_MOST_TERMS]:
        said_of = next((sense.of for sense in term.senses if sense.framework == framework.id and sense.of), None)
        rows.append(row(page.name(term.id), kind_chip(page, term), said_of or "—", term.short))
    if not rows:
        return []
    titles = (say("Term"), say("Kind"), say("Applies to"), say("In short"))
    more = more_html(len(terms) - len(rows), page.link(TERMS, say("all terms")))
    count = say_many("{count} term", "{count} terms", len(terms))
    return [Heading(2, say("Terms"), "terms"), folded(count, table(titles, rows), more)]


def _terms(page: Page, framework: Framework) -> list[Term]:
    """The terms that the framework gives a sense."""
    terms = page.knowledge.terms.values()
    return [term for term in terms if any(sense.framework == framework.id for sense in term.senses)]
