import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hornbook.diagnostics import Place
from hornbook.load.text.files import source_text
from hornbook.load.tree.reader import read_yaml
from hornbook.load.tree.values import ScalarKind, YamlMapping, YamlScalar, value_offsets

lines = st.text(alphabet="ab '\"\\:#[]é", max_size=12)
values = st.lists(lines, min_size=1, max_size=5).map("\n".join)


def scalar_of(document: str) -> YamlScalar | None:
    value = read_yaml(source_text("x.yaml", document)).value
    scalar = value.get("field") if isinstance(value, YamlMapping) else None
    return scalar if isinstance(scalar, YamlScalar) else None


def offsets_of(scalar: YamlScalar) -> tuple[int, ...] | None:
    raw = scalar.source.text[scalar.start : scalar.end]
    return value_offsets(raw, scalar.style, scalar.text)


def assert_maps(scalar: YamlScalar) -> None:
    """Each character that is written as itself stands where the map says, and the map never goes back."""
    offsets = offsets_of(scalar)
    assert offsets is not None, (scalar.source.text, scalar.text)
    assert len(offsets) == len(scalar.text)
    assert list(offsets) == sorted(offsets)
    raw = scalar.source.text[scalar.start : scalar.end]
    for char, offset in zip(scalar.text, offsets, strict=True):
        written = raw[offset] if offset < len(raw) else "\n"
        assert written == char or (char in " \n" and written == "\n") or written == "\\", (raw, char, offset)


@pytest.mark.parametrize("style", ["", "'", '"', "|", ">"])
@given(value=values, width=st.sampled_from([4, 20, 200]), indent=st.integers(2, 6))
def test_every_value_that_the_emitter_writes_is_mapped(style: str, value: str, width: int, indent: int) -> None:
    text = yaml.dump(
        {"field": value, "last": "end"}, default_style=style, allow_unicode=True, width=width, indent=indent
    )
    scalar = scalar_of(text)
    if scalar is not None and scalar.text:
        assert_maps(scalar)


@pytest.mark.parametrize("header", ["|", "|-", "|+", ">", ">-", ">+", "|2", ">2-", "| # why"])
@given(body=st.lists(st.text(alphabet="ab  #", max_size=8), max_size=6))
def test_every_block_that_people_write_is_mapped(header: str, body: list[str]) -> None:
    text = f"field: {header}\n" + "".join(f"  {line}\n" for line in body)
    scalar = scalar_of(text)
    if scalar is not None and scalar.style in ("|", ">") and scalar.text:
        assert_maps(scalar)


@pytest.mark.parametrize("quote", ["", "'", '"'])
@given(body=st.lists(st.text(alphabet="ab \\n", max_size=8), min_size=1, max_size=6))
def test_every_flowing_text_over_several_lines_is_mapped(quote: str, body: list[str]) -> None:
    text = f"field: {quote}" + "\n  ".join(body) + f"{quote}\nlast: end\n"
    scalar = scalar_of(text)
    if scalar is not None and scalar.text:
        assert_maps(scalar)


@pytest.mark.parametrize(
    ("document", "wanted", "place"),
    [
        ("field: a [[b]] c\n", "[[b]]", "1:10"),
        ("field: 'it''s [[b]]'\n", "[[b]]", "1:15"),
        ('field: "\\u00e9 \\" [[b]]"\n', "[[b]]", "1:19"),
        ("field: |\n\n  one\n    [[b]]\n", "[[b]]", "4:5"),
        ("field: >-\n  one\n  two [[b]]\n\n  three\n", "[[b]]", "3:7"),
        ("field: |2\n    [[b]]\n", "[[b]]", "2:5"),
        ("field: one\n   two\n\n   [[b]]\n", "[[b]]", "4:4"),
        ('field: "one \\\n   two [[b]]"\n', "[[b]]", "2:8"),
        ("- x\n- field: 1\n", "", ""),
    ],
)
def test_a_part_is_found_in_every_way_to_write_a_text(document: str, wanted: str, place: str) -> None:
    scalar = scalar_of(document)
    if not wanted:
        assert scalar is None
        return
    assert scalar is not None
    start = scalar.text.index(wanted)
    found = scalar.part(start, start + len(wanted))
    assert f"{found.line}:{found.column}" == place
    assert (found.end_line, found.end_column) == (found.line, found.column + len(wanted))


def test_where_text_and_value_disagree_there_is_no_map() -> None:
    assert value_offsets("abc", "", "xyz") is None
    assert value_offsets("|\n  abc", "|", "xyz") is None
    assert value_offsets("abc", "|", "abc") is None


@pytest.mark.parametrize("written", ["abc", "'abc'", '""'])
def test_behind_the_last_character_the_whole_value_is_the_place(written: str) -> None:
    scalar = scalar_of(f"field: {written}\n")
    assert scalar is not None
    end = len(scalar.text)
    assert scalar.part(end, end) == scalar.place == Place("x.yaml", 1, 8, 1, 8 + len(written))


def test_without_a_map_the_whole_value_is_the_place() -> None:
    source = source_text("x.yaml", "field: abc\n")
    scalar = YamlScalar(text="xyz", kind=ScalarKind.TEXT, style="", source=source, start=7, end=10)
    assert scalar.part(1, 2) == scalar.place == Place("x.yaml", 1, 8, 1, 11)
