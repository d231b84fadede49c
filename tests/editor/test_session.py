"""What holds of the server's parts by themselves: roots, answers that raise, and what is told without pygls."""

import asyncio
import importlib.util
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hornbook.cli import hornbook
from hornbook.editor import server, session
from hornbook.editor.project import Examined, look, root_of
from hornbook.editor.session import OpenProject, Session
from tests.sample_copy import copy_of_sample


def awaited(coroutine: Coroutine[Any, Any, Any]) -> object:
    """What comes of a coroutine; in a thread of its own, since a browser of other tests may keep a loop in this one."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def test_a_project_may_be_a_part_of_a_larger_folder(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "many" / "shapes")
    assert root_of(root / "glossary/terms/kite.yaml") == root
    assert root_of(root / "glossary/terms/not-there-yet.yaml") == root
    assert root_of(root) == root
    assert root_of(tmp_path / "many") is None


def test_what_was_in_order_is_kept_while_there_are_mistakes(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "shapes")
    sound = look(root, {})
    broken = look(root, {"glossary/terms/kite.yaml": "label: ["}, sound)
    worse = look(root, {"glossary/terms/kite.yaml": "label: [["}, broken)
    assert worse.in_order is sound
    assert worse.reasoning is None
    kite = [one for one in worse.vocabulary.offered("term") if one.name == "kite"]
    assert [one.label for one in kite] == ["Kite"]
    assert look(root, {}, worse).sound is None


def test_an_answer_that_raises_is_none_and_said_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(_: Any) -> None:
        raise KeyError("lost")

    async def answered() -> object:
        return await server._guarded("textDocument/hover", broken)(None)

    assert awaited(answered()) is None
    assert "textDocument/hover was not answered" in caplog.text


def test_a_project_that_cannot_be_examined_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    root = copy_of_sample(tmp_path / "shapes")
    told: list[Examined] = []

    async def run() -> None:
        one = Session(lambda _, examined: told.append(examined))
        monkeypatch.setattr(session, "PAUSE", 0)
        monkeypatch.setattr(session, "look", lambda *_: 1 / 0)
        project = OpenProject(root)
        one.change(project)
        await asyncio.gather(*one._waiting)
        monkeypatch.setattr(session, "look", look)
        one.change(project)
        await asyncio.gather(*one._waiting)
        one.end()

    awaited(run())
    assert "could not be examined" in caplog.text
    assert [examined.root for examined in told] == [root]


def test_changes_in_a_row_are_examined_once(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "shapes")
    told: list[Examined] = []

    async def run() -> None:
        one = Session(lambda _, examined: told.append(examined))
        file = root / "glossary/terms/kite.yaml"
        for number in range(5):
            one.write(file, file.as_uri(), f"label: Kite {number}\nkind: concept\nshort: A word.\n")
        await asyncio.gather(*one._waiting)
        one.end()

    awaited(run())
    assert len(told) == 1
    assert "Kite 4" in told[0].loaded.texts["glossary/terms/kite.yaml"]


def test_a_change_that_another_followed_within_the_pause_is_left_to_that_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Examined] = []
    monkeypatch.setattr(session, "PAUSE", 0)

    async def run() -> None:
        one = Session(lambda _, examined: told.append(examined))
        project = OpenProject(copy_of_sample(tmp_path / "shapes"), changes=2)
        await one._after_pause(project, 1)
        assert told == []
        await one._after_pause(project, 2)
        one.end()

    awaited(run())
    assert len(told) == 1


def test_where_its_package_is_missing_the_command_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    said = CliRunner().invoke(hornbook, ["lsp"])
    assert said.exit_code == 2
    assert "pip install 'hornbook[lsp]'" in said.stderr
