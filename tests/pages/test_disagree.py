"""“I disagree”: a filled-in issue where the repository is on a forge, else a mail, else nothing."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from hornbook.diagnostics import Place
from hornbook.pages.disagree import disagree_address, disagree_html
from tests import made

PLACE = Place("glossary/terms/rain.yaml", 7, 3)


@pytest.mark.parametrize(
    ("repository", "issues", "title", "body"),
    [
        ("https://github.com/me/words/edit/main/", "https://github.com/me/words/issues/new", "title", "body"),
        ("https://codeberg.org/me/words/_edit/main/", "https://codeberg.org/me/words/issues/new", "title", "body"),
        (
            "https://gitlab.com/group/sub/words/-/edit/main/",
            "https://gitlab.com/group/sub/words/-/issues/new",
            "issue[title]",
            "issue[description]",
        ),
    ],
)
def test_a_forge_gets_an_issue_with_page_file_and_line(repository: str, issues: str, title: str, body: str) -> None:
    glossary = replace(made.GLOSSARY, repository=repository, contact="me@example.org")
    address = disagree_address(glossary, "Rain & “sun”", "terms/rain/", PLACE)
    assert address is not None
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == issues
    filled = parse_qs(parts.query)
    assert filled[title] == ["About “Rain & “sun””"]
    assert "https://example.org/terms/rain/" in filled[body][0]
    assert "glossary/terms/rain.yaml, line 7" in filled[body][0]


def test_elsewhere_a_mail_is_begun_and_without_one_there_is_nothing() -> None:
    glossary = replace(made.GLOSSARY, contact="me@example.org")
    address = disagree_address(glossary, "Rain", "terms/rain/", None)
    assert address is not None
    assert address.startswith("mailto:me@example.org?subject=About%20")
    assert "+" not in address
    assert disagree_html(made.GLOSSARY, "Rain", "terms/rain/", PLACE) == ""
