"""Whatever is done to a file, loading ends with diagnostics inside the files, never with an exception."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hornbook.diagnostics.formats import as_github, as_json, as_text
from hornbook.load import Loaded
from tests.load.project import loaded_with
from tests.load.test_positions import FILES, plain

PATHS = sorted(FILES)
WORDS = "null true yes 42 [[ ]] ![[ => ` <b> \\ é rain not zzz '[[a|b]]' ? % @ , - [ ] { } ' \" | > # &a *a !x ---"
GAPS = [
    "\n",
    " ",
    "  ",
    "\t",
    ": ",
    "<<: ",
    "label: ",
    "was: [rain]",
    "text: ",
    "![[wetness]]\n",
    "\u202e",
    "\x00",
    "\r",
    "",
]
SCRAPS = [*WORDS.split(), *GAPS]

kinds = st.sampled_from(["insert", "delete", "replace", "double"])
edit = st.tuples(kinds, st.floats(0, 1), st.floats(0, 0.2), st.sampled_from(SCRAPS))
edits = st.lists(edit, min_size=1, max_size=4)


def mutated(text: str, changes: list[tuple[str, float, float, str]]) -> str:
    for kind, where, how_much, scrap in changes:
        start = int(where * len(text))
        end = min(len(text), start + int(how_much * len(text)))
        middle = {"insert": scrap + text[start:end], "delete": "", "replace": scrap, "double": 2 * text[start:end]}[
            kind
        ]
        text = text[:start] + middle + text[end:]
    return text


def assert_in_order(loaded: Loaded) -> None:
    assert (loaded.knowledge is None) == any(one.severity == "error" for one in loaded.diagnostics)
    for one in loaded.diagnostics:
        for place in (one.place, *(related.place for related in one.related)):
            lines = loaded.texts.get(place.path, "").split("\n")
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
            if place.end_line:
                assert (place.line, place.column) <= (place.end_line, place.end_column)
                assert place.end_line <= len(lines)
                assert place.end_column <= len(lines[place.end_line - 1]) + 1
    assert as_text(loaded.diagnostics, loaded.texts)
    assert as_json(loaded.diagnostics)
    assert as_github(loaded.diagnostics)


@pytest.fixture(name="load_with")
def load_with_fixture(tmp_path: Path) -> Callable[[str, str | bytes], Loaded]:
    files = {path: plain(text) for path, text in FILES.items()}
    loaded_with(tmp_path, files)

    def load_with(path: str, content: str | bytes) -> Loaded:
        loaded = loaded_with(tmp_path, {path: content})
        loaded_with(tmp_path, {path: files[path]})
        return loaded

    return load_with


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PATHS), changes=edits)
def test_no_edit_of_a_file_leads_to_an_exception(
    load_with: Callable[[str, str | bytes], Loaded], path: str, changes: list[tuple[str, float, float, str]]
) -> None:
    assert_in_order(load_with(path, mutated(plain(FILES[path]), changes).encode("utf-8", "replace")))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PATHS), where=st.floats(0, 1), data=st.binary(max_size=6))
def test_no_bytes_in_a_file_lead_to_an_exception(
    load_with: Callable[[str, str | bytes], Loaded], path: str, where: float, data: bytes
) -> None:
    content = plain(FILES[path]).encode()
    start = int(where * len(content))
    assert_in_order(load_with(path, content[:start] + data + content[start + len(data) :]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PATHS), number=st.integers(0, 80), scrap=st.sampled_from(SCRAPS))
def test_no_line_with_another_value_leads_to_an_exception(
    load_with: Callable[[str, str | bytes], Loaded], path: str, number: int, scrap: str
) -> None:
    lines = plain(FILES[path]).split("\n")
    at = number % len(lines)
    lines[at] = lines[at].partition(": ")[0] + ": " + scrap
    assert_in_order(load_with(path, "\n".join(lines)))
