"""Where a file only looks like YAML: what the parser trips over lines later, or names by something else."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from hornbook.load.text import SourceText, character_name

Finding = tuple[int, int, str, str]
"""From where to where in the text, the message, and the hint."""

_LONGEST_QUOTED = 60
"""A value of more characters is not repeated in a hint, which would cut it."""
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INDENT = re.compile(rf"^[ \t]*([{_BLANKS}])[ \t{_BLANKS}]*", re.MULTILINE)
_COLON = re.compile(rf"^[ \t]*(?:- )?[A-Za-z_][\w -]*([：﹕︓∶꞉]|:(?=[{_BLANKS}]))", re.MULTILINE)
_COMMENT = re.compile(r"\s#")
_CLOSING = re.compile(r"[\]}]")
_BRACKET = re.compile(r"[\[{]")
_MERGED = re.compile(r"^(<{7}|>{7})(?: .*)?$", re.MULTILINE)
_NEAR = 4
"""So many lines are looked at, up to the one where the parser stopped."""
_NEGATION = re.compile(r"(?<=[\s\[,])!([a-z0-9]+(?:-[a-z0-9]+)*)")


def mark_of_a_merge(source: SourceText) -> Finding | None:
    """The first line in which Git marks that it could not merge two versions of a file."""
    found = _MERGED.search(source.text)
    if found is None:
        return None
    message = f"`{found[1]}` is a mark of Git’s: two versions of these lines were not merged"
    hint = "keep the lines that are meant, and delete those with `<<<<<<<`, `=======` and `>>>>>>>`"
    return found.start(1), found.end(1), message, hint


def lookalike(source: SourceText, stopped: int) -> Finding | None:
    """What made the parser stop at an offset, if it is a character that only looks like the one of YAML."""
    text = source.text
    line = bisect_right(source.line_starts, stopped)
    first = source.line_starts[max(0, line - _NEAR)]
    end = text.find("\n", stopped)
    found = [*_found(text[first : len(text) if end < 0 else end], stopped - first)]
    last = max(found, key=lambda one: one[0], default=None)
    return None if last is None else (first + last[0], first + last[1], *last[2:])


def hash_within(source: SourceText, stopped: int) -> Finding | None:
    """The `#` in braces or brackets that makes a comment of what closes them, before or in the line of an offset."""
    before = source.text[:stopped].rstrip()
    start = before.rfind("\n") + 1
    line = source.text[start:].partition("\n")[0]
    bracket = _BRACKET.search(line)
    comment = _COMMENT.search(line, bracket.end()) if bracket else None
    if comment is None or not _CLOSING.search(line, comment.end()):
        return None
    hidden = line[comment.start() + 1 :].rstrip()
    hint = f'put the value that holds the `#` in quotes: `"… {hidden.rstrip(" ]}")}"`'
    message = "`#` begins a comment here, so that the bracket before it is never closed"
    at = start + comment.start() + 1
    return at, at + len(hidden), message, hint


def quoted_whole(source: SourceText, opened: int) -> str:
    """How to write a text that begins with a quotation mark: the whole of it in quotes of the other kind."""
    rest = source.text[opened:].partition("\n")[0].rstrip()
    plain = not set(rest) & {"{", "}", "[", "]", "\\"}
    if len(rest) <= _LONGEST_QUOTED and plain and rest[:1] == "'" and '"' not in rest:
        return f'write `"{rest}"`'
    if len(rest) <= _LONGEST_QUOTED and plain and rest[:1] == '"' and "'" not in rest:
        return f"write `'{rest}'`"
    return "begin the text on the next line, indented, and write `|` after the colon; or use “ and ” inside the text"


def _found(text: str, stopped: int) -> Iterator[Finding]:
    for match in _INDENT.finditer(text):
        message = f"the character {character_name(match[1])} indents this line"
        yield match.start(), match.end(), message, "indent with ordinary spaces: delete these, and type spaces"
    for match in _COLON.finditer(text):
        at = match.start(1)
        if match[1] != ":":
            message = f"`{match[1]}` is {character_name(match[1])}, not the colon of YAML"
            yield at, at + 1, message, f"write `{match[0].strip()[:-1]}: …` with an ordinary colon and a space"
        else:
            message = f"the character {character_name(text[at + 1])} stands behind the colon"
            yield at + 1, at + 2, message, f"write `{match[0].strip()} …` with an ordinary space behind the colon"
    line = text.rfind("\n", 0, stopped) + 1
    for match in _NEGATION.finditer(text, line):
        yield match.start(), match.end(), "YAML takes a word after `!` for a tag", f"write `not {match[1]}`"
