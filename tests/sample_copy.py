"""A copy of the sample project, for tests that change it."""

import shutil
from pathlib import Path

from tests.where import SAMPLE


def copy_of_sample(target: Path) -> Path:
    """Copy the sample's inputs and settings into a new folder."""
    shutil.copytree(SAMPLE, target, ignore=shutil.ignore_patterns("build", "site"))
    return target
