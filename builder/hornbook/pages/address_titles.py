"""Places on the site by what they hold: the words for an address that a statement gives."""

from typing import Any

from hornbook.addresses import INDEXES, Index, page_address, page_title, places_on, title_of_record, written_address
from hornbook.kinds import ADDRESSED, FRAMEWORK, POSITION, POSITION_CLAIM, STATED, TERM, Kind
from hornbook.model import Framework, KnowledgeBase, Term

_INDEXES = {index.address: index for index in INDEXES}


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
                return f"What follows in {title_of_record(kind, record)}"
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
        return index.title
    for kind in ADDRESSED:
        record = knowledge.by_id(kind.declaration).get(anchor)
        if record is not None and kind.address == f"{index.address}#{{}}":
            return title_of_record(kind, record)
        if record is not None and kind in index.lists:
            return f"{index.title}: {title_of_record(kind, record)}"
    return f"{index.title}: {anchor}"


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
        words = f"{one.part.word} {one.number}"
        if one.part is POSITION:
            around = words = knowledge.frameworks[one.value.framework].label
        elif one.part is POSITION_CLAIM:
            words = f"{around}, {words}"
        elif one.framework is not None:
            words += f" in {knowledge.frameworks[one.framework].label}"
        if one.part is not STATED and anchor in one.anchors:
            return words
    word, _, which = anchor.partition("-")
    return f"{word} {which}".strip()


def _sense(knowledge: KnowledgeBase, term: Term, anchor: str) -> str:
    for sense in term.senses:
        if anchor == f"sense-{sense.id}":
            is_default = sense.id == sense.framework and sense.framework is not None
            return knowledge.frameworks[sense.id].label if is_default else f"sense “{sense.id}”"
    return anchor.replace("-", " ")


def _record(framework: Framework, anchor: str) -> str:
    titles = {one.id: one.title for one in framework.lists} | {one.id: one.title for one in framework.tables}
    return titles.get(anchor, anchor.replace("-", " "))
