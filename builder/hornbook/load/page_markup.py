"""Raw HTML and attribute lists in hand-written pages, by which a page could pose as a part of the site.

What counts as code here is less than what the engine takes for code: where the two might differ, text is looked at.
"""

import re
from collections.abc import Iterator

from hornbook.diagnostics import Diagnostic
from hornbook.diagnostics.formats import shown
from hornbook.load.file_text import SourceText
from hornbook.load.front_matter import FRONT_MATTER

_TAG = re.compile(r"(?<!\\)<(?!https?://[^\s<>]*>|!--(?!-?>))[A-Za-z/!?][^\s<>]*")
"""Where HTML begins; addresses in angle brackets are links, and comments show nothing."""
_LIST = re.compile(r"\{:[^}\n]*\}?|\{[ \t]*[.#][^}\n]*\}?|\{[^}\n]*=[^}\n]*\}?")
_NAME = re.compile(
    r"""[.#](?!(?:kb|md)-)[A-Za-z][\w-]*|(?:id|class)=["']?(?!(?:kb|md)-)[A-Za-z][\w-]*["']?|(?:width|height)=\d{1,4}""",
    re.IGNORECASE,
)
_FENCE = re.compile(r"(?P<before>[ >]*)(?P<fence>`{3,}|~{3,})[ ]*(?P<language>[\w+#.-]*)[ ]*")
_CODE_SPAN = re.compile(r"(?<![`\\])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")


def markup_mistakes(source: SourceText) -> Iterator[Diagnostic]:
    """Each beginning of HTML, and each attribute list that names more than a class or an id of the page's own."""
    for offset, line in _text_lines(source.text):
        for tag in _TAG.finditer(line):
            message = f"a page cannot hold HTML such as `{shown(tag[0])}`"
            hint = "write Markdown; a literal `<` is written `\\<` or stands in code"
            yield Diagnostic(source.place(offset + tag.start(), offset + tag.end()), "prose-html", message, hint=hint)
        for found in _LIST.finditer(line):
            names = found[0].removeprefix("{").removeprefix(":").removesuffix("}").split()
            if not all(_NAME.fullmatch(name) for name in names):
                message = f"a page cannot give itself the attributes `{shown(found[0])}`"
                hint = "name only classes and ids without `kb-` or `md-`, and a picture’s `width` and `height`"
                place = source.place(offset + found.start(), offset + found.end())
                yield Diagnostic(place, "prose-html", message, hint=hint)


def _text_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines outside fences with their offsets, what is surely a code span blanked out."""
    front = FRONT_MATTER.match(text)
    offset = front.end() if front else 0
    lines = text[offset:].split("\n")
    closing = _closings(lines)
    number = 0
    while number < len(lines):
        line = lines[number]
        # The line that opens a fence can hold attributes, so it is looked at.
        has_comment = "<!--" in line or "-->" in line
        yield offset, line if has_comment else _CODE_SPAN.sub(lambda code: " " * len(code[0]), line)
        after = closing.get(number, number) + 1
        offset += sum(len(lines[index]) + 1 for index in range(number, after))
        number = after


def _closings(lines: list[str]) -> dict[int, int]:
    """For each line that opens a fence the one that closes it; a fence that is never closed is text."""
    closings: dict[int, int] = {}
    opened: tuple[int, str, str] | None = None
    for number, line in enumerate(lines):
        if opened is None:
            if match := _FENCE.fullmatch(line):
                opened = number, match["before"], match["fence"]
            continue
        start, before, fence = opened
        if line.rstrip() == before + fence:
            closings[start] = number
            opened = None
        elif line.strip() and not line.startswith(before):
            opened = None
    return closings
