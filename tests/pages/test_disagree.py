"""“I disagree”: a filled-in issue where the repository is on a forge, else a mail, else nothing."""

from dataclasses import replace
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from hornbook.diagnostics import Place
from hornbook.kinds import TERM
from hornbook.manual import issue_forms, skeleton
from hornbook.model import Glossary
from hornbook.pages.disagree import (
    DISAGREE_FORM,
    TERM_FORM,
    disagree_address,
    disagree_html,
    proposal_address,
    proposal_html,
)
from hornbook.pages.forge import CUT, LONGEST, cut, new_file
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


GITHUB = replace(made.GLOSSARY, repository="https://github.com/me/words/edit/main/", contact="me@example.org")
WITH_FORMS = replace(GITHUB, issue_forms=True)
FILE = "glossary/terms/dew.yaml"
BEGUN = skeleton(TERM, "dew")


def filled(address: str | None) -> tuple[str, dict[str, str]]:
    """An address up to its parameters, and these."""
    assert address is not None
    assert len(address) <= LONGEST
    parts = urlsplit(address)
    parameters = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    return f"{parts.scheme}://{parts.netloc}{parts.path}", {name: value for name, (value,) in parameters.items()}


def asked_by(form: str) -> set[str]:
    return {one["id"] for one in issue_forms()[form]["body"] if "id" in one}


def test_a_repository_with_forms_gets_the_form_with_its_page_and_title() -> None:
    place, parameters = filled(disagree_address(WITH_FORMS, "Rain & “sun”", "terms/rain/", PLACE))
    assert place == "https://github.com/me/words/issues/new"
    assert parameters == {
        "template": DISAGREE_FORM,
        "title": "About: Rain & “sun”",
        "page": "https://example.org/terms/rain/ (glossary/terms/rain.yaml, line 7)",
    }
    assert parameters.keys() - {"template", "title"} <= asked_by(DISAGREE_FORM)
    assert TERM_FORM in issue_forms()


@pytest.mark.parametrize("repository", ["https://codeberg.org/me/words/_edit/main/", "https://example.org/edit/"])
def test_forms_are_those_of_github_alone(repository: str) -> None:
    glossary = replace(WITH_FORMS, repository=repository)
    assert "template=" not in str(disagree_address(glossary, "Rain", "terms/rain/", PLACE))
    assert new_file(glossary, FILE, BEGUN) is None
    assert "begin its file" not in proposal_html(glossary, FILE, BEGUN)


@pytest.mark.parametrize(
    ("repository", "folder"),
    [
        ("https://github.com/me/words/edit/main/", "https://github.com/me/words/new/main/glossary/terms"),
        ("https://github.com/me/all/edit/v1/x/sub/", "https://github.com/me/all/new/v1/x/sub/glossary/terms"),
        ("https://firm.ghe.com/me/words/edit/main/", "https://firm.ghe.com/me/words/new/main/glossary/terms"),
    ],
)
def test_a_term_is_proposed_as_the_file_that_new_begins(repository: str, folder: str) -> None:
    place, parameters = filled(proposal_address(replace(GITHUB, repository=repository), "dew", FILE, BEGUN))
    assert place == folder
    assert parameters == {"filename": "dew.yaml", "value": BEGUN}


def test_a_form_is_offered_beside_the_file_where_there_are_forms() -> None:
    both = proposal_html(WITH_FORMS, FILE, BEGUN)
    assert f"template={TERM_FORM}" in both
    assert both.count("<a ") == 2
    assert proposal_html(GITHUB, FILE, BEGUN).count("<a ") == 1
    assert "mailto:" in proposal_html(replace(made.GLOSSARY, contact="me@example.org"), FILE, BEGUN)
    assert proposal_html(made.GLOSSARY, FILE, BEGUN) == ""


@pytest.mark.parametrize("glossary", [GITHUB, WITH_FORMS, replace(made.GLOSSARY, contact="me@example.org")])
@pytest.mark.parametrize("letter", ["a", "ü", "語", "🜁", "&", "\n"])
def test_addresses_stay_short_and_what_is_cut_says_so(glossary: Glossary, letter: str) -> None:
    address = disagree_address(glossary, letter * 5000, f"terms/{'x' * 64}/", PLACE)
    _, parameters = filled(address)
    assert any(value.endswith(CUT) for value in parameters.values())
    assert any("https://example.org/terms/" in value for value in parameters.values()), "where it is stays"
    _, parameters = filled(new_file(GITHUB, FILE, f"{BEGUN}{'# ' + letter * 300}\n" * 10))
    assert parameters["value"].startswith(BEGUN)
    assert "did not fit" in parameters["value"].splitlines()[-1]


@pytest.mark.parametrize("text", ["", "plain", "ü" * 10, "a語" * 5])
def test_a_text_is_cut_only_where_it_does_not_fit(text: str) -> None:
    needed = len(quote(text, safe=""))
    assert cut(text, needed) == text
    shorter = cut(text, max(needed - 1, 9))
    assert len(quote(shorter, safe="")) <= max(needed - 1, 9)
    assert shorter == text or shorter.endswith(CUT)
