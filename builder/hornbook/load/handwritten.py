"""Hand-written pages in `docs/`, parsed once: no second parser can find something else in what they say."""

from hornbook.diagnostics import Diagnostic, Place
from hornbook.load.file_text import SourceText
from hornbook.load.front_matter import read_front_matter
from hornbook.load.markdown import page_parser
from hornbook.load.page_tree import PageBuilder
from hornbook.load.placeholders import hide_brackets
from hornbook.load.references import References
from hornbook.model import HandwrittenPage

LONGEST_PAGE = 200_000
LONGEST_LINE = 5_000

_PARSER = page_parser()


def parse_page(source: SourceText, framework: str, references: References) -> HandwrittenPage:
    """Parse one page; mistakes go to `references`. `framework` is the one for claims without `in`."""
    path = source.path.removeprefix("docs/")
    too_long = _too_long(source)
    if too_long is not None:
        references.report(too_long)
        return HandwrittenPage(path=path, place=Place(source.path))
    front = read_front_matter(source)
    for diagnostic in front.diagnostics:
        references.report(diagnostic)

    def where(start: int, end: int) -> Place:
        return source.place(front.end + start, front.end + end)

    hidden = hide_brackets(source.text[front.end :])
    builder = PageBuilder(path, hidden, where, framework, references)
    builder.take_all(_PARSER.parse(hidden.text, {}))
    return HandwrittenPage(
        path=path,
        place=Place(source.path),
        title=front.title,
        description=front.description,
        hide=front.hide,
        searched=front.searched,
        blocks=builder.blocks(),
    )


def _too_long(source: SourceText) -> Diagnostic | None:
    """Beyond these limits a page is not read, since parsers take more time than a text is long."""
    if len(source.text) > LONGEST_PAGE:
        message = f"the page has {len(source.text):,} characters; the limit is {LONGEST_PAGE:,}"
        return Diagnostic(Place(source.path), "file-too-large", message, hint="split the page")
    for start, line in zip(source.line_starts, source.text.split("\n"), strict=True):
        if len(line) > LONGEST_LINE:
            message = f"the line has {len(line):,} characters; the limit is {LONGEST_LINE:,}"
            return Diagnostic(source.place(start), "text-too-long", message, hint="break the line")
    return None
