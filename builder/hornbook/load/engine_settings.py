"""The site engine's own settings, `mkdocs.yml`: what they say of the site, held against the glossary.

The glossary says what the site is called and where it stands; the settings may leave that out, or say the same. They
are their owner's, and read by other programs, so everything else in them is passed over here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from hornbook.diagnostics import Code, Diagnostic, Lines, Related
from hornbook.diagnostics.formats import shown
from hornbook.load.text import NOTHING_UNSAVED, SourceText, Unsaved, read_text
from hornbook.load.tree import (
    YamlMapping,
    YamlScalar,
    read_leniently,
    read_yaml,
    syntax_diagnostic,
)
from hornbook.model.records import DEFAULT_LANGUAGE

SETTINGS_UNSAFE = Code(
    "settings-unsafe",
    "A setting of the site engine would make a program of what contributors write, or runs one itself.",
    Lines("mkdocs.yml", "extra_templates: [drawing.svg]", "extra_templates: []"),
)
SETTINGS_DIFFER = Code(
    "settings-differ",
    "The site engine's settings and the glossary say different things of the site.",
    Lines("mkdocs.yml", "site_name: The weather of elsewhere", "site_name: Weather words"),
)

PATH = "mkdocs.yml"
_YAML = "tag:yaml.org,2002:"
_PYTHON_TAG = re.compile(rf"{_YAML}python/(?!name:(?:material|pymdownx|zensical)\.)")
_DECORATION = re.compile(r"[&!]\S*")
_READS_TITLES_AS_HTML = frozenset({"content.tooltips"})
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
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with the file as such, and settings that are refused."""

    @property
    def hooks(self) -> tuple[str, ...]:
        """The programs that the engine runs, as paths from the project's folder."""
        return tuple(one.text for one in self.fields.texts("hooks")) if self.fields else ()

    @property
    def has_copyright(self) -> bool:
        """Whether the line at the foot of each page is the owner's own."""
        return self.fields is not None and self.fields.get("copyright") is not None


def read_engine_settings(root: Path, unsaved: Unsaved = NOTHING_UNSAVED) -> EngineSettings:
    """Read `mkdocs.yml`; a project that is only checked need not have one."""
    source, found = read_text(root, PATH, unsaved)
    if source is None:
        return EngineSettings(diagnostics=found)
    value = read_leniently(source)
    if value is None:
        # Nothing could be made of it, so the strict reader says where it stops being YAML.
        return EngineSettings(text=source.text, diagnostics=(*found, *read_yaml(source).diagnostics))
    fields = value if isinstance(value, YamlMapping) else None
    return EngineSettings(fields, source.text, (*found, *_unsafe(source)))


def _unsafe(source: SourceText) -> Iterator[Diagnostic]:
    """Tags that call programs, templates among the files of `docs/`, the theme's tooltips, and settings from elsewhere.

    Who owns the settings can run programs by `hooks` and `plugins`; what a contributor writes must never be one. Read
    are the nodes that engines make values of, by the reader that all of them use, so that an alias, a merge key or a
    tag in other words hides nothing.
    """
    try:
        top = yaml.compose(source.text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        yield syntax_diagnostic(source, error)
        return
    for node in _nodes(top):
        if _PYTHON_TAG.match(node.tag):
            tag = f"!!{node.tag.removeprefix(_YAML)}"
            message = f"the tag `{shown(tag)}` has the engine run a program while it reads its settings"
            hint = "name functions of the theme and its extensions by `!!python/name:`; programs stand in `hooks`"
            yield _refused(source, node, message, hint)
        if isinstance(node, yaml.ScalarNode) and node.value in _READS_TITLES_AS_HTML:
            message = f"with `{node.value}` the theme reads the titles of links as HTML, which contributors write"
            yield _refused(source, node, message, "delete it from `features`")
        for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if name.value == "INHERIT":
                message = "settings that are inherited from another file are not looked at"
                yield _refused(source, name, message, f"write them into `{PATH}`")
            elif name.value == "extra_templates":
                for template in (node for node in _nodes(value) if isinstance(node, yaml.ScalarNode) and node.value):
                    message = f"`{shown(template.value)}` would be run as a template, although it is a file of `docs/`"
                    yield _refused(source, template, message, "delete it from `extra_templates`")


def _nodes(top: yaml.Node | None) -> Iterator[yaml.Node]:
    """Every node once, names of fields too; what an alias stands for is met where its anchor is."""
    waiting, seen = [top] if top is not None else [], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting += [one for pair in reversed(node.value) for one in reversed(pair)]
        elif isinstance(node, yaml.SequenceNode):
            waiting += reversed(node.value)


def _refused(source: SourceText, node: yaml.Node, message: str, hint: str) -> Diagnostic:
    start, end = node.start_mark.index, node.end_mark.index
    decoration = _DECORATION.match(source.text, start)
    return Diagnostic(source.place(start, decoration.end() if decoration else end), SETTINGS_UNSAFE, message, hint=hint)


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
