"""Fields put into YAML without touching anything else of a file: no comment, quote or line break moves."""

from collections.abc import Iterator, Mapping

from hornbook.diagnostics import Edit, Place
from hornbook.edits.things import Thing
from hornbook.kinds import FACT
from hornbook.load.text import source_text
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence, YamlValue, read_yaml


def former_id(texts: Mapping[str, str], path: str, old: str, own: str) -> Edit:
    """Add an id to the former ones of the record that a file holds, which is called `own` from now on."""
    tree = read_yaml(source_text(path, texts[path])).value
    assert isinstance(tree, YamlMapping)
    return _added(texts[path], tree, old, own, last=True)


def in_part(texts: Mapping[str, str], thing: Thing, own: str | None) -> Iterator[Edit]:
    """Give a part of a record, or a source in a list, the id `own`, and keep the one that it had.

    None: the id follows from another field, which changes by itself.
    """
    value = thing.record if thing.part is None else thing.value
    path = value.place.path
    key, group = next(_at(read_yaml(source_text(path, texts[path])).value, thing))
    is_key = thing.part is FACT or (key is not None and group.get("id") is None and thing.part is None)
    if own is not None and is_key and key is not None:
        yield Edit(key.part(0, len(key.text)), own)
    elif own is not None:
        name = group.text("id")
        if name is not None:
            yield Edit(name.part(0, len(name.text)), own)
        else:
            yield _put(texts[path], group, f"id: {own}")
    yield _added(texts[path], group, value.id, own)


def without_part(texts: Mapping[str, str], thing: Thing, heir: Thing | None) -> list[Edit] | None:
    """Delete a part of a record with the comments right above it; the id that it had is a former one of its heir.

    None where the part does not stand on lines of its own.
    """
    place = thing.value.place
    text = texts[place.path]
    tree = read_yaml(source_text(place.path, text)).value
    assert isinstance(tree, YamlMapping)
    _, group = next(_at(tree, thing))
    holder = next(key for key, value in tree.fields if group in _held(value))
    first = holder.place if len(_held(tree.get(holder.text))) == 1 else place
    written = _line(text, first.line)[: first.column - 1].strip(" ")
    if written not in {"", "-"}:
        return None
    edits = [Edit(_lines_of(text, first), "")]
    if heir is not None:
        _, own = next(_at(tree, heir))
        edits.append(_added(text, own, thing.value.id))
    return edits


def without_item(texts: Mapping[str, str], place: Place) -> Edit | None:
    """Delete the item of a list that stands at a place, or holds it as a field; with the last one goes the whole field.

    None where it shares its line with something else that stays.
    """
    text = texts[place.path]
    tree = read_yaml(source_text(place.path, text)).value
    found = next(((key, items, at) for key, items in _lists(tree) for at in _stands_at(items, place)), None)
    if found is None:
        return None
    key, items, at = found
    listed = [one.place for one in items.items]
    if len(listed) == 1:
        return Edit(_lines_of(text, key.place), "") if not _line(text, key.place.line)[: key.place.column - 1] else None
    if not _is_flow(text, items.place):
        begins = _line(text, listed[at].line)[: listed[at].column - 1].strip(" ")
        return Edit(_lines_of(text, listed[at]), "") if begins == "-" else None
    if at:
        before, this = listed[at - 1], listed[at]
        return Edit(Place(place.path, before.end_line, before.end_column, this.end_line, this.end_column), "")
    this, after = listed[0], listed[1]
    return Edit(Place(place.path, this.line, this.column, after.line, after.column), "")


def _lists(tree: YamlValue | None) -> Iterator[tuple[YamlScalar, YamlSequence]]:
    """The lists that fields hold at the top of a file."""
    for key, value in tree.fields if isinstance(tree, YamlMapping) else ():
        if isinstance(value, YamlSequence):
            yield key, value


def _stands_at(items: YamlSequence, place: Place) -> Iterator[int]:
    for at, item in enumerate(items.items):
        scalars = [item] if isinstance(item, YamlScalar) else [value for _, value in _fields(item)]
        if any((one.place.line, one.place.column) == (place.line, place.column) for one in scalars):
            yield at


def _fields(item: YamlValue) -> Iterator[tuple[YamlScalar, YamlValue]]:
    yield from item.fields if isinstance(item, YamlMapping) else ()


def _held(value: YamlValue | None) -> list[YamlValue]:
    if isinstance(value, YamlSequence):
        return list(value.items)
    return [one for _, one in value.fields] if isinstance(value, YamlMapping) else []


def _lines_of(text: str, place: Place) -> Place:
    """The lines from the comments above a place to the last that is further in than the one it stands on."""
    lines = text.split("\n")
    indent = _indent(lines[place.line - 1])
    first, last = place.line, place.line + 1
    while first > 1 and lines[first - 2].lstrip().startswith("#") and _indent(lines[first - 2]) == indent:
        first -= 1
    while last <= len(lines) and (not lines[last - 1].strip() or _indent(lines[last - 1]) > indent):
        last += 1
    while last > place.line + 1 and not lines[last - 2].strip():
        last -= 1
    end = (last, 1) if last <= len(lines) else (len(lines), len(lines[-1]) + 1)
    return Place(place.path, first, 1, *end)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _at(tree: YamlValue | None, thing: Thing) -> Iterator[tuple[YamlScalar | None, YamlMapping]]:
    """The group of a part, or of a source, with the key that it stands behind, if there is one."""
    place = (thing.record if thing.part is None else thing.value).place
    wanted = (place.line, place.column)
    for key, group in _groups(tree):
        begins = () if thing.part is FACT else (group.place, *(name.place for name, _ in group.fields[:1]))
        if wanted in {(one.line, one.column) for one in (*([key.place] if key else []), *begins)}:
            yield key, group


def _groups(tree: YamlValue | None, key: YamlScalar | None = None) -> Iterator[tuple[YamlScalar | None, YamlMapping]]:
    """Every group below a value, with the key that it stands behind."""
    if isinstance(tree, YamlSequence):
        for item in tree.items:
            yield from _groups(item)
    elif isinstance(tree, YamlMapping):
        yield key, tree
        for inner, value in tree.fields:
            yield from _groups(value, inner)


def _added(text: str, group: YamlMapping, old: str, own: str | None = None, *, last: bool = False) -> Edit:
    """Add an id to the field `was` of a group, which may not be there yet; `last`: at the end of the file then.

    It takes the place of the id `own`, if the group was called so before.
    """
    was = group.get("was")
    again = next((one for one in group.texts("was") if one.text == own), None)
    if again is not None:
        return Edit(again.part(0, len(again.text)), old)
    if not isinstance(was, YamlSequence):
        return _put(text, group, f"was: [{old}]", last=last)
    if _is_flow(text, was.place):
        return Edit(_before_end(was.place), f", {old}" if was.items else old)
    first, end = was.items[0].place, was.items[-1].place
    indent = " " * (_line(text, first.line).index("-"))
    return Edit(Place(end.path, end.line, len(_line(text, end.line)) + 1), f"\n{indent}- {old}")


def _put(text: str, group: YamlMapping, field: str, *, last: bool = False) -> Edit:
    """Put a field into a group."""
    if _is_flow(text, group.place):
        return Edit(_before_end(group.place), f", {field}" if group.fields else field)
    key, value = group.fields[0]
    indent = " " * (key.place.column - 1)
    if last:
        lines = text.split("\n")
        end = Place(key.place.path, len(lines), len(lines[-1]) + 1)
        return Edit(end, f"\n{indent}{field}\n" if lines[-1].strip() else f"{indent}{field}\n")
    if isinstance(value, YamlScalar) and not value.style and value.place.end_line == key.place.line:
        line = key.place.line
        return Edit(Place(key.place.path, line, len(_line(text, line)) + 1), f"\n{indent}{field}")
    return Edit(Place(key.place.path, key.place.line, key.place.column), f"{field}\n{indent}")


def _is_flow(text: str, place: Place) -> bool:
    return _line(text, place.line)[place.column - 1] in "{["


def _before_end(place: Place) -> Place:
    """Right before the bracket that closes a list or a group."""
    return Place(place.path, place.end_line, place.end_column - 1, place.end_line, place.end_column - 1)


def _line(text: str, number: int) -> str:
    return text.split("\n")[number - 1]
