"""Commands that write, killed at random moments, two at once, and on a full or closed disk.

`python -m tests.attacks.killed --site 200 --others 20`. After a kill the same command is called again: everything is
then as after a run that nobody disturbed, and neither beside it nor in temporary folders nor in the cache is anything
left. Before that, an old site or the new one is there, whole.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from tests.attacks.writing import WRITING, Tree, Writing, begun, command, run, tree

_WHOLE = ("site", "build")
"""Folders that are the old one or the new one at every moment, whole."""
_SMALLEST, _LARGEST = 64 * 1024, 8 << 20


@dataclass(frozen=True, slots=True)
class Where:
    """A folder in which a command is called again and again, each time from the same beginning."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "all" / "project"

    @property
    def environment(self) -> dict[str, str]:
        return {"TMPDIR": str(self.folder / "tmp"), "HORNBOOK_CACHE": str(self.folder / "cache")}

    def begin(self) -> None:
        """Go back to the beginning, which `start` is a copy of; what is in the cache stays."""
        shutil.rmtree(self.folder / "all", ignore_errors=True)
        shutil.copytree(self.folder / "start", self.folder / "all", symlinks=True)

    def left(self) -> list[str]:
        """What is left in the temporary folder, and half written in the cache."""
        begun_entries = self.folder / "cache" / "begun"
        entries = [*begun_entries.iterdir()] if begun_entries.is_dir() else []
        return [str(one.relative_to(self.folder)) for one in (*(self.folder / "tmp").iterdir(), *entries)]


@contextmanager
def ready(writing: Writing, within: Path | None = None) -> Iterator[tuple[Where, Tree, Tree, float]]:
    """A folder for a command; all files before it and after it, and the seconds that it takes undisturbed."""
    where = Where(Path(mkdtemp(prefix="killed-", dir=within)))
    try:
        for name in ("all", "tmp", "cache"):
            (where.folder / name).mkdir()
        begun(writing, where.project)
        if "site" in writing.arguments or "build" in writing.arguments:  # an older one stands there already
            run(where.project, (*writing.arguments,), where.environment)
            (where.project / "docs" / "later.md").write_text("# Later\n\nAnother page.\n", encoding="utf-8")
        shutil.copytree(where.folder / "all", where.folder / "start", symlinks=True)
        before, start = tree(where.folder / "all"), time.monotonic()
        done = run(where.project, writing.arguments, where.environment)
        if done.returncode not in writing.ends:
            raise AssertionError(f"{writing.arguments} ended with {done.returncode}: {done.stdout}{done.stderr}")
        yield where, before, tree(where.folder / "all"), time.monotonic() - start
    finally:
        shutil.rmtree(where.folder, ignore_errors=True)


def kill_once(writing: Writing, where: Where, chance: Random, before: Tree, after: Tree, seconds: float) -> list[str]:
    """Kill one run, call it again, and say what is wrong then."""
    where.begin()
    with subprocess.Popen(
        command(writing.arguments),
        cwd=where.project,
        env={**os.environ, **where.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        time.sleep(chance.uniform(0.1, 1.05) * seconds)
        process.send_signal(signal.SIGKILL)
    torn = _torn(tree(where.folder / "all"), before, after)
    return [*(f"torn: {name}" for name in torn), *mended(writing, where, after)]


def mended(writing: Writing, where: Where, after: Tree) -> list[str]:
    """What is wrong once the command was called again undisturbed."""
    done = run(where.project, writing.arguments, where.environment)
    wrong = [] if done.returncode in writing.ends | writing.again else [f"ended with {done.returncode}: {done.stderr}"]
    found = tree(where.folder / "all")
    different = sorted(name for name in found.keys() | after.keys() if found.get(name, 0) != after.get(name, 0))
    traceback = ["Traceback"] if "Traceback" in done.stderr else []
    return [*wrong, *traceback, *(f"not as after: {one}" for one in different[:5]), *where.left()]


def _torn(found: Tree, before: Tree, after: Tree) -> list[str]:
    """The folders that are neither the old one nor the new one."""
    return [name for name in _WHOLE if _below(name, found) not in (_below(name, before), _below(name, after))]


def _below(name: str, everything: Tree) -> Tree:
    return {path: data for path, data in everything.items() if path.startswith(f"project/{name}/")}


def two_at_once(writing: Writing, where: Where, after: Tree) -> list[str]:
    """Begin two runs at the same moment; what is wrong after both, and after one more."""
    where.begin()
    both = [
        subprocess.Popen(
            command(writing.arguments),
            cwd=where.project,
            env={**os.environ, **where.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    told = [one.communicate()[1] for one in both]
    wrong = ["Traceback" for one in told if "Traceback" in one]
    return [*wrong, *mended(writing, where, after)]


def on_small_disk(writing: Writing, chance: Random) -> list[str]:
    """Run on a disk on which there is not room enough, and again on one that nobody may write to; then where there is.

    It takes a mount of its own: this is called under `unshare --mount`.
    """
    wrong: list[str] = []
    with ready(writing) as (where, before, after, _):
        disk = where.folder / "all"
        size = sum(len(data or b"") + 4096 for data in before.values())
        for mode in ("full", "closed"):
            shutil.rmtree(disk)
            disk.mkdir()
            room = size + chance.randrange(_SMALLEST, _LARGEST) if mode == "full" else size + _LARGEST
            _mount(["-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)])
            try:
                shutil.copytree(where.folder / "start", disk, dirs_exist_ok=True, symlinks=True)
                if mode == "closed":
                    _mount(["-o", "remount,ro", str(disk)])
                done = run(where.project, writing.arguments, where.environment)
                wrong += [f"{mode}: {done.stderr[-500:]}"] if "Traceback" in done.stderr else []
                found = tree(disk)
                wrong += [f"{mode}: torn {name}" for name in _torn(found, before, after)]
                wrong += [f"{mode}: it said nothing" for _ in range(done.returncode == 0 and found != after)]
                _mount(["-o", f"remount,rw,size={room + 4 * _LARGEST}", str(disk)])
                wrong += [f"{mode}: {one}" for one in mended(writing, where, after)]
            finally:
                subprocess.run(["umount", str(disk)], check=True)
    return wrong


def _mount(arguments: Sequence[str]) -> None:
    subprocess.run(["mount", *arguments], check=True)


def attack(name: str, kills: int, seed: int, *, disks: int) -> list[str]:
    """Disturb one command in every way; what was found wrong."""
    writing, chance = WRITING[name], Random(f"{seed}-{name}")
    wrong: list[str] = []
    with ready(writing) as (where, before, after, seconds):
        for number in range(kills):
            wrong += [f"kill {number}: {one}" for one in kill_once(writing, where, chance, before, after, seconds)]
        wrong += [f"two at once: {one}" for one in two_at_once(writing, where, after)]
    for _ in range(disks):
        wrong += on_small_disk(writing, chance)
    return [f"{name}: {one}" for one in wrong]


def main(arguments: Sequence[str] | None = None) -> int:
    """Disturb every command, or some, and print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=[*WRITING])
    parser.add_argument("--site", type=int, default=200, help="kills of `site`")
    parser.add_argument("--others", type=int, default=20, help="kills of each other command")
    parser.add_argument("--disks", type=int, default=0, help="small disks for each; takes `unshare --mount`")
    parser.add_argument("--seed", type=int, default=0)
    called = parser.parse_args(arguments)
    wrong: list[str] = []
    for name in called.names:
        kills = called.site if name == "site" else called.others
        found = attack(name, kills, called.seed, disks=called.disks)
        print(f"{name}: {kills} kills, two at once, {called.disks} small disks: {len(found)} wrong", flush=True)
        for one in found:
            print(f"  {one}", flush=True)
        wrong += found
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
