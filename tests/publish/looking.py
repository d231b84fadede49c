"""Looking at sites that tests made: everything in them besides pages counts as brought by the builder."""

from collections.abc import Mapping
from typing import Any

from hornbook.diagnostics import Diagnostic
from hornbook.publish import Engine, Origins, checking, installed_theme


def origins_for(files: Mapping[str, bytes], engine: Engine = Engine.MKDOCS) -> Origins:
    theme = installed_theme(engine)
    made = {"sitemap.xml", "sitemap.xml.gz", "search.json", *(path for path in files if path.startswith("search/"))}
    pages = frozenset(path for path in files if path.lower().endswith(".html"))
    written = {path: data for path, data in files.items() if path not in pages | made | theme.files.keys()}
    return Origins(pages, written, {path: files[path] for path in pages}, theme)


def check_site(*given: Any, **more: Any) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a site in which nothing is made anew; it takes what `checking` does."""
    with checking(*given, **more) as found:
        return found({})


def look(files: Mapping[str, bytes], url: str, engine: Engine = Engine.MKDOCS) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a site."""
    return check_site(files, url, origins_for(files, engine))


def check_html(files: Mapping[str, bytes], url: str, engine: Engine = Engine.MKDOCS) -> tuple[Diagnostic, ...]:
    """What the gate finds."""
    return tuple(one for one in look(files, url, engine) if one.code.startswith("html-"))


def check_links(files: Mapping[str, bytes], url: str) -> tuple[Diagnostic, ...]:
    """What is wrong with links and anchors."""
    return tuple(one for one in look(files, url) if not one.code.startswith("html-"))
