"""A kept copy of what the sample publishes, for tests of everything that asks one."""

import json
from functools import cache
from typing import Any

from hornbook.lint import Against, against
from hornbook.load.published import published_of
from tests.published import published
from tests.where import SAMPLE


@cache
def published_text() -> str:
    """What the sample publishes."""
    return published(SAMPLE)


def changed_text(**fields: object) -> str:
    """The same with other fields at its top."""
    data: dict[str, Any] = json.loads(published_text())
    return json.dumps(data | fields)


@cache
def copy() -> Against:
    """The copy, ready to be asked."""
    return against(published_of(published_text(), "glossary.json"))
