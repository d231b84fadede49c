"""Views: two that are said to be equivalent agree on every atom that both mention."""

from collections.abc import Iterator

from hornbook.check.claims import clause_in_notation, undecided
from hornbook.diagnostics import Code, Diagnostic, Lines
from hornbook.reasoning.outcomes import view_difference
from hornbook.reasoning.scopes import Reasoning

VIEW_GOAL = Code(
    "view-goal",
    "The goal of a view occurs in none of the implications that it shows.",
    Lines("diagrams/wetness.yaml", "goal: mud\nshow: [rain-wets]", "goal: wet-ground\nshow: [rain-wets]"),
)
VIEWS_DIFFER = Code(
    "views-differ",
    "Two views that are said to be equivalent are not.",
    Lines(
        "diagrams/wetness.yaml",
        "show: [rain-wets]\nequivalent_to: dryness  # which shows another implication",
        "show: [rain-wets]",
    ),
)


def check_views(reasoning: Reasoning) -> Iterator[Diagnostic]:
    """Find views whose goal they do not reach; compare each with the one that it says it is equivalent to."""
    for view in reasoning.knowledge.views.values():
        if view.goal not in reasoning.settings[view.scope].theory.atoms:
            yield Diagnostic(
                view.place,
                VIEW_GOAL,
                f"the goal `{view.goal}` occurs in none of the implications that `{view.id}` shows",
                hint="show an implication that gives it, or name another goal",
            )
        if view.equivalent_to is None:
            continue
        compared = view_difference(reasoning, view.id, view.equivalent_to)
        found = compared.difference
        if found is None:
            if not compared.complete:
                yield undecided(view.equivalent_to_place, view.id, view.equivalent_to)
            continue
        has, lacks = (view.id, view.equivalent_to) if found.holds_in == "left" else (view.equivalent_to, view.id)
        yield Diagnostic(
            view.equivalent_to_place,
            VIEWS_DIFFER,
            f"`{view.id}` and `{view.equivalent_to}` are not equivalent: only `{has}` gives "
            f"{clause_in_notation(found.clause)}",
            hint=f"show the missing implication in `{lacks}`, or remove `equivalent_to`",
        )
