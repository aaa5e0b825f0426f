"""The core of an expression of time and its days: what "November 2022" or "two weeks ago" says by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.model import Period

PUBLICATION = "publication"
"""The anchor of words that count from the day of publication."""
EVENT = "event"
"""The anchor of words that count from something in the story: they give no days."""


@dataclass(frozen=True, slots=True)
class Core:
    """The days that a core means, both included, None where it leaves that end open.

    ``anchor``: ``publication``, ``event`` or empty. ``ahead``: what the same words mean of the future. ``hint``: they
    say that it lies far back. Bases and precisions are those of a TimeExpression.
    """

    first: date | None
    last: date | None
    precision: str
    basis: str = "stated"
    anchor: str = ""
    ahead: Period | None = None
    hint: bool = False


def stated(period: Period | None, precision: str, basis: str = "stated") -> Core | None:
    """A core whose days the words name in full; None where the calendar has no such days."""
    return None if period is None else Core(period.first_day, period.last_day, precision, basis)


def anchored(period: Period | None, precision: str, basis: str = "relative", ahead: Period | None = None) -> Core:
    """A core counted from publication; without that day the words stand there, and say nothing."""
    if period is None:
        return Core(None, None, precision, basis, PUBLICATION)
    return Core(period.first_day, period.last_day, precision, basis, PUBLICATION, ahead)


def days_between(first: date | None, last: date | None) -> Period | None:
    """The days from ``first`` to ``last``; None when one is missing or they stand the wrong way round."""
    return Period(first, last) if first is not None and last is not None and first <= last else None
