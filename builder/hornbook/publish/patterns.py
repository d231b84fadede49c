"""Takes the Markdown that an engine is given of a page apart: a pattern that many pages share, and the texts in it.

Whatever is written in an unusual way is part of the pattern, so that the page shares it with fewer others, or none.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise

Writing = Callable[[str], str]
"""How a text is written where it stands, character by character."""

_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r'^[a-z_]+: ("(?:[^"\\\n]|\\.)+")$', re.MULTILINE)
_SLOT = re.compile(r'<section data-kb-slot="[0-9]+">(?P<inside>.*)</section>')
_HEADING = re.compile(r"#{1,6} (?P<words>(?:[^\W_]|[ ,]|&#[0-9]+;)+) \{ #(?P<anchor>(?:[\w.-]|\\_)+) \}")
_INSIDE = re.compile(r'(?<= id=")(?P<anchor>[\w.-]+)(?=")|(?<=>)(?P<text>[^<>]+)(?=<)')
_ASTRAL = re.compile(r"(\\[^U])|\\U([0-9a-f]{8})")
_NOT_ASCII = re.compile(r"[^ -~]")
_UNUSUAL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A page's Markdown without the texts in it."""

    around: tuple[str, ...]
    """What stands before, between and after them; one more than there are texts."""
    writings: tuple[Writing, ...]
    """For each text how it is written."""

    def written(self, texts: tuple[str, ...]) -> str:
        """The Markdown with these texts in it."""
        written = (write(text) for write, text in zip(self.writings, texts, strict=True))
        return self.around[0] + "".join(map("".join, zip(written, self.around[1:], strict=True)))


@dataclass(frozen=True, slots=True)
class TakenApart:
    """The Markdown of a page as its pattern and the texts in it."""

    pattern: Pattern
    texts: tuple[str, ...]


def taken_apart(markdown: str) -> TakenApart:
    """The pattern of a page and the texts in it; written into the pattern they give the same Markdown again."""
    found = [one for one in _texts_in(markdown) if _is_usual(one.text) and one.write(one.text) == one.raw(markdown)]
    ends = [(0, 0), *((one.start, one.end) for one in found), (len(markdown), len(markdown))]
    around = tuple(markdown[before[1] : after[0]] for before, after in pairwise(ends))
    return TakenApart(Pattern(around, tuple(one.write for one in found)), tuple(one.text for one in found))


def slots_in(markdown: str) -> tuple[str, ...]:
    """The slots of a page's Markdown, each as a whole."""
    return tuple(found[0] for line in markdown.split("\n") if (found := _SLOT.fullmatch(line)) is not None)


@dataclass(frozen=True, slots=True)
class _Text:
    start: int
    end: int
    text: str
    write: Writing

    def raw(self, markdown: str) -> str:
        return markdown[self.start : self.end]


def _texts_in(markdown: str) -> Iterator[_Text]:
    front = _FRONT.match(markdown)
    at = front.end() if front else 0
    for field in _FIELD.finditer(markdown, 0, at):
        yield _Text(*field.span(1), _read_field(field[1]), _as_field)
    for line in markdown[at:].split("\n"):
        if (heading := _HEADING.fullmatch(line)) is not None:
            words, anchor = heading.span("words"), heading.span("anchor")
            yield _Text(at + words[0], at + words[1], unescape(heading["words"]), as_references)
            yield _Text(at + anchor[0], at + anchor[1], heading["anchor"].replace("\\_", "_"), _as_anchor)
        elif (slot := _SLOT.fullmatch(line)) is not None:
            for found in _INSIDE.finditer(line, *slot.span("inside")):
                write = as_is if found["text"] is None else _as_html
                yield _Text(at + found.start(), at + found.end(), unescape(found[0]), write)
        at += len(line) + 1


def _is_usual(text: str) -> bool:
    """Whether nothing in a text is dropped or made one by who takes spaces together."""
    return " ".join(text.split()) == text and _UNUSUAL.search(text) is None


def _read_field(written: str) -> str:
    """A value of the front matter; that of one which is no JSON is written in another way, and so is found unusual."""
    try:
        return str(json.loads(_ASTRAL.sub(lambda found: found[1] or chr(int(found[2], 16)), written)))
    except (ValueError, OverflowError):
        return ""


def _as_field(text: str) -> str:
    return _NOT_ASCII.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def as_references(text: str) -> str:
    """Text in which every character that could be special is a character reference."""
    return re.sub(r"[^\w ,]|_", lambda found: f"&#{ord(found[0])};", text)


def as_is(text: str) -> str:
    """The text itself."""
    return text


def _as_anchor(text: str) -> str:
    return text.replace("_", "\\_")


def _as_html(text: str) -> str:
    return escape(text, quote=True).replace("{", "&#123;")  # as pages are written
