"""The order of words, and the letter that each stands under: Unicode's (UTS #10) root order, tailored by language.

Keys are those of `pyuca`. What is in ASCII alone is put in order without it, by the same weights, so that an English
glossary need not read a table of all the world's letters.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar
from unicodedata import combining, normalize

from hornbook.language.catalogues import language_name
from hornbook.language.tailoring import DOTLESS, FIRST, TAILORING

T = TypeVar("T")
Element = tuple[float, int, int]
"""The weights of a letter: which it is, in which form, and whether it is a capital."""
Key = tuple[float, ...]

SIGNS = "#"
"""The letter of what begins with none."""
_SIGNS = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
_WEIGHTS_OF_SIGNS = (
    *(
        521,
        523,
        525,
        546,
        564,
        570,
        609,
        615,
        632,
        774,
        781,
        792,
        793,
        794,
        795,
        796,
        797,
        911,
        912,
        917,
        918,
        919,
        921,
    ),
    *(922, 1176, 1179, 1580, 1584, 1585, 1586, 1588, 1590, 7287, *range(7331, 7341)),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WEIGHTS_OF_LETTERS = (
    *(7341, 7366, 7392, 7413, 7440, 7499, 7514, 7550, 7576, 7602, 7627, 7645, 7696),
    *(7711, 7747, 7794, 7815, 7833, 7895, 7931, 7963, 8009, 8027, 8037, 8049, 8071),
)
_PLAIN, _SMALL, _CAPITAL = 32, 2, 8
"""The weights of a form without accents, of small letters and of capitals."""
_IMPLICIT = 0xFB40
"""From here on a sign that no table has, such as one of the Chinese script, has a weight in two parts."""
_STEP = 1 / 64
"""Between letters that a language puts behind one of the root order, whose weights are whole numbers."""
_ASCII: Mapping[str, Element] = {
    **{sign: (weight, _PLAIN, _SMALL) for sign, weight in zip(_SIGNS, _WEIGHTS_OF_SIGNS, strict=True)},
    **{one: (weight, _PLAIN, _SMALL) for one, weight in zip(_LETTERS, _WEIGHTS_OF_LETTERS, strict=True)},
    **{one.upper(): (weight, _PLAIN, _CAPITAL) for one, weight in zip(_LETTERS, _WEIGHTS_OF_LETTERS, strict=True)},
}
_LATIN: dict[float, str] = {
    weight: letter.upper() for letter, weight in zip(_LETTERS, _WEIGHTS_OF_LETTERS, strict=True)
}


class _Cluster(NamedTuple):
    """A sign with the marks that belong to it."""

    base: str
    marks: str


class _Own(NamedTuple):
    """A letter of a language's own."""

    clusters: tuple[_Cluster, ...]
    weight: float
    form: int


class Collation:
    """The order of one language."""

    def __init__(self, language: str) -> None:
        self._has_dotless = language in DOTLESS
        self._first_script = [_of_root(letter)[0][0] for letter in FIRST.get(language, ())]
        self._own, named = _tailored(TAILORING.get(language, ()), self._moved)
        self._named = _LATIN | named
        if self._has_dotless:
            self._named[_ASCII["i"][0]] = "İ"
        self.key: Callable[[str], Key] = lru_cache(maxsize=1 << 14)(self._key)
        """By what words are sorted; equal where they differ in nothing that counts."""

    def by_letter(self, things: Iterable[T], name: Callable[[T], str]) -> list[tuple[str, list[T]]]:
        """Things in the order in which they come, by the letter that their name begins with; signs and figures: `#`."""
        found: dict[float, tuple[str, list[T]]] = {}
        for one in things:
            weight, letter = self._first(name(one))
            found.setdefault(weight, (letter, []))[1].append(one)
        return list(found.values())

    def _first(self, words: str) -> tuple[float, str]:
        """The weight of the first letter, and how it is shown."""
        weights = (element[0] for element in self._elements(words) if element[0])
        weight = next(weights, 0)
        if weight >= _IMPLICIT:
            return weight * 0x10000 + next(weights, 0), words[:1]
        named = self._named.get(weight)
        if named is not None:
            return weight, named
        cluster = next(_clusters(words), _Cluster("", ""))
        if not cluster.base.isalpha():
            return 0, SIGNS
        bare = next((element[0] for element in self._ordered(cluster.base) if element[0]), 0)
        shown = cluster.base if bare == weight else normalize("NFC", "".join(cluster))[:1]
        return weight, shown.title() if len(shown.title()) == 1 else shown

    def _key(self, words: str) -> Key:
        elements = list(self._elements(words))
        levels = ([element[level] for element in elements if element[level]] for level in range(3))
        first, second, third = levels
        return (*first, 0, *second, 0, *third)

    def _elements(self, words: str) -> Iterator[Element]:
        if not self._own:
            yield from self._ordered(words)
            return
        clusters = list(_clusters(words))
        waiting: list[str] = []
        at = 0
        while at < len(clusters):
            own = self._own_at(clusters, at)
            if own is None:
                waiting.append("".join(clusters[at]))
                at += 1
                continue
            yield from self._ordered("".join(waiting))
            waiting = []
            taken = clusters[at : at + len(own.clusters)]
            yield own.weight, own.form, _CAPITAL if taken[0].base != self._small(taken[0]).base else _SMALL
            yield from _of_root(_marks_left(own, taken))
            at += len(own.clusters)
        yield from self._ordered("".join(waiting))

    def _ordered(self, words: str) -> Iterable[Element]:
        """The weights of words, those of the language's own script before all other letters."""
        elements = _of_root(words)
        if not self._first_script or words.isascii():
            return elements
        return ((self._moved(first), second, third) for first, second, third in elements)

    def _moved(self, weight: float) -> float:
        """The weight of a letter; one of the language's own script has a place before A, and behind all figures."""
        if self._first_script and self._first_script[0] <= weight < self._first_script[1]:
            return _WEIGHTS_OF_LETTERS[0] - 1 + (weight - self._first_script[0] + 1) / 0x10000
        return weight

    def _own_at(self, clusters: Sequence[_Cluster], at: int) -> _Own | None:
        """The longest letter of the language's own that stands there."""
        first = self._small(clusters[at])
        for own in self._own.get(first.base, ()):
            rest = map(self._small, clusters[at : at + len(own.clusters)])
            pairs = list(zip(own.clusters, rest, strict=False))
            if len(pairs) == len(own.clusters) and all(_is_form_of(one, other) for one, other in pairs):
                return own
        return None

    def _small(self, cluster: _Cluster) -> _Cluster:
        if self._has_dotless and cluster.base == "I":
            dotted = "\u0307" in cluster.marks
            return _Cluster("i" if dotted else "ı", cluster.marks.replace("\u0307", ""))
        return _Cluster(cluster.base.lower(), cluster.marks)


@cache
def collation(language: str) -> Collation:
    """The order of a language as BCP 47 names it, such as `de-AT`."""
    return Collation(language_name(language))


def _marks_left(own: _Own, taken: Sequence[_Cluster]) -> str:
    """The marks of signs that are no part of the letter that they are taken for, such as a tone."""
    pairs = zip(own.clusters, taken, strict=True)
    return "".join(mark for letter, found in pairs for mark in found.marks if mark not in letter.marks)


def _is_form_of(letter: _Cluster, found: _Cluster) -> bool:
    return letter.base == found.base and all(mark in found.marks for mark in letter.marks)


def _tailored(
    rules: Iterable[str], moved: Callable[[float], float]
) -> tuple[Mapping[str, Sequence[_Own]], dict[float, str]]:
    """The letters of a language's own by the sign that they begin with, the longest first; and what each is called."""
    own: dict[str, list[_Own]] = {}
    called: dict[float, str] = {}
    for rule in rules:
        anchor, *letters = (part.strip().split(", ") for part in rule.split("<"))
        start = _of_root(anchor[0])[0][0]
        for step, (first, *forms) in enumerate([anchor, *letters]):
            weight = moved(start + step * _STEP)
            if step:
                called[weight] = first[:1].upper() + first[1:]
            for form, written in enumerate([first, *forms]):
                if step or form:
                    one = _Own(tuple(_clusters(written)), weight, _PLAIN + form)
                    own.setdefault(one.clusters[0].base, []).append(one)
    for some in own.values():
        some.sort(key=lambda one: (-len(one.clusters), -sum(len(cluster.marks) for cluster in one.clusters)))
    return own, called


def _clusters(words: str) -> Iterator[_Cluster]:
    base, marks = "", ""
    for sign in normalize("NFD", words):
        if combining(sign):
            marks += sign
        else:
            if base or marks:
                yield _Cluster(base, marks)
            base, marks = sign, ""
    if base or marks:
        yield _Cluster(base, marks)


def _of_root(words: str) -> Sequence[Element]:
    """The weights of words in the root order."""
    if all(sign in _ASCII for sign in words):
        return [_ASCII[sign] for sign in words]
    elements: list[list[int]] = _table().collation_elements(normalize("NFD", words))
    return [(first, second, third) for first, second, third, *_ in elements]


@cache
def _table() -> Any:  # noqa: ANN401 - it ships no types
    # Half a second, for which words in ASCII need not wait.
    from pyuca.collator import Collator_10_0_0  # type: ignore[import-untyped]  # noqa: PLC0415 - it ships no types

    return Collator_10_0_0()
