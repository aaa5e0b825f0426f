"""What counted times mean: "two weeks ago", "for years", "in the coming months", as days around publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.dates import clamp, join, shift, shift_days, year_period
from checker.extract.calendar import Calendar
from checker.extract.numerals import spelt_number
from checker.extract.time_cores import PUBLICATION, Core, anchored
from checker.model import Period

# How many days "two weeks ago" may be off, by unit.
_SLACK = {"week": 3, "weekend": 3, "month": 15, "quarter": 45}
_YEARS_IN = {"decade": 10, "century": 100}


def read_amount(said: dict[str, str], cal: Calendar, count: str) -> tuple[int, int, str]:
    """Fewest, most, and the unit: "several weeks" is 3 to 8; a bare plural has the interval ``count`` of its template.

    Decades and centuries are given in years.
    """
    unit = cal.value(said["unit"], "unit_one", "unit_many")
    words = " ".join(said.get("n", "").split())
    span = count or cal.value(words, "vague")
    if span:
        low, high = (int(part) for part in span.split("-"))
    elif words.isdigit():
        low = high = int(words)
    else:
        low = high = spelt_number(words, cal.words)
    size = _YEARS_IN.get(unit, 1)
    return low * size, high * size, "year" if size > 1 else unit


def distance(said: dict[str, str], published: date | None, cal: Calendar, count: str, sign: int) -> Core:
    """A time so far before (``sign`` -1) or after (1) publication.

    Weeks are good to three days either side, months to fifteen; "two years ago" is that whole year.
    """
    low, high, unit = read_amount(said, cal, count)
    precision = "day" if low == high and unit == "hour" else unit if low == high else "range"
    if published is None:
        return anchored(None, precision)
    ends = sorted((shift(published, unit, sign * low), shift(published, unit, sign * high)))
    slack = _SLACK.get(unit, 0)
    period = Period(shift_days(ends[0], -slack), shift_days(ends[1], slack))
    if unit == "year":
        period = join(year_period(ends[0].year), year_period(ends[1].year))
    inside = clamp(period, last=published) if sign < 0 else clamp(period, first=published)
    return anchored(inside, precision)


def past_stretch(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> Core:
    """The stretch of that length up to publication ("over the past two years")."""
    _, high, unit = read_amount(said, cal, count)
    return anchored(Period(shift(published, unit, -high), published) if published else None, "range", "duration")


def lasting(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> Core:
    """A length reaches back from publication; a vague one ("for years") is an era, and widens what else is said."""
    low, high, _ = read_amount(said, cal, count)
    return replace(past_stretch(said, published, cal, count), precision="range" if low == high else "era")


def coming_stretch(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> Core:
    """The stretch of that length from the day after publication ("in the coming months")."""
    _, high, unit = read_amount(said, cal, count)
    if published is None:
        return anchored(None, "range")
    return anchored(Period(shift_days(published, 1), shift(published, unit, high)), "range")


def time_limit(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> Core:
    """A deadline that much after publication; its beginning is open."""
    _, high, unit = read_amount(said, cal, count)
    return Core(None, shift(published, unit, high) if published else None, "range", "deadline", PUBLICATION)
