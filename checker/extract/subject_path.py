"""What is passed over on the way from a verb to its subject: asides, relatives, times, prepositional nouns."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.units import Unit
from checker.extract.verbs import article_before

_RELATIVES = frozenset(["qui", "que", "qu'", "which", "who", "dont", "où", "ou", "where", "whose"])


_LONGEST_RELATIVE = 16


def before_relative(units: Sequence[Unit], at: int) -> int:
    """The unit before a relative clause that ends at ``at`` with a comma (*the Monument, which dominates X, was built*), else ``at``."""
    if at < 2 or units[at].text != ",":
        return at
    for index in range(at - 1, max(at - _LONGEST_RELATIVE, 0), -1):
        if units[index].text == ",":
            return at
        if units[index].text in _RELATIVES and units[index - 1].text == ",":
            return index - 2
    return at


_INSIDE = frozenset({"in", "on", "via", "with", "against"})


def is_listed(units: Sequence[Unit], comma: int) -> bool:
    """True for a comma between things of one list: *shells, rockets and drones were sent*."""
    return any(unit.one("item") or unit.is_function("coord") for unit in units[max(0, comma - 3) : comma]) or bool(
        units[max(0, comma - 1)].one("item")
    )


def is_plain_noun(units: Sequence[Unit], at: int) -> bool:
    """True for a thing or office that names nobody and is no verb here."""
    unit = units[at]
    named = unit.actor is not None or not (unit.one("head") or unit.one("item"))
    return not named and not (unit.is_verb and not article_before(units, at))


def says_only_where(units: Sequence[Unit], item: int) -> bool:
    """True for the dhow of *the missiles seized on a dhow were sent*: it only says where."""
    for at in range(item - 1, max(item - 4, -1), -1):
        unit = units[at]
        if unit.is_function("prep") and not unit.is_function("det"):
            return unit.value("prep") in _INSIDE and any(one.one("item") for one in units[max(0, at - 9) : at])
        if not unit.is_function("det"):
            return False
    return False


def opens_only_a_time(units: Sequence[Unit], at: int, verb: int) -> bool:
    """*has since the beginning of August shipped*: a conjunction that only opens a time is passed over."""
    between = units[at + 1 : verb]
    timed = any(unit.is_function("time") or unit.text.isdigit() for unit in between[:6])
    return timed and not any(unit.is_verb and not unit.one("item") for unit in between)


def follows_a_noun(units: Sequence[Unit], at: int) -> bool:
    """True for a word right behind a thing or a name."""
    before = units[at - 1]
    return bool(before.one("item")) or (before.actor is not None and before.text != "")


def after_preposition(units: Sequence[Unit], at: int) -> bool:
    """True for a noun that a preposition governs; French *des* as an article is none."""
    for index in range(at - 1, max(at - 4, -1), -1):
        if units[index].text == "des" and (
            index == 0 or units[index - 1].text in (",", '"', ":") or units[index - 1].is_function("coord", "sub")
        ):
            return False
        if units[index].is_function("prep"):
            return True
        if units[index].is_function("det") or (not units[index].senses and units[index].text.isalpha()):
            continue
        return False
    return False


def is_used_as_verb(units: Sequence[Unit], at: int) -> bool:
    """True for a unit that may be a verb and is one where it stands."""
    unit = units[at]
    if not unit.is_verb:
        return False
    if any(one.text == "'s" for one in units[max(0, at - 2) : at]) and not any(
        "pp" in s.features for s in unit.senses
    ):
        # "X's military research centre"
        return False
    if at + 1 < len(units) and units[at + 1].text == "of" and any(one.is_function("det") for one in units[max(0, at - 2) : at]):
        # "a steady flow of weapons"
        return False
    before = units[at - 1] if at else None
    noun = bool(unit.one("item")) or bool(unit.one("head")) or any("n" in sense.features for sense in unit.senses)
    if not noun:
        return not article_before(units, at)
    return before is not None and (
        before.is_function("aux", "modal", "neg", "to", "pron", "rel") or before.text == "to"
    )


def is_joined(units: Sequence[Unit], verb: int, start: int) -> bool:
    """True when a verb and a later group are coordinated: *bought shells and shipped ...*."""
    before = units[start - 1] if start else None
    if before is not None and (before.is_function("coord") or before.text == ","):
        return True
    return before is not None and start >= 2 and units[start - 2].is_function("coord")


def unknown_accused(units: Sequence[Unit], verb: int, start: int) -> int:
    """The name nobody knows right behind *accused, a accusé* and the like, which does what follows, or -1."""
    cue = units[verb].one("cue", "allege")
    if cue is None or cue.value != "accuse" or verb + 1 >= start:
        return -1
    unit = units[verb + 1]
    return verb + 1 if unit.capital and not unit.senses and unit.text.isalpha() else -1


def is_parenthetical(units: Sequence[Unit], verb: int, start: int) -> bool:
    """True for *, Seoul said on Monday,* between a subject and its verb."""
    if units[verb].one("report") is None:
        return False
    closing = any(unit.text == "," for unit in units[verb + 1 : start])
    return closing and comma_before(units, verb) >= 0


def comma_before(units: Sequence[Unit], at: int) -> int:
    """The unit before the nearest comma to the left of ``at``, or -1."""
    for index in range(at - 1, max(at - 8, -1), -1):
        if units[index].text == ",":
            return index - 1
    return -1


def opening_bracket(units: Sequence[Unit], at: int) -> int:
    """The unit before the bracket that opens what closes at ``at``."""
    for index in range(at - 1, max(at - 20, -1), -1):
        if units[index].text == "(":
            return index - 1
    return at - 1
