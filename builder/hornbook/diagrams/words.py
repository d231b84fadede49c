"""The words of drawings: labels of boxes and pills, and implications as sentences."""

from hornbook.diagrams.values import Kind
from hornbook.language import in_context, say
from hornbook.logic import Literal
from hornbook.model import Implication
from hornbook.reasoning.sentences import Names, implication_in_words, joined, plain

LABEL_LIMIT = 80
"""Longer labels are cut in drawings; descriptions keep the whole text."""

_SHORT_SENTENCE = 60


def label_of(names: Names, literal: Literal) -> str:
    """What a literal is called in a drawing: the term's name, or what a fact says; `not …` for a negation.

    A fact whose sentence is longer than 60 characters is called by its id, spelled out.
    """
    term = names.terms.get(literal.atom)
    if term is not None:
        return term.name if literal.holds else say("not {name}", name=term.name)
    fact = names.facts.get(literal.atom)
    if fact is not None:
        sentence = fact.holds if literal.holds else fact.fails
        if len(sentence) <= _SHORT_SENTENCE:
            return sentence
    spelled = literal.atom.replace("-", " ")
    return spelled if literal.holds else say("not {name}", name=spelled)


def shortened(text: str) -> str:
    """The text, cut where it is longer than a drawing can show."""
    return text if len(text) <= LABEL_LIMIT else text[: LABEL_LIMIT - 1].rstrip() + "…"


def sentence_of(names: Names, implication: Implication) -> str:
    """An implication as a sentence, in the words that pages use."""
    return plain(implication_in_words(names, implication))


def pill_of(names: Names, implication: Implication) -> tuple[Kind, str] | None:
    """The kind and the words of the pill that an implication needs; None for "one premise, unconditional".

    One whose conclusion is about the atom of its premise needs a pill too: its line would not leave its box.
    """
    parts = []
    if implication.conclusion is None:
        parts.append(_cannot_hold(len(implication.premises)))
    elif len(implication.premises) > 1:
        parts.append(in_context("several premises", "AND"))
    if implication.converse:
        parts.append(in_context("an implication", "exactly when"))
    if implication.assuming:
        conditions = plain(joined((shortened(label_of(names, literal)),) for literal in implication.assuming))
        parts.append(say("if {conditions}", conditions=conditions))
    if not implication.premises and not parts:
        parts.append(in_context("an implication", "always"))
    if implication.conclusion is not None and not parts and implication.premises[0].atom == implication.conclusion.atom:
        parts.append(in_context("an implication", "gives"))
    if not parts:
        return None
    if implication.conclusion is None:
        kind = Kind.IMPOSSIBLE
    else:
        kind = Kind.CONDITIONAL if implication.assuming else Kind.PLAIN
    return kind, " · ".join(parts)


def _cannot_hold(count: int) -> str:
    if count == 1:
        return say("cannot hold")
    return say("cannot both hold") if count == 2 else say("cannot all hold")
