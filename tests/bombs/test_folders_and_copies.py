"""Folders for `hornbook import pibase` and copies that `imports` names: what costs much is refused, or carried."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from hornbook.imports.pibase import MOST_FILES
from tests.bombs.limits import limited
from tests.load.project import loaded_with

PROPERTY = "---\nuid: P{0}\nname: Property {0}\n---\n{1}\n"
ALL = "".join(f"  - P{number}: true\n" for number in range(1, 41))


def properties(count: int) -> dict[str, str]:
    return {f"properties/P{one:06}.md": PROPERTY.format(one, "It is so.") for one in range(1, count + 1)}


def theorem(given: str, then: str) -> str:
    return f"---\nuid: T1\nif:\n{given}then:\n{then}---\nClear.\n"


FOLDERS: Mapping[str, dict[str, str]] = {
    "a formula that multiplies out": properties(40)
    | {"theorems/T1.md": theorem(" or:\n" + ALL, " and:\n" + ALL.replace("true", "false"))},
    "a formula in formulas": properties(2)
    | {"theorems/T1.md": theorem(f" {'{and: [' * 5_000}P1: true{']}' * 5_000}\n", " P2: true\n")},
    "a million characters": properties(2) | {"properties/P000001.md": PROPERTY.format(1, "so " * 400_000)},
    "brackets": properties(2) | {"properties/P000001.md": PROPERTY.format(1, "{P2}[" * 50_000)},
    "dollars": properties(2) | {"properties/P000001.md": PROPERTY.format(1, "$\\frac{" * 50_000)},
    "anchors": properties(2) | {"properties/P000001.md": "---\n" + "a: &a [*a, *a]\n" * 20_000 + "---\n"},
    "one uid": {f"properties/P{one}.md": PROPERTY.format(1, "") for one in range(300)},
    "references": properties(1)
    | {"spaces/S1/README.md": "---\nuid: S1\nname: S\nrefs:\n" + "- doi: 10.1/9\n  name: A\n" * 10_000 + "---\nx\n"},
}


def written(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_made_to_cost_much_is_carried_or_refused_in_its_place(name: str, tmp_path: Path) -> None:
    written(tmp_path / "spaces", FOLDERS[name])
    ended = limited(tmp_path, "import", "pibase", "spaces", "--to", "out")
    told = json.loads(ended.out)
    if ended.status:
        assert all(place.startswith("spaces") for _, place in ended.found), ended.found
        assert ended.found
        assert not (tmp_path / "out").exists()
    else:
        assert told["left_out"] or told["changed"], "something of it has no place in a glossary"


def test_a_folder_of_very_many_bytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "spaces" / "properties").mkdir(parents=True)
    large = tmp_path / "spaces" / "properties" / "P000001.md"
    with large.open("wb") as file:
        file.truncate(1 << 40)
    ended = limited(tmp_path, "import", "pibase", "spaces", "--to", "out")
    assert (ended.status, f"{MOST_FILES:,} files" in ended.out) == (2, True)


HEAD = '"format": "hornbook-glossary/1", "version": "1", "title": "W", "url": "https://w.example.org/"'
COPIES: Mapping[str, str] = {
    "deep": "[" * 1_000_000,
    "deep within": f'{{{HEAD}, "terms": ' + '{"a": ' * 200_000 + "1" + "}" * 200_000 + "}",
    "long number": f'{{{HEAD}, "terms": ' + "9" * 100_000 + "}",
    "very many terms": f'{{{HEAD}, "terms": {{'
    + ", ".join(f'"a{one}": {{"label": "A {one}", "url": "a/", "short": "S."}}' for one in range(50_000))
    + "}}",
    "very many parts": f'{{{HEAD}, "terms": {{}}, "parts": [{", ".join(["{}"] * 200_000)}]}}',
    "a part of its own": f'{{{HEAD}, "terms": {{}}, "parts": [{{"url": "glossary.json", "holds": "terms"}}]}}',
    "one long word": f'{{{HEAD}, "terms": {{"a": {{"label": "{"a" * 3_000_000}", "url": "a/", "short": "S."}}}}}}',
    "keys again": "{" + '"format": 1, ' * 200_000 + '"a": 1}',
    "half a letter": f'{{{HEAD}, "terms": {{"a": {{"label": "\\ud800", "url": "a/", "short": "S."}}}}}}',
}
SETTINGS = """title: Weather
description: Words.
site_url: https://example.org/weather/
licence: CC0
framework: weather
imports: [{{id: w, url: https://w.example.org/api/v1/glossary.json, sha256: "{}"}}]
"""


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_is_made_to_cost_much_is_read_or_refused_in_its_place(name: str, tmp_path: Path) -> None:
    text = COPIES[name]
    kept = hashlib.sha256(text.encode()).hexdigest()
    files = {"glossary/glossary.yaml": SETTINGS.format(kept), "glossary/imports/w.json": text}
    loaded_with(tmp_path, {**files, "docs/index.md": "# Weather\n\n[[rain]] and [[w:a1]].\n"})
    ended = limited(tmp_path / "project", "check")
    assert ended.codes("w.json") <= {"outside-damaged", "file-too-large"}
    if ended.status:
        assert ended.codes("w.json") | ended.codes("index.md") | ended.codes("glossary.yaml")


def test_a_copy_that_lies_about_its_hash_or_its_length_is_told(tmp_path: Path) -> None:
    text = f'{{{HEAD}, "terms": {{"a1": {{"label": "A", "url": "a/", "short": "S."}}}}}}'
    files = {"glossary/glossary.yaml": SETTINGS.format("0" * 64), "glossary/imports/w.json": text}
    loaded_with(tmp_path, {**files, "docs/index.md": "# Weather\n\n[[rain]] and [[w:a1]].\n"})
    assert limited(tmp_path / "project", "check").codes("glossary.yaml") == {"outside-changed"}
    with (tmp_path / "project" / "glossary" / "imports" / "w.json").open("wb") as file:
        file.truncate(1 << 40)
    assert limited(tmp_path / "project", "check").codes("w.json") == {"file-too-large"}
