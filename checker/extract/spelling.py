"""Words spelt wrong or damaged by scanning, read as the lexicon's word they are nearest to.

Only words that the lexicon does not know, in sentences that already speak of somebody or something it knows, are looked
at; the cut-offs stand here and in ``match/weights.py``; both lists are the whole of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from checker.extract.units import Unit
from checker.lexicon import Lexicon, Sense
from checker.text import Shadow

NAME_CUT_OFF = 88.0
"""RapidFuzz ratio from which an unknown capitalised word is taken for a misspelt name of a target or its usual partners."""

WORD_CUT_OFF = 92.0
"""RapidFuzz ratio from which an unknown long word is taken for a misspelt thing or deed."""

MIN_NAME = 5
MIN_WORD = 7
MAX_LOOKED_AT = 12
"""How many unknown words of a sentence are looked at."""

_SCANNED = re.compile(r"(?<=[a-z])[015](?=[a-z])")
_LETTERS = {"0": "o", "1": "i", "5": "s"}
_NAME_KINDS = frozenset({"name", "capital", "group", "adjective", "acronym"})


def undamaged(shadow: Shadow) -> Shadow:
    """The folded text with digits inside words read as the letters a scanner took them for; offsets stay."""
    return replace(shadow, text=_SCANNED.sub(lambda hit: _LETTERS[hit.group()], shadow.text))


def correct_spelling(units: Sequence[Unit], lexicon: Lexicon, actors: frozenset[str]) -> tuple[Unit, ...]:
    """The units, with unknown long words given the readings of the nearest known word; ``actors`` bounds the names."""
    kinds = {sense.category for unit in units for sense in unit.senses} & {"actor", "item", "trigger"}
    if not kinds & {"item", "trigger"}:
        return tuple(units)
    out = list(units)
    looked = 0
    for index, unit in enumerate(units):
        if looked >= MAX_LOOKED_AT:
            break
        if (
            unit.senses
            or len(unit.text) < MIN_NAME
            or not unit.text.isalpha()
            or (len(kinds) == 3 and not unit.capital)
        ):
            continue
        looked += 1
        found = _nearest(unit, lexicon, actors)
        if found:
            out[index] = Unit(unit.start, unit.end, unit.text, unit.written, found)
    return tuple(out)


def _nearest(unit: Unit, lexicon: Lexicon, actors: frozenset[str]) -> tuple[Sense, ...]:
    word = unit.text
    cut_off = NAME_CUT_OFF if unit.capital else WORD_CUT_OFF
    best = process.extractOne(word, lexicon.like(word), scorer=fuzz.ratio, score_cutoff=cut_off)
    if best is None:
        return ()
    senses = lexicon.word(best[0])
    if unit.capital:
        return tuple(
            Sense("actor", "fuzzy", s.value, s.written, extra=s.extra)
            for s in senses
            if s.category == "actor" and s.value in actors and s.kind in _NAME_KINDS
        )
    if len(word) < MIN_WORD:
        return ()
    return tuple(sense for sense in senses if sense.category in ("item", "trigger") and sense.kind != "ambiguous")
