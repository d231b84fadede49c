"""The knowledge base: every record, each reference resolved. It exists only if everything was in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from typing import TypeVar, get_args, get_type_hints

from hornbook.diagnostics import Place
from hornbook.model.frameworks import Framework
from hornbook.model.handwritten import HandwrittenPage
from hornbook.model.outside import Outside
from hornbook.model.pictures import Chain, View
from hornbook.model.records import Change, Glossary, Source, Term
from hornbook.model.situations import Disagreement, Example, Faq, Question, Statement

_R = TypeVar("_R")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeBase:
    """Everything that was loaded; the mappings are by id and in the order of the ids."""

    glossary: Glossary
    terms: Mapping[str, Term] = field(default_factory=dict)
    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    views: Mapping[str, View] = field(default_factory=dict)
    chains: Mapping[str, Chain] = field(default_factory=dict)
    faqs: Mapping[str, Faq] = field(default_factory=dict)
    examples: Mapping[str, Example] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    disagreements: Mapping[str, Disagreement] = field(default_factory=dict)
    statements: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    """By source, in the order of the file."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    """Newest first."""
    pages: tuple[HandwrittenPage, ...] = ()
    outside: Mapping[str, Outside] = field(default_factory=dict)
    """Other glossaries that are cited, by the names that stand before their terms."""
    published: Mapping[str, Place] = field(default_factory=dict)
    """The lines of `glossary/ids.txt`, such as `term outer-alignment`; empty where there is no such file."""
    retired: Mapping[str, str | None] = field(default_factory=dict)
    """What was taken back on purpose, such as `term old-id`, with the id of what took its place, if anything did."""

    replaced: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """For what took the place of others, such as `term new-id`, the ids of those that were retired for it."""
    kinds_differ: bool = field(init=False, repr=False, compare=False)
    """Whether the terms are of more than one kind; where they are not, nobody needs to read which."""

    def __post_init__(self) -> None:
        """Turn the list of what was retired round, and look at the terms once for all pages."""
        replaced: dict[str, tuple[str, ...]] = {}
        for line, heir in self.retired.items():
            word, _, old = line.partition(" ")
            if heir is not None:
                replaced[f"{word} {heir}"] = (*replaced.get(f"{word} {heir}", ()), old)
        object.__setattr__(self, "replaced", replaced)
        object.__setattr__(self, "kinds_differ", len({term.own_kind for term in self.terms.values()}) > 1)

    def by_id(self, declaration: type[_R]) -> Mapping[str, _R]:
        """The records of one kind by their ids, for a kind that has ids."""
        found: Mapping[str, _R] = getattr(self, _held()[declaration])
        return found

    def records(self, declaration: type[_R]) -> tuple[_R, ...]:
        """The records of one kind, named by their class."""
        held = getattr(self, _held()[declaration])
        if isinstance(held, declaration):
            return (held,)
        listed = held.values() if isinstance(held, Mapping) else held
        return tuple(one for group in listed for one in (group if isinstance(group, tuple) else (group,)))


def held_by(name: str) -> tuple[type, bool]:
    """The class of the records that a field of the knowledge base holds, and whether several under each id."""
    found = next(one for one, its_field in _held().items() if its_field == name)
    assert isinstance(found, type)
    return found, found not in get_args(get_type_hints(KnowledgeBase)[name])


@cache
def _held() -> Mapping[object, str]:
    """For each class of records the field of the knowledge base whose type says that it holds them."""
    return {
        declaration: name
        for name, hint in get_type_hints(KnowledgeBase).items()
        for declaration in (hint, *get_args(hint), *(inner for one in get_args(hint) for inner in get_args(one)))
        if is_dataclass(declaration)
    }
