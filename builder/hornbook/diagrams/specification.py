"""What a drawing shows: implications become boxes, pills and lines; an atom and its negation are one box."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from hornbook.diagrams.values import Box, Diagram, Kind, Line, Pill, Role
from hornbook.diagrams.words import label_of, pill_of, sentence_of, shortened
from hornbook.language import in_context, say, say_many
from hornbook.logic import Literal
from hornbook.model import Framework, Implication, KnowledgeBase
from hornbook.reasoning.sentences import Names, names_of

NEIGHBOURHOOD_LIMIT = 8
"""A neighbourhood shows at most this many implications; `left_out` counts the others."""


def diagram_of(  # noqa: PLR0913 -- what a drawing is called and shows, each given by name
    knowledge: KnowledgeBase,
    framework: Framework,
    implications: Sequence[Implication],
    *,
    id: str,  # noqa: A002 -- the model's word
    title: str,
    description: str,
    goal: str | None,
) -> Diagram:
    """The diagram of some implications of one framework, in the given order; `goal` is an atom.

    The goal is drawn even where no implication mentions it. Implications that are given twice are drawn once.
    """
    roles = {} if goal is None else {goal: Role.GOAL}
    names = names_of(knowledge, framework)
    distinct = {one.id: one for one in implications}.values()
    pieces = [_pieces(names, one) for one in distinct]
    return _diagram(names, pieces, roles, id=id, title=title, description=description)


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """The neighbourhoods of one framework, each made when it is asked for."""

    names: Names
    framework: str
    """What the framework is called."""
    touching: Mapping[str, Sequence[Implication]]
    """The implications that mention an atom, for each that is mentioned."""
    pieces: "Callable[[str], _Pieces]"
    """What is drawn of an implication, given its id: the same in every neighbourhood that shows it."""
    sentence: Callable[[str], str]
    """The implication of an id as a sentence."""

    @property
    def drawn(self) -> list[str]:
        """The terms whose neighbourhoods have lines, in the order of their ids."""
        return sorted(term for term in self.touching if term in self.names.terms)

    def of(self, term: str) -> Diagram:
        """The implications that conclude a term (first) or use it, or its negation; the term itself is marked.

        The description is the list of these implications as sentences.
        """
        return _neighbourhood(self, term)

    def shows_like(self, other: "Neighbourhoods", term: str) -> bool:
        """Whether a term's neighbourhood shows the same implications in another framework, in the same words."""
        shown = self.touching.get(term, ())
        return shown == other.touching.get(term, ()) and all(
            self.names.agrees(other.names, atom) for one in shown for atom in one.atoms
        )


def neighbourhoods_of(knowledge: KnowledgeBase, framework: Framework) -> Neighbourhoods:
    """The neighbourhoods of all terms in a framework, in time linear in the framework and what is asked for."""
    touching: dict[str, list[Implication]] = {}
    for implication in framework.all_implications:
        for atom in dict.fromkeys(_atoms(implication)):
            touching.setdefault(atom, []).append(implication)
    names, by_id = names_of(knowledge, framework), {one.id: one for one in framework.all_implications}
    return Neighbourhoods(
        names=names,
        framework=framework.label,
        touching=touching,
        pieces=cache(lambda implication: _pieces(names, by_id[implication])),
        sentence=cache(lambda implication: sentence_of(names, by_id[implication])),
    )


def _neighbourhood(around: Neighbourhoods, here: str) -> Diagram:
    names, touching = around.names, around.touching.get(here, ())

    def concludes(implication: Implication) -> bool:
        return implication.conclusion is not None and implication.conclusion.atom == here

    chosen = sorted(touching, key=lambda implication: not concludes(implication))[:NEIGHBOURHOOD_LIMIT]
    shown = [around.pieces(implication.id) for implication in chosen]
    left_out = len(touching) - len(shown)
    only_assumed = bool(shown) and not any(here in pieces.in_boxes for pieces in shown)
    name = label_of(names, Literal(here))
    diagram = _diagram(
        names,
        shown,
        {} if only_assumed else {here: Role.HERE},
        id=here,
        title=say("Around {term}", term=name),
        description=_described(around, name, chosen, left_out),
    )
    pills = (replace(pill, here=True) if _assumes(pill, here) else pill for pill in diagram.pills)
    return replace(diagram, pills=tuple(pills), left_out=left_out)


def _assumes(pill: Pill, here: str) -> bool:
    return any(one.atom == here for one in pill.conditions)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What is drawn of one implication."""

    in_boxes: tuple[str, ...]
    """The atoms whose boxes its lines meet."""
    conclusion: str | None
    """The atom that it concludes."""
    pill: Pill | None
    lines: tuple[Line, ...]


def _pieces(names: Names, implication: Implication) -> _Pieces:
    drawn = _drawable(implication)
    ends = drawn.premises if drawn.conclusion is None else (*drawn.premises, drawn.conclusion)
    pill = _pill(names, drawn)
    return _Pieces(
        in_boxes=tuple(literal.atom for literal in ends),
        conclusion=None if drawn.conclusion is None else drawn.conclusion.atom,
        pill=pill,
        lines=tuple(_lines(drawn, None if pill is None else pill.kind)),
    )


def _diagram(
    names: Names,
    drawn: Sequence[_Pieces],
    roles: Mapping[str, Role],
    *,
    id: str,  # noqa: A002 -- the model's word
    title: str,
    description: str,
) -> Diagram:
    derived = {one.conclusion for one in drawn}
    atoms = dict.fromkeys([*(atom for one in drawn for atom in one.in_boxes), *roles])
    boxes = tuple(
        Box(
            atom=atom,
            label=shortened(label_of(names, Literal(atom))),
            role=roles.get(atom, Role.DERIVED if atom in derived else Role.LEAF),
            is_term=atom in names.terms,
        )
        for atom in atoms
    )
    return Diagram(
        id=id,
        title=title,
        description=description,
        boxes=boxes,
        pills=tuple(one.pill for one in drawn if one.pill is not None),
        lines=tuple(line for one in drawn for line in one.lines),
        negation=in_context("where a line takes the negation of a box", "not"),
    )


def _drawable(implication: Implication) -> Implication:
    """The same implication, each premise once; conditions that cannot hold together become its premises."""
    premises = implication.premises
    assuming = implication.assuming
    if implication.conclusion is None and not premises:
        premises, assuming = assuming, ()
    return replace(implication, premises=tuple(dict.fromkeys(premises)), assuming=tuple(dict.fromkeys(assuming)))


def _atoms(implication: Implication) -> list[str]:
    conclusion = () if implication.conclusion is None else (implication.conclusion,)
    return [literal.atom for literal in (*conclusion, *implication.premises, *implication.assuming)]


def _pill(names: Names, implication: Implication) -> Pill | None:
    kind_and_label = pill_of(names, implication)
    if kind_and_label is None:
        return None
    kind, label = kind_and_label
    return Pill(
        implication=implication.id,
        label=label,
        kind=kind,
        words=sentence_of(names, implication),
        conditions=implication.assuming,
    )


def _lines(implication: Implication, pill: Kind | None) -> list[Line]:
    def line(source: Literal | None, target: Literal | None) -> Line:
        return Line(implication=implication.id, source=source, target=target, kind=pill or Kind.PLAIN)

    if pill is None:
        return [line(implication.premises[0], implication.conclusion)]
    to_pill = [line(premise, None) for premise in implication.premises]
    return to_pill if implication.conclusion is None else [*to_pill, line(None, implication.conclusion)]


def _described(around: Neighbourhoods, name: str, shown: Sequence[Implication], left_out: int) -> str:
    framework = around.framework
    if not shown:
        return say("No implication of {framework} mentions {term}.", framework=framework, term=name)
    first = say("What implies {term} and what it implies, in one step, in {framework}.", term=name, framework=framework)
    said = [first, *(around.sentence(one.id) for one in shown)]
    if left_out:
        said.append(say_many("Not drawn: {count} more.", "Not drawn: {count} more.", left_out))
    return " ".join(said)
