"""Giving something another id: every reference to it changes with it, and what led to the old id leads to the new."""

import re
from collections.abc import Iterable, Iterator

from hornbook.addresses import RESERVED_IDS
from hornbook.diagnostics import Edit, Place
from hornbook.edits.insertions import former_id, in_part
from hornbook.edits.own_words import renamed_word, word_meant
from hornbook.edits.things import UNREAD, Thing, drawings_of, frameworks_meant, names_of, the_thing, things_called
from hornbook.edits.values import FileChanges, Refusal
from hornbook.kinds import FACT, FRAMEWORK, PAGE, SENSE, SOURCE, STATEMENT, TERM, with_article
from hornbook.load import Loaded, Named
from hornbook.load.names import id_mistake
from hornbook.model import KnowledgeBase


def renamed(loaded: Loaded, old: str, new: str, drawings: Iterable[str] = ()) -> FileChanges | Refusal:
    """What changes where the thing called `old` is called `new` from now on; of a part, its own new id will do.

    `drawings` are the files beside the diagrams, of which those of a diagram go by its name.
    """
    knowledge = loaded.knowledge
    if knowledge is None:
        return UNREAD
    word = word_meant(loaded, knowledge, old)
    if word is not None:
        return word if isinstance(word, Refusal) else renamed_word(loaded, word, new)
    thing = the_thing(knowledge, old)
    if isinstance(thing, Refusal):
        return thing
    own = new.removeprefix(f"{thing.record.id}/") if thing.part is not None else new
    found = _in_the_way(knowledge, thing, own) or _unclear(knowledge, thing, loaded.named)
    if found is not None:
        return found
    edits = [_replaced(thing, one, own) for one in names_of(knowledge, thing, loaded.named) if one.place.end_line]
    edits += _own_edits(loaded, thing, own)
    if thing.kind is FRAMEWORK and thing.part is None:
        edits += _senses_of(loaded, knowledge, thing.record.id, own)
    edits += _addresses(loaded, thing, own)
    moved = dict(_moved(loaded, thing, own))
    moved |= {path: _renamed_file(path, own) for path in drawings_of(thing, drawings)}
    return FileChanges(edits=tuple(sorted(set(edits))), moved=moved)


def _renamed_file(path: str, own: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/{own}.{name.partition('.')[2]}"


def _in_the_way(knowledge: KnowledgeBase, thing: Thing, own: str) -> Refusal | None:
    """Why the new id cannot be."""
    mistake = id_mistake(own)
    if mistake is not None:
        return Refusal(f"the new id {mistake.message}", mistake.hint or "choose another id")
    if thing.part is None and own in RESERVED_IDS:
        return Refusal(f"`{own}` is a name that the site needs for itself", "choose another id")
    taken = things_called(knowledge, own if thing.part is None else f"{thing.record.id}/{own}")
    taken = [one for one in taken if (one.kind is SOURCE) is (thing.kind is SOURCE) or thing.part is not None]
    if taken:
        place = (taken[0].value if taken[0].part else taken[0].record).place
        return Refusal(f"`{own}` is {with_article(taken[0].word)} already", "choose another id", (place,))
    return None


def _unclear(knowledge: KnowledgeBase, thing: Thing, named: tuple[Named, ...]) -> Refusal | None:
    """References that may be to a fact of several frameworks, so that one of them cannot be renamed alone."""
    if thing.part is not FACT:
        return None
    places = tuple(
        one.place for one in names_of(knowledge, thing, named) if frameworks_meant(knowledge, one) != {thing.record.id}
    )
    if not places:
        return None
    message = f"`{thing.value.id}` is a fact of several frameworks, and here it is not said of which"
    return Refusal(message, "name the framework at these places first, as in `{framework: true}`", places)


def _replaced(thing: Thing, one: Named, own: str) -> Edit:
    """A reference with the new id in it."""
    if one.kind == "sense":
        term, _, sense = one.name.partition("/")
        return Edit(one.place, f"{own}/{sense}" if thing.part is None else f"{term}/{own}")
    return Edit(one.place, own)


def _own_edits(loaded: Loaded, thing: Thing, own: str) -> Iterator[Edit]:
    """What changes in the record itself: of a part its id, and the former id beside it."""
    if thing.file is None:
        yield from in_part(loaded.texts, thing, own)
    else:
        yield former_id(loaded.texts, thing.file, thing.record.id, own)


def _senses_of(loaded: Loaded, knowledge: KnowledgeBase, old: str, new: str) -> Iterator[Edit]:
    """The senses that are called by their framework get its new id too."""
    for term in knowledge.terms.values():
        for sense in term.senses:
            if sense.id == sense.framework == old:
                thing = Thing(TERM, term, SENSE, sense)
                yield from in_part(loaded.texts, thing, None)
                own = (one for one in loaded.named if one.kind == "sense" and one.name == thing.id)
                yield from (Edit(one.place, f"{term.id}/{new}") for one in own)


def _moved(loaded: Loaded, thing: Thing, own: str) -> Iterator[tuple[str, str]]:
    """The files that are called by the id: that of the record, its statements, drawings kept beside it."""
    if thing.part is not None:
        return
    old = thing.record.id
    if thing.file is not None:
        yield thing.file, f"{thing.file.rpartition('/')[0]}/{own}.yaml"
    statements = STATEMENT.file.format(old)
    if thing.kind is SOURCE and statements in loaded.texts:
        yield statements, STATEMENT.file.format(own)


def _addresses(loaded: Loaded, thing: Thing, own: str) -> Iterator[Edit]:
    """Addresses in texts: those at which statements are kept, and links of hand-written pages."""
    old = thing.record.id if thing.part is None else thing.value.id
    written = re.compile("|".join(rf"{before}{re.escape(old)}(?![\w-])" for before in _before(thing)))
    for path, text in loaded.texts.items():
        if path.startswith((f"{STATEMENT.folder}/", f"{PAGE.folder}/")):
            for number, line in enumerate(text.split("\n"), 1):
                for match in written.finditer(line):
                    yield Edit(Place(path, number, match.end() - len(old) + 1, number, match.end() + 1), own)


def _before(thing: Thing) -> Iterator[str]:
    """What stands before the id in addresses, as patterns."""
    for pattern in filter(None, (thing.kind.address, *thing.kind.also)):
        before = re.escape(pattern.partition("{}")[0]).replace(r"/\#", r"/?\#")
        if thing.part is None:
            yield rf"(?<![\w-]){before}"
        else:
            anchor = thing.part.anchor.partition("{}")[0]
            yield rf"(?<![\w-]){before}{re.escape(thing.record.id)}/?#{anchor}"
    if thing.kind is FRAMEWORK and thing.part is None:
        yield from ("#position-", "#sense-", "-in-")
    if (thing.kind is TERM and thing.part is None) or thing.part is FACT:
        yield r"#(?:holds|fails|goal)=(?:[\w,&=!-]*[,=!])?"
