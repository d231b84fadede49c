"""The table of examples on an explorer's page: what is known in words, and no more than fits."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.drawings import drawings_for
from hornbook.model import TermKind
from hornbook.pages import example_table
from hornbook.pages.context import Context
from hornbook.pages.html import Html, join
from hornbook.pages.marks import value_cell
from hornbook.pages.page import Page
from hornbook.reasoning.mentions import TermFinder
from hornbook.reasoning.readings import Readings
from hornbook.reasoning.scopes import Reasoning
from hornbook.site import build
from tests.pages.conftest import Page as PageAt
from tests.reasoning.projects import FRAMEWORK, example, with_files


def rows(page: PageAt, address: str) -> dict[str, list[str]]:
    found = {}
    for row in page(address).css("[data-kb-examples] tbody tr"):
        head, *cells = row.css("th, td")
        found[head.text()] = [cell.text() for cell in cells]
    return found


def test_each_cell_says_in_words_what_is_known(page: PageAt) -> None:
    titles = [one.text() for one in page("explore/plane/").css("[data-kb-examples] thead th")]
    (known,) = rows(page, "explore/plane/").values()
    said = dict(zip(titles[1:], known, strict=True))
    assert said["rectangle"] == "✓ holds"
    assert said["square"] == "✗ fails"
    assert list(rows(page, "explore/plane/")) == ["The measured board"]


def test_where_no_term_is_known_the_facts_are_shown(page: PageAt) -> None:
    known = rows(page, "explore/workshop/")
    assert set(known) == {"The board", "The measured board"}
    assert known["The board"] == ["✓ holds", "✓ holds"]


def test_readers_are_led_to_it(page: PageAt) -> None:
    for address in ("examples/", "frameworks/plane/"):
        links = [link.attributes.get("href") or "" for link in page(address).css("a")]
        assert any(link.endswith("explore/plane/#examples") for link in links), address


def test_what_is_left_out_is_said_and_still_searched(reasoning: Reasoning, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example_table, "MOST_ROWS", 1)
    monkeypatch.setattr(example_table, "MOST_COLUMNS", 1)
    written = build(reasoning, {})["docs/explore/workshop/index.md"].decode()
    assert "The table shows 1 of 2 examples, and of 2 properties the 1 about which most is known." in written
    assert written.count("data-kb-example=") == 1
    assert "The measured board&quot;]" in written


def test_however_much_is_recorded_it_stays_small(tmp_path: Path) -> None:
    atoms = [f"quality-{number:03}" for number in range(40)]
    term = "label: {0}\nkind: property\nshort: One of many.\nholds: it has {0}\nfails: it lacks {0}\n"
    files = {f"glossary/terms/{atom}.yaml": term.format(atom.replace("-", " ")) for atom in atoms}
    lines = [f"  - {{id: i-{atom}, if: [{atom}], then: rain}}" for atom in atoms]
    files[FRAMEWORK] = "label: Weather\nsource: almanac\nimplications:\n" + "\n".join(lines) + "\n"
    facts = ", ".join(f"{atom}: true" for atom in atoms)
    for number in range(200):
        files[f"glossary/examples/day-{number}.yaml"] = example(f"Day {number}", f"facts: {{{facts}}}")
    reasoning = with_files(tmp_path / "project", {**files, "docs/index.md": "# Home\n", "diagrams/wetness.yaml": None})
    context = Context(
        reasoning, TermFinder(reasoning.knowledge), drawings_for(reasoning.knowledge), {}, Readings({}, ()), {}, {}
    )
    setting = reasoning.framework("weather")
    written = join(
        *(
            one
            for one in example_table.example_table(Page(context, "explore/weather/"), setting, atoms)
            if isinstance(one, Html)
        )
    )
    assert "The table shows 50 of 200 examples, and of 41 properties the 20 about which most is known." in written
    assert len(written.encode()) <= 250_000


@pytest.mark.parametrize(("holds", "words"), [(True, "occurs"), (False, "does not occur"), (None, "does not apply")])
def test_a_failure_occurs_or_does_not_without_a_sign(holds: bool | None, words: str) -> None:  # noqa: FBT001
    (cell,) = LexborHTMLParser(f"<table>{value_cell(TermKind.FAILURE, holds=holds)}</table>").css("td")
    assert cell.text() == words
    assert cell.attributes["class"] != "kb-holds"
