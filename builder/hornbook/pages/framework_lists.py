"""The lists and tables that an author gives, as the framework's page shows them."""

from hornbook.model import Framework, Listing, Table
from hornbook.pages.context import Context
from hornbook.pages.document import Heading
from hornbook.pages.html import EMPTY, Html, listing, tag
from hornbook.pages.marks import chip
from hornbook.pages.proofs import citation_html
from hornbook.pages.prose_html import Section, prose_html


def framework_lists(context: Context, framework: Framework, at: str) -> list[Heading | Html]:
    """All of a framework's lists, then its tables; each one's id is its anchor."""
    blocks: list[Heading | Html] = []
    if framework.lists:
        blocks.append(Heading(2, "Lists", "lists"))
    for one in framework.lists:
        blocks += _list(context, framework, one, at)
    if framework.tables:
        blocks.append(Heading(2, "Tables", "tables"))
    for table in framework.tables:
        blocks += _table(context, framework, table, at)
    return blocks


def _list(context: Context, framework: Framework, one: Listing, at: str) -> list[Heading | Html]:
    section = Section(at, framework.id)
    items = [prose_html(context.knowledge, context.finder, item, section) for item in one.items]
    note = prose_html(context.knowledge, context.finder, one.note, section)
    stance = chip("the author’s position", "stance") if one.stance else EMPTY
    return [
        Heading(3, one.title, one.id),
        tag("p", stance, citation_html(context, one.source, at), class_="kb-origin"),
        listing(items, "kb-listing"),
        tag("div", note, class_="kb-note") if note else EMPTY,
    ]


def _table(context: Context, framework: Framework, table: Table, at: str) -> list[Heading | Html]:
    section = Section(at, framework.id)
    note = prose_html(context.knowledge, context.finder, table.note, section)
    head = tag("tr", *(tag("th", column, scope="col") for column in table.columns))
    rows = [
        tag("tr", *(tag("td", prose_html(context.knowledge, context.finder, cell, section)) for cell in row))
        for row in table.rows
    ]
    written = tag("table", tag("thead", head), tag("tbody", *rows), class_="kb-table")
    return [
        Heading(3, table.title, table.id),
        tag("p", citation_html(context, table.source, at), class_="kb-origin"),
        tag("div", written, class_="kb-scroll"),
        tag("div", note, class_="kb-note") if note else EMPTY,
    ]
