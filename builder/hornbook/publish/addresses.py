"""Where an address in a finished page leads: to a file of the site, out of it, or to another site.

Addresses are read as browsers read them (WHATWG URL), as far as addresses of a static site go.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Base(NamedTuple):
    """The address that the site is published at; a named tuple, since what is remembered of addresses hangs on it."""

    origin: str
    """Such as `https://example.org`; empty where the site has no address yet."""
    prefix: str
    """The path of its home page, from `/` to `/`."""


class Target(NamedTuple):
    """A place on the server that the site is published on; a named tuple, since a site has so many links."""

    path: str | None
    """A path in the site, decoded, with `/` at its end for a folder; None where it leads out of the site."""
    fragment: str
    """What follows the `#`, decoded."""


def base_of(site_url: str) -> Base:
    """Split the address of the home page."""
    parts = urlsplit(site_url)
    origin = f"{parts.scheme}://{parts.netloc}".lower() if parts.netloc else ""
    return Base(origin, f"{parts.path.rstrip('/')}/")


def locate(base: Base, page: str, address: str) -> Target | None:
    """Where `address`, written in the file `page` of the site, leads; None where that is another site.

    Queries are ignored. Another site on the same server counts as another site where the address is written out
    in full, and as a way out of this one where it is relative.
    """
    path, _, fragment = address.strip().partition("#")
    path = path.partition("?")[0]
    if "%" in fragment or ":~:" in fragment:
        fragment = unquote(fragment.partition(":~:")[0])
    if not path:
        return Target(page, fragment)
    if path[0] == "/" or _SCHEME.match(path):
        leads_on, inside = _from_anywhere(base.origin, base.prefix, path)
        return Target(inside, fragment) if leads_on else None
    folder = page.rpartition("/")[0]
    while folder and path.startswith("../"):  # so that pages of one folder ask the same
        folder, path = folder.rpartition("/")[0], path[3:]
    return Target(_inside(base.prefix, f"{base.prefix}{folder}/{path}"), fragment)


@lru_cache(maxsize=1 << 14)
def _from_anywhere(origin: str, prefix: str, path: str) -> tuple[bool, str | None]:
    """Whether a path that means the same in each file is one of this server, and then the path in the site."""
    if path[0] == "/" and not path.startswith("//"):
        return True, _inside(prefix, path)
    full = f"{origin.partition('//')[0]}{path}" if path.startswith("//") else path
    rest = full[len(origin) :]
    if not origin or full[: len(origin)].lower() != origin or rest[:1] not in {"", "/"}:
        return False, None
    inside = _inside(prefix, rest or "/")
    return inside is not None, inside


@lru_cache(maxsize=1 << 16)
def _inside(prefix: str, path: str) -> str | None:
    """The path in the site of an absolute path on the server, or None."""
    parts: list[str] = []
    *folders, name = (unquote(part) for part in path.split("/"))
    for part in folders:
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    if name == "..":
        del parts[-1:]
    absolute = "".join(f"/{part}" for part in parts) + "/" + ("" if name in {".", ".."} else name)
    return absolute[len(prefix) :] if absolute.startswith(prefix) else None
