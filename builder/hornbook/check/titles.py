"""Titles: every page written by hand says what it is called, so that no engine has to guess."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines
from hornbook.model import KnowledgeBase, PageHeading

PAGE_UNTITLED = Code(
    "page-untitled",
    "A page does not say what it is called, and site engines would each guess in their own way.",
    Lines("docs/index.md", "## Weather words", "# Weather words"),
)


def check_titles(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Find pages that have no title, neither in front matter nor as their first heading."""
    for page in knowledge.pages:
        first = next((block for block in page.blocks if isinstance(block, PageHeading)), None)
        if page.title is None and (first is None or first.level != 1):
            yield Diagnostic(
                page.place if first is None else first.place,
                PAGE_UNTITLED,
                "the page has no heading"
                if first is None
                else "the first heading of the page is not of the first level",
                hint="begin it with `# Its name`, or give it a `title` in front matter",
            )
