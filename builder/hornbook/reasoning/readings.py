"""Examples read in each framework: what their facts give there, alone and under the choices that judgements make."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hornbook.logic import Consequences, Literal, consequences
from hornbook.model import Example
from hornbook.reasoning.presuppositions import applying_given
from hornbook.reasoning.scopes import Reasoning, Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An example in which a literal holds, as one framework reads it."""

    example: str
    framework: str
    assuming: tuple[Literal, ...]
    """What a judgement assumes besides the facts; nothing where the facts alone are enough."""
    literal: Literal
    given: bool
    """It is one of the facts, not a consequence of them."""
    if_it_applies: bool = False
    """What the atom presupposes neither holds nor fails there."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What the frameworks make of the examples."""

    by_atom: Mapping[str, tuple[Reading, ...]]
    """For each atom, the examples in which it holds or fails, by example, framework and assumption."""
    unsettled: tuple[tuple[str, str], ...]
    """Examples and the frameworks in which more may follow of them: finding out takes too many steps."""

    def of(self, atom: str) -> tuple[Reading, ...]:
        """The examples in which an atom holds or fails; nothing for an atom that no example reaches."""
        return self.by_atom.get(atom, ())

    def unsettled_for(self, reasoning: Reasoning, atom: str) -> tuple[tuple[str, str], ...]:
        """The examples, with the framework, in which it is not settled whether an atom holds."""
        settled = {(one.example, one.framework) for one in self.of(atom)}
        return tuple(
            (example, framework)
            for example, framework in self.unsettled
            if atom in reasoning.framework(framework).theory.atoms and (example, framework) not in settled
        )


def facts_in(setting: Setting, example: Example) -> tuple[Literal, ...]:
    """The facts of an example that count in the framework of a setting and that the setting knows."""
    framework, terms = setting.framework.id, setting.names.terms
    return tuple(
        fact.literal
        for fact in example.facts
        if fact.atom in setting.theory.atoms
        and fact.counts(framework, setting.names.facts, len(terms[fact.atom].senses) if fact.atom in terms else 0)
    )


def what_follows(reasoning: Reasoning, setting: Setting, facts: Iterable[Literal]) -> Consequences:
    """All literals that facts give in a setting, beyond what holds anyway; found once in a run."""
    known = tuple(sorted(set(facts)))
    inquiry = (setting.scope, known)
    return reasoning.inquiries.once(
        Consequences, inquiry, lambda: consequences(setting.theory, known, setting.share, alternatives=False)
    )


def read_examples(reasoning: Reasoning) -> Readings:
    """Read every example in every framework."""
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    unsettled = []
    for example in reasoning.knowledge.examples.values():
        for framework in reasoning.knowledge.frameworks:
            setting = reasoning.framework(framework)
            for reading in _readings(reasoning, setting, example):
                found[reading.literal.atom].append(reading)
            facts = facts_in(setting, example)
            if facts and not what_follows(reasoning, setting, facts).complete:
                unsettled.append((example.id, framework))
    return Readings({atom: tuple(readings) for atom, readings in found.items()}, tuple(unsettled))


def _readings(reasoning: Reasoning, setting: Setting, example: Example) -> Iterator[Reading]:
    facts = facts_in(setting, example)
    if not facts:
        return
    judgements = (one.claim for one in example.judgements if one.claim.scope.framework == setting.framework.id)
    assumptions = dict.fromkeys([(), *(claim.assuming for claim in judgements)])
    known = set(facts)
    for fact in facts:
        yield Reading(example=example.id, framework=setting.framework.id, assuming=(), literal=fact, given=True)
    for assuming in assumptions:
        applying = applying_given(reasoning, setting, (*facts, *assuming))
        for literal in what_follows(reasoning, setting, (*facts, *assuming)).literals:
            if literal not in known and literal.atom not in applying.not_applying:
                yield Reading(
                    example=example.id,
                    framework=setting.framework.id,
                    assuming=assuming,
                    literal=literal,
                    given=False,
                    if_it_applies=literal.atom in applying.unsure,
                )
                if not assuming:
                    known.add(literal)
