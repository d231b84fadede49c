"""Drawings as data: what is drawn and what it means once, and where it stands in each shape; with a JSON Schema."""

import json
from collections.abc import Mapping, Sequence

from hornbook.diagrams.svg_file import frame_of
from hornbook.diagrams.text import clean
from hornbook.diagrams.values import Addresses, Area, Credit, Diagram, Kind, Layout, Point, Role

GENERATOR = "Hornbook"


def data(
    diagram: Diagram, layouts: Sequence[Layout], addresses: Addresses, credit: Credit | None, schema: str | None
) -> str:
    """The diagram and its layouts as JSON; `schema` is the address of the schema."""
    said: dict[str, object] = {
        **({} if schema is None else {"$schema": schema}),
        "generator": GENERATOR,
        "id": diagram.id,
        "title": clean(diagram.title),
        "description": clean(diagram.description),
        **({} if credit is None else _credit(credit)),
        "boxes": [
            {
                "id": box.atom,
                "label": clean(box.label),
                "role": box.role.value,
                "address": addresses.of_box(box),
            }
            for box in diagram.boxes
        ],
        "pills": [
            {
                "id": pill.implication,
                "label": clean(pill.label),
                "kind": pill.kind.value,
                "says": clean(pill.words),
                "assuming": [str(one) for one in pill.conditions],
                "address": addresses.of_pill(pill),
            }
            for pill in diagram.pills
        ],
        "lines": [
            {
                "of": line.implication,
                "from": None if line.source is None else str(line.source),
                "to": None if line.target is None else str(line.target),
                "kind": line.kind.value,
            }
            for line in diagram.lines
        ],
        "shapes": {layout.variant.value: _places(diagram, layout, credit) for layout in layouts},
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _credit(credit: Credit) -> dict[str, str]:
    return {
        "author": credit.author,
        "publisher": credit.publisher,
        "address": credit.address,
        "licence": credit.licence,
    }


def _places(diagram: Diagram, layout: Layout, credit: Credit | None) -> dict[str, object]:
    """The size of the card, and the places on it; lines in the order of the diagram's."""
    frame = frame_of(layout, credit)

    def area(one: Area) -> dict[str, float]:
        placed = frame.placed(one)
        sides = {"x": placed.left, "y": placed.top, "width": placed.width, "height": placed.height}
        return {name: round(value, 2) for name, value in sides.items()}

    def point(one: Point) -> list[float]:
        return [round(frame.left + frame.scale * one[0], 2), round(frame.top + frame.scale * one[1], 2)]

    lines = {placed.line: placed for placed in layout.lines}
    return {
        "width": frame.width,
        "height": frame.height,
        "boxes": {placed.box.atom: {**area(placed.area), "lines": list(placed.label)} for placed in layout.boxes},
        "pills": {
            placed.pill.implication: {**area(placed.area), "lines": list(placed.label)} for placed in layout.pills
        },
        "lines": [
            {
                "points": [point(one) for one in lines[line].points],
                "head": None if (head := lines[line].head) is None else [point(one) for one in head],
            }
            for line in diagram.lines
        ],
    }


def _object(
    described: str, required: Mapping[str, object], optional: Mapping[str, object] | None = None
) -> dict[str, object]:
    return {
        "description": described,
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: object, described: str = "") -> dict[str, object]:
    return {"type": "array", "items": items, **({"description": described} if described else {})}


_TEXT: dict[str, object] = {"type": "string"}
_NUMBER: dict[str, object] = {"type": "number"}
_ADDRESS = {"type": ["string", "null"], "description": "The page that it leads to."}
_POINTS = _list({"type": "array", "prefixItems": [_NUMBER, _NUMBER], "items": False, "minItems": 2})
_END = {"type": ["string", "null"], "description": "An atom, or `not` and an atom; null: the pill."}
_PLACE = {"x": _NUMBER, "y": _NUMBER, "width": _NUMBER, "height": _NUMBER, "lines": _list(_TEXT, "The label.")}


def data_schema() -> str:
    """The JSON Schema of what `data` writes."""
    kinds = {"enum": [kind.value for kind in Kind]}
    box = {"id": _TEXT, "label": _TEXT, "role": {"enum": [role.value for role in Role]}, "address": _ADDRESS}
    pill = {"id": _TEXT, "label": _TEXT, "kind": kinds, "says": _TEXT, "assuming": _list(_TEXT), "address": _ADDRESS}
    line = {"of": _TEXT, "from": _END, "to": _END, "kind": kinds}
    places = {"type": "object", "additionalProperties": _object("Its upper left corner and its size.", _PLACE)}
    curve = _object(
        "A chain of cubic Bézier curves, and the corners of the arrowhead, the tip first.",
        {"points": {**_POINTS, "minItems": 4}, "head": {"anyOf": [{"type": "null"}, _POINTS]}},
    )
    shape = _object(
        "The card's size and the places on it, in pixels from the left and from the top.",
        {
            "width": {"type": "integer"},
            "height": {"type": "integer"},
            "boxes": places,
            "pills": places,
            "lines": _list(curve, "In the order of `lines` above."),
        },
    )
    credit = {"author": _TEXT, "publisher": _TEXT, "address": {"type": "string"}, "licence": _TEXT}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A drawing",
        **(
            _object(
                "What a drawing shows, and where, in each of its shapes.",
                {
                    "generator": {"const": GENERATOR},
                    "id": _TEXT,
                    "title": _TEXT,
                    "description": _TEXT,
                    "boxes": _list(_object("An atom: a term or a fact; an objective of a chain.", box)),
                    "pills": _list(_object("What joins lines: an implication, or the gap of a chain.", pill)),
                    "lines": _list(_object("A stroke of the implication or gap `of`.", line)),
                    "shapes": {
                        "type": "object",
                        "properties": {"normal": shape, "narrow": shape, "wide": shape},
                        "additionalProperties": False,
                    },
                },
                {"$schema": _TEXT, **credit},
            )
        ),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
