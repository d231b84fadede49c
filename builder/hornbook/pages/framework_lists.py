"""The lists and tables that an author gives, as the framework's page shows them."""

from hornbook.language import say, say_many
from hornbook.model import Framework, Listing, Table
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import EMPTY, folded, listing, table, tag
from hornbook.pages.marks import chip, former_places
from hornbook.pages.page import Page


def framework_lists(page: Page, framework: Framework) -> Blocks:
    """All of a framework's lists, then its tables; each one's id is its anchor."""
    blocks: Blocks = []
    if framework.lists:
        blocks.append(Heading(2, say("Lists"), "lists"))
    for one in framework.lists:
        blocks += _list(page, framework, one)
    if framework.tables:
        blocks.append(Heading(2, say("Tables"), "tables"))
    for given in framework.tables:
        blocks += _table(page, framework, given)
    return blocks


def _list(page: Page, framework: Framework, one: Listing) -> Blocks:
    section = page.section(framework.id)
    stance = chip(say("the author’s position"), "stance") if one.stance else EMPTY
    return [
        Heading(3, one.title, one.id),
        tag("p", former_places(one.was), stance, page.cite(one.source), class_="kb-origin"),
        folded(
            say_many("{count} item", "{count} items", len(one.items)),
            listing([section.prose(item) for item in one.items], "kb-listing"),
            section.note(one.note),
        ),
    ]


def _table(page: Page, framework: Framework, one: Table) -> Blocks:
    section = page.section(framework.id)
    rows = [tag("tr", *(tag("td", section.prose(cell)) for cell in cells)) for cells in one.rows]
    title = say_many("{count} row", "{count} rows", len(rows))
    return [
        Heading(3, one.title, one.id),
        tag("p", former_places(one.was), page.cite(one.source), class_="kb-origin"),
        folded(title, table(one.columns, rows, "kb-table"), section.note(one.note)),
    ]
