"""Commands that write, killed at random moments, two at once, and on a full or closed disk.

`python -m tests.attacks.killed --site 200 --others 20`. After a kill the same command is called again: everything is
then as after a run that nobody disturbed, and neither beside it nor in temporary folders nor in the cache is anything
left. Before that, each file that can be seen is an old one or a new one, whole, and so is a site as such.

Two of five kills come by the clock. The others come at a step at which files are changed, whichever of its kind and
place: so the exchange of two folders is hit as often as the thousand files that were written before it.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random

from tests.attacks.courses import Known, Where, ready
from tests.attacks.writing import CHANGED, WRITING, Tree, Writing, change_back, command, run, tree

_COLD, _BACK = 0.2, 0.2
"""How often there is no cache, and how often the project is as it was before when the command is called again."""
_TRIES = 50
"""So often a kill is tried that comes too late."""
_HIDDEN = re.compile(r"(?:^|/)(?:\.[^/]*(?:hornbook|\.stage-|\.old-)|begun/[0-9]+-[0-9a-f]{64}$)")
"""What is ours while a command runs, entries of a shard's cache too: nobody takes it for something of the project."""
_ENTRY = re.compile(r"shard-[0-9]+/[0-9a-f]{2}/[0-9a-f]{62}")
"""An entry of the cache that a shard is: one that is missing, as after two runs at once, costs time alone."""
_SMALLEST, _LARGEST = 64 * 1024, 8 << 20


def kill_once(writing: Writing, where: Where, chance: Random, known: Known) -> list[str]:
    """Kill one run, call it again, and say what is wrong then."""
    is_cold, goes_back = chance.random() < _COLD, writing.has_older and chance.random() < _BACK
    goes_back = goes_back and writing.whole is not None  # else something of the new one stays, as in a cache
    course = known.cold if is_cold else known.warm
    for _ in range(_TRIES):
        where.begin()
        if is_cold:
            where.forget()
        moment = course.moment(chance)
        if _is_killed(writing, where, moment):
            break
    else:
        return ["it was never killed"]
    torn = _torn(tree(where.everything), writing, known)
    if goes_back:
        change_back(where.project)
    before = {path: data for path, data in known.before.items() if path not in CHANGED}
    wrong = [*(f"torn: {name}" for name in torn), *mended(writing, where, before if goes_back else known.after)]
    how = f"at {moment}{', without a cache' if is_cold else ''}{', and back' if goes_back else ''}"
    return [f"{how}: {one}" for one in wrong]


def _is_killed(writing: Writing, where: Where, moment: float | str) -> bool:
    """Begin a run and kill it then; whether it was not over before."""
    told = {"KILL_AT": moment} if isinstance(moment, str) else {}
    with subprocess.Popen(
        command(writing.arguments),
        cwd=where.project,
        env={**os.environ, "SERVED": str(where.everything / "served"), **where.environment, **told},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        if isinstance(moment, float):
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
    return process.returncode == -signal.SIGKILL


def mended(writing: Writing, where: Where, after: Tree) -> list[str]:
    """What is wrong once the command was called again undisturbed."""
    done = run(where.project, writing.arguments, where.environment)
    wrong = [] if done.returncode in writing.ends | writing.again else [f"ended with {done.returncode}: {done.stderr}"]
    found = tree(where.everything)
    lacking = {name for name in after.keys() - found.keys() if _ENTRY.fullmatch(name)}
    names = (found.keys() | after.keys()) - lacking
    different = sorted(name for name in names if found.get(name, 0) != after.get(name, 0))
    bugs = [f"a bug: {done.stderr[-500:]}"] if _is_a_bug(done.stderr) else []
    return [*wrong, *bugs, *(f"not as after: {one}" for one in different[:5]), *where.left()]


def _is_a_bug(told: str) -> bool:
    """Whether something was raised that nobody expected."""
    return "Traceback" in told or "a bug of ours" in told


def _torn(found: Tree, writing: Writing, known: Known) -> list[str]:
    """The files, and the folder that is one whole, that are neither the old nor the new one."""
    seen = {path: data for path, data in found.items() if not _HIDDEN.search(path) and data is not None}
    odd = [path for path, data in seen.items() if data not in {known.before.get(path), known.after.get(path)}]
    whole = writing.whole
    if whole is not None and _below(whole, found) not in (_below(whole, known.before), _below(whole, known.after)):
        odd.append(whole)
    return odd[:5]


def _below(name: str, everything: Tree) -> Tree:
    return {path: data for path, data in everything.items() if path.startswith(f"{name}/") and data is not None}


def two_at_once(writing: Writing, where: Where, known: Known) -> list[str]:
    """Begin two runs at the same moment; what is wrong after both, and after one more."""
    where.begin()
    both = [
        subprocess.Popen(
            command(writing.arguments),
            cwd=where.project,
            env={**os.environ, "SERVED": str(where.everything / "served"), **where.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    told = [one.communicate()[1] for one in both]
    return [*(f"a bug: {one[-500:]}" for one in told if _is_a_bug(one)), *mended(writing, where, known.after)]


def on_small_disks(writing: Writing, chance: Random) -> list[str]:
    """Run on disks on which there is not room enough, and on ones that nobody may write to; then where there is.

    It takes mounts of its own: this is called under `unshare --mount`.
    """
    wrong: list[str] = []
    with ready(writing) as (where, known):
        for names in (("all",), ("tmp", "cache")):
            for mode in ("full", "closed"):
                found = _on_disks([where.folder / name for name in names], mode, writing, where, known, chance)
                wrong += [f"{mode} {' and '.join(names)}: {one}" for one in found]
    return wrong


def _on_disks(
    disks: Sequence[Path], mode: str, writing: Writing, where: Where, known: Known, chance: Random
) -> list[str]:
    held = sum(len(data or b"") + 4096 for data in known.before.values()) if where.everything in disks else 0
    room = held + (chance.randrange(_SMALLEST, _LARGEST) if mode == "full" else _LARGEST)
    where.begin()
    with ExitStack() as stack:
        for disk in disks:
            shutil.rmtree(disk)
            disk.mkdir()
            _mount(["-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)])
            stack.callback(subprocess.run, ["umount", str(disk)], check=True)
        if where.everything in disks:
            shutil.copytree(where.folder / "start", where.everything, dirs_exist_ok=True, symlinks=True)
        for disk in disks if mode == "closed" else ():
            _mount(["-o", "remount,ro", str(disk)])
        done = run(where.project, writing.arguments, where.environment)
        found = tree(where.everything)
        wrong = [done.stderr[-500:]] if _is_a_bug(done.stderr) else []
        wrong += [f"torn {name}" for name in _torn(found, writing, known)]
        wrong += ["it said nothing"] if done.returncode == 0 and found != known.after else []
        for disk in disks:
            _mount(["-o", f"remount,rw,size={room + 4 * _LARGEST}", str(disk)])
        return wrong + mended(writing, where, known.after)


def _mount(arguments: Sequence[str]) -> None:
    subprocess.run(["mount", *arguments], check=True)


def attack(name: str, kills: int, seed: int, *, disks: int) -> list[str]:
    """Disturb one command in every way; what was found wrong."""
    writing, chance = WRITING[name], Random(f"{seed}-{name}")
    wrong: list[str] = []
    if kills:
        with ready(writing) as (where, known):
            for number in range(kills):
                wrong += [f"kill {number} {one}" for one in kill_once(writing, where, chance, known)]
                print(f"{name}: {number + 1} kills, {len(wrong)} wrong", end="\r", flush=True)
            wrong += [f"two at once: {one}" for one in two_at_once(writing, where, known)]
    for _ in range(disks):
        wrong += on_small_disks(writing, chance)
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
        twice = "two at once, " if kills else ""
        print(f"{name}: {kills} kills, {twice}{called.disks} small disks: {len(found)} wrong", flush=True)
        for one in found:
            print(f"  {one}", flush=True)
        wrong += found
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
