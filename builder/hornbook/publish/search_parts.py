"""The search index in parts, so that a reader fetches what a question needs, and nothing before there is one.

The words of all headings and texts stand in order, in files of like size. Each word has the headings and texts that
hold it, with how much it counts there: what lunr would work out in the browser (BM25 without the length of a text;
Robertson, Zaragoza, "The probabilistic relevance framework", 2009). A word that stands nearly everywhere keeps those
places where it counts most (Carmel and others, "Static index pruning", 2001). What results show stands in further
files, page by page. `builder/hornbook/theme/scripts/finder.js` reads them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

from hornbook.publish.search_weights import SATURATION, rareness, words_in

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
_Value = TypeVar("_Value")


def in_parts(index: _Entry) -> dict[str, bytes]:
    """The files of an index of Material's search, weighed: the index itself without entries, words and texts."""
    pages = [list(group) for _, group in groupby(index["docs"], key=lambda entry: entry["location"].partition("#")[0])]
    placed = [
        (number * SECTIONS + place, entry)
        for number, page in enumerate(pages)
        for place, entry in enumerate(page[:SECTIONS])
    ]
    boosts = {name: float(field.get("boost", 1.0)) for name, field in index["config"]["fields"].items()}
    words = list(_files(_postings(placed, boosts), _WORDS))
    texts = list(_files(enumerate(map(_shown, pages)), _TEXTS))
    directory = {
        "words": [part[0][0] for part in words],
        "texts": [part[0][0] for part in texts],
        "common": _COMMON.split(),
    }
    return {
        f"{FOLDER}search_index.json": _json({"config": index["config"] | directory, "docs": []}),
        **{f"{FOLDER}words-{number}.json": _json(dict(part)) for number, part in enumerate(words)},
        **{f"{FOLDER}texts-{number}.json": _json([page for _, page in part]) for number, part in enumerate(texts)},
    }


def _postings(
    placed: Sequence[tuple[int, _Entry]], boosts: dict[str, float]
) -> Iterator[tuple[str, tuple[list[int], list[int]]]]:
    """Each word with its places, as differences, and what it counts there; in the order in which browsers compare."""
    fields = [
        (place, entry, boosts[name], words_in(_text(entry[name])))
        for place, entry in placed
        for name in boosts
        if entry.get(name)
    ]
    rare = rareness((words for *_, words in fields), len(placed))
    counted: defaultdict[str, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for place, entry, boost, words in fields:
        for word, times in Counter(words).items():
            gain = rare[word] * (SATURATION + 1) * times / (SATURATION + times)
            counted[word][place] += gain * boost * entry.get("boost", 1.0)
    for word in sorted(counted, key=lambda word: word.encode("utf-16-be")):
        found = counted[word]
        kept = sorted(sorted(found, key=lambda place: (-found[place], place))[:MOST_PLACES])
        steps = [place - before for before, place in zip([0, *kept], kept, strict=False)]
        yield word, (steps, [round(_PRECISION * found[place]) for place in kept])


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


def _files(items: Iterable[tuple[_Key, _Value]], size: int) -> Iterator[list[tuple[_Key, _Value]]]:
    part: list[tuple[_Key, _Value]] = []
    length = 0
    for item in items:
        part.append(item)
        length += len(_json(item[1]))
        if length >= size:
            yield part
            part, length = [], 0
    if part:
        yield part


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
