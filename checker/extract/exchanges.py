"""What goes the other way: *fuel in exchange for shells*, *du carburant contre des obus*, *swaps shells for X's fuel* (typology R8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.frame import Frame
from checker.extract.slots import Slot
from checker.extract.trigger_things import item_ids_of, item_lines_of
from checker.extract.units import Unit

_FOR = (
    *(("in", "exchange", "for"), ("in", "return", "for"), ("as", "payment", "for"), ("in", "payment", "for"), ("by", "way", "of", "payment", "for")),
    *(("en", "echange", "de"), ("en", "echange", "d'"), ("en", "echange", "des"), ("en", "echange", "du"), ("en", "contrepartie", "de"), ("en", "contrepartie", "d'")),
    *(("en", "paiement", "de"), ("en", "paiement", "d'"), ("en", "paiement", "des"), ("contre",), ("moyennant",)),
)
_SWAPS = ("swap", "barter", "exchang", "trad", "troqu", "echang")
_FLOWS = frozenset({"SUPPLY", "ACQUIRE", "MOVE", "TRADE", "EQUIP"})
_REACH = 6
"""The units at most between the words of exchange and the thing."""


def with_return_cargo(frames: Sequence[Frame], units: Sequence[Unit], slots: Sequence[Slot]) -> list[Frame]:
    """The frames without the things that go the other way, and a frame for those."""
    out: list[Frame] = []
    back: list[Frame] = []
    for frame in frames:
        paid = _paid_with(frame, units) if frame.kind in _FLOWS else ()
        if not paid:
            out.append(frame)
            continue
        frame = _without(frame, paid, units)
        owner = next((slot for slot in slots if slot.role == "origin" and slot.host in paid), None)
        if not frame.takers and frame.givers and owner is not None and owner.actor not in [one.actor for one in frame.givers]:
            frame = replace(frame, kind="SUPPLY", takers=(owner,), wanting="", notes=())
        out.append(frame)
        if frame.givers and frame.takers and not back:
            found = replace(
                frame.arguments, items=paid, item_ids=item_ids_of(units, paid), lines=item_lines_of(units, paid), origin=None, made=None
            )
            back.append(
                replace(
                    frame, kind="SUPPLY", activity="", index=paid[0], noun=True, givers=frame.takers, takers=frame.givers, items=paid,
                    default_item="", pronoun="", wanting="", origin=None, made=None, arguments=found, notes=("in_exchange",),
                )
            )  # fmt: skip
    return out + back


def _paid_with(frame: Frame, units: Sequence[Unit]) -> tuple[int, ...]:
    """The things behind the words of exchange."""
    words = [unit.text for unit in units]
    swaps = units[frame.index].text.startswith(_SWAPS)
    for at in range(len(words)):
        phrase = next((one for one in _FOR if tuple(words[at : at + len(one)]) == one), None)
        if phrase is None and swaps and words[at] == "for" and at > frame.index:
            phrase = ("for",)
        if phrase is None or (len(phrase) == 1 and at < frame.index):
            # "contre" before the verb is against somebody
            continue
        begin = at + len(phrase)
        things = []
        for place in range(begin, min(begin + _REACH, len(units))):
            if units[place].is_stop or units[place].text == "," or (units[place].is_verb and not units[place].one("item")):
                break
            if units[place].one("item"):
                things.append(place)
        if things and not (frame.items and set(frame.items) <= set(things)):
            return tuple(things)
    return ()


def _without(frame: Frame, paid: tuple[int, ...], units: Sequence[Unit]) -> Frame:
    kept = tuple(at for at in frame.items if at not in paid)
    if kept == frame.items:
        return frame
    found = replace(frame.arguments, items=kept, item_ids=item_ids_of(units, kept), lines=item_lines_of(units, kept))
    return replace(frame, items=kept, arguments=found)
