"""Questions in SMT-LIB 2.6: the theory once, then for each question what is put to a solver, and what it must find."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hornbook.logic import Clause, Literal, Theory
from hornbook.provers.comments import commented
from hornbook.provers.problems import Asked, Expected, Problem, Taken, problems_of

_SAID = {
    Taken.GIVEN: "What is given can hold together",
    Taken.WITH: "The goal can hold as well",
    Taken.WITHOUT: "The goal can fail",
}
_FOUND = {Expected.SAT: "yes", Expected.UNSAT: "no", Expected.UNKNOWN: "not settled within our limit of steps"}


def smtlib(
    about: Iterable[str],
    scopes: Sequence[tuple[str, Theory, Sequence[Asked]]],
    atoms: Mapping[str, str],
    clauses: Mapping[str, str],
) -> str:
    """The file: of each scope its words, its theory and the questions to it; `atoms` and `clauses` are sentences.

    Everything that a scope asserts is taken back behind it, so that the next begins with nothing.
    """
    lines = [*commented(";", about), "(set-info :smt-lib-version 2.6)", "(set-logic QF_UF)"]
    mentioned = {atom for _, theory, asked in scopes for atom in (*theory.atoms, *_atoms(asked))}
    for atom in sorted(mentioned):
        lines += [*commented(";", (atoms[atom],)), f"(declare-const {_symbol(atom)} Bool)"]
    for words, theory, asked in scopes:
        lines += ["", *commented(";", (words,)), "(push 1)"]
        for clause in theory.clauses:
            named = f"(assert (! {_clause(clause)} :named |by {clause.name}|))"
            lines += [*commented(";", (clauses[clause.name],)), named]
        lines += [line for one in asked for line in _question(one)]
        lines.append("(pop 1)")
    return "\n".join((*lines, "(exit)", ""))


def _atoms(asked: Iterable[Asked]) -> Iterator[str]:
    return (literal.atom for one in asked for literal in (*one.given, one.goal))


def _question(one: Asked) -> Iterator[str]:
    yield ""
    yield from commented(";", (f"{one.name}: {one.words}: {one.answer.verdict}",))
    for problem in problems_of(one.answer):
        yield from _problem(one, problem)


def _problem(one: Asked, problem: Problem) -> Iterator[str]:
    yield "(push 1)"
    yield from (f"(assert {_literal(literal)})" for literal in one.taken(problem))
    yield from commented(";", (f"{_SAID[problem.taken]}: {_FOUND[problem.expected]}.",))
    yield f"(set-info :status {problem.expected})"
    yield "(check-sat)"
    yield "(pop 1)"


def _clause(clause: Clause) -> str:
    conclusion = "false" if clause.conclusion is None else _literal(clause.conclusion)
    premises = " ".join(map(_literal, clause.premises))
    return f"(=> {premises} {conclusion})" if premises else conclusion


def _literal(literal: Literal) -> str:
    return _symbol(literal.atom) if literal.holds else f"(not {_symbol(literal.atom)})"


def _symbol(atom: str) -> str:
    """The symbol of an atom; alone, one that is called `not` or `true` would be what SMT-LIB calls so."""
    return f"|is {atom}|"
