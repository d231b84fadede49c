"""What `SECURITY.md` says is tried is tried: each test that it names is there."""

import ast
import re
from functools import cache

import pytest

from tests.where import REPOSITORY

TEXT = (REPOSITORY / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[^`]+)`", TEXT)))
THREATS = [
    row
    for table in TEXT.split("| threat | answer | tried by |\n|---|---|---|\n")[1:]
    for row in table.split("\n\n")[0].split("\n")
]


@cache
def names_in(path: str) -> set[str]:
    body = ast.parse((REPOSITORY / path).read_text(encoding="utf-8")).body
    return {one.name for one in body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")}


@pytest.mark.parametrize("named", NAMED)
def test_every_test_that_is_named_is_there(named: str) -> None:
    path, _, name = named.partition("::")
    assert name in names_in(path)


def test_every_threat_names_what_tries_it() -> None:
    assert len(THREATS) > 30
    assert [row for row in THREATS if "`tests/" not in row.split(" | ")[-1]] == []
