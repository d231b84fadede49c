"""Questions to small theories, as they are written for provers, and what truth tables say of them."""

from hypothesis import strategies as st

from hornbook.logic import Clause, Literal, Theory, ask
from hornbook.provers import Asked
from tests.logic.theories import ATOMS, disjunctive_theories, literals, pigeonhole, theories

Put = tuple[Theory, Asked]
"""A theory, and a question that was put to it."""


def put(theory: Theory, given: list[Literal], goal: Literal) -> Put:
    """A question with its answer, about atoms that the theory may not have."""
    known = tuple(sorted(set(given)))
    return theory, Asked(name="asked", words="Is it so", given=known, goal=goal, answer=ask(theory, known, goal))


@st.composite
def questions(draw: st.DrawFn) -> Put:
    """Questions whose proofs use clauses both ways, cases, lemmas, and what is given both ways."""
    theory = draw(st.one_of(theories(), disjunctive_theories()))
    return put(theory, draw(st.lists(literals((*ATOMS, "z")), max_size=3)), draw(literals((*ATOMS, "z"))))


def hard(pigeons: int = 4) -> list[Put]:
    """Questions that take cases, and lemmas: pigeons and a hole too few, also where a switch is on; and others."""
    holes = pigeonhole(pigeons, pigeons - 1)
    switched = Theory(tuple(Clause(c.name, (*c.premises, Literal("on")), c.conclusion) for c in holes.clauses))
    either = Theory(
        (
            Clause("one", (Literal("a", holds=False),), Literal("b")),
            Clause("two", (Literal("a"),), Literal("c")),
            Clause("three", (Literal("b"),), Literal("c")),
            Clause("four", (Literal("c"), Literal("d", holds=False)), Literal("d")),
        )
    )
    return [
        put(holes, [], Literal("0-0")),
        put(switched, [], Literal("on", holds=False)),
        put(switched, [Literal("on")], Literal("0-0")),
        put(either, [], Literal("d")),
        put(either, [], Literal("c", holds=False)),
    ]


def words(theory: Theory, asked: Asked) -> tuple[dict[str, str], dict[str, str]]:
    """Sentences for its atoms and clauses."""
    atoms = theory.atoms | {literal.atom for literal in (*asked.given, asked.goal)}
    return {atom: f"{atom} is so" for atom in atoms}, {one.name: f"because of {one.name}" for one in theory.clauses}
