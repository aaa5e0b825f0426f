"""Which predicted claim answers which gold claim: one to one, as many as possible, and those that agree best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from checker.formats.results import Record
from checker.model import Span
from checker.scoring.gold import GoldCitation, GoldClaim

_PAIRED = 1000.0  # any pair outweighs what agreement of other pairs could add


def answers(gold: GoldClaim, claim: Record) -> bool:
    """True when a predicted claim is about the same conduct: activity (or one that is also right), giver and taker."""
    same_ends = gold.giver == end(claim, "giver") and gold.taker == end(claim, "taker")
    return same_ends and claim["activity"] in (gold.activity, *gold.accept)


def end(claim: Record, side: str) -> str | None:
    """The actor id of one end of a predicted claim, None when it names nobody."""
    party = claim[side]
    return party["id"] if party else None


def flagged(claim: Record) -> bool:
    """True when the label of a predicted claim makes a lead."""
    return claim["finding"]["label"] in ("alleged_violation", "prospective_violation", "possible_violation")


def primary_of(claim: Record) -> tuple[str, ...]:
    """The ids of the primary provisions of a predicted claim."""
    return tuple(one["id"] for one in claim["provisions"] if one["role"] == "primary")


def covers(claim: Record, span: Span | None) -> bool:
    """True when some evidence of a predicted claim overlaps the span."""
    return span is not None and any(span.meets(Span(one["start"], one["end"])) for one in claim["evidence"])


def meets(gold: GoldClaim, claim: Record) -> bool:
    """True when the predicted days share one with those of the gold, or the gold has none."""
    first, last = date.fromisoformat(claim["period"]["first_day"]), date.fromisoformat(claim["period"]["last_day"])
    return gold.days is None or (first <= gold.days[1] and gold.days[0] <= last)


def pair_claims(
    gold: Sequence[GoldClaim], claims: Sequence[Record], spans: Mapping[str, Span]
) -> tuple[tuple[int, int], ...]:
    """Pairs (gold, predicted) as places in the two sequences, in order of the gold."""
    weights = [[_weight(one, claim, spans) for claim in claims] for one in gold]
    return assign(weights)


def _weight(gold: GoldClaim, claim: Record, spans: Mapping[str, Span]) -> float:
    if not answers(gold, claim):
        return 0.0
    label: str = claim["finding"]["label"]
    weight: float = (
        _PAIRED
        + 8.0 * (claim["activity"] == gold.activity)
        + 6.0 * covers(claim, spans.get(gold.anchor))
        + 4.0 * (label in (gold.label, *gold.accept_labels))
        + 2.0 * (claim["status"] == gold.status)
        + 2.0 * (gold.primary is not None and set(primary_of(claim)) == set(gold.primary))
        + 2.0 * meets(gold, claim)
    )
    return weight


def pair_citations(
    gold: Sequence[GoldCitation], citations: Sequence[Record], spans: Mapping[str, Span]
) -> tuple[tuple[int, int], ...]:
    """Pairs (gold, predicted) of citations that overlap, those with the largest overlap and the right outcome first."""
    weights = [
        [
            _PAIRED + overlap + (one["outcome"] == wanted.outcome) / 2
            if (overlap := _overlap(spans[wanted.anchor], one)) > 0
            else 0.0
            for one in citations
        ]
        for wanted in gold
    ]
    return assign(weights)


def _overlap(span: Span, citation: Record) -> int:
    shared: int = min(span.end, citation["end"]) - max(span.start, citation["start"])
    return shared


def assign(weights: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """The pairs (row, column) with the greatest total weight, no row or column twice; a weight of 0 is no pair.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), cubic in the number of rows and columns.

    >>> assign([[5.0, 4.0], [5.0, 0.0]])
    ((0, 1), (1, 0))
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    size = max(rows, columns)
    if not rows or not columns:
        return ()
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for row in range(rows):
        for column in range(columns):
            cost[row + 1][column + 1] = -weights[row][column]
    of_row, of_column = [0.0] * (size + 1), [0.0] * (size + 1)
    held, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        held[0], column = row, 0
        least, used = [float("inf")] * (size + 1), [False] * (size + 1)
        while held[column]:
            used[column] = True
            here, delta, following = held[column], float("inf"), 0
            for other in range(1, size + 1):
                if used[other]:
                    continue
                reduced = cost[here][other] - of_row[here] - of_column[other]
                if reduced < least[other]:
                    least[other], way[other] = reduced, column
                if least[other] < delta:
                    delta, following = least[other], other
            for other in range(size + 1):
                if used[other]:
                    of_row[held[other]] += delta
                    of_column[other] -= delta
                else:
                    least[other] -= delta
            column = following
        while column:
            held[column] = held[way[column]]
            column = way[column]
    pairs = ((held[column] - 1, column - 1) for column in range(1, columns + 1))
    return tuple(sorted((row, column) for row, column in pairs if row < rows and weights[row][column] > 0))
