from pathlib import Path

import pytest

from hornbook.check import check_links
from hornbook.reasoning.scopes import reason_about
from hornbook.site import places_on
from tests.load.project import BASE, loaded_with
from tests.where import SAMPLE


def found(folder: Path, text: str, *, base: Path = SAMPLE, path: str = "docs/page.md") -> list[tuple[str, str]]:
    """Code and place of what is said of the links of a page."""
    knowledge = loaded_with(folder, {path: text}, base).knowledge
    assert knowledge is not None
    links = check_links(knowledge, frozenset({"a b.png"}), places_on(reason_about(knowledge)))
    return [(one.code, f"{one.place.line}:{one.place.column}") for one in links]


@pytest.mark.parametrize(
    "target",
    [
        "index.md",
        "about.md",
        "page.md",
        "#a-heading",
        "#own",
        "#top",
        "#fn:1",
        "page.md#a-heading",
        "about.md#about",
        "index.md#kb-1-only-the-finished-site-knows",
        "terms/square/index.md#square",
        "terms/square/index.md#sense-plane",
        "contribute/fields/index.md#term-short",
        "contribute/codes/index.md#link-broken",
        "frameworks/plane/index.md#square-definition",
        "terms/index.md#letter-s",
        "terms/square/index.md",
        "explore/plane/index.md#holds=square",
        "frameworks/index.md",
        "quiz/index.md",
        "faq/what-makes-a-square/index.md",
        "contribute/codes/index.md",
        "diagrams/by-definition.narrow.dark.svg",
        "sources/bibliography.bib",
        "a%20b.png",
        "https://example.org/missing",
    ],
)
def test_what_the_site_has_can_be_linked(tmp_path: Path, target: str) -> None:
    assert found(tmp_path, f"# A heading\n\n## B {{ #own }}\n\n[a]({target})[^1]\n\n[^1]: c\n") == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("missing.md", "link-broken"),
        ("terms/missing/index.md", "link-broken"),
        ("terms/", "link-broken"),
        ("a.png", "link-broken"),
        ("about", "link-broken"),
        ("#missing", "anchor-missing"),
        ("about.md#missing", "anchor-missing"),
        ("index.md#missing", "anchor-missing"),
        ("terms/index.md#letter-missing", "anchor-missing"),
        ("terms/square/index.md#missing", "anchor-missing"),
        ("explore/plane/index.md#missing=square", "anchor-missing"),
        ("contribute/codes/index.md#missing", "anchor-missing"),
        ("#%6dissing", "anchor-missing"),
    ],
)
def test_what_the_site_does_not_have_is_named_where_it_is_linked(tmp_path: Path, target: str, code: str) -> None:
    assert found(tmp_path, f"# A heading\n\nSee [a]({target}).\n") == [(code, "3:9")]


def test_pictures_must_be_there_too(tmp_path: Path) -> None:
    assert found(tmp_path, "![a](a%20b.png#only-light) ![b](b.png)\n") == [("link-broken", "1:33")]


def test_pages_of_kinds_that_a_glossary_does_not_have_cannot_be_linked(tmp_path: Path) -> None:
    links = "[a](quiz/index.md) [b](examples/index.md) [c](disagreements/index.md) [d](frameworks/compare/index.md)\n"
    assert len(found(tmp_path / "base", links, base=BASE)) == 4
    assert found(tmp_path / "sample", links) == []
