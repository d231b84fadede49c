"""Ids of claims: what is found in those that lead to fewer places than they did."""

from pathlib import Path

from hornbook.addresses import MOST_FORMER, anchors_of
from hornbook.check.claim_ids import check_claim_ids
from hornbook.kinds import FAQ
from hornbook.load import load
from tests.sample_copy import copy_of_sample


def test_what_has_no_room_among_the_former_ids_is_said(tmp_path: Path) -> None:
    """Each of the atoms of a claim was renamed, and one of them very often."""
    names = [f"former-{number}" for number in range(MOST_FORMER + 1)]
    project = tmp_path / "project"
    copy_of_sample(project)
    for path, was in (("square", names), ("rhombus", ["lozenge"])):
        file = project / f"glossary/terms/{path}.yaml"
        text = file.read_text(encoding="utf-8").replace("was: [quadrate]\n", "")
        file.write_text(f"{text}was: [{', '.join(was)}]\n", encoding="utf-8")
    loaded = load(project)
    assert loaded.knowledge is not None, loaded.diagnostics
    assert {one.code for one in check_claim_ids(loaded.knowledge)} == {"claim-former-ids"}
    faq = loaded.knowledge.faqs["what-makes-a-square"]
    assert max(len(one.was) for one in anchors_of(loaded.knowledge, FAQ, faq)) == MOST_FORMER
