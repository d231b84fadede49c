"""The words of what people type, and the names that they may stand for: any case, hyphens and spaces alike."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from hornbook.logic import Literal
from hornbook.model.folding import clusters, width

Phrase = tuple[str, ...]
"""Words in a row, as `split_words` gives them."""

_T = TypeVar("_T")
_JOINER = "[-_\u2010\u2012\u2013\u2014]"
_TOKEN = re.compile(
    rf"(?P<joiner>(?<=[^\W_]){_JOINER}(?=[^\W_]))"
    r"|<?[-=]+>|<[-=]+|\|[-=]|\|\||&&|/\\"
    r"|[^\W_]+(?:['’][^\W_]+)*|[^\w\s\"'`‘’“”„«»]"
)
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class TypedWord:
    """One word or sign; offsets count characters of what was typed."""

    text: str
    """In small letters, with compatible characters as one (NFKC)."""
    start: int
    end: int
    joined: bool
    """Whether a hyphen or an underscore joins it with the one before."""


@dataclass(frozen=True, slots=True)
class Name:
    """A text that stands for a literal: an id, a label, an alias, or a sentence for when something holds or fails."""

    text: str
    literal: Literal
    framework: str | None = None
    """The only framework that uses it so, if it is one author's word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything that a question can name."""

    literals: Mapping[Phrase, tuple[Name, ...]]
    scopes: Mapping[Phrase, tuple[str, ...]]
    """Frameworks and views, by what each is called."""
    frameworks: Mapping[str, str]
    """The framework of each scope, by id."""
    atoms: Mapping[str, frozenset[str]]
    """By scope, what it can be asked about."""
    ids: frozenset[str]
    """Every id that can stand as an atom anywhere."""
    longest: int
    """How many words the longest name has."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """Words that name nothing."""

    offset: int
    words: str
    is_scope: bool
    """Whether a framework or view is wanted there."""


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """Words that name several things, any of which may be meant."""

    offset: int
    words: str
    meant: tuple[str, ...]
    """Each as it could be written instead."""


@dataclass(frozen=True, slots=True)
class ForeignName:
    """A word of other authors, which says nothing in the framework of the question."""

    offset: int
    words: str
    names: tuple[Name, ...]


def vocabulary(
    names: Iterable[Name],
    scopes: Iterable[tuple[str, str]],
    frameworks: Mapping[str, str],
    atoms: Mapping[str, frozenset[str]],
) -> Vocabulary:
    """Put names in order: those of literals, and those of scopes, each with the id of its scope."""
    literals: dict[Phrase, tuple[Name, ...]] = {}
    ids = set()
    for name in names:
        ids.add(name.literal.atom)
        _add(literals, name.text, name)
    called: dict[Phrase, tuple[str, ...]] = {}
    for text, scope in scopes:
        _add(called, text, scope)
    longest = max(map(len, (*literals, *called)), default=0)
    return Vocabulary(
        literals=literals, scopes=called, frameworks=frameworks, atoms=atoms, ids=frozenset(ids), longest=longest
    )


def split_words(text: str) -> tuple[TypedWord, ...]:
    """The words and signs of a text; quotation marks around words say nothing."""
    folded, offsets = _folded(text)
    words: list[TypedWord] = []
    joined = False
    for match in _TOKEN.finditer(folded):
        if match["joiner"]:
            joined = True
            continue
        start, last = offsets[match.start()], offsets[match.end() - 1]
        words.append(TypedWord(match.group().replace("’", "'"), start, last + width(text, last), joined))
        joined = False
    return tuple(words)


def phrase_of(text: str) -> Phrase:
    """The words of a text alone."""
    return tuple(word.text for word in split_words(text))


def is_word(text: str) -> bool:
    """Whether it is a word and no sign."""
    return _WORD.match(text) is not None


def longest_match(
    words: tuple[TypedWord, ...], at: int, phrases: Mapping[Phrase, _T], most: int
) -> tuple[_T, int] | None:
    """What the longest phrase stands for that begins with a word, and where it ends; never a part of a joined word."""
    if at >= len(words) or words[at].joined:
        return None
    for end in range(min(len(words), at + most), at, -1):
        if end < len(words) and words[end].joined:
            continue
        found = phrases.get(tuple(word.text for word in words[at:end]))
        if found is not None:
            return found, end
    return None


def _add(phrases: dict[Phrase, tuple[_T, ...]], text: str, meant: _T) -> None:
    """Add a name as it is written, and without its signs."""
    whole = phrase_of(text)
    if whole and whole[-1] == ".":
        whole = whole[:-1]
    for phrase in {whole, tuple(filter(is_word, whole))}:
        if phrase and meant not in phrases.get(phrase, ()):
            phrases[phrase] = (*phrases.get(phrase, ()), meant)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with like characters as one, and for each of its characters where it stood."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    parts: list[str] = []
    offsets: list[int] = []
    for start, cluster in clusters(text):
        part = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold())
        parts.append(part)
        offsets += [start] * len(part)
    return "".join(parts), offsets
