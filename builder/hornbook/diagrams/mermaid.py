"""Drawings as Mermaid's text, for hosts that draw it themselves: with a title, a description, and links."""

import json
from collections.abc import Iterator

from hornbook.diagrams.paint import BOXES, DASH, LIGHT, PILLS
from hornbook.diagrams.pen import KIND_CLASSES
from hornbook.diagrams.text import clean
from hornbook.diagrams.values import Addresses, Box, Credit, Diagram, Line, Pill, Role
from hornbook.language import in_context

_ENDS = {Role.GOAL: ('(["', '"])'), Role.LEAF: ('["', '"]')}
_SPECIAL = {ord(one): f"#{ord(one)};" for one in '"#&<>`\\{}'}
"""What could end a text, or mean something in it, is written as Mermaid's character references."""


def mermaid(diagram: Diagram, addresses: Addresses, credit: Credit | None) -> str:
    """The diagram as a flowchart, premises below what they imply; a chain from left to right."""
    return "\n".join(["\n".join(_lines(diagram, addresses, credit)), ""])


def _lines(diagram: Diagram, addresses: Addresses, credit: Credit | None) -> Iterator[str]:
    if credit is not None:
        yield from ("---", f"title: {_caption(diagram.title, credit)}", "---")
        yield f"%% {_text(f'{diagram.title} · {credit.author} · {credit.address} · {credit.licence}')}"
    yield f"flowchart {diagram.runs}"
    yield f"  accTitle: {_text(diagram.title)}"
    yield f"  accDescr {{ {_text(diagram.description)} }}"
    boxes = {box.atom: f"b{number}" for number, box in enumerate(diagram.boxes)}
    pills = {pill.implication: f"p{number}" for number, pill in enumerate(diagram.pills)}
    for box in diagram.boxes:
        yield f"  {boxes[box.atom]}{_box(box)}:::{box.role}"
    for pill in diagram.pills:
        yield f"  {pills[pill.implication]}{_pill(pill)}:::{KIND_CLASSES[pill.kind].removeprefix('kb-')}"
    for line in diagram.lines:
        yield f"  {_line(line, boxes, pills)}"
    links = [*((boxes[box.atom], addresses.of_box(box)) for box in diagram.boxes)]
    links += [(pills[pill.implication], addresses.of_pill(pill)) for pill in diagram.pills]
    yield from (f'  click {name} href "{address}" _top' for name, address in links if address is not None)
    yield from _classes(diagram)


def _caption(title: str, credit: Credit) -> str:
    """What stands above the drawing, as a text of YAML; parts with signs that Mermaid reads as HTML are left out."""
    parts = [clean(part) for part in (title, *credit.parts)]
    return json.dumps(" · ".join(part for part in parts if not set(part) & set("<>&#")), ensure_ascii=False)


def _box(box: Box) -> str:
    before, after = _ENDS.get(box.role, ('("', '")'))
    return f"{before}{_text(box.label)}{after}"


def _pill(pill: Pill) -> str:
    return f'(["{_text(pill.label)}"])'


def _line(line: Line, boxes: dict[str, str], pills: dict[str, str]) -> str:
    """A stroke; only what leads to a conclusion has an arrowhead, and an end that is a negation says so."""
    source = pills[line.implication] if line.source is None else boxes[line.source.atom]
    target = pills[line.implication] if line.target is None else boxes[line.target.atom]
    taken, given = (end is not None and not end.holds for end in (line.source, line.target))
    negated = _negated(taken=taken, given=given)
    said = f'|"{_text(negated)}"|' if negated else ""
    return f"{source} {'-->' if line.arrow else '---'}{said} {target}"


def _negated(*, taken: bool, given: bool) -> str:
    """What a stroke says that begins at the negation of a box, or ends at one."""
    if taken and given:
        return in_context("a line between two boxes", "not … to not")
    if taken:
        return in_context("a line between two boxes", "not …")
    return in_context("a line between two boxes", "to not") if given else ""


def _classes(diagram: Diagram) -> Iterator[str]:
    """Colours that hold on light and on dark grounds, since each comes with that of its text."""
    roles = dict.fromkeys(f"kb-{box.role}" for box in diagram.boxes)
    kinds = dict.fromkeys(KIND_CLASSES[pill.kind] for pill in diagram.pills)
    for table, used in ((BOXES, roles), (PILLS, kinds)):
        for name in used:
            paint = table[name]
            dash = f",stroke-dasharray:{DASH}" if paint.dash else ""
            colours = f"fill:{LIGHT[paint.fill]},stroke:{LIGHT[paint.stroke]},color:{LIGHT[paint.ink]}"
            yield f"  classDef {name.removeprefix('kb-')} {colours},stroke-width:{paint.width:g}px{dash}"


def _text(text: str) -> str:
    return clean(text).translate(_SPECIAL)
