import pytest

from hornbook.logic.steps import Steps, StepsSpent


def test_all_steps_that_there_are_can_be_spent_and_no_more() -> None:
    steps = Steps(3)
    steps.spend(3)
    steps.spend(0)
    with pytest.raises(StepsSpent):
        steps.spend(1)


def test_without_a_limit_they_do_not_end() -> None:
    Steps().spend(10**12)


def test_steps_within_others_are_spent_of_both() -> None:
    outer = Steps(5)
    inner = Steps(4, within=outer)
    inner.spend(2)
    outer.spend(2)
    with pytest.raises(StepsSpent):
        inner.spend(2)
    own = Steps(1, within=Steps())
    with pytest.raises(StepsSpent):
        own.spend(2)
