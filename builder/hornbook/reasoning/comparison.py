"""Every question that the site asks, put to every framework."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.kinds import DISAGREEMENT, FAQ, Kind
from hornbook.logic import Answer, Literal
from hornbook.model import Claim, KnowledgeBase
from hornbook.reasoning.asking import answer_to
from hornbook.reasoning.scopes import Reasoning, Setting


@dataclass(frozen=True, slots=True)
class Asked:
    """A question without the framework that it is put to: what is given, what is assumed, and the goal."""

    premises: frozenset[Literal]
    assuming: frozenset[Literal]
    goal: Literal

    @property
    def atoms(self) -> frozenset[str]:
        """Everything that a framework must know in order to be asked."""
        return frozenset(literal.atom for literal in (*self.premises, *self.assuming, self.goal))


@dataclass(frozen=True, slots=True)
class Mention:
    """A page that states a claim on a question."""

    kind: Kind
    record: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Compared:
    """One question, and what each framework says to it."""

    claim: Claim
    """The first claim that puts it, for its words; its own scope and verdict play no part here."""
    answers: Mapping[str, Answer | None]
    """By framework; None where it cannot be asked there, since the framework lacks one of its atoms."""
    mentions: tuple[Mention, ...]
    """Never empty; in the order of the questions, then of the disagreements."""


def compare(reasoning: Reasoning) -> tuple[Compared, ...]:
    """All questions, each once, in the order in which pages first put them; examples' verdicts are not among them."""
    mentions: dict[Asked, list[Mention]] = {}
    for mention in _mentions(reasoning.knowledge):
        mentions.setdefault(asked(mention.claim), []).append(mention)
    return tuple(
        Compared(found[0].claim, answers_to(reasoning, question), tuple(found)) for question, found in mentions.items()
    )


def asked(claim: Claim) -> Asked:
    """The question that a claim answers; the order of its premises plays no part."""
    return Asked(frozenset(claim.premises), frozenset(claim.assuming), claim.goal)


def answers_to(reasoning: Reasoning, question: Asked) -> dict[str, Answer | None]:
    """What follows in each framework to a question; None where it cannot be asked."""
    atoms = question.atoms  # of which hundreds of frameworks may lack one
    settings = ((framework, reasoning.framework(framework)) for framework in reasoning.knowledge.frameworks)
    return {
        framework: _answer(reasoning, setting, question) if atoms <= setting.theory.atoms else None
        for framework, setting in settings
    }


def lacking(setting: Setting, question: Asked) -> tuple[str, ...]:
    """The atoms of a question that a framework does not know, by id."""
    return tuple(sorted(question.atoms - setting.theory.atoms))


def _answer(reasoning: Reasoning, setting: Setting, question: Asked) -> Answer:
    return answer_to(reasoning, setting, question.premises | question.assuming, question.goal)


def _mentions(knowledge: KnowledgeBase) -> Iterator[Mention]:
    for faq in knowledge.faqs.values():
        yield from (Mention(FAQ, faq.id, claim) for claim in faq.claims if isinstance(claim, Claim))
    for one in knowledge.disagreements.values():
        claims = (*one.claims, *(claim for position in one.positions for claim in position.claims))
        yield from (Mention(DISAGREEMENT, one.id, claim) for claim in claims if isinstance(claim, Claim))
