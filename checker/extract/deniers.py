"""Who stands behind a word of denial: its subject, whoever speaks it, *both*, or the owner of *whose ministry*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.extract.assertion import Cue
from checker.extract.attribution import Attribution, accuses
from checker.extract.inverted_speech import speaker_behind
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.speaker_phrases import owner_of, phrase_before, slots_in
from checker.extract.subjects import find_subject
from checker.extract.units import Unit
from checker.extract.verbs import verb_group

_BOTH = frozenset(["both", "neither", "ni", "aucun", "aucune", "deux", "two"])
_SIDES = (
    "side",
    "end",
    "countr",
    "government",
    "capital",
    "part",
    "camp",
    "pays",
    "gouvernement",
    "capitale",
    "state",
    "etat",
)
_SHORT_OF = frozenset(["short", "without", "sans", "loin"])
_NOT_EVEN = frozenset(["neither", "ni", "aucun", "aucune"])
_OWNERS = frozenset(["whose", "dont"])
_EQUALLY = frozenset(["comme", "nor", "ni", ","])
_TOO = frozenset(["too", "also", "likewise", "alike", "egalement", "aussi", "pareillement", "as well", "de meme"])
_AS_DID = frozenset(["did", "does", "has", "do", "have"])
POSSESSIVES = frozenset(["its", "their", "his", "her", "son", "sa", "leur", "leurs", "ses"])
_NEAR = 6
_LEAD = 8


@dataclass(frozen=True, slots=True)
class Deniers:
    """The names of who denies, or the pronoun for them; ``both`` when the two ends of the conduct do."""

    slots: tuple[Slot, ...] = ()
    pronoun: str = ""
    both: bool = False


def find_deniers(
    units: Sequence[Unit], cue: Cue, slots: Sequence[Slot], said: Sequence[Attribution], grammar: Grammar
) -> Deniers:
    """Who denies by a cue; nobody when the denial is itself denied or only spoken of."""
    if "v" in cue.sense.features:
        return _of_verb(units, cue, slots, grammar)
    before_cue = units[max(0, cue.first - 4) : cue.first]
    # "n'y voit que": "ne" alone only restricts
    negations = [unit for unit in before_cue if unit.is_function("neg") and unit.text not in ("n'", "ne")]
    if negations or any(_SHORT_OF & set(unit.text.split()) for unit in before_cue):
        return Deniers()
    if means_both([unit.text for unit in units[: cue.first]]):
        return Deniers(both=True)
    opened = next((at + 1 for at in range(cue.first - 1, 0, -1) if units[at].text in (";", "—")), 0)
    slots = [one for one in slots if one.first >= opened]
    said = [one for one in said if one.verb >= opened or one.verb < 0]
    by = [one for one in slots if 0 < one.first - cue.last <= 3 and one.case == "by"]
    if by:
        # "des propos jugés mensongers par Kigali"
        return Deniers(tuple(by[:1]))
    beside = [one for one in slots if 0 < cue.first - one.last <= 2 and one.role == "party" and one.case == ""]
    if beside:
        return Deniers(with_its_equals(units, beside[-1], slots))
    voices = [one for one in said if not one.passive and one.verb >= 0 and not accuses(units, one)]
    named = tuple(slot for one in voices if one.actor for slot in slots if slot.actor == one.actor)[:1]
    if named:
        return Deniers(named)
    before = [one for one in slots if one.last < cue.first and one.role == "party" and one.case in ("", "src", "for")]
    if before:
        return Deniers(with_its_equals(units, before[0], slots))
    lead = [
        one for one in slots if one.last < cue.first and one.case in ("of", "a", "in", "for") and _opens(units, one)
    ]
    if lead:
        # "un cadre du Hezbollah y voit un mensonge"
        return Deniers(tuple(lead[:1]))
    alone = next((one for one in slots if one.role == "party" and one.case == ""), None)
    if alone is not None:
        return Deniers((alone,))
    seat = next((one for one in slots if one.first <= 1 and one.how == "capital" and one.case in ("a", "in")), None)
    if seat is not None:
        return Deniers((seat,))
    owned = _owner(units, opened, cue.first)
    return Deniers(pronoun=owned or (units[0].text if any(unit.is_function("pron") for unit in units[:3]) else ""))


def _owner(units: Sequence[Unit], first: int, last: int) -> str:
    """The possessive of *its spokeswoman, sa porte-parole* in a subject without a name; else empty."""
    return next(
        (
            units[at].text
            for at in range(first, last - 1)
            if units[at].text in POSSESSIVES and any(unit.one("head", "organ") for unit in units[at + 1 : at + 4])
        ),
        "",
    )


def _of_verb(units: Sequence[Unit], cue: Cue, slots: Sequence[Slot], grammar: Grammar) -> Deniers:
    found = _of_group(units, cue, slots, grammar)
    also = _also_named(units, cue, slots) if found.slots else ()
    return replace(found, slots=(*found.slots, *(one for one in also if one not in found.slots)))


def _also_named(units: Sequence[Unit], cue: Cue, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Who denies as well: *..., la Russie également; ..., as did Moscow; ..., and so has China*."""
    return tuple(
        one
        for one in slots
        if one.first > cue.last + 1
        and one.case == ""
        and one.role == "party"
        and (
            any(unit.text in _TOO for unit in units[one.last + 1 : one.last + 3])
            or any(unit.text in _AS_DID for unit in units[max(0, one.first - 3) : one.first])
        )
        and any(unit.text == "," or unit.is_function("coord") for unit in units[cue.last + 1 : one.first])
    )


def _of_group(units: Sequence[Unit], cue: Cue, slots: Sequence[Slot], grammar: Grammar) -> Deniers:
    group = verb_group(units, cue.first, grammar)
    if group.negated:
        return Deniers()
    if group.passive:
        behind = [one for one in slots if 0 < one.first - cue.last <= _NEAR]
        by = [one for one in behind if one.case == "by"]
        # "was dismissed in Tehran"
        seated = [one for one in behind if one.case in ("in", "a") and one.how in ("capital", "seat")]
        return Deniers(tuple((by or seated)[:1]))
    if means_both([unit.text for unit in units[max(0, group.start - _NEAR) : group.start]], by_side=True):
        return Deniers(both=True)
    phrase = phrase_before(units, group.start)
    if phrase is not None:
        first, last, reach = phrase
        texts = [unit.text for unit in units[first : last + 1]]
        if _NOT_EVEN & set(texts):
            return Deniers()
        named = slots_in(units, slots, first, last, reach)
        if named:
            # "la Russie comme la Corée du Nord nient"
            return Deniers(named if len(named) > 1 else _with_its_likes(units, owner_of(named[0], slots), slots))
        if means_both(texts):
            return Deniers(both=True)
        owner = next((at for at in range(first, max(first - 3, -1), -1) if units[at].text in _OWNERS), -1)
        owned = [one for one in slots if 0 <= owner - one.last <= 2]
        if owner >= 0 and owned:
            return Deniers(tuple(owned[-1:]))
    if group.start and units[group.start - 1].text in ("que", "qu'"):
        # "ce que contestent Moscou et Téhéran"
        right = [one for one in slots if 0 < one.first - cue.last <= 2 and one.case == ""]
        if right:
            return Deniers(with_its_equals(units, right[0], slots))
    spoken = speaker_behind(units, cue.last + 1, slots) if cue.last + 1 < len(units) else None
    if group.mood != "participle" and spoken is not None and spoken[0] and units[group.start - 1].text in (",", '"'):
        return Deniers(spoken[0])
    subject = find_subject(units, group, slots, grammar)
    if subject.slots:
        return Deniers(subject.slots if len(subject.slots) > 1 else _with_its_likes(units, subject.slots[0], slots))
    if subject.pronoun:
        return Deniers(pronoun=subject.pronoun)
    opening = _opening_subject(units, slots, group.start)
    if opening is not None:
        return Deniers((opening,))
    possessive = _owner(units, max(0, group.start - _NEAR), group.start)
    if possessive:
        return Deniers(pronoun=possessive)
    near = [one for one in slots if one.last < group.start and one.case == "" and one.role in ("party", "linked")]
    close = [one for one in slots if abs(one.index - cue.first) <= _NEAR - 1 and one.role in ("party", "linked")]
    return Deniers(tuple((near or close if subject.head >= 0 or near else close)[:1]))


def _opening_subject(units: Sequence[Unit], slots: Sequence[Slot], start: int) -> Slot | None:
    """The subject that opens a sentence and goes on behind *but, and*: *X did not reply but has in the past denied it*."""
    first = next((one for one in slots if one.first <= 1 and one.case == "" and one.role in ("party", "linked")), None)
    if first is None or not any(unit.is_function("coord") for unit in units[first.last + 1 : start]):
        return None
    others = [one for one in slots if first.last < one.first < start and one.case == "" and one.role == "party"]
    return None if others else first


def _opens(units: Sequence[Unit], slot: Slot) -> bool:
    """True for a name in the noun phrase that opens its sentence: *the ministry in Beijing, un cadre du Hezbollah*."""
    before = units[: slot.first]
    if not 1 < len(before) <= _LEAD or not before[0].is_function("det"):
        return False
    return not any(unit.is_verb or unit.text == "," or unit.is_function("aux", "modal", "sub") for unit in before)


def with_its_equals(units: Sequence[Unit], one: Slot, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """A name with those joined to it: *Moscow and Pyongyang alike, Moscou comme Pyongyang, ni Moscou ni Téhéran*."""
    found = [one]
    for other in slots:
        low, high = (other, found[0]) if other.last < found[0].first else (found[-1], other)
        between = units[low.last + 1 : high.first]
        joined = any(unit.is_function("coord") or unit.text in _EQUALLY for unit in between)
        if other not in found and joined and all(_joins(unit) for unit in between):
            found = [other, *found] if low is other else [*found, other]
    return tuple(found)


def _with_its_likes(units: Sequence[Unit], one: Slot, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """A subject with those joined to it by a word, no mere comma: *la Russie comme la Corée du Nord nient*."""
    found = with_its_equals(units, one, slots)
    pairs = pairwise(found)
    joined = all(any(unit.is_function("coord", "sub") for unit in units[low.last + 1 : high.first]) for low, high in pairs)
    return found if joined else (one,)


def _joins(unit: Unit) -> bool:
    return unit.is_function("coord", "det") or unit.text in _EQUALLY


def means_both(texts: Sequence[str], by_side: bool = False) -> bool:
    """True for *both, both sides, les deux pays*, and *neither government* unless ``by_side``: the two parties, unnamed."""
    at = next((index for index, text in enumerate(texts) if text in _BOTH), -1)
    if at < 0 or (texts[at] == "two" and texts[at - 1 : at] not in (["the"], ["these"])):
        return False
    after = texts[at + 1 : at + 3]
    if any(text.startswith(_SIDES) for text in after):
        return not by_side or texts[at] not in _NOT_EVEN
    return not by_side and at == 0 and not after and texts[at] in ("both", "neither")
