"""The pages of the sample, as the engine gets them, and what they are made from."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.reasoning.scopes import Reasoning
from hornbook.site import build
from tests.examined import examined
from tests.where import SAMPLE

Page = Callable[[str], LexborHTMLParser]


@pytest.fixture(scope="session")
def reasoning() -> Reasoning:
    return examined(SAMPLE)


@pytest.fixture(scope="session")
def files(reasoning: Reasoning) -> dict[str, bytes]:
    return build(reasoning, {})


@pytest.fixture(scope="session")
def page(files: dict[str, bytes]) -> Page:
    """The blocks of HTML of the page at an address."""
    return lambda address: LexborHTMLParser(files[f"docs/{address}index.md"].decode())
