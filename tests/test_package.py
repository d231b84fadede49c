"""The package as others install it: one top-level name of its own, everything it needs inside, ranges and not pins."""

import os
import re
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import uv_build

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        wheel = uv_build.build_wheel(str(folder))
    return set(zipfile.ZipFile(folder / wheel).namelist())


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
