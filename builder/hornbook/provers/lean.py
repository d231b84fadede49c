"""Proofs as theorems of Lean 4, without any library: terms of propositional logic, one `have` for each step.

A theorem takes as hypotheses what is given and the implications that the proof uses, and no others. A step under
suppositions is proved as the implication from them, so that every step stands at the same level.

Names are quoted, `«…»`, since ids have hyphens. Atoms are called by their ids; all other names have a blank, which no
id has.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from hornbook.identity import Itself
from hornbook.logic import Clause, Literal, Proof, Step, StepKind, Theory, Verdict
from hornbook.provers.comments import commented
from hornbook.provers.problems import Asked

HEAD = "set_option linter.unusedVariables false"
"""What a file of theorems begins with: hypotheses that a proof has no use for are meant."""
_DENIED = "«its denial»"
"""Supposed where a literal is proved by what its negation leads to."""


def lean_theorem(theory: Theory, asked: Asked, atoms: Mapping[str, str], clauses: Mapping[str, str]) -> str:
    """A question whose answer has a proof as a theorem; of a contradiction it proves `False` from what is given."""
    proof = asked.answer.proof
    assert proof is not None
    theorem = _Theorem(theory, proof)
    proved = proof.steps[-1].literal
    mentioned = {literal.atom for literal in (*asked.given, asked.goal, *theorem.literals())}
    lines = [
        *commented("--", (f"{asked.words}: {asked.answer.verdict}",)),
        f"theorem «question {asked.name}»",
        *(f"    («{atom}» : Prop)  {_comment(atoms[atom])}" for atom in sorted(mentioned)),
        *(f"    ({_by(one.name)} : {_implication(one)})  {_comment(clauses[one.name])}" for one in theorem.used),
        *(f"    ({_given(literal)} : {_type(literal)})" for literal in asked.given),
        f"    : {_type(proved)} := by",
        *theorem.lines(),
    ]
    assert (proved is None) is (asked.answer.verdict is Verdict.CONTRADICTORY)
    return "\n".join((*lines, ""))


@lru_cache(maxsize=8)
def _places(key: Itself[Theory]) -> Mapping[str, int]:
    """Where each clause of a theory stands, by its name; one theory has many theorems."""
    return {clause.name: place for place, clause in enumerate(key.values[0].clauses)}


class _Theorem:
    """One proof on its way into Lean."""

    def __init__(self, theory: Theory, proof: Proof) -> None:
        self._steps = proof.steps
        places = _places(Itself(theory))
        used = {step.clause for step in proof.steps if step.clause is not None and step.clause in places}
        self.used = [theory.clauses[place] for place in sorted(places[name] for name in used)]
        """The clauses that it uses, in the order of the theory."""
        self._named = {clause.name: clause for clause in self.used}

    def literals(self) -> Iterator[Literal]:
        """The literals of the clauses used."""
        return (literal for clause in self.used for literal in clause.literals())

    def lines(self) -> Iterator[str]:
        """A line for each step that concludes something, and the last."""
        for number, step in enumerate(self._steps):
            if step.kind in {StepKind.GIVEN, StepKind.SUPPOSED, StepKind.LEMMA}:
                continue
            said = " → ".join((*map(_type, step.under), _type(step.literal)))
            under = "".join(f"fun {_supposed(number)} => " for number in range(len(step.under)))
            yield f"  have {_step(number)} : {said} := {under}{self._term(step)}"
        yield f"  exact {self._proved(len(self._steps) - 1)}"

    def _proved(self, number: int) -> str:
        """A term for what an earlier step concludes, within the same suppositions."""
        step = self._steps[number]
        match step.kind:
            case StepKind.GIVEN:
                assert step.literal is not None
                return _given(step.literal)
            case StepKind.SUPPOSED:
                return _supposed(len(step.under) - 1)
            case _:
                return _applied(_step(number), map(_supposed, range(len(step.under))))

    def _term(self, step: Step) -> str:
        match step.kind:
            case StepKind.CASES:
                return self._by_cases(step)
            case StepKind.CLASH:
                positive, negative = map(self._proved, step.premises)
                return f"{negative} {positive}"
            case StepKind.BY_LEMMA:
                return self._by_lemma(step)
            case _:
                assert step.clause is not None
                clause = self._named[step.clause]
                known = dict(zip(self._needed(step), map(self._proved, step.premises), strict=True))
                return _used(_by(clause.name), clause, known, step.literal)

    def _needed(self, step: Step) -> Iterator[Literal]:
        """What the premises of a step conclude."""
        for premise in step.premises:
            literal = self._steps[premise].literal
            assert literal is not None
            yield literal

    def _by_lemma(self, step: Step) -> str:
        lemma, *grounds = step.premises
        (end,) = self._steps[lemma].premises
        outside = len(self._steps[lemma].under)
        together = self._steps[end].under[outside:]
        head = _applied(_step(end), map(_supposed, range(outside)))
        literals = (self._steps[ground].literal for ground in grounds)
        known = {literal: self._proved(ground) for literal, ground in zip(literals, grounds, strict=True) if literal}
        return _used(head, Clause("", together, None), known, step.literal)

    def _by_cases(self, step: Step) -> str:
        split = _supposed(len(step.under))
        atom = self._steps[step.premises[0]].under[-1].atom
        cases = []
        for end in step.premises:
            proved = self._proved(end)
            wasted = self._steps[end].literal is None and step.literal is not None
            cases.append(f"(fun {split} => {f'False.elim ({proved})' if wasted else proved})")
        return f"Or.elim (Classical.em «{atom}») {' '.join(cases)}"


def _used(head: str, clause: Clause, known: Mapping[Literal, str], wanted: Literal | None) -> str:
    """A term for one literal of a clause, or for the contradiction (None), from proofs that the others fail."""
    if wanted == clause.conclusion and (wanted is None or wanted.negated() not in clause.premises):
        return _applied(head, (known[premise] for premise in clause.premises))
    if wanted is not None:
        known = {**known, wanted.negated(): _DENIED}
    false = _applied(head, (known[premise] for premise in clause.premises))
    if clause.conclusion is not None:
        refuted = known[clause.conclusion.negated()]
        false = f"{refuted} ({false})" if clause.conclusion.holds else _applied(f"({false})", (refuted,))
    if wanted is None:
        return false
    supposed = f"fun {_DENIED} => {false}"
    return f"Classical.byContradiction ({supposed})" if wanted.holds else supposed


def _applied(head: str, arguments: Iterable[str]) -> str:
    """A function and its arguments; of those a name alone needs no brackets."""
    return " ".join((head, *(each if each.count("«") == 1 else f"({each})" for each in arguments)))


def _implication(clause: Clause) -> str:
    return " → ".join(map(_type, (*clause.premises, clause.conclusion)))


def _type(literal: Literal | None) -> str:
    if literal is None:
        return "False"
    return f"«{literal.atom}»" if literal.holds else f"¬«{literal.atom}»"


def _comment(words: str) -> str:
    return next(commented("--", (words,)))


def _by(clause: str) -> str:
    return f"«by {clause}»"


def _given(literal: Literal) -> str:
    return f"«given {literal}»"


def _step(number: int) -> str:
    return f"«step {number + 1}»"


def _supposed(depth: int) -> str:
    return f"«supposed {depth + 1}»"
