"""Settings of the site engine that would break pages, each with its line; style sheets and scripts of the owner's."""

from collections.abc import Collection, Iterator, Mapping

from hornbook.diagnostics import Code, Diagnostic, Lines, Place
from hornbook.diagnostics.formats import shown
from hornbook.load.engine_settings import EngineSettings
from hornbook.load.tree import YamlMapping, YamlScalar, YamlSequence, YamlValue

SETTINGS_DECIDED = Code(
    "settings-decided",
    "The site engine's settings say otherwise of something that the builder decides, so that pages would break.",
    Lines("mkdocs.yml", "docs_dir: pages", "docs_dir: docs"),
)
SETTINGS_FILE = Code(
    "settings-file",
    "The site engine's settings name a style sheet or a script that is no file of docs/.",
    Lines("mkdocs.yml", "extra_css: [stile.css]", "extra_css: []"),
)

_ELSEWHERE = "a page must load nothing from another site when it is read"
_LEFT_OUT = ("pages that others link to would be missing", "keep what is not to be published outside of `docs/`")
_DECIDED: tuple[tuple[str, frozenset[str], str, str], ...] = (
    ("docs_dir", frozenset({"docs"}), "pages written by hand are read from `docs/`", "delete the line"),
    (
        "site_dir",
        frozenset({"site"}),
        "the site is written to `site/`",
        "delete the line; `hornbook site --out` writes it elsewhere",
    ),
    ("use_directory_urls", frozenset({"true"}), "each page has a folder of its own as its address", "delete the line"),
    ("exclude_docs", frozenset(), *_LEFT_OUT),
    ("draft_docs", frozenset(), *_LEFT_OUT),
    ("theme", frozenset({"material"}), "pages are made for the theme `material`", "delete the line"),
    ("theme.name", frozenset({"material"}), "pages are made for the theme `material`", "delete the line"),
    (
        "theme.custom_dir",
        frozenset(),
        "the layer over the theme is the builder's",
        "name style sheets and scripts of `docs/` in `extra_css` and `extra_javascript`",
    ),
    ("theme.font", frozenset({"false"}), _ELSEWHERE, "delete it, or write `font: false`; styles can name fonts"),
    ("extra.analytics", frozenset(), _ELSEWHERE, "delete it"),
    ("extra.consent", frozenset(), "the theme would write a script of its own into each page", "delete it"),
)
"""A setting, the values that do no harm, why others do, and what to do."""
_PLUGINS: Mapping[str, str] = {
    **dict.fromkeys(("blog", "projects", "tags"), "it writes pages or files of its own, which nothing checks"),
    **dict.fromkeys(("offline", "privacy", "info"), "it needs other sites"),
    "social": "each page has a picture for links already",
}
"""Plugins of the theme that would break pages, and why."""
_OWN = {"extra_css": ".css", "extra_javascript": ".js"}
"""What owners add to every page, by the end of its name."""


def decided_otherwise(settings: EngineSettings) -> Iterator[Diagnostic]:
    """Each setting that says otherwise of what the builder decides."""
    for path, harmless, why, hint in _DECIDED:
        value = _at(settings.fields, path)
        if value is None or (isinstance(value, YamlMapping) and path == "theme"):
            continue
        said = value.text if isinstance(value, YamlScalar) else None
        if said is None or said not in harmless:
            name = path.rpartition(".")[2]
            shortly = f"`{name}` cannot be set here: {why}"
            message = shortly if said is None or not harmless else f"`{name}` is `{shown(said)}`, but {why}"
            yield Diagnostic(_place(settings.fields, path, value), SETTINGS_DECIDED, message, hint=hint)
    for plugin in _plugins(_at(settings.fields, "plugins")):
        harm = _PLUGINS.get(plugin.text.removeprefix("material/"))
        if harm is not None:
            message = f"the plugin `{shown(plugin.text)}` cannot be used here: {harm}"
            yield Diagnostic(plugin.place, SETTINGS_DECIDED, message, hint="delete it")


def _plugins(value: YamlValue | None) -> Iterator[YamlScalar]:
    """The names of plugins: alone or with options, in a list or a group."""
    if isinstance(value, YamlMapping):
        yield from (name for name, _ in value.fields)
    for one in value.items if isinstance(value, YamlSequence) else ():
        if isinstance(one, YamlScalar):
            yield one
        else:
            yield from _plugins(one)


def own_files(settings: EngineSettings) -> frozenset[str]:
    """The style sheets and scripts of the owner's, by path from `docs/`: who may write the settings is trusted."""
    return frozenset(one.text for name, end in _OWN.items() for one in _named(settings, name) if one.text.endswith(end))


def lost_files(settings: EngineSettings, files: Collection[str], made: Collection[str]) -> Iterator[Diagnostic]:
    """Each style sheet and script that is not among the `files` of `docs/`, nor among those that are `made`."""
    for name, end in _OWN.items():
        for one in _named(settings, name):
            if one.text in made or (one.text in files and one.text.endswith(end)):
                continue
            if "//" in one.text:
                message, hint = f"`{shown(one.text)}` would be loaded from another site", "put the file into `docs/`"
            elif not one.text.endswith(end):
                message, hint = f"`{shown(one.text)}` is no `{end}` file", "give the file that end, or delete the entry"
            else:
                message, hint = f"there is no file `docs/{shown(one.text)}`", "put it there, or delete the entry"
            yield Diagnostic(one.place, SETTINGS_FILE, message, hint=hint)


def _named(settings: EngineSettings, name: str) -> Iterator[YamlScalar]:
    if settings.fields is not None:
        yield from settings.fields.texts(name)
        yield from (path for one in settings.fields.groups(name) if (path := one.text("path")) is not None)


def _at(fields: YamlMapping | None, path: str) -> YamlValue | None:
    value: YamlValue | None = fields
    for name in path.split("."):
        value = value.get(name) if isinstance(value, YamlMapping) else None
    return value


def _place(fields: YamlMapping | None, path: str, value: YamlValue) -> Place:
    """The value if it is a text; of anything longer the name of the field."""
    group, _, name = path.rpartition(".")
    holder = _at(fields, group) if group else fields
    key = holder.key(name) if isinstance(holder, YamlMapping) else None
    return value.place if isinstance(value, YamlScalar) or key is None else key.place
