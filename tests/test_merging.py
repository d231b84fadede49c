"""Two pull requests that each add something merge without a conflict, whatever each had to add."""

import subprocess
from pathlib import Path

from hornbook.check import published_ids
from hornbook.diagnostics import Severity
from hornbook.kinds import PUBLISHED_IDS
from hornbook.load import load
from hornbook.production import examine
from tests.sample_copy import copy_of_sample


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def add(root: Path, name: str) -> None:
    """A term with its source and a line of history."""
    (root / "glossary/sources").mkdir(exist_ok=True)
    (root / "glossary/changes").mkdir(exist_ok=True)
    source = f"title: The book of {name}\nseen: 'no'\nunverified: It was not seen.\n"
    (root / f"glossary/sources/book-of-{name}.yaml").write_text(source, encoding="utf-8")
    term = f"label: {name}\nkind: concept\nshort: One more.\nmentions: [book-of-{name}]\nunused: It is new.\n"
    (root / f"glossary/terms/{name}.yaml").write_text(term, encoding="utf-8")
    change = f"date: '2026-01-02'\nids: [{name}]\ntext: Added.\n"
    (root / f"glossary/changes/{name}.yaml").write_text(change, encoding="utf-8")


def test_two_pull_requests_that_each_add_a_term_merge(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    knowledge = load(root).knowledge
    assert knowledge is not None
    (root / PUBLISHED_IDS).write_text(published_ids(knowledge), encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "before")
    for name in ("oval", "ellipse"):
        git(root, "checkout", "-qb", name, "main")
        add(root, name)
        assert [one for one in examine(root).diagnostics if one.severity is not Severity.NOTE] == []
        git(root, "add", "-A")
        git(root, "commit", "-qm", f"add {name}")
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "oval")
    git(root, "merge", "-q", "ellipse", "-m", "both")
    after = load(root).knowledge
    assert after is not None
    assert {"oval", "ellipse"} <= after.terms.keys()
    assert {"book-of-oval", "book-of-ellipse"} <= after.sources.keys()
    assert {name for change in after.changes for name in change.ids} >= {"oval", "ellipse"}
    lines = published_ids(after).splitlines()
    assert {"term oval", "term ellipse", "source book-of-oval"} <= set(lines)
    assert set(knowledge.published or published_ids(knowledge).splitlines()) <= set(lines)


def test_a_source_in_a_file_of_its_own_is_the_source_that_a_list_would_hold(tmp_path: Path) -> None:
    root = copy_of_sample(tmp_path / "project")
    before = load(root).knowledge
    assert before is not None
    (root / "glossary/sources").mkdir()
    own = "title: Another\nseen: 'no'\nunverified: It was not seen.\n"
    (root / "glossary/sources/another.yaml").write_text(own, encoding="utf-8")
    after = load(root).knowledge
    assert after is not None
    assert after.sources.keys() - before.sources.keys() == {"another"}
    known = next(iter(before.sources))
    (root / f"glossary/sources/{known}.yaml").write_text(own, encoding="utf-8")
    assert [one.code for one in load(root).diagnostics] == ["id-taken"]
