"""From drafts of a theory to records: a framework with its implications, examples with their facts, sources."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hornbook.diagnostics import Place
from hornbook.imports.naming import id_made_of
from hornbook.imports.sound import is_sound
from hornbook.imports.sources import LONGEST_LINE, as_line, cited
from hornbook.imports.terms import SIMPLER, linked
from hornbook.imports.values import DraftExample, DraftImplication, DraftText, Loss, Theory, Valued
from hornbook.imports.words import as_markdown, shortened
from hornbook.kinds import EXAMPLE, FRAMEWORK, SOURCE
from hornbook.load.records import LONGEST_PROSE
from hornbook.model.records import LONGEST_LABEL

_SILENT = "spaces without a text"


@dataclass(frozen=True, slots=True, kw_only=True)
class TheoryRecords:
    """Records by the paths of their files."""

    records: Mapping[str, dict[str, Any]]
    places: Mapping[str, Place]
    """Where each of them comes from."""
    losses: tuple[Loss, ...]


@dataclass(slots=True)
class _Making:
    """What a theory is made of."""

    ids: dict[str, str]
    """By keys of terms and examples."""
    taken: set[str]
    sources: Mapping[str, str]
    """Ids by keys."""
    losses: list[Loss] = field(default_factory=list)

    def new_id(self, *names: str) -> str:
        name, _ = id_made_of(names, self.taken)
        self.taken.add(name)
        return name

    def text(self, text: DraftText, place: Place, words: str) -> str:
        """A text as ours; without its markup where that is more than ours may hold."""
        parts = (one if isinstance(one, str) else linked(one.key, one.words, self.ids) for one in text.written)
        written = "".join(parts).strip()
        if not is_sound(written):
            self.losses.append(Loss(SIMPLER, place, words, is_change=True))
            written = as_markdown(text.plain, mathematics=True)
        cut = shortened(written, LONGEST_PROSE)
        return f"{cut}\n" if "\n" in cut else cut


def theory_records(
    theory: Theory, ids: Mapping[str, str], sources: Mapping[str, str], taken: Collection[str]
) -> TheoryRecords:
    """The records of a theory.

    `ids` are those of its terms by their keys, `sources` those of the works that it cites; `taken` are the project's.
    """
    making = _Making(dict(ids), {*taken, *ids.values(), *sources.values()}, sources)
    for example in theory.examples:
        making.ids[example.key] = making.new_id(example.label.replace("$", ""), example.key)
    own = making.new_id(theory.label)
    records: dict[str, dict[str, Any]] = {}
    records[SOURCE.own_file.format(own)] = {"title": as_line(theory.label, LONGEST_LINE)}
    framework = making.new_id(f"{theory.label} theorems", "theorems")
    records[FRAMEWORK.own_file.format(framework)] = {
        "label": as_line(theory.label, LONGEST_LABEL),
        "source": own,
        "implications": [dict(_implication(one, name, making)) for one, name in _named(theory.implications)],
    }
    places = {FRAMEWORK.own_file.format(framework): one.place for one in theory.implications[:1]}
    for example in theory.examples:
        path = EXAMPLE.own_file.format(making.ids[example.key])
        records[path], places[path] = dict(_example(example, own, making)), example.place
    return TheoryRecords(records=records, places=places, losses=tuple(making.losses))


def _named(implications: Iterable[DraftImplication]) -> Iterator[tuple[DraftImplication, str]]:
    """The implications with their ids, whatever two files call them."""
    taken: set[str] = set()
    for one in implications:
        name, _ = id_made_of((one.name,), taken)
        taken.add(name)
        yield one, name


def _implication(one: DraftImplication, name: str, making: _Making) -> Iterator[tuple[str, Any]]:
    yield "id", name
    yield "if", [_literal(premise, making) for premise in one.premises]
    yield "then", _literal(one.conclusion, making)
    because = making.text(one.because, one.place, one.name)
    if because:
        yield "because", because
    source = cited(one.cited, making.sources)
    if source is not None:
        yield "source", source


def _literal(valued: Valued, making: _Making) -> str:
    key, holds = valued
    return making.ids[key] if holds else f"not {making.ids[key]}"


def _example(one: DraftExample, own: str, making: _Making) -> Iterator[tuple[str, Any]]:
    yield "label", as_line(one.label, LONGEST_LABEL)
    text = making.text(one.text, one.place, one.label)
    if not text:
        making.losses.append(Loss(_SILENT, one.place, one.label, is_change=True))
    yield "text", text or as_markdown(one.label, mathematics=False)
    if one.facts:
        yield "facts", {making.ids[key]: _fact(one, key, making) for key in one.facts}
    yield "source", cited(one.cited, making.sources) or own


def _fact(example: DraftExample, key: str, making: _Making) -> Any:  # noqa: ANN401 - a value, or a group with one
    fact = example.facts[key]
    words = f"{example.label}, {key}"
    because = making.text(fact.because, example.place, words)
    source = cited(fact.cited, making.sources)
    more = {name: value for name, value in (("because", because), ("source", source)) if value}
    return {"value": fact.holds, **more} if more else fact.holds
