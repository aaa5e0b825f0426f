"""What a recognised core means: each action of a template, and the words that stand for a time by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.dates import shift_days, unit_period
from checker.extract.calendar import Action, Calendar, Template
from checker.extract.counted_times import coming_stretch, distance, lasting, past_stretch, time_limit
from checker.extract.named_times import named_date
from checker.extract.time_cores import EVENT, Core, anchored
from checker.model import Period


def core_of(template: Template, said: dict[str, str], published: date | None, cal: Calendar) -> Core | None:
    """The days of a core whose slots hold the folded words ``said``.

    None where the calendar has no such days; what lies beyond its ends counts as none.
    """
    try:
        return _acted(template, said, published, cal)
    except (ValueError, OverflowError):
        return None


def _acted(template: Template, said: dict[str, str], published: date | None, cal: Calendar) -> Core | None:
    counted = (said, published, cal, template.count)
    match template.action:
        case Action.DATE:
            return named_date(said, published, cal)
        case Action.AGO:
            return distance(*counted, -1)
        case Action.IN:
            return distance(*counted, 1)
        case Action.PAST:
            return past_stretch(*counted)
        case Action.SINCE:
            return replace(past_stretch(*counted), basis="since")
        case Action.FOR:
            return lasting(*counted)
        case Action.COMING:
            return coming_stretch(*counted)
        case Action.DEADLINE:
            return time_limit(*counted)
        case Action.WITHIN:
            # The term of "within 24 months" runs from a day that the words do not name (typology N15).
            return Core(None, None, "range", "deadline", EVENT)
        case Action.AFTER:
            return Core(None, None, "range", "duration", EVENT)
        case Action.EVENT:
            return _event(said["event"], cal)
        case Action.RELATIVE:
            return _relative(said["relative"], published, cal)


def _event(words: str, cal: Calendar) -> Core:
    """A time of the story ("that day", "at the time"): no days; an era hints at the past."""
    precision = cal.value(words, "event")
    return Core(None, None, precision, "relative", EVENT, hint=precision == "era")


def _relative(words: str, published: date | None, cal: Calendar) -> Core:
    """A time that one word or phrase counts from publication ("yesterday", "recently")."""
    what, _, number = cal.value(words, "relative").partition(":")
    precision = "day" if what == "day" else "range"
    if published is None:
        return anchored(None, precision)
    if what in ("past", "coming"):
        ends = sorted((published, shift_days(published, int(number) * (-1 if what == "past" else 1))))
        return anchored(Period(ends[0], ends[1]), precision)
    return anchored(unit_period(published, what, int(number)), precision)
