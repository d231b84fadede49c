"""Words as comments: whatever a stranger wrote stays within its line."""

from collections.abc import Iterable, Iterator


def commented(sign: str, lines: Iterable[str]) -> Iterator[str]:
    """Each text as one line behind the sign of a comment; every kind of break in it becomes a blank."""
    return (f"{sign} {' '.join(line.split())}".rstrip() for line in lines)
