"""The file of vectors is the one that the program makes now; it holds nothing of this site's own content."""

from tests.vectors.reading import FILE
from tools.vectors import vectors


def test_the_vectors_are_those_that_the_program_makes() -> None:
    assert FILE.read_text(encoding="utf-8") == vectors(), "run `python -m tools.vectors`"
