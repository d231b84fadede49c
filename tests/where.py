"""Where things are: the repository, the content that it keeps, and the sample of the tests.

The sample belongs to the tests, which may name what is in it. The content of the repository, the flagship, belongs to
whoever contributes to it: tests read it as a large example of real use, and hold of it only what is true of every good
glossary. They find it here alone, so that they can be led to another with HORNBOOK_PROJECT.
"""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
FLAGSHIP = Path(os.environ.get("HORNBOOK_PROJECT", REPOSITORY)).resolve()
SAMPLE = REPOSITORY / "tests" / "sample"
EXAMPLES = REPOSITORY / "examples"

INPUTS = ("mkdocs.yml", "glossary", "diagrams", "docs")
"""What a project's site is made from."""

OF_FLAGSHIP = pytest.mark.content
BOTH = [pytest.param(SAMPLE, id="sample"), pytest.param(FLAGSHIP, id="flagship", marks=OF_FLAGSHIP)]
"""The two as parameters of a test."""
