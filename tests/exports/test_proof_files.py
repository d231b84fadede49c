"""Files for other people's provers: two solvers that are not ours, and a checker, find what the site says."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import z3
from jsonschema import Draft202012Validator, ValidationError
from pysat.formula import CNF
from pysat.solvers import Cadical153

from hornbook.addresses import (
    MOST_IMPLICATIONS,
    PROOFS,
    PROOFS_SCHEMA,
    every_address,
    files_of,
    proof_files,
    questions_of,
)
from hornbook.exports import proof_files as proof_files_module
from hornbook.exports import proof_texts
from hornbook.logic import UNSETTLED, Answer, Verdict
from hornbook.model import Claim, KnowledgeBase, Outputs, ProofForm
from hornbook.model.claim_ids import question_id
from hornbook.model.contents import every_claim
from hornbook.reasoning.outcomes import answer_of
from hornbook.reasoning.scopes import Reasoning, reason_about
from tests.examined import examined
from tests.provers.lean_checker import theorems_of
from tests.provers.lrat_checker import check
from tests.provers.test_smtlib import answered, statuses
from tests.where import BOTH, REPOSITORY, SAMPLE

EXAMPLE = REPOSITORY / "builder" / "hornbook" / "example"
ALL = [*BOTH, pytest.param(EXAMPLE, id="example")]


@dataclass(frozen=True)
class Proofs:
    """What a project has for provers, with everything on."""

    reasoning: Reasoning
    files: dict[str, str]

    @property
    def knowledge(self) -> KnowledgeBase:
        return self.reasoning.knowledge

    def ending(self, end: str) -> Iterator[tuple[str, str]]:
        return ((address, text) for address, text in self.files.items() if address.endswith(end))

    def questions(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each question of each index, with its framework."""
        for _, text in self.ending("index.json"):
            index = json.loads(text)
            yield from ((index["framework"], one) for one in index["questions"])


def with_outputs(project: Path, proofs: tuple[ProofForm, ...]) -> Reasoning:
    knowledge = examined(project).knowledge
    return reason_about(replace(knowledge, glossary=replace(knowledge.glossary, outputs=Outputs(proofs=proofs))))


@pytest.fixture(scope="module", params=ALL)
def proofs(request: pytest.FixtureRequest) -> Proofs:
    reasoning = with_outputs(request.param, tuple(ProofForm))
    return Proofs(reasoning, {address: text.decode() for address, text in proof_texts(reasoning).items()})


def expected_of(proofs: Proofs) -> dict[str, str]:
    """What solvers must find of each CNF, by its address, as the index says it."""
    site = proofs.knowledge.glossary.site_url
    return {
        problem["cnf"].removeprefix(site): problem["expected"]
        for _, question in proofs.questions()
        for problem in question["problems"]
    }


def test_two_solvers_answer_every_cnf_as_we_do(proofs: Proofs, tmp_path: Path) -> None:
    expected = expected_of(proofs)
    assert expected.keys() == {address for address, _ in proofs.ending(".cnf")}
    for address, text in proofs.ending(".cnf"):
        with Cadical153(bootstrap_with=CNF(from_string=text)) as solver:
            assert solver.solve() is (expected[address] == "sat"), address
        file = tmp_path / "problem.cnf"
        file.write_text(text, encoding="utf-8")
        other = z3.Solver()
        other.from_file(str(file))
        assert str(other.check()) == expected[address], address


def test_what_is_expected_is_what_the_verdict_says(proofs: Proofs) -> None:
    known = questions_of(proofs.knowledge)
    for framework, question in proofs.questions():
        verdict = answer_of(proofs.reasoning, known[framework][question["id"]].claim).verdict
        assert isinstance(verdict, Verdict)
        found = [(one["taken"], one["expected"]) for one in question["problems"]]
        assert question["verdict"] == verdict
        assert (
            found
            == {
                Verdict.FOLLOWS: [("given", "sat"), ("without", "unsat")],
                Verdict.REFUTED: [("given", "sat"), ("with", "unsat")],
                Verdict.CONTRADICTORY: [("given", "unsat")],
                Verdict.OPEN: [("with", "sat"), ("without", "sat")],
            }[verdict]
        )


def test_the_checker_accepts_every_proof(proofs: Proofs) -> None:
    unsatisfiable = {address for address, expected in expected_of(proofs).items() if expected == "unsat"}
    assert {f"{address[:-4]}.lrat" for address in unsatisfiable} == {address for address, _ in proofs.ending(".lrat")}
    assert unsatisfiable
    for address, proof in proofs.ending(".lrat"):
        check(proofs.files[f"{address[:-5]}.cnf"], proof)


def test_a_solver_answers_every_question_in_smtlib_as_we_do(proofs: Proofs) -> None:
    of_framework: dict[str, list[str]] = {}
    for framework, question in proofs.questions():
        of_framework.setdefault(framework, []).extend(one["expected"] for one in question["problems"])
    for address, text in proofs.ending(".smt2"):
        assert answered(text) == statuses(text), address
        assert sorted(statuses(text)) == sorted(of_framework.get(address.split("/")[-2], []))


def test_every_definite_claim_that_has_a_proof_is_a_theorem(proofs: Proofs) -> None:
    for address, text in proofs.ending(".lean"):
        framework = address.split("/")[-2]
        definite = {
            f"«question {question['id']}»"
            for of, question in proofs.questions()
            if of == framework and question["verdict"] != "open"
        }
        theorems = [theorem.name for theorem in theorems_of(text)] if definite else []
        assert sorted(theorems) == sorted(definite)


@pytest.mark.skipif(shutil.which("lean") is None, reason="there is no Lean here")
def test_lean_accepts_every_theorem(proofs: Proofs, tmp_path: Path) -> None:
    for address, text in proofs.ending(".lean"):
        file = tmp_path / "theorems.lean"
        file.write_text(text, encoding="utf-8")
        found = subprocess.run(["lean", str(file)], capture_output=True, text=True, check=False)
        assert (found.returncode, found.stdout + found.stderr) == (0, ""), address


def test_every_claim_is_among_the_questions_and_leads_to_where_it_is_asked(proofs: Proofs) -> None:
    asked = {(framework, question["id"]) for framework, question in proofs.questions()}
    claims = [claim for claim in every_claim(proofs.knowledge) if isinstance(claim, Claim)]
    assert {(claim.scope.framework, question_id(claim)) for claim in claims} <= asked
    site, known = proofs.knowledge.glossary.site_url, every_address(proofs.knowledge)
    for _, question in proofs.questions():
        places = question["asked_at"]
        assert question["settled"]
        assert places
        assert {place.removeprefix(site).replace("/#", "#").rstrip("/") for place in places} <= known


def test_every_index_is_as_its_schema_says(proofs: Proofs) -> None:
    schema = json.loads(proofs.files[PROOFS_SCHEMA])
    Draft202012Validator.check_schema(schema)
    for _, text in proofs.ending("index.json"):
        index = json.loads(text)
        assert index["$schema"] == schema["$id"] == proofs.knowledge.glossary.site_url + PROOFS_SCHEMA
        Draft202012Validator(schema).validate(index)
        with pytest.raises(ValidationError):
            Draft202012Validator(schema).validate({**index, "questions": [{}]})


def test_every_file_is_one_of_those_that_are_known(proofs: Proofs) -> None:
    assert proofs.files.keys() <= set(proof_files(proofs.knowledge))
    assert set(proof_files(proofs.knowledge)) <= files_of(proofs.knowledge)
    assert all(address.startswith(PROOFS) for address in proofs.files)


@pytest.mark.parametrize("forms", [(), (ProofForm.LEAN,), (ProofForm.CNF, ProofForm.CNF), tuple(ProofForm)])
def test_what_is_written_is_what_outputs_names(forms: tuple[ProofForm, ...]) -> None:
    reasoning = with_outputs(SAMPLE, forms)
    endings = {address.rpartition(".")[2] for address in proof_texts(reasoning)}
    assert endings == ({"json", *map(str, forms)} if forms else set())


def test_a_question_that_is_not_settled_is_asked_and_not_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof_files_module, "answer_of", lambda *_: Answer(UNSETTLED))
    files = {name: text.decode() for name, text in proof_texts(with_outputs(SAMPLE, tuple(ProofForm))).items()}
    texts = [text for name, text in files.items() if name.endswith(".cnf")]
    assert texts
    assert all("this file gives no answer" in text and "assignment" not in text for text in texts)
    assert [name for name in files if name.endswith(".lrat")] == []
    questions = json.loads(files[f"{PROOFS}plane/index.json"])["questions"]
    assert {problem["expected"] for one in questions for problem in one["problems"]} == {"unknown"}
    assert not any(one["settled"] for one in questions)
    assert set(statuses(files[f"{PROOFS}plane/questions.smt2"])) == {"unknown"}
    assert "theorem" not in files[f"{PROOFS}plane/theorems.lean"].partition("set_option")[2]


def test_a_large_framework_has_no_file_for_each_question() -> None:
    reasoning = with_outputs(SAMPLE, tuple(ProofForm))
    plane = reasoning.knowledge.frameworks["plane"]
    more = tuple(replace(plane.implications[0], id=f"again-{number}") for number in range(MOST_IMPLICATIONS + 1))
    frameworks = {**reasoning.knowledge.frameworks, "plane": replace(plane, implications=(*plane.implications, *more))}
    large = reason_about(replace(reasoning.knowledge, frameworks=frameworks))
    files = [address for address in proof_texts(large) if address.startswith(f"{PROOFS}plane/")]
    assert [address.rpartition("/")[2] for address in files] == ["index.json", "questions.smt2", "theorems.lean"]
    assert set(files) == {file for file in proof_files(large.knowledge) if file.startswith(f"{PROOFS}plane/")}
