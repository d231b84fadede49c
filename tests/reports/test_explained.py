"""`explain` knows everything that has a name, and says it in sentences."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hornbook.cli import hornbook
from hornbook.diagnostics import Place
from hornbook.kinds import KINDS, Kind
from hornbook.load import load
from hornbook.manual import all_codes
from hornbook.model import Citation, KnowledgeBase
from hornbook.reasoning.scopes import Reasoning, reason_about
from hornbook.reports.explained import explain
from hornbook.reports.prose_text import cited
from hornbook.reports.values import Report, UsageProblem

SAMPLE = Path(__file__).parent.parent / "sample"


def run(*arguments: str, root: Path = SAMPLE) -> Result:
    return CliRunner().invoke(hornbook, ["--root", str(root), "explain", *arguments])


def sample() -> Reasoning:
    knowledge = load(SAMPLE).knowledge
    assert knowledge is not None
    return reason_about(knowledge, claims=())


REASONING = sample()
KNOWLEDGE: KnowledgeBase = REASONING.knowledge
RECORDS = [(kind, name) for kind in KINDS if kind.address is not None for name in KNOWLEDGE.by_id(kind.declaration)]


@pytest.mark.parametrize(("kind", "name"), RECORDS, ids=[f"{kind.word}-{name}" for kind, name in RECORDS])
def test_every_record_with_an_address_is_explained_by_its_id(kind: Kind, name: str) -> None:
    found = explain(REASONING, f"{kind.word} {name}")
    assert isinstance(found, Report), found
    assert found.data["id"] == name
    assert json.loads(json.dumps(found.data)) == found.data
    assert "[[" not in found.text


@pytest.mark.parametrize("code", [code for codes in all_codes().values() for code in codes])
def test_every_code_is_explained(code: str) -> None:
    found = explain(REASONING, code)
    assert isinstance(found, Report)
    assert found.data["explains"] == "code"
    assert str(found.data["meaning"]) in found.text


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["plane", "Plane & simple", "PLANE"], "Square holds exactly when rectangle holds and rhombus"),
        (["plane"], "the figure is round; or: the figure is not round [round]"),
        (["workshop", "the workshop"], "Square fails if some cut was made at a slant. [slant-is-no-square]"),
        (["by-diagonals"], "Goal: square"),
        (["from-plan-to-figure"], "then "),
        (["board"], "In The workshop:"),
        (["what-makes-a-square"], "What bears it out:\n  - "),
        (["what-is-a-square"], "The workshop: "),
        (["is-it-a-square"], "Answers:\n  - "),
        (["source primer"], "(source)"),
        (["square"], "If it fails:\n  - At least one of these: rectangle fails or rhombus <lozenge> fails."),
        (["claim-verdict", "[claim-verdict]", "Claim-Verdict"], "Right would be:"),
    ],
)
def test_any_name_will_do_and_what_is_said_are_sentences(names: list[str], said: str) -> None:
    texts = {run(name).output for name in names}
    assert len(texts) == 1
    assert said in texts.pop()


def test_one_work_is_called_a_source_and_several_are_called_sources() -> None:
    one, other = (Citation(ref=name, at="", place=Place("x.yaml")) for name in KNOWLEDGE.sources)
    titles = [source.title for source in KNOWLEDGE.sources.values()]
    assert cited(KNOWLEDGE, one).startswith("Source: ")
    both = cited(KNOWLEDGE, one, other)
    assert both.startswith("Sources: ")
    assert all(title in both for title in titles)


def test_titles_and_questions_are_names() -> None:
    for kind, name in RECORDS:
        record = KNOWLEDGE.by_id(kind.declaration)[name]
        for field in ("label", "title", "question"):
            title = getattr(record, field, None)
            if title:
                found = explain(REASONING, title.upper())
                assert isinstance(found, UsageProblem) or found.data["id"] == name


def test_one_name_for_two_things_lists_them(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(SAMPLE, project)
    for path in (project / "glossary/terms/kite.yaml", project / "glossary/examples/board.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        renamed = ["label: Hawk" if line.startswith("label:") else line for line in lines]
        path.write_text("\n".join(renamed) + "\n", encoding="utf-8")
    result = run("hawk", root=project)
    assert result.exit_code == 2
    assert "`term kite` or `example board`" in result.output
    assert run("example hawk", root=project).output.startswith("Hawk (example)")


def test_an_id_outweighs_what_others_are_called(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(SAMPLE, project)
    path = project / "glossary/examples/board.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join("label: Square" if one.startswith("label:") else one for one in lines), encoding="utf-8")
    assert run("square", root=project).output.startswith("Square (property)")


def test_what_nothing_is_called_gets_the_nearest_name() -> None:
    assert "did you mean `by-diagonals`?" in run("by-diagonal").output
    assert "did you mean `claim-verdict`?" in run("claim-verdikt").output
    assert "name a term, framework" in run("zzzzzz").output


def test_a_code_is_explained_where_the_project_does_not_load(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(SAMPLE, project)
    (project / "glossary/terms/kite.yaml").write_text("label: [", encoding="utf-8")
    assert run("yaml-syntax", root=project).output.startswith("yaml-syntax (error, yaml)")
    assert run("square", root=project).exit_code == 1
