"""Texts in reStructuredText: each word has the place at which it is written."""

import re

import pytest

from hornbook.load.restructured import read_restructured_words
from hornbook.load.text import source_text

TEXTS = {
    "on the first line": "Rain falls.",
    "below a title": "Rain\n====\n\nSnow\nmelts.",
    "on odd lines and even ones": "Rain.\n\nSnow.\n\n\nHail.\n\n\n\nA b cd efg.",
    "in a list": "- Rain\n  falls.\n\n* * Snow melts\n    soon.",
    "behind tabs": "Rain:\n\n\tSnow\tmelts.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_word_has_the_place_at_which_it_is_written(name: str) -> None:
    lines = TEXTS[name].split("\n")
    blocks = read_restructured_words(source_text("page.rst", TEXTS[name])).blocks
    found = [(word, block.passage) for block in blocks for word in re.finditer(r"\w+", block.passage.text)]
    words = [(word[0], passage.where(*word.span())) for word, passage in found]
    assert [word for word, _ in words] == re.findall(r"\w+", TEXTS[name])
    for word, place in words:
        assert place.line == place.end_line
        assert place.end_column is not None
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == word
