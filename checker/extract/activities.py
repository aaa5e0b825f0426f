"""From a neutral flow (giver, things, taker) to activity codes, always named from the sanctioned side (typology 0.3)."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model import Direction
from checker.records import record
from checker.reference import Reference

# A kind of thing and the codes its transfer can have, most telling first; the tables say which of them bind whom.
_BY_ITEM: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("charcoal", ("charcoal_export",)),
    ("luxury_car", ("luxury_goods", "vehicles_import")),
    ("luxury", ("luxury_goods",)),
    ("statue", ("statue_export",)),
    ("coal", ("coal_export",)),
    ("ivory", ("wildlife_or_timber",)),
    ("wildlife", ("wildlife_or_timber",)),
    ("wood", ("wildlife_or_timber", "other_goods_export")),
    ("gold", ("gold_smuggling", "mineral_export")),
    ("diamond", ("diamond_export",)),
    ("mineral", ("mineral_export", "gold_smuggling", "other_goods_export")),
    ("metal", ("mineral_export", "industrial_goods_import")),
    ("seafood", ("seafood_export",)),
    ("textile", ("textile_export",)),
    ("crude_oil", ("crude_oil_import", "oil_export")),
    ("refined_petroleum", ("refined_petroleum_import", "oil_export")),
    ("petroleum", ("refined_petroleum_import", "oil_export", "crude_oil_import")),
    ("ballistic_missile", ("ballistic_missile_transfer", "arms_export", "arms_import")),
    ("missile_component", ("ballistic_missile_transfer", "arms_export", "arms_import")),
    ("missile", ("arms_export", "arms_import", "ballistic_missile_transfer")),
    ("arms", ("arms_export", "arms_import", "ballistic_missile_transfer")),
    ("military_service", ("military_cooperation", "arms_export", "arms_import")),
    ("military_technology", ("military_cooperation", "ballistic_missile_transfer", "arms_import")),
    ("satellite_launcher", ("ballistic_missile_transfer", "scientific_cooperation")),
    ("wmd_item", ("wmd_related_transfer",)),
    ("ied_component", ("arms_import",)),
    ("machinery", ("industrial_goods_import", "other_goods_export")),
    ("electrical_equipment", ("industrial_goods_import", "other_goods_export")),
    ("vehicle", ("vehicles_import",)),
    ("helicopter", ("vehicles_import", "arms_import")),
    ("aircraft", ("vehicles_import",)),
    ("vessel", ("vehicles_import", "vessel_flag_or_ownership")),
    ("food", ("other_goods_export",)),
    ("hair_product", ("textile_export",)),
    ("mercenary", ("mercenaries", "arms_import")),
    ("soldier", ("military_cooperation", "mercenaries")),
    ("instructor", ("military_training", "military_cooperation")),
    ("worker", ("worker_authorisation", "worker_repatriation")),
    ("cultural_property", ("cultural_property_trade",)),
    ("fishing_right", ("fishing_rights",)),
    ("cryptocurrency", ("cyber_theft",)),
    ("cash", ("bulk_cash",)),
)

_RECIPROCAL = frozenset(
    {"military_cooperation", "military_training", "ship_to_ship_transfer", "scientific_cooperation", "joint_venture"}
)
_PLAIN = {"arms_export": "arms_export", "arms_import": "arms_export"}


@record
class Targets:
    """For each activity and direction, the actors that some rule of the tables, of any day, is aimed at."""

    by_activity: Mapping[tuple[str, str], frozenset[str]]
    all: frozenset[str]
    watched: frozenset[str] = frozenset()
    """The States in or about which some regime is, whether or not they are its target."""

    def hits(self, activity: str, giver: str, taker: str) -> bool:
        """True when some rule of this activity is aimed at the giver or taker in that place."""
        outward = self.by_activity.get((activity, Direction.FROM_TARGET), frozenset())
        inward = self.by_activity.get((activity, Direction.TO_TARGET), frozenset())
        within = self.by_activity.get((activity, Direction.WITHIN), frozenset())
        either = self.by_activity.get((activity, Direction.NA), frozenset())
        if giver in outward or giver in within or taker in inward:
            return True
        if giver in either or taker in either:
            return True
        return activity in _RECIPROCAL and bool({giver, taker} & (outward | inward))


def targets_of(reference: Reference) -> Targets:
    """The actors aimed at by the rules and listing grounds of a reference, whatever the day."""
    found: dict[tuple[str, str], set[str]] = {}
    every: set[str] = set()
    for provision in reference.provisions:
        if provision.is_rule or provision.kind == "listing_ground":
            # a country whose name only leaves open who received the goods is not aimed at; the matcher looks at it
            opened = {value for one in provision.elements if one.test == "taker_known" for value in one.values}
            aimed = [target for target in provision.targets if target not in opened]
            found.setdefault((provision.activity, provision.direction), set()).update(aimed)
            every.update(aimed)
    watched = {row.id for row in reference.actors.values() if row.kind == "state" and row.regimes}
    watched.update(
        place.state for place in reference.places.values() if place.state and place.controller in ("", place.state)
    )
    return Targets({key: frozenset(value) for key, value in found.items()}, frozenset(every), frozenset(watched))


def derive_activities(
    frame_kind: str,
    frame_activity: str,
    lines: frozenset[str],
    giver: str,
    taker: str,
    targets: Targets,
    facts: frozenset[str],
) -> tuple[str, ...]:
    """The activity codes of a flow, most telling first; the first is kept when no rule is aimed at either end.

    ``lines`` are the things with everything above them in the item table.
    """
    if frame_activity == "cyber_theft":
        # no rule names it; what it brings in is what the freezes are to keep from listed units (typology 1.7)
        return ("cyber_theft", "asset_freeze_breach")
    if frame_kind in ("TEST", "NUKE", "ENRICH", "FISH", "TRAVEL", "HOLD", "SERVE", "FORCE"):
        return (frame_activity,)
    if frame_kind == "TRAIN":
        return ("military_training",)
    if (
        "instructor" in lines
        and not lines & {"missile", "missile_component", "ammunition"}
        and frame_kind in ("HOST", "PEOPLE", "SUPPLY", "ACQUIRE", "MERC", "LABOUR")
    ):
        return ("military_training",)
    if frame_kind in ("HOST", "LABOUR", "REPATRIATE", "PEOPLE") and lines & {"worker", "person"}:
        first = frame_activity or "worker_authorisation"
        if "still" in facts and frame_kind in ("HOST", "LABOUR"):
            first = "worker_repatriation"
        if "new" in facts and frame_kind != "REPATRIATE":
            first = "worker_authorisation"
        other = "worker_authorisation" if first == "worker_repatriation" else "worker_repatriation"
        return (first, other)
    if frame_kind == "STS":
        return ("ship_to_ship_transfer",)
    if frame_kind == "BACK" and not lines & {"arms", "mercenary"}:
        return ("support_to_armed_group",)
    if frame_kind == "COOPERATE":
        return ("military_cooperation",)
    if frame_kind == "MERC":
        return ("mercenaries",)
    codes: list[str] = []
    for item, candidates in _BY_ITEM:
        if item in lines:
            codes.extend(code for code in candidates if code not in codes)
    if frame_kind == "BUILD" and "arms_production" in lines:
        return ("military_cooperation",)
    if frame_kind == "BUILD" and "statue" not in lines:
        return ()
    aimed = tuple(code for code in codes if targets.hits(code, giver, taker))
    if aimed:
        return _ordered(aimed, giver, taker, targets)
    if "petroleum" in lines and "oil_export" in codes:
        # no rule is aimed at either end: oil that leaves a country
        return ("oil_export",)
    if "arms_import" in codes and taker in targets.watched:
        # arms for a State that some regime is about are named from its side (typology 0.3)
        return ("arms_import",)
    return tuple(codes[:1])


def _ordered(codes: tuple[str, ...], giver: str, taker: str, targets: Targets) -> tuple[str, ...]:
    """When both ends are targets the receiving group or territory gives the headline: its rule is the specific one."""
    both = "arms_export" in codes and "arms_import" in codes
    inward = targets.by_activity.get(("arms_import", Direction.TO_TARGET), frozenset())
    outward = targets.by_activity.get(("arms_export", Direction.FROM_TARGET), frozenset())
    if both and taker in inward and giver in outward:
        rest = tuple(code for code in codes if code not in ("arms_export", "arms_import"))
        lead = tuple(
            code for code in rest if codes.index(code) < min(codes.index("arms_export"), codes.index("arms_import"))
        )
        return (*lead, "arms_import", "arms_export", *(code for code in rest if code not in lead))
    wanted = []
    for code in codes:
        outs = targets.by_activity.get((code, Direction.FROM_TARGET), frozenset())
        ins = targets.by_activity.get((code, Direction.TO_TARGET), frozenset())
        others = targets.by_activity.get((code, Direction.WITHIN), frozenset()) | targets.by_activity.get(
            (code, Direction.NA), frozenset()
        )
        if giver in outs or taker in ins or {giver, taker} & others or code in _RECIPROCAL:
            wanted.append(code)
    return tuple(wanted) or codes
