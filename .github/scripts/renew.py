"""Renew what is made from the vocabulary and kept beside it: the list of published ids, and drawings.

Run as `renew.py HORNBOOK ROOT`. The list only grows here: an id that was published and is gone stays in it, so that
the check that follows says so with its place and with what to do.
"""

import subprocess
import sys
from pathlib import Path

IDS = "glossary/ids.txt"
CLEAN, MISTAKES = 0, 1


def main(hornbook: str, root: Path) -> None:
    """Write them anew in the working tree; mistakes in files are for the check to report."""
    ids = root / IDS
    published = ids.read_text(encoding="utf-8") if ids.is_file() else None
    wanted = ["--update-drawings", *(["--update-ids"] if published is not None else [])]
    done = subprocess.run([hornbook, "--root", root, "check", *wanted], stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in (CLEAN, MISTAKES):
        sys.exit(done.returncode)
    if published is None:
        return
    gone = set(published.splitlines()) - set(ids.read_text(encoding="utf-8").splitlines())
    if any(line.strip() for line in gone):
        ids.write_text(published, encoding="utf-8")
        print(f"{IDS} stays as it is: it names what is not there any more. The check says what to do.")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
