"""The two knowledge bases of this repository, each examined once in a process of the tests.

The sample belongs to the tests, which may name what is in it. The flagship belongs to whoever contributes to it: tests
read it as a large example of real use, and hold of it only what is true of every good glossary.
"""

from functools import cache
from pathlib import Path

from hornbook.production import examine
from hornbook.reasoning.scopes import Reasoning

FLAGSHIP = Path(__file__).resolve().parent.parent
SAMPLE = FLAGSHIP / "tests" / "sample"


@cache
def examined(project: Path) -> Reasoning:
    """A knowledge base without errors, with its theories."""
    result = examine(project)
    assert result.reasoning is not None, [f"{one.place}: {one.message}" for one in result.diagnostics]
    assert not result.failed, [f"{one.place}: {one.message}" for one in result.diagnostics]
    return result.reasoning
