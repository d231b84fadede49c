"""Proofs in words: the script in the browser writes the sentences that the pages have."""

import json
from collections.abc import Iterator

import pytest
from py_mini_racer import MiniRacer

from hornbook.logic import Literal, Proof, Verdict, ask
from hornbook.reasoning.explorable import Explorable, explorable
from hornbook.reasoning.outcomes import outcome
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.scopes import Reasoning, Setting, primitives
from hornbook.reasoning.sentences import plain
from tests.examined import examined
from tests.where import BOTH, REPOSITORY

SCRIPTS = REPOSITORY / "builder" / "hornbook" / "theme" / "scripts"


@pytest.fixture(scope="module", params=BOTH)
def reasoning(request: pytest.FixtureRequest) -> Reasoning:
    return examined(request.param)


@pytest.fixture(scope="module")
def browser_words() -> Iterator[MiniRacer]:
    racer = MiniRacer()
    for part in ("elements", "sentences"):
        racer.eval((SCRIPTS / f"{part}.js").read_text(encoding="utf-8"))
    yield racer
    racer.close()


def written_by_script(racer: MiniRacer, setting: Setting, data: Explorable, proof: Proof) -> list[str]:
    number = setting.theory.index.number
    steps = [
        {
            "kind": step.kind,
            "literal": None if step.literal is None else number(step.literal),
            "clause": step.clause,
            "premises": step.premises,
            "under": [number(literal) for literal in step.under],
        }
        for step in proof.steps
    ]
    page = json.dumps({"phrases": data.phrases, "clauses": data.clauses})
    found = racer.eval(
        f"""(() => {{
          const text = proofInWords({page}, {json.dumps(steps)});
          return JSON.stringify([text.given.map(plain), text.lines.map((line) => [line.depth, plain(line.sentence)])]);
        }})()"""
    )
    return [json.dumps(part) for part in json.loads(str(found))]


def written_here(setting: Setting, proof: Proof) -> list[str]:
    text = proof_text(setting, proof)
    given = [plain(sentence) for sentence in text.given]
    return [json.dumps(given), json.dumps([[line.depth, plain(line.sentence)] for line in text.lines])]


def test_every_proof_reads_the_same(reasoning: Reasoning, browser_words: MiniRacer) -> None:
    kinds = set()
    for setting in reasoning.settings.values():
        data = explorable(reasoning, setting)
        literals = [Literal(atom, holds) for atom in setting.theory.index.atoms for holds in (True, False)]
        asked: list[tuple[tuple[Literal, ...], Literal]] = [((one,), goal) for one in literals for goal in literals]
        asked += [(primitives(reasoning, setting, goal), goal) for goal in literals]
        asked += [((one, one.negated()), one) for one in literals]
        for given, goal in asked:
            answer = ask(setting.theory, given, goal)
            if answer.proof is not None:
                here = written_here(setting, answer.proof)
                assert written_by_script(browser_words, setting, data, answer.proof) == here
                kinds |= {step.kind for step in answer.proof.steps}
    assert {"given", "clause", "clash"} <= kinds


def test_what_may_be_missing_is_what_pages_say_is_missing(reasoning: Reasoning) -> None:
    """Besides facts, which a page's claims leave out unless they are asked for."""
    for setting in reasoning.settings.values():
        data = explorable(reasoning, setting)
        number, literal = setting.theory.index.number, setting.theory.index.literal
        for goal in (Literal(atom, holds) for atom in data.atoms for holds in (True, False)):
            offered = set(data.candidates) | (set(data.failures) if number(goal) in data.bad else set())
            terms = {one for one in map(literal, offered) if one.atom in reasoning.knowledge.terms} - {goal}
            wanted = {one for one in primitives(reasoning, setting, goal) if one.atom in reasoning.knowledge.terms}
            assert wanted <= terms, (setting.scope, goal)
            if outcome(reasoning, setting, (), goal).answer.verdict is Verdict.OPEN:
                assert {one for one in terms if one.holds} - wanted <= {Literal(goal.atom)}, (setting.scope, goal)
