"""A vocabulary to be imported ends in a diagnostic with its place, or in terms, whatever it would cost to read it."""

import json
from pathlib import Path

import pytest

from tests.bombs.limits import limited
from tests.bombs.vocabularies import CARRIED, REFUSED


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_made_to_cost_much_is_refused_in_its_place(name: str, tmp_path: Path) -> None:
    command, text = REFUSED[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    ended = limited(tmp_path, "import", command, name, "--to", "out")
    assert (ended.status, ended.codes(name)) == (1, {"import-unreadable"})
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", CARRIED)
def test_what_can_be_carried_is_and_the_rest_is_said(name: str, tmp_path: Path) -> None:
    command, text = CARRIED[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    ended = limited(tmp_path, "import", command, name, "--to", "out")
    assert ended.status == 0
    told = json.loads(ended.out)
    assert told["carried"]["terms"] >= 1
