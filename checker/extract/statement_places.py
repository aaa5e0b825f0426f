"""Where a statement's conduct takes place, and which State is host there."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.anaphora import party
from checker.extract.frame import Frame
from checker.extract.scene import Scene
from checker.extract.slots import Slot
from checker.extract.units import Sentence
from checker.model import Party

_AWAY = frozenset(
    ["from", "not", "outside", "hors", "pas", "loin", "miles", "kilometres", "kilometers", "except", "sauf"]
)
_HOSTED = frozenset({"HOST", "LABOUR", "PEOPLE", "REPATRIATE"})
_HELD = ("occup", "control", "annex", "held", "tenu", "conquis", "captured")


def find_places(sentence: Sentence) -> tuple[str, ...]:
    """The places a sentence names, without those a word just before sets apart (*from*, *outside*, *40 miles off*)."""
    return tuple(
        dict.fromkeys(
            sense.value
            for at, unit in enumerate(sentence.units)
            for sense in unit.all("place")
            if not any(before.text in _AWAY for before in sentence.units[max(0, at - 3) : at])
        )
    )


def find_host(
    frame: Frame, sentence: Sentence, takers: list[Party], givers: list[Party], slots: Sequence[Slot], scene: Scene
) -> list[Party]:
    """Where people work: in occupied territory the State that exercises control, else the State the sentence places them in."""
    arrives = frame.kind == "REACH" and "worker" in frame.arguments.lines
    if frame.kind not in _HOSTED and not arrives:
        return takers
    taken = {one.id for one in givers}
    holder = _occupier(sentence, slots, scene)
    if holder is not None and holder.id not in taken:
        return [holder]
    for place in find_places(sentence):
        row = scene.reference.places.get(place)
        if (
            row is not None
            and row.controller
            and row.controller != row.state
            and row.controller in scene.reference.actors
        ):
            found = party(row.controller, row.name, "context", "", scene.reference.actors)
            if found is not None and found.id not in taken and (not takers or takers[0].id == row.state):
                return [found]
    if takers:
        return takers
    for wanted in ("in", "a", "", "of"):
        for slot in slots:
            if (
                slot.case == wanted
                and slot.role in (("party", "linked", "origin") if wanted == "in" else ("party", "linked"))
                and slot.how not in ("body", "media")
                and (wanted != "of" or (slot.how in ("port", "capital", "name") and slot.index > frame.index))
            ):
                found = party(
                    slot.actor, sentence.units[slot.index].written, "context", slot.organ, scene.reference.actors
                )
                if found is not None and found.id not in taken:
                    if _speaks(slot, sentence):
                        continue
                    return [found]
    return takers


def _occupier(sentence: Sentence, slots: Sequence[Slot], scene: Scene) -> Party | None:
    """*territories occupied by X*, *X-held areas*, *sous contrôle de X*: the State that exercises control there."""
    for at, unit in enumerate(sentence.units):
        if not unit.text.startswith(_HELD) or unit.actor is not None:
            continue
        near = [
            slot
            for slot in slots
            if abs(slot.index - at) <= 4
            and slot.how not in ("body", "media", "group")
            and (slot.case in ("by", "of", "") or slot.role == "linked")
        ]
        near = (
            [slot for slot in near if slot.case == "by"]
            or [slot for slot in near if slot.role in ("linked", "made")]
            or near
        )
        near.sort(key=lambda slot: abs(slot.index - at))
        for slot in near:
            if slot.role == "party" and slot.case == "" and slot.index < at and slot.how != "adjective":
                continue
            return party(slot.actor, sentence.units[slot.index].written, "context", "", scene.reference.actors)
    return None


def _speaks(slot: Slot, sentence: Sentence) -> bool:
    """True for a name that is the subject of a verb of saying after it (*an official of X, has said*), or before it."""
    after = list(sentence.units[slot.last + 1 : slot.last + 6])
    verb = next((at for at, unit in enumerate(after) if unit.is_verb or unit.is_stop), len(after))
    after = after[: max(verb + 1, 2)]
    before = sentence.units[max(0, slot.first - 1) : slot.first]
    return any(unit.one("report") for unit in (*after, *before))
