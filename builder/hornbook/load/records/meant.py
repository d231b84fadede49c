"""What was probably meant by a field, a word or a literal that the model does not have: for hints alone."""

import re
from collections.abc import Collection

from hornbook.load.names import Suggestions, slug
from hornbook.load.tree import YamlScalar
from hornbook.model.notation import ID_PATTERN
from hornbook.model.synonyms import FIELDS, NEGATIONS, WORDS

_NEAR = 0.7
"""So alike names of fields must be for one to be taken for the other; they are short, and many."""
_NO_LETTERS = re.compile(r"[\W_]+")
_QUOTED = re.compile(r"([\"'“”„‟«»‘’‚‹›])(.*?)[\"'“”„‟«»‘’‚‹›]")
_NEGATED = re.compile(rf"(?:{'|'.join(map(re.escape, NEGATIONS))})\s*({ID_PATTERN})")
_BETWEEN = re.compile(r"\s*(?:[,+&∧;]|\band\b)\s*")


def field_meant(word: str, names: Collection[str], suggestions: Suggestions) -> str | None:
    """The field among `names` that a word stands for: written otherwise, called otherwise, or misspelt."""
    plain = _plain(word)
    same = {_plain(name): name for name in names}
    if plain in same:
        return same[plain]
    known = next((name for name in FIELDS.get(plain, ()) if name in names), None)
    return known or (None if plain in FIELDS else suggestions.closest(word, names, _NEAR))


def is_certain(word: str, meant: str) -> bool:
    """Whether a word for a field can mean no other: it is the same written otherwise, or a synonym of it alone."""
    return _plain(word) == _plain(meant) or FIELDS.get(_plain(word)) == (meant,)


def words_meant(text: str, words: Collection[str]) -> tuple[str, ...]:
    """The words among those that a field may hold which a text stands for."""
    return tuple(word for word in WORDS.get(text.casefold(), ()) if word in words)


def literal_meant(text: str) -> str:
    """A literal as it should be written; empty where nothing of the text can stay."""
    negated = _NEGATED.fullmatch(text.strip().casefold())
    return f"not {negated[1]}" if negated else slug(text)


def listed_as(field: str, scalar: YamlScalar) -> str:
    """A field that holds a list, as it should be written where a text stands in its place."""
    return f"{field}: [{', '.join(part for part in _BETWEEN.split(scalar.text.strip()) if part)}]"


def unquoted(text: str) -> str | None:
    """What stands between typographic quotation marks that enclose a whole text; None where none do."""
    found = _QUOTED.fullmatch(text.strip())
    return found[2].strip() if found and found[1] not in "\"'" and found[2].strip() else None


def _plain(word: str) -> str:
    return _NO_LETTERS.sub("_", word.casefold()).strip("_")
