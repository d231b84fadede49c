"""The search index in parts, so that a reader fetches what a question needs, and nothing before there is one.

The words of all headings and texts stand in order, in files of like size. Each word has the headings and texts that
hold it, with how much it counts there, from `search_postings.py`. A word that stands nearly everywhere keeps those
places where it counts most (Carmel and others, "Static index pruning", 2001). What results show stands in further
files, page by page. `builder/hornbook/theme/scripts/finder.js` reads them.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from hornbook.cache import NOTHING_KEPT, NoCache, as_before
from hornbook.publish.search_postings import Order, Written, orders_of
from hornbook.publish.search_weights import words_in

FOLDER = "search/"
MOST_PLACES = 1000
"""So many headings and texts are kept for a word."""
SECTIONS = 4096
"""A heading is known by the number of its page times this, and its own on that page; what is beyond is left out."""
_WORDS = 24_000
_TEXTS = 8_000
"""About so many characters a file has, at least."""
_PRECISION = 100
_COMMON = """
    a able about across after all almost also am among an and any are as at be because been but by can cannot could dear
    did do does either else ever every for from get got had has have he her hers him his how however i if in into is it
    its just least let like likely may me might most must my neither no nor not of off often on only or other our own
    rather said say says she should since so some than that the their them then there these they this tis to too twas us
    wants was we were what when where which while who whom why will with would yet you your
"""
"""What lunr calls stop words: where one is not found, nobody misses it."""

_Entry = dict[str, Any]
_Key = TypeVar("_Key")


def in_parts(
    index: _Entry,
    cache: NoCache = NOTHING_KEPT,
    name: tuple[str, ...] = (),
    words_of: Callable[[str], list[str]] = words_in,
) -> dict[str, bytes]:
    """The files of an index of Material's search, weighed: the index itself without entries, words and texts.

    `words_of` gives the words of a text.
    Of what the last run in this process left under `name` only what changed is counted again.
    """
    pages = [list(group) for _, group in groupby(index["docs"], key=lambda entry: entry["location"].partition("#")[0])]
    boosts = {field: float(said.get("boost", 1.0)) for field, said in index["config"]["fields"].items()}
    places = {
        number * SECTIONS + place: _written(entry, boosts)
        for number, page in enumerate(pages)
        for place, entry in enumerate(page[:SECTIONS])
    }
    orders = orders_of(places, words_of, cache, name)
    known = as_before(
        cache, ("postings as JSON", *name), None, orders, partial(map, lambda word: _posting(orders[word]))
    )
    # In the order in which browsers compare.
    in_order = sorted(known.items(), key=lambda item: item[0].encode("utf-16-be"))
    words = list(_files(in_order, _WORDS))
    shown = [_shown(page) for page in pages]
    texts = list(_files(enumerate(map(_json, shown)), _TEXTS))
    directory = {
        "words": [part[0][0] for part in words],
        "texts": [part[0][0] for part in texts],
        "common": _COMMON.split(),
    }
    of_words = (b",".join(_json(word) + b":" + posting for word, posting in part) for part in words)
    of_texts = (b",".join(text for _, text in part) for part in texts)
    return {
        f"{FOLDER}search_index.json": _json({"config": index["config"] | directory, "docs": []}),
        **{f"{FOLDER}words-{number}.json": b"{%b}" % file for number, file in enumerate(of_words)},
        **{f"{FOLDER}texts-{number}.json": b"[%b]" % file for number, file in enumerate(of_texts)},
    }


def _written(entry: _Entry, boosts: Mapping[str, float]) -> Written:
    fields = [field for field in boosts if entry.get(field)]
    texts = tuple(_text(entry[field]) for field in fields)
    return Written(texts, tuple(boosts[field] for field in fields), entry.get("boost", 1.0))


def _posting(order: Order) -> bytes:
    """The places of a word, as differences, and what it counts there."""
    kept = sorted((place, -counts) for counts, place in order[:MOST_PLACES])
    places = [place for place, _ in kept]
    steps = [place - before for before, place in zip([0, *places], places, strict=False)]
    return _json((steps, [round(_PRECISION * counts) for _, counts in kept]))


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else " ".join(value)


def _shown(page: list[_Entry]) -> list[object]:
    """What results show of a page: its address, and of each heading the anchor, title, text and tags, if any."""
    location = page[0]["location"].partition("#")[0]
    return [
        location,
        *(
            [entry["location"].partition("#")[2], entry["title"], entry["text"], *filter(None, (entry.get("tags"),))]
            for entry in page[:SECTIONS]
        ),
    ]


def _files(items: Iterable[tuple[_Key, bytes]], size: int) -> Iterator[list[tuple[_Key, bytes]]]:
    """Values as JSON with their keys, in files of at least so many bytes."""
    part: list[tuple[_Key, bytes]] = []
    length = 0
    for item in items:
        part.append(item)
        length += len(item[1])
        if length >= size:
            yield part
            part, length = [], 0
    if part:
        yield part


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
