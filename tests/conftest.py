"""A busy machine fails no test: Hypothesis measures what is found, not how long that took."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Commands, of one name, one of which needs what only fuzzing needs; and what pytest loads itself is no module to look for
# doctests in: where several folders are named at once, it would be taken for another of its name.
collect_ignore = ["fuzz/run.py", "mutation/run.py"]
collect_ignore_glob = ["*/conftest.py"]

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
