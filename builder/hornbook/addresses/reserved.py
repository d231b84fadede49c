"""What a file of `docs/` must leave free: everything that the builder or a site engine writes, or may write."""

import unicodedata

from hornbook.addresses.fixed import FILES, INDEXES
from hornbook.addresses.records import page_address
from hornbook.kinds import ADDRESSED

_ENGINES = (
    "404/",
    "assets/images/",
    "assets/javascripts/",
    "assets/stylesheets/",
    "search.json",
    "search/",
)
"""What the supported site engines write beside the pages, as far as a file of `docs/` could stand in the way."""
_PASSED_OVER = "templates/"
"""What they pass over without a word."""
_FOLDERS = tuple(
    folder for kind in ADDRESSED for folder in (kind.index, *(further.partition("{}")[0] for further in kind.also))
)
_KEPT = frozenset({"index", "term", "claim", "schema"})
"""Names that every folder of pages has, or that addresses may need one day."""


def _outermost(paths: frozenset[str]) -> tuple[str, ...]:
    inside = {path for path in paths if any(path != other and path.startswith(other) for other in paths)}
    return tuple(sorted(paths - inside))


RESERVED = _outermost(
    frozenset(
        (
            *_ENGINES,
            _PASSED_OVER,
            *(index.address for index in INDEXES),
            *_FOLDERS,
            *(file[: file.rfind("/") + 1] or file for file in FILES),
        )
    )
)
"""Folders (with a slash at the end) and files of the site in which nothing written by hand may stand."""

RESERVED_IDS = _KEPT | frozenset(
    (
        *(path.partition("/")[0].partition(".")[0] for path in _ENGINES),
        *(
            index.address.removeprefix(folder).rstrip("/")
            for index in INDEXES
            for folder in _FOLDERS
            if index.address.startswith(folder) and index.address != folder
        ),
    )
)
"""Ids that no record may have, since a page or folder of the site has that name."""


def site_path(path: str) -> str:
    """The file of the finished site that a file of `docs/` becomes."""
    return f"{page_address(path)}index.html" if path.endswith(".md") else path


def folded(path: str) -> str:
    """A path as disks compare it that ignore case and the form of letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def reserved_by(path: str) -> str | None:
    """The reserved folder or file of the site that a file of `docs/` would stand in; None where it is free."""
    place = folded(site_path(path))
    return next(
        (taken for taken in RESERVED if place == folded(taken) or (taken[-1] == "/" and place.startswith(taken))), None
    )
