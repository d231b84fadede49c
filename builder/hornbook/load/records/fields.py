"""The names of a record's fields: those that are not known, with what was meant, and those that are missing."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines, written_at
from hornbook.diagnostics.formats import shown
from hornbook.load.names import FIELD_MISSING, Suggestions
from hornbook.load.records.meant import field_meant, is_certain
from hornbook.load.records.rules import beginning
from hornbook.load.tree import ScalarKind, YamlMapping, YamlScalar, YamlValue
from hornbook.model.declared import Field

FIELD_UNKNOWN = Code(
    "field-unknown",
    "A record has a field of a name that its kind of record does not have, so nothing would be made of it.",
    Lines("glossary/terms/rain.yaml", "shrot: Water falls from the sky.", "short: Water falls from the sky."),
)


def unknown_field(key: YamlScalar, meant: str) -> Diagnostic:
    """Say that a field of another name was meant."""
    message, hint = f"there is no field `{shown(key.text)}` here", f"did you mean `{meant}`?"
    fix = meant if is_certain(key.text, meant) else None
    return Diagnostic(key.place, FIELD_UNKNOWN, message, hint=hint, fix=written_at(key.place, fix))


def wrong_names(declared: tuple[Field, ...], tree: YamlMapping, suggestions: Suggestions) -> Iterator[Diagnostic]:
    """Fields of a group that are not known, and those that are missing."""
    names = [one.name for one in declared]
    before: tuple[YamlScalar, YamlValue] | None = None
    for key, value in tree.fields:
        if key.text in names:
            before = key, value
            continue
        cut = _cut(before, key, value)
        if cut is not None:
            yield cut
            continue
        meant = field_meant(key.text, names, suggestions)
        hint = f"the fields are {', '.join(f'`{name}`' for name in names)}"
        if meant is not None:
            hint = (
                f"`{meant}` says this, and is given already; delete one of the two, or move the text to another field"
            )
        yield Diagnostic(key.place, FIELD_UNKNOWN, f"there is no field `{shown(key.text)}` here", hint=hint)
    for one in declared:
        if one.required and tree.get(one.name) is None:
            yield Diagnostic(beginning(tree), FIELD_MISSING, f"`{one.name}` is missing", hint=f"add `{one.name}: …`")


def _cut(before: tuple[YamlScalar, YamlValue] | None, key: YamlScalar, value: YamlValue) -> Diagnostic | None:
    """Say that a comma within braces ended the value before it: YAML takes what follows for a field of its own."""
    if before is None or not isinstance(value, YamlScalar) or value.kind is not ScalarKind.NOTHING or value.text:
        return None
    name, cut = before
    source = key.source.text
    if not isinstance(cut, YamlScalar) or cut.style or source[cut.end : key.start].strip() != ",":
        return None
    whole = source[cut.start : key.end]
    message = f"YAML takes `{shown(key.text)}` for a field, because a comma stands before it"
    hint = f'put the whole value in quotes: `{name.text}: "{whole}"`'
    return Diagnostic(key.place, FIELD_UNKNOWN, message, hint=hint)
