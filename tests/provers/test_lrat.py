"""CNF and LRAT: a solver finds what was expected, and a checker that shares nothing with us accepts the proofs.

A damaged proof is refused whenever it is really wrong: truth tables say so, and not the checker that is tried.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from pysat.formula import CNF
from pysat.solvers import Cadical153

from hornbook.logic import Clause, Literal, StepKind, Theory, Verdict, ask
from hornbook.provers import Expected, Taken, cnf_of, dimacs, lrat, problems_of
from tests.provers import lrat_checker
from tests.provers.lrat_checker import Refused, check, clauses_of
from tests.provers.made_questions import Put, hard, put, questions, words

DAMAGED = 10_000


def written(asked_of: Put) -> Iterator[tuple[Expected, str, str | None]]:
    """For each problem of a question what is expected, its CNF, and its LRAT if it has one."""
    theory, asked = asked_of
    for problem in problems_of(asked.answer):
        cnf = cnf_of(theory, asked.taken(problem))
        proof = asked.answer.proof if problem.expected is Expected.UNSAT else None
        text = dimacs(cnf, [asked.words], *words(theory, asked), problem.model)
        yield problem.expected, text, None if proof is None else lrat(cnf, proof)


def satisfied(text: str) -> bool:
    with Cadical153(bootstrap_with=CNF(from_string=text)) as solver:
        found: bool = solver.solve()
    return found


def holds_up(asked_of: Put) -> None:
    for expected, text, proof in written(asked_of):
        assert satisfied(text) is (expected is Expected.SAT)
        if proof is not None:
            check(text, proof)
        _, told, rest = text.partition("\nc assignment: ")
        assert bool(told) is (expected is Expected.SAT)
        if told:
            true = {int(word) for word in rest.partition("p cnf")[0].split() if word != "c"}
            assert all(true & set(clause) for clause in clauses_of(text).values())


@given(questions())
def test_every_answer_is_what_a_solver_finds_and_every_proof_is_accepted(asked_of: Put) -> None:
    holds_up(asked_of)


def test_cases_and_lemmas_are_accepted() -> None:
    kinds = {step.kind for _, asked in hard() if asked.answer.proof for step in asked.answer.proof.steps}
    assert kinds >= {StepKind.CASES, StepKind.LEMMA, StepKind.BY_LEMMA, StepKind.SUPPOSED}
    for asked_of in hard():
        holds_up(asked_of)


@cache
def undamaged() -> list[tuple[str, str]]:
    """Small proofs with all that there is in them."""
    asked = (*hard(pigeons=3), hard()[0])
    return [(text, proof) for asked_of in asked for _, text, proof in written(asked_of) if proof is not None]


def test_a_damaged_proof_is_refused() -> None:
    chance = random.Random(17)
    refused = tried = 0
    while refused < DAMAGED:
        tried += 1
        assert tried < 4 * DAMAGED  # most damage must be such that the proof is wrong
        text, proof = chance.choice(undamaged())
        harmed = damaged(chance, proof, len(clauses_of(text)))
        if is_wrong(text, harmed):
            with pytest.raises(Refused):
                check(text, harmed)
            refused += 1


@cache
def tables(text: str) -> tuple[int, dict[int, int]]:
    """All assignments to the variables of a CNF as bits of a number, and of each literal those in which it is true."""
    _, _, atoms, _ = next(line for line in text.splitlines() if line.startswith("p cnf")).split()
    everything = (1 << (1 << int(atoms))) - 1
    true: dict[int, int] = {}
    for atom in range(1, int(atoms) + 1):
        half = 1 << (atom - 1)
        block = ((1 << half) - 1) << half
        true[atom] = sum(block << start for start in range(0, 1 << int(atoms), 2 * half))
        true[-atom] = everything ^ true[atom]
    return everything, true


@cache
def stated(text: str) -> dict[int, int]:
    """Of each clause of a CNF the assignments in which it is true."""
    _, true = tables(text)
    return {number: any_of(clause, true) for number, clause in clauses_of(text).items()}


def any_of(clause: list[int], true: dict[int, int]) -> int:
    found = 0
    for literal in clause:
        found |= true[literal]
    return found


def is_wrong(text: str, proof: str) -> bool:
    """Whether some clause does not follow from what it is said to follow from, in whatever order; or none is empty."""
    everything, true = tables(text)
    known = dict(stated(text))
    for line in proof.splitlines():
        number, *rest = map(int, line.split())
        middle = rest.index(0)
        together = everything
        for hint in rest[middle + 1 : -1]:
            if hint not in known:
                return True
            together &= known[hint]
        known[number] = any_of(rest[:middle], true)
        if together & ~known[number]:
            return True
        if not middle:
            return False
    return True


def damaged(chance: random.Random, proof: str, clauses: int) -> str:
    """The proof with one thing changed: a hint, a literal, a line that is gone, or its end."""
    lines = proof.splitlines()
    place = chance.randrange(len(lines))
    number, *rest = map(int, lines[place].split())
    middle = rest.index(0)
    clause, hints = rest[:middle], rest[middle + 1 : -1]
    match chance.randrange(6):
        case 0:
            del hints[chance.randrange(len(hints))]
        case 1:
            hints[chance.randrange(len(hints))] = chance.randrange(1, clauses + len(lines) + 1)
        case 2 if clause:
            del clause[chance.randrange(len(clause))]
        case 3 if clause:
            clause[chance.randrange(len(clause))] *= -1
        case 4:
            return "\n".join((*lines[:place], *lines[place + 1 :]))
        case _:
            return "\n".join(lines[:place])
    changed = " ".join(map(str, (number, *clause, 0, *hints, 0)))
    return "\n".join((*lines[:place], changed, *lines[place + 1 :]))


@pytest.mark.parametrize(
    "proof",
    ["", "x", "4", "4 0", "4 0 1", "4 0 0 0", "4 1 0 0", "3 0 1 2 0", "4 0 9 0", "4 0 -1 2 0", "4 d 9 0\n5 0 1 2 3 0"],
)
def test_what_is_no_proof_is_refused(proof: str) -> None:
    with pytest.raises(Refused):
        check("p cnf 2 3\n1 0\n-1 2 0\n-2 0\n", proof)


def test_clauses_may_be_forgotten_and_then_serve_no_more() -> None:
    text = "p cnf 2 3\n1 0\n-1 2 0\n-2 0\n"
    check(text, "4 2 0 1 2 0\n4 d 1 2 0\n5 0 4 3 0\n")
    with pytest.raises(Refused):
        check(text, "4 d 2 0\n5 0 1 2 3 0\n")


def test_the_checker_is_small_and_shares_nothing_with_the_builder() -> None:
    source = Path(lrat_checker.__file__).read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 80
    assert "import" not in source


def test_clauses_that_say_nothing_are_left_out() -> None:
    theory = Theory((Clause("idle", (Literal("a"),), Literal("a")), Clause("not-both", (Literal("a"),) * 2, None)))
    assert cnf_of(theory, [Literal("b"), Literal("b")]).clauses == ((-1,), (2,))


def test_what_is_left_of_a_contradictory_theory_without_atoms() -> None:
    theory = Theory((Clause("never", (), None),))
    asked_of = put(theory, [], Literal("a"))
    assert asked_of[1].answer.verdict is Verdict.CONTRADICTORY
    ((expected, text, proof),) = written(asked_of)
    assert (expected, proof) == (Expected.UNSAT, "2 0 1 0\n")
    check(text, proof or "")


def test_a_question_that_is_not_settled_has_no_answer() -> None:
    theory, asked = hard()[0]
    unsettled = replace(asked, answer=ask(theory, asked.given, asked.goal, limit=1))
    problems = [(problem.taken, problem.expected, problem.model) for problem in problems_of(unsettled.answer)]
    assert problems == [(Taken.WITH, Expected.UNKNOWN, None), (Taken.WITHOUT, Expected.UNKNOWN, None)]


def test_what_a_stranger_wrote_stays_within_its_comment() -> None:
    theory, asked = put(Theory((Clause("one", (Literal("a"),), Literal("b")),)), [], Literal("a"))
    atoms, clauses = words(theory, asked)
    ends = "\n\r\x0b\x0c\x1c\x85\u2028\u2029"
    evil = f"so{ends}1 0{ends}p cnf 9 9"
    text = dimacs(cnf_of(theory, []), [evil], dict.fromkeys(atoms, evil), dict.fromkeys(clauses, evil), None)
    assert [line for line in text.splitlines() if not line.startswith("c ")] == ["p cnf 2 1", "-1 2 0"]


def test_no_comment_is_longer_than_readers_take() -> None:
    asked_of = put(Theory((), frozenset(f"atom-{number}" for number in range(2_000))), [], Literal("atom-0"))
    atoms, clauses = words(*asked_of)
    long = "\U0001d54f" * 5_000
    cnf = cnf_of(asked_of[0], [])
    text = dimacs(cnf, [long], atoms | {"atom-1": long}, clauses, asked_of[1].answer.model_with)
    assert max(len(line.encode()) for line in text.splitlines()) < 1_024
    assert text.count("\U0001d54f") == 10_000
    assert "-2000 0" in text.replace("\nc ", " ")
