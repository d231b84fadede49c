"""What the script knows where search finds nothing."""

import json
from dataclasses import replace
from typing import Any

import pytest

from hornbook.diagnostics import Place
from hornbook.kinds import TERM
from hornbook.load import load
from hornbook.manual import skeleton
from hornbook.model import HandwrittenPage, KnowledgeBase
from hornbook.pages.names_file import PLACEHOLDER, PLACEHOLDER_ID, names_file
from tests.where import SAMPLE

BEGUN = skeleton(TERM, "new", label=PLACEHOLDER)


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    found = load(SAMPLE).knowledge
    assert found is not None
    return found


def written(knowledge: KnowledgeBase, *titles: tuple[str, str]) -> Any:
    return json.loads(names_file(knowledge, titles, BEGUN))


def test_every_term_has_its_label_first_and_titles_follow(knowledge: KnowledgeBase) -> None:
    names = written(knowledge, ("A page", "a/"), ("Another", "b/"))["names"]
    pages: dict[str, str] = {}
    for name, page in names:
        pages.setdefault(page, name)
    assert {f"terms/{term.id}/": term.label for term in knowledge.terms.values()}.items() <= pages.items()
    assert names[-2:] == [["A page", "a/"], ["Another", "b/"]]


def test_other_known_words_are_in_no_name(knowledge: KnowledgeBase) -> None:
    data = written(knowledge, ("What is it about?", "a/"))
    assert "about" not in data["known"]
    assert "without" in data["known"]


def test_something_is_proposed_in_a_file_an_issue_or_a_mail_or_as_the_guide_says(knowledge: KnowledgeBase) -> None:
    def proposed(repository: str, contact: str | None, *pages: str) -> Any:
        glossary = replace(knowledge.glossary, repository=repository, contact=contact)
        by_hand = tuple(HandwrittenPage(path=path, place=Place(path)) for path in pages)
        return written(replace(knowledge, glossary=glossary, pages=by_hand))["propose"]

    github = proposed("https://github.com/a/b/edit/main/", "a@example.org")
    assert github.startswith(f"https://github.com/a/b/new/main/glossary/terms?filename={PLACEHOLDER_ID}.yaml&value=")
    assert (github.count(PLACEHOLDER), github.count(PLACEHOLDER_ID)) == (1, 1)
    forge = proposed("https://codeberg.org/a/b/_edit/main/", "a@example.org")
    assert forge.startswith("https://codeberg.org/a/b/issues/new?title=")
    assert PLACEHOLDER in forge
    elsewhere = "https://example.org/x/"
    assert proposed(elsewhere, "a@example.org", "contribute.md").startswith("mailto:a@example.org?")
    assert proposed(elsewhere, None, "index.md", "contribute.md") == "contribute/"
    assert proposed(elsewhere, None, "index.md") is None
