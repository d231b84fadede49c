"""Checks: what the knowledge base says held against what its implications give. Checks never write."""

from builder.check.claims import check_claims
from builder.check.examples import check_examples
from builder.check.frameworks import check_frameworks
from builder.check.ids import check_ids, published_ids
from builder.check.statements import check_statements
from builder.check.usage import check_usage
from builder.check.views import check_views
from builder.diagnostics import Diagnostic
from builder.reasoning.scopes import Reasoning

__all__ = ["check", "published_ids"]


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
