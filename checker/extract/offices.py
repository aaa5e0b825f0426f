"""Speakers known by what stands beside them: a person by the office behind the name, officials by the capital they speak in."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.slots import Slot
from checker.extract.units import Unit

_APPOSITION = 9
_OFFICIALS = ("official", "authorit", "minister", "on", "responsable", "autorit", "ministre", "government", "gouvernement", "officer", "officier")


def actor_of_office(units: Sequence[Unit], verb: int, slots: Sequence[Slot]) -> str:
    """The State of *Shin Won-sik, South Korea's defence minister, told*: that of the office between the commas; empty for none."""
    closed = verb - 1
    while closed > 0 and units[closed].is_function("aux", "pron"):
        closed -= 1
    if closed < 3 or units[closed].text != ",":
        return ""
    opened = next((at for at in range(closed - 1, max(closed - _APPOSITION, 0), -1) if units[at].text == ","), -1)
    if opened < 1 or not units[opened - 1].capital or units[opened - 1].actor is not None:
        return ""
    inside = [slot for slot in slots if opened < slot.first and slot.last < closed and slot.how not in ("body", "media")]
    told = any(one.value == "official" for unit in units[opened + 1 : closed] for one in unit.all("item")) or any(slot.organ for slot in inside)
    return inside[0].actor if inside and told else ""


def actor_of_capital(units: Sequence[Unit], words: str, slots: Sequence[Slot]) -> str:
    """The State of *In Seoul, officials believe*, *à Séoul, on estime*; empty where other people speak, or no capital opens the sentence."""
    low = words.lower().split()
    if not low or not low[-1].startswith(_OFFICIALS) or (low[-1].startswith("on") and low[-1] != "on"):
        return ""
    first = next((slot for slot in slots if slot.first <= 1 and slot.how == "capital"), None)
    if first is None or first.last + 1 >= len(units) or units[first.last + 1].text != ",":
        return ""
    return first.actor if units[0].text in ("in", "a", "at") else ""
