"""Did you mean …? A bounded number of times a run, since comparing with every id takes a while."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_SUGGESTIONS = 20
_LONGEST_WORD = 100


class Suggestions:
    """Finds the word that was probably meant, for the first twenty words of a run."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def closest(self, word: str, candidates: Iterable[str]) -> str | None:
        """The candidate most like `word`, or None; of equally good ones the first in the order of the alphabet."""
        question = (word, tuple(sorted(candidates)))
        if question not in self._answers:
            if len(word) > _LONGEST_WORD or len(self._answers) >= MOST_SUGGESTIONS:
                return None
            self._answers[question] = next(iter(get_close_matches(word, question[1], 1, 0.6)), None)
        return self._answers[question]
