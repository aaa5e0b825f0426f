"""Joined accounts -> an affair: in order, with what is linked, who says so, who denies it, and what differs."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from checker.affair import Account, Affair, Link, Reported, Telling
from checker.affairs.conduct import IsA, narrowest
from checker.affairs.contradictions import by_words, contradictions, spoken
from checker.affairs.dating import Dating, dating
from checker.affairs.grouping import grouped
from checker.affairs.links import links_between
from checker.affairs.sources import plain_name
from checker.model import Party, Period, Status


def is_affair(accounts: Sequence[Account]) -> bool:
    """True for accounts of two documents or more of which one at least is a lead."""
    return len({one.document for one in accounts}) > 1 and any(one.label.flagged for one in accounts)


def affair(
    accounts: Sequence[Account],
    tellings: Mapping[str, Telling],
    texts: Mapping[str, str],
    same: Mapping[str, str],
    is_a: IsA,
) -> Affair:
    """The affair of joined accounts; ``tellings`` by document, ``texts`` and ``same`` what stands for a near-identical text
    and for one with the same figures."""
    ordered = sorted(accounts, key=lambda one: (*first_to_tell(tellings[one.document]), one.claim))
    documents = list(dict.fromkeys(one.document for one in ordered))
    first_of = {one.document: one for one in reversed(ordered)}
    links = links_between([tellings[key] for key in documents], texts, same, first_of)
    pairs = [(key, link.document) for key, found in links.items() for link in found]
    text_of = _numbered(documents, same)
    origin_of = _numbered(documents, grouped(pairs, documents))
    told = [_reported(one, tellings[one.document], text_of, origin_of, links) for one in ordered]
    head = next((one for one in ordered if one.status is not Status.DENIED), ordered[0])
    return Affair(
        id=_identifier(ordered[0]),
        activity=_most(one.activity for one in ordered),
        giver=_named(one.giver for one in ordered),
        taker=_named(one.taker for one in ordered),
        items=_items(head, ordered, is_a),
        places=tuple(dict.fromkeys(place for one in ordered for place in one.places)),
        period=_period(ordered),
        reports=tuple(told),
        texts=len(set(text_of.values())),
        origins=len(set(origin_of.values())),
        first=_first(ordered),
        voices=by_words(
            (speaker.id if speaker.id not in ("", "unknown") else speaker.name, one.document, speaker.name)
            for one in ordered
            if one.status is not Status.DENIED
            for speaker in one.speakers
        ),
        denials=by_words((party.id, one.document, spoken(party)) for one in ordered for party in one.denied_by),
        contradictions=contradictions(ordered),
    )


def first_to_tell(telling: Telling) -> tuple[bool, str, bool, str]:
    """What documents are ordered by: the day of publication; of one day, an agency before those that credit it."""
    day, own = telling.published, plain_name(telling.outlet) in telling.agencies
    return day is None, str(day or ""), not own, telling.id


def _identifier(first: Account) -> str:
    named = "\x1e".join((first.document, first.claim))
    return f"f-{hashlib.sha256(named.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _reported(
    account: Account,
    telling: Telling,
    texts: Mapping[str, int],
    origins: Mapping[str, int],
    links: Mapping[str, tuple[Link, ...]],
) -> Reported:
    key = account.document
    return Reported(
        account, telling.source, telling.title, telling.outlet, telling.language, texts[key], origins[key], links[key]
    )


def _numbered(documents: Sequence[str], group: Mapping[str, str]) -> dict[str, int]:
    """Groups by number, from 1, in the order of their first documents."""
    numbers: dict[str, int] = {}
    return {key: numbers.setdefault(group[key], len(numbers) + 1) for key in documents}


def _first(ordered: Sequence[Account]) -> tuple[str, ...]:
    day = ordered[0].published
    return tuple(dict.fromkeys(one.document for one in ordered if one.published == day)) if day is not None else ()


def _period(ordered: Sequence[Account]) -> Period:
    """From the first to the last of the days that the most exact accounts give; of supposed days only where there are no others."""
    for kinds in ((Dating.DAY, Dating.SPAN), (Dating.WIDE,), tuple(Dating)):
        dated = [one.period for one in ordered if dating(one) in kinds]
        if dated:
            closest = min(dated, key=lambda one: (one.last_day - one.first_day, one.first_day))
            basis = closest.basis
            return Period(min(p.first_day for p in dated), max(p.last_day for p in dated), basis)
    raise AssertionError("every account has a period")


def _most(found: Iterable[str]) -> str:
    counted = Counter(found)
    return min(counted, key=lambda one: (-counted[one], one))


def _items(head: Account, ordered: Sequence[Account], is_a: IsA) -> tuple[str, ...]:
    """What half of the accounts or more name; else what the first of them does that does not only deny."""
    counted = Counter(item for one in ordered for item in one.items)
    shared = tuple(item for item in counted if 2 * counted[item] >= len(ordered))
    return narrowest(shared or head.items, is_a)


def _named(parties: Iterable[Party | None]) -> Party | None:
    """The party of the first account that names it; all have the same id."""
    known = [one for one in parties if one is not None]
    return next((one for one in known if one.how == "name"), known[0] if known else None)
