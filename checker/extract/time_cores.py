"""The core of an expression of time and its days: "November 2022", "two weeks ago", whole, in part, as a limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.dates import RECENT_DAYS, clamp, shift_days, shift_months, slice_of
from checker.model import Period
from checker.records import record

PUBLICATION = "publication"
"""The anchor of words that count from the day of publication."""
EVENT = "event"
"""The anchor of words that count from something in the story: they give no days."""


@record
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


def sliced(core: Core, part: str, published: date | None) -> Core:
    """The beginning, middle or end of a core; "earlier this month" ends, "later this year" begins at publication.

    ``part`` is a value of kind ``part``: ``2/3`` for the last third, ``past``, another word for what is to come.
    """
    if not part or core.first is None or core.last is None or core.precision == "day":
        return core
    whole = Period(core.first, core.last)
    if "/" not in part:
        inside = clamp(whole, last=published) if part == "past" else clamp(whole, first=published)
        return _replaced(core, inside or whole, None)
    number, parts = (int(piece) for piece in part.split("/"))
    inside = slice_of(whole, number, parts)
    if core.ahead is None:
        return _replaced(core, inside, None)
    if published is not None and inside.first_day > published:
        # "Mid-November" in a text of the third of that month: the last one was a year ago.
        before = Period(shift_months(core.first, -12), shift_days(shift_months(shift_days(core.last, 1), -12), -1))
        return _replaced(core, slice_of(before, number, parts), inside)
    return _replaced(core, inside, slice_of(core.ahead, number, parts))


def _replaced(core: Core, period: Period, ahead: Period | None) -> Core:
    return replace(core, first=period.first_day, last=period.last_day, ahead=ahead, precision="range")


def bounded(core: Core, op: str, part: str, published: date | None) -> Core:
    """The core as the word of time before it limits it: since, after, before, until, a deadline, or not at all.

    The hint tells too whether it ends more than ninety days before publication.
    """
    first, last, basis, ahead = core.first, core.last, core.basis, core.ahead
    precision = core.precision
    if op in ("since", "after"):
        basis, precision = "since", "range"
        first = first if op == "since" or last is None else shift_days(last, 1)
        last = published if first is not None and published is not None and first <= published else None
    elif op in ("deadline", "before", "until"):
        whole = op != "before" or (part != "" and part.partition("/")[0] != "0")
        last = last if whole or first is None else shift_days(first, -1)
        if ahead is not None and published is not None:
            end = ahead.last_day if whole else shift_days(ahead.first_day, -1)
            ahead = Period(published, end) if end >= published else None
        first, basis, precision = None, "until" if op == "until" else "deadline", "range"
    old = last is not None and published is not None and last < shift_days(published, -RECENT_DAYS)
    return Core(first, last, precision, basis, core.anchor, ahead, core.hint or old)
