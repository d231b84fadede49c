"""The pages of the sample, as the engine gets them, and what they are made from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.production import examine
from hornbook.reasoning.scopes import Reasoning
from hornbook.site import build

SAMPLE = Path(__file__).resolve().parent.parent / "sample"
Page = Callable[[str], LexborHTMLParser]


@pytest.fixture(scope="session")
def reasoning() -> Reasoning:
    result = examine(SAMPLE)
    assert result.reasoning is not None, result.diagnostics
    return result.reasoning


@pytest.fixture(scope="session")
def files(reasoning: Reasoning) -> dict[str, bytes]:
    return build(reasoning, {})


@pytest.fixture(scope="session")
def page(files: dict[str, bytes]) -> Page:
    """The blocks of HTML of the page at an address."""
    return lambda address: LexborHTMLParser(files[f"docs/{address}index.md"].decode())
