"""A name of a sentence with its case and what it is attached to, and what its neighbours change in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.extract.units import Unit


@dataclass(frozen=True, slots=True)
class Slot:
    """A name that may be a party, at ``units[index]``, its noun phrase being ``first`` to ``last``.

    ``case``: empty (bare), ``to``, ``from``, ``a`` (French *à*), ``of``, ``by``, ``with``, ``for``, ``in``, ``on``, ``via``,
    ``against``, ``src``. ``role``: ``party``; ``origin`` (attached to the item at ``host``); ``agent`` (attached to the
    action noun at ``host``); ``made`` (of its make or design only); ``linked`` (nationality of a person, firm or ship).
    """

    index: int
    first: int
    last: int
    case: str
    role: str
    actor: str
    how: str
    organ: str = ""
    host: int = -1
    head_kind: str = ""


def state_run(units: Sequence[Unit], slot: Slot) -> Slot:
    """The slot for its State where a firm's State runs it, by its economy or by the text's own word."""
    if slot.role != "linked" or slot.head_kind != "firm":
        return slot
    around = {unit.text for unit in units[max(0, slot.first - 2) : min(len(units), slot.last + 4)]}
    if slot.actor == "PRK" or slot.how == "company" or around & {
        "state",
        "public",
        "publique",
        "etat",
        "state-owned",
        "national",
        "nationale",
    }:
        return replace(slot, role="party", organ=units[slot.host].text if slot.host >= 0 else "")
    return slot


def _opens_a_verb(unit: Unit) -> bool:
    """True for the verb of *to X, and Y has ...*: Y is its subject."""
    if unit.is_function("aux", "modal", "neg") and not unit.is_function("prep") and unit.text != "'s":
        return True
    finite = any("fin" in sense.features for sense in unit.senses)
    return unit.is_verb and finite and not unit.one("item") and not any("n" in one.features for one in unit.senses)


def _is_in_a_list(units: Sequence[Unit], before: Slot, slot: Slot, following: Sequence[Slot]) -> bool:
    """True for the Y of *from X, Y and Z*: in the middle of a list that a preposition opened."""
    if before.case in ("", "src", "by") or before.role != "party" or not following or slot.first != before.last + 2:
        return False
    joint = units[slot.last + 1 : following[0].first]
    return (
        units[before.last + 1].text == ","
        and bool(joint)
        and joint[0].is_function("coord")
        and all(unit.is_function("coord", "det") for unit in joint)
        and not (following[0].last + 1 < len(units) and _opens_a_verb(units[following[0].last + 1]))
    )


def coordinated(units: Sequence[Unit], slots: list[Slot]) -> list[Slot]:
    """The slots, a name after *and* or a comma in the case of the name before it when nothing else stands between."""
    out: list[Slot] = []
    for place, slot in enumerate(slots):
        if out and slot.case == "" and slot.role == "party" and slot.first >= 1 and _is_in_a_list(units, out[-1], slot, slots[place + 1 : place + 2]):
            # "from X, Y and Z"
            slot = replace(slot, case=out[-1].case)
        elif out and slot.case == "" and slot.role == "party" and slot.first >= 1:
            before = out[-1]
            between = units[before.last + 1 : slot.first]
            after = units[slot.last + 1] if slot.last + 1 < len(units) else None
            at = slot.last + 1
            while at + 1 < len(units) and units[at].is_function("coord") and units[at + 1].actor is not None:
                # "..., and X and Y have sent": both are the subject of what comes
                at += 2
            after = units[at] if at < len(units) else None
            own = after is not None and before.case in ("in", "on", "a", "to", "for", "via") and _opens_a_verb(after)
            joined = (
                between and not own and all(unit.is_function("coord", "det") or unit.text == "," for unit in between)
            )
            if joined and before.case not in ("", "src") and any(unit.is_function("coord") for unit in between):
                slot = replace(slot, case=before.case)
        elif out and {slot.case, out[-1].case} == {"a", "in"} and slot.role == out[-1].role == "party":
            # "au Yémen et en Libye": French turns the preposition by the name and means one end
            between = units[out[-1].last + 1 : slot.first]
            if between and between[0].is_function("coord") and all(unit.is_function("coord", "prep", "det") for unit in between):
                slot, out[-1] = replace(slot, case="a"), replace(out[-1], case="a")
        out.append(slot)
    return out
