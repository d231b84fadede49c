"""Damaged projects through the site engines: `python -m tests.attacks.engines --count 200`.

Only what `hornbook check` lets through is built, by each engine in turn: the site is made, or diagnostics say why not.
"""

import argparse
import shutil
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from hornbook.production import build_site, examine
from hornbook.publish import Engine
from tests.attacks.damage import damaged
from tests.attacks.inputs import FaultError, in_order
from tests.sample_copy import copy_of_sample
from tests.where import INPUTS

SECONDS = 120
"""For one site, by the clock: a guard against what never ends."""
_TRIES = 200


def attack(seed: int, number: int, project: Path) -> str:
    """Damage a copy of a project and build it; what came of it. Raises whatever is not in order."""
    chance = Random(f"{seed}-{number}")
    engine = [*Engine][number % len(Engine)]
    for _ in range(_TRIES):
        shutil.rmtree(project, ignore_errors=True)
        _damage(chance, copy_of_sample(project))
        if not examine(project).failed:
            break
    start = time.monotonic()
    result = build_site(project, engine)
    in_order(result.diagnostics, result.texts)
    if time.monotonic() - start > SECONDS:
        raise FaultError(f"{engine} took {time.monotonic() - start:.0f} seconds")
    if result.failed == (result.site is not None):
        raise FaultError(f"{engine}: there is no site, and nothing says why")
    return f"{engine}: {'refused' if result.failed else 'built'}"


def _damage(chance: Random, project: Path) -> None:
    files = sorted(
        file
        for name in INPUTS
        for file in ([project / name] if (project / name).is_file() else (project / name).rglob("*"))
    )
    for file in chance.sample([one for one in files if one.is_file() and one.suffix != ".svg"], 2):
        file.write_bytes(damaged(chance, file.read_bytes()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Try as many as are asked for; print what is not in order, and what came of the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    called = parser.parse_args(arguments)
    came: dict[str, int] = {}
    folder = Path(mkdtemp(prefix="engines-"))
    for number in range(called.first, called.first + called.count):
        try:
            what = attack(called.seed, number, folder / "project")
        except Exception:  # noqa: BLE001 -- what is looked for is that there is none, whichever it is
            what = "a fault"
            print(f"\nfault {number}:\n{traceback.format_exc(limit=-6)}", flush=True)
        came[what] = came.get(what, 0) + 1
        print(f"{sum(came.values())} tried: {came}", end="\r", flush=True)
    print()
    shutil.rmtree(folder)
    return 1 if "a fault" in came else 0


if __name__ == "__main__":
    sys.exit(main())
