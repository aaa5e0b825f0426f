"""What a frame must have to be conduct: a thing, a giver, somebody whom a rule is about."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.frames import Frame
from checker.extract.scene import Scene
from checker.extract.travel import is_listed_party
from checker.model import Item, Party

HELD_APART = frozenset({"DARFUR"})
"""Parts of a State into which a rule lets not even that State send arms (1591:7)."""


WITHOUT_A_THING = frozenset({"BACK"})
"""Conduct that may be told without naming what was given: *backs the rebels* (typology 1.1, support_to_armed_group)."""


def is_outside(
    frame: Frame, verb: str, givers: Sequence[Party], items: Sequence[Item], lines: frozenset[str], facts: set[str],
    scene: Scene,
) -> bool:  # fmt: skip
    """True for a frame whose thing or giver is none of those its kind of conduct needs."""
    if frame.kind == "TRAVEL" and frame.pronoun and not any(is_listed_party(one.id) for one in givers):
        # "he spent two days in X": a traveller nobody lists
        return True
    if frame.kind == "TRAIN" and not givers and not frame.noun:
        return True
    if frame.kind == "LABOUR" and "worker" not in lines:
        return True
    if frame.kind == "MOVE" and all(scene.reference.is_a(item.id, "vessel") for item in items):
        return True
    if frame.kind == "ACQUIRE" and not givers and verb.startswith(("paid", "pay")):
        # "to pay for X's missiles" says what the money is for
        return True
    if frame.kind == "SUPPLY" and not givers and verb.startswith(("prom", "pledg")):
        # "missiles promised to X" says whom they were meant for
        return True
    if "own" in frame.notes and not givers:
        return True
    if frame.kind == "USE" and not (lines & {"arms", "missile"}):
        return True
    return frame.kind == "USE" and not givers and "made" not in " ".join(facts)
