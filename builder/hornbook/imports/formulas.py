"""Formulas of π-Base as implications: `and`, `or` and values of properties become premises and one conclusion each.

What stands before the arrow is brought into a disjunction of conjunctions, what stands behind it into a conjunction of
disjunctions (A. Horn's clauses, as any textbook of logic has them). Of a disjunction behind the arrow all parts but one
go before it, negated: `a => b or c` is `a + not c => b`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from hornbook.imports.values import Valued
from hornbook.load.tree import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue

MOST = 64
"""Implications that one theorem may become."""
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class All:
    """Everything of these holds."""

    parts: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of these holds."""

    parts: tuple["Formula", ...]


Formula = All | Some | Valued


class NoFormulaError(ValueError):
    """What was read is no formula, or would become more implications than are made."""


def read_formula(tree: YamlValue | None, depth: int = 0) -> Formula:
    """The formula that a group in YAML is. Raises NoFormulaError."""
    if not isinstance(tree, YamlMapping) or not tree.fields or depth > _DEEPEST:
        raise NoFormulaError("it is no group of properties")
    parts = tuple(_part(key.text, value, depth) for key, value in tree.fields)
    return parts[0] if len(parts) == 1 else All(parts)


def _part(name: str, value: YamlValue, depth: int) -> Formula:
    if name in {"and", "or"} and isinstance(value, YamlSequence) and value.items:
        parts = tuple(read_formula(one, depth + 1) for one in value.items)
        return All(parts) if name == "and" else Some(parts)
    if isinstance(value, YamlScalar) and value.kind is ScalarKind.TRUTH:
        return name, value.text.lower() == "true"
    raise NoFormulaError(f"`{name}` has no value")


def implications_of(given: Formula, then: Formula) -> Iterator[tuple[tuple[Valued, ...], Valued]]:
    """Premises with a conclusion each, which together say the same; what says nothing is left out.

    Raises NoFormulaError where there would be more than `MOST`, or one without a premise.
    """
    cases, clauses = _disjunction(given), _conjunction(then)
    if len(cases) * len(clauses) > MOST:
        raise NoFormulaError(f"it comes to more than {MOST} implications")
    for case, clause in product(cases, clauses):
        goal, *moved = clause
        premises = dict.fromkeys((*case, *map(_negated, moved)))
        if goal in premises or any(_negated(one) in premises for one in premises):
            continue
        premises.pop(_negated(goal), None)
        if premises:
            yield tuple(premises), goal
        else:
            raise NoFormulaError("it has no premise")


def _negated(one: Valued) -> Valued:
    return one[0], not one[1]


def _disjunction(formula: Formula) -> list[tuple[Valued, ...]]:
    """Conjunctions of which one holds if the formula does."""
    match formula:
        case Some(parts):
            return _bounded([one for part in parts for one in _disjunction(part)])
        case All(parts):
            return _products([_disjunction(part) for part in parts])
        case _:
            return [(formula,)]


def _conjunction(formula: Formula) -> list[tuple[Valued, ...]]:
    """Disjunctions all of which hold if the formula does."""
    match formula:
        case All(parts):
            return _bounded([one for part in parts for one in _conjunction(part)])
        case Some(parts):
            return _products([_conjunction(part) for part in parts])
        case _:
            return [(formula,)]


def _products(parts: list[list[tuple[Valued, ...]]]) -> list[tuple[Valued, ...]]:
    found: list[tuple[Valued, ...]] = [()]
    for part in parts:
        found = _bounded([tuple(dict.fromkeys((*one, *other))) for one in found for other in part])
    return found


def _bounded(found: list[tuple[Valued, ...]]) -> list[tuple[Valued, ...]]:
    if len(found) > MOST:
        raise NoFormulaError(f"it comes to more than {MOST} implications")
    return found
