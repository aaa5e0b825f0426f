"""Clauses that state a rule and report no conduct (typology 3.6)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.assertion import Cue
from checker.extract.frame import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subject_found import Subject
from checker.extract.subjects import find_subject
from checker.extract.units import Sentence, Unit
from checker.extract.verbs import verb_features, verb_group

_LAW_MAKERS = frozenset({"UNSC", "UN", "UN_COMMITTEE", "EU", "UN_SECRETARIAT"})
_PERMISSIVE = (
    "autoris",
    "authori",
    "permit",
    "permett",
    "permis",
    "allow",
    "renew",
    "extend",
    "prolong",
    "recondui",
    "prorog",
    "limit",
    "prevoi",
    "prévoi",
    "prevu",
    "prévu",
)


def states_law(
    sentence: Sentence, frame: Frame, reaching: Sequence[Cue], slots: Sequence[Slot], grammar: Grammar
) -> bool:
    """True for a clause that says what a rule forbids, asks or allows, and reports no conduct."""
    units = sentence.units
    if any(slot.actor in _LAW_MAKERS for slot in frame.arguments.allowers):
        # "the Council allows X to take in ..."
        return True
    if (
        _is_of_any(units, frame)
        or _remains_forbidden(units, frame)
        or _is_topic_of_a_rule(units, frame)
        or _opens_with_a_rule(units)
    ):
        return True
    for cue in reaching:
        if cue.axis != "law":
            continue
        if cue.value == "lawback":
            if not frame.noun or cue.first < frame.index or _verb_between(units, frame.index, cue.first):
                continue
            return True
        if cue.last >= frame.index:
            continue
        if "v" in cue.sense.features:
            if _is_aside(units, cue, frame.index) or _ends_before(units, cue, frame):
                continue
            group = verb_group(units, cue.first, grammar)
            if group.mood == "participle" and not group.passive and group.start == cue.first:
                continue
            subject = find_subject(units, group, slots, grammar)
            if _lawful(units, subject):
                return True
            if cue.sense.written.startswith(_PERMISSIVE):
                continue
            return True
        return _law_phrase_binds(units, cue, frame)
    return False


def _is_aside(units: Sequence[Unit], cue: Cue, index: int) -> bool:
    """True for *two statues, banned since 2016, which X shipped*: the participle between commas only describes the thing."""
    if "pp" not in cue.sense.features or cue.first == 0 or units[cue.first - 1].text != ",":
        return False
    return any(unit.text == "," for unit in units[cue.last + 1 : index])


_OPENING = frozenset(
    {"before", "although", "though", "while", "whereas", "even", "avant", "alors", "quoique", "bien"}
)


def _ends_before(units: Sequence[Unit], cue: Cue, frame: Frame) -> bool:
    """True for *before anyone had thought of forbidding it, traders shipped ...*: the clause of the rule is closed by a comma."""
    start = frame.group.start if frame.group is not None else frame.index
    if frame.noun or start - cue.last < 3:
        return False
    comma = next((at for at in range(cue.last + 1, start) if units[at].text == ","), -1)
    if comma < 0 or not any(unit.text.isalpha() for unit in units[comma + 1 : start]):
        return False
    opener = next((at for at in range(cue.first - 1, -1, -1) if units[at].text == "," or units[at].is_stop), -1)
    return units[opener + 1].text in _OPENING


def _remains_forbidden(units: Sequence[Unit], frame: Frame) -> bool:
    """True for *leur vendre une cartouche reste interdit*: what it is forbidden to do."""
    group = frame.group
    if group is None or group.mood not in ("infinitive", "gerund") or group.link >= 0:
        return False
    after = units[frame.index + 1 :]
    return any(
        unit.text.startswith(_FORBIDDEN)
        and any(one.is_function("aux") or one.text.startswith(_REMAINS) for one in after[:at])
        for at, unit in enumerate(after)
    )


_REMAINS = ("reste", "demeure", "remain", "stay")
_FORBIDDEN = ("interdit", "prohib", "forbidden", "banned", "illegal", "proscri")
_ABOUT = frozenset({"on", "sur", "about", "concerning", "against", "contre"})
_SAID_OF = 9


def _is_topic_of_a_rule(units: Sequence[Unit], frame: Frame) -> bool:
    """True for *paragraph 14 of resolution 2216, on arming the movement*: what a rule is about."""
    start = min(frame.arguments.extent[0], frame.index)
    bare = frame.noun or (frame.group is not None and frame.group.mood == "gerund")
    if not bare or start == 0:
        return False
    ahead = units[start - 1]
    if ahead.text not in _ABOUT:
        return False
    return any(_is_rule(unit) for unit in units[max(0, start - _SAID_OF) : start - 1])


def _opens_with_a_rule(units: Sequence[Unit]) -> bool:
    """True for *It was resolution 2397 that gave host countries two years to ...*."""
    opening = units[:5]
    return len(opening) == 5 and opening[0].text in ("it", "c'", "ce") and any(_is_rule(unit) for unit in opening[2:])


def _is_rule(unit: Unit) -> bool:
    head = unit.one("head")
    return head is not None and head.kind == "lawnoun"


_ANY = frozenset({"tout", "toute", "any", "every"})


def _is_of_any(units: Sequence[Unit], frame: Frame) -> bool:
    """True for *toute exportation d'armes*, *any sale of arms*: conduct in general, which rules speak of."""
    return frame.noun and any(unit.text in _ANY for unit in units[max(0, frame.index - 2) : frame.index])


def _lawful(units: Sequence[Unit], subject: Subject) -> bool:
    if subject.head >= 0:
        head = units[subject.head].one("head")
        return bool(head and head.kind == "lawnoun")
    return any(slot.actor in _LAW_MAKERS for slot in subject.slots)


def _law_phrase_binds(units: Sequence[Unit], cue: Cue, frame: Frame) -> bool:
    """*a ban on arms sales* is law; *flouting the embargo on Libya by sending rifles* is conduct."""
    if any(unit.text in ("for", "pour") for unit in units[cue.last + 1 : frame.index]):
        return False
    if not frame.noun:
        return cue.last + 6 >= frame.index and not any(
            unit.text in (",", "by", "en") for unit in units[cue.last + 1 : frame.index]
        )
    return cue.last + 7 >= frame.index and not any(unit.text in (",",) for unit in units[cue.last + 1 : frame.index])


def _verb_between(units: Sequence[Unit], first: int, last: int) -> bool:
    return any(
        unit.is_verb and "fin" in verb_features(unit) and not any("n" in sense.features for sense in unit.senses)
        for unit in units[first + 1 : last]
    )
