"""The ends of a statement that a pronoun or possessive stands for."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.anaphora import Memory, party
from checker.extract.arguments import POSSESSIVES
from checker.extract.frame import Frame
from checker.extract.scene import Scene
from checker.extract.slots import Slot
from checker.extract.standing import Standing
from checker.extract.statement_parties import may_not_leave
from checker.extract.units import Sentence, Unit
from checker.model import Party

_OWN_DEEDS = frozenset({"TEST", "NUKE", "ENRICH"})


_FIRST_PERSON = frozenset(["we", "our", "us", "i", "my", "nous", "notre", "nos", "je", "j'", "mon"])


def resolve_pronouns(
    frame: Frame, givers: list[Party], takers: list[Party], memory: Memory, scene: Scene, standing: Standing,
    slots: Sequence[Slot], sentence: Sentence,
) -> tuple[list[Party], list[Party]]:  # fmt: skip
    """Fills an end that a pronoun or possessive stands for: from the sentence, from the speaker, from what came before."""
    word = frame.pronoun
    first, last = frame.arguments.extent
    ours = next((unit.text for unit in sentence.units[first : last + 1] if unit.text in _FIRST_PERSON), "")
    word = word or ours
    heard = [one.actor for one in standing.speakers]
    unheard = [slot for slot in slots if slot.actor not in heard]
    givers, takers = _clitic(frame, givers, takers, memory, scene, unheard, heard, _supplied_with(frame, sentence), sentence)
    if not word:
        return givers, takers
    taken = [one.id for one in (*givers, *takers)]
    found_id = ""
    if word in _FIRST_PERSON:
        found_id = next((one.actor for one in standing.speakers if one.actor), memory.speaker)
    else:
        start = frame.group.start if frame.group is not None else frame.index
        here = [slot for slot in slots if slot.last < start and slot.role == "party" and slot.case == ""]
        here = [slot for slot in here if not _is_told(sentence.units, slot)] or here
        if frame.arguments.subject.through == "accused":
            # "X accused it of arming Z": X is not "it"
            accusers = [*heard, *(slot.actor for slot in here[-1:])]
            here = [slot for slot in here if slot.actor not in accusers]
            taken = [*taken, *accusers]
        found_id = next(
            (slot.actor for slot in reversed(here) if slot.actor not in taken and memory.takes_part(slot.actor)), ""
        )
        if frame.kind in _OWN_DEEDS and not scene.targets.hits(frame.activity, found_id, ""):
            # "the missiles that it fired": whoever some rule forbids it, before whoever was named last
            ahead = [slot.actor for slot in slots if slot.last < start and slot.role in ("party", "origin")]
            nearer = [one for one in reversed(ahead) if scene.targets.hits(frame.activity, one, "")]
            found_id = nearer[0] if nearer else found_id
        ship = memory.ships.carries(word) if frame.kind in ("MOVE", "SUPPLY") and not found_id else ""
        if ship and not may_not_leave(ship, frame, scene):
            # a ship of that flag carried it: whose the goods were is not told
            return givers, takers
        found_id = found_id or ship or memory.pronoun(word, taken)
        if not found_id:
            later = [slot for slot in slots if slot.first > last and slot.role == "party" and slot.case == ""]
            found_id = next((slot.actor for slot in later if slot.actor not in taken), "")
    if not givers and takers and _to_its_own(frame, sentence.units) and memory.pronoun(word) == takers[0].id:
        # "it has flown rounds to its garrison in Darfur": the same State at both ends
        found_id, taken = takers[0].id, []
    found = party(found_id, word, "anaphora", "", scene.reference.actors) if found_id else None
    if found is None or found.id in taken:
        return givers, takers
    if frame.wanting == "taker" and not takers:
        return givers, [found]
    if not givers and frame.wanting != "taker":
        return [found], takers
    return givers, takers


def _to_its_own(frame: Frame, units: Sequence[Unit]) -> bool:
    """True for *to its garrison, à sa garnison*: troops of whoever acts."""
    last = frame.arguments.extent[1]
    return any(
        units[at].text in POSSESSIVES
        and units[at + 1].text.startswith(("garrison", "garnison", "troop", "forces", "soldi", "soldat"))
        for at in range(frame.index, min(last + 3, len(units) - 1))
    )


def _supplied_with(frame: Frame, sentence: Sentence) -> str:
    """The *them* of *supplied them with rifles*: who gets, though it stands where the thing would."""
    after = sentence.units[frame.index + 1 : frame.index + 3]
    with_thing = len(after) == 2 and after[1].text == "with" and after[0].text in ("it", "him", "her", "them")
    return after[0].text if with_thing and not frame.noun else ""


def _is_in_kind(frame: Frame, sentence: Sentence) -> bool:
    """True for *l'a fourni en mortiers*: what stands before the verb is who gets."""
    after = sentence.units[frame.index + 1 : frame.index + 2]
    return bool(after) and after[0].text == "en" and frame.items[0] > frame.index


def _clitic(
    frame: Frame, givers: list[Party], takers: list[Party], memory: Memory, scene: Scene, slots: Sequence[Slot],
    heard: Sequence[str], supplied: str, sentence: Sentence,
) -> tuple[list[Party], list[Party]]:  # fmt: skip
    """French *lui, leur* before the verb: who receives, or from whom one buys (typology A2)."""
    if frame.group is None:
        return givers, takers
    undergoes = frame.arguments.object_pronoun or next(
        (one for one in frame.group.clitics if one in ("les", "l'")), ""
    )
    in_kind = frame.kind == "SUPPLY" and bool(frame.items) and _is_in_kind(frame, sentence)
    if undergoes and (frame.kind in ("TRAIN", "EQUIP") or in_kind) and not takers:
        # "had trained them", "les a formés"
        known = memory.recent([one.id for one in givers])
        found = party(known, undergoes, "anaphora", "", scene.reference.actors) if known else None
        return givers, [found] if found is not None else takers
    indirect = frame.arguments.indirect or supplied
    if indirect and frame.kind in ("SUPPLY", "MERC", "PEOPLE") and not takers:
        ahead = [slot.actor for slot in slots if slot.last < frame.group.start and slot.role == "party"]
        known = next((one for one in ahead if one not in [g.id for g in givers] and memory.takes_part(one)), "")
        doer = memory.pronoun(frame.pronoun) if frame.pronoun and not givers else ""
        # "It has sent it drones": whoever sends is not who gets
        known = known or memory.recent([*(one.id for one in givers), doer])
        found = party(known, indirect, "anaphora", "", scene.reference.actors) if known else None
        return givers, [found] if found is not None else takers
    if not {"lui", "leur"} & set(frame.group.clitics):
        return givers, takers
    if frame.pronoun and not givers and not takers and all(memory.ends) and frame.kind in ("SUPPLY", "MOVE"):
        # "elle lui a aussi expédié": the same two as in the conduct last told
        same = [party(one, "lui", "anaphora", "", scene.reference.actors) for one in memory.ends]
        if same[0] is not None and same[1] is not None:
            return [same[0]], [same[1]]
    taken = [one.id for one in (*givers, *takers)] + [slot.actor for slot in frame.arguments.subject_flag]
    before = [
        slot.actor
        for slot in slots
        if slot.last < frame.group.start and slot.role in ("party", "origin") and slot.actor not in taken
    ]
    known = next((one for one in before if memory.takes_part(one)), "")
    known = known or memory.other_end(taken) or memory.pronoun("lui", [*taken, *heard])
    found = party(known, "lui", "anaphora", "", scene.reference.actors) if known else None
    if found is None or found.id in taken:
        return givers, takers
    if frame.kind == "ACQUIRE":
        return (givers or [found]), takers
    return givers, (takers or [found])


def _is_told(units: Sequence[Unit], slot: Slot) -> bool:
    """True for the Y of *X has informed Y that it will launch*: *it* is X."""
    before = units[slot.first - 1] if slot.first else None
    after = units[slot.last + 1] if slot.last + 1 < len(units) else None
    told = before is not None and (before.one("report") is not None or before.text.endswith("ed"))
    return told and after is not None and after.text in ("that", "que", "qu'")
