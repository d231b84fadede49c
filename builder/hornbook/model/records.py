"""Terms and what they rest on: senses, sources, history, and the glossary's own data."""

from dataclasses import dataclass
from enum import StrEnum

from hornbook.diagnostics import Place
from hornbook.model.fields import FrameworkId, HistoryId, MatchId, SourceId, TermId
from hornbook.model.prose import Prose

DEFAULT_LANGUAGE = "en"


class TermKind(StrEnum):
    """What sort of thing a term names."""

    PROPERTY = "property"
    CONDITION = "condition"
    OBJECTIVE = "objective"
    SYSTEM = "system"
    FAILURE = "failure"
    METHOD = "method"
    CONCEPT = "concept"
    SCHEME = "scheme"


class Relation(StrEnum):
    """SKOS mapping words."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"
    RELATED = "related"


class Seen(StrEnum):
    """How much of a source's bibliographic data was seen in a stored copy."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Evidence(StrEnum):
    """How a statement rests on its source: in its words, or inferred from them."""

    STATED = "stated"
    INFERRED = "inferred"


def in_running_text(label: str) -> str:
    """A label with a small first letter, except in abbreviations and after somebody's name ("Goodhart's law")."""
    is_name = label[1:2].isupper() or label.partition(" ")[0].endswith(("'s", "’s"))
    return label if is_name else label[:1].lower() + label[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source and the place in it."""

    ref: SourceId
    at: str | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One bibliography record, with CSL's field names, and how far it was verified."""

    id: str
    author: tuple[str, ...] = ()
    title: str
    issued: str | None = None
    """ISO 8601, as far as known: `2020`, `2020-11` or `2020-11-09`."""
    container_title: str | None = None
    url: str | None = None
    seen: Seen
    unverified: str | None = None
    """What could not be verified, in a sentence; None where nothing is open."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another word for a term; with a framework, only that author's."""

    text: str
    framework: FrameworkId | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A SKOS mapping to another term, or of a sense to another sense."""

    relation: Relation
    target: MatchId
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What one author means by a term."""

    id: str
    """Unique within the term; the anchor on its page. Defaults to the framework's id."""
    framework: FrameworkId | None = None
    of: str | None = None
    """What it is said of: an agent, an objective function, a mesa-optimizer."""
    called: TermId
    """The author's own term for this sense; the term itself unless the author reroutes the word."""
    holds: str | None = None
    """In this author's sense, the sentence that is true when the atom holds; None: the term's own."""
    fails: str | None = None
    text: Prose
    quote: str | None = None
    matches: tuple[Match, ...] = ()
    """SKOS mappings to other authors' senses; each target is `term/sense`."""
    evidence: Evidence = Evidence.STATED
    note: Prose | None = None
    source: Citation
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of the vocabulary, and its page."""

    id: str
    label: str
    aliases: tuple[Alias, ...] = ()
    kind: TermKind
    short: str
    """Plain text of at most 280 characters, for previews, search and structured data."""
    holds: str | None = None
    """The sentence that is true when the atom holds; None for a term that is no atom."""
    fails: str | None = None
    senses: tuple[Sense, ...] = ()
    related: tuple[TermId, ...] = ()
    matches: tuple[Match, ...] = ()
    failure_of: tuple[TermId, ...] = ()
    addresses: tuple[TermId, ...] = ()
    mentions: tuple[Citation, ...] = ()
    """Where a source uses the word without giving it a sense."""
    note: Prose | None = None
    was: tuple[str, ...] = ()
    """Ids it had before; each redirects here."""
    unused: str | None = None
    """Why it may stay although nothing uses it."""
    place: Place

    @property
    def name(self) -> str:
        """The label as it stands in running text: a small first letter, except in abbreviations."""
        return in_running_text(self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the vocabulary's history."""

    date: str
    ids: tuple[HistoryId, ...]
    text: Prose
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The knowledge base's own data."""

    title: str
    description: str
    site_url: str
    repository: str
    """The web address under which `edit` links are made; a path is appended."""
    licence: str
    framework: FrameworkId
    """The default framework."""
    lang: str = DEFAULT_LANGUAGE
    """The language of the texts, as BCP 47 names it."""
    place: Place
