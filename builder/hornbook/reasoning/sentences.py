"""Literals, implications and claims in words: one wording for pages, drawings and the terminal.

A sentence is a tuple of parts, so that a page can make links of them and a terminal plain text.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hornbook.language import in_context, later, parts, say, spoken
from hornbook.logic import Clause, Literal
from hornbook.model import (
    Chain,
    Claim,
    Fact,
    Framework,
    Gap,
    Implication,
    KnowledgeBase,
    Link,
    Sense,
    Term,
    TermKind,
    is_cased,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a term; a page links it."""

    term: str
    words: str
    begins_small: bool = False
    """Whether it does so even where a sentence begins with it."""


@dataclass(frozen=True, slots=True)
class By:
    """The implication or choice that a step uses; a page links it."""

    framework: str
    record: str


@dataclass(frozen=True, slots=True)
class ToStep:
    """An earlier line of the same proof."""

    number: int


Part = str | Named | By | ToStep
Sentence = tuple[Part, ...]
AND = later("{some} and {last}")
OR = later("{some} or {last}")
_IF = later("{then} if {premises}")
_EXACTLY_WHEN = later("{then} exactly when {premises}")
_FIRST_GAP = later("{so_far}, then {next}: the gap between them {gap}")
_FURTHER_GAP = later("{so_far}; then {next}: the gap between them {gap}")


@dataclass(frozen=True, slots=True)
class Names:
    """What the atoms of one framework are called: terms by their names, facts by their sentences."""

    framework: str
    terms: Mapping[str, Term]
    facts: Mapping[str, Fact]
    bases: tuple[str, ...] = ()
    """The frameworks that it extends, the nearest first."""
    said: dict[Hashable, Sentence] = field(default_factory=dict, compare=False, repr=False)
    """What was put into words before, by what it says and the language; it grows, since many pages say the same."""

    def name(self, atom: str) -> str:
        """The atom's name in running text: the term's, or for a fact its sentence."""
        term = self.terms.get(atom)
        return term.name if term else self.facts[atom].holds

    def named(self, atom: str) -> Sentence:
        """The same, to be linked where it is a term."""
        return (named(self.terms[atom]) if atom in self.terms else self.name(atom),)

    def phrase(self, literal: Literal) -> Sentence:
        """The literal as a clause of a sentence, such as "inner alignment fails"."""
        return self.once(literal, lambda: self._phrase(literal))

    def once(self, says: Hashable, put: Callable[[], Sentence]) -> Sentence:
        """What says this, in the language that is spoken; `put` is called where nobody put it into words before."""
        key = (says, spoken())
        found = self.said.get(key)
        if found is None:
            found = self.said[key] = put()
        return found

    def _phrase(self, literal: Literal) -> Sentence:
        term = self.terms.get(literal.atom)
        if term is None:
            return (self.meaning(literal),)
        match term.kind, literal.holds:
            case TermKind.CONDITION | TermKind.SYSTEM, _:
                return (Named(term.id, self.meaning(literal) or term.name),)
            case TermKind.FAILURE, True:
                return said("there is {failure}", failure=self.named(term.id))
            case TermKind.FAILURE, False:
                return said("there is no {failure}", failure=self.named(term.id))
            case _, True:
                return said("{term} holds", term=self.named(term.id))
            case _:
                return said("{term} fails", term=self.named(term.id))

    def kind(self, atom: str) -> TermKind | None:
        """The kind of a term; None for a fact."""
        term = self.terms.get(atom)
        return None if term is None else term.kind

    def meaning(self, literal: Literal) -> str:
        """The sentence about the world that the literal stands for, in this framework's sense if it has its own.

        Empty for a term that has no such sentence.
        """
        term = self.terms.get(literal.atom)
        said = self.facts[literal.atom] if term is None else self._said_by(term)
        return (said.holds if literal.holds else said.fails) or ""

    def agrees(self, other: "Names", atom: str) -> bool:
        """Whether the atom is called the same in another framework, and its sentences are the same there."""
        both = (Literal(atom), Literal(atom, holds=False))
        return self.terms.get(atom) is other.terms.get(atom) and all(
            self.meaning(literal) == other.meaning(literal) for literal in both
        )

    def _said_by(self, term: Term) -> Term | Sense:
        """Where the term's sentences stand: in the sense in which this framework uses the word itself, or with it."""
        own = {sense.framework: sense for sense in reversed(term.senses) if sense.called == term.id and sense.holds}
        return next((own[one] for one in (self.framework, *self.bases) if one in own), term)


def named(term: Term) -> Named:
    """A term's name, to be linked."""
    return Named(term.id, term.name, term.begins_small)


def value_words(kind: TermKind | None) -> tuple[str, str]:
    """What a term of a kind, or a fact, does if its literal is true, and if not: failures occur, the rest holds."""
    if kind is TermKind.FAILURE:
        return in_context("a failure", "occurs"), in_context("a failure", "does not occur")
    return in_context("a term", "holds"), in_context("a term", "fails")


def names_of(knowledge: KnowledgeBase, framework: Framework) -> Names:
    """The names that count in a framework."""
    facts = {fact.id: fact for fact in framework.all_facts}
    return Names(framework.id, knowledge.terms, facts, tuple(one.id for one in framework.bases))


def plain(sentence: Sequence[Part]) -> str:
    """The sentence as text."""
    words = []
    for part in sentence:
        match part:
            case Named():
                words.append(part.words)
            case By():
                words.append(part.record)
            case ToStep():
                words.append(say("step {number}", number=part.number))
            case str():
                words.append(part)
    return "".join(words)


def said(message: str, **pieces: Part | Sentence) -> Sentence:
    """A message as a sentence, in the language that is spoken; what fills its gaps are parts and sentences."""
    flat: list[Part] = []
    for piece in parts(message, **pieces):
        if isinstance(piece, tuple):
            flat.extend(piece)
        else:
            flat.append(piece)
    return tuple(flat)


def joined(sentences: Iterable[Sentence], last: str = AND) -> Sentence:
    """Sentences in a row: "a", "a and b", "a, b and c"; `last` is `AND` or `OR`."""
    items = list(sentences)
    if len(items) < 2:
        return items[0] if items else ()
    row = items[0]
    for item in items[1:-1]:
        row = said("{some}, {next}", some=row, next=item)
    return said(last, some=row, last=items[-1])


def capital(sentence: Sentence) -> Sentence:
    """The sentence with a capital first letter, unless it begins with a name that begins small."""
    first, *rest = sentence
    match first:
        case str():
            return (capitalized(first), *rest)
        case Named():
            return (first if first.begins_small else replace(first, words=capitalized(first.words)), *rest)
        case _:
            return sentence


def capitalized(words: str) -> str:
    """Words as a sentence begins with them: "pH" and "k-means" stay as they are."""
    return words if is_cased(words) else words[:1].upper() + words[1:]


def implication_in_words(names: Names, implication: Implication) -> Sentence:
    """The implication as one sentence; pages, drawings and their descriptions all use this one."""
    forward = Clause("", implication.premises, implication.conclusion)
    link = _EXACTLY_WHEN if implication.converse else _IF
    says = (forward, implication.assuming, link)
    return names.once(says, lambda: clause_in_words(names, forward, implication.assuming, link))


def clause_in_words(names: Names, clause: Clause, assuming: tuple[Literal, ...] = (), link: str = _IF) -> Sentence:
    """A clause as one sentence, under conditions if there are any."""
    if clause.conclusion is None:
        return said("It cannot be that {phrases}.", phrases=joined(map(names.phrase, clause.premises + assuming)))
    then = names.phrase(clause.conclusion)
    if clause.premises:
        then = said(link, then=then, premises=joined(map(names.phrase, clause.premises)))
    return capital((*then, *under_conditions(names, assuming), "."))


def under_conditions(names: Names, assuming: Sequence[Literal]) -> Sentence:
    """What follows a statement that holds under conditions: ", assuming that …"; nothing where there are none."""
    return said(", assuming that {conditions}", conditions=joined(map(names.phrase, assuming))) if assuming else ()


def claim_in_words(names: Names, claim: Claim) -> Sentence:
    """What a claim puts to the engine, as "if A and B, then C"."""
    return question_in_words(names, claim.premises, claim.assuming, claim.goal)


def question_in_words(
    names: Names, premises: Sequence[Literal], assuming: Sequence[Literal], goal: Literal
) -> Sentence:
    """The same for a question that no claim need put."""
    given, assumed = (joined(map(names.phrase, literals)) for literals in (premises, assuming))
    then = names.phrase(goal)
    if not assuming:
        if not premises:
            return said("if nothing is given, then {goal}", goal=then)
        return said("if {premises}, then {goal}", premises=given, goal=then)
    if not premises:
        return said("assuming that {conditions}, then {goal}", conditions=assumed, goal=then)
    return said(
        "if {premises}, and assuming that {conditions}, then {goal}", premises=given, conditions=assumed, goal=then
    )


def chain_in_words(knowledge: KnowledgeBase, chain: Chain) -> Sentence:
    """A chain as one sentence, from its first objective to its last; pages, drawings and descriptions use this one."""
    first, *others = chain.links
    row: Sentence = (_link(first),)
    for number, (gap, link) in enumerate(zip(chain.gaps, others, strict=True)):
        message = _FURTHER_GAP if number else _FIRST_GAP
        row = said(message, so_far=row, next=_link(link), gap=_gap(knowledge, gap))
    return capital((*row, "."))


def _link(link: Link) -> Part:
    return link.name if link.term is None else Named(link.term, link.name)


def _gap(knowledge: KnowledgeBase, gap: Gap) -> Sentence:
    """What is said of a gap: its term, the author's own words for it, both, or that it has no name."""
    term = None if gap.term is None else named(knowledge.terms[gap.term])
    if term is not None and gap.label in {None, term.words}:
        return said("is {gap}", gap=term)
    if gap.label is None:
        return said("has no name here")
    if term is None:
        return said("is called “{label}”", label=gap.label)
    return said("is called “{label}” ({gap})", label=gap.label, gap=term)
