"""The data of other glossaries, kept in files of the project: read, held against their hashes, never fetched."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from hornbook.addresses import address_flaw
from hornbook.diagnostics import Code, Codes, Diagnostic, Group, Lines, Place, Severity
from hornbook.load.names import id_mistake
from hornbook.load.text import Unsaved, forbidden_characters, has_visible, read_text
from hornbook.load.tree import YamlMapping, YamlScalar, YamlValue
from hornbook.model.outside import KEPT, KEPT_PART, Outside, OutsideTerm
from hornbook.model.records import LONGEST_LABEL, LONGEST_SHORT

OUTSIDE_MISSING = Code(
    "outside-missing",
    "The data of another glossary that `imports` names are not kept here; nothing is fetched while a site is built.",
    "`glossary/glossary.yaml` imports a glossary that was never fetched.",
)
OUTSIDE_CHANGED = Code(
    "outside-changed",
    "The kept data of another glossary are not those that `imports` names: their hash is another one.",
    "Somebody edited the file `glossary/imports/climate.json`.",
)
_HASH = "3a7659ff700d7a21ee026a468bfb77974c6335287ab9f3c1b8e445344a7037dd"
OUTSIDE_UNPINNED = Code(
    "outside-unpinned",
    "The kept data of another glossary have no hash, so nobody would notice that they changed.",
    Lines(
        "glossary/glossary.yaml",
        "- {id: climate, url: https://climate.example.org/api/v1/glossary.json}",
        f"- {{id: climate, url: https://climate.example.org/api/v1/glossary.json, sha256: {_HASH}}}",
    ),
    severity=Severity.WARNING,
)
OUTSIDE_DAMAGED = Code(
    "outside-damaged",
    "The kept data of another glossary cannot be read: they are no JSON, or not as sites publish them.",
    "The file `glossary/imports/climate.json` was cut off.",
)
CODES: Codes = {Group.REFERENCES: (OUTSIDE_MISSING, OUTSIDE_UNPINNED, OUTSIDE_CHANGED, OUTSIDE_DAMAGED)}
"""What may be wrong with them."""

FORMAT = "hornbook-glossary/1"
"""What the files say of their form."""
LARGEST_KEPT = 4_194_304
"""Bytes of a file of them, which others write and no person reads."""
MOST_PARTS = 500
_LONGEST = 500
_SHA_256 = re.compile("[0-9a-f]{64}")


class DamagedError(ValueError):
    """The data are not of the form that they say; the words say what is wrong."""


@dataclass(frozen=True, slots=True)
class TermsPart:
    """A part of the data that stands in a file of its own and holds terms."""

    url: str
    """Relative to the file that names it."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of other glossaries, by their names; those that cannot be read are empty."""

    outside: Mapping[str, Outside]
    diagnostics: tuple[Diagnostic, ...]


def digest(text: str) -> str:
    """The SHA-256 of data, as text with line feeds, whatever Git makes of line breaks."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def read_outside(root: Path, glossary: YamlValue | None, unsaved: Unsaved) -> Kept:
    """The glossaries that the tree of `glossary.yaml` names."""
    outside: dict[str, Outside] = {}
    found: list[Diagnostic] = []
    for group in glossary.groups("imports") if isinstance(glossary, YamlMapping) else ():
        name = group.text("id")
        if name is None or id_mistake(name.text) or name.text in outside:
            continue
        outside[name.text] = Outside(id=name.text, title=name.text, url="")
        path = KEPT.format(name.text)
        source, wrong = read_text(root, path, unsaved, LARGEST_KEPT)
        found += wrong
        if source is not None:
            found += _changed(group, name, path, digest(source.text))
            try:
                parts = [*_kept_parts(root, name.text, source.text, unsaved)]
                outside[name.text] = outside_of(name.text, source.text, parts)
            except DamagedError as error:
                hint = f"run `hornbook import update {name.text}`"
                found.append(Diagnostic(Place(path), OUTSIDE_DAMAGED, f"the kept data {error}", hint=hint))
        elif not wrong:
            message = f"the data of `{name.text}` are not kept here: `{path}` is missing"
            hint = f"run `hornbook import update {name.text}`; nothing is fetched while a site is built"
            found.append(Diagnostic(name.place, OUTSIDE_MISSING, message, hint=hint))
    return Kept(outside, tuple(found))


def _changed(group: YamlMapping, name: YamlScalar, path: str, kept: str) -> Iterator[Diagnostic]:
    wanted = group.text("sha256")
    if wanted is None:
        message = f"`{path}` is kept without its hash"
        hint = f"write `sha256: {kept}`, or run `hornbook import update {name.text}`"
        yield Diagnostic(name.place, OUTSIDE_UNPINNED, message, hint=hint)
    elif wanted.text != kept:
        message = f"`{path}` has the SHA-256 `{kept}`, not this one"
        hint = f"put back the file that was fetched, or run `hornbook import update {name.text}` and look at the change"
        yield Diagnostic(wanted.place, OUTSIDE_CHANGED, message, hint=hint)


def _kept_parts(root: Path, name: str, text: str, unsaved: Unsaved) -> Iterator[str]:
    """The parts that are kept of the data. Raises DamagedError where one is missing or cannot be read."""
    for number, _ in enumerate(parts_of(text), start=1):
        path = KEPT_PART.format(name, number)
        source, _ = read_text(root, path, unsaved, LARGEST_KEPT)
        if source is None:
            raise DamagedError(f"have a part `{path}` that is missing or cannot be read")
        yield source.text


def parts_of(text: str) -> tuple[TermsPart, ...]:
    """The files beside that of the data that hold terms. Raises DamagedError where the data are not of their form."""
    listed = read_data(text, FORMAT).get("parts", [])
    if not isinstance(listed, list) or len(listed) > MOST_PARTS:
        raise DamagedError(f"have no list of at most {MOST_PARTS} parts")
    found = []
    for one in listed:
        url, sha256, holds = (one.get(name) if isinstance(one, dict) else None for name in ("url", "sha256", "holds"))
        if not isinstance(url, str) or not isinstance(sha256, str) or not _SHA_256.fullmatch(sha256):
            raise DamagedError("have a part without an address and a SHA-256")
        found += [TermsPart(url, sha256)] if holds == "terms" else []
    return tuple(found)


def outside_of(name: str, text: str, parts: Sequence[str] = ()) -> Outside:
    """What the data of a glossary say; `parts` are the texts of what `parts_of` finds in them.

    Raises DamagedError where they are not of their form, or a part is not the one that they name.
    """
    data = read_data(text, FORMAT)
    site = data.get("url")
    if not isinstance(site, str) or address_flaw(site) is not None:
        raise DamagedError("do not say at which address their site stands")
    terms = data.get("terms", {} if parts else None)
    if not isinstance(terms, dict):
        raise DamagedError("have no terms")
    for number, (part, written) in enumerate(zip(parts_of(text), parts, strict=True), start=1):
        if digest(written) != part.sha256:
            raise DamagedError(f"have a part, number {number} with terms, that has not the SHA-256 `{part.sha256}`")
        some = read_data(written, f"{FORMAT}/part").get("terms")
        if not isinstance(some, dict):
            raise DamagedError("have a part without terms")
        terms = terms | some
    return Outside(
        id=name,
        title=line(data, "title", LONGEST_LABEL, "the glossary"),
        url=site,
        terms={term: _term(term, written, site) for term, written in sorted(terms.items())},
    )


def read_data(text: str, form: str) -> dict[str, Any]:
    """A file of the data. Raises DamagedError where it does not say that it is of this form."""
    try:
        data = json.loads(text)
    except RecursionError:
        raise DamagedError("are nested too deep") from None
    except ValueError as error:
        raise DamagedError(f"are no JSON: {error}"[:200]) from None
    if not isinstance(data, dict) or data.get("format") != form:
        raise DamagedError(f"do not say that they are of the form `{form}`")
    return data


def _term(name: str, written: object, site: str) -> OutsideTerm:
    if id_mistake(name) or not isinstance(written, dict):
        raise DamagedError(f"have a term `{name[:80]}` that is none")
    address = written.get("url")
    url = urljoin(site, address) if isinstance(address, str) else ""
    if address_flaw(url) is not None:
        raise DamagedError(f"give the term `{name}` no address")
    label = line(written, "label", LONGEST_LABEL, name)
    short = line(written, "short", LONGEST_SHORT, name)
    whose = line(written, "whose", _LONGEST, name) if written.get("whose") else ""
    return OutsideTerm(label, url, short, whose)


def line(data: Mapping[str, object], field: str, longest: int, of: str) -> str:
    """A text of one line that readers see; characters that texts may not hold are refused as they are in files."""
    text = data.get(field)
    if not isinstance(text, str) or not has_visible(text) or len(text) > longest or forbidden_characters(text):
        raise DamagedError(f"have no `{field}` of {of[:80]} that can be shown")
    return " ".join(text.split())
