"""The options that the subcommands of ``checker reference`` share, and how they name rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import click

from checker.cli.options import FOLDER
from checker.cli.tabular import FORMATS
from checker.errors import UsageError
from checker.model import Provision, Regime
from checker.reference import Reference

OVERLAY = click.option(
    "--reference", "overlay", type=FOLDER, metavar="DIR", help="Tables laid over the built-in ones."
)
FORMAT = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Output."
)


def first_limbs(provisions: Sequence[Provision]) -> list[Provision]:
    """One limb a paragraph, the first in the order of the tables."""
    return list({one.id: one for one in reversed(provisions)}.values())[::-1]


def regimes_held(reference: Reference) -> list[tuple[Regime, int]]:
    """Each regime with the number of its paragraphs."""
    held = Counter(one.regime for one in first_limbs(reference.provisions))
    return [(regime, held[regime.id]) for regime in reference.regimes.values()]


def known_regime(regime: str | None, reference: Reference) -> None:
    """Raises UsageError with the regimes there are when there is none of that id."""
    if regime is not None and regime not in reference.regimes:
        raise UsageError(f"there is no regime '{regime}': there are {', '.join(reference.regimes)}", "name")


def iso(day: date | None) -> str | None:
    """A day as rows have it."""
    return day.isoformat() if day is not None else None
