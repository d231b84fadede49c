"""TeX to parts of MathML: what is let through, what is refused with its place, and letters for the rest."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hornbook.mathematics import COMMANDS, Flaw, Formula, Part, converted, in_letters
from hornbook.mathematics.conversion import DEEPEST, LONGEST, MOST_PARTS
from hornbook.mathematics.elements import ELEMENTS, VALUES
from hornbook.publish.allowed import MATHEMATICS

IN_LETTERS = {
    r"T_2": "T₂",
    r"\{x_n\}": "{xₙ}",
    r"x^{n+1}": "xⁿ⁺¹",
    r"G_\delta": "G_δ",
    r"x_{i,j}": "x_(i, j)",
    r"\frac{a+b}{2}": "(a + b)/2",
    r"T_{3\frac12}": "T_(3 1/2)",
    r"\sqrt{x+1}": "√(x + 1)",
    r"\sqrt[3]{x}": "³√x",
    r"2^{\aleph_0}": "2^ℵ₀",
    r"x=-y": "x = −y",
    r"|x|\le 1": "|x| ≤ 1",
    r"|-x|-|y|": "|−x| − |y|",
    r"\{x \mid x>0\}": "{x | x > 0}",
    r"\overline{AB}": "A̅B̅",
    r"f''(x)": "f″(x)",
    r"\cos^2 x": "cos² x",
    r"\sum_{i=1}^n i": "∑ᵢ₌₁ⁿ i",
    r"\forall x\in X\exists y": "∀x ∈ X ∃y",
    r"\neg p\lor\neg q": "¬p ∨ ¬q",
    r"\text{if } x": "if x",
    r"\binom nk": "(n; k)",
    r"\begin{pmatrix}1&2\\3&4\end{pmatrix}": "(1, 2; 3, 4)",
    r"\begin{align*}a&=b\\c&=d\end{align*}": "a = b; c = d",
    r"a<b>c": "a < b > c",
    r"[[0,1]]": "[[0, 1]]",
    r"\phantom{x}y": "y",
    "": "",
}
REFUSED = {
    r"\alpah x": (0, "command `\\alpah`"),
    r"x é \foo": (4, "command `\\foo`"),
    r"x^": (2, "cannot be read"),
    r"\frac{1}": (8, "cannot be read"),
    "}{": (0, "cannot be read"),
    "a & b": (2, "cannot be read"),
    r"\href{javascript:alert(1)}{x}": (0, "command `\\href`"),
    r"\eqref{x}": (0, "`<a>`"),
    r"\color{red}x": (0, "colour"),
    r"\textcolor{red}{x}": (0, ""),
    r"\kern 100em x": (0, "space"),
    r"\cancel{x}": (0, "`<menclose>`"),
    r"\begin{align}a&=b\end{align}": (0, "numbers"),
    r"\begin{align}a&=b\label{kb-x}\end{align}": (0, ""),
    r"x\def\a{\a\a}\a": (1, "define"),
    r"\newcommand\a{x}": (0, "define"),
    r"\let\a=\b": (0, "define"),
}


def parts_of(part: Part) -> Iterator[Part]:
    yield part
    for child in part.children:
        if isinstance(child, Part):
            yield from parts_of(child)


def is_harmless(formula: Formula) -> bool:
    parts = list(parts_of(formula.tree))
    return len(parts) <= MOST_PARTS and all(
        part.tag in ELEMENTS
        and all(
            (name in ELEMENTS[part.tag] and VALUES[name].match(value)) or (name, part.tag) == ("class", "mtd")
            for name, value in part.attributes
        )
        for part in parts
    )


@pytest.mark.parametrize("tex", IN_LETTERS)
def test_a_formula_in_letters(tex: str) -> None:
    made = converted(tex, is_block=False)
    assert isinstance(made, Formula)
    assert made.text == IN_LETTERS[tex]
    assert made.tex == tex
    assert is_harmless(made)


def test_a_formula_among_words_reads_as_it_does_within_a_line() -> None:
    assert in_letters(r"$T_2$ for \$5, $\mathchoice{apart}{within}{raised}{small}$") == "T₂ for $5, within"


@pytest.mark.parametrize("tex", REFUSED)
def test_what_cannot_be_set_is_said_with_its_place(tex: str) -> None:
    made = converted(tex, is_block=True)
    assert isinstance(made, Flaw)
    offset, words = REFUSED[tex]
    assert made.offset == offset
    assert words in made.message
    assert made.hint


SIGNS = st.sampled_from([*"\\{}[]^_&$%#~'<>\"= xa1\n\0é", *(f"\\{name} " for name in COMMANDS)])


@given(st.lists(SIGNS, max_size=40).map("".join))
@example("<script>alert(1)</script>")
@example('\\text{<b onclick="x">}')
@example("\\text{&lt;script&gt; \ufdd00\ufdd1}")
def test_whatever_is_written_it_is_a_formula_or_a_flaw(tex: str) -> None:
    for is_block in (False, True):
        made = converted(tex, is_block=is_block)
        if isinstance(made, Formula):
            assert is_harmless(made)
            assert made.tree.tag == "math"
            assert "\n" not in made.text
        else:
            assert 0 <= made.offset <= len(tex)


@pytest.mark.parametrize(
    "tex",
    [
        "{" * 100_000,
        "x" * (LONGEST + 1),
        "{" * (DEEPEST + 1) + "}" * (DEEPEST + 1),
        "\\sqrt " * 160,
        "\\left(" * 150,
        "x^" * 499,
        "\\frac" * 199 + "1",
        "\\text{" * 160,
        "\\begin{matrix}" * 70,
    ],
)
def test_what_is_too_long_or_too_deep_is_refused(tex: str) -> None:
    assert isinstance(converted(tex, is_block=True), Flaw)


def test_every_command_that_is_proposed_is_known() -> None:
    for name in COMMANDS:
        made = converted(f"\\{name}", is_block=True)
        assert isinstance(made, Formula) or made.command is None, name


def test_the_gate_allows_what_formulas_consist_of_and_nothing_else() -> None:
    assert {tag: attributes - {"alttext"} for tag, attributes in MATHEMATICS.items()} == dict(ELEMENTS)
    assert [tag for tag, attributes in MATHEMATICS.items() if "alttext" in attributes] == ["math"]
    assert not any(re.search("href|src|^style|^on|action", name) for names in ELEMENTS.values() for name in names)


@pytest.mark.parametrize("fence", ["(", "[", r"\{", r"X=\{0,1", r"\langle ", r"\lfloor a"])
def test_many_open_brackets_are_refused(fence: str) -> None:
    flaw = converted(fence * 60, is_block=False)
    assert isinstance(flaw, Flaw)
    assert flaw.message == "more than 16 brackets are open"
    assert not isinstance(converted("(a)" * 60, is_block=False), Flaw)
