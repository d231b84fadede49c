"""Every address that statements may name is one of the site that is built: its page, and its place in the page."""

from pathlib import Path

import pytest

from hornbook.production import examine
from hornbook.reasoning.addresses import every_address
from hornbook.site import build

SAMPLE = Path(__file__).resolve().parent / "sample"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The Markdown of every page, by its address."""
    reasoning = examine(SAMPLE).reasoning
    assert reasoning is not None
    written = {path.removeprefix("docs/"): content for path, content in build(reasoning, {}).items()}
    return {
        path.removesuffix(".md").removesuffix("index").strip("/"): content.decode()
        for path, content in written.items()
        if path.endswith(".md")
    }


def test_every_known_address_is_on_the_site(pages: dict[str, str]) -> None:
    reasoning = examine(SAMPLE).reasoning
    assert reasoning is not None
    missing = []
    for address in sorted(every_address(reasoning.knowledge)):
        page, _, anchor = address.partition("#")
        text = pages.get(page)
        if text is None or (anchor and f'id="{anchor}"' not in text and f"#{anchor} }}" not in text):
            missing.append(address)
    assert missing == []
