"""`render` draws what is named, in the form that the file's name ends in, and says what is wrong with what is not."""

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from defusedxml.ElementTree import fromstring
from pypdf import PdfReader

from hornbook.cli import hornbook
from hornbook.drawing_files import drawn_files
from hornbook.load import load
from hornbook.model import PictureForm, Shape, SourceForm
from hornbook.reports.rendered import form_of
from hornbook.reports.values import UsageProblem
from tests.sample_copy import copy_of_sample

SAMPLE = Path(__file__).parent.parent / "sample"
PROVED = "parallelogram + equal-diagonals => rectangle assuming planar"
SVG = "{http://www.w3.org/2000/svg}"


def render(*arguments: str) -> Result:
    return CliRunner().invoke(hornbook, ["--root", str(SAMPLE), "render", *arguments])


def refused(*arguments: str) -> str:
    result = render(*arguments)
    assert result.exit_code == 2
    assert not result.stdout
    return result.stderr


@pytest.fixture(scope="module")
def of_site() -> Mapping[str, bytes]:
    knowledge = load(SAMPLE).knowledge
    assert knowledge is not None
    return drawn_files(knowledge)


def test_a_framework_that_only_takes_over_is_drawn_here_and_to_be_used_elsewhere(tmp_path: Path) -> None:
    copy = copy_of_sample(tmp_path / "copy")
    flat = "label: Flat land\nsource: primer\nextends: plane\n"
    (copy / "glossary/frameworks/flat.yaml").write_text(flat, encoding="utf-8")
    drawn = CliRunner().invoke(hornbook, ["--root", str(copy), "render", "flat", "-o", "-"])
    assert drawn.exit_code == 0, drawn.output
    assert "<svg" in drawn.stdout
    built = CliRunner().invoke(hornbook, ["--root", str(copy), "build"])
    assert built.exit_code == 0, built.output
    page = next((copy / "build").rglob("embed/flat/use/index.html"))
    assert "diagrams/flat.svg" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "ending",
    ["svg", "narrow.dark.svg", "wide.png", "dark.png", "pdf", "dot", "mmd", "json"],
)
@pytest.mark.parametrize("name", ["by-diagonals", "from-plan-to-figure"])
def test_the_drawing_is_the_one_of_the_site(
    name: str, ending: str, of_site: Mapping[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / f"{name}.{ending}"
    assert render(name, "-o", str(file)).exit_code == 0
    assert file.read_bytes() == of_site[f"diagrams/{file.name}"]


def test_a_framework_is_drawn_as_on_the_site_and_with_a_proof_lit(of_site: Mapping[str, bytes], tmp_path: Path) -> None:
    file = tmp_path / "plane.narrow.svg"
    assert render("plane", "-o", str(file)).exit_code == 0
    assert file.read_bytes() == of_site["diagrams/plane.narrow.svg"]
    assert "is emphasised" in render("plane", "--highlight", PROVED, "-o", "-").stdout


@pytest.mark.parametrize(("form", "said"), [("json", '"message": '), ("github", "::error"), ("sarif", '"$schema"')])
def test_a_program_is_told_in_its_own_form(form: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    for wrong in (["-o", "x.svgg"], ["no-such-thing", "-o", str(file)], ["by-diagonals", "-o", str(tmp_path)]):
        result = render(*wrong, "--format", form)
        assert result.exit_code == 2
        assert not result.stderr
        assert said in result.stdout
        assert "wrong-usage" in result.stdout
    drawn = render("by-diagonals", "-o", str(file), "--format", form)
    assert drawn.exit_code == 0
    assert str(file) in drawn.stdout
    assert file.exists()


def test_every_form_in_every_shape_is_drawn_in_whatever_order_it_is_named(tmp_path: Path) -> None:
    for shape in Shape:
        for form in PictureForm:
            theme, _, kind = form.value.rpartition(".")
            names = [".".join(filter(None, parts)) for parts in (("x", shape, theme, kind), ("x", theme, shape, kind))]
            assert [form_of(name) for name in names] == [(form, shape)] * 2
    assert form_of("a/b.c/my.own.name.SVG") == (PictureForm.SVG, Shape.NORMAL)
    assert form_of("x.light.png") == (PictureForm.PNG, Shape.NORMAL)
    assert form_of(".svg") == (PictureForm.SVG, Shape.NORMAL)
    assert form_of("x.mmd") == (SourceForm.MERMAID, Shape.NORMAL)
    assert render("By diagonals", "-o", str(tmp_path / "x.svg")).exit_code == 0  # a title names it too


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("x.narow.svg", "did you mean `narrow`?"),
        ("x.drak.png", "did you mean `dark`?"),
        ("x.svgg", "did you mean `.svg`?"),
        ("x", "known: svg, png, pdf, dot, mmd, json"),
        ("x.jpeg", "known: svg, png, pdf, dot, mmd, json"),
        ("", "known: svg"),
        ("x.dark.dot", "write `.dot` alone"),
        ("x.wide.json", "write `.json` alone"),
        ("x.dark.dark.svg", "name one of each"),
        ("x.wide.narrow.svg", "name one of each"),
    ],
)
def test_a_name_that_ends_in_no_form_is_refused_with_what_was_meant(file: str, said: str) -> None:
    problem = form_of(file)
    assert isinstance(problem, UsageProblem)
    assert said in problem.hint


def test_the_drawing_may_go_where_the_command_stands() -> None:
    result = render("by-diagonals", "-o", "-", "--form", "narrow.pdf")
    assert result.exit_code == 0
    assert len(PdfReader(BytesIO(result.stdout_bytes)).pages) == 1
    assert fromstring(render("by-diagonals", "-o", "-").stdout).tag == f"{SVG}svg"


def test_what_stands_around_a_term_is_drawn() -> None:
    data = json.loads(render("--around", "Rectangle", "-o", "-", "--form", "json").stdout)
    roles = {box["id"]: box["role"] for box in data["boxes"]}
    assert roles["rectangle"] == "here"
    assert data["address"] == "https://example.org/shapes/terms/rectangle/"


def test_a_proof_is_lit_in_a_view_around_a_term_and_alone() -> None:
    for named in (["by-diagonals"], ["--around", "rectangle"], []):
        root = fromstring(render(*named, "--highlight", PROVED, "-o", "-").stdout)
        classes = [set(one.get("class", "").split()) for one in root.iter()]
        assert any("kb-fired" in one for one in classes)
        assert any("kb-given" in one for one in classes)
        assert any("kb-pale" in one for one in classes) is bool(named)
        described = root.findtext(f"{SVG}desc") or ""
        assert ("is emphasised" in described) is bool(named)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["by-diagonal"], "did you mean `by-diagonals`?"),
        (["rectangle"], "`--around rectangle`"),
        (["nothing-like-it-at-all"], "known: "),
        (["by-diagonals", "--around", "rectangle"], "leave one of them out"),
        (["by-diagonals", "--in", "round"], "leave `--in` out"),
        (["plane", "--in", "plane"], "leave `--in` out"),
        (["plane", "--highlight", "rhombus => square"], "no proof to show"),
        (["plain"], "did you mean `plane`?"),
        ([], "name a view, a chain or a framework"),
        (["--around", "rectangel"], "did you mean `rectangle`?"),
        (["--around", "rectangle", "--in", "plan"], "did you mean `plane`?"),
        (["by-diagonals", "--highlight", "square => oval"], "known here: "),
        (["by-diagonals", "--highlight", "rhombus => square"], "no proof to show"),
        (["by-diagonals", "--highlight", "square =>"], "expected"),
        (["by-diagonals", "--highlight", "square ?"], "ask whether something follows"),
        (["from-plan-to-figure", "--highlight", PROVED], "highlight a proof in a view"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_what_to_write(arguments: list[str], said: str) -> None:
    problem = refused(*arguments, "-o", "-")
    assert problem.startswith("error[wrong-usage] ")
    assert said in problem


def test_only_a_drawing_is_written_over(tmp_path: Path) -> None:
    for form in (*PictureForm, *SourceForm):
        file = tmp_path / f"x.{form}"
        for _ in range(2):
            assert render("by-diagonals", "-o", str(file)).exit_code == 0
        drawn = file.read_bytes()
        file.write_bytes(b"my own work")
        assert "is no drawing" in refused("by-diagonals", "-o", str(file))
        assert file.read_bytes() == b"my own work"
        assert render("by-diagonals", "-o", str(file), "--force").exit_code == 0
        assert file.read_bytes() == drawn
    folder = tmp_path / "folder.svg"
    folder.mkdir()
    assert "is a folder" in refused("by-diagonals", "-o", str(folder), "--force")
    assert "cannot be written" in refused("by-diagonals", "-o", str(tmp_path / "x.svg" / "y.svg"))
