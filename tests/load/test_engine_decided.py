"""Plugins of the theme that would break pages are told once, with their place, however they are written."""

from pathlib import Path

import pytest

from hornbook.load.engine_decided import decided_otherwise
from hornbook.load.engine_settings import read_engine_settings


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("plugins: [search, blog]\n", ["1:19"]),
        ("plugins:\n  - material/tags:\n      enabled: true\n  - offline\n", ["2:5", "4:5"]),
        ("plugins:\n  privacy: {}\n  search: {}\n", ["2:3"]),
        ("plugins: [search, {meta: {meta_file: blog}}]\n", []),
        ("plugins: []\n", []),
        ("plugins:\n", []),
        ("plugins: blog-of-ours\n", []),
        ("extra: {blog: tags}\n", []),
    ],
)
def test_plugins_that_would_break_pages_are_told(tmp_path: Path, text: str, places: list[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    found = [*decided_otherwise(read_engine_settings(tmp_path))]
    assert [f"{one.place.line}:{one.place.column}" for one in found] == places
    assert {one.code for one in found} <= {"settings-decided"}
