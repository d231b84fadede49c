"""The theme as it is installed: the files that it brings to a site, and the scripts that it writes into pages.

Both are read from the theme's own folder and never from a finished site, so that what is checked has no say in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from hornbook.publish.engines import Engine

_FOLDERS = {
    Engine.MKDOCS: ("mkdocs-material", "material/templates"),
    Engine.PROPERDOCS: ("mkdocs-material", "material/templates"),
    Engine.ZENSICAL: ("zensical", "zensical/templates"),
}
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}")
_ADDRESS = '([^"]*)'


@dataclass(frozen=True, slots=True)
class Theme:
    """What a theme may contribute to a site."""

    files: dict[str, Path]
    """Its files of the site, by their path there."""
    scripts: tuple[re.Pattern[str], ...]
    """Its inline scripts; what a group matches is an address of the site."""
    writes_styles: bool = False
    """Whether its scripts write styles into pages, as the search of Zensical does."""

    def inline(self, text: str) -> re.Match[str] | None:
        """The script of the theme that a text is, with its addresses; None where it is none of them."""
        return next((found for script in self.scripts if (found := script.fullmatch(text)) is not None), None)


@cache
def installed_theme(engine: Engine) -> Theme:
    """The theme that an engine uses, as it is installed beside us; empty where it is not."""
    package, folder = _FOLDERS[engine]
    try:
        root = Path(str(distribution(package).locate_file(folder)))
    except PackageNotFoundError:
        return Theme({}, ())
    assets = sorted(path for path in (root / "assets").rglob("*") if path.is_file())
    templates = sorted(path for path in root.rglob("*.html") if ".icons" not in path.parts)
    scripts = {script for path in templates for script in _scripts(path.read_text(encoding="utf-8"))}
    return Theme(
        {path.relative_to(root).as_posix(): path for path in assets},
        tuple(re.compile(script, re.DOTALL) for script in sorted(scripts)),
        writes_styles=engine is Engine.ZENSICAL,
    )


def _scripts(template: str) -> Iterator[str]:
    """The inline scripts of a template as patterns; those that settings alone complete are left out."""
    for script in _INLINE.findall(template):
        expressions = _EXPRESSION.findall(script)
        if "{%" not in script and all("base_url" in expression for expression in expressions):
            pieces = _EXPRESSION.sub("\0", script).split("\0")
            yield _ADDRESS.join(map(re.escape, pieces))
