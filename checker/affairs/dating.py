"""Whether two accounts can speak of the same days, or cannot; days inclusive, publication counts where a text gives none."""

from __future__ import annotations

from enum import Enum

from checker.affair import Account
from checker.records import record

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
_REACH = max(APART, FRESH) + 1


class Dating(Enum):
    """How closely an account dates its conduct."""

    NONE = "no day at all"
    RECENT = "recently, seen from a known day of publication"
    DAY = "up to three days"
    SPAN = "up to two months"
    WIDE = "more than that"


@record
class Dated:
    """The days of an account as numbers, once for all its comparisons; ``voices`` are the ids of those who say so."""

    kind: Dating
    first: int
    last: int
    published: int | None
    voices: frozenset[str]


def dated(account: Account) -> Dated:
    """The days of an account; *in recent weeks* is as good as nothing but the day of publication."""
    return Dated(
        dating(account),
        account.period.first_day.toordinal(),
        account.period.last_day.toordinal(),
        account.published.toordinal() if account.published is not None else None,
        frozenset(speaker.id for speaker in account.speakers) - {"", "unknown"},
    )


def dating(account: Account) -> Dating:
    """How closely an account dates its conduct."""
    period = account.period
    length = (period.last_day - period.first_day).days + 1
    recently = period.basis == "relative" and _SPAN < length <= _WINDOW and _up_to_publication(account)
    if period.basis in ("assumed", "unknown") or recently:
        return Dating.NONE if account.published is None or period.basis == "unknown" else Dating.RECENT
    if length > _SPAN:
        return Dating.WIDE
    return Dating.DAY if length <= _DAY else Dating.SPAN


def same_days(one: Dated, other: Dated) -> bool:
    """True when the days of two accounts are those of one piece of conduct, as far as a text can say."""
    kinds = (one.kind, other.kind)
    if Dating.NONE in kinds:
        return False
    if Dating.RECENT in kinds:
        apart = _published_apart(one, other)
        if apart is None or apart > NEAR:
            return False
        recent, told = (one, other) if one.kind is Dating.RECENT else (other, one)
        if told.kind is Dating.RECENT or recent.published is None:
            return True
        in_reach = recent.published - FRESH <= told.last and told.first <= recent.published
        return told.kind is not Dating.WIDE and in_reach
    if not _meet(one, other):
        return False
    if Dating.WIDE in kinds:
        return _overlap(one, other) >= _ALIKE and _one_news(one, other)
    return kinds == (Dating.DAY, Dating.DAY) or _one_news(one, other)


def other_days(one: Dated, other: Dated) -> bool:
    """True when two accounts cannot speak of the same days; neither this nor ``same_days`` holds where one cannot tell."""
    kinds = (one.kind, other.kind)
    if Dating.NONE in kinds:
        return False
    if kinds == (Dating.RECENT, Dating.RECENT):
        apart = _published_apart(one, other)
        return apart is not None and apart > APART
    if Dating.RECENT in kinds:
        recent, told = (one, other) if one.kind is Dating.RECENT else (other, one)
        day = recent.published
        return day is not None and (told.first > day or told.last < day - 2 * APART)
    return not _meet(one, other)


def reach(one: Dated) -> tuple[int, int] | None:
    """Days outside which no account has the same days as this one; None where it can have none in common with any."""
    if one.kind is Dating.NONE:
        return None
    if one.kind is Dating.RECENT and one.published is not None:
        return one.published - _REACH, one.published + _REACH
    return one.first, one.last


def _one_news(one: Dated, other: Dated) -> bool:
    """True for accounts of one time, or that rest on one voice: *in May*, said months apart, need not be the same delivery."""
    apart = _published_apart(one, other)
    return (apart is not None and apart <= TOGETHER) or bool(one.voices & other.voices)


def _published_apart(one: Dated, other: Dated) -> int | None:
    if one.published is None or other.published is None:
        return None
    return abs(one.published - other.published)


def _up_to_publication(account: Account) -> bool:
    return account.published is not None and abs((account.published - account.period.last_day).days) <= 7


def _meet(one: Dated, other: Dated) -> bool:
    return one.first <= other.last and other.first <= one.last


def _overlap(one: Dated, other: Dated) -> float:
    """The days two accounts share, of all days that either has."""
    shared = max(min(one.last, other.last) - max(one.first, other.first) + 1, 0)
    return shared / (one.last - one.first + other.last - other.first + 2 - shared)
