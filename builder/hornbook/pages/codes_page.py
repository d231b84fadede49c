"""The page at `/contribute/codes/`: the catalogue of the checks' codes."""

from hornbook.addresses import CODES as ADDRESS
from hornbook.diagnostics.codes import CODES
from hornbook.pages.generated_page import GeneratedPage
from hornbook.pages.html import join, tag
from hornbook.pages.marks import chip


def codes_page() -> GeneratedPage:
    """What each code of a message means."""
    lead = "Every message of `hornbook check` carries a code. An error stops the build; a warning or a note does not."
    items = [
        join(
            tag("dt", tag("code", code), " ", chip(entry.severity, entry.severity), id=code),
            tag("dd", entry.meaning),
        )
        for code, entry in sorted(CODES.items())
    ]
    return GeneratedPage(
        address=ADDRESS,
        title="Codes",
        description="What the messages of the checks mean.",
        blocks=(tag("p", lead.replace("`", "“", 1).replace("`", "”", 1)), tag("dl", *items, class_="kb-codes")),
        hide=("toc",),
    )
