"""The two ends of a statement: parties named, stood for by a pronoun, or given by what came before."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.activities import derive_activities
from checker.extract.anaphora import BODIES, Memory, party
from checker.extract.arguments import POSSESSIVES
from checker.extract.frame import Frame
from checker.extract.scene import Scene
from checker.extract.slots import Slot
from checker.extract.standing import Standing
from checker.extract.units import Sentence, Unit
from checker.model import Party, Status

_ARMS_OUT = ("arms_export", "ballistic_missile_transfer")
_DEFINITE_WORDS = frozenset(
    ["the", "its", "their", "le", "la", "les", "l'", "au", "aux", "du", "ses", "leurs", "son", "sa"]
)


def named_parties(slots: Sequence[Slot], sentence: Sentence, actors: object) -> list[Party]:
    """The parties that slots name, each once, without the bodies that only report."""
    found: list[Party] = []
    for slot in slots:
        one = party(slot.actor, sentence.units[slot.index].written, slot.how, slot.organ, actors)  # type: ignore[arg-type]
        if one is not None and slot.actor not in BODIES and one.id not in (seen.id for seen in found):
            found.append(one)
    return found


def without_towns_left(frame: Frame, scene: Scene) -> tuple[Slot, ...]:
    """The givers of a frame without the towns that goods only left: *from Miami* accuses no State but one whose goods may not leave."""
    return tuple(
        slot
        for slot in frame.givers
        if not (slot.how == "port" and slot.case in ("from", "of") and not may_not_leave(slot.actor, frame, scene))
    )


def add_origin(
    frame: Frame, sentence: Sentence, givers: list[Party], takers: list[Party], facts: set[str], scene: Scene
) -> list[Party]:
    """The givers, or whoever the thing comes from when none is named; a mere maker is added to the facts."""
    flags = (*frame.arguments.subject_flag, *frame.arguments.ships("from"))
    flag = next((slot for slot in flags if may_not_leave(slot.actor, frame, scene)), None)
    foreign = flag is not None and frame.origin is not None and frame.origin.actor != flag.actor
    left = flag is not None and flag.case == "from" and frame.kind == "ACQUIRE"
    if not givers and flag is not None and not foreign and (left or frame.kind in ("SUPPLY", "MOVE")):
        # "North Korean boats bring squid": a flag alone makes no giver, save that of a State whose goods may not leave
        found = party(flag.actor, sentence.units[flag.index].written, "origin", "", scene.reference.actors)
        if found is not None and found.id not in [one.id for one in takers]:
            givers = [found]
    origin = frame.origin or frame.made
    if not givers and origin is not None and frame.kind not in ("TRAIN", "MERC"):
        found = party(origin.actor, sentence.units[origin.index].written, "origin", "", scene.reference.actors)
        if found is not None and (not takers or found.id != takers[0].id):
            by_somebody = frame.group is not None and frame.group.passive and _has_an_agent(sentence, frame)
            sent_by_another = (frame.arguments.subject.head >= 0 or by_somebody) and frame.kind in ("SUPPLY", "MOVE")
            if sent_by_another and not may_not_leave(found.id, frame, scene):
                # "a dealer shipped Swiss watches": of Swiss make, and not sent by Switzerland
                facts.add(f"made:{found.id}")
            elif origin.role == "made" and not _must_have_left(frame, found, takers, scene):
                facts.add(f"made:{found.id}")
            else:
                givers = [found]
    return givers


def _has_an_agent(sentence: Sentence, frame: Frame) -> bool:
    """True for *were sold to X by a dealer*: somebody did it, and it was not where the goods come from."""
    behind = sentence.units[frame.index + 1 : frame.index + 12]
    at = next((at for at, unit in enumerate(behind) if unit.is_function("prep") and unit.value("prep") == "by"), -1)
    return at >= 0 and any((head := unit.one("head")) is not None and head.kind in ("firm", "people") for unit in behind[at : at + 4])


def _must_have_left(frame: Frame, maker: Party, takers: Sequence[Party], scene: Scene) -> bool:
    """True when what a State made is in the hands of another, and a rule forbids its export: *fired X-made missiles*."""
    if frame.kind != "USE" or not takers:
        return False
    return any(maker.id in scene.targets.by_activity.get((code, "from_target"), ()) for code in _ARMS_OUT)


def may_not_leave(actor: str, frame: Frame, scene: Scene) -> bool:
    """True for a State from which some rule lets these goods not go."""
    codes = derive_activities(
        frame.kind, frame.activity, frame.arguments.lines, actor, "", scene.targets, frozenset()
    )
    return any(actor in scene.targets.by_activity.get((code, "from_target"), ()) for code in codes)


def find_unnamed_receiver(
    frame: Frame, sentence: Sentence, givers: list[Party], slots: Sequence[Slot], memory: Memory, scene: Scene
) -> list[Party]:
    """*to the government's army*, *à l'armée*, *aux rebelles*: the receiving office or group of whoever was spoken of last."""
    units = sentence.units
    _first, last = frame.arguments.extent
    for at in range(frame.index + 1, min(last + 4, len(units))):
        unit = units[at]
        direct = (
            at == frame.index + 1
            and unit.text in POSSESSIVES
            and bool(frame.items)
            and max(frame.items) < frame.index
        )
        if not direct and not (
            unit.is_function("prep", "to") and (unit.text == "to" or unit.value("prep") in ("to", "a", "for"))
        ):
            continue
        for head_at in range(at + 1, min(at + (3 if direct else 6), len(units))):
            head = units[head_at].one("head")
            if units[head_at].is_function("prep") or units[head_at].actor is not None:
                break
            if (
                head is None
                or head.kind not in ("organ", "group")
                or any(s.first <= head_at <= s.last for s in slots)
            ):
                continue
            if not direct and not any(word.text in _DEFINITE_WORDS for word in units[at:head_at]):
                break
            known = memory.epithet("group" if head.kind == "group" else "state", [one.id for one in givers])
            found = (
                party(known, units[head_at].written, "anaphora", units[head_at].text, scene.reference.actors)
                if known
                else None
            )
            return [found] if found is not None else []
    return []


def add_denier(
    frame: Frame, standing: Standing, givers: list[Party], takers: list[Party], scene: Scene, memory: Memory
) -> tuple[list[Party], list[Party]]:
    """Whoever denies conduct whose one end is not named is that end: *no torpedoes were bought from X, Y's navy said*."""
    if standing.status is not Status.DENIED or (givers and takers) or not (givers or takers):
        return givers, takers
    ids = [slot.actor for slot in standing.deniers] or [one.actor for one in standing.speakers if one.actor]
    found = party(ids[0], "", "context", "", scene.reference.actors) if ids and memory.takes_part(ids[0]) else None
    if found is None or found.id in [one.id for one in (*givers, *takers)]:
        return givers, takers
    return (givers or [found]), (takers or [found])


def find_other_state(
    frame: Frame, standing: Standing, givers: list[Party], slots: Sequence[Slot], sentence: Sentence, scene: Scene
) -> list[Party]:
    """The one State that a sentence names beside those who train or build: *In X, Y's instructors taught police*."""
    if frame.kind not in ("TRAIN", "BUILD") or not givers or frame.index == 0:
        # "Trained by X, the soldiers flew to Y": the clause behind tells something else
        return []
    if any(
        before.text in ("a", "an", "un", "une") and (after.is_function("epithet") or after.one("head"))
        for before, after in zip(sentence.units[frame.index + 1 : frame.index + 4], sentence.units[frame.index + 2 : frame.index + 5], strict=False)
    ):
        # "trained a militia": somebody, and not the State named elsewhere
        return []
    if any(slot.role == "linked" and slot.head_kind == "group" and slot.index > frame.index for slot in slots):
        # "train Yemeni fighters": those of some group, and no State
        return []
    heard = {said.actor for said in standing.speakers}
    known = {one.id for one in givers} | heard | {slot.actor for slot in frame.arguments.allowers}
    found = [
        slot
        for slot in slots
        if slot.role == "party"
        and slot.how in ("name", "capital", "port")
        and slot.actor not in known
        and slot.case != "by"
    ]
    states = {slot.actor for slot in found}
    row = scene.reference.actors.get(next(iter(states))) if len(states) == 1 else None
    if row is None or row.kind != "state":
        return []
    one = party(row.id, sentence.units[found[0].index].written, "context", "", scene.reference.actors)
    return [one] if one is not None else []


def add_announcer(
    frame: Frame, standing: Standing, givers: list[Party], takers: list[Party], sentence: Sentence, scene: Scene
) -> list[Party]:
    """Whoever announces a delivery without a giver gives it: *two helicopters will be handed to X, Y's staff promised*."""
    passive = frame.group is not None and frame.group.passive
    if (
        givers
        or not takers
        or not passive
        or standing.status is not Status.PLANNED
        or frame.kind not in ("SUPPLY", "MOVE")
    ):
        return givers
    for said in standing.speakers:
        row = scene.reference.actors.get(said.actor)
        if row is not None and row.kind == "state" and row.id != takers[0].id:
            found = party(row.id, "", "context", "", scene.reference.actors)
            return [found] if found is not None else givers
    return givers


def describes_somebody(unit: Unit) -> bool:
    """True for *a trader, a tanker, nationals*: an end that is described though not named."""
    head = unit.one("head")
    return head is not None and head.kind in ("firm", "ship", "people")
