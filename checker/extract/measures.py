"""Who takes a measure against somebody for conduct says that it took place: *sanctioned a firm for shipping* (typology P16)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.slots import Slot
from checker.extract.speaker_phrases import words_of
from checker.extract.units import Unit

_MEASURES = (
    "sanctioned", "blacklisted", "designated", "punished", "indicted", "prosecut", "expelled", "penalised", "penalized", "fined",
    "charged", "arrested", "sanctionn", "poursui", "inculp", "frappe", "puni", "expuls", "arrete", "epingl",
)  # fmt: skip
_REASONS = frozenset(
    [
        "for",
        "over",
        "pour",
        "accused",
        "accuse",
        "accuses",
        "accusee",
        "accusees",
        "suspected",
        "soupconne",
        "soupconnes",
    ]
)
_REACH = 14

Measure = tuple[tuple[Slot, ...], str, int]
"""Who takes a measure, the words for them, and where the reason that is given for it begins."""


def find_measure(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> Measure | None:
    """The measure told by the verb at ``index`` with its reason; None where it is none, or gives no reason."""
    if not index or not units[index].text.startswith(_MEASURES):
        return None
    before = [one for one in slots if one.last < index and one.case == "" and one.role in ("party", "linked")]
    if not before or any(
        unit.text == "," or unit.is_function("sub", "rel") for unit in units[before[-1].last + 1 : index]
    ):
        return None
    reason = next((at for at in range(index + 1, min(index + _REACH, len(units))) if _gives_reason(units, at)), -1)
    if reason < 0:
        return None
    named = [before[-1]]
    for one in reversed(before[:-1]):
        between = units[one.last + 1 : named[0].first]
        if not all(unit.is_function("coord", "det") or unit.text == "," for unit in between):
            break
        named.insert(0, one)
    return tuple(named), words_of(units, named[0].first, named[-1].last + 1), reason


def _gives_reason(units: Sequence[Unit], at: int) -> bool:
    texts = [unit.text for unit in units[at : at + 3]]
    return (
        texts[0] in _REASONS
        or texts[0] == "en raison de"
        or texts[:2] == ["en", "raison"]
        or texts[:2] == ["with", "having"]
    )
