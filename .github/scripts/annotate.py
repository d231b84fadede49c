"""Run `hornbook … --format github` and lead its annotations to the files of the repository.

Run as `annotate.py HORNBOOK ROOT COMMAND…`. The paths that are printed begin at the project's folder; where that is
not the repository's own, it is put before them.
"""

import re
import subprocess
import sys
from pathlib import PurePosixPath

_FILE = re.compile(r"^(::(?:error|warning|notice) file=)", re.MULTILINE)


def main(hornbook: str, root: str, command: list[str]) -> int:
    """Print what the command prints, and end as it does."""
    arguments = [hornbook, "--root", root, *command, "--format", "github"]
    done = subprocess.run(arguments, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    folder = PurePosixPath(root).as_posix()
    print(done.stdout if folder == "." else led(done.stdout, folder), end="")
    return done.returncode


def led(printed: str, folder: str) -> str:
    """The annotations with the folder before each path."""
    written = folder.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return _FILE.sub(lambda found: f"{found[1]}{written}/", printed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
