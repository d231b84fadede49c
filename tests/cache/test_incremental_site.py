"""A site that is built again after a change is that of a cold build, to the byte, and little of it is made again."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook import production
from hornbook.cache import NOTHING_KEPT, Cache, Memory, NoCache
from hornbook.pages import made_again
from hornbook.production import Result, build_site
from hornbook.publish import Engine, finished, making
from hornbook.publish.manifest import MANIFEST
from tests.edits_of_sample import EDITS, replaced
from tests.effort import THOROUGH
from tests.sample_copy import copy_of_sample

ENGINE = Engine.MKDOCS


@dataclass
class Work:
    """What was done in a run."""

    loaded: int = 0
    pages: int = 0
    """Pages of the builder's that were made, with all that belongs to each."""
    given: list[int] = field(default_factory=list)
    """How many pages the engine was given, for each of its runs."""
    read: int = 0
    """Finished pages and drawings that the gate read."""


def site_of(project: Path) -> dict[str, bytes]:
    return files_in(project / "site")


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(project: Path, cache: NoCache) -> tuple[dict[str, bytes], Result]:
    result = build_site(project, ENGINE, cache=cache)
    return site_of(project), result


@pytest.fixture(scope="module")
def kept() -> Iterator[Path]:
    """A folder with a project that was built, and the cache that this left; a copy of both stands in it."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "now" / "cache").mkdir(mode=0o700, parents=True)
        project = copy_of_sample(Path(folder) / "now" / "project")
        assert built(project, Cache(Path(folder) / "now" / "cache", "version"))[1].site is not None
        shutil.copytree(Path(folder) / "now", Path(folder) / "then")
        yield Path(folder)


def restored(kept: Path) -> tuple[Path, Cache]:
    """The project and the cache as they were, where they were: some entries are called by that."""
    shutil.rmtree(kept / "now")
    shutil.copytree(kept / "then", kept / "now")
    return kept / "now" / "project", Cache(kept / "now" / "cache", "version")


@pytest.fixture
def project(kept: Path) -> Path:
    return restored(kept)[0]


@pytest.fixture
def cache(project: Path) -> Cache:
    return Cache(project.parent / "cache", "version")


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    done = Work()

    def counted(module: Any, name: str, count: Callable[..., None]) -> None:
        was = getattr(module, name)

        def counting(*given: Any, **named: Any) -> Any:
            count(*given)
            return was(*given, **named)

        monkeypatch.setattr(module, name, counting)

    def loaded(*_: object) -> None:
        done.loaded += 1

    def made(_: object, jobs: Sequence[object]) -> None:
        done.pages += len(jobs)

    def ran(_: Engine, folder: Path, *__: object) -> None:
        done.given.append(len(list((folder / "docs").rglob("*.md"))))

    def looked(_: object, paths: Sequence[str], *__: object) -> None:
        done.read += len(paths)

    counted(production, "load", loaded)
    counted(made_again, "begun", made)
    counted(making, "run_engine", ran)
    counted(finished, "_looking", looked)
    return done


@settings(max_examples=8 if THOROUGH else 2)
@given(st.lists(EDITS, min_size=1, max_size=2))
def test_after_any_edits_the_site_is_that_of_a_cold_build(kept: Path, edits: list[Callable[[Path], None]]) -> None:
    project, cache = restored(kept)
    for edit in edits:
        edit(project)
        warm, found = built(project, cache)
        shutil.rmtree(project / "site", ignore_errors=True)
        cold, expected = built(project, NOTHING_KEPT)
        assert found.diagnostics == expected.diagnostics
        if expected.site is not None:
            assert [path for path in {*warm, *cold} if warm.get(path) != cold.get(path)] == []


@settings(max_examples=8 if THOROUGH else 2)
@given(st.lists(EDITS, min_size=1, max_size=3))
def test_a_process_that_remembers_its_last_run_makes_what_a_cold_build_does(
    kept: Path, edits: list[Callable[[Path], None]]
) -> None:
    project, cache = restored(kept)
    memory, cold = Memory(cache), project.parent / "cold"
    expected = build_site(project, ENGINE, cache=memory, twin=True)
    for edit in edits:
        edit(project)
        found = build_site(project, ENGINE, cache=memory, twin=True)
        shutil.rmtree(cold, ignore_errors=True)
        expected = build_site(project, ENGINE, out=cold)
        assert found.diagnostics == expected.diagnostics
        if expected.site is not None:
            assert site_of(project) == files_in(cold)
    memory.tidy()
    after, result = built(project, cache)
    assert result.diagnostics == expected.diagnostics
    if expected.site is not None:
        assert after == files_in(cold)


def test_where_nothing_changed_nothing_is_done(project: Path, cache: Cache, work: Work) -> None:
    before = site_of(project)
    after, result = built(project, cache)
    assert (after, work) == (before, Work())
    assert result.site is not None
    assert (result.site.changed, result.site.removed, result.site.unchanged) == (0, 0, len(before) - 1)


def test_what_a_killed_run_left_to_work_in_goes_though_nothing_is_done(
    project: Path, cache: Cache, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = tmp_path / "hornbook-left" / "work"
    left.mkdir(parents=True)
    (left.parent / "lock").touch()
    (left / "page.md").write_text("half", encoding="utf-8")
    built(project, cache)
    assert work == Work()
    assert not left.parent.exists()


def test_one_sentence_of_a_term_makes_few_pages_again(project: Path, cache: Cache, work: Work) -> None:
    whole = len(site_of(project))
    replaced("glossary/terms/kite.yaml", "short: ", "short: Once more, ")(project)
    _, result = built(project, cache)
    assert result.site is not None
    pages = len(list((project / "site").rglob("index.html")))
    assert 0 < result.site.changed < whole // 10
    assert work.loaded == 1
    assert 0 < work.pages < pages // 8
    assert [given < pages // 4 for given in work.given] == [True]
    assert 0 < work.read < pages // 5


def test_no_entry_that_is_damaged_is_trusted(project: Path, cache: Cache) -> None:
    before = site_of(project)
    for number, path in enumerate(sorted(path for path in cache.folder.rglob("*") if path.is_file())):
        entry = path.read_bytes()
        path.write_bytes((entry[: len(entry) // 2], bytes(len(entry)), b"", entry[:-1] + b"!")[number % 4])
    replaced("glossary/terms/kite.yaml", "short: ", "short: Once more, ")(project)
    changed, _ = built(project, cache)
    replaced("glossary/terms/kite.yaml", "short: Once more, ", "short: ")(project)
    assert changed != before
    assert built(project, cache)[0] == before


def test_entries_of_another_version_count_as_none(project: Path, cache: Cache, work: Work) -> None:
    before = site_of(project)
    assert built(project, Cache(cache.folder, "another version"))[0] == before
    assert (work.loaded, len(work.given)) == (1, 1)
    assert work.pages > 30


def tampered(path: str, text: bytes) -> Callable[[Path], int]:
    return lambda site: (site / path).write_bytes(text)


@pytest.mark.parametrize(
    "change",
    [
        tampered("index.html", b"<script>alert(1)</script>"),
        tampered(MANIFEST, b"{}"),
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "empty").mkdir(),
        lambda site: (site / "index.html").chmod(0o777),
        shutil.rmtree,
    ],
)
def test_a_site_that_somebody_changed_is_not_taken_for_what_was_written(
    project: Path, cache: Cache, change: Callable[[Path], object]
) -> None:
    before = site_of(project)
    change(project / "site")
    after, result = built(project, cache)
    if result.site is not None:
        assert after == before
        assert not (project / "site" / "index.html").stat().st_mode & 0o022
        assert not (project / "site" / "empty").exists()
    else:
        assert [one.code for one in result.diagnostics] == ["output-not-ours"]


def test_programs_of_the_engine_are_run_each_time(project: Path, cache: Cache, work: Work) -> None:
    hook = project / "hook.py"
    (project / "mkdocs.yml").write_text("hooks: [hook.py]\n" + (project / "mkdocs.yml").read_text())
    for words in ("first", "second"):
        hook.write_text(f"def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\n{words}\\n'\n")
        site, _ = built(project, cache)
        assert words.encode() in site["terms/kite/index.html"]
    assert len(work.given) == 2
