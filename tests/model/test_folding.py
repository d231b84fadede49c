from hypothesis import given
from hypothesis import strategies as st

from hornbook.model.folding import folded

texts = st.text(st.sampled_from("aÄßéİ'’-‐ \u00a0\u00ad\u0301x")) | st.text()


def test_capitals_marks_blanks_and_soft_hyphens_make_no_difference() -> None:
    assert folded("A\u00adb  cÉ Straße").text == folded("Ab c\u0065\u0301 STRASSE").text == "ab cé strasse"
    assert folded("a\u00adb").starts == [0, 2, 3]
    assert folded("").text == ""


@given(texts)
def test_each_character_begins_where_it_was_written_and_folding_again_changes_nothing(text: str) -> None:
    found = folded(text)
    assert len(found.starts) == len(found.text) + 1
    assert list(found.starts) == sorted(found.starts)
    assert found.starts[-1] == len(text)
    assert folded(found.text).text == found.text
