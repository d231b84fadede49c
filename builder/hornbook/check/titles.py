"""Titles of hand-written pages: each has one, where every engine finds the same."""

from collections.abc import Iterator

from hornbook.diagnostics import Code, Diagnostic, Lines, Place
from hornbook.model import KnowledgeBase, PageHeading

PAGE_TITLE = Code(
    "page-title",
    "A page does not say what it is called: it begins with no heading of the first level, and its front matter gives "
    "no title. Engines would name it after its file, or each otherwise.",
    Lines("docs/index.md", "## Weather\n\nIt rains.", "# Weather\n\nIt rains."),
)


def check_titles(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """Find pages that neither begin with `# Words` nor have a title in their front matter."""
    for page in knowledge.pages:
        first = page.blocks[0] if page.blocks else None
        if page.title is None and not (isinstance(first, PageHeading) and first.level == 1):
            heading = next(iter(page.headings), None)
            place = heading.place if heading else Place(page.place.path, 1, 1)
            message = "the page does not begin with a heading of the first level, by which it would be called"
            hint = "begin it with `# Words`, or give it a `title` in front matter: `---`, `title: Words`, `---`"
            yield Diagnostic(place, PAGE_TITLE, message, hint=hint)
