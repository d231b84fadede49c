"""One way to lay a YAML file out: fields in their declared order, no needless blanks. Comments stay with their fields.

Only whole lines are moved, so quotes, line breaks within texts and notation stay as their author wrote them.
"""

import re
import unicodedata
from collections.abc import Iterator

from hornbook.kinds import Kind
from hornbook.load.records import meant_among
from hornbook.load.text import source_text
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence, YamlValue, read_yaml
from hornbook.model.declared import ByIds, Group, Many, Shape, fields_of


def laid_out(text: str, kind: Kind) -> str | None:
    """The text of a file of a kind as it should be laid out; None where it is no YAML that can be used.

    It says the same: only the order of fields, the form of letters (NFC) and blanks differ. Doing it twice changes
    nothing more.
    """
    text = unicodedata.normalize("NFC", text)
    tree = read_yaml(source_text("", text)).value
    if tree is None:
        return None
    said = _said(tree)
    for _ in range(text.count("\n") + 1):
        unordered = next(_unordered(text, tree, kind.declaration, many=kind.many), None)
        if unordered is None:
            break
        text = unordered
        tree = read_yaml(source_text("", text)).value
        assert tree is not None
    trimmed = _trimmed(text, tree)
    again = read_yaml(source_text("", trimmed)).value
    return trimmed if again is not None and _said(again) == said else None


def _unordered(text: str, tree: YamlValue, declaration: type, *, many: bool) -> Iterator[str]:
    """The text with the fields of one more record in their order; nothing where all are."""
    for declared, group in _records(tree, declaration, many=many):
        order = [field.name for field in fields_of(declared)]
        keys = [key for key, _ in group.fields]
        wanted = sorted(keys, key=lambda key: order.index(key.text) if key.text in order else len(order))
        if wanted != keys:
            moved = _moved(text, keys, wanted, group)
            if moved is not None:
                yield moved


def _records(tree: YamlValue, declaration: type, *, many: bool) -> Iterator[tuple[type, YamlMapping]]:
    """Every record in a file with its class, those within others included."""
    names = {field.name for field in fields_of(declaration)}
    if isinstance(tree, YamlMapping) and (not many or any(key.text in names for key, _ in tree.fields)):
        yield from _within(Group((declaration,)), tree)
    elif isinstance(tree, YamlMapping):
        yield from _within(ByIds(declaration, None), tree)
    elif isinstance(tree, YamlSequence):
        for item in tree.items:
            yield from _within(Group((declaration,)), item)


def _within(shape: Shape, tree: YamlValue) -> Iterator[tuple[type, YamlMapping]]:
    match shape:
        case Many(item) if isinstance(tree, YamlSequence):
            for one in tree.items:
                yield from _within(item, one)
        case Many(item, alone=True):
            yield from _within(item, tree)
        case ByIds(declaration) if isinstance(tree, YamlMapping):
            for _, one in tree.fields:
                yield from _within(Group((declaration,)), one)
        case Group(declarations) if isinstance(tree, YamlMapping):
            meant = meant_among(declarations, tree)
            if meant is not None:
                yield meant, tree
                for field in fields_of(meant):
                    value = tree.get(field.name)
                    if value is not None:
                        yield from _within(field.shape, value)


def _moved(text: str, keys: list[YamlScalar], wanted: list[YamlScalar], group: YamlMapping) -> str | None:
    """The text with the lines of some fields in another order; None where they do not stand on lines of their own."""
    lines = text.split("\n")
    first, column = keys[0].place.line, keys[0].place.column
    before = lines[first - 1][: column - 1]
    begins = [key.place.line for key in keys]
    if before.strip(" ") not in {"", "-"} or any(lines[line - 1][: column - 1].strip(" ") for line in begins[1:]):
        return None
    starts = [first, *(_with_comments(lines, line, column) for line in begins[1:])]
    if not before.strip(" "):
        starts[0] = _with_comments(lines, first, column)
    end = _end(lines, group)
    parts = {
        id(key): lines[start - 1 : stop - 1] for key, start, stop in zip(keys, starts, [*starts[1:], end], strict=True)
    }
    parts[id(keys[0])][0] = " " * (column - 1) + lines[starts[0] - 1][column - 1 :]
    if before.strip(" ") and parts[id(wanted[0])][0].lstrip().startswith("#"):
        return None
    moved = [line for key in wanted for line in parts[id(key)]]
    moved[0] = before + moved[0][column - 1 :] if before.strip(" ") else moved[0]
    return "\n".join([*lines[: starts[0] - 1], *moved, *lines[end - 1 :]])


def _with_comments(lines: list[str], line: int, column: int) -> int:
    """The first line of the comments right above a field, or the field's own."""
    first, comment = line, re.compile(rf" {{{column - 1}}}#(?! yaml-language-server)")
    while first > 1 and comment.match(lines[first - 2]):
        first -= 1
    return first


def _end(lines: list[str], group: YamlMapping) -> int:
    """The line behind the last of a group: further in than its fields, or blank before such a line."""
    key, value = group.fields[-1]
    last = max(key.place.line, value.place.end_line or value.place.line)
    column, end = key.place.column, last + 1
    at = end
    while at <= len(lines) and (not lines[at - 1].strip() or _indent(lines[at - 1]) >= column):
        at += 1
        if lines[at - 2].strip():
            end = at
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _trimmed(text: str, tree: YamlValue) -> str:
    """Without blanks at the ends of lines and without doubled blank lines, but in texts of several lines."""
    kept = {line for first, last in _blocks(tree) for line in range(first, last + 1)}
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        shown = line if number in kept else line.rstrip()
        if number in kept or shown or (lines and lines[-1]):
            lines.append(shown)
    return "\n".join(lines).strip("\n") + "\n"


def _blocks(tree: YamlValue) -> Iterator[tuple[int, int]]:
    """The first and the last line of each text that is written on several lines."""
    match tree:
        case YamlScalar():
            place = tree.source.place(tree.start, tree.end)
            if place.end_line > place.line:
                yield place.line, place.end_line - (tree.style in {"|", ">"})
        case YamlSequence(items):
            for item in items:
                yield from _blocks(item)
        case YamlMapping(fields):
            for _, value in fields:
                yield from _blocks(value)


def _said(tree: YamlValue) -> object:
    """What a file says, whatever the order of fields."""
    match tree:
        case YamlScalar(text=text, kind=kind):
            return (kind, text)
        case YamlSequence(items):
            return [_said(item) for item in items]
        case YamlMapping(fields):
            return {key.text: _said(value) for key, value in fields}
