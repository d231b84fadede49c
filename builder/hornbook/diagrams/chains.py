"""What the drawing of a chain shows: its objectives as boxes, its gaps as pills on the arrows between them."""

from itertools import pairwise

from hornbook.diagrams.values import Box, Diagram, Kind, Line, Pill, Role
from hornbook.diagrams.words import shortened
from hornbook.language import Direction, later, say
from hornbook.logic import Literal
from hornbook.model import Chain, Gap, KnowledgeBase
from hornbook.reasoning.sentences import chain_in_words, plain

UNNAMED = later("no name here")
"""What stands in the pill of a gap that its author leaves unnamed."""


def chain_of(knowledge: KnowledgeBase, chain: Chain) -> Diagram:
    """The diagram of a chain, described by the sentence that pages use."""
    boxes = _boxes(chain)
    pills, lines = [], []
    for number, (gap, (before, after)) in enumerate(zip(chain.gaps, pairwise(boxes), strict=True), start=1):
        pill = _pill(knowledge, gap, str(number), before, after)
        pills.append(pill)
        lines.append(Line(implication=pill.implication, source=Literal(before.atom), target=None, kind=pill.kind))
        lines.append(Line(implication=pill.implication, source=None, target=Literal(after.atom), kind=pill.kind))
    return Diagram(
        id=chain.id,
        title=chain.title,
        description=plain(chain_in_words(knowledge, chain)),
        boxes=boxes,
        pills=tuple(pills),
        lines=tuple(lines),
        in_a_row=True,
        runs_left=knowledge.glossary.direction is Direction.RTL,
    )


def _boxes(chain: Chain) -> tuple[Box, ...]:
    """One box for each link; a term that comes again is drawn as mere words, since a drawing has one box for it."""
    boxes: dict[str, Box] = {}
    for number, link in enumerate(chain.links, start=1):
        atom = str(number) if link.term is None or link.term in boxes else str(link.term)
        boxes[atom] = Box(atom=atom, label=shortened(link.name), role=Role.LINK, is_term=atom == link.term)
    return tuple(boxes.values())


def _pill(knowledge: KnowledgeBase, gap: Gap, number: str, before: Box, after: Box) -> Pill:
    label = gap.label or (say(UNNAMED) if gap.term is None else knowledge.terms[gap.term].name)
    return Pill(
        implication=number,
        label=shortened(label),
        kind=Kind.UNNAMED if gap.term is None and gap.label is None else Kind.GAP,
        words=say("the gap between {before} and {after}", before=before.label, after=after.label),
        term=gap.term,
    )
