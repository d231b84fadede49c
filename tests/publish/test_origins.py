"""Every file of a finished site comes from the builder, from the installed theme, or is one of the engine’s few."""

import gzip
import json

import pytest

from hornbook.publish import Engine, installed_theme, looking_at, origins_of
from tests.publish.looking import check_site

PAGES = ("index", "terms/index", "terms/square/index")


def found_in(site: dict[str, bytes], site_url: str, **written: bytes) -> list[tuple[str, str]]:
    # What the finished pages show was in their sources.
    pages = {f"{page}.md": site[f"{page}.html"] for page in PAGES if f"{page}.html" in site}
    sources = pages | {name.replace("_", "."): data for name, data in written.items()}
    found = check_site(site, site_url, origins_of(sources, installed_theme(Engine.MKDOCS)))
    return [(one.place.path, one.code) for one in found]


def test_what_the_engine_made_of_our_sources_passes(material: dict[str, bytes], site_url: str) -> None:
    assert found_in(material, site_url) == []


def test_what_is_known_of_files_counts_for_those_that_stayed_as_they_were(
    material: dict[str, bytes], site_url: str
) -> None:
    good, bad = b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<svg xmlns='http://www.w3.org/2000/svg'><b/></svg>"
    given = {f"{page}.md": material[f"{page}.html"] for page in PAGES} | {"a.svg": good, "b.svg": bad}
    origins = origins_of(given, installed_theme(Engine.MKDOCS))
    with looking_at(origins.written, site_url, origins) as looked:
        known = looked()
    assert known.keys() == {"a.svg", "b.svg"}
    site = material | {"a.svg": good, "b.svg": bad}
    assert check_site(site, site_url, origins, known) == check_site(site, site_url, origins)
    changed = site | {"a.svg": bad}
    assert check_site(changed, site_url, origins, known) == check_site(changed, site_url, origins)
    assert {one.place.path for one in check_site(changed, site_url, origins, known)} == {"a.svg", "b.svg"}


@pytest.mark.parametrize("path", ["terms/square/index.html", "a.txt"])
def test_what_was_given_and_is_not_there_is_missed(material: dict[str, bytes], site_url: str, path: str) -> None:
    given = {f"{page}.md": material[f"{page}.html"] for page in PAGES} | {"a.txt": b"a"}
    site = {name: data for name, data in (material | {"a.txt": b"a"}).items() if name != path}
    found = check_site(site, site_url, origins_of(given, installed_theme(Engine.MKDOCS)))
    assert [(one.place.path, one.code) for one in found] == [(path, "html-missing")]


def test_a_page_that_others_link_to_is_missed_once(material: dict[str, bytes], site_url: str) -> None:
    links = b'<p><a href="/shapes/terms/square/">a</a><a href="/shapes/terms/square/#b">b</a></p></article>'
    pages = {name: data for name, data in material.items() if name.endswith(".html")}
    site = material | {name: data.replace(b"</article>", links) for name, data in pages.items()}
    lost = {name: data for name, data in site.items() if name != "terms/square/index.html"}
    linked = [one for one in found_in(site, site_url) if one[1] == "anchor-missing"]
    assert len(linked) >= len(PAGES)
    given = {f"{page}.md": site[f"{page}.html"] for page in PAGES}
    found = check_site(lost, site_url, origins_of(given, installed_theme(Engine.MKDOCS)))
    assert [(one.place.path, one.code) for one in found] == [("terms/square/index.html", "html-missing")]


@pytest.mark.parametrize(
    "foreign",
    [
        b'<p class="kb-verdict">Follows</p>',
        b'<div class="md-header">x</div>',
        b'<p data-kb-part="x">x</p>',
        b"<form method=dialog><input type=checkbox></form>",
        b"<button>x</button>",
        b"<math><mi>x</mi></math>",
    ],
)
def test_what_looks_like_a_part_of_the_site_must_have_been_given(
    material: dict[str, bytes], site_url: str, foreign: bytes
) -> None:
    page = material["terms/square/index.html"]
    changed = page.replace(b"</article>", foreign + b"</article>")
    given = {f"{one}.md": material[f"{one}.html"] for one in PAGES}
    found = check_site(
        material | {"terms/square/index.html": changed}, site_url, origins_of(given, installed_theme(Engine.MKDOCS))
    )
    assert {"html-element"} == {one.code for one in found}
    assert any("was not put into the page by the builder" in one.message for one in found)


def test_a_page_is_in_a_folder_of_its_own() -> None:
    origins = origins_of(
        {"a.md": b"", "b/index.md": b"", "c/d.md": b"", "index.md": b""}, installed_theme(Engine.MKDOCS)
    )
    assert origins.pages == {"404.html", "a/index.html", "b/index.html", "c/d/index.html", "index.html"}


@pytest.mark.parametrize(
    "path",
    [
        "evil.html",
        "terms/evil/index.html",
        "evil.txt",
        "CNAME",
        "assets/javascripts/evil.js",
        "evil.css",
        "x.PNG",
        ".x",
    ],
)
def test_a_file_that_nobody_brought_is_refused(material: dict[str, bytes], site_url: str, path: str) -> None:
    page = material["terms/square/index.html"] if path.endswith(".html") else b"x"
    assert (path, "html-file") in found_in(material | {path: page}, site_url)


def test_a_file_of_ours_is_published_as_it_was_given(material: dict[str, bytes], site_url: str) -> None:
    assert found_in(material | {"a.txt": b"a"}, site_url, a_txt=b"a") == []
    assert found_in(material | {"a.txt": b"b"}, site_url, a_txt=b"a") == [("a.txt", "html-file")]


def test_no_file_of_the_theme_may_be_another(material: dict[str, bytes], site_url: str) -> None:
    theme = [path for path in material if path.startswith("assets/")]
    assert any(path.endswith(".js") for path in theme)
    for path in theme:
        assert (path, "html-file") in found_in(material | {path: material[path] + b" "}, site_url), path


@pytest.mark.parametrize("packed", [b"", b"x", gzip.compress(b"<urlset/>", mtime=0)])
def test_the_packed_site_map_is_the_other_one(material: dict[str, bytes], site_url: str, packed: bytes) -> None:
    site = material | {"sitemap.xml.gz": packed}
    assert found_in(site, site_url) == [("sitemap.xml.gz", "html-file")]


def test_what_search_knows_is_data(material: dict[str, bytes], site_url: str) -> None:
    assert json.loads(material["search/search_index.json"])
    site = material | {"search/search_index.json": b"alert(1)"}
    assert found_in(site, site_url) == [("search/search_index.json", "html-file")]
