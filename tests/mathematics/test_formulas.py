"""Where formulas stand in plain text: what is one, what is a price, and that nothing is lost."""

import pickle
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.mathematics import Formula, Typeset, converted, spans_of, written_in

PRICES = [
    "$5 and $10",
    "costs $5–$10",
    "costs $5-$10, or $ 7",
    "US$5, A$7 and R$ 9",
    "10$ and 20$",
    "10$-20$",
    "$5",
    "5 $",
    "$ x $",
    "a$b$",
    "A$AP and Ke$ha",
    "$x $",
    "$x$2",
    "$$",
    "$$$$",
    "$$ x",
    "\\$x$ and $5",
]
FORMULAS = {
    "$x$": ["x"],
    "($x$)": ["x"],
    "the $n$th": ["n"],
    "$5 and $x$": ["x"],
    "$x$, $y$.": ["x", "y"],
    "$x$-$y$": ["x", "y"],
    "数$x$は": ["x"],
    r"\$5 and $x\$$": [r"x\$"],
    r"$\{x_n\}$": [r"\{x_n\}"],
    "$$x$$ and $y$": ["x", "y"],
    "$$ x\ny $$": [" x\ny "],
    "$[[0,1]]$": ["[[0,1]]"],
    "$a<b>c$": ["a<b>c"],
}


def formulas_in(text: str) -> list[str]:
    return [piece.words for piece in written_in(text) if piece.is_formula]


@pytest.mark.parametrize("text", PRICES)
def test_a_price_is_no_formula(text: str) -> None:
    assert formulas_in(text) == []


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_stands_between_dollar_signs(text: str) -> None:
    assert formulas_in(text) == FORMULAS[text]


@given(st.text(alphabet="$\\ax 5\n{}_é数"))
def test_nothing_is_lost_and_every_piece_knows_where_it_stands(text: str) -> None:
    pieces = list(written_in(text))
    for piece, after in pairwise(pieces):
        assert piece.start < after.start
    for piece in pieces:
        start = piece.tex_start if piece.is_formula else piece.start
        assert text.startswith(piece.words, start) or text.startswith("\\$", start)
    kept = "".join(
        f"$${one.words}$$" if one.is_block else f"${one.words}$" if one.is_formula else one.words for one in pieces
    )
    assert kept == re.sub(r"\\\$", "$", text) or "\\$" in text
    assert len(kept) <= len(text)


def test_a_hundred_thousand_dollar_signs_are_read_at_once() -> None:
    for text in ("$" * 100_000, "$x" * 100_000, "$ x" * 100_000, "$\\$" * 100_000, "$" + "\\$" * 100_000):
        assert sum(1 for _ in spans_of(text)) <= 50_000


def test_text_with_formulas_is_a_string_of_letters() -> None:
    formula = converted("T_2", is_block=False)
    assert isinstance(formula, Formula)
    text = Typeset(("A ", formula, " space"))
    assert text == "A T₂ space"
    assert f"{text}" == text.strip()
    again = pickle.loads(pickle.dumps(text))
    assert again == text
    assert again.pieces == text.pieces
