"""Very many damaged inputs, one after another in each process: `python -m tests.attacks.mutated --count 100000`.

Each has to end within seconds and bounded memory, with a value or with diagnostics in order, never with an exception.
The number of an input and the seed make it again: `--only NUMBER`.
"""

import argparse
import resource
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from random import Random
from types import FrameType

from tests.attacks.inputs import KINDS

SECONDS = 10
"""Of processor time for one input."""
MEMORY = 1 << 30
"""Bytes that a process which reads very many may hold at most."""
_SHARE = 500
_TABLE = [name for name, (often, _) in KINDS.items() for _ in range(often)]


@dataclass(frozen=True, slots=True)
class Fault:
    """An input that was not answered as it has to be."""

    number: int
    kind: str
    what: str


class TooLongError(Exception):
    """An input took more than its time."""


def kind_of(number: int) -> str:
    """What is tried under a number."""
    return _TABLE[number % len(_TABLE)]


def attack(seed: int, number: int) -> Fault | None:
    """Try one input; None where it is answered as it has to be."""
    kind = kind_of(number)
    signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        KINDS[kind][1](Random(f"{seed}-{number}"))
    except Exception:  # noqa: BLE001 -- what is looked for is that there is none, whichever it is
        return Fault(number, kind, traceback.format_exc(limit=-6))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Fault(number, kind, f"{held:,} bytes are held") if held > MEMORY else None


def attack_many(seed: int, numbers: Iterable[int]) -> list[Fault]:
    """Try several inputs one after another."""
    return [fault for number in numbers if (fault := attack(seed, number)) is not None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Try as many as are asked for, and print every fault and how many were tried of each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int)
    parser.add_argument("--processes", type=int, default=2)
    called = parser.parse_args(arguments)
    if called.only is not None:
        fault = attack(called.seed, called.only)
        print(fault.what if fault else f"{kind_of(called.only)}: in order")
        return 1 if fault else 0
    numbers = range(called.first, called.first + called.count)
    shares = [numbers[at : at + _SHARE] for at in range(0, len(numbers), _SHARE)]
    faults: list[Fault] = []
    with ProcessPoolExecutor(called.processes) as pool:
        for done, found in enumerate(pool.map(attack_many, [called.seed] * len(shares), shares), start=1):
            faults += found
            for fault in found:
                print(f"\nfault {fault.number} ({fault.kind}):\n{fault.what}", flush=True)
            print(f"{sum(map(len, shares[:done])):,} tried, {len(faults)} faults", end="\r", flush=True)
    print()
    for kind, count in Counter(map(kind_of, numbers)).items():
        print(f"{count:9,} {kind}")
    return 1 if faults else 0


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TooLongError


if __name__ == "__main__":
    sys.exit(main())
