"""Speech that a colon opens without a verb of saying: *Séoul est formel : ...*; *First Seoul, then Kyiv: ...* (typology P13)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.floor_holders import is_person
from checker.extract.inverted_speech import Found
from checker.extract.slots import Slot
from checker.extract.speaker_phrases import words_of
from checker.extract.units import Unit

_STANCE = (
    "formel", "categori", "clair", "clear", "sure", "sur", "certain", "convain", "convinc", "blunt", "direct", "doubt", "doute", "say", "said",
    "says", "dit", "dire", "word", "mot", "phrase", "sentence", "message", "conclusion", "verdict", "constat", "finding", "view", "avis", "answer",
    "repons", "statement", "communiqu", "explanation", "explication", "assessment", "accus", "charge", "reproch", "grief", "grievance", "thesis",
    "these", "version", "account", "recit", "report", "rapport", "tweet", "post", "letter", "lettre", "intelligence", "renseignement", "plain",
    "explicit", "news", "revelation", "claim", "affirm", "declar", "conviction", "certitude", "line", "ligne", "theory",
)  # fmt: skip
"""What somebody has of whom the words behind the colon are: a conviction, a word, a finding."""
_LONGEST = 32
_LONGEST_NAME = 12
_MOST = 3


def find_colon_speech(units: Sequence[Unit], slots: Sequence[Slot]) -> tuple[int, Found]:
    """Where what is said begins, and who says it; -1 where no colon opens speech.

    Whoever is named again behind the colon is spoken of, and does not speak.
    """
    start = 0
    for colon in [at for at, unit in enumerate(units) if unit.text == ":"][:_MOST]:
        found = _of_colon(units, slots, start, colon)
        if found is not None:
            return colon + 1, found
        start = colon + 1
    return -1, ((), "", "")


def _of_colon(units: Sequence[Unit], slots: Sequence[Slot], start: int, colon: int) -> Found | None:
    lead = units[start:colon]
    if not 1 < len(lead) <= _LONGEST or colon + 3 >= len(units):
        return None
    if any(unit.one("trigger") and unit.is_verb for unit in lead) and any(unit.one("item") for unit in lead):
        return None
    if not any(unit.text.startswith(_STANCE) for unit in lead):
        return None
    told = {one.actor for one in slots if one.first > colon}
    named = [
        one
        for one in slots
        if start <= one.first
        and one.last < colon
        and one.case == ""
        and one.role in ("party", "linked")
        and one.actor
    ]
    named = [one for one in named if one.actor not in told]
    bare = tuple(one for one in named if one.how == "capital" and not one.organ)
    if named:
        speaking = bare if len(bare) > 1 else tuple(named[:1])
        return speaking, words_of(units, speaking[0].first, speaking[0].last + 1), ""
    end = next(
        (
            at
            for at in range(start, colon)
            if at > start and (units[at].is_verb or units[at].is_function("neg", "aux"))
        ),
        colon,
    )
    words = words_of(units, start, end)
    person = is_person(words) and not any(one.actor in told for one in slots if start <= one.first < end)
    return ((), words, "") if person and end - start <= _LONGEST_NAME else None
