"""Work spread over processes gives what one process gives."""

import multiprocessing
import os
import threading
import time
from collections.abc import Callable

import pytest

from hornbook import spread as module
from hornbook.spread import begun, cores, spread


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 1000])
def test_the_results_are_those_of_one_process_in_order(count: int) -> None:
    pieces = [str(number) for number in range(count)]
    assert spread(lambda piece: piece * 2, pieces) == [piece * 2 for piece in pieces]


def test_pieces_and_work_need_no_pickling() -> None:
    def piece(number: int) -> Callable[[], int]:
        return lambda: number

    pieces = [piece(number) for number in range(200)]
    assert spread(lambda piece: piece(), pieces) == list(range(200))


def _slowly(_: int) -> int:
    time.sleep(0.001)
    return os.getpid()


def test_several_processes_work_where_there_are_several_cores_and_so_does_this_one() -> None:
    found = set(spread(_slowly, range(500)))
    assert os.getpid() in found
    assert (found == {os.getpid()}) == (cores() == 1 or threading.active_count() > 1)


def test_what_the_work_raises_is_raised_here() -> None:
    def work(piece: int) -> int:
        if piece == 150:
            raise ValueError(piece)
        return piece

    with pytest.raises(ValueError, match="150"):
        spread(work, range(200))
    assert spread(str, range(100)) == [str(number) for number in range(100)]


def test_with_other_threads_and_on_one_core_everything_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert set(spread(lambda _: os.getpid(), range(500))) == {os.getpid()}
    finally:
        stop.set()
        thread.join()
    monkeypatch.setattr(module, "cores", lambda: 1)
    assert set(spread(lambda _: os.getpid(), range(500))) == {os.getpid()}


def test_a_process_that_the_system_ends_costs_time_and_nothing_else() -> None:
    here = os.getpid()

    def work(piece: int) -> int:
        if piece == 150 and os.getpid() != here:
            os._exit(9)
        return piece

    assert spread(work, range(200)) == list(range(200))


def test_work_may_spread_work() -> None:
    assert spread(lambda piece: sum(spread(int, range(100 + piece))), range(100))[0] == sum(range(100))


def test_something_else_is_done_here_while_others_work() -> None:
    with begun(_slowly, range(500)) as results:
        time.sleep(0.5)
        found = results()
        again = spread(lambda piece: piece + 1, range(500))
    assert len(found) == 500
    assert again == list(range(1, 501))
    elsewhere = cores() > 1 and threading.active_count() == 1
    assert (set(found) == {os.getpid()}) != elsewhere


def test_work_that_nobody_waits_for_is_ended() -> None:
    with pytest.raises(ValueError, match="something else"), begun(str, range(500)):
        raise ValueError("something else")
    assert multiprocessing.active_children() == []
    assert spread(str, range(500)) == [str(number) for number in range(500)]
