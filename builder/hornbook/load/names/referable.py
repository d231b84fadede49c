"""Every id that may stand where a reference is written: what editors offer there, and schemas list."""

from collections.abc import Iterator
from dataclasses import dataclass

from hornbook.diagnostics import Place
from hornbook.kinds import FACT, IMPLICATION, LINKED, QUESTION, SENSE, SOURCE, TERM
from hornbook.load.names.project import Known
from hornbook.load.names.references import KINDS_MEANT
from hornbook.model.outside import KEPT, MARK

OUTSIDE = "term of another glossary"
"""The word for what is not ours."""


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """An id that may be named, and what has it."""

    name: str
    """As a reference writes it; of a sense `term/sense`."""
    word: str
    """What it is: the word for its kind, such as `term`, `fact` or `option`."""
    within: str
    """The record that it is a part of; empty for a record."""
    place: Place
    """Where it is defined."""


def everything_named(known: Known) -> Iterator[Candidate]:
    """Everything that some reference can be to, each once."""
    for name, linked in known.linked.items():
        yield Candidate(name, linked.kind.word, "", linked.place)
    for name, place in known.sources.items():
        yield Candidate(name, SOURCE.word, "", place)
    for name, place in known.questions.items():
        yield Candidate(name, QUESTION.word, "", place)
    for word, parts in ((FACT.word, known.facts), (IMPLICATION.word, known.implications), ("option", known.options)):
        for within, places in parts.items():
            yield from (Candidate(name, word, within, place) for name, place in places.items())
    for word, places in known.own_words.places.items():
        yield from (Candidate(name, word, "", place) for name, place in places.items())
    for glossary in known.outside.values():
        place = Place(KEPT.format(glossary.id))
        yield from (Candidate(f"{glossary.id}{MARK}{term}", OUTSIDE, "", place) for term in glossary.terms)
    for term, places in known.senses.items():
        yield from (Candidate(f"{term}/{name}", SENSE.word, term, place) for name, place in places.items())


def candidates(known: Known, kind: str, framework: str | None = None) -> list[Candidate]:
    """What a reference of a kind may be to, by name; `framework` is the one whose atoms and implications count there.

    Where no framework is given, those of all count.
    """
    return sorted(one for one in everything_named(known) if _may_be(known, one, kind, framework))


def _may_be(known: Known, one: Candidate, kind: str, framework: str | None) -> bool:
    own = framework is None or one.within == framework
    match kind:
        case "atom" | "known-atom" | "framework-atom":
            return _is_atom(known, one, kind) and (own or kind != "atom" or one.word == TERM.word)
        case "chain-term":
            return one.word == TERM.word and any(one.name in terms for terms in known.chain_terms.values())
        case "inherited":
            return any(one.name in names for within, names in known.inherited.items() if framework in (None, within))
        case "implication":
            return one.word == kind and own
        case "history":
            return one.word in {linked.word for linked in LINKED}
        case _:
            words = {meant.word for meant in KINDS_MEANT.get(kind, ())} | {kind}
            return one.word in words or (one.word == OUTSIDE and kind in {"link", "match"})


def _is_atom(known: Known, one: Candidate, kind: str) -> bool:
    if kind == "framework-atom" and one.name not in known.atoms:
        return False
    return one.word == FACT.word or (one.word == TERM.word and (kind != "atom" or one.name in known.sentences))
