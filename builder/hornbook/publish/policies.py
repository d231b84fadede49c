"""Gives each page that an engine made its policy: which scripts a browser may run there.

A script within a page is named where its text is one of the installed theme's; of another one the browser is told
nothing, so that it would not run even if the checks of the finished page let it through.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from hornbook.cache import NOTHING_KEPT, NoCache, as_before
from hornbook.policy import policy_element
from hornbook.publish.theme import Theme

_ENCODING = re.compile(rb"<meta charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE)
"""Behind it, so that browsers look no further for the encoding, and before whatever a page loads."""
_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL | re.IGNORECASE)


def with_policies(
    files: Mapping[str, bytes],
    pages: frozenset[str],
    theme: Theme,
    cache: NoCache = NOTHING_KEPT,
    name: tuple[str, ...] = (),
) -> dict[str, bytes]:
    """The files of a finished site, with a policy in each of these pages that says where its encoding is named."""
    given = {path: files[path] for path in pages & files.keys()}
    stated = partial(map, lambda path: _with_policy(files[path], theme))
    return {**files, **as_before(cache, ("policies", *name), theme, given, stated)}


def _with_policy(page: bytes, theme: Theme) -> bytes:
    stated = _meta(tuple(_scripts(page, theme)), styles=theme.writes_styles)
    return _ENCODING.sub(lambda found: found[0] + stated, page, count=1)


def _scripts(page: bytes, theme: Theme) -> Iterator[str]:
    for script in _SCRIPT.findall(page):
        if _is_the_themes(script, theme):
            yield script.decode()


@lru_cache(maxsize=1 << 10)  # pages of one depth have the same scripts
def _meta(scripts: tuple[str, ...], *, styles: bool) -> bytes:
    return policy_element(scripts, styles=styles).encode()


def _is_the_themes(script: bytes, theme: Theme) -> bool:
    try:
        text = script.decode()
    except UnicodeDecodeError:
        return False
    return theme.inline(text) is not None
