"""The recorded examples as a table: what a framework makes of each, by example and property.

The whole table stands on the page, up to a bound; the script of the explorer above it holds each example against what
is marked there, those beyond the bound too.
"""

import json
from collections import Counter
from collections.abc import Sequence

from hornbook.addresses import EXAMPLES, example_address, relative
from hornbook.language import later, say, say_many
from hornbook.model import TermKind
from hornbook.pages.generated_page import Blocks, Heading
from hornbook.pages.html import EMPTY, Html, say_html, table, tag
from hornbook.pages.marks import value_cell
from hornbook.pages.page import Page
from hornbook.reasoning.presuppositions import IF_IT_APPLIES
from hornbook.reasoning.scopes import Setting
from hornbook.reasoning.search import Known, examples_known

MOST_ROWS = 50
MOST_COLUMNS = 20
"""So that the table stays below 100 kB, however much is recorded."""
_MANY_ROWS = 20
"""From more than so many on the table is folded."""
_LEAD = later(
    "What follows in this framework from the recorded facts of each example. What does not follow from them, nor its "
    "opposite, is unknown, not false."
)
_MARKED = later(
    "Mark something in the form above, and the table says whether each example agrees with your marks: all of them "
    "follow from its facts, they may hold, or they cannot."
)


def example_table(page: Page, setting: Setting, order: Sequence[str]) -> Blocks:
    """The section with the table; nothing where the framework knows nothing of any example.

    Its columns are the terms of which something is known, in this order of the atoms; where there are none, the facts.
    """
    known = examples_known(page.reasoning, setting)
    if not known:
        return []
    told = [atom for one in known for atom in {*one.holds, *one.applying.not_applying}]
    counted = Counter(atom for atom in told if atom in page.knowledge.terms) or Counter(told)
    most = sorted(counted, key=lambda atom: (-counted[atom], atom))[:MOST_COLUMNS]
    columns = [atom for atom in order if atom in most]
    rows = [_row(page, setting, one, columns) for one in known[:MOST_ROWS]]
    titles = (say("Example"), *(page.sentence(setting.names.named(atom)) for atom in columns))
    drawn = table(titles, rows, "kb-models kb-table")
    if len(rows) > _MANY_ROWS:
        title = say_many("The table of {count} example", "The table of {count} examples", len(rows))
        drawn = tag("details", tag("summary", title), drawn, class_="kb-words")
    return [
        Heading(2, say("Examples"), "examples"),
        tag("p", say(_LEAD)),
        _capped(len(rows), len(known), len(columns), len(counted)),
        tag(
            "div",
            tag("p", say(_MARKED), class_="kb-hint kb-with-script", data_kb_found=""),
            drawn,
            tag("div", tabindex="-1", hidden="", class_="kb-excluded"),
            data_kb_examples=_written(page, setting, known),
            data_search_exclude="",
        ),
    ]


def _capped(rows: int, examples: int, columns: int, properties: int) -> Html:
    """What the table leaves out."""
    if (rows, columns) == (examples, properties):
        return EMPTY
    told = say(_CAPPED, rows=rows, examples=examples, properties=properties, columns=columns)
    return tag("p", told, class_="kb-hint")


_CAPPED = later(
    "The table shows {rows} of {examples} examples, and of {properties} properties the {columns} about which most is "
    "known. Your marks are compared with all of them."
)


def _row(page: Page, setting: Setting, one: Known, columns: Sequence[str]) -> Html:
    link = page.link(example_address(one.example), page.knowledge.examples[one.example].label)
    named = link if one.complete else say_html(_MORE, example=link)
    head = tag("th", named, tag("span", class_="kb-computed"), scope="row")
    cells = (_cell(one, atom, setting.names.kind(atom)) for atom in columns)
    return tag("tr", head, *cells, data_kb_example=one.example)


_MORE = later("{example} (more may follow: it is not settled within the limit of steps)")


def _cell(one: Known, atom: str, kind: TermKind | None) -> Html:
    if atom in one.applying.not_applying:
        return value_cell(kind, holds=None)
    if atom not in one.holds:
        return tag("td", say("unknown"), class_="kb-cannot")
    doubt = say(IF_IT_APPLIES) if atom in one.applying.unsure else ""
    return value_cell(kind, holds=one.holds[atom], doubt=doubt)


def _written(page: Page, setting: Setting, known: Sequence[Known]) -> str:
    """What the script needs: where examples stand, and of each its id, its facts, and its label where it has no row."""
    numbers = setting.theory.index.numbers
    rows: list[list[object]] = []
    for place, one in enumerate(known):
        label = [page.knowledge.examples[one.example].label] if place >= MOST_ROWS else []
        rows.append([one.example, numbers(one.facts), *label])
    data = {"address": relative(page.at, EXAMPLES), "examples": rows}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
