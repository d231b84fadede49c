"""Front matter of hand-written pages: few keys, held to plain values, since themes show them in many places."""

import re
from dataclasses import dataclass, replace

from hornbook.diagnostics import Diagnostic, Place
from hornbook.diagnostics.formats import shown
from hornbook.load.file_text import SourceText
from hornbook.load.yaml_reader import read_yaml
from hornbook.load.yaml_values import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue

CODE = "page-front-matter"
HIDEABLE = frozenset({"navigation", "toc", "footer"})

_FRONT_MATTER = re.compile(
    r"(?P<open>---[ \t]*\n)(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_MARKUP = re.compile(r"[<>]|&[#A-Za-z]")
_KEYS = "a page may say `title`, `description`, `hide` and `search` (`exclude: true`), nothing else"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter of a page says, and where the page itself begins."""

    end: int = 0
    title: str | None = None
    description: str | None = None
    hide: tuple[str, ...] = ()
    searched: bool = True
    diagnostics: tuple[Diagnostic, ...] = ()


def read_front_matter(source: SourceText) -> FrontMatter:
    """Read the front matter of a page, if it has one; fields with mistakes are left out."""
    front = _FRONT_MATTER.match(source.text)
    if front is None:
        return FrontMatter()
    # Blanks instead of the first line keep every place as it is in the file.
    before = " " * (len(front["open"]) - 1) + "\n"
    read = read_yaml(replace(source, text=before + front["yaml"]))
    fields = read.value.fields if isinstance(read.value, YamlMapping) else ()
    found = [*read.diagnostics]
    if not isinstance(read.value, YamlMapping) and not read.diagnostics:
        place = Place(source.path, 1, 1) if read.value is None else read.value.place
        found.append(Diagnostic(place, CODE, "the front matter holds no fields", hint=_KEYS))
    right: dict[str, YamlValue] = {}
    for key, value in fields:
        mistake = _mistake(key.text, value)
        if mistake is None:
            right[key.text] = value
        else:
            found.append(Diagnostic(key.place, CODE, mistake, hint=_KEYS))
    hide, search = right.get("hide"), right.get("search")
    return FrontMatter(
        end=front.end(),
        title=_word(right.get("title")),
        description=_word(right.get("description")),
        hide=tuple(item.text for item in hide.items if isinstance(item, YamlScalar))
        if isinstance(hide, YamlSequence)
        else (),
        searched=not (isinstance(search, YamlMapping) and _word(search.fields[0][1]) == "true"),
        diagnostics=tuple(found),
    )


def _mistake(key: str, value: YamlValue) -> str | None:
    match key:
        case "title" | "description":
            return _text_mistake(key, value)
        case "hide":
            words = value.items if isinstance(value, YamlSequence) else (value,)
            if isinstance(value, YamlSequence) and all(_word(word) in HIDEABLE for word in words):
                return None
            return "`hide` should be a list of `navigation`, `toc` and `footer`"
        case "search":
            fields = value.fields if isinstance(value, YamlMapping) else ()
            if [name.text for name, _ in fields] == ["exclude"] and _word(fields[0][1]) in ("true", "false"):
                return None
            return "`search` should hold `exclude: true` or `exclude: false`"
        case _:
            return f"a page has no field `{shown(key)}`"


def _text_mistake(key: str, value: YamlValue) -> str | None:
    if not isinstance(value, YamlScalar) or value.kind is not ScalarKind.TEXT:
        return f"`{key}` should be text"
    if _MARKUP.search(value.text):
        return f"`{key}` should be plain text, without `<`, `>` or a character reference such as `&lt;`"
    if key == "description" and '"' in value.text:
        return "`description` should not hold a straight quotation mark"
    return None


def _word(value: YamlValue | None) -> str | None:
    return value.text if isinstance(value, YamlScalar) else None
