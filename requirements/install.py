"""Make or bring up to date the project's virtual environment, from a hash-locked list and from wheels only.

Run by the Makefile as `python3 requirements/install.py site`, `… test` or `… embeds`; it needs nothing but Python 3.11
to 3.13 with its own `venv` and `pip`. Where nothing changed since the last time, it does nothing and needs no network.
With `bench` it makes an environment of its own for the peers that `make bench` measures against, with `mutants` one for
what `make mutants` breaks the program with; this project is in neither.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
APART = {"bench": ROOT / ".venv-peers", "mutants": ROOT / ".venv-mutants"}
"""What has an environment of its own, without this project."""
OLDEST, NEWEST = (3, 11), (3, 13)


def main(wanted: str) -> None:
    """Install the list `wanted`: "site"; "test", with all of "site"; "embeds", on top of that; or one that is apart."""
    place = APART.get(wanted, VENV)
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        here = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"Hornbook needs Python 3.11, 3.12 or 3.13; this is {here}. Try: make PYTHON=python3.12 {wanted}")
    stamp = place / f"installed-{wanted}"
    full = VENV / "installed-test"
    state = _state(wanted)
    if _reads(stamp) == state or (wanted == "site" and _reads(full) == _state("test")):
        return
    python = place / "bin" / "python"
    if not python.exists():
        print(f"Making {place.name} …", flush=True)
        venv.create(place, with_pip=True)
    print(
        f"Installing what requirements/{wanted}.txt lists (once; every file is checked against its hash) …", flush=True
    )
    lock = ROOT / "requirements" / f"{wanted}.txt"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-input"]
    _run([*pip, "--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(lock)])
    if wanted not in APART:
        _run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)])
    stamp.write_text(state, encoding="utf-8")


def _state(wanted: str) -> str:
    parts = [(ROOT / "requirements" / f"{wanted}.txt").read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    parts.append(f"{ROOT} {sys.version_info[:2]}".encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _reads(stamp: Path) -> str | None:
    return stamp.read_text(encoding="utf-8") if stamp.exists() else None


def _run(command: list[str]) -> None:
    # The build backend is a program of the environment and looks for itself on the path.
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", os.defpath)])
    if subprocess.run(command, cwd=ROOT, env=os.environ | {"PATH": path}, check=False).returncode:
        sys.exit("Installing failed; the messages above say why. Is there a network? It is needed this once.")


if __name__ == "__main__":
    main(sys.argv[1])
