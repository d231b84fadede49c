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
FRAMELESS_STYLES = "embed/embed.css"
FRAMELESS_SCRIPT = "embed/embed.js"
PREVIEWS = "embed/previews.js"
TERMS_DATA = "api/v1/terms.json"
SCHEMA = "schema/{}.json"
"""The JSON Schema of a kind of file, by its name."""

AROUND = f"{VIEWS}around/"
"""The folder of the files of neighbourhoods: a folder for each framework, with files named by terms."""
CARDS = "assets/hornbook/cards/"
"""The folder of the pictures that other sites show for links, for those pages that have their own."""
DRAWING_SCHEMA = "assets/hornbook/drawing.schema.json"


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
FILES = (
    *(BIBTEX, CSL_JSON, TERMS_DATA, STYLES, SCRIPT, NAMES, MOVED, FAVICON, CARD, DRAWING_SCHEMA),
    *(FRAMELESS_STYLES, FRAMELESS_SCRIPT, PREVIEWS),
    *(SCHEMA.format(name) for name in SCHEMA_NAMES),
)
