"""Checks: what the knowledge base says held against what its implications give. Checks never write."""

from hornbook.check.claims import check_claims
from hornbook.check.examples import check_examples
from hornbook.check.frameworks import check_frameworks
from hornbook.check.ids import check_ids, published_ids
from hornbook.check.links import check_links
from hornbook.check.statements import check_statements
from hornbook.check.usage import check_usage
from hornbook.check.views import check_views
from hornbook.diagnostics import Diagnostic
from hornbook.reasoning.scopes import Reasoning

__all__ = ["check", "check_links", "published_ids"]


def check(reasoning: Reasoning) -> tuple[Diagnostic, ...]:
    """Run every check; the findings come sorted by place."""
    found = [
        *check_frameworks(reasoning),
        *check_views(reasoning),
        *check_claims(reasoning),
        *check_examples(reasoning),
        *check_statements(reasoning.knowledge),
        *check_usage(reasoning.knowledge),
        *check_ids(reasoning.knowledge),
    ]
    return tuple(sorted(found))
