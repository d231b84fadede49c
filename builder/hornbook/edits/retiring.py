"""Taking something out of the vocabulary: nothing may go on naming it, and its address says what took its place."""

from collections.abc import Iterable
from dataclasses import replace

from hornbook.diagnostics import Edit, Place
from hornbook.edits.insertions import without_part
from hornbook.edits.own_words import retired_word, word_meant
from hornbook.edits.things import UNREAD, Thing, drawings_of, names_of, the_thing
from hornbook.edits.values import FileChanges, Refusal
from hornbook.kinds import LINKED, PUBLISHED_IDS, SENSE, TERM, parts_of
from hornbook.load import Loaded, Named
from hornbook.model import KnowledgeBase


def retired(loaded: Loaded, name: str, heir: str | None = None, drawings: Iterable[str] = ()) -> FileChanges | Refusal:
    """What changes where the thing called `name` goes; every reference to it is to `heir` then, if there is one.

    Without an heir nothing may refer to it but the history of the vocabulary. `drawings` are the files beside the
    diagrams; those of a diagram go with it.
    """
    knowledge = loaded.knowledge
    if knowledge is None:
        return UNREAD
    word = word_meant(loaded, knowledge, name)
    if word is not None:
        return word if isinstance(word, Refusal) else retired_word(loaded, word, heir)
    thing = the_thing(knowledge, name)
    if isinstance(thing, Refusal):
        return thing
    if thing.part is None and thing.kind not in LINKED:
        return Refusal(f"a {thing.kind.called} cannot be retired", "delete it once nothing refers to it")
    named = [one for one in names_of(knowledge, thing, loaded.named) if not _is_within(thing, one)]
    if heir is None:
        kept = tuple(one.place for one in named if one.kind != "history")
        changes = _named_still(thing, kept) if kept else _gone(loaded, thing, [])
    else:
        changes = _given_to(loaded, knowledge, thing, heir, named)
    if isinstance(changes, Refusal) or thing.part is not None:
        return changes
    return replace(changes, deleted=changes.deleted | set(drawings_of(thing, drawings)))


def _given_to(
    loaded: Loaded, knowledge: KnowledgeBase, thing: Thing, heir: str, named: list[Named]
) -> FileChanges | Refusal:
    new = the_thing(knowledge, heir if thing.part is None or "/" in heir else f"{thing.record.id}/{heir}")
    if isinstance(new, Refusal):
        return new
    if new.word != thing.word or new.id == thing.id:
        return Refusal(f"`{heir}` is no other {thing.word}", f"name a {thing.word} that takes its place")
    if thing.part is not None and new.record is not thing.record:
        return Refusal(f"`{new.id}` is a part of another record", "move what is said there first")
    senses = {sense.id for sense in new.record.senses} if new.kind is TERM else set()
    of_senses = [one for one in named if one.kind == "sense" and thing.part is None]
    lost = tuple(one.place for one in of_senses if one.name.partition("/")[2] not in senses)
    if lost:
        message = f"`{new.id}` lacks senses that these places name"
        return Refusal(message, "give it those senses, or mend the places", lost)
    edits = [Edit(one.place, _name_for(thing, new, one)) for one in named if one.kind != "history"]
    return _gone(loaded, thing, edits, new)


def _name_for(thing: Thing, new: Thing, one: Named) -> str:
    if one.kind == "sense" and thing.part is None:
        return f"{new.record.id}/{one.name.partition('/')[2]}"
    if thing.part is SENSE:
        return new.id
    return str(new.record.id if new.part is None else new.value.id)


def _named_still(thing: Thing, places: tuple[Place, ...]) -> Refusal:
    count = f"{len(places)} place{'' if len(places) == 1 else 's'}"
    return Refusal(f"`{thing.id}` is named at {count}", "mend them, or say what takes its place: `--for ID`", places)


def _is_within(thing: Thing, one: Named) -> bool:
    """Whether a reference stands in a file that goes."""
    return thing.file is not None and one.place.path == thing.file


def _gone(loaded: Loaded, thing: Thing, edits: list[Edit], new: Thing | None = None) -> FileChanges | Refusal:
    if thing.part is not None:
        going = without_part(loaded.texts, thing, new)
        if going is None:
            place = thing.value.place
            return Refusal(f"`{thing.id}` shares its lines with others", "put it on lines of its own first", (place,))
        return FileChanges(edits=tuple(sorted({*edits, *going, *_listed(loaded, thing, None)})))
    heir = None if new is None else str(new.record.id)
    deleted = frozenset({thing.record.place.path})
    return FileChanges(edits=tuple(sorted({*edits, *_listed(loaded, thing, heir)})), deleted=deleted)


def _listed(loaded: Loaded, thing: Thing, heir: str | None) -> list[Edit]:
    """The lines of the list of published ids that say so: that of the thing, and those of its parts."""
    published = loaded.knowledge.published if loaded.knowledge else {}
    parts = {part.word for part in parts_of(thing.kind)} if thing.part is None else set()
    found = []
    for line, place in published.items():
        word, _, name = line.partition(" ")
        is_part = word in parts and name.startswith(f"{thing.record.id}/")
        if line == thing.line or is_part:
            after = f" for {heir}" if heir and line == thing.line else ""
            whole = Place(PUBLISHED_IDS, place.line, 1, place.line, place.end_column)
            found.append(Edit(whole, f"retired {line}{after}"))
    return found
