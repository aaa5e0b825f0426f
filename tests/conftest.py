"""A busy machine fails no test: Hypothesis measures what is found, not how long that took."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

collect_ignore = ["fuzz/run.py", "mutation/run.py"]
"""Programs for tools that not every environment has."""
