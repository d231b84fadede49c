"""A glossary in Markdown as drafts of terms; the parser is that of our own texts.

What of its markup our texts may hold stays. Links between its terms become ours, other links that lead into its own
site become words, headings within a text become bold, pictures and HTML are left out.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from hornbook.diagnostics import Diagnostic, Place
from hornbook.imports.cells import NO_ADDRESS, cited_in, elsewhere_of, marks_of, words_of
from hornbook.imports.markdown_shapes import LETTERS, Block, Entry, blocks_of, shape_of, words_in
from hornbook.imports.values import Draft, DraftSource, Link, Loss, Vocabulary, Written, unreadable
from hornbook.imports.words import as_markdown, composed, one_line
from hornbook.load.prose import read_foreign
from hornbook.model.records import Relation
from hornbook.model.shared_names import compared

LARGEST = 1_000_000
MOST_TERMS = 20_000
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)
_ANCHOR = re.compile(r"""[ \t]*<a[ \t]+(?:id|name)=["']([^"'<>]+)["'][ \t]*(?:/>|>[ \t]*</a>)[ \t]*""")
_OUTSIDE = re.compile(r"https?://|mailto:", re.IGNORECASE)
_WIKI = re.compile(r"\[\[([^\[\]|#]+)(?:#[^\[\]|]*)?(?:\|([^\[\]]*))?\]\]")
_LOOSE = "texts that belong to no term"
_ABOVE = "headings above terms"
_LINKS = "links into the site of the glossary"
_PICTURES = "pictures"
_HTML = "HTML and attributes"
_FOOTNOTES = "footnotes"
_COLUMNS = "columns whose names say nothing here"
_NOWHERE = "links to terms that the file does not have"
_MATCHES = {Relation.BROAD: "broader", Relation.NARROW: "narrower"}
_UNNAMED = "entries without a label"


@dataclass(slots=True)
class _Page:
    """A page while it is read."""

    path: str
    shift: int
    """How many lines of front matter stand before it."""
    keys: dict[str, str] = field(default_factory=dict)
    """By names of terms, as names are compared, and by anchors behind `#`: their keys."""
    sources: dict[str, DraftSource] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)

    def place(self, line: int) -> Place:
        return Place(self.path, line + self.shift + 1)

    def lose(self, what: str, line: int, words: str) -> None:
        self.losses.append(Loss(what, self.place(line), one_line(words)))


def read_markdown(path: str, data: bytes) -> Vocabulary | Diagnostic:
    """The terms of a page: those of the way of writing a glossary that finds most of them; or why there are none."""
    if len(data) > LARGEST:
        message = f"the file has {len(data):,} bytes; the limit is {LARGEST:,}"
        return unreadable(Place(path), message, "divide it into several files")
    try:
        text = composed(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return unreadable(Place(path, line), "the file is not written in UTF-8", "save it as UTF-8")
    front = _FRONT_MATTER.match(text)
    body, anchors = _without_anchors(text[front.end() :] if front else text)
    page = _Page(path, front[0].count("\n") if front else 0)
    foreign = read_foreign(body)
    lines = _without(body.split("\n"), foreign.definitions)
    blocks = blocks_of(foreign.tokens, lines)
    shape = shape_of(blocks, lines)
    entries = [one for one in shape.entries if one.labels]
    if not entries or len(entries) > MOST_TERMS:
        hint = "terms stand in headings, in bold at the beginning of a paragraph or item, in tables, or in definitions"
        return unreadable(Place(path), f"{len(entries):,} terms are found, from 1 to {MOST_TERMS:,} are read", hint)
    for one in shape.entries:
        if not one.labels:
            page.lose(_UNNAMED, one.line, one.raw)
    page.keys = _keys(entries, anchors)
    title = _title(front[0] if front else "", blocks, entries)
    sections = _sections(blocks, entries, title)
    drafts = tuple(
        _draft(page, number, entry, words_in(blocks[section].tokens[1]) if section is not None else "")
        for number, (entry, section) in enumerate(zip(entries, sections, strict=True))
    )
    return Vocabulary(
        terms=drafts,
        sources=page.sources,
        losses=(*page.losses, *_loose(page, blocks, entries, title, frozenset(sections))),
        title=title,
        has_formulas=True,
        carried={shape.called: len(entries)},
    )


def _without_anchors(body: str) -> tuple[str, dict[int, str]]:
    """A page without the lines that are an anchor in HTML alone, code left as it is; by the next line, its name."""
    lines = body.split("\n")
    anchors, waiting, is_code = {}, "", False
    for number, line in enumerate(lines):
        is_code ^= line.lstrip().startswith(("```", "~~~"))
        found = None if is_code else _ANCHOR.fullmatch(line)
        if found is not None:
            waiting, lines[number] = found[1], ""
        elif line.strip() and waiting:
            anchors[number], waiting = waiting, ""
    return "\n".join(lines), anchors


def _without(lines: list[str], definitions: Sequence[tuple[int, int]]) -> list[str]:
    """The lines without those that name addresses of links, since each link is written with its own."""
    for first, end in definitions:
        lines[first:end] = [""] * (end - first)
    return lines


def _title(front: str, blocks: Sequence[Block], entries: Sequence[Entry]) -> str:
    """What the page says of itself: the title of its front matter, or the first heading that is no term."""
    said = _TITLE.search(front)
    if said is not None:
        return one_line(said[1].strip("\"' "))
    used = {number for entry in entries for number in entry.blocks}
    titles = (
        words_in(block.tokens[1])
        for number, block in enumerate(blocks)
        if number not in used and block.tokens[0].tag == "h1"
    )
    return next(titles, "")


def _sections(blocks: Sequence[Block], entries: Sequence[Entry], title: str) -> list[int | None]:
    """For each entry the heading that it stands under, where there are several that name more than letters."""
    used = {number for entry in entries for number in entry.blocks}
    headings = [number for number, block in enumerate(blocks) if block.kind == "heading_open" and number not in used]
    telling = {number for number in headings if words_in(blocks[number].tokens[1]) != title}
    found = [max((one for one in headings if one < entry.blocks[0]), default=None) for entry in entries]
    sections = {one for one in found if one in telling and not LETTERS.fullmatch(words_in(blocks[one].tokens[1]))}
    return [one if len(sections) > 1 and one in sections else None for one in found]


def _keys(entries: Sequence[Entry], anchors: Mapping[int, str]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for number, entry in enumerate(entries):
        for name in entry.labels:
            keys.setdefault(compared(name), str(number))
        for anchor in filter(None, (entry.anchor, anchors.get(entry.line), *map(_anchor, entry.labels))):
            keys.setdefault(f"#{anchor}", str(number))
    return keys


def _anchor(label: str) -> str:
    """The anchor that hosts of Markdown give a heading: small letters, no signs, hyphens for blanks."""
    return re.sub(r"[^\w\- ]", "", label.lower()).strip().replace(" ", "-")


def _draft(page: _Page, number: int, entry: Entry, section: str) -> Draft:
    label, *others = entry.labels
    note = entry.cells.get("note", "")
    elsewhere, wrong = elsewhere_of(entry.cells)
    if entry.address is not None:
        elsewhere.setdefault(Relation.RELATED, (entry.address,))
    for name in wrong:
        page.lose(NO_ADDRESS, entry.line, f"{label}: {name}")
    for cell in entry.left:
        page.lose(_COLUMNS, entry.line, f"{label}: {cell}")
    text = _text(page, entry)
    words = [words_in(token) for token in entry.tokens if token.type == "inline"]
    code = [token.content for token in entry.tokens if token.type in {"fence", "code_block"}]
    return Draft(
        key=str(number),
        place=page.place(entry.line),
        label=label,
        names=(entry.anchor,) if entry.anchor else (),
        aliases=tuple(others),
        text=text,
        plain="\n\n".join(filter(None, (*words, *code))),
        standing=label,
        short=entry.cells.get("short", ""),
        note=(as_markdown(note, mathematics=True),) if note else (),
        related=_named(page, entry, "related"),
        match={relation: keys for relation, what in _MATCHES.items() if (keys := _named(page, entry, what))},
        elsewhere=elsewhere,
        marks=marks_of(entry.cells) or ({"group": (section,)} if section else {}),
        cited=cited_in(entry.cells, page.sources),
    )


def _named(page: _Page, entry: Entry, what: str) -> tuple[str, ...]:
    """The keys of the terms that a cell of a table names."""
    found = []
    for name in words_of(entry.cells.get(what, ""), what):
        if compared(name) in page.keys:
            found.append(page.keys[compared(name)])
        else:
            page.lose(_NOWHERE, entry.line, f"{entry.labels[0]}: {name}")
    return tuple(found)


def _text(page: _Page, entry: Entry) -> Written:
    """The text of an entry, piece by piece; what is not ours to have is replaced where it stands."""
    raw = _blocks_replaced(page, entry)
    pieces: list[str | Link] = []
    cursor = 0
    for token in entry.tokens:
        ended = 0
        for at, child in enumerate(token.children or ()):
            start, end = child.meta.get("span", (0, 0)) if child.meta else (0, 0)
            written = token.content[start:end]
            found = raw.find(written, cursor) if written and start >= ended else -1
            if found < 0:
                continue
            made = _replacement(page, entry, token, at, written)
            if made is not None:
                pieces += [raw[cursor:found], made]
                cursor, ended = found + len(written), end
    pieces.append(raw[cursor:])
    return _stripped([part for piece in pieces for part in _wiki(page, piece)])


def _replacement(page: _Page, entry: Entry, token: Token, at: int, written: str) -> str | Link | None:
    """What stands in place of something within a line; None where it stays as it is."""
    assert token.children is not None
    child = token.children[at]
    line = token.map[0] if token.map else entry.line
    match child.type:
        case "link_open":
            end = next(one for one in range(at, len(token.children)) if token.children[one].type == "link_close")
            inside = Token("inline", "", 0, children=token.children[at + 1 : end])
            return _link(page, line, str(child.attrGet("href") or ""), words_in(inside), written)
        case "image":
            page.lose(_PICTURES, line, f"{child.attrGet('src')}")
            return as_markdown(child.content, mathematics=True)
        case "html_inline" | "attributes":
            page.lose(_HTML, line, written)
            return ""
        case _:
            return None


def _link(page: _Page, line: int, href: str, words: str, written: str) -> str | Link | None:
    key = page.keys.get(f"#{href.rpartition('#')[2]}") if "#" in href else page.keys.get(compared(words))
    if _OUTSIDE.match(href):
        is_whole = written.startswith("<") or written.endswith(")")
        return None if is_whole else f"[{as_markdown(words, mathematics=False)}](<{href}>)"
    if key is not None:
        return Link(key, words)
    page.lose(_LINKS, line, f"{words}: {href}")
    return as_markdown(words, mathematics=True)


def _wiki(page: _Page, piece: str | Link) -> Iterator[str | Link]:
    """A piece of text with its double brackets as links, where they name a term; elsewhere their words."""
    if isinstance(piece, Link) or "`" in piece:
        yield piece
        return
    end = 0
    for found in _WIKI.finditer(piece):
        yield piece[end : found.start()]
        words = found[2] or found[1]
        key = page.keys.get(compared(found[1]))
        yield as_markdown(words, mathematics=True) if key is None else Link(key, words)
        end = found.end()
    yield piece[end:]


def _stripped(pieces: Sequence[str | Link]) -> Written:
    """Without blanks around the whole, and nothing where it says nothing."""
    found = [one for one in pieces if one != ""]
    if found and isinstance(found[0], str):
        found[0] = found[0].lstrip("\n").rstrip(" ") if len(found) == 1 else found[0].lstrip("\n")
    if found and isinstance(found[-1], str):
        found[-1] = found[-1].rstrip()
    says = "".join(one if isinstance(one, str) else one.words for one in found)
    return tuple(one for one in found if one != "") if one_line(says) else ()


def _blocks_replaced(page: _Page, entry: Entry) -> str:
    """The text of an entry with its headings in bold, and without HTML and footnotes."""
    raw = entry.raw
    for number, token in enumerate(entry.tokens):
        line = token.map[0] if token.map else entry.line
        if token.type == "heading_open":
            title = entry.tokens[number + 1].content
            mark = rf"^ {{0,3}}(?:#+[ \t]*)?{re.escape(title)}[ \t]*#*[ \t]*(?:\n {{0,3}}[=-]+[ \t]*)?$"
            found = re.search(mark, raw, re.MULTILINE)
            raw = raw if found is None else f"{raw[: found.start()]}**{title}**{raw[found.end() :]}"
        elif token.type == "html_block":
            raw = raw.replace(token.content.rstrip("\n"), "", 1)
            page.lose(_HTML, line, token.content)
    if any(token.type == "footnote_reference_open" for token in entry.tokens):
        page.lose(_FOOTNOTES, entry.line, entry.labels[0])
        raw = re.sub(r"^\[\^[^\]\n]+\]:.*(?:\n(?: {2,}|\t).*)*", "", raw, flags=re.MULTILINE)
    return re.sub(r"\[\^[^\[\]\n]+\](?!:)", "", raw) if "footnote_ref" in _types(entry) else raw


def _types(entry: Entry) -> frozenset[str]:
    return frozenset(child.type for token in entry.tokens for child in token.children or ())


def _loose(
    page: _Page, blocks: Sequence[Block], entries: Sequence[Entry], title: str, sections: Collection[int | None]
) -> Iterator[Loss]:
    """What belongs to no term."""
    used = {*sections, *(number for entry in entries for number in entry.blocks)}
    for number, block in enumerate(blocks):
        words = next((words_in(token) for token in block.tokens if token.type == "inline"), "")
        if number in used or block.kind == "hr" or (block.tokens[0].tag == "h1" and words == title):
            continue
        yield Loss(_ABOVE if block.kind == "heading_open" else _LOOSE, page.place(block.first), words or block.kind)
