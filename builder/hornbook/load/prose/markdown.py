"""The parsers of Markdown: one for texts of records, one for pages written by hand, which may hold more.

Both know HTML only in order to refuse it by name. Tokens that stand for something a writer may have to be told about
say in `meta["span"]` where they begin and end in the content of their block; where that content stands in the text,
without the markers and the indentation that a block loses, is found here too.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link, newline
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from hornbook.load.prose.bounds import bounded
from hornbook.load.prose.brackets import PLACEHOLDER, Hidden
from hornbook.mathematics import INLINE_OR_BLOCK


class ContentPlaces:
    """The way back from offsets in the content of one block to offsets in what was written."""

    def __init__(self, hidden: Hidden, content: str, first: int, after: int | None = None) -> None:
        """Begin with a block whose content starts on the line `first`.

        Content is the end of its line, but for the cell of a table, which begins at or behind the offset `after`.
        """
        self._hidden = hidden
        self._content = content
        self._first = first
        self._after = after
        self._starts = [0, *(index + 1 for index, char in enumerate(content) if char == "\n")]
        self._found: dict[int, int | None] = {}

    def original(self, offset: int) -> int | None:
        """The offset as it was written; None where the line was written so otherwise that it is not found."""
        at = self._in_text(offset)
        return None if at is None else self._hidden.original_offset(at)

    def end(self) -> int | None:
        """Where the content ends in the text with placeholders."""
        return self._in_text(len(self._content))

    def _in_text(self, offset: int) -> int | None:
        number = bisect_right(self._starts, offset) - 1
        if number not in self._found:
            self._found[number] = self._search(number)
        start = self._found[number]
        return None if start is None else start + offset - self._starts[number]

    def _search(self, number: int) -> int | None:
        """Where a line of the content begins in the text, as if its leading blanks stood there."""
        end = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self._content)
        whole = self._content[self._starts[number] : end]
        line = whole.strip(" \t")
        start, written = self._hidden.line_of(self._first + number)
        bare = written.rstrip(" \t")
        if self._after is None and bare.endswith(line):
            at = len(bare) - len(line)
        else:
            at = written.find(line, max(0, (self._after or 0) - start))
        blanks = len(whole) - len(whole.lstrip(" \t"))
        return None if at < 0 else start + at - blanks


DEEPEST = 20
"""How many elements may stand within each other."""

COMMENT = "<!--"
COMMENT_END = "-->"
_HOST = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[/\\]*[^/?#]*")
"""An address up to the end of its host, or of a mailbox."""
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = ";/?:@&=+$,-_.!~*'()#%"
"""What addresses hold as it is, percent signs of what is encoded already included."""
_LIST = re.compile(r"\{(?P<colon>:?)(?P<names>[^{}\n]*)\}")
_NAMES = re.compile(r"[ \t]*[.#][A-Za-z]")
_REST = re.compile(r"\s*\Z")
_PAIR = re.compile(r"[ \t]*[\w-]+=\S")
_KINDS = re.compile(r"[ \t]*(?P<kinds>[\w-]+(?:[ \t]+[\w-]+)*)(?:[ \t]+\"(?P<title>.*)\")?[ \t]*")

_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]+\]")

FORMULA = "formula"
"""The type of the token that a formula becomes."""
_DOLLARS = "$$"

_InlineRule = Callable[[StateInline, bool], bool]


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's name
        """Let every address through, so that a forbidden one is reported instead of shown as text."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - likewise
        """Encode what follows the host; the host stays as it is written, since that is what is judged.

        What markdown-it makes of it, `xn--…`, could not be told from what somebody wrote so.
        """
        host = _HOST.match(url) if PLACEHOLDER.search(url) is None else None
        end = host.end() if host else 0
        return url[:end] + quote(_PERCENT.sub("%25", url[end:]), _KEPT, errors="replace")

    def normalizeLinkText(self, url: str) -> str:  # noqa: N802 - likewise
        """Show an address as it is written: an `xn--…` in other letters would look like another host."""
        return url


def text_parser() -> MarkdownIt:
    """The parser of texts: paragraphs, lists, quotations, code, tables and links."""
    return _parser().disable(["reference", "strikethrough"])


def page_parser() -> MarkdownIt:
    """The parser of pages: also headings, pictures, footnotes, notes that fold, comments and lists of attributes."""
    parser = _parser().use(footnote_plugin, inline=False, move_to_end=False).use(admon_plugin)
    parser.block.ruler.at("html_block", _comment_or_html, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("html_inline", _spanned(_html_or_open_comment))
    parser.inline.ruler.before("entity", "attributes", _spanned(_attributes))
    parser.core.ruler.after("block", "note_titles", _name_notes)
    return parser


def glossary_parser() -> MarkdownIt:
    """The parser of glossaries that somebody else wrote: what pages hold, and lists of definitions."""
    return page_parser().use(deflist_plugin)


def cells_of(row: str) -> list[str]:
    """The cells of a row of a table as it is written, those that the table has no column for included."""
    cells = escapedSplit(row.lstrip("> \t").rstrip())
    return cells[bool(cells and not cells[0]) : len(cells) - bool(len(cells) > 1 and not cells[-1])]


def _parser() -> MarkdownIt:
    # Nesting beyond what is allowed must still be seen in order to be reported.
    parser = _Markdown("js-default", {"html": True, "maxNesting": 3 * DEEPEST, "store_labels": True}).enable("table")
    rules = {"newline": newline, "backticks": backtick, "link": link, "image": image, "autolink": autolink}
    for name, rule in {**rules, "html_inline": html_inline}.items():
        parser.inline.ruler.at(name, _spanned(rule))
    parser.inline.ruler.after("image", "undefined", _spanned(_undefined))
    parser.inline.ruler.before("escape", FORMULA, _spanned(_formula))
    parser.block.ruler.before("fence", FORMULA, _formula_block, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.disable("text_join")  # what was escaped is told apart from what was not
    return bounded(parser)


def _spanned(rule: _InlineRule) -> _InlineRule:
    """The rule, whose first token says which stretch it was made of."""

    def with_span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's form
        start, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            own = next((token for token in state.tokens[before : before + 2] if token.type != "text"), None)
            if own is not None:
                own.meta["span"] = (start, state.pos)
        return found

    return with_span


def _undefined(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's form
    """`[words][name]` and `[^name]` where nothing of that name is defined: they would be shown as they are written."""
    if silent or state.src[state.pos] != "[" or state.src.startswith("[[", state.pos):
        return False
    footnote = _FOOTNOTE.match(state.src, state.pos)
    if footnote:
        end = footnote.end()
    else:
        middle = parseLinkLabel(state, state.pos)
        if middle < 0 or not state.src.startswith("[", middle + 1):
            return False
        end = parseLinkLabel(state, middle + 1) + 1
    if end == 0:
        return False
    token = state.push("undefined", "", 0)
    token.content = state.src[state.pos : end]
    state.pos = end
    return True


def _formula(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's form
    """A formula within a line, or one that is set apart within its paragraph."""
    found = INLINE_OR_BLOCK.match(state.src, state.pos) if state.src[state.pos] == "$" else None
    if found is None or not state.env.get(FORMULA):
        return False
    if not silent:
        token = state.push(FORMULA, "", 0)
        token.markup = _DOLLARS if found["block"] is not None else "$"
        token.content = found["inline"] if found["block"] is None else found["block"]
    state.pos = found.end()
    return True


def _formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """A formula on lines of its own, whatever these begin with; what they hold is read as one paragraph."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.env.get(FORMULA) or state.is_code_block(start) or not state.src.startswith(_DOLLARS, begin):
        return False
    line = start
    closing = state.src.find(_DOLLARS, begin + 2, state.eMarks[start])
    while closing < 0 and line + 1 < end and not state.isEmpty(line + 1) and state.sCount[line + 1] >= state.blkIndent:
        line += 1
        closing = state.src.find(_DOLLARS, state.bMarks[line], state.eMarks[line])
    if closing < 0 or state.src[closing + 2 : state.eMarks[line]].strip():
        return False
    if silent:
        return True
    state.line = line + 1
    state.push("paragraph_open", "p", 1).map = [start, line + 1]
    token = state.push("inline", "", 0)
    token.content = state.getLines(start, line + 1, state.blkIndent, False).strip()  # noqa: FBT003 - likewise
    token.map, token.children = [start, line + 1], []
    state.push("paragraph_close", "p", -1)
    return True


def _html_or_open_comment(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's form
    """HTML, and the beginning of a comment that does not end in its paragraph, which would be shown to readers."""
    if html_inline(state, silent):
        return True
    if not state.src.startswith(COMMENT, state.pos):
        return False
    if not silent:
        state.push("html_inline", "", 0).content = COMMENT
    state.pos += len(COMMENT)
    return True


def _comment_or_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """A comment on lines of its own, which leaves nothing; one that has text after it on its line is in a paragraph.

    One that never ends, or with text after it on its last line, is HTML that is refused.
    """
    begin = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith(COMMENT, begin):
        return html_block(state, start, end, silent)
    closing = state.src.find(COMMENT_END, begin + len(COMMENT), state.eMarks[start])
    if closing >= 0 and state.src[closing + len(COMMENT_END) : state.eMarks[start]].strip():
        return False
    if silent:
        return True
    line = start
    while closing < 0 and line + 1 < end and (state.isEmpty(line + 1) or state.sCount[line + 1] >= state.blkIndent):
        line += 1
        closing = state.src.find(COMMENT_END, state.bMarks[line], state.eMarks[line])
    if closing < 0 or state.src[closing + len(COMMENT_END) : state.eMarks[line]].strip():
        token = state.push("html_block", "", 0)
        token.map = [start, line + 1]
        token.content = COMMENT
    state.line = line + 1
    return True


def _attributes(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's form
    """A list such as `{ .lead }`, `{ #id }` or `{ width=1 }`; braces around anything else are text.

    A pair counts only right after something that could have it, everything in braces only after a picture.
    """
    found = _LIST.match(state.src, state.pos)
    if found is None:
        return False
    previous = state.tokens[-1].type if state.tokens and not state.pending else ""
    after = previous in ("link_close", "code_inline") or state.src[state.pos - 1 : state.pos] in ("*", "_")
    names = found["names"]
    is_list = bool(found["colon"]) or _NAMES.match(names) or (after and _PAIR.match(names))
    if previous != "image" and not is_list:
        return False
    if not silent:
        line_start = state.src.rfind("\n", 0, state.pos) + 1
        token = state.push("attributes", "", 0)
        token.content = found[0]
        token.meta = {
            "names": names.split(),
            "after_picture": previous == "image",
            "own_line": line_start > 0 and not state.src[line_start : state.pos].strip(),
            "last": _REST.match(state.src, found.end()) is not None,
        }
    state.pos = found.end()
    return True


def _name_notes(state: StateCore) -> None:
    """Read the line that begins a note: its kinds, and its title in quotation marks."""
    title = ""
    is_title = False
    for token in state.tokens:
        if token.type == "admonition_open":
            read = _KINDS.fullmatch(token.info)
            kinds = read["kinds"].split() if read else []
            token.meta["kinds"] = kinds
            title = (read["title"] if read else None) or (kinds[0].capitalize() if kinds else token.content)
        elif is_title:
            token.content = title
        is_title = token.type == "admonition_title_open"
