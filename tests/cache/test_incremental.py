"""With what earlier runs kept, everything is as without it, to the byte."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook import production
from hornbook.cache import NOTHING_KEPT, Cache, NoCache
from hornbook.diagrams import layout
from hornbook.load import load
from hornbook.production import Result, build_sources, examine, examine_briefly
from hornbook.reasoning import outcomes
from tests.edits_of_sample import EDITS, replaced
from tests.effort import tries
from tests.sample_copy import copy_of_sample


def outcome(project: Path, cache: NoCache) -> tuple[dict[str, bytes], Result]:
    result = build_sources(project, cache=cache)
    build = project / "build"
    tree = {path.relative_to(build).as_posix(): path.read_bytes() for path in build.rglob("*") if path.is_file()}
    return tree, result


@settings(max_examples=tries(20))
@given(st.lists(EDITS, min_size=1, max_size=3))
def test_after_any_edits_the_sources_and_the_findings_are_those_of_a_cold_build(
    edits: list[Callable[[Path], None]],
) -> None:
    with TemporaryDirectory() as folder:
        project = copy_of_sample(Path(folder) / "project")
        (Path(folder) / "cache").mkdir(mode=0o700)
        cache = Cache(Path(folder) / "cache", "version")
        outcome(project, cache)
        for edit in edits:
            edit(project)
            warm, found = outcome(project, cache)
            again, found_again = outcome(project, cache)
            shutil.rmtree(project / "build", ignore_errors=True)
            cold, expected = outcome(project, NOTHING_KEPT)
            if expected.built is not None:
                assert warm == again == cold
            assert found.diagnostics == found_again.diagnostics == expected.diagnostics
            assert [vars_of(one) for one in found_again.diagnostics] == [vars_of(one) for one in expected.diagnostics]


def vars_of(found: object) -> str:
    """Everything of a finding, also what does not count in comparisons."""
    return repr(found)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_sample(tmp_path / "project")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    (tmp_path / "cache").mkdir(mode=0o700)
    return Cache(tmp_path / "cache", "version")


def test_where_nothing_changed_nothing_is_loaded_or_made(
    project: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = outcome(project, cache)
    monkeypatch.setattr(production, "load", lambda *_, **__: pytest.fail("it was loaded again"))
    cache.counts.made = 0
    second, result = outcome(project, cache)
    assert second == first
    assert result.built is not None
    assert (result.built.changed, cache.counts.made) == (0, 0)


def test_a_change_of_words_lays_no_drawing_out_and_finds_no_sets_again(
    project: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome(project, cache)
    replaced("glossary/terms/kite.yaml", "short: ", "short: Once more, ")(project)
    layout._laid_out.cache_clear()
    monkeypatch.setattr(layout, "drafted", lambda *_: pytest.fail("it was laid out again"))
    for search in ("minimal_sufficient_sets", "direct_sets"):
        monkeypatch.setattr(outcomes, search, lambda *_, **__: pytest.fail("sets were found again"))
    _, result = outcome(project, cache)
    assert result.built is not None
    assert result.built.changed > 0


def test_every_damaged_entry_is_made_again(project: Path, cache: Cache) -> None:
    first, _ = outcome(project, cache)
    for number, path in enumerate(sorted(path for path in cache.folder.rglob("*") if path.is_file())):
        entry = path.read_bytes()
        path.write_bytes(entry[: len(entry) // 2] if number % 2 else bytes(len(entry)))
    shutil.rmtree(project / "build")
    assert outcome(project, cache)[0] == first


def test_what_changes_during_a_run_is_not_kept_as_what_it_was_before(
    project: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = []

    def loading(root: Path, cache: NoCache) -> object:
        read = load(root, cache=cache)
        loaded.append(root)
        replaced("glossary/terms/kite.yaml", "short: ", "short: Meanwhile, ")(root)
        return read

    monkeypatch.setattr(production, "load", loading)
    assert [examine(project, cache=cache).inputs, examine_briefly(project, cache).inputs] == [None, None]
    assert len(loaded) == 2
