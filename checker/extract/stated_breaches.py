"""*X has violated the arms embargo on Y*: a rule that somebody is said to have broken, with no word of how (typology, L3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.arguments import Arguments
from checker.extract.breach_nouns import breach_noun
from checker.extract.frame import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.noun_arguments import gather_noun
from checker.extract.scene import Scene
from checker.extract.slots import Slot
from checker.extract.trigger_things import item_ids_of, item_lines_of
from checker.extract.units import Sentence, Unit
from checker.extract.verb_arguments import gather_verb
from checker.extract.verbs import verb_group
from checker.model import Direction

UNSTATED = "conduct:unstated"
"""The fact of a statement that names the rule and not the conduct."""

_BREAKING = (
    "violat", "breach", "flout", "defi", "defy", "contraven", "infring", "busted", "busting", "skirt", "circumvent", "evad", "sidestep",
    "broke", "breaking", "viol", "enfrei", "enfrein", "bafou", "transgress", "contourn", "contrevien", "contreven", "contrevenu",
)  # fmt: skip
_KEEPING = ("respecte",)
"""Verbs whose negation says that a rule was broken: *n'a pas respecté le plafond*."""
_MEASURES = ("embargo", "ban", "bans", "prohibition", "cap", "ceiling", "limit", "limits", "restriction", "restrictions", "curbs",
             "interdiction", "interdictions", "plafond", "plafonds", "quota", "quotas")  # fmt: skip
_SELLING = ("export", "sale", "sell", "vent", "vendre")
_BUYING = ("import", "purchas", "buy", "achat", "achet")
_HANDING = ("deliver", "suppl", "transfer", "livr", "fourni")
_ABOUT = frozenset({"on", "against", "in", "of", "a", "to", "for"})
_LAWMAKERS = frozenset({"UN", "UNSC", "UN_COMMITTEE", "UN_PANEL"})
_OTHER_LAWMAKERS = frozenset({"USA", "GBR", "EU", "OFAC", "CHE", "JPN", "AUS", "CAN", "ECOWAS", "AU", "ARAB_LEAGUE"})
_OF_PROLIFERATORS = frozenset({"missile"})
_REACH = 16
"""Units behind the verb in which the rule is named."""


def find_breaches(
    sentence: Sentence, slots: Sequence[Slot], grammar: Grammar, frames: Sequence[Frame], scene: Scene
) -> tuple[Frame, ...]:
    """A frame for each party that the sentence says broke a rule on goods; none where a verb tells what it did.

    The party at which the rule is aimed takes its own side; anybody else stands at the other end.
    """
    units = sentence.units
    for index, unit in enumerate(units):
        named = breach_noun(units, index, slots)
        if named and (told := _told_by_noun(sentence, index, named, slots, grammar, frames, scene)):
            return told
        flouted = unit.text.startswith(_KEEPING)
        if not (flouted or unit.text.startswith(_BREAKING)) or not _is_verb(units, index):
            continue
        group = verb_group(units, index, grammar)
        if group.modals & {"would", "should", "could", "cond"} or group.negated != flouted:
            # "would violate" says what the law is
            continue
        last = _clause_end(units, index)
        measure = next((at for at in range(index + 1, last + 1) if units[at].text in _MEASURES), -1)
        passive = group.passive
        if passive:
            measure = next((at for at in range(max(0, group.start - _REACH), group.start) if units[at].text in _MEASURES), -1)
        if measure < 0:
            continue
        found = gather_verb(sentence, index, slots, grammar)
        doers = _doers(found, passive) or _doers_shared(units, group.start if flouted else index, slots)
        first, end = (max(0, measure - 4), group.start - 1) if passive else (index + 1, last)
        items = tuple(at for at in range(first, end + 1) if units[at].one("item"))
        if not doers or (not items and not units[measure].text.startswith("embargo")):
            continue
        broken = {slot.actor for slot in doers}
        if any(
            not first <= one.index <= end and broken & {slot.actor for slot in (*one.givers, *one.takers)}
            for one in frames
        ):
            # the conduct itself is told: the breach is what the text makes of it
            return ()
        if _is_of_others(slots, first, measure):
            return ()
        aim = _aim(units, slots, measure, first, end, doers)
        return tuple(
            frame
            for doer in doers
            if (frame := _frame(units, index, (first, end), items, doer, aim, found, scene)) is not None
        )
    return ()


def _told_by_noun(
    sentence: Sentence, index: int, doers: tuple[Slot, ...], slots: Sequence[Slot], grammar: Grammar, frames: Sequence[Frame],
    scene: Scene,
) -> tuple[Frame, ...]:  # fmt: skip
    """The frames of *the violation by X of the embargo on Y*; none where a verb tells what X did."""
    units = sentence.units
    last = _clause_end(units, index)
    measure = next((at for at in range(index + 1, last + 1) if units[at].text in _MEASURES), -1)
    broken = {slot.actor for slot in doers}
    told = any(broken & {slot.actor for slot in (*one.givers, *one.takers)} for one in frames)
    items = tuple(at for at in range(index + 1, last + 1) if units[at].one("item"))
    if measure < 0 or told or _is_of_others(slots, index, measure):
        return ()
    if not items and not units[measure].text.startswith("embargo"):
        return ()
    aim = _aim(units, slots, measure, index + 1, last, doers)
    found = gather_noun(sentence, index, slots, grammar)
    made = (_frame(units, index, (index + 1, last), items, doer, aim, found, scene) for doer in doers)
    return tuple(replace(frame, noun=True) for frame in made if frame is not None)


def _is_verb(units: Sequence[Unit], index: int) -> bool:
    """False for the noun: *a breach of*, *la violation de*."""
    unit = units[index]
    if unit.text.startswith(("violation", "violateur", "violator", "violence", "violent", "breaches of", "defiance", "infringement", "evasion",
                             "circumvention", "contravention", "transgression", "contournement")):  # fmt: skip
        return False
    before = units[index - 1] if index else None
    return not (before is not None and before.is_function("det") and unit.text in ("breach", "breaches"))


def _clause_end(units: Sequence[Unit], index: int) -> int:
    last = min(index + _REACH, len(units) - 1)
    for at in range(index + 1, last + 1):
        if units[at].is_stop or units[at].text in (":", ";", "(") or units[at].is_function("rel", "sub"):
            return at - 1
    return last


def _doers(found: Arguments, passive: bool) -> tuple[Slot, ...]:
    slots = found.agents if passive or found.agents else found.subject.slots
    return tuple(slot for slot in slots if slot.role == "party" and slot.how not in ("media", "body"))


def _doers_shared(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The subject of *X a dépassé et violé* (one auxiliary for two participles) and of *X n'a pas respecté*."""
    kept = units[index].is_function("neg")
    if index < 1 or not (kept or (index >= 3 and units[index - 1].is_function("coord"))):
        return ()
    at = index - 1 if kept else index - 3
    while at >= 0 and (units[at].is_function("aux", "neg") or units[at].text.endswith("ment")):
        at -= 1
    return tuple(slot for slot in slots if slot.last == at and slot.role == "party" and slot.case == "" and slot.how not in ("media", "body"))


def _is_of_others(slots: Sequence[Slot], first: int, measure: int) -> bool:
    """True for *the EU embargo*, *the US ban*: a rule, and none of the Council's."""
    return any(slot.actor in _OTHER_LAWMAKERS and first <= slot.index < measure for slot in slots)


def _aim(
    units: Sequence[Unit], slots: Sequence[Slot], measure: int, first: int, last: int, doers: Sequence[Slot]
) -> Slot | None:
    """Whom the rule is about: *the embargo on Y*, *the Y arms embargo*, *Y's coal*; else None."""
    inside = [
        slot
        for slot in slots
        if first <= slot.index <= last
        and slot not in doers
        and slot.how not in ("media", "body", "leader")
        and slot.actor not in _LAWMAKERS
        and (slot.index < measure or slot.case in _ABOUT or slot.role in ("origin", "linked", "made", "agent", "party"))
    ]
    return min(inside, key=lambda slot: abs(slot.index - measure), default=None)


def _frame(
    units: Sequence[Unit], index: int, span: tuple[int, int], items: tuple[int, ...], doer: Slot, aim: Slot | None,
    found: Arguments, scene: Scene,
) -> Frame | None:  # fmt: skip
    words = " ".join(unit.text for unit in units[span[0] : span[1] + 1])
    target = aim if aim is not None and aim.actor != doer.actor else None
    lines = item_lines_of(units, items) or frozenset({"arms"})
    gives = _gives(words, target, target or doer, lines, scene)
    if gives is None:
        return None
    mine, others = (doer,), (target,) if target is not None else ()
    givers, takers = (mine, others) if gives else (others, mine)
    item_ids = item_ids_of(units, items)
    arguments = Arguments(
        found.group, found.subject, (doer,), (), takers, (), items, item_ids, item_lines_of(units, items), None, None, "",
        (min(doer.first, index), span[1] if span[1] > index else index),
    )  # fmt: skip
    return Frame(
        "SUPPLY", "", index, False, found.group, arguments, givers, takers, items, "" if items else "arms",
        notes=("verdict_only", "breach_stated"),
    )  # fmt: skip


def _gives(words: str, target: Slot | None, aimed: Slot, lines: frozenset[str], scene: Scene) -> bool | None:
    """True when whoever broke the rule gave, False when he got, None when the words do not tell."""
    selling, buying, handing = _says(words, _SELLING), _says(words, _BUYING), _says(words, _HANDING)
    if target is not None and target.role in ("origin", "made", "linked", "agent"):
        # "the ban on Y's coal", "on Y's coal exports": the other took them
        return False
    if target is not None:
        gave, got = selling or handing, buying
    else:
        gave, got = selling, buying or handing
    if gave != got:
        return gave
    sends = _is_aimed_at(scene, Direction.FROM_TARGET, aimed.actor, lines)
    gets = _is_aimed_at(scene, Direction.TO_TARGET, aimed.actor, lines)
    if sends != gets:
        return sends if target is None else gets
    if not gets or target is None or _is_aimed_at(scene, Direction.FROM_TARGET, aimed.actor, _OF_PROLIFERATORS):
        return None
    # a rule on both ways: an embargo *on* somebody is on what he gets, unless what he sends is the Council's concern too
    return True


def _says(words: str, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in words.split())


def _is_aimed_at(scene: Scene, direction: Direction, actor: str, lines: frozenset[str]) -> bool:
    """True when some rule on such goods is aimed at the actor in that direction."""
    codes = {
        "arms": ("arms_export", "arms_import"),
        "missile": ("ballistic_missile_transfer",),
        "coal": ("coal_export",),
        "charcoal": ("charcoal_export",),
        "petroleum": ("refined_petroleum_import", "oil_export"),
        "refined_petroleum": ("refined_petroleum_import", "oil_export"),
        "crude_oil": ("crude_oil_import", "oil_export"),
    }  # fmt: skip
    return any(
        actor in scene.targets.by_activity.get((code, direction), frozenset())
        for line in lines
        for code in codes.get(line, ())
    )
