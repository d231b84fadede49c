import os
import shutil
from pathlib import Path

import pytest

from hornbook.diagnostics import Place
from hornbook.load import load
from hornbook.load.text import files
from hornbook.load.text.characters import forbidden_characters
from tests.load.project import found, loaded_with
from tests.sample_copy import copy_of_sample

RAIN = "glossary/terms/rain.yaml"


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain = loaded_with(tmp_path / "one", {})
    texts = {path: text for path, text in plain.texts.items() if path.startswith("glossary/")}
    changed = {path: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for path, text in texts.items()}
    windows = loaded_with(tmp_path / "two", changed)
    assert windows.knowledge is not None
    assert windows.knowledge == plain.knowledge
    assert windows.texts == plain.texts


@pytest.mark.parametrize(
    "code_point", [0x00, 0x0B, 0x7F, 0x85, 0x200B, 0x202E, 0x2028, 0x2066, 0xFDD0, 0xFEFF, 0x1FFFF]
)
def test_characters_that_nobody_sees_are_refused_where_they_stand(tmp_path: Path, code_point: int) -> None:
    text = f"label: Rain\nkind: a{chr(code_point)}b{chr(code_point)}\n"
    (one,) = loaded_with(tmp_path, {RAIN: text}).diagnostics
    assert (one.code, one.place) == ("text-control-character", Place(RAIN, 2, 8, 2, 9))


def test_a_lone_carriage_return_is_refused(tmp_path: Path) -> None:
    assert found(loaded_with(tmp_path, {RAIN: b"label: Rain\rkind: a\n"})) == [
        ("text-control-character", f"{RAIN}:1:12")
    ]


@pytest.mark.parametrize("text", ["שלום", "نص", "é", "a\u200db", "日本語", "😀", "a\tb\nc"])
def test_letters_of_every_script_are_welcome(text: str) -> None:
    assert forbidden_characters(text) == []


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"label: Rain\nkind: \xff\n", "2:7"), ("é: a".encode("utf-16"), "1:1"), ("é é".encode() + b"\xe9", "1:4")],
)
def test_other_encodings_are_refused_at_the_first_byte_that_is_wrong(tmp_path: Path, data: bytes, place: str) -> None:
    assert found(loaded_with(tmp_path, {RAIN: data})) == [("file-encoding", f"{RAIN}:{place}")]


def test_a_file_beyond_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    rain = loaded_with(tmp_path, {}).texts[RAIN] + "# "
    text = rain + "x" * (files.LARGEST_FILE - len(rain.encode()))
    assert found(loaded_with(tmp_path, {RAIN: text})) == []
    assert ("file-too-large", f"{RAIN}:1:1") in found(loaded_with(tmp_path, {RAIN: text + "x"}))


def test_a_project_beyond_the_limit_is_read_up_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    loaded = loaded_with(tmp_path, {})
    assert [code for code, _ in found(loaded)] == ["file-too-large"]
    assert len(loaded.texts) == 3


def test_links_folders_and_devices_are_refused_everywhere(tmp_path: Path) -> None:
    loaded_with(tmp_path, {})
    project = tmp_path / "project"
    (project / "docs" / "secret.txt").symlink_to("/etc/hostname")
    (project / "glossary" / "more").symlink_to(project / "docs")
    (project / "docs" / "loop").symlink_to(project / "docs")
    os.mkfifo(project / "glossary" / "terms" / "pipe.yaml")
    (project / "glossary" / "terms" / "folder.yaml").mkdir()
    assert found(loaded_with(tmp_path, {})) == [
        ("file-link", "docs/loop:1:1"),
        ("file-link", "docs/secret.txt:1:1"),
        ("file-link", "glossary/more:1:1"),
        ("file-unread", "glossary/terms/folder.yaml:1:1"),
        ("file-link", "glossary/terms/pipe.yaml:1:1"),
    ]


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    loaded_with(tmp_path, {})
    project = tmp_path / "project"
    (project / "diagrams").rename(tmp_path / "elsewhere")
    (project / "diagrams").symlink_to(tmp_path / "elsewhere")
    assert ("file-link", "diagrams:1:1") in found(loaded_with(tmp_path, {}))


@pytest.mark.parametrize("moved", ["glossary", "glossary/terms", "glossary/terms/square.yaml", "diagrams"])
def test_what_a_link_hides_is_not_missed_elsewhere(tmp_path: Path, moved: str) -> None:
    project = copy_of_sample(tmp_path / "project")
    away = tmp_path / "away"
    (project / moved).rename(away)
    (project / moved).symlink_to(away)
    assert [(one.code, one.place.path) for one in load(project).diagnostics] == [("file-link", moved)]


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open = os.open

    def refusing(path: Path, flags: int) -> int:
        if Path(path).name == "rain.yaml":
            raise PermissionError(13, "Permission denied")
        return real_open(path, flags)

    monkeypatch.setattr(os, "open", refusing)
    loaded = loaded_with(tmp_path, {})
    assert found(loaded) == [("file-unreadable", f"{RAIN}:1:1")]
    assert "permission denied" in loaded.diagnostics[0].message


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    loaded_with(tmp_path, {})
    shutil.rmtree(tmp_path / "project" / "docs")
    assert found(loaded_with(tmp_path, {"docs": "text"})) == [("file-unreadable", "docs:1:1")]


def test_drawings_beside_views_and_hidden_files_are_left_alone(tmp_path: Path) -> None:
    extra: dict[str, str | bytes | None] = {
        "diagrams/wetness.svg": "<svg/>",
        "glossary/.notes": "x",
        "docs/picture.png": b"\x89PNG",
        "docs/a/b.md": "b",
    }
    loaded = loaded_with(tmp_path, extra)
    assert found(loaded) == []
    assert loaded.knowledge is not None
    assert [page.path for page in loaded.knowledge.pages] == ["a/b.md", "index.md"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("diagrams/ground.yml", "only `.yaml` files are read; rename it to `ground.yaml`"),
        ("glossary/terms/snow.YML", "only `.yaml` files are read; rename it to `snow.yaml`"),
        ("glossary/snow.yml", "move it into the folder of its kind: a term in `glossary/terms/`"),
    ],
)
def test_what_looks_like_a_record_is_renamed_in_its_folder_and_moved_from_above_it(
    tmp_path: Path, path: str, hint: str
) -> None:
    (unread,) = loaded_with(tmp_path, {path: "label: Snow\n"}).diagnostics
    assert (unread.code, unread.place.path) == ("file-unread", path)
    assert (unread.hint or "").startswith(hint)


def test_an_empty_folder_is_no_project_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    loaded = loaded_with(tmp_path, {})
    assert found(loaded) == [("file-missing", "glossary/glossary.yaml:1:1")]
    assert loaded.knowledge is None
