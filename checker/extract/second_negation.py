"""What completes a French *ne*: *pas, plus, jamais, aucun* deny, *que* restricts, and alone it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.units import Unit

_NE = ("ne", "n'")
_QUE = ("que", "qu'")
_BEFORE = frozenset({"aucun", "aucune", "ni", "nul", "nulle", "personne", "rien", "jamais", "pas"})
_LEAD = 5
"""How many units before *ne* its other half may stand: *aucun d'eux ne*."""
_REACH = 8
"""How many units behind the verb the other half may stand."""
_PLUS_WITHIN = 2
"""*plus* further behind the verb than so many units compares and denies nothing."""


def completion(units: Sequence[Unit], at: int, verb: int) -> tuple[int, bool]:
    """Where the word stands that completes the *ne* at ``at`` of the verb at ``verb``, and whether it denies; -1 for none.

    *ne ... que* and *ne ... plus que* restrict: who delivers only shells delivers shells.
    """
    for index in range(at + 1, min(verb + _REACH, len(units))):
        unit = units[index]
        if unit.text in _QUE and index > at + 1:
            return index, False
        if unit.is_function("neg") and unit.text not in _NE:
            return index, True
        if unit.text == "plus" and index <= verb + _PLUS_WITHIN:
            restricts = units[index + 1].text in _QUE if index + 1 < len(units) else False
            return (index + 1, False) if restricts else (index, True)
    for index in range(at - 1, max(0, at - _LEAD) - 1, -1):
        if units[index].is_function("neg") and units[index].text in _BEFORE:
            return index, True
    return -1, False


def denies(units: Sequence[Unit], at: int, verb: int) -> bool:
    """True when the *ne* at ``at`` of that verb is one half of a denial."""
    return completion(units, at, verb)[1]


_NOUNS = frozenset({"personne", "point", "nul"})
_BEFORE_NOUNS = frozenset(
    {
        "par",
        "autre",
        "quel",
        "quelle",
        "tel",
        "telle",
        "seule",
        "seul",
        "match",
        "jeune",
        "tierce",
        "meme",
        "au",
        "du",
    }
)


def without_nouns(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units, where *une personne*, *par personne* and *au point de* are nouns and deny nothing."""
    if not any(unit.text in _NOUNS for unit in units):
        return tuple(units)
    return tuple(
        replace(unit, senses=tuple(one for one in unit.senses if one.kind != "neg" and one.category != "cue"))
        if unit.text in _NOUNS and at and _makes_a_noun(units[at - 1])
        else unit
        for at, unit in enumerate(units)
    )


def _makes_a_noun(before: Unit) -> bool:
    return before.is_function("det") or before.text in _BEFORE_NOUNS or before.text[:1].isdigit()
