"""One commit, the same bytes: a project is built in every circumstance that should not matter.

`python -m tests.reproduced [PROJECT] [--with HORNBOOK …]` builds the flagship, or another project, in each, and says
which files differ from a plain build; `--with` names programs of other environments, such as other versions of Python.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

HORNBOOK = Path(sys.executable).parent / "hornbook"
LEFT_OUT = shutil.ignore_patterns("build", "site", ".*", "node_modules", "tests", "builder")
_SHARDS = 3


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What surrounds a build; what is left out is as in a plain one."""

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: str = "project"
    one_core: bool = False
    umask: int = -1
    times: int = 1
    """How often it is built; where there is a cache, from what the last build kept."""
    shards: bool = False
    cached: bool = False
    stranger: bool = False
    """As another user, who owns nothing, without a home."""


PLAIN = Circumstance("a plain build")
ALL_AT_ONCE = Circumstance(
    "all that a shell can differ in, at once",
    {"PYTHONHASHSEED": "20", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "COLUMNS": "41", "NO_COLOR": "1"},
    folder="ein Ordner – папка",
    one_core=True,
    umask=0o077,
)
CIRCUMSTANCES = (
    Circumstance("another folder, with spaces and letters of two scripts", folder="ein Ordner – папка"),
    *(Circumstance(f"the seed {seed} for hashes", {"PYTHONHASHSEED": seed}) for seed in ("0", "1", "4294967295")),
    *(
        Circumstance(f"the locale {name}", {"LC_ALL": name})
        for name in ("C", "POSIX", "tr_TR.UTF-8", "de_DE.ISO-8859-1")
    ),
    *(Circumstance(f"the time zone {name}", {"TZ": name}) for name in ("Pacific/Kiritimati", "America/St_Johns")),
    Circumstance("one core", one_core=True),
    Circumstance("files that nobody else may read", umask=0o077),
    Circumstance("another user without a home", {"HOME": "/nonexistent"}, stranger=True),
    Circumstance("from a cache", cached=True, times=2),
    Circumstance("in shards, joined", shards=True, cached=True),
    ALL_AT_ONCE,
)


def built(project: Path, around: Circumstance, place: Path, hornbook: Path = HORNBOOK) -> dict[str, bytes]:
    """The site that the program `hornbook` makes of a copy of `project` under `place`."""
    copy = shutil.copytree(project, place / around.folder, ignore=LEFT_OUT)
    kept = {"HORNBOOK_CACHE": str(place / "cache") if around.cached else "off"}
    environment = {**os.environ, **kept, **around.environment}
    if around.stranger:
        for path in (place, *place.rglob("*")):
            os.chown(path, _NOBODY, _NOBODY)

    def run(*words: str) -> None:
        done = subprocess.run(
            [hornbook, *words],
            cwd=copy,
            env=environment,
            umask=around.umask,
            user=_NOBODY if around.stranger else None,
            preexec_fn=_on_one_core if around.one_core else None,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"{around.name}: {done.stderr.decode(errors='replace')[-2000:]}")

    if around.shards:
        folders = [str(place / f"shard-{number}") for number in range(1, _SHARDS + 1)]
        for number, folder in enumerate(folders, start=1):
            run("build", "--shard", f"{number}/{_SHARDS}", "--out", folder)
        run("join", *folders)
    for _ in range(0 if around.shards else around.times):
        run("site")
    site = copy / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


_NOBODY = 65534


def _on_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def can_be(around: Circumstance) -> bool:
    """Whether this machine and this user can bring it about."""
    return (not around.stranger or os.geteuid() == 0) and (not around.one_core or hasattr(os, "sched_setaffinity"))


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that only one of two sites has, or that differ."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def main() -> int:
    """Build in each circumstance, and say what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path, nargs="?", default=Path(__file__).resolve().parent.parent)
    parser.add_argument("--with", type=Path, nargs="*", default=[], dest="others", metavar="HORNBOOK")
    chosen = parser.parse_args()
    return 1 if any([*_told(chosen.project, chosen.others)]) else 0


def _told(project: Path, others: list[Path]) -> Iterator[bool]:
    plain = _apart(project, PLAIN)
    print(f"{PLAIN.name}: {len(plain)} files", flush=True)
    runs = [(around.name, around, HORNBOOK) for around in CIRCUMSTANCES if can_be(around)]
    for name, around, hornbook in (*runs, *((f"{other}, {PLAIN.name}", PLAIN, other) for other in others)):
        different = differing(plain, _apart(project, around, hornbook))
        print(f"{name}: {len(different)} files differ {' '.join(different[:5])}".rstrip(), flush=True)
        yield bool(different)


def _apart(project: Path, around: Circumstance, hornbook: Path = HORNBOOK) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory(prefix="hornbook-reproduced-") as folder:
        place = Path(os.path.realpath(folder))
        place.chmod(0o755)  # so that another user can come in
        return built(project, around, place, hornbook)


if __name__ == "__main__":
    sys.exit(main())
