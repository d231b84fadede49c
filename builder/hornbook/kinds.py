"""The kinds of records, each once: what it is called, where it stands, where it leads. Data alone.

Everything that must know all kinds reads this table: what is loaded and linked, addresses, the list of published ids,
which pages are made. `Kind` says what a row holds; `KINDS` and `PARTS` are the rows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hornbook import model
from hornbook.language import later, later_many
from hornbook.model.claim_ids import claim_id


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind:
    """A kind of record that has files of its own."""

    word: str
    """What it is called in `glossary/ids.txt` and in the names of schemas."""
    called: str
    """What it is called in messages; readers of a site are told so in their language."""
    plural: str
    """What several are called in commands and schemas."""
    declaration: type[Any]
    """The class of the model."""
    file: str
    """Where it is written, from the project's root; `{}` is the record's id, or for statements that of the source."""
    many: bool = False
    """Its file is a list of such records."""
    apart: str | None = None
    """Where each may have a file of its own instead, so that two people who add one each touch no common file."""
    address: str | None = None
    """Its page, or its place on a page; `{}` is its id. None: no address that follows from an id."""
    also: tuple[str, ...] = ()
    """Further pages of it, likewise."""
    title_of_several: str = ""
    """What stands over several of them; kinds that share it are listed together."""
    title: str | None = None
    """The words for it where it is linked or listed; `{0.…}` is a field of the record."""
    known_as: str | None = None
    """The message that says them where they alone would not say what it is; they fill `{title}`."""
    linked: bool = False
    """`[[id]]` leads to it; such ids share one namespace."""
    counted: tuple[str, str] | None = None
    """The message for how many there are in the numbers of the home page; None: not among them."""

    @property
    def one(self) -> str:
        """One of it in messages: "a term"."""
        return with_article(self.called)

    @property
    def schema(self) -> str:
        """The name of the schema of its files."""
        return self.plural if self.many else self.word

    @property
    def own_schema(self) -> str:
        """The name of the schema of a file that holds one record, or for statements those of one source."""
        return self.schema if self.apart is None else self.word

    @property
    def index(self) -> str:
        """The page that lists all of them, or holds all of them, for a kind with addresses."""
        assert self.address is not None
        return self.address.partition("{}")[0].removesuffix("#")

    @property
    def folder(self) -> str:
        """The folder of its files."""
        return self.file.rpartition("/")[0]

    @property
    def own_file(self) -> str:
        """Where a record stands that has a file of its own; `{}` is its id."""
        return self.apart or self.file

    @property
    def has_files(self) -> bool:
        """Whether each record, or each list of records, has a file of its own, named by an id."""
        return "{}" in self.file


EXPLORER = "explore/{}/"
"""The explorer of a framework, beside its own page."""

GLOSSARY = Kind(
    word="glossary",
    called="glossary",
    plural="glossaries",
    declaration=model.Glossary,
    file="glossary/glossary.yaml",
)
TERM = Kind(
    word="term",
    called=later("term"),
    plural="terms",
    title_of_several=later("Terms"),
    declaration=model.Term,
    file="glossary/terms/{}.yaml",
    address="terms/{}/",
    title="{0.name}",
    linked=True,
    counted=later_many("{count} term", "{count} terms"),
)
FRAMEWORK = Kind(
    word="framework",
    called=later("framework"),
    plural="frameworks",
    title_of_several=later("Frameworks"),
    declaration=model.Framework,
    file="glossary/frameworks/{}.yaml",
    address="frameworks/{}/",
    also=(EXPLORER,),
    title="{0.label}",
    linked=True,
    counted=later_many("{count} framework", "{count} frameworks"),
)
VIEW = Kind(
    word="view",
    called=later("view"),
    plural="diagrams",
    title_of_several=later("Diagrams"),
    declaration=model.View,
    file="diagrams/{}.yaml",
    address="diagrams/{}/",
    title="{0.title}",
    linked=True,
)
CHAIN = Kind(
    word="chain",
    called=later("chain"),
    plural="diagrams",
    title_of_several=later("Diagrams"),
    declaration=model.Chain,
    file="diagrams/{}.yaml",
    address="diagrams/{}/",
    title="{0.title}",
    linked=True,
)
FAQ = Kind(
    word="faq",
    called=later("question"),
    plural="questions",
    title_of_several=later("Questions"),
    declaration=model.Faq,
    file="glossary/faq/{}.yaml",
    address="faq/{}/",
    title="{0.question}",
    linked=True,
    counted=later_many("{count} question", "{count} questions"),
)
EXAMPLE = Kind(
    word="example",
    called=later("example"),
    plural="examples",
    title_of_several=later("Examples"),
    declaration=model.Example,
    file="glossary/examples/{}.yaml",
    address="examples/{}/",
    title="{0.label}",
    linked=True,
    counted=later_many("{count} example", "{count} examples"),
)
QUESTION = Kind(
    word="question",
    called="quiz question",
    plural="questions",
    title_of_several=later("Questions"),
    declaration=model.Question,
    file="glossary/questions/{}.yaml",
    address="quiz/#{}",
    title="{0.question}",
    known_as=later("Quiz: {title}"),
)
DISAGREEMENT = Kind(
    word="disagreement",
    called=later("disagreement"),
    plural="disagreements",
    title_of_several=later("Disagreements"),
    declaration=model.Disagreement,
    file="glossary/disagreements/{}.yaml",
    address="disagreements/{}/",
    title="{0.question}",
    linked=True,
)
SOURCE = Kind(
    word="source",
    called="source",
    plural="sources",
    title_of_several=later("Sources"),
    declaration=model.Source,
    file="glossary/sources.yaml",
    many=True,
    apart="glossary/sources/{}.yaml",
    address="sources/{}/",
    title="{0.title}",
    # Words: books, articles and other sources
    counted=later_many("{count} work cited", "{count} works cited"),
)
STATEMENT = Kind(
    word="statement",
    called="statement",
    plural="statements",
    declaration=model.Statement,
    file="glossary/statements/{}.yaml",
    many=True,
)
CHANGE = Kind(
    word="change",
    called="change",
    plural="changes",
    declaration=model.Change,
    file="glossary/changes.yaml",
    many=True,
    apart="glossary/changes/{}.yaml",
)
PAGE = Kind(
    word="page",
    called="page",
    plural="pages",
    title_of_several=later("Pages"),
    declaration=model.HandwrittenPage,
    file="docs/{}.md",
)

KINDS = (
    GLOSSARY,
    TERM,
    FRAMEWORK,
    VIEW,
    CHAIN,
    FAQ,
    EXAMPLE,
    QUESTION,
    DISAGREEMENT,
    SOURCE,
    STATEMENT,
    CHANGE,
    PAGE,
)
LINKED = tuple(kind for kind in KINDS if kind.linked)
WRITTEN = tuple(kind for kind in KINDS if kind is not PAGE and (kind.has_files or kind.apart is not None))
"""What each has a YAML file of its own, or may have one."""
ADDRESSED = tuple(kind for kind in KINDS if kind.address is not None)
"""What has an id that is published, and an address that follows from it."""
DIAGRAM = "diagram"
"""The name of the schema of a diagram, whatever it draws."""
SCHEMA_NAMES = tuple(
    sorted({DIAGRAM, *(name for kind in KINDS if kind is not PAGE for name in (kind.schema, kind.own_schema))})
)
"""The names of all schemas."""
PUBLISHED_IDS = "glossary/ids.txt"
"""The one file of a project that holds no records: the ids that were published."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """A kind of part of a record: it has no file of its own, but a place on the record's page."""

    word: str
    of: "Kind | Part"
    field: str | None
    """The field of the record that holds them; None: the knowledge base holds them, by the record's id."""
    anchor: str
    """Its anchor on the page, behind that of the part it is a part of; `{}` is its name."""
    key: str | Callable[[Any], str]
    """The field that names it, or what computes its name; if it repeats a name, the number goes with it."""
    former: str | None = None
    """Its anchor in former times, which still leads there; `{}` is its number among those beside it, from 1."""
    published: bool = False
    """Its id is published, as `word record/id`."""


SENSE = Part(word="sense", of=TERM, field="senses", key="id", anchor="sense-{}", published=True)
FACT = Part(word="fact", of=FRAMEWORK, field="facts", key="id", anchor="{}", published=True)
IMPLICATION = Part(word="implication", of=FRAMEWORK, field="implications", key="id", anchor="{}", published=True)
CHOICE = Part(word="choice", of=FRAMEWORK, field="choices", key="id", anchor="{}", published=True)
LIST = Part(word="list", of=FRAMEWORK, field="lists", key="id", anchor="{}", published=True)
TABLE = Part(word="table", of=FRAMEWORK, field="tables", key="id", anchor="{}", published=True)
CLAIM = Part(word="claim", of=FAQ, field="claims", anchor="claim-{}", key=claim_id, former="claim-{}")
JUDGEMENT = Part(
    word="judgement", of=EXAMPLE, field="judgements", anchor="claim-{}", key=claim_id, former="judgement-{}"
)
SHARED_CLAIM = Part(word="claim", of=DISAGREEMENT, field="claims", anchor="claim-{}", key=claim_id, former="claim-{}")
POSITION = Part(word="position", of=DISAGREEMENT, field="positions", key="framework", anchor="position-{}")
POSITION_CLAIM = Part(word="claim", of=POSITION, field="claims", anchor="-claim-{}", key=claim_id, former="-claim-{}")
STATED = Part(word="statement", of=SOURCE, field=None, key="id", anchor="statement-{}")

PARTS = (
    SENSE,
    FACT,
    IMPLICATION,
    CHOICE,
    LIST,
    TABLE,
    CLAIM,
    JUDGEMENT,
    SHARED_CLAIM,
    POSITION,
    POSITION_CLAIM,
    STATED,
)


def parts_of(whole: Kind | Part) -> tuple[Part, ...]:
    """The kinds of parts that records of a kind have, or parts of a part."""
    return tuple(part for part in PARTS if part.of is whole)


def with_article(called: str) -> str:
    """A word for a kind with its article: "a term", "an example"."""
    return f"an {called}" if called[0] in "aeiou" else f"a {called}"


def any_of(*words: str) -> str:
    """The words as a choice: "view", "view or question", "term, view or question"."""
    *others, last = dict.fromkeys(words)
    return f"{', '.join(others)} or {last}" if others else last
