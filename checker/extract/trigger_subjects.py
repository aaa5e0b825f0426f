"""The subject of a trigger where it does not simply stand before a finite verb."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import DEFINITE
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT, Subject
from checker.extract.subjects import find_subject
from checker.extract.units import Unit
from checker.extract.verbs import VerbGroup, verb_features, verb_group


def finite_or_participle(units: Sequence[Unit], index: int, right: Sequence[Slot], group: VerbGroup) -> str:
    """The mood of English *supplied*: finite after a subject, participle after a thing and before *by*."""
    before = units[group.start - 1] if group.start else None
    after = units[index + 1] if index + 1 < len(units) else None
    by_next = any(slot.case == "by" and slot.first <= index + 4 for slot in right) or (
        after is not None and after.text == "by"
    )
    if by_next:
        return "participle"
    if before is not None and (before.actor is not None or before.is_function("pron", "rel") or before.text == ","):
        return "finite" if not (before.actor is not None and before.actor.kind == "adjective") else "participle"
    if after is not None and (
        after.is_function("det") or after.one("item") or after.actor is not None or after.text.isdigit()
    ):
        return "finite"
    if before is not None and before.one("item"):
        return "participle"
    return "finite"


def fronted_subject(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot]) -> Subject:
    """The subject behind the comma in *Accusée par X d'avoir livré ..., Y n'a pas démenti*."""
    first = units[0]
    if not (first.is_verb and "pp" in verb_features(first)):
        return NO_SUBJECT
    comma = next((at for at in range(group.head + 1, len(units)) if units[at].text == ","), -1)
    if comma < 0:
        return NO_SUBJECT
    slot = next(
        (one for one in slots if one.first in (comma + 1, comma + 2) and one.case == "" and one.role == "party"), None
    )
    if slot is not None:
        return Subject(slots=(slot,))
    head = next((at for at in range(comma + 1, min(comma + 5, len(units))) if units[at].one("head")), -1)
    return Subject(head=head)


def antecedent_of_participle(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> Subject:
    """The thing or name right before a bare participle, which undergoes it."""
    at = index - 1
    while at >= 0 and (units[at].text == "," or units[at].text.endswith("ly") or units[at].text.endswith("ment")):
        at -= 1
    for back in range(at, max(at - 7, -1), -1):
        if units[back].one("item"):
            return Subject(item=back)
        if (
            units[back].is_function("prep")
            and not units[back].is_function("det")
            and units[back].value("prep") != "of"
        ) or units[back].is_stop:
            break
        slot = next((one for one in slots if one.last == back and one.role == "party" and one.case == ""), None)
        if slot is not None and back == at:
            return Subject(slots=(slot,))
    return NO_SUBJECT


def subject_above(units: Sequence[Unit], index: int, slots: Sequence[Slot], grammar: Grammar) -> tuple[Slot, ...]:
    """Who does what an action noun says, by the verb above it: *X stepped up deliveries*."""
    aside = index
    if blamed := _blamed_for(units, index, slots):
        return blamed
    for at in range(index - 1, max(index - 19, -1), -1):
        unit = units[at]
        if at > aside:
            continue
        if unit.text in _SEQUELS and not unit.is_function("aux"):
            # "X warned Y after the test of a missile": another's event
            break
        if unit.text == "," and (opened := _opening_comma(units, at)) > 0:
            # "avait bouclé, dans les galeries de X, la préparation d'un essai"
            aside = opened - 1
            continue
        if unit.is_stop or unit.is_function("sub", "rel", "subif") or unit.text == ",":
            break
        if unit.is_verb and not any("n" in s.features for s in unit.senses) and not unit.one("item"):
            support = unit.one("trigger") or unit.one("report") or unit.one("cue")
            own_deed = any(one.text in ("avoir", "having", "to") for one in units[at + 1 : index])
            if own_deed and unit.one("report"):
                # "a annoncé avoir procédé à l'essai": who says it did it
                return find_subject(units, verb_group(units, at, grammar), slots, grammar).slots
            if support and (
                unit.one("report")
                or support.kind in ("deny", "allege", "law", "verdict", "demand", "certainty", "SEIZE")
            ):
                break
            found = find_subject(units, verb_group(units, at, grammar), slots, grammar)
            return found.slots
        if unit.is_function("prep") and unit.value("prep") not in ("of", "a", "from", "in"):
            break
        slot = next((one for one in slots if one.last == at and one.role == "party" and one.case == ""), None)
        if slot is not None:
            return (slot,)
    return ()


_SEQUELS = frozenset({"apres", "avant", "after", "before", "following"})
_ASCRIBED = ("attribu", "imput")


def _blamed_for(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Whom others hold to account for it: *tient X pour responsable du vol*, *attribue à X le vol*."""
    for at in range(index - 1, max(index - 5, 1), -1):
        if units[at].text.startswith("responsable") and units[at - 1].text in ("pour", "comme"):
            return tuple(slot for slot in slots if slot.last == at - 2 and slot.role == "party" and slot.case == "")
    return tuple(
        slot
        for slot in slots
        if index - 4 <= slot.last < index
        and slot.role == "party"
        and slot.case == "a"
        and slot.first >= 2
        and units[slot.first - 2].text.startswith(_ASCRIBED)
    )[:1]


def _opening_comma(units: Sequence[Unit], closing: int) -> int:
    """The comma that opens an aside of place or time that ends at ``closing``, or -1."""
    for at in range(closing - 1, max(closing - 9, 0), -1):
        if units[at].text == ",":
            return at if units[at + 1].is_function("prep") else -1
        if units[at].is_verb and not units[at].one("head") and not units[at].one("item"):
            return -1
    return -1


_KEPT = ("keep", "kept")


def allowers_of(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot], grammar: Grammar) -> tuple[Slot, ...]:
    """Who lets it happen: the subject of *let, allow, laisser, autoriser* above an infinitive."""
    for at in range(group.start - 1, max(group.start - 14, -1), -1):
        unit = units[at]
        if unit.is_stop or unit.is_function("rel"):
            break
        cue = unit.one("cue", "allow")
        if cue is not None or (group.mood == "gerund" and unit.text.startswith(_KEPT) and unit.is_verb):
            found = find_subject(units, verb_group(units, at, grammar), slots, grammar)
            return found.slots
    return ()


def definite_organ(units: Sequence[Unit], subject: Subject) -> str:
    """The pronoun that stands for the owner of *the army, the same plants, le ministère* without a name, or nothing."""
    if subject.head < 0:
        return ""
    head = units[subject.head].one("head")
    if head is None or head.kind not in ("organ", "site"):
        return ""
    lead = units[max(0, subject.head - 3) : subject.head]
    return "it" if any(unit.text in DEFINITE for unit in lead) else ""


def is_ship(units: Sequence[Unit], subject: Subject) -> bool:
    """True when the subject is a ship."""
    if subject.item >= 0 and any("vessel" in sense.features for sense in units[subject.item].all("item")):
        return True
    if subject.head < 0:
        return False
    head = units[subject.head].one("head")
    return bool(head and head.kind == "ship")
