"""Whoever contributes to the glossary changes no test: those that read it pass for a glossary that has changed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from hornbook.cli import hornbook
from hornbook.kinds import PUBLISHED_IDS
from tests.contribution import contributed
from tests.where import FLAGSHIP, REPOSITORY

READING = re.compile(r"^from tests\.where import .*\b(FLAGSHIP|BOTH)\b", re.MULTILINE)
"""How a test comes to the glossary."""
TESTS = [
    path.relative_to(REPOSITORY).as_posix()
    for path in sorted((REPOSITORY / "tests").rglob("test_*.py"))
    if "browser" not in path.parts and path != Path(__file__) and READING.search(path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contributed") / "project"
    contributed(FLAGSHIP, folder)
    (folder / PUBLISHED_IDS).unlink()  # it begins anew, since the contribution has taken records out
    return folder


def test_a_contribution_passes_the_checks_and_the_tests_that_read_the_glossary(project: Path) -> None:
    checked = CliRunner().invoke(
        hornbook, ["--root", str(project), "check", "--strict", "--update-ids", "--update-drawings"]
    )
    assert checked.exit_code == 0, checked.output
    options = ["-m", "content", "-n", "0", "-q", "-rA", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, *TESTS]
    environment = {**os.environ, "HORNBOOK_PROJECT": str(project), "HYPOTHESIS_PROFILE": "quick"}
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    passed = set(re.findall(r"^(?:PASSED|SKIPPED \[\d+\]) ([\w/.]+)", done.stdout, re.MULTILINE))
    assert passed == set(TESTS), "each of them has tests of the glossary, marked as such"
    assert "making-tea" in done.stdout, "they read the one that was contributed to"
