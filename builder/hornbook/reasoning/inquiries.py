"""What is asked in a run: each question is put to the engine once, however many checks and pages ask it."""

from collections.abc import Callable, Hashable
from typing import TypeVar

_T = TypeVar("_T")


class Inquiries:
    """The inquiries of one run with what came of them. They only grow: what was put once is never put again."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, Hashable], object] = {}

    def once(self, kind: type[_T], inquiry: Hashable, put: Callable[[], _T]) -> _T:
        """What came of an inquiry, a value of this kind; `put` is called where nobody made it before."""
        key = (kind, inquiry)
        if key not in self._found:
            self._found[key] = put()
        found = self._found[key]
        assert isinstance(found, kind)
        return found
