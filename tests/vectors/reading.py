"""The questions of `vectors.json`, whose format `tools/vectors.py` describes, with the answers they must have."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hornbook.logic import Clause, Literal, SufficientSets, Theory, Verdict

FILE = Path(__file__).with_name("vectors.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    given: list[Literal]
    goal: Literal
    verdict: Verdict
    follows: list[Literal]
    candidates: list[Literal]
    cap: int
    missing: SufficientSets
    clauses: int | None
    models: tuple[frozenset[str], frozenset[str]] | None
    """The atoms that hold in the model in which the goal fails and in the one in which it holds, where it is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    name: str
    theory: Theory
    questions: list[Question]


def all_asked() -> list[Asked]:
    return [
        Asked(
            name=theory["name"],
            theory=Theory(tuple(map(_clause, theory["clauses"])), frozenset(theory["atoms"])),
            questions=list(map(_question, theory["questions"])),
        )
        for theory in json.loads(FILE.read_text(encoding="utf-8"))
    ]


def _clause(written: tuple[str, list[str], str | None]) -> Clause:
    name, premises, conclusion = written
    return Clause(name, tuple(_literals(premises)), None if conclusion is None else _literal(conclusion))


def _question(written: dict[str, Any]) -> Question:
    missing = written["missing"]
    sets = tuple(frozenset(_literals(members)) for members in missing["sets"])
    return Question(
        given=_literals(written["given"]),
        goal=_literal(written["goal"]),
        verdict=Verdict(written["verdict"]),
        follows=_literals(written["follows"]),
        candidates=_literals(missing["candidates"]),
        cap=missing["cap"],
        missing=SufficientSets(sets, complete=missing["complete"]),
        clauses=written["clauses"],
        models=_models(written.get("models")),
    )


def _models(written: list[list[str]] | None) -> tuple[frozenset[str], frozenset[str]] | None:
    if written is None:
        return None
    without, with_goal = map(frozenset, written)
    return without, with_goal


def _literals(written: list[str]) -> list[Literal]:
    return list(map(_literal, written))


def _literal(written: str) -> Literal:
    return Literal(written.removeprefix("not "), not written.startswith("not "))
