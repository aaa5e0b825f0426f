"""Journeys of listed people: *the Taliban minister flew to Doha*, who crossed into which State (typology, travel_ban_breach)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.frames import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.units import Sentence, Unit
from checker.extract.verb_arguments import gather_verb

_LISTED = ("listed", "sanctioned", "sanctionné", "blacklist", "designated", "inscrit", "interdit de voyage", "frapp")
_BANS = ("travel ban", "interdiction de voyage", "interdiction de visa", "exemption", "dérogation", "derogation")
_FOREIGN = ("name", "capital", "acronym", "seat", "port")
# Where a group is at home, so that a journey there crosses no border.
_HOME = {"TALIBAN": "AFG", "HAQQANI": "AFG", "ALSHABAAB": "SOM", "HOUTHI": "YEM", "HEZBOLLAH": "LBN", "M23": "COD"}


def find_journeys(sentence: Sentence, slots: Sequence[Slot], grammar: Grammar) -> tuple[Frame, ...]:
    """The first journey of a person of a listed group, or of a person called listed, into a State that is not his own."""
    units = sentence.units
    for index, unit in enumerate(units):
        sense = next((one for one in unit.all("trigger") if one.kind == "TRAVEL"), None)
        if sense is None or _names_a_rule(units, index):
            continue
        traveller = next((slot for slot in reversed(slots) if slot.last < index and _travels(slot, units)), None)
        if traveller is None or any(units[at].is_stop for at in range(traveller.last, index)):
            continue
        target = _destination(slots, index, traveller)
        if target is None:
            continue
        found = gather_verb(sentence, index, slots, grammar)
        return (
            Frame(
                "TRAVEL", sense.value, index, "n" in sense.features, found.group, found,
                (traveller,), (target,), (), sense.needs[0], notes=("listed:giver",) if _called_listed(units) else (),
            ),
        )  # fmt: skip
    return ()


def _names_a_rule(units: Sequence[Unit], index: int) -> bool:
    """*travel ban, interdiction de voyager, go-ahead*: no journey."""
    after = units[index + 1].text if index + 1 < len(units) else ""
    return after in ("ban", "bans", "-") or any(
        unit.text.startswith("interd") for unit in units[max(0, index - 3) : index]
    )


def _travels(slot: Slot, units: Sequence[Unit]) -> bool:
    if slot.case not in ("", "of") or slot.how == "body" or (slot.actor not in _HOME and not _called_listed(units)):
        return False
    if slot.how == "leader":
        return slot.actor in _HOME or _called_listed(units)
    near = units[max(0, slot.first - 3) : slot.last + 4]
    return any(_is_official(unit) for unit in near)


def _is_official(unit: Unit) -> bool:
    return any(sense.value == "official" for sense in unit.all("item"))


def _called_listed(units: Sequence[Unit]) -> bool:
    said = " ".join(unit.text for unit in units)
    return any(word in said for word in _BANS) or any(unit.text.startswith(_LISTED) for unit in units)


def _destination(slots: Sequence[Slot], index: int, traveller: Slot) -> Slot | None:
    for slot in slots:
        if slot.index <= index or slot.role != "party" or slot.how not in _FOREIGN:
            continue
        there = slot.case in ("to", "in", "a") or (slot.case == "" and slot.first <= index + 2)
        if there and slot.actor not in (traveller.actor, _HOME.get(traveller.actor, "")):
            return slot
    return None
