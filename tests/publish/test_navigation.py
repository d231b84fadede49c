"""The navigation of a site: each page that it names stands there once, the home page first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hornbook.addresses import page_address
from hornbook.publish import navigation
from hornbook.publish.navigation import Entry
from tests.examined import examined
from tests.where import BOTH


def files_in(entries: list[Entry] | str) -> Iterator[str]:
    """The files that entries name, in their order."""
    if isinstance(entries, str):
        yield entries
        return
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            for inside in entry.values():
                yield from files_in(inside)


@pytest.mark.parametrize("project", BOTH)
def test_each_page_stands_once_and_the_home_page_first(project: Path) -> None:
    knowledge = examined(project).knowledge
    named = [*files_in(navigation(knowledge))]
    assert named[0] == "index.md"
    assert len({*named}) == len(named)
    assert {*named} >= {f"{page_address(page.path)}index.md" for page in knowledge.pages}
