"""Single values of published data, each held to what it must be before anything is made of it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from hornbook.load.outside import DamagedError, line
from hornbook.logic import Literal
from hornbook.model import Framework
from hornbook.model.notation import NotationProblem, parse_literal

_LONGEST = 1_000
_MOST = 100_000
"""As many items a list may have."""
_T = TypeVar("_T")


def within(data: Mapping[str, Any], field: str, wanted: type[_T]) -> _T:
    """A list or a mapping; an empty one where there is none."""
    value = data.get(field)
    if value is None:
        return wanted()
    if not isinstance(value, wanted) or (isinstance(value, list | dict) and len(value) > _MOST):
        raise DamagedError(f"have something else than they should in `{field}`")
    return value


def each(data: Mapping[str, Any], field: str, key: str = "id") -> Iterator[Mapping[str, Any]]:
    """The records of a list; or of a mapping, where each is called by its name there as if by its field `key`."""
    if isinstance(data.get(field), dict):
        named: dict[str, Any] = within(data, field, dict)
        items: list[Any] = [{key: name, **one} if isinstance(one, dict) else one for name, one in named.items()]
    else:
        items = within(data, field, list)
    for one in items:
        if not isinstance(one, dict):
            raise DamagedError(f"have something in `{field}` that is no record")
        yield one


def word(data: Mapping[str, Any], field: str) -> str:
    """A word that means something only if it is one of those that are known; empty for anything else."""
    value = data.get(field)
    return value if isinstance(value, str) else ""


def optional(data: Mapping[str, Any], field: str, longest: int = _LONGEST) -> str:
    """The same where it may be missing: empty then."""
    return line(data, field, longest, "something") if data.get(field) else ""


def texts(data: Mapping[str, Any], field: str) -> tuple[str, ...]:
    """A list of such texts."""
    items: list[Any] = within(data, field, list)
    return tuple(line({field: one}, field, _LONGEST, "something") for one in items)


def literal(written: object) -> Literal:
    """A literal in the notation of claims."""
    read = parse_literal(written) if isinstance(written, str) else None
    if read is None or isinstance(read, NotationProblem):
        raise DamagedError(f"have `{str(written)[:80]}` where an atom should stand")
    return read


def literals(data: Mapping[str, Any], field: str) -> tuple[Literal, ...]:
    """A list of literals."""
    items: list[Any] = within(data, field, list)
    return tuple(map(literal, items))


def known_atoms(frameworks: Mapping[str, Framework], terms: Collection[str]) -> None:
    """Refuse what names an atom that is neither a term nor a fact of its framework: nothing could be said of it."""
    for framework in frameworks.values():
        strange = sorted(framework.atoms - {fact.id for fact in framework.all_facts}.union(terms))
        if strange:
            raise DamagedError(f"name `{strange[0]}` in the framework `{framework.id}`, which nothing is called")
