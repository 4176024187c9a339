"""Settings of the whole suite."""

from __future__ import annotations

from hypothesis import settings

# No deadline: machines are shared. Derandomised: a suite that is green stays green; `make bench` and people may search further.
settings.register_profile("suite", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("suite")
