"""Which MathML a formula may consist of: whatever is not listed here never leaves this package.

MathML Core as `math-core` writes it, without links, colours, styles, ids, and elements that browsers do not draw.
"""

import re
from collections.abc import Mapping

_SPACE = r"-?[0-9](?:\.[0-9]+)?em|0"
"""Less than 10 em: a formula cannot push the rest of a page away."""
_FLAG = "true|false"
_VALUES = {
    "accent": "true",
    "accentunder": "true",
    "display": "block",
    "displaystyle": _FLAG,
    "form": "prefix|infix|postfix",
    "height": "0",
    "linethickness": "0",
    "lspace": _SPACE,
    "mathvariant": "normal",
    "maxsize": _SPACE,
    "minsize": _SPACE,
    "rspace": _SPACE,
    "scriptlevel": "[0-3]",
    "stretchy": _FLAG,
    "width": _SPACE,
}
VALUES: Mapping[str, re.Pattern[str]] = {name: re.compile(rf"(?:{value})\Z") for name, value in _VALUES.items()}
"""What each attribute may say."""

ELEMENTS: Mapping[str, frozenset[str]] = {
    line.split()[0]: frozenset(line.split()[1:])
    for line in """
    math display
    mfrac linethickness
    mi mathvariant
    mn
    mo form lspace maxsize minsize rspace stretchy
    mover accent
    mpadded height width
    mphantom
    mroot
    mrow
    mspace width
    msqrt
    mstyle displaystyle scriptlevel
    msub
    msubsup
    msup
    mtable
    mtd
    mtext
    mtr
    munder accentunder
    munderover
    """.strip().splitlines()
}
"""Each element with the attributes that it may have."""

ON_STYLE = ELEMENTS["mstyle"]
"""Attributes that `math-core` gives to any element; browsers know them there, checkers of HTML on `mstyle` alone."""

DROPPED = frozenset({"b", "code", "em", "i", "span", "u"})
"""Marks within words, of which the words are kept."""
STYLED = frozenset({"mfrac", "mpadded", "mspace", "mtable", "mtd"})
"""Elements whose style only adjusts spaces; it is left out, but for the side on which a cell stands."""
SIDES = {"text-align: left": "kb-left", "text-align: right": "kb-right"}
"""The classes by which the site's style sheet sets cells."""
