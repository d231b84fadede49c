"""Contributors' Markdown, parsed once into the frozen trees of the model: texts of records, pages written by hand.

No second parser can find something else in what they say. Raw HTML is parsed only in order to be refused by name; none
of it reaches a tree. Front matter of pages has few keys, held to plain values, since themes show them in many places.
"""

import re
from dataclasses import dataclass, replace

from markdown_it.token import Token

from hornbook.diagnostics import Diagnostic, Place
from hornbook.diagnostics.formats import shown
from hornbook.load.names import References, Where
from hornbook.load.prose.brackets import hide_brackets
from hornbook.load.prose.elements import Opened
from hornbook.load.prose.markdown import page_parser, text_parser
from hornbook.load.prose.page_tree import PAGE_FRONT_MATTER, PROSE_HEADING, PageBuilder
from hornbook.load.prose.targets import link_meant, named_by_path
from hornbook.load.prose.tree import HIDDEN_IN_ADDRESS, TreeBuilder
from hornbook.load.text import FILE_TOO_LARGE, TEXT_TOO_LONG, SourceText, has_visible
from hornbook.load.tree import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue, read_yaml
from hornbook.model import HandwrittenPage, Node, Prose, Reference
from hornbook.model.passages import Passage
from hornbook.model.prose import HEADINGS, plain_text

LONGEST_PAGE = 200_000
LONGEST_LINE = 5_000
_BLOCKS = ("p", "pre", "ul", "ol", "li", "blockquote", "hr", "table", "thead", "tbody", "tr", "th", "td")
TAGS = frozenset({*_BLOCKS, *HEADINGS, "em", "strong", "code", "br", "a"})
"""The elements of a text, and no others."""
HIDEABLE = frozenset({"navigation", "toc", "footer"})

_FRONT_MATTER = re.compile(
    r"(?P<open>---[ \t]*\n)(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_OPENED = re.compile(r"---[ \t]*(?:\n|\Z)")
_TEXTS = text_parser()
_PAGES = page_parser()
_MARKUP = re.compile(r"[<>]|&[#A-Za-z]")
_KEYS = "a page may say `title`, `description`, `hide`, `search` (`exclude: true`) and `asked`, nothing else"


def parse_prose(
    markdown: str,
    place: Place,
    where: Where,
    framework: str,
    references: References,
    passages: list[Passage] | None = None,
) -> Prose:
    """Parse one text; what is not allowed in it goes to `references` as diagnostics, its words to `passages`.

    `where` gives the place of a stretch of `markdown`; `framework` is the one for claims without `in`.
    """
    hidden = hide_brackets(markdown)
    builder = _TextBuilder(hidden, where, framework, references)
    builder.read(_TEXTS, passages)
    return Prose(builder.nodes(), place)


class _TextBuilder(TreeBuilder):
    """Builds the tree of a text of a record: headings among its blocks; links to records are references."""

    def _opened(self, token: Token) -> Opened:
        if token.type != "heading_open":
            return super()._opened(token)
        place = self._line_place()
        if len(self._stack) > 1:
            hint = "use bold text, or a heading outside of the list or quotation"
            self._report(PROSE_HEADING, "a heading cannot stand inside something else", hint, place)
        elif not token.markup.startswith("#"):
            hint = "write `## …` for a heading; a line across the text is `---` below an empty line"
            self._report(PROSE_HEADING, f"a line of `{token.markup}` makes a heading of the text above it", hint, place)
        else:
            return Opened(token.tag, place=place)
        return Opened("p")

    def _finished(self, done: Opened) -> Node:
        assert done.tag in TAGS
        if done.tag in HEADINGS and not has_visible(plain_text(tuple(done.children), str)):
            assert done.place is not None
            self._report(PROSE_HEADING, "a heading says nothing", "write its words, or delete it", done.place)
        if done.tag == "a" and done.target is not None and done.place is not None:
            words = plain_text(tuple(done.children), str).strip()
            return Reference(done.target[0], words or None, done.place)
        return super()._finished(done)

    def _link(self, token: Token) -> Opened:
        address = str(token.attrGet("href") or "")
        named = named_by_path(address)
        if named is None or HIDDEN_IN_ADDRESS in address:
            return super()._link(token)
        place = self._address_place(token)
        if named.name in self._references.known.linked and not named.rest:
            if self._references.check("link", named.name, self._id_place(token, named.name), self._framework):
                return Opened("a", place=place, target=(named.name, ""))
        else:
            self._refuse_link(token, link_meant(named, self._references))
        return Opened("a", (("href", address),))

    def _id_place(self, token: Token, name: str) -> Place:
        """Where the id stands in the address of a link."""
        span = self._address_span(token)
        at = -1 if span is None else self._hidden.original.rfind(name, *span)
        return self._address_place(token) if at < 0 else self._where(at, at + len(name))


def parse_page(
    source: SourceText, framework: str, references: References, passages: list[Passage] | None = None
) -> HandwrittenPage:
    """Parse one page; mistakes go to `references`, its words to `passages`.

    `framework` is the one for claims without `in`.
    """
    path = source.path.removeprefix("docs/")
    too_much = too_long(source)
    if too_much is not None:
        references.report(too_much)
        return HandwrittenPage(path=path, place=Place(source.path))
    front = read_front_matter(source)
    for diagnostic in front.diagnostics:
        references.report(diagnostic)

    def where(start: int, end: int) -> Place:
        return source.place(front.end + start, front.end + end)

    hidden = hide_brackets(source.text[front.end :])
    builder = PageBuilder(path, hidden, where, framework, references)
    builder.read(_PAGES, passages)
    return HandwrittenPage(
        path=path,
        place=Place(source.path),
        title=front.title,
        description=front.description,
        hide=front.hide,
        searched=front.searched,
        asked=front.asked,
        blocks=builder.blocks(),
    )


def too_long(source: SourceText) -> Diagnostic | None:
    """Say where a page is longer than what is read; None where it is not.

    Beyond, parsers take more time than a text is long.
    """
    if len(source.text) > LONGEST_PAGE:
        message = f"the page has {len(source.text):,} characters; the limit is {LONGEST_PAGE:,}"
        return Diagnostic(Place(source.path), FILE_TOO_LARGE, message, hint="split the page")
    for start, line in zip(source.line_starts, source.text.split("\n"), strict=True):
        if len(line) > LONGEST_LINE:
            message = f"the line has {len(line):,} characters; the limit is {LONGEST_LINE:,}"
            return Diagnostic(source.place(start), TEXT_TOO_LONG, message, hint="break the line")
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter of a page says, and where the page itself begins."""

    end: int = 0
    title: str | None = None
    description: str | None = None
    hide: tuple[str, ...] = ()
    searched: bool = True
    asked: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_front_matter(source: SourceText) -> FrontMatter:
    """Read the front matter of a page, if it has one; fields with mistakes are left out."""
    front = _FRONT_MATTER.match(source.text)
    if front is None:
        opened = _OPENED.match(source.text)
        if opened is None:
            return FrontMatter()
        hint = "close it with a line `---`; a line across the page that is none is written `***`"
        place = source.place(0, len(opened[0].rstrip()))
        no_end = Diagnostic(place, PAGE_FRONT_MATTER, "the front matter has no end", hint=hint)
        return FrontMatter(end=opened.end(), diagnostics=(no_end,))
    # Blanks instead of the first line keep every place as it is in the file.
    before = " " * (len(front["open"]) - 1) + "\n"
    read = read_yaml(replace(source, text=before + front["yaml"]))
    fields = read.value.fields if isinstance(read.value, YamlMapping) else ()
    found = [*read.diagnostics]
    if not isinstance(read.value, YamlMapping) and not read.diagnostics:
        place = Place(source.path, 1, 1) if read.value is None else read.value.place
        found.append(Diagnostic(place, PAGE_FRONT_MATTER, "the front matter holds no fields", hint=_KEYS))
    right: dict[str, YamlValue] = {}
    for key, value in fields:
        mistake = _mistake(key.text, value)
        if mistake is None:
            right[key.text] = value
        else:
            found.append(Diagnostic(key.place, PAGE_FRONT_MATTER, mistake, hint=_KEYS))
    search = right.get("search")
    return FrontMatter(
        end=front.end(),
        title=_word(right.get("title")),
        description=_word(right.get("description")),
        hide=_words(right.get("hide")),
        searched=not (isinstance(search, YamlMapping) and _word(search.fields[0][1]) == "true"),
        asked=_words(right.get("asked")),
        diagnostics=tuple(found),
    )


def _mistake(key: str, value: YamlValue) -> str | None:
    items = value.items if isinstance(value, YamlSequence) else None
    match key:
        case "title" | "description":
            return _text_mistake(key, value)
        case "hide":
            is_right = items is not None and all(_word(item) in HIDEABLE for item in items)
            wanted = "a list of `navigation`, `toc` and `footer`"
        case "search":
            fields = value.fields if isinstance(value, YamlMapping) else ()
            is_right = [name.text for name, _ in fields] == ["exclude"] and _word(fields[0][1]) in ("true", "false")
            return None if is_right else "`search` should hold `exclude: true` or `exclude: false`"
        case "asked":
            is_right = items is not None and all(_text_mistake(key, item) is None for item in items)
            wanted = "a list of texts: other words in which readers look for the page"
        case _:
            return f"a page has no field `{shown(key)}`"
    return None if is_right else f"`{key}` should be {wanted}"


def _text_mistake(key: str, value: YamlValue) -> str | None:
    if not isinstance(value, YamlScalar) or value.kind is not ScalarKind.TEXT:
        return f"`{key}` should be text"
    if not has_visible(value.text):
        return f"`{key}` says nothing"
    if _MARKUP.search(value.text):
        return f"`{key}` should be plain text, without `<`, `>` or a character reference such as `&lt;`"
    if key == "description" and '"' in value.text:
        return "`description` should not hold a straight quotation mark"
    return None


def _words(value: YamlValue | None) -> tuple[str, ...]:
    items = value.items if isinstance(value, YamlSequence) else ()
    return tuple(item.text for item in items if isinstance(item, YamlScalar))


def _word(value: YamlValue | None) -> str | None:
    return value.text if isinstance(value, YamlScalar) else None
