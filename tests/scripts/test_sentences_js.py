"""Proofs in words: the script in the browser writes the sentences that the pages have."""

import json
from collections.abc import Iterator
from gettext import NullTranslations
from itertools import combinations
from types import SimpleNamespace
from typing import cast

import pytest
from py_mini_racer import MiniRacer
from selectolax.lexbor import LexborHTMLParser

from hornbook.language import speaking
from hornbook.logic import Literal, Proof, Verdict, ask
from hornbook.model import Claim
from hornbook.model.contents import every_claim
from hornbook.pages.html import text
from hornbook.pages.page import Page
from hornbook.pages.proofs import additions_html
from hornbook.pages.script_words import spoken_script
from hornbook.reasoning.explorable import Explorable, explorable
from hornbook.reasoning.outcomes import additions, outcome
from hornbook.reasoning.presuppositions import presupposed, presupposed_in_words
from hornbook.reasoning.proof_text import proof_text
from hornbook.reasoning.scopes import Reasoning, Setting, primitives
from hornbook.reasoning.sentences import plain
from tests.examined import examined
from tests.language.pseudo import Pseudo
from tests.reasoning.projects import FRAMEWORK, with_files
from tests.reasoning.test_presuppositions import WEATHER
from tests.where import BOTH, REPOSITORY

THEME = REPOSITORY / "builder" / "hornbook" / "theme"
PARTS = "".join(
    (THEME / "scripts" / f"{part}.js").read_text(encoding="utf-8") for part in ("words", "elements", "sentences")
)


@pytest.fixture(scope="module", params=BOTH)
def reasoning(request: pytest.FixtureRequest) -> Reasoning:
    return examined(request.param)


@pytest.fixture(scope="module")
def browser_words() -> Iterator[MiniRacer]:
    racer = MiniRacer()
    racer.eval(PARTS)
    yield racer
    racer.close()


@pytest.fixture(scope="module")
def circled_words() -> Iterator[MiniRacer]:
    """The same on a site whose language is circled letters."""
    racer = MiniRacer()
    with speaking(Pseudo()):
        racer.eval(
            spoken_script(PARTS.encode(), json.loads((THEME / "words.json").read_text())["hornbook.js"]).decode()
        )
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
    page = page_of(data)
    found = racer.eval(
        f"""(() => {{
          const text = proofInWords({page}, {json.dumps(steps)});
          return JSON.stringify([text.given.map(plain), text.lines.map((line) => [line.depth, plain(line.sentence)])]);
        }})()"""
    )
    return [json.dumps(part) for part in json.loads(str(found))]


def page_of(data: Explorable) -> str:
    """What the page has of it, in the script."""
    keys = ("atoms", "phrases", "clauses", "names", "conditions")
    return json.dumps({key: getattr(data, key) for key in keys})


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


def test_proofs_in_another_language_read_the_same(reasoning: Reasoning, circled_words: MiniRacer) -> None:
    kinds = set()
    for claim in every_claim(reasoning.knowledge):
        if isinstance(claim, Claim):
            setting = reasoning.settings[claim.scope]
            proof = ask(setting.theory, claim.given, claim.goal).proof
            if proof is not None:
                with speaking(Pseudo()):
                    data, here = explorable(reasoning, setting), written_here(setting, proof)
                assert written_by_script(circled_words, setting, data, proof) == here
                assert not proof.steps[-1].clause or "ⓑⓨ" in json.loads(here[1])[-1][1]
                kinds |= {step.kind for step in proof.steps}
    assert "clause" in kinds


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


def questions(reasoning: Reasoning, setting: Setting) -> list[tuple[tuple[Literal, ...], Literal]]:
    """What claims ask in a scope, and each of its literals once with nothing given and once with another one."""
    claims = [one for one in every_claim(reasoning.knowledge) if isinstance(one, Claim) and one.scope == setting.scope]
    literals = [Literal(atom, holds) for atom in setting.theory.index.atoms for holds in (True, False)]
    asked = [(claim.given, claim.goal) for claim in claims] + [((), one) for one in literals]
    return asked + [((one,), goal) for one, goal in zip(literals, literals[3:], strict=False)]


def test_what_would_be_enough_reads_as_on_pages(reasoning: Reasoning, browser_words: MiniRacer) -> None:
    page = cast("Page", SimpleNamespace(sentence=lambda sentence: text(plain(sentence))))
    several = 0
    for setting in reasoning.settings.values():
        data = explorable(reasoning, setting)
        numbers = setting.theory.index.numbers
        for given, goal in questions(reasoning, setting):
            found = outcome(reasoning, setting, given, goal)
            if found.answer.verdict is not Verdict.OPEN:
                continue
            single = [
                {"literal": numbers([one.literal])[0], "stronger": numbers(one.stronger)} for one in found.lacks.single
            ]
            missing = {"sets": list(map(numbers, found.missing.sets))}
            lacks = {"single": single, "sets": list(map(numbers, found.lacks.sets))}
            words = browser_words.eval(
                f"JSON.stringify(additionsOf({json.dumps(missing)}, {json.dumps(lacks)})"
                f".map((one) => plain(additionInWords({page_of(data)}, one))))"
            )
            shown = LexborHTMLParser(additions_html(page, setting, additions(found), complete=True))
            here = [item.text() for item in shown.css("li")]
            assert json.loads(str(words)) == here, (setting.scope, given, goal)
            several += len(here)
    assert several


@pytest.mark.parametrize("language", [NullTranslations(), Pseudo()], ids=["in English", "in circled letters"])
def test_what_words_presuppose_reads_as_on_pages(
    tmp_path_factory: pytest.TempPathFactory,
    browser_words: MiniRacer,
    circled_words: MiniRacer,
    language: NullTranslations,
) -> None:
    racer = circled_words if isinstance(language, Pseudo) else browser_words
    reasoning = with_files(tmp_path_factory.mktemp("weather") / "project", {FRAMEWORK: WEATHER})
    setting = reasoning.framework("weather")
    with speaking(language):
        data, number = explorable(reasoning, setting), setting.theory.index.number
    literals = [Literal(atom, holds) for atom in data.atoms for holds in (True, False)]
    starts = set()
    for given in [(), *((one,) for one in literals), *combinations(literals, 2)]:
        for goal in literals:
            found = presupposed(reasoning, setting, given, goal)
            answer = ask(setting.theory, given, goal)
            written = {
                "standing": found.standing,
                "literals": list(map(number, found.literals)),
                "failing": None if found.failing is None else number(found.failing),
                "atoms": [number(Literal(atom)) >> 1 for atom in found.atoms],
                "answer": None if found.answer is None else {"verdict": found.answer.verdict},
            }
            words = racer.eval(
                f"plain(presupposedInWords({page_of(data)}, {json.dumps(answer.verdict)}, {json.dumps(written)}))"
            )
            with speaking(language):
                assert words == plain(presupposed_in_words(setting, answer, found))
            starts.add(str(words)[:20])
    assert len(starts) >= 6
