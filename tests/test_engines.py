"""The sample's whole site, made by each engine: the same addresses, complete, checked, twice the same bytes."""

import re
from pathlib import Path

import pytest

from builder.production import Result, build_site
from builder.publish import Engine, read_tree
from tests.sample_copy import copy_of_sample

ENGINES = [Engine.MKDOCS, Engine.PROPERDOCS]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_sample(tmp_path_factory.mktemp("engines") / "shapes")


def made(project: Path, engine: Engine, name: str) -> tuple[Result, dict[str, bytes]]:
    result = build_site(project, engine, project / name)
    tree = read_tree(project / name)
    assert isinstance(tree, dict), tree
    return result, tree


@pytest.fixture(scope="module", params=ENGINES)
def site(request: pytest.FixtureRequest, project: Path) -> dict[str, bytes]:
    result, tree = made(project, request.param, f"site-{request.param}")
    assert result.diagnostics == ()
    return tree


def test_every_page_has_its_address(site: dict[str, bytes]) -> None:
    assert {
        "index.html",
        "about/index.html",
        "terms/index.html",
        "terms/square/index.html",
        "terms/quadrate/index.html",
        "faq/what-makes-a-square/index.html",
        "diagrams/by-definition/index.html",
        "diagrams/by-definition.narrow.dark.svg",
        "frameworks/plane/index.html",
        "sources/index.html",
        "contribute/codes/index.html",
        "assets/hornbook/hornbook.css",
    } <= site.keys()


def test_the_edit_link_opens_the_yaml(site: dict[str, bytes]) -> None:
    page = site["terms/square/index.html"].decode()
    edit = re.search(r'<a href="([^"]*)"[^>]*rel="edit"', page)
    assert edit is not None
    assert edit.group(1) == "https://example.org/shapes-source/edit/main/glossary/terms/square.yaml"
    assert 'rel="edit"' not in site["about/index.html"].decode()


def test_titles_are_the_strangers_words_and_no_markup(site: dict[str, bytes]) -> None:
    page = site["terms/rhombus/index.html"].decode()
    assert "<title>Rhombus &lt;lozenge&gt; - Quadrilaterals</title>" in page
    assert "<lozenge>" not in page


def test_structured_data_stands_in_the_head(site: dict[str, bytes]) -> None:
    head = site["terms/square/index.html"].decode().partition("</head>")[0]
    assert '<script type="application/ld+json">{"@context": "https://schema.org"' in head


def test_nothing_is_loaded_from_elsewhere(site: dict[str, bytes]) -> None:
    for path, page in site.items():
        if path.endswith(".html"):
            loads = re.findall(rb'<(?:script|img|iframe|source)[^>]*\ssrc="([^"]*)"', page)
            loads += re.findall(rb'<link[^>]*rel="(?:stylesheet|icon|preconnect|preload)"[^>]*href="([^"]*)"', page)
            assert not [link for link in loads if re.match(rb"(https?:)?//", link)], path


def test_a_second_build_gives_the_same_bytes_and_writes_nothing(project: Path, site: dict[str, bytes]) -> None:
    engine = Engine.MKDOCS if b"mkdocs" in site["index.html"] else Engine.PROPERDOCS
    result, again = made(project, engine, f"site-{engine}")
    if result.site is not None and result.site.changed:
        assert again == site
    assert result.site is not None
    assert result.site.changed == 0


def test_the_engines_agree_on_every_address_and_article(project: Path) -> None:
    _, first = made(project, Engine.MKDOCS, "site-mkdocs")
    _, second = made(project, Engine.PROPERDOCS, "site-properdocs")
    assert first.keys() == second.keys()
    for path, page in first.items():
        if path.endswith("index.html") and b"<article" in page:
            assert _article(page) == _article(second[path]), path


def test_an_engine_s_warning_stops_the_site_and_leaves_the_old_one(project: Path) -> None:
    _, before = made(project, Engine.MKDOCS, "site-mkdocs")
    about = project / "docs" / "about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(text + "\n[nowhere](missing.md)\n", encoding="utf-8")
    result, after = made(project, Engine.MKDOCS, "site-mkdocs")
    about.write_text(text, encoding="utf-8")
    assert [found.code for found in result.diagnostics] == ["engine-failed"]
    assert any("missing.md" in note for note in result.diagnostics[0].notes)
    assert after == before


def test_a_broken_anchor_stops_the_site(project: Path) -> None:
    about = project / "docs" / "about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(text + "\n[there](../terms/square/#no-such-place)\n", encoding="utf-8")
    result, _ = made(project, Engine.MKDOCS, "site-mkdocs")
    about.write_text(text, encoding="utf-8")
    assert [found.code for found in result.diagnostics] == ["anchor-missing"]


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "</article></div><script>alert(1)</script>",
        '<img src="https://elsewhere.example/pixel.png">',
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    ],
)
def test_a_stranger_s_markup_in_a_page_stops_the_site(project: Path, payload: str) -> None:
    about = project / "docs" / "about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(f"{text}\n{payload}\n", encoding="utf-8")
    result, _ = made(project, Engine.MKDOCS, "site-mkdocs")
    about.write_text(text, encoding="utf-8")
    assert result.failed
    assert {found.code for found in result.diagnostics} <= {
        "page-front-matter",
        "prose-html",
        "html-script",
        "html-attribute",
        "html-element",
        "html-external",
        "link-broken",
        "engine-failed",
    }


def _article(page: bytes) -> bytes:
    found = re.search(rb"<article.*?</article>", page, re.DOTALL)
    assert found is not None
    return found.group()
