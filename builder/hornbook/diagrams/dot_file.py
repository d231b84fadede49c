"""Drawings as DOT for people: what another Graphviz draws looks as ours does, as far as it can, and has our links."""

from hornbook.diagrams.paint import BOXES, LIGHT, LINES, PILLS
from hornbook.diagrams.pen import KIND_CLASSES
from hornbook.diagrams.text import broken, clean
from hornbook.diagrams.values import Addresses, Box, Credit, Diagram, Kind, Line, Pill, Role

_FONT = "Helvetica,Arial,sans-serif"
_LABEL_SIZE, _PILL_SIZE = 12, 10
_WIDEST = 180
"""The longest line of a label, in points."""


def dot_file(diagram: Diagram, addresses: Addresses, credit: Credit | None) -> str:
    """The diagram as a directed graph, premises below what they imply; a chain from left to right."""
    from graphviz import Digraph  # type: ignore[import-untyped]  # it ships no types

    parts = (diagram.title, *(credit.parts if credit else ()))
    graph = Digraph(
        name=diagram.id,
        comment=None if credit is None else clean(f"{diagram.title}: {credit.address}"),
        graph_attr={
            "rankdir": diagram.runs,
            "label": _text(" · ".join(parts)),
            "labelloc": "b",
            "tooltip": _text(diagram.description),
            "fontname": _FONT,
            "fontsize": "10",
            "fontcolor": LIGHT["muted"],
            "bgcolor": LIGHT["bg"],
            "pad": "0.2",
            "nodesep": "0.3",
            "ranksep": "0.35",
            **({} if credit is None else {"URL": _text(credit.address)}),
        },
        node_attr={
            "shape": "box",
            "fontname": _FONT,
            "fontsize": str(_LABEL_SIZE),
            "margin": "0.2,0.1",
            "target": "_top",
        },
        edge_attr={"arrowhead": "none", "arrowsize": "0.8", "fontname": _FONT, "fontsize": "10", "penwidth": "1.5"},
    )
    for box in diagram.boxes:
        graph.node(_name(box.atom, "box"), _lines(box.label, _LABEL_SIZE), **_box(box, addresses))
    for pill in diagram.pills:
        graph.node(_name(pill.implication, "pill"), _lines(pill.label, _PILL_SIZE), **_pill(pill, addresses))
    for line in diagram.lines:
        source = _name(line.implication, "pill") if line.source is None else _name(line.source.atom, "box")
        target = _name(line.implication, "pill") if line.target is None else _name(line.target.atom, "box")
        graph.edge(source, target, **_line(line, diagram.negation))
    written: str = graph.source
    return written


def _name(name: str, kind: str) -> str:
    """A node's name; an id is free of what means something in one, and a term and an implication may share it."""
    return f"{kind} {name}"


def _box(box: Box, addresses: Addresses) -> dict[str, str]:
    paint = BOXES[f"kb-{box.role}"]
    address = addresses.of_box(box)
    return {
        "id": f"box-{box.atom}",
        "class": f"kb-box kb-{box.role}",
        "style": "filled" if box.role is Role.LEAF else "filled,rounded",
        "fillcolor": LIGHT[paint.fill],
        "color": LIGHT[paint.stroke],
        "fontcolor": LIGHT[paint.ink],
        "penwidth": f"{paint.width:g}",
        "tooltip": _text(box.label),
        **({} if address is None else {"URL": _text(address)}),
    }


def _pill(pill: Pill, addresses: Addresses) -> dict[str, str]:
    paint = PILLS[KIND_CLASSES[pill.kind]]
    address = addresses.of_pill(pill)
    return {
        "id": f"pill-{pill.implication}",
        "class": f"kb-pill {KIND_CLASSES[pill.kind]}",
        "style": "filled,rounded,dashed" if paint.dash else "filled,rounded",
        "fillcolor": LIGHT[paint.fill],
        "color": LIGHT[paint.stroke],
        "fontcolor": LIGHT[paint.ink],
        "fontsize": str(_PILL_SIZE),
        "margin": "0.12,0.04",
        "height": "0.3",
        "tooltip": _text(pill.words),
        **({} if address is None else {"URL": _text(address)}),
    }


def _line(line: Line, negation: str) -> dict[str, str]:
    paint = LINES[KIND_CLASSES[line.kind]]
    said = {"color": LIGHT[paint.stroke], "fontcolor": LIGHT[paint.stroke]}
    if line.arrow:
        said["arrowhead"] = "normal"
    if line.kind is Kind.CONDITIONAL:
        said["style"] = "dashed"
    if line.source is not None and not line.source.holds:
        said["taillabel"] = _text(negation)
    if line.target is not None and not line.target.holds:
        said["headlabel"] = _text(negation)
    return said


def _lines(label: str, size: int) -> str:
    """A label in as many lines as it needs to stay within a box."""
    return r"\n".join(map(_text, broken(clean(label), size, _WIDEST)))


def _text(text: str) -> str:
    r"""Text that Graphviz draws as it is: it takes `\\` for a sign with a meaning, and `&…;` for a character."""
    from graphviz import escape

    written: str = escape(clean(text).replace("&", "&amp;"))
    return written
