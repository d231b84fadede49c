"""Whether a site engine makes each page of that page alone, as far as its settings tell."""

from collections.abc import Iterator

import yaml

_PLUGINS = frozenset({"search"})
_EXTENSIONS = frozenset({"abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"})
"""What looks at one page at a time, and at nothing besides."""
_ABBREVIATIONS = "abbr"
"""The one among these that looks for words, if its options name some."""
_ELSEWHERE = frozenset({"INHERIT", "hooks", "theme_dir", "watch"})
"""What brings in programs or files that the settings do not show."""


def pages_in_navigation(settings: bytes) -> frozenset[str] | None:
    """The pages that the navigation of settings names, by their path in the folder of pages.

    None where an engine that has these settings could make something of a page for which it looks at others, except
    for what a navigation shows of its pages: their titles, and what stands in front of them. None, too, where it could
    treat a page otherwise than those beside it for the words in it, or for its name.
    """
    try:
        read = yaml.safe_load(settings)
    except yaml.YAMLError:  # a tag of the owner's, which programs of the engine read
        return None
    if not isinstance(read, dict) or _ELSEWHERE & read.keys() or "nav" not in read:
        return None
    theme = read.get("theme")
    if not isinstance(theme, dict) or theme.get("name") != "material":
        return None
    if not _names(read.get("plugins")) <= _PLUGINS or not _names(read.get("markdown_extensions")) <= _EXTENSIONS:
        return None
    if _ABBREVIATIONS in _with_options(read["markdown_extensions"]) or "!" in str(read.get("not_in_nav")):
        return None
    return frozenset(_leaves(read["nav"]))


def _names(entries: object) -> frozenset[object]:
    """The names in a list of names, some with options; that of nothing known where it is no such list."""
    if not isinstance(entries, list):
        return frozenset({None})
    return frozenset(name for entry in entries for name in (entry if isinstance(entry, dict) else (str(entry),)))


def _with_options(entries: list[object]) -> frozenset[object]:
    return frozenset(name for entry in entries if isinstance(entry, dict) for name in entry)


def _leaves(nav: object) -> Iterator[str]:
    if isinstance(nav, dict):
        nav = list(nav.values())
    if isinstance(nav, list):
        for entry in nav:
            yield from _leaves(entry)
    elif isinstance(nav, str):
        yield nav
