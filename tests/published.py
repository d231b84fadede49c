"""What projects publish of themselves, for tests of whoever keeps a copy."""

import json
from pathlib import Path
from typing import Any

from hornbook.addresses import GLOSSARY_DATA
from hornbook.exports.glossary_file import glossary_files
from hornbook.load import load
from hornbook.reasoning.scopes import reason_about


def published(project: Path) -> str:
    """The text of a project's `api/v1/glossary.json`."""
    knowledge = load(project).knowledge
    assert knowledge is not None
    return glossary_files(reason_about(knowledge))[GLOSSARY_DATA].decode()


def published_data(project: Path) -> dict[str, Any]:
    """The same as data, which tests may change."""
    data: dict[str, Any] = json.loads(published(project))
    return data
