"""Make `tests/vectors/vectors.json`: questions with the answers that every engine of ours must give.

A development program; run it as `python -m tools.vectors` to ask anew. The theories and the questions to them come from
`tools/vector_theories.py`, which says why none of them is of this site's own content; a test holds the file against
them. The answers are read off truth tables, `tools/truth_tables.py`; no engine has a part in them.

The file is a list of theories. Literals are written `a` and `not a`.

* `name`: which theory it is.
* `atoms`: sorted; `clauses`: name, premises, and the conclusion or null, sorted by name.
* `presupposes`: of some atoms, under what they apply.
* `questions`, one on each line:
  * `given`, `goal`: what is asked.
  * `verdict`: `contradictory`, `follows`, `refuted` or `open`.
  * `follows`: the literals of every model, sorted, without the given ones; none where there is no model.
  * `missing`: with these `candidates`, at most `cap` of the `sets` that are minimal among those that are consistent
    with what is given and give the goal; whether they are `complete`. The first by size and literals are kept, in an
    order in which each stands after those that it entails and that do not entail it.
  * `clauses`: how many clauses the least derivation by unit propagation of what is proved has, written out as a tree;
    null where nothing is proved, or not in this way.
  * `models`, of open questions only: the atoms that hold in two models, first one in which the goal fails. In it each
    atom, in order, fails unless the clauses, what is given, the denied goal and what was chosen before exclude that.
    In the second the goal holds, and each atom, in order, has its value of the first unless that is excluded.
  * `direct`: the sets of premises by which clauses conclude the goal, without those that others make idle, by size,
    then by literals.
  * `lacks`, of open questions only: the `single` ones of the `candidates` that would settle it in favour of the goal,
    the weakest, each with those that give it; and of the direct sets that hold none of them what is not given.
  * `presupposed`, where the atoms of the question presuppose something: all of it, as `literals`; how it stands to what
    is given; which of it fails, and the `atoms` of the question that presuppose that; and where it neither follows nor
    fails the `verdict` once it is given, with the `models` of that question if it is open.
  * `search`: whether a situation in which just what is given is known has all of what is `wanted`, by its `match`:
    `all`, `may` or `cannot`; `excluded` where nothing has all of it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from hornbook.logic import Literal, Verdict
from tools.truth_tables import (
    Table,
    direct_sets_of,
    lacking_of,
    least_costs,
    minimal_sets,
    two_models,
    verdict_of,
    weakest_first,
)
from tools.vector_theories import Asked, Question, all_asked

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "tests" / "vectors" / "vectors.json"


def main() -> None:
    """Ask everything and write the file."""
    TARGET.write_text(vectors(), encoding="utf-8")


def vectors() -> str:
    """The file as it is written."""
    return "[\n" + ",\n".join(map(_written, all_asked())) + "\n]\n"


def _written(asked: Asked) -> str:
    table = Table(asked.atoms, asked.clauses)
    clauses = [
        [clause.name, _texts(clause.premises), None if clause.conclusion is None else str(clause.conclusion)]
        for clause in asked.clauses
    ]
    presupposes = {atom: _texts(under) for atom, under in asked.presupposes.items()}
    questions = ",\n  ".join(json.dumps(_answered(asked, table, question)) for question in asked.questions)
    lines = (
        f'{{"name": {json.dumps(asked.name)},',
        f' "atoms": {json.dumps(asked.atoms)},',
        f' "clauses": {json.dumps(clauses)},',
        f' "presupposes": {json.dumps(presupposes)},',
        f' "questions": [\n  {questions}\n ]}}',
    )
    return "\n".join(lines)


def _answered(asked: Asked, table: Table, question: Question) -> dict[str, object]:
    given, goal = question.given, question.goal
    models = table.models(given)
    verdict = verdict_of(table, given, goal)
    follows = [
        literal for literal in table.literals if models and table.all_true(models, literal) and literal not in given
    ]
    sets = minimal_sets(table, given, goal, question.candidates)
    kept = weakest_first(table, given, sets[: question.cap])
    proved = {Verdict.FOLLOWS: goal, Verdict.REFUTED: goal.negated(), Verdict.CONTRADICTORY: None}
    answered: dict[str, object] = {
        "given": _texts(given),
        "goal": str(goal),
        "verdict": verdict,
        "follows": _texts(follows),
        "missing": {
            "candidates": _texts(question.candidates),
            "cap": question.cap,
            "sets": list(map(_texts, kept)),
            "complete": len(sets) <= question.cap,
        },
        "clauses": least_costs(asked.clauses, given).get(proved[verdict]) if verdict in proved else None,
        "direct": list(map(_texts, direct_sets_of(table, goal))),
        "search": _searched(table, given, [goal, *question.candidates[:1]]),
    }
    if verdict is Verdict.OPEN:
        answered["models"] = two_models(table, given, goal)
        lacks = lacking_of(table, given, goal, question.candidates)
        single = [[str(one), _texts(stronger)] for one, stronger in lacks.single]
        answered["lacks"] = {"single": single, "sets": list(map(_texts, lacks.sets))}
    presupposed = presupposed_of(asked.presupposes, table, question.given, question.goal)
    return answered | ({"presupposed": presupposed} if presupposed else {})


def _searched(table: Table, given: Sequence[Literal], wanted: Sequence[Literal]) -> dict[str, object]:
    models = table.models(given)
    if not table.models(wanted):
        match = "excluded"
    elif not table.models((*given, *wanted)):
        match = "cannot"
    else:
        match = "all" if all(table.all_true(models, one) for one in wanted) else "may"
    return {"wanted": _texts(wanted), "match": match}


def presupposed_of(
    presupposes: Mapping[str, Sequence[Literal]], table: Table, given: Sequence[Literal], goal: Literal
) -> dict[str, object] | None:
    """How what a question presupposes stands to what it gives; None where it presupposes nothing."""
    atoms = sorted({literal.atom for literal in (*given, goal)})
    literals = _closed(presupposes, atoms)
    models = table.models(given)
    failing = [one for one in literals if models and table.all_true(models, one.negated())]
    found: dict[str, object] = {"literals": _texts(literals)}
    if not literals:
        return None
    if not models or all(table.all_true(models, one) for one in literals):
        return found | {"standing": "granted"}
    if failing:
        whose = [atom for atom in atoms if failing[0] in _closed(presupposes, [atom])]
        return found | {"standing": "does-not-apply", "failing": str(failing[0]), "atoms": whose}
    if not table.models((*given, *literals)):
        return found | {"standing": "not-together"}
    verdict = verdict_of(table, (*given, *literals), goal)
    found |= {"standing": "unsettled", "verdict": verdict}
    return found | ({"models": two_models(table, (*given, *literals), goal)} if verdict is Verdict.OPEN else {})


def _closed(presupposes: Mapping[str, Sequence[Literal]], atoms: Iterable[str]) -> list[Literal]:
    """What these atoms presuppose, and what that presupposes."""
    found, todo = set[Literal](), list(atoms)
    while todo:
        fresh = set(presupposes.get(todo.pop(), ())) - found
        found |= fresh
        todo += [literal.atom for literal in fresh]
    return sorted(found)


def _texts(literals: Iterable[Literal]) -> list[str]:
    return [str(literal) for literal in literals]


if __name__ == "__main__":
    main()
