"""Formulas in texts and fields: kept to the character, nothing in them is anything else, and mistakes have places."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.load import load
from hornbook.mathematics import Formula, Typeset
from hornbook.model import Reference, StatedClaim
from tests.load.prose_reading import KNOWN, outline, read
from tests.sample_copy import copy_of_sample

WITHOUT = replace(KNOWN, mathematics=False)
TREES = {
    "a $x_1*y_1$ b": "<p>a <x_1*y_1> b</p>",
    "*a $x*y$ b*": "<p><em>a <x*y> b</em></p>",
    r"$\{x_n\}$ and $a\;b$": r"<p><\{x_n\}> and <a\;b></p>",
    "$[[0,1]]$ and [[rain]]": "<p><[[0,1]]> and [rain|None]</p>",
    "$[[rain]]$": "<p><[[rain]]></p>",
    r"$\text{[[rain|words]]}$": r"<p><\text{[[rain|words]]}></p>",
    "$[[0$ and [[rain]]": "<p><[[0> and [rain|None]</p>",
    "$a<b>c$ $<script>$": "<p><a<b>c> <<script>></p>",
    "$[a](b)$": "<p><[a](b)></p>",
    "[a $x$](https://b.c)": "<p><a href=https://b.c>a <x></a></p>",
    "`$x$` and $x$": "<p><code>$x$</code> and <x></p>",
    "    $x$": "<pre><code>$x$\n</code></pre>",
    "```\n$$\nx\n$$\n```": "<pre><code>$$\nx\n$$\n</code></pre>",
    "$5 and $10": "<p>$5 and $10</p>",
    "costs $5–$10": "<p>costs $5–$10</p>",
    r"\$x\$ and \$5": "<p>$x$ and $5</p>",
    r"\\$x$": "<p>\\<x></p>",
    "$$x$$": "<p><<x>></p>",
    "a $$x$$ b": "<p>a <<x>> b</p>",
    "a\n$$\nx\n+ y\n- z\n= 1\n$$\nb": "<p>a</p><p><<\nx\n+ y\n- z\n= 1\n>></p><p>b</p>",
    "> $$\n> x\n> # y\n> $$": None,
    "- $$\n  x\n  $$": "<ul><li><<\nx\n>></li></ul>",
    "$x\ny$": "<p><x\ny></p>",
    "| $a$ |\n|---|": "<table><thead><tr><th><a></th></tr></thead></table>",
    "[[rain|the $T_2$]]": "<p>[rain|the T₂]</p>",
}


@pytest.mark.parametrize("markdown", [markdown for markdown, tree in TREES.items() if tree])
def test_a_formula_is_kept_to_the_character(markdown: str) -> None:
    result = read(markdown)
    assert result.diagnostics == ()
    assert outline(result.prose.nodes) == TREES[markdown]


@pytest.mark.parametrize("above", ["", "a\n\n" * 150], ids=["at the beginning", "far down"])
def test_a_formula_reaches_no_further_than_the_quotation_in_which_it_begins(above: str) -> None:
    nodes = read(f"{above}> $$\n> x\n# y $$").prose.nodes
    assert outline(nodes[-2:]) == "<blockquote><p>$$\nx</p></blockquote><h1>y $$</h1>"


SAFE = st.text(alphabet="x_*[]()<>`~!|^&;:=+-#\u05d0é \"'/", min_size=1).filter(lambda tex: tex == tex.strip())


@given(SAFE)
def test_nothing_inside_a_formula_is_anything_else(inside: str) -> None:
    result = read(f"Before $\\text{{{inside}}}$ after [[rain]].")
    formulas = [node for node in result.prose.walk() if isinstance(node, Formula)]
    unread = [one for one in result.diagnostics if one.code == "formula"]
    assert [formula.tex for formula in formulas] == ([] if unread else [f"\\text{{{inside}}}"])
    assert len(unread) <= 1
    assert {one.code for one in result.diagnostics} <= {"formula"}
    links = [node for node in result.prose.walk() if isinstance(node, Reference | StatedClaim)]
    assert [str(link.place) for link in links] == [str(link.place) for link in links[-1:]]


@pytest.mark.parametrize("markdown", TREES)
def test_without_mathematics_a_dollar_sign_is_one(markdown: str) -> None:
    result = read(markdown, WITHOUT)
    assert not any(isinstance(node, Formula) for node in result.prose.walk())
    assert not {one.code for one in result.diagnostics} & {"formula", "prose-mark"}


@pytest.mark.parametrize(
    ("markdown", "where"),
    [
        (r"a $x + \alpah$", r"\alpah"),
        ("> $$\n> x\n> + \\foo\n> $$", r"\foo"),
        (r"$[[rain]] \foo$", r"\foo"),
        ("- a\n- b $x\n  \\foo$", r"\foo"),
        ("| a |\n|---|\n| b $\\foo$ |", r"\foo"),
    ],
)
def test_an_unknown_command_has_its_place(markdown: str, where: str) -> None:
    result = read(markdown)
    assert [one.code for one in result.diagnostics] == ["formula"]
    assert result.written(result.diagnostics[0].place) == where


@pytest.mark.parametrize(
    ("written", "meant"),
    [("alpah", "alpha"), ("lamda", "lambda"), ("sqr", "sqrt"), ("implys", "implies"), ("floor", "rfloor")],
)
def test_what_is_meant_is_asked(written: str, meant: str) -> None:
    assert read(rf"$\{written}$").diagnostics[0].hint == f"did you mean `\\{meant}`?"


@pytest.mark.parametrize("written", ["foo", "abs", "norm", "eps", "id", "xx", "opname"])
def test_a_short_command_is_taken_for_none_that_is_hardly_like_it(written: str) -> None:
    assert read(rf"$\{written}$").diagnostics[0].hint == r"write words as `\text{…}`"


@pytest.mark.parametrize("markdown", ["See $x and more.", r"\$5 and $x$2"])
def test_a_dollar_sign_that_begins_nothing_is_said(markdown: str) -> None:
    assert [one.code for one in read(markdown).diagnostics] == ["prose-mark"]
    assert read(markdown, WITHOUT).diagnostics == ()


def test_a_hundred_thousand_dollar_signs_are_a_text() -> None:
    for text in ("$" * 100_000, "$ x" * 30_000, "$$\n" * 5_000, "$$ x\n" * 5_000, "\\$" * 50_000):
        read(text)


def test_fields_hold_formulas_and_know_them(tmp_path: Path) -> None:
    project = copy_of_sample(tmp_path / "p")
    term = project / "glossary" / "terms" / "kite.yaml"
    text = term.read_text().replace("label: Kite", "label: Kite ($T_2$, not $5)")
    term.write_text(text)
    knowledge = load(project).knowledge
    assert knowledge is not None
    label = knowledge.terms["kite"].label
    assert label == "Kite (T₂, not $5)"
    assert isinstance(label, Typeset)
    term.write_text(text.replace("$T_2$", r"$\alpah$"))
    found = [one for one in load(project).diagnostics if one.code == "formula"]
    assert [(one.place.line, one.place.column) for one in found] == [(1, 15)]
    (project / "docs" / "about.md").write_text("# About\n")
    glossary = project / "glossary" / "glossary.yaml"
    glossary.write_text(glossary.read_text() + "\nmathematics: false\n")
    knowledge = load(project).knowledge
    assert knowledge is not None
    assert knowledge.terms["kite"].label == r"Kite ($\alpah$, not $5)"
