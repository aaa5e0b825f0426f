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


_HAS = (
    *("carr", "use", "using", "fire", "firing", "wear", "has ", "own", "operat", "flies", "flew", "drive", "drove", "kept", "keep", "held", "hold", "stor", "wield", "brandish", "field", "deploy"),
    *("port", "utilis", "employ", "tir", "exhib", "pilot", "condui", "dispos", "gard", "stock", "entrepos", "déten", "deten", "poss", "arbor", "manie"),
)
_HAVE = frozenset({"has", "have", "had", "a", "ont", "avait", "possede", "possedent"})
_SUPPLIED = 8


def with_the_user(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Frame:
    """The frame of *X's guard carries pistols supplied by Y* with whoever carries them as its taker."""
    group = frame.group
    bare = group is not None and group.mood in ("participle", "finite?") and all(slot.case == "by" for slot in frame.givers)
    if frame.kind not in ("SUPPLY", "MOVE") or not bare or frame.takers or not frame.givers or not frame.items:
        return frame
    item = max((at for at in frame.items if at < frame.index), default=-1)
    if item < 1 or frame.index - item > 3:
        return frame
    verb = next(
        (
            at for at in range(item - 1, max(item - _SUPPLIED, 0), -1)
            if units[at].text in _HAVE or (units[at].text.startswith(_HAS) and units[at].actor is None and not units[at].one("item"))
        ),
        -1,
    )  # fmt: skip
    if verb < 1 or any(unit.is_stop or unit.is_function("rel", "sub", "neg") for unit in units[verb:item]):
        return frame
    given = {slot.actor for slot in frame.givers}
    users = [slot for slot in slots if slot.last < verb and verb - slot.last <= 3 and slot.case == "" and slot.role == "party" and slot.actor not in given]
    return replace(frame, takers=(users[-1],)) if users else frame


_ARRIVAL = 9


def with_arrival(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Frame:
    """The frame of *shipments of X weapons reached Y*, *des livraisons d'armes X sont parvenues à Y* with Y as its taker."""
    if frame.kind not in ("SUPPLY", "MOVE") or not frame.noun or frame.takers or not (frame.givers or frame.origin):
        return frame
    verb = next(
        (
            at for at in range(frame.index + 1, min(frame.index + _ARRIVAL, len(units)))
            if any(one.kind == "REACH" and "v" in one.features for one in units[at].all("trigger"))
        ),
        -1,
    )  # fmt: skip
    between = units[frame.index + 1 : max(verb, 0)]
    if verb < 0 or any(unit.is_stop or unit.text == "," or unit.is_function("rel", "sub", "neg", "modal") for unit in between):
        return frame
    given = {slot.actor for slot in frame.givers} | ({frame.origin.actor} if frame.origin is not None else set())
    there = tuple(
        slot for slot in slots
        if verb < slot.first <= verb + _BEHIND and slot.role == "party" and slot.case in ("", "to", "a", "in") and slot.actor not in given
    )  # fmt: skip
    return replace(frame, takers=there[:1], wanting="") if there else frame


_TURNS_OUT = ("turn", "prov", "was", "were", "is", "are", "identif", "found", "s'av", "aver", "etai", "est", "sont", "revel")


def with_told_origin(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Frame:
    """The frame of *bought coal that turned out to be X* with X as where the coal comes from."""
    if frame.origin is not None or frame.givers or not frame.items or frame.kind not in ("SUPPLY", "ACQUIRE", "MOVE", "REACH", "USE"):
        return frame
    last = max(frame.items)
    if last + 2 >= len(units) or units[last + 1].text not in ("that", "which", "qui"):
        return frame
    told = next((slot for slot in slots if last + 1 < slot.index <= last + _SUPPLIED and slot.how == "adjective"), None)
    if told is None or not any(unit.text.startswith(_TURNS_OUT) for unit in units[last + 2 : told.index]):
        return frame
    between = units[last + 2 : told.index]
    if any(unit.is_stop or unit.actor is not None or unit.one("item") or unit.is_function("neg") for unit in between):
        return frame
    return replace(frame, origin=replace(told, role="origin", host=last))


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
