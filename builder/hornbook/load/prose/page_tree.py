"""The tree of a page written by hand: what a text may hold, and headings, pictures, notes and footnotes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from posixpath import dirname, join, normpath, splitext
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from hornbook.diagnostics import ID_DUPLICATE, TABLE_ROW, Code, Lines, Place, Severity
from hornbook.diagnostics.formats import listed, shown
from hornbook.load.names import References, Where
from hornbook.load.prose.brackets import Bracket, BracketKind, Hidden
from hornbook.load.prose.elements import Footnotes, Opened, merged, note_element, unknown_kinds
from hornbook.load.prose.markdown import COMMENT, COMMENT_END, cells_of
from hornbook.load.prose.targets import named_by_path
from hornbook.load.prose.tree import HIDDEN_IN_ADDRESS, OUTSIDE, PROSE_HTML, PROSE_IMAGE, TreeBuilder
from hornbook.load.text import FILE_TOO_LARGE, has_visible
from hornbook.model import Embed, Node, PageHeading, Picture, Reference, SiteLink, StatedClaim, Text
from hornbook.model.handwritten import nodes_of
from hornbook.model.prose import plain_text

PROSE_HEADING = Code(
    "prose-heading",
    "A heading stands inside something else, or says nothing; or a line of `---` makes one of the text above it in a "
    "record.",
    Lines("docs/index.md", "- ## Rain", "## Rain"),
)

PAGE_FRONT_MATTER = Code(
    "page-front-matter",
    "The front matter of a page holds a field or a value that pages may not have, has no end, or is not at the very "
    "beginning.",
    Lines(
        "docs/index.md",
        "---\ntitle: Weather\nstatus: new\ndescription: a <b>\n---",
        "---\ntitle: Weather\ndescription: What falls from the sky.\n---",
    ),
)
DEFINITION_UNUSED = Code(
    "definition-unused",
    "A page defines a footnote or the address of a link, and nothing on it names that.",
    Lines("docs/index.md", "Rain.\n\n[^rain]: Or snow.", "Rain[^rain].\n\n[^rain]: Or snow."),
    severity=Severity.WARNING,
)

GLANCE = "index"
"""What is embedded by this reserved id is the whole knowledge base, at a glance."""
FIELDS = ("title", "description", "hide", "search", "asked")
"""What the front matter of a page may say."""
LOOKS = ("lead", "actions")
"""Classes of the site's own style sheet that a paragraph may have."""
LIMITS = {"headings": 1_000, "blocks, such as paragraphs and lists": 5_000, "diagrams and answers": 100}
"""How much a page may hold: engines take far more time for many blocks than for long ones."""

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
"""How the names of pictures end."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FIELD = re.compile(r"[a-z_]+:(?!\S)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PASSED_OVER = re.compile(r"[\x00-\x20]")
"""Characters that browsers leave out in and around a scheme."""
_PATH = re.compile(r"[^?#]*")
_ID = re.compile(r"#(?!(?:kb|md)-)[A-Za-z][\w-]*", re.IGNORECASE)
_SIZE = re.compile(r"""(?P<name>width|height)=(?P<quote>["']?)(?P<pixels>[1-9][0-9]{0,4})(?P=quote)""")
_LANGUAGE = re.compile(r"[A-Za-z0-9_+#.-]*")


class PageBuilder(TreeBuilder):
    """Builds the blocks of a page."""

    holder = "a page"
    html_hint = "write Markdown; a literal `<` is written `\\<` or stands in code"
    definition_hint = "define it on a line of its own: `[name]: address.md`, `[^name]: text`; a literal `[` is `\\[`"

    def __init__(self, path: str, hidden: Hidden, where: Where, framework: str, references: References) -> None:
        """Begin the page at `path` (from `docs/`); the rest is that of any tree."""
        super().__init__(hidden, where, framework, references)
        self._path = path
        self._blocks: list[PageHeading | Node] = []
        self._footnotes = Footnotes()
        self._anchors: dict[str, Place] = {}

    def blocks(self) -> tuple[PageHeading | Node, ...]:
        """The finished page; empty where it would be too deep."""
        if self._too_deep:
            return ()
        self._flush()
        blocks = (*self._blocks, *self._footnotes.nodes())
        headings = sum(isinstance(block, PageHeading) for block in blocks)
        embeds = sum(isinstance(node, Embed) for block in blocks for node in nodes_of(block))
        for (what, most), count in zip(LIMITS.items(), (headings, len(blocks), embeds), strict=True):
            if count > most:
                message = f"the page has {count:,} {what}; the limit is {most:,}"
                self._report(FILE_TOO_LARGE, message, "split the page", self._where(0, 1))
        return blocks

    def _end(self, tokens: list[Token], env: dict[str, Any]) -> None:
        """Note definitions that nothing names, and fields that readers would see."""
        for rule, block, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if rule.type == "hr" and rule.map and block.map and rule.map[1] == block.map[0]:
                begins = _FIELD.match(inline.content)
                if begins and (block.type == "heading_open" or begins[0].rstrip(":") in FIELDS):
                    message = "front matter begins here, but a page has it at its very beginning, and once"
                    hint = "move its fields there, or put a blank line below the `---`"
                    self._report(PAGE_FRONT_MATTER, message, hint, self._line_place(rule.map[0]))
        for label, place in self._footnotes.unnamed():
            hint = f"name it in the text, `[^{shown(label)}]`, or delete it"
            self._report(DEFINITION_UNUSED, f"nothing names the footnote `{shown(label)}`", hint, place)
        used = {*_labels(tokens)}
        found = [
            (one, "nothing names this address") for name, one in env.get("references", {}).items() if name not in used
        ]
        found += [(one, "an earlier line gives another address this name") for one in env.get("duplicate_refs", ())]
        for one, message in found:
            self._report(DEFINITION_UNUSED, message, "delete the line", self._line_place(one["map"][0]))

    def _flush(self) -> None:
        self._blocks += self._stack[0].children
        self._stack[0].children = []

    def _opened(self, token: Token) -> Opened:
        match token.type:
            case "heading_open":
                return self._heading(token)
            case "admonition_open":
                return self._note(token)
            case "admonition_title_open":
                folds = self._stack[-1].tag == "details"
                return Opened("summary") if folds else Opened("p", (("class", "admonition-title"),))
            case "footnote_reference_open":
                label = self._hidden.restored(token.meta["label"])
                if not self._footnotes.begin(label, self._line_place()):
                    message = f"two footnotes are called `{shown(label)}`"
                    self._report(ID_DUPLICATE, message, "give one of them another name", self._line_place())
                return Opened("footnote", (("label", label),))
            case "th_open" | "td_open" if token.attrGet("style"):
                alignment = str(token.attrGet("style")).partition(":")[2]
                return Opened(token.tag, (("style", f"text-align: {alignment};"),))
            case _:
                return super()._opened(token)

    def _close(self) -> None:
        opened = self._stack[-1]
        if opened.tag in _HEADINGS:
            self._end_heading(self._stack.pop())
        elif opened.tag == "footnote":
            self._footnotes.write(opened.attributes[0][1], self._stack.pop().children)
        else:
            if opened.tag == "tr":
                self._refuse_more_cells(len(opened.children))
            super()._close()

    def _finished(self, done: Opened) -> Node:
        if done.target is None or done.place is None:
            return super()._finished(done)
        path, rest = done.target
        return SiteLink(path, rest, dict(done.attributes).get("title"), tuple(merged(done.children)), done.place)

    def _leaf(self, token: Token) -> None:
        match token.type:
            case "attributes":
                self._attributes(token)
            case "footnote_ref":
                self._footnote_reference(token)
            case _:
                super()._leaf(token)

    def _html(self, token: Token) -> None:
        """Refuse HTML; a comment leaves nothing."""
        if token.content == COMMENT:
            message = "a comment ends with `-->`, in its paragraph or at the end of a line"
            self._report(PROSE_HTML, message, "close it, or begin a line after it", self._html_place(COMMENT))
        elif not (token.content.startswith(COMMENT) and token.content.endswith(COMMENT_END)):
            super()._html(token)
        self._pass_over()

    def _refuse_more_cells(self, shown_cells: int) -> None:
        """Refuse what stands in a row of a table behind its last column, which nobody would see."""
        cells = cells_of(self._hidden.line_of(self._line)[1])
        if any(cell.strip() for cell in cells[shown_cells:]):
            message = "the row has more cells than its table has columns"
            self._report(TABLE_ROW, message, "delete them; a `|` within a cell is written `\\|`", self._line_place())

    def _heading(self, token: Token) -> Opened:
        place = self._line_place()
        if len(self._stack) > 1:
            hint = "use bold text, or a heading outside of the list, quotation or note"
            self._report(PROSE_HEADING, "a heading cannot stand inside something else", hint, place)
            return Opened("p")
        self._flush()
        return Opened(token.tag, place=place)

    def _end_heading(self, done: Opened) -> None:
        assert done.place is not None
        self._refuse_embeds(done.children)
        children = merged(done.children)
        if children and isinstance(children[-1], Text):
            children[-1] = Text(children[-1].text.rstrip())
        nodes = tuple(children)
        if any(isinstance(node, Picture) for node in nodes):
            hint = "put it below the heading"
            self._report(PROSE_HEADING, "a heading cannot hold a picture", hint, done.place)
        elif not any(isinstance(node, Embed) for node in nodes) and not has_visible(plain_text(nodes, str)):
            self._report(PROSE_HEADING, "a heading says nothing", "write its words, or delete it", done.place)
        anchor = dict(done.attributes).get("id")
        if anchor is not None and anchor in self._anchors:
            message = f"two headings of the page have the id `{shown(anchor)}`"
            self._report(ID_DUPLICATE, message, "give one of them another id", done.place)
        elif anchor is not None:
            self._anchors[anchor] = done.place
        self._blocks.append(PageHeading(int(done.tag[1]), anchor, nodes, done.place))

    def _attributes(self, token: Token) -> None:
        """What a picture, a heading or a paragraph may say of itself in braces; anything else is refused."""
        names: list[str] = token.meta["names"]
        opened = self._stack[-1]
        last = opened.children[-1] if opened.children else None
        if token.meta["after_picture"] and isinstance(last, Picture):
            sizes = [_SIZE.fullmatch(name) for name in names]
            size = {found["name"]: found["pixels"] for found in sizes if found}
            if names and len(size) == len(names):
                opened.children[-1] = replace(last, size=tuple(size.items()))
                return
            hint = "a picture says only its size, in pixels of at most five digits: `{ width=906 height=863 }`"
        elif token.meta["last"] and opened.tag in _HEADINGS and len(names) == 1 and _ID.fullmatch(names[0]):
            opened.attributes = (("id", names[0][1:]),)
            return
        elif token.meta["last"] and token.meta["own_line"] and opened.tag == "p" and _are_looks(names):
            opened.attributes = (("class", " ".join(name[1:] for name in names)),)
            return
        else:
            looks = listed(tuple(f"{{ .{look} }}" for look in LOOKS))
            hint = f"a heading can end with `{{ #id }}` (none of `kb-` or `md-`), a paragraph with a line {looks}"
        message = f"a page cannot give itself the attributes `{shown(token.content)}`"
        self._report(PROSE_HTML, message, hint, self._span_place())
        self._add(Text(token.content))

    def _note(self, token: Token) -> Opened:
        unknown = unknown_kinds(token.meta["kinds"])
        if unknown is not None:
            message, hint = unknown
            self._report(PROSE_HTML, message, hint, self._line_place())
        return note_element(token)

    def _footnote_reference(self, token: Token) -> None:
        mark = self._footnotes.reference(self._hidden.restored(token.meta["label"]))
        if any(opened.tag in _HEADINGS for opened in self._stack):
            message = "a heading cannot name a footnote"
            self._report(PROSE_HEADING, message, "name it in the text", self._line_place())
        else:
            self._add(mark)

    def _named(self, bracket: Bracket) -> Reference | StatedClaim | Embed | None:
        if bracket.kind is BracketKind.EMBED and bracket.target == GLANCE:
            return Embed(GLANCE, self._where(bracket.start, bracket.end))
        return super()._named(bracket)

    def _code(self, token: Token) -> None:
        if not _LANGUAGE.fullmatch(token.info.strip()):
            message = f"a block of code cannot say `{shown(self._hidden.restored(token.info.strip()))}` of itself"
            self._report(PROSE_HTML, message, "name its language and nothing else", self._line_place())
        super()._code(token)

    def _link(self, token: Token) -> Opened:
        address = str(token.attrGet("href") or "")
        target = _within_site(self._path, address)
        if target is None and not address.lower().startswith(OUTSIDE):
            named = named_by_path(address)
            if named is not None and named.name in self._references.known.linked:
                hint = f"write `[[{named.name}|words]]`"
            else:
                hint = "link to `https://…`, `reading.md`, `../terms/index.md` or `#a-heading`"
            self._refuse_link(token, hint)
        elif target is None:
            return super()._link(token)
        attributes = self._title(token) if target else (("href", address), *self._title(token))
        return Opened("a", attributes, place=self._address_place(token), target=target)

    def _image(self, token: Token) -> None:
        address = str(token.attrGet("src") or "")
        target = _within_site(self._path, address)
        place = self._address_place(token)
        if target is None or splitext(target[0])[1].lower() not in PICTURES:
            hint = f"put a file whose name ends with {listed(PICTURES)} into `docs/`: `![words](assets/picture.png)`"
            message = f"a picture cannot be taken from `{shown(address)}`"
            self._report(PROSE_IMAGE, message, hint, place)
            return
        for child in token.children or ():
            if child.type == "undefined":
                self._refuse_undefined(self._hidden.restored(child.content), place)
        words = self._hidden.restored("".join(_words(child) for child in token.children or ()))
        self._refuse_characters(words)
        title = dict(self._title(token)).get("title")
        self._add(Picture(*target, words, title, (), place))

    def _span_place(self) -> Place:
        return self._where(*self._span) if self._span else self._line_place()


def _labels(tokens: Iterable[Token]) -> Iterator[str]:
    """The names by which links and pictures take addresses that are defined elsewhere on the page."""
    for token in tokens:
        if token.type in ("link_open", "image") and "label" in token.meta:
            yield token.meta["label"]
        yield from _labels(token.children or ())


def _are_looks(names: list[str]) -> bool:
    return bool(names) and all(name[:1] == "." and name[1:] in LOOKS for name in names)


def _words(token: Token) -> str:
    """What a part of a picture's words says; marks such as emphasis say nothing."""
    if token.type == "footnote_ref":
        return f"[^{token.meta['label']}]"
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content


def _within_site(page: str, address: str) -> tuple[str, str] | None:
    """The path from `docs/` that an address on a page names, and what follows it; None where it leads elsewhere."""
    as_browsers_read = _PASSED_OVER.sub("", unquote(address))
    if not address or address.startswith("/") or _SCHEME.match(as_browsers_read) or HIDDEN_IN_ADDRESS in address:
        return None
    written = _PATH.match(address)
    assert written is not None
    rest = address[written.end() :]
    if not written[0]:
        return page, rest
    path = normpath(join(dirname(page), unquote(written[0])))
    return None if path == ".." or path.startswith("../") else (path, rest)
