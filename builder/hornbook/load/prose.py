"""Contributors' Markdown, parsed once into the frozen tree of `model.prose`.

Double brackets are taken out before the Markdown is parsed and put back as values afterwards: what stands for them
in between is a noncharacter (U+FDD0), which no file may hold, so no text can imitate it, and code shows what was
written. Raw HTML is parsed only in order to be refused by name; none of it reaches the tree.
"""

from markdown_it.token import Token

from hornbook.diagnostics import Place
from hornbook.load.bracket_contents import Where
from hornbook.load.markdown import text_parser
from hornbook.load.open_elements import Opened
from hornbook.load.placeholders import hide_brackets
from hornbook.load.references import References
from hornbook.load.tree import TreeBuilder
from hornbook.model import Node, Prose

_BLOCKS = ("p", "pre", "ul", "ol", "li", "blockquote", "hr", "table", "thead", "tbody", "tr", "th", "td")
TAGS = frozenset({*_BLOCKS, "em", "strong", "code", "br", "a"})
"""The elements of a text, and no others."""

_PARSER = text_parser()


def parse_prose(markdown: str, place: Place, where: Where, framework: str, references: References) -> Prose:
    """Parse one text; what is not allowed in it goes to `references` as diagnostics.

    `where` gives the place of a stretch of `markdown`; `framework` is the one for claims without `in`.
    """
    hidden = hide_brackets(markdown)
    builder = _TextBuilder(hidden, where, framework, references)
    builder.take_all(_PARSER.parse(hidden.text))
    return Prose(builder.nodes(), place)


class _TextBuilder(TreeBuilder):
    """Builds the tree of a text of a record, which has no headings of its own."""

    def _opened(self, token: Token) -> Opened:
        if token.type != "heading_open":
            return super()._opened(token)
        hint = "use bold text, or a record of its own; a line of `---` or `===` under a text makes a heading"
        self._report("prose-heading", "a text cannot hold a heading", hint, self._line_place())
        return Opened("p")

    def _finished(self, done: Opened) -> Node:
        assert done.tag in TAGS
        return super()._finished(done)
