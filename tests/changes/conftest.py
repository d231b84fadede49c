"""What tests of changes compare."""

from pathlib import Path

import pytest

from tests.sample_copy import copy_of_sample


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    """The same project twice."""
    return copy_of_sample(tmp_path / "before"), copy_of_sample(tmp_path / "after")
