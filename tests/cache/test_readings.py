"""What earlier runs read of files: only what differs is read again, and nothing is taken where anything was wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hornbook.cache import NOTHING_KEPT, Cache
from hornbook.check import style
from hornbook.check.sentences import check_sentences
from hornbook.diagnostics import Diagnostic
from hornbook.load import Loaded, kept_logic, kept_readings, load, load_logic, recall_logic
from hornbook.load.names import References
from hornbook.model import Style
from hornbook.model.passages import Passage
from hornbook.production import examine
from tests.edits_of_sample import replaced, written
from tests.sample_copy import copy_of_sample

STYLE = "framework: plane", "framework: plane\nstyle:\n  longest_sentence: 30"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copy_of_sample(tmp_path / "project")
    replaced("glossary/glossary.yaml", *STYLE)(project)
    return project


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    (tmp_path / "cache").mkdir(mode=0o700)
    return Cache(tmp_path / "cache", "version")


def everything(loaded: Loaded) -> str:
    """All that is said of a project, wherever it was read; places of passages too."""
    places = [(one.text, one.where(0, 1)) for one in loaded.passages]
    return repr((loaded.knowledge, loaded.diagnostics, loaded.texts, places))


def read_again(project: Path, cache: Cache) -> int:
    """How many files are read, after it was made sure that they are read as without a cache."""
    cache.counts.made = 0
    warm, cold = load(project, cache=cache), load(project)
    assert everything(warm) == everything(cold)
    return cache.counts.made


def test_only_the_file_that_differs_is_read_again(project: Path, cache: Cache) -> None:
    assert read_again(project, cache) > 20
    assert read_again(project, cache) == 0
    replaced("glossary/terms/kite.yaml", "short: ", "# a line more\nshort: Once more, ")(project)
    assert read_again(project, cache) == 1


def test_a_new_name_lets_every_file_be_read_again(project: Path, cache: Cache) -> None:
    whole = read_again(project, cache)
    written("glossary/terms/extra.yaml", "label: Extra\nkind: condition\nshort: A term.\n")(project)
    assert read_again(project, cache) == whole + 1


@pytest.mark.parametrize(
    "text",
    [
        "label: Extra\nkind: condition\nshort: A [[sqare]].\n",  # names nothing
        "label: Extra\nkind: condition\nshort: A <b>term</b>.\n",  # is not allowed
        "lable: Extra\nkind: condition\nshort: A term.\n",  # is misspelt
        "label: “Extra”\nkind: condition\nshort: A term.\n",  # is noted
        "label: Extra\nkind: condition\nshort: A term.\nrelated: [sqare]\n",
    ],
)
def test_a_file_with_anything_wrong_is_never_taken_from_an_earlier_run(project: Path, cache: Cache, text: str) -> None:
    written("glossary/terms/extra.yaml", text)(project)
    read_again(project, cache)
    kept = cache.counts.made
    assert read_again(project, cache) == 0
    files = len(load(project, cache=NOTHING_KEPT).texts)
    assert kept < files


def test_where_a_passage_stands_is_read_when_it_is_asked_for(
    project: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(project, cache=cache)
    loaded = load(project, cache=cache)
    monkeypatch.setattr(kept_readings, "References", lambda *_: pytest.fail("it was read at once"))
    assert len(loaded.passages) > 20
    monkeypatch.setattr(kept_readings, "References", References)
    assert [one.where(0, 1) for one in loaded.passages] == [one.where(0, 1) for one in load(project).passages]


def test_only_passages_that_differ_are_held_to_the_style_again(
    project: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced("glossary/glossary.yaml", "longest_sentence: 30", "longest_sentence: 12")(project)
    looked_at: list[str] = []
    check_one = check_sentences

    def counting(held_to: Style, passage: Passage) -> Iterator[Diagnostic]:
        looked_at.append(passage.text)
        return check_one(held_to, passage)

    monkeypatch.setattr(style, "check_sentences", counting)
    examine(project, cache=cache)
    whole = looked_at.copy()
    looked_at.clear()
    replaced("glossary/terms/kite.yaml", "short: ", "short: Once more, ")(project)
    found = examine(project, cache=cache).diagnostics
    (new,) = set(looked_at) - set(whole)
    assert new.startswith("Once more, ")
    assert len(looked_at) < len(whole) / 2
    assert found == examine(project).diagnostics
    assert any(one.code == "sentence-long" for one in found)


def test_what_questions_are_answered_from_is_read_once(
    project: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    recall_logic(project, cache)
    expected = load_logic(project)
    monkeypatch.setattr(kept_logic, "load_logic", lambda _: pytest.fail("it was read again"))
    assert repr(recall_logic(project, cache).knowledge) == repr(expected.knowledge)


def test_after_an_edit_questions_are_answered_from_what_is_there_now(project: Path, cache: Cache) -> None:
    recall_logic(project, cache)
    replaced("glossary/terms/kite.yaml", "label: ", "label: New ")(project)
    assert repr(recall_logic(project, cache)) == repr(load_logic(project))
    replaced("glossary/terms/kite.yaml", "label: ", "lable: ")(project)
    for _ in range(2):
        assert repr(recall_logic(project, cache)) == repr(load_logic(project))
