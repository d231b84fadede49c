"""TeX to MathML, by `math-core`; what it writes is read again and let through by an allow-list, part by part.

Its work is bounded before it begins: by the length of a formula, and since it calls itself for what is nested, by how
much may be open at once. Nobody can define commands, so no formula can grow.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from importlib import resources

from hornbook.mathematics.elements import DROPPED, ELEMENTS, ON_STYLE, SIDES, STYLED, VALUES
from hornbook.mathematics.formulas import Formula, Part, written_in
from hornbook.mathematics.text_form import text_form

LONGEST = 1_000
"""How many characters a formula may have."""
DEEPEST = 30
"""How many elements of a formula may stand within each other."""
MOST_PARTS = 2_000
"""How many elements a formula may come to."""
COMMANDS = tuple((resources.files("hornbook.mathematics") / "commands.txt").read_text(encoding="utf-8").split())
"""The commands that formulas know, for whoever looks for the one that was meant."""

_MESSAGE = re.compile(r"(?P<offset>\d+): (?P<words>.*)", re.DOTALL)
_UNKNOWN = re.compile(r"Unknown command \"\\(?P<name>.*)\"\.")
_REFUSED = re.compile(
    r"\\(?:\\|(?P<defines>(?:e?def|[gx]def|global|let|(?:re)?newcommand|providecommand)(?![A-Za-z]))"
    r"|(?P<colours>(?:text)?color(?![A-Za-z])))"
)
_OPENING = re.compile(
    r"(?P<opens>\{|\\(?:left|begin)(?![A-Za-z]))|(?P<closes>\}|\\(?:right|end)(?![A-Za-z]))|\\.", re.DOTALL
)
_IN_A_ROW = 80
_CHAIN = re.compile(rf"(?:(?:\\[A-Za-z]+|[_^\[])\s*){{{_IN_A_ROW}}}")
"""Commands of which each may take the next one, so that they are nested without braces."""
_NUMBERED = "text-align: right"

_NAMED = "angle|brace|brack|paren|floor|ceil|group|moustache|vert|Vert|Angle|Brack|Brace"
_FENCE = re.compile(rf"(?P<opens>[(\[]|\\\{{|\\l(?:{_NAMED}|lbracket|lcorner)(?![A-Za-z])|\\ulcorner)"
                    rf"|[)\]]|\\\}}|\\r(?:{_NAMED}|rbracket)(?![A-Za-z])|\\[ul]rcorner")  # fmt: skip
_MOST_FENCES = 16
"""Brackets that are open at once: for each one more `math-core` takes twice as long."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a formula cannot be set, and where in its TeX."""

    offset: int
    message: str
    hint: str
    command: str | None = None
    """The command that nothing knows, without its backslash."""


@lru_cache(maxsize=1 << 14)
def converted(tex: str, *, is_block: bool) -> Formula | Flaw:
    """Set a formula; what is wrong with it is a value, whatever it holds."""
    flaw = _too_much(tex)
    if flaw is not None:
        return flaw
    # Not every command has formulas to set.
    from math_core import LatexError  # noqa: PLC0415

    try:
        markup = _converter().convert_with_local_state(tex, displaystyle=is_block)
    except LatexError as error:
        return _flaw_of(str(error), tex)
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    if reader.refused is not None:
        message, hint = reader.refused
        return Flaw(0, message, hint)
    tree = reader.tree()
    return Formula(tex, is_block, tree, text_form(tree))


def in_letters(text: str) -> str:
    """Plain text with its formulas in plain letters; one that cannot be set stays as it is written."""
    if "$" not in text:
        return text
    pieces = ((one.words, converted(one.words, is_block=False) if one.is_formula else None) for one in written_in(text))
    return "".join(made.text if isinstance(made, Formula) else words for words, made in pieces)


@cache
def _converter():  # type: ignore[no-untyped-def]  # noqa: ANN202 - a class that is imported only when it is needed
    from math_core import LatexToMathML  # noqa: PLC0415

    return LatexToMathML(fancy_error=False, max_expansions=LONGEST)


def _too_much(tex: str) -> Flaw | None:
    if len(tex) > LONGEST:
        message = f"the formula has {len(tex):,} characters; the limit is {LONGEST:,}"
        return Flaw(0, message, "split it; a sign of money is written `\\$`")
    for found in _REFUSED.finditer(tex):
        if found["defines"]:
            message = f"a formula cannot define commands, as `\\{found['defines']}` does"
            return Flaw(found.start(), message, "write it out")
        if found["colours"]:
            return Flaw(found.start(), "a formula has no colours of its own", "write it without it")
    chain = _CHAIN.search(tex)
    if chain is not None:
        return Flaw(chain.start(), f"the formula has {_IN_A_ROW} commands in a row", "put braces around parts of it")
    return _too_deep(tex)


def _too_deep(tex: str) -> Flaw | None:
    fences = 0
    for found in _FENCE.finditer(tex):
        fences = fences + 1 if found["opens"] else max(0, fences - 1)
        if fences > _MOST_FENCES:
            message = f"more than {_MOST_FENCES} brackets are open"
            return Flaw(found.start(), message, "close them, or split the formula")
    depth = 0
    for found in _OPENING.finditer(tex):
        depth += bool(found["opens"]) - bool(found["closes"])
        if depth > DEEPEST:
            return Flaw(found.start(), f"the formula is nested deeper than {DEEPEST} levels", "split it")
    return None


def _flaw_of(error: str, tex: str) -> Flaw:
    found = _MESSAGE.match(error)
    offset, words = (int(found["offset"]), found["words"]) if found else (0, error)
    unknown = _UNKNOWN.match(words)
    if unknown:
        return Flaw(
            offset, f"formulas have no command `\\{unknown['name']}`", "write words as `\\text{…}`", unknown["name"]
        )
    words = f"{words[:1].lower()}{words[1:]}".rstrip(".").replace('"', "`")
    return Flaw(min(offset, len(tex)), f"the formula cannot be read: {words}", "a sign of money is written `\\$`")


class _Reader(HTMLParser):
    """Reads what the converter wrote into parts, of which only those that are allowed get through."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: tuple[str, str] | None = None
        self._open: list[tuple[str, tuple[tuple[str, str], ...], list[Part | str]]] = [("", (), [])]
        self._parts = 0

    def tree(self) -> Part:
        """The whole formula."""
        whole = self._open[0][2][0]
        assert isinstance(whole, Part)
        return whole

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._parts += 1
        if tag not in ELEMENTS and tag not in DROPPED:
            self._refuse(f"`<{tag}>`, which a formula of this site cannot hold", "write it without it")
        if self._parts > MOST_PARTS:
            self._refuse(f"more than {MOST_PARTS:,} parts", "split it")
        if len(self._open) > DEEPEST + 1:
            self._refuse(f"parts that are nested deeper than {DEEPEST} levels", "split it")
        written = () if tag in DROPPED else tuple(self._attributes(tag, attrs))
        self._open.append((tag, written, []))

    def handle_endtag(self, tag: str) -> None:
        name, attributes, children = self._open.pop()
        assert name == tag
        if name in DROPPED:
            self._open[-1][2].extend(children)
        else:
            of_style = tuple(one for one in attributes if one[0] in ON_STYLE)
            part = Part(name, tuple(one for one in attributes if one not in of_style), tuple(children))
            self._open[-1][2].append(Part("mstyle", of_style, (part,)) if of_style else part)

    def handle_data(self, data: str) -> None:
        self._open[-1][2].append(data)

    def _attributes(self, tag: str, attributes: list[tuple[str, str | None]]) -> list[tuple[str, str]]:
        kept = []
        for name, value in attributes:
            said = value or ""
            if name == "style" and tag in STYLED:
                if tag == "mtd" and "width" in said and _NUMBERED in said:
                    self._refuse("numbers for its lines", "write `align*` in place of `align`")
                kept += [("class", name) for side, name in SIDES.items() if side in said]
            elif name in ELEMENTS.get(tag, frozenset()) | ON_STYLE and VALUES[name].match(said):
                kept.append((name, said))
            elif name == "style":
                self._refuse("a style of its own, which only the site has", "write it without it")
            elif name in ("height", "width"):
                self._refuse("a space as wide as 10 em or more, or not in em", "write a smaller one, such as `\\quad`")
            else:
                self._refuse(f"`{name}` on `<{tag}>`, which a formula of this site cannot have", "write it without it")
        return kept

    def _refuse(self, what: str, hint: str) -> None:
        self.refused = self.refused or (f"the formula has {what}", hint)
