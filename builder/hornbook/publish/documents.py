"""Finished pages and drawings, read once, as flat lists of elements.

Pages are parsed as browsers parse them (Lexbor follows the HTML standard, wrong nesting included), drawings as XML.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hornbook.diagnostics import Place
from hornbook.publish.elements import At, Element, Zone
from hornbook.publish.reuse import MOST_DRAWN, too_much

DEEPEST = 200
"""How many elements of a drawing may stand within each other."""

_XML_WITH_TEXT = frozenset({"a", "style", "title"})
ARTICLE = "article.md-content__inner"
"""The content of a page, as the engines' theme marks it."""

Spine = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A finished page or drawing."""

    path: str
    elements: tuple[Element, ...] = ()
    """In the order of the document."""
    spine: Spine = ()
    """From the whole page inwards to the article: each element that holds it, and that one's children; texts that
    show are `#text`. Empty for a page without the site's frame."""
    problem: str | None = None
    """Why it could not be read."""
    problem_at: At = None


def place_at(path: str, at: At) -> Place:
    """A place in a file; the file as a whole where no more is known."""
    return Place(path) if at is None else Place(path, *at)


def is_document(path: str) -> bool:
    """Whether a file of a site is a page or a drawing."""
    return path.lower().endswith((".html", ".svg"))


def document_of(path: str, data: bytes) -> Document:
    """Read a page or a drawing of a site."""
    return read_page(path, data) if path.lower().endswith(".html") else read_drawing(path, data)


def read_page(path: str, data: bytes) -> Document:
    """Parse a page of HTML."""
    try:
        tree = LexborHTMLParser(data.decode("utf-8"))
    except UnicodeDecodeError:
        return Document(path=path, problem="is not UTF-8 text")
    article = tree.css_first(ARTICLE)
    elements = () if tree.root is None else tuple(_walk(tree.root, article))
    return Document(path=path, elements=elements, spine=() if article is None else spine_of(article))


def read_drawing(path: str, data: bytes) -> Document:
    """Parse an SVG file; what a drawing never needs, such as a document type, counts as unreadable."""
    try:
        elements, ends = parse_xml(data)
    except expat.ExpatError as error:
        at = (error.lineno, error.offset + 1)
        return Document(path=path, problem=f"is not well-formed XML: {expat.ErrorString(error.code)}", problem_at=at)
    except _RefusedError as error:
        return Document(path=path, problem=str(error), problem_at=error.at)
    much = too_much(elements, ends)
    if much is not None:
        return Document(path=path, problem=much[0], problem_at=much[1])
    return Document(path=path, elements=tuple(elements))


def is_well_formed(data: bytes) -> bool:
    """Whether an XML text is one, and has nothing that a drawing never needs, such as a document type."""
    try:
        _strict_parser().Parse(data.removeprefix(BOM_UTF8), True)  # noqa: FBT003 - takes no names
    except (expat.ExpatError, _RefusedError):
        return False
    return True


def key_of(tag: str, attributes: Mapping[str, str | None]) -> str:
    """How tables name an element: `tag.class` with its first class, or `tag[component]`, or `tag`."""
    classes = (attributes.get("class") or "").split()
    if classes:
        return f"{tag}.{classes[0]}"
    component = attributes.get("data-md-component")
    return f"{tag}[{component}]" if component else tag


def parse_xml(data: bytes) -> tuple[list[Element], list[int]]:
    """The elements of an XML text, all of them as parts of a drawing, and for each the first that is behind it."""
    parser = _strict_parser()
    elements: list[Element] = []
    ends: list[int] = []
    open_texts: list[list[str] | None] = []
    places: list[int] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(places) >= DEEPEST:
            _refuse(parser, f"is nested deeper than {DEEPEST} levels")
        if len(elements) >= MOST_DRAWN:
            _refuse(parser, f"has more than {MOST_DRAWN:,} elements")
        places.append(len(elements))
        ends.append(0)
        kept = tag in _XML_WITH_TEXT or (open_texts and open_texts[-1] is not None)
        open_texts.append([] if kept else None)
        elements.append(Element(tag, attributes, Zone.DRAWING, True, "", "", _here(parser)))  # noqa: FBT003 - a named tuple

    def end(_tag: str) -> None:
        place = places.pop()
        ends[place] = len(elements)
        pieces = open_texts.pop()
        if pieces is None:
            return
        text = "".join(pieces)
        if elements[place].tag in _XML_WITH_TEXT:
            elements[place] = elements[place]._replace(text=text)
        characters(text)

    def characters(text: str) -> None:
        if open_texts and open_texts[-1] is not None:
            open_texts[-1].append(text)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.Parse(data.removeprefix(BOM_UTF8), True)  # noqa: FBT003 - takes no names
    return elements, ends


def _strict_parser() -> expat.XMLParserType:
    """A parser that stops at what no drawing needs."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() != "utf-8":
            _refuse(parser, f"says that it is written in {encoding}, not UTF-8")

    parser.XmlDeclHandler = declaration
    parser.StartDoctypeDeclHandler = lambda *_: _refuse(parser, "has a document type, which can define entities")
    parser.ProcessingInstructionHandler = lambda *_: _refuse(
        parser, "has a processing instruction, which can load a style"
    )
    return parser


def _here(parser: expat.XMLParserType) -> tuple[int, int]:
    return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1


def _refuse(parser: expat.XMLParserType, reason: str) -> None:
    raise _RefusedError(reason, _here(parser))


class _RefusedError(Exception):
    """What an XML text has and none of ours ever needs; never leaves this module."""

    def __init__(self, reason: str, at: tuple[int, int]) -> None:
        super().__init__(reason)
        self.at = at


def _walk(root: LexborNode, article: LexborNode | None) -> Iterator[Element]:
    zone = Zone.PLAIN if article is None else Zone.FRAME
    inside = None if article is None else article.mem_id
    waiting: list[tuple[LexborNode, Zone, bool]] = [(root, zone, False)]
    while waiting:
        node, zone, in_svg = waiting.pop()
        after = node.next
        if after is not None and node is not root:
            waiting.append((after, zone, in_svg))
        tag = node.tag
        if tag is None or tag[0] in "-!":  # a text, a comment, the document type
            continue
        attributes = node.attributes
        if tag == "head" and zone is Zone.FRAME:
            zone = Zone.HEAD
        in_svg = in_svg or tag == "svg"
        parent = node.parent if tag == "script" else None
        yield Element(
            tag,
            attributes,
            zone,
            in_svg,
            "" if parent is None else key_of(parent.tag or "", parent.attributes),
            node.text() if tag in _WITH_TEXT else "",
        )
        if node.mem_id == inside:
            zone = Zone.ARTICLE
        child = node.child
        if child is not None:
            waiting.append((child, zone, in_svg))


_WITH_TEXT = frozenset({"a", "area", "script", "style", "title"})


def spine_of(article: LexborNode) -> Spine:
    """The elements around the article of a page, outermost first, each with its children."""
    spine: list[tuple[str, tuple[str, ...]]] = []
    parent = article.parent
    while parent is not None and parent.tag is not None:
        if parent.tag[0] not in "-#":
            spine.append((key_of(parent.tag, parent.attributes), tuple(_children(parent))))
        parent = parent.parent
    return tuple(reversed(spine))


def _children(parent: LexborNode) -> Iterator[str]:
    child = parent.child
    while child is not None:
        if child.is_element_node:
            yield key_of(child.tag or "", child.attributes)
        elif child.is_text_node and child.text().strip():
            yield "#text"
        child = child.next
