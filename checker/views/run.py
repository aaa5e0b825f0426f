"""What a report is told of its run: words for ids, versions, days, options; plain mappings, no table at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import field
from datetime import date

from checker.model import Activity, Provision
from checker.records import record

_SHOWING = frozenset({"--format", "--report-language", "--excerpts", "--single-file", "--templates"})
"""Options that change how results are shown, not what they are: decisions are kept over them."""


@record
class Names:
    """Words of the tables for ids, as pairs (English, French), so that pages need no table at hand.

    ``states`` are the actor ids that are States; ``years`` the year of a resolution by its number.
    """

    actors: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    items: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    regimes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    places: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)
    states: frozenset[str] = frozenset()


@record
class RunInfo:
    """How a report came about; nothing in it is a clock, so the same run gives the same bytes."""

    tool_version: str
    tables_version: str
    known_to: date
    as_of: date
    names: Names = field(default_factory=Names)
    language: str = "en"
    options: tuple[tuple[str, str], ...] = ()
    counts: tuple[tuple[str, int], ...] = ()

    @property
    def sha256(self) -> str:
        """A digest of what shapes the results of a run beside its inputs; how they are shown is not part of it."""
        shaping = [f"{name}={value}" for name, value in self.options if name not in _SHOWING]
        parts = (self.tool_version, self.tables_version, str(self.known_to), str(self.as_of), *shaping)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
