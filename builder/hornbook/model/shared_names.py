"""Words that name several terms, whoever uses them so."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hornbook.model.folding import folded
from hornbook.model.records import Term


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term that a word may mean."""

    term: str
    framework: str | None
    """The only one that uses the word so, if it is one author's."""


@dataclass(frozen=True, slots=True)
class SharedName:
    """A word that names several terms."""

    text: str
    """As the first of them writes it."""
    meanings: tuple[Meaning, ...]
    """In the order of the terms' ids."""

    @property
    def terms(self) -> tuple[str, ...]:
        """The ids of the terms, each once."""
        return tuple(dict.fromkeys(meaning.term for meaning in self.meanings))


def compared(text: str) -> str:
    """The form in which names are the same word."""
    return folded(unicodedata.normalize("NFKC", text).strip()).text


def shared_names(terms: Mapping[str, Term]) -> Mapping[str, SharedName]:
    """The words of several terms by the form in which they are compared, in the order of the alphabet."""
    written: dict[str, str] = {}
    meanings: dict[str, dict[Meaning, None]] = {}
    for term in terms.values():
        for text, framework in _names(term):
            word = compared(text)
            written.setdefault(word, text)
            meanings.setdefault(word, {})[Meaning(term.id, framework)] = None
    shared = {word: SharedName(written[word], tuple(found)) for word, found in sorted(meanings.items())}
    return {word: name for word, name in shared.items() if len(name.terms) > 1}


def _names(term: Term) -> Iterator[tuple[str, str | None]]:
    yield term.label, None
    yield from ((alias.text, alias.framework) for alias in term.aliases)
