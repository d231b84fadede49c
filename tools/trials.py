"""Try tests on broken programs: the part of `tools/mutants.py` that runs in a copy of the checkout, with its `.venv`.

It collects the tests that it is given, then reads requests, lines of JSON, and answers each by a line, after a fork.
One measures: it runs each test in a process of its own, so that none finds in a cache what another has made, and tells
which lines of a package it reaches. Others name a module, its text as a mutant has it, and tests: the functions that
are there get their new code, which takes a hundredth of importing all anew; that is done only for what imports run.
"""

import contextlib
import gc
import inspect
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, TextIO

import coverage
import pytest

COPY = Path.cwd()
_QUIET = ["-q", "-n", "0", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
_SPARE_SECONDS = 4
"""What a test may compute, besides ten times what it did when it was measured, before it is said to have no end."""
_SPARE_WAITING = 60
"""What it may take, waiting included."""
_MEMORY = 4 << 30


class Server:
    """Answers requests in place of running the tests."""

    def __init__(self, requests: TextIO, answers: TextIO) -> None:
        self._requests, self._answers = requests, answers

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Answer each request until there are no more."""
        functions = [one for one in gc.get_objects() if isinstance(one, FunctionType)]
        gc.freeze()  # so that forks share what is there
        for line in self._requests:
            asked = json.loads(line)
            if "measured" in asked:
                items = session.items[asked["first"] :: asked["every"]]
                told: Any = [_measured(item, COPY / asked["measured"]) for item in items]
            else:
                with _written(COPY / asked["module"], asked["code"]) as before:
                    renewed = partial(_renewed, functions, before, asked["code"])
                    told = _outcome(session, asked["seconds"], renewed)
            print(json.dumps(told), file=self._answers, flush=True)
        return True


def _measured(item: pytest.Item, package: Path) -> dict[str, Any] | None:
    """How long a test computes and which lines of a package it runs, by module; nothing where it fails."""

    def alone() -> dict[str, Any] | None:
        counting = coverage.Coverage(data_file=None, config_file=False, include=[str(package), f"{package}/**"])
        counting.set_option("run:disable_warnings", ["no-data-collected"])
        counting.start()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        counting.stop()
        data = counting.get_data()
        lines = {str(Path(file).relative_to(COPY)): sorted(data.lines(file) or []) for file in data.measured_files()}
        seconds = round(sum(os.times()[:4]), 3)
        return None if item.session.testsfailed else {"test": item.nodeid, "seconds": seconds, "lines": lines}

    reading, writing = os.pipe()

    def told() -> int:
        with os.fdopen(writing, "w") as pipe:
            json.dump(alone(), pipe)
        return 0

    child = _forked(told)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    found: dict[str, Any] | None = json.loads(text or "null")
    return found


@contextlib.contextmanager
def _written(module: Path, code: str) -> Iterator[str]:
    """A module's file with other text, for the programs that tests start; what was compiled of it holds afterwards."""
    before, times = module.read_text(encoding="utf-8"), module.stat()
    module.write_text(code, encoding="utf-8")
    yield before
    module.write_text(before, encoding="utf-8")
    os.utime(module, ns=(times.st_atime_ns, times.st_mtime_ns))


def _outcome(session: pytest.Session, seconds: dict[str, float], is_renewed: Callable[[], bool]) -> str:
    """What tests say of the program as it stands in the copy: it survived, one failed, or one had no end."""

    def tried() -> int:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
        _end_after(max(seconds.values()))
        if is_renewed():
            return _run(session, seconds)
        _forget()
        files = dict.fromkeys(test.partition("::")[0] for test in seconds)
        return pytest.main(["-x", *_QUIET, *files], plugins=[Chosen(seconds)])

    child = _forked(tried)
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what it has started and left
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in {signal.SIGPROF, signal.SIGALRM}:
        return "endless"
    return "failed" if status else "survived"


def _forked(done: Callable[[], int]) -> int:
    """The number of a process that does this, silently, and ends as it says."""
    child = os.fork()
    if child:
        return child
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nothing, number)
    status = 1
    with contextlib.suppress(BaseException):
        status = done()
    os._exit(status)


def _renewed(functions: list[FunctionType], before: str, after: str) -> bool:
    """Give functions of a module the code of its new text; it fails where an import runs something that has changed."""
    try:
        changed = dict(_changed(compile(before, "", "exec"), compile(after, "", "exec")))
        for one in functions:
            if one.__code__ in changed:
                one.__code__ = changed[one.__code__]
    except ValueError:  # of this, or of a function that needs other names from around it
        return False
    return True


def _changed(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The functions of a module whose code differs, or a ValueError if the code of itself or of a class does."""
    if old == new:
        return
    if old.co_flags & inspect.CO_NEWLOCALS:
        yield old, new
    elif _without_inner(old) != _without_inner(new):
        raise ValueError(old.co_qualname)
    inner = ([one for one in code.co_consts if isinstance(one, CodeType)] for code in (old, new))
    for pair in zip(*inner, strict=True):
        yield from _changed(*pair)


def _without_inner(code: CodeType) -> CodeType:
    return code.replace(co_consts=tuple(None if isinstance(one, CodeType) else one for one in code.co_consts))


def _run(session: pytest.Session, seconds: dict[str, float]) -> int:
    """Run the chosen of the tests that were collected, up to the first that fails."""
    found = {item.nodeid: item for item in session.items}
    items = [found[test] for test in seconds]
    for item, following in zip(items, [*items[1:], None], strict=True):
        _end_after(seconds[item.nodeid])
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def _forget() -> None:
    """Forget what was imported of this checkout, so that it is imported as it stands now."""
    for name, module in list(sys.modules.items()):
        place = getattr(module, "__file__", None) or next(iter(getattr(module, "__path__", [])), None)
        if name != "__main__" and place is not None and Path(place).is_relative_to(COPY):
            del sys.modules[name]


class Chosen:
    """Leaves the chosen tests, in their order, each with the seconds that it may take."""

    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave them."""
        found = {item.nodeid: item for item in items}
        items[:] = [found[test] for test in self._seconds if test in found]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Let the test's time begin."""
        _end_after(self._seconds[item.nodeid])
        return (yield)


def _end_after(seconds: float) -> None:
    """End this process by a signal where it goes on for much longer than this."""
    signal.setitimer(signal.ITIMER_PROF, 10 * seconds + _SPARE_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, 10 * seconds + _SPARE_WAITING)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # a module as a mutant has it is never to be kept
    server = Server(os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w"))  # pytest has other uses for these two
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    pytest.main([*_QUIET, *sys.argv[1:]], plugins=[server])
