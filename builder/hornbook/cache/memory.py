"""A cache before which one process remembers what its last run made: nothing of that is read, unpacked or made again.

What is remembered is what this process itself has made, as values, and is taken again only where all that it was made
from is equal. Nothing on a disk is trusted by it.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from hornbook.cache.entries import Counts, NoCache

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
R = TypeVar("R")


@dataclass
class Memory(NoCache):
    """The cache `behind`, for a process that makes the same again and again."""

    keeps: ClassVar[bool] = True

    behind: NoCache
    counts: Counts = field(default_factory=Counts)
    _held: dict[tuple[str, ...], Any] = field(default_factory=dict)
    _late: dict[tuple[str, ...], tuple[str, tuple[str, ...], Callable[[], bytes]]] = field(default_factory=dict)

    def get(self, kind: str, key: tuple[str, ...]) -> bytes | None:
        """What an earlier run made; None where none did, or where it is in doubt."""
        return self.behind.get(kind, key)

    def every(self, kind: str, key: tuple[str, ...]) -> list[bytes]:
        """What each of several runs made."""
        return self.behind.every(kind, key)

    def put(self, kind: str, key: tuple[str, ...], content: bytes) -> None:
        """Keep what was made, if that is possible."""
        self.counts.made += 1
        self.behind.put(kind, key, content)

    def put_last(self, name: tuple[str, ...], kind: str, key: tuple[str, ...], make: Callable[[], bytes]) -> None:
        """Keep what `make` gives once this process ends, unless this name stands for something else by then."""
        self.counts.made += 1
        self._late[name] = kind, key, make

    def held(self, *name: str) -> Any:  # noqa: ANN401 - whatever was held
        """What the last run in this process held under a name; None where there was none."""
        return self._held.get(name)

    def hold(self, value: object, *name: str) -> None:
        """Hold what the next run in this process may take again; nobody changes it any more."""
        self._held[name] = value

    def clear_away(self) -> None:
        """Let go of what was begun and left."""
        self.behind.clear_away()

    def tidy(self) -> None:
        """Keep what was left for the end, and let go of the oldest entries."""
        for kind, key, make in self._late.values():
            self.behind.put(kind, key, make())
        self._late.clear()
        self.behind.tidy()


def kept_before(
    cache: NoCache, name: tuple[str, ...], kind: str, keys: Mapping[K, tuple[str, ...]], read: Callable[[bytes], T]
) -> dict[K, T]:
    """What earlier runs made of that which has these keys: what this process holds under the name, or its entry, read.

    What is held there are values with their keys, by what has them.
    """
    held: Mapping[K, tuple[tuple[str, ...], T]] = cache.held(*name) or {}
    found: dict[K, T] = {}
    for one, key in keys.items():
        if one in held and held[one][0] == key:
            found[one] = held[one][1]
        elif (entry := cache.get(kind, key)) is not None:
            found[one] = read(entry)
    return found


def as_before(
    cache: NoCache,
    name: tuple[str, ...],
    around: object,
    given: Mapping[K, T],
    make: Callable[[Sequence[K]], Iterable[R]],
) -> dict[K, R]:
    """What `make` gives for each key, of all that is `given` for it and of what is `around` all.

    Where the last run in this process was given the same for a key, what that made of it is taken. `given` and what is
    made are values: who asks changes neither.
    """
    held: tuple[object, dict[K, tuple[T, R]]] = cache.held(*name) or (None, {})
    known = held[1] if held[0] == around else {}
    # Equal values stay as they were, so that the next comparison sees that they are the same objects.
    table = {key: known[key] for key, value in given.items() if key in known and known[key][0] == value}
    wanting = [key for key in given if key not in table]
    table |= {key: (given[key], one) for key, one in zip(wanting, make(wanting), strict=True)}
    cache.hold((around, table), *name)
    return {key: table[key][1] for key in given}
