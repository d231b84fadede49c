"""Places on the site by what they hold: the words for an address that a statement gives."""

from collections.abc import Mapping
from typing import Any

from hornbook.addresses import (
    INDEXES,
    Anchored,
    Index,
    page_address,
    page_title,
    places_on,
    title_of_record,
    written_address,
)
from hornbook.kinds import (
    ADDRESSED,
    CLAIM,
    FRAMEWORK,
    JUDGEMENT,
    POSITION,
    POSITION_CLAIM,
    SHARED_CLAIM,
    STATED,
    TERM,
    Kind,
    Part,
)
from hornbook.language import later, say
from hornbook.model import Framework, KnowledgeBase, Term

_INDEXES = {index.address: index for index in INDEXES}
_NUMBERED: Mapping[Part, str] = {
    CLAIM: later("claim {number}"),
    JUDGEMENT: later("judgement {number}"),
    SHARED_CLAIM: later("claim {number}"),
    POSITION_CLAIM: later("claim {number}"),
}


def place_title(knowledge: KnowledgeBase, written: str) -> str:
    """What stands at an address such as `terms/outer-alignment#sense-two-layer`, in a few words."""
    path, _, anchor = written_address(written).partition("#")
    if path in _INDEXES:
        return _on_index(knowledge, _INDEXES[path], anchor)
    for kind in ADDRESSED:
        assert kind.address is not None
        record = _named(knowledge, kind, kind.address, path)
        if record is not None:
            title, part = title_of_record(kind, record), _part(knowledge, kind, record, anchor)
            return f"{title}: {part}" if part else title
        for further in kind.also:
            record = _named(knowledge, kind, further, path)
            if record is not None:
                return say("What follows in {framework}", framework=title_of_record(kind, record))
    return _by_hand(knowledge, path)


def present_address(knowledge: KnowledgeBase, written: str) -> str:
    """The address of what stands at one that people write; it may be a former one."""
    address = written_address(written)
    path, _, anchor = address.partition("#")
    for kind in ADDRESSED if anchor else ():
        assert kind.address is not None
        record = _named(knowledge, kind, kind.address, path)
        if record is not None:
            moved = (one.anchor for one in places_on(knowledge, kind, record) if anchor in one.anchors)
            return f"{path}#{next(moved, anchor)}"
    return address


def _named(knowledge: KnowledgeBase, kind: Kind, pattern: str, path: str) -> Any | None:  # noqa: ANN401 - of any kind
    """The record of a kind whose page has this address."""
    before, _, after = pattern.partition("{}")
    name = path.removeprefix(before).removesuffix(after)
    return knowledge.by_id(kind.declaration).get(name) if path == f"{before}{name}{after}" else None


def _on_index(knowledge: KnowledgeBase, index: Index, anchor: str) -> str:
    """A list of records, or one record in it; a question of the quiz is known as that."""
    if not anchor:
        return say(index.title)
    for kind in ADDRESSED:
        record = knowledge.by_id(kind.declaration).get(anchor)
        if record is not None and kind.address == f"{index.address}#{{}}":
            return title_of_record(kind, record)
        if record is not None and kind in index.lists:
            return f"{say(index.title)}: {title_of_record(kind, record)}"
    return f"{say(index.title)}: {anchor}"


def _by_hand(knowledge: KnowledgeBase, path: str) -> str:
    for page in knowledge.pages:
        if page_address(page.path) == path:
            return page_title(knowledge, page)
    return path.rstrip("/")


def _part(knowledge: KnowledgeBase, kind: Kind, record: Any, anchor: str) -> str:  # noqa: ANN401 - of any kind
    """The part of a record's page that an anchor leads to; empty for the whole."""
    if kind is TERM:
        return _sense(knowledge, record, anchor)
    if kind is FRAMEWORK:
        return _record(record, anchor)
    around = ""
    for one in places_on(knowledge, kind, record):
        if one.part is POSITION:
            around = knowledge.frameworks[one.value.framework].label
        if anchor in one.anchors:
            return _place(knowledge, one, around)
    return anchor.replace("-", " ", 1).strip()


def _place(knowledge: KnowledgeBase, one: Anchored, around: str) -> str:
    """A part of a record, `around` being whose position it stands in."""
    if one.part is STATED:
        return say("statement {id}", id=one.value.id)
    if one.part is POSITION:
        return around
    words = say(_NUMBERED[one.part], number=one.number)
    if one.part is POSITION_CLAIM:
        return f"{around}, {words}"
    if one.framework is None:
        return words
    return say("{part} in {framework}", part=words, framework=knowledge.frameworks[one.framework].label)


def _sense(knowledge: KnowledgeBase, term: Term, anchor: str) -> str:
    for sense in term.senses:
        if anchor == f"sense-{sense.id}":
            is_default = sense.id == sense.framework and sense.framework is not None
            return knowledge.frameworks[sense.id].label if is_default else say("sense “{id}”", id=sense.id)
    return anchor.replace("-", " ")


def _record(framework: Framework, anchor: str) -> str:
    titles = {one.id: one.title for one in framework.lists} | {one.id: one.title for one in framework.tables}
    return titles.get(anchor, anchor.replace("-", " "))
