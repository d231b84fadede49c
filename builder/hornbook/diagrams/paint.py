"""The colours of drawings, light and dark, and how each kind of piece is painted with them.

The attributes of drawings and the CSS are both made from these tables. A colour's name is also the name of its CSS
variable, `--kb-…`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

LIGHT: Mapping[str, str] = {
    "bg": "#ffffff",
    "frame": "#d9dfe9",
    "ink": "#1b2333",
    "leaf": "#ffffff",
    "leafline": "#5d6a80",
    "derived": "#e9eefc",
    "derivedline": "#3557b7",
    "goal": "#2a4596",
    "goalline": "#2a4596",
    "goalink": "#ffffff",
    "rule": "#39445a",
    "ruleink": "#ffffff",
    "edge": "#56627a",
    "cond": "#8f4700",
    "condbg": "#fff4e5",
    "focus": "#b3006b",
    "on": "#0a5f4d",
    "onink": "#ffffff",
    "fol": "#d3f1e7",
    "folline": "#0a5f4d",
    "folink": "#083d31",
    "no": "#fdecec",
    "noline": "#a3182f",
    "noink": "#6d0f1f",
    "off": "#a3182f",
    "offink": "#ffffff",
    "muted": "#56627a",
    "pale": "#8791a3",
}

DARK: Mapping[str, str] = {
    "bg": "#151922",
    "frame": "#2b3346",
    "ink": "#e8ecf5",
    "leaf": "#1c212d",
    "leafline": "#97a3b8",
    "derived": "#222d4e",
    "derivedline": "#8ea9f7",
    "goal": "#b9c8ff",
    "goalline": "#b9c8ff",
    "goalink": "#131c40",
    "rule": "#c4cddd",
    "ruleink": "#151922",
    "edge": "#a4b0c4",
    "cond": "#f5b96b",
    "condbg": "#33260f",
    "focus": "#ff8fd0",
    "on": "#5fd6b4",
    "onink": "#06261e",
    "fol": "#12392f",
    "folline": "#5fd6b4",
    "folink": "#c9f5e8",
    "no": "#3d1820",
    "noline": "#ff9aa6",
    "noink": "#ffdadd",
    "off": "#ff9aa6",
    "offink": "#3d0a14",
    "muted": "#a4b0c4",
    "pale": "#727d93",
}


FORCED: Mapping[str, str] = {
    "bg": "Canvas",
    "frame": "CanvasText",
    "ink": "CanvasText",
    "leaf": "Canvas",
    "leafline": "CanvasText",
    "derived": "Canvas",
    "derivedline": "CanvasText",
    "goal": "Canvas",
    "goalline": "CanvasText",
    "goalink": "CanvasText",
    "rule": "CanvasText",
    "ruleink": "Canvas",
    "edge": "CanvasText",
    "cond": "CanvasText",
    "condbg": "Canvas",
    "focus": "Highlight",
    "on": "Highlight",
    "onink": "HighlightText",
    "fol": "Canvas",
    "folline": "Highlight",
    "folink": "CanvasText",
    "no": "Canvas",
    "noline": "CanvasText",
    "noink": "CanvasText",
    "off": "CanvasText",
    "offink": "Canvas",
    "muted": "CanvasText",
    "pale": "GrayText",
}
"""The reader's own few colours, where the system forces them: shapes, widths, dashes and badges tell the rest."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Names of palette colours for the inside, the outline and the text, and the outline's width in pixels."""

    fill: str
    stroke: str
    ink: str
    width: float = 1.75
    dash: str | None = None


DASH = "5 4.5"

BADGES: Mapping[str, str] = {
    "kb-given": "kb-tick",
    "kb-denied": "kb-cross",
    "kb-follows": "kb-therefore",
    "kb-fails": "kb-cross",
}
"""The mark in the badge of each state of a box."""

BOXES: Mapping[str, Paint] = {
    "kb-leaf": Paint("leaf", "leafline", "ink"),
    "kb-derived": Paint("derived", "derivedline", "ink"),
    "kb-goal": Paint("goal", "goalline", "goalink"),
    "kb-here": Paint("derived", "derivedline", "ink", 2.25),
    "kb-chain": Paint("leaf", "leafline", "ink"),
    "kb-unreached": Paint("leaf", "goalline", "ink", 3),
    "kb-given": Paint("on", "on", "onink", 2.75),
    "kb-denied": Paint("off", "off", "offink", 2.75),
    "kb-follows": Paint("fol", "folline", "folink", 2.75),
    "kb-fails": Paint("no", "noline", "noink", 2.75, "2 3"),
    "kb-pale": Paint("bg", "pale", "muted", 1.25),
}
"""Classes of boxes: the roles first, then the states, which win over them."""

PILLS: Mapping[str, Paint] = {
    "kb-plain": Paint("rule", "rule", "ruleink", 1.5),
    "kb-cond": Paint("condbg", "cond", "cond", 1.5, DASH),
    "kb-impossible": Paint("no", "noline", "noink", 1.75),
    "kb-gap": Paint("derived", "derivedline", "ink", 1.5),
    "kb-unnamed": Paint("bg", "muted", "muted", 1.5, "1.5 3.5"),
    "kb-fired": Paint("on", "on", "onink", 2.75),
    "kb-pale": Paint("bg", "pale", "muted", 1.25),
}

LINES: Mapping[str, Paint] = {
    "kb-plain": Paint("none", "edge", "edge"),
    "kb-cond": Paint("none", "cond", "cond", 1.75, DASH),
    "kb-impossible": Paint("none", "noline", "noline"),
    "kb-gap": Paint("none", "derivedline", "derivedline"),
    "kb-unnamed": Paint("none", "edge", "edge"),
    "kb-fired": Paint("none", "folline", "folline", 3),
    "kb-pale": Paint("none", "pale", "pale", 1.25),
}
