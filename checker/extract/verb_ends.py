"""Ends of a verb that are no plain subject or object: fronted, indirect, by a flag or a charter, behind an infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import POSSESSIVES
from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT, Subject
from checker.extract.trigger_subjects import (
    is_ship,
)
from checker.extract.trigger_things import (
    CARRIERS,
    item_lines_of,
)
from checker.extract.units import Unit

_BOUND = ("bound", "destin", "meant", "promis", "intended", "headed", "livr", "vend")


def is_bound_for(units: Sequence[Unit], slot: Slot) -> bool:
    """True for *bound from X for Y*, *promises à Y*: whom seized goods were to reach."""
    if slot.case == "to":
        return True
    lead = units[max(0, slot.first - 7) : slot.first]
    return slot.case in ("for", "a") and any(unit.text.startswith(_BOUND) for unit in lead)


_SENT = ("destin", "expedi", "envoy", "livr", "sent", "shipped", "dispatched", "meant", "intended")


def is_bound_by(units: Sequence[Unit], slot: Slot) -> bool:
    """True for *destiné par X à Y*, *sent by X*: whose hand the seized goods had left."""
    return any(unit.text.startswith(_SENT) for unit in units[max(0, slot.first - 4) : slot.first])


def flag_of(units: Sequence[Unit], subject: Subject, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The nationality of the ship, plane or lorry that is the subject, which only brings the goods."""
    at = subject.item if subject.item >= 0 else subject.head
    if at < 0 or not (is_ship(units, subject) or item_lines_of(units, (at,)) & CARRIERS):
        return ()
    return tuple(slot for slot in slots if slot.host == at and slot.role in ("origin", "linked"))[:1]


def own_people(units: Sequence[Unit], verb: int) -> str:
    """The possessive of *resold by its own officers*, which stands for the owner of those who did it."""
    for at in range(verb + 1, min(verb + 5, len(units) - 1)):
        if units[at].is_function("prep") and units[at].value("prep") == "by":
            return units[at + 1].text if units[at + 1].text in POSSESSIVES else ""
    return ""


def organ_before_participle(units: Sequence[Unit], start: int) -> Subject:
    """The office or army whose participle this is: *the new army, trained by X*."""
    for at in range(start - 1, max(start - 5, -1), -1):
        if units[at].one("head") and units[at].actor is None:
            return Subject(head=at)
        if units[at].senses or not (units[at].text.isalpha() or units[at].text == ","):
            break
    return NO_SUBJECT


def cleft_end(units: Sequence[Unit], start: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The fronted end of *C'est auprès de X que Y s'est procuré ...*, *It was from X that Y bought ...*."""
    if units[0].text not in ("c'", "ce", "it"):
        return ()
    return tuple(
        slot
        for slot in slots
        if slot.last + 1 < start
        and slot.case in ("from", "a", "to", "for", "with")
        and units[slot.last + 1].text in ("que", "qu'", "that")
    )[:1]


_CHARTERED = ("affret", "charter", "operat", "exploit", "hired", "lou", "leased", "rent", "pilot")


def chartered_by(units: Sequence[Unit], subject: Subject, start: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Whose planes or ships they are: *cargo planes chartered by X carried ...*."""
    if subject.item < 0 or not item_lines_of(units, (subject.item,)) & CARRIERS:
        return ()
    if not any(unit.text.startswith(_CHARTERED) for unit in units[subject.item + 1 : start]):
        return ()
    return tuple(
        slot for slot in slots if subject.item < slot.index < start and slot.case == "by" and slot.role == "party"
    )[:1]


_WHOM = frozenset({"qui", "whom", "which", "auquel", "auxquels", "laquelle", "lesquels", "lesquelles"})


def to_whom(units: Sequence[Unit], start: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The antecedent of *M23, à qui elle fournit ...*, *X, to whom Y sold ...*: it receives."""
    for at in range(start - 1, max(start - 8, 1), -1):
        unit = units[at]
        if unit.text in _WHOM and (
            units[at - 1].text in ("a", "to") or unit.text.startswith("aux") or unit.text == "auquel"
        ):
            before = at - 1 if unit.text.startswith("au") else at - 2
            while before > 0 and units[before].text == ",":
                before -= 1
            return tuple(slot for slot in slots if slot.last == before and slot.role == "party")[:1]
        if unit.is_verb and not unit.one("item") and not unit.one("head"):
            return ()
    return ()


def shared_object(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> list[Slot]:
    """The object of *trained and equipped X*, which stands behind the second verb."""
    if index + 3 >= len(units) or not units[index + 1].is_function("coord") or not units[index + 2].is_verb:
        return []
    return [slot for slot in slots if slot.first == index + 3 and slot.case == "" and slot.role == "party"]


def late_agent(units: Sequence[Unit], right_end: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The *by X* behind the infinitive of a passive: *were taught to fly the aircraft by X*."""
    if not any(unit.text in ("to", "a") for unit in units[right_end : right_end + 2]):
        return ()
    for at in range(right_end + 1, len(units)):
        unit = units[at]
        if unit.is_stop or unit.text == "," or unit.is_function("rel", "sub", "aux"):
            break
        slot = next((one for one in slots if one.first == at and one.case == "by" and one.role == "party"), None)
        if slot is not None:
            return (slot,)
    return ()


GETTERS = frozenset({"them", "him", "her", "it", "us"})


def indirect_pronoun(units: Sequence[Unit], index: int, of_another: bool) -> str:
    """*sent them a convoy*, *gave it forty rifles*: the pronoun between the verb and its thing receives."""
    for at in range(index + 1, min(index + 4, len(units) - 1)):
        if units[at].text == "to" and units[at + 1].text in GETTERS:
            return units[at + 1].text
    if index + 2 >= len(units) or units[index + 1].text not in GETTERS:
        return ""
    if of_another:
        # "the car that X had given him"
        return units[index + 1].text
    after = units[index + 2]
    opens = after.is_function("det") or after.one("item") is not None or after.text[:1].isdigit()
    return units[index + 1].text if opens else ""
