"""Views: two that are said to be equivalent agree on every atom that both mention."""

from collections.abc import Iterator

from builder.check.claims import clause_in_words
from builder.diagnostics import Diagnostic
from builder.reasoning.outcomes import view_difference
from builder.reasoning.scopes import Reasoning


def check_views(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """Compare each view with the one that it says it is equivalent to."""
    for view in reasoning.knowledge.views.values():
        if view.equivalent_to is None:
            continue
        found = view_difference(reasoning, view.id, view.equivalent_to)
        if found is None:
            continue
        has, lacks = (view.id, view.equivalent_to) if found.holds_in == "left" else (view.equivalent_to, view.id)
        yield Diagnostic(
            view.equivalent_to_place,
            "views-differ",
            f"`{view.id}` and `{view.equivalent_to}` are not equivalent: only `{has}` gives "
            f"{clause_in_words(found.clause)}",
            hint=f"show the missing implication in `{lacks}`, or remove `equivalent_to`",
        )
