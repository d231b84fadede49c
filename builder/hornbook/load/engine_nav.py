"""The navigation in the site engine's settings, held against the pages that there are."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from hornbook.addresses import page_address
from hornbook.diagnostics import Code, Diagnostic, Lines, Place, Related
from hornbook.diagnostics.formats import shown
from hornbook.load.engine_settings import PATH, EngineSettings
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence, YamlValue

SETTINGS_NAV = Code(
    "settings-nav",
    "The navigation names a page that the site does not have, or a page of docs/ by its file (engines know it by the "
    "folder it becomes), or lacks one although the settings ask for all.",
    Lines("mkdocs.yml", "- About: about.md", "- About: about/index.md"),
)


def misnamed_pages(settings: EngineSettings, pages: Iterable[str]) -> Iterator[Diagnostic]:
    """Each entry of the navigation that names a page by its file in `docs/`, as engines do not know it.

    Every page becomes the index of a folder; `pages` are the files of `docs/`.
    """
    folders = {path: f"{page_address(path)}index.md" for path in pages}
    nav = settings.fields.get("nav") if settings.fields is not None else None
    for entry in _texts(nav):
        folder = folders.get(entry.text, entry.text)
        if folder != entry.text:
            message = f"the page `{shown(entry.text)}` is called `{shown(folder)}` in the navigation"
            yield Diagnostic(entry.place, SETTINGS_NAV, message, hint=f"write `{folder}`")


def omitted_pages(settings: EngineSettings, pages: Iterable[tuple[str, Place]]) -> Iterator[Diagnostic]:
    """Each page of `docs/` that the navigation lacks, where the settings ask engines to tell of such pages.

    `pages` are their files in `docs/`, with their places.
    """
    nav = settings.fields.get("nav") if settings.fields is not None else None
    if nav is None or not _asks_for_all(settings.fields):
        return
    listed = {entry.text for entry in _texts(nav)}
    left = settings.fields.text("not_in_nav") if settings.fields is not None else None
    for path, place in pages:
        file = f"{page_address(path)}index.md"
        if listed.isdisjoint({path, file}) and not (left is not None and _may_match(left.text, file)):
            message = f"the navigation lacks this page, and `{PATH}` asks for every page in it (`omitted_files`)"
            hint = f"add `- {file}` to `nav` in `{PATH}`; a title may stand before it: `- Title: {file}`"
            related = (Related(nav.place, "the navigation"),)
            yield Diagnostic(place, SETTINGS_NAV, message, hint=hint, related=related)


def _asks_for_all(fields: YamlMapping | None) -> bool:
    """Whether the settings make a warning of a page that the navigation lacks; builds treat it as a mistake."""
    validation = fields.get("validation") if fields is not None else None
    inside = validation.get("nav") if isinstance(validation, YamlMapping) else None
    asked = [one.text("omitted_files") for one in (validation, inside) if isinstance(one, YamlMapping)]
    return any(one is not None and one.text == "warn" for one in asked)


def _may_match(patterns: str, file: str) -> bool:
    """Whether lines in the notation of `.gitignore` may leave a file out; what is not understood here may."""
    for line in filter(None, map(str.strip, patterns.split("\n"))):
        if line.startswith("#"):
            continue
        if line.startswith("!") or "**" in line or set(line) & set("[]\\"):
            return True
        body = re.escape(line.strip("/")).replace(r"\*", "[^/]*").replace(r"\?", "[^/]")
        before = "" if "/" in line.rstrip("/") else "(?:.*/)?"
        if re.fullmatch(f"{before}{body}{'/.*' if line.endswith('/') else '(?:/.*)?'}", file):
            return True
    return False


def unknown_pages(settings: EngineSettings, addresses: Collection[str]) -> Iterator[Diagnostic]:
    """Each entry of the navigation that names a page which the site cannot have.

    `addresses` are those of all pages, and of those that are left out because there is nothing on them.
    """
    nav = settings.fields.get("nav") if settings.fields is not None else None
    for entry in _texts(nav):
        page = entry.text.removesuffix("index.md")
        if entry.text.endswith(".md") and (page == entry.text or page not in addresses):
            message = f"the navigation names `{shown(entry.text)}`, and the site has no such page"
            close = get_close_matches(page, sorted(addresses), 1)
            hint = f"did you mean `{close[0]}index.md`?" if close else "delete the line"
            yield Diagnostic(entry.place, SETTINGS_NAV, message, hint=hint)


def _texts(value: YamlValue | None) -> Iterator[YamlScalar]:
    """Every text in a value, names of fields apart."""
    match value:
        case YamlScalar():
            yield value
        case YamlSequence(items):
            for item in items:
                yield from _texts(item)
        case YamlMapping(fields):
            for _, inner in fields:
                yield from _texts(inner)
        case None:
            pass
