"""Lean: each proof proves its theorem, which says what was asked; also by Lean itself, where it is found."""

import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from hornbook.logic import Clause, Literal, Theory, Verdict
from hornbook.provers import lean_theorem
from hornbook.provers.lean import HEAD
from tests.provers.lean_checker import Refused, Theorem, theorems_of
from tests.provers.made_questions import Put, hard, put, questions, words

FALSE = "False"


def type_of(literal: Literal | None) -> object:
    if literal is None:
        return FALSE
    return f"«{literal.atom}»" if literal.holds else (f"«{literal.atom}»", FALSE)


def implication(clause: Clause) -> object:
    said = type_of(clause.conclusion)
    for premise in reversed(clause.premises):
        said = (type_of(premise), said)
    return said


def text_of(*asked_of: Put) -> str:
    return "\n".join((HEAD, "", *(lean_theorem(theory, asked, *words(theory, asked)) for theory, asked in asked_of)))


def says_what_was_asked(theorem: Theorem, asked_of: Put) -> None:
    theory, asked = asked_of
    clauses = {f"«by {one.name}»": implication(one) for one in theory.clauses}
    taken = {f"«given {one}»": type_of(one) for one in asked.given}
    assert theorem.hypotheses.items() <= (clauses | taken).items()
    proved = {Verdict.FOLLOWS: asked.goal, Verdict.REFUTED: asked.goal.negated(), Verdict.CONTRADICTORY: None}
    assert isinstance(asked.answer.verdict, Verdict)
    assert theorem.proves == type_of(proved[asked.answer.verdict])


@given(questions())
def test_each_proof_proves_what_was_asked(asked_of: Put) -> None:
    if asked_of[1].answer.proof is None:
        return
    (theorem,) = theorems_of(text_of(asked_of))
    says_what_was_asked(theorem, asked_of)


def test_cases_and_lemmas_prove_what_was_asked() -> None:
    for asked_of, theorem in zip(hard(), theorems_of(text_of(*hard())), strict=True):
        says_what_was_asked(theorem, asked_of)


def test_ids_that_mean_something_to_lean_are_names_all_the_same() -> None:
    ids = ("from", "end", "by", "fun", "theorem", "prop", "step", "given", "false", "1")
    chain = pairwise(ids)
    theory = Theory(tuple(Clause(f"{one}/{other}", (Literal(one),), Literal(other)) for one, other in chain))
    asked_of = put(theory, [Literal("from")], Literal("1"))
    (theorem,) = theorems_of(text_of(asked_of))
    says_what_was_asked(theorem, asked_of)


def test_what_a_stranger_wrote_stays_within_its_comment() -> None:
    theory, asked = put(Theory((Clause("one", (Literal("a"),), Literal("b")),)), [Literal("a")], Literal("b"))
    evil = "-/ so\naxiom bad : False\r\x85axiom bad : False\u2028axiom bad : False"
    text = lean_theorem(theory, asked, dict.fromkeys("ab", evil), {"one": evil})
    assert [line for line in text.splitlines() if line.lstrip().startswith("axiom")] == []
    assert len(theorems_of(f"{HEAD}\n\n{text}")) == 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("«by one» «given a»", "«given a»"),
        ("«by one» «given a»", "«by one»"),
        ("«by one» «given a»", "«by one» «given b»"),
        ("«a» → «b»", "«b» → «a»"),
        ("    : «b» := by", "    : «a» := by"),
        ("    : «b» := by", "    : ¬«b» := by"),
        ("exact", "sorry"),
        ("(«given a» : «a»)", "(«given a» : False)"),
    ],
)
def test_the_reader_of_these_tests_refuses_what_is_no_proof(right: str, wrong: str) -> None:
    text = text_of(put(Theory((Clause("one", (Literal("a"),), Literal("b")),)), [Literal("a")], Literal("b")))
    assert right in text
    with pytest.raises(Refused):
        theorems_of(text.replace(right, wrong))


@pytest.mark.skipif(shutil.which("lean") is None, reason="there is no Lean here")
def test_lean_accepts_them(tmp_path: Path) -> None:
    file = tmp_path / "theorems.lean"
    file.write_text(text_of(*hard()), encoding="utf-8")
    found = subprocess.run(["lean", str(file)], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout + found.stderr) == (0, "")
