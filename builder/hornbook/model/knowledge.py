"""The knowledge base: every record, each reference resolved. It exists only if everything was in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hornbook.diagnostics import Place
from hornbook.model.frameworks import Framework
from hornbook.model.pictures import Chain, View
from hornbook.model.prose import Embed, Reference, StatedClaim
from hornbook.model.records import Change, Glossary, Source, Term
from hornbook.model.situations import Disagreement, Example, Faq, Question, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page written by hand in `docs/`: its Markdown, cut where references, claims and embeds stand."""

    path: str
    """Relative to `docs/`, with forward slashes, such as `index.md`."""
    parts: tuple[str | Reference | StatedClaim | Embed, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeBase:
    """Everything that was loaded; the mappings are by id and in the order of the ids."""

    glossary: Glossary
    terms: Mapping[str, Term] = field(default_factory=dict)
    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    views: Mapping[str, View] = field(default_factory=dict)
    chains: Mapping[str, Chain] = field(default_factory=dict)
    faqs: Mapping[str, Faq] = field(default_factory=dict)
    examples: Mapping[str, Example] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    disagreements: Mapping[str, Disagreement] = field(default_factory=dict)
    statements: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    """By source, in the order of the file."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    """Newest first."""
    pages: tuple[Page, ...] = ()
    published: Mapping[str, Place] = field(default_factory=dict)
    """The lines of `glossary/ids.txt`, such as `term outer-alignment`; empty where there is no such file."""
    retired: frozenset[str] = frozenset()
    """The lines that were taken back on purpose (`retired term old-id`), without the word `retired`."""
