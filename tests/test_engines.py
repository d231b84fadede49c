"""The sample's whole site, made by each engine: the same addresses, complete, checked, twice the same bytes."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hornbook.production import Result, build_site
from hornbook.publish import Engine, read_tree
from tests.sample_copy import copy_of_sample

ENGINES = list(Engine)
OWN_FILES = re.compile(
    r"assets/(javascripts|stylesheets)/.*|search/(search_index|words-\d+|texts-\d+)\.json|search\.json|sitemap\.xml\.gz"
)
"""What each engine names in its own way: its scripts and style sheets, its search index, and a second site map."""
OWN_IDS = {"__skip"}
"""Zensical's skip link leads to a place of its own, Material's to the first heading."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_sample(tmp_path_factory.mktemp("engines") / "shapes")


def made(project: Path, engine: Engine, name: str) -> tuple[Result, dict[str, bytes]]:
    result = build_site(project, engine, project / name)
    tree = read_tree(project / name)
    assert isinstance(tree, dict), tree
    return result, tree


def addresses_of(site: dict[str, bytes]) -> set[str]:
    """The paths of a site's files, but for those that an engine has to itself."""
    return {path for path in site if not OWN_FILES.fullmatch(path)}


def places_of(site: dict[str, bytes]) -> dict[str, list[str]]:
    """The ids within the article of each page, in their order."""
    return {
        path: [
            identifier
            for element in LexborHTMLParser(page.decode()).css("article [id]")
            if (identifier := element.attributes["id"] or "") not in OWN_IDS
        ]
        for path, page in site.items()
        if path.endswith(".html")
    }


def mapped_by(site: dict[str, bytes]) -> set[str]:
    """The addresses in a site's map, by which engines know what they can swap in."""
    return set(re.findall(r"<loc>([^<]*)</loc>", site["sitemap.xml"].decode()))


@pytest.fixture(scope="module")
def sites(project: Path) -> dict[Engine, dict[str, bytes]]:
    built = {engine: made(project, engine, f"site-{engine}") for engine in ENGINES}
    assert {engine: result.diagnostics for engine, (result, _) in built.items()} == dict.fromkeys(ENGINES, ())
    return {engine: tree for engine, (_, tree) in built.items()}


@pytest.fixture(params=ENGINES)
def site(request: pytest.FixtureRequest, sites: dict[Engine, dict[str, bytes]]) -> dict[str, bytes]:
    return sites[request.param]


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


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ("terms/square/", ["glossary/terms/square.yaml"]),
        ("about/", ["docs/about.md"]),
        ("changes/", ["glossary/changes.yaml"]),
        ("terms/", []),
    ],
)
def test_the_edit_link_opens_the_file_that_a_page_is_written_in(
    site: dict[str, bytes], page: str, files: list[str]
) -> None:
    found = re.findall(r'<a href="([^"]*)"[^>]*rel="edit"', site[f"{page}index.html"].decode())
    assert found == [f"https://example.org/shapes-source/edit/main/{file}" for file in files]


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


@pytest.mark.parametrize("engine", ENGINES)
def test_a_second_build_gives_the_same_bytes_and_writes_nothing(
    project: Path, sites: dict[Engine, dict[str, bytes]], engine: Engine
) -> None:
    result, again = made(project, engine, f"site-{engine}")
    assert again == sites[engine]
    assert result.site is not None
    assert result.site.changed == 0


def test_the_engines_agree_on_every_address_and_on_every_place_in_an_article(
    sites: dict[Engine, dict[str, bytes]],
) -> None:
    first = sites[Engine.MKDOCS]
    assert "senses" in places_of(first)["terms/square/index.html"]
    for other in sites.values():
        assert addresses_of(other) == addresses_of(first)
        assert mapped_by(other) == mapped_by(first)
        assert places_of(other) == places_of(first)


def test_the_engines_with_the_same_theme_write_the_same_articles(sites: dict[Engine, dict[str, bytes]]) -> None:
    second = sites[Engine.PROPERDOCS]
    for path, page in sites[Engine.MKDOCS].items():
        if path.endswith("index.html") and b"<article" in page:
            assert _article(page) == _article(second[path]), path


def test_an_engine_s_warning_stops_the_site_and_leaves_the_old_one(project: Path) -> None:
    _, before = made(project, Engine.MKDOCS, "site-mkdocs")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + "plugin_that_is_none: true\n", encoding="utf-8")
    result, after = made(project, Engine.MKDOCS, "site-mkdocs")
    settings.write_text(text, encoding="utf-8")
    warned, failed = result.diagnostics
    assert (warned.code, failed.code) == ("settings-unknown", "engine-failed")
    assert any("plugin_that_is_none" in note for note in failed.notes)
    assert after == before


def test_a_broken_anchor_stops_the_site(project: Path) -> None:
    about = project / "docs" / "about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(text + "\n[there](terms/square/index.md#no-such-place)\n", encoding="utf-8")
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
    assert {found.code for found in result.diagnostics} <= {"prose-html", "prose-link"}
    assert {found.place.path for found in result.diagnostics} == {"docs/about.md"}


def _article(page: bytes) -> bytes:
    found = re.search(rb"<article.*?</article>", page, re.DOTALL)
    assert found is not None
    return found.group()
