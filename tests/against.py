"""The engines against others: random theories, put to ours and to judges that share nothing with it.

`python -m tests.against` asks 100,000 theories of truth tables, or of CaDiCaL where they are too large for tables, and
every fiftieth also of the browser's engine, a checker of LRAT, z3, and of what `diff` rests on; then it damages 100,000
certificates. The same seed asks the same. `--theories`, `--damaged` and `--seed` change how much.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

from hornbook.logic import Clause, Literal, Proof, Theory, Verdict, ask, consequences, contradiction, difference, verify
from hornbook.reasoning.presuppositions import presupposed
from tests.logic.test_certificates import damaged
from tests.logic.test_difference import entails, shadow
from tests.logic.test_entailment import verdict_by_solver
from tests.provers.made_questions import put
from tests.provers.test_lrat import holds_up
from tests.provers.test_smtlib import answered, file_of, statuses
from tests.reasoning.test_vectors_presupposed import no_reasoning, setting_of
from tests.scripts.logic_script import Script, opened
from tests.scripts.test_logic_js import held
from tests.vectors.reading import Asked
from tools.truth_tables import Table, two_models, verdict_of
from tools.vectors import presupposed_of

THEORIES, DAMAGED, EVERY = 100_000, 100_000, 50
_TABLED = 9
"""Truth tables judge theories of so many atoms at most."""
_SHARES = 100


class DisagreementError(AssertionError):
    """Ours and another do not say the same."""


def theory_of(chance: random.Random) -> Theory:
    """A theory of any size and density, with all that glossaries have: see the functions below."""
    atoms = [f"a{number:02}" for number in range(chance.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 30)))]
    positive, dense = chance.choice((1.0, 0.9, 0.5)), chance.uniform(0, 3)
    bodies = list[tuple[tuple[Literal, ...], Literal | None]]()
    while len(bodies) < dense * len(atoms):
        bodies += chance.choices((_implication, _definition, _choice), (8, 1, 1))[0](chance, atoms, positive)
    bodies += chance.sample(bodies, min(len(bodies), chance.choice((0, 0, 1))))  # the same under two names
    return Theory(
        tuple(Clause(f"c{number:03}", premises, conclusion) for number, (premises, conclusion) in enumerate(bodies)),
        frozenset(atoms),
    )


_Body = tuple[tuple[Literal, ...], Literal | None]


def _literals(chance: random.Random, atoms: Sequence[str], positive: float, most: int = 4) -> tuple[Literal, ...]:
    """Some that may repeat or contradict one another."""
    return tuple(Literal(chance.choice(atoms), chance.random() < positive) for _ in range(chance.randint(0, most)))


def _implication(chance: random.Random, atoms: Sequence[str], positive: float) -> list[_Body]:
    """Premises and a conclusion, which may be among them; or nothing but that they are impossible together."""
    premises = _literals(chance, atoms, positive)
    impossible = chance.random() < 0.1
    return [(premises, None if impossible else Literal(chance.choice(atoms), chance.random() < positive))]


def _definition(chance: random.Random, atoms: Sequence[str], positive: float) -> list[_Body]:
    """An implication with its converse, under what it assumes."""
    premises, assumed = _literals(chance, atoms, positive, 3), _literals(chance, atoms, positive, 1)
    conclusion = Literal(chance.choice(atoms), chance.random() < positive)
    return [((*premises, *assumed), conclusion), *(((conclusion, *assumed), one) for one in premises)]


def _choice(chance: random.Random, atoms: Sequence[str], positive: float) -> list[_Body]:
    """At most one of some; perhaps at least one as well."""
    among = [Literal(atom) for atom in chance.sample(atoms, min(len(atoms), chance.randint(2, 4)))]
    most: list[_Body] = [((one, other), None) for place, one in enumerate(among) for other in among[:place]]
    return most + ([(tuple(one.negated() for one in among[1:]), among[0])] if chance.random() > positive / 2 else [])


def question_of(chance: random.Random, theory: Theory) -> tuple[list[Literal], Literal]:
    """What is given and asked, also of an atom that the theory does not have."""
    atoms = (*sorted(theory.atoms), "z")
    return list(_literals(chance, atoms, 0.7, 3)), Literal(chance.choice(atoms), chance.random() < 0.7)


def judged(theory: Theory, given: Sequence[Literal], goal: Literal) -> Verdict:
    """The verdict of truth tables, or of CaDiCaL."""
    atoms = sorted({*theory.atoms, goal.atom, *(one.atom for one in given)})
    if len(atoms) <= _TABLED:
        return verdict_of(Table(atoms, theory.clauses), given, goal)
    return verdict_by_solver(theory.about([*given, goal]), list(given), goal)


def _followed(theory: Theory, given: Sequence[Literal]) -> None:
    """All that follows from what is given, and not without it, is what the truth table says."""
    table = Table(sorted({*theory.atoms, *(one.atom for one in given)}), theory.clauses)
    rows, anyway = table.models(given), table.models(())
    following = [
        one for one in table.literals if rows and table.all_true(rows, one) and not table.all_true(anyway, one)
    ]
    ours = consequences(theory, given, alternatives=False).literals
    _same(list(ours), [one for one in following if one not in given], (theory, given))


def agreed(theory: Theory, given: Sequence[Literal], goal: Literal) -> Verdict:
    """The verdict on which ours and the judge agree; our certificate is accepted, and serves no other verdict."""
    answer, expected = ask(theory, given, goal), judged(theory, given, goal)
    flaw = verify(theory.clauses, given, goal, answer)
    _same(answer.verdict, expected, (theory, given, goal))
    _same(flaw, None, (theory, given, goal))
    _same(contradiction(theory, given) is None, expected is not Verdict.CONTRADICTORY, (theory, given))
    if len(theory.atoms) < _TABLED:
        _followed(theory, given)
    for other in set(Verdict) - {expected}:
        _refused(verify(theory.clauses, given, goal, replace(answer, verdict=other)), (other, theory, given, goal))
    return expected


def agreed_by_all(chance: random.Random, script: Script, theory: Theory, given: list[Literal], goal: Literal) -> None:
    """The browser's engine, LRAT, SMT-LIB and `difference` say the same too."""
    other = theory_of(chance)
    expected = judged(theory, given, goal)
    verdict, proof, models = script.ask_all(theory, given, goal)
    _same(verdict, expected, (theory, given, goal))
    answer = ask(theory, given, goal)
    if proof is not None:
        _same(verify(theory.clauses, given, goal, replace(answer, proof=proof)), None, (theory, given, goal))
    if models is not None:
        _same(models, held(answer), (theory, given, goal))
        atoms = sorted({*theory.atoms, goal.atom, *(one.atom for one in given)})
        if len(atoms) <= _TABLED:
            rows = two_models(Table(atoms, theory.clauses), given, goal)
            _same([sorted(model) for model in models], rows, (theory, given, goal))
    asked = put(theory, given, goal)
    holds_up(asked)
    text = file_of(asked)
    _same(answered(text), statuses(text), (theory, given, goal))
    if len(theory.atoms) < _TABLED:
        _presupposed(chance, script, theory, given, goal)
    if max(len(theory.atoms), len(other.atoms)) <= 5:
        _compared(theory, other)


def _presupposed(chance: random.Random, script: Script, theory: Theory, given: list[Literal], goal: Literal) -> None:
    """Both engines and the truth tables agree on what a question presupposes, and how that stands."""
    atoms = sorted(theory.atoms)
    presupposes = {
        atom: [Literal(chance.choice(atoms), chance.random() < 0.7) for _ in range(chance.randint(1, 2))]
        for atom in chance.sample(atoms, min(3, len(atoms)))
    }
    asked = Asked(name="asked", theory=theory, presupposes=presupposes, questions=[])
    told = presupposed_of(presupposes, Table(sorted({*atoms, "z"}), theory.clauses), given, goal)
    expected = ([], "granted") if told is None else (told["literals"], told["standing"])
    ours = presupposed(no_reasoning(), setting_of(asked), given, goal)
    theirs = script.presupposed(theory, presupposes, given, goal)
    _same((list(map(str, ours.literals)), str(ours.standing)), expected, (asked, presupposes))
    _same((list(map(str, theirs.literals)), str(theirs.standing)), expected, (asked, presupposes))


def _compared(theory: Theory, other: Theory) -> None:
    atoms = theory.atoms & other.atoms
    found = difference(theory, other, atoms).difference
    _same(found is None, shadow(theory, atoms) == shadow(other, atoms), (theory, other))
    if found is not None:
        _same(sorted((entails(theory, found.clause), entails(other, found.clause))), [False, True], (theory, other))


def all_refused(chance: random.Random, theory: Theory, given: Sequence[Literal], goal: Literal) -> int:
    """How many ways to damage the certificate of an answer were tried; each is refused."""
    answer = ask(theory, given, goal)
    ways = [] if answer.proof is None else [*damaged(answer.proof.steps)]
    for name, steps in chance.sample(ways, min(len(ways), 40)):
        flaw = verify(theory.clauses, given, goal, replace(answer, proof=Proof(tuple(steps))))
        _refused(flaw, (name, theory, given, goal))
    return min(len(ways), 40)


def _same(ours: object, theirs: object, asked: object) -> None:
    if ours != theirs:
        raise DisagreementError(f"{ours} against {theirs}: {asked}")


def _refused(flaw: str | None, asked: object) -> None:
    if flaw is None:
        raise DisagreementError(f"accepted: {asked}")


def tried(seed: int, theories: int, damages: int, every: int = EVERY) -> Counter[str]:
    """Put so many theories to all judges; what came up, and how often."""
    chance, came = random.Random(seed), Counter[str]()
    with opened() as script:
        for number in range(theories):
            theory = theory_of(chance)
            given, goal = question_of(chance, theory)
            came[str(agreed(theory, given, goal))] += 1
            if number % every == 0:
                agreed_by_all(chance, script, theory, given, goal)
                came["by all engines"] += 1
    while came["damaged"] < damages:
        theory = theory_of(chance)
        came["damaged"] += all_refused(chance, theory, *question_of(chance, theory))
    return came


def main() -> int:
    """Try it all, on every core."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theories", type=int, default=THEORIES)
    parser.add_argument("--damaged", type=int, default=DAMAGED)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    came = Counter[str]()
    for found in _shared(chosen.seed, chosen.theories // _SHARES, chosen.damaged // _SHARES):
        came += found
    print(", ".join(f"{name}: {count:,}" for name, count in sorted(came.items())))
    return 0


def _shared(seed: int, theories: int, damages: int) -> Iterator[Counter[str]]:
    with ProcessPoolExecutor() as pool:
        seeds: Iterable[int] = range(seed * _SHARES, (seed + 1) * _SHARES)
        yield from pool.map(tried, seeds, [theories] * _SHARES, [damages] * _SHARES)


if __name__ == "__main__":
    sys.exit(main())
