"""Widths of text, and where it breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.diagrams.text import BOLD, REGULAR, broken, clean, text_width

LABELS = st.text(max_size=60)


@given(LABELS, LABELS, st.sampled_from([REGULAR, BOLD]))
def test_width_is_additive_and_grows_with_the_size(left: str, right: str, weight: int) -> None:
    both = text_width(left + right, 15, weight)
    assert both == pytest.approx(text_width(left, 15, weight) + text_width(right, 15, weight))
    assert text_width(left, 30, weight) == pytest.approx(2 * text_width(left, 15, weight))


@pytest.mark.parametrize("character", ["a", "Ж", "Ω", "é", "⇒", "√", "“", "·", "≥"])
def test_table_knows_characters_of_many_scripts(character: str) -> None:
    assert text_width(character, 1000) != 1000


def test_table_is_large() -> None:
    known = sum(text_width(chr(code), 1000) != 1000 for code in range(0x20, 0x2300))
    assert known >= 500


def test_unknown_characters_count_one_em() -> None:
    assert text_width("漢字", 15) == 30


def test_wide_letters_are_wider_than_narrow_ones_and_bold_ones_than_regular_ones() -> None:
    assert text_width("m", 15) > text_width("i", 15)
    assert text_width("objective robustness", 15, BOLD) > text_width("objective robustness", 15, REGULAR)


@given(LABELS, st.floats(40, 300), st.integers(1, 3))
def test_breaking_loses_nothing_but_spaces(text: str, limit: float, lines: int) -> None:
    assert "".join("".join(broken(text, 15, limit, lines)).split()) == "".join(text.split())


@given(LABELS, st.floats(40, 300), st.integers(1, 3))
def test_no_line_is_wider_than_the_limit(text: str, limit: float, lines: int) -> None:
    assert all(text_width(line, 15) <= limit for line in broken(text, 15, limit, lines))


@given(st.lists(st.text("abcim", min_size=1, max_size=8), min_size=2, max_size=7))
def test_two_lines_break_where_the_widest_is_narrowest(words: list[str]) -> None:
    widest = max(text_width(line, 15) for line in broken(" ".join(words), 15, 10_000, 2))
    breaks = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    assert widest == pytest.approx(min(max(text_width(line, 15) for line in lines) for lines in breaks))


def test_words_stay_whole_where_they_fit() -> None:
    assert broken("objective robustness", 15, 112, 2) == ("objective", "robustness")
    assert broken("objective robustness", 15, 200) == ("objective robustness",)
    assert broken("robustness", 15, 112, 2) == ("robustness",)


def test_long_words_break_after_hyphens_first() -> None:
    assert broken("mesa-optimizer", 15, 90) == ("mesa-", "optimizer")


def test_empty_text_has_one_empty_line() -> None:
    assert broken("", 15, 100, 2) == ("",)
    assert broken("  \t ", 15, 100, 2) == ("",)


@given(LABELS)
def test_cleaning_is_idempotent_and_leaves_no_line_break(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not set(once) & set("\n\r\t\0\x0b\x7f\x85\ufffe")


def test_cleaning_keeps_what_can_be_written() -> None:
    assert clean("  a\n\tb <&> “é” 漢 ∧ 🦉 ") == "a b <&> “é” 漢 ∧ 🦉"
    assert clean("a\x00b\ud800c") == "a\ufffdb\ufffdc"
