"""Times that a text states, as days, and the days of conduct that follow from them.

What counts as a time is a row of ``languages/<code>/calendar.csv``; everything found there is answered as days counted
from publication, or as open where the words leave an end open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from checker.dates import assumed_period, join, shift_days, shift_months
from checker.extract.calendar import Calendar, shipped_calendar
from checker.extract.time_cores import PUBLICATION, Core
from checker.extract.time_operators import read_pair, read_single
from checker.extract.time_templates import find_cores
from checker.model import Period, Span
from checker.records import record
from checker.text import Shadow, fold

REACH_MONTHS = 12
"""How far an open end ("before 2016", "since 2019" on an undated page) reaches: a claim is never unbounded."""
LONG_PAST_MONTHS = 120
"""How far back "at the time" reaches when nothing says which time: the answer over it is then rarely a plain yes."""


_KEPT = 64
"""Texts whose times are kept: a sentence is asked for several times in a row, and never again."""


@record
class TimeExpression:
    """Words that place something in time; days are inclusive, and None where the words leave that end open.

    ``basis``: stated, relative (counted from ``anchor_used``), deadline, since, until, duration, season.
    ``precision``: day, week, month, quarter, season, year, range, era. ``past_hint``: it lies more than ninety days
    before publication, or says "at the time". ``anchor_used``: ``publication``, ``event`` (of the story: no days) or
    empty.
    ``ahead``: what the same words mean of the future ("in May" of a plan), where nothing in them decides.
    """

    span: Span
    first_day: date | None
    last_day: date | None
    basis: str
    precision: str
    past_hint: bool = False
    anchor_used: str = ""
    ahead: Period | None = None


def find_times(
    text: str, language: str, published: date | None, base: int = 0, calendar: Calendar | None = None
) -> tuple[TimeExpression, ...]:
    """The times that ``text`` (a sentence or paragraph) states, in order, never overlapping.

    Spans are code points of ``text`` plus ``base``. Words that need a publication day give no days without one. A
    language without a calendar gives nothing; a year in parentheses after the number of a resolution is not a time.
    """
    cal = calendar or shipped_calendar(language)
    if cal is None:
        return ()
    shipped = cal is shipped_calendar(language)
    found = _shipped_times(text, language, published) if shipped else _times_in(text, cal, published)
    if not base:
        return found
    return tuple(replace(one, span=Span(one.span.start + base, one.span.end + base)) for one in found)


@lru_cache(maxsize=_KEPT)
def _shipped_times(text: str, language: str, published: date | None) -> tuple[TimeExpression, ...]:
    """The times of a text, kept for the next who asks: conduct, amounts and citations of a sentence all do."""
    cal = shipped_calendar(language)
    return _times_in(text, cal, published) if cal is not None else ()


def _times_in(text: str, cal: Calendar, published: date | None) -> tuple[TimeExpression, ...]:
    shadow = fold(text)

    def written(start: int, end: int) -> str:
        span = shadow.to_source(start, end)
        return text[span.start : span.end]

    found = tuple(find_cores(shadow.text, written, cal, published))
    times: list[TimeExpression] = []
    done = at = 0
    while at < len(found):
        pair = read_pair(shadow.text, cal, found[at], found[at + 1], done, published) if at + 1 < len(found) else None
        placed = pair or read_single(shadow.text, written, cal, found[at], done, published)
        at += 2 if pair else 1
        if placed is not None:
            start, done, core = placed
            times.append(_expressed(shadow, start, done, core))
    return tuple(times)


def _expressed(shadow: Shadow, start: int, end: int, core: Core) -> TimeExpression:
    span = shadow.to_source(start, end)
    return TimeExpression(span, core.first, core.last, core.basis, core.precision, core.hint, core.anchor, core.ahead)


def period_of(
    times_in_clause: tuple[TimeExpression, ...],
    times_in_sentence: tuple[TimeExpression, ...],
    times_in_paragraph: Iterable[TimeExpression],
    published: date | None,
    planned: bool = False,
) -> Period | None:
    """The days of a claim's conduct (typology 5.4): the nearest time that fits, else what news means without one.

    Each of them has the nearest first; those of the paragraph are looked at only where no other gives a day. Past conduct takes only times begun by publication; a plan takes the announced
    time, else the publication day. Of the paragraph only a hint of the past counts (T8); without any time the answer
    is the ninety days up to publication, widened by "for years". None when neither a day nor a publication day is
    known.
    Deadlines and "since" of a rule are for the caller to leave out, as is the day on which somebody spoke.
    """
    if planned:
        return _planned_period((*times_in_clause, *times_in_sentence), published)
    lasting = [t for t in (*times_in_clause, *times_in_sentence) if t.basis == "duration" and t.first_day is not None]
    hints = (t for t in times_in_paragraph if t.past_hint)
    for times in (times_in_clause, times_in_sentence, hints):
        for time in times:
            period = None if time.basis == "duration" else _past_period(time, published)
            if period is not None:
                widening = [p for t in lasting if t.precision == "era" and (p := _past_period(t, published))]
                return join(period, *(widening if times is times_in_clause else ()))
    if published is None:
        return None
    assumed = assumed_period(published)
    if lasting:
        periods = [period for time in lasting if (period := _past_period(time, published)) is not None]
        return replace(join(assumed, *periods), basis="relative")
    if any(t.past_hint for t in (*times_in_clause, *times_in_sentence)):
        return replace(assumed, first_day=shift_months(published, -LONG_PAST_MONTHS))
    return assumed


def first_that_counts(times: Iterable[TimeExpression], published: date | None) -> TimeExpression | None:
    """Of the times of a paragraph the one that ``period_of`` takes for conduct without a time of its own; None for none."""
    return next(
        (t for t in times if t.past_hint and t.basis != "duration" and _past_period(t, published) is not None), None
    )


def _past_period(time: TimeExpression, published: date | None) -> Period | None:
    first, last = time.first_day, time.last_day
    if first is None and last is None:
        return None
    if published is not None:
        # "By 2030" and "next month" say nothing of what was done already.
        if (first if first is not None else last or published) > published:
            return None
        last = published if last is None else min(last, published)
    return _filled(first, last, _basis(time))


def _filled(first: date | None, last: date | None, basis: str) -> Period | None:
    """A period whose open end is closed at twelve months."""
    if first is None and last is not None:
        first = shift_days(shift_months(last, -REACH_MONTHS), 1)
    if last is None and first is not None:
        last = shift_days(shift_months(first, REACH_MONTHS), -1)
    return Period(first, last, basis) if first is not None and last is not None and first <= last else None


def _basis(time: TimeExpression) -> str:
    if time.basis == "deadline":
        return "deadline"
    return "relative" if time.anchor_used == PUBLICATION else "stated"


def _planned_period(times: tuple[TimeExpression, ...], published: date | None) -> Period | None:
    if published is None:
        dated = (_filled(t.first_day, t.last_day, "planned") for t in times if t.first_day or t.last_day)
        return next((period for period in dated if period is not None), None)
    for time in times:
        first, last = time.first_day, time.last_day
        if time.basis in ("deadline", "until") and last is not None and last >= published:
            return Period(published, last, "deadline")
        if first is not None and (first > published or (last or first) > published):
            return _filled(max(first, published), last, "planned")
        if time.ahead is not None:
            return replace(time.ahead, basis="planned")
    for time in times:
        if time.past_hint and time.basis != "duration" and (period := _past_period(time, published)) is not None:
            return replace(period, basis="planned")
    return Period(published, published, "planned")
