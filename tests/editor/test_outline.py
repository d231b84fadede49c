"""Where in a file somebody is writing, in texts that are whole and in texts that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.editor.completion import offers
from hornbook.editor.outline import Spot, spot_at
from hornbook.load import load
from hornbook.manual import Vocabulary, vocabulary_of
from tests.where import SAMPLE


def spot(marked: str) -> Spot:
    at = marked.index("^")
    return spot_at(marked.replace("^", ""), at)


@pytest.mark.parametrize(
    ("marked", "path", "written"),
    [
        ("label: Sq^", ("label",), "Sq"),
        ("label: Square\nrel^", (), "rel"),
        ("related: [ki^", ("related", None), "ki"),
        ("related: [kite, ^]\nnote: x", ("related", None), ""),
        ("related:\n  - ki^", ("related", None), "ki"),
        ("related:\n- kite\n- sq^", ("related", None), "sq"),
        ("a:\n  - id: b\n    if: [c, not d^]", ("a", None, "if", None), "not d"),
        ("a:\n- id: b\n  ^", ("a", None), ""),
        ("a:\n  - {if: [b, c^], then: d}", ("a", None, "if", None), "c"),
        ("a:\n  - {if: [b], then: not c^", ("a", None, "then"), "not c"),
        ("a:\n  - {if: [b], th^", ("a", None), "th"),
        ("a: {b: {c: d}, e: f^", ("a", "e"), "f"),
        ("a: [[b^", ("a", None, None), "b"),
        ("a: [b,\n  c^", ("a", None), "c"),
        ('a: "b: [c^', ("a",), "b: [c"),
        ('a:\n  - "b => c^', ("a", None), "b => c"),
        ("a: |\n  b: c\n  - d\ne: f^", ("e",), "f"),
        ("a: |\n  b: c\n\n  - d ^", ("a",), "|\n  b: c\n\n  - d "),
        ("a: >-\n  b\nc:\n  d: e^", ("c", "d"), "e"),
        ("# a: [b\nc: d^", ("c",), "d"),
        ("a: b\n\n\n^", (), ""),
    ],
)
def test_the_way_to_a_place(marked: str, path: tuple[str | None, ...], written: str) -> None:
    found = spot(marked)
    assert (found.path, found.written) == (path, written)


@pytest.mark.parametrize(
    "marked",
    [
        "^",
        "a^",
        "a: b\n^",
        "a:\n  - ^",
        "a:\n  - b: c\n    ^",
        "a: {^",
        "a: {b: c, ^",
        "a:\n  b: |\n    c\n  ^",
        "a:\n  b: |\n    c\n^",
    ],
)
def test_where_the_name_of_a_field_may_begin(marked: str) -> None:
    assert spot(marked).names


@pytest.mark.parametrize("marked", ["a: ^", "a: [^", "a: |\n  b^", "a: {b: ^", "a: b^"])
def test_where_it_may_not(marked: str) -> None:
    assert not spot(marked).names


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return vocabulary_of(load(SAMPLE))


def test_nothing_is_offered_in_a_formula(vocabulary: Vocabulary) -> None:
    for text, wanted in (("a [[sq", True), ("a $[[sq]]$", False), ("costs $5, [[sq", True)):
        at = text.index("[[sq") + 4
        assert bool(offers(vocabulary, "docs/a.md", text, at)) is wanted, text


YAML_LIKE = st.text(alphabet="ab:-[]{}|>#\"' \n,=", max_size=60)


@given(text=YAML_LIKE, share=st.floats(0, 1))
def test_no_text_is_too_broken(vocabulary: Vocabulary, text: str, share: float) -> None:
    at = int(share * len(text))
    spot_at(text, at)
    for path in ("glossary/faq/a.yaml", "glossary/sources.yaml", "docs/a.md"):
        for one in offers(vocabulary, path, text, at):
            assert 0 <= one.start <= at
