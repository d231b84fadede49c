"""What is asked in a run: each question is put to the engine once, however many checks and pages ask it."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from hornbook.model.reads import Read, note, reads

_T = TypeVar("_T")


class Inquiries:
    """The inquiries of one run with what came of them. They only grow: what was put once is never put again."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, Hashable], tuple[object, frozenset[Read]]] = {}

    def once(self, kind: type[_T], inquiry: Hashable, put: Callable[[], _T]) -> _T:
        """What came of an inquiry, a value of this kind; `put` is called where nobody made it before.

        Whoever is given it has read all that it was made from.
        """
        key = (kind, inquiry)
        if key not in self._found:
            with reads() as noted:
                made = put()
            self._found[key] = made, frozenset(noted)
        found, read = self._found[key]
        note(*read)
        assert isinstance(found, kind)
        return found
