"""A reader of the part of Lean 4 that the builder writes, which checks each proof against its theorem.

It is no substitute for Lean, which tests run where it is found; it shares nothing with the builder. Types are atoms,
`False` and pairs (from, to); `¬a` is what Lean unfolds it to, `a → False`.
"""

import re
from dataclasses import dataclass
from typing import Any

Type = Any
"""The id of an atom or `False`, as text, or a pair."""
Term = Any
"""A name, as text, or a tuple: a function and its arguments, or `fun`, a name and a term."""

_TOKEN = re.compile(r"«[^»\n]*»|--[^\n]*|[A-Za-z.]+|:=|=>|[():→¬]")
_FALSE = "False"
_KNOWN = {"theorem", "Prop", "by", "have", "exact", "fun", "False", "Or.elim", "Classical.em", "False.elim"}
_WORDS = _KNOWN | {"Classical.byContradiction", ":=", "=>", "(", ")", ":", "→", "¬"}


class Refused(Exception):  # noqa: N818 - it is no error of the program
    """The text is no theorem with its proof, and why."""


@dataclass
class Theorem:
    """What a theorem says: its atoms, its hypotheses by name, and what it proves."""

    name: str
    atoms: list[str]
    hypotheses: dict[str, Type]
    proves: Type


def theorems_of(text: str) -> list[Theorem]:
    """The theorems of a file, each once its proof was checked."""
    body = text.partition("\ntheorem ")
    head = [line for line in body[0].splitlines() if line.strip() and not line.startswith("--")]
    if head != ["set_option linter.unusedVariables false"]:
        raise Refused(f"the file begins with {head}")
    tokens = [one for one in _TOKEN.findall(body[1] + body[2]) if not one.startswith("--")]
    left = re.sub(r"\s", "", _TOKEN.sub("", body[1] + body[2]))
    if left or any(one not in _WORDS and not one.startswith("«") for one in tokens):
        raise Refused(f"what is this? {left or set(tokens) - _WORDS}")
    reader = _Reader(tokens)
    found = []
    while reader.tokens:
        found.append(reader.theorem())
    return found


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens[::-1]

    def next(self) -> str:
        return self.tokens[-1] if self.tokens else ""

    def take(self, *expected: str) -> str:
        token = self.tokens.pop() if self.tokens else ""
        if expected and token not in expected:
            raise Refused(f"{token!r} stands where {expected} should")
        return token

    def theorem(self) -> Theorem:
        self.take("theorem")
        name, atoms, known = self.take(), list[str](), dict[str, Type]()
        while self.next() == "(":
            self.take()
            names = [self.take()]
            while self.next() != ":":
                names.append(self.take())
            self.take(":")
            if set(names) & {*atoms, *known}:
                raise Refused(f"{names} are called as something else is")
            if self.next() == "Prop":
                self.take()
                atoms += names
            else:
                known |= dict.fromkeys(names, self.type(atoms))
            self.take(")")
        self.take(":")
        proves = self.type(atoms)
        self.take(":=")
        self.take("by")
        hypotheses = dict(known)
        while self.take("have", "exact") == "have":
            step = self.take()
            self.take(":")
            said = self.type(atoms)
            self.take(":=")
            _check(self.term(), said, known, atoms)
            known[step] = said
        _check(self.term(), proves, known, atoms)
        return Theorem(name, atoms, hypotheses, proves)

    def type(self, atoms: list[str]) -> Type:
        negated = self.next() == "¬"
        if negated:
            self.take()
        found: Type = self.take(_FALSE, *atoms)
        found = (found, _FALSE) if negated else found
        if self.next() != "→":
            return found
        self.take()
        return (found, self.type(atoms))

    def term(self) -> Term:
        if self.next() == "fun":
            self.take()
            name = self.take()
            self.take("=>")
            return ("fun", name, self.term())
        parts: list[Term] = []
        while self.next() == "(" or self.next().startswith("«") or "." in self.next():
            token = self.take()
            if token == "(":
                parts.append(self.term())
                self.take(")")
            else:
                parts.append(token)
        if not parts:
            raise Refused("a term is missing")
        return parts[0] if len(parts) == 1 else tuple(parts)


def _check(term: Term, expected: Type, known: dict[str, Type], atoms: list[str]) -> None:
    """Refuse a term that is no proof of what is expected."""
    match term:
        case ("fun", name, body):
            if isinstance(expected, str):
                raise Refused(f"a function is no proof of {expected}")
            _check(body, expected[1], {**known, name: expected[0]}, atoms)
        case ("Or.elim", ("Classical.em", atom), one, other):
            if atom not in atoms:
                raise Refused(f"{atom} is no atom")
            _check(one, (atom, expected), known, atoms)
            _check(other, ((atom, _FALSE), expected), known, atoms)
        case ("False.elim", wasted):
            _check(wasted, _FALSE, known, atoms)
        case ("Classical.byContradiction", denied):
            _check(denied, ((expected, _FALSE), _FALSE), known, atoms)
        case _:
            found = _proved(term, known, atoms)
            if found != expected:
                raise Refused(f"{term} proves {found}, not {expected}")


def _proved(term: Term, known: dict[str, Type], atoms: list[str]) -> Type:
    """What a name, or a function with its arguments, proves."""
    head, *arguments = (term,) if isinstance(term, str) else term
    if not isinstance(head, str):
        found = _proved(head, known, atoms)
    elif head in known:
        found = known[head]
    else:
        raise Refused(f"{head} is nothing that is known")
    for argument in arguments:
        if isinstance(found, str):
            raise Refused(f"{head} takes no more than it has")
        _check(argument, found[0], known, atoms)
        found = found[1]
    return found
