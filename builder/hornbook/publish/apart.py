"""What a site engine makes page by page: each page is kept by all that it was made from, and not made again.

The engine is given the pages that are not kept, and those that its navigation names. Nothing is kept of a run whose
result, taken apart into pages and put together again, is not what the engine made.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hornbook.cache import NoCache, digest_of, kept_before, packed, unpacked
from hornbook.diagnostics import Diagnostic
from hornbook.publish.engines import PAGE_BY_PAGE, Engine
from hornbook.publish.origins import page_of
from hornbook.publish.whole import DOCS, INDEX, LISTED, Files, Made, in_order, is_page, made_of, searched_of

_FRONT = re.compile(rb"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(rb"^# .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Given:
    """What an engine is given for a site in which each page is made of itself alone."""

    sources: Files
    """By path in the folder that it works in."""
    pages: tuple[str, ...]
    """The paths of the pages in the site, in the order in which the engine makes them."""
    named: frozenset[str]
    """Those that the navigation names."""
    keys: Mapping[str, tuple[str, ...]]
    """For each page all that it is made from."""
    frame: tuple[str, ...]
    """All that whatever else the engine makes is made from."""


def given_apart(
    sources: Files, engine: Engine, epoch: int, named: frozenset[str] | None, everything: Iterable[str] = ()
) -> Given | None:
    """What an engine is given, page by page; None where it may look at several pages for one.

    `named` are the pages that its navigation names, by their path in the folder of pages; None where that is not
    known of it. `everything` are the paths of all files, where the sources are not all.
    """
    if named is None or engine not in PAGE_BY_PAGE:
        return None
    markdown = {made_of(path): path for path in in_order(filter(is_page, sources))}
    shown = [digest_of(path, _shown_elsewhere(sources.get(f"{DOCS}{path}", b""))) for path in sorted(named)]
    others = [digest_of(path, sources[path]) for path in sorted(sources) if not path.startswith(DOCS)]
    names = digest_of(*sorted(path for path in everything or sources if path.startswith(DOCS)))
    frame = (str(engine), str(epoch), *others, *shown, names)
    keys = {page: (*frame, page, digest_of(sources[path])) for page, path in markdown.items()}
    return Given(sources, tuple(markdown), frozenset(page_of(path) for path in named) & markdown.keys(), keys, frame)


def made_apart(
    given: Given,
    run: Callable[[Files], Made],
    cache: NoCache,
    framed: Callable[[Files], Mapping[str, dict[str, bytes]]] = lambda _: {},
) -> Made:
    """The site that an engine makes of what it is given; `run` makes one of files that are laid before it.

    `framed` gives, of pages, those that are known without a run, in the shape in which they are kept.
    """
    kept = _kept(given, cache)
    kept |= _kept_from_now(given, framed(_wanting(given, kept)), cache)
    if len(given.pages) - len(kept) > len(given.pages) // 2:
        return _all(given, run, cache)
    kept_frame = cache.get("frame", given.frame)
    frame = _frame_alone(given, run, cache) if kept_frame is None else unpacked(kept_frame)
    again = None if frame is None else _made_share(given, kept, run, cache)
    if frame is None or again is None:
        return _all(given, run, cache)  # which tells what is wrong
    pages, found = again
    return _together(given, frame, pages), found


def _wanting(given: Given, kept: Mapping[str, object]) -> Files:
    """The sources of the pages that are not kept."""
    return {path: data for path, data in given.sources.items() if is_page(path) and made_of(path) not in kept}


def _kept_from_now(
    given: Given, made: Mapping[str, dict[str, bytes]], cache: NoCache
) -> Mapping[str, dict[str, bytes]]:
    for page, one in made.items():
        cache.put("finished", given.keys[page], packed(one))
    return made


def make_share(given: Given, run: Callable[[Files], Made], cache: NoCache) -> tuple[Diagnostic, ...]:
    """Make and keep the pages that are given, some of those of a site, and say what was found."""
    made = _made_share(given, _kept(given, cache), run, cache)
    return run(given.sources)[1] if made is None else made[1]


def _made_share(
    given: Given, kept: Mapping[str, dict[str, bytes]], run: Callable[[Files], Made], cache: NoCache
) -> tuple[dict[str, dict[str, bytes]], tuple[Diagnostic, ...]] | None:
    """All the pages that are given, those that are not kept made now, and what was found; None where it is in doubt."""
    wanting = frozenset(given.pages) - kept.keys()
    if not wanting:
        return dict(kept), ()
    files, found = run(_some(given, wanting | given.named))
    again = _pages_in(files, wanting | given.named)
    if again is None or any(again[page] != kept[page] for page in given.named & kept.keys()):
        return None
    anew = {page: again[page] for page in wanting}
    return {**kept, **_kept_from_now(given, anew, cache)}, found


def _frame_alone(given: Given, run: Callable[[Files], Made], cache: NoCache) -> dict[str, bytes] | None:
    """What the engine makes beside the pages, when of each page it is given no more than navigation can show of it.

    All pages were made elsewhere, so that no run had them all; None where it failed.
    """
    bare = {
        path: _shown_of(data) if is_page(path) and made_of(path) not in given.named else data
        for path, data in given.sources.items()
    }
    files, found = run(bare)
    if found or not files:
        return None
    frame = _frame(given, files)
    cache.put("frame", given.frame, packed(frame))
    return frame


def _frame(given: Given, files: Files) -> dict[str, bytes]:
    """Of the files of a site those that are no pages and nothing that was given, with an index that lists nothing."""
    own = {*given.pages, *(path.removeprefix(DOCS) for path in given.sources)}
    frame = {path: data for path, data in files.items() if path not in own or path == INDEX}
    return frame | ({INDEX: _emptied(frame[INDEX])} if INDEX in frame else {})


def _all(given: Given, run: Callable[[Files], Made], cache: NoCache) -> Made:
    """The site that the engine makes of all pages at once."""
    files, found = run(given.sources)
    pages = _pages_in(files, frozenset(given.pages))
    if pages is not None and not found:
        frame = _frame(given, files)
        whole = _together(given, frame, pages)
        if whole.keys() == files.keys() and all(_same(path, whole[path], files[path]) for path in files):
            cache.put("frame", given.frame, packed(frame))
            _kept_from_now(given, pages, cache)
    return files, found


def _kept(given: Given, cache: NoCache) -> dict[str, dict[str, bytes]]:
    kept = kept_before(cache, ("finished",), "finished", {page: given.keys[page] for page in given.pages}, unpacked)
    cache.hold({page: (given.keys[page], made) for page, made in kept.items()}, "finished")
    return kept


def _some(given: Given, pages: frozenset[str]) -> Files:
    """What the engine is given to make these pages."""
    return {
        path: data
        for path, data in given.sources.items()
        if not path.startswith(DOCS) or (is_page(path) and made_of(path) in pages)
    }


def _pages_in(files: Files, pages: frozenset[str]) -> dict[str, dict[str, bytes]] | None:
    """Each of these pages as the engine made it, with what search knows of it; None where that cannot be told."""
    said = searched_of(files, pages)
    if said is None or not pages <= files.keys():
        return None
    return {page: {"page": files[page], "search": json.dumps(said[page]).encode()} for page in pages}


def _emptied(index: bytes) -> bytes:
    return json.dumps({**json.loads(index), LISTED: []}).encode()


def _together(given: Given, frame: Files, pages: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    """The site of which these are the parts."""
    copied = {path.removeprefix(DOCS): data for path, data in given.sources.items() if path.startswith(DOCS)}
    files = {path: data for path, data in copied.items() if not path.endswith(".md")}
    files |= {**frame, **{page: pages[page]["page"] for page in given.pages}}
    if INDEX in frame:
        index = json.loads(frame[INDEX])
        index[LISTED] = [entry for page in given.pages for entry in json.loads(pages[page]["search"])]
        files[INDEX] = json.dumps(index).encode()
    return dict(sorted(files.items()))


def _same(path: str, one: bytes, other: bytes) -> bool:
    return one == other or (path == INDEX and json.dumps(json.loads(one)) == json.dumps(json.loads(other)))


def _shown_elsewhere(markdown: bytes) -> bytes:
    """What a navigation can show of a page: what stands in front of it, and its title."""
    front, title = _FRONT.match(markdown), _TITLE.search(markdown)
    return b"\0".join(found[0] for found in (front, title) if found is not None)


def _shown_of(markdown: bytes) -> bytes:
    """A page of what navigation can show of it, and nothing else."""
    front, title = _FRONT.match(markdown), _TITLE.search(markdown)
    return b"\n".join(found[0] for found in (front, title) if found is not None) + b"\n"
