"""Records made from their declarations alone: every field has a value, and every text names something of its own."""

from dataclasses import is_dataclass
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hornbook.diagnostics import Place
from hornbook.mathematics import Part
from hornbook.model import Element, Prose, Reference, SiteLink
from hornbook.model.contents import fields_of
from hornbook.model.fields import Borrowed

PLACE = Place("made.yaml")


class Maker:
    """Makes values of any type of the model; `planted` are the ids that its texts refer to, one for each text."""

    def __init__(self) -> None:
        self.planted: list[str] = []

    def made(self, hint: Any) -> Any:
        """A value of this type; a group has one member of each class that it may hold."""
        arguments = get_args(hint)
        origin = get_origin(hint)
        if Borrowed() in arguments:
            return None
        if origin is Annotated:
            return self.made(arguments[0])
        if origin in (Union, UnionType):
            return self.made(next(one for one in arguments if one is not type(None)))
        if origin is tuple and arguments[-1] is Ellipsis:
            members = get_args(arguments[0]) if get_origin(arguments[0]) in (Union, UnionType) else (arguments[0],)
            return tuple(self.made(one) for one in members)
        if origin in (tuple, frozenset):
            return origin(self.made(one) for one in arguments)
        return self._single(hint)

    def _single(self, kind: Any) -> Any:
        if kind is Prose:
            self.planted.append(f"planted-{len(self.planted) + 1}")
            return Prose((Reference(self.planted[-1], None, PLACE),), PLACE)
        if kind is Place:
            return PLACE
        if is_dataclass(kind):
            assert isinstance(kind, type)
            fields = fields_of(kind).items()
            holds_itself = kind in (Element, Part, SiteLink)  # as deep as one likes
            return kind(
                **{name: () if holds_itself and name == "children" else self.made(hint) for name, hint in fields}
            )
        if issubclass(kind, Enum):
            return next(iter(kind))
        return kind("x") if kind is str else kind()
