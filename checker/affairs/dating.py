"""Whether two accounts can speak of the same days, or cannot; days inclusive, publication counts where a text gives none."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

from checker.affair import Account
from checker.model import Period

NEAR = 14
"""Two accounts of *recent* conduct speak of the same when they were published so many days apart, or fewer."""

APART = 45
"""They speak of different conduct, for all one can know, when they were published more than so many days apart."""

FRESH = 45
"""News of *recent* conduct speaks of what happened at most so many days before, where another account names the days."""

TOGETHER = 30
"""*In May* and *in May*, or *on 21 May*, are one delivery when they were published so many days apart, or fewer."""

_DAY, _SPAN = 3, 62
_WINDOW = 95  # *recently*, as the reader takes it
_ALIKE = 0.8
_REACH = timedelta(days=max(APART, FRESH) + 1)


class Dating(Enum):
    """How closely an account dates its conduct."""

    NONE = "no day at all"
    RECENT = "recently, seen from a known day of publication"
    DAY = "up to three days"
    SPAN = "up to two months"
    WIDE = "more than that"


def dating(account: Account) -> Dating:
    """How closely an account dates its conduct; *in recent weeks* is as good as nothing but the day of publication."""
    period = account.period
    long = _length(period) > _SPAN
    recently = period.basis == "relative" and long and _length(period) <= _WINDOW and _up_to_publication(account)
    if period.basis in ("assumed", "unknown") or recently:
        return Dating.NONE if account.published is None or period.basis == "unknown" else Dating.RECENT
    if long:
        return Dating.WIDE
    return Dating.DAY if _length(period) <= _DAY else Dating.SPAN


def same_days(one: Account, other: Account) -> bool:
    """True when the days of two accounts are those of one piece of conduct, as far as a text can say."""
    kinds = {dating(one), dating(other)}
    if Dating.NONE in kinds:
        return False
    if kinds == {Dating.RECENT}:
        return _published_apart(one, other) <= NEAR
    if Dating.RECENT in kinds:
        recent, dated = (one, other) if dating(one) is Dating.RECENT else (other, one)
        if dating(dated) is Dating.WIDE or dated.published is None or recent.published is None:
            return False
        in_reach = recent.published - timedelta(days=FRESH) <= dated.period.last_day
        return in_reach and dated.period.first_day <= recent.published and _published_apart(one, other) <= NEAR
    if not one.period.meets(other.period):
        return False
    if Dating.WIDE in kinds:
        return _overlap(one.period, other.period) >= _ALIKE and _one_news(one, other)
    return kinds == {Dating.DAY} or _one_news(one, other)


def other_days(one: Account, other: Account) -> bool:
    """True when two accounts cannot speak of the same days; neither this nor ``same_days`` holds where one cannot tell."""
    kinds = {dating(one), dating(other)}
    if Dating.NONE in kinds:
        return False
    if kinds == {Dating.RECENT}:
        return _published_apart(one, other) > APART
    if Dating.RECENT in kinds:
        recent, dated = (one, other) if dating(one) is Dating.RECENT else (other, one)
        first, last = dated.period.first_day, dated.period.last_day
        return recent.published is not None and (
            first > recent.published or last < recent.published - timedelta(days=2 * APART)
        )
    return not one.period.meets(other.period)


def reach(account: Account) -> Period | None:
    """Days outside which no account has the same days as this one; None where it can have none in common with any."""
    kind = dating(account)
    if kind is Dating.NONE:
        return None
    if kind is Dating.RECENT and account.published is not None:
        return Period(account.published - _REACH, account.published + _REACH)
    return account.period


def _one_news(one: Account, other: Account) -> bool:
    """True for accounts of one time, or that rest on one voice: *in May*, said months apart, need not be the same delivery."""
    if one.published is not None and other.published is not None and _published_apart(one, other) <= TOGETHER:
        return True
    mine, yours = ({speaker.id for speaker in each.speakers} - {"", "unknown"} for each in (one, other))
    return bool(mine & yours)


def _published_apart(one: Account, other: Account) -> int:
    assert one.published is not None
    assert other.published is not None
    return abs((one.published - other.published).days)


def _up_to_publication(account: Account) -> bool:
    return account.published is not None and abs((account.published - account.period.last_day).days) <= 7


def _length(period: Period) -> int:
    return (period.last_day - period.first_day).days + 1


def _overlap(one: Period, other: Period) -> float:
    """The days two periods share, of all days that either has."""
    shared = (min(one.last_day, other.last_day) - max(one.first_day, other.first_day)).days + 1
    return max(shared, 0) / (_length(one) + _length(other) - max(shared, 0))
