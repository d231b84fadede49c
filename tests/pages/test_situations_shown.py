"""The situations that show a question to be open: of many rows those are left that tell most."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.pages import proofs
from hornbook.reasoning.scopes import Reasoning, reason_about
from hornbook.site import build


def folded_rows(files: dict[str, bytes]) -> list[list[bool]]:
    """Of each pair of situations, whether what is the same in both holds, row by row."""
    pages = [LexborHTMLParser(data.decode()) for path, data in sorted(files.items()) if path.endswith(".md")]
    rest = [one for page in pages for box in page.css(".kb-models-box") for one in box.iter() if one.tag == "details"]
    cells = [[row.css_first("td") for row in one.css("tr")] for one in rest]
    return [["kb-holds" in (cell.attributes["class"] or "") for cell in one if cell is not None] for one in cells]


def test_of_many_rows_that_are_the_same_those_that_hold_are_shown(
    reasoning: Reasoning, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = folded_rows(files)
    assert any({*rows} == {True, False} for rows in whole)
    monkeypatch.setattr(proofs, "_MOST_ROWS", 1)
    cut = folded_rows(build(reason_about(reasoning.knowledge), {}))
    assert cut == [[any(rows)] for rows in whole]
