"""Every cut-off and weight of the matcher, in one visible list."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "activity": 20.0,
        "party": 25.0,
        "item": 20.0,
        "counterparty": 15.0,
        "place": 10.0,
        "recipient": 10.0,
        "date": 10.0,
        "other": 10.0,
    }
)
"""How much each element counts in the score, which only orders candidates."""

WORDS_CUT_OFF = 82.0
"""RapidFuzz token-sort ratio from which the words of an item count as the words of the law."""

HOW_SCORES: Mapping[str, float] = MappingProxyType(
    {"anaphora": 80.0, "context": 70.0, "origin": 85.0, "epithet": 90.0, "fuzzy": 85.0}
)
"""The score of a party by the way it was recognised; 100 for a plain name."""
