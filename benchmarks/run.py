"""Measure whole builds, and what else takes time, against peers; write it all to `benchmarks/results.md`.

`make bench` runs this. Every figure is that of whole processes on vocabularies that are generated: ours and the peers'
take turns, and the medians and the ratios of the pairs are told, by the clock and by processors, since the clock tells
little where a machine does other things too. Some rows need programs that the Makefile does not bring (`dot` of
Graphviz); where one is missing its rows are left out, and that is said.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from benchmarks.as_sphinx import as_needs, as_sphinx
from benchmarks.processes import Command, Cost, cost_of, middle, paired, ratio
from benchmarks.vocabularies import clustered, write
from hornbook.load.outside import digest, parts_of
from hornbook.model.outside import KEPT, KEPT_PART

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results.md"
LIMITS = RESULTS.with_name("limits.md")
"""What the figures mean, and what stands in the way of better ones; written by hand."""
HORNBOOK = Path(sys.executable).parent / "hornbook"
PEERS = ROOT / ".venv-peers" / "bin" / "python"
_QUESTION = "outer-alignment + inner-alignment => intent-alignment assuming mesa-optimizer"
_OFF = {"HORNBOOK_CACHE": "off"}
_GLOSSARY = "glossary/glossary.yaml"
_OF_PEERS = "outputs: {neighbourhoods: [], frameworks: [], proofs: [], data: [], embeds: [], cards: site}\n"
"""Of what the peers have nothing, nothing: drawings as files, proofs, data, and what other sites can show."""
_LEAST = 50
"""As many terms a framework has where there are several."""
_MACHINES = 4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured."""

    terms: int
    growth: int
    """The larger of the two vocabularies whose builds are compared."""
    runs: int


FULL, SMALL = Sizes(1_000, 5_000, 3), Sizes(100, 200, 1)


def main() -> None:
    """Measure everything, or the parts that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="one of the parts; may be given again")
    parser.add_argument("--small", action="store_true", help="small vocabularies and one run of each, to try it")
    parser.add_argument("--runs", type=int, help="how many runs of each command")
    parser.add_argument("--out", type=Path, default=RESULTS)
    chosen = parser.parse_args()
    sizes = SMALL if chosen.small else FULL
    sizes = Sizes(sizes.terms, sizes.growth, chosen.runs or sizes.runs)
    told = [_preface(sizes)]
    for name in chosen.only or PARTS:
        with tempfile.TemporaryDirectory(prefix="hornbook-bench-") as folder:
            print(f"{name} …", flush=True)
            told.append("\n".join(PARTS[name](sizes, Path(os.path.realpath(folder)))))
            chosen.out.write_text("\n\n".join((*told, LIMITS.read_text(encoding="utf-8"))), encoding="utf-8")
    print(f"The results are in {chosen.out}")


def _preface(sizes: Sizes) -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = f" The load was {os.getloadavg()[0]:.1f} when it began." if hasattr(os, "getloadavg") else ""
    return (
        f"# What takes how long\n\nMade by `make bench` (`benchmarks/run.py`), whole processes, "
        f"medians of {sizes.runs} paired runs. {platform.system()} on {platform.machine()}, {cores} cores, "
        f"{_processor()}, Python {platform.python_version()}.{load} A ratio above 1 says that we are so many times "
        "faster; “CPU” counts the seconds of all cores, which other work on a machine changes less than the clock."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "an unknown processor"
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "an unknown processor")


def _builds(sizes: Sizes, folder: Path) -> Iterator[str]:
    """The same content built by us and by peers; at the end what we make of it where nothing is left out."""
    yield f"## Whole builds: {sizes.terms:,} terms in frameworks of {_LEAST}, a drawing for each\n"
    files = clustered(sizes.terms, _LEAST)
    commands = [_site(folder / "alike", sizes.terms, _LEAST, _OF_PEERS)]
    if PEERS.exists() and shutil.which("dot"):
        commands += [_sphinx("Sphinx, two processes", folder / "sphinx", as_sphinx(files))]
        commands += [_sphinx("sphinx-needs, two processes", folder / "needs", as_needs(files))]
    else:
        yield "The peers are left out: `make bench` installs them, and they need `dot`.\n"
    whole = _site(folder / "ours", sizes.terms, _LEAST)
    commands.append(replace(whole, name=f"{whole.name}, with files for other programs and embeds"))
    costs = paired(commands, sizes.runs)
    yield from _table(commands, costs, {one.name: _megabytes(one.folder / "site") for one in commands})


def _site(folder: Path, terms: int, a_framework: int, outputs: str = "") -> Command:
    files = clustered(terms, a_framework)
    write({**files, _GLOSSARY: files[_GLOSSARY] + outputs}, folder)
    ids: list[str | Path] = [HORNBOOK, "check", "--update-ids"]
    subprocess.run(ids, cwd=folder, env=os.environ | _OFF, stdout=subprocess.DEVNULL, check=True)
    name = f"Hornbook, {terms:,} terms" + ("" if a_framework else " in one framework")
    return Command(
        name=name, arguments=[HORNBOOK, "site"], folder=folder, environment=_OFF, before=_without(folder / "site")
    )


def _sphinx(name: str, folder: Path, files: dict[str, str]) -> Command:
    write(files, folder)
    arguments: list[str | Path] = [PEERS, "-m", "sphinx", "-j2", "-q", "-E", ".", "site"]
    return Command(name=name, arguments=arguments, folder=folder, environment={}, before=_without(folder / "site"))


def _without(folder: Path) -> Callable[[], None]:
    return partial(shutil.rmtree, folder, ignore_errors=True)


def _growth(sizes: Sizes, folder: Path) -> Iterator[str]:
    """How builds grow with a vocabulary."""
    yield f"## Growth: from {sizes.terms:,} to {sizes.growth:,} terms, a ratio of {sizes.growth / sizes.terms:g}\n"
    for a_framework in (_LEAST, 0):
        commands = [_site(folder / f"{a_framework}-{terms}", terms, a_framework) for terms in _ends(sizes)]
        costs = paired(commands, 1)
        small, large = (middle(one) for one in costs)
        words = f"frameworks of {a_framework}" if a_framework else "one framework"
        yield (
            f"- {words}: {large.wall / small.wall:.1f} times the time ({small.wall:.1f} to {large.wall:.1f} s), "
            f"{large.cpu / small.cpu:.1f} times the CPU, {large.memory / small.memory:.1f} times the memory "
            f"({small.memory:.0f} to {large.memory:.0f} MB)"
        )


def _ends(sizes: Sizes) -> tuple[int, int]:
    return sizes.terms, sizes.growth


def _startup(sizes: Sizes, _: Path) -> Iterator[str]:
    """What short commands take on this project's own glossary."""
    yield "## Start-up, on this project’s own glossary\n"
    asked = {"--help": ["--help"], "check": ["check"], "ask": ["ask", _QUESTION]}
    for words, environment in (("without a cache", _OFF), ("with what an earlier run kept", {})):
        commands = [
            Command(name=f"`hornbook {name}`", arguments=[HORNBOOK, *more], folder=ROOT, environment=environment)
            for name, more in asked.items()
        ]
        costs = paired(commands, 3 * sizes.runs + 1)
        told = (
            f"{one.name} {middle(cost[1:]).wall:.2f} s (CPU {middle(cost[1:]).cpu:.2f})"
            for one, cost in zip(commands, costs, strict=True)
        )
        yield f"- {words}: {', '.join(told)}"


def _incremental(sizes: Sizes, folder: Path) -> Iterator[str]:
    """What a build takes again."""
    yield f"## Again: {sizes.terms:,} terms, built a second time\n"
    project, cache = folder / "project", folder / "cache"
    cache.mkdir(mode=0o700)
    start = _site(project, sizes.terms, _LEAST)
    term = next((project / "glossary" / "terms").glob("*.yaml"))

    def edited() -> None:
        term.write_text(term.read_text(encoding="utf-8").replace("short: ", "short: Again "), encoding="utf-8")

    for verb in ("build", "site"):
        steps = (("cold", lambda: None), ("unchanged", lambda: None), ("one term edited", edited))
        shutil.rmtree(cache)
        cache.mkdir(mode=0o700)
        costs = [
            paired(
                [
                    Command(
                        name=name,
                        arguments=[HORNBOOK, verb],
                        folder=start.folder,
                        environment={"HORNBOOK_CACHE": str(cache)},
                        before=before,
                    )
                ],
                1,
            )[0][0]
            for name, before in steps
        ]
        cold, *others = costs
        told = (
            f"{name} {cost.wall:.2f} s (1/{cold.wall / cost.wall:.1f}; CPU {cost.cpu:.2f}, 1/{cold.cpu / cost.cpu:.1f})"
            for (name, _), cost in zip(steps[1:], others, strict=True)
        )
        yield f"- `hornbook {verb}`: cold {cold.wall:.2f} s (CPU {cold.cpu:.2f}), {', '.join(told)}"


def _apart(sizes: Sizes, folder: Path) -> Iterator[str]:
    """What more machines are good for, each command by itself, as on a machine of its own."""
    yield f"## Beyond one machine: {sizes.terms:,} terms, {_MACHINES} machines\n"
    whole = _site(folder / "whole", sizes.terms, _LEAST)
    shards = [folder / f"shard-{number}" for number in range(1, _MACHINES + 1)]
    make = [
        Command(
            name=f"shard {number}",
            arguments=[HORNBOOK, "build", "--shard", f"{number}/{_MACHINES}", "--out", shard],
            folder=whole.folder,
            environment=_OFF,
            before=_without(shard),
        )
        for number, shard in enumerate(shards, start=1)
    ]
    joined = folder / "joined"
    join = Command(
        name="join",
        arguments=[HORNBOOK, "join", "--out", joined, *shards],
        folder=whole.folder,
        environment=_OFF,
        before=_without(joined),
    )
    at_once, *parts, last = (cost for [cost] in paired([whole, *make, join], 1))
    slowest = max(parts, key=lambda one: one.wall)
    same = _tree(whole.folder / "site") == _tree(joined)
    yield (
        f"- one vocabulary in shards: {at_once.wall:.1f} s in one build; {slowest.wall:.1f} s the slowest shard and "
        f"{last.wall:.1f} s to join them, {(slowest.wall + last.wall) / at_once.wall:.2f} of that; CPU "
        f"{at_once.cpu:.1f}, {slowest.cpu:.1f} and {last.cpu:.1f} s. The two sites are "
        f"{'the same to the byte' if same else 'NOT THE SAME'}."
    )
    one = _one_of_several(folder, sizes.terms // _MACHINES)
    [[alone]] = paired([one], 1)
    yield (
        f"- vocabularies that cite one another: after a change the one that changed is built, of "
        f"{sizes.terms // _MACHINES:,} terms: {alone.wall:.1f} s, {alone.wall / at_once.wall:.2f} of the whole; CPU "
        f"{alone.cpu:.1f} s"
    )


def _one_of_several(folder: Path, terms: int) -> Command:
    """The build of one of several vocabularies, which cites all the others."""
    *others, changed = (_site(folder / f"vocabulary-{number}", terms, _LEAST) for number in range(_MACHINES))
    imports = "imports:\n"
    for number, other in enumerate(others):
        cost_of(other)
        name, data = f"other-{number}", other.folder / "site" / "api" / "v1"
        text = (data / "glossary.json").read_text(encoding="utf-8")
        (changed.folder / KEPT.format(name)).parent.mkdir(parents=True, exist_ok=True)
        (changed.folder / KEPT.format(name)).write_text(text, encoding="utf-8")
        for part, named in enumerate(parts_of(text), start=1):
            shutil.copyfile(data / named.url, changed.folder / KEPT_PART.format(name, part))
        imports += f"  - {{id: {name}, url: 'https://example.org/{number}.json', sha256: {digest(text)}}}\n"
    with (changed.folder / "glossary" / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write(imports)
    return changed


def _tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _drawings(sizes: Sizes, _: Path) -> Iterator[str]:
    """What drawings take."""
    yield "## Drawings: neighbourhoods, in milliseconds of processors\n"
    arguments = [sys.executable, "-m", "benchmarks.drawings", str(sizes.terms)]
    told = [_said(arguments).split() for _ in range(2)][1]  # the first leaves the compiled Graphviz behind
    first, each, *by_process = map(float, told)
    yield f"- the first in a process: {first:.0f}; each further one, with its layout and its SVG: {each:.1f}"
    if by_process:
        yield f"- by a process of `dot` each: {by_process[0]:.1f}, {by_process[0] / each:.1f} times as much"


def _logic(_: Sizes, __: Path) -> Iterator[str]:
    """What answers take against python-sat."""
    yield "## Logic: answers on Horn clauses, as multiples of python-sat’s `propagate()`\n"
    yield f"```text\n{_said([sys.executable, '-m', 'benchmarks.horn', 'peer']).rstrip()}\n```"


def _said(arguments: Sequence[str]) -> str:
    return subprocess.run(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def _bytes(sizes: Sizes, folder: Path) -> Iterator[str]:
    """What readers and hosts get."""
    yield f"## Bytes: {sizes.terms:,} terms\n"
    for a_framework in (_LEAST, 0):
        command = _site(folder / str(a_framework), sizes.terms, a_framework)
        paired([command], 1)
        pages = {page.relative_to(command.folder / "site"): page for page in (command.folder / "site").rglob("*.html")}
        size = {path.as_posix(): page.stat().st_size for path, page in pages.items()}
        terms = max(count for path, count in size.items() if path.startswith("terms/") and path.count("/") == 2)
        yield (
            f"- {f'frameworks of {a_framework}' if a_framework else 'one framework'}: HTML "
            f"{sum(size.values()) / sizes.terms / 1000:.0f} kB a term, {len(size) / sizes.terms:.1f} pages a term; "
            f"the largest page of a term {terms / 1000:.0f} kB, the largest of all {max(size.values()) / 1000:.0f} kB"
        )


def _table(commands: Sequence[Command], costs: Sequence[Sequence[Cost]], output: dict[str, float]) -> Iterator[str]:
    yield "| what | seconds | ratio | CPU seconds | ratio | peak memory, MB | output, MB |"
    yield "|---|---|---|---|---|---|---|"
    for command, own in zip(commands, costs, strict=True):
        one, (wall, cpu) = middle(own), ratio(own, costs[0])
        yield (
            f"| {command.name} | {one.wall:.1f} | {wall:.2f} | {one.cpu:.1f} | {cpu:.2f} | {one.memory:.0f} | "
            f"{output[command.name]:.0f} |"
        )


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


PARTS: dict[str, Callable[[Sizes, Path], Iterator[str]]] = {
    "builds": _builds,
    "growth": _growth,
    "startup": _startup,
    "again": _incremental,
    "apart": _apart,
    "drawings": _drawings,
    "logic": _logic,
    "bytes": _bytes,
}

if __name__ == "__main__":
    main()
