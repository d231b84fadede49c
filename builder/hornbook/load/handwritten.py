"""Hand-written pages in `docs/`: cut where references, claims and embeds stand; the rest stays as it is.

Their Markdown belongs to the site's engine, with all its extensions, so it is not parsed here. Only what surely is
not text is left alone: front matter, fenced code, code spans and comments.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from hornbook.diagnostics import Diagnostic, Place
from hornbook.load.bracket_contents import read_bracket
from hornbook.load.brackets import Bracket, BracketKind, find_brackets
from hornbook.load.file_text import SourceText
from hornbook.load.front_matter import FRONT_MATTER, front_matter_mistakes
from hornbook.load.page_markup import markup_mistakes
from hornbook.load.references import References
from hornbook.model import Embed, Page, Reference, StatedClaim

GLANCE = "index"
"""What is embedded by this reserved id is the whole knowledge base, at a glance."""
LONGEST_PAGE = 200_000
LONGEST_LINE = 5_000

_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

_Span = tuple[int, int]


def parse_page(source: SourceText, framework: str, references: References) -> Page:
    """Cut one page; mistakes go to `references`. `framework` is the one for claims without `in`."""
    path = source.path.removeprefix("docs/")
    too_long = _too_long(source)
    if too_long is not None:
        references.report(too_long)
        return Page(path=path, parts=(), place=Place(source.path))
    for mistake in (*front_matter_mistakes(source), *markup_mistakes(source)):
        references.report(mistake)
    found = find_brackets(source.text)
    code = _code(source.text)
    starts = [start for start, _ in code]
    parts: list[str | Reference | StatedClaim | Embed] = []
    position = 0
    for bracket in found.closed:
        if bracket.kind is BracketKind.LITERAL or _inside(bracket.start, code, starts):
            continue
        if bracket.kind is BracketKind.EMBED and bracket.target == GLANCE:
            node: Embed | Reference | StatedClaim | None = Embed(GLANCE, source.place(bracket.start, bracket.end))
        else:
            node = read_bracket(bracket, source.place, framework, references)
        if isinstance(node, Embed):
            _refuse_embed_in_text(source, bracket, references)
        if node is not None:
            parts += [source.text[position : bracket.start], node]
            position = bracket.end
    for offset in found.unclosed:
        if not _inside(offset, code, starts):
            hint = "close it with `]]`, without brackets or backticks inside; a literal `[[` is written `\\[[`"
            message = "`[[` opens here and is not closed"
            references.report(Diagnostic(source.place(offset, offset + 2), "prose-reference", message, hint=hint))
    parts.append(source.text[position:])
    return Page(path=path, parts=tuple(part for part in parts if part != ""), place=Place(source.path))


def _too_long(source: SourceText) -> Diagnostic | None:
    """Beyond these limits a page is not read, since the engine's Markdown takes far more time than its text is long."""
    if len(source.text) > LONGEST_PAGE:
        message = f"the page has {len(source.text):,} characters; the limit is {LONGEST_PAGE:,}"
        return Diagnostic(Place(source.path), "file-too-large", message, hint="split the page")
    for start, line in zip(source.line_starts, source.text.split("\n"), strict=True):
        if len(line) > LONGEST_LINE:
            message = f"the line has {len(line):,} characters; the limit is {LONGEST_LINE:,}"
            return Diagnostic(source.place(start), "text-too-long", message, hint="break the line")
    return None


def _refuse_embed_in_text(source: SourceText, bracket: Bracket, references: References) -> None:
    line_start = source.text.rfind("\n", 0, bracket.start) + 1
    line_end = source.text.find("\n", bracket.end)
    after = source.text[bracket.end :] if line_end < 0 else source.text[bracket.end : line_end]
    if (source.text[line_start : bracket.start] + after).strip():
        message = f"`![[{bracket.target}]]` does not stand alone on its line"
        hint = "put it on a line of its own, or write `[[…]]` for a link"
        place = source.place(bracket.start, bracket.end)
        references.report(Diagnostic(place, "prose-embed", message, hint=hint))


def _inside(offset: int, spans: list[_Span], starts: list[int]) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < spans[index][1]


def _code(text: str) -> list[_Span]:
    """The stretches that are no text, in order and apart from each other."""
    front = FRONT_MATTER.match(text)
    body = front.end() if front else 0
    spans: list[_Span] = [(0, body)] if front else []
    position = body
    for start, end in _fences(text, body):
        spans += _spans_and_comments(text, position, start)
        spans.append((start, end))
        position = end
    return spans + list(_spans_and_comments(text, position, len(text)))


def _fences(text: str, position: int) -> Iterator[_Span]:
    opened: tuple[int, str] | None = None
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end + 1
        match = _FENCE.match(text[position:end].rstrip("\n"))
        if match and opened is None:
            opened = (position, match["fence"])
        elif match and opened and _closes(text[position:end], match, opened[1]):
            yield opened[0], end
            opened = None
        position = end
    if opened:
        yield opened[0], len(text)


def _closes(line: str, match: re.Match[str], opening: str) -> bool:
    fence = match["fence"]
    return fence[0] == opening[0] and len(fence) >= len(opening) and not line[match.end() :].strip()


def _spans_and_comments(text: str, start: int, end: int) -> Iterator[_Span]:
    """Comments, and between them code: runs of equally many backticks within one paragraph."""
    position = start
    for comment in _COMMENT.finditer(text, start, end):
        yield from _code_spans(text, position, comment.start())
        yield comment.span()
        position = comment.end()
    yield from _code_spans(text, position, end)


def _code_spans(text: str, start: int, end: int) -> Iterator[_Span]:
    edges = [match.start() for match in _BLANK_LINE.finditer(text, start, end)]
    for first, last in zip([start, *edges], [*edges, end], strict=True):
        runs = [match.span() for match in _TICKS.finditer(text, first, last)]
        ahead: dict[int, list[int]] = {}  # the runs of each length, the next one last, so that each is passed once
        for number in reversed(range(len(runs))):
            ahead.setdefault(runs[number][1] - runs[number][0], []).append(number)
        index = 0
        while index < len(runs):
            begin, stop = runs[index]
            escaped = text[begin - 1 : begin] == "\\" and text[begin - 2 : begin - 1] != "\\"
            length = stop - begin - escaped
            closing = ahead.get(length, [])
            while closing and closing[-1] <= index:
                closing.pop()
            if closing:
                index = closing[-1]
                yield begin + escaped, runs[index][1]
            index += 1
