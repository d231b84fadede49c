"""Where an address in a finished page leads: to a file of the site, out of it, or to another site.

Addresses are read as browsers read them (WHATWG URL), as far as addresses of a static site go.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ITSELF, _ANYWHERE = -1, -2
"""Instead of a number of folders: of an address that leads to its own file, and of one that means the same in each."""


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
    return next(_located_all(base, page, (address,)))


def targets_of(base: Base, page: str, addresses: Iterable[str]) -> tuple[Target, ...]:
    """Where these addresses in a file of the site lead within it, each place once."""
    return tuple(dict.fromkeys(filter(None, _located_all(base, page, addresses))))


def _located_all(base: Base, page: str, addresses: Iterable[str]) -> Iterator[Target | None]:
    """Where each of these addresses leads, in their order."""
    folders = page.split("/")[:-1]
    # By how many folders they are further out, so that pages side by side ask the same.
    around = ["/".join(folders[: len(folders) - up]) for up in range(len(folders) + 1)]
    for address in addresses:
        up, path, fragment = _read(address)
        if up == _ITSELF:
            yield Target(page, fragment)
        elif up == _ANYWHERE:
            leads_on, inside = _from_anywhere(base.origin, base.prefix, path)
            yield Target(inside, fragment) if leads_on else None
        elif up < len(around):
            yield _located(base.prefix, around[up], path, fragment)
        else:
            yield _located(base.prefix, "", "../" * (up - len(folders)) + path, fragment)


@lru_cache(maxsize=1 << 14)
def _read(address: str) -> tuple[int, str, str]:
    """How many folders up an address leads, its path from there, and its fragment."""
    path, _, fragment = address.strip().partition("#")
    path = path.partition("?")[0]
    if "%" in fragment or ":~:" in fragment:
        fragment = unquote(fragment.partition(":~:")[0])
    if not path:
        return _ITSELF, "", fragment
    if path[0] == "/" or _SCHEME.match(path):
        return _ANYWHERE, path, fragment
    up = 0
    while path.startswith("../", 3 * up):
        up += 1
    return up, path[3 * up :], fragment


@lru_cache(maxsize=1 << 16)
def _located(prefix: str, folder: str, path: str, fragment: str) -> Target:
    """Where a path leads that is written in a file of this folder of the site."""
    return Target(_inside(prefix, f"{prefix}{folder}/{path}"), fragment)


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
