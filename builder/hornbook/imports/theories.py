"""From drafts of a theory to records: a framework with its implications, examples with their facts, sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hornbook.diagnostics import Place
from hornbook.imports.naming import id_made_of
from hornbook.imports.sound import is_sound, is_sound_line
from hornbook.imports.terms import SIMPLER, linked
from hornbook.imports.values import DraftExample, DraftImplication, DraftSource, DraftText, Loss, Theory, Valued
from hornbook.imports.words import as_field, as_markdown, escaped_line, shortened
from hornbook.kinds import EXAMPLE, FRAMEWORK, SOURCE
from hornbook.load.records import LONGEST_PROSE
from hornbook.model.records import LONGEST_LABEL

_LONGEST_LINE = 500
_MORE = "sources beside the first"
_SILENT = "spaces without a text"


@dataclass(frozen=True, slots=True, kw_only=True)
class TheoryRecords:
    """Records by the paths of their files."""

    records: Mapping[str, dict[str, Any]]
    losses: tuple[Loss, ...]


@dataclass(slots=True)
class _Making:
    """What a theory is made of."""

    ids: dict[str, str]
    """By keys of terms and examples."""
    taken: set[str]
    sources: dict[str, str] = field(default_factory=dict)
    """Ids by keys; the empty key is the theory itself."""
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

    def source(self, cited: Sequence[str], place: Place, words: str) -> str | None:
        """The id of the first work that is cited; others have no place."""
        for key in cited[1:]:
            self.losses.append(Loss(_MORE, place, f"{words}: {key}"))
        return self.sources[cited[0]] if cited else None


def theory_records(theory: Theory, ids: Mapping[str, str], taken: Sequence[str]) -> TheoryRecords:
    """The records of a theory; `ids` are those of its terms by their keys, `taken` those of the project."""
    making = _Making(dict(ids), {*taken, *ids.values()})
    for example in theory.examples:
        making.ids[example.key] = making.new_id(example.label.replace("$", ""), example.key)
    own = making.sources[""] = making.new_id(theory.label)
    records: dict[str, dict[str, Any]] = {}
    records[SOURCE.own_file.format(own)] = {"title": as_line(theory.label, _LONGEST_LINE)}
    for key, source in theory.sources.items():
        name = making.sources[key] = making.new_id(key)
        records[SOURCE.own_file.format(name)] = _source(source)
    framework = making.new_id(f"{theory.label} theorems", "theorems")
    records[FRAMEWORK.own_file.format(framework)] = {
        "label": as_line(theory.label, LONGEST_LABEL),
        "source": own,
        "implications": [dict(_implication(one, making)) for one in theory.implications],
    }
    for example in theory.examples:
        records[EXAMPLE.own_file.format(making.ids[example.key])] = dict(_example(example, own, making))
    return TheoryRecords(records=records, losses=tuple(making.losses))


def as_line(text: str, longest: int) -> str:
    """A text for a field on one line; a formula that cannot be set is shown as it is written."""
    line = shortened(as_field(text), longest)
    if is_sound_line(line):
        return line
    return next(
        one for less in range(longest) if len(one := escaped_line(line[: longest - less], mathematics=True)) <= longest
    )


def _source(source: DraftSource) -> dict[str, Any]:
    return {"title": as_line(source.title, _LONGEST_LINE), "URL": source.address}


def _implication(one: DraftImplication, making: _Making) -> Iterator[tuple[str, Any]]:
    yield "id", one.name
    yield "if", [_literal(premise, making) for premise in one.premises]
    yield "then", _literal(one.conclusion, making)
    because = making.text(one.because, one.place, one.name)
    if because:
        yield "because", because
    cited = making.source(one.cited, one.place, one.name)
    if cited is not None:
        yield "source", cited


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
    yield "source", making.source(one.cited, one.place, one.label) or own


def _fact(example: DraftExample, key: str, making: _Making) -> Any:  # noqa: ANN401 - a value, or a group with one
    fact = example.facts[key]
    words = f"{example.label}, {key}"
    because = making.text(fact.because, example.place, words)
    cited = making.source(fact.cited, example.place, words)
    more = {name: value for name, value in (("because", because), ("source", cited)) if value}
    return {"value": fact.holds, **more} if more else fact.holds
