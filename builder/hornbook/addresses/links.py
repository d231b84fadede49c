"""Addresses as they are written, and links from one to another."""

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote


def written_address(written: str) -> str:
    """The address that people write without slashes at the ends, such as `faq/outer-and-inner#claim-gives-intent`."""
    path, mark, anchor = plain_address(written).partition("#")
    return (path + "/" if path else "") + mark + anchor


def plain_address(written: str) -> str:
    """An address as people write it: without slashes at the ends of its path, such as `terms/rain#sense-loose`."""
    path, mark, anchor = written.partition("#")
    return path.strip("/") + mark + anchor


@lru_cache(maxsize=1 << 14)  # the same links stand on every page
def relative(at: str, to: str) -> str:
    """The link from the page at one address to another address (both from the site's root), percent-encoded."""
    path, mark, anchor = to.partition("#")
    if path == at:
        return f"#{anchor}" if mark else "./"
    return _path_between(_parts(at), _parts(path)) + ("/" if path.endswith("/") or not path else "") + mark + anchor


@lru_cache(maxsize=1 << 14)
def _parts(path: str) -> tuple[str, ...]:
    """The names of folders in a path, and of its file, percent-encoded."""
    return tuple(part for part in quote(path).split("/") if part)


def _path_between(folder: Sequence[str], to: Sequence[str]) -> str:
    """The way from one folder to a file or to another folder; addresses of ours have no dots to be resolved."""
    shared = 0
    for one, other in zip(folder, to, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([*[".."] * (len(folder) - shared), *to[shared:]]) or "."
