"""Break the program in small ways and see whether the tests notice: mutation testing, with the operators of Cosmic Ray.

A development program with an environment of its own, which `make mutants` makes. `tools/mutants.py logic --count 100
--seed 1` breaks the package `logic` in a hundred ways drawn at random, one at a time, in copies of this checkout; with
`--all` in every way. Of the tests of the package those are run that reach what is broken, the quickest first, in this
project's `.venv` (`tools/trials.py`). It says how many were noticed, and shows those that were not; more than one in
ten is a failure. The same seed draws the same mutants. What came of each is written down at once in `.mutants`, and a
later run goes on from there, for as long as a module stays as it is; `--again` tries what no test had noticed.
"""

import argparse
import ast
import difflib
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("builder/hornbook")
KEPT = ROOT / ".mutants"
_LEFT_OUT = {
    "core/RemoveDecorator",  # most differ in nothing that a test could see, as in what is kept
    "core/VariableInserter",  # needs names
    "core/VariableReplacer",  # needs names
    "core/ReplaceComparisonOperator_Is_Eq",  # `is` is used of None, truth values and enumerations, where it is the same
    "core/ReplaceComparisonOperator_IsNot_NotEq",  # likewise
}
_NOT_COPIED = (".git", ".venv*", ".mutants", "node_modules", "build", "site", ".*_cache", "__pycache__")
TESTS = {
    "addresses": ["tests/addresses", "tests/test_addresses.py"],
    "cli": ["tests/test_cli.py"],
    "serve": ["tests/test_serve.py", "tests/test_serve_connections.py"],
    "site.py": ["tests/test_site.py", "tests/test_scratch.py"],
    "production.py": ["tests/test_one_run.py", "tests/test_shards.py", "tests/test_outputs.py", "tests/cache"],
    "publish": ["tests/publish", "tests/cache"],
    "shards.py": ["tests/test_shards.py"],
    "spread.py": ["tests/test_spread.py"],
    "scratch.py": ["tests/test_scratch.py"],
    "policy.py": ["tests/test_policy.py"],
    "misuse.py": ["tests/test_misuse.py"],
    "kinds.py": ["tests/test_kinds.py"],
    "disk.py": ["tests/test_disk.py", "tests/edits", "tests/cache"],
    "processes.py": ["tests/test_scratch.py", "tests/test_spread.py"],
    "drawings.py": ["tests/cache/test_drawings.py", "tests/diagrams"],
    "drawing_files.py": ["tests/cache/test_drawings.py", "tests/diagrams"],
    "kept_drawings.py": ["tests/cache/test_drawings.py"],
    "consulted.py": ["tests/lint", "tests/reports"],
    "context_protocol": ["tests/lint/test_context_protocol.py"],
    "markdown_extension": ["tests/lint/test_markdown_extension.py"],
    "notebook.py": ["tests/lint/test_notebook.py"],
}
"""The tests of what has none in a folder of its own name, or others as well."""
_OF_WHOLE_PROJECTS = ["tests/test_cases.py", "tests/test_site.py", "tests/test_outsiders.py"]
"""What is said of whole projects and made of them; the logic has to be held by tests of its own."""

SURVIVED = {"survived", "unreached"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module: which operator changes which of the places that it could, and in which line."""

    module: Path
    operator: str
    occurrence: int
    line: int


def mutants_of(module: Path) -> Iterator[Mutant]:
    """All mutants of a module, but for those of types."""
    code = _text(module)
    nodes, typed = list(ast_nodes(get_ast(code))), _lines_of_types(code)
    for name in sorted(set(operator_names()) - _LEFT_OUT):
        operator = get_operator(name)()
        places = (place for node in nodes for place in operator.mutation_positions(node))
        numbered = ((number, line) for number, ((line, _), _) in enumerate(places))
        yield from (Mutant(module, name, number, line) for number, line in numbered if line not in typed)


@cache
def _text(module: Path) -> str:
    return (ROOT / module).read_text(encoding="utf-8")


def written(mutant: Mutant) -> tuple[str, str]:
    """The module as it is, and as the mutant has it."""
    code = _text(mutant.module)
    return code, mutate_code(code, get_operator(mutant.operator)(), mutant.occurrence) or code


def difference(mutant: Mutant) -> str:
    """What a mutant changes, as a diff."""
    before, after = (text.splitlines() for text in written(mutant))
    return "\n".join(difflib.unified_diff(before, after, str(mutant.module), mutant.operator, lineterm="", n=1))


def _lines_of_types(code: str) -> set[int]:
    """The lines of annotations, which say nothing when the program runs."""
    types: list[ast.expr | None] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef):
            types += [node.returns, *(one.annotation for one in (*node.args.args, *node.args.kwonlyargs))]
        elif isinstance(node, ast.AnnAssign):
            types.append(node.annotation)
    return {line for one in types if one is not None for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}


@cache
def _statements(module: Path) -> dict[int, range]:
    """For each line within functions the lines of its innermost statement, without the statements that this holds."""
    found: dict[int, range] = {}
    functions = (one for one in ast.walk(ast.parse(_text(module))) if isinstance(one, ast.FunctionDef))
    for node in (inner for one in functions for statement in one.body for inner in ast.walk(statement)):
        if isinstance(node, ast.stmt | ast.excepthandler):
            held = getattr(node, "body", None) or getattr(node, "cases", None)
            last = max(node.lineno, _first_line(held[0]) - 1) if held else node.end_lineno
            own = range(node.lineno, (last or node.lineno) + 1)
            found |= dict.fromkeys(own, own)
    return found


def _first_line(node: ast.stmt | ast.match_case) -> int:
    return node.pattern.lineno if isinstance(node, ast.match_case) else node.lineno


class Trials:
    """A process in a copy of the checkout that measures tests and tries mutants with them, one after another."""

    def __init__(self, copy: Path, part: str) -> None:
        self._tests = [*(TESTS.get(part) or [f"tests/{part}"]), *([] if part == "logic" else _OF_WHOLE_PROJECTS)]
        self._process = subprocess.Popen(
            [str(ROOT / ".venv/bin/python"), str(copy / "tools/trials.py"), *self._tests],
            cwd=copy,
            env=_environment(copy),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def measured(self, part: str, first: int, every: int) -> list[dict[str, Any]]:
        """Of every so many tests one: how long each that passes without a mutant takes, and which lines it reaches."""
        answer = self._answer({"measured": str(PACKAGE / part), "first": first, "every": every})
        return [one for one in answer if one]

    def outcome(self, module: Path, code: str, seconds: dict[str, float]) -> str:
        """What the tests say where the module reads so: "survived", "failed", or "endless"."""
        return str(self._answer({"module": str(module), "code": code, "seconds": seconds}))

    def _answer(self, asked: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever JSON can say
        to, answers = self._process.stdin, self._process.stdout
        assert to is not None
        assert answers is not None
        to.write(json.dumps(asked) + "\n")
        to.flush()
        answer = answers.readline()
        if not answer:
            sys.exit(f"pytest ended by itself; try it on {' '.join(self._tests)}")
        return json.loads(answer)

    def end(self) -> None:
        """Let the process end."""
        self._process.communicate()


def _seconds_of(mutant: Mutant, tests: list[dict[str, Any]], most: float) -> dict[str, float]:
    """What runs the changed statement, the quickest first, so many seconds long; all tests, if an import runs it."""
    lines = _statements(mutant.module).get(mutant.line)
    chosen: dict[str, float] = {}
    for one in tests:
        reached = one["lines"].get(str(mutant.module), ())
        if (lines is None and one["lines"]) or (lines is not None and any(line in lines for line in reached)):
            chosen[one["test"]] = one["seconds"]
            if sum(chosen.values()) > most:
                break
    return chosen


def _environment(copy: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("HOME", "PATH", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": f"{copy / 'builder'}:{copy}", "HYPOTHESIS_PROFILE": "mutants", "PYTHONHASHSEED": "0"}


class Kept:
    """What came of the mutants of a part, now and in earlier runs in which their modules were as they are."""

    def __init__(self, part: str) -> None:
        KEPT.mkdir(exist_ok=True)
        self._file = KEPT / f"{part}.jsonl"
        lines = self._file.read_text(encoding="utf-8").splitlines() if self._file.exists() else []
        self.outcomes: dict[str, str] = dict(map(json.loads, lines))

    def outcome(self, mutant: Mutant) -> str | None:
        """What came of it, if it was tried."""
        return self.outcomes.get(_key(mutant))

    def write(self, mutant: Mutant, outcome: str) -> None:
        """Write down what came of it, after all that was."""
        self.outcomes[_key(mutant)] = outcome
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps([_key(mutant), outcome]) + "\n")


def _key(mutant: Mutant) -> str:
    return f"{mutant.module} {_digest(mutant.module)} {mutant.line} {mutant.operator} {mutant.occurrence}"


@cache
def _digest(module: Path) -> str:
    return hashlib.sha256(_text(module).encode()).hexdigest()[:12]


def try_all(part: str, drawn: Sequence[Mutant], kept: Kept, at_once: int, most: float) -> None:
    """Try each mutant of a part, write down what came of it, and show it where no test notices."""
    with tempfile.TemporaryDirectory(prefix="hornbook-mutants-") as folder, ThreadPoolExecutor(at_once) as pool:
        copies = [Path(folder) / str(number) for number in range(at_once)]
        for copy in copies:
            shutil.copytree(ROOT, copy, symlinks=True, ignore=shutil.ignore_patterns(*_NOT_COPIED))
        running = [Trials(copy, part) for copy in copies]
        measured = pool.map(lambda first: running[first].measured(part, first, at_once), range(at_once))
        tests = sorted(chain.from_iterable(measured), key=lambda one: (one["seconds"], one["test"]))
        _hold_without_mutant(part, drawn[0].module, tests, running[0])
        free: SimpleQueue[Trials] = SimpleQueue()
        for trials in running:
            free.put(trials)

        def one(mutant: Mutant) -> None:
            seconds, trials = _seconds_of(mutant, tests, most), free.get()
            outcome = trials.outcome(mutant.module, written(mutant)[1], seconds) if seconds else "unreached"
            free.put(trials)
            kept.write(mutant, outcome)
            if outcome in SURVIVED:
                print(difference(mutant), end="\n\n", flush=True)

        list(pool.map(one, drawn))
        for trials in running:
            trials.end()


def _hold_without_mutant(part: str, module: Path, tests: list[dict[str, Any]], trials: Trials) -> None:
    """End where tests fail without any mutant, as what they say of mutants would mean nothing."""
    seconds = {one["test"]: one["seconds"] for one in tests if one["lines"]}
    print(f"{part}: {len(seconds)} tests, of {sum(seconds.values()):.0f} s", file=sys.stderr, flush=True)
    outcome = trials.outcome(module, _text(module), seconds) if seconds else "survived"
    if outcome != "survived":
        sys.exit(f"the tests of {part} do not pass without a mutant: {outcome}")


def main() -> int:
    """Break what is named, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help="folders and modules of builder/hornbook; all of them if left out")
    parser.add_argument("--without", nargs="*", default=[], help="what is left out")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--again", action="store_true", help="only try once more what no test noticed")
    parser.add_argument("--seconds", type=float, default=60, help="how long tests may take for one, the quickest first")
    parser.add_argument("--at-once", type=int, default=2)
    chosen = parser.parse_args()
    parts = [part for part in chosen.parts or _parts() if part not in chosen.without]
    every = [(part, mutant) for part in parts for mutant in _mutants_of_part(part)]
    count = len(every) if chosen.all else min(chosen.count, len(every))
    drawn = random.Random(chosen.seed).sample(every, count)  # noqa: S311
    total: Counter[str] = Counter()
    for part in parts:
        kept = Kept(part)
        mutants = [mutant for owner, mutant in drawn if owner == part]
        wanted = SURVIVED if chosen.again else {None}
        left = [mutant for mutant in mutants if kept.outcome(mutant) in wanted]
        if left:
            try_all(part, left, kept, chosen.at_once, chosen.seconds)
        total.update(str(kept.outcome(mutant)) for mutant in mutants)
    noticed = total["failed"] + total["endless"]
    print(f"{len(every):,} mutants, {count:,} tried, {noticed:,} noticed; {dict(sorted(total.items()))}")
    return 1 if (count - noticed) * 10 > count else 0


def _parts() -> list[str]:
    places = (ROOT / PACKAGE).iterdir()
    return sorted(one.name for one in places if one.suffix == ".py" or (one / "__init__.py").exists())


def _mutants_of_part(part: str) -> Iterator[Mutant]:
    place = ROOT / PACKAGE / part
    for module in [place] if place.is_file() else sorted(place.rglob("*.py")):
        yield from mutants_of(module.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
