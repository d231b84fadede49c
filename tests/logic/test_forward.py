"""What a question on Horn clauses costs, and that it is answered as other clauses are."""

import random
import sys
import threading
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.logic import Checker, Clause, Literal, Theory, Verdict, ask, contradiction, verify
from tests.logic.theories import horn_clauses, literals

if TYPE_CHECKING:
    from _typeshed import TraceFunction

ATOMS = "abcdefg"
A, Z = Literal("a"), Literal("z")


@given(horn_clauses(ATOMS), st.lists(literals(ATOMS), max_size=3), literals(ATOMS))
def test_horn_clauses_are_answered_as_any_others_are(
    clauses: tuple[Clause, ...], taken: list[Literal], goal: Literal
) -> None:
    theory, any_theory = (Theory(clauses, frozenset(ATOMS)) for _ in range(2))
    assert theory.index.horn
    any_theory.index.horn = False
    assert ask(theory, taken, goal) == ask(any_theory, taken, goal)
    assert contradiction(theory, taken) == contradiction(any_theory, taken)
    assert verify(clauses, taken, goal, ask(theory, taken, goal)) is None


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of ours some work runs, loops within a line counted each time; in a thread of its own.

    Lines of others are not counted: Hypothesis listens to the garbage collector, which runs when it likes.
    """
    run = 0

    def count(frame: FrameType, event: str, _argument: object) -> "TraceFunction | None":
        nonlocal run
        if not frame.f_globals["__name__"].startswith("hornbook."):
            return None
        run += event == "line"
        return count

    def counted() -> None:
        sys.settrace(count)
        work()
        sys.settrace(None)

    thread = threading.Thread(target=counted)
    thread.start()
    thread.join()
    return run


def chains(number: int) -> list[Clause]:
    """Disjoint chains of ten; each atom also needs a witness of its own, which is given."""
    clauses = []
    for chain in range(number):
        atoms = [Literal(f"{chain:04}-{place}") for place in range(11)]
        witnesses = [Literal(f"{chain:04}-{place}-seen") for place in range(11)]
        for place, (one, other) in enumerate(pairwise(atoms)):
            clauses.append(Clause(f"c{chain:04}-{place}", (one, witnesses[place]), other))
            clauses.append(Clause(f"w{chain:04}-{place}", (), witnesses[place]))
    return clauses


def star(number: int) -> list[Clause]:
    """Many atoms give one, which gives another one."""
    rays = [Clause(f"c{ray:04}", (Literal(f"{ray:04}-0"),), Literal("hub")) for ray in range(number)]
    return [*rays, Clause("end", (Literal("hub"),), Literal("0000-10"))]


def wheel(number: int) -> list[Clause]:
    """Many atoms give one."""
    return [Clause(f"c{ray:04}", (Literal(f"{ray:04}-0"),), Literal("0000-10")) for ray in range(number)]


@pytest.mark.parametrize("shape", [chains, star, wheel])
@pytest.mark.parametrize(
    ("taken", "goal", "verdict"),
    [
        (Literal("0000-0"), Literal("0000-10"), Verdict.FOLLOWS),
        (Literal("0000-0"), Literal("0000-10", holds=False), Verdict.REFUTED),
        (Literal("0000-0"), Literal("0001-0"), Verdict.OPEN),
        (Literal("0000-0"), Literal("elsewhere"), Verdict.OPEN),
        (Literal("elsewhere"), Literal("0001-0"), Verdict.OPEN),
        (Literal("elsewhere"), Literal("elsewhere"), Verdict.FOLLOWS),
        (Literal("elsewhere"), Literal("elsewhere", holds=False), Verdict.REFUTED),
    ],
)
def test_a_question_costs_its_cone_and_not_the_theory(
    shape: Callable[[int], list[Clause]], taken: Literal, goal: Literal, verdict: Verdict
) -> None:
    def cost(number: int) -> tuple[int, int]:
        theory = Theory(tuple(shape(number)))
        checker = Checker(theory.clauses)
        answer = ask(theory, [taken], goal)
        assert answer.verdict is verdict
        assert checker.flaw([taken], goal, answer) is None
        asking = lines_run(lambda: ask(theory, [taken], goal))
        return asking, lines_run(lambda: checker.flaw([taken], goal, answer))

    assert cost(20) == cost(200) != (0, 0)


def test_reasons_are_found_where_a_hub_has_more_of_them_than_were_looked_at() -> None:
    clauses = [*star(50), Clause("fact", (), A), Clause("beside", (A,), Literal("hub"))]
    answer = ask(Theory(tuple(clauses)), [Literal("0007-0")], Literal("0000-10"))
    assert answer.proof is not None
    assert [step.clause for step in answer.proof.steps] == [None, "c0007", "end"]


def test_a_clause_waits_for_one_premise_after_the_other() -> None:
    atoms = [Literal(f"p{place}") for place in range(5)]
    chance = random.Random(5)
    for _ in range(20):
        order = chance.sample(atoms, 5)
        steps = [Clause(f"s{place}", (one,), other) for place, (one, other) in enumerate(pairwise(order))]
        theory = Theory((Clause("all", tuple(atoms), Z), *steps))
        assert ask(theory, [order[0]], Z).verdict is Verdict.FOLLOWS
        assert ask(theory, [order[1]], Z).verdict is Verdict.OPEN


def test_what_waits_for_a_premise_goes_on_once_that_holds() -> None:
    atoms = [Literal(f"p{place}") for place in range(6)]
    steps = [Clause(f"s{place}", (one,), other) for place, (one, other) in enumerate(pairwise(atoms))]
    alike = Clause("last", (atoms[5],), Literal("beyond"))
    theory = Theory((Clause("all", tuple(atoms), Z), *steps, alike))
    assert ask(theory, [atoms[0]], Z).verdict is Verdict.FOLLOWS
    assert ask(theory, [atoms[1]], Z).verdict is Verdict.OPEN


def test_a_clause_of_many_premises_is_filed_once() -> None:
    premises = [Literal(f"p{place:03}") for place in range(300)]
    theory = Theory((Clause("all", tuple(premises), Z), Clause("none", tuple(premises), None)))
    assert ask(theory, premises[1:], Z).verdict is Verdict.OPEN
    assert ask(theory, premises, Z).verdict is Verdict.CONTRADICTORY
    few, many = (lines_run(partial(ask, theory, premises[:number], Z)) for number in (30, 290))
    assert many < 12 * few


def test_a_clause_needs_each_of_its_premises() -> None:
    for number in (2, 3, 4):
        premises = [Literal(f"p{place}") for place in range(number)]
        theory = Theory((Clause("all", tuple(premises), Z),))
        for missing in premises:
            assert ask(theory, [one for one in premises if one != missing], Z).verdict is Verdict.OPEN
        assert ask(theory, premises, Z).verdict is Verdict.FOLLOWS


def test_the_last_of_many_atoms_is_answered_as_the_first_is() -> None:
    atoms = [Literal(f"p{place:03}") for place in range(400)]
    clauses = (Clause("1", (atoms[0],), atoms[398]), Clause("2", (atoms[399], atoms[398]), None))
    theory = Theory(clauses, frozenset(one.atom for one in atoms))
    for goal, verdict in ((atoms[398], Verdict.FOLLOWS), (atoms[399], Verdict.REFUTED), (atoms[397], Verdict.OPEN)):
        answer = ask(theory, [atoms[0]], goal)
        assert answer.verdict is verdict
        assert verify(theory.clauses, [atoms[0]], goal, answer) is None
