"""The card that other sites show for a link: what the glossary is called and what it is, beside its first drawing.

The words are strangers': they are measured, broken and cut, so that they stay within their column.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hornbook.diagrams.icon import GRID, icon
from hornbook.diagrams.layout import lay_out
from hornbook.diagrams.markup import Attributes, element, number, text_direction, words
from hornbook.diagrams.paint import DARK, LIGHT
from hornbook.diagrams.pen import Pen, box_element, line_elements, pill_element
from hornbook.diagrams.raster import paintable
from hornbook.diagrams.shapes import SPACINGS
from hornbook.diagrams.text import BOLD, FONTS, REGULAR, clean, text_width
from hornbook.diagrams.values import Diagram, Layout, Variant

CARD_SIZE = WIDTH, HEIGHT = 1200, 630
"""What sites ask for that show a link as a large picture."""

_MARGIN = 64
_COLUMN = 568
"""The width of the part with the words, margins included; the rest is the drawing's."""
_MARK = 64
_BLOCK_TOP, _BLOCK_BOTTOM = 152, 508
"""Between the mark and the address: here the title and the description stand."""
_GAP = 28

_TITLE_SIZES = (72, 66, 60, 54, 48, 42, 36)
_TITLE_LINES = 3
_TEXT_SIZE, _TEXT_LINES = 26, 3
_ADDRESS_SIZE = 22
_LONGEST = 1000
"""As many characters of a text are looked at."""

_AIR = 44
"""The least distance of the drawing from the borders of its part."""
_LARGEST = 1.5
_LEAST_LABEL = 9.0
"""A drawing whose labels would become smaller than this many pixels is not shown: nobody could read them."""
_BIG_MARK = 502

_INK = LIGHT["goalink"]
_SOFT_INK = LIGHT["derived"]
_GROUND = LIGHT["goal"]
_ON_GROUND = {"goal": _INK, "rule": DARK["goal"], "derived": _GROUND, "derivedline": DARK["goal"]}
_IN_GROUND = dict.fromkeys(("goal", "rule", "derivedline"), LIGHT["derivedline"]) | {"derived": _GROUND}


@dataclass(frozen=True, slots=True)
class _Face:
    """How a text is set."""

    size: float
    weight: int
    leading: float
    fill: str
    spacing: float = 0
    """Added between letters, in parts of the size; large letters stand closer."""

    def width(self, line: str) -> float:
        measured = text_width(line, self.size, REGULAR if self.weight == REGULAR else BOLD)
        return measured + self.spacing * self.size * len(line)


_TEXT = _Face(_TEXT_SIZE, REGULAR, 36, _SOFT_INK, -0.01)
_ADDRESS = _Face(_ADDRESS_SIZE, 500, 30, DARK["goal"])


def card_svg(title: str, description: str, attribution: str, diagram: Diagram | None) -> str:
    """The card, 1200 by 630 pixels; without a diagram, or with one that is too large, it shows a large mark."""
    layout = None if diagram is None else _best_layout(diagram)
    picture = [_large_mark()] if layout is None else [_ground_of_drawing(), _drawing(layout)]
    children = [
        element("rect", {"width": WIDTH, "height": HEIGHT, "fill": _GROUND}),
        *picture,
        _mark(_ON_GROUND, _MARGIN, _MARGIN, _MARK),
        *_texts(_painted(title), _painted(description), _painted(attribution)),
    ]
    root: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {WIDTH} {HEIGHT}",
        "width": WIDTH,
        "height": HEIGHT,
        "font-family": FONTS,
    }
    return element("svg", root, "\n".join(["", *children, ""])) + "\n"


def _texts(title: str, description: str, attribution: str) -> Iterator[str]:
    column = _COLUMN - 2 * _MARGIN
    heading, face = _title(title or attribution, column)
    text = _shortened(description, _TEXT, column, _TEXT_LINES) if description else ()
    height = face.leading * len(heading) + (_GAP + _TEXT.leading * len(text) if text else 0)
    top = _BLOCK_TOP + (_BLOCK_BOTTOM - _BLOCK_TOP - height) / 2
    yield from _set(heading, face, top)
    yield from _set(text, _TEXT, top + face.leading * len(heading) + _GAP)
    if title and attribution:
        address = _cut(_wrapped(attribution, _ADDRESS, column), 1, _ADDRESS, column)
        yield from _set(address, _ADDRESS, HEIGHT - _MARGIN - _ADDRESS.leading)


def _set(lines: tuple[str, ...], face: _Face, top: float) -> Iterator[str]:
    """Lines of text from the margin on which they begin, the first one's box beginning at `top`."""
    direction = text_direction(" ".join(lines))
    for row, line in enumerate(lines):
        baseline = top + face.leading * row + face.leading / 2 + 0.36 * face.size
        attributes: Attributes = {
            "x": _COLUMN - _MARGIN if direction else _MARGIN,
            "y": baseline,
            "font-size": face.size,
            "font-weight": str(face.weight),
            "letter-spacing": None if direction else face.spacing * face.size or None,  # it would part joined letters
            "fill": face.fill,
            "direction": direction,
        }
        yield element("text", attributes, words(line))


def _title(title: str, column: float) -> tuple[tuple[str, ...], _Face]:
    """The title as large as its words and lines allow; a very long one is small, and cut."""
    for size in _TITLE_SIZES:
        face = _title_face(size)
        fits = len(_wrapped(title, face, column)) <= _TITLE_LINES
        if fits and all(face.width(word) <= column for word in title.split()):
            return _balanced(title, face, column), face
    face = _title_face(_TITLE_SIZES[-1])
    return _cut(_wrapped(title, face, column), _TITLE_LINES + 1, face, column), face


def _title_face(size: float) -> _Face:
    return _Face(size, BOLD, 1.1 * size, _INK, -0.02)


def _shortened(text: str, face: _Face, column: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines: whole, or up to the end of a clause, or up to a word."""
    lines = _wrapped(text, face, column)
    if len(lines) <= most:
        return _balanced(text, face, column)
    cut = _cut(lines, most, face, column)
    for end in reversed(list(re.finditer(r"([.!?])\s|[,;:]\s|\s[–—]\s", text))):
        clause = text[: end.start()] + (end[1] or "…")
        if 2 * len(clause) < len(" ".join(cut)):
            break
        if len(_wrapped(clause, face, column)) <= most:
            return _balanced(clause, face, column)
    return cut


def _wrapped(text: str, face: _Face, column: float) -> tuple[str, ...]:
    """The text in lines as full as they get; a word that is wider than the column is broken anywhere."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if face.width(joined) <= column:
            lines[-1:] = [joined]
            continue
        lines.append("")
        for character in word:
            if lines[-1] and face.width(lines[-1] + character) > column:
                lines.append("")
            lines[-1] += character
    return tuple(lines)


def _balanced(text: str, face: _Face, column: float) -> tuple[str, ...]:
    """The text in as few lines as the column allows, and these about equally long."""
    lines = _wrapped(text, face, column)
    least, widest = max(map(face.width, text.split()), default=0), column
    while widest - least > 1:
        middle = (least + widest) / 2
        narrower = _wrapped(text, face, middle)
        if len(narrower) > len(lines):
            least = middle
        else:
            lines, widest = narrower, middle
    return lines


def _cut(lines: tuple[str, ...], most: int, face: _Face, column: float) -> tuple[str, ...]:
    """The first lines; where there are more, the last of them ends in an ellipsis."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while face.width(f"{last}…") > column:
        last = last.rpartition(" ")[0] or last[:-1]
    return *lines[: most - 1], f"{last.rstrip(' ,;:.–—')}…"


def _painted(text: str) -> str:
    """The part of a text that the fonts can write; nothing at all where that is not most of it."""
    text = clean(text[:_LONGEST])
    kept = "".join(character for character in text if character in paintable())
    return " ".join(kept.split()) if 4 * len(kept) >= 3 * len(text) else ""


def _best_layout(diagram: Diagram) -> Layout | None:
    """The layout whose labels become largest, if they can be read."""
    if not all(_painted(box.label) for box in diagram.boxes):
        return None
    layouts = [lay_out(diagram, variant, search=True) for variant in (Variant.NORMAL, Variant.NARROW)]
    best = max(layouts, key=_label_size)
    return best if best.boxes and _label_size(best) >= _LEAST_LABEL else None


def _label_size(layout: Layout) -> float:
    return _scale(layout) * SPACINGS[layout.variant].label_size


def _scale(layout: Layout) -> float:
    across, down = WIDTH - _COLUMN - 2 * _AIR, HEIGHT - 2 * _AIR
    return min(_LARGEST, across / max(layout.width, 1), down / max(layout.height, 1))


def _drawing(layout: Layout) -> str:
    pen = Pen(
        palette=LIGHT,
        prefix="",
        link=None,
        address_of=str,
        implication_address_of=None,
        label_size=SPACINGS[layout.variant].label_size,
        negation=layout.diagram.negation,
        inline=False,
        explorable=False,
        lit=None,
    )
    scale = _scale(layout)
    left = _COLUMN + (WIDTH - _COLUMN - scale * layout.width) / 2
    top = (HEIGHT - scale * layout.height) / 2
    return element(
        "g",
        {"transform": f"translate({number(left)} {number(top)}) scale({scale:.4f})"},
        element("g", {"fill": "none"}, *line_elements(layout.lines, pen)),
        *(box_element(placed, pen) for placed in layout.boxes),
        *(pill_element(placed, pen) for placed in layout.pills),
    )


def _ground_of_drawing() -> str:
    return element("rect", {"x": _COLUMN, "width": WIDTH - _COLUMN, "height": HEIGHT, "fill": LIGHT["bg"]})


def _large_mark() -> str:
    return _mark(_IN_GROUND, WIDTH - _BIG_MARK - _MARGIN, (HEIGHT - _BIG_MARK) / 2, _BIG_MARK)


def _mark(palette: dict[str, str], left: float, top: float, size: float) -> str:
    transform = f"translate({number(left)} {number(top)}) scale({size / GRID:g})"
    return element("g", {"transform": transform}, icon(palette))
