"""Weighs what the site engine's search knows, so that a term's own page comes first for every name of the term.

Pages of terms hold each name as a heading that nobody sees (`builder/hornbook/pages/search_words.py`).

Material's search adds up how rare each word of a question is, wherever it stands, and takes a word for the beginning
of any other. Here names come to count as much as the titles of pages, and shorter ones more, so that a name comes
before those that hold it; and a word such as “objectively” is no longer rarer than “objective”.

Zensical's search compares headings word by word, but lists each of them. Here those that only spell a name otherwise
go over into the text.
"""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

_CALLED = "called-"
_SPELLED = "spelled-"
_PAGE = 2.4
_NAME = 6.0
"""A heading with every word of a question counts 5 times where it is the page's, else twice: 5 · 2.4 = 2 · 6."""
_LONGER = "longer"
_LONGER_BOOST = 50.0
"""A title counts 1,000, a text 1; enough for a longer word to be found at every name that it could be meant for."""
_WORD = re.compile(r"[^\W_]+")

_Entry = dict[str, Any]


def weigh_search(stage: Path) -> None:
    """Write the search index anew that an engine left in the folder `stage`."""
    for path, weigh in (("search/search_index.json", weigh_material), ("search.json", weigh_zensical)):
        file = stage / path
        if file.is_file():
            file.write_bytes(weigh(file.read_bytes()))


def weigh_material(data: bytes) -> bytes:
    """The index of Material's search with pages of terms and their names weighed; one of another shape stays."""
    return _rewritten(data, _in_material)


def weigh_zensical(data: bytes) -> bytes:
    """The index of Zensical's search with the spellings of a name in its text; one of another shape stays."""
    return _rewritten(data, _in_zensical)


def _rewritten(data: bytes, rewrite: Callable[[_Entry], None]) -> bytes:
    try:
        index = json.loads(data)
        rewrite(index)
    except (ValueError, KeyError, TypeError, AttributeError):
        return data
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _in_material(index: _Entry) -> None:
    names: list[tuple[_Entry, list[str]]] = []
    for entry in index["docs"]:
        # Only the builder gives a page a weight, and only those of terms; the engine hands it on to every heading.
        has_weight = entry.pop("boost", None) is not None
        anchor = _anchor(entry)
        is_name = anchor.startswith((_CALLED, _SPELLED))
        if has_weight and (is_name or not anchor):
            words = _WORD.findall(unescape(entry["title"]).casefold())
            entry["boost"] = (_NAME if is_name else _PAGE) * (1 + 1 / max(len(words), 1))
            names.append((entry, words))
            if is_name:
                entry["text"] = ""
    known = sorted({word for _, words in names for word in words})
    for entry, words in names:
        longer = [word for word in known if word not in words and word.startswith(tuple(words))]
        if longer:
            entry[_LONGER] = " ".join(longer)
    if names:
        index["config"]["fields"][_LONGER] = {"boost": _LONGER_BOOST}


def _in_zensical(index: _Entry) -> None:
    kept: list[_Entry] = []
    for entry in index["items"]:
        anchor = _anchor(entry)
        if anchor.startswith(_SPELLED) and kept:
            kept[-1]["text"] += f" {entry['title']}"
            continue
        if anchor.startswith(_CALLED):
            # The path counts as much as that of a page which has the same words in its title.
            entry["path"] = [entry["title"]]
        kept.append(entry)
    index["items"] = kept


def _anchor(entry: _Entry) -> str:
    return str(entry["location"]).partition("#")[2]
