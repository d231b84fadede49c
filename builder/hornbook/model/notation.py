"""The notation of claims, `A + not B => C assuming D in ID : verdict`, and of searches, `A + not B ?`.

    claim   = [literals] "=>" literal ["assuming" literals] ["in" id] [":" verdict]
    formula = literals ["in" id] "?"
    literals = literal {"+" literal}
    literal  = ["not"] id

This is the only form that files hold, and that `str` gives of what was parsed; `model.tolerant` brings what people type
into it. Parsed by recursive descent, one function per line of the grammar. An id is checked for its form only; whether
anything has that id is asked later.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from hornbook.logic import Literal, Verdict

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_ID = 64
KEYWORDS = frozenset({"not", "assuming", "in", "impossible"})
"""Words of the notation and of YAML literals; no atom may have one of them as its id."""

_TOKEN = re.compile(r"=>|[+:?]|[^\s+:=?]+|=")
_ID = re.compile(ID_PATTERN)
_BETWEEN = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """The id nearest to a text; empty if nothing of it can stay."""
    return _BETWEEN.sub("-", text[: 4 * LONGEST_ID].casefold())[:LONGEST_ID].strip("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedClaim:
    """A claim as it was written; offsets count characters from the beginning of the text."""

    premises: tuple[Literal, ...]
    assuming: tuple[Literal, ...]
    goal: Literal
    verdict: Verdict
    """`follows` where none is written."""
    scope: str | None
    """The framework or view after `in`."""
    offsets: tuple[int, ...]
    """Where the id of each literal begins: the premises', then the goal's, then the conditions', as written."""
    scope_offset: int | None
    verdict_offset: int | None

    @property
    def literals(self) -> tuple[Literal, ...]:
        """All literals in the order in which they are written, as in `offsets`."""
        return (*self.premises, self.goal, *self.assuming)

    def __str__(self) -> str:
        """The claim as it is written: one space between words, the verdict only where one was given."""
        conditions = f" assuming {_row(self.assuming)}" if self.assuming else ""
        scope = f" in {self.scope}" if self.scope else ""
        verdict = f" : {self.verdict}" if self.verdict_offset is not None else ""
        return f"{_row(self.premises)} => {self.goal}{conditions}{scope}{verdict}".strip()


@dataclass(frozen=True, slots=True)
class NotationProblem:
    """Why a text is no claim: the offset of the first character that does not fit, and what to write instead."""

    offset: int
    message: str
    hint: str


def parse_claim(text: str) -> ParsedClaim | NotationProblem:
    """Read a claim; white space, line breaks included, may stand between any two words."""
    try:
        return _claim(_Words(text))
    except _UnreadableError as error:
        return error.problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFormula:
    """A conjunction of literals that is looked for; offsets count characters from the beginning of the text."""

    literals: tuple[Literal, ...]
    scope: str | None
    """The framework or view after `in`."""
    offsets: tuple[int, ...]
    """Where the id of each literal begins."""

    def __str__(self) -> str:
        """The search as it is written, with one space between words."""
        return f"{_row(self.literals)}{f' in {self.scope}' if self.scope else ''} ?"


def parse_formula(text: str) -> ParsedFormula | NotationProblem:
    """Read `A + not B [in ID] ?`, which asks for all situations of that kind."""
    try:
        return _formula(_Words(text))
    except _UnreadableError as error:
        return error.problem


@lru_cache(maxsize=4096)  # the same few literals stand in thousands of places, and each is looked at several times
def parse_literal(text: str) -> Literal | NotationProblem:
    """Read a single literal, `id` or `not id`, such as a goal in YAML."""
    words = _Words(text)
    try:
        literal, _ = _literal(words)
        words.expect_end()
    except _UnreadableError as error:
        return error.problem
    return literal


class _UnreadableError(Exception):
    def __init__(self, offset: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = NotationProblem(offset, message, hint)


class _Words:
    """The words and signs of a text, read one after the other."""

    def __init__(self, text: str) -> None:
        self._words = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
        self._end = len(text.rstrip())
        self._next = 0

    def peek(self) -> str:
        return self._words[self._next][0] if self._next < len(self._words) else ""

    @property
    def offset(self) -> int:
        return self._words[self._next][1] if self._next < len(self._words) else self._end

    def take(self) -> str:
        word = self.peek()
        self._next += 1
        return word

    def take_if(self, word: str) -> bool:
        if self.peek() != word:
            return False
        self._next += 1
        return True

    def expect_end(self) -> None:
        if self._next < len(self._words):
            raise _UnreadableError(
                self.offset,
                f"`{self.peek()}` is not expected here",
                "a claim is written `a + b => c assuming d in view : open`",
            )


def _claim(words: _Words) -> ParsedClaim:
    premises = [] if words.peek() == "=>" else _literals(words)
    if not words.take_if("=>"):
        found = f"`{words.peek()}`" if words.peek() else "the end"
        raise _UnreadableError(
            words.offset, f"`+` or `=>` is expected here, not {found}", "write `a + b => c`: premises, arrow, goal"
        )
    goal = _literal(words)
    assuming = _literals(words) if words.take_if("assuming") else []
    scope, scope_offset = _id(words, "a framework or view") if words.take_if("in") else (None, None)
    verdict_offset = None
    verdict = Verdict.FOLLOWS
    if words.take_if(":"):
        verdict_offset = words.offset
        verdict = _verdict(words)
    words.expect_end()
    return ParsedClaim(
        premises=tuple(literal for literal, _ in premises),
        assuming=tuple(literal for literal, _ in assuming),
        goal=goal[0],
        verdict=verdict,
        scope=scope,
        offsets=tuple(offset for _, offset in (*premises, goal, *assuming)),
        scope_offset=scope_offset,
        verdict_offset=verdict_offset,
    )


def _formula(words: _Words) -> ParsedFormula:
    literals = _literals(words)
    scope = _id(words, "a framework or view")[0] if words.take_if("in") else None
    if not words.take_if("?"):
        raise _UnreadableError(words.offset, "`?` is expected here", "a search is written `a + not b ?`")
    words.expect_end()
    return ParsedFormula(
        literals=tuple(literal for literal, _ in literals), scope=scope, offsets=tuple(offset for _, offset in literals)
    )


def _literals(words: _Words) -> list[tuple[Literal, int]]:
    literals = [_literal(words)]
    while words.take_if("+"):
        literals.append(_literal(words))
    return literals


def _literal(words: _Words) -> tuple[Literal, int]:
    holds = not words.take_if("not")
    atom, offset = _id(words, "an id")
    return Literal(atom, holds), offset


def _id(words: _Words, wanted: str) -> tuple[str, int]:
    offset = words.offset
    word = words.peek()
    if not _ID.fullmatch(word) or word in KEYWORDS:
        found = f"`{word}`" if word else "the end"
        raise _UnreadableError(
            offset, f"{wanted} is expected here, not {found}", "an id is lower-case letters and digits with hyphens"
        )
    return words.take(), offset


def _verdict(words: _Words) -> Verdict:
    word = words.peek()
    allowed = [verdict.value for verdict in Verdict]
    if word not in allowed:
        found = f"`{word}`" if word else "the end"
        raise _UnreadableError(words.offset, f"a verdict is expected here, not {found}", f"write {_listed(allowed)}")
    return Verdict(words.take())


def _row(literals: tuple[Literal, ...]) -> str:
    return " + ".join(map(str, literals))


def _listed(options: list[str]) -> str:
    return f"{', '.join(f'`{option}`' for option in options[:-1])} or `{options[-1]}`"
