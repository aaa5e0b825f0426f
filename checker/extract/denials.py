"""Who denies a clause, who holds to it all the same, and whether its own words negate it (typology 3.2)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.assertion import Cue
from checker.extract.attribution import Attribution
from checker.extract.deniers import find_deniers
from checker.extract.frame import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subjects import find_subject
from checker.extract.units import Unit
from checker.extract.verbs import VerbGroup, article_before, verb_group
from checker.records import record


@record
class Denial:
    """Whether a frame is denied, by whom, and the pronoun that stands for whoever denies it.

    ``aside`` means that the denial stands beside what somebody else holds: *despite denials from X*; *Y, which denies it, bought*.
    """

    denied: bool = False
    slots: tuple[Slot, ...] = ()
    pronoun: str = ""
    aside: bool = False


def find_denial(
    units: Sequence[Unit],
    frame: Frame,
    cues: Sequence[Cue],
    deny: Sequence[Cue],
    headline: bool,
    speakers: Sequence[Attribution],
    slots: Sequence[Slot],
    grammar: Grammar,
) -> Denial:
    """Whether and by whom a frame is denied, the words of denial in its sentence being ``deny``."""
    index = frame.index
    nonanswer = any(cue.axis == "deny" and cue.value == "nonanswer" for cue in cues)
    deniers: tuple[Slot, ...] = ()
    denier_pronoun = ""
    denied = False
    for cue in deny:
        conceded = _named_beside(cue, slots) if _is_conceded(units, cue) else ()
        if conceded:
            return Denial(False, conceded, "", aside=True)
        if "v" in cue.sense.features:
            group = verb_group(units, cue.first, grammar)
            if group.negated or nonanswer or (cue.last >= index and not headline) or _denies_it(units, cue, group):
                continue
            if _in_an_aside(units, cue, frame):
                continue
            found = find_subject(units, group, slots, grammar)
            if found.slots and _is_in_passing(units, cue, group, index):
                return Denial(False, found.slots, "", aside=True)
            inverted = _party_right_of(cue.last, slots) if not found.slots else ()
            deniers = found.slots or inverted or find_deniers(units, cue, slots, (), grammar).slots
            denier_pronoun = found.pronoun
            denied = True
        elif (by := _by_whom(cue, slots)) and cue.first > index:
            # "..., des propos jugés mensongers par Kigali"
            return Denial(False, by, "", aside=True)
        elif (frame.noun or cue.first > index or cue.last < index) and _is_epithet_denial(cue, frame):
            denied = True
            deniers = deniers or tuple(slot for one in speakers for slot in slots if slot.actor == one.actor)[:1]
    return Denial(denied, deniers, denier_pronoun)


_RELATIVES = frozenset(["who", "which", "qui"])
_CONCEDING = frozenset(
    ["despite", "in spite of", "notwithstanding", "malgre", "en depit de", "en depit des", "en depit du", "over", "amid", "depit",
     "spite", "against", "contre", "au mepris"]
)  # fmt: skip


def _is_in_passing(units: Sequence[Unit], cue: Cue, group: VerbGroup, index: int) -> bool:
    """True for *Moscow, which denies the charge, bought shells*: the aside is closed before the conduct."""
    if not (group.start and units[group.start - 1].text in _RELATIVES):
        return False
    closing = next((at for at in range(cue.last + 1, index) if units[at].text == ","), -1)
    return closing >= 0 and not any(units[at].one("trigger") for at in range(cue.last + 1, closing))


def _is_conceded(units: Sequence[Unit], cue: Cue) -> bool:
    """True for *despite denials from Kigali, en dépit des démentis de Kigali*."""
    noun = "n" in cue.sense.features or article_before(units, cue.first)
    return noun and any(unit.text in _CONCEDING for unit in units[max(0, cue.first - 5) : cue.first])


def _named_beside(cue: Cue, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Whose denial it is: named right behind the word (*from Kigali*), else right before it (*Tehran's denials*)."""
    behind = [one for one in slots if 0 < one.first - cue.last <= 3 and one.case in ("from", "by", "of", "src", "")]
    before = [one for one in slots if 0 < cue.first - one.last <= 3]
    return tuple(behind[:1] or before[-1:])


def _by_whom(cue: Cue, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Who is named behind a slighting word as the one who uses it: *called a lie by Kigali*."""
    return tuple(one for one in slots if 0 < one.first - cue.last <= 3 and one.case == "by")[:1]


def _in_an_aside(units: Sequence[Unit], cue: Cue, frame: Frame) -> bool:
    """True for *Wagner, dont la présence fut longtemps niée, entretient ...*: a relative clause between commas denies its own."""
    start = frame.group.start if frame.group is not None else frame.index
    if not any(unit.text == "," for unit in units[cue.last + 1 : start]):
        return False
    for at in range(cue.first - 1, 0, -1):
        if units[at].text == ",":
            return units[at + 1].text in ("dont", "whose")
    return False


_IT = frozenset(["it", "this", "that", "them"])


def _denies_it(units: Sequence[Unit], cue: Cue, group: VerbGroup) -> bool:
    """True for *although X denies it, ...*: what is denied is told elsewhere, and a response answers it."""
    after = [unit.text for unit in units[cue.last + 1 : cue.last + 3]]
    if after[:1] == [","]:
        return any(one in ("le", "l'", "les") for one in group.clitics)
    return after[1:] == [","] and after[0] in _IT


def _party_right_of(last: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    found = next(
        (slot for slot in slots if slot.first in (last + 1, last + 2) and slot.case == "" and slot.role == "party"),
        None,
    )
    return (found,) if found else ()


def _is_epithet_denial(cue: Cue, frame: Frame) -> bool:
    """*called the report of shell sales fiction*."""
    return abs(cue.first - frame.index) <= 14


def find_polarity(
    units: Sequence[Unit], frame: Frame, reaching: Sequence[Cue], grammar: Grammar
) -> tuple[bool, bool]:
    """Whether the frame is negated, and whether it is said to have ceased."""
    negated = False
    ceased = False
    group = frame.group
    if group is not None and (group.negated or _none_of_it(units, frame)):
        negated = True
    for cue in reaching:
        if cue.axis != "polarity" or cue.last >= frame.index:
            continue
        if cue.value == "cease":
            ceased = True
        elif cue.value == "neg":
            if "v" in cue.sense.features:
                verb = verb_group(units, cue.first, grammar)
                if not (group is not None and group.mood in ("infinitive", "gerund")) and not frame.noun:
                    continue
                negated = negated if negated else negated != (not verb.negated)
            elif (group is None or cue.last < group.start) and _negates_here(units, cue, frame):
                negated = True
    return negated, ceased


_KEEPING = ("respect", "compl", "observ", "abide", "honour", "honor")
_NONE = frozenset({"no", "aucun", "aucune", "nul", "nulle"})
_NOBODY = frozenset({"nobody", "none", "nothing", "no one", "personne", "rien"})


def _none_of_it(units: Sequence[Unit], frame: Frame) -> bool:
    """True for *ships no arms*, *arms no one*: the thing or receiver right behind the verb is none."""
    behind = [unit.text for unit in units[frame.index + 1 : frame.index + 3]]
    if behind[:1] and (behind[0] in _NOBODY or behind[:2] == ["no", "one"]):
        return True
    return any(
        frame.index < at and any(unit.text in _NONE for unit in units[max(frame.index + 1, at - 3) : at])
        for at in frame.items[:1]
    )


def _negates_here(units: Sequence[Unit], cue: Cue, frame: Frame) -> bool:
    """A negation left of the verb group counts when it stands in the same clause: on its subject or governing verb."""
    start = frame.group.start if frame.group is not None else frame.index
    between = units[cue.last + 1 : start]
    if cue.sense.written.lower() in ("ne", "n'"):
        return False
    if frame.noun:
        if any(unit.text.startswith(_KEEPING) for unit in between):
            # "has not respected the cap on its imports": the cap is not kept, the imports are
            return False
        if any(unit.text in (",",) for unit in between):
            return False
        return len(between) <= 8
    if any(unit.is_function("sub", "rel", "subif") for unit in between):
        return False
    return len(between) <= 10 and not any(unit.text == "," for unit in between)
