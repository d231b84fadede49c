"""Pixels: letters of other scripts and directions are there, in the order in which they are read."""

import unicodedata
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.diagrams.raster import for_painters, paintable, png

_SIZE = 'xmlns="http://www.w3.org/2000/svg" width="240" height="40" font-family="Inter" font-size="20"'


def painted(text: str) -> bytes:
    return png(f"<svg {_SIZE}>{text}</svg>", 240)


def line(words: str, more: str = "") -> str:
    return f'<text x="120" y="28"{more}>{words}</text>'


@pytest.mark.parametrize("words", ["שלום!", "(שלום) 3", "a שלום", "שלום, שלום."])
@pytest.mark.parametrize("anchor", ["middle", "end"])
def test_what_runs_from_right_to_left_is_painted_so(words: str, anchor: str) -> None:
    said = line(words, f' text-anchor="{anchor}" direction="rtl"')
    mirrored = str.maketrans("()", ")(")
    as_seen = f"\u202d{words.translate(mirrored)[::-1]}\u202c"  # each letter by itself, from left to right
    at = {"middle": "middle", "end": "start"}[anchor]
    assert painted(said) == painted(line(as_seen, f' text-anchor="{at}"'))


def test_a_line_that_begins_on_the_right_ends_left_of_its_place() -> None:
    assert painted(line("שלום", ' direction="rtl"')) == painted(line("שלום", ' text-anchor="end"'))


def test_letters_of_arabic_are_joined_beside_letters_of_another_script() -> None:
    """One font has them all, so that what stands beside them changes nothing; لا is one letter that is two."""
    joined, parted = painted(line("لا")), painted(line("ل\u200cا"))
    assert joined not in (parted, painted(""))
    beside, parted_beside = (painted(line(f"{one} A", ' direction="rtl"')) for one in ("لا", "ل\u200cا"))
    assert beside not in (parted_beside, painted(line("A")))


@given(st.text(st.sampled_from(sorted(paintable())) | st.sampled_from("لاשלום\u0301 (AI)"), max_size=12), st.booleans())
def test_no_mixture_of_letters_stops_a_painter(words: str, runs_left: bool) -> None:  # noqa: FBT001
    """Where fonts are mixed within a line that joins letters, usvg 0.48 ends in a panic."""
    assert painted(line(escape(words), ' direction="rtl"' if runs_left else ""))


def test_every_character_that_is_said_to_be_paintable_is_painted() -> None:
    seen = [one for one in sorted(paintable()) if unicodedata.category(one)[0] in "LNPS"]
    nothing = painted("")
    assert [one for one in seen if one not in "<&" and painted(line(one)) == nothing] == []
    assert painted(line("用")) == nothing


def test_drawings_of_one_direction_stay_as_they_are() -> None:
    svg = f'<svg {_SIZE}><title>\u05d0</title><text x="1" text-anchor="start">a<tspan>\u03b1 b</tspan></text></svg>'
    assert for_painters(svg) == svg
    assert for_painters("") == ""
