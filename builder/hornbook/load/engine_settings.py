"""The site engine's own settings, `mkdocs.yml`: what they say of the site, held against the glossary.

The glossary says what the site is called and where it stands; the settings may leave that out, or say the same. They
are their owner's, and read by other programs, so everything else in them is passed over here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hornbook.addresses import page_address
from hornbook.diagnostics import Code, Diagnostic, Lines, Related
from hornbook.diagnostics.formats import shown
from hornbook.load.text.files import read_text
from hornbook.load.tree.reader import read_leniently
from hornbook.load.tree.values import YamlMapping, YamlScalar, YamlSequence, YamlValue
from hornbook.model.records import DEFAULT_LANGUAGE

SETTINGS_NAV = Code(
    "settings-nav",
    "The navigation names a page of docs/ by its file; engines know it by the folder it becomes.",
    Lines("mkdocs.yml", "- About: about.md", "- About: about/index.md"),
)
SETTINGS_DIFFER = Code(
    "settings-differ",
    "The site engine's settings and the glossary say different things of the site.",
    Lines("mkdocs.yml", "site_name: The weather of elsewhere", "site_name: Weather words"),
)

PATH = "mkdocs.yml"
_Agree = Callable[[str, str], bool]
_SAME: tuple[tuple[str, str, _Agree], ...] = (
    ("site_name", "title", lambda here, there: here == there),
    ("site_url", "site_url", lambda here, there: here.rstrip("/") == there.rstrip("/")),
    ("site_description", "description", lambda here, there: here == there),
    ("copyright", "licence", lambda here, there: there in here),
    ("repo_url", "repository", lambda here, there: there.startswith(here)),
)
"""A setting, the field of the glossary that says the same, and when the two agree."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What was read of the settings; nothing where there are none."""

    fields: YamlMapping | None = None
    text: str = ""

    @property
    def hooks(self) -> tuple[str, ...]:
        """The programs that the engine runs, as paths from the project's folder."""
        return tuple(one.text for one in self.fields.texts("hooks")) if self.fields else ()

    @property
    def has_copyright(self) -> bool:
        """Whether the line at the foot of each page is the owner's own."""
        return self.fields is not None and self.fields.get("copyright") is not None


def read_engine_settings(root: Path) -> EngineSettings:
    """Read `mkdocs.yml`; what cannot be read there the engine will say itself."""
    source = read_text(root, PATH)
    value = read_leniently(source) if source is not None else None
    return EngineSettings(value, source.text) if source and isinstance(value, YamlMapping) else EngineSettings()


def differences(settings: EngineSettings, glossary: YamlMapping) -> Iterator[Diagnostic]:
    """Each fact on which the settings and the glossary differ, with both places."""
    if settings.fields is None:
        return
    for name, field, agree in _SAME:
        here, there = settings.fields.text(name), glossary.text(field)
        if here is not None and there is not None and not _is_computed(here) and not agree(here.text, there.text):
            yield _differ(here, name, there.text, Related(there.place, f"`{field}` of the glossary"))
    theme = settings.fields.get("theme")
    here = theme.text("language") if isinstance(theme, YamlMapping) else None
    there = glossary.text("lang")
    said = there.text if there is not None else DEFAULT_LANGUAGE
    if here is not None and not _is_computed(here) and here.text != said:
        place = there.place if there is not None else glossary.place
        yield _differ(
            here, "language", said, Related(place, f"`lang` of the glossary, `{DEFAULT_LANGUAGE}` where it is left out")
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


def _is_computed(value: YamlScalar) -> bool:
    """Whether a tag or an anchor stands before the value, so that the engine reads something else there."""
    return value.source.text[value.start : value.start + 1] in {"!", "&", "*"}


def _differ(here: YamlScalar, name: str, said: str, there: Related) -> Diagnostic:
    return Diagnostic(
        here.place,
        SETTINGS_DIFFER,
        f"`{name}` is `{shown(here.text)}` here and `{shown(said)}` in the glossary",
        hint="delete this line, or make it agree: what the glossary says is handed to the site engine",
        related=(there,),
    )
