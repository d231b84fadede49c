"""A checker of LRAT proofs that shares nothing with the builder: it reads two texts, and trusts neither.

A line adds a clause that must follow by unit propagation: suppose that all its literals fail; then each hint must leave
exactly one literal, which is then true, but the last, which must leave none. Lines that begin `ID d` forget clauses.
The proof is one where the empty clause is added. Resolution asymmetric tautologies are refused: ours need none.
"""


class Refused(Exception):  # noqa: N818 - it is no error of the program
    """The proof proves nothing, and why."""


def check(cnf: str, proof: str) -> None:
    """Accept a proof that the clauses of a DIMACS text cannot be satisfied, or say why it is none."""
    clauses = clauses_of(cnf)
    last = len(clauses)
    for line in proof.splitlines():
        words = line.split()
        if not words or words[0] == "c":
            continue
        if words[1:2] == ["d"]:
            _forget(clauses, _numbers(words[2:]))
            continue
        number, *rest = _numbers(words)
        if rest.count(0) != 2 or rest[-1] != 0:
            raise Refused(f"line {line!r} has not the two ends that it needs")
        if number <= last:
            raise Refused(f"clause {number} does not come after {last}")
        middle = rest.index(0)
        clause, hints = rest[:middle], rest[middle + 1 : -1]
        _follows(clauses, clause, hints)
        clauses[number], last = clause, number
        if not clause:
            return
    raise Refused("the empty clause is not added")


def clauses_of(cnf: str) -> dict[int, list[int]]:
    """The clauses of a DIMACS text by number, from 1."""
    lines = [line for line in cnf.splitlines() if line and not line.startswith("c")]
    kind, form, atoms, count = lines[0].split()
    numbers = _numbers(" ".join(lines[1:]).split())
    found: list[list[int]] = [[]]
    for number in numbers:
        if abs(number) > int(atoms):
            raise Refused(f"{number} is no literal of {atoms} variables")
        if number:
            found[-1].append(number)
        else:
            found.append([])
    if (kind, form) != ("p", "cnf") or found.pop() or len(found) != int(count):
        raise Refused("the clauses are not those that the head announces")
    return dict(enumerate(found, 1))


def _follows(clauses: dict[int, list[int]], clause: list[int], hints: list[int]) -> None:
    true = {-literal for literal in clause}
    for place, hint in enumerate(hints, 1):
        if hint not in clauses:
            raise Refused(f"{hint} is no clause that there is")
        left = {literal for literal in clauses[hint] if -literal not in true}
        if not left and place == len(hints):
            return
        if len(left) != 1 or left <= true:
            raise Refused(f"clause {hint} leaves {sorted(left)}, not one literal")
        true |= left
    raise Refused("the hints end without a contradiction")


def _forget(clauses: dict[int, list[int]], numbers: list[int]) -> None:
    for number in numbers[:-1]:
        if clauses.pop(number, None) is None:
            raise Refused(f"{number} is no clause that there is")


def _numbers(words: list[str]) -> list[int]:
    try:
        return [int(word) for word in words]
    except ValueError as wrong:
        raise Refused(str(wrong)) from None
