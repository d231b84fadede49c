"""The two knowledge bases of this repository, each examined once in a process of the tests."""

from functools import cache
from pathlib import Path

from hornbook.production import examine
from hornbook.reasoning.scopes import Reasoning


@cache
def examined(project: Path) -> Reasoning:
    """A knowledge base without errors, with its theories."""
    result = examine(project)
    assert result.reasoning is not None, [f"{one.place}: {one.message}" for one in result.diagnostics]
    assert not result.failed, [f"{one.place}: {one.message}" for one in result.diagnostics]
    return result.reasoning
