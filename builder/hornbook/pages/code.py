"""Code in colours: spans with the classes that the theme's style sheet knows."""

from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers import get_lexer_by_name

LONGEST_COLOURED = 4_000
"""Longer code is shown without colours: some languages take far more time to read than a text is long."""
_NAMES = (
    "bash bib bibtex c c++ cfg console cpp css diff go html ini java javascript js json json5 jsonld latex "
    "markdown md pycon py python rs rust sh shell sql tex toml ts typescript xml yaml yml"
)
LANGUAGES = frozenset(_NAMES.split())
"""The names after a fence that give colours; any other shows plain text, whatever is installed beside the builder."""


def coloured(code: str, language: str) -> str:
    """The markup of the contents of a `code` element, coloured where its language is known; a line break at its end."""
    name = language.lower() if language.lower() in LANGUAGES and len(code) <= LONGEST_COLOURED else "text"
    lexer = get_lexer_by_name(name, stripnl=True, handlecodeblocks=False)
    written: str = highlight(code, lexer, HtmlFormatter(nowrap=True))
    return written
