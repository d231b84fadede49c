"""Laying files out: what they say stays, comments stay beside their fields, and doing it twice changes nothing more."""

from pathlib import Path

import pytest

from hornbook.edits.layout import laid_out
from hornbook.edits.tidying import tidied
from hornbook.edits.writing import write_changes
from hornbook.kinds import CHANGE, FRAMEWORK, SOURCE, TERM
from hornbook.load import load
from tests.sample_copy import copy_of_sample


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kind: concept\nlabel: Rain\nshort: Water.\n", "label: Rain\nkind: concept\nshort: Water.\n"),
        (
            "# its kind\nkind: concept\n# its name\nlabel: Rain\n",
            "# its name\nlabel: Rain\n# its kind\nkind: concept\n",
        ),
        ("label: Rain  # a name\n\n\n\nkind: concept   ", "label: Rain  # a name\n\nkind: concept\n"),
        ("kind: concept\nlabel: |\n  two  \n\n\n  lines\n", "label: |\n  two  \n\n\n  lines\nkind: concept\n"),
        (
            "label: Rain\nsenses:\n  - text: Water.\n    # whose\n    framework: farm\n",
            "label: Rain\nsenses:\n  - text: Water.\n    # whose\n    framework: farm\n",
        ),
        (
            "label: Rain\nsenses:\n  - text: Water.\n    framework: farm\n",
            "label: Rain\nsenses:\n  - framework: farm\n    text: Water.\n",
        ),
        ("{kind: concept, label: Rain}\n", "{kind: concept, label: Rain}\n"),
        ("zzz: 1\nlabel: Rain\n", "label: Rain\nzzz: 1\n"),
        ("label: cafe\u0301\n", "label: caf\u00e9\n"),
        (
            "# yaml-language-server: $schema=x\nkind: concept\nlabel: Rain\n",
            "# yaml-language-server: $schema=x\nlabel: Rain\nkind: concept\n",
        ),
    ],
)
def test_fields_come_in_their_order_with_their_comments(before: str, after: str) -> None:
    assert laid_out(before, TERM) == after
    assert laid_out(after, TERM) == after


def test_lists_of_records_and_sources_by_id_are_laid_out_too() -> None:
    assert laid_out("- text: New.\n  date: '2026-01-01'\n", CHANGE) == "- date: '2026-01-01'\n  text: New.\n"
    assert laid_out("one:\n  seen: no\n  title: One\n", SOURCE) == "one:\n  title: One\n  seen: no\n"
    facts = "atoms:\n  sand:\n    fails: it is not sand\n    holds: it is sand\nlabel: F\n"
    assert laid_out(facts, FRAMEWORK) == "label: F\natoms:\n  sand:\n    holds: it is sand\n    fails: it is not sand\n"


@pytest.mark.parametrize("text", ["label: [", "label: *rain\n", "a: 1\n---\nb: 2\n"])
def test_what_cannot_be_read_is_left(text: str) -> None:
    assert laid_out(text, TERM) is None


def test_a_project_says_the_same_afterwards(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    before = load(root)
    file = root / "glossary/terms/square.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    file.write_text("\n".join(lines).replace("label:", "label:  ") + "\n\n\n", encoding="utf-8")
    changes, _, unread = tidied(root)
    assert "glossary/terms/square.yaml" in changes.written
    assert unread == ()
    write_changes(root, changes)
    after = load(root)
    assert before.knowledge is not None
    assert after.knowledge is not None
    assert {one.label for one in before.knowledge.terms.values()} == {
        one.label for one in after.knowledge.terms.values()
    }
    assert tidied(root)[0].written == {}


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    (root / "glossary/terms/square.yaml").write_text("label: [", encoding="utf-8")
    (root / "glossary/terms/kite.yaml").write_text("kind: concept\nlabel: Kite\nshort: One.\n", encoding="utf-8")
    changes, _, unread = tidied(root)
    assert unread == ("glossary/terms/square.yaml",)
    assert changes.written["glossary/terms/kite.yaml"].startswith("label: Kite\n")
