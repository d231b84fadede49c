"""Whole processes, measured from outside: what the operating system accounts for each once it has ended."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run of a command took, with all processes that it began and waited for."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Seconds of processors."""
    memory: float
    """Megabytes of its largest process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command that is measured, and what puts everything as it must be before each run."""

    name: str
    arguments: Sequence[str | Path]
    folder: Path
    environment: Mapping[str, str]
    before: Callable[[], None] = lambda: None


def cost_of(command: Command) -> Cost:
    """Run a command once; one that fails ends everything, since its time would mean nothing."""
    command.before()
    begun = time.perf_counter()
    process = subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=os.environ | command.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command.name} failed: {' '.join(map(str, command.arguments))}, in {command.folder}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def paired(commands: Sequence[Command], runs: int) -> list[list[Cost]]:
    """The costs of each command; they take turns, so that what a machine does meanwhile falls on all of them."""
    turns = [[cost_of(command) for command in commands] for _ in range(runs)]
    return [list(costs) for costs in zip(*turns, strict=True)]


def middle(costs: Sequence[Cost]) -> Cost:
    """The medians of several runs."""
    return Cost(
        median(one.wall for one in costs), median(one.cpu for one in costs), median(one.memory for one in costs)
    )


def ratio(costs: Sequence[Cost], to: Sequence[Cost]) -> tuple[float, float]:
    """How many times as much one command took as another, by the clock and by processors: the medians of the pairs."""
    pairs = list(zip(costs, to, strict=True))
    return median(one.wall / other.wall for one, other in pairs), median(one.cpu / other.cpu for one, other in pairs)
