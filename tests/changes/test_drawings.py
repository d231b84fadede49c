"""Drawings before and after: what appears and disappears in words, and as a page with files that a browser can show."""

import json
import re
from pathlib import Path

from click.testing import CliRunner, Result
from defusedxml import ElementTree

from hornbook import cli
from hornbook.diagrams import both, lacking, lay_out
from hornbook.diagrams.values import Variant
from hornbook.drawing_files import view_diagram
from hornbook.load import load
from hornbook.model import KnowledgeBase
from tests.changes.projects import PLANE, edit

VIEW = "diagrams/by-diagonals.yaml"


def another_premise(project: Path) -> None:
    edit(project, PLANE, "    if: [rectangle, rhombus]\n", "    if: [rectangle, parallelogram]\n")


def diff(before: Path, after: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli.hornbook, ["--root", str(after), "diff", str(before), *arguments])


def knowledge(project: Path) -> KnowledgeBase:
    found = load(project).knowledge
    assert found is not None
    return found


def test_what_appears_and_disappears_is_said_in_every_form(sides: tuple[Path, Path]) -> None:
    another_premise(sides[1])
    words = [
        "an arrow appears: Square holds exactly when rectangle holds and parallelogram holds.",
        "a box disappears: rhombus <lozenge>",
        "an arrow disappears: Square holds exactly when rectangle holds and rhombus <lozenge> holds.",
    ]
    assert json.loads(diff(*sides, "--format", "json").output)["drawn"]["by-diagonals"] == words
    assert all(one in diff(*sides).output for one in words)
    markdown = diff(*sides, "--format", "markdown").output
    assert "a box disappears&#58; rhombus &#60;lozenge&#62;" in markdown


def test_what_one_side_gains_the_other_loses(sides: tuple[Path, Path]) -> None:
    another_premise(sides[1])
    old, new = (view_diagram(one, one.views["by-diagonals"]) for one in map(knowledge, sides))
    there, back = lacking(new, old), lacking(old, new)
    assert there.arrows.keys() == back.arrows.keys() == {"square-definition"}
    assert (there.boxes, back.boxes) == ({}, {"rhombus": "rhombus <lozenge>"})
    assert lacking(old, old).boxes == lacking(old, old).arrows == {}


def test_a_title_and_an_order_are_no_boxes_and_said_all_the_same(sides: tuple[Path, Path]) -> None:
    edit(sides[1], VIEW, "title: By diagonals", "title: Through diagonals")
    drawn = json.loads(diff(*sides, "--format", "json").output)["drawn"]
    assert drawn == {"by-diagonals": ["the title was: By diagonals", "the title is: Through diagonals"]}
    edit(sides[1], VIEW, "title: Through diagonals", "title: By diagonals")
    edit(sides[1], VIEW, "goal: square", "goal: rectangle")
    drawn = json.loads(diff(*sides, "--format", "json").output)["drawn"]
    assert drawn == {"by-diagonals": ["the same boxes and arrows, drawn otherwise"]}


def test_the_page_shows_each_drawing_before_and_after_and_both_in_one(sides: tuple[Path, Path], tmp_path: Path) -> None:
    another_premise(sides[1])
    (sides[1] / "diagrams/new.yaml").write_text(
        (sides[1] / VIEW).read_text(encoding="utf-8").replace("diagonals]", "x]")
    )
    (sides[1] / "diagrams/from-wish-to-board.yaml").unlink()
    for path in (sides[1] / "docs").rglob("*.md"):
        path.write_text(
            re.sub(r"!?\[\[from-wish-to-board[^]]*\]\]", "it", path.read_text(encoding="utf-8")), encoding="utf-8"
        )
    out = tmp_path / "out"
    assert diff(*sides, "--drawings", str(out)).exit_code == 0
    names = {path.name for path in out.glob("*.svg")}
    assert {f"by-diagonals.{state}.svg" for state in ("before", "after", "both")} <= names
    assert {"new.after.svg", "from-wish-to-board.before.svg"} <= names
    assert (
        not {"new.before.svg", "new.both.svg", "from-wish-to-board.after.svg", "from-plan-to-figure.after.svg"} & names
    )
    page = (out / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'src="([^"]+)"', page)) == names
    assert "rhombus &lt;lozenge&gt;" in page
    assert re.findall(r'(?:href|src)="(?:https?:)?//', page) == []
    for name in names:
        ElementTree.parse(out / name)
    marked = (out / "by-diagonals.both.svg").read_text(encoding="utf-8")
    for selector in re.findall(r'\[(id|data-implication)="([^"]+)"\]', marked.partition("</style>")[0]):
        name = selector[1].replace("-fact-", "-term-")
        assert f'{selector[0]}="{name}"' in marked.partition("</style>")[2], selector
    assert "#1a7f37" in marked
    assert "#cf222e" in marked


def test_a_drawing_of_both_has_a_place_for_everything(sides: tuple[Path, Path]) -> None:
    edit(sides[1], VIEW, "show: [square-definition, diagonals-give-rectangle, ", "show: [diagonals-give-rectangle, ")
    edit(sides[1], VIEW, "goal: square", "goal: rectangle")
    old, new = (view_diagram(one, one.views["by-diagonals"]) for one in map(knowledge, sides))
    union = both(old, new)
    assert union is not None
    layout = lay_out(union, Variant.NORMAL, search=True)
    assert {one.box.atom for one in layout.boxes} == {one.atom for one in (*old.boxes, *new.boxes)}
    assert {one.line.implication for one in layout.lines} == {one.implication for one in (*old.lines, *new.lines)}


def test_where_nothing_changes_the_page_says_so_and_a_folder_of_others_is_left_alone(
    sides: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert diff(*sides, "--drawings", str(out)).exit_code == 0
    assert "No drawing changes." in (out / "index.html").read_text(encoding="utf-8")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "index.html").write_text("mine", encoding="utf-8")
    for folder in (mine, sides[1] / "docs", sides[1]):
        assert diff(*sides, "--drawings", str(folder)).exit_code == 1
    assert (mine / "index.html").read_text(encoding="utf-8") == "mine"
