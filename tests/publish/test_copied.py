"""What engines only copy comes into the site without them, and nothing that they could read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hornbook.load import pages_in_navigation
from hornbook.production import build_sources, examine
from hornbook.publish import Engine, read_tree
from hornbook.publish.copied import made_with_copies
from hornbook.publish.slots import with_slots
from hornbook.publish.whole import Files
from tests.publish.test_slots import made
from tests.sample_copy import copy_of_sample

SOURCES = {
    "mkdocs.yml": b"s",
    "theme/main.html": b"t",
    "docs/index.md": b"# A",
    "docs/note.markdown": b"# B",
    "docs/.hidden": b"h",
    "docs/a/.b/c.txt": b"c",
    "docs/templates/a.html": b"x",
    "docs/named.pdf": b"n",
    "docs/a.txt": b"a",
    "docs/a/b.svg": b"b",
}
NAMED = frozenset({"index.md", "named.pdf"})


def run_of(files: Files | None) -> tuple[Callable[[Files], Files | None], list[Files]]:
    runs: list[Files] = []

    def run(sources: Files) -> Files | None:
        runs.append(sources)
        return files

    return run, runs


def test_the_engine_is_given_what_it_could_read_and_no_more() -> None:
    run, runs = run_of({"index.html": b"<h1>A</h1>"})
    files = made_with_copies(NAMED, run, SOURCES)
    assert files == {"index.html": b"<h1>A</h1>", "a.txt": b"a", "a/b.svg": b"b"}
    assert runs == [{path: SOURCES[path] for path in SOURCES if path not in {"docs/a.txt", "docs/a/b.svg"}}]


@pytest.mark.parametrize("files", [None, {"index.html": b"", "a.txt": b"the engine's own"}])
def test_nothing_is_made_where_the_engine_makes_nothing_or_the_same_file(files: Files | None) -> None:
    run, _ = run_of(files)
    assert made_with_copies(NAMED, run, SOURCES) is None


def test_the_site_is_the_same_as_if_zensical_had_copied_everything(tmp_path: Path) -> None:
    project = copy_of_sample(tmp_path / "project")
    assert not build_sources(project, examine(project)).failed
    sources = read_tree(project / "build")
    assert isinstance(sources, dict)
    light, _ = with_slots(sources)
    named = pages_in_navigation(sources["mkdocs.yml"])
    assert named is not None
    given: list[Files] = []

    def run(files: Files) -> Files:
        given.append(files)
        return made(Engine.ZENSICAL, tmp_path / str(len(given)), dict(files))

    quick = made_with_copies(named, run, light)
    assert quick == run(light)
    assert len(given[0]) < len(given[1]) // 2
