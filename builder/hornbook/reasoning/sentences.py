"""Literals, implications and proofs in words: one wording for pages, drawings and the terminal.

A sentence is a tuple of parts, so that a page can make links of them and a terminal plain text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hornbook.logic import Clause, Literal, Proof, Step, StepKind
from hornbook.model import Chain, Choice, Claim, Framework, Gap, Implication, KnowledgeBase, Link, Term, TermKind
from hornbook.reasoning.scopes import Setting, record_of


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a term; a page links it."""

    term: str
    words: str


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


@dataclass(frozen=True, slots=True)
class ProofLine:
    """One numbered line of a proof."""

    number: int
    depth: int
    """How many suppositions it stands under."""
    sentence: Sentence
    step: Step


@dataclass(frozen=True, slots=True)
class ProofText:
    """A proof in words: what it starts from, then one line for each thing concluded."""

    given: tuple[Sentence, ...]
    lines: tuple[ProofLine, ...]


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
                words.append(f"step {part.number}")
            case str():
                words.append(part)
    return "".join(words)


def name_of(knowledge: KnowledgeBase, framework: Framework, atom: str) -> str:
    """The atom's name in running text: the term's, or for a fact its sentence."""
    term = knowledge.terms.get(atom)
    return term.name if term else next(fact.holds for fact in framework.facts if fact.id == atom)


def phrase(knowledge: KnowledgeBase, framework: Framework, literal: Literal) -> Sentence:
    """The literal as a clause of a sentence, such as "inner alignment fails"."""
    term = knowledge.terms.get(literal.atom)
    if term is None:
        fact = next(fact for fact in framework.facts if fact.id == literal.atom)
        return (fact.holds if literal.holds else fact.fails,)
    named = Named(term.id, term.name)
    match term.kind, literal.holds:
        case TermKind.CONDITION | TermKind.SYSTEM, _:
            return (Named(term.id, _said_of(term, framework, literal) or term.name),)
        case TermKind.FAILURE, True:
            return ("there is ", named)
        case TermKind.FAILURE, False:
            return ("there is no ", named)
        case _, True:
            return (named, " holds")
        case _:
            return (named, " fails")


def meaning(knowledge: KnowledgeBase, framework: Framework, literal: Literal) -> str:
    """The sentence about the world that the literal stands for, in this framework's sense if it has its own."""
    term = knowledge.terms.get(literal.atom)
    if term is not None:
        return _said_of(term, framework, literal) or ""
    fact = next(fact for fact in framework.facts if fact.id == literal.atom)
    return fact.holds if literal.holds else fact.fails


def _said_of(term: Term, framework: Framework, literal: Literal) -> str | None:
    """The term's sentence, or that of the sense in which this framework uses the word itself."""
    for sense in term.senses:
        if sense.framework == framework.id and sense.called == term.id and sense.holds is not None:
            return sense.holds if literal.holds else sense.fails
    return term.holds if literal.holds else term.fails


def joined(sentences: Iterable[Sentence], word: str = "and") -> Sentence:
    """Sentences in a row: "a", "a and b", "a, b and c"."""
    items = list(sentences)
    parts: list[Part] = []
    for number, item in enumerate(items):
        if number:
            parts.append(f" {word} " if number == len(items) - 1 else ", ")
        parts.extend(item)
    return tuple(parts)


def implication_in_words(knowledge: KnowledgeBase, framework: Framework, implication: Implication) -> Sentence:
    """The implication as one sentence; pages, drawings and their descriptions all use this one."""
    link = "exactly when" if implication.converse else "if"
    forward = Clause(implication.id, implication.premises, implication.conclusion)
    return clause_in_words(knowledge, framework, forward, implication.assuming, link)


def clause_in_words(
    knowledge: KnowledgeBase,
    framework: Framework,
    clause: Clause,
    assuming: tuple[Literal, ...] = (),
    link: str = "if",
) -> Sentence:
    """A clause as one sentence, under conditions if there are any."""

    def said(literals: Iterable[Literal]) -> Sentence:
        return joined(phrase(knowledge, framework, literal) for literal in literals)

    if clause.conclusion is None:
        return ("It cannot be that ", *said(clause.premises + assuming), ".")
    conclusion = phrase(knowledge, framework, clause.conclusion)
    given: Sentence = (f" {link} ", *said(clause.premises)) if clause.premises else ()
    condition: Sentence = (", assuming that ", *said(assuming)) if assuming else ()
    return capital((*conclusion, *given, *condition, "."))


def claim_in_words(knowledge: KnowledgeBase, framework: Framework, claim: Claim) -> Sentence:
    """What a claim puts to the engine, as "if A and B, then C"."""
    given = joined(phrase(knowledge, framework, literal) for literal in claim.premises)
    assumed = joined(phrase(knowledge, framework, literal) for literal in claim.assuming)
    goal = phrase(knowledge, framework, claim.goal)
    lead: Sentence = ("if ", *given) if claim.premises else ("with nothing given",)
    if claim.assuming:
        lead = (*lead, ", and assuming that ", *assumed) if claim.premises else ("assuming that ", *assumed)
    return (*lead, ", then ", *goal)


def chain_in_words(knowledge: KnowledgeBase, chain: Chain) -> Sentence:
    """A chain as one sentence, from its first objective to its last; pages, drawings and descriptions use this one."""
    first, *others = chain.links
    parts: list[Part] = [_link(first)]
    for number, (gap, link) in enumerate(zip(chain.gaps, others, strict=True)):
        parts += ["; then " if number else ", then ", _link(link), ": the gap between them ", *_gap(knowledge, gap)]
    return capital((*parts, "."))


def proof_text(knowledge: KnowledgeBase, setting: Setting, proof: Proof) -> ProofText:
    """The proof in words: the given literals first, then numbered lines in order of deduction."""
    given: list[Sentence] = []
    lines: list[ProofLine] = []
    numbers: dict[int, int] = {}
    for index, step in enumerate(proof.steps):
        if step.kind is StepKind.GIVEN and step.literal is not None:
            given.append(phrase(knowledge, setting.framework, step.literal))
            continue
        numbers[index] = len(lines) + 1
        sentence = _line(knowledge, setting, proof, step, numbers)
        lines.append(ProofLine(numbers[index], len(step.under), capital(sentence), step))
    return ProofText(tuple(given), tuple(lines))


def capital(sentence: Sentence) -> Sentence:
    """The sentence with a capital first letter."""
    first, *rest = sentence
    match first:
        case str():
            return (first[:1].upper() + first[1:], *rest)
        case Named():
            return (Named(first.term, first.words[:1].upper() + first.words[1:]), *rest)
        case _:
            return sentence


def _link(link: Link) -> Part:
    return link.name if link.term is None else Named(link.term, link.name)


def _gap(knowledge: KnowledgeBase, gap: Gap) -> Sentence:
    """What is said of a gap: its term, the author's own words for it, both, or that it has no name."""
    named = None if gap.term is None else Named(gap.term, knowledge.terms[gap.term].name)
    if named is not None and gap.label in {None, named.words}:
        return ("is ", named)
    if gap.label is None:
        return ("has no name here",)
    called = f"is called “{gap.label}”"
    return (called,) if named is None else (f"{called} (", named, ")")


def _line(knowledge: KnowledgeBase, setting: Setting, proof: Proof, step: Step, numbers: dict[int, int]) -> Sentence:
    concluded = _concluded(knowledge, setting.framework, step)
    match step.kind:
        case StepKind.SUPPOSED:
            return ("suppose that ", *concluded, ".")
        case StepKind.CLASH:
            both = joined(phrase(knowledge, setting.framework, _literal(proof, index)) for index in step.premises)
            return ("it is given both that ", *both, ": ", *concluded, ".")
        case StepKind.CASES:
            steps = [(ToStep(numbers[index]),) if index in numbers else ("what is given",) for index in step.premises]
            lead = "either way there is " if step.literal is None else "so in either case "
            return (lead, *concluded, " (", *joined(steps), ").")
        case _:
            return _by_clause(knowledge, setting, proof, step, numbers)


def _literal(proof: Proof, index: int) -> Literal:
    """The literal of a step that is not the end of a contradiction."""
    literal = proof.steps[index].literal
    assert literal is not None
    return literal


def _by_clause(
    knowledge: KnowledgeBase, setting: Setting, proof: Proof, step: Step, numbers: dict[int, int]
) -> Sentence:
    record = record_of(setting, step.clause or "")
    by = By(setting.framework.id, record.id)
    grounds = joined(_ground(knowledge, setting.framework, proof, index, numbers) for index in step.premises)
    concluded = _concluded(knowledge, setting.framework, step)
    if step.literal is None:
        return ("it cannot be that ", *grounds, ", by ", by, ": ", *concluded, ".")
    if not grounds:
        return (*concluded, ", by ", by, ".")
    by_what = ": by the contrapositive of " if _is_backwards(record, step) else ": by "
    return (*concluded, ", because ", *grounds, by_what, by, ".")


def _concluded(knowledge: KnowledgeBase, framework: Framework, step: Step) -> Sentence:
    return ("a contradiction",) if step.literal is None else phrase(knowledge, framework, step.literal)


def _ground(
    knowledge: KnowledgeBase, framework: Framework, proof: Proof, index: int, numbers: dict[int, int]
) -> Sentence:
    step = proof.steps[index]
    said = _concluded(knowledge, framework, step)
    return (*said, " (", ToStep(numbers[index]), ")") if index in numbers else (*said, " (given)")


def _is_backwards(record: Implication | Choice, step: Step) -> bool:
    """Tell whether the step concludes the negation of a premise: contraposition."""
    return isinstance(record, Implication) and not record.converse and step.literal != record.conclusion
