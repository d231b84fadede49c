"""The search index is rewritten: the title that is the question counts most, and names are not listed one by one."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.addresses import FINDER
from hornbook.pages import search_words
from hornbook.publish import search_index
from hornbook.publish.search_index import texts_for_search, weighed_search
from hornbook.publish.search_text import PageText
from hornbook.publish.search_weights import lengths, rareness, words_in

Index = dict[str, Any]
PAGES = {
    "terms/square/": PageText("square", {"": "<p>Even.</p>", "history": "<p>Much.</p>"}),
    "about/": PageText("about-squares", {"": "<p>Old &amp; new.</p>", "more": "<p>More.</p>"}),
}


def weighed_at(path: str, data: bytes) -> bytes:
    """An index at its path in a site whose pages are these, as the site has it in the end."""
    return weighed_search({path: data}, {f"{at}index.html": text for at, text in PAGES.items()}).get(path, data)


def weigh_material(data: bytes) -> bytes:
    return weighed_at("search/search_index.json", data)


def weigh_zensical(data: bytes) -> bytes:
    return weighed_at("search.json", data)


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


@pytest.mark.parametrize("asked", [True, False])
def test_an_index_is_in_parts_where_pages_ask_for_the_worker_that_reads_them(asked: bool) -> None:  # noqa: FBT001
    whole = "search/search_index.json"
    index = {"config": {"fields": {"title": {"boost": 1.0}, "text": {"boost": 1.0}}}, "docs": [doc("a/", "Oak", "x")]}
    page = f'<script src="../{FINDER}"></script>' if asked else ""
    files = {whole: json.dumps(index).encode(), "a/index.html": page.encode(), FINDER: b""}
    written = weighed_search(files, {"a/index.html": PageText("Oak", {"": "<p>x</p>"})})
    assert (json.loads(written[whole])["docs"] == []) is asked
    assert ({*written} > {whole}) is asked


def test_the_anchors_are_those_that_pages_with_names_have() -> None:
    assert (search_index._CALLED, search_index._SPELLED) == (search_words.CALLED, search_words.SPELLED)


def test_texts_are_those_of_the_page_and_what_stands_below_its_title_is_its_own() -> None:
    index = material(
        doc("about/", "About &quot;squares&quot;", "Home › About"),
        doc("about/#about-squares", "About squares", "Old &amp; newGlued"),
        doc("about/#more", "More", "MoreGlued"),
        doc("about/#gone", "Gone", "Glued"),
        doc("elsewhere/", "Elsewhere", "kept"),
    )
    assert [(one["location"], one["title"], one["text"]) for one in index["docs"]] == [
        ("about/", 'About "squares"', "<p>Old &amp; new.</p>"),
        ("about/#more", "More", "<p>More.</p>"),
        ("about/#gone", "Gone", ""),
        ("elsewhere/", "Elsewhere", "kept"),
    ]


def test_a_name_counts_as_much_as_a_title_of_its_words_and_is_shown_without_text() -> None:
    index = material(
        doc("terms/square/", "Square", boost=2),
        doc("terms/square/#called-quad", "quad", "Also …", boost=2),
        doc("terms/square/#history", "What changed", boost=2),
        doc("faq/quad/", "Quad"),
        doc("about/#called-square", "Square", "kept"),
    )
    boosts = {one["location"]: one["boost"] for one in index["docs"]}
    assert boosts["terms/square/#called-quad"] == pytest.approx(2.5 * boosts["faq/quad/"], rel=1e-3)
    assert boosts["terms/square/"] > boosts["about/#called-square"]
    assert [one["text"] for one in index["docs"]] == ["<p>Even.</p>", "", "<p>Much.</p>", "", "kept"]


WORDS = st.lists(st.sampled_from(["base", "goal", "goals", "inner", "is", "outer", "what"]), min_size=1, max_size=5)


def gain(question: list[str], title: list[str], length: float, rare: dict[str, float]) -> float:
    """What a title brings for a question, as lunr adds it up: a word is the beginning of others."""
    found = {word for word in title for asked in question if word.startswith(asked)}
    return sum(rare[word] * 2.2 * title.count(word) / (1.2 + title.count(word)) for word in found) / length


@given(st.lists(WORDS, min_size=2, max_size=8, unique_by=lambda words: tuple(sorted(words))))
def test_no_title_brings_more_for_a_question_than_the_one_that_is_the_question(titles: list[list[str]]) -> None:
    titles = [list(dict.fromkeys(title)) for title in titles]
    rare = rareness(titles, len(titles))
    # Where a longer word is rarer than the one that it begins with, names hold it too: `longer`.
    rare["goals"] = rare.get("goal", rare.get("goals", 1.0))
    measured = lengths(titles, rare)
    for question, own in zip(titles, measured, strict=True):
        if {"goal", "goals"} <= set(question):
            continue  # one begins the other: such a title counts less, so that it is never before what it begins with
        best = gain(question, question, own, rare)
        for title, length in zip(titles, measured, strict=True):
            assert gain(question, title, length, rare) <= best * (1 + 1e-9)


def test_rareness_is_that_of_lunr() -> None:
    rare = rareness([words_in("<p>A b</p>"), words_in("a"), words_in("c &amp; c")], 4)
    assert rare == {
        "a": math.log(1 + (4 - 2 + 0.5) / 2.5),
        "b": math.log(1 + (4 - 1 + 0.5) / 1.5),
        "c": math.log(1 + (4 - 1 + 0.5) / 1.5),
    }


def test_a_longer_word_is_known_at_every_name_that_it_begins_with() -> None:
    index = material(
        doc("terms/a/", "Base objective", boost=2),
        doc("terms/b/", "Sturdy", boost=2),
        doc("terms/b/#called-objectively-sturdy", "objectively sturdy", boost=2),
        doc("terms/c/", "Of stones", boost=2),
        doc("faq/c/", "Are objectives good?"),
    )
    assert [one.get("longer") for one in index["docs"]] == ["objectively", None, None, None, None]
    assert index["config"]["fields"]["longer"]["boost"] < index["config"]["fields"]["title"]["boost"]


def test_a_site_without_terms_keeps_its_fields() -> None:
    assert set(material(doc("", "Home"))["config"]["fields"]) == {"title", "text", "tags"}


def test_zensical_lists_names_but_not_spellings_and_short_titles_first() -> None:
    items = zensical(
        item("terms/square/", "Square", "Home"),
        item("terms/square/#square", "Square", "Glued"),
        item("terms/square/#spelled-squares", "squares"),
        item("terms/square/#called-even-quads", "even quads", "<p>Also even quads.</p>"),
        item("terms/square/#spelled-even-quad", "even quad"),
        item("terms/square/#history", "What changed here"),
        item("about/", "About"),
    )
    assert [(one["title"], one["text"], one["path"]) for one in items] == [
        ("Square", "<p>Square, in short:</p><p>Even.</p> squares", ["Square"]),
        ("About", "<p>Old &amp; new.</p>", ["Square"]),
        ("even quads", "<p>Also even quads.</p> even quad", ["even quads"]),
        ("What changed here", "<p>Much.</p>", ["Square"]),
    ]


def test_zensical_lists_a_spelling_that_another_page_has_in_a_heading() -> None:
    items = zensical(
        item("terms/square/", "Square"),
        item("terms/square/#spelled-squares", "squares"),
        item("terms/square/#history", "What changed in squares"),
        item("faq/#group-1", "Squares and more"),
    )
    titles = {one["location"]: (one["title"], one["path"]) for one in items}
    assert titles["terms/square/#spelled-squares"] == ("squares", ["squares"])
    assert "squares" not in {one["title"] for one in zensical(*IN_ONE_PLACE)}


IN_ONE_PLACE = (
    item("terms/square/", "Square"),
    item("terms/square/#spelled-squares", "squares"),
    item("terms/square/#history", "What changed in squares"),
)


def test_the_texts_are_those_of_the_finished_pages() -> None:
    page = '<article class="md-content__inner"><h1 id="x">X</h1><p>One</p><p>two</p></article>'
    index = {"config": {}, "items": [item("a/", "X", "Onetwo")]}
    files = {"a/index.html": page.encode(), "search.json": json.dumps(index).encode()}
    weighed = weighed_search(files, texts_for_search(files))
    assert weighed.keys() == {"search.json"}
    assert json.loads(weighed["search.json"])["items"][0]["text"] == "<p>One</p><p>two</p>"
    without = {"a/index.html": page.encode()}
    assert weighed_search(without, texts_for_search(without)) == {}


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
