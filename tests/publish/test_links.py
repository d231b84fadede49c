"""Every broken link of a finished site is found, and no other."""

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.cache import Cache, Memory
from hornbook.diagnostics import Diagnostic
from hornbook.publish.addresses import Base, Target, base_of, locate
from tests.publish.looking import check_links, check_site, look, origins_for

PAGE = "terms/square/index.html"
URL = "https://example.org/shapes/"


def site_of(body: str, *, at: str = PAGE) -> dict[str, bytes]:
    pages = {
        "index.html": '<h1 id="home">Home</h1><a name="old">x</a>',
        "terms/index.html": "<h2 id='A–Z'>x</h2>",
        "about.html": "<p>x</p>",
        "a b/index.html": "<p>x</p>",
        "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="part"/></svg>',
        "x.png": "",
        "data.json": "{}",
    }
    return {path: text.encode() for path, text in (pages | {at: body}).items()}


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in found]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#",
        "#top",
        "#here",
        "?q=1",
        "?q=1#here",
        ".",
        "./",
        "..",
        "../",
        "../..",
        "../../",
        "../../#home",
        "../../#old",
        "../../?q=a/b#home",
        "../../index.html#home",
        "../#A–Z",
        "../#A%E2%80%93Z",
        "../../about.html",
        "../../a%20b/",
        "../../picture.svg#part",
        "../../data.json#whatever",
        "../square",
        "../../#:~:text=x",
        "../../#home:~:text=x",
        "/shapes/",
        "/shapes/terms/#A–Z",
        "/shapes/terms/square/",
        "https://example.org/shapes/",
        "HTTPS://EXAMPLE.ORG/shapes/#home",
        "//example.org/shapes/about.html",
        "https://example.org/another/",
        "https://example.org.evil.example/x",
        "https://example.com/nothing",
        "//example.com/nothing",
        "mailto:a@example.org",
        "../../%2e/",
        "../../../../../shapes/",
    ],
)
def test_good_links_are_left_alone(address: str) -> None:
    assert check_links(site_of(f'<p id="here"><a href="{address}">x</a></p>'), URL) == ()


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("nothing", "link-broken"),
        ("nothing/", "link-broken"),
        ("nothing.html#x", "link-broken"),
        ("../../../", "link-broken"),
        ("../../../other/", "link-broken"),
        ("/", "link-broken"),
        ("/terms/", "link-broken"),
        ("/shapes/nothing/", "link-broken"),
        ("https://example.org/shapes/nothing", "link-broken"),
        ("//example.org/shapes/nothing", "link-broken"),
        ("../../a+b/", "link-broken"),
        ("../../About.html", "link-broken"),
        ("../../about", "link-broken"),
        ("../../x.png/", "link-broken"),
        ("#nothing", "anchor-missing"),
        ("#Here", "anchor-missing"),
        ("../../#nothing", "anchor-missing"),
        ("../../?q#nothing", "anchor-missing"),
        ("../../picture.svg#nothing", "anchor-missing"),
        ("/shapes/#nothing", "anchor-missing"),
        ("https://example.org/shapes/#nothing", "anchor-missing"),
        ("..#here", "anchor-missing"),
    ],
)
def test_broken_links_are_found_with_page_and_words(address: str, code: str) -> None:
    (found,) = check_links(site_of(f'<p id="here"><a href="{address}"> The\n <b>words</b></a></p>'), URL)
    assert (found.code, found.place.path) == (code, PAGE)
    assert address in found.message
    assert "“The words”" in found.message


@pytest.mark.parametrize(
    "element",
    [
        "<a href=X>x</a>",
        "<map><area href=X></map>",
        "<img src=X>",
        "<img src=../../x.png srcset='../../x.png 1x, X 2x'>",
        "<picture><source srcset=X></picture>",
        "<script src=X></script>",
        "<link rel=stylesheet href=X>",
        "<link rel=canonical href=X>",
        "<iframe src=X></iframe>",
        "<object data=X></object>",
        "<embed src=X>",
        "<video src=X></video>",
        "<video poster=X></video>",
        "<audio><source src=X></audio>",
        "<form action=X></form>",
        "<svg><a xlink:href=X><text>x</text></a></svg>",
        "<svg><a href=X><text>x</text></a></svg>",
        "<svg><use href=X></use></svg>",
        "<svg><use xlink:href=X></use></svg>",
        "<svg><image href=X></image></svg>",
        "<meta http-equiv=refresh content='0; url=X'>",
        "<meta http-equiv=Refresh content='0;URL=\"X\"'>",
    ],
)
def test_every_element_with_an_address_is_checked(element: str) -> None:
    assert codes(check_links(site_of(element.replace("X", "../../nothing")), URL)) == ["link-broken"]
    assert codes(check_links(site_of(element.replace("X", "../../x.png")), URL)) == []
    assert codes(check_links(site_of(element.replace("X", "https://example.com/")), URL)) == []


def test_drawings_are_checked() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="a">'
        '<a href="../nothing"><text>one</text></a><a xlink:href="../#nothing"><text>two</text></a>'
        '<a href="../#home"><text>three</text></a><g id="b"/><g id="b"/></svg>'
    )
    found = check_links(site_of(drawing, at="diagrams/x.svg"), URL)
    assert [(one.place.path, one.code) for one in found] == [
        ("diagrams/x.svg", "link-broken"),
        ("diagrams/x.svg", "anchor-missing"),
        ("diagrams/x.svg", "id-duplicate"),
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/shapes/", []),
        ("https://example.org/shapes/terms/", []),
        ("https://example.com/", []),
        ("#here", []),
        ("/shapes/nothing", ["link-broken"]),
        ("/terms/", ["link-broken"]),
        ("#nothing", ["anchor-missing"]),
        ("terms/", ["link-broken"]),
        ("..", ["link-broken"]),
    ],
)
def test_the_error_page_is_shown_at_any_address(address: str, expected: list[str]) -> None:
    page = f'<p id="here"><a href="{address}">x</a></p>'
    assert codes(check_links(site_of(page, at="404.html"), URL)) == expected


@pytest.mark.parametrize("url", ["", "/", "https://example.org", "https://example.org/"])
def test_a_site_may_stand_at_the_root_or_have_no_address(url: str) -> None:
    page = "<a href=/terms/>x</a><a href=../>x</a><a href=https://example.com>x</a><a href=/shapes/>x</a>"
    assert codes(check_links(site_of(page), url)) == ["link-broken"]


def test_double_ids_are_counted_once_per_page() -> None:
    found = check_links(site_of("<p id=x></p><p id=x></p><p id=x></p><p id=y></p>"), URL)
    assert codes(found) == ["id-duplicate"]
    assert "3 elements have the id `x`" in found[0].message


def test_the_same_broken_link_with_the_same_words_is_told_once() -> None:
    assert len(check_links(site_of("<a href=n>x</a><a href=n>x</a><a href=n>y</a>"), URL)) == 2


def test_long_words_are_cut() -> None:
    (found,) = check_links(site_of(f"<a href=n>{'word ' * 500}</a>"), URL)
    assert len(found.message) < 200


def test_results_are_sorted_and_do_not_depend_on_the_order_of_files() -> None:
    site = site_of("<a href=n>x</a><a href=#m>y</a><img src=z>") | {"b/index.html": b"<a href=n>x</a>"}
    found = check_links(site, URL)
    assert list(found) == sorted(found)
    assert found == check_links(dict(reversed(site.items())), URL)


@pytest.mark.parametrize("site", [{}, {"x.html": b""}, {"x.html": b"\xff"}, {"x.svg": b""}, {"x.svg": b"<svg>"}])
def test_degenerate_sites_have_no_broken_links(site: dict[str, bytes]) -> None:
    assert check_links(site, URL) == ()


def test_a_real_site_has_no_broken_links(material: dict[str, bytes], site_url: str) -> None:
    assert check_links(material, site_url) == ()


@pytest.mark.parametrize(
    "removed", ["terms/index.html", "assets/images/favicon.png", "index.html", "terms/square/index.html"]
)
def test_a_file_that_a_real_site_lacks_is_missed_on_every_page(
    material: dict[str, bytes], site_url: str, removed: str
) -> None:
    site = {path: data for path, data in material.items() if path != removed}
    found = check_links(site, site_url)
    assert {one.place.path for one in found} == {path for path in site if path.endswith(".html")}
    assert set(codes(found)) == {"link-broken"}


def test_a_heading_that_a_real_site_lacks_is_missed(material: dict[str, bytes], site_url: str) -> None:
    site = material | {PAGE: material[PAGE].replace(b'id="sides"', b'id="edges"')}
    found = check_links(site, site_url)
    assert {(one.place.path, one.code) for one in found} == {("index.html", "anchor-missing"), (PAGE, "anchor-missing")}


def test_every_link_and_page_is_read_once_for_both_checks(material: dict[str, bytes], site_url: str) -> None:
    page = material[PAGE].replace(b"<p>BEGIN</p>", b"<p onclick=x><a href=nothing>x</a></p>")
    assert codes(look(material | {PAGE: page}, site_url)) == ["html-attribute", "link-broken"]


# Addresses

BASE = Base("https://example.org", "/shapes/")


def test_the_base_is_read_off_the_address() -> None:
    assert base_of("https://Example.org/shapes") == base_of(URL) == BASE
    assert base_of("https://example.org") == Base("https://example.org", "/")
    assert base_of("") == Base("", "/")


segments = st.lists(st.sampled_from(["a", "b", "..", ".", "", "c.html", "%61"]), max_size=6)


@given(segments)
def test_relative_and_absolute_addresses_agree(parts: list[str]) -> None:
    path = "/".join(parts)
    absolute = locate(BASE, "index.html", f"/shapes/terms/{path}")
    assert locate(BASE, "terms/index.html", f"./{path}") == absolute
    assert locate(BASE, "about/index.html", f"../terms/{path}") == absolute


@given(st.text(max_size=30))
def test_any_text_as_address_is_located_without_a_crash(address: str) -> None:
    target = locate(BASE, "terms/index.html", address)
    assert target is None or target.path is None or ".." not in target.path.split("/")


@given(st.text(alphabet="ab/é –%", max_size=8), st.text(alphabet="ab/é #?", max_size=8))
def test_addresses_of_files_lead_back_to_them(folder: str, fragment: str) -> None:
    parts = [part for part in folder.split("/") if part not in {"", ".", ".."}]
    path = "".join(f"{part}/" for part in parts)
    assert locate(BASE, "index.html", f"./{quote(path)}#{quote(fragment)}") == Target(path or "", fragment)


@pytest.mark.parametrize("remembers", [False, True])
def test_a_page_that_is_as_it_was_is_told_of_when_what_it_leads_to_is_gone(tmp_path: Path, *, remembers: bool) -> None:
    (tmp_path / "cache").mkdir(mode=0o700)
    kept = Cache(tmp_path / "cache", "version")
    cache = Memory(kept) if remembers else kept
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>'
    leads = f'{head}<a href="../b/#here">on</a></body></html>'.encode()

    def found(site: dict[str, bytes]) -> list[str]:
        kept = check_site(site, URL, origins_for(site), cache=cache, name=("name",))
        assert kept == check_site(site, URL, origins_for(site))
        return codes(kept)

    whole = {"a/index.html": leads, "b/index.html": f'{head}<p id="here">x</p></body></html>'.encode()}
    assert found(whole) == found(whole) == []
    assert found(whole | {"b/index.html": f"{head}<p>x</p></body></html>".encode()}) == ["anchor-missing"]
    assert found({"a/index.html": leads}) == ["link-broken"]
    assert found(whole) == []
