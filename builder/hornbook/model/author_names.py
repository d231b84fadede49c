"""Names of authors: those of people taken apart where that is safe, all others kept whole."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hornbook.language import say
from hornbook.model.records import Seen, Source

_PARTICLES = {"van", "von", "der", "den", "de", "la", "du", "di", "da", "del", "ter", "ten", "bin", "al"}
_WORD = re.compile(r"[^\W\d_][^\W\d_.’'-]*(?:[.’'-][^\W\d_]*)*")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in the parts that bibliographies sort by."""

    given: str
    particle: str
    """Such as "van"; empty for most."""
    family: str


@dataclass(frozen=True, slots=True)
class Authors:
    """Who wrote a source."""

    names: tuple[PersonName | str, ...]
    """A text is a group's name, or one that must not be taken apart."""
    remark: str | None
    """What the last line of the record's authors says of the rest, such as "and about 30 co-authors"."""


def authors_of(source: Source) -> Authors:
    """The authors of a source; one that begins with "and" is a remark on the rest and not a name."""
    return _authors(source.author, source.container_title or "")


@lru_cache(maxsize=1 << 12)  # the same few works are cited everywhere
def _authors(written: tuple[str, ...], venue: str) -> Authors:
    named = [author for author in written if not author.startswith("and ")]
    remarks = [author for author in written if author.startswith("and ")]
    # A site that publishes under its own name wrote under it as a group, however much the name looks like a person's.
    names = tuple((None if author in venue else person_name(author)) or author for author in named)
    return Authors(names, " ".join(remarks) or None) if names else Authors(written, None)


def author_order(source: Source) -> tuple[str, str]:
    """By what sources are sorted: the family name of the first author, or a group's name; then the date."""
    first = next(iter(authors_of(source).names), source.title)
    name = first if isinstance(first, str) else f"{first.family} {first.given}"
    return name.removeprefix("The ").casefold(), source.issued or ""


def author_and_year(source: Source) -> str:
    """How a source is named in a few words; that nothing of its data was seen is said wherever it is named.

    Two authors are both named; of more the first is.
    """
    authors = authors_of(source)
    who, *others = map(_family, authors.names or (source.title,))
    if len(others) == 1 and authors.remark is None:
        who = f"{who} & {others[0]}"
    elif others:
        who = say("{author} et al.", author=who)
    words = f"{who} {source.issued[:4]}" if source.issued else who
    return say("{source} (unverified)", source=words) if source.seen is Seen.NO else words


def _family(name: PersonName | str) -> str:
    return name if isinstance(name, str) else f"{name.particle} {name.family}".strip()


def person_name(author: str) -> PersonName | None:
    """The parts of a name of two to five plain words; None where it may be anything but one person's name.

    A name in one word, with punctuation or with a small word that is no particle belongs to a group, or says more
    than a name does; such names must not be taken apart.
    """
    words = author.split()
    if not 2 <= len(words) <= 5 or not all(_WORD.fullmatch(word) for word in words) or "and" in author.lower().split():
        return None
    small = [number for number, word in enumerate(words) if word[0].islower()]
    if any(words[number] not in _PARTICLES for number in small) or {0, len(words) - 1} & set(small):
        return None
    start = small[0] if small else len(words) - 1
    end = small[-1] + 1 if small else start
    return PersonName(" ".join(words[:start]), " ".join(words[start:end]), " ".join(words[end:]))
