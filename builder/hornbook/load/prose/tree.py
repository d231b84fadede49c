"""From the tokens of a Markdown parser to the frozen tree of `model.prose`: what texts and pages have in common.

What stands for double brackets in the parsed text is put back here as values, and code shows what was written.
"""

import re
from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hornbook.addresses import NO_ADDRESS
from hornbook.diagnostics import Code, Diagnostic, Lines, Place
from hornbook.diagnostics.formats import listed, shown
from hornbook.load.names import COUNTED, References, Where, read_formula
from hornbook.load.prose.bounds import TEXT_TANGLED, parsed
from hornbook.load.prose.brackets import PLACEHOLDER, Bracket, BracketKind, Hidden
from hornbook.load.prose.elements import BREAKS, HARD_BREAK, SOFT_BREAK, Opened, merged, paragraph_of
from hornbook.load.prose.markdown import DEEPEST, FORMULA, ContentPlaces
from hornbook.load.prose.marks import PROSE_MARK, idle_marks
from hornbook.load.prose.passages import passage_of
from hornbook.load.prose.targets import PROSE_LINK, PROSE_REFERENCE, link_flaw, names_another_host, read_bracket
from hornbook.load.text import TEXT_CONTROL_CHARACTER, character_name, forbidden_characters
from hornbook.model import Element, Embed, Node, Reference, StatedClaim, Text
from hornbook.model.passages import Passage
from hornbook.model.prose import HEADINGS, plain_text

PROSE_HTML = Code(
    "prose-html",
    "A text contains HTML, or gives something on a page attributes of its own; texts are Markdown only.",
    Lines(
        "glossary/terms/rain.yaml",
        'text: Rain, <b class="loud">which</b> leaves a [[wet-ground|wet ground]].',
        "text: Rain, **which** leaves a [[wet-ground|wet ground]].",
    ),
)
PROSE_IMAGE = Code(
    "prose-image",
    "A text contains an image, where pictures are drawings of views, or a page one that is no file of the site.",
    Lines("docs/index.md", "![Rain](https://example.org/rain.png)", "![Rain](assets/rain.png)"),
)
PROSE_EMBED = Code(
    "prose-embed",
    "An embedded view or question does not stand alone on its line.",
    Lines("docs/index.md", "See ![[wetness]] and:", "See [[wetness]] and:"),
)
PROSE_COUNT = Code(
    "prose-count",
    "A text counts something that is no kind of record.",
    Lines(
        "docs/index.md",
        "{count:terms} terms in {count:frameworks} framework; {count:clouds} and `{count:clouds}`.",
        "{count:terms} terms in {count:frameworks} framework.",
    ),
)
PROSE_TOO_DEEP = Code(
    "prose-too-deep",
    "A text is nested deeper than a page can show.",
    Lines(
        "glossary/terms/rain.yaml",
        f"{'> ' * 25}Rain, which leaves a [[wet-ground|wet ground]].",
        "> Rain, which leaves a [[wet-ground|wet ground]].",
    ),
)

DEFINITION_MISSING = Code(
    "definition-missing",
    "A text names a footnote, or an address by the name that it was given, but nothing on the page defines it.",
    Lines(
        "docs/index.md",
        "Rain[^rain] wets [the ground][ground].",
        "Rain[^rain] wets [the ground][ground].\n\n[^rain]: Or snow.\n\n[ground]: https://example.org",
    ),
)

OUTSIDE = ("https://", "http://", "mailto:")
"""How an address outside the site begins."""
HIDDEN_IN_ADDRESS = "%EF%B7%90"
"""How double brackets show in an address."""

_PLAIN: dict[str, Node] = {"softbreak": SOFT_BREAK, "hardbreak": HARD_BREAK, "hr": Element("hr")}
"""What some tokens are, whatever stands around them."""
_WITHIN_LINES = frozenset({"em", "strong", "s", "a", "th", "td", "summary", *HEADINGS})
_LINK_TARGET = re.compile(r"\]\(\s*<?([^\s)>]*)")
_LANGUAGE = re.compile(r"[A-Za-z0-9_+-]+")
_MARKED = re.compile(r"[*${]|://").search
_COUNT = re.compile(r"\{count:(?P<words>[^{}\s]*)\}")


class TreeBuilder:
    """Builds the tree from the flat list of tokens; without recursion, since depth is the writer's choice.

    What texts and pages see differently is a method to be replaced.
    """

    holder = "a text"
    """What a message calls the whole."""
    html_hint = "write Markdown; a literal `<` is written `\\<`"
    definition_hint = "a text has no definitions: write `[words](https://…)`; a literal `[` is written `\\[`"

    def __init__(self, hidden: Hidden, where: Where, framework: str, references: References) -> None:
        """Begin a tree; `where` gives the place of a stretch of what was written."""
        self._hidden = hidden
        self._where = where
        self._framework = framework
        self._references = references
        self._stack = [Opened("")]
        self._line = 0
        self._cursor = 0
        self._content: ContentPlaces | None = None
        self._span: tuple[int, int] | None = None
        self._html_seen = False
        self._too_deep = False
        self._passages: list[Passage] | None = None

    def nodes(self) -> tuple[Node, ...]:
        """The finished tree; empty where it would be too deep."""
        return () if self._too_deep else tuple(merged(self._stack[0].children))

    def read(self, parser: MarkdownIt, passages: list[Passage] | None = None) -> None:
        """Take the tokens that a parser finds in the whole text; what it says is added to `passages`, if wanted."""
        self._passages = passages
        env: dict[str, Any] = {FORMULA: self._references.known.mathematics}
        tokens, tangles = parsed(parser, self._hidden.text, env)
        for tangle in tangles:
            self._report(TEXT_TANGLED, tangle.message, tangle.hint, self._line_place(tangle.line))
        for token in tokens:
            self._take(token)
            for child in token.children or ():
                self._take(child)
        self._end(tokens, env)

    def _end(self, tokens: list[Token], env: dict[str, Any]) -> None:
        """What there is to say of the whole text."""

    def _take(self, token: Token) -> None:
        if token.map:
            self._line = token.map[0]
            self._cursor = max(self._cursor, self._hidden.line_start(self._line))
        self._span = self._span_of(token)
        if self._span:
            self._cursor = max(self._cursor, self._span[0])
        if token.nesting == 1:
            self._open(token)
        elif token.nesting == -1:
            self._close()
        else:
            self._leaf(token)

    def _span_of(self, token: Token) -> tuple[int, int] | None:
        """The stretch of the original that a token of a block's content stands for."""
        span = token.meta.get("span")
        if span is None or self._content is None:
            return None
        start, end = self._content.original(span[0]), self._content.original(span[1])
        return None if start is None or end is None else (start, end)

    def _leaf(self, token: Token) -> None:
        match token.type:
            case "text":
                self._text(token.content)
            case "text_special":
                self._refuse_characters(token.content)
                self._add(Text(token.content))
            case "softbreak" | "hardbreak" | "hr":
                self._add(_PLAIN[token.type])
            case "code_inline":
                self._add(Element("code", (Text(self._hidden.restored(token.content)),)))
                self._pass_over()
            case "fence" | "code_block":
                self._code(token)
            case "html_inline" | "html_block":
                self._html(token)
            case "image":
                self._image(token)
            case "formula":
                self._formula(token)
            case "undefined":
                written = self._hidden.restored(token.content)
                self._refuse_undefined(written, self._where(*self._span) if self._span else self._line_place())
                self._add(Text(written))
            case _:  # the contents of a paragraph or cell follow as tokens of their own
                assert token.type == "inline"
                self._begin_content(token)

    def _begin_content(self, token: Token) -> None:
        after = None
        if self._stack[-1].tag in ("th", "td"):
            before = self._content.end() if self._content else None
            start, _ = self._hidden.line_of(self._line)
            after = max(start, before or 0)
        self._content = ContentPlaces(self._hidden, token.content, self._line, after)
        is_quoted = any(opened.tag == "blockquote" for opened in self._stack)
        if self._passages is not None and not is_quoted:
            self._passages.append(passage_of(token, self._content, self._hidden, self._where))

    def _pass_over(self) -> None:
        """Look for what comes next only behind the present token."""
        if self._span:
            self._cursor = max(self._cursor, self._span[1])

    def _open(self, token: Token) -> None:
        self._push(self._opened(token))

    def _push(self, opened: Opened) -> None:
        if len(self._stack) > DEEPEST and not self._too_deep:
            self._too_deep = True
            self._report(PROSE_TOO_DEEP, f"this is nested deeper than {DEEPEST} levels", None, self._line_place())
        self._stack.append(opened)

    def _opened(self, token: Token) -> Opened:
        """The element that a token begins."""
        if token.tag == "a":
            return self._link(token)
        if token.tag == "ol" and token.attrGet("start") is not None:
            return Opened("ol", (("start", str(token.attrGet("start"))),))
        return Opened("" if token.hidden else token.tag)

    def _close(self) -> None:
        done = self._stack.pop()
        if done.tag in ("p", ""):
            for node in self._with_embeds_apart(done):
                self._add(node)
        else:
            if done.tag in _WITHIN_LINES:
                self._refuse_embeds(done.children)
            self._add(self._finished(done))

    def _finished(self, done: Opened) -> Node:
        """The node that an element becomes at its end."""
        children = tuple(merged(done.children))
        if done.tag == "a" and done.place is not None:
            words, address = plain_text(children, str).strip(), dict(done.attributes).get("href", "")
            if names_another_host(words, address):
                message = f"the words of the link name another site than `{shown(address)}`, where it leads"
                self._report(PROSE_LINK, message, "write what readers find there, or the same address", done.place)
        return Element(done.tag, children, done.attributes)

    def _add(self, node: Node) -> None:
        self._stack[-1].children.append(node)

    def _text(self, content: str) -> None:
        self._refuse_characters(PLACEHOLDER.sub("", content))
        position = 0
        for match in PLACEHOLDER.finditer(content):
            self._plain(content[position : match.start()])
            self._bracket(self._hidden.brackets[int(match.group(1))])
            position = match.end()
        self._plain(content[position:])

    def _refuse_characters(self, text: str) -> None:
        for _, char, _ in forbidden_characters(text):
            message = f"the character {character_name(char)} is not allowed, as a reference either"
            self._report(TEXT_CONTROL_CHARACTER, message, "delete it", self._line_place())

    def _plain(self, text: str) -> None:
        if "[[" in text:
            opened = self._hidden.unclosed_after(self._cursor)
            if opened is not None:
                self._cursor = opened + 2
                hint = "close it with `]]`, without brackets or backticks inside; a literal `[[` is written `\\[[`"
                place = self._where(opened, opened + 2)
                self._report(PROSE_REFERENCE, "`[[` opens here and is not closed", hint, place)
        in_link = any(opened.tag == "a" for opened in self._stack)
        formulas = self._references.known.mathematics
        for written, message, hint in idle_marks(text, in_link=in_link, formulas=formulas) if _MARKED(text) else ():
            self._report(PROSE_MARK, message, hint, self._place_of(written))
        if text:
            self._add(Text(_COUNT.sub(self._counted, text)))

    def _counted(self, found: re.Match[str]) -> str:
        """A number of records, as of now; what cannot be counted stays as it is written."""
        number = self._references.known.count(found["words"])
        if number is None:
            start = self._hidden.original.find(found[0], self._hidden.line_start(self._line))
            place = self._where(start, start + len(found[0])) if start >= 0 else self._line_place()
            hint = f"what can be counted is {listed([*COUNTED])}"
            self._report(PROSE_COUNT, f"`{shown(found[0])}` counts nothing", hint, place)
            return found[0]
        return f"{number:,}"

    def _bracket(self, bracket: Bracket) -> None:
        self._cursor = max(self._cursor, bracket.end)
        if bracket.kind is BracketKind.LITERAL:
            self._add(Text("[["))
            return
        if any(opened.tag == "a" for opened in self._stack):
            place = self._where(bracket.start, bracket.end)
            self._report(PROSE_LINK, "a reference cannot stand inside a link", "write it beside the link", place)
            return
        node = self._named(bracket)
        if node is not None:
            self._add(node)

    def _named(self, bracket: Bracket) -> Reference | StatedClaim | Embed | None:
        """What double brackets name; None where that is a mistake."""
        return read_bracket(bracket, self._where, self._framework, self._references)

    def _formula(self, token: Token) -> None:
        """A formula as it was written, with what was taken for double brackets in it."""
        first = token.meta["span"][0] + len(token.markup)

        def place(start: int, end: int) -> Place:
            at = self._content.original(first + self._hidden.offset_in(token.content, start)) if self._content else None
            return self._line_place() if at is None else self._where(at, at + end - start)

        tex = self._hidden.restored(token.content)
        made = read_formula(tex, 0, place, self._references, is_block=len(token.markup) > 1)
        self._pass_over()
        self._add(made or Text(f"{token.markup}{tex}{token.markup}"))

    def _code(self, token: Token) -> None:
        language = _LANGUAGE.match(token.info.strip())
        attributes = (("class", f"language-{language.group()}"),) if language else ()
        code = Element("code", (Text(self._hidden.restored(token.content)),), attributes)
        self._add(Element("pre", (code,)))

    def _link(self, token: Token) -> Opened:
        address = str(token.attrGet("href") or "")
        flaw = link_flaw("" if HIDDEN_IN_ADDRESS in address else address)
        if flaw is not None:
            self._refuse_link(token, flaw.hint, "" if flaw.message == NO_ADDRESS.message else f", which {flaw.message}")
        return Opened("a", (("href", address), *self._title(token)), place=None if flaw else self._address_place(token))

    def _title(self, token: Token) -> tuple[tuple[str, str], ...]:
        title = self._hidden.restored(str(token.attrGet("title") or ""))
        self._refuse_characters(title)
        return (("title", title),) if title else ()

    def _refuse_link(self, token: Token, hint: str, why: str = "") -> None:
        message = f"a link cannot lead to `{shown(str(token.attrGet('href') or ''))}`{why}"
        self._report(PROSE_LINK, message, hint, self._address_place(token))

    def _refuse_undefined(self, written: str, place: Place) -> None:
        what = "footnote" if written.startswith("[^") else "address"
        message = f"nothing defines the {what} that `{shown(written)}` names"
        self._report(DEFINITION_MISSING, message, self.definition_hint, place)

    def _image(self, token: Token) -> None:  # noqa: ARG002 - what pages need of it
        place = self._where(self._span[0], self._span[0] + 2) if self._span else self._line_place()
        self._report(PROSE_IMAGE, "a text cannot hold an image", "embed a view: `![[id]]`", place)

    def _html(self, token: Token) -> None:
        written = self._hidden.restored(token.content).strip()
        line = written.partition("\n")[0]
        if not (self._html_seen and line.startswith("</")):
            message = f"{self.holder} cannot hold HTML such as `{shown(line)}`"
            self._report(PROSE_HTML, message, self.html_hint, self._html_place(line))
        self._html_seen = True
        self._pass_over()
        self._add(Element("p", (Text(written),)) if token.type == "html_block" else Text(written))

    def _html_place(self, line: str) -> Place:
        return self._where(self._span[0], self._span[0] + len(line)) if self._span else self._place_of(line)

    def _place_of(self, written: str) -> Place:
        """Where something stands first from the present line on; that line where it is written otherwise there."""
        start = self._hidden.original.find(written, self._hidden.line_start(self._line))
        return self._where(start, start + len(written)) if start >= 0 else self._line_place()

    def _with_embeds_apart(self, paragraph: Opened) -> Iterator[Node]:
        """Cut a paragraph at the lines that hold nothing but an embed."""
        rest: list[Node] = []
        children = paragraph.children
        for index, node in enumerate(children):
            if not isinstance(node, Embed):
                rest.append(node)
                continue
            around = (*children[max(0, index - 1) : index], *children[index + 1 : index + 2])
            if any(neighbour not in BREAKS for neighbour in around):
                self._refuse_embeds([node])
                continue
            yield from paragraph_of(paragraph, rest)
            yield node
            rest = []
        yield from paragraph_of(paragraph, rest)

    def _refuse_embeds(self, nodes: list[Node]) -> None:
        for node in nodes:
            if isinstance(node, Embed):
                message = f"`![[{node.target}]]` does not stand alone on its line"
                hint = "put it on a line of its own, or write `[[…]]` for a link"
                self._report(PROSE_EMBED, message, hint, node.place)

    def _report(self, code: Code, message: str, hint: str | None, place: Place) -> None:
        self._references.report(Diagnostic(place, code, message, hint=hint))

    def _address_place(self, token: Token) -> Place:
        """Where the address of a link or picture stands."""
        span = self._address_span(token)
        return self._line_place() if span is None else self._where(*span)

    def _address_span(self, token: Token) -> tuple[int, int] | None:
        """From where to where the address of a link or picture was written; None where it is not found."""
        if self._span is None:
            return None
        start, end = self._span
        if token.info == "auto":
            return start + 1, end - 1
        opening = self._hidden.original.rfind("](", start, end)
        found = _LINK_TARGET.match(self._hidden.original, opening) if opening >= 0 else None
        return found.span(1) if found else (start, end)

    def _line_place(self, line: int | None = None) -> Place:
        start = self._hidden.line_start(self._line if line is None else line)
        end = self._hidden.original.find("\n", start)
        return self._where(start, len(self._hidden.original) if end < 0 else max(end, start + 1))
