"""A letter of another script that looks like one of its word’s own is told; words of one script never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.load.text.confusables import mixed_words


@pytest.mark.parametrize(
    ("text", "word", "letter", "meant"),
    [
        ("So Rаin falls.", "Rаin", "а", "a"),
        ("АI", "АI", "А", "A"),
        ("мoре", "мoре", "o", "о"),
        ("the word αlpha", "αlpha", "α", "a"),
        ("a paρa, a paρa", "paρa", "ρ", "p"),
        ("Оnе", "Оnе", "О", "O"),
    ],
)
def test_a_letter_that_can_be_taken_for_another_is_told(text: str, word: str, letter: str, meant: str) -> None:
    (one,) = mixed_words(text)
    assert text[one.start : one.start + len(one.word)] == word == one.word
    assert (one.letter, one.meant, one.count) == (letter, meant, text.count(word))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rain naïve Ångström",
        "дождь море Аррӏе",
        "αβγ λόγος",
        "νx, αx and μm in a line",
        "μmol Δtime",
        "α-helix, дождь-rain, IT-шник",
        "日本語ラーメンTシャツ 東京tower 한국어abc",
        "العربيةabc עבריתabc",
        "🌧 ٣x x² ﬁne",
    ],
)
def test_what_people_write_is_no_mistake(text: str) -> None:
    assert [*mixed_words(text)] == []


@given(st.text(st.sampled_from("abcxyzäß-0 "), max_size=30), st.text(st.sampled_from("абвгдежшщ-0 "), max_size=30))
def test_words_of_one_script_beside_words_of_another_are_none(latin: str, cyrillic: str) -> None:
    assert [*mixed_words(f"{latin} {cyrillic} {latin}")] == []


def test_very_many_such_words_are_not_looked_at_without_a_bound() -> None:
    text = " ".join(f"аb{''.join(chr(97 + int(digit)) for digit in str(number))}" for number in range(50_000))
    assert len([*mixed_words(text)]) == 1_000
    assert len([*mixed_words("а" * 300_000 + "b")]) == 1
