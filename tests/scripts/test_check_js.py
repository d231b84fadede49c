"""What replays proofs in the browser: it accepts ours, and finds each step that does not follow."""

import json
import random
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from py_mini_racer import MiniRacer

from hornbook.provers import replayable
from tests.provers.made_questions import Put, hard, questions
from tests.scripts.logic_script import SCRIPTS

DAMAGED = 1_000
Replayed = list[list[object]]


@pytest.fixture(scope="module")
def racer() -> Iterator[MiniRacer]:
    racer = MiniRacer()
    source = (SCRIPTS / "check.js").read_text(encoding="utf-8")
    racer.eval(f"var window = {{}};\n{source}\nvar sound = (one) => one[1].map((_, n) => isSound(one, n)); 0")
    yield racer
    racer.close()


def replayed(asked_of: Put) -> Replayed:
    theory, asked = asked_of
    assert asked.answer.proof is not None
    found: Replayed = json.loads(json.dumps(replayable(theory, asked.answer.proof)))
    return found


def sound(racer: MiniRacer, proof: Replayed) -> list[bool]:
    found: list[bool] = json.loads(str(racer.eval(f"JSON.stringify(sound({json.dumps(proof)}))")))
    return found


@given(questions())
def test_each_step_of_our_proofs_follows(racer: MiniRacer, asked_of: Put) -> None:
    if asked_of[1].answer.proof is not None:
        assert all(sound(racer, replayed(asked_of)))


def test_cases_and_lemmas_follow(racer: MiniRacer) -> None:
    for asked_of in hard():
        assert all(sound(racer, replayed(asked_of)))


def test_a_step_that_does_not_follow_is_found(racer: MiniRacer) -> None:
    chance = random.Random(17)
    proofs = [replayed(asked_of) for asked_of in hard(pigeons=3)]
    found = tried = 0
    while found < DAMAGED:
        tried += 1
        assert tried < 8 * DAMAGED
        clauses, steps = json.loads(json.dumps(chance.choice(proofs)))
        number = chance.randrange(len(steps))
        said, premises, used = steps[number]
        match chance.randrange(4):
            case 0 if said:
                said[chance.randrange(len(said))] ^= 1
            case 1 if said:
                del said[chance.randrange(len(said))]
            case 2 if premises:
                del premises[chance.randrange(len(premises))]
            case _ if used >= 0:
                steps[number][2] = chance.randrange(len(clauses))
        if used != -2 and is_wrong(clauses, steps, number):
            assert not sound(racer, [clauses, steps])[number]
            found += 1


def is_wrong(clauses: Sequence[list[int]], steps: Sequence[tuple[list[int], list[int], int]], number: int) -> bool:
    """Whether what a step says does not follow from what it rests on, as truth tables tell."""
    said, premises, used = steps[number]
    grounds = [steps[premise][0] for premise in premises] + ([clauses[used]] if used >= 0 else [])
    atoms = sorted({literal >> 1 for clause in (said, *grounds) for literal in clause})
    for bits in range(1 << len(atoms)):
        true = {2 * atom + (bits >> place & 1) for place, atom in enumerate(atoms)}
        if not true & set(said) and all(true & set(ground) for ground in grounds):
            return True
    return False


def test_what_rests_on_a_later_step_does_not_follow(racer: MiniRacer) -> None:
    assert sound(racer, [[], [[[1], [1], -1], [[1], [0], -1]]]) == [False, True]


def test_what_is_given_is_one_literal(racer: MiniRacer) -> None:
    assert sound(racer, [[], [[[], [], -2], [[1, 3], [], -2], [[1], [], -2]]]) == [False, False, True]
