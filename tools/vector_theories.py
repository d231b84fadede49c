"""The theories of `tests/vectors/vectors.json` and the questions to them.

Those of `tests/sample`, made at random, the same ones each time, and made by hand. None is of this site's own content:
a new term must never break a test, nor make a file of the tests stale. Tests put the claims of that content to both
engines as they are.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from hornbook.load import load
from hornbook.logic import Clause, Literal
from hornbook.model import Claim
from hornbook.model.contents import every_claim
from hornbook.reasoning.scopes import Setting, primitives, reason_about

SAMPLE = Path(__file__).resolve().parent.parent / "tests" / "sample"

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
    presupposes: Mapping[str, tuple[Literal, ...]] = field(default_factory=dict)
    """Under what an atom applies."""


def all_asked() -> list[Asked]:
    """Every theory with its questions."""
    return [*_of_project(SAMPLE), *_made_at_random(), *_made_by_hand(), *_with_presuppositions()]


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
        yield _asked(f"{root.name}: {scope}", setting, questions)


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
            yield Asked(
                name=f"random {kind} {number}",
                atoms=(*atoms, "z"),
                clauses=clauses,
                questions=questions,
                presupposes=_presupposed(random.Random(f"{kind} {number} presupposes"), atoms),  # noqa: S311
            )


_CLAUSES_PER_ATOM = {"horn": 1.2, "mixed": 1.1, "cases": 2.6}


def _presupposed(chance: random.Random, atoms: Sequence[str]) -> Mapping[str, tuple[Literal, ...]]:
    """Of some atoms, under what they apply: chains and circles come about too."""
    return {
        atom: tuple(
            sorted(chance.sample(_literals(other for other in atoms if other != atom), chance.choice((1, 1, 2))))
        )
        for atom in sorted(chance.sample(atoms, 2))
    }


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
    k = Literal("k")
    chained = [
        Clause("1", (a,), b),
        Clause("2", (b, k), goal),
        Clause("3", (c,), a),
        Clause("4", (a,), c),
        Clause("5", (goal.negated(), b), k.negated()),
    ]
    chains: list[tuple[list[Literal], Literal]] = [
        ([k], goal),
        ([], goal),
        ([b], goal),
        ([goal.negated()], k.negated()),
    ]
    yield _by_hand("chains", "abcgk", chained, chains)
    yield _by_hand("ties", "abcdg", ties, [([a, b], goal), ([goal.negated()], a), ([c, goal.negated()], d), ([], c)])


def _with_presuppositions() -> Iterator[Asked]:
    """Words that apply under conditions, in each way in which these can stand to what is given."""
    rain, wet, mud, frost = (Literal(atom) for atom in ("rain", "wet", "mud", "frost"))
    literals = _literals(["deep", "frost", "mud", "rain", "slide", "wet"])
    yield Asked(
        name="weather",
        atoms=("deep", "frost", "mud", "rain", "slide", "wet"),
        clauses=(
            Clause("deep-mud", (Literal("deep"), rain), mud),
            Clause("frost-dries", (frost, rain.negated()), wet.negated()),
            Clause("rain-wets", (rain,), wet),
        ),
        questions=tuple(
            Question(given=given, goal=goal, candidates=tuple(literals[1:8]))
            for given in ((), *((one,) for one in literals), (rain.negated(), mud), (rain.negated(), frost))
            for goal in (mud, frost.negated(), Literal("deep"), Literal("slide"))
        ),
        presupposes={"deep": (frost.negated(), mud), "mud": (wet,), "slide": (frost, wet)},
    )


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
