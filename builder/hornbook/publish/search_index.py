"""Rewrites what the site engine's search knows, so that readers find first what they asked for, and can read it.

Texts of sections become those of `search_text.py`. What stands under a page's title is the page's own text.

Pages that go by other names hold each as a heading that nobody sees (`builder/hornbook/pages/search_words.py`).
Material's search gets a weight for each heading, from `search_weights.py`; a name counts as much as the title of its
page. Zensical's compares headings word by word, but lists each of them: here those that only spell a name otherwise
go over into the text, unless another page has such a heading.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from typing import Any

from hornbook.addresses import FINDER, TERMS
from hornbook.cache import NOTHING_KEPT, NoCache, as_before, digest_of, keep_rows, kept_rows
from hornbook.language import catalogue, say, speaking
from hornbook.publish.search_parts import FOLDER, in_parts
from hornbook.publish.search_text import PageText, text_of
from hornbook.publish.search_weights import SHORTEST, lengths, rareness, words_in
from hornbook.spread import spread

_KIND = "texts for search"
_LANG = re.compile(rb"<html\b[^>]*\blang=\"?([A-Za-z-]+)")
_CALLED = "called-"
_SPELLED = "spelled-"
_TITLE = 4.0
_NAMED = 1.01
"""Of two pages with one title that with names, the page of a term, comes first."""
_NAME = 2.5
"""A heading with every word of a question counts 5 times where it is the page's, else twice: so much evens it out."""
_LONGER = "longer"
_LONGER_BOOST = 50.0
"""A title counts 1,000, a text 1; enough for a longer word to be found at every name that it could be meant for."""

_Entry = dict[str, Any]
_Texts = Callable[[str], PageText | None]
"""The text of the page at an address."""
_Words = Callable[[str], list[str]]
"""The words of a text."""


def texts_for_search(
    files: Mapping[str, bytes], cache: NoCache = NOTHING_KEPT, name: tuple[str, ...] = ()
) -> dict[str, PageText]:
    """What search says of each page of a finished site; nothing where the site has no search.

    Pages whose texts the last run left under this `name` in the cache are not read again.
    """
    if files.keys().isdisjoint(_INDEXES):
        return {}
    pages = [path for path in sorted(files) if path.endswith("index.html")]
    given = {path: files[path] for path in pages} if cache.keeps else {}
    digested = partial(map, lambda path: digest_of(files[path]))
    digests = as_before(cache, ("digests of texts", *name), None, given, digested)
    rows = kept_rows(cache, _KIND, name)
    texts = {path: PageText(*rows[digest]) for path, digest in digests.items() if digest in rows}
    wanting = [path for path in pages if path not in texts]
    texts |= zip(wanting, spread(lambda path: text_of(files[path]), wanting), strict=True)
    keep_rows(cache, _KIND, name, {digests[path]: [texts[path].title, texts[path].sections] for path in digests}, rows)
    return texts


def weighed_search(
    files: Mapping[str, bytes],
    texts: Mapping[str, PageText],
    cache: NoCache = NOTHING_KEPT,
    name: tuple[str, ...] = (),
) -> dict[str, bytes]:
    """The search index of a finished site written anew, by its path, with the texts of its pages.

    Nothing where the site has none, or one of another shape. `cache` and `name` as for `texts_for_search`.
    """
    words = _reader(cache, name)
    with speaking(catalogue(_language_of(files))):
        indexes = {
            path: _rewritten(files[path], partial(rewrite, texts=lambda at: texts.get(f"{at}index.html"), words=words))
            for path, rewrite in _INDEXES.items()
            if path in files
        }
    weighed = {path: index for path, index in indexes.items() if index is not None}
    parts = _parts_of(weighed, words, cache, name) if weighed and _uses_finder(files, texts) else {}
    return {path: _as_json(index) for path, index in weighed.items() if path not in parts} | parts


def _reader(cache: NoCache, name: tuple[str, ...]) -> _Words:
    """What gives the words of a text, and reads a text once for this run and the next in this process."""
    known: dict[str, list[str]] = cache.held("words", *name) or {}
    read: dict[str, list[str]] = {}
    cache.hold(read, "words", *name)

    def words(text: str) -> list[str]:
        if text not in read:
            read[text] = known[text] if text in known else words_in(text)
        return read[text]

    return words


def _language_of(files: Mapping[str, bytes]) -> str:
    """The language that the home page says it is in."""
    found = _LANG.search(files.get("index.html", b""))
    return found[1].decode(errors="replace") if found else ""


def _uses_finder(files: Mapping[str, bytes], pages: Iterable[str]) -> bool:
    """Whether the site's pages search with our worker, which reads an index in parts."""
    return FINDER in files and any(FINDER.encode() in files[path] for path in pages)


def _parts_of(weighed: Mapping[str, _Entry], words: _Words, cache: NoCache, name: tuple[str, ...]) -> dict[str, bytes]:
    try:
        return in_parts(weighed[f"{FOLDER}search_index.json"], cache, name, words)
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _rewritten(data: bytes, rewrite: Callable[[_Entry], None]) -> _Entry | None:
    """An index rewritten; None where it has another shape."""
    try:
        index: _Entry = json.loads(data)
        rewrite(index)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return index


def _as_json(index: _Entry) -> bytes:
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _in_material(index: _Entry, texts: _Texts, words: _Words) -> None:
    """Give the index of Material's search its texts and weights."""
    entries = index["docs"] = _readable(index["docs"], texts)
    titles = [words(entry["title"]) for entry in entries]
    marks = [_taken_mark(entry) for entry in entries]
    names = [(entry, title) for entry, title, mark in zip(entries, titles, marks, strict=True) if mark is not None]
    _add_longer(names)
    if names:
        index["config"]["fields"][_LONGER] = {"boost": _LONGER_BOOST}
    written = [words(entry[key]) for entry in entries for key in ("title", "text", _LONGER) if key in entry]
    found = lengths(titles, rareness(written, len(entries)))
    for entry, mark, length in zip(entries, marks, found, strict=True):
        entry["boost"] = round(_TITLE * (mark or 1.0) / length, 4)
        if mark == _NAME:
            entry["text"] = ""


def _taken_mark(entry: _Entry) -> float | None:
    """How much more a heading counts that is the title of a page with several names, or one of these.

    Only the builder gives a page a weight, and only those pages; the engine hands it on to every heading.
    """
    if entry.pop("boost", None) is None:
        return None
    anchor = _anchor(entry)
    if anchor.startswith((_CALLED, _SPELLED)):
        return _NAME
    return None if anchor else _NAMED


def _add_longer(names: list[tuple[_Entry, list[str]]]) -> None:
    known = sorted({word for _, words in names for word in words})
    for entry, words in names:
        begun = (word for word in words if len(word) >= SHORTEST)
        longer = {word for beginning in begun for word in _that_begin(known, beginning)}.difference(words)
        if longer:
            entry[_LONGER] = " ".join(sorted(longer))


def _that_begin(known: Sequence[str], beginning: str) -> Iterator[str]:
    """Those of the words, which are sorted, that begin so."""
    onwards = map(known.__getitem__, range(bisect_left(known, beginning), len(known)))
    return takewhile(lambda word: word.startswith(beginning), onwards)


def _in_zensical(index: _Entry, texts: _Texts, words: _Words) -> None:
    """Give the index of Zensical's search its texts and spellings."""
    entries = _readable(index["items"], texts)
    titles = [(_page(entry), words(entry["title"])) for entry in entries]
    kept: list[_Entry] = []
    for entry in entries:
        anchor = _anchor(entry)
        if anchor.startswith(_SPELLED) and kept and not _stands_elsewhere(entry, titles):
            kept[-1]["text"] += f" {entry['title']}"
            continue
        if anchor.startswith((_CALLED, _SPELLED)):
            # The path counts as much as that of a page which has the same words in its title.
            entry["path"] = [entry["title"]]
        elif not anchor and entry["location"].startswith(TERMS):
            entry["text"] = _begun(entry["title"], entry["text"])
        kept.append(entry)
    # What nothing else tells apart is shown in the order of the index.
    index["items"] = sorted(kept, key=lambda entry: len(words(entry["title"])))


def _stands_elsewhere(entry: _Entry, titles: list[tuple[str, list[str]]]) -> bool:
    """Whether a heading of another page has all words of a spelling, so that it would come before a text with them."""
    own = _page(entry)
    asked = words_in(entry["title"])
    return any(
        page != own and all(any(word.startswith(one) for word in words) for one in asked) for page, words in titles
    )


def _begun(title: str, markup: str) -> str:
    """A text that begins with its title: of two pages with the words of a question that one comes first.

    As Zensical counts, two words more must stand before the text, which often has the same words again.
    """
    own = words_in(title)
    # Words: two words at least besides the title
    lead = say("{title}, in short:", title=title)
    return markup if words_in(markup)[: len(own)] == own else f"<p>{lead}</p>{markup}"


def _readable(entries: list[_Entry], texts: _Texts) -> list[_Entry]:
    """The entries with the texts of their sections, without those of titles, which are the pages' own."""
    kept = []
    for entry in entries:
        page, anchor = texts(_page(entry)), _anchor(entry)
        if page is not None:
            if anchor and anchor == page.title:
                continue
            if not anchor.startswith((_CALLED, _SPELLED)):
                entry["text"] = page.sections.get(anchor, "")
        # A mark of quotation written out would be a word to search.
        entry["title"] = entry["title"].replace("&quot;", '"').replace("&#39;", "'").replace("&#x27;", "'")
        kept.append(entry)
    return kept


def _page(entry: _Entry) -> str:
    return str(entry["location"]).partition("#")[0]


def _anchor(entry: _Entry) -> str:
    return str(entry["location"]).partition("#")[2]


_INDEXES = {"search/search_index.json": _in_material, "search.json": _in_zensical}
"""What rewrites the index of each engine's search, by its path."""
