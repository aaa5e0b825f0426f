"""What a frame must have to be conduct: a thing, a giver, somebody whom a rule is about."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.frame import Frame
from checker.extract.scene import Scene
from checker.extract.travel import is_listed_party
from checker.extract.trigger_things import item_lines_of
from checker.extract.units import Sentence, Unit
from checker.model import Item, Party

HELD_APART = frozenset({"DARFUR"})
"""Parts of a State into which a rule lets not even that State send arms (1591:7)."""


WITHOUT_A_THING = frozenset({"BACK"})
"""Conduct that may be told without naming what was given: *backs the rebels* (typology 1.1, support_to_armed_group)."""


def is_outside(
    frame: Frame, sentence: Sentence, givers: Sequence[Party], items: Sequence[Item], lines: frozenset[str], facts: set[str],
    scene: Scene,
) -> bool:  # fmt: skip
    """True for a frame whose thing or giver is none of those its kind of conduct needs."""
    verb = sentence.units[frame.index].text
    if frame.kind == "TRAVEL" and frame.pronoun and not any(is_listed_party(one.id) for one in givers):
        # "he spent two days in X": a traveller nobody lists
        return True
    if frame.kind == "TRAIN" and not givers and not frame.noun:
        return True
    if frame.kind == "ACQUIRE" and not givers and _is_booty(frame, sentence):
        return True
    if frame.kind == "TRADE" and _talks_about(frame, sentence):
        return True
    if frame.kind == "TRAIN" and not frame.noun and _is_no_trainer(frame, sentence):
        return True
    if frame.kind == "TRAIN" and _is_everyday_teaching(frame, verb, givers, sentence):
        return True
    if frame.kind == "EQUIP" and _is_quality(frame, sentence):
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
    if frame.kind != "MOVE" and _is_lawful_oil(sentence, givers, lines):
        return True
    if frame.kind == "USE" and not (lines & {"arms", "missile"}):
        return True
    return frame.kind == "USE" and not givers and "made" not in " ".join(facts)


_BOOTY = ("abandon", "laisse", "captur", "pille", "looted", "deserted")


def _is_booty(frame: Frame, sentence: Sentence) -> bool:
    """True for *a pris des chars abandonnés par l'armée*, *took tanks abandoned by*: booty has no supplier (typology 1.1)."""
    if frame.noun or not frame.items:
        return False
    last = max(frame.items)
    return any(unit.text.startswith(_BOOTY) for unit in sentence.units[last + 1 : last + 4])


_ABOUT = frozenset({"sur", "on", "over", "about"})


def _talks_about(frame: Frame, sentence: Sentence) -> bool:
    """True for *négocier avec X sur les armes nucléaires*, *negotiate over arms*: talks, and no trade in them."""
    units = sentence.units
    if frame.noun or not units[frame.index].text.startswith(("negoci", "negotiat")) or not frame.items:
        return False
    first = min(frame.items)
    return any(unit.text in _ABOUT for unit in units[frame.index + 1 : first]) and not any(
        "n" in sense.features for unit in units[frame.index + 1 : first] for sense in unit.all("trigger")
    )


def _is_no_trainer(frame: Frame, sentence: Sentence) -> bool:
    """True for *les missiles forment une menace*: a thing, which is nobody, trains nobody."""
    at = frame.arguments.subject.item
    if at < 0 or frame.group is None or frame.group.passive or sentence.units[at].one("head"):
        return False
    lines = item_lines_of(sentence.units, (at,))
    return bool(lines) and not lines & {"person", "soldier", "military_training"}


_UNLAWFUL = (
    "illici", "illeg", "unlawful", "smuggl", "contraband", "contreband", "clandestin", "without", "sans", "unauthor", "designat", "listed",
    "sanction", "banned", "embargo", "resolution", "defian", "breach", "violat", "mepris", "black", "rival", "parallel", "militia", "milice",
    "detourn", "divert", "steal", "stole", "vole", "secret", "traffi", "fraud", "militar", "unrecogni", "interdit", "prohib", "eastern", "haftar",
)  # fmt: skip


def _is_lawful_oil(sentence: Sentence, givers: Sequence[Party], lines: frozenset[str]) -> bool:
    """True for *X bought Libyan crude*: Libya's oil may be sold, save what nobody entitled to it sends (resolution 2146)."""
    if "crude_oil" not in lines or [one.id for one in givers] != ["LBY"]:
        return False
    return not any(word.startswith(_UNLAWFUL) for unit in sentence.units for word in unit.text.split())


_TAUGHT = (
    "coach", "advis", "instruct", "mentor", "teach", "taught", "tutor", "apprend", "appris", "enseign", "initi", "form",
)  # fmt: skip


def _is_everyday_teaching(frame: Frame, verb: str, givers: Sequence[Party], sentence: Sentence) -> bool:
    """True for *they coach them*: teaching of people left to pronouns, where no weapon, soldier or unit is near."""
    if not verb.startswith(_TAUGHT) or any(one.how not in ("anaphora", "context") for one in givers):
        return False
    return not any(
        unit.one("item") is not None
        or ((head := unit.one("head")) is not None and head.kind in ("organ", "group"))
        or (unit.actor is not None and unit.actor.kind in ("group", "organ"))
        for unit in sentence.units
    )


def _is_quality(frame: Frame, sentence: Sentence) -> bool:
    """True for *heavily armed fighters* and *fighters armed with rifles*: how somebody is, not who made him so."""
    group = frame.group
    if group is None or group.passive or group.mood not in ("participle", "finite?"):
        return False
    if not frame.givers and not frame.items:
        return True
    after = sentence.units[frame.index + 1 : frame.index + 2]
    return not frame.takers and any(unit.text == "with" for unit in after)


def crosses_only(frame: Frame) -> bool:
    """True for *soldiers crossed the border*: nobody is said to have got them."""
    return frame.kind == "REACH" and "soldier" in frame.arguments.lines


_FORMED = 4
"""The units behind the French *former* in which those who are trained stand."""


def forms_something(frame: Frame, units: Sequence[Unit]) -> bool:
    """True for *formeront un comité*: what is formed, and is nobody, is not trained."""
    if frame.kind != "TRAIN" or frame.noun or not units[frame.index].text.startswith("form") or frame.pronoun:
        return False
    after = units[frame.index + 1 : frame.index + 1 + _FORMED]
    trained = any(unit.one("head") or unit.one("item") or unit.actor for unit in after)
    return not trained and not frame.arguments.object_pronoun
