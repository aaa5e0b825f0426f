"""Training told from the side of those who are trained: *attended a course in X*, *were trained in X*, *a suivi un stage à X*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.frame import Frame
from checker.extract.slots import Slot
from checker.extract.units import Unit

_UNDERGONE = (
    *("receiv", "underw", "undergo", "got", "attend", "complet", "follow", "enrol", "finish", "graduat", "sat", "took part", "taking part", "take part"),
    *("reçu", "recu", "recev", "reçoi", "suiv", "suivi", "subi", "bénéfici", "benefici", "effectu", "particip", "pris part", "achev", "termin"),
)
"""Beginnings of verbs whose subject is trained by what their object names."""
_LEARN = ("appren", "appris", "learn")
_MADE = ("fait", "fais", "faire", "made", "make")
_CIVIL = ("medical", "medic", "language", "cook", "nurs", "first-aid", "médic", "langue", "cuisin", "infirm", "secour", "foot", "sport", "danc", "danse", "business", "gestion", "couture")
_UNDERGONE_WHOLE = frozenset({"part", "had", "passed", "through"})
_REACH = 7
_OF_FIGHTERS = ("group", "leader")
_THERE = ("in", "a", "at")


def from_the_trainees(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Frame:
    """The frame with its ends as those trained have it: who attends a course is its taker, and the State it is held in gives it."""
    if frame.kind != "TRAIN":
        return frame
    if frame.noun:
        return _named(_attended(frame, units, slots), units)
    group = frame.group
    if group is None:
        return frame
    if group.reflexive and frame.givers:
        # "sont partis se former en X": it is they who are trained
        led = tuple(slot for slot in slots if slot.index > frame.index and _leads(slot, units))[:1]
        there = led or _held_in(slots, frame.index, frame.givers)
        return _named(replace(frame, takers=frame.givers, givers=there, wanting="" if there else "giver", pronoun=""), units)
    if units[frame.index].text.startswith(_LEARN) and not group.passive and frame.givers and not _is_taught(frame):
        teachers = tuple(slot for slot in slots if slot.index > frame.index and _teaches(slot, units))[:1]
        there = teachers or _held_in(slots, frame.index, frame.givers)
        return _named(replace(frame, takers=frame.givers, givers=there, wanting="" if there else "giver", pronoun=""), units)
    if group.passive and not frame.givers and frame.takers:
        there = _held_in(slots, frame.index, frame.takers)
        return replace(frame, givers=there, wanting="") if there else frame
    return frame


def _teaches(slot: Slot, units: Sequence[Unit]) -> bool:
    near = [unit.text for unit in units[max(0, slot.first - 3) : slot.first + 1]]
    return slot.role == "party" and (slot.case in ("from", "with", "by") or (slot.case == "of" and "aupres" in near))


_LED = ("conduite", "houlette", "direction", "guidance", "supervision", "tutelle")


def _leads(slot: Slot, units: Sequence[Unit]) -> bool:
    """True for the X of *sous la conduite d'instructeurs X*, *under X officers*."""
    near = [unit.text for unit in units[max(0, slot.first - 3) : slot.first]]
    return slot.role == "party" and (any(word.startswith(_LED) for word in near) or near[-1:] == ["under"])


def _is_taught(frame: Frame) -> bool:
    """True for *apprend le tir aux recrues*, *leur apprend*: who learns is named behind *à*."""
    group = frame.group
    clitics = {"lui", "leur"} & set(group.clitics) if group is not None else set()
    return bool(frame.arguments.cased("a", "to") or frame.arguments.receivers or clitics)


def _attended(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Frame:
    """A course whose subject attends it, or that is held somewhere."""
    verb = _verb_undergone(units, frame.index)
    if verb >= 0:
        trained = tuple(slot for slot in frame.givers if slot.index < verb) or _before(slots, verb)
        given = frame.arguments.cased("from", "by") or tuple(
            slot for slot in slots if verb < slot.index < frame.index and slot.case in ("from", "of") and slot.role == "party"
        )
        given = given or _elsewhere(frame.arguments.cased("in", "a"), trained)
        return replace(frame, givers=given, takers=trained, wanting="" if given else "giver", pronoun="") if trained else frame
    if frame.takers and not frame.givers:
        there = _elsewhere(frame.arguments.cased("in"), frame.takers) or _put_on_in(frame, units, slots)
        takers = tuple(slot for slot in frame.takers if slot not in there)
        return replace(frame, givers=there, takers=takers, wanting="") if there and takers else frame
    return frame


def _named(frame: Frame, units: Sequence[Unit]) -> Frame:
    """A course for an army or for fighters is a military one, whatever it is called."""
    if frame.items or frame.default_item:
        return frame
    armed = any(
        slot.how in _OF_FIGHTERS or slot.how == "organ" or units[slot.index].one("head", "organ") or slot.organ
        for slot in frame.takers
    )
    return replace(frame, default_item="military_training") if armed else frame


def _before(slots: Sequence[Slot], verb: int) -> tuple[Slot, ...]:
    """The bare name that stands nearest before the verb."""
    return tuple(slot for slot in slots if slot.index < verb and slot.case == "" and slot.role == "party")[-1:]


def _verb_undergone(units: Sequence[Unit], noun: int) -> int:
    """Where the verb stands whose subject is trained; -1 for none, and where somebody makes them attend."""
    for at in range(noun - 1, max(noun - _REACH, -1), -1):
        unit = units[at]
        if unit.is_stop or unit.is_function("rel", "sub"):
            return -1
        if unit.text.startswith(_UNDERGONE) or (unit.text in _UNDERGONE_WHOLE and not unit.one("item")):
            return -1 if at and units[at - 1].text.startswith(_MADE) else at
    return -1


def is_civil(frame: Frame, units: Sequence[Unit]) -> bool:
    """True for a medical or a language course."""
    if frame.kind != "TRAIN":
        return False
    near = units[max(0, frame.index - 2) : frame.index + 4]
    return any(unit.text.startswith(_CIVIL) for unit in near)


def teaches_the_use(frame: Frame, frames: Sequence[Frame]) -> bool:
    """True for the verb of *received training on drones*: the drones are what the training is about, and nobody got them."""
    if frame.noun or frame.kind not in ("ACQUIRE", "SUPPLY", "EQUIP", "MOVE") or not frame.items:
        return False
    return any(
        one.kind == "TRAIN" and one.noun and frame.index < one.index <= frame.index + _REACH and min(frame.items) >= one.index
        for one in frames
    )


_PUT_ON = ("held", "organi", "took", "ran", "given", "offered", "staged", "tenu", "deroul", "déroul", "dispens", "donn", "eu", "lieu")


def _put_on_in(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The State of *a course for X was held in Y*, *un stage pour X s'est tenu en Y*."""
    last = max(slot.last for slot in frame.takers)
    held = next((at for at in range(last + 1, min(last + 5, len(units))) if units[at].text.startswith(_PUT_ON)), -1)
    return _held_in(slots, held, frame.takers) if held > 0 else ()


def _held_in(slots: Sequence[Slot], verb: int, trained: Sequence[Slot]) -> tuple[Slot, ...]:
    """The State behind the verb in which they were trained, when it is not their own."""
    return _elsewhere([slot for slot in slots if verb < slot.index <= verb + _REACH and slot.role == "party"], trained)


def _elsewhere(there: Sequence[Slot], trained: Sequence[Slot]) -> tuple[Slot, ...]:
    own = {slot.actor for slot in trained}
    return tuple(slot for slot in there if slot.case in _THERE and slot.actor not in own and slot.how in ("name", "capital", "port"))[:1]
