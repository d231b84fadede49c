"""A language that nobody speaks, and a glossary in letters of its own: what stays in Latin letters was not said.

Every message is written in circled letters and every text of a project in Cyrillic ones. So a Latin word that readers
see on a page is neither: the builder wrote it past the catalogues.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import Any, get_type_hints

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hornbook import model
from hornbook.model.fields import Line, Words
from hornbook.model.notation import ID_PATTERN

_CIRCLED = {ord("A") + n: chr(0x24B6 + n) for n in range(26)} | {ord("a") + n: chr(0x24D0 + n) for n in range(26)}
_CYRILLIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "абцдефгхижклмнопщрстувшыйзАБЦДЕФГХИЖКЛМНОПЩРСТУВШЫЙЗ"
)
_KEPT = re.compile(r"!?\[\[[^\]|]*(?:\||\]\])|\]\([^)]*\)|`[^`]*`|\$[^$]*\$|https?:\S+|\{[^}]*\}|&\w+;")
"""What is no word in a text: ids in references, addresses, code, formulas."""
_ID = re.compile(ID_PATTERN)
_WORD = re.compile(r"[A-Za-z]{2,}")
_SHOWN = ("alt", "aria-label", "placeholder", "title", "content")
"""Attributes that readers see or hear."""


class Pseudo(NullTranslations):
    """Says every message in circled letters."""

    def gettext(self, message: str) -> str:
        return "".join(piece if piece[:1] == "{" else piece.translate(_CIRCLED) for piece in _gaps(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - named as gettext calls it
        return self.gettext(message)


def _gaps(message: str) -> list[str]:
    return re.split(r"(\{\w+\})", message)


def text_keys() -> frozenset[str]:
    """The names of all fields of records that hold text, as they stand in files."""
    found = set()
    for one in vars(model).values():
        if isinstance(one, type) and is_dataclass(one):
            hints = get_type_hints(one, include_extras=True)
            for field in fields(one):
                told = repr(hints[field.name])
                if any(f"{kind.__name__}(" in told for kind in (Line, Words)) or "Prose" in told:
                    found.add(field.name.replace("_", "-") if field.name.endswith("title") else field.name)
    return frozenset(found)


def in_cyrillic(text: str) -> str:
    """A text in other letters; what in it is no word stays."""
    kept, at = [], 0
    for match in _KEPT.finditer(text):
        kept += [text[at : match.start()].translate(_CYRILLIC), match.group()]
        at = match.end()
    return "".join([*kept, text[at:].translate(_CYRILLIC)])


def write_in_cyrillic(project: Path, keys: frozenset[str]) -> None:
    """Write every text of a project's records in other letters."""
    for path in sorted(project.rglob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        path.write_text(yaml.safe_dump(_rewritten(data, keys), allow_unicode=True, sort_keys=False), encoding="utf-8")


def _rewritten(value: Any, keys: frozenset[str], key: str = "") -> Any:
    match value:
        case dict():
            return {name: _rewritten(inner, keys, name) for name, inner in value.items()}
        case list():
            return [_rewritten(inner, keys, key) for inner in value]
        case str() if key in keys and not _ID.fullmatch(value):
            return in_cyrillic(value)
        case _:
            return value


def not_said(files: Mapping[str, bytes], known: frozenset[str]) -> dict[str, list[str]]:
    """What readers see in Latin letters on each page, apart from known words such as ids; by path."""
    found: dict[str, list[str]] = {}
    for path, data in files.items():
        if path.endswith((".md", ".html", ".svg")):
            seen = (text for text in _seen(path, data.decode()) if set(_WORD.findall(text)) - known)
            if lines := list(dict.fromkeys(seen)):
                found[path] = lines
    return found


def _seen(path: str, text: str) -> Iterator[str]:
    if path.endswith(".md"):
        front, text = re.fullmatch(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
        told = yaml.safe_load(front)
        yield from (str(told[key]) for key in ("title", "description", "card_alt") if told.get(key))
        text = re.sub(r"^(#+) (.*?)(?: \{[^}]*\})?$", r"<p>\2</p>", text, flags=re.MULTILINE)
    root = LexborHTMLParser(text).root
    if root is not None:
        yield from _texts(root)


def _texts(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.is_text_node:
            yield " ".join((child.text_content or "").split())
        elif child.tag not in {"script", "style", "code", "pre", "kbd", "math"}:
            attributes = child.attributes
            if attributes.get("lang") == "en":
                continue
            yield from (attributes[name] or "" for name in _SHOWN if attributes.get(name) and child.tag != "meta")
            yield from _texts(child)
