"""The small values that records are made of, converted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.load.project_ids import Known
from hornbook.load.records import CitationRecord
from hornbook.load.yaml_values import YamlScalar
from hornbook.logic import Literal
from hornbook.model import Citation, Claim, Evidence, Prose
from hornbook.model.notation import parse_literal


@dataclass(frozen=True, slots=True)
class Context:
    """What conversion draws on: all ids, and the texts and claims that were parsed when references were checked."""

    known: Known
    prose: Mapping[Place, Prose]
    claims: Mapping[Place, Claim]

    @property
    def framework(self) -> str:
        """The default framework."""
        return self.known.default_framework


def line(scalar: YamlScalar) -> str:
    """Plain text, without the line break that a block in YAML ends with."""
    return scalar.text.strip()


def lines(scalars: Iterable[YamlScalar]) -> tuple[str, ...]:
    """Several ids or names, each once; a second time is reported and says nothing more."""
    return tuple(dict.fromkeys(scalar.text for scalar in scalars))


def text_of(scalar: YamlScalar | None) -> str | None:
    """A value that may be left out."""
    return scalar.text if scalar else None


def flag(scalar: YamlScalar | None, *, default: bool) -> bool:
    """A truth value that may be left out."""
    return scalar.text == "true" if scalar else default


def literals(scalars: Iterable[YamlScalar]) -> tuple[Literal, ...]:
    """Literals whose form was validated, each once."""
    parsed = [parse_literal(scalar.text) for scalar in scalars]
    assert all(isinstance(literal, Literal) for literal in parsed)
    return tuple(dict.fromkeys(literal for literal in parsed if isinstance(literal, Literal)))


def prose(context: Context, scalar: YamlScalar) -> Prose:
    """A text that was parsed before."""
    return context.prose[scalar.place]


def some_prose(context: Context, scalar: YamlScalar | None) -> Prose | None:
    """A text that may be left out."""
    return prose(context, scalar) if scalar else None


def citation(record: CitationRecord) -> Citation:
    """A source and the place in it."""
    return Citation(ref=record.ref.text, at=line(record.at) if record.at else None, place=record.place)


def evidence(word: YamlScalar | None) -> Evidence:
    """How something rests on its source; stated where nothing is said."""
    return Evidence(word.text) if word else Evidence.STATED


def cited(record: CitationRecord | None, default: Citation, place: Place) -> Citation:
    """A citation that may be left out: then the source of what it stands in, without the place in it."""
    return citation(record) if record else Citation(ref=default.ref, place=place)
