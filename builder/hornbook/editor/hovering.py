"""What is shown of the place where a reader's pointer rests: an id's meaning, a claim's verdict, a field's meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.editor.declared_at import field_at, kind_of, shape_at
from hornbook.editor.names import Called, Position, called_at
from hornbook.editor.outline import spot_at
from hornbook.editor.project import Examined
from hornbook.kinds import PAGE, TERM
from hornbook.load.text import source_text
from hornbook.manual import meaning_of
from hornbook.model import Claim, Sense, Term
from hornbook.model.contents import every_claim
from hornbook.model.declared import Field, words_in
from hornbook.reports.asked import answer_question
from hornbook.reports.values import Report

_KEY = re.compile(r"[\w-]+(?=[ \t]*:(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown, in Markdown, and of what."""

    text: str
    place: Place


def shown_at(examined: Examined, position: Position) -> Shown | None:
    """What is shown at a position; None where there is nothing to say."""
    text = examined.loaded.texts.get(position.path)
    if text is None:
        return None
    field = _field_at(position, text)
    if field is not None:
        return field
    called = called_at(examined, position)
    claim = _claim_at(examined, position)
    parts = [] if called is None else [_told(examined, called)]
    if claim is not None:
        parts += _answered(examined, claim)
    if not parts:
        return _word_at(position, text)
    place = called.place if called is not None else claim.place if claim is not None else Place(position.path)
    return Shown("\n\n---\n\n".join(parts), place)


def _told(examined: Examined, called: Called) -> str:
    """What an id means, and for a term what the framework around it means by the word."""
    entry = called.entry
    parts = [f"**{escaped(entry.label or entry.name)}** – {escaped(entry.called)} `{entry.name}`"]
    if entry.meaning and entry.meaning != entry.label:
        parts.append(escaped(entry.meaning))
    if entry.word == TERM.word:
        framework = called.named.framework if called.named is not None else None
        parts += _senses(examined, entry.name, framework)
    return "\n\n".join(parts)


def _senses(examined: Examined, name: str, framework: str | None) -> Iterator[str]:
    """The senses of a term in a framework; those of all, where none is meant."""
    knowledge = examined.in_order.loaded.knowledge
    term: Term | None = None if knowledge is None else knowledge.terms.get(name)
    for sense in term.senses if term is not None else ():
        if framework is None or sense.framework in {framework, None}:
            label = knowledge.frameworks[sense.framework].label if knowledge and sense.framework else "In general"
            yield f"*{escaped(label)}*: {escaped(_text(sense))}"


def _text(sense: Sense) -> str:
    return " ".join(sense.text.plain_text(lambda target: target.replace("-", " ")).split())


def _claim_at(examined: Examined, position: Position) -> Claim | None:
    """The claim that stands at a position; of several, the one that takes the least room."""
    knowledge = examined.loaded.knowledge
    if knowledge is None or examined.reasoning is None:
        return None
    found = [one for one in every_claim(knowledge) if isinstance(one, Claim) and position.within(one.place)]
    return max(found, key=lambda one: (one.place.line, one.place.column), default=None)


def _answered(examined: Examined, claim: Claim) -> list[str]:
    """The verdict of a claim with its proof or its situations, in the words of `hornbook ask`."""
    assert examined.reasoning is not None
    answer = answer_question(examined.reasoning, f"{claim} in {claim.scope}", None, None)
    if not isinstance(answer, Report):
        return []
    first, *others = answer.text.split("\n")
    lines = [f"**{escaped(first)}**", *(_indented(line) for line in others)]
    return ["  \n".join(lines)]


def _indented(line: str) -> str:
    """A line that keeps how far in it stands, which Markdown would pass over."""
    bare = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(bare)) + escaped(bare)


def _field_at(position: Position, text: str) -> Shown | None:
    """The meaning of the field whose name stands at a position."""
    kind = kind_of(position.path, text)
    line = text.split("\n")[position.line - 1]
    for key in _KEY.finditer(line) if kind is not None and kind is not PAGE else ():
        if key.start() < position.column <= key.end() + 1:
            spot = spot_at(text, _offset(text, position.line, key.start() + 1))
            assert kind is not None
            field = field_at(kind, position.path, (*spot.path, key[0])) if spot.names else None
            if field is not None:
                place = Place(position.path, position.line, key.start() + 1, position.line, key.end() + 1)
                return Shown(_of_field(field), place)
    return None


def _of_field(field: Field) -> str:
    otherwise = field.otherwise or (f"`{field.default}`" if field.default else "")
    last = "It must be there." if field.required else f"If left out: {otherwise}." if otherwise else ""
    return "\n\n".join(filter(None, (f"**{field.name}**", field.meaning, last)))


def _word_at(position: Position, text: str) -> Shown | None:
    """The meaning of a word that is one of those that a field may hold."""
    kind = kind_of(position.path, text)
    line = text.split("\n")[position.line - 1]
    for word in re.finditer(r"[\w-]+", line) if kind is not None and kind is not PAGE else ():
        if word.start() < position.column <= word.end() + 1:
            spot = spot_at(text, _offset(text, position.line, word.end() + 1))
            assert kind is not None
            shape = shape_at(kind, position.path, spot.path)
            words = words_in(shape) if shape is not None else None
            meant = [one for one in words or () if one.value == word[0]]
            if meant:
                place = Place(position.path, position.line, word.start() + 1, position.line, word.end() + 1)
                return Shown(f"**{word[0]}**\n\n{meaning_of(meant[0])}", place)
    return None


def _offset(text: str, line: int, column: int) -> int:
    return source_text("", text).line_starts[line - 1] + column - 1


def escaped(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)
