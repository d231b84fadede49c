"""How a run ends that is told to: as if it had left by itself, so that what is half done is cleared away."""

import signal
import sys
from types import FrameType

_SECONDS = 0.02
_TOLD_TO_END = 128 + signal.SIGTERM


def end_when_told() -> None:
    """From now on SIGTERM ends the run by SystemExit, wherever it comes.

    Python calls some functions from which no exception gets out, such as those that surround a fork: there the run
    is told again a moment later.
    """
    signal.signal(signal.SIGTERM, _end)
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _end)
        sys.unraisablehook = _told_again


def _end(_number: int, _frame: FrameType | None) -> None:
    sys.exit(_TOLD_TO_END)


def _told_again(lost: "sys.UnraisableHookArgs") -> None:
    if isinstance(lost.exc_value, SystemExit) and lost.exc_value.code == _TOLD_TO_END:
        signal.setitimer(signal.ITIMER_REAL, _SECONDS)
    else:
        sys.__unraisablehook__(lost)
