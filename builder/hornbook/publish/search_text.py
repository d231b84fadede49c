"""What search says of the sections of a finished page: the sentences of each, as an excerpt can show them.

Engines take the text of a page as it comes, so that cells of a table, marks and labels run into each other. Here each
paragraph, item and row is a paragraph of its own; cells are apart, and what is no sentence of the page is left out:
drawings, controls, where one is on the site, signs that stand beside their words, and what nobody sees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hornbook.publish.documents import ARTICLE
from hornbook.publish.elements import HEADINGS

_BLOCKS = HEADINGS | {
    *("article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form"),
    *("legend", "li", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_PIECES = frozenset({"a", "span", "strong"})
"""What can stand beside another of its kind without a space: a label or a link, with space by the style sheet."""
_LABELS = frozenset({"kb-chip", "kb-mark", "kb-says", "kb-source", "md-button"})
"""The classes of what is no part of the sentence that it stands in."""
_MARK = "kb-mark"
_LEFT_OUT = frozenset({"button", "input", "nav", "output", "script", "select", "style", "svg", "template", "textarea"})
_DOCUMENT = b"<!DOCTYPE html>"
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w")
_ENDS = (".", "?", "!", ":", ";", ",", "…", "·", "–", "—", "(", "“")
_APART = " ·"


@dataclass(slots=True)
class _Section:
    """The text of a section while it is read."""

    done: list[str] = field(default_factory=list)
    open: str = ""
    """The paragraph that is being written."""
    apart: bool = False
    """Whether what comes next must be set apart from what was written last."""

    def add(self, words: str) -> None:
        """Write on."""
        if self.apart and words.strip():
            if _WORD.match(words.lstrip()):
                self.open = _with_end(self.open, _APART)
            self.apart = False
        self.open += words

    def close(self, *more: str) -> None:
        """End the paragraph, and write others, each whole."""
        for one in (self.open, *more):
            words = _SPACE.sub(" ", one).strip()
            if _WORD.search(words):
                self.done.append(words)
        self.open, self.apart = "", False


@dataclass(frozen=True, slots=True)
class PageText:
    """The sections of a page as paragraphs of HTML, by the anchor of each; what stands before any has none."""

    title: str
    """The anchor of its title, which leads to the page as a whole."""
    sections: dict[str, str]


def text_of(page: bytes) -> PageText:
    """Read a finished page; one without an article has no text."""
    article = _article_of(page)
    sections = {"": _Section()}
    title = article.css_first("h1") if article is not None else None
    if article is not None:
        _read(article, "", sections)
    for section in sections.values():
        section.close()
    found = {
        anchor: "".join(f"<p>{escape(one, quote=False)}</p>" for one in sections[anchor].done) for anchor in sections
    }
    anchor = "" if title is None else _value(title, "id")
    if anchor in found and anchor:
        found[""] += found.pop(anchor)
    return PageText(anchor, found)


def _article_of(page: bytes) -> LexborNode | None:
    """The content of a page, with its drawings empty: parsed alone where it is plain where it begins and ends."""
    if b"<article" not in page.lower():
        return None
    if page.count(b"<article") == page.count(b"</article>") == 1:
        content = page[page.index(b"<article") : page.index(b"</article>")]
        before, *pieces = content.split(b"<svg")
        drawn = [piece.rpartition(b"</svg>") for piece in pieces]
        if all(end for _, end, _ in drawn):  # or a drawing stands within another
            page = b"<svg></svg>".join((_DOCUMENT + before, *(behind for *_, behind in drawn)))
    return LexborHTMLParser(page.decode("utf-8", "replace")).css_first(ARTICLE)


def _read(parent: LexborNode, anchor: str, sections: dict[str, _Section]) -> None:
    """Read what an element holds, from the section `anchor` on; a heading begins one that ends with its parent."""
    beside = False
    for node in parent.iter(include_text=True):
        section, tag = sections[anchor], node.tag or ""
        if tag in HEADINGS and _value(node, "id"):
            section.close()
            anchor = _value(node, "id")
            sections.setdefault(anchor, _Section())
        elif tag == "-text":
            section.add(node.text(deep=False))
        elif tag == "math":
            section.add(_value(node, "alttext"))
        elif tag in _BLOCKS:
            section.close()
            _read_block(node, anchor, sections)
            sections[anchor].close()
        elif not _is_left_out(node):
            section.apart |= beside and tag in _PIECES
            _read_inline(node, anchor, sections)
        beside = tag in _PIECES and parent.tag != "code"


def _read_block(node: LexborNode, anchor: str, sections: dict[str, _Section]) -> None:
    section = sections[anchor]
    if _is_left_out(node) or node.tag == "thead":
        return
    if node.tag == "tr":
        cells = [" ".join(_paragraphs(cell)) for cell in node.css("th, td")]
        first, *others = [cell for cell in cells if _WORD.search(cell)] or [""]
        section.close(_with_end(first, ":") + "; ".join(others) if others else first)
    elif node.tag == "dl":
        _read_pairs(node, section)
    else:
        _read(node, anchor, sections)


def _read_pairs(node: LexborNode, section: _Section) -> None:
    """Read a list of descriptions: each with what it describes before it."""
    described = ""
    for one in node.css("dt, dd"):
        words = " ".join(_paragraphs(one))
        if one.tag == "dt":
            described = _with_end(words, ":")
        else:
            section.close(described + words)


def _read_inline(node: LexborNode, anchor: str, sections: dict[str, _Section]) -> None:
    section = sections[anchor]
    classes = frozenset(_value(node, "class").split())
    if _MARK in classes and not section.open.strip():
        _read(node, anchor, sections)
        section.open = _with_end(section.open, ":")
    elif classes & _LABELS:
        section.apart = True
        _read(node, anchor, sections)
        section.apart = True
    else:
        _read(node, anchor, sections)
        if node.tag == "br":
            section.open += " "


def _paragraphs(node: LexborNode) -> Iterator[str]:
    """The paragraphs of an element that is read for itself, with those of sections in it."""
    own = {"": _Section()}
    _read(node, "", own)
    for section in own.values():
        section.close()
        yield from section.done


def _with_end(words: str, end: str) -> str:
    words = words.rstrip()
    return f"{words} " if not words or words.endswith(_ENDS) else f"{words}{end} "


def _is_left_out(node: LexborNode) -> bool:
    tag = node.tag
    if tag in _LEFT_OUT:
        return True
    attributes = node.attributes
    if attributes and ("data-search-exclude" in attributes or "hidden" in attributes):
        return True
    if tag == "a" and (attributes.get("class") == "headerlink" or node.text().strip() == "#"):
        return True
    return attributes.get("aria-hidden") == "true"


def _value(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""
