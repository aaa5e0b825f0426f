"""Duties not carried out: inspectors kept out, reports not handed in, requests left unanswered (typology 1.7)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import Arguments
from checker.extract.frame import Frame
from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT
from checker.extract.units import Sentence, Unit

_REFUSING = (
    "refus", "denied", "deny", "denie", "barred", "bar", "expel", "turned", "block", "prevent", "obstruct", "interdi", "bloqu", "empech",
    "expuls", "entrav",
)  # fmt: skip
_INSPECTORS = (
    "inspecteur",
    "inspector",
    "expert",
    "monitor",
    "enqueteur",
    "investigator",
    "panel",
    "verificateur",
    "access",
    "acces",
)
_BODIES = frozenset({"UN_PANEL", "UN_COMMITTEE", "IAEA", "UNSC", "UN"})
_NOT_YET = frozenset(
    {
        "yet",
        "never",
        "not",
        "n't",
        "jamais",
        "pas",
        "toujours",
        "encore",
        "failed",
        "neglected",
        "omis",
        "neglige",
        "manque",
    }
)
_REPORTING = (
    "report", "answer", "repl", "respond", "submit", "notif", "inform", "hand", "file", "rapport", "repond", "remis", "remettre", "remit",
    "notifi", "soumis", "soumettre", "transmis", "transmettre", "rendu", "rendre", "adress",
)  # fmt: skip
_DUTIES = (
    "report",
    "request",
    "letter",
    "question",
    "notification",
    "rapport",
    "demande",
    "courrier",
    "question",
    "lettre",
    "inspect",
)
_ATOMIC = ("nuclear_item", "uranium")


def find_omissions(sentence: Sentence, slots: Sequence[Slot]) -> tuple[Frame, ...]:
    """The one duty that a sentence says a State left undone, or nothing.

    ``nuclear_activity`` where the agency's inspectors are kept from an atomic plant, else ``implementation_failure``.
    """
    units = sentence.units
    for index, unit in enumerate(units):
        refused = unit.text.startswith(_REFUSING) and _keeps_out(units, index, slots)
        silent = (
            unit.text.startswith(_REPORTING)
            and unit.is_verb | (not unit.senses)
            and _left_undone(units, index, slots)
        )
        unseen = _uninspected(units, index, slots)
        if not (refused or silent or unseen):
            continue
        doer = _doer(units, slots, index)
        if doer is None or any(one.one("cue", "deny") for one in units[:index]):
            continue
        atomic = refused and _of_the_agency(units, slots)
        activity = "nuclear_activity" if atomic else "implementation_failure"
        last = min(index + 6, len(units) - 1)
        found = Arguments(
            None, NO_SUBJECT, (doer,), (), (), (), (), (), frozenset(), None, None, "", (doer.first, last),
        )  # fmt: skip
        item = "nuclear_item" if atomic else "official"
        doers = _with_others(units, doer, slots) if unseen else (doer,)
        return tuple(Frame("FORCE", activity, index, True, None, found, (one,), (), (), item, notes=("omission",)) for one in doers)
    return ()


def _doer(units: Sequence[Unit], slots: Sequence[Slot], index: int) -> Slot | None:
    """The State before the verb, nearest first, with no clause mark between."""
    for slot in reversed(slots):
        if slot.last >= index or slot.role != "party" or slot.case != "" or slot.how in ("body", "media", "group"):
            continue
        between = units[slot.last + 1 : index]
        if any(unit.is_stop or unit.is_function("rel", "sub") for unit in between):
            return None
        return slot if slot.actor not in _BODIES else None
    return None


def _keeps_out(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> bool:
    """True for *refused inspectors access*, *a interdit l'accès du site aux inspecteurs*, *expelled the panel's experts*."""
    after = units[index + 1 : index + 10]
    if units[index].text.startswith("den") and not any(unit.text.startswith(_INSPECTORS) for unit in after[:3]):
        # "denied that it had barred inspectors"
        return False
    people = any(unit.text.startswith(_INSPECTORS) for unit in after)
    council = any(slot.actor in _BODIES for slot in slots) or any(
        unit.text.startswith(_INSPECTORS[:4]) for unit in after
    )
    return people and council


_LOOKING = ("inspect", "fouill")
_UNDONE = ("fail", "neglect", "omit", "omis", "neglig", "manqu", "abst")
_BOUND = ("bound", "headed", "destin", "en route", "sailing to", "flying to")


def _uninspected(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> bool:
    """True for *failed to inspect ships bound for X*: the duty to look into cargoes under an embargo."""
    if not units[index].text.startswith(_LOOKING):
        return False
    undone = any(unit.text.startswith(_UNDONE) for unit in units[max(0, index - 4) : index])
    behind = units[index + 1 : index + 12]
    craft = any((head := unit.one("head")) is not None and head.kind in ("ship", "craft") for unit in behind)
    bound = any(unit.text.startswith(_BOUND) for unit in behind) and any(slot.first > index and slot.case in ("to", "for", "a") for slot in slots)
    return undone and craft and bound


def _with_others(units: Sequence[Unit], doer: Slot, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The State with those joined to it before: *X, Y and Z failed*."""
    found = [doer]
    for slot in reversed([one for one in slots if one.last < doer.first]):
        between = units[slot.last + 1 : found[-1].first]
        if slot.case or not between or not all(unit.text == "," or unit.is_function("coord", "det") for unit in between):
            break
        found.append(slot)
    return tuple(reversed(found))


def _left_undone(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> bool:
    """True for *has yet to answer the committee*, *n'a jamais remis au comité le rapport*: a duty to the Council's bodies."""
    lead = units[max(0, index - 6) : index]
    undone = any(unit.text in _NOT_YET for unit in lead) and any(
        unit.text
        in ("yet", "never", "failed", "jamais", "toujours", "omis", "neglected", "manque", "pas", "not", "n't")
        for unit in lead
    )
    near = [slot for slot in slots if slot.actor in ("UN_COMMITTEE", "UN_PANEL") and abs(slot.index - index) <= 9]
    around = units[index : index + 12]
    committee = bool(near) or any(unit.text in ("committee", "comite", "panel") for unit in around)
    return undone and committee and any(unit.text.startswith(_DUTIES) for unit in around)


def _of_the_agency(units: Sequence[Unit], slots: Sequence[Slot]) -> bool:
    agency = any(slot.actor == "IAEA" for slot in slots) or any(unit.text in ("aiea", "iaea") for unit in units)
    plant = any(set(_ATOMIC) & sense.features for unit in units for sense in unit.all("item"))
    return agency or plant
