"""Ends of a flow that other words of its sentence name: the shipment's own sender, the one whom a purpose serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.frames import Frame
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
            served = _served(frame, sentence.units, slots)
            frame = frame if served is None else replace(frame, takers=(served,))
        out.append(frame)
    return tuple(one for one in out if one not in taken)


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
