"""One verb for several flows: gapping (*X took mortars, Y grenades*) and respective lists (typology 1.0, lists of items and of actors)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.frame import Frame
from checker.extract.slots import Slot
from checker.extract.trigger_things import item_ids_of, item_lines_of
from checker.extract.units import Sentence, Unit

_KINDS = frozenset({"SUPPLY", "ACQUIRE", "MOVE", "EQUIP", "TRAIN", "HOST", "BUILD"})
_RECEIVING = frozenset({"ACQUIRE", "HOST"})
_IN_ORDER = frozenset({"respectively", "respectivement"})
_PHRASE = 6
"""The units at most between the name of a gapped clause and its thing."""


def distribute(frames: Sequence[Frame], sentence: Sentence, slots: Sequence[Slot]) -> tuple[Frame, ...]:
    """The frames, with one more for each clause that leaves out their verb, and one each for ends told *respectively*."""
    units = sentence.units
    out: list[Frame] = []
    for frame in frames:
        if frame.kind not in _KINDS or frame.noun:
            out.append(frame)
            continue
        out.extend(_gapped(frame, units, slots) if frame.items else (frame,))
    if any(unit.text in _IN_ORDER for unit in units):
        return tuple(part for frame in out for part in _in_order(frame, units))
    return tuple(out)


def _in_order(frame: Frame, units: Sequence[Unit]) -> tuple[Frame, ...]:
    """*X and Y bought lead and squid respectively*: the first of each, then the second."""
    count = len(frame.items)
    if count < 2 or count not in (len(frame.givers), len(frame.takers)):
        return (frame,)
    return tuple(
        _with_items(
            frame,
            (at,),
            units,
            givers=(frame.givers[i],) if len(frame.givers) == count else frame.givers,
            takers=(frame.takers[i],) if len(frame.takers) == count else frame.takers,
        )
        for i, at in enumerate(sorted(frame.items))
    )


def _gapped(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot]) -> tuple[Frame, ...]:
    """The frame cut off where a clause without a verb begins, and that clause as a frame of its own."""
    for slot in slots:
        if slot.role != "party" or slot.first <= frame.index + 1 or not _opens_a_clause(units, slot.first):
            continue
        before = tuple(at for at in frame.items if at < slot.first)
        item = _thing_after(units, slot.last)
        if not before or item < 0:
            continue
        end = _end_of(units, item)
        if end < 0:
            continue
        later = [one for one in slots if item < one.first <= end and _opens_a_clause(units, one.first)]
        end = next((one.first - 2 for one in later if _thing_after(units, one.last) > 0), end)
        items = tuple(at for at in range(item, end + 1) if units[at].one("item"))
        inside = [one for one in slots if slot.last < one.first <= end and one.role == "party"]
        given = tuple(one for one in inside if one.case in ("to", "a", "for"))
        source = tuple(one for one in inside if one.case in ("from", "of", "a"))
        opener: tuple[Slot, ...] = (slot,)
        kept = tuple(one for one in frame.givers if one.first < slot.first)
        got = tuple(one for one in frame.takers if one.first < slot.first)
        if not got and frame.kind not in _RECEIVING:
            near = [one for one in slots if frame.index < one.first < slot.first and one.role == "party"]
            got = tuple(one for one in near if one.case in ("to", "a", "for"))
        if got and got[0].case == "" and got[0].first > frame.index:
            # "sold X its Scuds and Y its launchers"
            givers, takers = kept, opener
        elif frame.kind in _RECEIVING:
            givers, takers = source or kept, opener
        else:
            givers, takers = opener, given or got
        first = _with_items(frame, before, units, givers=kept, takers=got)
        extent = (frame.arguments.extent[0], min(frame.arguments.extent[1], slot.first - 1))
        first = replace(first, arguments=replace(first.arguments, extent=extent))
        second = _with_items(frame, items, units, givers=givers, takers=takers)
        arguments = replace(second.arguments, extent=(slot.first, end), pronoun="", agents=givers)
        second = replace(second, arguments=arguments, pronoun="", wanting="", origin=None, made=None)
        return (first, *_gapped(second, units, [one for one in slots if one.first > end]))
    return (frame,)


def _with_items(
    frame: Frame, items: tuple[int, ...], units: Sequence[Unit], givers: tuple[Slot, ...], takers: tuple[Slot, ...]
) -> Frame:
    arguments = replace(
        frame.arguments, items=items, item_ids=item_ids_of(units, items), lines=item_lines_of(units, items)
    )
    return replace(frame, items=items, arguments=arguments, givers=givers, takers=takers)


def _opens_a_clause(units: Sequence[Unit], first: int) -> bool:
    before = units[first - 1]
    return before.text in (",", ";") or (before.is_function("coord") and not before.is_function("neg"))


def _thing_after(units: Sequence[Unit], last: int) -> int:
    """The thing right behind a name with only numbers and plain words before it, or -1."""
    for at in range(last + 1, min(last + 1 + _PHRASE, len(units))):
        unit = units[at]
        if unit.one("item") and not (unit.is_verb and at == last + 1 and not units[at - 1].is_function("det")):
            return at
        opens = unit.is_function("det") or unit.text in ("des", "du", "de", "d'") or unit.text[:1].isdigit()
        if not opens and (unit.senses or not unit.text.isalpha() or at == last + 1):
            return -1
    return -1


def _end_of(units: Sequence[Unit], item: int) -> int:
    """The last unit of a clause without a verb that begins before ``item``; -1 when a verb follows."""
    end = item
    for at in range(item + 1, len(units)):
        unit = units[at]
        if unit.is_stop or unit.text in (",", ".", "!", "?") or unit.is_function("rel", "sub"):
            break
        if unit.is_function("aux", "modal") and unit.text != "a" and not unit.is_function("prep"):
            return -1
        if unit.is_verb and not unit.one("item") and not any("n" in sense.features for sense in unit.senses):
            return -1
        end = at
    return end
