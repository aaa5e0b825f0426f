"""Which reading of a trigger its things allow."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import Arguments
from checker.lexicon import Sense

_REQUESTS = ("demand", "réclam", "ask", "request", "seek", "sought")


PEOPLE = frozenset(
    {
        "worker",
        "builder",
        "it_worker",
        "logger",
        "seamstress",
        "restaurant_worker",
        "factory_worker",
        "farm_worker",
        "miner",
        "seafarer",
        "medical_worker",
        "instructor",
    }
)
"""Rows of the item table that are people at work."""


THINGS_HELD: dict[str, frozenset[str]] = {
    "joint_venture": frozenset({"joint_venture"}),
    "diplomatic_property": frozenset({"diplomatic_premises"}),
    "port_call": frozenset({"vessel"}),
    "banking_services": frozenset({"bank_account", "bank_representative"}),
    "vessel_services": frozenset({"vessel"}),
    "vessel_flag_or_ownership": frozenset({"vessel"}),
    "financial_support": frozenset({"credit"}),
    "scientific_cooperation": frozenset({"research", "student", "scientist"}),
    "asset_freeze_breach": frozenset({"funds"}),
    "terrorist_financing": frozenset({"funds"}),
    "cyber_theft": frozenset({"cryptocurrency", "funds"}),
    "nuclear_activity": frozenset({"nuclear_item"}),
}
"""What has to be named for conduct of an institution to be that; any one of these lines of the item table."""


_IN_RETURN = ("thank", "remerci", "paid", "pay", "paie")
"""Verbs whose object gave the things: *paid X for shells*."""
_SCULPTORS = frozenset({"MANSUDAE"})
"""Workshops that build statues, whether or not the text calls the thing one."""
_HACKERS = ("hack", "pirat", "cyber", "lazarus")
_MISSIONS = ("embassy", "ambassad", "consul")


_SENT_OFF = ("send", "sent")
_SENT = ("put", "mis", "met")


_FOUGHT = ("fight", "fought", "battl", "combat", "bat", "interven")


_TROOPS = ("sold", "troop", "troup", "force", "milit", "arm")


_FUNDING = ("fund", "financ", "bankroll", "paid", "pay", "payé", "paie", "paye", "subsid", "subvention", "stipend", "rémunér", "remuner", "vers")
_MONEY = frozenset({"asset_freeze_breach", "terrorist_financing"})


def fitting_readings(senses: Sequence[Sense], found: Arguments) -> tuple[Sense, ...]:
    """The readings of a trigger that its things allow; frames made for one kind of thing win over the general ones."""
    kinds = set(found.item_ids) | {sense.needs[0] for sense in senses if sense.needs[0]}
    armed = found.about("missile", "ammunition", "small_arms", "artillery", "uav", "nuclear_item")
    special: dict[str, bool] = {
        "PEOPLE": bool(kinds & PEOPLE) and not armed,
        "HOST": bool(kinds & PEOPLE) and not armed,
        "LABOUR": bool(kinds & PEOPLE) or found.wants_item,
        "REPATRIATE": bool(kinds & PEOPLE),
        "MERC": bool(kinds & {"mercenary", "foreign_fighter"}) or _fights_for(senses, found),
        "TEST": (found.about("missile", "projectile", "satellite_launcher", "rocket") and "missile_component" not in found.item_ids)
        or _brings("TEST", senses),
        "NUKE": found.about("nuclear_item") or _brings("NUKE", senses),
        "ENRICH": found.about("uranium", "nuclear_item"),
        "BUILD": found.about("statue", "arms_production") or any(slot.actor in _SCULPTORS for slot in found.agents),
        "STS": (found.at_sea and not found.about("arms"))
        or _brings("STS", senses)
        or (found.ship_subject and bool(found.ships("to", "a", "with", "in")))
        or (found.about("petroleum") and bool(found.ships("to", "a", "in")) and not found.agents),
        "TRAIN": True,
        "COOPERATE": found.about("arms", "soldier", "military_service")
        or any(s.needs[0] for s in senses if s.kind == "COOPERATE"),
        "BACK": bool(found.group_slots),
        "FISH": True,
        "PORT": False,
        "REACH": found.subject.item >= 0 or bool(found.allowers and found.items),
        "SUPPLIER": bool(found.items) or any(s.needs[0] for s in senses),
        "BUYER": bool(found.items),
    }
    flown = found.subject.item >= 0 and not found.agents and found.about("missile", "projectile")
    if flown and any(sense.kind == "TEST" for sense in senses):
        # "a missile flew over X": it was launched
        senses = tuple(sense for sense in senses if sense.kind != "FORCE")
    held = next(
        (sense for sense in senses if sense.kind in ("HOLD", "SERVE", "FORCE") and _is_held(sense, found)), None
    )
    if held is not None and not kinds & PEOPLE:
        supply = next((sense for sense in senses if sense.kind == "SUPPLY"), None)
        if held.value in _MONEY and supply is not None and found.about("arms"):
            # "gave money and weapons to X": two things, two rules
            return (held, supply)
        return (held,)
    senses = tuple(sense for sense in senses if sense.kind not in ("HOLD", "SERVE", "FORCE"))
    if armed and kinds & {"mercenary", "foreign_fighter"}:
        both = [next((s for s in senses if s.kind == kind), None) for kind in ("SUPPLY", "MERC")]
        if all(both):
            return tuple(sense for sense in both if sense is not None)
    specific = [sense for sense in senses if special.get(sense.kind) and _bears_out(sense, found)]
    general = [sense for sense in senses if sense.kind not in special]
    if specific:
        first = specific[0]
        tests = [sense for sense in specific if sense.kind == "TEST"]
        general = [sense for sense in general if sense.kind != "USE"] if tests else general
        given = found.has_taker or (bool(found.object_slots) and first.written.startswith(_SENT_OFF))
        if tests and general and (given or ("rocket" in kinds and not found.about("missile", "satellite_launcher"))):
            return (general[0],)
        if tests:
            return (tests[0],)
        for kind in (
            "NUKE",
            "STS",
            "REPATRIATE",
            "HOST",
            "LABOUR",
            "PEOPLE",
            "MERC",
            "BUILD",
            "TRAIN",
            "COOPERATE",
            "ENRICH",
            "FISH",
            "SUPPLIER",
            "BUYER",
            "REACH",
        ):
            for sense in specific:
                if sense.kind == kind:
                    return (sense,)
        return (general[0],) if general and found.items else (first,)
    general = [
        sense
        for sense in general
        if (sense.kind != "MOVE" or sense.written not in ("put", "puts", "putting") or found.ashore)
        # "has got the bomb" says what somebody has
        and not (sense.written == "got" and found.group is not None and found.group.perfect)
    ]
    general = [
        sense
        for sense in general
        if not sense.written.startswith(_IN_RETURN) or " " in sense.written or (sense.kind == "ACQUIRE" and found.object_slots)
    ]
    usable = [
        sense
        for sense in general
        if found.items or sense.needs[0] or (found.wants_item and not sense.written.startswith(_REQUESTS)) or _fits_out_fighters(sense, found)
    ]
    if found.cased("to") and any(sense.kind == "MOVE" and sense.written.startswith(("tak", "took")) for sense in usable):
        # "tankers were taking diesel to X"
        usable = [sense for sense in usable if sense.kind != "ACQUIRE"]
    order = {"EQUIP": 0, "ACQUIRE": 1, "SUPPLY": 2, "SEIZE": 3, "TRADE": 4, "MOVE": 5, "USE": 6}
    usable.sort(key=lambda sense: order.get(sense.kind, 9))
    if len(usable) > 1 and {usable[0].kind, usable[1].kind} >= {"EQUIP", "SUPPLY"}:
        # "ravitailler", "approvisionner": the army (EQUIP) or the goods (SUPPLY)
        return (usable[0],) if found.object_slots else (next(s for s in usable if s.kind == "SUPPLY"),)
    reflexive = [sense for sense in usable if sense.extra == "reflexive"]
    for_itself = found.reflexive and not (found.group is not None and found.group.receptive)
    if for_itself and reflexive:
        return (reflexive[0],)
    usable = [sense for sense in usable if sense.extra != "reflexive" or for_itself]
    return tuple(usable[:1])


def _fights_for(senses: Sequence[Sense], found: Arguments) -> bool:
    """True for *the group's men are fighting for X*: a group of fighters in somebody's service."""
    return any(sense.written.startswith(_FOUGHT) for sense in senses) and bool(found.cased("for")) and any(slot.how == "group" for slot in found.agents)


def _fits_out_fighters(sense: Sense, found: Arguments) -> bool:
    """True for *equips the militia*: what a group of fighters is equipped with are arms."""
    return sense.kind == "EQUIP" and any(slot.how in ("group", "leader") for slot in found.object_slots)


def _is_held(sense: Sense, found: Arguments) -> bool:
    """Whether the institution that a verb is about is there: *opened an account*, not *opened fire*."""
    needed = THINGS_HELD.get(sense.value)
    if needed is None:
        return bool(found.agents or (sense.kind == "FORCE" and found.subject_origin)) and (
            not found.items or found.about("soldier", "vessel", "missile", "projectile", "aircraft")
        )
    own_house = sense.value == "diplomatic_property" and any(
        slot.organ.startswith(_MISSIONS) for slot in found.agents
    )
    hacked = sense.value == "cyber_theft" and any(slot.organ.lower().startswith(_HACKERS) for slot in found.agents)
    money = (
        sense.value in _MONEY
        and sense.written.startswith(_FUNDING)
        and any(slot.how == "group" for slot in (*found.object_slots, *found.cased("a", "to")))
    )
    return own_house or hacked or money or bool((found.lines | {sense.needs[0]}) & needed)


def _bears_out(sense: Sense, found: Arguments) -> bool:
    """Whether a wide verb is meant: *put them on a flight home* sends people back, *fight* cooperates where troops do it."""
    if sense.kind == "REPATRIATE" and sense.written.startswith(_SENT):
        return found.homewards
    if sense.kind == "COOPERATE" and sense.written.startswith("deploy"):
        return found.about("soldier") and found.has_taker
    if sense.kind == "COOPERATE" and sense.written.startswith(_FOUGHT):
        troops = (
            found.about("soldier")
            or bool(found.subject_origin)
            or any(slot.organ.startswith(_TROOPS) or slot.how == "organ" for slot in found.agents)
        )
        return (troops or bool(found.pronoun)) and bool(found.cased("with", "for") or found.object_slots)
    return True


def _brings(kind: str, senses: Sequence[Sense]) -> bool:
    """True when a trigger of this kind names its own thing (*nuclear test, missile launch*)."""
    return any(sense.kind == kind and sense.needs[0] for sense in senses)
