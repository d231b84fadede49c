"""What people type as a question, brought into the notation of claims (`model.notation`), the only one with a meaning.

    typed    = {part} [":" verdict]
    part     = literals | "assuming" literals | "=>" literal | literal "if" literals | "in" scope | "?"
    literals = literal {"+" literal}
    literal  = ["not"] name ["fails"]

Each sign stands for all that `model.typed_signs` has like it, and parts come in any order that leaves one goal. A name
is an id, a label, an alias or a sentence, the longest that fits, so that a name may hold any of those words. What the
notation allows by itself is read by it alone: this one can never read it otherwise.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

from hornbook.logic import Literal, Verdict
from hornbook.model.notation import NotationProblem, ParsedClaim, ParsedFormula, parse_claim, parse_formula
from hornbook.model.typed_signs import LONGEST_SIGN, REFUSED, SIGNS, Sign
from hornbook.model.typed_words import (
    AmbiguousName,
    ForeignName,
    Name,
    UnknownName,
    Vocabulary,
    is_word,
    longest_match,
    split_words,
)

Misread = NotationProblem | UnknownName | AmbiguousName | ForeignName


def parse_typed(text: str, known: Vocabulary, scope: str) -> ParsedClaim | ParsedFormula | Misread:
    """Read a claim or a search however it is typed; `scope` is where it is asked if it does not say so itself.

    What is read is as if its canonical form, `str` of it, had been typed.
    """
    strict = _strictly(text)
    if not isinstance(strict, NotationProblem) and _knows(known, strict):
        return strict
    try:
        written = _written(_Reading(text, known).read(), known, scope)
    except _MisreadError as error:
        return error.problem
    return _strictly(written)


def _strictly(text: str) -> ParsedClaim | ParsedFormula | NotationProblem:
    return parse_formula(text) if text.rstrip().endswith("?") else parse_claim(text)


def _knows(known: Vocabulary, parsed: ParsedClaim | ParsedFormula) -> bool:
    atoms_known = all(literal.atom in known.ids for literal in parsed.literals)
    return atoms_known and (parsed.scope is None or parsed.scope in known.frameworks)


_PAUSES = frozenset({",", ";"})
"""Signs for “and” that may stand before a word for it, and between the parts of a question."""


class _MisreadError(Exception):
    def __init__(self, problem: Misread) -> None:
        super().__init__()
        self.problem = problem


def _unfit(offset: int, message: str, hint: str = "write `a + b => c`: premises, arrow, goal") -> _MisreadError:
    return _MisreadError(NotationProblem(offset, message, hint))


class _Role(Enum):
    PREMISES = auto()
    ASSUMING = auto()
    GOAL = auto()


@dataclass(slots=True)
class _Named:
    """A name where it was read; what it means depends on where the question is asked."""

    names: tuple[Name, ...]
    offset: int
    words: str
    denied: bool


@dataclass(slots=True)
class _Typed:
    """The parts of a question."""

    parts: dict[_Role, list[_Named]] = field(default_factory=lambda: {role: [] for role in _Role})
    scope: str | None = None
    verdict: Verdict | None = None
    has_goal: bool = False
    """Whether an arrow, or a word like it, was read."""
    asks: bool = False
    """Whether it ends in a question mark."""


def _written(typed: _Typed, known: Vocabulary, default: str) -> str:
    """The question in the notation."""
    scope = typed.scope or default
    premises, assuming, goal = (
        " + ".join(str(_meant(one, known, scope)) for one in typed.parts[role])
        for role in (_Role.PREMISES, _Role.ASSUMING, _Role.GOAL)
    )
    where = f" in {typed.scope}" if typed.scope else ""
    if not typed.has_goal:
        return f"{premises}{where} ?"
    verdict = f" : {typed.verdict}" if typed.verdict else ""
    return f"{premises} => {goal}{f' assuming {assuming}' if assuming else ''}{where}{verdict}".strip()


def _meant(named: _Named, known: Vocabulary, scope: str) -> Literal:
    """The one literal that a name stands for in a scope."""
    framework = known.frameworks.get(scope, scope)
    here = [name.literal for name in named.names if name.framework in {None, framework}]
    if not here:
        raise _MisreadError(ForeignName(named.offset, named.words, named.names))
    found = set(here)
    if len(found) > 1:
        found = {literal for literal in found if literal.atom in known.atoms.get(scope, frozenset())} or found
    if len(found) > 1:
        raise _MisreadError(AmbiguousName(named.offset, named.words, tuple(sorted(map(str, found)))))
    literal = found.pop()
    return literal.negated() if named.denied else literal


class _Reading:
    """One text, read from left to right."""

    def __init__(self, text: str, known: Vocabulary) -> None:
        self._text = text
        self._known = known
        self._words = split_words(text)
        if [word.text for word in (*self._words[:2], *self._words[-2:])] == ["[", "[", "]", "]"]:
            self._words = self._words[2:-2]
        self._at = 0
        self._typed = _Typed()
        self._role = _Role.PREMISES
        self._last: _Named | None = None
        """The literal that was read just before."""
        self._open = True
        """Whether a literal may begin here."""
        self._scoped = False
        """Whether a scope was read just before."""
        self._joins = ""
        """The sign after which no literal has come yet, though one must."""
        self._denied = False

    def read(self) -> _Typed:
        """The parts of the question."""
        while self._at < len(self._words) and self._typed.verdict is None:
            self._step()
        if self._at < len(self._words):
            raise _unfit(self._offset, f"`{self._words[self._at].text}` is not expected here", "end with the verdict")
        if self._joins or self._denied or (self._role is not _Role.PREMISES and not self._typed.parts[self._role]):
            raise _unfit(self._offset, "a name is expected here, not the end")
        if not self._typed.has_goal and not (self._typed.asks and self._typed.parts[_Role.PREMISES]):
            hint = "write `a + b => c`; to look for examples, `a + not b ?`"
            raise _unfit(self._offset, "`=>` is expected here, not the end", hint)
        if not self._typed.has_goal and self._typed.parts[_Role.ASSUMING]:
            raise _unfit(0, "a search for examples has no conditions", "write them with `+` instead of `assuming`")
        return self._typed

    @property
    def _offset(self) -> int:
        return self._words[self._at].start if self._at < len(self._words) else len(self._text.rstrip())

    def _step(self) -> None:
        name = longest_match(self._words, self._at, self._known.literals, self._known.longest)
        sign = longest_match(self._words, self._at, SIGNS, LONGEST_SIGN)
        refused = longest_match(self._words, self._at, REFUSED, LONGEST_SIGN)
        length = max(sign[1] if sign else 0, refused[1] if refused else 0)
        if name and name[1] >= length and self._open:
            self._name(*name)
        elif refused and refused[1] == length:
            raise _unfit(self._offset, *refused[0])
        elif sign:
            start, self._at = self._offset, sign[1]
            self._sign(sign[0], start)
        elif name:
            word = self._text[self._offset : self._words[name[1] - 1].end]
            raise _unfit(self._offset, f"`+` or `=>` is expected here, not `{word}`")
        else:
            raise _MisreadError(self._unknown())

    def _name(self, names: tuple[Name, ...], end: int) -> None:
        if self._role is _Role.GOAL and self._typed.parts[_Role.GOAL]:
            raise _unfit(self._offset, "a question has one goal", "ask for each on its own")
        start = self._offset
        words = self._text[start : self._words[end - 1].end]
        self._last = _Named(names, start, words, self._denied)
        self._typed.parts[self._role].append(self._last)
        self._denied, self._open, self._joins, self._at = False, False, "", end

    def _sign(self, sign: Sign, start: int) -> None:
        written = self._text[start : self._words[self._at - 1].end]
        if self._denied and sign is not Sign.SILENT and sign is not Sign.NOT:
            raise _unfit(start, f"a name is expected here, not `{written}`")
        match sign:
            case Sign.SILENT:
                pass
            case Sign.NOTHING:
                self._open, self._joins = False, ""
            case Sign.NOT | Sign.WITHOUT:
                self._deny(sign, start, written)
            case Sign.HOLDS | Sign.FAILS:
                self._suffix(sign, start, written)
            case Sign.AND:
                self._join(start, written)
            case Sign.ASKS | Sign.VERDICT:
                self._end(sign)
            case _:
                self._part(sign, start, written)
        self._scoped = sign is Sign.IN
        if sign is not Sign.SILENT:
            self._last = None

    def _deny(self, sign: Sign, start: int, written: str) -> None:
        if not self._open and sign is Sign.NOT:
            raise _unfit(start, f"`+` or `=>` is expected here, not `{written}`")
        self._denied, self._open = not self._denied, True

    def _join(self, start: int, written: str) -> None:
        again = self._joins in _PAUSES or (self._scoped and written in _PAUSES)
        if self._open and not again:
            raise _unfit(start, f"a name is expected here, not `{written}`")
        self._open, self._joins = True, "" if self._scoped else written

    def _suffix(self, sign: Sign, start: int, written: str) -> None:
        if self._last is None:
            raise _unfit(start, f"a name is expected here, not `{written}`")
        if sign is Sign.FAILS:
            self._last.denied = not self._last.denied

    def _part(self, sign: Sign, start: int, written: str) -> None:
        """What begins another part of the question."""
        if self._joins not in {"", "and", *_PAUSES}:
            raise _unfit(start, f"a name is expected here, not `{written}`")
        joined, self._joins = self._joins, ""
        given = self._typed.parts[_Role.PREMISES]
        if sign is Sign.IN:
            self._scope()
            self._open = not any(self._typed.parts.values())
            return
        self._open = True
        if sign is Sign.ASSUMING:
            self._role = _Role.ASSUMING
        elif sign is Sign.ARROW:
            if self._typed.has_goal and not (self._role is _Role.GOAL and not self._typed.parts[_Role.GOAL]):
                raise _unfit(start, "a question has one arrow", "ask for each step on its own")
            self._role, self._typed.has_goal = _Role.GOAL, True
        elif self._typed.has_goal:
            if self._role is _Role.GOAL and not self._typed.parts[_Role.GOAL]:
                raise _unfit(start, f"a goal is expected here, not `{written}`")
            self._role = _Role.ASSUMING
        elif given and self._role is _Role.PREMISES and not joined:
            self._turn(start, written)
        elif sign is Sign.FROM:
            raise _unfit(start, f"a goal is expected before `{written}`")
        else:
            self._role = _Role.PREMISES

    def _turn(self, start: int, written: str) -> None:
        """What was read so far is the goal, and what it rests on comes now."""
        parts = self._typed.parts
        if len(parts[_Role.PREMISES]) > 1:
            raise _unfit(start, f"one goal is expected before `{written}`", "ask for each on its own")
        parts[_Role.GOAL], parts[_Role.PREMISES] = parts[_Role.PREMISES], []
        self._typed.has_goal, self._joins = True, written

    def _scope(self) -> None:
        found = longest_match(self._words, self._at, self._known.scopes, self._known.longest)
        if found is None:
            raise _MisreadError(self._unknown(is_scope=True))
        scopes, end = found
        words = self._text[self._offset : self._words[end - 1].end]
        if len(scopes) > 1:
            raise _MisreadError(AmbiguousName(self._offset, words, scopes))
        if self._typed.scope not in {None, scopes[0]}:
            raise _unfit(self._offset, "a question is asked in one place", "keep one `in`")
        self._typed.scope, self._at = scopes[0], end

    def _end(self, sign: Sign) -> None:
        """The question mark at the end, or the verdict."""
        rest = [word.text for word in self._words[self._at :]]
        if sign is Sign.ASKS:
            if rest:
                raise _unfit(self._offset, "nothing is expected behind `?`", "put the question mark at the end")
            self._typed.asks = True
            return
        allowed = [verdict.value for verdict in Verdict]
        if rest[:1] == [] or rest[0] not in allowed:
            found = f"`{rest[0]}`" if rest else "the end"
            listed = ", ".join(f"`{one}`" for one in allowed)
            raise _unfit(self._offset, f"a verdict is expected here, not {found}", f"write one of {listed}")
        self._typed.verdict = Verdict(rest[0])
        self._at += 1

    def _unknown(self, *, is_scope: bool = False) -> Misread:
        """The words here that name nothing: up to the next sign, with a name just before that they go on from."""
        at = self._at
        if at >= len(self._words):
            return NotationProblem(self._offset, "a framework or view is expected here, not the end", "write its id")
        if not is_word(self._words[at].text):
            word = self._text[self._offset : self._words[at].end]
            return NotationProblem(self._offset, f"`{word}` is not expected here", "write `a + b => c`")
        start = self._offset if self._last is None or is_scope else self._last.offset
        while at < len(self._words) and self._goes_on(at):
            at += 1
        end = self._words[max(at, self._at + 1) - 1].end
        return UnknownName(start, self._text[start:end], is_scope)

    def _goes_on(self, at: int) -> bool:
        word = self._words[at]
        sign = longest_match(self._words, at, SIGNS, LONGEST_SIGN)
        return word.joined or (is_word(word.text) and (sign is None or sign[0] is Sign.SILENT))
