"""CSV as drafts of terms: a row for each term, columns found by their names.

RFC 4180, with semicolons or tabs in place of commas where the first row has more of them.
Spreadsheets also write UTF-16, and a first line `sep=;`.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hornbook.diagnostics import Diagnostic, Place
from hornbook.imports.cells import COLUMNS, NO_ADDRESS, cited_in, columns_of, elsewhere_of, marks_of, words_of
from hornbook.imports.values import Draft, DraftSource, Loss, Vocabulary, unreadable
from hornbook.imports.words import as_markdown, composed, one_line
from hornbook.model.records import Relation
from hornbook.model.shared_names import compared

LARGEST = 20_000_000
MOST_ROWS = 20_000
LONGEST_CELL = 100_000

_DELIMITERS = (",", ";", "\t")
_NAMELESS = "rows without a label"
_UNKNOWN = "columns whose names say nothing here"
_WIDE = "cells beyond the last column"
_NOWHERE = "links to terms that the file does not have"
_ONCE_SAID = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class _Table:
    """A table while it is read."""

    path: str
    columns: Mapping[str, int]
    sources: dict[str, DraftSource] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)

    def cell(self, row: list[str], what: str) -> str:
        at = self.columns.get(what)
        return composed(row[at]).strip() if at is not None and at < len(row) else ""

    def cells(self, row: list[str], what: str) -> tuple[str, ...]:
        """Several words in one cell, with semicolons, bars or line breaks between them; between tags also commas."""
        return words_of(self.cell(row, what), what)

    def lose(self, what: str, line: int, words: str) -> None:
        self.losses.append(Loss(what, Place(self.path, line), one_line(words)))


def read_table(path: str, data: bytes, named: Mapping[str, str]) -> Vocabulary | Diagnostic:
    """The rows of a table as terms; or why they cannot be read.

    `named` says what a column is called that holds something, where its name is none of `COLUMNS`.
    """
    rows = _read_rows(path, data)
    if isinstance(rows, Diagnostic):
        return rows
    (_, head), *body = rows
    columns = _columns(head, named)
    missing = next((name for what, name in named.items() if what not in columns), None)
    if missing is not None or "label" not in columns:
        return _without_label(path, head, missing)
    table = _Table(path, columns)
    drafts = _drafts(table, body)
    return Vocabulary(terms=drafts, losses=(*table.losses, *_unread(table, head, body)), sources=table.sources)


def _read_rows(path: str, data: bytes) -> list[tuple[int, list[str]]] | Diagnostic:
    """The rows of a table, of which there is one at least, each with its line."""
    if len(data) > LARGEST:
        message = f"the file has {len(data):,} bytes; the limit is {LARGEST:,}"
        return unreadable(Place(path), message, "divide it into several files")
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return unreadable(Place(path, line), "the file is not written in UTF-8", "save it as “CSV UTF-8”")
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = [*_rows(text)]
    except csv.Error as error:
        return unreadable(Place(path), f"this is no CSV that can be read: {error}", "save it anew as CSV")
    if not rows or len(rows) > MOST_ROWS:
        message = f"the table has {len(rows):,} rows; it can have from 1 to {MOST_ROWS:,}"
        return unreadable(Place(path), message, "its first row names the columns; divide one that is too long")
    return rows


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not empty, with the line on which it begins."""
    said = _ONCE_SAID.match(text)
    body = text[said.end() :] if said else text
    first = body.lstrip("\n\r").partition("\n")[0]
    delimiter = said[1] if said else max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    before = 1 if said else 0
    begins = before + 1
    for row in reader:
        if any(cell.strip() for cell in row):
            yield begins, row
        begins = before + reader.line_num + 1


def _columns(head: list[str], named: Mapping[str, str]) -> dict[str, int]:
    """Where each thing stands; of two columns of one meaning the one whose name comes first in `COLUMNS`."""
    return columns_of([compared(name) for name in head], named)


def _without_label(path: str, head: list[str], missing: str | None) -> Diagnostic:
    shown = ", ".join(f"`{one_line(name)}`" for name in head[:20])
    known = ", ".join(f"`{name}`" for name in COLUMNS["label"])
    if missing is not None:
        return unreadable(Place(path), f"no column is called `{missing}`", f"the columns are {shown}")
    hint = f"call it {known}, or say which it is, `--column label=NAME`; the columns are {shown}"
    return unreadable(Place(path), "no column says what the terms are called", hint)


def _drafts(table: _Table, rows: list[tuple[int, list[str]]]) -> tuple[Draft, ...]:
    labelled = []
    for line, row in rows:
        if one_line(table.cell(row, "label")):
            labelled.append((line, row))
        else:
            table.lose(_NAMELESS, line, ", ".join(cell for cell in row if cell))
    keys = _keys(table, labelled)
    return tuple(_draft(table, line, row, keys) for line, row in labelled)


def _keys(table: _Table, rows: list[tuple[int, list[str]]]) -> dict[str, str]:
    """By each name of a row, as names are compared, its key; ids and labels before other names."""
    keys: dict[str, str] = {}
    for what in ("id", "label"):
        for line, row in rows:
            if table.cell(row, what):
                keys.setdefault(compared(one_line(table.cell(row, what))), str(line))
    for line, row in rows:
        for name in table.cells(row, "aliases"):
            keys.setdefault(compared(name), str(line))
    return keys


def _draft(table: _Table, line: int, row: list[str], keys: Mapping[str, str]) -> Draft:
    label = one_line(table.cell(row, "label"))
    broad = _others(table, line, row, "broader", keys)
    narrow = _others(table, line, row, "narrower", keys)
    found = {Relation.BROAD: broad, Relation.NARROW: narrow}
    text, note = table.cell(row, "text"), table.cell(row, "note")
    cells = {what: table.cell(row, what) for what in COLUMNS}
    elsewhere, wrong = elsewhere_of(cells)
    for name in wrong:
        table.lose(NO_ADDRESS, line, f"{label}: {name}")
    return Draft(
        key=str(line),
        place=Place(table.path, line),
        label=label,
        names=tuple(filter(None, (table.cell(row, "id"),))),
        aliases=table.cells(row, "aliases"),
        short=one_line(table.cell(row, "short")),
        text=(as_markdown(text, mathematics=True),) if text else (),
        plain=text,
        standing=label,
        note=(as_markdown(note, mathematics=True),) if note else (),
        related=_others(table, line, row, "related", keys),
        match={relation: others for relation, others in found.items() if others},
        elsewhere=elsewhere,
        marks=marks_of(cells),
        cited=cited_in(cells, table.sources),
    )


def _others(table: _Table, line: int, row: list[str], what: str, keys: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the rows that a cell names, by id, label or another name."""
    found = []
    for name in table.cells(row, what):
        key = keys.get(compared(name))
        if key is None:
            table.lose(_NOWHERE, line, f"{one_line(table.cell(row, 'label'))}: {name}")
        else:
            found.append(key)
    return tuple(found)


def _unread(table: _Table, head: list[str], rows: list[tuple[int, list[str]]]) -> Iterator[Loss]:
    """Columns that nothing is made of, where any row has something in them; and cells that stand in no column."""
    known = set(table.columns.values())
    for at, name in enumerate(head):
        filled = [line for line, row in rows if at < len(row) and row[at].strip()]
        if at not in known and filled:
            yield Loss(_UNKNOWN, Place(table.path, filled[0]), f"{one_line(name)}, in {len(filled)} rows")
    for line, row in rows:
        if any(cell.strip() for cell in row[len(head) :]):
            yield Loss(_WIDE, Place(table.path, line), one_line(", ".join(row[len(head) :])))
