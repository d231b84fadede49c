"""Formulas in HTML: set where markup is made, letters where only letters can stand, and never a way in."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.mathematics import Formula, Typeset, converted
from hornbook.pages.formula_html import formula_markup, formulas_aside, formulas_back
from hornbook.pages.html import join, tag


def formula(tex: str, *, is_block: bool = False) -> Formula:
    made = converted(tex, is_block=is_block)
    assert isinstance(made, Formula)
    return made


T2 = Typeset(("A <b> ", formula("T_2"), " space"))
SET = '<math alttext="T₂"><msub><mi>T</mi><mn>2</mn></msub></math>'


def test_text_shows_its_formulas_where_markup_is_made_and_letters_elsewhere() -> None:
    assert tag("p", T2) == f"<p>A &lt;b&gt; {SET} space</p>"
    assert join(T2, "!") == f"A &lt;b&gt; {SET} space!"
    assert tag("p", title=T2) == '<p title="A &lt;b&gt; T₂ space"></p>'
    assert tag("option", T2) == "<option>A &lt;b&gt; T₂ space</option>"


@pytest.mark.parametrize(
    "tex", ["a<b>c", r"\text{<img src=x>}", r'\text{" onclick="x}', r"<script>x</script>", r"\&lt;"]
)
def test_nothing_in_a_formula_is_markup_of_its_own(tex: str) -> None:
    written = formula_markup(formula(tex))
    assert "\n" not in written
    tree = LexborHTMLParser(written)
    assert tree.css_first("img, script, b") is None
    assert all(
        node.attributes.keys() <= {"alttext", "lspace", "rspace", "stretchy"} for node in tree.css("math, math *")
    )
    math = tree.css_first("math")
    assert math is not None
    assert math.attributes["alttext"] == formula(tex).text


def test_what_may_be_too_wide_can_scroll() -> None:
    assert formula_markup(formula("x", is_block=True)).startswith('<span class="kb-formula kb-apart"><math ')
    assert formula_markup(formula("x+" * 20 + "x"), focused=True).startswith('<span class="kb-formula" tabindex="0">')
    assert formula_markup(formula("x")).startswith("<math ")


def test_an_allow_list_passes_over_formulas() -> None:
    written = f"<p>{SET} and {formula_markup(formula('x', is_block=True))}</p>"
    words, formulas = formulas_aside(written)
    assert "math" not in words
    assert formulas_back(words, formulas) == written
