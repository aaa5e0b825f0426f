"""Calendar arithmetic over whole days, both ends included; no language, no clock, no library that guesses."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from checker.errors import UsageError
from checker.model import Period

RECENT_DAYS = 90
"""News that gives no day speaks of the ninety days up to its publication (typology T6)."""

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SEASONS = {"spring": (3, (6, 20)), "summer": (6, (9, 22)), "autumn": (9, (12, 21)), "winter": (12, (3, 20))}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


class DayError(UsageError, ValueError):
    """Words that should be a day are not one; the message says what to write."""

    slug = "day"


def parse_day(words: str) -> date:
    """The day that ``words`` write as ``YYYY-MM-DD``.

    Raises DayError (a UsageError and a ValueError) for anything else, days that no calendar has included.
    """
    found = _ISO_DAY.fullmatch(words.strip())
    if found is None:
        raise DayError(f"'{words}' is not a day: write year, month and day as 2024-05-01")
    year, month, day = (int(part) for part in found.groups())
    answer = day_of(year, month, day)
    if answer is None:
        raise DayError(f"'{words}' is not a day of the calendar: check the month and the day, as in 2024-05-01")
    return answer


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such (31 November, 29 February 2023)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_period(year: int, month: int) -> Period:
    """First to last day of a month; raises ValueError outside the years 1 to 9999."""
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def quarter_period(year: int, quarter: int) -> Period:
    """First to last day of quarter 1 to 4."""
    return Period(date(year, 3 * quarter - 2, 1), month_period(year, 3 * quarter).last_day)


def half_period(year: int, half: int) -> Period:
    """First to last day of half-year 1 or 2."""
    return Period(date(year, 6 * half - 5, 1), month_period(year, 6 * half).last_day)


def year_period(year: int) -> Period:
    """1 January to 31 December."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def decade_period(year: int) -> Period:
    """The ten years from the one that ends in 0 up to ``year`` (1994 gives 1990 to 1999)."""
    start = year - year % 10
    return Period(date(start, 1, 1), date(start + 9, 12, 31))


def week_period(day: date) -> Period:
    """Monday to Sunday around ``day``, cut where the calendar ends."""
    monday = shift_days(day, -day.weekday())
    return Period(monday, shift_days(monday, 6))


def season(name: str, year: int) -> Period:
    """The days somebody may mean by a northern season that begins in ``year``.

    From the first of its first month (meteorology) to its astronomical end: neighbours overlap, because
    the word is vague; winter ends in the next year. ``name``: spring, summer, autumn, winter (else KeyError).
    """
    month, (last_month, last_day) = _SEASONS[name]
    return Period(date(year, month, 1), date(year + (name == "winter"), last_month, last_day))


def shift_days(day: date, days: int) -> date:
    """``day`` moved by whole days, held at the first or last day that a calendar can write."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def shift_weeks(day: date, weeks: int) -> date:
    """``day`` moved by whole weeks, held inside the calendar."""
    return shift_days(day, 7 * weeks)


def shift_months(day: date, months: int) -> date:
    """``day`` moved by whole months, held inside the calendar; a day that the month lacks becomes its last."""
    count = day.year * 12 + day.month - 1 + months
    if count < 12:
        return date.min
    if count >= 120000:
        return date.max
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, count: int) -> date:
    """``day`` moved by ``count`` hours (rounded away from it), days, weeks, weekends, months, quarters or years."""
    if unit in _MONTHS_OF:
        return shift_months(day, count * _MONTHS_OF[unit])
    if unit == "hour":
        return shift_days(day, -(-count // 24) if count > 0 else count // 24)
    return shift_weeks(day, count) if unit in ("week", "weekend") else shift_days(day, count)


def unit_period(day: date, unit: str, offset: int = 0) -> Period:
    """The day, week, weekend, month, quarter, year or decade around ``day``, or ``offset`` of them away.

    The weekend of a working day is the one before it. Raises ValueError outside the years 1 to 9999.
    """
    if unit == "day":
        return Period(shift_days(day, offset), shift_days(day, offset))
    if unit == "week":
        return week_period(shift_weeks(day, offset))
    if unit == "weekend":
        saturday = shift_weeks(weekday_before(day, 5), offset + (offset < 0 and day.weekday() < 5))
        return Period(saturday, shift_days(saturday, 1))
    if unit in ("month", "quarter"):
        there = shift_months(day.replace(day=1), offset * _MONTHS_OF[unit])
        quarter = (there.month + 2) // 3
        return month_period(there.year, there.month) if unit == "month" else quarter_period(there.year, quarter)
    return decade_period(day.year + 10 * offset) if unit == "decade" else year_period(day.year + offset)


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday (0 is Monday) on or before ``day``: ``day`` itself when it is one."""
    return shift_days(day, -((day.weekday() - weekday) % 7))


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday (0 is Monday) strictly after ``day``."""
    return shift_days(day, (weekday - day.weekday() - 1) % 7 + 1)


def yearly_before(day: date, month: int, of_month: int) -> date | None:
    """The last day with this month and number on or before ``day``; 29 February looks back up to eight years."""
    years = range(day.year, max(day.year - 9, 0), -1)
    days = (day_of(year, month, of_month) for year in years)
    return next((found for found in days if found is not None and found <= day), None)


def yearly_after(day: date, month: int, of_month: int) -> date | None:
    """The first day with this month and number strictly after ``day``; 29 February looks ahead up to eight years."""
    days = (day_of(year, month, of_month) for year in range(day.year, day.year + 10))
    return next((found for found in days if found is not None and found > day), None)


def assumed_period(published: date) -> Period:
    """Where news gives no day: from ninety days before publication through that day, basis ``assumed``."""
    return Period(shift_days(published, -RECENT_DAYS), published, "assumed")


def clamp(period: Period, first: date | None = None, last: date | None = None) -> Period | None:
    """The part of ``period`` from ``first`` through ``last`` (None is open); None when nothing is left."""
    start = period.first_day if first is None else max(period.first_day, first)
    end = period.last_day if last is None else min(period.last_day, last)
    return Period(start, end, period.basis) if start <= end else None


def intersect(one: Period, other: Period) -> Period | None:
    """The days that both periods hold, with the basis of the first; None when they share no day."""
    return clamp(one, other.first_day, other.last_day)


def join(one: Period, *others: Period) -> Period:
    """The shortest period that holds all of them (gaps included), with the basis of the first."""
    every = (one, *others)
    return Period(min(p.first_day for p in every), max(p.last_day for p in every), one.basis)


def slice_of(period: Period, part: int, parts: int) -> Period:
    """One of ``parts`` equal stretches (counted from 0): whole months of a year, tens of days of a month, else days.

    Raises ValueError unless 0 <= part < parts.
    """
    if not 0 <= part < parts:
        raise ValueError(f"part {part} of {parts} does not exist: count from 0")
    first, last = period.first_day, period.last_day
    if period == Period(date(first.year, 1, 1), date(first.year, 12, 31), period.basis):
        start, end = 12 * part // parts + 1, 12 * (part + 1) // parts
        return Period(date(first.year, start, 1), month_period(first.year, max(start, end)).last_day, period.basis)
    one_month = first.day == 1 and last == month_period(first.year, first.month).last_day
    whole = 30 if one_month else (last - first).days + 1
    start_at, end_at = whole * part // parts, max(whole * (part + 1) // parts, whole * part // parts + 1)
    end_day = last if part == parts - 1 else min(last, shift_days(first, end_at - 1))
    return Period(min(shift_days(first, start_at), end_day), end_day, period.basis)
