"""Questions to a theory: what the clauses say of a goal once some literals are taken as given."""

from collections.abc import Iterable, Sequence

from hornbook.logic.models import Models
from hornbook.logic.proofs import prove
from hornbook.logic.theory import Index, Theory
from hornbook.logic.values import Answer, Literal, Model, Proof, Verdict


def ask(theory: Theory, given: Iterable[Literal], goal: Literal, prefer: Sequence[Literal] = ()) -> Answer:
    """Answer whether the goal follows from the clauses and what is given, with a certificate.

    The verdict is the first of these that applies: contradictory (the given cannot hold with the clauses),
    follows, refuted (the negation follows), open. The proof is the cheapest there is by unit propagation, else
    one by cases. The two models of an open question are the first ones in this order: the literals of `prefer`
    hold, each where it still can, then every other atom fails where it still can, in the order of the ids.

    Atoms that the theory does not have are unconstrained; those of `prefer` that neither the theory nor the
    question has are left out. On Horn clauses the verdict takes time linear in the size of the clauses.
    """
    literals = sorted(set(given))
    theory = theory.about([*literals, goal])
    index, models = theory.index, Models(theory.index)
    known, wanted = index.numbers(literals), index.number(goal)
    if not models.exist(known):
        return Answer(Verdict.CONTRADICTORY, prove(index, known, None))
    if not models.exist([*known, wanted ^ 1]):
        return Answer(Verdict.FOLLOWS, prove(index, known, wanted))
    if not models.exist([*known, wanted]):
        return Answer(Verdict.REFUTED, prove(index, known, wanted ^ 1))
    preferred = [index.number(literal) for literal in prefer if literal.atom in theory.atoms]
    return Answer(
        Verdict.OPEN,
        model_with=_assignment(index, models.first([*known, wanted], preferred)),
        model_without=_assignment(index, models.first([*known, wanted ^ 1], preferred)),
    )


def contradiction(theory: Theory, given: Iterable[Literal] = ()) -> Proof | None:
    """The proof that the given literals cannot hold together with the clauses; None where they can."""
    literals = sorted(set(given))
    theory = theory.about(literals)
    known = theory.index.numbers(literals)
    return None if Models(theory.index).exist(known) else prove(theory.index, known, None)


def _assignment(index: Index, model: frozenset[int] | None) -> Model:
    assert model is not None
    return {atom: 2 * position + 1 in model for position, atom in enumerate(index.atoms)}
