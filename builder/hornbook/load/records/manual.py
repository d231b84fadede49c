"""The manual of how records are written: made from the declarations, and from the example project of the package."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

from hornbook.addresses import Section, first_uses, sections_of
from hornbook.kinds import KINDS, Kind
from hornbook.load.records.excerpts import Use, excerpts
from hornbook.load.records.in_words import in_words, written_alone
from hornbook.logic import Verdict
from hornbook.model.declared import Field, fields_of, named_by_file
from hornbook.model.fields import Word
from hornbook.model.manual import Excerpt, FieldManual, Phrase, SectionManual, WordManual, phrase
from hornbook.reasoning.verdicts import VERDICT_WORDS

_RULES = {
    "together": "{0} and {1} go together: both are written, or neither is.",
    "either": "One of {0} and {1} must be there; both may.",
    "apart": "Nothing may stand in both {0} and {1}.",
}
"""What classes say of two of their fields, by the name under which they say it."""


@cache
def field_manual(kinds: tuple[Kind, ...] = KINDS) -> tuple[SectionManual, ...]:
    """A section for each kind of file that holds records, and below it the parts that it is the first to use."""
    sections = {section.declaration: section for section in sections_of(kinds)}
    examples = excerpts(tuple(section.kind for section in sections.values() if section.kind))
    words = {anchor: words for words, anchor in first_uses(kinds).items()}
    return tuple(
        SectionManual(
            title=section.name.capitalize(),
            anchor=section.anchor,
            is_kind=section.kind is not None,
            meaning=phrase(_summary(declaration)),
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
            meaning=phrase(field.meaning),
            words=tuple(WordManual(word.value, f"{anchor}-{word}", _meaning(word)) for word in words.get(anchor, ())),
            example=examples.get((section.declaration, field.name)),
        )


def _otherwise(field: Field) -> Phrase:
    if field.required:
        return ()
    return phrase(field.otherwise or (f"`{field.default}`" if field.default else ""))


def _summary(declaration: type) -> str:
    """What a class says of itself first."""
    return " ".join((declaration.__doc__ or "").partition("\n\n")[0].split())


def _meaning(word: StrEnum) -> Phrase:
    """What a word means to whoever chooses it; a verdict is the logic's, which has no words for people."""
    if isinstance(word, Verdict):
        return phrase(VERDICT_WORDS[word].meaning)
    assert isinstance(word, Word)
    return phrase(word.meaning)


def _file(kind: Kind) -> Phrase:
    """Where its files stand, and what one holds."""
    if not kind.has_files:
        return phrase(f"All stand in `{kind.file}`, as a list." if kind.many else f"It stands in `{kind.file}`.")
    declaration: type = kind.declaration
    if named_by_file(declaration):
        return phrase(f"Each stands in `{kind.file.format('ID')}`.")
    return phrase(f"Those of a source stand in `{kind.file.format('SOURCE')}`, as a list.")


def _rules(declaration: type) -> Iterator[Phrase]:
    for said, words in _RULES.items():
        names: tuple[str, ...] = getattr(declaration, said, ())
        if names:
            yield phrase(words.format(*(f"`{name}`" for name in names)))
