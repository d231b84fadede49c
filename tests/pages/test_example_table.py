"""The table of examples on an explorer's page: what is known in words, and no more than fits."""

import pytest

from hornbook.pages import example_table
from hornbook.reasoning.scopes import Reasoning
from hornbook.site import build
from tests.pages.conftest import Page


def rows(page: Page, address: str) -> dict[str, list[str]]:
    found = {}
    for row in page(address).css("[data-kb-examples] tbody tr"):
        head, *cells = row.css("th, td")
        found[head.text()] = [cell.text() for cell in cells]
    return found


def test_each_cell_says_in_words_what_is_known(page: Page) -> None:
    titles = [one.text() for one in page("explore/plane/").css("[data-kb-examples] thead th")]
    (known,) = rows(page, "explore/plane/").values()
    said = dict(zip(titles[1:], known, strict=True))
    assert said["rectangle"] == "✓ holds"
    assert said["square"] == "✗ fails"
    assert list(rows(page, "explore/plane/")) == ["The measured board"]


def test_where_no_term_is_known_the_facts_are_shown(page: Page) -> None:
    known = rows(page, "explore/workshop/")
    assert set(known) == {"The board", "The measured board"}
    assert known["The board"] == ["✓ holds", "✓ holds"]


def test_readers_are_led_to_it(page: Page) -> None:
    for address in ("examples/", "frameworks/plane/"):
        links = [link.attributes.get("href") or "" for link in page(address).css("a")]
        assert any(link.endswith("explore/plane/#examples") for link in links), address


def test_what_is_left_out_is_said_and_still_searched(reasoning: Reasoning, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example_table, "MOST_ROWS", 1)
    monkeypatch.setattr(example_table, "MOST_COLUMNS", 1)
    written = build(reasoning, {})["docs/explore/workshop/index.md"].decode()
    assert "The table shows 1 of 2 examples and, of 2 properties, the 1 of which most is known." in written
    assert written.count("data-kb-example=") == 1
    assert "The measured board&quot;]" in written
