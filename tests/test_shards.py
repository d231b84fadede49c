"""Shards: the site that is joined from them is that of one build, to the byte, however the work was shared."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from hornbook.cache import NOTHING_KEPT, NoCache, open_cache
from hornbook.cache.opening import VARIABLE
from hornbook.production import Result, build_site
from hornbook.publish import Engine
from hornbook.reports.values import UsageProblem
from hornbook.shards import Share, joined_shards, make_shard, read_share

OF = 3


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shared") / "project"
    shutil.copytree(str(files("hornbook") / "example"), folder)
    return folder


@pytest.fixture(scope="module")
def shards(project: Path) -> list[Path]:
    folders = [project.parent / f"shard-{number}" for number in range(1, OF + 1)]
    for number, folder in enumerate(folders, start=1):
        made = make_shard(project, Engine.MKDOCS, Share(number, OF), folder)
        assert isinstance(made, Result)
        assert made.diagnostics == ()
    return folders


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_joined_is_one_build_to_the_byte_and_no_page_is_made_again(project: Path, shards: list[Path]) -> None:
    cold = build_site(project, Engine.MKDOCS, project.parent / "cold")
    own, problem = open_cache({VARIABLE: str(project.parent / "own")}, project)
    assert problem is None
    cache = joined_shards(shards, own)
    assert isinstance(cache, NoCache)
    joined = build_site(project, Engine.MKDOCS, project.parent / "joined", cache=cache)
    assert (cold.diagnostics, joined.diagnostics) == ((), ())
    assert tree(project.parent / "joined") == tree(project.parent / "cold")
    pages = [path for path in tree(project.parent / "cold") if path.endswith("index.html")]
    assert cache.counts.made < len(pages) // 2, "pages were made again"


def test_what_a_killed_run_began_to_write_into_a_shard_goes(project: Path, shards: list[Path]) -> None:
    before = tree(shards[0])
    (shards[0] / "begun").mkdir(exist_ok=True)
    (shards[0] / "begun" / "1-entry").write_bytes(b"half")
    assert isinstance(make_shard(project, Engine.MKDOCS, Share(1, OF), shards[0]), Result)
    assert tree(shards[0]) == before


@pytest.mark.parametrize("number", range(1, OF + 1))
def test_a_shard_alone_is_not_the_site(shards: list[Path], number: int) -> None:
    rest = [folder for folder in shards if not folder.name.endswith(str(number))]
    found = joined_shards(rest, NOTHING_KEPT)
    assert isinstance(found, UsageProblem)
    assert f"{number}/{OF}" in found.message


def test_shards_of_two_builds_are_not_joined(project: Path, shards: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "project"
    shutil.copytree(project, other)
    term = next((other / "glossary" / "terms").glob("*.yaml"))
    term.write_text(term.read_text(encoding="utf-8") + "# another commit\n", encoding="utf-8")
    make_shard(other, Engine.MKDOCS, Share(1, OF), tmp_path / "shard")
    found = joined_shards([tmp_path / "shard", *shards[1:]], NOTHING_KEPT)
    assert isinstance(found, UsageProblem)
    assert "one build" in found.message


@pytest.mark.parametrize("paper", [None, b"", b"[]", b'{"shard": 1}', b"\xff", b'{"shard": "x", "of": 1}'])
def test_a_folder_that_is_no_whole_shard_is_refused(tmp_path: Path, paper: bytes | None) -> None:
    if paper is not None:
        (tmp_path / "shard.json").write_bytes(paper)
    assert isinstance(joined_shards([tmp_path], NOTHING_KEPT), UsageProblem)


@pytest.mark.parametrize("text", ["", "3", "0/3", "4/3", "1/0", "1/1025", "-1/3", "1/3/5", "a/b", "1/３"])
def test_what_names_no_shard_is_refused(text: str) -> None:
    assert isinstance(read_share(text), UsageProblem)


def test_every_page_is_in_one_share() -> None:
    pages = [f"terms/{number}/" for number in range(200)]
    shares = [[page for page in pages if Share(number, 7).has(page)] for number in range(1, 8)]
    assert sorted(page for share in shares for page in share) == sorted(pages)
    assert all(shares)
