"""The script of the site for the tests in this folder, without a browser."""

from collections.abc import Iterator

import pytest

from tests.scripts.logic_script import Script, opened


@pytest.fixture(scope="session")
def script() -> Iterator[Script]:
    with opened() as script:
        yield script
