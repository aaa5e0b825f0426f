"""Which things belong to a trigger, and which only carry them, say where, or serve another end."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.slots import Slot
from checker.extract.units import Unit

CARRIERS = frozenset({"vessel", "aircraft", "vehicle", "patrol_boat"})
"""Lines of the item table that carry other things as well as being things themselves."""


def without_carriers(units: Sequence[Unit], items: Sequence[int]) -> list[int]:
    """The things without the ships, planes and lorries that carry them (*in freighters, à bord d'un cargo*)."""
    carriers = [at for at in items if any(sense.features & CARRIERS for sense in units[at].all("item"))]
    goods = [at for at in items if at not in carriers and "person" not in item_lines_of(units, (at,))]
    if not goods:
        return list(items)
    return [at for at in items if at not in carriers or not _carries(units, at)]


def _carries(units: Sequence[Unit], at: int) -> bool:
    if at == 0 or any(unit.text in ("and", "et") for unit in units[max(0, at - 2) : at]):
        return False
    lead = list(units[max(0, at - 4) : at])
    return any(
        unit.is_function("prep") and unit.value("prep") in ("in", "by", "via", "on", "with", "from", "of")
        for unit in lead
    ) or not any(unit.one("item") for unit in units[max(0, at - 3) : at])


def within_a_place(units: Sequence[Unit], verb: int, item: int) -> bool:
    """True for *dans les usines de drones, on weapons sites*: a thing-word that only says where."""
    if any("funds" in sense.features for sense in units[item].all("item")):
        # "two millions in banknotes"
        return False
    for at in range(item - 1, max(item - 5, verb), -1):
        unit = units[at]
        if unit.is_function("prep") and unit.value("prep") in ("in", "on") and not unit.is_function("det"):
            return True
        if _opens_a_phrase(units, verb, at):
            return False
        if not (unit.is_function("det") or unit.actor is not None or (unit.text.isalpha() and not unit.senses)):
            return False
    return False


_UNDER = frozenset({"sous", "under", "beneath", "underneath", "behind", "derriere", "derrière"})


def lies_over(units: Sequence[Unit], verb: int, item: int) -> bool:
    """True for *under sacks of sugar*: goods that only hide the others."""
    for at in range(item - 1, max(item - 6, verb), -1):
        if units[at].text in _UNDER:
            return True
        if units[at].is_function("det"):
            return units[at - 1].text in _UNDER
        if units[at].text == "," or units[at].is_function("coord") or units[at].is_verb:
            return False
    return False


_PRICE = frozenset({"for", "worth", "pour", "at", "valeur", "montant", "prix"})


def is_price(units: Sequence[Unit], item: int) -> bool:
    """True for *for 23 million dollars, d'une valeur de 2 millions d'euros*: what goods cost is no thing handed over."""
    if not any("funds" in sense.features for sense in units[item].all("item")):
        return False
    lead = units[max(0, item - 6) : item]
    at = next((at for at in range(len(lead) - 1, -1, -1) if lead[at].text in _PRICE), -1)
    return at >= 0 and any(unit.text[:1].isdigit() or unit.text in ("million", "millions", "milliards", "billion") for unit in lead[at:])


def packed_in(units: Sequence[Unit], verb: int, item: int) -> bool:
    """True for *, in a container of shoes*, *, sous des sacs de riz*: what only hides the goods."""
    comma = next((at for at in range(item - 1, max(item - 9, verb), -1) if units[at].text == ","), -1)
    if comma < 0 or comma + 1 >= item:
        return False
    opener = units[comma + 1]
    return opener.text in _HIDING or (opener.is_function("prep") and opener.value("prep") in ("in", "on"))


_HIDING = frozenset(
    {
        "under",
        "beneath",
        "among",
        "amid",
        "inside",
        "sous",
        "parmi",
        "dans",
        "in",
        "hidden",
        "cachees",
        "caches",
        "dissimules",
    }
)


def _opens_a_phrase(units: Sequence[Unit], verb: int, at: int) -> bool:
    """True for a determiner behind a name: *fired at Kharkiv the missiles*, *tiré sur Kharkiv des missiles*."""
    return units[at].is_function("det") and at - 1 > verb and units[at - 1].capital


def for_another_end(units: Sequence[Unit], verb: int, item: int) -> bool:
    """True for *take in workers for the drone plants*: what stands after *for, against, to* is not the object."""
    for at in range(item - 1, max(item - 5, verb), -1):
        unit = units[at]
        if unit.is_function("prep", "to"):
            value = unit.value("prep") if unit.is_function("prep") else "to"
            return value in ("for", "to", "against")
        if unit.actor is not None and unit.actor.kind not in ("adjective", "demonym"):
            return False
        if _opens_a_phrase(units, verb, at):
            return False
        if not (unit.is_function("det") or unit.one("item") or unit.actor is not None or not unit.senses):
            return False
    return False


_SEQUELS = frozenset({"apres", "avant", "after", "before", "following"})


def of_another_event(units: Sequence[Unit], verb: int, item: int) -> bool:
    """True for the missile of *issued a warning after the test of a missile*: it belongs to what came before or after."""
    between = units[verb + 1 : item]
    opened = next((at for at, unit in enumerate(between) if unit.text in _SEQUELS), -1)
    return opened >= 0 and any("n" in sense.features for unit in between[opened + 1 :] for sense in unit.all("trigger"))


_ABSTRACT = (
    "support", "soutien", "assist", "aide", "fonctionn", "operat", "utilis", "maniement", "product", "fabricat", "develop", "lutte",
    "threat", "menace", "question", "estimat", "quantit", "issue", "detail", "interest", "projet", "accord", "contrôl", "control",
    "debat", "debate", "enqu", "inquiry", "investig", "information", "renseign", "rapport", "report", "programme", "program", "capacit",
    "cliche", "photo", "image", "picture", "footage", "video", "serial", "numero", "piece", "trace", "debris", "wreck", "epave",
)  # fmt: skip


def under_abstract(units: Sequence[Unit], verb: int, item: int) -> bool:
    """True for *provide technical support for the running of drones*: the drones are not what is given."""
    for at in range(item - 1, verb, -1):
        unit = units[at]
        if unit.one("item") or unit.text == ",":
            return False
        if unit.is_function("prep") and unit.value("prep") in ("of", "for", "a", "on", "in") and at - 1 > verb:
            before = units[at - 1]
            upkeep = any(sense.kind == "COOPERATE" for sense in before.all("trigger"))
            if upkeep or (before.text.startswith(_ABSTRACT) and not before.one("trigger")):
                return True
    return False


def object_relative(units: Sequence[Unit], start: int, agents: Sequence[Slot]) -> bool:
    """True for *the shells that X sold*, *les obus que X a livrés*: the thing stands before the relative."""
    first = min((slot.first for slot in agents), default=start)
    if first == start and first >= 1 and units[first - 1].is_function("pron"):
        first -= 1
    far = next(
        (at for at in range(first - 1, max(first - 14, 0), -1) if units[at].text in ("that", "which", "que", "qu'")),
        -1,
    )
    if (
        far > 0
        and any(units[back].one("item") for back in range(max(0, far - 5), far))
        and any(unit.one("report") for unit in units[far:first])
    ):
        return True
    for at in range(first - 1, max(first - 3, -1), -1):
        if units[at].text in ("that", "which", "que", "qu'", "dont") and at >= 1:
            if units[at - 1].text == ",":
                # "two statues, banned since 2016, which X shipped"
                opened = next((back for back in range(at - 2, max(at - 10, -1), -1) if units[back].text == ","), -1)
                if opened > 0 and units[opened - 1].one("item"):
                    return True
            return any(units[back].one("item") for back in range(max(0, at - 4), at))
    if first >= 1 and units[first - 1].one("item"):
        return True
    if first >= 3 and units[first - 1].text == ",":
        # "rockets that, according to the navy, X was sending": an aside right behind the relative word
        opened = next((at for at in range(first - 2, max(first - _ASIDE, 1), -1) if units[at].text == ","), -1)
        if opened > 1 and units[opened - 1].text in ("that", "which", "que", "qu'"):
            return any(units[back].one("item") for back in range(max(0, opened - 5), opened - 1))
    for at in range(first - 1, max(first - 8, 0), -1):
        # "36 000 cartouches, qu'un armurier de X avait expédiées"
        if units[at].text in ("que", "qu'", "that", "which"):
            return any(one.one("item") for one in units[max(0, at - 2) : at])
        if (units[at].is_verb and not units[at].one("head")) or units[at].text == ",":
            return False
    return False


_ASIDE = 14
_FAR = 34
"""The units at most between a verb and its object where asides of time and number stand between."""


def far_object(units: Sequence[Unit], verb: int, right_end: int) -> list[int]:
    """The thing behind the asides of *handed over to X, in two lots, one in August, several hundred drones*, or nothing.

    Only asides that open with a preposition or a number are passed, no clause, and the thing stands after a comma.
    """
    for at in range(right_end + 1, min(verb + _FAR, len(units))):
        unit = units[at]
        if unit.is_stop or unit.text in (".", "!", "?") or unit.is_function("rel", "sub", "aux", "modal", "pron"):
            return []
        if unit.one("item"):
            comma = next((back for back in range(at - 1, verb, -1) if units[back].text == ","), -1)
            opens = units[comma + 1] if comma > 0 else None
            counted = opens is not None and (opens.is_function("det") or opens.text[:1].isdigit() or not opens.senses)
            behind = units[comma + 1 : at] if comma > 0 else ()
            plain = not any(one.is_function("prep") and one.text not in ("of", "de", "d'", "des") for one in behind)
            return [at] if counted and plain else []
        if unit.is_verb or unit.actor is not None or unit.one("head"):
            return []
    return []


_SEA = frozenset(
    ["sea", "mer", "high-seas", "large", "alongside", "bord", "couple", "ship-to-ship", "transponder", "transpondeur"]
)


def speaks_of_the_sea(units: Sequence[Unit]) -> bool:
    """True when the sentence speaks of the open sea, of ships side by side, or of two ships."""
    if any(unit.text in _SEA or unit.is_function("sea") for unit in units):
        return True
    ships = [unit for unit in units if (head := unit.one("head")) is not None and head.kind == "ship"]
    return len(ships) > 1


def item_ids_of(units: Sequence[Unit], items: Sequence[int]) -> tuple[str, ...]:
    """The rows of the item table that these things are."""
    return tuple(dict.fromkeys(sense.value for at in items for sense in units[at].all("item")))


def item_lines_of(units: Sequence[Unit], items: Sequence[int]) -> frozenset[str]:
    """Every row of the item table that a thing is, or lies below."""
    return frozenset().union(*(sense.features for at in items for sense in units[at].all("item")))
