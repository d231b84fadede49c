"""Work spread over the cores of a machine: the results are those of one core, in the same order."""

import gc
import multiprocessing
import os
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from hornbook.processes import ending_with_this

T = TypeVar("T")
R = TypeVar("R")

_WORTH_IT = 64
"""Fewer pieces of work are done before other processes have begun."""
_SHARES = 24
"""Each process takes about so many shares, so that none is left with the longest ones."""

_work: Callable[[int], Any] = int
"""What a process begun here does with the number of a piece; processes find it as it was when they were begun."""


def spread(work: Callable[[T], R], pieces: Sequence[T]) -> list[R]:
    """The result of `work` for each piece, in order; results are pickled, pieces and `work` need not be.

    What `work` raises is raised here. This process does everything itself where little is to be done, where processes
    cannot be begun as copies of this one, where other threads of it could hold locks, and where the system ends one.
    """
    processes = min(cores(), len(pieces) // (_WORTH_IT // 2))
    if processes < 2 or threading.active_count() > 1 or multiprocessing.parent_process() is not None:
        return [work(piece) for piece in pieces]
    global _work  # noqa: PLW0603 - what is set before a process is begun is all that it inherits without pickling
    _work = lambda number: work(pieces[number])  # noqa: E731 - it is no function of this module
    gc.freeze()  # or collecting garbage would copy every page of memory
    try:
        return list(_spread(len(pieces), processes))
    except BrokenProcessPool:
        return [work(piece) for piece in pieces]
    finally:
        gc.unfreeze()
        _work = int


def _spread(count: int, processes: int) -> Iterator[Any]:
    context = multiprocessing.get_context("fork")
    with warnings.catch_warnings(), ProcessPoolExecutor(processes, context, ending_with_this()) as pool:
        # Threads that are none of Python's, as of the machine that Graphviz runs in, hold nothing of ours.
        warnings.simplefilter("ignore", DeprecationWarning)
        yield from pool.map(_done, range(count), chunksize=max(1, count // (processes * _SHARES)))


def cores() -> int:
    """How many processes can run at once; 1 where none can be begun as copies of this one."""
    if "fork" not in multiprocessing.get_all_start_methods() or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def _done(number: int) -> Any:  # noqa: ANN401 - whatever the work gives
    return _work(number)
