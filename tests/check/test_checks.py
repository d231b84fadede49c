"""Checks of meaning, on the sample with one thing changed."""

from pathlib import Path

import pytest

from hornbook.diagnostics import Diagnostic
from hornbook.production import examine
from tests.sample_copy import copy_of_sample

FAQ = "glossary/faq/what-makes-a-square.yaml"
PLANE = "glossary/frameworks/plane.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_sample(tmp_path / "shapes")


def found(project: Path, name: str, old: str, new: str) -> tuple[Diagnostic, ...]:
    """What is reported after one edit."""
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return examine(project).diagnostics


def only(diagnostics: tuple[Diagnostic, ...]) -> Diagnostic:
    assert len(diagnostics) == 1, diagnostics
    return diagnostics[0]


def test_a_claim_said_to_be_open_is_met_with_the_proof(project: Path) -> None:
    one = only(found(project, FAQ, "then: square, verdict: follows, view", "then: square, verdict: open, view"))
    assert one.code == "claim-verdict"
    assert one.message.endswith("the implications prove it")
    assert one.notes[0] == "given: rectangle holds; rhombus <lozenge> holds"
    assert "by square-definition" in one.notes[1]


def test_a_claim_said_to_be_refuted_is_met_with_a_model_where_it_holds(project: Path) -> None:
    one = only(found(project, FAQ, "verdict: open, missing: [[rectangle]]", "verdict: refuted"))
    assert one.notes[0].startswith("a model where it holds: ")
    assert "square" in one.notes[0].partition(";")[0]
    assert one.hint == "it follows with rectangle added; or write `verdict: open`"


def test_a_claim_said_to_follow_is_met_with_a_model_where_it_fails(project: Path) -> None:
    one = only(found(project, FAQ, "verdict: open, missing: [[rectangle]]", "verdict: follows"))
    assert one.notes[0].startswith("a model where it fails: ")
    assert "square" in one.notes[0].partition(";")[2]


def test_a_claim_said_to_be_contradictory_is_met_with_both_models(project: Path) -> None:
    one = only(found(project, FAQ, "verdict: open, missing: [[rectangle]]", "verdict: contradictory"))
    assert [note.partition(":")[0] for note in one.notes] == ["a model where it holds", "a model where it fails"]
    assert "cannot hold together" in one.message


def test_a_claim_with_nothing_given_is_met_with_its_model(project: Path) -> None:
    line = "  - {if: [round], then: square, verdict: refuted}"
    one = only(found(project, FAQ, line, "  - {then: square}"))
    assert one.message == "this says square follows from nothing; the implications leave it open"


def test_a_difference_that_is_none_is_reported(project: Path) -> None:
    diagnostics = found(
        project,
        "diagrams/by-diagonals.yaml",
        "rectangle-is-parallelogram]",
        "rectangle-is-parallelogram, rhombus-is-parallelogram]",
    )
    one = only(diagnostics)
    assert (one.code, one.hint) == ("claim-verdict", "write `holds: true`")


def test_an_equivalence_that_does_not_hold_is_reported_with_what_only_one_view_gives(project: Path) -> None:
    one = only(found(project, FAQ, "by-diagonals], holds: false}", "by-diagonals]}"))
    assert "only `by-definition` gives `rhombus => parallelogram`" in one.message


def test_a_view_that_is_not_equivalent_names_what_the_other_lacks(project: Path) -> None:
    one = only(
        found(project, "diagrams/by-diagonals.yaml", "goal: square", "goal: square\nequivalent_to: by-definition")
    )
    assert one.code == "views-differ"
    assert one.hint == "show the missing implication in `by-diagonals`, or remove `equivalent_to`"


def test_a_view_that_gives_more_is_named_first(project: Path) -> None:
    one = only(
        found(project, "diagrams/by-definition.yaml", "goal: square", "goal: square\nequivalent_to: by-diagonals")
    )
    assert "only `by-definition` gives" in one.message


def test_a_redundant_implication_is_a_note_with_its_derivation_and_can_be_waived(project: Path) -> None:
    extra = "implications:\n  - {id: squares-are-equal-sided, if: [square], then: rhombus"
    one = only(found(project, PLANE, "implications:", extra + "}"))
    assert one.code == "implication-redundant"
    assert one.notes[0] == "given: square holds"
    assert found(project, PLANE, extra, extra + ", redundant: the primer states it on its own") == ()


def test_a_choice_that_repeats_another_is_no_implication_to_report(project: Path) -> None:
    again = "choices:\n  - {id: attitude, one_of: [lying, upright]}"
    assert found(project, PLANE, "choices:", again) == ()


def test_of_two_implications_that_say_the_same_the_last_can_go(project: Path) -> None:
    extra = "implications:\n  - {id: bent, if: [round], then: not parallelogram}"
    one = only(found(project, PLANE, "implications:", extra))
    assert one.message.split("`")[1] == "nothing-round-is-parallel"
    assert one.notes[0] == "given: the figure is round; parallelogram holds"
    assert one.hint is not None
    assert one.hint.startswith("leave it out; or keep it")


SAME = ["{id: two, if: [lying], then: not square}", "{id: two, if: [square], then: not lying}"]


@pytest.mark.parametrize("second", SAME)
def test_an_implication_that_is_kept_for_a_reason_is_no_reason_to_drop_another(second: str, project: Path) -> None:
    first = "implications:\n  - {id: one, if: [lying], then: not square}\n  - "
    assert "`two`" in only(found(project, PLANE, "implications:", first + second)).message
    excused = first.replace("}", ", redundant: the primer states it}")
    assert found(project, PLANE, first + second, excused + second) == ()
    second_excused = second.replace("}", ", redundant: the primer states it}")
    assert found(project, PLANE, excused + second, first + second_excused) == ()


def test_half_of_a_definition_can_go_by_itself(project: Path) -> None:
    extra = "implications:\n  - {id: both-ways, if: [square], then: rhombus, converse: true}"
    told = found(project, PLANE, "implications:", extra)
    messages = [one.message for one in told if one.code == "implication-redundant"]
    assert (
        "`both-ways`: that its premises give its conclusion follows from the other implications of `plane`" in messages
    )


@pytest.mark.parametrize(("kind", "line"), [("term", "term oblong"), ("faq", "faq old-question"), ("view", "view old")])
def test_a_published_id_that_is_gone_is_an_error(project: Path, kind: str, line: str) -> None:
    (project / "glossary" / "ids.txt").write_text(f"{line}\n", encoding="utf-8")
    gone = [one for one in examine(project).diagnostics if one.code == "id-removed"]
    assert [one.message for one in gone] == [f"the {kind} `{line.split()[1]}` was published and is gone"]


def test_a_likely_successor_is_named(project: Path) -> None:
    (project / "glossary" / "ids.txt").write_text("term rectangl\n", encoding="utf-8")
    one = next(one for one in examine(project).diagnostics if one.code == "id-removed")
    assert one.hint is not None
    assert "if `rectangle` took its place, add `was: [rectangl]` there" in one.hint


def test_a_former_or_a_retired_id_is_no_error(project: Path) -> None:
    lines = "term quadrate\nview diagonals\nretired term oblong\n"
    (project / "glossary" / "ids.txt").write_text(lines, encoding="utf-8")
    assert "id-removed" not in {one.code for one in examine(project).diagnostics}
