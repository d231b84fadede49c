"""How much is tried: some at the desk, more where HYPOTHESIS_PROFILE is `ci`, most where it is `nightly`."""

import os

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "quick")
THOROUGH = PROFILE in {"ci", "nightly"}


def tries(in_ci: int) -> int:
    """How often a slow law is tried: as often as this in CI, a quarter at the desk."""
    return in_ci if THOROUGH else max(in_ci // 4, 5)
