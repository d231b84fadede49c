"""What the declarations of a kind of file say of a place in it."""

import re
from pathlib import PurePosixPath

from hornbook.editor.outline import Path
from hornbook.kinds import CHAIN, FRAMEWORK, SOURCE, VIEW, Kind
from hornbook.load.text import kind_at
from hornbook.model.declared import ByAtoms, ByIds, Field, Group, Many, Shape, declarations_in, fields_of


def kind_of(path: str, text: str) -> Kind | None:
    """The kind of a file, of which a diagram says itself whether it is a chain."""
    kind = kind_at(path)
    is_chain = kind is VIEW and any(line.split("#")[0].split() == ["kind:", CHAIN.word] for line in text.split("\n"))
    return CHAIN if is_chain else kind


def shape_at(kind: Kind, file: str, path: Path) -> Shape | None:
    """What may be written at a path of a file; None where nothing may, or nothing is known of it."""
    shape: Shape | None = Group((kind.declaration,))
    in_list = kind.many and file == kind.file.format(PurePosixPath(file).stem)
    if in_list and path and (path[0] is None or kind is SOURCE):
        path = path[1:]
    elif in_list:
        return None
    above: Shape | None = None
    for key in path:
        below = _below(shape, key)
        # Of an atom that frameworks mean differently, each of them stands before a record.
        above, shape = shape, shape if below is None and isinstance(above, ByAtoms) else below
    return shape


def field_at(kind: Kind, file: str, path: Path) -> Field | None:
    """The field that stands at a path, if its last part is the name of one."""
    around = shape_at(kind, file, path[:-1]) if path else None
    return None if around is None or path[-1] is None else _field(around, path[-1])


def fields_in(shape: Shape) -> tuple[Field, ...]:
    """The fields that a group of this shape may have, each once."""
    if isinstance(shape, Many) and shape.alone:
        return fields_in(shape.item)
    if not isinstance(shape, Group):
        return ()
    found = {one.name: one for declaration in reversed(shape.declarations) for one in fields_of(declaration)}
    return tuple(found.values())


def framework_around(path: str, text: str, default: str) -> str:
    """The framework whose atoms and implications count in a file; the default one where it names none."""
    if kind_at(path) is FRAMEWORK:
        return PurePosixPath(path).stem
    named = re.search(r"^framework:[ \t]*([^\s#]+)", text, re.MULTILINE)
    return default if named is None else named[1]


def _below(shape: Shape | None, key: str | None) -> Shape | None:
    match shape, key:
        case Many(item), None:
            return item
        case ((ByIds(declaration) | ByAtoms(_, declaration)), str()):
            return Group((declaration,))
        case Many(item, alone=True), str():
            return _below(item, key)
        case Group(), str():
            field = _field(shape, key)
            return None if field is None else field.shape
        case _:
            return None


def _field(shape: Shape, key: str) -> Field | None:
    found = (one for declaration in declarations_in(shape) for one in fields_of(declaration) if one.name == key)
    return next(found, None) if isinstance(shape, Group) else None
