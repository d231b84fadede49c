"""How much is tried: some at the desk, more with HYPOTHESIS_PROFILE=ci, most with `nightly`; never a deadline.

A test marked `thorough` is for these two alone: it says of much what another says of little.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.effort import PROFILE, THOROUGH

settings.register_profile("quick", deadline=None, max_examples=25)
# CI tries the same examples each time, so that a change fails by what it holds; nightly new ones are looked for.
settings.register_profile("ci", deadline=None, max_examples=250, derandomize=True, print_blob=True)
settings.register_profile("nightly", deadline=None, max_examples=2000)
# Whether a broken program is noticed is all that `make mutants` asks, not by which smallest example.
settings.register_profile(
    "mutants",
    deadline=None,
    max_examples=50,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(PROFILE)
os.environ["HORNBOOK_CACHE"] = "off"  # what earlier runs made says nothing of this one


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not for the desk."""
    left_out = [] if THOROUGH else [item for item in items if item.get_closest_marker("thorough")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
