"""The arguments of an action noun: who stands before it, what its prepositions bring after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract.arguments import DEFINITE, POSSESSIVES, Arguments
from checker.extract.complements import right_end_of
from checker.extract.languages.protocol import Grammar
from checker.extract.noun_phrases import phrase_start
from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT
from checker.extract.trigger_subjects import subject_above
from checker.extract.trigger_things import item_ids_of, item_lines_of, speaks_of_the_sea, without_carriers
from checker.extract.units import Sentence, Unit


def gather_noun(sentence: Sentence, index: int, slots: Sequence[Slot], grammar: Grammar) -> Arguments:
    """The arguments of the action noun at ``index``: who stands before it, what *of, to, from, by* bring after it."""
    units = sentence.units
    right_end = right_end_of(units, index, grammar, noun=True)
    right = [slot for slot in slots if index < slot.index <= right_end]
    # "déploiement de troupes nord-coréennes": what is named with its own thing belongs to whoever the thing does
    own = tuple(slot for slot in slots if slot.role in ("agent", "origin") and slot.host == index)
    items = [
        at for at in range(max(0, index - 4), index) if units[at].one("item") and _compound(units, at, index, grammar)
    ]
    right_items = [at for at in range(index + 1, right_end + 1) if units[at].one("item")]
    items.extend(right_items)
    if any(sense.kind == "LABOUR" for sense in units[index].all("trigger")):
        # "are at work in factories": those at work, not the place
        workers = [at for at in range(right_end + 1) if any("worker" in sense.features for sense in units[at].all("item"))]
        items = [at for at in items if at in workers] or [at for at in workers if at < index]
    by = tuple(
        slot
        for slot in right
        if slot.case == "by" and slot.role == "party" and not _of_a_participle(units, index, slot.first)
    )
    agents = own or by
    pronoun = ""
    if not agents:
        before = next(
            (units[at].text for at in range(index - 1, max(index - 4, -1), -1) if units[at].text in POSSESSIVES), ""
        )
        pronoun = before
    if not agents and not pronoun:
        agents = _blamed_for(units, index, slots) or subject_above(units, index, slots, grammar)
    if not agents and not pronoun:
        agents = _counted_for(units, index, slots)
    if not agents and not pronoun:
        pronoun = _pronoun_above(units, index)
    aim = any(unit.is_function("prep") and unit.value("prep") == "for" for unit in units[max(0, index - 2) : index])
    if not agents and not pronoun and not aim and any(sense.kind == "TEST" for sense in units[index].all("trigger")):
        # "l'échec de la mise en orbite de son satellite": its own satellite, its own launch
        pronoun = next((unit.text for unit in units[index + 1 : min(index + 3, right_end) + 1] if unit.text in POSSESSIVES), "")
    items = without_carriers(units, items)
    origins = [slot for slot in slots if slot.role in ("origin", "made") and slot.host in items]
    origin = next((slot for slot in origins if slot.role == "origin"), None)
    made = next((slot for slot in origins if slot.role == "made"), None)
    cases = tuple(slot for slot in right if slot.role == "party" and slot.case not in ("", "by", "src"))
    used = [
        index,
        *items,
        *(slot.first for slot in (*own, *agents)),
        *(slot.last for slot in (*own, *right)),
        *(s.first for s in right),
    ]
    of_after_item = any(slot.case == "of" and any(at < slot.first for at in right_items) for slot in cases)
    return Arguments(
        group=None, subject=NO_SUBJECT, agents=agents, object_slots=(), receivers=(), cases=cases, items=tuple(dict.fromkeys(items)),
        item_ids=item_ids_of(units, items), lines=item_lines_of(units, items), origin=origin, made=made, pronoun=pronoun,
        extent=(min(used), max(used)), wants_item=bool(cases or own) and any(unit.text in DEFINITE for unit in units[max(0, index - 2) : index]),
        at_sea=speaks_of_the_sea(units), of_after_item=of_after_item,
        at_place=tuple(s for s in cases if s.case == "in"), apposed=_apposed(units, index, own, slots), origins=tuple(origins),
    )  # fmt: skip


_ORDINAL = re.compile(
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,6}(?:st|nd|rd|th|e|eme)|premiere?|deuxieme|troisieme|quatrieme|"
    r"cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme"
)


def _counted_for(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Whose test it is in *the launch was the North's seventh*, *le tir était le septième du Nord*."""
    for at in range(index + 1, min(index + 16, len(units))):
        if _ORDINAL.fullmatch(units[at].text) is None:
            continue
        if not any(unit.is_function("aux") for unit in units[index + 1 : at]):
            return ()
        near = [slot for slot in slots if slot.role == "party" and abs(slot.index - at) <= 3 and slot.index > index]
        return tuple(near[:1])
    return ()


def _of_a_participle(units: Sequence[Unit], noun: int, first: int) -> bool:
    """True for the *by X* of *receipt of arms sent by X*: it belongs to what was sent."""
    return any(
        unit.is_verb and unit.all("trigger") and not any("n" in sense.features for sense in unit.all("trigger"))
        for unit in units[noun + 1 : first]
    ) or (first - noun > 2 and _is_judged(units, first - 2))


def _is_judged(units: Sequence[Unit], at: int) -> bool:
    """True for the participle right before *par*: *un tir de missile, condamné par X*, *un essai détecté par X*."""
    unit = units[at]
    return unit.written.lower().endswith(("é", "ée", "és", "ées")) and not unit.one("item") and not unit.one("head") and (
        units[at - 1].text == "," or unit.is_verb
    )


_SUBJECTS = frozenset({"it", "they", "he", "she", "il", "elle", "ils", "elles"})


def _pronoun_above(units: Sequence[Unit], index: int) -> str:
    """The subject pronoun of the verb right above an action noun: *it conducted a test*, *elle a procédé à un tir*."""
    for at in range(index - 1, max(index - 7, -1), -1):
        unit = units[at]
        if unit.text in _SUBJECTS and unit.is_function("pron"):
            return unit.text
        if unit.text == "," or unit.is_stop or unit.is_function("sub", "rel", "coord") or unit.actor is not None:
            return ""
        if unit.is_verb and unit.one("cue", "allege"):
            # "it detected the launch of a missile": who sees it did not do it
            return ""
    return ""


def _blamed_for(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The X of *blamed X for the theft*, *a accusé X du tir*: it did what the noun says."""
    first = phrase_start(units, index)
    if first < 3:
        return ()
    behind = _stands_behind(units, first, slots)
    if behind or units[first - 1].text not in ("for", "of", "de", "d'", "pour"):
        return behind
    slot = next((one for one in slots if one.last == first - 2 and one.role == "party"), None)
    if slot is None:
        return ()
    if slot.case == "" and units[slot.first - 1].text.startswith(("paid", "pay", "hired", "chargé", "payé")):
        # "paid X for the upgrade": X did it
        return (slot,)
    cues = [cue for unit in units[max(0, slot.first - 3) : slot.first] for cue in unit.all("cue") if cue.kind == "allege"]
    return (slot,) if any(cue.value == "accuse" for cue in cues) else ()


_ANSWERABLE = ("responsible", "origine", "responsable", "auteur", "culprit", "perpetrator", "initiative")


def _stands_behind(units: Sequence[Unit], first: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The X of *X was behind the heist*, *X is responsible for the launch*, *X est à l'origine du tir*."""
    lead = units[max(0, first - 4) : first]
    if not (lead[-1].text in ("behind", "derriere", "derrière") or any(unit.text.startswith(_ANSWERABLE) for unit in lead)):
        return ()
    copula = next((at for at in range(first - 1, max(first - 8, -1), -1) if units[at].is_function("aux")), -1)
    if copula < 1 or any(unit.is_function("neg") for unit in units[copula - 1 : first]):
        return ()
    return tuple(slot for slot in slots if copula - 3 <= slot.last < copula and slot.role == "party" and slot.case in ("", "src"))[-1:]


def _compound(units: Sequence[Unit], item: int, noun: int, grammar: Grammar) -> bool:
    if grammar.code != "en":
        return False
    between = units[item + 1 : noun]
    return all(
        unit.one("item")
        or unit.is_function("coord")
        or unit.one("trigger")
        or unit.text in ("and", ",")
        or (not unit.senses and unit.text.isalpha())
        for unit in between
    ) and not any(unit.is_function("prep", "aux", "modal") for unit in between)


def _apposed(units: Sequence[Unit], index: int, own: Sequence[Slot], slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The bare name before *, the main supplier of*: the nearest one to the left that is not the noun's own possessor."""
    found = [
        slot for slot in slots if slot.last < index and slot.role == "party" and slot.case == "" and slot not in own
    ]
    if not found:
        return ()
    after = units[found[-1].last + 1] if found[-1].last + 1 < index else None
    behind = units[found[-1].last + 1 : index]
    if any(unit.is_verb and unit.all("trigger") and not unit.one("item") for unit in behind):
        # "X was handed rifles by an arms dealer"
        return ()
    linked = after is not None and (after.text == "," or after.is_function("aux") or after.is_function("coord"))
    return (found[-1],) if linked else ()
