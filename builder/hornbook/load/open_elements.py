"""Elements while their nodes come in, and what becomes of those at their end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from hornbook.diagnostics import Place
from hornbook.model import Element, Node, Text

SOFT_BREAK = Text("\n")
HARD_BREAK = Element("br")
BREAKS = (SOFT_BREAK, HARD_BREAK)
"""What may stand between an embed and the rest of its paragraph."""


@dataclass(slots=True)
class Opened:
    """An element whose end has not come yet; a tight list's paragraph has no tag."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: list[Node] = field(default_factory=list)
    place: Place | None = None
    """Where it was written, for what keeps its place."""
    target: tuple[str, str] | None = None
    """Of a link within the site: the path, and what follows it."""


def paragraph_of(paragraph: Opened, children: list[Node]) -> Iterator[Node]:
    """A paragraph that holds some of the nodes; the nodes alone where it has no tag."""
    nodes = merged(_stripped(children))
    if paragraph.tag and nodes:
        yield Element(paragraph.tag, tuple(nodes), paragraph.attributes)
    else:
        yield from nodes


def _stripped(children: list[Node]) -> list[Node]:
    """Drop the line breaks that are left at the ends where an embed was cut out."""
    start, end = 0, len(children)
    while start < end and children[start] in BREAKS:
        start += 1
    while end > start and children[end - 1] in BREAKS:
        end -= 1
    return children[start:end]


def merged(children: list[Node]) -> list[Node]:
    """The same nodes with texts that follow each other made one."""
    joined: list[Node] = []
    for is_text, nodes in groupby(children, lambda node: isinstance(node, Text)):
        if is_text:
            joined.append(Text("".join(node.text for node in nodes if isinstance(node, Text))))
        else:
            joined.extend(nodes)
    return joined
