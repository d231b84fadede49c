"""Reading a text on its own, within the vocabulary of the base project."""

from collections.abc import Iterable
from dataclasses import dataclass

from hornbook.diagnostics import Diagnostic, Place
from hornbook.kinds import FRAMEWORK, TERM, VIEW
from hornbook.load.names.project import Known, Linked
from hornbook.load.names.references import References, Suggestions
from hornbook.load.prose.parsing import parse_prose
from hornbook.load.text.files import source_text
from hornbook.mathematics import Formula
from hornbook.model import Element, Embed, Node, PageHeading, Picture, Prose, Reference, SiteLink, StatedClaim, Text

KNOWN = Known(
    linked={
        "rain": Linked(TERM, Place("glossary/terms/rain.yaml")),
        "wet-ground": Linked(TERM, Place("glossary/terms/wet-ground.yaml")),
        "weather": Linked(FRAMEWORK, Place("glossary/frameworks/weather.yaml")),
        "wetness": Linked(VIEW, Place("diagrams/wetness.yaml")),
    },
    ambiguous=frozenset(),
    sentences=frozenset({"rain", "wet-ground"}),
    facts={"weather": {}},
    implications={"weather": {}},
    senses={"rain": {}, "wet-ground": {}},
    atoms=frozenset(),
    chain_terms={},
    view_frameworks={"wetness": "weather"},
    sources={},
    former={},
    retired=frozenset(),
    default_framework="weather",
    damaged=(),
)


@dataclass(frozen=True)
class Read:
    markdown: str
    prose: Prose
    diagnostics: tuple[Diagnostic, ...]

    def written(self, place: Place) -> str:
        """What stands at a place that does not go beyond its line."""
        assert place.end_line == place.line
        return self.markdown.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


def read(markdown: str, known: Known = KNOWN) -> Read:
    source = source_text("x.md", markdown)
    references = References(known, Suggestions())
    prose = parse_prose(markdown, source.place(0), source.place, "weather", references)
    return Read(markdown, prose, tuple(references.found))


def outline(nodes: Iterable[Node | PageHeading]) -> str:
    """A tree in one line."""
    parts = []
    for node in nodes:
        match node:
            case Text() | Formula():
                parts.append(_words(node))
            case Element(tag, children, attributes):
                said = "".join(f" {name}={value}" for name, value in attributes)
                parts.append(f"<{tag}{said}>{outline(children)}</{tag}>")
            case Reference(target, words):
                parts.append(f"[{target}|{words}]")
            case StatedClaim(claim, words):
                parts.append(f"[{claim} : {claim.verdict} in {claim.scope}|{words}]")
            case Embed(target):
                parts.append(f"![{target}]")
            case SiteLink(path, rest, title, children):
                said = f" title={title}" if title else ""
                parts.append(f"<link {path}{rest}{said}>{outline(children)}</link>")
            case Picture(path, rest, words, title, size):
                said = "".join(f" {name}={value}" for name, value in ((("title", title),) if title else ()) + size)
                parts.append(f"<picture {path}{rest} words={words}{said}>")
            case PageHeading(level, anchor, children):
                parts.append(f"<h{level}{f' id={anchor}' if anchor else ''}>{outline(children)}</h{level}>")
    return "".join(parts)


def _words(node: Text | Formula) -> str:
    if isinstance(node, Text):
        return node.text
    return f"<<{node.tex}>>" if node.is_block else f"<{node.tex}>"
