"""A glance never finds in order what a look at each element does not, and sees the same where both are content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.publish import Engine, Origins, installed_theme
from hornbook.publish.addresses import base_of
from hornbook.publish.documents import document_of
from hornbook.publish.gate import check_document
from hornbook.publish.glance import glance
from hornbook.publish.links import Brief, brief_of, outline_of
from tests.publish.looking import origins_for
from tests.publish.test_gate import ALLOWED, IN_HEAD, PAGE, PAYLOADS

URL = "https://example.org/shapes/"
BASE = base_of(URL)
NOBODYS = Origins(frozenset(), {}, {}, installed_theme(Engine.MKDOCS))
HIDING = [
    '<script type="application/ld+json">{"a": "<!--<script></script> <p x=\'"}</script><p onclick="x">\'</p>',
    '<p title="><" lang="x">',
    "<p lang='\"' title='x'>",
    '<p ="x" onclick="y">',
    '<p x"y="1">',
    "<p lang='a x=' onclick='b'>",
    '<a"b onclick="x">',
    "<title><b></title>",
    "<textarea><p onclick=x></textarea>",
    "<style></head><p onclick=x></style>",
    "<svg></svg><svg><g><svg></svg><p></g></svg>",
    "<svg><svg></svg><kbd></kbd></svg>",
    "<svgx></svgx>",
    "<svg><rect x='1\" onclick=\"y'/></svg>",
    "<p id=a></p><p id=a></p>",
    "<p class=kb-chip>",
    "<a href='../../../https://evil.example'>x</a>",
    "<a href='\u2003//evil.example'>x</a>",
    "<a name=b></a><a href='?x#c%20d:~:text=e'></a>",
    "<meta http-equiv=Refresh content='0; url=../'>",
    "<!-->",
    "-->",
    "\0",
    '"',
    "<p a>",
]
TAGS = ["<p>", "</p>", "<svg>", "</svg>", "<article>", "</article>", "<table>", "<math>", "<a href='x'>", "</a>"]
SHAPES = [
    '<rect x="1" y="2" fill="#fff"/>',
    '<rect x=">" onclick="x"/>',
    "<rect x='\"' onclick='x'/>",
    '<rect x="&quot; onclick=&quot;x"/>',
    '<rect  x="1" onclick="x"/>',
    '<rect\nonclick="x"/>',
    '<g id="a"/>',
    '<g id="&#x61;"/>',
    '<a href="b#c" rel="noopener"><text x="1">d</text></a>',
    '<a href="java&#115;cript:x"/>',
    '<a href="&#x27;//evil.example"/>',
    '<a rel="stylesheet" href="https://evil.example"/>',
    "<style>p{fill:red}</style>",
    "<style>@import 'https://evil.example'</style>",
    "<style><![CDATA[@import 'https://evil.example']]></style>",
    "<style>\\</style>",
    "<style id=\"b\">@import 'https://evil.example'</style>",
    "<style>a<g/>@import 'https://evil.example'</style>",
    '<a href="&#x80;"/>',
    "<_x/>",
    "<\u00e9 onclick='x'/>",
    '<use href="#a"/>',
    '<g id="c"><use href="#d"/></g><use href="#c"/>',
    '<rect fill="url(//evil.example)"/>',
    "<!-- < -->",
    "<?x?>",
    "<script>x</script>",
    "\ufeff",
    "&amp;",
    "<g>" * 210 + "</g>" * 210,
    "<g></g>" * 210,
]


def seen_in_full(path: str, data: bytes, origins: Origins) -> Brief | None:
    document = document_of(path, data)
    return None if any(check_document(document, origins, BASE)) else brief_of(outline_of(document), BASE)


def assert_no_more_than_a_look(path: str, data: bytes, origins: Origins) -> Brief | None:
    brief, full = glance(path, data, origins, BASE), seen_in_full(path, data, origins)
    if brief is not None:
        assert full is not None
        assert (brief.anchors, brief.states, {*brief.targets}) == (full.anchors, full.states, {*full.targets})
    return brief


def drawing(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()


def test_pages_that_an_engine_made_are_seen_at_a_glance(material: dict[str, bytes]) -> None:
    pages = {path: data for path, data in material.items() if path.endswith("index.html")}
    assert all(assert_no_more_than_a_look(path, data, origins_for(material)) for path, data in pages.items())


@pytest.mark.parametrize("markup", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_pages_need_is_seen_at_a_glance(material: dict[str, bytes], markup: str) -> None:
    page = material[PAGE].replace(b"<p>BEGIN</p>", markup.encode())
    assert assert_no_more_than_a_look(PAGE, page, origins_for({PAGE: page}))


def test_a_drawing_is_seen_at_a_glance() -> None:
    brief = assert_no_more_than_a_look("a/b.svg", drawing(SHAPES[0] + SHAPES[6] + SHAPES[8] + SHAPES[12]), NOBODYS)
    assert brief == Brief(frozenset("a"), frozenset(), (("a/b", "c"),))


@given(st.data())
def test_no_page_is_in_order_at_a_glance_alone(material: dict[str, bytes], data: st.DataObject) -> None:
    pieces = st.lists(st.sampled_from([*HIDING, *TAGS, *PAYLOADS, *ALLOWED.values()]), max_size=6).map("".join)
    place = data.draw(st.sampled_from([b"<p>BEGIN</p>", b"</head>", b"<footer", b"</body>"]))
    page = material[PAGE].replace(place, data.draw(pieces).encode() + place, 1)
    origins = origins_for({PAGE: material[PAGE] if data.draw(st.booleans()) else page})
    assert_no_more_than_a_look(PAGE, page, origins)
    head = data.draw(st.sampled_from(["", '<meta charset="utf-8">', *IN_HEAD]))
    alone = f"<!DOCTYPE html><html><head>{head}<title>x</title></head><body>{data.draw(pieces)}</body></html>"
    assert_no_more_than_a_look("plain/index.html", alone.encode(), origins)


@pytest.mark.parametrize("markup", HIDING)
def test_nothing_is_hidden_from_a_glance(material: dict[str, bytes], markup: str) -> None:
    page = material[PAGE].replace(b"<p>BEGIN</p>", markup.encode())
    assert_no_more_than_a_look(PAGE, page, origins_for({PAGE: material[PAGE]}))


@pytest.mark.parametrize("inside", SHAPES)
def test_nothing_in_a_drawing_is_hidden_from_a_glance(inside: str) -> None:
    assert_no_more_than_a_look("a/b.svg", drawing(inside), NOBODYS)


@given(st.lists(st.sampled_from(SHAPES), max_size=5).map("".join))
def test_no_drawing_is_in_order_at_a_glance_alone(inside: str) -> None:
    assert_no_more_than_a_look("a/b.svg", drawing(inside), NOBODYS)


@pytest.mark.parametrize("data", [b"", b"\xff", b"<p", b"<!DOCTYPE html>", b"<article class=md-content__inner>"])
def test_what_is_no_page_of_ours_is_looked_at(data: bytes) -> None:
    assert glance("index.html", data, NOBODYS, BASE) is None
    assert glance("a.svg", data, NOBODYS, BASE) is None


@pytest.mark.parametrize("words", ["words", "<span>words</span>", "</div>", "<article>"])
def test_content_that_goes_on_behind_its_end_is_looked_at(material: dict[str, bytes], words: str) -> None:
    page = material[PAGE].replace(b"</article>", f"</article>{words}</article>".encode())
    assert assert_no_more_than_a_look(PAGE, page, origins_for({PAGE: page})) is None
