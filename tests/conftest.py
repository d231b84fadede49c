"""Hypothesis profiles: 100 examples at the desk, 1,000 with HYPOTHESIS_PROFILE=ci; never a deadline."""

import os

from hypothesis import settings

settings.register_profile("default", deadline=None, max_examples=100)
settings.register_profile("ci", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
