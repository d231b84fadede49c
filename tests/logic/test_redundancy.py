"""What is advised to leave out can be left out, all of it at once."""

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Clause, Literal, Proof, StepKind, Theory, ask, redundant, verify, verify_contradiction
from hornbook.logic.entailment import QUESTION_STEPS
from hornbook.logic.redundancy import Redundancy
from hornbook.logic.values import Answer, Verdict
from tests.logic.theories import disjunctive_theories, models_of, pigeonhole, satisfies, theories

A, B, C = (Literal(atom) for atom in "abc")


def last_to_first(theory: Theory) -> list[tuple[str, ...]]:
    """Every clause by itself."""
    return [(clause.name,) for clause in reversed(theory.clauses)]


def proofs_of(found: Redundancy) -> dict[str, Proof]:
    assert found.complete
    return {name: answer.proof for name, answer in found.answers.items() if answer.proof is not None}


@st.composite
def asked(draw: st.DrawFn) -> tuple[Theory, list[tuple[str, ...]], list[str]]:
    """A theory with some of its clauses as units of one or two, of which some are kept for other reasons."""
    theory = draw(theories(most=6) | disjunctive_theories())
    names = draw(st.permutations([clause.name for clause in theory.clauses]))
    names = names[: draw(st.integers(0, len(names)))]
    units, place = [], 0
    while place < len(names):
        size = draw(st.integers(1, 2))
        units.append(tuple(names[place : place + size]))
        place += size
    waived = [unit[0] for unit in units if draw(st.booleans())]
    return theory, units, waived


def give(theory: Theory, names: Iterable[str], unit: Sequence[str]) -> bool:
    """Whether the clauses of these names give all of a unit, by the truth table."""
    left = Theory(tuple(clause for clause in theory.clauses if clause.name in set(names)), theory.atoms)
    wanted = [clause for clause in theory.clauses if clause.name in unit]
    return all(satisfies(model, wanted) for model in models_of(left))


@given(asked())
def test_each_unit_goes_in_turn_if_those_that_are_left_give_it_and_waived_ones_support_nothing(
    question: tuple[Theory, list[tuple[str, ...]], list[str]],
) -> None:
    theory, units, waived = question
    left, gone = {clause.name for clause in theory.clauses}, list[str]()
    for excused in (True, False):
        for unit in units:
            if (not set(waived).isdisjoint(unit)) is excused and give(theory, left - set(unit), unit):
                left -= set(unit)
                if not excused:
                    gone += unit
    found = redundant(theory, units, waived)
    assert found.complete
    assert list(found.answers) == gone


@given(theories() | disjunctive_theories())
def test_all_that_goes_can_go_together_and_no_more(theory: Theory) -> None:
    gone = redundant(theory, last_to_first(theory)).answers
    left = [clause.name for clause in theory.clauses if clause.name not in gone]
    assert give(theory, left, list(gone))
    assert not any(give(theory, set(left) - {name}, [name]) for name in left)


@given(asked())
def test_proofs_use_only_what_is_left(question: tuple[Theory, list[tuple[str, ...]], list[str]]) -> None:
    theory, units, waived = question
    named = {clause.name: clause for clause in theory.clauses}
    answers = redundant(theory, units, waived).answers
    kept = [clause for clause in theory.clauses if clause.name not in answers]
    for name, answer in answers.items():
        clause = named[name]
        assert answer.proof is not None
        if answer.verdict is Verdict.CONTRADICTORY:
            assert verify_contradiction(kept, clause.premises, answer.proof) is None
        else:
            assert clause.conclusion is not None
            assert verify(kept, clause.premises, clause.conclusion, answer) is None


@given(theories() | disjunctive_theories(), st.integers(0, 200))
def test_with_a_limit_fewer_go_and_it_is_said(theory: Theory, limit: int) -> None:
    everything = redundant(theory, last_to_first(theory))
    found = redundant(theory, last_to_first(theory), limit=limit)
    assert found.complete <= (list(found.answers) == list(everything.answers))
    assert list(found.answers) == [name for name in everything.answers if name in found.answers]


def test_what_is_too_hard_is_said_to_be_unfinished() -> None:
    theory = pigeonhole(9, 8)
    found = redundant(theory, last_to_first(theory), limit=20_000)
    assert not found.complete


@pytest.mark.parametrize(
    ("number", "limit", "each"),
    [
        (3, 90_000, 30_000),
        (3, 90_002, 30_000),
        (3, 9 * QUESTION_STEPS, QUESTION_STEPS),
        (1, 90_000, 90_000),
    ],
)
def test_all_proofs_together_take_no_more_steps_than_there_are(
    monkeypatch: pytest.MonkeyPatch, number: int, limit: int, each: int
) -> None:
    shares = list[int]()

    def noted(theory: Theory, premises: Sequence[Literal], conclusion: Literal, limit: int) -> Answer:
        shares.append(limit)
        return ask(theory, premises, conclusion, limit)

    monkeypatch.setattr("hornbook.logic.redundancy.ask", noted)
    theory = Theory(tuple(Clause(f"c{place}", (A,), B) for place in range(number + 1)))
    assert len(redundant(theory, last_to_first(theory), limit=limit).answers) == number
    assert shares == [each] * number


def test_of_two_that_say_the_same_the_last_goes() -> None:
    theory = Theory((Clause("one", (A,), B), Clause("two", (A,), B)))
    assert {
        name: proof.steps[-1].clause for name, proof in proofs_of(redundant(theory, last_to_first(theory))).items()
    } == {"two": "one"}


def test_what_is_kept_for_other_reasons_supports_nothing_and_is_not_advised() -> None:
    theory = Theory((Clause("one", (A,), B), Clause("two", (A,), B), Clause("three", (A,), B)))
    assert list(redundant(theory, last_to_first(theory), ["one"]).answers) == ["three"]
    assert list(redundant(theory, last_to_first(theory), ["three"]).answers) == ["two"]
    assert list(redundant(theory, last_to_first(theory), ["one", "two"]).answers) == []


def test_a_unit_goes_whole_or_not_at_all() -> None:
    theory = Theory((Clause("ab", (A,), B), Clause("ab again", (A,), B), Clause("ac", (A,), C)))
    assert list(redundant(theory, [("ab again", "ac")]).answers) == []
    assert list(redundant(theory, [("ab again",), ("ac",)]).answers) == ["ab again"]


@pytest.mark.parametrize(("fact", "given"), [(A, B), (B, A), (A.negated(), B), (B, A.negated())])
def test_what_a_clause_alone_gives_does_not_give_the_clause(fact: Literal, given: Literal) -> None:
    theory = Theory((Clause("fact", (), fact), Clause("rule", (fact,), given), Clause("other", (C,), C)))
    assert list(redundant(theory, [("rule",), ("other",)]).answers) == ["other"]
    assert list(redundant(theory, [("fact",), ("rule",)]).answers) == []


def test_none_of_two_facts_that_contradict_each_other_is_given_by_the_other() -> None:
    theory = Theory((Clause("yes", (), A), Clause("no", (), A.negated())))
    assert list(redundant(theory, [("no",), ("yes",)]).answers) == []


@pytest.mark.parametrize("facts", [[C], [A, C]])
def test_what_could_not_go_still_gives_what_is_tried_after_it(facts: list[Literal]) -> None:
    told = [Clause(f"fact {fact}", (), fact) for fact in facts]
    d, e = Literal("d"), Literal("e")
    theory = Theory((*told, Clause("with c", (C, d), e), Clause("without", (d,), e)))
    assert list(redundant(theory, [[clause.name for clause in told], ("without",)]).answers) == ["without"]


def test_one_clause_alone_stays() -> None:
    assert list(redundant(Theory((Clause("or", (A.negated(),), B),)), [("or",)]).answers) == []


def test_what_is_not_proved_within_the_steps_is_not_told_and_that_is_said() -> None:
    rows = range(4)
    ways = [(A if row & 1 else A.negated(), B if row & 2 else B.negated()) for row in rows]
    theory = Theory((*(Clause(f"c{row}", way, C) for row, way in enumerate(ways)), Clause("d", (Literal("d"),), C)))
    found = [redundant(theory, [("d",)], limit=limit) for limit in range(400)]
    assert {(one.complete, *one.answers) for one in found} == {(False,), (True, "d")}
    assert all(answer.verdict is Verdict.FOLLOWS for one in found for answer in one.answers.values())


def test_a_tautology_is_proved_from_its_premise() -> None:
    (step,) = proofs_of(redundant(Theory((Clause("same", (A,), A),)), [("same",)]))["same"].steps
    assert (step.kind, step.literal) == (StepKind.GIVEN, A)


def test_contradictory_premises_are_shown_to_clash() -> None:
    theory = Theory((Clause("never", (A, A.negated()), B),))
    assert proofs_of(redundant(theory, [("never",)]))["never"].steps[-1].kind is StepKind.CLASH


def test_premises_that_the_others_make_impossible_are_shown_to_be_so() -> None:
    e, f = Literal("e"), Literal("f")
    theory = Theory(
        (
            Clause("abc", (A, B), C),
            Clause("be", (B,), e),
            Clause("bf", (B,), f),
            Clause("aef", (A, e, f), None),
        )
    )
    proofs = proofs_of(redundant(theory, last_to_first(theory)))
    assert [step.clause for step in proofs["abc"].steps] == [None, None, "be", "bf", "aef"]
    assert list(proofs) == ["abc"]


def test_a_fact_that_the_others_give_is_redundant() -> None:
    theory = Theory((Clause("b", (), B), Clause("a", (), A), Clause("ab", (A,), B)))
    proofs = proofs_of(redundant(theory, last_to_first(theory)))
    assert {name: proof.steps[-1].clause for name, proof in proofs.items()} == {"ab": "b"}


def test_impossible_premises_of_an_impossibility_are_shown_by_the_others() -> None:
    theory = Theory((Clause("ab", (A, B), None), Clause("abc", (A, B, C), None)))
    proofs = proofs_of(redundant(theory, last_to_first(theory)))
    assert [step.clause for step in proofs["abc"].steps] == [None, None, "ab"]
    assert list(proofs) == ["abc"]


def test_facts_beside_it_are_not_gone_through_again_for_each_clause() -> None:
    facts = [Clause(f"f{place:03}", (), Literal(f"{place:03}")) for place in range(400)]
    chains = [Clause(f"c{place:03}", (Literal(f"{place:03}-a"),), Literal(f"{place:03}-b")) for place in range(400)]
    theory = Theory((*facts, *chains, Clause("twice", (Literal("007-a"),), Literal("007-b"))))
    found = redundant(theory, [(clause.name,) for clause in (*theory.clauses[400:],)], limit=3_000)
    assert found.complete
    assert list(found.answers) == ["c007"]
