"""From what is wrong in a finished page, or in an engine's log, to the file, line and column that it comes from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from hornbook.diagnostics import Diagnostic, Place, Related
from hornbook.publish.engines import ENGINE_FAILED, SETTINGS

_WORDS = re.compile(r"“([^”…]+)”|`([^`…]+)`")
"""What a message quotes: the words of a link, or an address."""
_PAGE = re.compile(r"[\w./-]+\.md\b")
_SETTING = re.compile(r"(?:Config value|configuration option|option)\W{1,2}([a-z_]+)\W")
_NAMED = re.compile(r"['\"“]([\w./-]{2,80})['\"”]")
_INDEX = "index.html"


def at_cause(
    found: Iterable[Diagnostic], written: Mapping[str, Place], texts: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """The findings, each where what it is about is written, if that is known.

    `written` says by its address what each page comes from, `texts` holds the text of files by path.
    """
    return tuple(
        sorted(
            _from_log(one, written, texts) if one.code == ENGINE_FAILED else _of_page(one, written, texts)
            for one in found
        )
    )


def _of_page(one: Diagnostic, written: Mapping[str, Place], texts: Mapping[str, str]) -> Diagnostic:
    page = one.place.path
    source = written.get(page.removesuffix(_INDEX)) if page.endswith(_INDEX) else None
    if source is None:
        return one
    quoted = (words for match in _WORDS.finditer(one.message) for words in match.groups() if words)
    place = next(_places(quoted, texts.get(source.path, ""), source.path), source)
    return replace(one, place=place, related=(Related(one.place, "here in the finished site"), *one.related))


def _from_log(one: Diagnostic, written: Mapping[str, Place], texts: Mapping[str, str]) -> Diagnostic:
    """An engine's own words name a page that it was given, or a setting."""
    for line in one.notes:
        for page in _PAGE.findall(line):
            source = written.get(page.removesuffix("index.md"))
            if source is not None:
                return replace(one, place=source)
    settings = texts.get(SETTINGS, "")
    for line in one.notes:
        option = _SETTING.search(line)
        start = re.search(rf"^{option[1]}:", settings, re.MULTILINE) if option else None
        if start is not None:
            named = (name for name in _NAMED.findall(line) if option is None or name != option[1])
            key = _place(settings, SETTINGS, start.start(), start.end() - 1)
            return replace(one, place=next(_places(named, settings, SETTINGS, start.end()), key))
    return one


def _places(words: Iterable[str], text: str, path: str, after: int = 0) -> Iterator[Place]:
    """Where words stand in a text that holds them once."""
    for one in words:
        if text.count(one, after) == 1:
            at = text.index(one, after)
            yield _place(text, path, at, at + len(one))


def _place(text: str, path: str, start: int, end: int) -> Place:
    line = text.rfind("\n", 0, start) + 1
    number = text.count("\n", 0, start) + 1
    if "\n" in text[start:end]:
        return Place(path, number, start - line + 1)
    return Place(path, number, start - line + 1, number, end - line + 1)
