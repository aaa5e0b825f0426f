"""Affairs held against gold joins: pairs of claims, and B-cubed (Bagga and Baldwin 1998); what is not found counts as alone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from checker.errors import UsageError
from checker.records import record

FILE = "joins.json"


@record
class Mention:
    """A claim that a document makes, with the affair it belongs to; ``anchor`` are words of it that occur once."""

    document: str
    affair: str
    giver: str | None
    taker: str | None
    anchor: str


@record
class GoldJoins:
    """The gold of a corpus of affairs: ``copies`` are near-identical texts, ``leaning`` other pairs of linked documents."""

    mentions: tuple[Mention, ...]
    copies: tuple[tuple[str, ...], ...]
    leaning: tuple[tuple[str, ...], ...]


@record
class JoinScores:
    """Shares of 0 to 1, and the pairs behind the first two."""

    scores: Mapping[str, float]
    right: int
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]


def read_joins(corpus: Path) -> GoldJoins:
    """The gold of a folder; raises UsageError (slug ``gold``) for a file that is missing or is none."""
    path = corpus / FILE
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return GoldJoins(
            tuple(Mention(**one) for one in found["mentions"]),
            tuple(tuple(one) for one in found["copies"]),
            tuple(tuple(one) for one in found["leaning"]),
        )
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise UsageError(f"'{path}' holds no gold joins: {error}", "gold") from None


Key = Hashable
Shown = Mapping[Key, str]


def score_joins(
    gold: Mapping[Key, str], found: Sequence[Sequence[Key]], document: Mapping[Key, str], shown: Shown
) -> JoinScores:
    """How well ``found`` sets agree with the affair that ``gold`` gives each key; pairs inside one document do not count.

    A key of ``found`` that no gold has is a claim that should have stayed alone.
    """
    wanted = _pairs(_sets(gold), document)
    made = _pairs(found, document)
    right, wrong, missed = wanted & made, made - wanted, wanted - made
    home = {key: frozenset(one) for one in found for key in one}
    affairs = {name: frozenset(keys) for name, keys in _by_value(gold).items()}
    precision, recall = [], []
    for key, name in gold.items():
        mine = home.get(key, frozenset([key]))
        both = len(mine & affairs[name])
        precision.append(both / len(mine))
        recall.append(both / len(affairs[name]))
    scores = {
        "joins.precision": share(len(right), len(made)),
        "joins.recall": share(len(right), len(wanted)),
        "bcubed.precision": sum(precision) / len(precision) if precision else 1.0,
        "bcubed.recall": sum(recall) / len(recall) if recall else 1.0,
    }
    return JoinScores(scores, len(right), _told(wrong, shown), _told(missed, shown))


def score_pairs(gold: Iterable[frozenset[str]], found: Iterable[frozenset[str]], name: str) -> dict[str, float]:
    """Precision and recall of pairs of documents, under ``name``."""
    wanted, made = set(gold), set(found)
    return {
        f"{name}.precision": share(len(wanted & made), len(made)),
        f"{name}.recall": share(len(wanted & made), len(wanted)),
    }


def share(part: int, whole: int) -> float:
    """A share; nothing out of nothing is all of it."""
    return part / whole if whole else 1.0


def pairs_of(sets: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """Every pair of different members of each set."""
    return {frozenset(pair) for one in sets for pair in combinations(sorted(set(one)), 2)}


def _pairs(sets: Iterable[Sequence[Key]], document: Mapping[Key, str]) -> set[frozenset[Key]]:
    return {
        frozenset(pair) for one in sets for pair in combinations(one, 2) if document[pair[0]] != document[pair[1]]
    }


def _sets(gold: Mapping[Key, str]) -> list[list[Key]]:
    return list(_by_value(gold).values())


def _by_value(gold: Mapping[Key, str]) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = defaultdict(list)
    for key, name in gold.items():
        found[name].append(key)
    return found


def _told(pairs: Iterable[frozenset[Key]], shown: Shown) -> tuple[tuple[str, str], ...]:
    told = []
    for pair in pairs:
        one, other = sorted(shown[key] for key in pair)
        told.append((one, other))
    return tuple(sorted(told))
