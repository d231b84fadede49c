"""Brings the kept data of other glossaries up to date: new files, and their hashes and versions in `glossary.yaml`."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from hornbook.diagnostics import Edit
from hornbook.edits.records import as_yaml
from hornbook.edits.values import FileChanges, Refusal
from hornbook.imports.fetching import FetchError
from hornbook.kinds import GLOSSARY
from hornbook.load.outside import DamagedError, digest, outside_of, parts_of
from hornbook.load.text import read_text
from hornbook.load.tree import YamlMapping, YamlScalar, read_yaml
from hornbook.model.outside import KEPT, KEPT_PART

Fetch = Callable[[str], bytes]
"""What stands at an address. Raises FetchError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """What is to be written, and what became of each glossary."""

    changes: FileChanges
    told: tuple[str, ...]
    failed: tuple[str, ...] = ()
    """Why some could not be brought up to date; these stay as they are."""


def updated(root: Path, name: str | None, fetch: Fetch) -> Updated | Refusal:
    """Fetch the data of the glossary that is imported as `name`, or of all, and say what is to be written."""
    source, _ = read_text(root, GLOSSARY.file)
    tree = read_yaml(source).value if source is not None else None
    groups = list(tree.groups("imports")) if isinstance(tree, YamlMapping) else []
    wanted = [one for one in groups if (word := one.text("id")) is not None and name in (None, word.text)]
    if not wanted:
        known = ", ".join(word.text for one in groups if (word := one.text("id")) is not None)
        message = f"no glossary is imported as `{name}`" if name else f"`{GLOSSARY.file}` imports no glossary"
        return Refusal(message, f"known: {known}" if known else "add `imports: [{id: …, url: …}]` to it")
    written: dict[str, str] = {}
    edits: list[Edit] = []
    deleted: set[str] = set()
    told, failed = [], []
    for group in wanted:
        own = _word(group, "id")
        try:
            text, parts, terms = _fetched(group, fetch)
        except (FetchError, DamagedError) as error:
            failed.append(f"{own}: {_word(group, 'url')} {error}")
            continue
        files = {KEPT.format(own): text}
        files |= {KEPT_PART.format(own, number): part for number, part in enumerate(parts, start=1)}
        written |= files
        deleted |= _parts_kept(root, own) - files.keys()
        version = _version(text)
        edits += _set(group, {"version": version, "sha256": digest(text)})
        told.append(f"{own}: {terms} terms, {f'version {version}' if version else 'without a version'}")
    changes = FileChanges(edits=tuple(edits), written=written, deleted=frozenset(deleted))
    return Updated(changes=changes, told=tuple(told), failed=tuple(failed))


def _fetched(group: YamlMapping, fetch: Fetch) -> tuple[str, list[str], int]:
    """The data of a glossary, the parts with its terms, and how many these are. Raises FetchError or DamagedError."""
    address = _word(group, "url")
    text = _text(fetch(address))
    parts = [_text(fetch(urljoin(address, part.url))) for part in parts_of(text)]
    return text, parts, len(outside_of(_word(group, "id"), text, parts).terms)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise DamagedError("is not written in UTF-8") from None


def _version(text: str) -> str:
    version = json.loads(text).get("version")
    return version if isinstance(version, str) and len(version) <= 100 else ""


def _parts_kept(root: Path, name: str) -> set[str]:
    """The parts of the data of a glossary that are kept now."""
    kept = (root / KEPT_PART.format(name, "*")).parent.glob(f"{name}.terms-*.json")
    return {path.relative_to(root).as_posix() for path in kept}


def _word(group: YamlMapping, field: str) -> str:
    written = group.text(field)
    return written.text if written is not None else ""


def _set(group: YamlMapping, fields: Mapping[str, str]) -> Iterator[Edit]:
    """Write fields of a group that stands in a file, each in its place, or those that are new behind the last one."""
    new = ""
    key, last = group.fields[-1]
    is_in_braces = any(key.place.line == other.place.line for other, _ in group.fields[:-1])
    between = ", " if is_in_braces else "\n" + " " * (key.place.column - 1)
    for field, value in fields.items():
        before = group.get(field)
        wanted = as_yaml({"x": value}).removeprefix("x: ").rstrip("\n")
        if not isinstance(before, YamlScalar):
            new += f"{between}{field}: {wanted}" if value else ""
        elif before.text != value:
            yield Edit(before.source.place(before.start, before.end), wanted)
    if new:
        assert isinstance(last, YamlScalar)
        yield Edit(last.source.place(last.end, last.end), new)
