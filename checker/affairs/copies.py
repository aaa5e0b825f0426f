"""Documents whose texts are nearly the same, found by the hashes they share and never by comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from checker.affair import Account, Telling
from checker.affairs.grouping import Groups
from checker.affairs.sketches import LOOKED_UP, Sketch, holds, likeness

LIKE = 0.6
"""Two texts are near-identical from this share of common runs of words on ..."""

HELD = 0.8
"""... or when the longer one has this share of the shorter one's runs and is at most twice as long (an abridged copy)."""

DAYS = 14
"""A wire story is reprinted within two weeks; the same words a year later are another story in an old form."""


def near_identical(tellings: Sequence[Telling]) -> dict[str, str]:
    """For each document the smallest id among those whose text is nearly its own; alone, its own id."""
    by_id = {one.id: one for one in tellings}
    groups = Groups(by_id)
    for one, other in _candidates(by_id):
        # what is together needs no second look, so that a text that a thousand outlets print is compared once with each
        if not groups.together(one, other) and alike(by_id[one], by_id[other]):
            groups.join(one, other)
    return groups.heads()


def same_texts(tellings: Iterable[Telling], texts: Mapping[str, str]) -> dict[str, str]:
    """For each document the smallest id among the near-identical ones that give the same figures: its copies.

    An update of a wire story with other figures is another text, though it leans on the first.
    """
    found: dict[tuple[str, frozenset[object]], str] = {}
    kinds = {}
    for one in sorted(tellings, key=lambda one: one.id):
        figures = frozenset((q.low, q.high, q.unit) for account in one.accounts for q in account.quantity)
        kinds[one.id] = found.setdefault((texts[one.id], figures), one.id)
    return kinds


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


def _candidates(by_id: Mapping[str, Telling]) -> Iterator[tuple[str, str]]:
    """Pairs that may be near-identical: enough of them to find each group."""
    same: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for key, one in by_id.items():
        if one.sketch:
            same[one.sketch].append(key)
    shelves: dict[int, list[str]] = defaultdict(list)
    for sketch, keys in same.items():
        keys.sort(key=lambda key: (str(by_id[key].published or ""), key))
        yield from pairwise(keys)
        # of the same text on the same day one stands for all
        shown = [
            key for at, key in enumerate(keys) if not at or by_id[key].published != by_id[keys[at - 1]].published
        ]
        for hashed in sketch[:LOOKED_UP]:
            shelves[hashed].extend(shown)
    for shelf in shelves.values():
        yield from combinations(sorted(shelf), 2)
