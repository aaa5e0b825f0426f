"""Noun phrases: where one starts, the case before it, and the things, offices and action nouns in it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.units import Unit
from checker.lexicon import Sense

SPAN = 4
"""How many units may stand between an adjective or possessor and its noun."""


_SPANS_OF_TIME = frozenset(
    ["year", "years", "month", "months", "week", "weeks", "day", "days", "time", "decade", "an", "ans", "année", "années",
     "annee", "annees", "mois", "semaine", "semaines", "jour", "jours", "fois", "décennie"]
)  # fmt: skip


def phrase_start(units: Sequence[Unit], index: int) -> int:
    """The first unit of the noun phrase that ends in ``index``: its determiner, adjectives, numbers."""
    at = index
    for _ in range(SPAN):
        if at == 0:
            break
        before = units[at - 1]
        if before.is_function("prep") and not before.is_function("det"):
            break
        if before.is_function("prep") and before.text in ("des", "du", "au", "aux", "de", "d'"):
            break
        if before.is_function("det"):
            return at - 1
        if before.text in _SPANS_OF_TIME:
            # "in the course of the year Russia ..."
            break
        if before.actor is not None and before.actor.kind == "adjective":
            at -= 1
            continue
        if before.one("item") and not before.is_verb and at >= 2 and _before_name(units, at - 1):
            at -= 1
            continue
        plain = (
            not before.senses
            and before.text.isalpha()
            and (not before.capital or (at >= 2 and units[at - 2].is_function("det")))
        )
        if (
            plain
            and at >= 2
            and (units[at - 2].is_function("det", "prep", "to") or units[at - 2].one("item") or units[at - 2].actor)
        ):
            at -= 1
            continue
        if before.one("head") and not before.is_verb and at - 1 > 0 and before.actor is None:
            at -= 1
            continue
        break
    return at


def _before_name(units: Sequence[Unit], at: int) -> bool:
    """*the Russian mercenary group Wagner*: a word for people or ships that only describes the name after it."""
    lead = units[at - 1]
    if not item_lines(units[at]) & {"person", "mercenary", "joint_venture", "vessel"}:
        return False
    return lead.is_function("det") or (lead.actor is not None and lead.actor.kind == "adjective")


def item_lines(unit: Unit) -> frozenset[str]:
    """Every row of the item table that the thing of a unit is, or lies below."""
    return frozenset().union(*(sense.features for sense in unit.all("item")))


_ABOUT = frozenset({"pres de", "pres d'", "autour de", "aux alentours de", "around", "about", "over", "under"})
_NUMBERS = frozenset(
    ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "quinze", "vingt", "trente", "quarante", "cinquante",
     "soixante", "cent", "mille", "two", "three", "four", "five", "ten", "twenty", "hundred", "thousand"]
)  # fmt: skip


def _counts(unit: Unit) -> bool:
    return unit.text[:1].isdigit() or unit.text in _NUMBERS


def case_before(units: Sequence[Unit], first: int) -> str:
    """The case that the word before a noun phrase gives it, empty for none."""
    if first == 0:
        return ""
    before = units[first - 1]
    if before.text in ('"', "'") and first >= 2:
        before = units[first - 2]
    if before.text == "des" and _is_article(units, first - 1):
        ahead = units[first - 2] if first >= 2 else None
        governed = ahead is not None and ahead.is_function("prep") and not ahead.is_function("aux")
        return ahead.value("prep") if governed and ahead is not None else ""
    if first == 1 and before.text in ("de", "d'") and any(unit.text in _TOWARDS for unit in units[1:9]):
        # "De X vers Y transitent ..."
        return "from"
    if before.text in _ABOUT and _counts(units[first]):
        # "Près de dix mille ...": a number, and no place
        return ""
    if before.is_function("prep"):
        value = before.value("prep")
        if before.text == "near" and first >= 2 and units[first - 2].text == "from":
            # "from near X"
            return "from"
        if (
            before.text == "a"
            and before.written.lower() != "à"
            and before.is_function("aux")
            and before.written.lower() == "a"
        ):
            return "a" if first >= 1 else ""
        return value
    if before.text == "to":
        return "to"
    return ""


_TOWARDS = frozenset({"vers", "jusqu'a", "jusqu'au", "jusqu'aux", "jusqu'"})
_BEFORE_ARTICLE = frozenset(
    ["par", "avec", "pour", "sur", "dans", "contre", "en", "chez", "vers", "entre", "selon", "sous", "a", "via"]
)


def _is_article(units: Sequence[Unit], at: int) -> bool:
    """French *des* after a verb, a mark or nothing is an article; after a noun it is *de + les*."""
    if at == 0:
        return True
    before = units[at - 1]
    return (
        before.text in (",", '"', ":", ";")
        or before.is_function("coord", "sub", "aux", "neg")
        or (before.is_function("prep") and before.text in _BEFORE_ARTICLE)
        or (before.is_verb and not before.one("item") and not any("n" in sense.features for sense in before.senses))
    )


_OF_FRENCH = frozenset({"de", "du", "d'", "des"})


def organ_before(units: Sequence[Unit], preposition: int) -> int:
    """The index of the head noun right before a preposition, or -1 (*the army | of*)."""
    at = preposition - 1
    if at < 0:
        return -1
    unit = units[at]
    if at >= 2 and not unit.senses and unit.text.isalpha() and not unit.capital and preposition < len(units):
        # "l'état-major unifié de X": one plain adjective behind the office
        office = units[at - 1].one("head")
        if office is not None and office.kind == "organ" and units[preposition].text in _OF_FRENCH:
            at, unit = at - 1, units[at - 1]
    return at if unit.one("head") and unit.actor is None and not is_action_noun(unit) else -1


def head_kind_of(unit: Unit) -> str:
    """The kind of the unit's head noun, empty for none."""
    head = unit.one("head")
    return head.kind if head is not None else ""


def last_head(units: Sequence[Unit], at: int) -> int:
    """The last of the head nouns that follow one another from ``at``."""
    while at + 1 < len(units) and units[at + 1].one("head") and not units[at + 1].is_verb:
        at += 1
    return at


def own_item(unit: Unit) -> Sense | None:
    """The thing a unit is, unless it is rather an office or a site that shares the word."""
    item, head = unit.one("item"), unit.one("head")
    if item is None or head is None or item.kind != "ambiguous":
        return item
    return None if head.kind in ("organ", "site") or (head.kind == "firm" and item.value == "joint_venture") else item


def is_action_noun(unit: Unit) -> bool:
    """True when the unit is a trigger that may be a noun."""
    return any("n" in sense.features for sense in unit.all("trigger"))


def next_item(units: Sequence[Unit], at: int) -> int:
    """The first thing among the four units from ``at``, or -1."""
    for index in range(at, min(at + 4, len(units))):
        if units[index].one("item"):
            return index
    return -1


def item_near(units: Sequence[Unit], at: int) -> int:
    """The nearest thing among the five units up to ``at``, or -1."""
    for index in range(at, max(at - 5, -1), -1):
        if 0 <= index < len(units) and units[index].one("item"):
            return index
    return -1
