"""Subjects that stand elsewhere than right before their verb: an antecedent, whoever is blamed, a name before an aside."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.inverted_speech import BEHIND
from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT, Subject
from checker.extract.units import Unit
from checker.extract.verbs import VerbGroup, article_before


def before_an_aside(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot]) -> Subject:
    """*Eritrea, as the monitors alleged and Asmara denied, flew ...*: the name before the first comma of a long aside."""
    if group.start == 0 or units[group.start - 1].text != ",":
        return NO_SUBJECT
    for slot in reversed(slots):
        closed = slot.last + 1 < group.start - 1 and units[slot.last + 1].text == ","
        if (
            closed
            and slot.case == ""
            and slot.role == "party"
            and not any(unit.is_stop for unit in units[slot.last : group.start])
        ):
            return Subject(slots=(slot,))
    return NO_SUBJECT


def before_speech(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot]) -> Subject:
    """*Turkey, the French minister told senators, had shipped ...*: whoever speaks in an aside is not who did it."""
    if group.start < _LEAST or units[group.start - 1].text != ",":
        return NO_SUBJECT
    opened = next((at for at in range(group.start - 2, max(group.start - _LONGEST_SPEECH, 0), -1) if units[at].text == ","), -1)
    inside = units[opened + 1 : group.start - 1]
    spoken = any(unit.one("report") is not None or unit.text in BEHIND for unit in inside)
    if opened < 1 or not spoken or any(unit.is_function("rel") for unit in inside[:1]):
        return NO_SUBJECT
    slot = next((one for one in slots if one.last == opened - 1 and one.case == "" and one.role == "party"), None)
    return Subject(slots=with_coordinated(units, slot, slots)) if slot is not None else NO_SUBJECT


_LEAST = 4
_LONGEST_SPEECH = 16
_OBJECTS = frozenset({"it", "them", "him", "her"})
_ACCUSED_RELATIVES = frozenset({"which", "whom", "who", "that", "que", "qu'"})


def accused_of_it(
    units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot], by_last: dict[int, Slot]
) -> Subject:
    """*Y, which X accuses of arming Z*, *X accused it of arming Z*: Y, or whatever *it* stands for, and never X the accuser."""
    verb = group.link - 1
    if verb < 1 or units[group.link].text not in ("of", "de", "d'", "to"):
        return NO_SUBJECT
    accuser = by_last.get(verb)
    if accuser is not None and accuser.case == "by":
        return _accused_by(units, group, accuser, slots, by_last)
    if units[group.link].text == "to":
        return NO_SUBJECT
    pronoun = units[verb].text if units[verb].text in _OBJECTS else ""
    verb -= bool(pronoun)
    if not any(cue.value == "accuse" for cue in units[verb].all("cue")):
        return NO_SUBJECT
    if pronoun:
        return Subject(pronoun=pronoun, through="accused")
    for at in range(verb - 1, max(verb - 7, 0), -1):
        if units[at].text in _ACCUSED_RELATIVES and (units[at - 1].text == "," or units[at - 1].actor is not None):
            return antecedent_subject(units, at, slots, by_last)
        if units[at].is_stop or units[at].text == ",":
            break
    return NO_SUBJECT


_ACCUSED = ("accus", "soupçonn", "soupconn", "suspect", "said", "alleged", "reported", "blamed", "charged")


def _accused_by(
    units: Sequence[Unit], group: VerbGroup, accuser: Slot, slots: Sequence[Slot], by_last: dict[int, Slot]
) -> Subject:
    """*X is accused by Y of arming Z*, *X, soupçonné par Y d'avoir armé Z*, *accused by Y of arming Z, X denied it*: X."""
    verb = accuser.first - 1
    verb -= units[verb].is_function("prep")
    if verb < 0 or not units[verb].text.startswith(_ACCUSED):
        return NO_SUBJECT
    for at in range(verb - 1, -1, -1):
        unit, slot = units[at], by_last.get(at)
        if slot is not None:
            bare = slot.role == "party" and slot.case == ""
            return Subject(slots=with_coordinated(units, slot, slots), through="accused") if bare else NO_SUBJECT
        if unit.text in _ACCUSED_RELATIVES or unit.is_function("rel"):
            return antecedent_subject(units, at, slots, by_last)
        if unit.is_function("pron") and not unit.is_function("det"):
            return Subject(pronoun=unit.text, through="accused")
        if unit.one("head") or unit.one("item") or unit.is_stop:
            return NO_SUBJECT
    comma = next((at for at in range(group.head + 1, len(units)) if units[at].text == ","), len(units))
    later = next((one for one in slots if comma < one.first <= comma + 2 and one.case == "" and one.role == "party"), None)
    return Subject(slots=(later,), through="accused") if later is not None else NO_SUBJECT


_TRIED = ("convict", "acquit", "indict", "jailed", "fined", "prosecut", "arrest", "detain")
_JUDGED = ("condamn", "jug", "arrêt", "arret", "poursuiv", "incarcér", "incarcer", "déten", "deten", "inculp", "extrad", "interpell")
_CONVICTED = ("guilty", "coupable")


def judged_there(units: Sequence[Unit], slot: Slot) -> bool:
    """True for the X of *condamné aux X pour*, *jailed in X for*: where somebody was tried."""
    return any(unit.text.startswith((*_JUDGED, *_TRIED)) for unit in units[max(0, slot.first - 4) : slot.first])


def blamed_subject(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot]) -> Subject:
    """*a gelé les comptes d'un armateur pour avoir transbordé*, *blacklisted a bank for clearing*: the nearest person or firm did it."""
    if group.link < 0 or not (group.perfect or group.mood in ("gerund", "infinitive")):
        return NO_SUBJECT
    convicted = group.link > 0 and units[group.link - 1].text.startswith(_CONVICTED)
    tried = units[group.link].text in ("of", "with", "for") and any(
        unit.text.startswith(_TRIED) for unit in units[max(0, group.link - 9) : group.link]
    )
    if not tried and not convicted and (
        units[group.link].text not in ("pour", "for") or (group.mood == "infinitive" and not group.perfect)
    ):
        return NO_SUBJECT
    for at in range(group.link - 1, max(group.link - 9, -1), -1):
        slot = next((one for one in slots if one.last == at), None)
        if slot is not None and tried and slot.case == "from":
            # "a man from X": a man, and not X
            return Subject(head=max(slot.first - 2, 0), through="tried")
        if slot is not None and slot.case == "a" and judged_there(units, slot):
            # "condamné aux X pour avoir livré": where, and not who
            continue
        if slot is not None:
            return (
                Subject(slots=(slot,))
                if slot.role == "party" and slot.case not in ("by", "in", "from")
                else Subject(head=slot.index)
                if slot.role == "linked"
                else NO_SUBJECT
            )
        head = units[at].one("head")
        if head is not None and head.kind != "lawnoun" and (not units[at].is_verb or article_before(units, at)):
            return Subject(head=at)
        if tried and units[at].text.startswith(_TRIED):
            # "convicted a man of shipping fuel": whoever he is, the court is not
            return Subject(head=at + 1)
        if units[at].is_function("sub", "rel") or units[at].is_stop:
            break
    return NO_SUBJECT


def with_coordinated(units: Sequence[Unit], slot: Slot, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The names that share a place with ``slot``: *X, Y and Z*."""
    found = [slot]
    earlier = [one for one in slots if one.last < slot.first]
    for one in reversed(earlier):
        between = units[one.last + 1 : found[-1].first]
        if not between or not all(unit.is_function("coord", "det") or unit.text == "," for unit in between):
            break
        if one.case != "" or one.role != "party":
            break
        if len(found) == 1 and not any(unit.is_function("coord") for unit in between):
            break
        found.append(one)
    return tuple(reversed(found))


def antecedent_subject(
    units: Sequence[Unit], relative: int, slots: Sequence[Slot], by_last: dict[int, Slot]
) -> Subject:
    """What a relative pronoun at ``relative`` stands for."""
    at = relative - 1
    while at >= 0 and (units[at].text == "," or units[at].is_function("prep", "sub")):
        at -= 1
    slot = by_last.get(at) or next((one for one in slots if one.first <= at <= one.last), None)
    if slot is not None:
        if slot.role == "party":
            return Subject(slots=(slot,), through="relative")
        if slot.role == "origin" and slot.host >= 0:
            return Subject(item=slot.host, through="relative")
        if slot.role == "linked":
            return Subject(head=slot.host if slot.host >= 0 else slot.index, through="relative")
    for index in range(at, max(at - 4, -1), -1):
        if units[index].one("item"):
            return Subject(item=index, through="relative")
        if units[index].one("head"):
            return Subject(head=index, through="relative")
    return Subject(through="relative")
