"""Break the program in small ways and see whether the tests notice: mutation testing, with the operators of Cosmic Ray.

A development program with an environment of its own, which `make mutants` makes. `tools/mutants.py logic --count 100
--seed 1` breaks the package `logic` in a hundred ways drawn at random, one at a time, in copies of this checkout, and
runs the tests named after it with this project's `.venv`. It says how many were noticed, and shows those that were not;
more than one in ten is a failure. The same seed draws the same mutants.
"""

import argparse
import ast
import difflib
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("builder/hornbook")
_LEFT_OUT = ("core/RemoveDecorator", "core/VariableInserter", "core/VariableReplacer")
"""Most mutants of the first differ in nothing that a test could see, as in what is kept; the others need names."""
_SECONDS = 300
_COPIED = shutil.ignore_patterns(".git", ".venv*", "node_modules", "build", "site", ".*_cache", "__pycache__")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module: which operator changes which of the places that it could."""

    module: Path
    operator: str
    occurrence: int


def mutants_of(module: Path) -> Iterator[Mutant]:
    """All mutants of a module, but for those of types."""
    code = (ROOT / module).read_text(encoding="utf-8")
    nodes, typed = list(ast_nodes(get_ast(code))), _lines_of_types(code)
    for name in sorted(set(operator_names()) - {*_LEFT_OUT}):
        operator = get_operator(name)()
        places = (place for node in nodes for place in operator.mutation_positions(node))
        yield from (Mutant(module, name, number) for number, ((line, _), _) in enumerate(places) if line not in typed)


def written(mutant: Mutant) -> tuple[str, str]:
    """The module as it is, and as the mutant has it."""
    code = (ROOT / mutant.module).read_text(encoding="utf-8")
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


def is_noticed(mutant: Mutant, copy: Path, tests: Sequence[str]) -> bool:
    """Whether some test fails, or goes on without end, in a copy of the checkout with the mutant in it."""
    file = copy / mutant.module
    original = file.read_bytes()
    file.write_text(written(mutant)[1], encoding="utf-8")
    command = [str(ROOT / ".venv/bin/python"), "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(
            command,
            cwd=copy,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": f"{copy / 'builder'}:{copy}", "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_bytes(original)
    return done.returncode != 0


def main() -> int:
    """Break what is named, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", help="a folder or module below builder/hornbook")
    parser.add_argument("--tests", nargs="*", help="what should notice; tests/PACKAGE if left out")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--at-once", type=int, default=2)
    chosen = parser.parse_args()
    place = ROOT / PACKAGE / chosen.package
    modules = [place] if place.is_file() else sorted(place.rglob("*.py"))
    every = [mutant for module in modules for mutant in mutants_of(module.relative_to(ROOT))]
    drawn = random.Random(chosen.seed).sample(every, min(chosen.count, len(every)))  # noqa: S311
    survivors = _survivors(drawn, chosen.tests or [f"tests/{chosen.package}"], chosen.at_once)
    print(f"{len(every):,} mutants, {len(drawn)} drawn, {len(drawn) - len(survivors)} noticed")
    return 1 if len(survivors) * 10 > len(drawn) else 0


def _survivors(drawn: Sequence[Mutant], tests: Sequence[str], at_once: int) -> list[Mutant]:
    with tempfile.TemporaryDirectory(prefix="hornbook-mutants-") as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(at_once):
            copies.put(shutil.copytree(ROOT, Path(folder) / str(number), symlinks=True, ignore=_COPIED))

        def survives(mutant: Mutant) -> bool:
            copy = copies.get()
            try:
                noticed = is_noticed(mutant, copy, tests)
            finally:
                copies.put(copy)
            if not noticed:
                print(difference(mutant), end="\n\n", flush=True)
            return not noticed

        with ThreadPoolExecutor(at_once) as pool:
            found = list(pool.map(survives, drawn))
    return [mutant for mutant, survived in zip(drawn, found, strict=True) if survived]


if __name__ == "__main__":
    sys.exit(main())
