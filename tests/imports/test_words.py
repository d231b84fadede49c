"""Words of others stay words: as Markdown, as fields on one line, as YAML, and as ids in any script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.edits.records import as_yaml
from hornbook.imports.naming import id_made_of, telling_names
from hornbook.imports.projects import Imported, imported
from hornbook.imports.values import Vocabulary
from hornbook.imports.words import as_field, as_markdown, composed, escaped_line, fitting_line, one_line, shortened
from hornbook.load import Loaded, load
from hornbook.load.names import is_free_id
from hornbook.load.text import has_visible, source_text
from hornbook.load.tree import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue, read_yaml

SIGNS = st.text("ab _*`[]()<>{}|~$&#+-=.:!1\\\"'\n\té数ا/=>", max_size=40)
ANY = st.text(max_size=40)
NOWHERE = Path("/nowhere")
GLOSSARY = as_yaml(
    {"title": "Words", "description": "Words.", "site_url": "https://example.org/words/", "licence": "CC0"}
)
RECORDS = st.dictionaries(st.sampled_from(["label", "short", "text", "match"]), SIGNS | ANY | st.lists(ANY | SIGNS))


def loaded_with(term: dict[str, Any]) -> Loaded:
    """A glossary with one term."""
    return load(NOWHERE, {"glossary/glossary.yaml": GLOSSARY, "glossary/terms/new-words.yaml": as_yaml(term)})


def words_of(text: str) -> str:
    return "".join(text.split())


@given(SIGNS | ANY)
def test_plain_text_reads_as_it_is_once_it_is_markdown(text: str) -> None:
    written = as_markdown(text, mathematics=True)
    wanted = composed(text)
    if not has_visible(wanted):
        return
    loaded = loaded_with({"label": "New words", "text": written})
    assert loaded.knowledge is not None, loaded.diagnostics
    read = loaded.knowledge.terms["new-words"].text
    assert read is not None
    assert words_of(read.plain_text(str)) == words_of(wanted)


@given(SIGNS | ANY)
def test_a_line_reads_as_it_is_once_it_is_a_field(text: str) -> None:
    if not has_visible(one_line(text)):
        return
    line = escaped_line(text, mathematics=True)
    loaded = loaded_with({"label": "New words", "short": line})
    assert loaded.knowledge is not None, loaded.diagnostics
    assert str(loaded.knowledge.terms["new-words"].short) == as_field(text)


def said(tree: YamlValue) -> Any:
    match tree:
        case YamlMapping(fields):
            return {key.text: said(value) for key, value in fields}
        case YamlSequence(items):
            return [said(one) for one in items]
        case YamlScalar():
            assert tree.kind is ScalarKind.TEXT
            return tree.text


@given(RECORDS.filter(bool))
def test_a_record_is_read_back_as_it_was_written(record: dict[str, Any]) -> None:
    clean = {key: [*map(composed, one)] if isinstance(one, list) else composed(one) for key, one in record.items()}
    read = read_yaml(source_text("a.yaml", as_yaml(clean)))
    assert read.diagnostics == ()
    assert read.value is not None
    assert said(read.value) == clean


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("Mathematik",), "mathematik"),
        (("Größenlehre",), "grossenlehre"),
        (("数学",), "shu-xue"),
        (("Математика",), "matematika"),
        (("رياضيات",), "rydyt"),
        (("index", "The index"), "the-index"),
        (("!!!",), "concept"),
        (("not", "con"), "concept"),
    ],
)
def test_an_id_says_in_latin_letters_what_the_name_says(names: tuple[str, ...], wanted: str) -> None:
    assert id_made_of(names, ()) == (wanted, False)


@given(st.lists(SIGNS | ANY, min_size=1, max_size=5))
def test_ids_are_free_and_no_two_are_the_same(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        made, _ = id_made_of((name,), taken)
        assert made not in taken
        assert is_free_id(made)
        taken.add(made)


def test_a_second_id_has_a_number_and_stays_within_the_longest() -> None:
    long = "a" * 64
    assert id_made_of(("tea",), {"tea"}) == ("tea-2", True)
    assert id_made_of(("kb",), {"kb"}) == ("kb2", True)
    assert id_made_of((long,), {long}) == (f"{'a' * 56}-2", True)


def addresses() -> Iterator[tuple[list[str], dict[str, str]]]:
    base = "http://example.org/"
    yield [f"{base}socialScience", f"{base}art"], {f"{base}socialScience": "social-Science", f"{base}art": "art"}
    yield [f"{base}c_001", f"{base}c_002", f"{base}c_003"], {}
    yield (
        [f"{base}terms/tea/#it", f"{base}terms/milk/#it"],
        {
            f"{base}terms/tea/#it": "tea",
            f"{base}terms/milk/#it": "milk",
        },
    )
    yield [f"{base}t#tea", f"{base}t#gr%C3%BCn"], {f"{base}t#tea": "tea", f"{base}t#gr%C3%BCn": "grün"}
    yield ["urn:x:0b0c7b4c-2b8e-4d0c-9d2a-1f5f0f2b3c4d", "Q42", ""], {}


@pytest.mark.parametrize(("keys", "told"), [*addresses()])
def test_the_end_of_an_address_counts_where_it_says_something(keys: list[str], told: dict[str, str]) -> None:
    assert telling_names(keys) == told


def test_what_is_too_long_ends_at_a_word() -> None:
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two three", 10) == "one two…"
    assert shortened("onetwothree", 5) == "onet…"


def test_nothing_is_kept_that_nobody_sees() -> None:
    assert composed("a\u200bb\u202ec\x00e\u0301\r\nf") == "abcé\nf"


@given(st.text("ab [$", max_size=80), st.integers(1, 40))
def test_a_beginning_fits_once_it_is_written(text: str, longest: int) -> None:
    line = fitting_line(text, longest, mathematics=True)
    assert len(line) <= longest
    if len(whole := escaped_line(text, mathematics=True)) <= longest:
        assert line == whole


def test_what_a_vocabulary_says_of_itself_fits_however_its_signs_grow() -> None:
    words = f"Weather {'[' * 300} $"
    read = Vocabulary(title=words, description=words, licence=words)
    done = imported(NOWHERE, read)
    assert isinstance(done, Imported)
    assert done.errors == ()
