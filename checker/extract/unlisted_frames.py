"""Frames that no listed verb opens: people still at work, troops in another State, help to make arms, bare headlines."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import Arguments
from checker.extract.frame import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT
from checker.extract.subjects import find_subject
from checker.extract.trigger_things import item_ids_of, item_lines_of
from checker.extract.units import Sentence, Unit
from checker.extract.verbs import verb_group

_STILL = frozenset({"still", "toujours", "encore"})


def find_toil(sentence: Sentence, slots: Sequence[Slot]) -> tuple[Frame, ...]:
    """*X women still sort crabs in the plants of this port*: workers, still, and a place of work, under a verb nobody listed."""
    units = sentence.units
    worker = next((at for at, unit in enumerate(units) if any("worker" in s.features for s in unit.all("item"))), -1)
    origin = next((slot for slot in slots if slot.role == "origin" and slot.host == worker), None)
    worked = any((head := unit.one("head")) is not None and head.kind == "site" for unit in units[max(worker, 0) :])
    there = _still_there(units, worker, slots)
    if (
        worker < 0
        or origin is None
        or not (worked or there)
        or not any(unit.text.split()[0] in _STILL for unit in units if unit.text)
    ):
        return ()
    found = Arguments(
        None, NO_SUBJECT, (), (), (), (), (worker,), tuple(sense.value for sense in units[worker].all("item")),
        item_lines_of(units, (worker,)), origin, None, "", (worker, len(units) - 1),
    )  # fmt: skip
    return (
        Frame(
            "LABOUR", "worker_repatriation", worker, True, None, found, (origin,), there, (worker,), origin=origin,
            notes=("still:still",),
        ),
    )  # fmt: skip


def _still_there(units: Sequence[Unit], worker: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The State of *400 X labourers are still in Y*: they are there, and have not been sent home."""
    for at in range(worker + 1, min(worker + 5, len(units))):
        if worker >= 0 and units[at].text.split()[0] in _STILL:
            # "are still in X", "still practise in X"
            reach = 3 if units[at - 1].is_function("aux") else 2
            return tuple(
                slot for slot in slots if at < slot.first <= at + reach and slot.case == "in" and slot.role == "party"
            )[:1]
    return ()


_STAND = ("trouv", "present", "présent", "station", "position", "post", "mass", "déploy", "deploy", "cantonn", "install", "arriv", "basé", "based", "camp",
          "garrison", "quarter", "remain", "stay", "rest", "demeur", "sejourn", "se battent", "engag", "active", "actif", "operat", "opèr", "oper")  # fmt: skip


def find_troops_there(sentence: Sentence, slots: Sequence[Slot]) -> tuple[Frame, ...]:
    """*3,000 X soldiers are now at camps in Y*, *des soldats X se trouvent dans l'est de Y*: troops of one State in another."""
    units = sentence.units
    troops = next((at for at, unit in enumerate(units) if any("soldier" in s.features for s in unit.all("item"))), -1)
    origin = next(
        (slot for slot in slots if troops >= 0 and (slot.host == troops or slot.first <= troops <= slot.last)), None
    )
    if origin is None or origin.case not in ("", "of"):
        return ()
    verb = next(
        (
            at
            for at in range(max(troops, origin.last) + 1, min(troops + 9, len(units)))
            if units[at].is_function("aux") or units[at].text.startswith(_STAND)
        ),
        -1,
    )
    if verb < 0 or any(
        unit.is_function("neg", "modal", "coord") or unit.is_stop for unit in units[troops + 1 : verb + 3]
    ):
        return ()
    there = tuple(
        slot
        for slot in slots
        if verb < slot.first <= verb + 9
        and slot.case in ("in", "a", "on")
        and slot.role == "party"
        and slot.actor != origin.actor
        and slot.how not in ("body", "media")
        and not any(
            unit.is_stop
            or unit.one("report")
            or (unit.is_verb and not unit.one("item"))
            or unit.one("cue", "polarity")
            for unit in units[verb + 2 : slot.first]
        )
    )[:1]
    if not there:
        return ()
    found = Arguments(
        None, NO_SUBJECT, (origin,), (), (), there, (troops,), tuple(sense.value for sense in units[troops].all("item")),
        item_lines_of(units, (troops,)), origin, None, "", (troops, there[0].last),
    )  # fmt: skip
    return (
        Frame(
            "COOPERATE", "military_cooperation", troops, True, None, found, (origin,), there, (troops,), origin=origin
        ),
    )


_HELPING = ("help", "assist", "aid", "enabl", "teach", "taught", "permi", "appren", "appris")
_MAKING = (
    "build",
    "make",
    "produc",
    "manufactur",
    "develop",
    "assembl",
    "set up",
    "construi",
    "fabriqu",
    "produi",
    "développ",
    "developp",
    "mont",
    "assembl",
)


def find_help_to_make(sentence: Sentence, slots: Sequence[Slot], grammar: Grammar) -> tuple[Frame, ...]:
    """*X is helping Y build a drone factory*, *X a aidé Y à fabriquer des missiles*: help with arms of its own."""
    units = sentence.units
    for at, unit in enumerate(units):
        if not unit.text.startswith(_HELPING) or unit.actor is not None:
            continue
        helped = next(
            (slot for slot in slots if at < slot.first <= at + 3 and slot.role == "party" and slot.case in ("", "a")),
            None,
        )
        if helped is None:
            continue
        made = next(
            (
                i
                for i in range(helped.last + 1, min(helped.last + 4, len(units)))
                if units[i].text.startswith(_MAKING)
            ),
            -1,
        )
        if made < 0:
            continue
        items = tuple(
            i
            for i in range(made + 1, min(made + 8, len(units)))
            if item_lines_of(units, (i,)) & {"arms", "arms_production", "missile_component", "drone_component"}
        )
        helper = find_subject(units, verb_group(units, at, grammar), slots, grammar).slots
        if not items or not helper:
            continue
        found = Arguments(
            verb_group(units, at, grammar), NO_SUBJECT, helper, (), (), (helped,), items, item_ids_of(units, items), item_lines_of(units, items), None, None, "",
            (helper[0].first, items[-1]),
        )  # fmt: skip
        return (Frame("COOPERATE", "military_cooperation", at, False, found.group, found, helper, (helped,), items),)
    return ()


def find_headline(sentence: Sentence, slots: Sequence[Slot], grammar: Grammar) -> tuple[Frame, ...]:
    """*Mortars for X: Y denies*: a headline without a verb names the thing and who gets it."""
    units = sentence.units
    if len(units) > 24 or not any(unit.text in (":", "?") for unit in units[1:]):
        return ()
    item = next((at for at, unit in enumerate(units[:6]) if unit.one("item")), -1)
    slot = next(
        (
            one
            for one in slots
            if item < one.first <= item + 4 and one.case in ("to", "for", "a") and one.role == "party"
        ),
        None,
    )
    if item < 0 or slot is None:
        return ()
    found = Arguments(
        None, NO_SUBJECT, (), (), (slot,), (slot,), (item,), tuple(sense.value for sense in units[item].all("item")), frozenset(),
        None, None, "", (item, slot.last),
    )  # fmt: skip
    return (Frame("SUPPLY", "", item, True, None, found, (), (slot,), (item,)),)
