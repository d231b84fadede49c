"""Finding the mentions of terms in running text, in one pass however many terms there are.

Matching is Aho and Corasick's (1975) on folded texts: whole words only, the longest of the leftmost matches. Whether
its capitals are those of the name is looked at afterwards.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick

from hornbook.model import KnowledgeBase, Term
from hornbook.model.folding import folded, is_mark, with_case


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that names a term, or one of several where nothing tells which."""

    start: int
    end: int
    terms: tuple[str, ...]

    @property
    def term(self) -> str | None:
        """The term that is meant; None where nothing tells which."""
        return self.terms[0] if len(self.terms) == 1 else None


@dataclass(frozen=True, slots=True)
class _Name:
    """A word for a term."""

    term: str
    text: str
    framework: str | None
    """The only one in whose texts it counts, if it is one author's word."""
    is_strict: bool
    """Whether capitals must be as they are written."""


class TermFinder:
    """Knows every label and alias; an alias scoped to a framework counts only in that framework's texts."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._at_home = _at_home(knowledge)
        self._bases: Mapping[str | None, tuple[str, ...]] = {
            one.id: tuple(base.id for base in one.bases) for one in knowledge.frameworks.values()
        }
        self._tags = {term.id: frozenset(term.tags) for term in knowledge.terms.values()}
        self._automaton = ahocorasick.Automaton()
        names = _names(knowledge) if knowledge.glossary.link_mentions else {}
        for text, meanings in sorted(names.items()):
            self._automaton.add_word(text, (len(text), tuple(meanings)))
        self._empty = not names
        self._automaton.make_automaton()

    def find(self, words: str, framework: str | None, tags: Collection[str] = ()) -> Iterator[Mention]:
        """Yield the mentions in reading order; none overlaps another.

        `framework` is the one whose words are used, `tags` what they are about.
        """
        if self._empty:
            return
        end_of_last = 0
        for mention in sorted(self._hits(words, framework, tags), key=lambda hit: (hit.start, -hit.end)):
            if mention.start >= end_of_last:
                end_of_last = mention.end
                yield mention

    def _hits(self, words: str, framework: str | None, tags: Collection[str]) -> Iterator[Mention]:
        text, starts = folded(words)
        for last, (length, names) in self._automaton.iter(text):
            first, after = last - length + 1, last + 1
            if _goes_on(text, first) or _goes_on(text, after) or _within(starts, first) or _within(starts, after):
                continue
            start, end = starts[first], starts[after]
            terms = self._meant([name for name in names if _is_alike(name, words[start:end])], framework, tags)
            if terms:
                yield Mention(start, end, terms)

    def _meant(self, names: list[_Name], framework: str | None, tags: Collection[str]) -> tuple[str, ...]:
        """The terms that a name can stand for here: the author's own use of the word before the general one.

        Of several those that the framework speaks of come before others, and of these those with a tag of the text.
        """
        terms = {name.term for name in names if name.framework is not None and name.framework == framework}
        terms = terms or {name.term for name in names if name.framework in self._bases.get(framework, ())}
        terms = terms or {name.term for name in names if name.framework is None}
        terms = {term for term in terms if framework in self._at_home.get(term, ())} or terms
        return tuple(sorted({term for term in terms if not self._tags[term].isdisjoint(tags)} or terms))


def _names(knowledge: KnowledgeBase) -> Mapping[str, list[_Name]]:
    """The names of terms by their folded texts, but for those whose mentions are to stay as they are."""
    found: defaultdict[str, list[_Name]] = defaultdict(list)
    for term in knowledge.terms.values():
        if term.link_mentions:
            for name in _names_of(term):
                found[folded(name.text.strip()).text].append(name)
    return found


def _names_of(term: Term) -> Iterator[_Name]:
    is_strict = term.in_text is not None
    for text in dict.fromkeys((term.label, term.in_text or term.label)):
        yield _Name(term.id, text, None, is_strict)
    for alias in term.aliases:
        yield _Name(term.id, alias.text, alias.framework, is_strict=False)


def _at_home(knowledge: KnowledgeBase) -> Mapping[str, frozenset[str]]:
    """For each term the frameworks that speak of it: it has a sense there, or stands in their implications."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for framework in knowledge.frameworks.values():
        for implication in framework.implications:
            for atom in implication.atoms:
                found[atom].add(framework.id)
    for term in knowledge.terms.values():
        found[term.id].update(sense.framework for sense in term.senses if sense.framework is not None)
    return {term: frozenset(frameworks) for term, frameworks in found.items()}


# Where a word ends

_CONNECTORS = "-._&'"
"""Between two letters or digits they make one word: "agent-based", "node.js", "R&D", "don't"."""
_POSSESSIVE = re.compile(r"'s(?!\w)")
_ELIDED = re.compile(r"(?:^|\W)\w{1,2}'$")
"""As in "l'agent" and "qu'agent": a word ends here."""
_SIGNS = "+#"
"""They belong to the word before them: "C" is no mention in "C++"."""
_UNSPACED = frozenset({"CJK", "HIRAGANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"})
"""Scripts that put no blanks between words, so that a word can end anywhere."""


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a word goes on across this position of a folded text; a possessive 's may follow."""
    if at in {0, len(text)} or not _joined(text, at):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return not (_script(before) in _UNSPACED or _script(after) in _UNSPACED)
    if after == "'":
        return _POSSESSIVE.match(text, at) is None
    return before != "'" or _ELIDED.search(text[max(0, at - 4) : at]) is None


def _joined(text: str, at: int) -> bool:
    """Tell whether what stands on either side of a position belongs together."""
    before, after = text[at - 1], text[at]
    if is_mark(after) or (before.isalnum() and (after.isalnum() or after in _SIGNS)):
        return True
    if before in _CONNECTORS:
        return after.isalnum() and text[max(0, at - 2) : at - 1].isalnum()
    return after in _CONNECTORS and before.isalnum() and text[at + 1 : at + 2].isalnum()


def _within(starts: Sequence[int], at: int) -> bool:
    """Tell whether a position is within what was one character, such as between the two of a folded "ß"."""
    return at > 0 and starts[at - 1] == starts[at]


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]


# Capitals

_WORDS = re.compile(r"[^\s\-\u2010\u2011]+")


def _is_alike(name: _Name, text: str) -> bool:
    """Tell whether capitals stand where the name has them.

    A word may begin with a capital that the name lacks, or lack one that the name begins with, as sentences and
    headings have it. Abbreviations and formulas stay what they are: neither is "AIM" an aim, nor "ai" an AI.
    """
    ours, theirs = _WORDS.findall(with_case(name.text)), _WORDS.findall(with_case(text))
    is_loud = len(theirs) > 1 and text.isupper()
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if name.is_strict and number == 0 and other[:1] != one[:1] and other[:1].islower():
            return False
        if one[1:] != other[1:] and not is_loud and (_is_formed(one) or _is_formed(other)):
            return False
        if one[:1] != other[:1] and _is_formed(one):
            return False
    return True


def _is_formed(word: str) -> bool:
    """Tell whether the capitals of a word are a matter of its meaning, as in "AI", "pH", "T₂" and "R"."""
    inner = any(letter.isupper() or letter.isnumeric() for letter in word[1:])
    return inner or (len(word) == 1 and word.isupper() and word not in "AI")
