"""Documents whose texts are nearly the same, found by the hashes they share and never by comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.affair import Account, Telling
from checker.affairs.sketches import LOOKED_UP, Sketch, groups, holds, likeness

LIKE = 0.6
"""Two texts are near-identical from this share of common runs of words on ..."""

HELD = 0.8
"""... or when the longer one has this share of the shorter one's runs and is at most twice as long (an abridged copy)."""

DAYS = 14
"""A wire story is reprinted within two weeks; the same words a year later are another story in an old form."""


def near_identical(tellings: Sequence[Telling]) -> dict[str, str]:
    """For each document the smallest id among those whose text is nearly its own; alone, its own id."""
    by_id = {one.id: one for one in tellings}
    return groups(_pairs(by_id), by_id)


def alike(one: Telling, other: Telling) -> bool:
    """True for two texts that are nearly the same and were published within two weeks, or both nobody knows when.

    A text without a day would else tie the story of one year to that of the next.
    """
    if not near_days(one, other):
        return False
    mine, yours = Sketch(one.sketch, one.size), Sketch(other.sketch, other.size)
    if likeness(mine, yours) >= LIKE:
        return True
    return 2 * min(one.size, other.size) >= max(one.size, other.size) and holds(mine, yours) >= HELD


def near_days(one: Telling | Account, other: Telling | Account) -> bool:
    """True for texts published within two weeks of each other, and for two without a day."""
    if one.published is None or other.published is None:
        return one.published is other.published
    return abs((one.published - other.published).days) <= DAYS


def _pairs(by_id: dict[str, Telling]) -> Iterator[tuple[str, str]]:
    """Pairs of near-identical texts, enough of them to join each group."""
    # the same text a thousand times is one text: its documents are joined in a row, by their days
    same: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for key, one in by_id.items():
        if one.sketch:
            same[one.sketch].append(key)
    shelves: dict[int, list[str]] = defaultdict(list)
    for sketch, keys in same.items():
        keys.sort(key=lambda key: (str(by_id[key].published or ""), key))
        kept = [keys[0]]
        for before, key in zip(keys, keys[1:], strict=False):
            if alike(by_id[before], by_id[key]):
                yield before, key
            if by_id[key].published != by_id[kept[-1]].published:
                kept.append(key)
        for hashed in sketch[:LOOKED_UP]:
            shelves[hashed].extend(kept)
    seen: set[tuple[str, str]] = set()
    for shelf in shelves.values():
        for one, other in combinations(sorted(shelf), 2):
            if (one, other) not in seen:
                seen.add((one, other))
                if alike(by_id[one], by_id[other]):
                    yield one, other
