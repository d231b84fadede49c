"""Small theories, degenerate ones included, and truth tables to judge the engine by."""

import itertools
import random
from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from hornbook.logic import Clause, Literal, Theory

ATOMS = "abcde"


def literals(atoms: Sequence[str] = ATOMS) -> st.SearchStrategy[Literal]:
    return st.builds(Literal, st.sampled_from(atoms), st.booleans())


@st.composite
def clause_lists(draw: st.DrawFn, atoms: Sequence[str] = ATOMS, most: int = 8) -> list[Clause]:
    """Clauses with repeated and contradictory premises, tautologies, facts, impossibilities and duplicates."""
    bodies = draw(
        st.lists(
            st.tuples(st.lists(literals(atoms), max_size=3), st.none() | literals(atoms)),
            max_size=most,
        )
    )
    again = draw(st.lists(st.sampled_from(bodies), max_size=2)) if bodies else []
    names = draw(st.permutations([f"c{number}" for number in range(len(bodies) + len(again))]))
    return [
        Clause(name, tuple(premises), conclusion)
        for name, (premises, conclusion) in zip(names, bodies + again, strict=True)
    ]


@st.composite
def theories(draw: st.DrawFn, atoms: Sequence[str] = ATOMS, most: int = 8) -> Theory:
    return Theory(tuple(draw(clause_lists(atoms, most))), draw(st.frozensets(st.sampled_from(atoms))))


def horn_clauses(atoms: Sequence[str] = ATOMS) -> st.SearchStrategy[tuple[Clause, ...]]:
    """Facts, impossibilities, repeated premises and tautologies among them."""
    positive = st.builds(Literal, st.sampled_from(atoms))
    bodies = st.tuples(st.lists(positive, max_size=3), st.none() | literals(atoms))
    return st.lists(bodies, max_size=14).map(
        lambda found: tuple(Clause(f"c{place:02}", tuple(body), head) for place, (body, head) in enumerate(found))
    )


@st.composite
def disjunctive_theories(draw: st.DrawFn, atoms: Sequence[str] = ATOMS) -> Theory:
    """Clauses of two or three different atoms, so many that cases have to be told apart."""
    bodies = draw(
        st.lists(
            st.lists(literals(atoms), min_size=2, max_size=3, unique_by=lambda literal: literal.atom),
            min_size=3,
            max_size=14,
        )
    )
    return Theory(tuple(Clause(f"c{number}", tuple(body[1:]), body[0]) for number, body in enumerate(bodies)))


def random_theory(seed: int, *, atoms: int, clauses: int, horn: bool, widths: Sequence[int]) -> Theory:
    """A theory too large for truth tables; on Horn theories every premise and most conclusions are positive."""
    chance = random.Random(seed)
    names = [f"x{number:03}" for number in range(atoms)]
    made = []
    for number in range(clauses):
        chosen = chance.sample(names, chance.choice(widths))
        signs = [horn or chance.random() < 0.5 for _ in chosen]
        premises = tuple(Literal(atom, holds) for atom, holds in zip(chosen[1:], signs[1:], strict=True))
        conclusion = Literal(chosen[0], signs[0])
        impossible = horn and chance.random() < 0.1
        made.append(Clause(f"c{number:03}", premises, None if impossible else conclusion))
    return Theory(tuple(made), frozenset(names))


def pigeonhole(pigeons: int, holes: int) -> Theory:
    """Each pigeon is in a hole, and no two of them in one."""
    places = [[Literal(f"{pigeon}-{hole}") for hole in range(holes)] for pigeon in range(pigeons)]
    clauses = [
        Clause(f"in-{pigeon}", tuple(one.negated() for one in places[pigeon][1:]), places[pigeon][0])
        for pigeon in range(pigeons)
    ]
    clauses += [
        Clause(f"apart-{hole}-{one}-{other}", (places[one][hole], places[other][hole]), None)
        for hole in range(holes)
        for one in range(pigeons)
        for other in range(one)
    ]
    return Theory(tuple(clauses))


def assignments(atoms: Iterable[str]) -> list[dict[str, bool]]:
    names = sorted(set(atoms))
    return [dict(zip(names, values, strict=True)) for values in itertools.product([False, True], repeat=len(names))]


def true_in(model: dict[str, bool], literal: Literal) -> bool:
    return model[literal.atom] == literal.holds


def satisfies(model: dict[str, bool], clauses: Iterable[Clause]) -> bool:
    """Read each clause as the implication that it is, not as the engine's disjunction."""
    return all(
        clause.conclusion is not None and true_in(model, clause.conclusion)
        for clause in clauses
        if all(true_in(model, premise) for premise in clause.premises)
    )


def models_of(theory: Theory, given: Iterable[Literal] = (), others: Iterable[Literal] = ()) -> list[dict[str, bool]]:
    """Every assignment to the atoms of the theory, the given and the other literals that satisfies it all."""
    given = list(given)
    atoms = theory.atoms | {literal.atom for literal in [*given, *others]}
    return [
        model
        for model in assignments(atoms)
        if satisfies(model, theory.clauses) and all(true_in(model, literal) for literal in given)
    ]


def entailed(models: list[dict[str, bool]], literal: Literal) -> bool:
    return all(true_in(model, literal) for model in models)
