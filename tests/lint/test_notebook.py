"""A glossary that is asked in Python: what is asked comes back as an object that shows itself."""

import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.notebook import AskError, Glossary, open_copy, open_project
from tests.lint.copies import changed_text, published_text
from tests.where import FLAGSHIP, OF_FLAGSHIP, SAMPLE


@pytest.fixture(scope="module", params=["project", "copy"])
def glossary(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    if request.param == "project":
        return open_project(SAMPLE)
    kept = tmp_path_factory.mktemp("kept") / "glossary.json"
    kept.write_text(published_text(), encoding="utf-8")
    return open_copy(kept)


def test_a_term_is_a_card_with_each_author_s_sense(glossary: Glossary) -> None:
    term = glossary.term("Squares")
    assert (term.id, term.url) == ("square", "https://example.org/shapes/terms/square/")
    card = LexborHTMLParser(term._repr_html_())
    assert [one.text() for one in card.css("dt")] == ["Plane & simple", "Plane & simple", "The workshop"]
    assert "four equal sides & four right angles" in card.text()


def test_a_view_is_a_drawing_that_stands_alone(glossary: Glossary) -> None:
    drawing = glossary.view("by-definition")
    assert fromstring(drawing._repr_svg_()).tag.endswith("svg")
    assert (drawing.title, drawing.url) == ("By definition", "https://example.org/shapes/diagrams/by-definition/")
    assert glossary.view("by-definition", narrow=True).svg != drawing.svg
    assert "<svg" in glossary.around("square").svg
    assert "<svg" in glossary.proof("square => parallelogram").svg


def test_a_verdict_is_true_exactly_where_the_goal_follows_and_shows_its_proof(glossary: Glossary) -> None:
    verdict = glossary.ask("a square implies a parallelogram".replace("a ", ""))
    assert verdict
    assert (verdict.question, verdict.whose) == ("square => parallelogram", "Plane & simple")
    card = LexborHTMLParser(verdict._repr_html_())
    assert [one.text() for one in card.css("li")] == list(verdict.proof) != []
    assert card.text().startswith("✓ Follows: If square holds, then parallelogram holds")
    for question, said in (("rectangle => square", "open"), ("round => parallelogram", "refuted")):
        other = glossary.ask(question)
        assert not other
        assert other.verdict == said
        assert str(other) == other.report.text
    assert glossary.ask("four-cuts => square", framework="workshop").scope == "workshop"


@pytest.mark.parametrize("ask", ["nothing", "square", "square => => ", "square => four-cuts", "square ?", ""])
def test_what_cannot_be_asked_says_what_to_write(glossary: Glossary, ask: str) -> None:
    with pytest.raises(AskError, match=r"."):
        glossary.ask(ask)


def test_a_name_that_is_mistyped_is_answered_with_the_one_that_is_like_it(glossary: Glossary) -> None:
    with pytest.raises(AskError, match="nothing is called `squar`; did you mean `square`"):
        glossary.term("squar")


def test_what_is_not_there_is_said(glossary: Glossary, tmp_path: Path) -> None:
    for call in (glossary.term, glossary.view, glossary.around, glossary.proof):
        with pytest.raises(AskError):
            call("nowhere")
    with pytest.raises(AskError, match="outside-missing"):
        open_copy(tmp_path / "nothing.json")
    with pytest.raises(AskError, match="file-missing"):
        open_project(tmp_path)


def test_words_of_a_copy_are_text(tmp_path: Path) -> None:
    terms = {"x": {"label": "<b>X</b>", "short": "<script>alert(1)</script>", "url": "terms/x/"}}
    kept = tmp_path / "glossary.json"
    kept.write_text(changed_text(terms=terms, frameworks={}, views={}, chains={}, framework=None), encoding="utf-8")
    card = LexborHTMLParser(open_copy(kept).term("x")._repr_html_())
    assert card.css("script, b") == []
    assert "<script>alert(1)</script>" in card.text()


@OF_FLAGSHIP
def test_the_example_of_the_guide_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(
        r"```python\n(.*?)```", (FLAGSHIP / "docs" / "notebooks.md").read_text(encoding="utf-8"), re.DOTALL
    )
    monkeypatch.chdir(FLAGSHIP)
    exec(compile(code, "notebooks.md", "exec"), {})
    assert capsys.readouterr().out.strip()
