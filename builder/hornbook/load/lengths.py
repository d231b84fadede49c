"""Rows, chains and choices: lengths that must agree or be bounded, found before anything is made."""

from collections.abc import Iterator

from hornbook.diagnostics import Diagnostic
from hornbook.load.yaml_values import YamlMapping, YamlSequence

MOST_OPTIONS = 60
"""A choice excludes each two of its atoms by a clause, so its cost grows with the square of their number."""


def choice_diagnostics(framework: YamlMapping) -> Iterator[Diagnostic]:
    """Find choices among more atoms than can be compared two by two."""
    for choice in framework.groups("choices"):
        options = choice.get("one_of")
        if isinstance(options, YamlSequence) and len(options.items) > MOST_OPTIONS:
            yield Diagnostic(
                options.place,
                "choice-too-large",
                f"the choice is among {_counted(len(options.items), 'atom')}; the limit is {MOST_OPTIONS}",
                hint="make several choices of it",
            )


def table_diagnostics(framework: YamlMapping) -> Iterator[Diagnostic]:
    """Find rows of a framework's tables that have more or fewer cells than there are columns."""
    for table in framework.groups("tables"):
        columns, rows = table.get("columns"), table.get("rows")
        if not isinstance(columns, YamlSequence) or not isinstance(rows, YamlSequence):
            continue
        wanted = len(columns.items)
        for row in rows.items:
            if isinstance(row, YamlSequence) and len(row.items) != wanted:
                yield Diagnostic(
                    row.place,
                    "table-row",
                    f"this row has {_counted(len(row.items), 'cell')}; the table has {_counted(wanted, 'column')}",
                    hint="write one cell for each column; a cell without a word is written `–`",
                )


def chain_diagnostics(chain: YamlMapping) -> Iterator[Diagnostic]:
    """Find a chain that does not have exactly one gap between each two links."""
    links, gaps = chain.get("links"), chain.get("gaps")
    if not isinstance(links, YamlSequence) or not isinstance(gaps, YamlSequence) or len(links.items) < 2:
        return
    if len(gaps.items) != len(links.items) - 1:
        key = chain.key("gaps")
        assert key is not None
        yield Diagnostic(
            key.place,
            "chain-gaps",
            f"the chain has {_counted(len(links.items), 'link')} and {_counted(len(gaps.items), 'gap')}",
            hint="write one gap between each two links; one that the author leaves unnamed is written `{}`",
        )


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
