"""What a possessor or a bare name before a noun owns: *X's army*, *the X mission*."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.noun_phrases import SPAN, is_action_noun, last_head, own_item
from checker.extract.units import Unit


def possessed(units: Sequence[Unit], index: int) -> tuple[str, int, int, str]:
    """Role, host, last unit and head kind of what ``X's`` owns: an organ (the party itself), an item (origin), an action noun (agent)."""
    owner, last = units[index].actor, index + 1
    for at in range(index + 2, min(index + 3 + SPAN, len(units))):
        unit = units[at]
        item, head = own_item(unit), unit.one("head")
        if item and "aircraft" in item.features and at + 1 < len(units) and units[at + 1].is_verb:
            return "party", at, at, "craft"
        if item and item.value == "vessel_registration":
            # "flying X's flag"
            return "linked", at, at, "ship"
        if item:
            if at + 1 < len(units) and is_action_noun(units[at + 1]):
                return "agent", at + 1, at + 1, ""
            after = units[at + 1] if at + 1 < len(units) else None
            office = after.one("head") if after is not None and after.one("item") is None else None
            if office is not None and office.kind in ("organ", "site"):
                continue
            if not (head and at + 1 < len(units) and units[at + 1].one("head")):
                return "origin", at, at, ""
        if head and head.kind in ("organ", "site", "craft"):
            return "party", at, last_head(units, at), "organ"
        if is_action_noun(unit):
            office = units[at + 1].one("head") if at + 1 < len(units) else None
            if office is not None and office.kind == "organ":
                continue
            if at + 1 < len(units) and units[at + 1].text in _SECTORS:
                break
            return "agent", at, at, ""
        if head and head.kind == "group" and owner is not None and owner.kind in ("leader", "group"):
            return "party", at, at, "group"
        if head and head.kind in ("firm", "ship", "people", "group"):
            return "linked", at, at, head.kind
        if unit.is_function("prep", "aux", "coord", "rel", "sub", "modal") or unit.text in (",", ".") or unit.is_stop:
            break
        if unit.actor is not None:
            break
    return "party", -1, last, ""


_TRADERS = frozenset({"businessman", "businesswoman", "trader", "broker", "dealer", "tycoon", "merchant", "shipowner", "smuggler", "financier"})
_SECTORS = frozenset(
    [
        "sector",
        "sectors",
        "industry",
        "site",
        "sites",
        "project",
        "projects",
        "company",
        "companies",
        "firms",
        "plant",
        "plants",
    ]
)


def _is_one_of_many(units: Sequence[Unit], index: int) -> bool:
    """True behind *a, an, one, two*: one firm among others, and no office of the State."""
    return index > 0 and units[index - 1].text in ("a", "an", "one", "two", "three", "several", "some")


def compounded(units: Sequence[Unit], index: int) -> tuple[str, int, int, str]:
    """Role, host, last unit and head kind of a bare English name before a noun."""
    if index + 1 >= len(units):
        return "party", -1, index, ""
    for at in range(index + 1, min(index + 4, len(units))):
        firm = units[at].one("head")
        if (
            firm is not None
            and firm.kind == "firm"
            and not units[at].is_verb
            and (at > index + 1 or _is_one_of_many(units, index) or units[at].text in _TRADERS)
        ):
            # "a Singapore trading company", "a Dubai front company"
            return "linked", at, at, "firm"
        if (
            units[at].is_function("prep", "det", "aux", "coord", "rel", "sub", "modal")
            or not units[at].text.isalpha()
        ):
            break
    following = units[index + 1]
    head = following.one("head")
    thing = following.one("item")
    if thing is not None and thing.value == "joint_venture" and _is_one_of_many(units, index):
        return "linked", index + 1, index + 1, "firm"
    if following.one("item") and not following.is_verb and not head:
        after = units[index + 2] if index + 2 < len(units) else None
        if after is not None and is_action_noun(after):
            return "agent", index + 2, index + 2, ""
        return "party", -1, index, ""
    if is_action_noun(following) and not following.is_verb:
        return "agent", index + 1, index + 1, ""
    if head and head.kind in ("organ", "site") and not following.is_verb:
        return "party", index + 1, last_head(units, index + 1), "organ"
    return "party", -1, index, ""
