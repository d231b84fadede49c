"""Run every check and every test, the short ones beside the tests that take longest.

`make test` runs this in the project's own environment. More is tried with HYPOTHESIS_PROFILE=ci, most with `nightly`.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTEST = [sys.executable, "-m", "pytest", "-q"]
MEASURED = ["tests/logic", "tests/check", "tests/test_cases.py"]
"""What must come through every branch of `logic` and `check`. Measuring takes as long again, so that it is done here
alone, with few examples of each law; where many are tried, they are as well, unmeasured."""
REST = [] if os.environ.get("HYPOTHESIS_PROFILE") in {"ci", "nightly"} else [f"--ignore={path}" for path in MEASURED]

SHORT = {
    "The style": [str(BIN / "ruff"), "check", "."],
    "The layout of the code": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
    "The layers": [str(BIN / "lint-imports"), "--no-cache"],
    "The glossary": [str(BIN / "hornbook"), "check", "--strict"],
    "The layout of the glossary": [str(BIN / "hornbook"), "fmt", "--check"],
    "The types": [str(BIN / "mypy"), "builder", "tests", "benchmarks", "tools", "requirements", ".github"],
    "The logic, the checks and their branches": [*PYTEST, *MEASURED, "--cov", "--cov-report=term:skip-covered"],
}
LONG = ("The tests", [*PYTEST, *REST, "-n", "auto", "--dist", "worksteal"])


def main() -> int:
    """Say what came of each; go on after a failure, so that one run shows everything."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        running = {name: beside.submit(_run, name, command) for name, command in SHORT.items()}
        name, command = LONG
        passed = {name: subprocess.run(command, cwd=ROOT, check=False).returncode == 0}
    passed |= {name: one.result() for name, one in running.items()}
    failed = [name for name, fine in passed.items() if not fine]
    if failed:
        print(f"Failed: {'; '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def _run(name: str, command: list[str]) -> bool:
    """Run one of the short ones to its end, say what came of it, and whether it passed."""
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "quick"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    print(f"\n{name}: {'failed' if done.returncode else 'fine'}", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
