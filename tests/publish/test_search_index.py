"""The search index is weighed: names of terms count as pages do, and are not listed one by one."""

import json
from typing import Any

import pytest

from hornbook.pages import search_words
from hornbook.publish import search_index
from hornbook.publish.search_index import weigh_material, weigh_zensical

Index = dict[str, Any]


def material(*docs: Index) -> Index:
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    index = {"config": {"lang": ["en"], "separator": r"\s", "pipeline": [], "fields": fields}, "docs": list(docs)}
    weighed: Index = json.loads(weigh_material(json.dumps(index).encode()))
    return weighed


def zensical(*items: Index) -> list[Index]:
    index = {"config": {"lang": ["en"], "separator": r"\s"}, "items": list(items)}
    weighed: list[Index] = json.loads(weigh_zensical(json.dumps(index).encode()))["items"]
    return weighed


def doc(location: str, title: str, text: str = "", **more: object) -> Index:
    return {"location": location, "title": title, "text": text} | more


def item(location: str, title: str, text: str = "") -> Index:
    return {"location": location, "level": 1, "title": title, "text": text, "path": ["Square"], "tags": []}


def test_the_anchors_are_those_that_pages_of_terms_have() -> None:
    assert (search_index._CALLED, search_index._SPELLED) == (search_words.CALLED, search_words.SPELLED)


def test_of_a_weighed_page_only_the_title_and_the_names_weigh_more() -> None:
    index = material(
        doc("terms/square/", "Square", boost=2),
        doc("terms/square/#called-regular-quadrangle", "regular quadrangle", "Also …", boost=2),
        doc("terms/square/#spelled-squares", "squares", boost=2),
        doc("terms/square/#history", "What changed", "Much.", boost=2),
        doc("about/", "About squares"),
        doc("about/#called-square", "Square", "kept"),
    )
    boosts = {one["location"]: one.get("boost") for one in index["docs"]}
    assert boosts == {
        "terms/square/": 4.8,
        "terms/square/#called-regular-quadrangle": 9.0,
        "terms/square/#spelled-squares": 12.0,
        "terms/square/#history": None,
        "about/": None,
        "about/#called-square": None,
    }
    assert [one["text"] for one in index["docs"]] == ["", "", "", "Much.", "", "kept"]


def test_a_longer_word_is_known_at_every_name_that_it_begins_with() -> None:
    index = material(
        doc("terms/a/", "Base objective", boost=2),
        doc("terms/b/", "Sturdy", boost=2),
        doc("terms/b/#called-objectively-sturdy", "objectively sturdy", boost=2),
        doc("faq/c/", "Are objectives good?"),
    )
    assert [one.get("longer") for one in index["docs"]] == ["objectively", None, None, None]
    assert index["config"]["fields"]["longer"]["boost"] < index["config"]["fields"]["title"]["boost"]


def test_a_site_without_terms_keeps_its_fields() -> None:
    assert set(material(doc("", "Home"))["config"]["fields"]) == {"title", "text", "tags"}


def test_zensical_lists_names_but_not_spellings() -> None:
    items = zensical(
        item("terms/square/", "Square", "<p>Even.</p>"),
        item("terms/square/#spelled-squares", "squares"),
        item("terms/square/#called-quads", "quads", "<p>Also quads.</p>"),
        item("terms/square/#spelled-quad", "quad"),
        item("terms/square/#history", "What changed"),
    )
    assert [(one["title"], one["text"], one["path"]) for one in items] == [
        ("Square", "<p>Even.</p> squares", ["Square"]),
        ("quads", "<p>Also quads.</p> quad", ["quads"]),
        ("What changed", "", ["Square"]),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"docs": 1, "items": 1}', b'{"docs": [1], "items": [1]}', b"\xff"]
)
def test_an_index_of_another_shape_stays_as_it_is(data: bytes) -> None:
    assert weigh_material(data) == data
    assert weigh_zensical(data) == data


def test_the_same_index_gives_the_same_bytes() -> None:
    data = json.dumps({"config": {"fields": {}}, "docs": [doc("terms/é/", "É", boost=2)]}).encode()
    assert weigh_material(data) == weigh_material(data)
    assert "É" in weigh_material(data).decode()
