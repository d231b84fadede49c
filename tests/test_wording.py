"""Our own words: no run of eight words of a text that we describe stands in the glossary, the diagrams or the pages.

The texts are no part of the project; HORNBOOK_SEEDS names the folder that holds them. Quotations stand in fields of
their own (`quote:`), which are left out. Every field, paragraph and item of a list is read by itself, so that the
labels of a list, which are short, do not add up to a run.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.where import FLAGSHIP, OF_FLAGSHIP

RUN = 8
QUOTED = {"quote"}

Run = tuple[str, ...]

_APOSTROPHES = re.compile("['’ʼ]")
_WORD = re.compile(r"[^\W_]+")
_REFERENCE = re.compile(r"!?\[\[([^\[\]|]*)(?:\\?\|([^\[\]]*))?\]\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+|>#]|\d+[.)])\s?)")


def words_of(text: str) -> list[str]:
    """The words of a text, small, without punctuation; what a hyphen joins counts as several."""
    return [word.lower() for word in _WORD.findall(_APOSTROPHES.sub("", text))]


def runs_of(words: list[str]) -> set[Run]:
    """Every run of eight words."""
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def copied(text: str, runs: AbstractSet[Run], labels: Mapping[str, str]) -> list[str]:
    """What the text shares with the runs, each stretch as long as it is, in the order of the text.

    References are read both ways: as the words that they show, and as the id that they lead to. `labels` are what an
    id shows that stands without words.
    """
    found: dict[str, None] = {}
    for block in _BLOCK.split(text):
        shown = _REFERENCE.sub(lambda one: f" {one[2] or labels.get(one[1].strip(), one[1])} ", block)
        targets = _REFERENCE.sub(r" \1 ", block)
        for reading in (shown, targets):
            found |= dict.fromkeys(_stretches(words_of(_LINK.sub(r" \1 ", reading)), runs))
    return list(found)


def _stretches(words: list[str], runs: AbstractSet[Run]) -> Iterator[str]:
    starts = [start for start in range(len(words) - RUN + 1) if tuple(words[start : start + RUN]) in runs]
    for first in starts:
        if first - 1 not in starts:
            last = first
            while last + 1 in starts:
                last += 1
            yield " ".join(words[first : last + RUN])


def _fields(value: object, key: str = "") -> Iterator[str]:
    """Every text of a record, quotations left out."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _fields(part, str(name))
    elif isinstance(value, list):
        for part in value:
            yield from _fields(part, key)
    elif isinstance(value, str) and key not in QUOTED:
        yield value


def _written(root: Path) -> Iterator[tuple[Path, str]]:
    """The texts of the glossary, of the diagrams and of the pages that people write."""
    for path in sorted([*(root / "glossary").rglob("*.yaml"), *(root / "diagrams").glob("*.yaml")]):
        for field in _fields(_record(path)):
            yield path, field
    for path in sorted((root / "docs").rglob("*.md")):
        yield path, path.read_text(encoding="utf-8")


def _record(path: Path) -> Any:
    with path.open(encoding="utf-8") as file:  # a file, not its text, so that a mistake is told with its name
        return yaml.safe_load(file)


def _labels(root: Path) -> dict[str, str]:
    return {path.stem: str(_record(path)["label"]) for path in sorted((root / "glossary" / "terms").glob("*.yaml"))}


@pytest.fixture(scope="session")
def seeds() -> set[Run]:
    folder = os.environ.get("HORNBOOK_SEEDS")
    if not folder:
        pytest.skip("HORNBOOK_SEEDS names no folder with the texts that the glossary describes")
    if not Path(folder).is_dir():
        pytest.skip(f"HORNBOOK_SEEDS is {folder}, and there is no such folder")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in Path(folder).rglob("*") if path.is_file()]
    runs = {run for text in texts for run in runs_of(words_of(text))}
    assert runs, f"nothing can be compared with the files of {folder}"
    return runs


@OF_FLAGSHIP
def test_no_run_of_eight_words_is_copied(seeds: set[Run]) -> None:
    labels = _labels(FLAGSHIP)
    found = [
        f"{path.relative_to(FLAGSHIP).as_posix()}: {stretch}"
        for path, text in _written(FLAGSHIP)
        for stretch in copied(text, seeds, labels)
    ]
    assert not found, "\n".join(["these words stand in a text that we describe:", *found])


ORIGINAL = "The model’s outer alignment, in short, asks: did we choose the right goal at all?"
EIGHT = "outer alignment in short asks did we choose"


@pytest.fixture
def shared() -> Callable[[str], list[str]]:
    runs = runs_of(words_of(ORIGINAL))
    return lambda text: copied(text, runs, {"outer-alignment": "Outer alignment", "first": "In short"})


@pytest.mark.parametrize(
    "text",
    [
        "Outer alignment – in short – asks: Did we choose",
        "Outer-alignment *in short* asks **did**\n  we choose?",
        "[[outer-alignment]] in short asks did we choose",
        "[[outer-alignment|It]] in short asks did we choose",
        "[[something-else|outer alignment]] in short asks did we choose",
        "outer alignment [[first]] asks did we choose",
        "[Outer alignment](https://example.org/of-it) in short asks did we choose",
    ],
)
def test_markup_case_and_punctuation_hide_nothing(shared: Callable[[str], list[str]], text: str) -> None:
    assert shared(text) == [EIGHT]


def test_stretches_are_shown_whole(shared: Callable[[str], list[str]]) -> None:
    assert shared(f"He says: {ORIGINAL} So he says.") == [" ".join(words_of(ORIGINAL))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "outer alignment in short asks did we",
        "outer alignment in short\n\nasks did we choose",
        "- outer alignment\n- in short\n- asks did we choose",
        "outer alignment in brief asks did we choose",
    ],
)
def test_fewer_words_and_lists_of_labels_may_be_the_same(shared: Callable[[str], list[str]], text: str) -> None:
    assert shared(text) == []


def test_quotations_are_left_out_and_every_other_field_is_read() -> None:
    record = {"quote": "a", "label": "b", "senses": [{"quote": "c", "text": "d"}], "number": 1, "aliases": ["e", "f"]}
    assert list(_fields(record)) == ["b", "d", "e", "f"]
