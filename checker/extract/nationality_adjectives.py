"""What a nationality adjective says of its noun: party, origin, make, agent or mere link."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.noun_phrases import SPAN, is_action_noun, item_near, last_head, next_item, own_item
from checker.extract.units import Unit

MADE = frozenset(
    [
        "fabrication",
        "marque",
        "brand",
        "conception",
        "origine",
        "facture",
        "production",
        "design",
        "origin",
        "make",
        "manufacture",
        "construction",
        "provenance",
    ]
)
"""Nouns of make or design: *of X make, de fabrication X*."""


_MADE_SUFFIX = frozenset(
    ["made", "built", "designed", "manufactured", "produced", "origin", "developed", "style", "type"]
)


_SUPPLIED_SUFFIX = frozenset(["supplied", "provided", "delivered", "furnished", "donated"])


FLAGGED = frozenset({"flagged", "registered", "owned", "operated"})
"""Words behind a hyphen that give a ship its State."""


def suffixed_role(word: str) -> str:
    """The role of a name before a hyphen and this word (*X-made, X-supplied*)."""
    if word in _MADE_SUFFIX:
        return "made"
    if word in _SUPPLIED_SUFFIX:
        return "origin"
    return "linked" if word not in ("", "and") and word.isalpha() else "party"


def adjective_en(units: Sequence[Unit], index: int, kind: str) -> tuple[str, int, int, int, str]:
    """Role, host, first and last unit, and head kind of an English adjective of nationality."""
    if index + 2 < len(units) and units[index + 1].text == "-":
        role = suffixed_role(units[index + 2].text)
        if role != "party":
            ship = "ship" if units[index + 2].text in FLAGGED else ""
            return role, next_item(units, index + 3), index, index + 2, ship
    for at in range(index + 1, min(index + 2 + SPAN, len(units))):
        unit = units[at]
        if (
            unit.is_function("prep", "aux", "coord", "rel", "sub", "modal")
            or unit.text in (",", ".", "'s", "-")
            or unit.is_stop
        ):
            if unit.text == "-" or (unit.text == "," and at + 1 < len(units) and units[at + 1].one("item")):
                continue
            if unit.text in ("made", "built"):
                return "made", next_item(units, at + 1), index, at, ""
            break
        if unit.text in MADE and at == index + 1:
            return "made", item_near(units, index), index, at, ""
        item, head = own_item(unit), unit.one("head")
        if item and item.value == "vessel_registration":
            # "flying the X flag"
            return "linked", at, index, at, "ship"
        if head and head.kind == "craft":
            return "party", at, index, at, "craft"
        if head and head.kind == "ship" and item and "vessel" in item.features:
            return "linked", at, index, at, "ship"
        if item and not (head and at + 1 < len(units) and units[at + 1].one("item")):
            following = units[at + 1] if at + 1 < len(units) else None
            people = "person" in item.features and following is not None and following.is_verb
            if following is not None and is_action_noun(following) and not people:
                return "agent", at + 1, index, at + 1, ""
            if following is not None and following.one("head") and not following.one("item"):
                continue
            return "origin", at, index, at, ""
        if head and head.kind in ("organ", "site", "craft", "peer"):
            return "party", at, index, last_head(units, at), "organ"
        if is_action_noun(unit):
            return "agent", at, index, at, ""
        if head and head.kind in ("firm", "ship", "people", "group"):
            return "linked", at, index, at, head.kind
        if unit.actor is not None:
            # "Russian President Vladimir Putin": the name takes over
            return "party", at, index, at, ""
        if unit.is_verb:
            break
    if kind == "demonym" or units[index].written.endswith("s"):
        return "party", -1, index, index, ""
    return "linked", -1, index, index, ""


def adjective_fr(units: Sequence[Unit], index: int, kind: str) -> tuple[str, int, int, int, str]:
    """Role, host, first and last unit, and head kind of a French adjective of nationality."""
    if index >= 2 and units[index - 1].text == "-":
        return "linked", -1, index, index, ""
    hops = 0
    at = index - 1
    while at >= 0 and hops < SPAN + 1:
        unit = units[at]
        if unit.text == "-" or unit.text.isdigit() or (len(unit.written) == 1 and unit.written.isupper()):
            # "lance-roquettes F-7 nord-coréens"
            at -= 1
            continue
        if at >= 2 and unit.text in ("tous", "toutes") and units[at - 1].text == ",":
            # "ses serveuses, toutes nord-coréennes"
            at -= 2
            continue
        hops += 1
        if unit.text in MADE:
            return "made", item_near(units, at - 1), index, index, ""
        if unit.is_function("epithet") and unit.actor is None:
            # "son voisin nord-coréen": the epithet and its nationality are one name
            return "party", -1, at, index, ""
        item, head = own_item(unit), unit.one("head")
        if head and head.kind == "craft":
            return "party", at, at, index, "craft"
        if item and item.value == "vessel_registration":
            # "battant pavillon X"
            return "linked", at, at, index, "ship"
        if head and head.kind == "ship" and item and "vessel" in item.features:
            return "linked", at, at, index, "ship"
        if is_action_noun(unit) and not item:
            return "agent", at, at, index, ""
        if item and not (head and head.kind in ("organ", "site")):
            # "livraisons d'obus nord-coréens": origin of the item
            return "origin", at, at, index, ""
        if head and head.kind in ("organ", "site", "craft", "peer"):
            return "party", at, at, index, "organ"
        if head and head.kind in ("firm", "ship", "people", "group"):
            return "linked", at, at, index, head.kind
        if unit.is_function("prep") and unit.value("prep") == "of" and at >= 1:
            at -= 1
            continue
        if unit.is_function("det") or (not unit.senses and unit.text.isalpha()):
            at -= 1
            continue
        if unit.actor is not None and unit.actor.kind not in ("adjective", "demonym"):
            break
        break
    if kind == "demonym" or units[index].capital:
        return "party", -1, index, index, ""
    return "linked", -1, index, index, ""
