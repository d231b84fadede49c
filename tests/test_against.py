"""A small run of `tests/against.py`: all engines agree, and what does not is noticed."""

import random

import pytest

from hornbook.logic import Clause, Literal, Theory, Verdict
from tests import against
from tests.effort import tries


def test_all_engines_agree() -> None:
    came = against.tried(seed=7, theories=tries(400), damages=tries(1000), every=10)
    assert came.keys() >= {*map(str, Verdict), "by all engines", "damaged"}


def test_the_theories_have_all_that_glossaries_have() -> None:
    chance = random.Random(3)
    clauses = [clause for _ in range(200) for clause in against.theory_of(chance).clauses]
    assert any(not clause.premises for clause in clauses)
    assert any(clause.conclusion is None for clause in clauses)
    assert any(clause.conclusion in clause.premises for clause in clauses)
    assert any({*clause.premises} & {one.negated() for one in clause.premises} for clause in clauses)
    assert any(len({*clause.premises}) < len(clause.premises) for clause in clauses)


def test_what_others_do_not_say_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    theory = Theory((Clause("c", (Literal("a"),), Literal("b")),))
    assert against.agreed(theory, [Literal("a")], Literal("b")) is Verdict.FOLLOWS
    monkeypatch.setattr(against, "judged", lambda *_: Verdict.OPEN)
    with pytest.raises(against.DisagreementError):
        against.agreed(theory, [Literal("a")], Literal("b"))
