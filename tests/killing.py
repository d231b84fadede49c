"""Runs that are killed at one of their file operations, in this process: nothing of them is done after that."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest


class KilledError(BaseException):
    """The run ends here."""


OPERATIONS = ("open", "write", "fsync", "replace", "rename", "unlink", "mkdir", "rmdir", "chmod")


@contextmanager
def killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Kill whatever runs within at its file operation of this number, from 0; nothing of it is done after that."""
    done: list[str] = []
    opened: list[int] = []
    with monkeypatch.context() as patch:
        for name in OPERATIONS:
            patch.setattr(os, name, _counted(name, getattr(os, name), step, done, opened))
        with suppress(KilledError):
            yield done
    for descriptor in opened:
        try:
            os.close(descriptor)
        except OSError:
            continue


def _counted(
    name: str, operation: Callable[..., Any], step: int, done: list[str], opened: list[int]
) -> Callable[..., Any]:
    def counted(*arguments: Any, **options: Any) -> Any:
        if len(done) > step:
            raise KilledError
        done.append(name)
        if len(done) > step:
            if name == "write":  # half of it arrives
                operation(arguments[0], arguments[1][: len(arguments[1]) // 2])
            raise KilledError
        result = operation(*arguments, **options)
        if name == "open":
            opened.append(result)
        return result

    return counted


def operations(action: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many file operations something takes."""
    with killed_at(10_000, monkeypatch) as done:
        action()
    return len(done)
