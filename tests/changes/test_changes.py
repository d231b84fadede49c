"""What a change means: verdicts, what follows, texts, addresses; never where something stands in a file."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hornbook import cli
from hornbook.changes.report import LONGEST_MARKDOWN, ChangeReport, Item, Section, as_markdown, as_text
from tests.changes.projects import PLANE, edit
from tests.sample_copy import copy_of_sample

KITE = "glossary/terms/kite.yaml"


def diff(before: Path, after: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli.hornbook, ["--root", str(after), "diff", str(before), *arguments])


def data(before: Path, after: Path) -> dict[str, Any]:
    done = diff(before, after, "--format", "json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.output)
    return found


def told(clauses: list[dict[str, Any]]) -> list[tuple[str, list[str], str]]:
    return [(one["framework"], one["premises"], one["conclusion"]) for one in clauses]


def test_nothing_changes_where_only_lines_and_comments_do(sides: tuple[Path, Path]) -> None:
    for file in (sides[1] / "glossary").rglob("*.yaml"):
        file.write_text("# a comment\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert diff(*sides).output.startswith("Nothing changes")
    assert not any(data(*sides).values())


def test_a_condition_left_out_is_seen(sides: tuple[Path, Path]) -> None:
    edit(sides[1], PLANE, "    assuming: [planar]\n    then: rectangle\n", "    then: rectangle\n")
    found = data(*sides)
    assert told(found["gained"]) == [("plane", ["parallelogram", "equal-diagonals"], "rectangle")]
    assert found["lost"] == []
    assert "Newly follows (1)\n  - plane: Rectangle holds if parallelogram" in diff(*sides).output


def test_a_change_is_noted_where_it_stands(sides: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sides[1])
    edit(sides[1], PLANE, "    assuming: [planar]\n    then: rectangle\n", "    then: rectangle\n")
    edit(sides[1], KITE, "Mentioned only.", "Mentioned alone.")
    notes = diff(*sides, "--format", "github").output
    line = (sides[1] / PLANE).read_text(encoding="utf-8").split("\n").index("  - id: diagonals-give-rectangle") + 1
    assert f"::notice file={PLANE},line={line},col=5," in notes
    assert "title=meaning-changed::newly follows: plane: Rectangle holds if parallelogram" in notes
    assert f"::notice file={KITE},line=1," in notes
    (log,) = json.loads(diff(*sides, "--format", "sarif").output)["runs"]
    assert {one["ruleId"] for one in log["results"]} == {"meaning-changed"}


def test_sets_that_become_enough_or_stop_being_so_are_told(sides: tuple[Path, Path]) -> None:
    edit(sides[1], PLANE, "    if: [rectangle, rhombus]\n    then: square\n", "    if: [rectangle]\n    then: square\n")
    (gained,) = (one["gained"] for one in data(*sides)["enough"] if one["goal"] == "square")
    assert gained == [["rectangle"]]
    (lost,) = (one["lost"] for one in data(sides[1], sides[0])["enough"] if one["goal"] == "square")
    assert lost == [["rectangle"]]


def test_what_one_side_gains_the_other_loses(sides: tuple[Path, Path]) -> None:
    edit(
        sides[1],
        PLANE,
        "    if: [rhombus]\n    then: parallelogram\n",
        "    if: [rhombus]\n    then: equal-diagonals\n",
    )
    there, back = data(*sides), data(sides[1], sides[0])
    assert (there["gained"], there["lost"]) == (back["lost"], back["gained"])
    assert there["gained"]
    assert there["lost"]
    turned = {(one["goal"], tuple(one["premises"]), one["before"], one["after"]) for one in there["verdicts"]}
    assert turned == {(one["goal"], tuple(one["premises"]), one["after"], one["before"]) for one in back["verdicts"]}


def test_what_the_rest_gives_anyway_is_no_loss(sides: tuple[Path, Path]) -> None:
    text = (sides[0] / PLANE).read_text(encoding="utf-8")
    addition = "\n  - {id: again, if: [square], then: parallelogram}\n"
    edited = text.replace("\n  - id: rectangle-is-parallelogram\n", f"{addition}  - id: rectangle-is-parallelogram\n")
    assert edited != text
    (sides[1] / PLANE).write_text(edited, encoding="utf-8")
    found = data(*sides)
    assert (found["gained"], found["lost"], found["verdicts"], found["enough"]) == ([], [], [], [])


def test_a_verdict_that_changes_names_the_pages_that_state_it(sides: tuple[Path, Path]) -> None:
    edit(sides[1], PLANE, "    converse: true\n    because: By definition", "    because: By definition")
    turned = {
        (one["scope"], one["goal"], one["before"], one["after"]): one["pages"] for one in data(*sides)["verdicts"]
    }
    assert turned
    assert any(turned.values())
    assert all(before != after for _, _, before, after in turned)


def test_texts_are_told_with_what_they_said(sides: tuple[Path, Path]) -> None:
    file = sides[1] / KITE
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    lines = file.read_text(encoding="utf-8").splitlines()
    short = next(line for line in lines if line.startswith("short:"))
    edit(sides[1], KITE, short, "short: A figure that flies.")
    (one,) = data(*sides)["reworded"]
    assert (one["record"], one["field"], one["after"]) == ("term kite", "short", "A figure that flies.")


def test_a_page_that_goes_and_one_that_moves(sides: tuple[Path, Path]) -> None:
    folder = sides[1] / "glossary/faq"
    (folder / "what-makes-a-square.yaml").rename(folder / "which-are-squares.yaml")
    for file in (*sides[1].rglob("*.yaml"), *sides[1].rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("what-makes-a-square", "which-are-squares"), encoding="utf-8")
    gone = data(*sides)
    assert "faq which-are-squares" in gone["added"]
    assert "faq/what-makes-a-square" in gone["gone"]
    record = folder / "which-are-squares.yaml"
    record.write_text(record.read_text(encoding="utf-8") + "was: [what-makes-a-square]\n", encoding="utf-8")
    moved = data(*sides)
    assert "faq/what-makes-a-square" not in moved["gone"]
    assert moved["moved"]["faq/what-makes-a-square/"] == "faq/which-are-squares/"


@pytest.mark.parametrize("broken", [0, 1])
def test_a_side_with_mistakes_is_read_without_them(sides: tuple[Path, Path], broken: int) -> None:
    (sides[broken] / "glossary/examples/board.yaml").write_text("label: [", encoding="utf-8")
    done = diff(*sides)
    assert done.exit_code == 0
    assert "glossary/examples/board.yaml, which was left out" in done.output


def test_a_side_of_which_nothing_can_be_read_is_said(sides: tuple[Path, Path]) -> None:
    (sides[0] / "glossary/glossary.yaml").write_text("title: [", encoding="utf-8")
    assert "Nothing could be read of the earlier state." in diff(*sides).output


def git(folder: Path, *arguments: str) -> None:
    command = [
        "git",
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        "-c",
        "init.defaultBranch=main",
        *arguments,
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("inside", ["", "docs/vocabulary"])
def test_a_state_that_git_keeps_is_compared_with(tmp_path: Path, inside: str) -> None:
    project = copy_of_sample(tmp_path / "repository" / inside)
    repository = tmp_path / "repository"
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        git(repository, *command)
    edit(project, PLANE, "    assuming: [planar]\n    then: rectangle\n", "    then: rectangle\n")
    for base in (["HEAD"], []):
        done = CliRunner().invoke(cli.hornbook, ["--root", str(project), "diff", *base, "--format", "json"])
        assert len(json.loads(done.output)["gained"]) == 1


@pytest.mark.parametrize("base", ["no-such-branch", "--output=x", "HEAD:glossary"])
def test_a_base_that_is_none_is_told(sides: tuple[Path, Path], base: str) -> None:
    done = CliRunner().invoke(cli.hornbook, ["--root", str(sides[0]), "diff", "--", base])
    assert done.exit_code == 2
    assert f"Git knows no state `{base}`" in done.output


def test_a_comment_always_fits_and_counts_what_does_not() -> None:
    items = tuple(Item(f"item {number}", ("x" * 300,)) for number in range(1000))
    report = ChangeReport((Section("Newly follows", items), Section("Records added", items)))
    written = as_markdown(report)
    assert len(written) <= LONGEST_MARKDOWN
    shown = written.count("<details>")
    assert f"{2000 - shown} more have no room here" in written
    assert as_text(report).count("\n  - ") == 2000


def test_a_strangers_words_stay_words_in_a_comment() -> None:
    evil = "@everyone <img src=x onerror=alert(1)> [a](https://evil.example) **b** | `c`\n# d"
    written = as_markdown(ChangeReport((Section("Records added", (Item(evil, (evil,)),)),), notes=(evil,)))
    for markup in ("@everyone", "<img", "](", "**", "https://", "\n# d", "`c`"):
        assert markup not in written
