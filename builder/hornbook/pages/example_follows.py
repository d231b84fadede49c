"""Everything that follows from the facts of an example, as a table for each framework.

Each row has its grounds, so that the table can be followed back to the facts; a proof as a whole is made by the
explorer, where a reader asks for it.
"""

from collections.abc import Iterator

from hornbook.addresses import explore_address, place_in_framework
from hornbook.language import later, say, say_many
from hornbook.model import Example, Implication, Scope
from hornbook.pages.excerpts import more_html
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import EMPTY, Html, folded, join, say_html, table, tag
from hornbook.pages.marks import value_cell
from hornbook.pages.page import Page
from hornbook.reasoning.following import Following, Grounded, following
from hornbook.reasoning.presuppositions import IF_IT_APPLIES
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.sentences import plain

_MOST_ROWS = 400
"""So many rows stay below 150 kB."""
_OPEN = 12
"""A longer table is folded up."""
_TITLES = (later("Statement"), later("In this example"), later("Because of"))


def follows_blocks(page: Page, example: Example) -> Blocks:
    """The section; nothing where nothing follows in any framework."""
    left, tables = _MOST_ROWS, list[Html]()
    for setting, found in _in_frameworks(page, example):
        tables.append(_table(page, setting, found, left))
        left = max(0, left - len(found.found))
    return [Heading(2, say("Everything that follows"), "follows"), tag("p", say(_LEAD)), *tables] if tables else []


_LEAD = later(
    "All that each framework’s implications give from the facts above. The last column has what a statement comes from "
    "in one step: an implication, and what that needs, which is a fact or stands in the table too."
)


def _in_frameworks(page: Page, example: Example) -> Iterator[tuple[Setting, Following]]:
    for framework in page.knowledge.frameworks:
        setting = page.reasoning.framework(framework)
        found = following(page.reasoning, setting, example)
        if found is not None and found.found:
            yield setting, found


def _table(page: Page, setting: Setting, found: Following, most: int) -> Html:
    """What follows in one framework, what holds before what fails."""
    names, key = setting.names, page.knowledge.glossary.order.key
    ordered = sorted(found.found, key=lambda one: (not one.literal.holds, key(names.name(one.literal.atom))))
    rows = [_row(page, setting, one, unsure=one.literal.atom in found.applying.unsure) for one in ordered[:most]]
    asked = explore_address(Scope(setting.framework.id), found.facts)
    # Words: in "With these facts marked, the explorer shows the proof of any of them."
    explorer = page.link(asked, say("the explorer"))
    title = say_many(
        "In {framework}: {count} statement",
        "In {framework}: {count} statements",
        len(ordered),
        framework=setting.framework.label,
        count=f"{len(ordered):,}",
    )
    return folded(
        title,
        tag("p", say_html("With these facts marked, {explorer} shows the proof of any of them.", explorer=explorer)),
        table(list(map(say, _TITLES)), rows, "kb-models kb-following", data_kb_facts=page.address(asked))
        if rows
        else EMPTY,
        more_html(len(ordered) - len(rows), explorer),
        EMPTY if found.complete else tag("p", say("More may follow; it is not settled within the limit of steps.")),
        class_="kb-words",
        open="" if len(ordered) <= _OPEN else None,
        data_search_exclude="",
    )


def _row(page: Page, setting: Setting, one: Grounded, *, unsure: bool) -> Html:
    """A row; it reads the same for every example in which the same gives the same, and is made once for all of them.

    All pages of examples stand equally deep, so that their links to other pages are the same.
    """
    record = None if one.record is None else one.record.id
    row = ("row", page.address(""), setting.scope, one.literal, record, one.premises, unsure)
    return page.reasoning.inquiries.once(Html, row, lambda: _made_row(page, setting, one, unsure=unsure))


def _made_row(page: Page, setting: Setting, one: Grounded, *, unsure: bool) -> Html:
    atom = one.literal.atom
    doubt = say(IF_IT_APPLIES) if unsure else ""
    return tag(
        "tr",
        tag("th", page.sentence(setting.names.named(atom)), scope="row"),
        value_cell(setting.names.kind(atom), holds=one.literal.holds, doubt=doubt),
        tag("td", _grounds(page, setting, one)),
        data_kb_goal=atom if one.literal.holds else f"!{atom}",
    )


def _grounds(page: Page, setting: Setting, one: Grounded) -> Html:
    """The implication or choice that gives it, and what of."""
    if one.record is None:
        return join(say("cases, which the explorer tells apart"))
    address = place_in_framework(setting.framework, one.record.id)
    # Words: what a statement follows from
    link = page.link(address, one.record.id if isinstance(one.record, Implication) else say("a choice"))
    premises = "; ".join(plain(setting.names.phrase(premise)) for premise in one.premises)
    return join(link, f": {premises}" if premises else "")
