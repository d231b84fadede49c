"""Work spread over the cores of a machine: the results are those of one core, in the same order."""

import gc
import multiprocessing
import os
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from hornbook.processes import ending_with_this

T = TypeVar("T")
R = TypeVar("R")

_WORTH_IT = 64
"""Fewer pieces of work are done before other processes have begun."""
_SHARES = 128
"""Each process takes about so many shares, so that none is left with much while the others wait."""

_work: Callable[[int], Any] = int
"""What a process begun here does with the number of a piece; processes find it as it was when they were begun."""


def spread(work: Callable[[T], R], pieces: Sequence[T]) -> list[R]:
    """The result of `work` for each piece, in order; results are pickled, pieces and `work` need not be.

    What `work` raises is raised here. This process does everything itself where little is to be done, where processes
    cannot be begun as copies of this one, where other threads of it could hold locks, and where the system ends one.
    """
    with begun(work, pieces) as results:
        return results()


@contextmanager
def begun(work: Callable[[T], R], pieces: Sequence[T]) -> Iterator[Callable[[], list[R]]]:
    """The same, with something else done in this process meanwhile: what is given waits for the results, once.

    Who waits for them works too. Until then nothing else is spread. Whoever leaves the block without them ends the
    work.
    """
    processes = min(cores(), len(pieces) // (_WORTH_IT // 2))
    if processes < 2 or threading.active_count() > 1 or multiprocessing.parent_process() is not None:
        yield lambda: [work(piece) for piece in pieces]
        return
    global _work  # noqa: PLW0603 - what is set before a process is begun is all that it inherits without pickling
    _work = lambda number: work(pieces[number])  # noqa: E731 - it is no function of this module
    gc.freeze()  # or collecting garbage would copy every page of memory
    pool = ProcessPoolExecutor(processes - 1, multiprocessing.get_context("fork"), ending_with_this())
    size = max(1, len(pieces) // (processes * _SHARES))
    shares = [range(start, min(start + size, len(pieces))) for start in range(0, len(pieces), size)]
    try:
        asked = _asked(pool, shares)

        def results() -> list[R]:
            try:
                return [one for share in _all_done(asked, shares) for one in share]
            except BrokenProcessPool:
                return [work(piece) for piece in pieces]
            finally:
                pool.shutdown()

        yield results
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()
        _work = int


def _asked(pool: ProcessPoolExecutor, shares: Sequence[range]) -> list[Future[list[Any]]]:
    """The results of all shares, which the processes are at work on from now; none where the system ended one."""
    with warnings.catch_warnings():
        # Threads that are none of Python's, as of the machine that Graphviz runs in, hold nothing of ours.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return [pool.submit(_done, share) for share in shares]
        except BrokenProcessPool:
            return []


def _all_done(asked: Sequence[Future[list[Any]]], shares: Sequence[range]) -> list[list[Any]]:
    """The results of all shares; those that no other process has begun are done here, the last ones first."""
    here = {}
    for number in reversed(range(len(shares))):
        if not asked or asked[number].cancel():
            here[number] = _done(shares[number])
    return [here[number] if number in here else asked[number].result() for number in range(len(shares))]


def cores() -> int:
    """How many processes can run at once; 1 where none can be begun as copies of this one."""
    if "fork" not in multiprocessing.get_all_start_methods() or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def _done(share: range) -> list[Any]:
    return [_work(number) for number in share]
