"""The files of a new project: a tiny sample that builds, its workflows and its README."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from hornbook.edits.new_folder import is_new
from hornbook.edits.values import FileChanges, Refusal
from hornbook.model.records import LONGEST_LABEL

_FOLDER = files("hornbook") / "starter"
_WITH_DOT = ("github", "gitignore")
"""Files and folders whose names begin with a dot in the project: tools that look for such ones pass over ours."""
_PLAIN = re.compile(r"(?!(?:true|false|null|yes|no|on|off)$)[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*", re.IGNORECASE)
"""A title that YAML reads as text without quotation marks."""


def started(root: Path, *, plain: bool) -> FileChanges | Refusal:
    """The files of a new project in the folder `root`, which must be empty if it is there at all.

    A `plain` one has terms alone; others have a framework, a view and a question too.
    """
    title, name = _title_of(root.name), _slug_of(root.name)
    found = dict((*_texts(_FOLDER / "common"), *_texts(_FOLDER / ("plain" if plain else "full"))))
    written = {path: _filled(path, text, title, name) for path, text in sorted(found.items())}
    if not is_new(root, written):
        what = "is not empty" if root.is_dir() else "is not a folder"
        return Refusal(f"`{root.name}` {what}", "name a new folder: nothing that is there is ever written over")
    return FileChanges(written=written)


def _texts(folder: Traversable, at: str = "") -> Iterator[tuple[str, str]]:
    """Every file below a folder: where it goes in the project, and its text."""
    for inside in folder.iterdir():
        path = f"{at}{'.' if inside.name in _WITH_DOT else ''}{inside.name}"
        if inside.is_dir():
            yield from _texts(inside, f"{path}/")
        else:
            yield path, inside.read_text(encoding="utf-8")


def _filled(path: str, text: str, title: str, name: str) -> str:
    words = title if _PLAIN.fullmatch(title) or path.endswith(".md") else json.dumps(title, ensure_ascii=False)
    return text.replace("TITLE", words).replace("NAME", name)


def _title_of(folder: str) -> str:
    """What the site is called at first: the words of the folder's name, as far as a title can hold them."""
    words = " ".join(re.sub(r"[^\w .,&'’–-]|_", " ", folder).replace("-", " ").split())[:LONGEST_LABEL].strip()
    return words[:1].upper() + words[1:] if words else "My glossary"


def _slug_of(folder: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folder.lower()).strip("-") or "glossary"
