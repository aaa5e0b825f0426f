"""Whether two accounts tell of the same conduct, of other conduct, or of nobody knows which: nothing is guessed.

A State is its id and nothing else: no two are ever folded, and an end that the reader only supposed joins nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.affair import Account
from checker.affairs.dating import Dated, Dating, dated, other_days, same_days
from checker.model import Party, Status
from checker.records import record

IsA = Callable[[str, str], bool]
Key = tuple[str, str, str]
"""What accounts of one affair have in common: group of activities, giver, taker (or the place, where nobody takes)."""

_GROUPS = (
    ("arms_export", "arms_import", "ballistic_missile_transfer"),
    ("refined_petroleum_import", "crude_oil_import"),
    ("worker_authorisation", "worker_repatriation"),
    ("coal_export", "mineral_export", "other_goods_export"),
)
_GROUP = {code: group[0] for group in _GROUPS for code in group}
_EVENTS = frozenset({"ballistic_missile_launch", "nuclear_test"})
"""Conduct of one side on one day."""

_IN_PLACE = frozenset({"armed_presence", "hostilities_or_overflight"})
_GUESSED = frozenset({"context"})
_AHEAD = (Status.PLANNED, Status.HYPOTHETICAL)


@record
class Seen:
    """An account with its days made ready, since it is compared with many."""

    account: Account
    days: Dated


def seen(account: Account) -> Seen:
    """The account, ready to be compared."""
    return Seen(account, dated(account))


def key_of(account: Account) -> Key | None:
    """What an account shares with all of its affair; None when an end is not known, or only supposed."""
    group = _GROUP.get(account.activity, account.activity)
    giver, taker = _known(account.giver), _known(account.taker)
    if not giver:
        return None
    if group in _EVENTS:
        return group, giver, ""
    if group in _IN_PLACE:
        return (group, giver, account.places[0]) if len(account.places) == 1 else None
    return (group, giver, taker) if taker and taker != giver else None


def same_conduct(some: Seen, another: Seen, is_a: IsA) -> bool:
    """True when two accounts with one key tell of the same: days, things, places, ships and rules agree."""
    one, other = some.account, another.account
    if not same_days(some.days, another.days) or other_conduct(some, another, is_a):
        return False
    if Status.HYPOTHETICAL in (one.status, other.status):
        return False
    if (one.regime and other.regime and one.regime != other.regime) or _differ(one.places, other.places):
        return False
    if one.items and other.items:
        if not _covered(one.items, other.items, is_a) and not _covered(other.items, one.items, is_a):
            return False
    elif one.activity != other.activity:
        return False
    return one.activity not in _EVENTS or (some.days.kind, another.days.kind) == (Dating.DAY, Dating.DAY)


def other_conduct(some: Seen, another: Seen, is_a: IsA) -> bool:
    """True when two accounts with one key cannot tell of the same: other days, another cargo, a plan and a deed."""
    one, other = some.account, another.account
    if other_days(some.days, another.days) or one.compliant != other.compliant or _differ(one.ships, other.ships):
        return True
    if Status.DENIED not in (one.status, other.status) and (one.status in _AHEAD) != (other.status in _AHEAD):
        return True
    return bool(one.items and other.items) and not _related(one.items, other.items, is_a)


def narrowest(items: tuple[str, ...], is_a: IsA) -> tuple[str, ...]:
    """The items without those that another of them is a kind of: *shells*, of *shells* and *arms*."""
    return tuple(one for one in items if not any(other != one and is_a(other, one) for other in items))


def _covered(some: tuple[str, ...], others: tuple[str, ...], is_a: IsA) -> bool:
    """True when each of the first is one of the others, or a kind of one, or one of them a kind of it."""
    return all(_related((one,), others, is_a) for one in some)


def _related(some: tuple[str, ...], others: tuple[str, ...], is_a: IsA) -> bool:
    return any(is_a(a, b) or is_a(b, a) or a == b for a in some for b in others)


def _differ(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return bool(some) and bool(others) and not set(some) & set(others)


def _known(party: Party | None) -> str:
    return party.id if party is not None and party.how not in _GUESSED else ""
