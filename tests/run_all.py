"""Run every check and every test, each in its own process; pytest comes last, so that its summary does.

`make test` runs this in the project's own environment.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

CHECKS = {
    "the style": [str(BIN / "ruff"), "check", "."],
    "the layout of the code": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
    "the types": [str(BIN / "mypy"), "builder", "tests", "benchmarks", "tools", "requirements"],
    "the layers": [str(BIN / "lint-imports"), "--no-cache"],
    "the glossary": [str(BIN / "hornbook"), "check", "--strict"],
}
TESTS = ["-m", "pytest", "-n", "auto", "--dist", "worksteal", "-q", "--cov", "--cov-report=term:skip-covered"]


def main() -> int:
    """Say what runs; go on after a failure, so that one run shows everything."""
    failed = []
    for name, command in CHECKS.items():
        print(f"Checking {name} …", flush=True)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    print("Running the tests …", flush=True)
    if subprocess.run([sys.executable, *TESTS], cwd=ROOT, check=False).returncode:
        failed.append("the tests")
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
