"""The edge: paths lead from where the command runs, and commands are named as they would be typed."""

from pathlib import Path

import pytest

from hornbook.check.usage import TERM_UNUSED
from hornbook.diagnostics import Diagnostic, Place, Related
from hornbook.diagnostics.edge import Edge, edge_of, wants_colour

FOUND = Diagnostic(
    Place("glossary/terms/rain.yaml", 2, 3),
    TERM_UNUSED,
    "nothing uses it",
    hint="run `hornbook check --update-ids`",
    related=(Related(Place("glossary/ids.txt"), "listed here"),),
)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a project in `docs/words`; commands run in its root."""
    (tmp_path / "docs/words").mkdir(parents=True)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def edge(root: Path, *, called: str = ".venv/bin/hornbook", workspace: str = "", on_github: bool = False) -> Edge:
    environ = {"GITHUB_WORKSPACE": workspace} if workspace else {}
    return edge_of(root, called=called, python=".venv/bin/python", environ=environ, on_github=on_github)


def test_paths_lead_from_where_the_command_runs(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = repository / "docs/words"
    (seen,) = edge(project).seen([FOUND])
    assert str(seen.place) == "docs/words/glossary/terms/rain.yaml:2:3"
    assert seen.related[0].place.path == "docs/words/glossary/ids.txt"
    assert edge(project).texts({"glossary/ids.txt": "x"}) == {"docs/words/glossary/ids.txt": "x"}
    monkeypatch.chdir(project)
    assert edge(project).seen([FOUND])[0].place == FOUND.place
    monkeypatch.chdir(repository / ".venv")
    assert edge(project).seen([FOUND])[0].place.path == "../docs/words/glossary/terms/rain.yaml"


def test_annotations_lead_from_the_repository_of_a_workflow(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = repository / "docs/words"
    monkeypatch.chdir(project)
    assert edge(project, workspace=str(repository), on_github=True).prefix == "docs/words/"
    assert edge(project, workspace=str(repository)).prefix == ""
    assert edge(project, workspace=str(repository / ".venv"), on_github=True).prefix == ""


@pytest.mark.parametrize(
    ("called", "typed"),
    [
        (".venv/bin/hornbook", ".venv/bin/hornbook"),
        ("{}/.venv/bin/hornbook", ".venv/bin/hornbook"),
        ("{}/site-packages/hornbook/__main__.py", ".venv/bin/python -m hornbook"),
        ("{}/.venv/bin/pytest", "hornbook"),
        ("/elsewhere/hornbook", "/elsewhere/hornbook"),
        ("{}/a b/hornbook", "'a b/hornbook'"),
    ],
)
def test_a_command_is_named_as_it_was_called(repository: Path, called: str, typed: str) -> None:
    (seen,) = edge(repository, called=called.format(repository)).seen([FOUND])
    assert seen.hint == f"run `{typed} check --update-ids`"


def test_a_command_that_the_path_finds_is_named_alone(repository: Path) -> None:
    program = repository / "bin/hornbook"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    assert edge(repository, called=str(program)).command == "hornbook"


def test_a_command_names_the_project_where_it_is_elsewhere(repository: Path) -> None:
    seen = edge(repository / "docs/words")
    assert seen.words("run `hornbook check`") == "run `.venv/bin/hornbook --root docs/words check`"
    assert seen.words("or `hornbook --root DIR …`") == "or `.venv/bin/hornbook --root DIR …`"
    assert seen.words("install it with `python -m pip`") == "install it with `.venv/bin/python -m pip`"


@pytest.mark.parametrize(
    ("environ", "is_terminal", "wanted"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_as_the_environment_asks(environ: dict[str, str], is_terminal: bool, wanted: bool) -> None:  # noqa: FBT001
    assert wants_colour(environ, is_terminal=is_terminal) is wanted
