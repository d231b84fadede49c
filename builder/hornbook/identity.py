"""Values as the keys of caches by what they are, and not by what they equal, since comparing large ones is long."""

from typing import Generic, TypeVarTuple

_Values = TypeVarTuple("_Values")


class Itself(Generic[*_Values]):
    """Some values as a key: equal to a key of these same values alone."""

    def __init__(self, *values: *_Values) -> None:
        self.values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and [*map(id, self.values)] == [*map(id, other.values)]

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.values)))
