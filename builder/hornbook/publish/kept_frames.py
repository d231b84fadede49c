"""Frames that earlier runs learnt: a page of a pattern that an engine framed before is made without the engine.

A frame is kept by all that an engine makes whatever is no page from. It serves a page whose texts hold no character
that the sample did not show the engine, and have what all pages of the sample had alike.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hornbook.cache import NoCache, digest_of
from hornbook.publish.frames import (
    WAYS,
    Frame,
    Group,
    Member,
    Sample,
    Template,
    characters_in,
    page_in,
    searched_in,
)

_KIND = "frames"


@dataclass(frozen=True, slots=True)
class Learnt:
    """What an engine makes of the pages of a pattern, and of which it is known."""

    frame: Frame
    fixed: Mapping[int, str]
    """By their numbers the texts that are the same in all these pages."""
    shown: Mapping[int, frozenset[str]]
    """For each other text the characters beside letters and digits that the engine was shown in its place."""

    def serves(self, member: Member) -> bool:
        """Whether a page of the pattern is one of which it is known."""
        fixed = all(member.texts[number] == text for number, text in self.fixed.items())
        return fixed and all(characters_in(member.texts[number]) <= those for number, those in self.shown.items())


def learnt_of(group: Group, sample: Sample, frame: Frame) -> Learnt:
    """What is known of a group's pages once the engine made its sample, and a page of it as it makes them all."""
    marked = frozenset(sample.cores.values())
    texts = list(zip(*(member.texts for member in group.members), strict=True))
    return Learnt(
        frame,
        {number: those[0] for number, those in enumerate(texts) if number not in marked},
        {number: characters_in("".join(texts[number])) for number in sorted(marked)},
    )


class KeptFrames:
    """The frames of earlier runs under the same circumstances, and those of this one."""

    def __init__(self, cache: NoCache, around: tuple[str, ...]) -> None:
        """`around` is all that frames are made from, beside the pages' patterns."""
        self._cache, self._around = cache, around
        entry = cache.get(_KIND, around)
        self.known: dict[str, Any] = {} if entry is None else json.loads(entry)

    def learn(self, found: Iterable[tuple[Group, Learnt]]) -> None:
        """Keep what this run found of groups of pages, with what is known already."""
        rows = {_name(group): _to_plain(learnt) for group, learnt in found}
        if not rows.items() <= self.known.items():
            self.known |= rows
            self._cache.put(_KIND, self._around, json.dumps(dict(sorted(self.known.items()))).encode())

    def made(self, group: Group) -> tuple[str, list[dict[str, object]]] | None:
        """The page and what search knows of it, for the one member of a group; None where no frame serves it."""
        (member,) = group.members
        row = self.known.get(_name(group))
        learnt = None if row is None else _from_plain(row)
        if learnt is None or not learnt.serves(member):
            return None
        return page_in(learnt.frame, member), searched_in(learnt.frame, member)


def _name(group: Group) -> str:
    writings = (write.__name__ for write in group.pattern.writings)
    return digest_of(group.folder, *group.pattern.around, *writings)


def _to_plain(learnt: Learnt) -> list[Any]:
    searched = [
        [[key, _template_to_plain(value) if isinstance(value, tuple) else {"": value}] for key, value in entry.items()]
        for entry in learnt.frame.searched
    ]
    shown = [[number, "".join(sorted(those))] for number, those in learnt.shown.items()]
    mapped = _template_to_plain(learnt.frame.mapped)
    return [_template_to_plain(learnt.frame.page), searched, mapped, list(map(list, learnt.fixed.items())), shown]


def _from_plain(row: list[Any]) -> Learnt:
    page, searched, mapped, fixed, shown = row
    entries = tuple(
        {key: value[""] if isinstance(value, dict) else _template_from_plain(value) for key, value in entry}
        for entry in searched
    )
    frame = Frame(_template_from_plain(page), entries, _template_from_plain(mapped))
    return Learnt(frame, dict(fixed), {number: frozenset(those) for number, those in shown})


def _template_to_plain(template: Template) -> list[Any]:
    return [piece if isinstance(piece, str) else [piece[0], WAYS.index(piece[1])] for piece in template]


def _template_from_plain(pieces: list[Any]) -> Template:
    return tuple(piece if isinstance(piece, str) else (piece[0], WAYS[piece[1]]) for piece in pieces)
