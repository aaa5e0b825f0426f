"""Towns: names of their State where goods or people are bound for them or work in them, and nobody's names elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.units import Unit
from checker.lexicon import Sense

_TOWARDS = frozenset({"to", "into", "towards", "toward", "onto", "vers", "jusqu'a", "a destination de"})
_FOR = frozenset({"for", "pour"})
_WITHIN = frozenset({"in", "at", "near", "outside", "a", "pres de"})
_BOUND = ("bound", "left", "leav", "destin", "headed", "heading", "sail", "depart", "load", "ship", "consign", "parti", "embarqu",
          "charg", "expédi", "expedi", "appareill", "quitt")  # fmt: skip
_DELIVERED = ("livr", "expédi", "expedi", "achemin", "envoy", "convoy", "débarqu", "debarqu")
_ARRIVED = ("unload", "discharg", "dock", "berth", "moor", "landed", "offload", "arriv", "delivered", "load", "picked", "déchar", "decharg",
            "accost", "débarqu", "debarqu", "amarr", "mouill", "charg", "livr")  # fmt: skip
_MOVES = frozenset({"SUPPLY", "MOVE", "REACH", "SEIZE", "MERC", "PEOPLE", "STS"})
_EMPLOYS = frozenset({"HOST", "LABOUR", "PEOPLE", "REPATRIATE"})
_REACH = 7


def settle_towns(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units, with a town read as a name of its State where goods go there or foreign workers work there.

    Where conduct was seen, where somebody speaks, where a court sits: a town there is nobody's name.
    """
    if not any(unit.one("city") for unit in units):
        return tuple(units)
    kinds = {sense.kind for unit in units for sense in unit.all("trigger")}
    moved = bool(kinds & _MOVES)
    worked = bool(kinds & _EMPLOYS) and any("worker" in sense.features for unit in units for sense in unit.all("item"))
    return tuple(
        _settled(unit, (moved and _is_bound_for(units, at)) or (worked and _is_at(units, at)))
        if unit.one("city") is not None
        else unit
        for at, unit in enumerate(units)
    )


def _settled(unit: Unit, named: bool) -> Unit:
    city = unit.one("city")
    kept = tuple(sense for sense in unit.senses if sense.category != "city")
    if city is None or unit.actor is not None or not named:
        return replace(unit, senses=kept)
    return replace(unit, senses=(Sense("actor", "port", city.value, city.written, cased=True), *kept))


def _is_at(units: Sequence[Unit], town: int) -> bool:
    return town > 0 and units[town - 1].text in _WITHIN


def _is_bound_for(units: Sequence[Unit], town: int) -> bool:
    """True for *to X, bound for X, left for X, unloaded at X, vers X, livré à X*: goods or people go there."""
    if town == 0:
        return False
    lead = units[max(0, town - _REACH) : town - 1]
    before = units[town - 1].text
    if units[town - 1].is_function("det") and town >= 2:
        # "moved to the X region"
        lead, before = units[max(0, town - _REACH) : town - 2], units[town - 2].text
    if before in _TOWARDS or units[town - 1].value("prep") == "to":
        return True
    if before in _WITHIN and town >= 3 and units[town - 2].one("head") and any(unit.text in _TOWARDS for unit in lead[-4:]):
        # "sailed to ports in X"
        return True
    if before in _FOR:
        return any(unit.text.startswith(_BOUND) for unit in lead)
    if before in ("in", "at", "a"):
        return any(unit.text.startswith(_ARRIVED if before != "a" else (*_ARRIVED, *_DELIVERED)) for unit in lead[-4:])
    return False
