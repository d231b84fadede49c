"""The badge of a claim: whose verdict it is, and the verdict as a sign and a word, in one line.

Its colours are attributes, so it can be read where styles are blocked; the style adds the dark ones.
"""

from collections.abc import Mapping

from hornbook.diagrams.markup import Attributes, element, number, text_direction, words
from hornbook.diagrams.paint import DARK, LIGHT
from hornbook.diagrams.text import BOLD, FONTS, MEDIUM, clean, text_width
from hornbook.language import say
from hornbook.logic import UNSETTLED, Unsettled, Verdict

_HEIGHT = 24
_SIZE = 12
_PADDING = 9
_SIGN = 14
"""The room of a sign and what parts it from the word."""
_CORNER = 4
_LONGEST = 220
"""In pixels; a longer name is cut."""

_SIGNS: Mapping[Verdict | Unsettled, str] = {
    Verdict.FOLLOWS: "M0 4.2L2.9 7.2L8 1.4",
    Verdict.REFUTED: "M1 1.2L7 7.2M7 1.2L1 7.2",
    Verdict.OPEN: "M1.6 2.6A2.4 2.1 0 1 1 4 4.5V5.4M4 8.1v.01",
    Verdict.CONTRADICTORY: "M4 .2V5.2M4 8.1v.01",
    UNSETTLED: "M1 4.4v.01M4 4.4v.01M7 4.4v.01",
}
_COLOURS: Mapping[Verdict | Unsettled, tuple[str, str]] = {
    Verdict.FOLLOWS: ("on", "onink"),
    Verdict.REFUTED: ("off", "offink"),
    Verdict.OPEN: ("rule", "ruleink"),
    Verdict.CONTRADICTORY: ("off", "offink"),
    UNSETTLED: ("rule", "ruleink"),
}


def badge_svg(name: str, claim: str, verdict: Verdict | Unsettled, word: str) -> str:
    """The badge of a claim on the site of this name; what it says in full is its name for who does not see it."""
    shown = _cut(clean(name))
    left = _width(shown, MEDIUM) + 2 * _PADDING
    right = _width(word, BOLD) + 2 * _PADDING + _SIGN
    ground, ink = _COLOURS[verdict]
    full = say("{claim}: {verdict}. {site}", claim=clean(claim), verdict=word, site=clean(name))
    end, low = left + right, _HEIGHT - _CORNER
    border: Attributes = {
        "class": "kb-of",
        "x": 0.5,
        "y": 0.5,
        "width": end - 1,
        "height": _HEIGHT - 1,
        "rx": _CORNER - 0.5,
        "fill": LIGHT["bg"],
        "stroke": LIGHT["leafline"],
    }
    turn = f"A{_CORNER} {_CORNER} 0 0 1"
    top, side = f"M{number(left)} 0H{number(end - _CORNER)}", f"{turn} {number(end)} {_CORNER}V{low}"
    block = f"{top}{side}{turn} {number(end - _CORNER)} {_HEIGHT}H{number(left)}Z"
    root: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {number(end)} {_HEIGHT}",
        "width": end,
        "height": _HEIGHT,
        "font-family": FONTS,
        "font-size": _SIZE,
        "role": "img",
        "aria-label": full,
    }
    sign: Attributes = {
        "class": "kb-mark",
        "d": _SIGNS[verdict],
        "transform": f"translate({number(left + _PADDING)} 7.75)",
        "fill": "none",
        "stroke": LIGHT[ink],
        "stroke-width": 1.75,
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    return (
        element(
            "svg",
            root,
            element("title", {}, words(full)),
            f"<style>@media (prefers-color-scheme:dark){{{_dark(ground, ink)}}}</style>",
            element("rect", border),
            element("path", {"class": "kb-said", "d": block, "fill": LIGHT[ground]}),
            _text(shown, _PADDING, MEDIUM, "kb-whose", LIGHT["ink"]),
            element("path", sign),
            _text(word, left + _PADDING + _SIGN, BOLD, "kb-word", LIGHT[ink]),
        )
        + "\n"
    )


def _text(line: str, left: float, weight: int, css_class: str, fill: str) -> str:
    direction = text_direction(line)
    attributes: Attributes = {
        "class": css_class,
        "x": left,
        "y": _HEIGHT / 2 + 0.36 * _SIZE,
        "font-weight": str(weight),
        "fill": fill,
        "direction": direction,
        "text-anchor": direction and "end",
    }
    return element("text", attributes, words(line))


def _dark(ground: str, ink: str) -> str:
    return (
        f".kb-of{{fill:{DARK['bg']};stroke:{DARK['leafline']}}}.kb-whose{{fill:{DARK['ink']}}}"
        f".kb-said{{fill:{DARK[ground]}}}.kb-word{{fill:{DARK[ink]}}}.kb-mark{{stroke:{DARK[ink]}}}"
    )


def _width(line: str, weight: int) -> float:
    return float(round(text_width(line, _SIZE, weight)))


def _cut(name: str) -> str:
    if _width(name, MEDIUM) <= _LONGEST:
        return name
    while name and _width(f"{name}…", MEDIUM) > _LONGEST:
        name = name[:-1]
    return f"{name.rstrip()}…"
