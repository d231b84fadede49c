"""Overviews of what is too large for one drawing: a box for each part, and a line where one part helps give another."""

from hornbook.addresses import Divided
from hornbook.diagrams.values import Box, Diagram, Kind, Line, Role
from hornbook.diagrams.words import shortened
from hornbook.logic import Literal
from hornbook.reasoning.sentences import Names
from hornbook.reasoning.view_parts import lines_between, overview_in_words, part_name

_LINES_A_BOX = 2
"""So many lines for each box are drawn, those first that most implications stand behind: more become a maze."""


def overview_of(
    names: Names,
    whole: Divided,
    *,
    id: str,  # noqa: A002 - the model's word
    title: str,
    goal: str | None,
) -> Diagram:
    """A large view as a diagram of its parts; boxes are called by their numbers, lines by those of both their ends."""
    counted = lines_between(whole)
    drawn = [pair for pair, _ in counted.most_common(_LINES_A_BOX * len(whole.parts))]
    fed = {target for _, target in drawn}
    final = () if goal is None else whole.giving.get(Literal(goal), ())

    def role(number: int) -> Role:
        return Role.GOAL if number in final else Role.DERIVED if number in fed else Role.LEAF

    return Diagram(
        id=id,
        title=title,
        description=" ".join(overview_in_words(names, whole)),
        boxes=tuple(
            Box(atom=str(one.number), label=shortened(part_name(names, one)), role=role(one.number), is_term=True)
            for one in whole.parts
        ),
        pills=(),
        lines=tuple(
            Line(implication=f"{one}-{other}", source=Literal(str(one)), target=Literal(str(other)), kind=Kind.PLAIN)
            for one, other in sorted(drawn)
        ),
        left_out=len(counted) - len(drawn),
    )
