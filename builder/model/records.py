"""What the YAML files hold, as frozen values: one class per kind of file, and the parts they share."""

from dataclasses import dataclass
from enum import StrEnum

from builder.diagnostics import Place
from builder.logic import Literal
from builder.model.claims import AnyClaim, Scope
from builder.model.prose import Prose


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source and the place in it."""

    ref: str
    at: str | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One bibliography record, with CSL's field names, and how far it was verified."""

    id: str
    author: tuple[str, ...]
    title: str
    issued: str | None
    """ISO 8601, as far as known: `2020`, `2020-11` or `2020-11-09`."""
    container_title: str | None
    url: str | None
    seen: Seen
    unverified: str | None
    """What could not be verified, in a sentence; None where nothing is open."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another word for a term; with a framework, only that author's."""

    text: str
    framework: str | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A SKOS mapping to another term."""

    relation: Relation
    target: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What one author means by a term."""

    id: str
    """Unique within the term; the anchor on its page. Defaults to the framework's id."""
    framework: str | None
    of: str | None
    """What it is said of: an agent, an objective function, a mesa-optimizer."""
    called: str
    """The author's own term for this sense; the term itself unless the author reroutes the word."""
    text: Prose
    quote: str | None
    evidence: Evidence
    note: Prose | None
    source: Citation
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of the vocabulary, and its page."""

    id: str
    label: str
    aliases: tuple[Alias, ...]
    kind: TermKind
    short: str
    """Plain text of at most 280 characters, for previews, search and structured data."""
    holds: str | None
    """The sentence that is true when the atom holds; None for a term that is no atom."""
    fails: str | None
    senses: tuple[Sense, ...]
    related: tuple[str, ...]
    matches: tuple[Match, ...]
    failure_of: tuple[str, ...]
    addresses: tuple[str, ...]
    note: Prose | None
    was: tuple[str, ...]
    """Ids it had before; each redirects here."""
    unused: str | None
    """Why it may stay although nothing uses it."""
    place: Place

    @property
    def name(self) -> str:
        """The label as it stands in running text: a small first letter, except in abbreviations."""
        return self.label if self.label[1:2].isupper() else self.label[:1].lower() + self.label[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An atom that is not a term: it has no page, only a sentence for each value."""

    id: str
    holds: str
    fails: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """`premises`, `assuming` these conditions, give `conclusion`; None: they cannot hold together."""

    id: str
    premises: tuple[Literal, ...]
    assuming: tuple[Literal, ...]
    conclusion: Literal | None
    converse: bool
    """A definition: the conclusion gives back each premise too."""
    because: Prose | None
    evidence: Evidence
    note: Prose | None
    """What is inferred or not verified about it."""
    redundant: str | None
    """Why it may stay although it follows from the others."""
    source: Citation
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A parameter of a scheme: at most one of these atoms holds."""

    id: str
    one_of: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One author's vocabulary with its own implications; atoms of different frameworks never mix."""

    id: str
    label: str
    source: Citation
    text: Prose
    facts: tuple[Fact, ...]
    choices: tuple[Choice, ...]
    implications: tuple[Implication, ...]
    was: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A diagram: some implications of one framework, with the goal they lead to."""

    id: str
    title: str
    framework: str
    goal: str
    show: tuple[str, ...]
    equivalent_to: str | None
    text: Prose
    note: Prose | None
    source: Citation
    was: tuple[str, ...]
    place: Place
    equivalent_to_place: Place

    @property
    def scope(self) -> Scope:
        """The scope in which only this view's implications count."""
        return Scope(self.framework, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """A question readers ask, its answer, and the claims that bear the answer out."""

    id: str
    question: str
    framework: str
    view: str | None
    """The view that its diagram shows; None: the implications that its claims use."""
    short: str
    """The answer in one plain sentence."""
    answer: Prose
    claims: tuple[AnyClaim, ...]
    note: Prose | None
    source: Citation
    was: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the vocabulary's history."""

    date: str
    ids: tuple[str, ...]
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
    framework: str
    """The default framework."""
    place: Place
