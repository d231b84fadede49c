"""What an id stands for, and everything that names it: what renaming, retiring and editors rest on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hornbook.edits.values import Refusal
from hornbook.kinds import (
    ADDRESSED,
    CHAIN,
    FACT,
    FRAMEWORK,
    LINKED,
    QUESTION,
    SENSE,
    SOURCE,
    TERM,
    VIEW,
    Kind,
    Part,
    parts_of,
)
from hornbook.load import Named
from hornbook.model import KnowledgeBase
from hornbook.reports.asked_names import closest

_APART = {"source": SOURCE, "question": QUESTION}
"""References to kinds that have names of their own, by the word for the reference."""
_OF_PARTS = frozenset({"implication", "option", "sense", "kind", "tag", "status", "group"})
"""References to parts of records and to words of the glossary, likewise."""

UNREAD = Refusal("the project has mistakes, so that some references may be unread", "mend them first")


@dataclass(frozen=True, slots=True)
class Thing:
    """A record, or one of its parts that has an id."""

    kind: Kind
    record: Any
    part: Part | None = None
    value: Any = None
    """The part itself."""

    @property
    def id(self) -> str:
        """The id that it is called by: of a part, that of the record, a slash, and its own."""
        return self.record.id if self.part is None else f"{self.record.id}/{self.value.id}"

    @property
    def file(self) -> str | None:
        """The file that is called by its id; None for a part, and for a record in a list."""
        patterns = (self.kind.file, *((self.kind.apart,) if self.kind.apart else ()))
        own = {pattern.format(self.record.id) for pattern in patterns if "{}" in pattern}
        return self.record.place.path if self.part is None and self.record.place.path in own else None

    @property
    def word(self) -> str:
        """What it is, in messages and in the list of published ids."""
        return self.kind.word if self.part is None else self.part.word

    @property
    def line(self) -> str:
        """How the list of published ids names it."""
        return f"{self.word} {self.id}"


def things_called(knowledge: KnowledgeBase, name: str) -> list[Thing]:
    """Everything that has this id: `id` of a record, or `id/part`; `source:id` chooses among kinds."""
    word, colon, rest = name.partition(":")
    wanted = rest if colon else name
    return [one for one in everything(knowledge) if one.id == wanted and (not colon or one.word == word)]


def everything(knowledge: KnowledgeBase) -> Iterator[Thing]:
    """Every record that has an address, and every part with an id of its own."""
    for kind in ADDRESSED:
        for record in knowledge.records(kind.declaration):
            yield Thing(kind, record)
            for part in parts_of(kind):
                if part.published and part.field is not None:
                    yield from (Thing(kind, record, part, value) for value in getattr(record, part.field))


def the_thing(knowledge: KnowledgeBase, name: str) -> Thing | Refusal:
    """The one thing that has this id; otherwise why it is not told."""
    found = things_called(knowledge, name)
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"`{one.word}:{one.id}`" for one in found)
        return Refusal(f"`{name}` is the id of {len(found)} things", f"write which one: {choices}")
    return Refusal(f"nothing here has the id `{name}`", _meant(knowledge, name))


def _meant(knowledge: KnowledgeBase, name: str) -> str:
    """What was probably meant by an id that nothing has: a part by its own id alone, or an id that is like it."""
    inside = [one.id for one in everything(knowledge) if one.part is not None and one.value.id == name]
    if inside:
        return f"a part is named with its record: {', '.join(f'`{one}`' for one in inside[:5])}"
    word, colon, rest = name.partition(":")
    among = [one for one in everything(knowledge) if not colon or one.word == word]
    called = {one.value.id: one.id for one in among if one.part is not None} | {one.id: one.id for one in among}
    close = closest(rest if colon else name, called)
    if close is None:
        return "an id is the name of a file, without `.yaml`"
    return f"did you mean `{word}{colon}{close}`?" if colon else f"did you mean `{close}`?"


def names_of(knowledge: KnowledgeBase, thing: Thing, named: Iterable[Named]) -> list[Named]:
    """The references to a thing, each once; those to a term through one of its senses are among the term's."""
    return list(dict.fromkeys(one for one in named if refers_to(knowledge, thing, one)))


def refers_to(knowledge: KnowledgeBase, thing: Thing, one: Named) -> bool:
    """Whether a reference is to this thing."""
    if thing.part is None:
        return _is_to_record(thing, one)
    if thing.part is SENSE:
        return one.kind == "sense" and one.name == thing.id
    if one.name != thing.value.id or one.kind in {*_APART, "option", "sense"}:
        return False
    if one.kind == "inherited":
        base = knowledge.frameworks[one.framework].base
        return base is not None and base.home_of(one.name).id == thing.record.id
    if thing.part is FACT:
        return one.kind != "implication" and thing.record.id in frameworks_meant(knowledge, one)
    return one.kind == "implication" and knowledge.frameworks[one.framework].home_of(one.name).id == thing.record.id


def _is_to_record(thing: Thing, one: Named) -> bool:
    if one.kind == "sense":
        return thing.kind is TERM and one.name.partition("/")[0] == thing.record.id
    if one.name != thing.record.id or one.kind in _OF_PARTS:
        return False
    if one.kind == "inherited":  # what the term presupposes
        return thing.kind is TERM
    return _APART.get(one.kind) is thing.kind if one.kind in _APART else thing.kind in LINKED


def drawings_of(thing: Thing, files: Iterable[str]) -> list[str]:
    """The drawings of a diagram among the files of its folder."""
    if thing.part is not None or thing.kind not in {VIEW, CHAIN}:
        return []
    begins = f"{VIEW.folder}/{thing.record.id}."
    return [path for path in files if path.startswith(begins) and not path.endswith(".yaml")]


def frameworks_meant(knowledge: KnowledgeBase, one: Named) -> frozenset[str]:
    """The frameworks whose fact a reference may be to: the one that it stands in, if that has such a fact."""
    here = knowledge.frameworks.get(one.framework)
    if here is not None and any(fact.id == one.name for fact in here.all_facts):
        return frozenset({here.home_of(one.name).id})
    return frozenset(
        framework.id
        for framework in knowledge.records(FRAMEWORK.declaration)
        if any(fact.id == one.name for fact in framework.facts)
    )
