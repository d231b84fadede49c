"""What browsers are told that a page may load and run: a second barrier behind the checks of finished pages.

The wording is that of Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/). It stands in a `meta` element, so
that it counts wherever a site is put; what only a server can say stands in a file of headers beside the site.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

_HASH = r"'sha256-[A-Za-z0-9+/]{43}='"
_BASE = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"
)
"""Pictures within addresses are those of the theme's style sheet."""
_STYLES = "; style-src 'self' 'unsafe-inline'"
_SCRIPTS = "; script-src 'self'"
_POLICY = re.compile(rf"{re.escape(_BASE)}(?:{re.escape(_STYLES)})?(?:{re.escape(_SCRIPTS)}(?: {_HASH})+)?")


def policy(scripts: Iterable[str] = (), *, styles: bool = False) -> str:
    """The policy of a page that loads files of its site, and runs of the scripts within it those with these texts.

    `styles` lets the scripts of a theme write styles into the page, whatever these are.
    """
    hashes = sorted({f" '{_digest(script)}'" for script in scripts})
    return _BASE + (_STYLES if styles else "") + (_SCRIPTS + "".join(hashes) if hashes else "")


def policy_element(scripts: Iterable[str] = (), *, styles: bool = False) -> str:
    """The policy as an element of a page's head; nothing in it needs a character reference."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts, styles=styles)}">'


def is_policy(text: str) -> bool:
    """Tell whether a text is such a policy, whatever scripts it names."""
    return _POLICY.fullmatch(text) is not None


def _digest(script: str) -> str:
    """A script as a policy names it: browsers hash its text once line breaks are line feeds, as UTF-8."""
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
