"""The search index in parts: nothing of it is lost, each part is small, and a word is found where it must stand."""

import json
import math
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.cache import NOTHING_KEPT, Memory
from hornbook.publish import search_parts
from hornbook.publish.search_parts import MOST_PLACES, SECTIONS, in_parts
from hornbook.publish.search_weights import words_in

FIELDS = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}}
words = st.sampled_from(["oak", "oaken", "board", "if", "ärmel", "𝒳", "語", "t2"])
texts = st.lists(words, max_size=6).map(" ".join)
pages = st.lists(st.lists(st.tuples(texts, texts), min_size=1, max_size=3), max_size=4)


def index_of(written: list[list[tuple[str, str]]]) -> dict[str, Any]:
    """An index of pages, each with headings and their texts."""
    docs = [
        {
            "location": f"p{number}/{f'#s{place}' if place else ''}",
            "title": title,
            "text": f"<p>{text}</p>" if text else "",
            "boost": 2.0,
        }
        for number, page in enumerate(written)
        for place, (title, text) in enumerate(page)
    ]
    return {"config": {"lang": ["en"], "fields": FIELDS}, "docs": docs}


def read(files: dict[str, bytes], name: str) -> Any:
    return json.loads(files[f"search/{name}.json"])


def counted(files: dict[str, bytes], word: str) -> dict[int, int]:
    """What a word counts in each place, read as the browser does."""
    firsts = read(files, "search_index")["config"]["words"]
    if not firsts:
        return {}
    part = bisect_right([one.encode("utf-16-be") for one in firsts], word.encode("utf-16-be")) - 1
    steps, counts = read(files, f"words-{max(0, part)}").get(word, ([], []))
    return dict(zip(accumulate(steps), counts, strict=True))


@given(st.lists(pages, min_size=2, max_size=4), st.lists(st.sampled_from([1.0, 2.0, 0.3333]), min_size=1))
def test_an_index_that_is_counted_on_from_the_last_is_that_which_is_counted_at_once(
    indexes: list[list[list[tuple[str, str]]]], boosts: list[float]
) -> None:
    memory = Memory(NOTHING_KEPT)
    for number, written in enumerate(indexes):
        index = index_of(written)
        for entry, boost in zip(index["docs"], [*boosts[number:], *boosts] * 20, strict=False):
            entry["boost"] = boost
        assert in_parts(index, memory, ("a site",)) == in_parts(index)


@given(pages, st.data())
def test_one_text_that_changes_is_counted_as_if_all_were_new(
    written: list[list[tuple[str, str]]], data: st.DataObject
) -> None:
    memory = Memory(NOTHING_KEPT)
    for _ in range(3):
        index = index_of(written)
        assert in_parts(index, memory) == in_parts(index)
        if written:
            page = data.draw(st.sampled_from(written))
            page[data.draw(st.integers(0, len(page) - 1))] = data.draw(st.tuples(texts, texts))


@given(pages)
def test_every_page_is_in_a_part_with_all_its_headings(written: list[list[tuple[str, str]]]) -> None:
    index = index_of(written)
    files = in_parts(index)
    directory = read(files, "search_index")
    assert directory["docs"] == []
    shown = [page for number, _ in enumerate(directory["config"]["texts"]) for page in read(files, f"texts-{number}")]
    found = [
        (location + f"#{anchor}" if anchor else location, title, text)
        for location, *sections in shown
        for anchor, title, text in sections
    ]
    assert found == [(one["location"], one["title"], one["text"]) for one in index["docs"]]


@given(pages)
def test_a_word_counts_in_each_place_what_it_would_in_one_index(written: list[list[tuple[str, str]]]) -> None:
    index = index_of(written)
    files = in_parts(index)
    places = [number * SECTIONS + place for number, page in enumerate(written) for place, _ in enumerate(page)]
    fields = [(boost, [words_in(doc[name]) for doc in index["docs"]]) for name, boost in (("title", 1000), ("text", 1))]
    known = {word for _, texts in fields for text in texts for word in text}
    for word in known | {"nowhere"}:
        held = sum(word in text for _, texts in fields for text in texts)
        rare = math.log(1 + abs((len(places) - held + 0.5) / (held + 0.5)))
        expected = {}
        for place, *own in zip(places, *(texts for _, texts in fields), strict=True):
            times = [(boost, Counter(text)[word]) for (boost, _), text in zip(fields, own, strict=True)]
            if any(count for _, count in times):
                gain = sum(boost * 2 * rare * 2.2 * count / (1.2 + count) for boost, count in times)
                expected[place] = pytest.approx(100 * gain, abs=0.51)
        assert counted(files, word) == expected


def large(number: int) -> dict[str, Any]:
    """As many pages, each with words of its own and words that all have."""
    return index_of(
        [
            [(f"term{page}", f"a common text of term{page} and term{page * 7 % number} " * 5), ("examples", "common")]
            for page in range(number)
        ]
    )


def test_more_pages_are_more_parts_and_no_larger_ones() -> None:
    small, big = (in_parts(large(number)) for number in (1000, 4000))
    for kind, limit, least in (("words", 60_000, 1.5), ("texts", 12_000, 3)):
        sizes, others = ([len(data) for path, data in files.items() if kind in path] for files in (small, big))
        assert max(others) <= max(limit, 1.1 * max(sizes))
        assert least * len(sizes) <= len(others) <= 5 * len(sizes)
    assert len(big["search/search_index.json"]) <= 5 * len(small["search/search_index.json"]) <= 50_000


def test_of_a_word_that_stands_everywhere_the_places_stay_where_it_counts_most() -> None:
    index = large(2 * MOST_PLACES)
    index["docs"][-2]["title"] = "common ground"
    files = in_parts(index)
    found = counted(files, "common")
    assert len(found) == MOST_PLACES
    assert (2 * MOST_PLACES - 1) * SECTIONS in found
    assert len(counted(files, "ground")) == 1


def test_a_page_with_more_headings_than_are_numbered_keeps_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_parts, "SECTIONS", 2)
    files = in_parts(index_of([[("one", ""), ("two", ""), ("three", "")], [("four", "")]]))
    assert [len(page) - 1 for page in read(files, "texts-0")] == [2, 1]
    assert counted(files, "four") == {2: pytest.approx(counted(files, "two")[1])}
    assert counted(files, "three") == {}
