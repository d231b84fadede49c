"""The glossary's own words called otherwise, or taken out: kinds of terms, groups, tags, statuses.

A word is written `tag:water`, or by itself where nothing else has that id. It has no address of its own that could lead
on: its place is on the list of terms.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hornbook.diagnostics import Edit, Place
from hornbook.edits.insertions import without_item
from hornbook.edits.things import things_called
from hornbook.edits.values import FileChanges, Refusal
from hornbook.kinds import GLOSSARY, PAGE
from hornbook.load import Loaded, Named
from hornbook.load.names import id_mistake
from hornbook.model import KnowledgeBase

FIELDS = {"kind": "kinds", "group": "groups", "tag": "tags", "status": "statuses"}
"""The field of the glossary that declares words of each sort."""
_ANCHORED = ("group", "tag")
"""Sorts whose words have a place on the list of terms, `#SORT-WORD`."""


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word of the glossary's own, with the place of its id where it is declared."""

    sort: str
    id: str
    place: Place

    def __str__(self) -> str:
        return f"{self.sort}:{self.id}"


def word_meant(loaded: Loaded, knowledge: KnowledgeBase, name: str) -> OwnWord | Refusal | None:
    """The word that an id stands for, or why it is not told; None where something else may have the id."""
    is_sort = name.partition(":")[0] in FIELDS and ":" in name
    if is_sort or (_words_called(loaded, name) and not things_called(knowledge, name)):
        return _the_word(loaded, name)
    return None


def _words_called(loaded: Loaded, name: str) -> list[OwnWord]:
    sort, colon, rest = name.partition(":")
    return [one for one in _declared(loaded) if one.id == (rest if colon else name) and (not colon or one.sort == sort)]


def _the_word(loaded: Loaded, name: str) -> OwnWord | Refusal:
    found = _words_called(loaded, name)
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"`{one}`" for one in found)
        return Refusal(f"`{name}` is {len(found)} words of the glossary", f"write which one: {choices}")
    sort = name.partition(":")[0]
    known = ", ".join(f"`{one}`" for one in _declared(loaded) if one.sort == sort)
    hint = f"there are {known}" if known else f"`{FIELDS.get(sort, 'tags')}` in `{GLOSSARY.file}` declares them"
    return Refusal(f"the glossary declares no {sort} `{name.partition(':')[2]}`", hint)


def renamed_word(loaded: Loaded, word: OwnWord, new: str) -> FileChanges | Refusal:
    """What changes where a word has the id `new` from now on; its label stays, where it has one."""
    own = new.removeprefix(f"{word.sort}:")
    mistake = id_mistake(own)
    if mistake is not None:
        return Refusal(f"the new id {mistake.message}", mistake.hint or "choose another id")
    there = _words_called(loaded, f"{word.sort}:{own}")
    if there:
        hint = f"choose another id, or `hornbook retire {word} --for {own}`"
        return Refusal(f"`{own}` is a {word.sort} already", hint, (there[0].place,))
    edits = [Edit(word.place, own), *(Edit(one.place, own) for one in _named(loaded, word)), *_links(loaded, word, own)]
    return FileChanges(edits=tuple(sorted(set(edits))))


def retired_word(loaded: Loaded, word: OwnWord, heir: str | None) -> FileChanges | Refusal:
    """What changes where a word goes: terms that it marks are marked by `heir` then, if there is one."""
    named = _named(loaded, word)
    other = None if heir is None else _the_word(loaded, heir if ":" in heir else f"{word.sort}:{heir}")
    if isinstance(other, Refusal):
        return other
    if other is not None and (other.sort != word.sort or other.id == word.id):
        return Refusal(f"`{heir}` is no other {word.sort}", f"name a {word.sort} that takes its place")
    if other is None and named:
        count = f"{len(named)} place{'' if len(named) == 1 else 's'}"
        places = tuple(one.place for one in named)
        return Refusal(f"`{word}` is named at {count}", "mend them, or say what takes its place: `--for ID`", places)
    gone = without_item(loaded.texts, word.place)
    if gone is None:
        return Refusal(f"`{word}` shares its lines with others", "put it on lines of its own first", (word.place,))
    given = () if other is None else (*_given_to(loaded, word, other), *_links(loaded, word, other.id))
    return FileChanges(edits=tuple(sorted({gone, *given})))


def _given_to(loaded: Loaded, word: OwnWord, other: OwnWord) -> Iterator[Edit]:
    """Every term that one word marks is marked by another; by no tag twice."""
    has_both = {one.place.path for one in _named(loaded, other)}
    for one in _named(loaded, word):
        is_twice = word.sort == "tag" and one.place.path in has_both
        twice = without_item(loaded.texts, one.place) if is_twice else None
        yield twice or Edit(one.place, other.id)


def _declared(loaded: Loaded) -> Iterator[OwnWord]:
    """Those of the glossary; the kinds that there are anyway are the program's."""
    if loaded.known is None:
        return
    words = loaded.known.own_words
    for sort in FIELDS:
        if sort != "kind" or words.has_kinds:
            yield from (OwnWord(sort, name, place) for name, place in words.places[sort].items())


def _named(loaded: Loaded, word: OwnWord) -> list[Named]:
    """Where terms are marked by it."""
    return [one for one in loaded.named if one.kind == word.sort and one.name == word.id and one.place.end_line]


def _links(loaded: Loaded, word: OwnWord, own: str) -> Iterator[Edit]:
    """Links of hand-written pages to its place on the list of terms."""
    if word.sort not in _ANCHORED:
        return
    written = re.compile(rf"#{word.sort}-({re.escape(word.id)})(?![\w-])")
    for path, text in loaded.texts.items():
        if path.startswith(f"{PAGE.folder}/"):
            for number, line in enumerate(text.split("\n"), 1):
                for match in written.finditer(line):
                    yield Edit(Place(path, number, match.start(1) + 1, number, match.end(1) + 1), own)
