"""What the accounts of an affair tell differently: a denial, amounts that exclude each other, days that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from checker.affair import Account, Contradiction, Difference, Told
from checker.affairs.dating import Dating, dating
from checker.model import Party, Quantity, Status


def contradictions(accounts: Sequence[Account]) -> tuple[Contradiction, ...]:
    """Every difference, denials first, then amounts by unit, then days; accounts are in the order of the affair."""
    found = [_denied(accounts), *_amounts(accounts), _days(accounts)]
    return tuple(one for one in found if one is not None)


def by_words(found: Iterable[tuple[str, str, str]]) -> tuple[Told, ...]:
    """Words, the document and the name there -> each words once, with its documents, in the order in which they first come."""
    held: dict[str, tuple[dict[str, None], str]] = {}
    for words, document, name in found:
        held.setdefault(words, ({}, name))[0][document] = None
    return tuple(Told(words, tuple(documents), name) for words, (documents, name) in held.items())


def spoken(party: Party) -> str:
    """What the text calls a party that speaks: its organ, where it is the organ that does."""
    return party.organ or party.text or party.name


def _denied(accounts: Sequence[Account]) -> Contradiction | None:
    """Somebody says so, and somebody denies it: in one text or in two."""
    said = [one for one in accounts if one.status is not Status.DENIED]
    denied = [(party.id, one.document, spoken(party)) for one in accounts for party in one.denied_by]
    denied += [("", one.document, "") for one in accounts if one.status is Status.DENIED and not one.denied_by]
    return Contradiction(Difference.DENIAL, by_words(denied)) if said and denied else None


def _amounts(accounts: Sequence[Account]) -> list[Contradiction]:
    units: dict[str, list[tuple[Quantity, str]]] = defaultdict(list)
    for one in accounts:
        for amount in one.quantity:
            if not amount.per and (amount.low is not None or amount.high is not None):
                units[amount.unit].append((amount, one.document))
    found = []
    for unit, told in sorted(units.items()):
        if any(_exclude(a, b) for (a, here), (b, there) in combinations(_each_once(told), 2) if here != there):
            found.append(
                Contradiction(Difference.QUANTITY, by_words((a.text, document, "") for a, document in told), unit)
            )
    return found


def _each_once(told: Sequence[tuple[Quantity, str]]) -> list[tuple[Quantity, str]]:
    """Each interval with the first two documents that give it: enough to find two of different documents that differ."""
    kept: dict[tuple[float | None, float | None], dict[str, Quantity]] = defaultdict(dict)
    for amount, document in told:
        held = kept[(amount.low, amount.high)]
        if len(held) < 2:
            held.setdefault(document, amount)
    return [(amount, document) for held in kept.values() for document, amount in held.items()]


def _exclude(one: Quantity, other: Quantity) -> bool:
    low = max((x for x in (one.low, other.low) if x is not None), default=None)
    high = min((x for x in (one.high, other.high) if x is not None), default=None)
    return low is not None and high is not None and low > high


def _days(accounts: Sequence[Account]) -> Contradiction | None:
    """Days that texts state and that exclude each other; by the rules of joining only copies can differ so."""
    dated = [one for one in accounts if dating(one) is Dating.DAY]
    each = {one.period: one for one in dated}
    if any(not a.meets(b) for a, b in combinations(each, 2)):
        return Contradiction(
            Difference.DAYS,
            by_words((f"{one.period.first_day}/{one.period.last_day}", one.document, "") for one in dated),
        )
    return None
