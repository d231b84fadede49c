"""Records that stand in the folder of another kind: what they look like, by the names of their fields."""

from hornbook.diagnostics import Code, Diagnostic
from hornbook.kinds import KINDS, PAGE, VIEW, Kind
from hornbook.load.tree import YamlMapping, YamlValue
from hornbook.model.declared import fields_of

FILE_MISPLACED = Code(
    "file-misplaced",
    "A file holds a record of another kind than those of its folder, so that it would be read as something else.",
    "The file `glossary/faq/snow.yaml`, which says what the term “Snow” means.",
)
_LEAST = 2
"""So many fields that the folder's kind does not have tell that another kind is meant."""


def _names(kind: Kind) -> tuple[frozenset[str], frozenset[str]]:
    """The names of a kind's fields, and those that each record of it has."""
    declaration: type = kind.declaration
    fields = fields_of(declaration)
    return frozenset(one.name for one in fields), frozenset(one.name for one in fields if one.required)


def kind_meant(kind: Kind, tree: YamlValue) -> Kind | None:
    """The kind that a record looks like which is none of its folder's; None where it may be one of those."""
    if kind.many or not kind.has_files or kind.folder == VIEW.folder or not isinstance(tree, YamlMapping):
        return None
    given = {key.text for key, _ in tree.fields}
    known, required = _names(kind)
    if len(given - known) < _LEAST or required <= given:
        return None
    others = [
        other
        for other in KINDS
        if other not in (kind, PAGE) and other.has_files and not other.many and other.folder != VIEW.folder
    ]
    fitting = [other for other in others if _names(other)[1] <= given <= _names(other)[0]]
    return fitting[0] if len(fitting) == 1 else None


def in_wrong_folder(path: str, tree: YamlMapping, kind: Kind, meant: Kind) -> Diagnostic:
    """Say that a record stands in the wrong folder, and where it should stand."""
    first = tree.fields[0][0].place if tree.fields else tree.place
    message = f"this looks like {meant.one}, but `{kind.folder}/` is for {kind.called}s"
    name = path.rpartition("/")[2]
    return Diagnostic(first, FILE_MISPLACED, message, hint=f"move it to `{meant.folder}/{name}`")
