"""A map of few pages, written for others, is as the engine would have written it."""

import gzip
from io import BytesIO

from hornbook.publish.site_map import MAP, PACKED, entries_in, with_entries


def packed(data: bytes, name: str = PACKED, level: int = 9) -> bytes:
    buffer = BytesIO()
    with gzip.GzipFile(filename=name, mode="wb", fileobj=buffer, mtime=7, compresslevel=level) as file:
        file.write(data)
    return buffer.getvalue()


def entry(name: str) -> str:
    return f"<url>\n<loc>{name}</loc>\n</url>"


def map_of(*names: str) -> bytes:
    entries = "\n    ".join(map(entry, names))
    return f"<urlset>\n    {entries}\n</urlset>".encode()


def site(data: bytes) -> dict[str, bytes]:
    return {MAP: data, PACKED: packed(data)}


def test_entries_are_those_of_the_pages_in_order() -> None:
    entries = entries_in(site(map_of("a", "b")), ["a/index.html", "b/index.html"])
    assert entries == {f"{name}/index.html": entry(name) for name in "ab"}
    assert entries_in(site(map_of("a", "b")), ["a/index.html"]) is None
    assert entries_in({}, ["a/index.html"]) == {"a/index.html": ""}


def test_the_map_of_other_pages_is_written_and_packed_in_the_same_way() -> None:
    entries = list(map(entry, "abcd"))
    assert with_entries(site(map_of("a", "x", "b")), entries) == site(map_of("a", "b", "c", "d"))
    assert with_entries({}, entries) == {}
    assert with_entries({MAP: map_of("a", "x")}, entries) == {MAP: map_of("a", "b", "c", "d")}


def test_a_map_that_is_made_in_another_way_is_left_alone() -> None:
    data = map_of("a", "b")
    uneven = map_of("a", "b").replace(b"</url>\n    <url>", b"</url> <url>") + b"<url></url>"
    for files in (
        {MAP: data, PACKED: packed(data, "other.xml.gz")},
        {MAP: data, PACKED: packed(data + b" ")},
        {MAP: data, PACKED: b""},
        {MAP: uneven},
        {MAP: map_of("a")},
    ):
        assert with_entries(files, ["x"]) is None
