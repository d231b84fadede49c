"""Where each character of a YAML value stands in the file: the folding, escapes and indentation undone.

The rules are those of YAML 1.2.2, sections 7.3 and 8.1, as libyaml applies them. Every map is verified against the
value that the parser gave; where they differ there is no map, rather than a wrong one.
"""

import re
from functools import lru_cache

_Pair = tuple[str, int]
_SIMPLE_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_CODE_LENGTHS = {"x": 2, "u": 4, "U": 8}
_HEADER = re.compile(r"[|>]([-+0-9]*)[^\n]*\n?")


@lru_cache(maxsize=64)
def value_offsets(raw: str, style: str, value: str) -> tuple[int, ...] | None:
    """Give the offset in `raw` (the value as written, quotes included) of each character of `value`."""
    if style in ("|", ">"):
        return _block(raw, value, folded=style == ">")
    body, first = (raw[1:-1], 1) if style else (raw, 0)
    pairs = _flow(body, style)
    if "".join(char for char, _ in pairs) != value:
        return None
    return tuple(offset + first for _, offset in pairs)


def _flow(body: str, style: str) -> list[_Pair]:
    pairs: list[_Pair] = []
    position = 0
    kept = 0
    while position < len(body):
        char = body[position]
        if char == "\n":
            while len(pairs) > kept and pairs[-1][0] in " \t":
                pairs.pop()
            position = _fold(body, position, pairs)
            kept = len(pairs)
        elif style == "'" and char == "'":
            pairs.append(("'", position))
            position += 2
        elif style == '"' and char == "\\":
            position = _escape(body, position, pairs)
            kept = len(pairs)
        else:
            pairs.append((char, position))
            position += 1
    return pairs


def _fold(body: str, position: int, pairs: list[_Pair]) -> int:
    """One line break is a space; of several, all but the first are kept."""
    breaks = []
    while position < len(body) and body[position] in " \t\n":
        if body[position] == "\n":
            breaks.append(position)
        position += 1
    if len(breaks) == 1:
        pairs.append((" ", breaks[0]))
    else:
        pairs.extend(("\n", offset) for offset in breaks[1:])
    return position


def _escape(body: str, position: int, pairs: list[_Pair]) -> int:
    sign = body[position + 1 : position + 2]
    if sign == "\n":
        following: list[_Pair] = []
        end = _fold(body, position + 1, following)
        pairs.extend(pair for pair in following if pair[0] == "\n")
        return end
    if sign in _CODE_LENGTHS:
        end = position + 2 + _CODE_LENGTHS[sign]
        pairs.append((chr(int(body[position + 2 : end], 16)), position))
        return end
    pairs.append((_SIMPLE_ESCAPES.get(sign, sign), position))
    return position + 2


def _block(raw: str, value: str, *, folded: bool) -> tuple[int, ...] | None:
    header = _HEADER.match(raw)
    if header is None:
        return None
    lines = []
    position = header.end()
    for line in raw[position:].split("\n"):
        lines.append((line, position))
        position += len(line) + 1
    for indent in _indents(lines, explicit=any(char.isdigit() for char in header.group(1))):
        pairs = _unindented(lines, indent, folded=folded)
        written = "".join(char for char, _ in pairs)
        if written.startswith(value) and not written[len(value) :].strip(" \n"):
            return tuple(offset for _, offset in pairs[: len(value)])
    return None


def _indents(lines: list[tuple[str, int]], *, explicit: bool) -> range:
    """Candidates for the indentation of a block; with an indicator it depends on what is around the block."""
    filled = next((line for line, _ in lines if line.strip(" ")), None)
    first = max(len(line) for line, _ in lines) if filled is None else len(filled) - len(filled.lstrip(" "))
    return range(0 if explicit else first, first + 1)


def _unindented(lines: list[tuple[str, int]], indent: int, *, folded: bool) -> list[_Pair]:
    pairs: list[_Pair] = []
    blanks: list[_Pair] = []
    previous: str | None = None
    line_break = 0
    for line, start in lines:
        content = line[indent:]
        if not content:
            blanks.append(("\n", start + len(line)))
            continue
        if previous is not None:
            foldable = folded and previous[0] not in " \t" and content[0] not in " \t"
            if not foldable:
                pairs.append(("\n", line_break))
            elif not blanks:
                pairs.append((" ", line_break))
        pairs.extend(blanks)
        blanks = []
        pairs.extend((char, start + indent + index) for index, char in enumerate(content))
        previous = content
        line_break = start + len(line)
    if previous is not None:
        pairs.append(("\n", line_break))
    return [*pairs, *blanks]
