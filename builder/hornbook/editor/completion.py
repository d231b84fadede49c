"""What can be written where somebody is writing: fields, ids with their meaning, words, claims, links in texts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from hornbook.editor.declared_at import fields_in, framework_around, kind_of, shape_at
from hornbook.editor.outline import Spot, spot_at
from hornbook.kinds import PAGE
from hornbook.load.records import IMPOSSIBLE
from hornbook.logic import Verdict
from hornbook.manual import Entry, Vocabulary, meaning_of
from hornbook.mathematics import spans_of
from hornbook.model import Claim, Prose
from hornbook.model.declared import ByAtoms, ByIds, Group, Many, Shape, Single
from hornbook.model.fields import Atoms, Ref

_WORD = re.compile(r"[\w/-]*$")
_LONGEST_BRACKET = 1000


class OfferKind(StrEnum):
    """What an offer is, for the sign that an editor shows beside it."""

    FIELD = "field"
    ID = "id"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that can be written."""

    label: str
    kind: OfferKind
    text: str
    """What is put in place of what is written from `start` on."""
    start: int
    """An offset of the text."""
    detail: str = ""
    """What it is, in a few words."""
    meaning: str = ""
    found_by: str = ""
    """The words by which it is found, if not by its label."""


@dataclass(frozen=True, slots=True)
class _Around:
    """The place where somebody writes."""

    vocabulary: Vocabulary
    framework: str
    start: int
    """Where the word that is being written begins."""

    def ids(self, kind: str, before: str = "", after: str = "") -> Iterator[Offer]:
        """The ids that a reference of a kind may be to, each written between some signs."""
        own = self.framework if kind in {"atom", "implication"} else None
        for one in self.vocabulary.offered(kind, own):
            yield Offer(
                label=one.name,
                kind=OfferKind.ID,
                text=f"{before}{one.name}{after}",
                start=self.start,
                detail=_detail(one),
                meaning=one.meaning,
                found_by=" ".join(dict.fromkeys((one.name, one.label, *one.aliases))).strip(),
            )

    def words(self, told: Iterable[tuple[str, str]]) -> Iterator[Offer]:
        """Words with what each means."""
        for word, meaning in told:
            yield Offer(label=word, kind=OfferKind.WORD, text=word, start=self.start, meaning=meaning)


def _detail(entry: Entry) -> str:
    return f"{entry.label} ({entry.called})" if entry.label else entry.called


def offers(vocabulary: Vocabulary, path: str, text: str, offset: int) -> list[Offer]:
    """What can be written at an offset of a file's text, in the order of ids and of fields."""
    kind = kind_of(path, text)
    if kind is None:
        return []
    framework = framework_around(path, text, vocabulary.known.default_framework)
    word = _WORD.search(text, max(0, offset - _LONGEST_BRACKET), offset)
    around = _Around(vocabulary, framework, offset if word is None else word.start())
    spot = None if kind is PAGE else spot_at(text, offset)
    shape = None if spot is None else shape_at(kind, path, spot.path)
    # Elsewhere than in texts, double brackets are lists in lists.
    may_open = (shape is None or shape == Single(Prose)) and not _in_formula(text, offset)
    bracket = _open_bracket(text, offset) if may_open else None
    if bracket is not None:
        found = _in_bracket(around, *bracket)
    else:
        found = iter(()) if spot is None else _at(around, spot, shape)
    return list(dict.fromkeys(found))


def _open_bracket(text: str, offset: int) -> tuple[str, bool] | None:
    """What stands between an open `[[` and the offset, and whether it is embedded; None outside of brackets."""
    before = text[max(0, offset - _LONGEST_BRACKET) : offset]
    at = before.rfind("[[")
    inside = before[at + 2 :]
    if at < 0 or "]]" in inside or "\n\n" in inside or before[at - 1 : at] == "\\":
        return None
    return inside, before[at - 1 : at] == "!"


def _in_formula(text: str, offset: int) -> bool:
    """Whether a formula stands around an offset, from its line alone: an open one may yet become a price."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[start : len(text) if end < 0 else end]
    return any(first < offset - start < last for first, last in spans_of(line))


def _in_bracket(around: _Around, inside: str, embeds: bool) -> Iterator[Offer]:  # noqa: FBT001
    if "|" in inside:
        return
    if embeds:
        yield from around.ids("embed")
    elif re.search(r"\+|=>|\bnot\s|\s\S", inside):
        yield from _in_claim(around, inside)
    else:
        yield from around.ids("link")
        yield from around.ids("known-atom")  # a claim may begin with it


def _in_claim(around: _Around, written: str) -> Iterator[Offer]:
    """Within a claim in one line, by what stands before the word that is being written."""
    before = _WORD.sub("", written).rstrip()
    if before.endswith(":"):
        yield from around.words((one.value, meaning_of(one)) for one in Verdict)
    elif re.search(r"\sin$", before):
        yield from around.ids("scope")
    else:
        yield from around.ids("known-atom")
        if not before.endswith("not"):
            yield from around.words([("not", "What follows fails.")])
        if "=>" in before and not before.endswith(("=>", "+", "not", "assuming")):
            yield from around.words(
                [("assuming", "Conditions on the setting follow."), ("in", "A framework or a view follows.")]
            )


def _at(around: _Around, spot: Spot, shape: Shape | None) -> Iterator[Offer]:
    if spot.names and re.fullmatch(r"[\w-]*", spot.written):
        yield from _names(around, shape)
    if shape is not None and (spot.is_item or not spot.names):
        yield from _values(around, spot, shape)


def _names(around: _Around, shape: Shape | None) -> Iterator[Offer]:
    """The names of fields, or the ids that stand before values."""
    if isinstance(shape, ByIds | ByAtoms) and shape.key is not None:
        yield from around.ids(shape.key.kind, after=": ")
    for one in fields_in(shape) if shape is not None else ():
        yield Offer(
            label=one.name,
            kind=OfferKind.FIELD,
            text=f"{one.name}: ",
            start=around.start,
            detail="required" if one.required else "",
            meaning=one.meaning,
        )


def _values(around: _Around, spot: Spot, shape: Shape) -> Iterator[Offer]:
    match shape:
        case Many(item, alone=True):
            yield from _values(around, spot, item)
        case Many(Single(Ref(kind) | Atoms(kind))) if spot.begins:
            yield from around.ids(kind, "[", "]")
        case Single(how):
            yield from _single(around, spot, how)
        case Group(declarations) if Claim in declarations and (spot.is_item or "=>" in spot.written):
            yield from _in_claim(around, spot.written)
        case Group(declarations):
            for declaration in declarations:
                only = [one for one in fields_in(shape) if one.name == getattr(declaration, "shorthand", None)]
                for one in only if not spot.names else ():
                    yield from _values(around, spot, one.shape)
        case _:
            pass


def _single(around: _Around, spot: Spot, how: object) -> Iterator[Offer]:
    match how:
        case Ref(kind):
            yield from around.ids(kind)
        case Atoms(kind, or_impossible):
            yield from around.ids(kind)
            if not spot.written.startswith("not"):
                yield from around.words([("not", "What follows fails.")])
                yield from around.words([(IMPOSSIBLE, "The premises cannot hold together.")] if or_impossible else [])
        case type() if how is bool:
            yield from around.words([("true", ""), ("false", "")])
        case type() if issubclass(how, StrEnum):
            yield from around.words((word.value, meaning_of(word)) for word in how)
        case _:
            pass
