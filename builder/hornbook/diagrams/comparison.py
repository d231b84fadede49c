"""Two states of a diagram: what is new in the later one and what is gone, in words and in one drawing of both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hornbook.diagrams.values import Diagram
from hornbook.logic import Literal

_NEW = "stroke:#1a7f37;stroke-width:4"
_GONE = "stroke:#cf222e;stroke-width:2;stroke-dasharray:2 4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What one state of a diagram has and the other has not: boxes by atom, arrows by implication, with their words."""

    boxes: dict[str, str]
    arrows: dict[str, str]


def lacking(one: Diagram, other: Diagram) -> Differences:
    """What one diagram has that another lacks, or has with other words."""
    boxes, others = ({box.atom: box.label for box in diagram.boxes} for diagram in (one, other))
    arrows, drawn = _arrows(one), _arrows(other)
    return Differences(
        boxes={atom: label for atom, label in boxes.items() if others.get(atom) != label},
        arrows={name: said for name, said in arrows.items() if drawn.get(name) != said},
    )


def both(before: Diagram, after: Diagram) -> Diagram | None:
    """The later diagram with the boxes and arrows that are gone; None where that is too much, or stands in a row."""
    atoms, arrows = {box.atom for box in after.boxes}, {line.implication for line in after.lines}
    gone = {line.implication for line in before.lines} - arrows
    found = replace(
        after,
        boxes=(*after.boxes, *(box for box in before.boxes if box.atom not in atoms)),
        pills=(*after.pills, *(pill for pill in before.pills if pill.implication in gone)),
        lines=(*after.lines, *(line for line in before.lines if line.implication in gone)),
    )
    return None if found.in_a_row or before.in_a_row or found.too_large else found


def marks(before: Diagram, after: Diagram) -> str:
    """Style for the file that draws both: what is new is green and thick, what is gone red and dashed."""
    new, gone = lacking(after, before), lacking(before, after)
    atoms, arrows = {box.atom for box in after.boxes}, {line.implication for line in after.lines}
    rules = [
        *_rules(after.id, new.boxes, new.arrows, _NEW),
        *_rules(after.id, gone.boxes.keys() - atoms, gone.arrows.keys() - arrows, _GONE),
    ]
    return "".join(rules)


def _rules(diagram: str, boxes: Iterable[str], arrows: Iterable[str], look: str) -> Iterator[str]:
    shapes = [f'[id="{diagram}-{kind}-{atom}"] .kb-shape' for atom in sorted(boxes) for kind in ("term", "fact")]
    names = sorted(arrows)
    shapes += [f'[data-implication="{name}"] {part}' for name in names for part in (".kb-line", ".kb-shape")]
    if shapes:
        yield f"{','.join(shapes)}{{{look}}}"


def _arrows(diagram: Diagram) -> dict[str, str]:
    """Each implication or gap that is drawn, as a sentence."""
    labels = {box.atom: box.label for box in diagram.boxes}
    said = {pill.implication: pill.words for pill in diagram.pills}
    for line in diagram.lines:
        ends = " → ".join(_end(labels, one) for one in (line.source, line.target) if one is not None)
        said.setdefault(line.implication, ends)
    return said


def _end(labels: dict[str, str], literal: Literal) -> str:
    label = labels.get(literal.atom, literal.atom)
    return label if literal.holds else f"not {label}"
