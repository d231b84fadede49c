"""Findings as plain data come back as they were, with what does not count in comparisons."""

from hypothesis import given
from hypothesis import strategies as st

from hornbook.diagnostics import Diagnostic, Place, Related
from hornbook.diagnostics.plain import from_plain, to_plain
from hornbook.diagnostics.values import Edit
from hornbook.manual import all_codes

CODES = [code for codes in all_codes().values() for code in codes]
TEXTS = st.text(max_size=20)
PLACES = st.builds(Place, TEXTS, st.integers(1, 99), st.integers(1, 99), st.integers(0, 99), st.integers(0, 99))
FOUND = st.builds(
    Diagnostic,
    place=PLACES,
    code=st.sampled_from(CODES),
    message=TEXTS,
    hint=st.none() | TEXTS,
    notes=st.lists(TEXTS, max_size=2).map(tuple),
    related=st.lists(st.builds(Related, PLACES, TEXTS), max_size=2).map(tuple),
    fix=st.lists(st.builds(Edit, PLACES, TEXTS), max_size=2).map(tuple),
)


@given(st.lists(FOUND, max_size=3))
def test_findings_come_back_as_they_were(found: list[Diagnostic]) -> None:
    texts = {one.place.path: f"text of {one.place.path}" for one in found}
    read, quoted = from_plain(to_plain(found, texts | {"another file": ""}), lambda: CODES)
    assert repr(read) == repr(tuple(found))
    assert texts.items() <= quoted.items()
