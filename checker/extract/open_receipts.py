"""*We still watch whether the shipments are received*: a source that tells of a sending leaves its arrival open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from checker.extract.units import Unit
from checker.model import Statement, Status

RECEIPT_OPEN = "receipt:open"
_ASKING = ("determin", "savoir", "sait", "savent", "sache", "ignor", "surveill", "verifi", "etabli", "confirm", "precis", "clair",
           "know", "knew", "see", "verif", "establish", "clear", "sure", "tell", "say", "said", "demand", "wait")  # fmt: skip
_ARRIVAL = ("receiv", "arriv", "reach", "deliver", "recu", "parven", "receptionn", "livre")
_SENDING = ("shipment", "cargo", "consignment", "deliver", "envoi", "cargaison", "livraison", "chargement", "convoi")
_THEY = frozenset(["it", "they", "ils", "elles", "celles-ci", "ceux-ci"])
_REACH = 14
_BEFORE = 5


def leaves_receipt_open(units: Sequence[Unit]) -> bool:
    """True when a sentence asks, without answering, whether what was sent arrived (typology 5.5b)."""
    for at, unit in enumerate(units):
        asked = unit.text == "whether" or (
            unit.text in ("if", "si", "s'")
            and any(one.text.startswith(_ASKING) for one in units[max(0, at - _BEFORE) : at])
        )
        if not asked:
            continue
        inside = units[at + 1 : at + 1 + _REACH]
        goes = [one for one in inside if one.text.startswith(_SENDING) or one.text in _THEY or one.one("item")]
        if goes and any(one.start > goes[0].start and one.text.startswith(_ARRIVAL) for one in inside):
            return True
    return False


def leave_open(statements: Sequence[Statement], asked: Sequence[int]) -> tuple[Statement, ...]:
    """The statements, each conduct whose arrival was asked about marked ``receipt:open``.

    ``asked`` are the numbers of statements read when such a question came: it is of the nearest sending before it, else
    of the nearest after.
    """
    out = list(statements)
    sendings = [at for at, one in enumerate(out) if _is_sending(one)] if asked else []
    for order in asked if sendings else ():
        place = bisect_left(sendings, order)
        sent = sendings[max(place - 1, 0)]
        out[sent] = replace(out[sent], facts=tuple(sorted({*out[sent].facts, RECEIPT_OPEN})))
    return tuple(out)


def _is_sending(statement: Statement) -> bool:
    return statement.giver is not None and statement.taker is not None and statement.status is not Status.HYPOTHETICAL
