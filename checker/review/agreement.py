"""How far two reviewers agree: Cohen's kappa over the leads both decided, with its interval once there are enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import sqrt

from checker.records import record
from checker.review.decisions import Decision

ENOUGH = 50
"""Fewer shared decisions than this say too little for a kappa to be shown."""

_NORMAL_95 = 1.959964

Pair = tuple[Decision, Decision]


@record
class Kappa:
    """Cohen's kappa with its 95 % interval, both ends within -1 and 1."""

    value: float
    low: float
    high: float


@record
class Agreement:
    """Two reviewers: the leads both decided, how many alike, kappa where it can be told, and where they differ.

    ``missing`` is how many shared decisions are lacking before a kappa is shown. There is no kappa either when both
    gave one and the same answer throughout: then chance alone agrees as well.
    """

    first: str
    second: str
    shared: int
    alike: int
    missing: int
    kappa: Kappa | None
    differing: tuple[Pair, ...]


def agreements(decisions: Iterable[Decision]) -> tuple[Agreement, ...]:
    """Every pair of reviewers that decided a lead in common, by name; of each reviewer the decisions are the last ones."""
    by_reviewer: dict[str, dict[tuple[str, str, str], Decision]] = {}
    for one in decisions:
        by_reviewer.setdefault(one.who, {})[(one.document, one.claim, one.anchor)] = one
    found = []
    for left, right in combinations(sorted(by_reviewer), 2):
        mine, theirs = by_reviewer[left], by_reviewer[right]
        pairs = [(one, theirs[key]) for key, one in mine.items() if key in theirs]
        if pairs:
            found.append(_agreement(pairs))
    return tuple(found)


def kappa(pairs: Sequence[tuple[str, str]]) -> Kappa | None:
    """Cohen's kappa of pairs of answers; None without pairs, or when chance alone would agree every time.

    The interval is kappa plus and minus 1.96 standard errors by the large-sample formula of Fleiss, Cohen and Everitt,
    "Large sample standard errors of kappa and weighted kappa", Psychological Bulletin 72 (1969).
    """
    n = len(pairs)
    if not n:
        return None
    cells = Counter(pairs)
    rows, columns = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    answers = sorted(rows.keys() | columns.keys())
    seen = sum(cells[(a, a)] for a in answers) / n
    chance = sum(rows[a] * columns[a] for a in answers) / n**2
    if chance >= 1:
        return None
    value = (seen - chance) / (1 - chance)
    on = sum(cells[(a, a)] / n * (1 - (rows[a] + columns[a]) / n * (1 - value)) ** 2 for a in answers)
    off = (1 - value) ** 2 * sum(
        cells[(a, b)] / n * ((columns[a] + rows[b]) / n) ** 2 for a in answers for b in answers if a != b
    )
    variance = (on + off - (value - chance * (1 - value)) ** 2) / (n * (1 - chance) ** 2)
    reach = _NORMAL_95 * sqrt(max(variance, 0.0))
    return Kappa(value, max(value - reach, -1.0), min(value + reach, 1.0))


def _agreement(pairs: Sequence[Pair]) -> Agreement:
    differing = tuple(pair for pair in pairs if pair[0].verdict is not pair[1].verdict)
    shared = len(pairs)
    answers = [(a.verdict.value, b.verdict.value) for a, b in pairs]
    first, second = pairs[0]
    return Agreement(
        first=first.reviewer,
        second=second.reviewer,
        shared=shared,
        alike=shared - len(differing),
        missing=max(ENOUGH - shared, 0),
        kappa=kappa(answers) if shared >= ENOUGH else None,
        differing=differing,
    )
