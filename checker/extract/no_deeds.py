"""Triggers that open no frame: a store, a place, a limit put on trade, what was only found or is over."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import Arguments
from checker.extract.noun_phrases import phrase_start
from checker.extract.units import Unit
from checker.lexicon import Sense


def is_no_deed(units: Sequence[Unit], index: int) -> bool:
    """True for an action noun that tells of no action."""
    return (
        _carries_on(units, index)
        or _is_store(units, index)
        or _names_a_ground(units, index)
        or _is_limited(units, index)
    )


def deeds_among(senses: tuple[Sense, ...], found: Arguments, units: Sequence[Unit], index: int) -> tuple[Sense, ...]:
    """The readings of a verb without those that its arguments rule out."""
    earner = bool(found.agents) and units[index].text.startswith(_EARNING)
    if earner or _was_there_before(found, units):
        senses = tuple(sense for sense in senses if sense.kind != "LABOUR")
    if _only_learned(found, units, index):
        senses = tuple(sense for sense in senses if sense.kind != "SEIZE")
    return senses


def _carries_on(units: Sequence[Unit], index: int) -> bool:
    """True for the planes of *air force transports carried ...*: the verb right behind tells the conduct."""
    after = units[index + 1] if index + 1 < len(units) else None
    return (
        after is not None
        and bool(after.all("trigger"))
        and after.is_verb
        and units[index].text.startswith("transport")
    )


def _names_a_ground(units: Sequence[Unit], index: int) -> bool:
    """True for *training grounds*: where somebody is."""
    after = units[index + 1].text if index + 1 < len(units) else ""
    return units[index].text == "training" and after in (
        "ground",
        "grounds",
        "area",
        "areas",
        "range",
        "ranges",
        "facility",
        "facilities",
    )


_SHARES = frozenset(
    {"%", "percent", "cent", "half", "nearly", "moitie", "moitié", "presque", "quart", "tiers", "third", "quarter"}
)
_LIMITING = ("cut", "cap", "limit", "slash", "curb", "restrict", "reduc", "halv", "tighten", "curtail", "plafonn", "rédui", "redui", "restrei", "coup", "réglement",
             "reglement")  # fmt: skip


def _is_limited(units: Sequence[Unit], index: int) -> bool:
    """True for *cut X's fuel imports*, *fuel imports were capped*: the trade that somebody makes smaller, and no trade told."""
    first = phrase_start(units, index)
    for at in range(first - 1, max(first - 12, -1), -1):
        if units[at].text.startswith(_LIMITING) and not units[at].one("item"):
            return True
        if not (
            units[at].actor is not None
            or units[at].one("item")
            or units[at].text in ("'s", "'")
            or units[at].is_function("det", "neg", "time", "prep")
            or units[at].text in _SHARES
            or units[at].text[:1].isdigit()
        ):
            break
    after = units[index + 1 : index + 6]
    verb = next((at for at, unit in enumerate(after) if unit.is_function("aux")), -1)
    return verb >= 0 and any(unit.text.startswith(_LIMITING) for unit in after[verb + 1 : verb + 3])


def _is_store(units: Sequence[Unit], index: int) -> bool:
    """True for *a suspected weapons supply*: one supply, to nobody and from nobody, is a store and no delivery."""
    if units[index].text != "supply":
        return False
    lead = units[max(0, index - 3) : index]
    after = units[index + 1] if index + 1 < len(units) else None
    return any(unit.text in ("a", "an") for unit in lead) and not (
        after is not None and after.text in ("to", "from", "for", "by", "of", "route", "line", "deal", "ship")
    )


def _was_there_before(found: Arguments, units: Sequence[Unit]) -> bool:
    """True for *the rooms where they had sung*: what they did there is over."""
    group = found.group
    if group is None:
        return False
    had = any(unit.text in ("had", "avait", "avaient") for unit in units[group.start : group.head])
    return had and any(unit.text in ("where", "où", "ou") for unit in units[max(0, group.start - 3) : group.start])


_EARNING = ("earn", "gagn", "perç", "perc", "touch")
"""Verbs of work only where those who work are the subject: *X earns millions from workers*."""
_FOUND = ("found", "find", "discover", "uncover", "découv", "decouv", "trouv", "retrouv", "débusqu", "debusqu")
_HIDDEN = (
    "aboard",
    "hidden",
    "concealed",
    "stashed",
    "under",
    "bord",
    "dissimul",
    "cach",
    "sous",
    "cale",
    "hold",
    "underneath",
    "beneath",
    "planqu",
)


def _only_learned(found: Arguments, units: Sequence[Unit], index: int) -> bool:
    """True for *the panel found rifles*: nobody took them, unless they lay aboard, were hidden or were bound for somebody."""
    if not units[index].text.startswith(_FOUND):
        return False
    near = units[found.extent[0] : min(found.extent[1] + 8, len(units))]
    return not (found.bound_for or found.cased("to") or any(unit.text.startswith(_HIDDEN) for unit in near))
