"""Finished pages as Markdown, for programs that read texts: what a page shows, without its frame and its drawings.

Of elements only those are known that our pages have; of any other the words stay. Drawings are left out, since their
words stand beside them, and so is what needs a script or a form.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hornbook.publish.documents import ARTICLE
from hornbook.publish.origins import sibling_of
from hornbook.spread import spread

_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
        *_HEADINGS,
    )
)
_LEFT_OUT = frozenset({"button", "form", "input", "script", "select", "style", "svg", "template", "textarea"})
_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|]")
_BEGINNING = re.compile(r"^(\s*\d+(?=[.)])|\s*(?=[#+-]))")
"""How a heading or a list would begin."""
_SPACES = re.compile(r"\s+")


def siblings_of(files: Mapping[str, bytes], pages: Iterable[str]) -> dict[str, bytes]:
    """For each of these pages that is among the files, its text, by the path of the file beside it."""
    paths = sorted(path for path in pages if path in files)
    texts = spread(lambda path: as_markdown(files[path]).encode(), paths)
    return {sibling_of(path): text for path, text in zip(paths, texts, strict=True)}


def as_markdown(page: bytes) -> str:
    """The content of a finished page as Markdown, and where it is from; empty for a page that has none."""
    tree = LexborHTMLParser(page.decode())
    article, canonical = tree.css_first(ARTICLE), tree.css_first('link[rel="canonical"]')
    if article is None:
        return ""
    address = "" if canonical is None else canonical.attributes.get("href") or ""
    return "\n\n".join((*_blocks(article), *([f"<{_address(address)}>"] if address else []))) + "\n"


def _blocks(parent: LexborNode) -> Iterator[str]:
    """The blocks within an element; words between blocks are a paragraph."""
    words: list[LexborNode] = []
    for child in parent.iter(include_text=True):
        if child.tag in _BLOCKS or (child.is_element_node and _has_blocks(child)):
            yield from _paragraph(words)
            words = []
            if not _is_hidden(child):
                yield from _block(child)
        else:
            words.append(child)
    yield from _paragraph(words)


def _block(node: LexborNode) -> Iterator[str]:
    match node.tag:
        case "ul" | "ol":
            items = [one for one in node.iter() if one.tag == "li" and not _is_hidden(one)]
            marks = ("-" if node.tag == "ul" else f"{number}." for number in range(1, len(items) + 1))
            listed = [_item(mark, one) for mark, one in zip(marks, items, strict=True)]
            yield from (["\n".join(filter(None, listed))] if any(listed) else [])
        case "blockquote":
            yield from (f"> {line.replace(chr(10), chr(10) + '> ')}" for line in ["\n\n".join(_blocks(node))] if line)
        case "pre":
            text = node.text().strip("\n")
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
            yield f"{fence}\n{text}\n{fence}"
        case "table":
            yield from _table(node)
        case "hr":
            yield "---"
        case tag if tag in _HEADINGS:
            yield from (f"{_HEADINGS[tag or '']} {words}" for words in [_inline(node)] if words)
        case "summary":
            yield from (f"**{words}**" for words in [_inline(node)] if words)
        case _:
            yield from _blocks(node)


def _paragraph(nodes: list[LexborNode]) -> Iterator[str]:
    words = _tidy(_in_a_row(nodes))
    if words:
        yield words


def _item(mark: str, node: LexborNode) -> str:
    blocks = list(_blocks(node))
    inside = "\n\n".join(blocks) if len(blocks) > 1 else "".join(blocks)
    indent = " " * (len(mark) + 1)
    return f"{mark} {inside.replace(chr(10), chr(10) + indent)}" if inside else ""


def _table(node: LexborNode) -> Iterator[str]:
    rows = [[_inline(cell) for cell in row.iter() if cell.tag in {"th", "td"}] for row in node.css("tr")]
    rows = [row for row in rows if row]
    if rows:
        width = max(map(len, rows))
        head, *others = ([*row, *[""] * (width - len(row))] for row in rows)
        lines = (head, ["---"] * width, *others)
        yield "\n".join(f"| {' | '.join(row)} |" for row in lines)


def _inline(node: LexborNode) -> str:
    """What an element says, on one line."""
    return _tidy(_in_a_row(node.iter(include_text=True)))


def _in_a_row(nodes: Iterable[LexborNode]) -> str:
    """What texts and elements within a line say; elements that touch stand apart, as the style sheet has them."""
    row = ""
    touches = False
    for node in nodes:
        words = _words(node)
        row += f" {words}" if words and touches and node.is_element_node else words
        touches = node.is_element_node if words else touches
    return row


def _words(node: LexborNode) -> str:
    """A text or an element within a line."""
    if node.is_text_node:
        return _escaped(_SPACES.sub(" ", node.text()))
    if not node.is_element_node or _is_hidden(node):
        return ""
    whole = _WHOLE.get(node.tag or "")
    return whole(node) if whole else _marked(node, _in_a_row(node.iter(include_text=True)))


def _marked(node: LexborNode, inside: str) -> str:
    """What stands in an element, as a link or with its emphasis."""
    mark = {"strong": "**", "b": "**", "em": "*", "i": "*"}.get(node.tag or "", "")
    address = node.attributes.get("href") if node.tag == "a" else None
    words = inside.strip()
    if not words or not (mark or address):
        return inside
    return f"[{words}]({_address(address)})" if address else f"{mark}{words}{mark}"


def _picture(node: LexborNode) -> str:
    return f"![{_escaped(node.attributes.get('alt') or '')}]({_address(node.attributes.get('src') or '')})"


def _escaped(words: str) -> str:
    """Words that Markdown takes for words."""
    return _BEGINNING.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", words))


def _code(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}" if text else ""


def _address(address: str) -> str:
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def _tidy(words: str) -> str:
    return _SPACES.sub(" ", words).strip()


def _has_blocks(node: LexborNode) -> bool:
    return node.tag not in _LEFT_OUT and any(one.tag in _BLOCKS for one in node.traverse() if one.mem_id != node.mem_id)


def _is_hidden(node: LexborNode) -> bool:
    classes = (node.attributes.get("class") or "").split()
    return (
        node.tag in _LEFT_OUT
        or "hidden" in node.attributes
        or node.attributes.get("aria-hidden") == "true"
        or not {"headerlink", "kb-crumbs", "kb-names", "kb-neighbours", "md-content__button"}.isdisjoint(classes)
    )


_WHOLE: Mapping[str, Callable[[LexborNode], str]] = {
    "br": lambda _: " ",
    "code": lambda node: _code(_SPACES.sub(" ", node.text()).strip()),
    "img": _picture,
    "kbd": lambda node: _code(_SPACES.sub(" ", node.text()).strip()),
    "math": lambda node: f"${node.attributes.get('alttext') or ''}$",
}
"""Elements of which something else is said than what stands in them."""
