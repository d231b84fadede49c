"""Checks: what the knowledge base says held against what its implications give. Checks never write."""

from collections.abc import Iterator

from hornbook.check.authors import AUTHOR_DIFFERS, AUTHOR_LACKING
from hornbook.check.claim_ids import CLAIM_FORMER_IDS, CLAIM_ID_TAKEN, CLAIM_REPEATED, check_claim_ids
from hornbook.check.claims import (
    CLAIM_MISSING,
    CLAIM_NAMING,
    CLAIM_SCOPE,
    CLAIM_UNSETTLED,
    CLAIM_VERDICT,
    check_claims,
)
from hornbook.check.definitions import DEFINITION_NOBODY, check_definitions
from hornbook.check.examples import EXAMPLE_REFINES, check_examples
from hornbook.check.facts import (
    EXAMPLE_CONTRADICTORY,
    EXAMPLE_SEPARATES,
    FACT_FRAMEWORK,
    FACT_INAPPLICABLE,
    check_facts,
)
from hornbook.check.frameworks import (
    FRAMEWORK_CONTRADICTORY,
    FRAMEWORK_UNSETTLED,
    IMPLICATION_REDUNDANT,
    check_frameworks,
)
from hornbook.check.given import CONCLUSION_GIVEN, check_given
from hornbook.check.ids import ID_REMOVED, ID_UNLISTED, check_ids, published_ids
from hornbook.check.languages import LANGUAGE_UNSPOKEN, check_languages
from hornbook.check.links import check_links
from hornbook.check.mentions import MENTION_AMBIGUOUS, check_mentions
from hornbook.check.presuppositions import CLAIM_PRESUPPOSES, PRESUPPOSITION_CIRCLE, check_presuppositions
from hornbook.check.sentences import SENTENCE_LONG, SENTENCE_MARK
from hornbook.check.statements import STATEMENT_NOWHERE, check_statements
from hornbook.check.style import check_style
from hornbook.check.titles import PAGE_TITLE, check_titles
from hornbook.check.unsettled import QUESTION_UNSETTLED, check_unsettled
from hornbook.check.usage import TERM_UNUSED, check_usage
from hornbook.check.views import VIEW_GOAL, VIEWS_DIFFER, check_views
from hornbook.check.wording import WORD_AVOIDED
from hornbook.diagnostics import ANCHOR_MISSING, LINK_BROKEN, Codes, Diagnostic, Group, Severity
from hornbook.model import KnowledgeBase
from hornbook.model.passages import Passage
from hornbook.reasoning.scopes import Reasoning

__all__ = ["CODES", "check", "check_in_spite", "check_links", "published_ids"]

CODES: Codes = {
    Group.IDS: (
        ID_REMOVED,
        ID_UNLISTED,
        CLAIM_ID_TAKEN,
        CLAIM_REPEATED,
        CLAIM_FORMER_IDS,
    ),
    Group.REFERENCES: (
        LINK_BROKEN,
        ANCHOR_MISSING,
        STATEMENT_NOWHERE,
    ),
    Group.TEXTS: (
        MENTION_AMBIGUOUS,
        PAGE_TITLE,
        WORD_AVOIDED,
        SENTENCE_LONG,
        SENTENCE_MARK,
        DEFINITION_NOBODY,
        LANGUAGE_UNSPOKEN,
    ),
    Group.CLAIMS: (
        CLAIM_VERDICT,
        CLAIM_MISSING,
        CLAIM_SCOPE,
        CLAIM_NAMING,
        CONCLUSION_GIVEN,
        CLAIM_PRESUPPOSES,
        PRESUPPOSITION_CIRCLE,
        CLAIM_UNSETTLED,
        QUESTION_UNSETTLED,
        AUTHOR_DIFFERS,
        AUTHOR_LACKING,
        FRAMEWORK_CONTRADICTORY,
        FRAMEWORK_UNSETTLED,
        IMPLICATION_REDUNDANT,
        EXAMPLE_CONTRADICTORY,
        EXAMPLE_REFINES,
        EXAMPLE_SEPARATES,
        FACT_FRAMEWORK,
        FACT_INAPPLICABLE,
        VIEW_GOAL,
        VIEWS_DIFFER,
        TERM_UNUSED,
    ),
}
"""What the checks can find."""


def check(reasoning: Reasoning, passages: tuple[Passage, ...] = ()) -> tuple[Diagnostic, ...]:
    """Run every check; `passages` are what records and pages say. The findings come sorted by place."""
    found = [
        *_check_logic(reasoning),
        *check_unsettled(reasoning),
        *_check_addresses(reasoning.knowledge),
        *check_usage(reasoning.knowledge),
        *check_titles(reasoning.knowledge),
        *check_languages(reasoning.knowledge),
        *check_mentions(reasoning.knowledge),
        *_check_style(reasoning, passages),
    ]
    return tuple(sorted(found))


def check_in_spite(
    knowledge: KnowledgeBase, reasoning: Reasoning | None, files: frozenset[str], *, is_complete: bool
) -> tuple[Diagnostic, ...]:
    """What can be said of a knowledge base in which references lead nowhere, so that no mistake waits for another.

    `reasoning` is None where it is in doubt what follows; `files` are those of `docs/`. Only where every record was
    read can anything be said of addresses. What an unknown atom brings about is told where it stands; warnings wait.
    """
    found = [*check_titles(knowledge)]
    if reasoning is not None:
        found += [one for one in _check_logic(reasoning) if one.code != CLAIM_SCOPE]
    if is_complete:
        found += [*_check_addresses(knowledge), *check_links(knowledge, files, lambda _: None)]
    return tuple(one for one in found if one.severity is Severity.ERROR)


def _check_logic(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """The checks of what follows from what."""
    yield from check_frameworks(reasoning)
    yield from check_views(reasoning)
    yield from check_claims(reasoning)
    yield from check_given(reasoning)
    yield from check_presuppositions(reasoning)
    yield from check_claim_ids(reasoning.knowledge)
    yield from check_facts(reasoning)
    yield from check_examples(reasoning)


def _check_addresses(knowledge: KnowledgeBase) -> Iterator[Diagnostic]:
    """The checks of what is promised to whoever links here, and of what statements link to."""
    yield from check_statements(knowledge)
    yield from check_ids(knowledge)


def _check_style(reasoning: Reasoning, passages: tuple[Passage, ...]) -> Iterator[Diagnostic]:
    """The checks that a vocabulary asks for with its `style`; others are left alone."""
    glossary = reasoning.knowledge.glossary
    style = glossary.style
    if style is not None:
        yield from check_style(style, passages, reasoning.cache, glossary.site_url)
        yield from check_definitions(reasoning.knowledge) if style.authors else ()
