"""Words that a field may hold carry their meaning, and are strings all the same."""

import copy
import pickle
from enum import StrEnum

import pytest

from hornbook.kinds import KINDS, PAGE
from hornbook.logic import Verdict
from hornbook.model.declared import declarations_in, fields_of, words_in
from hornbook.model.fields import Word


class Colour(Word):
    """What something looks like."""

    RED = "red", "Like a brick."
    BLUE = "blue", "Like the sky."


def used() -> set[type[StrEnum]]:
    """The classes of words that fields hold."""
    todo: list[type] = [kind.declaration for kind in KINDS if kind is not PAGE]
    found: set[type[StrEnum]] = set()
    for declaration in todo:
        for field in fields_of(declaration):
            todo += [one for one in declarations_in(field.shape) if one not in todo]
            words = words_in(field.shape)
            found |= set() if words is None else {words}
    return found


def test_a_word_is_what_is_written() -> None:
    assert (Colour.RED, str(Colour.RED), f"{Colour.RED}", Colour.RED.value) == ("red",) * 4
    assert [*Colour] == ["red", "blue"]
    assert hash(Colour.BLUE) == hash("blue")


def test_a_word_is_found_by_what_is_written_and_by_nothing_else() -> None:
    assert Colour("blue") is Colour.BLUE
    for wrong in ("Blue", "BLUE", "Like the sky.", ""):
        with pytest.raises(ValueError, match="is not a valid Colour"):
            Colour(wrong)


def test_a_word_has_its_meaning_beside_it() -> None:
    assert [one.meaning for one in Colour] == ["Like a brick.", "Like the sky."]


def test_a_copy_is_the_word_itself() -> None:
    assert pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED
    assert copy.deepcopy(Colour.RED) is Colour.RED


def test_all_words_of_fields_have_meanings() -> None:
    assert {words for words in used() if not issubclass(words, Word)} == {Verdict}
    assert len(used()) > 5
