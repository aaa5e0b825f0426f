"""Words spelt wrong or damaged by scanning, read as the lexicon's word they are nearest to.

Only words that the lexicon does not know, in sentences that already speak of somebody or something it knows, are looked
at; the cut-offs stand here and in ``match/weights.py``; both lists are the whole of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from checker.extract.units import Unit
from checker.lexicon import Lexicon, Sense

NAME_CUT_OFF = 88.0
"""RapidFuzz ratio from which an unknown capitalised word is taken for a misspelt name of a target or its usual partners."""

WORD_CUT_OFF = 92.0
"""RapidFuzz ratio from which an unknown long word is taken for a misspelt thing or deed."""

MIN_NAME = 5
MIN_WORD = 7
MAX_LOOKED_AT = 12
"""How many unknown words of a sentence are looked at."""

_NAME_KINDS = frozenset({"name", "capital", "group", "adjective", "acronym"})


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
        if any(sense.category == "ordinary" for sense in lexicon.word(unit.text)):
            # "founded" is no misspelt "funded"
            continue
        looked += 1
        found = _nearest(unit, lexicon, actors)
        if found:
            out[index] = Unit(unit.start, unit.end, unit.text, unit.written, found)
    return tuple(out)


def _nearest(unit: Unit, lexicon: Lexicon, actors: frozenset[str]) -> tuple[Sense, ...]:
    word = unit.text
    best = _best_of(lexicon, word, NAME_CUT_OFF if unit.capital else WORD_CUT_OFF)
    if best is None:
        return ()
    senses = lexicon.word(best)
    if unit.capital:
        return tuple(
            Sense("actor", "fuzzy", s.value, s.written, extra=s.extra)
            for s in senses
            if s.category == "actor" and s.value in actors and s.kind in _NAME_KINDS
        )
    if len(word) < MIN_WORD:
        return ()
    return tuple(sense for sense in senses if sense.category in ("item", "trigger") and sense.kind != "ambiguous")


@lru_cache(maxsize=4096)
def _best_of(lexicon: Lexicon, word: str, cut_off: float) -> str | None:
    """The form most like a word; kept, since the words of one article are those of the next."""
    return _most_like(word, lexicon.like(word), cut_off)


def _most_like(word: str, forms: Sequence[str], cut_off: float) -> str | None:
    """The form with the highest ratio to ``word``, the first of several; None when no ratio reaches the cut-off."""
    # Until it is needed RapidFuzz is not imported: that takes longer than to see that nothing comes near.
    if not _rapidfuzz.cache_info().currsize and not _may_reach(word, forms, cut_off):
        return None
    extract_one, ratio = _rapidfuzz()
    best = extract_one(word, forms, scorer=ratio, score_cutoff=cut_off)
    return best[0] if best is not None else None


def _may_reach(word: str, forms: Sequence[str], cut_off: float) -> bool:
    """False when the ratio of ``word`` to each of ``forms``, at most one letter longer, is surely below the cut-off.

    A ratio tells how many of all letters stay when the fewest are taken out or put in. Of a word cut into one piece more
    than that, a piece stays whole.
    """
    length = -(-len(word) // (int((2 * len(word) + 1) * (100 - cut_off) / 100) + 2))
    pieces = [word[at : at + length] for at in range(0, len(word), length)]
    near = [form for form in forms for piece in pieces if piece in form]
    return any(200 * _letters_kept(word, one) >= (cut_off - 0.001) * (len(word) + len(one)) for one in near)


def _letters_kept(word: str, form: str) -> int:
    """How many letters both words have in the same order: their longest common subsequence, a bit for each letter."""
    places: dict[str, int] = {}
    for at, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << at
    gaps = (1 << len(word)) - 1
    for letter in form:
        kept = gaps & places.get(letter, 0)
        gaps = (gaps + kept) | (gaps - kept)
    return len(word) - (gaps & (1 << len(word)) - 1).bit_count()


@cache
def _rapidfuzz() -> tuple[Callable[..., tuple[str, float, int] | None], Callable[..., float]]:
    from rapidfuzz import fuzz, process

    return process.extractOne, fuzz.ratio
