"""The page at `/contribute/codes/`: what each code of a message means, and what brings it about."""

from collections.abc import Iterator

from hornbook.addresses import CODES as ADDRESS
from hornbook.diagnostics import Code, Codes, Lines
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import Html, folded, join, tag, text_kept
from hornbook.pages.marks import chip, counted

_LEAD = (
    "Every message of `hornbook check` and `hornbook site` carries a code. An error stops the build; a warning or a "
    "note does not. The examples are from a small project about rain: lines that cause the message, and what could be "
    "written instead."
)


def codes_page(codes: Codes) -> GeneratedPage:
    """All codes, by what they are about; messages and links lead to each, and what is folded up opens for them."""
    blocks: Blocks = [tag("p", *_with_code(_LEAD))]
    for group, members in codes.items():
        blocks.append(Heading(2, group, f"about-{group.name.lower()}"))
        blocks.append(folded(counted(members, "code"), *map(_explained, members)))
    return GeneratedPage(
        address=ADDRESS,
        title="Codes",
        description="What the messages of the checks mean.",
        blocks=tuple(blocks),
        in_english=True,
    )


def _explained(code: Code) -> Html:
    meaning = tag("p", chip(code.severity, code.severity), " ", *_with_code(code.meaning))
    heading = tag("h3", tag("code", code), id=code)
    if isinstance(code.example, str):
        return join(heading, meaning, tag("p", tag("strong", "Example:"), " ", *_with_code(code.example)))
    return join(heading, meaning, _shown(code.example))


def _shown(lines: Lines) -> Html:
    return tag(
        "div",
        tag("p", "In ", tag("code", lines.path)),
        tag("pre", tag("code", text_kept(lines.wrong))),
        tag("p", "Correct"),
        tag("pre", tag("code", text_kept(lines.right))),
        class_="kb-wrong-right",
    )


def _with_code(text: str) -> Iterator[Html | str]:
    """A sentence whose names of files, fields and commands, in backticks, are set as code."""
    for number, part in enumerate(text.split("`")):
        yield tag("code", part) if number % 2 else part.replace("'", "’")
