"""One commit, the same bytes, whoever builds it and where; `tests/reproduced.py` tries more, by itself and nightly."""

from pathlib import Path

from tests.reproduced import ALL_AT_ONCE, PLAIN, built, can_be, differing
from tests.where import SAMPLE


def test_what_surrounds_a_build_changes_no_byte(tmp_path: Path) -> None:
    plain = built(SAMPLE, PLAIN, tmp_path / "plain")
    assert "index.html" in plain
    assert can_be(ALL_AT_ONCE)
    assert differing(plain, built(SAMPLE, ALL_AT_ONCE, tmp_path / "other")) == []


def test_a_difference_is_noticed() -> None:
    assert differing({"a": b"1", "b": b"2"}, {"a": b"1", "b": b"3", "c": b""}) == ["b", "c"]
