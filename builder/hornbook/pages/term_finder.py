"""Finding the mentions of terms in running text, in one pass however many terms there are.

Matching is Aho and Corasick's (1975), case-insensitive, whole words only, the longest of the leftmost matches.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from hornbook.model import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that names a term."""

    start: int
    end: int
    term: str


class TermFinder:
    """Knows every label and alias; an alias scoped to a framework counts only in that framework's texts."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        names: dict[str, list[tuple[str, str | None]]] = {}
        for term in knowledge.terms.values():
            names.setdefault(term.label.casefold(), []).append((term.id, None))
            for alias in term.aliases:
                names.setdefault(alias.text.casefold(), []).append((term.id, alias.framework))
        self._automaton = ahocorasick.Automaton()
        for name, meanings in sorted(names.items()):
            self._automaton.add_word(name, (len(name), tuple(meanings)))
        self._empty = not names
        self._automaton.make_automaton()

    def find(self, words: str, framework: str | None) -> Iterator[Mention]:
        """Yield the mentions in reading order; none overlaps another."""
        folded = words.casefold()
        if self._empty or len(folded) != len(words):  # a folding that changes lengths would misplace links
            return
        end_of_last = 0
        for mention in sorted(self._hits(folded, framework), key=lambda hit: (hit.start, -hit.end)):
            if mention.start >= end_of_last:
                end_of_last = mention.end
                yield mention

    def _hits(self, folded: str, framework: str | None) -> Iterator[Mention]:
        for last, (length, meanings) in self._automaton.iter(folded):
            start, end = last - length + 1, last + 1
            if _inside_word(folded, start) or _inside_word(folded, end):
                continue
            term = _meant(meanings, framework)
            if term is not None:
                yield Mention(start, end, term)


def _meant(meanings: Iterable[tuple[str, str | None]], framework: str | None) -> str | None:
    """The term a name stands for here: the author's own use of the word before the general one."""
    scoped = [term for term, scope in meanings if scope is not None and scope == framework]
    general = [term for term, scope in meanings if scope is None]
    return next(iter(scoped + general), None)


def _inside_word(words: str, at: int) -> bool:
    """Tell whether a word, or a hyphenated one, goes on across this position; a possessive 's may follow."""
    if at in {0, len(words)}:
        return False
    before, after = words[at - 1], words[at]
    if before.isalnum() and after.isalnum():
        return True
    if before == "-":
        return after.isalnum() and words[at - 2 : at - 1].isalnum()
    return after == "-" and before.isalnum() and words[at + 1 : at + 2].isalnum()
