"""Every stage looks in one run, as far as what an earlier one found leaves no doubt; one cause is told once."""

import re
from pathlib import Path

import pytest

from hornbook.diagnostics import Severity
from hornbook.production import examine
from tests.sample_copy import copy_of_sample
from tests.test_cases import CASES, laid_out
from tests.where import SAMPLE

RAIN = "glossary/terms/rain.yaml"
WEATHER = "glossary/frameworks/weather.yaml"
FAQ = "glossary/faq/does-rain-wet.yaml"
STATEMENTS = "glossary/statements/almanac.yaml"
IDS = "glossary/ids.txt"

Edits = dict[str, tuple[str, str]]
"""By file what stands in it, and what is to stand there; a file that is not there is written."""

WRONG_CLAIM: Edits = {FAQ: ("verdict: follows", "verdict: open")}
NOWHERE: Edits = {STATEMENTS: ("", "- {id: wet, says: It wets., at: [terms/snow]}\n")}


def found(project: Path, *edits: Edits) -> set[tuple[str, str]]:
    """The errors, each with its file."""
    for path, (right, wrong) in (pair for group in edits for pair in group.items()):
        file = project / path
        file.parent.mkdir(exist_ok=True)
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert right in text
        file.write_text(text.replace(right, wrong, 1) if text else wrong, encoding="utf-8")
    return {(one.code, one.place.path) for one in examine(project).diagnostics if one.severity is Severity.ERROR}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return laid_out(CASES / "_base", tmp_path / "project")


@pytest.mark.parametrize(
    ("edits", "error"),
    [
        ({RAIN: ("ref: almanac", "ref: nowhere")}, ("reference-unknown", RAIN)),
        ({RAIN: ("[[wet-ground|wet ground]]", "[[puddle]]")}, ("reference-unknown", RAIN)),
        ({RAIN: ("[[wet-ground|wet ground]]", "[[wet-ground")}, ("prose-reference", RAIN)),
        ({RAIN: ("[[wet-ground|wet ground]]", "<b>wet</b>")}, ("prose-html", RAIN)),
    ],
)
def test_a_text_or_source_hides_neither_wrong_claims_nor_wrong_statements(
    edits: Edits, error: tuple[str, str], project: Path
) -> None:
    assert found(project, edits, WRONG_CLAIM, NOWHERE) == {
        error,
        ("claim-verdict", FAQ),
        ("statement-nowhere", STATEMENTS),
    }


def test_a_question_that_cannot_be_read_hides_no_claim_of_another(project: Path) -> None:
    other = {"glossary/faq/other.yaml": ("", "question: [Why?]\nshort: So.\nanswer: So.\nsource: almanac\n")}
    assert found(project, other, WRONG_CLAIM) == {
        ("field-type", "glossary/faq/other.yaml"),
        ("claim-verdict", FAQ),
    }


def test_an_unknown_atom_is_told_once_and_hides_no_other_claim(project: Path) -> None:
    more = "  - {if: [hail], then: wet-ground, verdict: follows}\nsource: almanac"
    told = found(project, {FAQ: ("source: almanac", more)}, WRONG_CLAIM)
    assert told == {("reference-unknown", FAQ), ("claim-verdict", FAQ)}


def test_nothing_is_said_of_claims_where_implications_are_in_doubt(project: Path) -> None:
    edits = {WEATHER: ("if: [rain]", "if: [rian]")}
    assert found(project, edits, WRONG_CLAIM) == {("reference-unknown", WEATHER)}


def test_a_term_that_is_deleted_is_missed_wherever_it_is_needed_in_one_run(project: Path) -> None:
    (project / IDS).write_text("term wet-ground\nterm rain\n", encoding="utf-8")
    (project / "glossary/terms/wet-ground.yaml").unlink()
    index = {"docs/index.md": ("See [[rain]]", "See [the ground](terms/wet-ground/index.md), [[rain]]")}
    told = found(project, index)
    assert told >= {
        ("id-removed", IDS),
        ("link-broken", "docs/index.md"),
        ("reference-unknown", "diagrams/wetness.yaml"),
        ("reference-unknown", FAQ),
        ("reference-unknown", RAIN),
        ("reference-unknown", WEATHER),
    }


IDS_WITHIN = re.compile(r"(?<=[\[ {/])[a-z]+(?:-[a-z]+)*(?=[\],}\n|])")
"""What may be an id, by what stands around it."""
FILES = sorted((*SAMPLE.glob("glossary/**/*.yaml"), *SAMPLE.glob("diagrams/*.yaml")))


@pytest.mark.parametrize("path", [path.relative_to(SAMPLE).as_posix() for path in FILES])
def test_whatever_leads_nowhere_no_later_check_falls_over_it(path: str, tmp_path: Path) -> None:
    copy = copy_of_sample(tmp_path / "copy")
    text = (copy / path).read_text(encoding="utf-8")
    for match in IDS_WITHIN.finditer(text):
        (copy / path).write_text(f"{text[: match.start()]}zzz{text[match.end() :]}", encoding="utf-8")
        assert examine(copy).diagnostics is not None
