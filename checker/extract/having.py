"""Who has the things whose source a sentence tells: *Y's rockets came from X*, *the rockets that Y fired had come from X*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.frame import Frame
from checker.extract.slots import Slot
from checker.extract.units import Unit

_USING = (
    *("fire", "fired", "fir", "struck", "strike", "us", "launch", "hit", "hurl", "lob", "shell", "fly", "flew", "deploy", "carri", "wield"),
    *("tir", "frapp", "utilis", "employ", "lanc", "bombard", "port", "pilot", "brand"),
)


_BEHIND = 3


_BOUGHT = ("bought", "purchas", "acquir", "ordered", "imported", "owned", "achet", "acquis", "command", "import")


def from_the_owner(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Frame:
    """The frame of *X rifles bought by Y ended up with Z* with Y as its giver: the things were Y's when they went."""
    if frame.kind != "REACH" or not frame.items or frame.givers:
        return frame
    item = min(frame.items)
    owner = next(
        (
            slot for slot in slots
            if item < slot.index < frame.index and slot.case == "by" and slot.role == "party"
            and any(unit.text.startswith(_BOUGHT) for unit in units[max(item, slot.first - 3) : slot.first])
        ),
        None,
    )  # fmt: skip
    return replace(frame, givers=(owner,), origin=None, wanting="") if owner is not None else frame


def with_those_who_have(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Frame:
    """The frame of *came from X* with whoever has or uses the things as its taker, when no other is named."""
    if frame.kind != "REACH" or not frame.givers or frame.takers or not frame.items:
        return frame
    given = {slot.actor for slot in frame.givers}
    item = min(frame.items)
    if item > frame.index:
        return frame
    has = [slot for slot in slots if slot.actor not in given and (_owns(slot, item, frame.index, units) or _uses(slot, item, frame.index, units))]
    return replace(frame, takers=tuple(has[:1])) if has else frame


def _owns(slot: Slot, item: int, verb: int, units: Sequence[Unit]) -> bool:
    """True for the Y of *Y's rockets*, *les roquettes du Y*: a group, which makes no nationality, or a State in the genitive."""
    possessor = slot.role == "origin" and slot.host == item
    if possessor and "'s" in units[slot.index + 1].text and slot.how in ("name", "capital"):
        return True
    behind = slot.case == "of" and item < slot.first <= item + _BEHIND and slot.index < verb
    return slot.how in ("group", "leader") and (possessor or behind)


def _uses(slot: Slot, item: int, verb: int, units: Sequence[Unit]) -> bool:
    """True for the Y of *the rockets Y fired*, *les roquettes tirées par Y*."""
    if not item < slot.index < verb or slot.role != "party":
        return False
    if slot.case == "by":
        return any(unit.text.startswith(_USING) for unit in units[max(item, slot.first - 4) : slot.first])
    return slot.case == "" and any(
        unit.text.startswith(_USING) and not unit.one("item") for unit in units[slot.last + 1 : min(slot.last + 4, verb)]
    )
