"""Whether a party stood on a list over some days, as far as the tables hold its days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from checker.model import Listing, Period
from checker.records import record


class Listed(StrEnum):
    """Whether a party was on the list: on all days asked for, only before or after them, or not to be told."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"
    UNKNOWN = "unknown"


@record
class ListingAnswer:
    """The answer, with the row that gave it (None when nothing can be told)."""

    listed: Listed
    row: Listing | None = None


def first_known(row: Listing) -> date | None:
    """The first day on which a party is known to have been listed: that of its listing, or of the oldest copy seen."""
    return row.first_day or (row.seen[0] if row.seen else None)


def listed_over(rows: Iterable[Listing], period: Period) -> ListingAnswer:
    """Whether the party of ``rows`` (all of one party and one regime) was listed itself on every day of ``period``.

    Rows on parts of a party, and rows without any day, leave open what they do not say: the lists here are never
    complete, and a party without a row may be listed all the same.
    """
    own = [row for row in rows if row.scope != "parts"]
    for row in own:
        first = first_known(row)
        if first is not None and first <= period.first_day and (row.last_day or period.last_day) >= period.last_day:
            return ListingAnswer(Listed.YES, row)
    if not own or any(row.first_day is None for row in own):
        return ListingAnswer(Listed.UNKNOWN)
    if all(row.first_day is not None and row.first_day > period.last_day for row in own):
        return ListingAnswer(Listed.NOT_YET, min(own, key=lambda row: row.first_day or date.max))
    if not any(_meets(row, period) for row in own):
        ended = [row for row in own if row.last_day is not None and row.last_day < period.first_day]
        return ListingAnswer(Listed.NO_LONGER, max(ended, key=lambda row: row.last_day or date.min))
    return ListingAnswer(Listed.UNKNOWN)


def _meets(row: Listing, period: Period) -> bool:
    return (row.first_day or date.min) <= period.last_day and (row.last_day or date.max) >= period.first_day
