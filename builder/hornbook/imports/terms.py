"""From drafts to records of terms: each gets an id of its own, by which everything else names it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hornbook.imports.marks import OwnIds, marked, unmarked
from hornbook.imports.naming import id_made_of
from hornbook.imports.sources import cited, source_ids
from hornbook.imports.values import Draft, Loss, Vocabulary, Written
from hornbook.imports.words import as_field, as_markdown, escaped_line, fitting, one_line, shortened
from hornbook.load.records import LONGEST_PROSE
from hornbook.model.prose import first_sentence
from hornbook.model.records import LONGEST_BEGINNING, LONGEST_LABEL, LONGEST_SHORT, Relation
from hornbook.model.shared_names import compared

LONGEST_ALIAS = 500
MOST_ALIASES = 2_000
"""Of one term."""
CITED_SENSE = "definition"
"""What a sense is called that is a text with its sources."""
SIMPLER = "texts whose markup or formulas cannot be kept"
_NUMBERED = "ids that two terms would have"
_CUT = "labels and texts that are too long"
_MORE = f"other names of a term beyond {MOST_ALIASES:,}"
_SHARED = "names that several terms have, which no mention links"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What the project has already."""

    ids: Collection[str] = ()
    others: Collection[str] = ()
    """Ids of other records, which no source gets."""
    names: Collection[str] = ()
    """Labels and aliases of its terms, as names are compared."""
    mathematics: bool = True
    """Whether dollar signs begin formulas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Records by id, and what became of each draft."""

    records: Mapping[str, dict[str, Any]]
    ids: Mapping[str, str]
    """By the keys of the drafts."""
    sources: Mapping[str, str]
    """The ids of the works that are cited, by their keys."""
    losses: tuple[Loss, ...]


@dataclass(slots=True)
class _Naming:
    """What has been given so far."""

    taken: Taken
    has_formulas: bool
    names: dict[str, str] = field(default_factory=dict)
    """The key of the draft that has each name, as names are compared."""
    losses: list[Loss] = field(default_factory=list)

    def give(self, name: str, draft: Draft) -> None:
        """Note a name that a term has; that another one has it too is said."""
        same = compared(name)
        if same in self.taken.names or self.names.get(same, draft.key) != draft.key:
            self.lose(_SHARED, draft, name, is_change=True)
        self.names.setdefault(same, draft.key)

    def line(self, text: str) -> str:
        keeps = self.has_formulas and self.taken.mathematics
        return as_field(text) if keeps else escaped_line(text, mathematics=self.taken.mathematics)

    def lose(self, what: str, draft: Draft, words: str, *, is_change: bool = False) -> None:
        self.losses.append(Loss(what, draft.place, words, is_change))


def terms_of(vocabulary: Vocabulary, taken: Taken, own: OwnIds, plain: Collection[str] = ()) -> Terms:
    """The records of a vocabulary's terms; those whose keys are in `plain` without the markup and formulas of others.

    An id that is given already gets a number; `own` are the ids of the words that mark terms.
    """
    naming = _Naming(taken, vocabulary.has_formulas)
    ids = _ids(vocabulary.terms, naming)
    labels = {draft.key: _label(draft, naming) for draft in vocabulary.terms}
    aliases = {draft.key: tuple(_aliases(draft, labels[draft.key], naming)) for draft in vocabulary.terms}
    sources = source_ids(vocabulary.sources, {*taken.ids, *taken.others, *ids.values()})
    given = _Given(labels, aliases, ids, own, sources)
    records = {ids[one.key]: dict(_fields(one, given, naming, is_plain=one.key in plain)) for one in vocabulary.terms}
    losses = (*naming.losses, *(loss for draft in vocabulary.terms for loss in unmarked(draft, own)))
    return Terms(records=records, ids=ids, sources=sources, losses=losses)


@dataclass(frozen=True, slots=True)
class _Given:
    """What records name, by the keys of the drafts; likewise the works."""

    labels: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    ids: Mapping[str, str]
    own: OwnIds
    sources: Mapping[str, str]


def _ids(drafts: Iterable[Draft], naming: _Naming) -> dict[str, str]:
    ids: dict[str, str] = {}
    taken = set(naming.taken.ids)
    for draft in drafts:
        ids[draft.key], is_numbered = id_made_of((*draft.names, draft.label), taken)
        taken.add(ids[draft.key])
        if is_numbered:
            naming.lose(_NUMBERED, draft, f"`{ids[draft.key]}` for {draft.label}", is_change=True)
    return ids


def _label(draft: Draft, naming: _Naming) -> str:
    """Its label, no longer than labels are."""
    label = fitting(draft.label, LONGEST_LABEL, naming.line)
    if label != draft.label:
        naming.lose(_CUT, draft, draft.label, is_change=True)
    naming.give(label, draft)
    return label


def _aliases(draft: Draft, label: str, naming: _Naming) -> Iterator[str]:
    """Other names, none of them twice."""
    wanted = (draft.label, *draft.aliases) if len(draft.label) > LONGEST_LABEL else draft.aliases
    given = {compared(label)}
    if len(wanted) > MOST_ALIASES:
        naming.lose(_MORE, draft, f"{len(wanted) - MOST_ALIASES:,} of {label}")
    for alias in map(one_line, wanted[:MOST_ALIASES]):
        same = compared(alias)
        if not alias or same in given:
            continue
        given.add(same)
        if len(naming.line(alias)) > LONGEST_ALIAS:  # as it is written: signs that would be markup grow
            naming.lose(_CUT, draft, alias)
        else:
            naming.give(alias, draft)
            yield alias


def _fields(draft: Draft, given: _Given, naming: _Naming, *, is_plain: bool) -> Iterator[tuple[str, Any]]:
    mathematics, ids = naming.taken.mathematics, given.ids
    label, aliases = given.labels[draft.key], given.aliases[draft.key]

    def line(text: str) -> str:
        return escaped_line(text, mathematics=mathematics) if is_plain else naming.line(text)

    yield "label", line(label)
    if aliases:
        yield "aliases", [line(alias) for alias in aliases]
    yield from marked(draft, given.own)
    text = as_markdown(draft.plain, mathematics=mathematics) if is_plain else _written(draft.text, ids)
    yield from _meaning(draft, text, cited(draft.cited, given.sources) if text else None, naming, line)
    related = _ids_of(draft.related, draft, ids)
    if related:
        yield "related", related
    match = {relation.value: found for relation in draft.match if (found := _ids_of(draft.match[relation], draft, ids))}
    if match:
        yield "match", match
    elsewhere = {relation.value: [*draft.elsewhere[relation]] for relation in Relation if relation in draft.elsewhere}
    if elsewhere:
        yield "elsewhere", elsewhere
    if draft.note:
        yield "note", _prose(_written(draft.note, ids), draft, naming)


def _meaning(
    draft: Draft, text: str, source: str | list[str] | None, naming: _Naming, line: Callable[[str], str]
) -> Iterator[tuple[str, Any]]:
    """What a term says: a text that has sources is a sense, for only senses have them."""
    if draft.short or not text or source is not None:
        yield "short", _short(draft, naming, line)
    if text and source is None:
        yield "text", _prose(text, draft, naming)
    if draft.sentences is not None:
        yield "holds", line(draft.sentences[0])
        yield "fails", line(draft.sentences[1])
    if source is not None:
        yield "senses", [{"id": CITED_SENSE, "text": _prose(text, draft, naming), "source": source}]


def _short(draft: Draft, naming: _Naming, line: Callable[[str], str]) -> str:
    """What the draft says of itself in a sentence, or where it stands; no longer than that may be."""
    beginning = first_sentence(one_line(draft.plain), LONGEST_BEGINNING) if draft.cited else ""
    whole = draft.short or beginning or draft.standing or draft.label
    short = line(fitting(whole, LONGEST_SHORT, line))
    if draft.short and len(whole) > len(short):
        naming.lose(_CUT, draft, whole, is_change=True)
    return short


def _ids_of(keys: Iterable[str], draft: Draft, ids: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(ids[key] for key in keys if key in ids and key != draft.key))


def _written(text: Written, ids: Mapping[str, str]) -> str:
    """A text with its links as we write them; the words of one that leads nowhere stay."""
    parts = (one if isinstance(one, str) else linked(one.key, one.words, ids) for one in text)
    return "".join(parts)


def linked(key: str, words: str, ids: Mapping[str, str]) -> str:
    """A link to a draft as a text of ours has it."""
    told = " ".join(words.replace("[", "(").replace("]", ")").replace("`", "'").replace("|", "/").split())
    if key not in ids:
        return as_markdown(words, mathematics=True)
    return f"[[{ids[key]}|{told}]]" if told else f"[[{ids[key]}]]"


def _prose(text: str, draft: Draft, naming: _Naming) -> str:
    """A text, as long as texts may be; one of several lines ends with a line break."""
    cut = shortened(text, LONGEST_PROSE)
    if cut != text:
        naming.lose(_CUT, draft, f"the text of {draft.label}", is_change=True)
    return f"{cut}\n" if "\n" in cut else cut
