"""Ends of a flow that other words of its sentence name: the shipment's own sender, the one whom a purpose serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.frame import Frame
from checker.extract.slots import Slot
from checker.extract.units import Sentence, Unit

_SERVING = ("support", "help", "assist", "back", "bolster", "reinforce", "protect", "defend", "guard", "soutenir", "appuyer", "aider",
            "epauler", "renforcer", "proteger", "defendre", "seconder")  # fmt: skip
_PURPOSE = frozenset({"to", "pour", "afin d'", "afin de"})
_PHRASE = 5
"""The units at most between a verb of help and the name of whom it helps."""


def borrow(frames: Sequence[Frame], sentence: Sentence, slots: Sequence[Slot]) -> tuple[Frame, ...]:
    """The frames, a seizure with the sender of the shipment it names and a flow with the one whom it is meant to serve."""
    flows = [one for one in frames if one.noun and one.kind == "SUPPLY" and one.givers and not one.takers]
    out: list[Frame] = []
    taken: list[Frame] = []
    for frame in frames:
        if frame.kind == "SEIZE" and not frame.givers and (flow := _seized(frame, flows)) is not None:
            taken.append(flow)
            frame = replace(frame, givers=flow.givers)
        elif frame.kind in ("SUPPLY", "MERC", "TRAIN", "EQUIP") and not frame.noun and frame.givers and not frame.takers:
            # whom a purpose serves, or where the ship went
            served = _served(frame, sentence.units, slots) or _landing(frame, sentence.units, slots) or _user(frame, sentence.units, slots)
            frame = frame if served is None else replace(frame, takers=(served,))
        elif frame.kind == "REACH" and not frame.noun and frame.givers and not frame.takers:
            holder = _holder(frame, sentence.units, slots)
            frame = frame if holder is None else replace(frame, takers=(holder,))
        elif frame.kind in ("SUPPLY", "MOVE", "ACQUIRE") and not frame.noun and not frame.takers:
            got = _landing(frame, sentence.units, slots) or _user(frame, sentence.units, slots) or _bound_for(frame, sentence.units, slots) or _on_its_way(frame, sentence.units, slots)
            frame = frame if got is None else replace(frame, takers=(got,))
        out.append(frame)
    return tuple(one for one in out if one not in taken)


_TAKEN_ON = ("load", "took on", "taken on", "taking on", "picked up", "charg", "embarqu")
_PUT_OFF = ("deliver", "discharg", "unload", "offload", "livr", "decharg", "debarqu")
_WENT = ("sail", "steam", "headed", "head for", "travel", "went", "arriv", "dock", "berth", "call", "put in", "return", "appareill", "accost",
         "fait escale", "gagn", "mis le cap", "cingl")  # fmt: skip
_VOYAGE = 14
"""The units at most between the loading of a ship and the port it went to."""


def _landing(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Slot | None:
    """The port of *loaded coal at X and sailed to Y*, *called at Y and delivered oil*: where the goods went ashore."""
    word = units[frame.index].text
    if word.startswith(_TAKEN_ON):
        span = range(frame.index + 1, min(frame.index + _VOYAGE, len(units)))
    elif word.startswith(_PUT_OFF):
        span = range(max(frame.index - _VOYAGE, 0), frame.index)
    else:
        return None
    taken = {slot.actor for slot in frame.givers}
    for at in span:
        if not units[at].text.startswith(_WENT):
            continue
        between = units[min(at, frame.index) + 1 : max(at, frame.index)]
        joined = any(unit.is_function("coord") or unit.text in ("before", "then", ",", "puis", "avant") for unit in between)
        if any(unit.is_stop or unit.is_function("rel") for unit in between) or not joined:
            continue
        port = next((slot for slot in slots if at < slot.first <= at + 5 and slot.role == "party"), None)
        if port is not None and port.how in ("port", "name", "capital") and port.case in ("", "to", "in", "a", "for") and port.actor not in taken:
            return port if word.startswith(_TAKEN_ON) or port.last < frame.index else None
    return None


def _bound_for(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Slot | None:
    """The X of *an X-bound dhow carried rifles*: where the ship was going with them."""
    if frame.kind == "ACQUIRE":
        return None
    return next(
        (slot for slot in slots if slot.last < frame.index and slot.index + 2 < len(units) and units[slot.index + 1].text == "-" and units[slot.index + 2].text == "bound"),
        None,
    )


_HEADING = frozenset({"way", "route", "road", "voyage", "trip", "passage", "chemin", "cap"})
_AHEAD = frozenset({"to", "for", "towards", "vers", "pour", "sur"})


def _on_its_way(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Slot | None:
    """The X of *was loaded with coal and stopped on its way to X*, *faisait route vers X*: where the goods were going."""
    if frame.kind == "ACQUIRE":
        return None
    taken = {slot.actor for slot in frame.givers}
    for at in range(1, len(units) - 1):
        words = units[at].text.split()
        told = words[0] in _HEADING or (len(words) > 1 and words[-2] in _HEADING)
        if told and (words[-1] in _AHEAD or units[at + 1].text in _AHEAD):
            return next(
                (slot for slot in slots if at < slot.first <= at + 4 and slot.role == "party" and slot.actor not in taken and slot.how not in ("body", "media")),
                None,
            )
    return None


_WIELDING = ("fight", "fought", "fir", "arm", "us", "carr", "wield", "equip", "deploy", "field", "parad", "brandish", "combat", "tir", "utilis", "emplo",
             "port", "équip", "dispos", "dot", "possèd", "possed", "détien", "detien", "exhib", "défil", "defil", "has", "have", "had", "hold", "held", "own")  # fmt: skip


def _holder(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Slot | None:
    """The X of *X is fighting with howitzers that came from Y*: who has the things that came got them."""
    item = frame.arguments.subject.item
    if item < 2 or frame.group is None or not any(unit.is_function("rel", "sub") or unit.text == "," for unit in units[item + 1 : frame.group.start + 1]):
        return None
    for at in range(item - 1, max(item - 8, 0), -1):
        if units[at].is_stop or units[at].is_function("rel", "neg"):
            return None
        if units[at].text.startswith(_WIELDING) and not units[at].one("item"):
            return next(
                (
                    slot
                    for slot in reversed(slots)
                    if at - 4 <= slot.last < at and slot.case == "" and slot.role == "party" and slot.how not in ("body", "media")
                    and slot.actor not in [one.actor for one in frame.givers]
                ),
                None,
            )
    return None


_USING = frozenset({"used", "driven", "worn", "ridden", "flown", "sported", "utilise", "utilisee", "utilises", "utilisees", "conduit", "conduite"})


def _user(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Slot | None:
    """The X of *the limousines used by X were shipped from a port*: whoever uses the goods got them."""
    item = frame.arguments.subject.item
    if frame.group is None or not frame.group.passive or item < 0:
        return None
    for at in range(item + 1, min(item + 4, frame.group.start)):
        if units[at].text in _USING:
            return next((slot for slot in slots if at < slot.first <= at + 3 and slot.case == "by" and slot.role == "party"), None)
    return None


def _seized(frame: Frame, flows: Sequence[Frame]) -> Frame | None:
    """*seized an X shipment of weapons bound for Y*: the shipment is X's, and is no second flow."""
    first, last = frame.arguments.extent
    return next(
        (one for one in flows if frame.index < one.index <= max(last, first) and set(one.items) <= set(frame.items)), None
    )


def _served(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Slot | None:
    """*provided fighters to support Y*: Y gets them."""
    for at in range(frame.index + 1, len(units) - 1):
        if units[at].is_stop or units[at].is_function("rel"):
            return None
        if units[at].text in _PURPOSE and units[at + 1].text.startswith(_SERVING):
            return next(
                (
                    slot
                    for slot in slots
                    if at + 1 < slot.first <= at + 1 + _PHRASE
                    and slot.role == "party"
                    and slot.case in ("", "of", "a")
                    and slot.actor not in [one.actor for one in frame.givers]
                ),
                None,
            )
    return None
