"""Processes begun here end with the one that began them, even where that is killed and can end nobody."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1


def ending_with_this() -> Callable[[], None] | None:
    """What a process that is begun here has to do first; None where the system cannot end it with this one.

    Everything is looked up beforehand, since a copy of a process with threads may take no lock.
    """
    if sys.platform != "linux":
        return None
    prctl, parent, end = getattr(ctypes.CDLL(None), "prctl", None), os.getpid(), int(signal.SIGKILL)
    if prctl is None:
        return None

    def first() -> None:
        prctl(_PR_SET_PDEATHSIG, end)
        if os.getppid() != parent:  # it was killed before this was said
            os._exit(1)

    return first
