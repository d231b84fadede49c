"""`hornbook lint` as it is called: which glossary it asks, what it prints, how it ends, what Vale is given."""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from hornbook import cli
from hornbook.lint.vale import vale_files
from tests.lint.copies import changed_text, copy, published_text
from tests.where import SAMPLE

PAGE = "# Figures\n\nSo [[rectangle => square]].\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of somebody else's, with a kept copy."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "docs" / "other.rst").write_text(PAGE.replace("#", ".."), encoding="utf-8")
    (tmp_path / "docs" / "data.json").write_text("[[rectangle => square]]", encoding="utf-8")
    (tmp_path / "kept.json").write_text(published_text(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.hornbook, [*arguments])


def test_a_kept_copy_and_the_project_itself_find_the_same() -> None:
    kept = run("lint", "docs/page.md", "--glossary", "kept.json")
    own = run("--root", str(SAMPLE), "lint", "docs/page.md")
    assert kept.exit_code == own.exit_code == 1
    assert kept.output == own.output
    assert kept.output.startswith("docs/page.md:3:4: error[lint-converse] ")


def test_of_a_folder_all_texts_are_read_and_nothing_else() -> None:
    found = json.loads(run("lint", "docs", "--glossary", "kept.json", "--format", "json").output)["diagnostics"]
    assert [(one["path"], one["code"]) for one in found] == [
        ("docs/other.rst", "lint-converse"),
        ("docs/page.md", "lint-converse"),
    ]


def test_each_form_has_the_code_and_the_place() -> None:
    called = ("lint", "docs/page.md", "--glossary", "kept.json", "--format")
    assert "::error file=docs/page.md,line=3,col=4" in run(*called, "github").output
    (result,) = json.loads(run(*called, "sarif").output)["runs"][0]["results"]
    assert result["ruleId"] == "lint-converse"
    assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] == 4


def test_warnings_fail_a_run_only_where_that_is_asked_for(folder: Path) -> None:
    (folder / "docs" / "page.md").write_text("A square.\n", encoding="utf-8")
    called = ("lint", "docs/page.md", "--glossary", "kept.json")
    assert run(*called).exit_code == 0
    assert run(*called, "--strict").exit_code == 1
    assert run(*called, "--strict", "--in", "plane").output == "no errors\n"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "there is nothing to look at"),
        (("docs/page.md", "--in", "nowhere"), 2, "there is no framework `nowhere`"),
        (("docs/page.md", "--sha256", "0" * 64), 1, "[outside-changed]"),
        (("docs/page.md", "--glossary", "docs/data.json"), 1, "[outside-damaged]"),
        (("docs/page.md", "--glossary", "nothing.json"), 1, "[outside-missing]"),
    ],
)
def test_what_cannot_be_asked_is_said(arguments: tuple[str, ...], status: int, said: str) -> None:
    result = run("lint", "--glossary", "kept.json", *arguments)
    assert result.exit_code == status
    assert said in result.output


def test_the_right_hash_is_accepted() -> None:
    digest = hashlib.sha256(published_text().encode()).hexdigest()
    assert "[lint-converse]" in run("lint", "docs/page.md", "--glossary", "kept.json", "--sha256", digest).output


def test_a_file_that_is_no_text_is_a_finding(folder: Path) -> None:
    (folder / "docs" / "page.md").write_bytes(b"caf\xe9")
    assert "[lint-unread]" in run("lint", "docs/page.md", "--glossary", "kept.json").output


def matches(rule: dict[str, list[str]], text: str) -> bool:
    """Whether a rule finds something in a text, as Vale reads its tokens."""
    return any(re.search(rf"\b(?:{one})\b", text, re.IGNORECASE) for one in rule["tokens"])


def test_the_words_go_out_as_a_style_for_vale(folder: Path) -> None:
    more = changed_text(
        avoid=[{"word": "four-sided", "forms": ["C++ (old)"], "better": ["quadrilateral", 'a "tetragon"']}]
    )
    (folder / "kept.json").write_text(more, encoding="utf-8")
    assert run("lint", "--glossary", "kept.json", "--vale", "styles").exit_code == 0
    rules = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in (folder / "styles/Hornbook").iterdir()}
    assert {name: rule["extends"] for name, rule in rules.items()} == {
        "Avoid.yml": "substitution",
        "Senses.yml": "existence",
    }
    assert rules["Avoid.yml"]["swap"]["four-sided"] == 'quadrilateral|a "tetragon"'
    assert matches(rules["Senses.yml"], "two squares")
    assert not matches(rules["Senses.yml"], "squarely")
    assert re.fullmatch(next(iter(rules["Avoid.yml"]["swap"])), "C++ (old)")
    words = (folder / "styles/config/vocabularies/Hornbook/accept.txt").read_text("utf-8").splitlines()
    assert any(re.fullmatch(one, "equal\ndiagonals") for one in words)


def test_a_rule_that_would_be_empty_is_none() -> None:
    assert set(vale_files(copy())) == {"Hornbook/Senses.yml", "config/vocabularies/Hornbook/accept.txt"}


@pytest.mark.skipif(shutil.which("vale") is None, reason="Vale is not installed here")
def test_vale_itself_finds_the_words(folder: Path) -> None:
    assert run("lint", "--glossary", "kept.json", "--vale", "styles").exit_code == 0
    settings = "StylesPath = styles\nMinAlertLevel = suggestion\nVocab = Hornbook\n[*.md]\nBasedOnStyles = Hornbook\n"
    (folder / ".vale.ini").write_text(settings, encoding="utf-8")
    (folder / "docs" / "page.md").write_text("Look at a square.\n", encoding="utf-8")
    called = ["vale", "--output=JSON", "docs/page.md"]
    found = json.loads(subprocess.run(called, cwd=folder, capture_output=True, text=True, check=False).stdout)
    assert [one["Check"] for one in found["docs/page.md"]] == ["Hornbook.Senses"]
