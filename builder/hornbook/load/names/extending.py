"""Frameworks that extend others: what each takes over, found on the positioned trees, and what is wrong with that."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from hornbook.diagnostics import Code, Diagnostic, Lines, Place
from hornbook.kinds import CHOICE, FACT, IMPLICATION, LIST, TABLE
from hornbook.load.tree import YamlMapping, YamlScalar

EXTENDS_CIRCLE = Code(
    "extends-circle",
    "A framework extends itself, by way of others if need be.",
    Lines("glossary/frameworks/climate.yaml", "extends: climate", "extends: weather"),
)
EXTENDS_WITHOUT = Code(
    "extends-without",
    "A framework leaves out a fact that something else which it takes over still names.",
    Lines("glossary/frameworks/climate.yaml", "without: [windy]", "without: [windy, wind-dries]"),
)
PRESUPPOSITION = "presupposition"
"""What an atom presupposes: it is called by the atom."""
_TAKEN_OVER = frozenset({FACT.word, IMPLICATION.word, CHOICE.word, PRESUPPOSITION})
_ANCHORED = frozenset({FACT.word, IMPLICATION.word, CHOICE.word, LIST.word, TABLE.word})
"""What has an anchor on the framework's page, so that no two may have one id."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a framework that has a name."""

    word: str
    name: str
    place: Place
    atoms: frozenset[str]
    """The atoms that it names."""


@dataclass(frozen=True, slots=True)
class Extended:
    """What frameworks have altogether, by framework, their own and what they take over."""

    pieces: Mapping[str, tuple[Piece, ...]]
    taken_over: Mapping[str, tuple[Piece, ...]]
    """What each could leave out: all that its base has. Only of frameworks whose base is known."""
    diagnostics: tuple[Diagnostic, ...]

    def places(self, word: str) -> dict[str, Mapping[str, Place]]:
        """The names of one sort that each framework has, with the place of each."""
        return {
            name: {piece.name: piece.place for piece in pieces if piece.word == word and piece.name}
            for name, pieces in self.pieces.items()
        }

    def droppable(self) -> dict[str, Mapping[str, Place]]:
        """The names of what each framework could leave out, with the place of each."""
        return {
            name: {piece.name: piece.place for piece in pieces if piece.name}
            for name, pieces in self.taken_over.items()
        }

    def atoms(self) -> dict[str, frozenset[str]]:
        """Everything that can be true or false in each framework."""
        return {name: frozenset(chain(*(piece.atoms for piece in pieces))) for name, pieces in self.pieces.items()}


def extended(
    frameworks: Mapping[str, YamlMapping],
    pieces: Callable[[YamlMapping], Iterable[Piece]],
    taken: Callable[[Place, str, Place], Diagnostic],
) -> Extended:
    """Put together what each framework has; `pieces` finds its own, `taken` says that an id is used twice."""
    own = {name: tuple(pieces(tree)) for name, tree in frameworks.items()}
    written = {name: base for name, tree in frameworks.items() if (base := tree.text("extends")) is not None}
    bases = {name: base.text for name, base in written.items() if base.text in frameworks}
    found = list(_circles(bases, written))
    whole: dict[str, tuple[Piece, ...]] = {}
    taken_over: dict[str, tuple[Piece, ...]] = {}
    for name in frameworks:
        way = _way_up(name, bases)
        for step in reversed(way):
            above = bases.get(step)
            if step in whole or above is None or above not in whole:  # the last of a circle extends none that is known
                whole.setdefault(step, own[step])
                continue
            over = tuple(piece for piece in whole[above] if piece.word in _TAKEN_OVER)
            left_out = {one.text: one for one in frameworks[step].texts("without")}
            kept = tuple(piece for piece in over if piece.name not in left_out)
            taken_over[step], whole[step] = over, (*kept, *own[step])
            found += _collisions(kept, own[step], taken)
            found += _still_named(kept, own[step], over, left_out)
    return Extended(whole, taken_over, tuple(found))


def _way_up(name: str, bases: Mapping[str, str]) -> list[str]:
    """A framework, the one that it extends, and so on, each once."""
    way = [name]
    while (base := bases.get(way[-1])) is not None and base not in way:
        way.append(base)
    return way


def _circles(bases: Mapping[str, str], written: Mapping[str, YamlScalar]) -> Iterator[Diagnostic]:
    """Each circle once, at the first of its frameworks by id."""
    for name in sorted(bases):
        way = _way_up(name, bases)
        if bases.get(way[-1]) == name and name == min(way):
            others = "".join(f", which extends `{one}`" for one in (*way[2:], name)) if len(way) > 1 else ""
            yield Diagnostic(
                written[name].place,
                EXTENDS_CIRCLE,
                f"`{name}` extends `{bases[name]}`{others}",
                hint="delete one of these `extends`; the last base extends nothing",
            )


def _collisions(
    kept: Iterable[Piece], own: Iterable[Piece], taken: Callable[[Place, str, Place], Diagnostic]
) -> Iterator[Diagnostic]:
    """Ids of its own that something which it takes over has already."""
    anchors = {piece.name: piece for piece in kept if piece.word in _ANCHORED}
    presupposed = {piece.name: piece for piece in kept if piece.word == PRESUPPOSITION}
    for piece in own:
        first = (anchors if piece.word in _ANCHORED else presupposed).get(piece.name)
        if first is not None:
            message = f"`{piece.name}` is taken over already, as {first.word}; to have another, add it to `without`"
            yield taken(piece.place, message, first.place)


def _still_named(
    kept: Iterable[Piece], own: Iterable[Piece], over: Iterable[Piece], left_out: Mapping[str, YamlScalar]
) -> Iterator[Diagnostic]:
    """Facts that are left out, and not put in again, although something that is taken over names them."""
    again = {piece.name for piece in own if piece.word == FACT.word}
    gone = {piece.name for piece in over if piece.word == FACT.word and piece.name in left_out} - again
    for name in sorted(gone):
        naming = [piece.name for piece in kept if name in piece.atoms]
        if naming:
            named = ", ".join(f"`{one}`" for one in dict.fromkeys(naming))
            yield Diagnostic(
                left_out[name].place,
                EXTENDS_WITHOUT,
                f"`{name}` is left out, and {named} still names it",
                hint=f"leave out {named} too, or keep `{name}`",
            )
