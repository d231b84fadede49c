"""Knowledge bases for tests of what follows from them: the sample, and the small base with files put over it."""

from collections.abc import Mapping
from pathlib import Path

from hornbook.load import load
from hornbook.model import KnowledgeBase
from hornbook.reasoning.scopes import Reasoning, reason_about
from tests.load.project import loaded_with
from tests.where import SAMPLE

FRAMEWORK = "glossary/frameworks/weather.yaml"


def shapes() -> Reasoning:
    """The sample."""
    return reasoned(load(SAMPLE).knowledge)


def with_files(folder: Path, files: Mapping[str, str | None]) -> Reasoning:
    """The base of the cases with these files."""
    loaded = loaded_with(folder, files)
    assert loaded.knowledge is not None, loaded.diagnostics
    return reasoned(loaded.knowledge)


def reasoned(knowledge: KnowledgeBase | None) -> Reasoning:
    """A knowledge base that is there, with its theories."""
    assert knowledge is not None
    return reason_about(knowledge)


def example(label: str, *lines: str) -> str:
    """The file of an example."""
    return "\n".join([f"label: {label}", "text: A day.", *lines, "source: almanac", ""])
