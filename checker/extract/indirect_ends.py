"""Ends told only by flags, by hired men or beside a town: transfers at sea, fighters, meetings."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import Arguments
from checker.extract.slots import Slot
from checker.extract.units import Sentence

_RECEPTIVE = (
    "receiv",
    "took on",
    "take on",
    "taking on",
    "load",
    "reçu",
    "recu",
    "reçoi",
    "charg",
    "embarqu",
    "recevoir",
)


def flag_ends(
    slots: Sequence[Slot], sentence: Sentence, index: int, givers: tuple[Slot, ...], found: Arguments
) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The ends of a transfer at sea of which only the flags are told: what is mined or caught goes out, fuel comes in."""
    ships = tuple(slot for slot in slots if slot.head_kind == "ship")
    before = tuple(slot for slot in ships if slot.index < index)
    after = tuple(slot for slot in ships if slot.index > index)
    receptive = sentence.units[index].text.startswith(_RECEPTIVE)
    if found.about("coal", "mineral", "seafood", "metal", "textile"):
        return (after, before) if receptive else (before[-1:], after)
    return givers, before[-1:] if receptive or not after else after


_BESIDE = ("for", "with", "beside")
_SERVED = ("in", "for", "with", "to", "a", "from", "beside")


def hired_ends(
    slots: Sequence[Slot], index: int, givers: tuple[Slot, ...], takers: tuple[Slot, ...], found: Arguments
) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The ends of *mercenaries of X hired in 2022 to fight beside Y*: the company of the men, and where they serve."""
    if not givers or all(slot in givers for slot in takers):
        owners = tuple(
            slot for slot in slots if slot.how == "group" and slot.case in ("of", "from") and slot.index < index
        )
        having = tuple(slot for slot in slots if slot.how == "group" and slot.case == "" and slot.index < index)
        owners = owners or having[-1:]
        if owners:
            takers = takers or tuple(slot for slot in givers if slot not in owners)
            givers = owners[-1:]
    served = tuple(
        slot for slot in slots if slot.index > index and slot.case in _BESIDE and slot.how in ("group", "leader")
    )
    if served and takers and all(slot.how not in ("group", "leader") for slot in takers):
        # "into Libya to fight for Haftar": the side, not the country
        takers = served[:1]
    if not takers:
        later = [slot for slot in slots if slot.index > index and slot.case in _SERVED and slot.role == "party"]
        takers = tuple(slot for slot in later if slot not in givers)[:1]
    return givers, takers


def over_towns(ends: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The named parties before the town where they were met: *to the RSF, in Nyala*."""
    return tuple(slot for slot in ends if slot.how != "port") or ends
