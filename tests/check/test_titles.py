from pathlib import Path

import pytest

from hornbook.check.titles import check_titles
from tests.load.project import loaded_with


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("# A\n\n## B\n", None),
        ("---\ntitle: A\n---\n## B\n", None),
        ("<!-- a -->\n\nA\n===\n", None),
        ("## B\n\n# A\n", "docs/a.md:1:1"),
        ("B\n\n# A\n", "docs/a.md:3:1"),
        ("B\n", "docs/a.md:1:1"),
        ("", "docs/a.md:1:1"),
    ],
)
def test_a_page_begins_with_its_title_or_gives_it(page: str, place: str | None, tmp_path: Path) -> None:
    knowledge = loaded_with(tmp_path, {"docs/a.md": page}).knowledge
    assert knowledge is not None
    assert [str(one.place) for one in check_titles(knowledge)] == ([place] if place else [])
