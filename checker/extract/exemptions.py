"""What a sentence says the Council or its Committee allowed, and which conduct told around it that covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.assertion import find_cues
from checker.extract.standing import is_refused
from checker.extract.units import Sentence, Unit
from checker.model import Signal, Statement

_BODIES = ("committee", "council", "comite", "comité", "conseil")
_GRANTS = ("grant", "waiv", "lift", "clear", "approv", "allow", "permit", "authori", "gave", "given", "agreed", "exempt", "suspend",
           "accord", "lev", "autoris", "approuv", "donn", "consenti", "dérog", "derog", "délivr", "delivr", "suspendu")  # fmt: skip
_GRANTED = ("exempt", "waiver", "leave", "permission", "ban", "travel", "trip", "visit", "journey", "dérogation", "derogation", "interdiction",
            "voyage", "voyager", "déplacement", "deplacement", "visite", "accord", "feu", "aval", "sortie", "green")  # fmt: skip
_TRIPS = ("travel", "trip", "visit", "journey", "voyag", "déplacement", "deplacement", "sortie")
_REFUSES = frozenset({"not", "n't", "never", "pas", "jamais", "aucun", "aucune", "no", "refus", "refused", "without", "sans", "if", "unless", "si"})
_REACH = 14


def allow_told(statements: list[Statement], sentence: Sentence, earlier: int, order: int) -> list[Statement]:
    """The statements so far, with those allowed that this sentence says the Council or its Committee exempted.

    ``earlier`` and ``order`` are where the statements of the sentence before and of this one begin. An exemption covers what
    the sentence before told, where this one tells nothing; a leave to travel covers all travel told so far.
    """
    if not statements:
        return statements
    by_words = _is_granted(sentence.units)
    if not by_words and not _is_cued(sentence):
        return statements
    travel = by_words and any(_says(unit, _TRIPS) for unit in sentence.units)
    told_here = order < len(statements)
    return [
        _allowed(one) if (travel and _is_travel(one)) or (not told_here and earlier <= at < order) else one
        for at, one in enumerate(statements)
    ]


def _is_cued(sentence: Sentence) -> bool:
    cues = find_cues(sentence)
    if any(cue.value in ("question", "nonanswer") for cue in cues):
        # "would not say whether the committee had been told"
        return False
    return any(cue.value == "exempt_granted" and not is_refused(sentence.units, cue) for cue in cues)


def _is_granted(units: Sequence[Unit]) -> bool:
    """True for *the committee had waived his travel ban*, *le comité lui avait accordé, pour l'occasion, une dérogation*."""
    for at, unit in enumerate(units):
        if not _says(unit, _BODIES):
            continue
        span = units[at + 1 : at + 1 + _REACH]
        verb = next((i for i, one in enumerate(span) if _says(one, _GRANTS)), -1)
        if verb < 0 or any(one.text in _REFUSES for one in span[: verb + 2]):
            continue
        if any(_says(one, _GRANTED) for one in span[verb:]):
            return True
    return _is_lifted(units)


def _is_lifted(units: Sequence[Unit]) -> bool:
    """True for *his travel ban was suspended*, *l'interdiction de voyager avait été levée*."""
    for at, unit in enumerate(units):
        if not _says(unit, ("ban", "interdiction")):
            continue
        span = units[at + 1 : at + 8]
        verb = next((i for i, one in enumerate(span) if one.is_function("aux")), -1)
        if verb >= 0 and any(_says(one, ("suspend", "waiv", "lift", "lev")) for one in span[verb + 1 : verb + 4]) and not any(one.text in _REFUSES for one in span):
            return True
    return False


def _says(unit: Unit, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in unit.text.split())


def _is_travel(statement: Statement) -> bool:
    return statement.activities[0] == "travel_ban_breach"


def _allowed(statement: Statement) -> Statement:
    return replace(statement, signal=Signal.EXEMPT_GRANTED) if statement.signal is Signal.NONE else statement
