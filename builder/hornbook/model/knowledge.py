"""The knowledge base: every record, each reference resolved. It exists only if everything was in order."""

from collections.abc import Mapping
from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.model.frameworks import Framework
from hornbook.model.handwritten import HandwrittenPage
from hornbook.model.pictures import Chain, View
from hornbook.model.records import Change, Glossary, Source, Term
from hornbook.model.situations import Disagreement, Example, Faq, Question, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeBase:
    """Everything that was loaded; the mappings are by id and in the order of the ids."""

    glossary: Glossary
    terms: Mapping[str, Term]
    frameworks: Mapping[str, Framework]
    views: Mapping[str, View]
    chains: Mapping[str, Chain]
    faqs: Mapping[str, Faq]
    examples: Mapping[str, Example]
    questions: Mapping[str, Question]
    disagreements: Mapping[str, Disagreement]
    statements: Mapping[str, tuple[Statement, ...]]
    """By source, in the order of the file."""
    sources: Mapping[str, Source]
    changes: tuple[Change, ...]
    """Newest first."""
    pages: tuple[HandwrittenPage, ...]
    published: Mapping[str, Place]
    """The lines of `glossary/ids.txt`, such as `term outer-alignment`; empty where there is no such file."""
    retired: frozenset[str]
    """The lines that were taken back on purpose (`retired term old-id`), without the word `retired`."""
