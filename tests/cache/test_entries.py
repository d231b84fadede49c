"""Entries of the cache: found again as they were, or not at all."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hornbook.cache import Cache, digest_of_files, open_cache, packed, unpacked
from hornbook.cache.opening import code_version
from hornbook.cache.rows import keep_rows, kept_rows

ON_POSIX = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no such rights")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path, "version")


def files_of(cache: Cache) -> list[Path]:
    return [path for path in cache.folder.rglob("*") if path.is_file()]


def only_file_of(cache: Cache) -> Path:
    (path,) = files_of(cache)
    return path


@pytest.mark.parametrize("content", [b"", b"\0", b"a" * 100_000, bytes(range(256))])
def test_what_is_put_in_comes_out(cache: Cache, content: bytes) -> None:
    assert cache.get("kind", ("a", "b")) is None
    cache.put("kind", ("a", "b"), content)
    assert Cache(cache.folder, "version").get("kind", ("a", "b")) == content


def test_an_entry_is_found_by_all_that_it_was_made_from_and_by_the_version(cache: Cache) -> None:
    cache.put("kind", ("ab", "c"), b"content")
    for kind, key in [("kind", ("a", "bc")), ("kind", ("ab",)), ("kind", ("ab", "c", "")), ("other", ("ab", "c"))]:
        assert cache.get(kind, key) is None
    assert Cache(cache.folder, "another version").get("kind", ("ab", "c")) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda entry: entry[:16],
        lambda entry: entry[:32],
        lambda entry: entry[:-1],
        lambda entry: entry + b"x",
        lambda entry: entry[:40] + bytes([entry[40] ^ 1]) + entry[41:],
        lambda entry: bytes(len(entry)),
        lambda _: b"no entry at all",
    ],
)
def test_a_damaged_entry_is_none_and_is_made_anew(cache: Cache, damage: Callable[[bytes], bytes]) -> None:
    cache.put("kind", ("key",), b"content" * 9)
    path = only_file_of(cache)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get("kind", ("key",)) is None
    assert cache.remembered("kind", ("key",), lambda: b"made anew") == b"made anew"
    assert cache.get("kind", ("key",)) == b"made anew"


def test_an_entry_under_another_name_is_none(cache: Cache) -> None:
    cache.put("kind", ("one",), b"one")
    first = only_file_of(cache)
    cache.put("kind", ("two",), b"two")
    second = next(path for path in files_of(cache) if path != first)
    second.write_bytes(first.read_bytes())
    assert cache.get("kind", ("two",)) is None
    assert cache.get("kind", ("one",)) == b"one"


@ON_POSIX
@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "writable"])
def test_what_could_be_somebody_elses_is_none(cache: Cache, kind: str) -> None:
    cache.put("kind", ("key",), b"content")
    path = only_file_of(cache)
    if kind == "writable":
        path.chmod(0o666)
    else:
        moved = path.rename(cache.folder / "moved")
        put: dict[str, Callable[[], None]] = {
            "link": lambda: path.symlink_to(moved),
            "pipe": lambda: os.mkfifo(path),
            "folder": path.mkdir,
        }
        put[kind]()
    assert cache.get("kind", ("key",)) is None


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file", "version")
    assert cache.remembered("kind", ("key",), lambda: b"made") == b"made"
    assert cache.get("kind", ("key",)) is None
    cache.tidy()


def test_the_oldest_entries_go_where_there_are_too_many_bytes(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "version", largest=4_000)
    for number in range(8):
        content = os.urandom(1_000)
        cache.put("kind", (str(number),), content)
        newest = max(files_of(cache), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    cache.tidy()
    assert sum(path.stat().st_size for path in files_of(cache)) <= 4_000
    assert [number for number in range(8) if cache.get("kind", (str(number),)) is not None] == [6, 7]


def test_a_table_is_the_same_whatever_was_found_first(tmp_path: Path) -> None:
    rows = {"b": [1], "a": {"y": 1, "x": 2}}
    tables = []
    for number, order in enumerate((rows, dict(sorted(rows.items())))):
        (tmp_path / str(number)).mkdir()
        cache = Cache(tmp_path / str(number), "version")
        keep_rows(cache, "kind", ("name",), order, {})
        assert kept_rows(Cache(cache.folder, "version"), "kind", ("name",)) == rows
        tables.append(cache.get("kind", ("name",)))
    assert tables[0] == tables[1] != b""
    assert list(json.loads(tables[0] or b"")["a"]) == ["y", "x"], "what a row says stays in its order"


def test_two_at_once_are_safe(cache: Cache) -> None:
    def work(number: int) -> bytes:
        key = (str(number % 7),)
        return cache.remembered("kind", key, lambda: key[0].encode() * 5_000)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(work, range(400)))
    assert found == [str(number % 7).encode() * 5_000 for number in range(400)]
    assert len(files_of(cache)) == 7


def test_nothing_half_written_is_left(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    cache.put("kind", ("key",), b"content")
    assert files_of(cache) == []


def test_where_the_cache_lies(tmp_path: Path) -> None:
    assert open_cache({}, tmp_path)[0].folder == tmp_path / ".cache" / "hornbook"  # type: ignore[attr-defined]
    named, refused = open_cache({"HORNBOOK_CACHE": str(tmp_path / "mine")}, tmp_path)
    assert (isinstance(named, Cache) and named.folder, refused) == (tmp_path / "mine", None)
    shared, _ = open_cache({"XDG_CACHE_HOME": str(tmp_path / "xdg")}, tmp_path)
    assert isinstance(shared, Cache)
    assert shared.folder == tmp_path / "xdg" / "hornbook"
    off, refused = open_cache({"HORNBOOK_CACHE": "off"}, tmp_path)
    assert (off.keeps, refused) == (False, None)


def test_a_folder_that_git_tracks_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    cache, refused = open_cache({"HORNBOOK_CACHE": str(tmp_path / "inside" / "deep")}, tmp_path)
    assert not cache.keeps
    assert refused is not None
    assert refused.endswith("lies in a folder that Git tracks")
    assert not (tmp_path / "inside").exists()


@ON_POSIX
def test_a_folder_that_others_can_write_to_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(0o777)
    assert not open_cache({"HORNBOOK_CACHE": str(folder)}, tmp_path)[0].keeps
    folder.chmod(0o700)
    assert open_cache({"HORNBOOK_CACHE": str(folder)}, tmp_path)[0].keeps
    tmp_path.chmod(0o777)
    assert not open_cache({"HORNBOOK_CACHE": str(folder)}, tmp_path)[0].keeps
    tmp_path.chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache, refused = open_cache({"HORNBOOK_CACHE": str(tmp_path / "file")}, tmp_path)
    assert not cache.keeps
    assert refused is not None


def test_the_command_says_that_a_named_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    environ = {**os.environ, "HORNBOOK_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "hornbook", "--root", str(tmp_path), "check"]
    said = subprocess.run(command, env=environ, capture_output=True, text=True, check=False).stderr
    assert "note: nothing is kept for the next run: HORNBOOK_CACHE: `" in said


def test_the_version_is_that_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    version = code_version()
    assert version == code_version()
    monkeypatch.setattr(sys, "version", "another")
    assert version != code_version()


def test_a_digest_of_files_tells_names_and_bytes(tmp_path: Path) -> None:
    def digest() -> str | None:
        return digest_of_files(tmp_path, ("a", "b"))

    seen = {digest()}
    for change in (
        (tmp_path / "a").mkdir,
        lambda: (tmp_path / "a" / "x").write_bytes(b""),
        lambda: (tmp_path / "a" / "x").write_bytes(b"1"),
        lambda: (tmp_path / "a" / "x").rename(tmp_path / "a" / "y"),
        lambda: (tmp_path / "a" / "y").rename(tmp_path / "b"),
    ):
        change()
        assert digest() not in seen
        seen.add(digest())
    assert None not in seen
    (tmp_path / "b").unlink()
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert digest() is None


@pytest.mark.parametrize("files", [{}, {"a": b""}, {"b\n": b"\n", "a": b"x\n", "ü": bytes(range(256))}])
def test_a_tree_comes_out_as_it_was_put_in(files: dict[str, bytes]) -> None:
    assert list(unpacked(packed(files)).items()) == list(files.items())


def test_what_a_killed_run_began_to_write_goes_with_the_next_one(cache: Cache) -> None:
    cache.put("kind", ("key",), b"content")
    (cache.folder / "begun" / "half").write_bytes(b"cont")
    later = Cache(cache.folder, cache.version)
    assert later.get("kind", ("key",)) == b"content"
    later.tidy()
    assert [*(cache.folder / "begun").iterdir()] == []
    assert later.get("kind", ("key",)) == b"content"
