"""Make `tests/vectors/vectors.json`: questions with the answers that every engine of ours must give.

A development program; run it as `python tools/vectors.py` to ask anew. It asks each scope of the knowledge base here
and of `tests/sample` what their claims ask and more, then theories made at random, the same ones each time, and a few
made by hand. The answers are read off truth tables; no engine has a part in them.

The file is a list of theories. Literals are written `a` and `not a`.

* `name`: which theory it is.
* `atoms`: sorted; `clauses`: name, premises, and the conclusion or null, sorted by name.
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
"""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from hornbook.load import load
from hornbook.logic import Clause, Literal, Verdict
from hornbook.model import Claim
from hornbook.model.contents import every_claim
from hornbook.reasoning.scopes import Setting, primitives, reason_about

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "tests" / "vectors" / "vectors.json"

RANDOM_THEORIES = 15
"""Of each kind."""
CANDIDATES = 7
"""At most, so that truth tables can try every set of them."""
CAP = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a theory."""

    given: tuple[Literal, ...]
    goal: Literal
    candidates: tuple[Literal, ...]
    cap: int = CAP


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A theory and the questions to it."""

    name: str
    atoms: tuple[str, ...]
    clauses: tuple[Clause, ...]
    questions: tuple[Question, ...]


class Table:
    """A truth table. A set of its rows is a number with one bit for each of them."""

    def __init__(self, asked: Asked) -> None:
        """Keep the rows in which every clause is true, read as the implication that it is."""
        size = 1 << len(asked.atoms)
        everything = (1 << size) - 1
        self._holds: dict[Literal, int] = {}
        for place, atom in enumerate(asked.atoms):
            width = 2 << place
            column = ((1 << width // 2) - 1) << width // 2
            while width < size:
                column |= column << width
                width *= 2
            self._holds[Literal(atom)] = column
            self._holds[Literal(atom, holds=False)] = everything ^ column
        self.literals = tuple(sorted(self._holds))
        self._rows = everything
        for clause in asked.clauses:
            premises = everything
            for premise in clause.premises:
                premises &= self._holds[premise]
            concluded = 0 if clause.conclusion is None else self._holds[clause.conclusion]
            self._rows &= concluded | (everything ^ premises)

    def models(self, literals: Iterable[Literal]) -> int:
        """The rows in which every clause and these literals are true."""
        rows = self._rows
        for literal in literals:
            rows &= self._holds[literal]
        return rows

    def nearest(self, literals: Iterable[Literal], wanted: Sequence[Literal]) -> list[Literal]:
        """The row in which these literals are true and, as far as what is before it allows, each of the wanted ones."""
        rows = self.models(literals)
        for literal in wanted:
            rows = rows & self._holds[literal] or rows
        return [literal for literal in self.literals if not rows & ~self._holds[literal]]

    def all_true(self, rows: int, literal: Literal) -> bool:
        """Tell whether the literal is true in each of these rows."""
        return not rows & ~self._holds[literal]


def main() -> None:
    """Ask everything and write the file."""
    theories = [*_of_project(ROOT), *_of_project(ROOT / "tests" / "sample"), *_made_at_random(), *_made_by_hand()]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("[\n" + ",\n".join(map(_written, theories)) + "\n]\n", encoding="utf-8")
    print(f"{sum(len(asked.questions) for asked in theories)} questions to {len(theories)} theories")


def _of_project(root: Path) -> Iterator[Asked]:
    """The scopes of a knowledge base: what claims ask there, and some questions at random."""
    knowledge = load(root).knowledge
    if knowledge is None:
        raise SystemExit(f"{root} has mistakes")
    reasoning = reason_about(knowledge)
    claims = [claim for claim in every_claim(knowledge) if isinstance(claim, Claim)]
    for scope, setting in reasoning.settings.items():
        chance = random.Random(str(scope))  # noqa: S311 (repeatable, not secret)
        literals = _literals(sorted(setting.theory.atoms))
        own = [claim for claim in claims if claim.scope == scope]
        posed = dict.fromkeys((tuple(sorted(set(claim.given))), claim.goal) for claim in own)
        among = {claim.goal: claim.among for claim in own if claim.among is not None}
        for number in range(8):
            posed[tuple(sorted(chance.sample(literals, number % 4))), chance.choice(literals)] = None
        questions = [
            Question(
                given=given,
                goal=goal,
                candidates=_some(chance, among.get(goal, primitives(reasoning, setting, goal)), literals, given),
            )
            for given, goal in posed
        ]
        yield _asked(str(scope) if root == ROOT else f"{root.name}: {scope}", setting, questions)


def _asked(name: str, setting: Setting, questions: Iterable[Question]) -> Asked:
    clauses = tuple(sorted(setting.theory.clauses, key=lambda clause: clause.name))
    return Asked(name=name, atoms=tuple(sorted(setting.theory.atoms)), clauses=clauses, questions=tuple(questions))


def _some(
    chance: random.Random, first: Sequence[Literal], rest: Sequence[Literal], given: Sequence[Literal]
) -> tuple[Literal, ...]:
    """Candidates: the first ones that are not given, and some of the rest."""
    fresh = [literal for literal in first if literal not in given]
    return tuple(sorted({*fresh[:CANDIDATES], *chance.sample(rest, min(len(rest), max(2, CANDIDATES - len(fresh))))}))


def _made_at_random() -> Iterator[Asked]:
    """Small theories with everything that is allowed: repeated and contradictory premises, facts, impossibilities."""
    for kind in ("horn", "mixed", "cases"):
        for number in range(RANDOM_THEORIES):
            chance = random.Random(f"{kind} {number}")  # noqa: S311 (repeatable, not secret)
            atoms = tuple("abcdefgh"[: chance.randint(4, 8)])
            bodies = [_body(chance, kind, atoms) for _ in range(round(len(atoms) * _CLAUSES_PER_ATOM[kind]))]
            bodies += chance.sample(bodies, 1)
            clauses = tuple(
                Clause(f"c{place:02}", premises, conclusion) for place, (premises, conclusion) in enumerate(bodies)
            )
            literals = _literals([*atoms, "z"])
            questions = tuple(
                Question(
                    given=tuple(sorted(chance.sample(literals, size))),
                    goal=chance.choice(literals),
                    candidates=tuple(sorted(chance.sample(literals, CANDIDATES))),
                    cap=1 if size == 1 else CAP,
                )
                for size in (0, 1, 1, 2, 2, 3)
            )
            yield Asked(name=f"random {kind} {number}", atoms=(*atoms, "z"), clauses=clauses, questions=questions)


_CLAUSES_PER_ATOM = {"horn": 1.2, "mixed": 1.1, "cases": 2.6}


def _body(chance: random.Random, kind: str, atoms: Sequence[str]) -> tuple[tuple[Literal, ...], Literal | None]:
    """The premises and the conclusion of a clause."""
    if kind == "cases":
        chosen = [Literal(atom, chance.random() < 0.5) for atom in chance.sample(atoms, chance.choice((2, 3, 3)))]
        return tuple(chosen[1:]), chosen[0]
    positive = 1.0 if kind == "horn" else 0.65
    chosen = [
        Literal(chance.choice(atoms), chance.random() < positive)
        for _ in range(chance.choice((1, 2, 2, 2, 2, 3, 3, 4)))
    ]
    if len(chosen) > 1 and chance.random() < 0.1:
        return tuple(chosen), None
    return tuple(chosen[1:]), chosen[0]


def _made_by_hand() -> Iterator[Asked]:
    """Where mistakes would hide."""
    a, b, c, d, goal = (Literal(atom) for atom in "abcdg")
    x = [[Literal(f"{pigeon}-in-{hole}") for hole in (1, 2)] for pigeon in (1, 2, 3)]
    apart = [(one[hole], other[hole]) for hole in (0, 1) for one, other in combinations(x, 2)]
    somewhere = [Clause(f"in-{number}", (one.negated(),), other) for number, (one, other) in enumerate(x)]
    yield _by_hand("nothing", "ab", [], [([], a), ([a], a), ([a, a.negated()], b), ([b], a.negated())])
    yield _by_hand("an impossible nothing", "a", [Clause("never", (), None)], [([], a), ([a], a)])
    yield _by_hand("facts that clash", "ab", [Clause("no", (), a.negated()), Clause("yes", (), a)], [([], b), ([a], b)])
    yield _by_hand(
        "tautologies",
        "abg",
        [Clause("1", (a,), a), Clause("2", (a, a.negated()), goal), Clause("3", (a, a, b, a), goal)],
        [([], a), ([a, b], goal), ([a, a.negated()], goal), ([a, goal.negated()], b)],
    )
    yield _by_hand(
        "three pigeons in two holes",
        [literal.atom for pair in x for literal in pair],
        [*somewhere, *(Clause(f"not-{number}", pair, None) for number, pair in enumerate(apart))],
        [([], x[0][0]), ([x[0][0]], x[1][1])],
    )
    yield _by_hand(
        "two pigeons in two holes",
        [literal.atom for pair in x[:2] for literal in pair],
        [*somewhere[:2], Clause("not-1", (x[0][0], x[1][0]), None), Clause("not-2", (x[0][1], x[1][1]), None)],
        [([], x[0][0]), ([x[0][0]], x[1][1]), ([x[0][0]], x[1][0]), ([x[0][0], x[0][1]], x[1][0])],
    )
    ties = [
        Clause("1", (goal.negated(),), a.negated()),
        Clause("2", (a, b), goal),
        Clause("3", (a,), goal),
        Clause("4", (a,), goal),
        Clause("5", (c, d), a),
    ]
    yield _by_hand("ties", "abcdg", ties, [([a, b], goal), ([goal.negated()], a), ([c, goal.negated()], d), ([], c)])


def _by_hand(
    name: str, atoms: Iterable[str], clauses: list[Clause], asked: list[tuple[list[Literal], Literal]]
) -> Asked:
    candidates = tuple(_literals(sorted(atoms))[:CANDIDATES])
    return Asked(
        name=name,
        atoms=tuple(sorted(atoms)),
        clauses=tuple(clauses),
        questions=tuple(Question(given=tuple(given), goal=goal, candidates=candidates) for given, goal in asked),
    )


def _literals(atoms: Iterable[str]) -> list[Literal]:
    return [Literal(atom, holds) for atom in atoms for holds in (False, True)]


def _written(asked: Asked) -> str:
    table = Table(asked)
    clauses = [
        [clause.name, _texts(clause.premises), None if clause.conclusion is None else str(clause.conclusion)]
        for clause in asked.clauses
    ]
    questions = ",\n  ".join(json.dumps(_answered(asked, table, question)) for question in asked.questions)
    lines = (
        f'{{"name": {json.dumps(asked.name)},',
        f' "atoms": {json.dumps(asked.atoms)},',
        f' "clauses": {json.dumps(clauses)},',
        f' "questions": [\n  {questions}\n ]}}',
    )
    return "\n".join(lines)


def _answered(asked: Asked, table: Table, question: Question) -> dict[str, object]:
    models = table.models(question.given)
    verdict = _verdict(table, models, question.goal)
    follows = [
        literal
        for literal in table.literals
        if models and table.all_true(models, literal) and literal not in question.given
    ]
    sets = _minimal_sets(table, question)
    kept = _weakest_first(table, question.given, sets[: question.cap])
    proved = {Verdict.FOLLOWS: question.goal, Verdict.REFUTED: question.goal.negated(), Verdict.CONTRADICTORY: None}
    answered: dict[str, object] = {
        "given": _texts(question.given),
        "goal": str(question.goal),
        "verdict": verdict,
        "follows": _texts(follows),
        "missing": {
            "candidates": _texts(question.candidates),
            "cap": question.cap,
            "sets": [_texts(members) for members in kept],
            "complete": len(sets) <= question.cap,
        },
        "clauses": _least_costs(asked.clauses, question.given).get(proved[verdict]) if verdict in proved else None,
    }
    if verdict is Verdict.OPEN:
        answered["models"] = _two_models(table, question)
    return answered


def _two_models(table: Table, question: Question) -> list[list[str]]:
    atoms = sorted({literal.atom for literal in table.literals})
    first = table.nearest((*question.given, question.goal.negated()), [Literal(atom, holds=False) for atom in atoms])
    second = table.nearest((*question.given, question.goal), first)
    return [[literal.atom for literal in model if literal.holds] for model in (first, second)]


def _texts(literals: Iterable[Literal]) -> list[str]:
    return [str(literal) for literal in literals]


def _verdict(table: Table, models: int, goal: Literal) -> Verdict:
    if not models:
        return Verdict.CONTRADICTORY
    if table.all_true(models, goal):
        return Verdict.FOLLOWS
    return Verdict.REFUTED if table.all_true(models, goal.negated()) else Verdict.OPEN


_Set = tuple[Literal, ...]


def _minimal_sets(table: Table, question: Question) -> list[_Set]:
    """By size, then by literals."""
    sets: list[_Set] = []
    for size in range(len(question.candidates) + 1):
        for members in combinations(sorted(question.candidates), size):
            models = table.models((*question.given, *members))
            if models and table.all_true(models, question.goal) and not any(set(one) <= set(members) for one in sets):
                sets.append(members)
    return sets


def _weakest_first(table: Table, given: Sequence[Literal], sets: Sequence[_Set]) -> list[_Set]:
    models = {members: table.models((*given, *members)) for members in sets}
    left, ordered = list(sets), list[_Set]()
    while left:
        entailed_by = {one: [other for other in left if not models[one] & ~models[other]] for one in left}
        weakest = next(one for one in left if all(models[one] == models[other] for other in entailed_by[one]))
        left.remove(weakest)
        ordered.append(weakest)
    return ordered


def _least_costs(clauses: Iterable[Clause], given: Sequence[Literal]) -> dict[Literal | None, int]:
    """The clauses in the least derivation of each literal, None being a contradiction, by going to the fixpoint."""
    costs: dict[Literal | None, int] = dict.fromkeys(given, 0)
    if any(literal.negated() in costs for literal in given):
        costs[None] = 0
    changed = True
    while changed:
        changed = False
        for clause in clauses:
            disjunction = clause.literals()
            if any(literal.negated() in disjunction for literal in disjunction):
                continue
            for concluded in (*disjunction, None):
                needed = [literal.negated() for literal in disjunction if literal != concluded]
                if all(literal in costs for literal in needed):
                    cost = 1 + sum(costs[literal] for literal in needed)
                    if cost < costs.get(concluded, cost + 1):
                        costs[concluded], changed = cost, True
    return costs


if __name__ == "__main__":
    main()
