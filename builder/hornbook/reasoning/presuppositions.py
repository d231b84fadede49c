"""Presuppositions: under what the atoms of a question apply, and what follows where they do.

A framework says under what an atom applies. Verdicts know nothing of it: what is given still gives the goal or not.
What changes is what is said of them, and which situations are shown.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hornbook.language import later
from hornbook.logic import UNSETTLED, Answer, Literal, Proof, Verdict
from hornbook.reasoning.asking import answer_to, clash
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.sentences import Sentence, joined, said

IF_IT_APPLIES = later(", if the word applies")
"""What stands behind a value of an atom whose word may not apply."""


class Standing(StrEnum):
    """How what the atoms of a question presuppose stands to what is given."""

    GRANTED = "granted"
    """It follows from what is given, or nothing is presupposed."""
    UNSETTLED = "unsettled"
    """It neither follows nor fails."""
    DOES_NOT_APPLY = "does-not-apply"
    """Some of it fails, by what is given."""
    NOT_TOGETHER = "not-together"
    """Each may hold, but not all of it together."""


@dataclass(frozen=True, slots=True)
class Presupposed:
    """What the atoms of one question presuppose, and what comes of it."""

    literals: tuple[Literal, ...]
    """All that they presuppose, and what that presupposes; by id."""
    standing: Standing
    failing: Literal | None = None
    """DOES_NOT_APPLY: the first of the literals that fails."""
    atoms: tuple[str, ...] = ()
    """DOES_NOT_APPLY: the atoms of the question that presuppose it, by id."""
    proof: Proof | None = None
    """Of the failing literal's negation; NOT_TOGETHER: of the contradiction."""
    answer: Answer | None = None
    """UNSETTLED: what is answered once all of it is given."""


@dataclass(frozen=True, slots=True)
class Applying:
    """Which atoms apply where certain literals hold."""

    not_applying: frozenset[str]
    """What these presuppose fails."""
    unsure: frozenset[str]
    """What these presuppose neither holds nor fails."""


def presupposed_by(setting: Setting, atoms: Iterable[str]) -> tuple[Literal, ...]:
    """What these atoms presuppose, closed under presupposition; what the setting does not know is left out."""
    needed = {one.atom: one.under for one in setting.framework.all_presupposes}
    found: dict[Literal, None] = {}
    todo = [literal for atom in atoms for literal in needed.get(atom, ())]
    while todo:
        literal = todo.pop()
        if literal not in found:
            found[literal] = None
            todo += needed.get(literal.atom, ())
    return tuple(sorted(literal for literal in found if literal.atom in setting.theory.atoms))


def presupposed(reasoning: Reasoning, setting: Setting, given: Collection[Literal], goal: Literal) -> Presupposed:
    """How the presuppositions of a question stand to what it gives."""
    atoms = sorted({literal.atom for literal in (*given, goal)})
    literals = presupposed_by(setting, atoms)
    answers = {literal: answer_to(reasoning, setting, given, literal) for literal in literals}
    for literal, answer in answers.items():
        if answer.verdict is Verdict.CONTRADICTORY:
            return Presupposed(literals, Standing.GRANTED)
        if answer.verdict is Verdict.REFUTED:
            whose = tuple(atom for atom in atoms if literal in presupposed_by(setting, (atom,)))
            return Presupposed(literals, Standing.DOES_NOT_APPLY, literal, whose, answer.proof)
    if all(answer.verdict is Verdict.FOLLOWS for answer in answers.values()):
        return Presupposed(literals, Standing.GRANTED)
    together = clash(reasoning, setting, (*given, *literals))
    if together is not None and together.proof is not None:
        return Presupposed(literals, Standing.NOT_TOGETHER, proof=together.proof)
    answer = answer_to(reasoning, setting, (*given, *literals), goal)
    return Presupposed(literals, Standing.UNSETTLED, answer=answer)


_WORD_FAILS = later(
    "The word does not apply here: {words} applies only if {presupposed}, and what is given excludes that."
)
_WORDS_FAIL = later(
    "The words do not apply here: {words} apply only if {presupposed}, and what is given excludes that."
)
_OPPOSITE = later("Where the words apply, the opposite follows: they apply only if {presupposed}.")
_WHERE_THEY_APPLY = {
    Verdict.FOLLOWS: later("Where the words apply, it follows: they apply only if {presupposed}."),
    Verdict.REFUTED: _OPPOSITE,
    Verdict.CONTRADICTORY: _OPPOSITE,
    UNSETTLED: later(
        "Where the words apply, it was not settled within the limit of steps: they apply only if {presupposed}."
    ),
}


def presupposed_in_words(setting: Setting, answer: Answer, found: Presupposed) -> Sentence:
    """What there is to say of it beside the answer to the question; nothing where it changes nothing."""
    only_if = joined(map(setting.names.phrase, found.literals))
    match found.standing:
        case Standing.DOES_NOT_APPLY if found.failing is not None:
            words = joined(map(setting.names.named, found.atoms))
            message = _WORDS_FAIL if len(found.atoms) > 1 else _WORD_FAILS
            return said(message, words=words, presupposed=setting.names.phrase(found.failing))
        case Standing.NOT_TOGETHER:
            return said("The words cannot apply together here: they apply only if {presupposed}.", presupposed=only_if)
        case Standing.UNSETTLED if answer.verdict is Verdict.OPEN and found.answer is not None:
            if found.answer.verdict is Verdict.OPEN:
                return said("Shown where the words apply: {presupposed}.", presupposed=only_if)
            return said(_WHERE_THEY_APPLY[found.answer.verdict], presupposed=only_if)
        case _:
            return ()


def applying_in(setting: Setting, model: Mapping[str, bool]) -> Applying:
    """Which atoms apply in a situation where everything is settled."""
    failing = {atom for atom in setting.presupposing if not _all_hold(presupposed_by(setting, (atom,)), model)}
    return Applying(frozenset(failing), frozenset())


def applying_given(reasoning: Reasoning, setting: Setting, given: Collection[Literal]) -> Applying:
    """Which atoms apply where certain literals are given and the rest is unknown."""
    failing, unsure = set(), set()
    for atom in setting.presupposing:
        verdicts = {answer_to(reasoning, setting, given, one).verdict for one in presupposed_by(setting, (atom,))}
        if Verdict.REFUTED in verdicts:
            failing.add(atom)
        elif not verdicts <= {Verdict.FOLLOWS, Verdict.CONTRADICTORY}:
            unsure.add(atom)
    return Applying(frozenset(failing), frozenset(unsure))


def _all_hold(literals: Iterable[Literal], model: Mapping[str, bool]) -> bool:
    return all(model[literal.atom] is literal.holds for literal in literals)
