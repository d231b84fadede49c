"""`hornbook`, noting each step at which it changes files, and killed at the one that it is told: run as a program.

`STEPS` in the environment names a file for the steps, one in a line: what is done, and to which path. `KILL_AT` is the
number of the one that is the last, from 0, with `before` or `within` behind it: within, a file is begun and empty.
`SERVED` names a folder from which is taken what would be fetched.
"""

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

CHANGING = frozenset(
    {"os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.chmod", "os.truncate"}
)
_BEGINNING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_WITHIN_FOLDER, _NO_FOLDER = frozenset({"os.remove", "os.rmdir"}), -1
"""What is told of with the folder that a bare name is in, as an open file, where a whole tree is removed."""
_EXCHANGING = frozenset({"renameat2", "syncfs"})
"""Functions of the system that are called without Python's own."""


class Steps:
    """Counts what this process does, and no process that it begins."""

    def __init__(self) -> None:
        self.process = os.getpid()
        self.count = 0
        number, _, self.how = os.environ.get("KILL_AT", "").partition(" ")
        self.last = int(number or -1)
        self.noted = os.open(os.environ["STEPS"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC) if "STEPS" in os.environ else 0

    def see(self, event: str, arguments: tuple[object, ...]) -> None:
        """What Python tells before it does something (PEP 578)."""
        where = self._changed(event, arguments)
        if where is None or os.getpid() != self.process:
            return
        self.count += 1
        if self.noted:
            is_inside = event in _WITHIN_FOLDER and arguments[-1] != _NO_FOLDER
            os.write(self.noted, f"{event} {'' if is_inside else os.fsdecode(where)!r}\n".encode())
        if self.count - 1 == self.last:
            self.last = -1
            self._die(event, arguments)

    @staticmethod
    def _changed(event: str, arguments: tuple[object, ...]) -> str | bytes | None:
        """What a step changes; None where it changes nothing."""
        path = arguments[-1] if event == "ctypes.dlsym" else arguments[0] if arguments else None
        path = os.fspath(path) if isinstance(path, os.PathLike) else path
        if not isinstance(path, str | bytes):
            return None
        changing = event in CHANGING or (event == "ctypes.dlsym" and path in _EXCHANGING)
        begun = event == "open" and isinstance(arguments[2], int) and arguments[2] & _BEGINNING
        return path if changing or begun else None

    def _die(self, event: str, arguments: tuple[object, ...]) -> NoReturn:
        if event == "open" and self.how == "within":
            path, _, flags = arguments
            assert isinstance(path, str | bytes | os.PathLike)
            assert isinstance(flags, int)
            os.open(path, flags, 0o666)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError


def main() -> None:
    """Begin `hornbook` with the arguments of this program."""
    from hornbook import cli  # noqa: PLC0415 -- what is read for the beginning is no step
    from hornbook.imports import fetching  # noqa: PLC0415

    served = os.environ.get("SERVED")
    if served is not None:
        fetching.fetched = lambda address, ask=None: (  # noqa: ARG005 -- as the one that it stands for
            Path(served) / address.rpartition("/")[2]
        ).read_bytes()
    sys.addaudithook(Steps().see)
    cli.main()


if __name__ == "__main__":
    main()
