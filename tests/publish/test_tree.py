"""Publishing: the output is old or new, never half, and holds nothing that others put there."""

import errno
import fcntl
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook import disk as disk_module
from hornbook.diagnostics import Diagnostic, Place
from hornbook.publish import Written, hashes_of, read_tree, staging, still_stands, write_tree
from hornbook.publish.manifest import MANIFEST
from hornbook.publish.staging import alone_at, is_cleared
from hornbook.publish.tree import OUTPUT_FAILED
from tests.effort import tries

OLD = {"index.html": b"old", "terms/a/index.html": b"a", "terms/b/index.html": b"b", "same.css": b"same"}
NEW = {"index.html": b"new", "terms/a/index.html": b"a", "faq/index.html": b"faq", "same.css": b"same"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def published(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in contents(folder).items() if path != MANIFEST}


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir() if path != folder)


def code(result: Written | Diagnostic) -> str:
    assert isinstance(result, Diagnostic), result
    return result.code


def test_first_write_makes_exactly_the_files(out: Path) -> None:
    assert write_tree(out, OLD) == Written(changed=4, removed=0, unchanged=0)
    assert published(out) == OLD
    assert beside(out) == []


def test_parents_of_the_output_are_made(tmp_path: Path) -> None:
    assert isinstance(write_tree(tmp_path / "a/b/site", OLD), Written)
    assert published(tmp_path / "a/b/site") == OLD


def test_no_files_make_an_empty_tree_of_ours(out: Path) -> None:
    write_tree(out, OLD)
    assert write_tree(out, {}) == Written(changed=0, removed=4, unchanged=0)
    assert [path.name for path in out.iterdir()] == [MANIFEST]
    assert write_tree(out, OLD) == Written(changed=4, removed=0, unchanged=0)


def test_an_empty_folder_may_be_taken(out: Path) -> None:
    out.mkdir()
    assert isinstance(write_tree(out, OLD), Written)
    assert published(out) == OLD


def test_second_write_changes_removes_and_counts(out: Path) -> None:
    write_tree(out, OLD)
    assert write_tree(out, NEW) == Written(changed=2, removed=1, unchanged=2)
    assert published(out) == NEW
    assert not (out / "terms/b").exists()


def test_unchanged_files_stay_the_same_files(out: Path) -> None:
    write_tree(out, OLD)
    before = (out / "same.css").stat()
    write_tree(out, NEW)
    after = (out / "same.css").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_same_files_leave_the_whole_tree_alone(out: Path) -> None:
    write_tree(out, OLD)
    before = out.stat().st_ino
    assert write_tree(out, dict(reversed(OLD.items()))) == Written(changed=0, removed=0, unchanged=4)
    assert out.stat().st_ino == before


def test_two_outputs_of_one_input_are_equal_to_the_byte(tmp_path: Path) -> None:
    write_tree(tmp_path / "one", OLD)
    write_tree(tmp_path / "one", NEW)
    write_tree(tmp_path / "two", dict(reversed(NEW.items())))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("damage", [b"OLD", b"x", b""])
def test_a_changed_file_of_ours_is_mended(out: Path, damage: bytes) -> None:
    write_tree(out, OLD)
    (out / "index.html").write_bytes(damage)
    assert write_tree(out, OLD) == Written(changed=1, removed=0, unchanged=3)
    assert published(out) == OLD


def modes(folder: Path) -> dict[str, str]:
    """The modes of a folder and of everything in it, in octal digits."""
    return {
        path.relative_to(folder).as_posix(): f"{path.stat().st_mode & 0o7777:o}"
        for path in (folder, *folder.rglob("*"))
    }


@pytest.fixture(params=[0o022, 0o002, 0o077], ids="{:o}".format)
def mask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        ("same.css", 0o4644),
        ("same.css", 0o2644),
        ("same.css", 0o1644),
        ("same.css", 0o666),
        ("same.css", 0o646),
        ("same.css", 0o755),
        ("same.css", 0o600),
        ("same.css", 0o004),
        (MANIFEST, 0o666),
        (MANIFEST, 0o4755),
        ("terms", 0o777),
        ("terms", 0o2755),
        ("terms/a", 0o1777),
        ("terms/a", 0o500),
        (".", 0o777),
        (".", 0o3777),
    ],
    ids=str,
)
def test_modes_that_others_gave_are_those_of_new_files_again(out: Path, mask: int, path: str, mode: int) -> None:
    write_tree(out, OLD)
    plain = modes(out)
    assert {*plain.values()} == {f"{0o666 & ~mask:o}", f"{0o777 & ~mask:o}"}
    (out / path).chmod(mode)
    assert isinstance(write_tree(out, OLD), Written)
    assert modes(out) == plain
    assert os.umask(mask) == mask
    kept = (out / "index.html").stat().st_ino
    assert write_tree(out, OLD) == Written(changed=0, removed=0, unchanged=4)
    assert (out / "index.html").stat().st_ino == kept


def test_a_folder_that_hands_its_group_on_hands_no_bits_on(tmp_path: Path) -> None:
    tmp_path.chmod(0o2755)
    write_tree(tmp_path / "site", OLD)
    assert {mode for mode in modes(tmp_path / "site").values() if len(mode) > 3} == set()
    assert write_tree(tmp_path / "site", OLD) == Written(changed=0, removed=0, unchanged=4)


def test_a_site_that_is_closed_to_others_stays_so(out: Path) -> None:
    write_tree(out, OLD)
    out.chmod(0o700)
    write_tree(out, NEW)
    assert modes(out)["."] == "700"


def test_a_deleted_file_of_ours_comes_back(out: Path) -> None:
    write_tree(out, OLD)
    (out / "index.html").unlink()
    assert write_tree(out, OLD) == Written(changed=1, removed=0, unchanged=3)
    assert published(out) == OLD


# What others put there


def a_file(path: Path) -> None:
    path.write_text("mine")


def a_link(path: Path) -> None:
    path.symlink_to("/nowhere/at/all")


def a_link_to_a_folder(path: Path) -> None:
    path.symlink_to(path.parent.parent)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("place", ["CNAME", "terms/a/evil.html", "faq", "faq/index.html", "new/deep/mine"])
@pytest.mark.parametrize("kind", [a_file, a_link, a_link_to_a_folder, a_pipe])
def test_what_somebody_else_put_there_stops_everything_and_stays(
    out: Path, kind: Callable[[Path], None], place: str
) -> None:
    write_tree(out, OLD)
    (out / place).parent.mkdir(parents=True, exist_ok=True)
    kind(out / place)
    before = {path: path.lstat().st_ino for path in out.rglob("*")}
    found = write_tree(out, NEW)
    assert code(found) == "output-conflict"
    assert isinstance(found, Diagnostic)
    assert found.place.path == f"site/{place}" or found.place.path.endswith(f"/site/{place}")
    assert {path: path.lstat().st_ino for path in out.rglob("*")} == before
    assert beside(out) == []


def test_an_objection_to_the_finished_tree_leaves_the_old_one(out: Path) -> None:
    wrong = Diagnostic(Place("a.html"), OUTPUT_FAILED, "wrong")
    stages: list[str] = []

    def objection() -> Diagnostic:
        stages.extend(name for name in beside(out) if (out.parent / name).is_dir())
        return wrong

    assert write_tree(out, NEW, objection=objection) == wrong
    assert not out.exists()
    assert len(stages) == 1
    write_tree(out, OLD)
    before = {path: path.lstat().st_ino for path in out.rglob("*")}
    assert write_tree(out, NEW, objection=objection) == wrong
    assert {path: path.lstat().st_ino for path in out.rglob("*")} == before
    assert beside(out) == []


def test_all_of_it_is_named_at_once(out: Path) -> None:
    write_tree(out, OLD)
    for name in ("b", "a", "c"):
        (out / name).write_text("mine")
    found = write_tree(out, NEW)
    assert isinstance(found, Diagnostic)
    assert found.place.path.endswith("/a")
    assert found.notes == ("likewise: b", "likewise: c")


def test_a_forged_manifest_lets_nothing_in(out: Path) -> None:
    out.mkdir()
    (out / "evil.html").write_text("evil")
    (out / MANIFEST).write_text('{"format": 1, "files": {}}')
    assert code(write_tree(out, NEW)) == "output-conflict"
    listed = {"evil.html": "0" * 64}
    (out / MANIFEST).write_text(json.dumps({"format": 1, "files": listed}))
    assert isinstance(write_tree(out, NEW), Written)
    assert published(out) == NEW


def test_empty_folders_and_the_litter_of_file_managers_are_swept_away(out: Path) -> None:
    write_tree(out, OLD)
    (out / "empty").mkdir()
    (out / "terms/.DS_Store").write_text("x")
    assert isinstance(write_tree(out, NEW), Written)
    assert published(out) == NEW
    assert not (out / "empty").exists()


def test_a_link_in_place_of_our_file_is_foreign(out: Path, tmp_path: Path) -> None:
    write_tree(out, OLD)
    victim = tmp_path / "victim"
    victim.write_text("victim")
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(victim)
    assert code(write_tree(out, NEW)) == "output-conflict"
    assert victim.read_text() == "victim"


def test_a_link_in_place_of_our_folder_is_not_followed(out: Path, tmp_path: Path) -> None:
    write_tree(out, OLD)
    elsewhere = tmp_path / "elsewhere"
    shutil.move(out / "terms", elsewhere)
    (out / "terms").symlink_to(elsewhere)
    before = contents(elsewhere)
    assert code(write_tree(out, NEW)) == "output-conflict"
    assert code(write_tree(out, {"index.html": b"new"})) == "output-conflict"
    assert contents(elsewhere) == before
    assert (out / "terms").is_symlink()


def test_our_old_folder_may_become_a_file_and_back(out: Path) -> None:
    write_tree(out, OLD)
    assert isinstance(write_tree(out, {"terms": b"file"}), Written)
    assert published(out) == {"terms": b"file"}
    assert isinstance(write_tree(out, OLD), Written)
    assert published(out) == OLD


@pytest.mark.parametrize("at_once", [True, False], ids=["exchange", "two renames"])
def test_a_file_put_there_while_we_build_stops_everything_and_stays(
    out: Path, monkeypatch: pytest.MonkeyPatch, *, at_once: bool
) -> None:
    if not at_once:
        monkeypatch.setattr(disk_module, "_exchanged_at_once", lambda _first, _second: False)
    write_tree(out, OLD)
    exchange = disk_module.exchange

    def late(stage: Path, tree: Path, aside: Path) -> None:
        if not (tree / "faq").exists():
            (tree / "late").mkdir()
            (tree / "late/file").write_text("late")
        exchange(stage, tree, aside)

    monkeypatch.setattr(staging, "exchange", late)
    assert code(write_tree(out, NEW)) == "output-conflict"
    assert published(out) == OLD | {"late/file": b"late"}
    assert beside(out) == []


def test_a_manifest_that_names_files_outside_moves_nothing(out: Path, tmp_path: Path) -> None:
    write_tree(out, OLD)
    victim = tmp_path / "victim"
    victim.write_text("victim")
    manifest = out / MANIFEST
    manifest.write_text(
        manifest.read_text().replace('"files": {', '"files": {"../victim": "00", "/etc/hostname": "00",')
    )
    assert write_tree(out, NEW) == Written(changed=2, removed=1, unchanged=2)
    assert victim.read_text() == "victim"


# What is never touched


@pytest.mark.parametrize("manifest", [None, b"", b"{}", b"[]", b'{"format": 2, "files": {}}', b"[" * 100_000, b"\xff"])
def test_a_full_folder_without_our_manifest_is_refused(out: Path, manifest: bytes | None) -> None:
    out.mkdir()
    (out / "thesis.tex").write_text("mine")
    if manifest is not None:
        (out / MANIFEST).write_bytes(manifest)
    before = contents(out)
    assert code(write_tree(out, OLD)) == "output-not-ours"
    assert contents(out) == before
    assert beside(out) == []


def test_a_linked_manifest_proves_nothing(out: Path, tmp_path: Path) -> None:
    write_tree(tmp_path / "other", OLD)
    out.mkdir()
    (out / MANIFEST).symlink_to(tmp_path / "other" / MANIFEST)
    assert code(write_tree(out, OLD)) == "output-not-ours"


def test_a_link_as_output_is_refused(out: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    out.symlink_to(target)
    assert code(write_tree(out, OLD)) == "output-not-ours"
    assert list(target.iterdir()) == []
    assert out.is_symlink()


@pytest.mark.parametrize("name", ["loop/site", "x" * 300, "file/site"])
def test_an_impossible_output_is_a_diagnostic(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    assert code(write_tree(tmp_path / name, OLD)) == "output-failed"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "loop"]


def test_a_file_as_output_is_refused(out: Path) -> None:
    out.write_text("mine")
    assert code(write_tree(out, OLD)) == "output-not-ours"
    assert out.read_text() == "mine"


def test_root_home_project_and_what_holds_them_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "work/project"
    home = tmp_path / "people/home"
    project.mkdir(parents=True)
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(project)
    for bad in ("/", "", ".", "..", "../..", "../project", str(home), str(home.parent), str(project)):
        assert code(write_tree(Path(bad), OLD)) == "output-not-ours", bad
    (project / "sub").mkdir()
    assert code(write_tree(project / "sub/..", OLD)) == "output-not-ours"
    assert code(write_tree(tmp_path / "people", OLD, root=tmp_path / "people/x")) == "output-not-ours"
    assert sorted(path.name for path in project.iterdir()) == ["sub"]
    assert list(home.iterdir()) == []
    assert isinstance(write_tree(Path("site"), OLD), Written)


@pytest.mark.parametrize(
    "path",
    ["", "/etc/x", "../x", "a/../x", "a/..", "./x", "a//x", "a/", "a\\x", "c:x", "a\0", "\ud800", MANIFEST, ".", ".."],
)
def test_a_path_that_is_none_below_the_output_is_refused(out: Path, path: str) -> None:
    write_tree(out, OLD)
    assert code(write_tree(out, {path: b"x"})) == "output-path"
    assert published(out) == OLD


def test_a_path_cannot_be_file_and_folder(out: Path) -> None:
    assert code(write_tree(out, {"a": b"", "a/b/c": b""})) == "output-path"
    assert not out.exists()


@settings(max_examples=tries(60))
@given(st.text(max_size=12))
def test_any_text_as_path_stays_inside(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    result = write_tree(folder / "site", {path: b"x"})
    assert [entry.name for entry in folder.iterdir()] in ([], ["site"])
    if isinstance(result, Written):
        assert published(folder / "site") == {path: b"x"}


# What an engine wrote


def test_a_stage_is_read_and_stays(tmp_path: Path) -> None:
    write_tree(tmp_path / "stage", NEW)
    assert read_tree(tmp_path / "stage") == NEW
    assert published(tmp_path / "stage") == NEW
    missing = read_tree(tmp_path / "missing")
    assert isinstance(missing, Diagnostic)
    assert missing.code == "output-failed"


def test_a_link_in_a_stage_is_refused(tmp_path: Path) -> None:
    stage = tmp_path / "stage"
    stage.mkdir()
    (stage / "leak.txt").symlink_to("/etc/hostname")
    found = read_tree(stage)
    assert isinstance(found, Diagnostic)
    assert found.code == "output-path"


# Failures


class Failing:
    """Makes the n-th call of any of these functions of `os` fail, and counts the calls."""

    NAMES = ("mkdir", "open", "write", "fsync", "rename", "link", "symlink", "chmod")

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fail_at: int, number: int) -> None:
        self.calls = 0
        self.fail_at = fail_at
        self.number = number
        for name in self.NAMES:
            monkeypatch.setattr(os, name, self.wrap(getattr(os, name)))

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            if "dir_fd" in kwargs:  # removing a tree, which has a test of its own
                return function(*args, **kwargs)
            self.calls += 1
            if self.calls == self.fail_at:
                raise OSError(self.number, os.strerror(self.number), args[0] if isinstance(args[0], Path) else None)
            return function(*args, **kwargs)

        return wrapped


@pytest.mark.parametrize("at_once", [True, False], ids=["exchange", "two renames"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("fresh", [True, False], ids=["first", "second"])
def test_whichever_call_fails_the_old_tree_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, at_once: bool, number: int, fresh: bool
) -> None:
    if not at_once:
        monkeypatch.setattr(disk_module, "_exchanged_at_once", lambda _first, _second: False)
    seen = []
    for fail_at in range(1, 200):
        folder = tmp_path / str(fail_at)
        folder.mkdir()
        out = folder / "site"
        if not fresh:
            write_tree(out, OLD)
        before = contents(out)
        with monkeypatch.context() as patch:
            failing = Failing(patch, fail_at, number)
            result = write_tree(out, NEW)
        assert beside(out) == []
        if failing.calls < fail_at:
            assert isinstance(result, Written)
            break
        if isinstance(result, Written):  # the call was one that may fail, such as making a folder that is there
            assert published(out).items() >= NEW.items()
            continue
        seen.append(result.code)
        assert contents(out) == before
        assert out.exists() is not fresh
    else:
        pytest.fail("the calls never came to an end")
    assert set(seen) == {"output-failed"}
    assert len(seen) > 20


def test_a_file_system_without_hard_links_gets_copies(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(out, OLD)
    before = (out / "same.css").stat().st_mtime_ns

    def no_link(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_link)
    assert write_tree(out, NEW) == Written(changed=2, removed=1, unchanged=2)
    assert published(out) == NEW
    assert (out / "same.css").stat().st_mtime_ns == before


def test_short_writes_are_carried_on(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:2]))
    write_tree(out, OLD)
    assert published(out) == OLD


def test_what_cannot_be_removed_goes_at_the_next_start(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(out, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda _path, **_options: None)
        assert isinstance(write_tree(out, NEW), Written)
    assert published(out) == NEW
    assert len(beside(out)) == 1
    assert isinstance(write_tree(out, NEW), Written)
    assert beside(out) == []


def test_an_interrupt_leaves_no_stage(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(out, OLD)

    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_tree(out, NEW)
    assert published(out) == OLD
    assert beside(out) == []


def test_files_and_folders_are_on_disk_before_they_are_exchanged(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(out, OLD)
    story: list[str] = []
    fsync, exchange = os.fsync, disk_module.exchange

    def note_fsync(descriptor: int) -> None:
        story.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        fsync(descriptor)

    def note_exchange(*paths: Path) -> None:
        story.append("EXCHANGE")
        exchange(*paths)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(staging, "exchange", note_exchange)
    write_tree(out, NEW)
    at = story.index("EXCHANGE")
    assert story[:at].count("index.html") == 2
    assert {MANIFEST, "faq", "terms", "a"} <= set(story[:at])
    assert story[at - 1].startswith(".site.stage-")
    assert story[at + 1 :] == [out.parent.name]


def test_many_files_are_on_disk_at_once_before_they_are_exchanged(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(out, OLD)
    story: list[str] = []
    at_once, exchange = disk_module._flushed_at_once, disk_module.exchange

    def note_flush(folder: Path) -> bool:
        story.append(Path(folder).name)
        return at_once(folder)

    def note_exchange(*paths: Path) -> None:
        story.append("EXCHANGE")
        exchange(*paths)

    monkeypatch.setattr(disk_module, "_FEW", 1)
    monkeypatch.setattr(disk_module, "_flushed_at_once", note_flush)
    monkeypatch.setattr(staging, "exchange", note_exchange)
    monkeypatch.setattr(os, "fsync", lambda descriptor: story.append(f"/proc/self/fd/{descriptor}"))
    write_tree(out, NEW)
    assert published(out) == NEW
    assert story[0].startswith(".site.stage-")
    assert story[1] == "EXCHANGE"
    assert len(story) == 3  # the folder that both stand in


def test_a_disk_that_cannot_take_many_files_leaves_the_old_tree(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(out, OLD)

    def refused(folder: Path) -> bool:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(folder))

    monkeypatch.setattr(disk_module, "_FEW", 1)
    monkeypatch.setattr(disk_module, "_flushed_at_once", refused)
    assert code(write_tree(out, NEW)) == "output-failed"
    assert published(out) == OLD
    assert beside(out) == []


# A tree that is written again and again

_TREES = st.dictionaries(st.sampled_from(["a", "b/a", "b/c/a", "c", "d/a", "d/b"]), st.sampled_from([b"", b"1", b"2"]))


def _in_the_way(stage: Path, path: str) -> None:
    shutil.rmtree(stage / path, ignore_errors=True)
    (stage / path).unlink(missing_ok=True)
    (stage / path).symlink_to(stage.parent)


_MEDDLING: list[Callable[[Path], object]] = [
    lambda _: None,
    lambda stage: (stage / "a").write_bytes(b"3"),
    lambda stage: (stage / "strange").mkdir(),
    lambda stage: (stage / "b" / "strange").write_bytes(b"3") if (stage / "b").is_dir() else None,
    lambda stage: _in_the_way(stage, "b"),
    lambda stage: _in_the_way(stage, "a"),
    lambda stage: (stage / MANIFEST).unlink(),
    lambda stage: stage.chmod(0o777),
    lambda stage: (stage / "a").chmod(0o4777) if (stage / "a").exists() else None,
    shutil.rmtree,
]


@settings(max_examples=tries(40))
@given(st.lists(st.tuples(_TREES, st.sampled_from(_MEDDLING)), min_size=2, max_size=5))
def test_a_tree_made_of_its_twin_is_as_one_made_anew(
    trees: list[tuple[dict[str, bytes], Callable[[Path], None]]],
) -> None:
    with TemporaryDirectory() as folder:
        out, other = Path(folder) / "site", Path(folder) / "other"
        for files, meddle in trees:
            stage = out.with_name(f".site.stage-{os.getpid()}")
            if stage.exists():
                meddle(stage)
            found, expected = write_tree(out, files, twin=True), write_tree(other, files)
            assert isinstance(found, Written)
            assert isinstance(expected, Written)
            assert contents(out) == contents(other)
            assert sorted(modes(out).values()) == sorted(modes(other).values())
            assert not any(path.is_symlink() for path in out.rglob("*"))
        assert is_cleared(out)
        assert beside(out) == ["other"]


def test_who_reads_a_file_while_its_tree_is_written_reads_it_whole(out: Path) -> None:
    for number in range(4):
        before = (out / "index.html").open("rb") if number else None
        assert isinstance(write_tree(out, {"index.html": b"%d" % number, "same": b"same"}, twin=True), Written)
        if before is not None:
            with before:
                assert before.read() == b"%d" % (number - 1)
    assert is_cleared(out)


def test_a_file_that_both_trees_have_stays_the_same_file(out: Path) -> None:
    for number in range(3):
        write_tree(out, {"index.html": b"%d" % number, "same": b"same"}, twin=True)
    first = (out / "same").stat()
    result = write_tree(out, {"index.html": b"once more", "same": b"same"}, twin=True)
    assert result == Written(changed=1, removed=0, unchanged=1)
    assert os.path.samestat(first, (out / "same").stat())
    assert is_cleared(out)


# Several builds


def test_a_second_build_is_told_to_wait(out: Path) -> None:
    write_tree(out, OLD)
    with (out.parent / ".site.stage-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert code(write_tree(out, NEW)) == "output-busy"
        assert published(out) == OLD
    assert isinstance(write_tree(out, NEW), Written)
    assert beside(out) == []


def test_two_processes_never_mix_their_trees(out: Path) -> None:
    def start(letter: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", WRITER, str(out), letter, "40"])

    writers = [start("a"), start("b")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert published(out) in (tree_of("a"), tree_of("b"))
    assert beside(out) == []


WRITER = """
import sys
from pathlib import Path
from hornbook.diagnostics import Diagnostic, Place
from hornbook.publish import write_tree
out, letters, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for round in range(rounds):
    letter = letters[round % len(letters)]
    result = write_tree(out, {f"{n}/{letter}/f": letter.encode() * 1000 for n in range(12)} | {"f": letter.encode()})
    if isinstance(result, Diagnostic) and result.code != "output-busy":
        sys.exit(str(result))
"""


def tree_of(letter: str) -> dict[str, bytes]:
    return {f"{number}/{letter}/f": letter.encode() * 1000 for number in range(12)} | {"f": letter.encode()}


@pytest.mark.parametrize("aside", [True, False])
def test_leftovers_of_killed_runs_go_and_an_old_tree_comes_back(out: Path, *, aside: bool) -> None:
    write_tree(out, OLD)
    stage = out.parent / ".site.stage-12345"
    stage.mkdir()
    (stage / "half").write_text("half")
    others = [".site.stage-mine", ".site.old-tree", ".other.stage-1", "site.stage-1"]
    for name in others:
        (out.parent / name).mkdir()
    (out.parent / ".site.stage-lock").touch()
    if aside:
        out.rename(out.parent / ".site.old-12345")
    else:
        (out.parent / ".site.old-12345").mkdir()
    (out.parent / ".site.stage-777").symlink_to(out.parent / "precious")
    (out.parent / "precious").mkdir()
    (out.parent / "precious/file").touch()
    assert write_tree(out, OLD) == Written(changed=0, removed=0, unchanged=4)
    assert beside(out) == sorted([*others, ".site.stage-777", "precious"])
    assert (out.parent / "precious/file").exists()


def test_a_tree_that_stands_is_rid_of_leftovers_too(out: Path) -> None:
    write_tree(out, OLD)
    hashes = hashes_of(OLD)
    (out.parent / ".site.stage-lock").touch()
    for name in (".site.stage-12345", ".site.old-12345"):
        (out.parent / name).mkdir()
        (out.parent / name / "half").write_text("half")
    assert still_stands(out, hashes)
    assert beside(out) == []
    with alone_at(out) as held:
        assert held
        assert not still_stands(out, hashes), "another run writes there"
    assert still_stands(out, hashes)


def test_a_tree_that_was_moved_away_stands_again(out: Path) -> None:
    write_tree(out, OLD)
    out.rename(out.parent / ".site.old-12345")
    assert not still_stands(out, hashes_of(OLD)), "a run that makes it is to put it back"
    assert write_tree(out, OLD) == Written(changed=0, removed=0, unchanged=4)


def identity(folder: Path) -> int | None:
    try:
        return folder.stat().st_ino
    except FileNotFoundError:
        return None


@pytest.mark.parametrize("at_once", [True, False], ids=["exchange", "two renames"])
def test_a_killed_run_leaves_old_or_new(out: Path, *, at_once: bool) -> None:
    dice = random.Random(20261121)
    fallback = "" if at_once else "import hornbook.disk as d; d._exchanged_at_once = lambda a, b: False\n"
    trees = [tree_of("a"), tree_of("b")]
    write_tree(out, tree_of("a"))
    for _ in range(12):
        writer = subprocess.Popen([sys.executable, "-c", fallback + WRITER, str(out), "ba", "1000000"])
        first = identity(out)
        while identity(out) in (first, None):
            assert writer.poll() is None
            time.sleep(0.001)
        time.sleep(dice.uniform(0, 0.05))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        if at_once:
            assert published(out) in trees
        # The next run recovers what it finds: the one tree or the other, whole, and nothing beside it.
        result = write_tree(out, tree_of("a"))
        assert isinstance(result, Written)
        assert result in (
            Written(changed=0, removed=0, unchanged=13),
            Written(changed=13, removed=12, unchanged=0),
        )
        assert published(out) == trees[0]
        assert beside(out) == []
