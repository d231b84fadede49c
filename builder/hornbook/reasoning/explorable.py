"""A scope as data for the reader's browser: its clauses as numbers, and every literal in words.

The words are the ones that proofs use; the script only puts them into the same sentences, and a test holds it to that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from hornbook.logic import Literal
from hornbook.model import Implication, TermKind
from hornbook.reasoning.presuppositions import presupposed_by
from hornbook.reasoning.scopes import Reasoning, Setting, primitives, properties, record_of
from hornbook.reasoning.sentences import Named, Sentence

Words = list[str | list[str | int]]
"""A phrase as JSON: texts, and `[term, words]` for the name of a term, which a page links.

A third item says that the name begins small even where a sentence begins with it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explorable:
    """One scope for the explorer. A literal is a number: twice its atom's place in `atoms`, plus one if it holds."""

    atoms: tuple[str, ...]
    """By id; all that the scope knows."""
    phrases: tuple[Words, ...]
    """Of each literal, by its number."""
    clauses: tuple[tuple[str, list[int], int | None, str, bool], ...]
    """Name, premises, conclusion, the record it came from, and whether using it backwards is a contraposition."""
    candidates: tuple[int, ...]
    """Literals that may be missing for a good goal: the primitive ones, and facts either way."""
    failures: tuple[int, ...]
    """What may be missing besides where the goal is a failure or a negation."""
    bad: tuple[int, ...]
    """The literals that are such goals."""
    properties: tuple[int, ...]
    """What a question can lack."""
    names: tuple[str | None, ...]
    """Of each atom its name, where it is a term; a fact is named by its phrase."""
    conditions: tuple[int, ...]
    """The atoms, by their places, that are assumed."""
    presupposes: Mapping[int, list[int]]
    """Of each atom that applies only where something holds, by its place: all that it presupposes."""


def explorable(reasoning: Reasoning, setting: Setting) -> Explorable:
    """Everything that the browser needs in order to reason in this scope."""
    index = setting.theory.index
    literals = [Literal(atom, holds) for atom in index.atoms for holds in (False, True)]
    failures = {atom for atom in index.atoms if setting.names.kind(atom) is TermKind.FAILURE}
    bad = [literal for literal in literals if not literal.holds or literal.atom in failures]
    facts = [literal for literal in literals if literal.atom not in reasoning.knowledge.terms]
    good = _missable(reasoning, setting, (Literal(atom) for atom in index.atoms if atom not in failures))
    every = _missable(reasoning, setting, bad)
    clauses = []
    for clause in index.clauses:
        record = record_of(setting, clause.name)
        conclusion = None if clause.conclusion is None else index.number(clause.conclusion)
        turns = isinstance(record, Implication) and not record.converse
        clauses.append((clause.name, [index.number(one) for one in clause.premises], conclusion, record.id, turns))
    candidates = good | set(index.numbers(facts))
    presupposes = {
        index.number(Literal(atom)) >> 1: index.numbers(presupposed_by(setting, (atom,)))
        for atom in setting.presupposing
    }
    return Explorable(
        atoms=tuple(index.atoms),
        phrases=tuple(_words(setting.names.phrase(literal)) for literal in literals),
        clauses=tuple(clauses),
        candidates=tuple(sorted(candidates)),
        failures=tuple(sorted(every - candidates)),
        bad=tuple(index.numbers(bad)),
        properties=tuple(index.numbers(properties(reasoning, setting))),
        names=tuple(setting.names.name(atom) if atom in setting.names.terms else None for atom in index.atoms),
        conditions=tuple(sorted(index.number(Literal(atom)) >> 1 for atom in setting.conditions)),
        presupposes=presupposes,
    )


def _missable(reasoning: Reasoning, setting: Setting, goals: Iterable[Literal]) -> set[int]:
    """What may be missing for some of these goals, all of them good or none.

    For each it is the same but for the goal's own atom, so that two about different atoms tell it for all.
    """
    two = islice({goal.atom: goal for goal in goals}.values(), 2)
    return {number for goal in two for number in setting.theory.index.numbers(primitives(reasoning, setting, goal))}


def _words(sentence: Sentence) -> Words:
    return [_named(part) if isinstance(part, Named) else str(part) for part in sentence]


def _named(name: Named) -> list[str | int]:
    return [name.term, name.words, *([1] if name.begins_small else [])]
