"""A knowledge base in which every text that contributors write ends with the same words, as an attack would."""

from collections.abc import Mapping
from dataclasses import fields as fields_in
from dataclasses import is_dataclass, replace
from typing import Any, get_args

from hornbook.model import Element, KnowledgeBase
from hornbook.model.contents import fields_of
from hornbook.model.fields import Address, Atoms, Day, Language, Line, NewId, Ref, Version, Whole, Words

_TEXTS = (Line, Words, Address)
_NO_TEXTS = (Atoms, Day, Language, NewId, Ref, Version, Whole)
_OF_PROSE = frozenset({"text", "words", "title", "description"})
"""The texts of prose and of pages written by hand, which say nothing more of themselves."""


def planted(knowledge: KnowledgeBase, attack: str) -> KnowledgeBase:
    """The same knowledge with the attack at the end of every text, whatever field it stands in."""
    value = _planted(knowledge, attack, is_text=False)
    assert isinstance(value, KnowledgeBase)
    return value


def _planted(value: Any, attack: str, *, is_text: bool) -> Any:
    if type(value) is str:
        return value + attack if is_text else value
    if isinstance(value, Mapping):
        return {key: _planted(one, attack, is_text=is_text) for key, one in value.items()}
    if isinstance(value, tuple | frozenset):
        return type(value)(_planted(one, attack, is_text=is_text) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    derived = {one.name for one in fields_in(value) if not one.init}
    fields = [(name, hint) for name, hint in fields_of(type(value)).items() if name not in derived]
    changed = {
        name: _planted(getattr(value, name), attack, is_text=_is_text(name, hint))
        for name, hint in fields
        if type(getattr(value, name)) is not property
    }
    if isinstance(value, Element):
        own = ("title", "href")
        changed["attributes"] = tuple((name, said + attack * (name in own)) for name, said in value.attributes)
    return replace(value, **changed)


def _is_text(name: str, hint: object) -> bool:
    marks = [*_marks(hint)]
    if any(isinstance(mark, _TEXTS) for mark in marks):
        return True
    return name in _OF_PROSE and not any(isinstance(mark, _NO_TEXTS) for mark in marks)


def _marks(hint: object) -> list[object]:
    return [hint, *(mark for inner in get_args(hint) for mark in _marks(inner))]
