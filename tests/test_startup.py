"""What a command imports: what it needs, and nothing that takes a while and is for others."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.where import SAMPLE

HEAVY = (
    "wasmtime",
    "pygls",
    "selectolax",
    "graphviz",
    "yaml",
    "markdown_it",
    "watchdog",
    "PIL",
    "resvg_py",
    "docutils",
    "mcp",
)
LOADS = ("yaml", "markdown_it")


def imported(environ: dict[str, str], *arguments: str) -> set[str]:
    """The packages among the heavy ones that a command imports, with our own rooms."""
    program = (
        "import sys; from hornbook import cli; sys.argv = ['hornbook', *sys.argv[1:]]\n"
        "try: cli.main()\n"
        "except SystemExit as ended: assert ended.code == 0, ended.code\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments], env=environ, capture_output=True, text=True, check=True
    )
    return {name for name in ran.stderr.split() if name in HEAVY or name.startswith("hornbook.")}


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("HORNBOOK_CACHE", str(tmp_path / "cache"))
    return dict(os.environ)


def test_help_imports_the_command_line_alone(environ: dict[str, str]) -> None:
    assert imported(environ, "--help") == {
        "hornbook.cli",
        "hornbook.cli.ending",
        "hornbook.cli.importing",
        "hornbook.cli.printing",
    }


def test_a_question_draws_nothing_and_publishes_nothing(environ: dict[str, str]) -> None:
    found = imported(environ, "--root", str(SAMPLE), "ask", "square => rectangle")
    assert found & {*HEAVY} <= {"yaml"}
    assert not found & {"hornbook.site", "hornbook.publish", "hornbook.diagrams", "hornbook.production"}


def test_a_check_publishes_nothing_and_a_second_one_draws_nothing_either(environ: dict[str, str]) -> None:
    first = imported(environ, "--root", str(SAMPLE), "check")
    assert "yaml" in first
    assert not first & {"selectolax", "pygls", "watchdog", "wasmtime", "hornbook.publish", "hornbook.site"}
    second = imported(environ, "--root", str(SAMPLE), "check")
    assert not second & {"wasmtime", "graphviz", "hornbook.diagrams", "hornbook.pages", "hornbook.site"}


def test_a_text_in_markdown_is_looked_at_without_the_parser_of_another_language(
    environ: dict[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nothing.\n", encoding="utf-8")
    found = imported(environ, "--root", str(SAMPLE), "lint", str(page))
    assert found & {*HEAVY} <= {"yaml", "markdown_it", "selectolax"}
    assert not found & {"hornbook.publish", "hornbook.site", "hornbook.context_protocol"}
