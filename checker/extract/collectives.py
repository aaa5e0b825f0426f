"""Unnamed armed groups: *rebels in Darfur, a Libyan militia* stand for the groups of their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.noun_phrases import case_before, item_lines, phrase_start
from checker.extract.slots import Slot
from checker.extract.units import Unit

COLLECTIVES = {
    "LBY": "LIBYA_ARMED_GROUPS", "HTI": "HAITI_GANGS", "COD": "DRC_ARMED_GROUPS", "CAF": "CAR_ARMED_GROUPS", "LBN": "LEBANON_MILITIAS",
    "IRQ": "IRAQ_MILITIAS", "SYR": "SYRIA_ARMED_GROUPS", "PSE": "PALESTINIAN_GROUPS", "DARFUR": "DARFUR_ARMED_GROUPS",
    "EAST_DRC": "DRC_ARMED_GROUPS", "DRC_TERRITORY": "DRC_ARMED_GROUPS", "CAR_TERRITORY": "CAR_ARMED_GROUPS",
    "HAITI_TERRITORY": "HAITI_GANGS", "LIBYA": "LIBYA_ARMED_GROUPS", "LEBANON": "LEBANON_MILITIAS",
}  # fmt: skip
"""*rebels in Darfur, a Libyan militia*: the collective id that stands for unnamed groups of a State or place."""


def collective(units: Sequence[Unit], slot: Slot) -> Slot:
    """The slot for the groups of a State whose name stands before or after *militia, rebels, gangs*."""
    near = slot.host if slot.host >= 0 else -1
    head = units[near].one("head") if near >= 0 else None
    hired = slot.role == "origin" and slot.case in ("", "of") and "mercenary" in item_lines(units[near])
    if head is not None and head.kind == "group" and slot.actor in COLLECTIVES and not hired:
        return replace(slot, actor=COLLECTIVES[slot.actor], how="group", role="party", organ="")
    return slot


def repeats_group(before: Slot, slot: Slot) -> bool:
    """True in *M23 rebels in eastern Congo*: the collective name only describes the group named right before it."""
    return before.how == "group" and slot.actor in COLLECTIVES.values() and before.last + 1 == slot.first


_WAYS = frozenset({"to", "into", "towards", "toward", "vers", "jusqu'a"})


def placed_groups(units: Sequence[Unit], slots: Sequence[Slot]) -> list[Slot]:
    """Slots for *rebels in Darfur*, *the gangs of Port-au-Prince*: a group head with a place and no name of its own."""
    found: list[Slot] = []
    for index, unit in enumerate(units):
        head = unit.one("head")
        if (
            head is None
            or head.kind != "group"
            or any(slot.first <= index <= slot.last or slot.host == index for slot in slots)
        ):
            continue
        place = ""
        for at in range(max(0, index - 3), min(index + 6, len(units))):
            named_state = units[at].actor
            if named_state is not None and named_state.kind not in ("name", "capital", "adjective"):
                named_state = None
            if any(one.is_function("prep", "to") and one.text in _WAYS for one in units[index + 1 : at]):
                # "brought fighters to X": they go there, and are none of the groups there
                break
            sense = units[at].one("place") or named_state
            named = any(slot.how == "group" and index - 2 <= slot.last < index for slot in slots)
            if sense is not None and sense.value in COLLECTIVES and not named:
                place = COLLECTIVES[sense.value]
                break
        if place:
            first = phrase_start(units, index)
            found.append(Slot(index, first, index, case_before(units, first), "party", place, "group"))
    return found
