"""Addresses as they are written, and links from one to another."""

from functools import lru_cache
from posixpath import relpath
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
    link = relpath(path or ".", at or ".")
    return quote(link) + ("/" if path.endswith("/") or not path else "") + mark + anchor
