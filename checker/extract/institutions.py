"""Conduct told by an institution rather than a flow: a venture, an account, a berth, a flag, a payment, troops abroad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.extract.activities import Targets
from checker.extract.frame import Frame
from checker.extract.scene import Scene
from checker.extract.slots import Slot
from checker.extract.statement_parties import named_parties
from checker.extract.units import Sentence, Unit
from checker.model import Actor, Party

Ends = tuple[list[Party], list[Party]]

_LISTED = (
    "listed",
    "designat",
    "blacklist",
    "sanctioned",
    "banned",
    "barred",
    "designe",
    "inscrit",
    "sanctionne",
    "interdit",
)
_COUNCIL = frozenset({"un", "onu", "council", "committee", "comite", "conseil", "nations"})
_BEFORE = 6
"""Units left of a frame in which its parties may still stand: *in Vienna, the bank of X still has an office*."""
_BEYOND = 8
"""Units right of a frame in which the one served may stand: *a credit to firms selling mills to X*."""
_PLACED = 11
"""Units right of a verb of holding in which the place may stand: *occupies hills above X*."""
_SENSITIVE = ("phys", "nucl", "aerospac", "aerospat", "engineer", "ingenier", "missile", "satellit", "chemi", "chimi", "material",
              "materiau", "simulation", "space", "spatial", "biolog", "comput", "informat", "robot", "metallur")  # fmt: skip
_CROSSING = frozenset({"armed_presence", "hostilities_or_overflight"})
_OF_NAMES = frozenset({"asset_freeze_breach", "terrorist_financing"})


def institutional_ends(frame: Frame, sentence: Sentence, slots: Sequence[Slot], scene: Scene) -> Ends | None:
    """Giver and taker of a ``HOLD``, ``SERVE`` or ``FORCE`` frame, or None when it lacks what makes it conduct.

    The party at which a rule of the activity is aimed gives the side: in ``HOLD`` (ventures, premises, berths) it is the
    giver and the host takes; in ``SERVE`` (accounts, insurance, flags, funds) it takes and the other serves; in ``FORCE``
    (presence, fire, theft, enrichment) it acts alone.
    """
    first, last = frame.arguments.extent
    reach = _BEYOND if frame.kind == "SERVE" else 1
    near = [
        slot
        for slot in slots
        if slot.how not in ("media", "body") and slot.case != "src" and first - _BEFORE <= slot.index <= last + reach
    ]
    if "omission" in frame.notes:
        return named_parties(frame.givers, sentence, scene.reference.actors), []
    aimed = aimed_at(scene.targets, frame.activity)
    done_by = frame.arguments.agents or frame.arguments.allowers
    agents = [slot for slot in done_by if slot.role in ("party", "agent")]
    if not agents and frame.kind == "FORCE":
        # "X's jets flew over Y"
        agents = list(frame.arguments.subject_origin)
    if frame.kind == "FORCE":
        return _alone(frame, agents, near, aimed, sentence, scene)
    others = [slot for slot in near if slot.actor in aimed and slot not in agents]
    if frame.activity in _OF_NAMES:
        others = [slot for slot in others if _is_listable(scene.reference.actors.get(slot.actor))]
    others.sort(key=lambda slot: abs(slot.index - frame.index))
    target = others[0] if others else next((slot for slot in agents if slot.actor in aimed), None)
    if target is None or (frame.activity == "port_call" and not any(_is_of_a_list(unit) for unit in sentence.units)):
        return None
    people_only = frame.activity == "scientific_cooperation" and not any(
        unit.text.startswith(_SENSITIVE) for unit in sentence.units
    )
    if people_only:
        return None
    home = _home(target, scene)
    doers = [slot for slot in agents if _home(slot, scene) != home]
    if not doers and frame.activity == "banking_services":
        # "Russian banks keep accounts for ...": the rule binds each State's banks
        doers = [slot for slot in near if slot.role == "linked" and _is_bank(slot, sentence) and _home(slot, scene) != home]
    if frame.kind == "HOLD":
        hosts = doers or [slot for slot in near if slot.case in ("in", "a", "on") and _home(slot, scene) != home]
        found = named_parties(hosts[:1], sentence, scene.reference.actors)
        return (_one(target, sentence, scene), found) if found else None
    return named_parties(doers[:1], sentence, scene.reference.actors), _one(target, sentence, scene)


def as_presence(frame: Frame, scene: Scene) -> Frame:
    """Troops told to be in a State that are those which a rule wants out of it: their presence is the conduct, and no help."""
    there = frame.kind == "COOPERATE" and frame.noun and frame.items == (frame.index,) and bool(frame.givers)
    if not there or frame.givers[0].actor not in aimed_at(scene.targets, "armed_presence"):
        return frame
    found = replace(frame.arguments, agents=frame.givers, subject_origin=frame.givers)
    return replace(frame, kind="FORCE", activity="armed_presence", takers=(), arguments=found)


def aimed_at(targets: Targets, activity: str) -> frozenset[str]:
    """The actors at which some rule of an activity is aimed, in whatever direction."""
    by: Mapping[tuple[str, str], frozenset[str]] = targets.by_activity
    return frozenset().union(*(found for (code, _), found in by.items() if code == activity))


def _alone(
    frame: Frame,
    agents: Sequence[Slot],
    near: Sequence[Slot],
    aimed: frozenset[str],
    sentence: Sentence,
    scene: Scene,
) -> Ends | None:
    doer = next((slot for slot in agents if slot.actor in aimed or not aimed), None)
    if doer is None and not aimed:
        # a theft: whoever's hackers they are
        doer = next((slot for slot in near if slot.role == "linked" and slot.actor in scene.targets.all), None)
    if doer is None or (frame.activity == "armed_presence" and frame.arguments.subject.through == "relative"):
        # "the group that holds Sanaa" says who is meant
        return None
    if frame.activity in _CROSSING:
        home = _home(doer, scene)
        across = [
            slot for slot in near if slot is not doer and slot.case != "by" and slot.actor not in (doer.actor, home)
        ]
        at_ships = any(
            "vessel" in sense.features for at in frame.arguments.items for sense in sentence.units[at].all("item")
        ) or any(
            (head := unit.one("head")) is not None and head.kind == "ship" for unit in sentence.units[frame.index :]
        )
        behind = sentence.units[frame.index + 1 : frame.index + _PLACED]
        placed = frame.activity == "armed_presence" and any(unit.one("place") or unit.actor for unit in behind)
        if frame.activity == "armed_presence" and not (placed or "soldier" in frame.arguments.lines):
            return None
        over_line = any(sense.value == "BLUE_LINE" for unit in sentence.units[frame.index :] for sense in unit.all("place"))
        if not (across or placed or (frame.activity != "armed_presence" and (at_ships or over_line))):
            return None
    return _one(doer, sentence, scene), []


def _is_bank(slot: Slot, sentence: Sentence) -> bool:
    return slot.host >= 0 and sentence.units[slot.host].text.startswith(("bank", "banque"))


def _one(slot: Slot, sentence: Sentence, scene: Scene) -> list[Party]:
    return named_parties((slot,), sentence, scene.reference.actors)


def _home(slot: Slot, scene: Scene) -> str:
    row = scene.reference.actors.get(slot.actor)
    return (row.state or row.id) if row is not None else slot.actor


def _is_listable(row: Actor | None) -> bool:
    """True for a group or body that a list can name; a State is on none."""
    return row is not None and row.kind != "state"


def listing_facts(frame: Frame, sentence: Sentence) -> frozenset[str]:
    """``listed:giver`` or ``listed:taker`` where the sentence says that the party aimed at is on the Council's own list."""
    of_the_council = any(
        unit.text in _COUNCIL or (unit.actor and unit.actor.value.startswith("UN")) for unit in sentence.units
    )
    if frame.kind == "FORCE" or not of_the_council or not any(_is_of_a_list(unit) for unit in sentence.units):
        return frozenset()
    return frozenset({"listed:giver" if frame.kind == "HOLD" else "listed:taker"})


def _is_of_a_list(unit: Unit) -> bool:
    return unit.text.startswith(_LISTED) or unit.text in ("list", "liste")
