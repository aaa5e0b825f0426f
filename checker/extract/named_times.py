"""What dates by name mean: days, months, seasons, quarters, years, weekdays; without a year, by publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from checker.dates import (
    day_of,
    decade_period,
    half_period,
    join,
    month_period,
    quarter_period,
    season,
    shift_days,
    shift_months,
    unit_period,
    weekday_after,
    weekday_before,
    year_period,
    yearly_after,
    yearly_before,
)
from checker.extract.calendar import Calendar
from checker.extract.time_cores import PUBLICATION, Core, anchored, days_between, stated
from checker.model import Period


def named_date(said: dict[str, str], published: date | None, cal: Calendar) -> Core | None:
    """The core of a date whose slots hold ``said``, or None where the calendar has no such days.

    Raises ValueError and OverflowError at the ends of the calendar.
    """
    which = cal.value(said["which"], "which", "this") if "which" in said else ""
    if "dword" in said:
        return stated(decade_period(int(cal.value(said["dword"], "decade_word"))), "range")
    if "decade" in said:
        decade = int(said["decade"])
        return stated(decade_period(decade if decade > 99 else decade + (1900 if decade >= 30 else 2000)), "range")
    if "iso" in said or "numeric" in said:
        return _in_figures(said, published, cal)
    if "yword" in said and published is None:
        return anchored(None, "day" if "day" in said else "month")
    year = int(said["year"]) if "year" in said else None
    moved = "yword" in said and published is not None
    if moved and published is not None:
        year = published.year + int(cal.value(said["yword"], "year_word"))
    core = _in_year(said, published, cal, which, year)
    if core is None or not moved:
        return core
    return replace(core, basis="relative" if core.basis == "stated" else core.basis, anchor=PUBLICATION)


def _in_year(
    said: dict[str, str], published: date | None, cal: Calendar, which: str, year: int | None
) -> Core | None:
    if "month" in said:
        month = int(cal.value(said["month"], "month", "month_weak"))
        if "day" in said or "ordinal" in said:
            return _day(said, published, cal, which, year, month)
        return _recurring(lambda y: month_period(y, month), 1, "month", "relative", which, year, published)
    if "season" in said:
        name = cal.value(said["season"], "season")
        if name == "winter" and year is not None and "year2" not in said:
            return stated(join(season(name, year - 1), season(name, year)), "season", "season")
        return _recurring(lambda y: season(name, y), 3, "season", "season", which, year, published)
    if "quarter" in said:
        name = cal.value(said["quarter"], "quarter")
        if name.startswith("h"):
            return _recurring(lambda y: half_period(y, int(name[1])), 6, "range", "relative", which, year, published)
        return _recurring(lambda y: quarter_period(y, int(name)), 3, "quarter", "relative", which, year, published)
    if "weekday" in said:
        return _weekday(int(cal.value(said["weekday"], "weekday")), which, published)
    if "unit" in said:
        unit = cal.value(said["unit"], "unit_one")
        if unit in ("day", "hour", "century", ""):
            return None
        precision = {"weekend": "range", "decade": "range"}.get(unit, unit)
        return anchored(unit_period(published, unit, int(which or 0)) if published else None, precision)
    if year is None:
        return None
    if "year2" not in said:
        return stated(year_period(year), "year")
    years = days_between(date(year, 1, 1), date(int(said["year2"]), 12, 31))
    return stated(years, "range")


def _recurring(
    make: Callable[[int], Period], months: int, precision: str, basis: str, which: str, year: int | None,
    published: date | None,
) -> Core | None:  # fmt: skip
    """A yearly stretch: of the year said, else the latest begun by publication ("last": the latest that is over)."""
    if year is not None:
        return stated(make(year), precision, "season" if basis == "season" else "stated")
    if published is None:
        return anchored(None, precision, basis)
    near = [make(y) for y in range(max(published.year - 2, 1), min(published.year + 2, 9998) + 1)]
    ahead = next((p for p in near if p.first_day > published), None)
    begun = [p for p in near if p.first_day <= published]
    if which == "1":
        return anchored(ahead, precision, basis)
    if which == "-1":
        begun = [p for p in begun if shift_months(p.first_day, months) <= published]
    return anchored(begun[-1] if begun else None, precision, basis, ahead if which == "" else None)


def _day(
    said: dict[str, str], published: date | None, cal: Calendar, which: str, year: int | None, month: int
) -> Core | None:
    number = int(cal.value(said["ordinal"], "ordinal")) if "ordinal" in said else _leading_number(said["day"])
    last = _leading_number(said["day2"]) if "day2" in said else number
    precision = "day" if last == number else "range"
    if last < number:
        return None
    if day_of(year or 2000, month, number) is None or day_of(year or 2000, month, last) is None:
        # 31 November: the month is still what the text says.
        return _recurring(lambda y: month_period(y, month), 1, "month", "relative", which, year, published)
    if year is not None:
        return stated(days_between(day_of(year, month, number), day_of(year, month, last)), precision)
    if published is None:
        return anchored(None, precision)
    before = yearly_before(shift_days(published, -1) if which == "-1" else published, month, number)
    after = yearly_after(published, month, number)
    past, ahead = (days_between(day, day and day_of(day.year, month, last)) for day in (before, after))
    chosen = ahead if which == "1" else past
    return None if chosen is None else anchored(chosen, precision, ahead=None if which else ahead)


def _leading_number(word: str) -> int:
    return int(re.match(r"\d+", word).group())  # type: ignore[union-attr]


def _weekday(weekday: int, which: str, published: date | None) -> Core:
    if published is None:
        return anchored(None, "day")
    after, before = weekday_after(published, weekday), weekday_before(published, weekday)
    if which == "1":
        return anchored(Period(after, after), "day")
    return anchored(Period(before, before), "day", ahead=None if which == "-1" else Period(after, after))


def _in_figures(said: dict[str, str], published: date | None, cal: Calendar) -> Core | None:
    """A day in figures; where day and month may be swapped, all from one reading to the other (typology N14)."""
    one, two, three = (int(part) for part in re.split(r"[/.-]", said.get("iso") or said["numeric"]))
    if "iso" in said:
        day = day_of(one, two, three)
        return stated(days_between(day, day), "day")
    days = [day for day in (day_of(three, two, one), day_of(three, one, two)) if day is not None]
    if cal.words["digits"].get("order") == "day":
        days = days[:1]
    known = [day for day in days if published is not None and day <= published]
    days = sorted(set(known or days))
    return stated(Period(days[0], days[-1]), "day" if len(days) == 1 else "range") if days else None
