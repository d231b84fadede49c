"""Questions, verdicts and proofs for other people's provers: the files of each framework below `api/v1/proofs/`.

Each file says in its comments what it holds, in the words of the site. Of a question that is not settled the files ask,
and give no answer.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from hornbook.addresses import (
    PROOFS_SCHEMA,
    Question,
    framework_address,
    framework_proofs,
    has_problems,
    problem_file,
    proof_index,
    questions_of,
)
from hornbook.exports.proof_schema import FORMAT, proof_schema
from hornbook.logic import Literal, Unsettled
from hornbook.model import Framework, Glossary, ProofForm, Scope
from hornbook.model.claim_ids import canonical_form
from hornbook.provers import Asked, Expected, Problem, Taken, cnf_of, dimacs, lean_theorem, lrat, problems_of, smtlib
from hornbook.provers.comments import commented
from hornbook.provers.lean import HEAD
from hornbook.reasoning.outcomes import answer_of
from hornbook.reasoning.scopes import Reasoning, Setting
from hornbook.reasoning.sentences import Names, capital, claim_in_words, clause_in_words, plain
from hornbook.reasoning.verdicts import VERDICT_WORDS

_TAKEN = {
    Taken.GIVEN: "the theory, and what is given",
    Taken.WITH: "the theory, what is given, and that the goal holds",
    Taken.WITHOUT: "the theory, what is given, and that the goal fails",
}
_EXPECTED = {
    Expected.SAT: "It can be satisfied.",
    Expected.UNSAT: "It cannot be satisfied.",
    Expected.UNKNOWN: "Whether it can be satisfied was not settled here: this file gives no answer.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Put:
    """A question as it is written in files."""

    question: Question
    setting: Setting
    asked: Asked


Questions = Mapping[str, Mapping[str, Question]]
"""By framework the questions that are put to it, as `questions_of` gives them."""


def proof_texts(reasoning: Reasoning) -> dict[str, bytes]:
    """Every file, by its address: those that `outputs` names, of each framework."""
    makers = proof_makers(reasoning, questions_of(reasoning.knowledge))
    return {address: data for make in makers.values() for address, data in make().items()}


def proof_makers(reasoning: Reasoning, questions: Questions) -> dict[str, Callable[[], dict[str, bytes]]]:
    """What makes the files of each framework, by its id, and under no id their schema; none where none is named."""
    knowledge = reasoning.knowledge
    forms = tuple(dict.fromkeys(knowledge.glossary.outputs.proofs))
    if not forms or not knowledge.frameworks:
        return {}
    makers = {name: partial(_files, reasoning, name, questions, forms) for name in knowledge.frameworks}
    return {"": lambda: {PROOFS_SCHEMA: proof_schema(knowledge.glossary.site_url)}, **makers}


def _files(
    reasoning: Reasoning, framework: str, questions: Questions, forms: tuple[ProofForm, ...]
) -> dict[str, bytes]:
    put = [_put(reasoning, name, question) for name, question in questions[framework].items()]
    made = _of_framework(reasoning.knowledge.glossary, reasoning.framework(framework), put, forms)
    return {address: text.encode() for address, text in made.items()}


def _put(reasoning: Reasoning, name: str, question: Question) -> _Put:
    claim = question.claim
    setting = reasoning.settings[claim.scope]
    words = plain(capital(claim_in_words(setting.names, claim)))
    given = tuple(sorted(set(claim.given)))
    asked = Asked(name=name, words=words, given=given, goal=claim.goal, answer=answer_of(reasoning, claim))
    return _Put(question=question, setting=setting, asked=asked)


def _of_framework(glossary: Glossary, whole: Setting, put: list[_Put], forms: tuple[ProofForm, ...]) -> dict[str, str]:
    framework, words = whole.framework, _Words(whole, put)
    head = [
        f"{glossary.title}: what follows in {framework.label}",
        f"{glossary.site_url}{framework_address(framework.id)}",
        f"Licence: {glossary.licence}",
    ]
    made: dict[str, str] = {}
    if ProofForm.SMT2 in forms:
        made[framework_proofs(framework.id, ProofForm.SMT2)] = _smtlib(head, whole, put, words)
    if ProofForm.LEAN in forms:
        made[framework_proofs(framework.id, ProofForm.LEAN)] = _lean(head, put, words)
    if has_problems(framework):
        for one in put:
            made |= _problems(glossary, framework, one, words, forms)
    return {proof_index(framework.id): _index(glossary, framework, put, made), **made}


class _Words:
    """The sentences of the atoms and clauses of one framework; its views have no others."""

    def __init__(self, whole: Setting, put: Iterable[_Put]) -> None:
        names = whole.names
        self.clauses = {clause.name: plain(clause_in_words(names, clause)) for clause in whole.theory.clauses}
        mentioned = {literal.atom for one in put for literal in (*one.asked.given, one.asked.goal)}
        self.atoms = {atom: _sentence(names, atom) for atom in whole.theory.atoms | mentioned}


def _sentence(names: Names, atom: str) -> str:
    """What an atom says of the world; of a term that has no such sentence, that it holds."""
    literal = Literal(atom)
    return names.meaning(literal) or plain(capital(names.phrase(literal)))


def _problems(
    glossary: Glossary, framework: Framework, one: _Put, words: _Words, forms: tuple[ProofForm, ...]
) -> dict[str, str]:
    """The files of one question."""
    made: dict[str, str] = {}
    asked = one.asked
    for problem in problems_of(asked.answer):
        cnf = cnf_of(one.setting.theory, asked.taken(problem))
        if ProofForm.CNF in forms:
            about = _about(glossary, one, problem)
            text = dimacs(cnf, about, words.atoms, words.clauses, problem.model)
            made[problem_file(framework.id, asked.name, problem.taken, ProofForm.CNF)] = text
        if ProofForm.LRAT in forms and problem.expected is Expected.UNSAT:
            assert asked.answer.proof is not None
            address = problem_file(framework.id, asked.name, problem.taken, ProofForm.LRAT)
            made[address] = lrat(cnf, asked.answer.proof)
    return made


def _about(glossary: Glossary, one: _Put, problem: Problem) -> Iterator[str]:
    yield f"Question {one.asked.name}: {one.asked.words}?"
    yield f"Verdict: {one.asked.answer.verdict}. {VERDICT_WORDS[one.asked.answer.verdict].sentence}"
    yield f"Asked at {glossary.site_url}{one.question.places[0]}"
    yield f"This file holds {_TAKEN[problem.taken]}. {_EXPECTED[problem.expected]}"


def _smtlib(head: list[str], whole: Setting, put: list[_Put], words: _Words) -> str:
    about = (*head, "Before each (check-sat) stands what it must answer, as :status.")
    settings = {setting.scope: setting for setting in (whole, *(one.setting for one in put))}
    scopes = [
        (_scope_words(scope), setting.theory, [one.asked for one in put if one.setting is setting])
        for scope, setting in settings.items()
    ]
    return smtlib(about, scopes, words.atoms, words.clauses)


def _scope_words(scope: Scope) -> str:
    return "All implications of the framework" if scope.view is None else f"The implications of the view {scope.view}"


def _lean(head: list[str], put: list[_Put], words: _Words) -> str:
    about = (*head, "Each claim with a definite verdict is a theorem. Lean 4 needs no library for them.")
    theorems = [
        lean_theorem(one.setting.theory, one.asked, words.atoms, words.clauses)
        for one in put
        if one.asked.answer.proof is not None
    ]
    return "\n".join((*commented("--", about), "", HEAD, "", *theorems))


def _index(glossary: Glossary, framework: Framework, put: list[_Put], files: Mapping[str, str]) -> str:
    """What there is: each question with its words, its verdict, the places that ask it, and its files."""
    site = glossary.site_url
    whole = {
        str(form): site + address
        for form in (ProofForm.SMT2, ProofForm.LEAN)
        if (address := framework_proofs(framework.id, form)) in files
    }
    data = {
        "$schema": site + PROOFS_SCHEMA,
        "format": FORMAT,
        "framework": framework.id,
        "label": framework.label,
        "url": f"{site}{framework_address(framework.id)}",
        "files": whole,
        "questions": [_entry(site, framework, one, files) for one in put],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _entry(site: str, framework: Framework, one: _Put, files: Mapping[str, str]) -> dict[str, object]:
    asked = one.asked
    problems = []
    for problem in problems_of(asked.answer):
        named = {
            str(form): site + address
            for form in (ProofForm.CNF, ProofForm.LRAT)
            if (address := problem_file(framework.id, asked.name, problem.taken, form)) in files
        }
        problems.append({"taken": str(problem.taken), "expected": str(problem.expected), **named})
    return {
        "id": asked.name,
        "asks": canonical_form(one.question.claim),
        "words": asked.words,
        "verdict": str(asked.answer.verdict),
        "settled": not isinstance(asked.answer.verdict, Unsettled),
        "asked_at": [site + place for place in one.question.places],
        "problems": problems,
    }
