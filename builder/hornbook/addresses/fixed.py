"""Pages and files that belong to no record: the lists of all records of a kind, and the files beside the pages."""

from dataclasses import dataclass

from hornbook.kinds import (
    CHAIN,
    CHANGE,
    DISAGREEMENT,
    EXAMPLE,
    EXPLORER,
    FAQ,
    FRAMEWORK,
    QUESTION,
    SCHEMA_NAMES,
    SOURCE,
    TERM,
    VIEW,
    Kind,
)
from hornbook.model import KnowledgeBase

TERMS = TERM.index
FRAMEWORKS = FRAMEWORK.index
COMPARISON = f"{FRAMEWORKS}compare/"
EXPLORE = EXPLORER.partition("{}")[0]
VIEWS = VIEW.index
FAQS = FAQ.index
EXAMPLES = EXAMPLE.index
QUIZ = QUESTION.index
DISAGREEMENTS = DISAGREEMENT.index
SOURCES = SOURCE.index
FIELDS = "contribute/fields/"
CODES = "contribute/codes/"
CHANGES = "changes/"

BIBTEX = f"{SOURCES}bibliography.bib"
CSL_JSON = f"{SOURCES}bibliography.json"
STYLES = "assets/hornbook/hornbook.css"
SCRIPT = "assets/hornbook/hornbook.js"
NAMES = "assets/hornbook/names.json"
MOVED = "assets/hornbook/moved.js"
FAVICON = "assets/hornbook/favicon.svg"
CARD = "assets/hornbook/card.png"
SCHEMA = "schema/{}.json"
"""The JSON Schema of a kind of file, by its name."""

DRAWING_WIDTHS = ("", ".narrow")
DRAWING_THEMES = ("", ".light", ".dark")
"""The ends of the names of a drawing's files: a width, then a theme, then `.svg`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A page that belongs to no single record."""

    address: str
    title: str
    """What links to it say."""
    lists: tuple[Kind, ...] = ()
    """The kinds whose records have their ids as anchors on it."""
    of: Kind | None = None
    """The kind that it is about, if there must be some for the page to be written."""
    least: int = 0
    """How many of them there must be."""

    def exists(self, knowledge: KnowledgeBase) -> bool:
        """Whether the site has this page."""
        return self.of is None or len(knowledge.records(self.of.declaration)) >= self.least


INDEXES = (
    Index(address=TERMS, title="Terms"),
    Index(address=FRAMEWORKS, title="Frameworks"),
    Index(address=COMPARISON, title="Frameworks compared", of=FRAMEWORK, least=2),
    Index(address=EXPLORE, title="What follows if …"),
    Index(address=VIEWS, title="Diagrams", lists=(VIEW, CHAIN)),
    Index(address=FAQS, title="Questions"),
    Index(address=EXAMPLES, title="Examples", of=EXAMPLE, least=1),
    Index(address=QUIZ, title="Quiz", of=QUESTION, least=1),
    Index(address=DISAGREEMENTS, title="Disagreements", of=DISAGREEMENT, least=1),
    Index(address=SOURCES, title="Sources", lists=(SOURCE,)),
    Index(address=CHANGES, title="What changed", of=CHANGE, least=1),
    Index(address=FIELDS, title="Fields"),
    Index(address=CODES, title="Codes"),
)
FILES = (BIBTEX, CSL_JSON, STYLES, SCRIPT, NAMES, MOVED, FAVICON, CARD, *(SCHEMA.format(name) for name in SCHEMA_NAMES))
