"""The page at `/contribute/codes/`: what each code of a message means, and what brings it about."""

from hornbook.addresses import CODES as ADDRESS
from hornbook.diagnostics import Code, Codes, Lines
from hornbook.language import in_context, later, say, say_many
from hornbook.model.manual import phrase
from hornbook.pages.generated_page import Blocks, GeneratedPage, Heading
from hornbook.pages.html import Html, folded, join, say_html, tag, text_kept
from hornbook.pages.marks import chip
from hornbook.pages.phrases import phrase_html

SEVERITY = "how bad it is"
"""In which use the words for it are translated."""
_LEAD = later(
    "Every message of `hornbook check` and `hornbook site` carries a code. An error stops the build; a warning or a "
    "note does not. The messages themselves are in English. The examples are from a small project about rain: lines "
    "that cause the message, and what could be written instead."
)


def codes_page(codes: Codes) -> GeneratedPage:
    """All codes, by what they are about; messages and links lead to each, and what is folded up opens for them."""
    blocks: Blocks = [tag("p", _said(_LEAD))]
    for group, members in codes.items():
        blocks.append(Heading(2, say(group.value), f"about-{group.name.lower()}"))
        count = say_many("{count} code", "{count} codes", len(members))
        blocks.append(folded(count, *map(_explained, members)))
    return GeneratedPage(
        address=ADDRESS,
        title=say("Codes"),
        description=say("What the messages of the checks mean."),
        blocks=tuple(blocks),
        in_english=True,
    )


def _explained(code: Code) -> Html:
    meaning = tag("p", chip(in_context(SEVERITY, code.severity.value), code.severity), " ", _said(code.meaning))
    heading = tag("h3", tag("code", code), id=code)
    if isinstance(code.example, str):
        return join(heading, meaning, tag("p", tag("strong", say("Example:")), " ", _said(code.example)))
    return join(heading, meaning, _shown(code.example))


def _shown(lines: Lines) -> Html:
    return tag(
        "div",
        tag("p", say_html("In {file}", file=tag("code", lines.path))),
        tag("pre", tag("code", text_kept(lines.wrong))),
        tag("p", say("Correct")),
        tag("pre", tag("code", text_kept(lines.right))),
        class_="kb-wrong-right",
    )


def _said(sentence: str) -> Html:
    """A sentence that a code declares, in the language that is spoken."""
    return phrase_html(phrase(say(sentence)))
