r"""Contributors' Markdown, parsed once into the frozen tree of `model.prose`.

Double brackets are taken out before the Markdown is parsed and put back as values afterwards: what stands for them
in between is a noncharacter (U+FDD0), which no file may hold, so no text can imitate it, and code shows what was
written. Raw HTML is parsed only in order to be refused by name; none of it reaches the tree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hornbook.diagnostics import Diagnostic, Place
from hornbook.diagnostics.formats import shown
from hornbook.load.bracket_contents import Where, read_bracket
from hornbook.load.brackets import BracketKind
from hornbook.load.characters import character_name, forbidden_characters
from hornbook.load.placeholders import PLACEHOLDER, Hidden, hide_brackets
from hornbook.load.references import References
from hornbook.load.web_addresses import link_hint
from hornbook.model import Element, Embed, Node, Prose, Text

DEEPEST = 20
_BLOCKS = ("p", "pre", "ul", "ol", "li", "blockquote", "hr", "table", "thead", "tbody", "tr", "th", "td")
TAGS = frozenset({*_BLOCKS, "em", "strong", "code", "br", "a"})
"""The elements of a tree, and no others."""

_WITHIN_LINES = frozenset({"em", "strong", "a", "th", "td"})
_SOFT_BREAK = Text("\n")
_HARD_BREAK = Element("br")
_BREAKS = (_SOFT_BREAK, _HARD_BREAK)
_LINK_TARGET = re.compile(r"\]\(\s*([^\s)]*)")
_AUTOLINK = re.compile(r"<([^\s>]*)>")
_LANGUAGE = re.compile(r"[A-Za-z0-9_+-]+")


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's name
        """Let every address through, so that a forbidden one is reported instead of shown as text."""
        return True


# Nesting beyond what is allowed must still be seen in order to be reported.
_MARKDOWN = (
    _Markdown("js-default", {"html": True, "maxNesting": 3 * DEEPEST})
    .enable("table")
    .disable(["reference", "strikethrough"])
)


def parse_prose(markdown: str, place: Place, where: Where, framework: str, references: References) -> Prose:
    """Parse one text; what is not allowed in it goes to `references` as diagnostics.

    `where` gives the place of a stretch of `markdown`; `framework` is the one for claims without `in`.
    """
    hidden = hide_brackets(markdown)
    builder = _Builder(hidden, where, framework, references)
    for token in _flat(_MARKDOWN.parse(hidden.text)):
        builder.take(token)
    return Prose(builder.nodes(), place)


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet; a tight list's paragraph has no tag."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: list[Node] = field(default_factory=list)


class _Builder:
    """Builds the tree from the flat list of tokens; without recursion, since depth is the writer's choice."""

    def __init__(self, hidden: Hidden, where: Where, framework: str, references: References) -> None:
        self._hidden = hidden
        self._where = where
        self._framework = framework
        self._references = references
        self._stack = [_Open("")]
        self._line = 0
        self._cursor = 0
        self._link_cursor = 0
        self._html_seen = False
        self._too_deep = False

    def nodes(self) -> tuple[Node, ...]:
        """The finished tree; empty where it would be too deep."""
        return () if self._too_deep else tuple(_merged(self._stack[0].children))

    def take(self, token: Token) -> None:
        if token.map:
            self._line = token.map[0]
            self._cursor = max(self._cursor, self._hidden.line_start(self._line))
        if token.type == "heading_open":
            hint = "use bold text, or a record of its own; a line of `---` or `===` under a text makes a heading"
            self._report("prose-heading", "a text cannot hold a heading", hint, self._line_place())
            self._open("p", token)
        elif token.nesting == 1:
            self._open("" if token.hidden else token.tag, token)
        elif token.nesting == -1:
            self._close()
        else:
            self._leaf(token)

    def _leaf(self, token: Token) -> None:
        match token.type:
            case "text":
                self._text(token.content)
            case "softbreak":
                self._add(_SOFT_BREAK)
            case "hardbreak":
                self._add(_HARD_BREAK)
            case "hr":
                self._add(Element("hr"))
            case "code_inline":
                self._add(Element("code", (Text(self._hidden.restored(token.content)),)))
            case "fence" | "code_block":
                self._code(token)
            case "html_inline" | "html_block":
                self._html(token.content)
            case "image":
                self._report("prose-image", "a text cannot hold an image", "embed a view: `![[id]]`", self._find("!["))
            case _:  # the contents of a paragraph or cell follow as tokens of their own
                assert token.type == "inline"

    def _open(self, tag: str, token: Token) -> None:
        if len(self._stack) > DEEPEST and not self._too_deep:
            self._too_deep = True
            self._report("prose-too-deep", f"this is nested deeper than {DEEPEST} levels", None, self._line_place())
        attributes: tuple[tuple[str, str], ...] = ()
        if tag == "a":
            attributes = self._link(token)
        elif tag == "ol" and token.attrGet("start") is not None:
            attributes = (("start", str(token.attrGet("start"))),)
        self._stack.append(_Open(tag, attributes))

    def _close(self) -> None:
        done = self._stack.pop()
        if done.tag in ("p", ""):
            for node in self._with_embeds_apart(done):
                self._add(node)
        else:
            assert done.tag in TAGS
            if done.tag in _WITHIN_LINES:
                self._refuse_embeds(done.children)
            self._add(Element(done.tag, tuple(_merged(done.children)), done.attributes))

    def _add(self, node: Node) -> None:
        self._stack[-1].children.append(node)

    def _text(self, content: str) -> None:
        for _, char, _ in forbidden_characters(PLACEHOLDER.sub("", content)):
            message = f"the character {character_name(char)} is not allowed, as a reference either"
            self._report("text-control-character", message, "delete it", self._line_place())
        position = 0
        for match in PLACEHOLDER.finditer(content):
            self._plain(content[position : match.start()])
            self._bracket(int(match.group(1)))
            position = match.end()
        self._plain(content[position:])

    def _plain(self, text: str) -> None:
        if "[[" in text:
            opened = self._hidden.unclosed_after(self._cursor)
            if opened is not None:
                self._cursor = opened + 2
                hint = "close it with `]]`, without brackets or backticks inside; a literal `[[` is written `\\[[`"
                place = self._where(opened, opened + 2)
                self._report("prose-reference", "`[[` opens here and is not closed", hint, place)
        if text:
            self._add(Text(text))

    def _bracket(self, index: int) -> None:
        bracket = self._hidden.brackets[index]
        self._cursor = max(self._cursor, bracket.end)
        if bracket.kind is BracketKind.LITERAL:
            self._add(Text("[["))
            return
        if any(opened.tag == "a" for opened in self._stack):
            place = self._where(bracket.start, bracket.end)
            self._report("prose-link", "a reference cannot stand inside a link", "write it beside the link", place)
            return
        node = read_bracket(bracket, self._where, self._framework, self._references)
        if node is not None:
            self._add(node)

    def _code(self, token: Token) -> None:
        language = _LANGUAGE.match(token.info.strip())
        attributes = (("class", f"language-{language.group()}"),) if language else ()
        code = Element("code", (Text(self._hidden.restored(token.content)),), attributes)
        self._add(Element("pre", (code,)))

    def _link(self, token: Token) -> tuple[tuple[str, str], ...]:
        address = str(token.attrGet("href") or "")
        place = self._link_place(_AUTOLINK if token.info == "auto" else _LINK_TARGET)
        hint = link_hint("" if "%EF%B7%90" in address else address)
        if hint is not None:
            self._report("prose-link", f"a link cannot lead to `{shown(address)}`", hint, place)
        title = token.attrGet("title")
        return (("href", address), ("title", self._hidden.restored(str(title)))) if title else (("href", address),)

    def _html(self, content: str) -> None:
        written = self._hidden.restored(content).strip()
        hint = "write Markdown; a literal `<` is written `\\<`"
        line = written.partition("\n")[0]
        message = f"a text cannot hold HTML such as `{shown(line)}`"
        place = self._find(line)
        if not (self._html_seen and line.startswith("</")):
            self._report("prose-html", message, hint, place)
        self._html_seen = True
        self._add(Text(written))

    def _with_embeds_apart(self, paragraph: _Open) -> Iterator[Node]:
        """Cut a paragraph at the lines that hold nothing but an embed."""
        rest: list[Node] = []
        children = paragraph.children
        for index, node in enumerate(children):
            if not isinstance(node, Embed):
                rest.append(node)
                continue
            around = (*children[max(0, index - 1) : index], *children[index + 1 : index + 2])
            if any(neighbour not in _BREAKS for neighbour in around):
                self._refuse_embeds([node])
                continue
            yield from self._paragraph(paragraph.tag, rest)
            yield node
            rest = []
        yield from self._paragraph(paragraph.tag, rest)

    def _paragraph(self, tag: str, children: list[Node]) -> Iterator[Node]:
        merged = _merged(_stripped(children))
        if tag and merged:
            yield Element(tag, tuple(merged))
        else:
            yield from merged

    def _refuse_embeds(self, nodes: list[Node]) -> None:
        for node in nodes:
            if isinstance(node, Embed):
                message = f"`![[{node.target}]]` does not stand alone on its line"
                hint = "put it on a line of its own, or write `[[…]]` for a link"
                self._report("prose-embed", message, hint, node.place)

    def _report(self, code: str, message: str, hint: str | None, place: Place) -> None:
        self._references.report(Diagnostic(place, code, message, hint=hint))

    def _find(self, text: str) -> Place:
        """The next occurrence of something as it was written; the line where it is not found."""
        start = self._hidden.original.find(text, self._cursor)
        if start < 0:
            return self._line_place()
        self._cursor = start + max(1, len(text))
        return self._where(start, self._cursor)

    def _link_place(self, pattern: re.Pattern[str]) -> Place:
        """The next link's address; links have a cursor of their own, since a link's words come before its address."""
        found = pattern.search(self._hidden.original, max(self._link_cursor, self._hidden.line_start(self._line)))
        if found is None:
            return self._line_place()
        self._link_cursor = found.end()
        return self._where(found.start(1), found.end(1))

    def _line_place(self) -> Place:
        start = self._hidden.line_start(self._line)
        end = self._hidden.original.find("\n", start)
        return self._where(start, len(self._hidden.original) if end < 0 else max(end, start + 1))


def _stripped(children: list[Node]) -> list[Node]:
    """Drop the line breaks that are left at the ends where an embed was cut out."""
    start, end = 0, len(children)
    while start < end and children[start] in _BREAKS:
        start += 1
    while end > start and children[end - 1] in _BREAKS:
        end -= 1
    return children[start:end]


def _merged(children: list[Node]) -> list[Node]:
    merged: list[Node] = []
    for node in children:
        last = merged[-1] if merged else None
        if isinstance(node, Text) and isinstance(last, Text):
            merged[-1] = Text(last.text + node.text)
        else:
            merged.append(node)
    return merged
