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
from hornbook.language import later
from hornbook.model import KnowledgeBase

HOME = ""
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
HEADERS = "_headers"
STYLES = "assets/hornbook/hornbook.css"
SCRIPT = "assets/hornbook/hornbook.js"
NAMES = "assets/hornbook/names.json"
MOVED = "assets/hornbook/moved.js"
FINDER = "assets/hornbook/finder.js"
CHECKER = "assets/hornbook/check.js"
"""What replays a proof, once a reader asks for it."""
NEAREST = "assets/hornbook/nearest.js"
FAVICON = "assets/hornbook/favicon.svg"
PREVIEW = "assets/hornbook/previews/{}.js"
"""A file of previews of terms, by its number."""
CARD = "assets/hornbook/card.png"
FRAMELESS_STYLES = "embed/embed.css"
FRAMELESS_SCRIPT = "embed/embed.js"
PREVIEWS = "embed/previews.js"
TERMS_DATA = "api/v1/terms.json"
GLOSSARY_DATA = "api/v1/glossary.json"
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
    of: tuple[Kind, ...] = ()
    """The kinds that it is about, if there must be some records of them for the page to be written."""
    least: int = 1
    """How many of them there must be."""

    def exists(self, knowledge: KnowledgeBase) -> bool:
        """Whether the site has this page: what would be empty is not there."""
        return not self.of or sum(len(knowledge.records(kind.declaration)) for kind in self.of) >= self.least


INDEXES = (
    Index(address=TERMS, title=later("Terms")),
    Index(address=FRAMEWORKS, title=later("Frameworks"), of=(FRAMEWORK,)),
    Index(address=COMPARISON, title=later("Frameworks compared"), of=(FRAMEWORK,), least=2),
    Index(address=EXPLORE, title=later("What follows if …"), of=(FRAMEWORK,)),
    Index(address=VIEWS, title=later("Diagrams"), lists=(VIEW, CHAIN), of=(VIEW, CHAIN)),
    Index(address=FAQS, title=later("Questions"), of=(FAQ,)),
    Index(address=EXAMPLES, title=later("Examples"), of=(EXAMPLE,)),
    Index(address=QUIZ, title=later("Quiz"), of=(QUESTION,)),
    Index(address=DISAGREEMENTS, title=later("Disagreements"), of=(DISAGREEMENT,)),
    Index(address=SOURCES, title=later("Sources"), lists=(SOURCE,), of=(SOURCE,)),
    Index(address=CHANGES, title=later("What changed"), of=(CHANGE,)),
    # Both tell of frameworks and verdicts, which a plain glossary does without.
    Index(address=FIELDS, title="Fields", of=(FRAMEWORK,)),
    Index(address=CODES, title="Codes", of=(FRAMEWORK,)),
)
_BIBLIOGRAPHY = (BIBTEX, CSL_JSON)
FILES = (
    *(*_BIBLIOGRAPHY, GLOSSARY_DATA, TERMS_DATA, HEADERS, STYLES, SCRIPT, NAMES, MOVED, FINDER, CHECKER, NEAREST),
    *(FAVICON, CARD, DRAWING_SCHEMA),
    *(FRAMELESS_STYLES, FRAMELESS_SCRIPT, PREVIEWS),
    *(SCHEMA.format(name) for name in SCHEMA_NAMES),
)
"""All files that belong to no record, as far as a site has them."""


def fixed_files(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The files that a site has and that belong to no record; a bibliography only where something is cited."""
    return tuple(file for file in FILES if knowledge.sources or file not in _BIBLIOGRAPHY)
