"""Clauses in DIMACS CNF, which every SAT solver reads. Comments stand above all clauses, since some read none below."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from hornbook.provers.cnf import Cnf
from hornbook.provers.comments import commented

_LONGEST = 240
"""Letters in one comment: `lrat-check` of drat-trim takes lines of at most 1,023 bytes, and a letter may have four."""


def dimacs(
    cnf: Cnf,
    about: Iterable[str],
    atoms: Mapping[str, str],
    clauses: Mapping[str, str],
    model: Mapping[str, bool] | None,
) -> str:
    """The file: what it is `about`, what each variable and clause says, an assignment if there is one, the clauses.

    `atoms` and `clauses` are sentences, by id and by name.
    """
    head = (*about, *_variables(cnf, atoms), *_clauses(cnf, clauses), *_assignment(cnf, model))
    counts = f"p cnf {len(cnf.atoms)} {len(cnf.clauses)}"
    lines = (" ".join(map(str, (*clause, 0))) for clause in cnf.clauses)
    return "\n".join((*commented("c", (part for line in head for part in _parts(line))), counts, *lines, ""))


def _variables(cnf: Cnf, atoms: Mapping[str, str]) -> Iterator[str]:
    return (f"variable {number} is {atom}: {atoms[atom]}" for number, atom in enumerate(cnf.atoms, 1))


def _clauses(cnf: Cnf, clauses: Mapping[str, str]) -> Iterator[str]:
    said = (*(f"{name}: {clauses[name]}" for name in cnf.names), *(f"taken: {literal}" for literal in cnf.taken))
    return (f"clause {number} is {words}" for number, words in enumerate(said, 1))


def _assignment(cnf: Cnf, model: Mapping[str, bool] | None) -> Iterator[str]:
    """An assignment that satisfies the clauses; an atom that it does not have may be either, and is said to fail."""
    if model is not None:
        values = (str(number if model.get(atom) else -number) for atom, number in cnf.numbers.items())
        yield f"assignment: {' '.join((*values, '0'))}"


def _parts(line: str) -> list[str]:
    """A comment in pieces that every reader takes."""
    return textwrap.wrap(" ".join(line.split()), _LONGEST, break_on_hyphens=False)
