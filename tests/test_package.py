"""The package as others install it: one top-level name of its own, everything it needs inside, ranges and not pins."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import uv_build

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        return folder / uv_build.build_wheel(str(folder))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_puts_nothing_beside_its_own_package(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"hornbook"}


def test_the_wheel_holds_every_file_of_the_package(names: set[str]) -> None:
    package = ROOT / "builder" / "hornbook"
    files = {path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert {path.relative_to(package.parent).as_posix() for path in files} <= names


@pytest.mark.parametrize("dependency", PROJECT["dependencies"])
def test_users_get_ranges_of_versions(dependency: str) -> None:
    assert re.fullmatch(r"[\w.-]+(\[\w+\])?>=[\d.]+,<[\d.]+", dependency)


def test_the_site_of_this_repository_is_built_from_pins_with_hashes() -> None:
    for name in ("site", "test"):
        lines = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        pinned = [line for line in lines if not line.startswith(" ")]
        assert all("==" in line and line.endswith("\\") for line in pinned)
        assert sum("--hash=sha256:" in line for line in lines) >= len(pinned)


@pytest.mark.thorough
def test_with_nothing_but_the_wheel_a_new_glossary_is_a_site(wheel: Path, tmp_path: Path) -> None:
    """As somebody does it who has an empty folder: install, begin, build."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def run(folder: Path, *command: str | Path) -> str:
        done = subprocess.run(
            [str(part) for part in command], cwd=folder, env=clean, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run(tmp_path, sys.executable, "-m", "venv", ".venv")
    bin_ = tmp_path / ".venv" / "bin"
    run(tmp_path, bin_ / "pip", "install", "--quiet", wheel)
    page = "import markdown; print(markdown.markdown('[[rain]]', extensions=['hornbook']))"
    assert "the glossary is not here" in run(tmp_path, bin_ / "python", "-c", page)
    for project, options in (("my-words", ["--plain"]), ("my-glossary", [])):
        assert "glossary/glossary.yaml" in run(tmp_path, bin_ / "hornbook", "init", project, *options)
    for project in ("my-words", "my-glossary"):
        said = run(tmp_path / project, bin_ / "hornbook", "site")
        assert "no errors" in said
        home = (tmp_path / project / "site" / "index.html").read_text(encoding="utf-8")
        assert f"<title>{project.capitalize().replace('-', ' ')}</title>" in home
        assert "assets/hornbook/hornbook.css" in home
