"""Verbs that go before another of the same sentence: whether a word is one, and whose object a name between the two is."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subject_path import is_used_as_verb
from checker.extract.units import Unit
from checker.extract.verbs import VerbGroup, verb_features

_PAST = frozenset(["met", "saw", "beat", "left", "fought", "hit", "struck", "held", "won", "lost", "led", "sought", "paid", "forgave", "forgot", "taught", "thanked",
                   "caught", "drove", "overran", "chose", "stood", "fed", "sued", "rang", "swore", "shook", "put", "made", "kept"])  # fmt: skip
"""Past forms of English verbs that do not end in *-ed*."""
_NAMING = frozenset({"accused", "named", "warned", "urged", "blamed", "condemned", "criticised", "criticized", "denounced"})
"""Verbs of saying that take the one they are about as their object."""
_LEADS = frozenset({"who", "which", "that", "it", "he", "she"})


def verb_it_completes(
    units: Sequence[Unit], slot: Slot, slots: Sequence[Slot], group: VerbGroup, grammar: Grammar
) -> int:
    """The *called at* of *X called at Y and delivered ...*, the *attacked* of *X attacked Y and fired ...*, or -1.

    Y is the first verb's object, and not the subject of the second.
    """
    if grammar.code != "en" or slot.case or group.start < 1:
        return -1
    if not (units[group.start - 1].is_function("coord") or units[group.start - 1].text == ","):
        return -1
    # "bases in Y": the phrase begins with its own noun
    at = (min(slot.index, slot.host) if slot.host >= 0 else slot.index) - 1
    if any(unit.is_function("epithet") for unit in units[slot.first : slot.index]):
        # "the rebels of Y"
        at = slot.first - 1
    while at > 0 and units[at].is_function("det") and not units[at].is_function("prep"):
        at -= 1
    if at < 1:
        return -1
    before = units[at]
    if before.is_function("aux", "modal", "sub", "rel", "coord") or before.text == ",":
        return -1
    if before.one("report") and before.text not in _NAMING:
        return -1
    named = before.one("item") or before.one("head") or before.actor
    plain = before.text.isalpha() and not before.capital and not named
    verb = before.is_verb and not named and is_used_as_verb(units, at)
    past = plain and (before.text.endswith("ed") or before.text in _PAST)
    whoever = any(one.last == at - 1 for one in slots) or units[at - 1].text in _LEADS
    doing = plain and before.text.endswith("s") and whoever and (not before.senses or before.is_verb)
    return at if (verb or past or doing) and "ger" not in verb_features(before) else -1
