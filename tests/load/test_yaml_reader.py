import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hornbook.load.text.files import source_text
from hornbook.load.tree import reader as yaml_reader
from hornbook.load.tree.reader import LONGEST_SCALAR, MOST_VALUES, YamlFile, read_yaml
from hornbook.load.tree.values import ScalarKind, YamlMapping, YamlScalar, YamlSequence, YamlValue


def read(text: str) -> YamlFile:
    return read_yaml(source_text("x.yaml", text))


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in read(text).diagnostics]


def plain(value: YamlValue | None) -> object:
    match value:
        case YamlScalar(text=text):
            return text
        case YamlSequence(items):
            return [plain(item) for item in items]
        case YamlMapping(fields):
            return {key.text: plain(inner) for key, inner in fields}
        case None:
            return None


@pytest.mark.parametrize(
    ("written", "kind"),
    [(word, ScalarKind.TEXT) for word in ["no", "yes", "on", "off", "y", "n", "NO", "2020-11-09", "1:30", "1_000", "a"]]
    + [(word, ScalarKind.TEXT) for word in ["'1'", '"true"', "'null'", "''", "tRue", "nULL", "0b1", "1.2.3", "--1"]]
    + [(word, ScalarKind.NUMBER) for word in ["0", "42", "-1", "+7", "012", "0o14", "0xFF", "1.10", ".5", "1e3"]]
    + [(word, ScalarKind.NUMBER) for word in ["1.", "-.inf", ".NaN", "1" * 1000]]
    + [(word, ScalarKind.TRUTH) for word in ["true", "True", "TRUE", "false", "False", "FALSE"]]
    + [(word, ScalarKind.NOTHING) for word in ["", "~", "null", "Null", "NULL"]],
)
def test_plain_scalars_are_what_yaml_1_2_says(written: str, kind: ScalarKind) -> None:
    value = read(f"field: {written}\n").value
    assert isinstance(value, YamlMapping)
    scalar = value.get("field")
    assert isinstance(scalar, YamlScalar)
    assert scalar.kind is kind


@given(
    st.recursive(
        st.text(alphabet="abc é\n'\"", max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
        max_leaves=8,
    ),
)
def test_every_structure_comes_back_as_it_was_written(value: object) -> None:
    for flow in (None, True, False):
        text = yaml.safe_dump({"top": value}, allow_unicode=True, default_flow_style=flow, default_style='"')
        assert plain(read(text).value) == {"top": value}


def test_both_places_of_a_doubled_key_are_named_and_the_first_value_stays() -> None:
    file = read("a: 1\nb: 2\n'a': 3\na: 4\n")
    assert [(str(one.place), str(one.related[0].place)) for one in file.diagnostics] == [
        ("x.yaml:3:1", "x.yaml:1:1"),
        ("x.yaml:4:1", "x.yaml:1:1"),
    ]
    assert plain(file.value) == {"a": "1", "b": "2"}


@pytest.mark.parametrize("names", [("[a]", "[b]"), ("[a]", "{a: b}"), ("{}", "{}")])
def test_lists_and_groups_in_place_of_names_are_refused_each_and_none_is_given_twice(names: tuple[str, str]) -> None:
    file = read("x:\n" + "".join(f"  ? {name}\n  : 1\n" for name in names))
    assert [(one.code, str(one.place)) for one in file.diagnostics] == [
        ("yaml-key", "x.yaml:2:5"),
        ("yaml-key", "x.yaml:4:5"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1\n", "yaml-anchor"),
        ("a: &x [1]\n", "yaml-anchor"),
        ("a: *x\n", "yaml-anchor"),
        ("a: !!str 1\n", "yaml-tag"),
        ("a: !x {b: c}\n", "yaml-tag"),
        ("<<: {a: b}\n", "yaml-merge-key"),
        ("1: a\n", "yaml-key"),
        ("true: a\n", "yaml-key"),
        ("[a]: b\n", "yaml-key"),
        ("? {a: b}\n: c\n", "yaml-key"),
        ("a: 1\n---\nb: 2\n", "yaml-many-documents"),
        ("a: " + "[" * 100_000, "yaml-too-deep"),
        ("- " * 40 + "a", "yaml-too-deep"),
        ("[" + "a," * (MOST_VALUES + 1) + "]", "yaml-too-large"),
        ("a: " + "b" * (LONGEST_SCALAR + 1), "yaml-too-large"),
        ('a: "\\u202e"\n', "text-control-character"),
        ('a: "\\0"\n', "text-control-character"),
    ],
)
def test_what_glossaries_do_not_need_is_refused(text: str, code: str) -> None:
    file = read(text)
    assert {one.code for one in file.diagnostics} == {code}
    assert file.value is None


def test_a_text_of_the_longest_length_is_read() -> None:
    assert codes("a: " + "b" * LONGEST_SCALAR) == []


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    file = read(bomb)
    assert str(file.diagnostics[0].place) == "x.yaml:1:4"
    assert file.value is None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: b: c\n", "1:5", "unexpected `:`"),
        ("a: @x\n", "1:4", "cannot begin"),
        ("a: `x\n", "1:4", "cannot begin"),
        ("a: 'x\nb: y\n", "1:4", "never closed"),
        ("a:\n  b: c\n d: e\n", "3:2", "does not fit"),
        ("a: [x\nb: y\n", "2:2", "not closed"),
        ("a: - b\n", "1:4", "unexpected `-`"),
        ("a: b\nc\n", "3:1", "no `field: value`"),
        ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> other\n", "1:1", "not merged"),
        ("a: b\nb: d\n>>>>>>> other\n", "3:1", "not merged"),
        ("a:\n\tb: c\n", "2:1", "tab"),
        ('a: "x\\q"\n', "1:6", "escape"),
        ("a: |x\n", "1:5", "after `|`"),
        ("a: }\n", "1:4", "missing"),
    ],
)
def test_a_syntax_error_is_said_in_plain_words(text: str, place: str, words: str) -> None:
    (diagnostic,) = read(text).diagnostics
    assert diagnostic.code == "yaml-syntax"
    assert f"{diagnostic.place.line}:{diagnostic.place.column}" == place
    assert words in diagnostic.message
    assert diagnostic.hint


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_an_empty_file_has_no_value_and_no_mistake(text: str) -> None:
    assert read(text) == YamlFile(None, ())


@pytest.mark.parametrize("text", ["a: b: c\n", "a: @x\n", "a:\n  b: c\n d: e\n", "a: [x\nb: y\n", "a: 'x\n"])
def test_the_parser_in_python_leads_to_the_same_words(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (fast,) = read(text).diagnostics
    monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)
    (slow,) = read(text).diagnostics
    assert fast.message == slow.message


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`, \n\t?\\", max_size=60))
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    for diagnostic in read(text).diagnostics:
        assert 1 <= diagnostic.place.line <= text.count("\n") + 1
        line = text.split("\n")[diagnostic.place.line - 1]
        assert 1 <= diagnostic.place.column <= len(line) + 1
