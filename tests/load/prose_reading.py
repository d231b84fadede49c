"""Reading a text on its own, within the vocabulary of the base project."""

from dataclasses import dataclass

from hornbook.diagnostics import Diagnostic, Place
from hornbook.kinds import FRAMEWORK, TERM, VIEW
from hornbook.load.file_text import source_text
from hornbook.load.project_ids import Known, Linked
from hornbook.load.prose import parse_prose
from hornbook.load.references import References
from hornbook.load.suggestions import Suggestions
from hornbook.model import Prose

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


def read(markdown: str) -> Read:
    source = source_text("x.md", markdown)
    references = References(KNOWN, Suggestions())
    prose = parse_prose(markdown, source.place(0), source.place, "weather", references)
    return Read(markdown, prose, tuple(references.found))
