"""Formulas in plain letters: raised and lowered ones as far as Unicode has them, fractions and roots in a line."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from hornbook.mathematics.formulas import Part

_ACCENTS = {
    **dict.fromkeys("¯‾̲̅_", "\u0305"),
    **dict.fromkeys("ˆ^̂", "\u0302"),
    **dict.fromkeys("˜~̃", "\u0303"),
    **dict.fromkeys("→⃗", "\u20d7"),
    **dict.fromkeys("˙.̇", "\u0307"),
    **dict.fromkeys("¨̈", "\u0308"),
    **dict.fromkeys("ˇ̌", "\u030c"),
    **dict.fromkeys("˘̆", "\u0306"),
    **dict.fromkeys("´́", "\u0301"),
    **dict.fromkeys("`̀", "\u0300"),
    **dict.fromkeys("˚̊", "\u030a"),
}
"""Signs above letters, as marks that combine with the letter before them."""
_RAISED_BLOCKS = ((0xB2, 0xBA), (0x2B0, 0x2B8), (0x1D2C, 0x1D6B), (0x1D9C, 0x1DBF), (0x2070, 0x207F), (0x2C7D, 0x2C7D))
_LOWERED_BLOCKS = ((0x1D62, 0x1D6A), (0x2080, 0x209C), (0x2C7C, 0x2C7C))
_INVISIBLE = dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064\ufe00"))
_APPLIED = "\u2061"
"""Between a function and what it is applied to."""
_TIGHT = frozenset("|‖/′″‴¬∀∃∂∇√!")
"""Signs of mathematics that stand without spaces."""
_OPENING = frozenset("([{⟨⌊⌈")
_BARS = frozenset("|‖")
"""Signs that open and close alike."""
_PRIMES = frozenset("′″‴")
_NARROWEST = 0.16
"""The width in em of a space that counts as one."""


def text_form(tree: Part) -> str:
    """The formula as one line of text."""
    return " ".join(_row(tree.children).split())


def _text(node: Part | str) -> str:
    if isinstance(node, str):
        return node
    write = _WRITERS.get(node.tag)
    return write(node) if write else _row(node.children)


def _operator(node: Part) -> str:
    return "".join(map(_text, node.children)).replace("∣", "|")


def _space(node: Part) -> str:
    width = dict(node.attributes).get("width", "0").removesuffix("em")
    return " " if float(width) >= _NARROWEST else ""


def _fraction(node: Part) -> str:
    above, below = map(_text, node.children)
    if ("linethickness", "0") in node.attributes:
        return f"{above}; {below}"
    return f"{_grouped(above)}/{_grouped(below)}"


def _root(node: Part) -> str:
    inside, index = map(_text, node.children)
    return f"{_raised(index, '')}√{_grouped(inside)}"


def _row(children: tuple[Part | str, ...]) -> str:
    """What stands in a row, with spaces around the signs that stand between two things."""
    line = ""
    for index, child in enumerate(children):
        words = _text(child)
        sign = _sign_of(child)
        before = line.rstrip()[-1:]
        is_last = index == len(children) - 1
        opens = not before or before in _OPENING or (before in _BARS and line.count(before) % 2 == 1)
        if sign == _APPLIED:
            after = _text(children[index + 1]) if not is_last else ""
            line += "" if after[:1] in _OPENING else " "
        elif sign in (",", ":"):
            line = f"{line.rstrip()}{sign} "
        elif _stands_between(sign) and not opens and not _is_operator(before) and not is_last:
            line = f"{line.rstrip()} {words.strip()} "
        elif not opens and (sign in ("∀", "∃") or (before.isalnum() and _is_fraction(child))):
            line = f"{line.rstrip()} {words}"
        elif _is_large(sign):
            line += f"{words} "
        else:
            line += words.translate(_INVISIBLE)
    return line


def _cells(cells: Iterator[str]) -> str:
    """The cells of a row; one that begins with a relation goes on with what stands before it."""
    line = ""
    for words in cells:
        if line and _stands_between(words[0]):
            line += f" {words[0]} {words[1:].strip()}"
        else:
            line += f", {words}" if line else words
    return line


def _is_fraction(node: Part | str) -> bool:
    return isinstance(node, Part) and node.tag == "mfrac"


def _sign_of(node: Part | str) -> str:
    """The operator that a node is, with what stands above or below it; empty for anything else."""
    while isinstance(node, Part) and node.tag in _SCRIPTED:
        node = node.children[0]
    return "".join(map(_text, node.children)) if isinstance(node, Part) and node.tag == "mo" else ""


def _is_large(sign: str) -> bool:
    """Whether it is a sum, a union, an integral: something follows it, and nothing need stand before it."""
    return len(sign) == 1 and (sign in "∏∐∑" or "∫" <= sign <= "∳" or "⋀" <= sign <= "⋃" or "⨀" <= sign <= "⨆")


def _is_operator(letter: str) -> bool:
    return letter not in _TIGHT and unicodedata.category(letter) == "Sm"


def _stands_between(sign: str) -> bool:
    return len(sign) == 1 and not _is_large(sign) and (_is_operator(sign) or sign in "∗←→↔⇐⇒⇔↦∣")


def _with_scripts(node: Part) -> str:
    base, *scripts = node.children
    kind = node.tag
    words = _text(base)
    if ("accent", "true") in node.attributes or ("accentunder", "true") in node.attributes:
        mark = _text(scripts[0])
        above = _ACCENTS.get(mark) if kind == "mover" else ("\u0332" if mark in ("̲", "_") else None)
        return "".join(letter + above for letter in words) if above and words.isalnum() else f"{words}{mark}"
    words = _grouped(words) if isinstance(base, Part) and base.tag != "mo" else words
    lower = "" if kind in ("msup", "mover") else _text(scripts[0])
    upper = "" if kind in ("msub", "munder") else _text(scripts[-1])
    return f"{words}{_lowered(lower)}{_raised(upper)}"


def _raised(words: str, mark: str = "^") -> str:
    return _shifted(words, _letters(_RAISED_BLOCKS) | {ord(sign): sign for sign in _PRIMES}, mark)


def _lowered(words: str) -> str:
    return _shifted(words, _letters(_LOWERED_BLOCKS), "_")


def _shifted(words: str, letters: dict[int, str], mark: str) -> str:
    """Words in other letters if each has one; else behind a mark, so that nothing reads as something else."""
    tight = "".join(words.translate(_INVISIBLE).split())
    if all(ord(letter) in letters for letter in tight):
        return tight.translate(letters)
    return f"{mark}{_grouped(words.translate(_INVISIBLE).strip())}"


def _grouped(words: str) -> str:
    """In parentheses, unless it is one thing anyway."""
    words = words.strip()
    is_closed = words[:1] == "(" and words.find(")") == len(words) - 1
    is_plain = all(
        letter.isalnum() or letter in _PRIMES or letter == "." or unicodedata.category(letter) == "Mn"
        for letter in words
    )
    return words if len(words) <= 1 or is_closed or is_plain else f"({words})"


@cache
def _letters(blocks: tuple[tuple[int, int], ...]) -> dict[int, str]:
    """Each letter that has a raised or lowered form in some blocks of Unicode, with that form."""
    found: dict[int, str] = {}
    for first, last in blocks:
        for code in range(first, last + 1):
            kind, _, base = unicodedata.decomposition(chr(code)).partition(" ")
            if kind in ("<super>", "<sub>") and " " not in base:
                found.setdefault(int(base, 16), chr(code))
    return found


_SCRIPTED = frozenset({"msub", "msup", "msubsup", "mover", "munder", "munderover"})
_WRITERS: Mapping[str, Callable[[Part], str]] = {
    "mo": _operator,
    "mspace": _space,
    "mphantom": lambda _: "",
    "mfrac": _fraction,
    "msqrt": lambda node: f"√{_grouped(_row(node.children))}",
    "mroot": _root,
    **dict.fromkeys(_SCRIPTED, _with_scripts),
    "mtable": lambda node: "; ".join(map(_text, node.children)),
    "mtr": lambda node: _cells(words for cell in node.children if (words := _text(cell).strip())),
}
"""How elements are written that are more than a row of what they hold."""
