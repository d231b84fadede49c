"""Every file of a finished site comes from the builder, from the installed theme, or is one of the engine’s few."""

import gzip
import json

import pytest

from hornbook.publish import Engine, check_site, installed_theme, origins_of

SOURCES = {"index.md": b"", "terms/index.md": b"", "terms/square/index.md": b""}


def found_in(site: dict[str, bytes], site_url: str, **written: bytes) -> list[tuple[str, str]]:
    sources = SOURCES | {name.replace("_", "."): data for name, data in written.items()}
    found = check_site(site, site_url, origins_of(sources, installed_theme(Engine.MKDOCS)))
    return [(one.place.path, one.code) for one in found]


def test_what_the_engine_made_of_our_sources_passes(material: dict[str, bytes], site_url: str) -> None:
    assert found_in(material, site_url) == []


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


@pytest.mark.parametrize("packed", [b"", b"x", gzip.compress(b"<urlset/>")])
def test_the_packed_site_map_is_the_other_one(material: dict[str, bytes], site_url: str, packed: bytes) -> None:
    site = material | {"sitemap.xml.gz": packed}
    assert found_in(site, site_url) == [("sitemap.xml.gz", "html-file")]


def test_what_search_knows_is_data(material: dict[str, bytes], site_url: str) -> None:
    assert json.loads(material["search/search_index.json"])
    site = material | {"search/search_index.json": b"alert(1)"}
    assert found_in(site, site_url) == [("search/search_index.json", "html-file")]
