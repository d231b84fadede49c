"""What strange files, names, dates and sizes do: a message or nothing, never a crash, and nothing foreign touched."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hornbook.addresses import BOX_LIMIT
from hornbook.diagnostics import Diagnostic, Place
from hornbook.diagnostics.formats import as_text
from hornbook.kept_drawings import renewed_drawings
from hornbook.load import find_assets, load
from hornbook.load.names.references import References, Suggestions
from hornbook.load.prose.parsing import LONGEST_LINE, LONGEST_PAGE, parse_page
from hornbook.load.records.scalars import FIELD_FORM
from hornbook.load.text.characters import has_visible
from hornbook.load.text.files import source_text
from hornbook.production import build_sources, examine
from hornbook.reasoning.scopes import reason_about
from hornbook.site import build
from tests.load.project import BASE, found, loaded_with
from tests.load.prose_reading import KNOWN
from tests.sample_copy import copy_of_sample

MANY = BOX_LIMIT + 10
VIEW = "title: Wetness\nframework: weather\ngoal: wet-ground\nshow: [rain-wets]\n"


def big_framework(folder: Path) -> Path:
    """A project with one implication of very many premises."""
    atoms = [f"state-{number}" for number in range(MANY)]
    lines = [f"  {atom}: {{holds: it is in {atom}, fails: it is not in {atom}}}" for atom in atoms]
    text = "label: Weather\nsource: almanac\natoms:\n" + "\n".join(lines)
    text += "\nimplications:\n  - {id: rain-wets, if: [rain], then: wet-ground}\n"
    text += f"  - {{id: many, if: [{', '.join(atoms)}], then: rain}}\n"
    loaded_with(folder, {"glossary/frameworks/weather.yaml": text})
    return folder / "project"


def test_what_looks_like_a_drawing_is_neither_followed_nor_written(tmp_path: Path) -> None:
    project = copy_of_sample(tmp_path / "shapes")
    foreign = tmp_path / "foreign.txt"
    foreign.write_text("mine", encoding="utf-8")
    (project / "diagrams" / "by-definition.svg").symlink_to(foreign)
    (project / "diagrams" / "by-diagonals.svg").mkdir()
    os.mkfifo(project / "diagrams" / "by-definition.dark.svg")
    result = examine(project)
    assert [(one.code, one.place.path) for one in result.diagnostics] == [
        ("file-link", "diagrams/by-definition.dark.svg"),
        ("file-link", "diagrams/by-definition.svg"),
        ("file-unread", "diagrams/by-diagonals.svg"),
    ]
    assert result.reasoning is not None
    assert renewed_drawings(project, result.reasoning.knowledge) == {}
    assert foreign.read_text(encoding="utf-8") == "mine"


def test_assets_are_not_looked_for_behind_links(tmp_path: Path) -> None:
    assert find_assets(tmp_path) == ({}, [])
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "run.js").write_text("", encoding="utf-8")
    (tmp_path / "docs").symlink_to(tmp_path / "other")
    assert find_assets(tmp_path) == ({}, [])
    (tmp_path / "docs").unlink()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "inner").symlink_to(tmp_path / "other")
    assert find_assets(tmp_path) == ({}, [])


def test_an_asset_that_has_just_gone_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = copy_of_sample(tmp_path / "shapes")
    gone: tuple[dict[str, Path], list[Diagnostic]] = ({"gone.png": project / "docs" / "gone.png"}, [])
    monkeypatch.setattr("hornbook.production.find_assets", lambda *_: gone)
    result = build_sources(project)
    assert not result.failed
    assert result.built is not None


@pytest.mark.parametrize(
    "pattern",
    [
        "![",
        "[[a",
        "![[",
        "[^1]: a\n\n[^",
        ">-\na\n",
        "[a\n===\n",
        "[a]: b\n\n[a]",
        "[a]:",
        "*",
        "> ",
        "- ",
        "`<\n",
        "\\`` ",
        "[a](",
        "&",
        "|a",
        "{.a}",
        "{: ",
        "![a](b){a",
        "# a\n",
        "a\n\n",
        "a\n{ .lead }\n\n",
        "[^1]: a\n\n    b\n\n[^1] ",
        "!!! note\n",
        "??? note\n\n    ",
        "<!--\n",
        "- <!--\n  ",
        "<b>\n",
        "~~~\n",
        "```c\n \n```\n",
        "|\n|-|\n",
    ],
)
def test_hostile_pages_come_to_an_end(pattern: str) -> None:
    text = (pattern * LONGEST_PAGE)[: LONGEST_PAGE // 2]
    if "\n" not in pattern:
        text = "\n".join(text[at : at + LONGEST_LINE] for at in range(0, len(text), LONGEST_LINE))
    references = References(KNOWN, Suggestions())
    parse_page(source_text("docs/a.md", text), "weather", references)
    lines = text.split("\n")
    assert all(one.place.column <= len(lines[one.place.line - 1]) + 1 for one in references.found)


def test_a_view_with_too_many_boxes_is_an_error(tmp_path: Path) -> None:
    project = big_framework(tmp_path)
    (project / "diagrams" / "wetness.yaml").write_text(VIEW.replace("rain-wets", "rain-wets, many"), encoding="utf-8")
    (project / "diagrams" / "wetness.svg").write_text("", encoding="utf-8")
    codes = [(one.code, one.place.path) for one in examine(project).diagnostics if one.code != "term-unused"]
    assert codes == [("view-too-large", "diagrams/wetness.yaml")]


def test_pages_leave_out_drawings_that_would_be_too_large(tmp_path: Path) -> None:
    knowledge = load(big_framework(tmp_path)).knowledge
    assert knowledge is not None
    pages = build(reason_about(knowledge), {})
    assert b"<svg" not in pages["docs/frameworks/weather/index.md"]
    assert b"many" in pages["docs/frameworks/weather/index.md"]


def test_every_letter_of_the_index_occurs_once(tmp_path: Path) -> None:
    names = ["և", "ŉ", "!one", "~two", "Zeta", "1st", "ßa", "éa", "Ab"]
    aliases = ", ".join(f'"{name}"' for name in names)
    path = "glossary/terms/rain.yaml"
    text = (BASE / path).read_text(encoding="utf-8")
    loaded = loaded_with(tmp_path, {path: re.sub(r"(?m)^aliases:.*\n", "", text) + f"aliases: [{aliases}]\n"})
    assert loaded.knowledge is not None, loaded.diagnostics
    written = build(reason_about(loaded.knowledge), {})["docs/terms/index.md"].decode()
    anchors = re.findall(r'href="#(letter-[^"]+)"', written)
    assert len(anchors) == len(set(anchors)) >= 7


@pytest.mark.parametrize(("day", "fine"), [("1979-12-31", 0), ("1980-01-01", 1), ("2100-12-31", 1), ("2101-01-01", 0)])
def test_the_days_of_changes_are_within_what_files_can_carry(day: str, fine: bool, tmp_path: Path) -> None:  # noqa: FBT001 -- a table
    loaded = loaded_with(tmp_path, {"glossary/changes.yaml": f"- date: '{day}'\n  ids: [rain]\n  text: New.\n"})
    assert [code for code, _ in found(loaded)] == ([] if fine else ["field-form"])


@pytest.mark.parametrize("label", ["\u200d", "\u00ad\u00ad", "\u3164", " \u00a0", "\u0301", "\u2800"])
def test_a_label_that_nobody_sees_is_empty(label: str, tmp_path: Path) -> None:
    path = "glossary/terms/rain.yaml"
    text = re.sub(r"(?m)^label:.*$", f"label: '{label}'", (BASE / path).read_text(encoding="utf-8"))
    assert "field-empty" in [code for code, _ in found(loaded_with(tmp_path, {path: text}))]
    assert not has_visible(label)
    assert has_visible(label + "é")


def test_long_derivations_are_cut_where_they_are_printed() -> None:
    printed = as_text([Diagnostic(Place("a"), FIELD_FORM, "m", notes=tuple(f"n{n}" for n in range(100)))], {})
    assert "  n39\n  … and 60 more\n" in printed
    assert "n40" not in printed


def run_main(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from hornbook.cli import main; main()", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment})


def test_a_character_that_the_terminal_lacks_is_printed_as_an_escape(tmp_path: Path) -> None:
    project = copy_of_sample(tmp_path / "shapes")
    (project / "glossary" / "terms" / "Ω.yml").write_text("", encoding="utf-8")
    with run_main("--root", str(project), "check", PYTHONIOENCODING="latin-1") as running:
        out, err = running.communicate()
    assert (running.returncode, err) == (0, b"")
    assert b"\\u03a9" in out


_TOLD_WHERE_NO_EXCEPTION_GETS_OUT = """
import os, signal, time
from hornbook.cli.ending import end_when_told
end_when_told()
os.register_at_fork(after_in_parent=lambda: signal.raise_signal(signal.SIGTERM))
child = os.fork()
if child == 0:
    os._exit(0)
try:
    time.sleep(20)
finally:
    print("cleared away", flush=True)
"""


def test_a_run_that_is_told_to_end_beside_a_fork_ends() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _TOLD_WHERE_NO_EXCEPTION_GETS_OUT], capture_output=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (128 + signal.SIGTERM, b"cleared away\n", b"")


_LEFT_WHERE_NO_EXCEPTION_GETS_OUT = """
import os, sys, time
from hornbook.cli.ending import end_when_told
end_when_told()
os.register_at_fork(after_in_parent=lambda: sys.exit(200))
child = os.fork()
if child == 0:
    os._exit(0)
time.sleep(0.2)
print("went on")
"""


def test_a_run_that_nobody_told_to_end_goes_on_beside_a_fork() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _LEFT_WHERE_NO_EXCEPTION_GETS_OUT], capture_output=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stdout) == (0, b"went on\n")
    assert b"SystemExit: 200" in ran.stderr


def test_a_build_that_is_told_to_end_clears_its_stage_away(tmp_path: Path) -> None:
    project, stages = copy_of_sample(tmp_path / "shapes"), tmp_path / "stages"
    stages.mkdir()
    with run_main("--root", str(project), "site", TMPDIR=str(stages)) as running:
        end = time.monotonic() + 30
        while not list(stages.glob("hornbook-*")) and time.monotonic() < end:
            time.sleep(0.01)
        running.send_signal(signal.SIGTERM)
        running.communicate()
    assert running.returncode == 128 + signal.SIGTERM
    assert list(stages.glob("hornbook-*")) == []
