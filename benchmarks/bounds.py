"""Measure what is hard on purpose: each must end in ten seconds, with a message or with a site.

Run it as `python -m benchmarks.bounds`, or with some of the names in `tests/hard.py` after it.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hornbook.production import build_sources, examine
from tests.hard import HARD
from tests.load.project import loaded_with

LIMIT = 10.0


def main() -> None:
    """Check and build each project."""
    late = False
    for name in sys.argv[1:] or HARD:
        with tempfile.TemporaryDirectory() as folder:
            loaded_with(Path(folder), HARD[name]())
            project = Path(folder) / "project"
            (project / "mkdocs.yml").write_text("theme: {name: material}\n", encoding="utf-8")
            start = time.perf_counter()
            examined = examine(project)
            checked = time.perf_counter() - start
            built = build_sources(project, examined)
            both = time.perf_counter() - start
            late |= both > LIMIT
            codes = Counter(f"{one.severity}[{one.code}]" for one in built.diagnostics)
            said = ", ".join(f"{times} {code}" for code, times in sorted(codes.items())) or "nothing"
            print(f"{name:24} check {checked:6.1f} s  build {both - checked:6.1f} s  {said}", flush=True)
    sys.exit(late)


if __name__ == "__main__":
    main()
