"""Front matter of hand-written pages: few keys, held to plain values, since a theme may write any of them unescaped."""

import re
from collections.abc import Iterator
from dataclasses import replace

from hornbook.diagnostics import Diagnostic, Place
from hornbook.diagnostics.formats import shown
from hornbook.load.file_text import SourceText
from hornbook.load.yaml_reader import read_yaml
from hornbook.load.yaml_values import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue

CODE = "page-front-matter"
HIDEABLE = frozenset({"navigation", "toc", "footer"})

FRONT_MATTER = re.compile(r"(?P<open>---[ \t]*\n)(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_BARE_FIELD = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
_MARKUP = re.compile(r"[<>]|&[#A-Za-z]")
_KEYS = "a page may say `title`, `description`, `hide` and `search` (`exclude: true`), nothing else"


def front_matter_mistakes(source: SourceText) -> Iterator[Diagnostic]:
    """What is wrong with the front matter of a page, if it has one."""
    front = FRONT_MATTER.match(source.text)
    if front is None:
        if bare := _BARE_FIELD.match(source.text):
            message = "the engine would read this line as front matter, not as text"
            hint = "begin the page with its heading, or put the fields between two lines `---`"
            yield Diagnostic(source.place(0, bare.end()), CODE, message, hint=hint)
        return
    # Blanks instead of the first line keep every place as it is in the file.
    before = " " * (len(front["open"]) - 1) + "\n"
    read = read_yaml(replace(source, text=before + front["yaml"]))
    yield from read.diagnostics
    if isinstance(read.value, YamlMapping):
        for key, value in read.value.fields:
            mistake = _mistake(key.text, value)
            if mistake is not None:
                yield Diagnostic(key.place, CODE, mistake, hint=_KEYS)
    elif not read.diagnostics:
        place = Place(source.path, 1, 1) if read.value is None else read.value.place
        yield Diagnostic(place, CODE, "the front matter holds no fields", hint=_KEYS)


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


def _word(value: YamlValue) -> str | None:
    return value.text if isinstance(value, YamlScalar) else None
