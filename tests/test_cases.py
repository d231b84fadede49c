"""Each code has a tiny project that shows it, with the text that is printed.

A case holds the files that differ from those in `_base`, and `expected.txt`; `removed.txt` names files of the base
that the case does without.
"""

import os
import shutil
from pathlib import Path

import pytest

from hornbook.diagnostics.formats import as_text
from hornbook.manual import all_codes
from hornbook.production import examine

CODES = [code for codes in all_codes().values() for code in codes]
CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.name != "_base")

WITHOUT_CASE = {
    "file-unreadable": "no file in a checkout is unreadable for everybody; see tests/load/test_files.py",
    "file-too-large": "a file beyond the limit does not belong in a checkout; see tests/load/test_files.py",
    "yaml-too-large": "likewise; see tests/load/test_yaml_reader.py",
    "view-too-large": "a view beyond the limit would be a long case; see tests/test_hostile.py",
    "claim-unsettled": "what takes so many steps would be a slow case; see tests/check/test_unsettled.py",
    "framework-unsettled": "likewise; see tests/check/test_unsettled.py",
    "question-unsettled": "likewise; see tests/check/test_unsettled.py",
    "meaning-changed": "found by comparing two states; see tests/changes",
    "change-completed": "found after a run was cut off; see tests/edits/test_writing.py",
    "change-unfinished": "likewise; see tests/edits/test_writing.py",
    "claim-former-ids": "so many renamed terms would be a long case; see tests/addresses",
    "import-unreadable": "found in files of others; see tests/imports",
    "import-left-out": "likewise",
    "import-changed": "likewise",
    **dict.fromkeys(
        ["lint-unread", "lint-claim", "lint-condition", "lint-converse", "lint-name", "lint-sense"],
        "found in texts of other projects; see tests/lint",
    ),
    "wrong-usage": "no file brings it about; see tests/test_misuse.py",
} | dict.fromkeys(
    [code for code in CODES if code.startswith(("output-", "engine-", "html-"))],
    "found in finished pages or while writing; see tests/publish",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_case_prints_what_is_expected(name: str, tmp_path: Path) -> None:
    found = printed(laid_out(CASES / name, tmp_path / "project"))
    expected = CASES / name / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_case_shows_its_code(name: str, tmp_path: Path) -> None:
    text = printed(laid_out(CASES / name, tmp_path / "project"))
    assert f"[{name}]" in text


def test_the_base_has_nothing_to_report(tmp_path: Path) -> None:
    assert printed(laid_out(CASES / "_base", tmp_path / "project")) == "no errors\n"


def test_every_code_has_a_case_or_a_reason_to_have_none() -> None:
    assert {*NAMES, *WITHOUT_CASE} == {*CODES}
    assert not {*NAMES} & {*WITHOUT_CASE}


def laid_out(case: Path, project: Path) -> Path:
    """The base with the files of the case put over it."""
    shutil.copytree(CASES / "_base", project)
    shutil.copytree(case, project, dirs_exist_ok=True, symlinks=True)
    removed = project / "removed.txt"
    for path in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (project / path).unlink()
    return project


def printed(project: Path) -> str:
    result = examine(project)
    return as_text(result.diagnostics, result.texts)
