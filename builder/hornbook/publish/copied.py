"""Puts files that engines only copy into the site without them: they would be written, read, written and read again."""

from collections.abc import Callable

from hornbook.publish.whole import DOCS, Files, is_page, made_of

_READ_AS_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd")
"""What engines take for Markdown as well."""


def made_with_copies(named: frozenset[str], run: Callable[[Files], Files | None], sources: Files) -> Files | None:
    """The site that an engine makes of what it is given, made of less by `run`; None where that is in doubt.

    `named` are the files that its navigation names, by their path in the folder of pages.
    """
    copied = {path for path in sources if _is_copied(path, named)}
    files = run({path: data for path, data in sources.items() if path not in copied})
    copies = {made_of(path): sources[path] for path in copied}
    if files is None or not copies.keys().isdisjoint(files):
        return None
    return dict(sorted({**copies, **files}.items()))


def _is_copied(path: str, named: frozenset[str]) -> bool:
    """Whether a file is surely one that engines copy as it is."""
    name = path.removeprefix(DOCS)
    is_hidden = name.startswith((".", "templates/")) or "/." in name
    return not (name == path or is_page(path) or is_hidden or name in named or name.endswith(_READ_AS_PAGES))
