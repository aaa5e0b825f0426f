"""*Without telling the Committee*, *the Committee had not been notified*: terms of an exemption that were not kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.units import Sentence, Unit
from checker.model import Statement

TERMS_UNMET = "terms:unmet"
"""The fact of conduct of which the text says that the Committee was not told, or did not agree."""

_BODIES = ("committee", "council", "comite", "comité", "conseil")
_TOLD = ("notif", "inform", "tell", "told", "advis", "alert", "approv", "authori", "consent", "permission", "clear", "leave",
         "blessing", "go-ahead", "agree", "exempt", "waiver", "avis", "prévenu", "prévenir", "preven", "aval", "accord", "feu",
         "autoris", "dérog", "derog", "saisi")  # fmt: skip
_WITHOUT = frozenset({"without", "sans"})
_NOT = frozenset({"not", "n't", "never", "pas", "jamais"})
_REACH = 10


def mark_unmet(statements: list[Statement], sentence: Sentence, earlier: int, order: int) -> list[Statement]:
    """The statements so far, those marked ``terms:unmet`` of which this sentence says that the Committee was not told.

    ``earlier`` and ``order`` are where the statements of the sentence before and of this one begin; a sentence that tells
    nothing itself speaks of what the one before told.
    """
    if not statements or not says_unmet(sentence.units):
        return statements
    told_here = order < len(statements)
    return [
        _marked(one) if (at >= order if told_here else earlier <= at) else one for at, one in enumerate(statements)
    ]


def says_unmet(units: Sequence[Unit]) -> bool:
    """True where a body of the Council is said not to have been told, or not to have agreed."""
    for at, unit in enumerate(units):
        if unit.text in _WITHOUT:
            span = units[at + 1 : at + 1 + _REACH]
            if any(_says(one, _BODIES) for one in span) and any(_says(one, _TOLD) for one in span):
                return True
        elif _says(unit, _BODIES):
            span = units[at + 1 : at + 1 + _REACH]
            no = next((i for i, one in enumerate(span) if one.text in _NOT), -1)
            if no >= 0 and any(_says(one, _TOLD) for one in span[no + 1 : no + 5]):
                return True
    return False


def _says(unit: Unit, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in unit.text.split())


def _marked(statement: Statement) -> Statement:
    return replace(statement, facts=tuple(sorted({*statement.facts, TERMS_UNMET})))
