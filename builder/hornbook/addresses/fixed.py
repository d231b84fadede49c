"""Pages and files that belong to no record: the lists of all records of a kind, and the files beside the pages."""

from collections.abc import Mapping
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
from hornbook.model import DataForm, KnowledgeBase

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
GLOSSARY_SCHEMA = "api/v1/glossary.schema.json"
CLAIMS_DATA = "api/v1/claims.json"
CLAIMS_SCHEMA = "api/v1/claims.schema.json"
SKOS_TURTLE = "api/v1/skos.ttl"
SKOS_JSON_LD = "api/v1/skos.jsonld"
SKOS_SHAPES = "api/v1/skos.shapes.ttl"
SSSOM = "api/v1/mappings.sssom.tsv"
SCHEMA_ORG = "api/v1/schema-org.jsonld"
INVENTORY = "objects.inv"
FEED = f"{CHANGES}feed.xml"
CITATION = "CITATION.cff"
LLMS = "llms.txt"
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
    Index(address=FIELDS, title=later("Fields"), of=(FRAMEWORK,)),
    Index(address=CODES, title=later("Codes"), of=(FRAMEWORK,)),
)
_BIBLIOGRAPHY = (BIBTEX, CSL_JSON)
DATA_FILES: Mapping[str, DataForm] = {
    GLOSSARY_DATA: DataForm.JSON,
    GLOSSARY_SCHEMA: DataForm.JSON,
    CLAIMS_DATA: DataForm.JSON,
    CLAIMS_SCHEMA: DataForm.JSON,
    SKOS_TURTLE: DataForm.SKOS,
    SKOS_JSON_LD: DataForm.SKOS,
    SKOS_SHAPES: DataForm.SKOS,
    SSSOM: DataForm.SSSOM,
    SCHEMA_ORG: DataForm.SCHEMA_ORG,
    INVENTORY: DataForm.INVENTORY,
    FEED: DataForm.FEED,
    CITATION: DataForm.CITATION,
    LLMS: DataForm.LLMS,
}
"""The files of the vocabulary as data, each with the word of `outputs` that asks for it."""
_OF_CLAIMS = frozenset({CLAIMS_DATA, CLAIMS_SCHEMA})
FILES = (
    *(*_BIBLIOGRAPHY, *DATA_FILES, TERMS_DATA, HEADERS, STYLES, SCRIPT, NAMES, MOVED, FINDER, CHECKER, NEAREST),
    *(FAVICON, CARD, DRAWING_SCHEMA),
    *(FRAMELESS_STYLES, FRAMELESS_SCRIPT, PREVIEWS),
    *(SCHEMA.format(name) for name in SCHEMA_NAMES),
)
"""All files that belong to no record, as far as a site has them."""


def fixed_files(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The files that a site has and that belong to no record: those of data that are asked for, and nothing empty."""
    absent = {file for file, form in DATA_FILES.items() if form not in knowledge.glossary.outputs.data}
    absent |= frozenset() if _has_claims(knowledge) else _OF_CLAIMS
    absent |= frozenset() if _has_matches(knowledge) else {SSSOM}
    absent |= frozenset() if knowledge.terms else {SCHEMA_ORG}
    absent |= frozenset() if knowledge.changes else {FEED}
    absent |= frozenset() if knowledge.sources else frozenset(_BIBLIOGRAPHY)
    return tuple(file for file in FILES if file not in absent)


def _has_matches(knowledge: KnowledgeBase) -> bool:
    records = ((term.id, term.matches, term.elsewhere) for term in knowledge.terms.values())
    senses = (
        (f"{term.id}/{sense.id}", sense.matches, sense.elsewhere)
        for term in knowledge.terms.values()
        for sense in term.senses
    )
    return any(
        any(match.target != name for match in (*matches, *elsewhere))
        for name, matches, elsewhere in (*records, *senses)
    )


def _has_claims(knowledge: KnowledgeBase) -> bool:
    disagreements = knowledge.disagreements.values()
    return (
        any(one.claims for one in knowledge.faqs.values())
        or any(one.judgements for one in knowledge.examples.values())
        or any(one.claims or any(held.claims for held in one.positions) for one in disagreements)
    )
