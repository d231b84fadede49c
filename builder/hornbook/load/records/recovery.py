"""What is known of a record in spite of its mistakes, so that each is told once and hides no other."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from hornbook.diagnostics import Diagnostic
from hornbook.kinds import FRAMEWORK, QUESTION, SOURCE, TERM, Kind
from hornbook.load.names import Suggestions
from hornbook.load.records.fields import unknown_field
from hornbook.load.records.meant import field_meant
from hornbook.load.records.reader import meant_among
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence, YamlValue
from hornbook.model.declared import ByIds, Group, Many, Shape, Single, fields_of

_DEFINING = ((FRAMEWORK, "implications"), (TERM, "senses"), (QUESTION, "options"))
"""Fields whose items have ids that other records refer to."""


def respelt(kind: Kind, tree: YamlValue, suggestions: Suggestions, found: list[Diagnostic]) -> YamlValue:
    """The tree of a file, in which a field of an unknown name is the one that was probably meant and is not there."""
    group = Group((kind.declaration,))
    if not kind.many:
        return _respelt(group, tree, suggestions, found)
    if kind is SOURCE and isinstance(tree, YamlMapping):
        return _by_ids(group, tree, suggestions, found)
    return _items(group, tree, suggestions, found)


def _respelt(shape: Shape, tree: YamlValue, suggestions: Suggestions, found: list[Diagnostic]) -> YamlValue:
    match shape:
        case Many(item, alone=True) if not isinstance(tree, YamlSequence):
            return _respelt(item, tree, suggestions, found)
        case Many(item):
            return _items(item, tree, suggestions, found)
        case ByIds(declaration):
            return _by_ids(Group((declaration,)), tree, suggestions, found)
        case Group(declarations) if isinstance(tree, YamlMapping):
            meant = meant_among(declarations, tree)
            return tree if meant is None else _fields(meant, tree, suggestions, found)
        case _:
            return tree


def _items(shape: Shape, tree: YamlValue, suggestions: Suggestions, found: list[Diagnostic]) -> YamlValue:
    if not isinstance(tree, YamlSequence):
        return tree
    if isinstance(shape, Single):
        return tree
    return replace(tree, items=tuple(_respelt(shape, item, suggestions, found) for item in tree.items))


def _by_ids(shape: Shape, tree: YamlValue, suggestions: Suggestions, found: list[Diagnostic]) -> YamlValue:
    if not isinstance(tree, YamlMapping):
        return tree
    return replace(tree, fields=tuple((key, _respelt(shape, one, suggestions, found)) for key, one in tree.fields))


@cache
def _shapes(declaration: type) -> Mapping[str, Shape]:
    return {one.name: one.shape for one in fields_of(declaration)}


def _fields(declaration: type, tree: YamlMapping, suggestions: Suggestions, found: list[Diagnostic]) -> YamlMapping:
    declared = _shapes(declaration)
    absent = declared.keys() - {key.text for key, _ in tree.fields}
    fields = []
    for key, value in tree.fields:
        name = key.text
        if name not in declared and absent and (meant := field_meant(name, absent, suggestions)):
            found.append(unknown_field(key, meant))
            absent -= {meant}
            name = meant
        shape = declared.get(name)
        read = value if shape is None or isinstance(shape, Single) else _respelt(shape, value, suggestions, found)
        fields.append((key if name == key.text else replace(key, text=name), read))
    # Most are as they should be, and need no copy.
    same = all(new is old for pair in zip(fields, tree.fields, strict=True) for new, old in zip(*pair, strict=True))
    return tree if same else replace(tree, fields=tuple(fields))


def lost(kind: Kind, tree: YamlValue) -> Iterator[str]:
    """The words of whatever should define ids and does not have the form for it: they may be ids."""
    if kind is SOURCE and not isinstance(tree, YamlMapping):
        yield from _lost_items(tree)
    if not isinstance(tree, YamlMapping):
        return
    atoms = tree.get("atoms")
    if kind is FRAMEWORK and atoms is not None and not isinstance(atoms, YamlMapping):
        yield from _words(atoms)
    for its_kind, field in _DEFINING:
        if its_kind is kind and (value := tree.get(field)) is not None:
            yield from _lost_items(value)


def _lost_items(tree: YamlValue) -> Iterator[str]:
    for item in tree.items if isinstance(tree, YamlSequence) else (tree,):
        if not isinstance(item, YamlMapping) or not isinstance(tree, YamlSequence):
            yield from _words(item)
        elif item.text("id") is None and item.text("framework") is None:
            yield from (value.text for _, value in item.fields if isinstance(value, YamlScalar) and value.text)


def _words(tree: YamlValue) -> Iterator[str]:
    match tree:
        case YamlScalar(text=text):
            yield from [text] if text else []
        case YamlSequence(items=items):
            for item in items:
                yield from _words(item)
        case YamlMapping(fields=fields):
            for key, value in fields:
                yield from (key.text, *_words(value))
