"""*The violations of the embargo by X*, *la violation par X de l'embargo*: a broken rule told by a noun (typology, L3)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.slots import Slot
from checker.extract.units import Unit

_NOUNS = (
    "violation", "breach", "infringement", "infraction", "contravention", "transgression", "contournement", "circumvention",
)  # fmt: skip
_REACH = 14


def breach_noun(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Who committed the breach that the noun at ``index`` names: the names behind *by, par*; nobody where none is named."""
    if not units[index].text.startswith(_NOUNS):
        return ()
    last = index
    for at in range(index + 1, min(index + _REACH, len(units))):
        if units[at].is_stop or units[at].is_function("rel", "sub", "aux", "modal") or units[at].text == ",":
            break
        last = at
    return tuple(
        slot
        for slot in slots
        if index < slot.first <= last and slot.case == "by" and slot.role == "party" and slot.how not in ("media", "body")
    )
