"""Ends told by what somebody is: *the buyer was X*, *le destinataire en est le M23, l'expéditeur, Y* (typology 1.0)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.arguments import Arguments
from checker.extract.frame import Frame
from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT
from checker.extract.trigger_things import item_ids_of, item_lines_of
from checker.extract.units import Sentence, Unit

_TAKERS = frozenset(
    ["buyer", "purchaser", "customer", "recipient", "addressee", "consignee", "beneficiary", "client", "acheteur", "acquereur",
     "destinataire", "beneficiaire", "cliente", "acheteuse"]
)  # fmt: skip
_GIVERS = frozenset(
    ["seller", "vendor", "supplier", "sender", "shipper", "consignor", "source", "vendeur", "fournisseur", "expediteur", "vendeuse",
     "fournisseuse", "pourvoyeur", "donateur", "donor"]
)  # fmt: skip
_REACH = 9
"""The units at most between the word for a role and the name that fills it."""


def find_copulas(sentence: Sentence, slots: Sequence[Slot], frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The one flow whose ends a sentence tells by *the buyer was X*; none where a verb tells the flow itself."""
    units = sentence.units
    told = _roles(units, slots)
    if not told:
        return ()
    items = tuple(at for at, unit in enumerate(units) if unit.one("item"))
    ends = {slot.actor for _, slot in told}
    if any(
        frame.givers and frame.takers and {s.actor for s in (*frame.givers, *frame.takers)} & ends for frame in frames
    ):
        return ()
    givers = tuple(slot for role, slot in told if role == "giver")[:1]
    takers = tuple(slot for role, slot in told if role == "taker")[:1]
    index = min(at for at, unit in enumerate(units) if unit.text in _TAKERS | _GIVERS)
    last = max(slot.last for slot in (*givers, *takers))
    found = Arguments(
        None, NO_SUBJECT, givers, (), takers, (), items, item_ids_of(units, items), item_lines_of(units, items), None, None, "",
        (index, last), wants_item=not items,
    )  # fmt: skip
    return (Frame("SUPPLY", "", index, True, None, found, givers, takers, items),)


def with_whom_it_is(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> Frame:
    """The frame of *X's best customer for shells is Y*, *le premier fournisseur de X est Y* with the end that the copula names."""
    if frame.kind not in ("BUYER", "SUPPLIER") or not frame.noun or (frame.givers and frame.takers):
        return frame
    slot = _filler(units, frame.index, slots, gapped=False)
    named = {one.actor for one in (*frame.givers, *frame.takers)}
    if slot is None or slot.actor in named:
        return frame
    if frame.kind == "BUYER":
        return replace(frame, takers=(slot,), wanting="") if not frame.takers else frame
    return replace(frame, givers=(slot,), wanting="") if not frame.givers else frame


_GIFTS = frozenset({"gift", "gifts", "present", "presents", "cadeau", "cadeaux", "don"})


def find_gifts(sentence: Sentence, slots: Sequence[Slot]) -> tuple[Frame, ...]:
    """The flow of *the limousine was a gift from X to Y*, *la berline est un cadeau de X à Y*."""
    units = sentence.units
    for at, unit in enumerate(units):
        if unit.text not in _GIFTS or at < 2 or not any(one.is_function("aux") for one in units[max(0, at - 4) : at]):
            continue
        items = tuple(one for one in range(at) if units[one].one("item"))
        givers = tuple(slot for slot in slots if at < slot.first <= at + 3 and slot.case in ("from", "of", "by"))[:1]
        takers = tuple(
            slot for slot in slots if givers and slot.index > givers[0].last and slot.first <= givers[0].last + 4 and slot.case in ("to", "a", "for")
        )[:1]
        if not items or not givers:
            continue
        found = Arguments(
            None, NO_SUBJECT, givers, (), takers, (), items, item_ids_of(units, items), item_lines_of(units, items), None, None, "",
            (items[0], max(slot.last for slot in (*givers, *takers))),
        )  # fmt: skip
        return (Frame("SUPPLY", "", at, True, None, found, givers, takers, items),)
    return ()


def _roles(units: Sequence[Unit], slots: Sequence[Slot]) -> list[tuple[str, Slot]]:
    told: list[tuple[str, Slot]] = []
    for at, unit in enumerate(units):
        if unit.text not in _TAKERS | _GIVERS or at == 0 or not units[at - 1].is_function("det"):
            continue
        slot = _filler(units, at, slots, gapped=bool(told))
        if slot is not None:
            told.append(("taker" if unit.text in _TAKERS else "giver", slot))
    return told


def _filler(units: Sequence[Unit], role: int, slots: Sequence[Slot], gapped: bool) -> Slot | None:
    """The name behind *is, was, était, restait* that belongs to the word for a role; after a first one the verb may be left out."""
    linked = -1
    for at in range(role + 1, min(role + 1 + _REACH, len(units))):
        unit = units[at]
        if unit.is_stop or unit.is_function("rel", "sub", "neg"):
            return None
        if unit.is_function("aux") and unit.value("aux").startswith("be") and unit.text != "'s":
            linked = at
            continue
        if linked < 0 and not gapped and unit.is_verb and not unit.one("item") and not unit.one("head"):
            return None
        slot = next(
            (one for one in slots if at in (one.first, one.index) and one.case == "" and one.role == "party"), None
        )
        if slot is not None and (linked >= 0 or (gapped and at <= role + 2)):
            return slot
        if linked >= 0 and not unit.is_function("det") and unit.text not in ("apparently", "sans", "doute"):
            return None
    return None
