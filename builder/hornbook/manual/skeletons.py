"""The beginning of a new file: what must be written, with what each field means, and what may be added as comments."""

from collections.abc import Iterable, Iterator

from hornbook.kinds import Kind
from hornbook.language import ENGLISH, catalogue, speaking
from hornbook.manual.sections import field_manual
from hornbook.model.declared import Field, Group, Many, Shape, declarations_in, fields_of, words_in
from hornbook.model.manual import Code, Excerpt, FieldManual, Phrase, SectionManual

_WIDTH = 100
_NOT_AT_FIRST = frozenset({"was", "elsewhere"})
"""What nothing new has, and what is seldom known of it: addresses that begin a file on the web have little room."""


def skeleton(kind: Kind, name: str, schema: str | None = None, label: str | None = None) -> str:
    """The text of a new file for the record `name` of a kind.

    Required fields stand there, empty where only its author can say what goes in; others are comments with an example.
    Of fields of which one must be given, the first counts as required.
    `schema` is the address of the JSON Schema of the kind, for editors; `label` is what the record is called, if that
    is not made of its id. It is in English whatever the site's language: whoever keeps the files may read no other,
    and addresses that begin a file on the web have little room.
    """
    with speaking(catalogue(ENGLISH)):
        return _skeleton(kind, name, schema, label)


def _skeleton(kind: Kind, name: str, schema: str | None, label: str | None) -> str:
    section = next(one for one in field_manual() if one.is_kind and one.title == kind.called.capitalize())
    modeline = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines = [*modeline, *_comment(_plain(section.meaning)), ""]
    if not kind.many or kind.apart is not None:
        without = {*_NOT_AT_FIRST, "id"} if kind.many else _NOT_AT_FIRST
        fields = [one for one in _fields_of(kind.declaration) if one.name not in without]
        lines += _record(kind, section, fields, label or _label_of(name))
    else:
        required = [one for one in _fields_of(kind.declaration) if one.required]
        lines += [line for one in required for line in _described(section, one)]
        lines += _indented(_required(required, kind, label or _label_of(name)), "- ", "  ")
    return "\n".join(lines) + "\n"


def _fields_of(declaration: type) -> tuple[Field, ...]:
    return fields_of(declaration)


def _label_of(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _record(kind: Kind, section: SectionManual, fields: list[Field], label: str) -> Iterator[str]:
    first: tuple[str, ...] = getattr(kind.declaration, "either", ())[:1]
    for field in fields:
        if field.required or field.name in first:
            yield from _described(section, field)
            yield from _required([field], kind, label)
    yield ""
    yield from _comment("What may be added; delete what is not needed.")
    for field in fields:
        if not field.required and field.name not in first:
            yield "#"
            yield from _described(section, field)
            yield from _example(section, field)


def _described(section: SectionManual, field: Field) -> list[str]:
    """A comment that says what a field means and what it may hold."""
    manual = _manual(section, field)
    words = words_in(field.shape)
    if words is not None and len(words) > 1:
        return [
            *_comment(_plain(manual.meaning)),
            *(f"#   {word.value}: {getattr(word, 'meaning', '')}" for word in words),
        ]
    return _comment(f"{_plain(manual.meaning)} ({_plain(manual.holds)})")


def _example(section: SectionManual, field: Field) -> list[str]:
    example: Excerpt | None = _manual(section, field).example
    text = f"{field.name}:" if example is None else example.text
    return [f"# {line}" for line in text.rstrip("\n").split("\n")]


def _manual(section: SectionManual, field: Field) -> FieldManual:
    return next(one for one in section.fields if one.name == field.name)


def _required(fields: Iterable[Field], kind: Kind, label: str) -> list[str]:
    """Required fields as they are written, those of what stands in them included."""
    lines: list[str] = []
    for field in fields:
        inside = _required(_inside(field.shape), kind, "")
        is_list = isinstance(field.shape, Many) and not field.shape.alone
        if inside:
            lines.append(f"{field.name}:")
            lines += _indented(inside, "  - ", "    ") if is_list else _indented(inside, "  ", "  ")
        else:
            lines.append(f"{field.name}: {'[]' if is_list else _value(field, kind, label)}".rstrip())
    return lines


def _value(field: Field, kind: Kind, label: str) -> str:
    """What a field of a new record holds already: what it is called, or the one word that it may hold."""
    words = words_in(field.shape)
    if words is not None and len(words) == 1:
        return next(iter(words)).value
    is_name = kind.title is not None and kind.title.endswith(f"{{0.{field.path[0]}}}")
    return label if is_name or field.name == "label" else ""


def _inside(shape: Shape) -> list[Field]:
    """The required fields of the records that stand in a field, where they are written with their names."""
    item = shape.item if isinstance(shape, Many) else shape
    declarations = declarations_in(shape)
    if not isinstance(item, Group) or len(declarations) != 1 or getattr(declarations[0], "shorthand", None):
        return []
    return [one for one in _fields_of(declarations[0]) if one.required]


def _indented(lines: list[str], first: str, other: str) -> list[str]:
    return [(other if number else first) + line for number, line in enumerate(lines)]


def _plain(words: Phrase) -> str:
    return "".join(
        one if isinstance(one, str) else f"`{one.text}`" if isinstance(one, Code) else one.words for one in words
    )


def _comment(text: str) -> list[str]:
    """A text as lines of comment."""
    lines, line = [], "#"
    for word in text.split():
        if len(line) + 1 + len(word) > _WIDTH:
            lines.append(line)
            line = "#"
        line += f" {word}"
    return [*lines, line]
