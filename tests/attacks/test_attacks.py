"""A few of the attacks that `python -m tests.attacks.mutated`, `.killed` and `.engines` make in great numbers."""

import pytest

from tests.attacks import inputs, mutated
from tests.attacks.killed import attack
from tests.attacks.writing import WRITING
from tests.effort import tries


def test_damaged_inputs_are_answered() -> None:
    assert mutated.attack_many(20261127, range(tries(600))) == []


def test_every_kind_of_input_is_tried_and_read_when_nothing_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "damaged", lambda _, data: data)
    monkeypatch.setattr(mutated, "_TABLE", [*inputs.KINDS])
    assert mutated.attack_many(0, range(len(inputs.KINDS))) == []


def test_a_fault_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> None:
        raise KeyError("x")

    monkeypatch.setitem(inputs.KINDS, "a question", (8, fails))
    monkeypatch.setattr(mutated, "_TABLE", ["a question"])
    (fault,) = mutated.attack_many(0, [7])
    assert (fault.number, "KeyError" in fault.what) == (7, True)


def test_a_command_that_is_disturbed_leaves_all_or_nothing() -> None:
    assert attack("mv", 1, 20261127, disks=0) == []


@pytest.mark.thorough
@pytest.mark.parametrize("name", WRITING)
def test_every_command_that_writes_can_be_disturbed(name: str) -> None:
    assert attack(name, 1, 20261127, disks=0) == []
