"""The manual of how records are written: made from the declarations, and from the example project of the package."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from hornbook.addresses import Section, first_uses, sections_of
from hornbook.kinds import CHAIN, KINDS, VIEW, Kind
from hornbook.language import in_context, later, say
from hornbook.load.records import meant_among
from hornbook.load.text import SourceText, source_text
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence, YamlValue, read_yaml
from hornbook.manual.descriptions import in_words, written_alone
from hornbook.manual.schemas import meaning_of
from hornbook.model.declared import ByAtoms, ByIds, Field, Group, Many, Shape, declarations_in, fields_of, named_by_file
from hornbook.model.manual import Code, Excerpt, FieldManual, Phrase, SectionManual, WordManual, phrase, say_phrase

EXAMPLE = "example"
"""The folder of the package that holds the project."""
PART = "a part of files"
"""In which use the titles of sections are translated: "Link" is none of the web's."""

Use = tuple[type, str | None]
"""A field of a class by its name in YAML; None: a record of the class without the names of its fields."""

_RULES = {
    "together": later("{one} and {other} go together: both are written, or neither is."),
    "either": later("One of {one} and {other} must be there; both may."),
    "apart": later("Nothing may stand in both {one} and {other}."),
}
"""What classes say of two of their fields, by the name under which they say it."""


def field_manual(kinds: tuple[Kind, ...] = KINDS) -> tuple[SectionManual, ...]:
    """A section for each kind of file that holds records, and below it the parts that it is the first to use.

    It is in the language that is spoken.
    """
    sections = {section.declaration: section for section in sections_of(kinds)}
    examples = excerpts(tuple(section.kind for section in sections.values() if section.kind))
    words = {anchor: words for words, anchor in first_uses(kinds).items()}
    return tuple(
        SectionManual(
            title=in_context(PART, section.name.capitalize()),
            anchor=section.anchor,
            is_kind=section.kind is not None,
            meaning=phrase(say(summary(declaration))),
            file=_file(section.kind) if section.kind else (),
            alone=written_alone(declaration),
            example_alone=examples.get((declaration, None)),
            rules=tuple(_rules(declaration)),
            fields=tuple(_fields(section, sections, examples, words)),
        )
        for declaration, section in sections.items()
    )


def _fields(
    section: Section,
    sections: Mapping[type, Section],
    examples: Mapping[Use, Excerpt],
    words: Mapping[str, type[StrEnum]],
) -> Iterator[FieldManual]:
    for field in fields_of(section.declaration):
        anchor = section.field_anchor(field.name)
        yield FieldManual(
            name=field.name,
            anchor=anchor,
            required=field.required,
            otherwise=_otherwise(field),
            holds=in_words(field.shape, sections),
            meaning=phrase(say(field.meaning)),
            words=tuple(_word(anchor, word) for word in words.get(anchor, ())),
            example=examples.get((section.declaration, field.name)),
        )


def _word(anchor: str, word: StrEnum) -> WordManual:
    return WordManual(word.value, f"{anchor}-{word}", phrase(say(meaning_of(word))))


def _otherwise(field: Field) -> Phrase:
    if field.required:
        return ()
    if field.otherwise:
        return phrase(say(field.otherwise))
    return (Code(field.default),) if field.default else ()


def summary(declaration: type) -> str:
    """What a class says of itself first."""
    return " ".join((declaration.__doc__ or "").partition("\n\n")[0].split())


def _file(kind: Kind) -> Phrase:
    """Where its files stand, and what one holds."""
    if not kind.has_files:
        file = (Code(kind.file),)
        if not kind.many:
            return say_phrase("It stands in {file}.", file=file)
        if kind.apart is None:
            return say_phrase("All stand in {file}, as a list.", file=file)
        return say_phrase(
            "All stand in {file}, as a list. Each may have a file of its own instead, {own}.",
            file=file,
            own=(Code(kind.apart.format("ID")),),
        )
    declaration: type = kind.declaration
    if named_by_file(declaration):
        return say_phrase("Each stands in {file}.", file=(Code(kind.file.format("ID")),))
    file = (Code(kind.file.format("SOURCE")),)
    return say_phrase("Those of a source stand in {file}, as a list.", file=file)


def _rules(declaration: type) -> Iterator[Phrase]:
    for said, words in _RULES.items():
        names: tuple[str, ...] = getattr(declaration, said, ())
        if names:
            one, other = names
            yield say_phrase(words, one=(Code(one),), other=(Code(other),))


@cache
def excerpts(kinds: tuple[Kind, ...]) -> Mapping[Use, Excerpt]:
    """For each field that the example project uses the shortest of its uses, the first of those that are as short."""
    found: dict[Use, Excerpt] = {}
    for kind in kinds:
        for record in _records(kind):
            for use, excerpt in _uses(Group((kind.declaration,)), record):
                if use not in found or _length(excerpt) < _length(found[use]):
                    found[use] = excerpt
    return found


def cut(key: YamlScalar, value: YamlValue) -> Excerpt:
    """A field as it is written, from its name to the end of its value, moved to the left."""
    source = key.source
    first, *others = source.text[key.start : _end(value, source)].rstrip().split("\n")
    indent = key.place.column - 1
    return Excerpt(source.path, "\n".join([first, *(line[indent:] for line in others)]))


def _length(excerpt: Excerpt) -> tuple[int, int]:
    return excerpt.text.count("\n"), len(excerpt.text)


def _records(kind: Kind) -> Iterator[YamlValue]:
    folder = PurePosixPath(kind.file).parent.as_posix()
    for path, tree in _trees(folder):
        if PurePosixPath(path).match(kind.file.replace("{}", "*")) and _is_of(kind, tree):
            yield from tree.items if isinstance(tree, YamlSequence) else (tree,)


def _is_of(kind: Kind, tree: YamlValue) -> bool:
    """Whether a file in the folder of this kind is of it: views and chains share theirs, and chains say so."""
    says = tree.text("kind") if isinstance(tree, YamlMapping) else None
    is_chain = says is not None and says.text == CHAIN.word
    return kind not in (VIEW, CHAIN) or is_chain is (kind is CHAIN)


@cache
def _trees(folder: str) -> tuple[tuple[str, YamlValue], ...]:
    """The files of a folder of the example project, by path."""
    found = []
    for file in sorted((files("hornbook") / EXAMPLE / folder).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            path = f"{folder}/{file.name}"
            tree = read_yaml(source_text(path, file.read_text(encoding="utf-8"))).value
            assert tree is not None
            found.append((path, tree))
    return tuple(found)


def _uses(shape: Shape, tree: YamlValue) -> Iterator[tuple[Use, Excerpt]]:
    """Every use of a field in a value of this shape."""
    match shape, tree:
        case Many(item), _:
            for one in tree.items if isinstance(tree, YamlSequence) else (tree,):
                yield from _uses(item, one)
        case ByAtoms(_, declaration), YamlMapping(fields):
            for key, one in fields:
                yield from _uses_by_key(declaration, key, one)
                for inner, record in one.fields if isinstance(one, YamlMapping) else ():
                    if isinstance(record, YamlMapping):
                        yield from _uses_by_key(declaration, inner, record)
        case ByIds(declaration), YamlMapping(fields):
            for key, one in fields:
                yield from _uses_by_key(declaration, key, one)
        case Group(declarations), YamlMapping():
            meant = meant_among(declarations, tree)
            assert meant is not None
            yield from _uses_of_fields(meant, tree)
        case _:
            pass


def _uses_by_key(declaration: type, key: YamlScalar, tree: YamlValue) -> Iterator[tuple[Use, Excerpt]]:
    """The uses in a record behind a key; it may be the value of one field alone."""
    if not isinstance(tree, YamlMapping):
        yield (declaration, None), cut(key, tree)
    yield from _uses(Group((declaration,)), tree)


def _uses_of_fields(declaration: type, tree: YamlMapping) -> Iterator[tuple[Use, Excerpt]]:
    for field in fields_of(declaration):
        key, value = tree.key(field.name), tree.get(field.name)
        if key is None or value is None:
            continue
        excerpt = cut(key, value)
        yield (declaration, field.name), excerpt
        items = value.items if isinstance(value, YamlSequence) else (value,)
        if any(isinstance(item, YamlScalar) for item in items):
            yield from (((part, None), excerpt) for part in declarations_in(field.shape)[:1])
        yield from _uses(field.shape, value)


def _end(value: YamlValue, source: SourceText) -> int:
    """Where a value ends in its file; the place of a block text, and of what it ends, is that of the sign alone."""
    if isinstance(value, YamlScalar):
        return value.end
    place = value.place
    own = source.line_starts[place.end_line - 1] + place.end_column - 1
    inside = value.items if isinstance(value, YamlSequence) else tuple(one for _, one in value.fields)
    return max((own, *(_end(one, source) for one in inside)))
