"""However often something is wrong in a file, what is said of it can be read, and no kind of mistake is lost."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hornbook.check.usage import TERM_UNUSED
from hornbook.diagnostics import Diagnostic, Edit, Place, bounded
from hornbook.diagnostics.bounds import MOST_ALIKE
from hornbook.load.records.fields import FIELD_UNKNOWN
from hornbook.production import examine
from tests.load.project import loaded_with

CODES = (TERM_UNUSED, FIELD_UNKNOWN)
findings = st.lists(
    st.builds(
        Diagnostic,
        st.builds(Place, st.sampled_from(["a", "b"]), st.integers(1, 999)),
        st.sampled_from(CODES),
        st.just("m"),
    ),
    max_size=20,
)


def many(count: int, path: str = "a.yaml") -> list[Diagnostic]:
    return [Diagnostic(Place(path, line), FIELD_UNKNOWN, "m") for line in range(1, count + 1)]


def test_as_many_as_can_be_read_are_told_one_by_one() -> None:
    assert bounded(many(MOST_ALIKE)) == tuple(many(MOST_ALIKE))


def test_the_others_are_counted_where_the_first_of_them_is() -> None:
    *told, last = bounded(reversed(many(MOST_ALIKE + 1_234)))
    assert told == many(MOST_ALIKE)
    assert (last.place.line, last.code) == (MOST_ALIKE + 1, FIELD_UNKNOWN)
    assert last.message == "the file has 1,234 more of this kind (`field-unknown`) from here on"


def test_other_kinds_and_other_files_are_not_crowded_out() -> None:
    rare = [Diagnostic(Place("a.yaml", 5_000), TERM_UNUSED, "m"), *many(3, "b.yaml")]
    found = bounded([*many(4_000), *rare])
    assert set(rare) <= set(found)
    assert len(found) == MOST_ALIKE + 1 + len(rare)


def test_what_is_only_counted_is_mended_all_the_same() -> None:
    edits = [Edit(Place("a.yaml", line, 1, line, 2), "x") for line in range(1, MOST_ALIKE + 10)]
    found = bounded(Diagnostic(one.place, FIELD_UNKNOWN, "m", fix=(one,)) for one in edits)
    assert [edit for one in found for edit in one.fix] == edits


@given(findings)
def test_a_few_are_only_put_in_order(found: list[Diagnostic]) -> None:
    assert bounded(found) == tuple(sorted(found))


def test_a_page_that_is_wrong_everywhere_says_so_in_few_words(tmp_path: Path) -> None:
    text = "# Title\n\n" + ("<b>" * 1_000 + "\n") * 10 + "\n![](x)\n\n[[nowhere]]\n"
    loaded_with(tmp_path, {"docs/index.md": text})
    found = examine(tmp_path / "project").diagnostics
    assert len(found) < 3 * MOST_ALIKE
    assert {"prose-html", "prose-image", "reference-unknown"} <= {one.code for one in found}
    assert sum("9,800 more of this kind (`prose-html`)" in one.message for one in found) == 1
