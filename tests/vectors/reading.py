"""The questions of `vectors.json`, whose format `tools/vectors.py` describes, with the answers they must have."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hornbook.logic import Clause, Lack, Lacks, Literal, SufficientSets, Theory, Verdict

FILE = Path(__file__).with_name("vectors.json")


Models = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presupposed:
    """What a question presupposes; what the standing has nothing to say of is empty."""

    literals: list[Literal]
    standing: str
    failing: Literal | None = None
    atoms: list[str] = field(default_factory=list)
    verdict: Verdict | None = None
    models: Models | None = None


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
    models: Models | None
    """The atoms that hold in the model in which the goal fails and in the one in which it holds, where it is open."""
    direct: SufficientSets
    lacks: Lacks | None
    presupposed: Presupposed | None
    wanted: list[Literal]
    match: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    name: str
    theory: Theory
    presupposes: dict[str, list[Literal]]
    questions: list[Question]


def all_asked() -> list[Asked]:
    return [
        Asked(
            name=theory["name"],
            theory=Theory(tuple(map(_clause, theory["clauses"])), frozenset(theory["atoms"])),
            presupposes={atom: _literals(under) for atom, under in theory["presupposes"].items()},
            questions=list(map(_question, theory["questions"])),
        )
        for theory in json.loads(FILE.read_text(encoding="utf-8"))
    ]


def _clause(written: tuple[str, list[str], str | None]) -> Clause:
    name, premises, conclusion = written
    return Clause(name, tuple(_literals(premises)), None if conclusion is None else _literal(conclusion))


def _question(written: dict[str, Any]) -> Question:
    missing = written["missing"]
    return Question(
        given=_literals(written["given"]),
        goal=_literal(written["goal"]),
        verdict=Verdict(written["verdict"]),
        follows=_literals(written["follows"]),
        candidates=_literals(missing["candidates"]),
        cap=missing["cap"],
        missing=SufficientSets(_sets(missing["sets"]), complete=missing["complete"]),
        clauses=written["clauses"],
        models=_models(written.get("models")),
        direct=SufficientSets(_sets(written["direct"]), complete=True),
        lacks=_lacks(written["lacks"]) if "lacks" in written else None,
        presupposed=_presupposed(written["presupposed"]) if "presupposed" in written else None,
        wanted=_literals(written["search"]["wanted"]),
        match=written["search"]["match"],
    )


def _presupposed(written: dict[str, Any]) -> Presupposed:
    return Presupposed(
        literals=_literals(written["literals"]),
        standing=written["standing"],
        failing=_literal(written["failing"]) if "failing" in written else None,
        atoms=written.get("atoms", []),
        verdict=Verdict(written["verdict"]) if "verdict" in written else None,
        models=_models(written.get("models")),
    )


def _lacks(written: dict[str, Any]) -> Lacks:
    single = tuple(Lack(_literal(one), tuple(_literals(stronger))) for one, stronger in written["single"])
    return Lacks(single, _sets(written["sets"]))


def _sets(written: list[list[str]]) -> tuple[frozenset[Literal], ...]:
    return tuple(frozenset(_literals(members)) for members in written)


def _models(written: list[list[str]] | None) -> Models | None:
    if written is None:
        return None
    without, with_goal = map(frozenset, written)
    return without, with_goal


def _literals(written: list[str]) -> list[Literal]:
    return list(map(_literal, written))


def _literal(written: str) -> Literal:
    return Literal(written.removeprefix("not "), not written.startswith("not "))
