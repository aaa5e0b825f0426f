"""Voices that hold what another denies."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.attribution import Attribution
from checker.extract.units import Unit


def accuses(units: Sequence[Unit], said: Attribution) -> bool:
    """*as X had claimed*, *accused by X of*: a voice that holds what another denies."""
    verb = units[said.verb]
    before = units[max(0, said.verb - 6) : said.verb]
    return any(unit.text in ("as", "comme", "contrairement") for unit in before) or bool(verb.one("cue", "allege"))
