"""Elements while their nodes come in, and what becomes of them at their end.

Notes and footnotes of hand-written pages become the same elements that the site engines make.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from markdown_it.token import Token

from hornbook.diagnostics import Place
from hornbook.diagnostics.formats import listed, shown
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


_WORDS = "note abstract info tip success question warning failure danger bug example quote"
_ALSO = "summary tldr hint important todo done check help faq attention caution fail missing error cite"
KINDS = tuple(_WORDS.split())
"""The kinds of notes that the theme has a colour and a sign for."""
BESIDE = ("inline", "end")
"""Words after the kind that put a note beside the text."""


def unknown_kinds(kinds: list[str]) -> tuple[str, str] | None:
    """What is wrong with the words that begin a note, and what to do; None: nothing."""
    hint = f'the kinds are {listed(KINDS)}; a title stands in quotation marks: `!!! note "Title"`'
    if not kinds:
        return "a note begins with its kind, and after it only a title", hint
    first, *others = kinds
    if first in (*KINDS, *_ALSO.split()):
        unknown = next((kind for kind in others if kind not in BESIDE), None)
    else:
        unknown = first
    return None if unknown is None else (f"`{shown(unknown)}` is no kind of note", hint)


def note_element(token: Token) -> Opened:
    """The element that a note begins; one that folds has a summary even where its title is empty."""
    kinds = token.meta["kinds"]
    if token.markup == "!!!":
        return Opened("div", (("class", " ".join(["admonition", *kinds])),))
    is_open = (("open", ""),) if token.markup.endswith("+") else ()
    summary = [] if token.content else [Element("summary", (Text((kinds or ["note"])[0].capitalize()),))]
    return Opened("details", (("class", " ".join(kinds)), *is_open), [*summary])


class Footnotes:
    """The footnotes of a page: where each is named, and what it says."""

    def __init__(self) -> None:
        """Begin without any."""
        self._written: dict[str, list[Node]] = {}
        self._places: dict[str, Place] = {}
        self._named: dict[str, tuple[int, int]] = {}
        """For each that is named its number, and how often."""

    def begin(self, label: str, place: Place) -> bool:
        """Begin a footnote; False where there is one of this label."""
        if label in self._places:
            return False
        self._places[label] = place
        return True

    def write(self, label: str, nodes: list[Node]) -> None:
        """Keep what a footnote says."""
        self._written[label] = nodes

    def reference(self, label: str) -> Element:
        """The mark in the text for a footnote; footnotes are numbered as they are named."""
        number, times = self._named.get(label, (len(self._named) + 1, 0))
        self._named[label] = (number, times + 1)
        link = Element("a", (Text(str(number)),), (("class", "footnote-ref"), ("href", f"#fn:{number}")))
        return Element("sup", (link,), (("id", _reference_id(number, times + 1)),))

    def unnamed(self) -> Iterator[tuple[str, Place]]:
        """The footnotes that nothing names, and where each begins."""
        yield from ((label, place) for label, place in self._places.items() if label not in self._named)

    def nodes(self) -> tuple[Node, ...]:
        """The list of all footnotes, in the order in which they are named, those that nothing names at the end."""
        if not self._written:
            return ()
        order = [*self._named, *(label for label in self._written if label not in self._named)]
        items = [self._item(label, number) for number, label in enumerate(order, 1)]
        return (Element("div", (Element("hr"), Element("ol", tuple(items))), (("class", "footnote"),)),)

    def _item(self, label: str, number: int) -> Element:
        _, times = self._named.get(label, (number, 0))
        back = [node for time in range(1, times + 1) for node in _way_back(number, time)]
        return Element("li", tuple(_with_at_end(self._written.get(label, []), back)), (("id", f"fn:{number}"),))


def _reference_id(number: int, time: int) -> str:
    """The id of the mark that names a footnote for the first, second or a later time."""
    return f"fnref{time if time > 1 else ''}:{number}"


def _way_back(number: int, time: int) -> Iterable[Node]:
    href = f"#{_reference_id(number, time)}"
    title = f"Jump back to footnote {number} in the text"
    yield Text("\N{NO-BREAK SPACE}")
    yield Element("a", (Text("↩"),), (("class", "footnote-backref"), ("href", href), ("title", title)))


def _with_at_end(nodes: list[Node], back: list[Node]) -> list[Node]:
    """What a footnote says, with the ways back at the end of its last paragraph."""
    whole = merged(nodes)
    if not back:
        return whole
    if whole and isinstance(last := whole[-1], Element) and last.tag == "p":
        return [*whole[:-1], Element("p", (*last.children, *back), last.attributes)]
    return [*whole, Element("p", tuple(back))]
