"""Laws of what is found in any text: nothing raises, and every place lies in the text and holds what is spoken of."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hornbook.diagnostics import Place
from hornbook.lint import lint
from hornbook.load.foreign import read_foreign_text
from tests.lint.copies import copy

WORDS = [
    *("square", "a rectangle", "implies", "if", "then", "not", "planar", "assuming", "and", "in plane"),
    *("x\u0301", "𝔸", "[[rectangle => square]]", "[[square", "]]"),
]
MARKS = [
    *(
        "*",
        "**",
        "_",
        "`",
        "``",
        "\\",
        "|",
        "||",
        "::",
        "<!--",
        "-->",
        "$",
        ". ",
        "\t",
        "<b>",
        "&amp;",
        "[a](b)",
        "![x](y)",
    ),
    *(":ref:`x`", "`x <y>`_", "|s|", "[1]_", "\n", "\n\n", "\n    ", "\n- ", "\n> ", "\n# ", "\n```\n", "\n====\n"),
    *("\n| a | b |\n|---|---|\n| ", "\n.. note::\n\n   ", "\n.. hornbook: off\n"),
]
TEXTS = st.lists(st.sampled_from([*WORDS, *MARKS]) | st.text(max_size=3), max_size=40).map(" ".join)


def within(text: str, place: Place) -> str:
    """What stands at a place that begins and ends on one line; the rest of its first line otherwise."""
    line = text.split("\n")[place.line - 1]
    assert 1 <= place.column <= len(line) + 1, place
    return line[place.column - 1 : place.end_column - 1 if place.end_line == place.line else None]


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["page.md", "page.rst"]), st.sampled_from([None, "plane", "workshop"]))
def test_whatever_is_written_is_read_and_every_place_is_in_it(text: str, path: str, framework: str | None) -> None:
    text = text.replace("\r", " ")
    foreign, wrong = read_foreign_text(path, text)
    found = lint(copy(), foreign, framework)
    assert all(within(text, one.place) or one.place.end_line != one.place.line for one in (*wrong, *found))
    for claim in foreign.claims:
        assert within(text, claim.place).startswith("[[")
    assert found == lint(copy(), read_foreign_text(path, text)[0], framework)
