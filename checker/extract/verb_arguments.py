"""The arguments of a trigger verb, by voice and mood."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import POSSESSIVES, Arguments, no_arguments
from checker.extract.complements import right_end_of, same_clause
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subjects import NO_SUBJECT, Subject, find_subject
from checker.extract.trigger_subjects import (
    allowers_of,
    antecedent_of_participle,
    definite_organ,
    finite_or_participle,
    fronted_subject,
    is_ship,
)
from checker.extract.trigger_things import (
    CARRIERS,
    far_object,
    for_another_end,
    item_ids_of,
    item_lines_of,
    object_relative,
    speaks_of_the_sea,
    under_abstract,
    within_a_place,
    without_carriers,
)
from checker.extract.units import Sentence, Unit
from checker.extract.verbs import VerbGroup, verb_features, verb_group


def gather_verb(sentence: Sentence, index: int, slots: Sequence[Slot], grammar: Grammar) -> Arguments:
    """The arguments of the verb at ``index``, by voice and mood."""
    units = sentence.units
    group = verb_group(units, index, grammar)
    features = verb_features(units[index])
    right_end = right_end_of(units, index, grammar)
    right = [slot for slot in slots if index < slot.index <= right_end]
    right_items = [
        at
        for at in range(index + 1, right_end + 1)
        if units[at].one("item") and not under_abstract(units, index, at) and not for_another_end(units, index, at)
    ]
    right_items = [
        at for at in right_items if not any(slot.first <= at <= slot.last and slot.role == "party" for slot in slots)
    ]
    if any(sense.kind == "HOST" for sense in units[index].all("trigger")):
        # "hired X instructors": an office elsewhere, here the people who are hired
        right_items.extend(slot.host for slot in right if slot.host >= 0 and _is_instructor(units, slot))
    if not right_items and any(sense.kind in _TRANSITIVE for sense in units[index].all("trigger")):
        right_items = far_object(units, index, right_end)
    direct = [at for at in right_items if not within_a_place(units, index, at)]
    mood = group.mood
    if mood == "finite?":
        mood = finite_or_participle(units, index, right, group)
    shared = _shares_perfect(units, group, grammar)
    participle = mood == "participle" and not group.passive and shared is None
    passive = group.passive or participle
    bare = participle and group.start == index
    subject = antecedent_of_participle(units, index, slots) if bare else find_subject(units, shared or group, slots, grammar)
    if direct or subject.item >= 0:
        right_items = direct
    if not subject.known and (group.mood in ("infinitive", "gerund") or (bare and index == 0)):
        subject = fronted_subject(units, group, slots)
    by = tuple(
        slot
        for slot in right
        if slot.case == "by" and slot.role in ("party", "linked") and slot.how not in ("port", "ambiguous")
    )
    left_cases = tuple(
        slot
        for slot in slots
        if slot.last < group.start
        and slot.case in ("to", "a", "from", "for", "in", "with")
        and not (bare and slot.last < subject.item)
        and same_clause(units, slot.last, group.start, grammar)
    )
    if group.start and units[group.start - 1].is_function("coord") and any(slot.case == "in" for slot in right):
        # "picked up coal at X and unloaded it at Y": each verb has its own place
        left_cases = tuple(slot for slot in left_cases if slot.case != "in")
    if subject.through == "tried":
        # "a man from X", on trial for what he sent to Y: it did not leave X
        left_cases = ()
    left_cases += _cleft(units, group.start, slots)
    items: list[int] = []
    agents: tuple[Slot, ...] = ()
    patients: tuple[Slot, ...] = ()
    receivers: tuple[Slot, ...] = ()
    pronoun = ""
    if passive:
        agents = tuple(slot for slot in by if slot.role == "party") or _late_agent(units, right_end, slots)
        if not agents:
            pronoun = _own_people(units, index)
        elif any(sense.kind == "TRAIN" for sense in units[index].all("trigger")):
            pronoun = definite_organ(units, subject if subject.known else _organ_before(units, group.start))
        if subject.slots:
            receivers = subject.slots
        if subject.item >= 0:
            items.append(subject.item)
        elif bare or not subject.known:
            items.extend(at for at in range(max(0, group.start - 6), group.start) if units[at].one("item"))
        items.extend(right_items)
    else:
        if group.receptive or (by and _causative(units, group.start, index)):
            receivers = subject.slots
            agents = tuple(slot for slot in by if slot.role == "party")
        else:
            agents = subject.slots or _chartered_by(units, subject, group.start, slots) or _soldiers_of(units, subject, right_items, slots)
        receivers = receivers or _to_whom(units, group.start, slots)
        pronoun = subject.pronoun or definite_organ(units, subject)
        objects = [
            slot
            for slot in right
            if slot.case == "" and slot.role == "party" and _in_object_position(units, index, slot, right_items)
        ]
        if not subject.slots and grammar.code == "fr" and _inverted(units, group.start) and objects:
            # "les batteries que lui a vendues X": the subject stands behind
            agents, objects = tuple(objects[:1]), []
        patients = tuple(objects[:3])
        items.extend(right_items)
        carrier = subject.item >= 0 and subject.head in (-1, subject.item) and item_lines_of(units, (subject.item,)) & CARRIERS
        if subject.item >= 0 and not right_items and not (carrier and any(s.kind in _CARRYING for s in units[index].all("trigger"))):
            items.append(subject.item)
        if not right_items and subject.through == "" and object_relative(units, group.start, agents):
            items.extend(at for at in range(max(0, group.start - 18), group.start) if units[at].one("item"))
    if items and max(items) < group.start:
        # "the shells for X that Y had loaded"
        left_cases += tuple(
            slot
            for slot in slots
            if max(items) < slot.index < group.start and slot.case == "for" and slot not in left_cases
        )
    if subject.item >= 0:
        # "squid from X were unloaded and sold": the goods have their source with them
        left_cases += tuple(
            slot
            for slot in slots
            if subject.item < slot.index <= subject.item + 4 and slot.case == "from" and slot not in left_cases
        )
    items = without_carriers(units, items)
    toiling = any(sense.kind == "LABOUR" for sense in units[index].all("trigger"))
    they = (
        toiling and not items and any(unit.text in ("eux", "elles", "they", "them", "ils") for unit in units[:index])
    )
    if not items and any(sense.kind in ("LABOUR", "HOST") for sense in units[index].all("trigger")):
        items = [at for at in range(index) if any("worker" in sense.features for sense in units[at].all("item"))]
    origins = [slot for slot in slots if slot.role in ("origin", "made") and slot.host in items]
    origin = next((slot for slot in origins if slot.role == "origin"), None)
    origin = origin or next((slot for slot in right if slot.host in items and _is_instructor(units, slot)), None)
    made = next((slot for slot in origins if slot.role == "made"), None)
    used = [
        index,
        group.start,
        *items,
        *(s.first for s in (*agents, *patients, *receivers)),
        *(s.last for s in (*agents, *patients, *receivers, *right)),
    ]
    linked = tuple(
        slot
        for slot in right
        if (slot.role == "party" or slot.head_kind in ("ship", "firm", "people"))
        and slot.case not in ("", "by", "src")
    )
    wants = (
        bool(set(group.clitics) & {"les", "la", "le", "l'", "en"})
        or (index + 1 < len(units) and units[index + 1].text in ("it", "them", "some", "those"))
        or any(unit.text in ("them", "eux", "elles") for unit in units[index + 2 : index + 5])
    )
    wants = wants or (not items and any(_is_measure(units, at) for at in range(index + 1, right_end + 1)))
    return Arguments(
        group=group, subject=subject, agents=agents, object_slots=patients, receivers=receivers, cases=linked + tuple(slot for slot in left_cases if slot not in subject.slots),
        items=tuple(dict.fromkeys(items)), item_ids=item_ids_of(units, items), lines=item_lines_of(units, items), origin=origin, made=made,
        pronoun=pronoun, extent=(min(used), max(used)), reflexive=group.reflexive, wants_item=wants or they,
        at_sea=speaks_of_the_sea(units), of_after_item=bool(right_items), at_place=tuple(s for s in linked if s.case == "in"),
        origins=tuple(slot for slot in origins if slot.role == "origin"),
        subject_origin=tuple(slot for slot in slots if slot.role == "origin" and subject.item >= 0 and slot.host == subject.item),
        subject_flag=_flag_of(units, subject, slots) if items and subject.item not in items else (),
        object_pronoun=units[index + 1].text if index + 1 < len(units) and units[index + 1].text in _GETTERS else "",
        indirect=_indirect(units, index, bool(items) and max(items) < group.start),
        bound_for=tuple(slot for slot in slots if slot.index > index and slot.role == "party" and _is_bound_for(units, slot)),
        bound_by=tuple(slot for slot in slots if slot.index > index and slot.role == "party" and slot.case == "by" and _is_bound_by(units, slot)),
        possessive=next((unit.text for unit in units[index + 1 : min(right_end + 1, index + 8)] if unit.text in POSSESSIVES), ""),
        allowers=allowers_of(units, group, slots, grammar),
        ashore=any(unit.text in ("ashore", "aboard") for unit in units[index + 1 : right_end + 2]),
        homewards=any(unit.text in ("home", "back") for unit in units[index + 1 : right_end + 2]),
        ship_subject=is_ship(units, subject),
    ) if "v" in features else no_arguments(group)  # fmt: skip


_MEASURES = frozenset(
    ["sacks", "bags", "crates", "containers", "pallets", "truckloads", "tonnes", "tons", "barrels", "cargo", "cargoes", "shipment",
     "consignment", "sacs", "caisses", "conteneurs", "palettes", "barils", "cargaison", "cargaisons", "chargement", "lot", "ballots"]
)  # fmt: skip


def _is_measure(units: Sequence[Unit], at: int) -> bool:
    """True for *nine million sacks* with no *of* behind: sacks of what was spoken of."""
    after = units[at + 1].text if at + 1 < len(units) else ""
    return units[at].text in _MEASURES and after not in ("of", "de", "d'", "du", "des")


_BOUND = ("bound", "destin", "meant", "promis", "intended", "headed", "livr", "vend")


def _is_bound_for(units: Sequence[Unit], slot: Slot) -> bool:
    """True for *bound from X for Y*, *promises à Y*: whom seized goods were to reach."""
    if slot.case == "to":
        return True
    lead = units[max(0, slot.first - 7) : slot.first]
    return slot.case in ("for", "a") and any(unit.text.startswith(_BOUND) for unit in lead)


_SENT = ("destin", "expedi", "envoy", "livr", "sent", "shipped", "dispatched", "meant", "intended")


def _is_bound_by(units: Sequence[Unit], slot: Slot) -> bool:
    """True for *destiné par X à Y*, *sent by X*: whose hand the seized goods had left."""
    return any(unit.text.startswith(_SENT) for unit in units[max(0, slot.first - 4) : slot.first])


def _flag_of(units: Sequence[Unit], subject: Subject, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The nationality of the ship, plane or lorry that is the subject, which only brings the goods."""
    at = subject.item if subject.item >= 0 else subject.head
    if at < 0 or not (is_ship(units, subject) or item_lines_of(units, (at,)) & CARRIERS):
        return ()
    return tuple(slot for slot in slots if slot.host == at and slot.role in ("origin", "linked"))[:1]


def _inverted(units: Sequence[Unit], start: int) -> bool:
    """True right behind *que*: no subject stands between it and the verb."""
    return start >= 1 and units[start - 1].text in ("que", "qu'")


def _own_people(units: Sequence[Unit], verb: int) -> str:
    """The possessive of *resold by its own officers*, which stands for the owner of those who did it."""
    for at in range(verb + 1, min(verb + 5, len(units) - 1)):
        if units[at].is_function("prep") and units[at].value("prep") == "by":
            return units[at + 1].text if units[at + 1].text in POSSESSIVES else ""
    return ""


def _organ_before(units: Sequence[Unit], start: int) -> Subject:
    """The office or army whose participle this is: *the new army, trained by X*."""
    for at in range(start - 1, max(start - 5, -1), -1):
        if units[at].one("head") and units[at].actor is None:
            return Subject(head=at)
        if units[at].senses or not (units[at].text.isalpha() or units[at].text == ","):
            break
    return NO_SUBJECT


_CARRYING = frozenset({"SUPPLY", "MOVE", "STS"})
_TRANSITIVE = frozenset({"SUPPLY", "ACQUIRE", "MERC", "PEOPLE"})


def _cleft(units: Sequence[Unit], start: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The fronted end of *C'est auprès de X que Y s'est procuré ...*, *It was from X that Y bought ...*."""
    if units[0].text not in ("c'", "ce", "it"):
        return ()
    return tuple(
        slot
        for slot in slots
        if slot.last + 1 < start and slot.case in ("from", "a", "to", "for", "with") and units[slot.last + 1].text in ("que", "qu'", "that")
    )[:1]


def _is_instructor(units: Sequence[Unit], slot: Slot) -> bool:
    """True for *X instructors*, *X advisers* without a word before them that makes them somebody's subject."""
    return slot.case == "" and slot.host >= 0 and any("instructor" in sense.features for sense in units[slot.host].all("item"))


def _shares_perfect(units: Sequence[Unit], group: VerbGroup, grammar: Grammar) -> VerbGroup | None:
    """The group of *has trained* for the *given* of *has trained X and given it arms*: one auxiliary and one subject serve both."""
    own = "fin" in verb_features(units[group.head]) or group.mood != "participle" or group.passive
    if grammar.code != "en" or own or group.start < 3 or not units[group.start - 1].is_function("coord"):
        return None
    for at in range(group.start - 2, max(group.start - 16, 0), -1):
        unit = units[at]
        if unit.is_stop or unit.is_function("rel", "sub"):
            return None
        if unit.is_verb and "pp" in verb_features(unit) and not unit.one("item"):
            other = verb_group(units, at, grammar)
            return other if other.perfect and not other.passive else None
    return None


def _soldiers_of(units: Sequence[Unit], subject: Subject, things: Sequence[int], slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Whose soldiers they are, who are the subject of a verb with things of its own: *X soldiers gave them rifles*."""
    at = subject.item
    if at < 0 or not things or units[at].one("head", "organ") is None:
        return ()
    return tuple(slot for slot in slots if slot.role == "origin" and slot.host == at)[:1]


_CHARTERED = ("affret", "charter", "operat", "exploit", "hired", "lou", "leased", "rent", "pilot")


def _chartered_by(units: Sequence[Unit], subject: Subject, start: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Whose planes or ships they are: *cargo planes chartered by X carried ...*."""
    if subject.item < 0 or not item_lines_of(units, (subject.item,)) & CARRIERS:
        return ()
    if not any(unit.text.startswith(_CHARTERED) for unit in units[subject.item + 1 : start]):
        return ()
    return tuple(slot for slot in slots if subject.item < slot.index < start and slot.case == "by" and slot.role == "party")[:1]


_WHOM = frozenset({"qui", "whom", "which", "auquel", "auxquels", "laquelle", "lesquels", "lesquelles"})


def _to_whom(units: Sequence[Unit], start: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The antecedent of *M23, à qui elle fournit ...*, *X, to whom Y sold ...*: it receives."""
    for at in range(start - 1, max(start - 8, 1), -1):
        unit = units[at]
        if unit.text in _WHOM and (units[at - 1].text in ("a", "to") or unit.text.startswith("aux") or unit.text == "auquel"):
            before = at - 1 if unit.text.startswith("au") else at - 2
            while before > 0 and units[before].text == ",":
                before -= 1
            return tuple(slot for slot in slots if slot.last == before and slot.role == "party")[:1]
        if unit.is_verb and not unit.one("item") and not unit.one("head"):
            return ()
    return ()


def _causative(units: Sequence[Unit], start: int, verb: int) -> bool:
    """*faisait entraîner ses unités par X*: the subject has it done to its own."""
    return any(
        unit.is_function("modal") and unit.value("modal") == "faire" for unit in units[max(0, start - 1) : verb]
    )


def _late_agent(units: Sequence[Unit], right_end: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The *by X* behind the infinitive of a passive: *were taught to fly the aircraft by X*."""
    if not any(unit.text in ("to", "a") for unit in units[right_end : right_end + 2]):
        return ()
    for at in range(right_end + 1, len(units)):
        unit = units[at]
        if unit.is_stop or unit.text == "," or unit.is_function("rel", "sub", "aux"):
            break
        slot = next((one for one in slots if one.first == at and one.case == "by" and one.role == "party"), None)
        if slot is not None:
            return (slot,)
    return ()


def _in_object_position(units: Sequence[Unit], index: int, slot: Slot, items: Sequence[int]) -> bool:
    """A bare name right of a verb is its object unless a comma opens something new before it."""
    between = list(units[index + 1 : slot.first])
    if between and between[0].text == ",":
        # "avoir entraîné, au printemps, 400 recrues"
        closed = next((at for at in range(1, min(7, len(between))) if between[at].text == ","), -1)
        if closed > 0 and len(between) > 1 and between[1].is_function("prep"):
            between = between[closed + 1 :]
    if [unit.text for unit in between].count(",") == 2 and slot.first >= 1 and units[slot.first - 1].text == ",":
        return True
    if not any(unit.text == "," or unit.is_function("coord") for unit in between):
        return True
    names = [at for at, unit in enumerate(between) if unit.actor is not None]
    return bool(names) and all(
        unit.text == "," or unit.is_function("coord", "det") for unit in between[names[-1] + 1 :]
    )


_GETTERS = frozenset({"them", "him", "her", "it", "us"})


def _indirect(units: Sequence[Unit], index: int, of_another: bool) -> str:
    """*sent them a convoy*, *gave it forty rifles*: the pronoun between the verb and its thing receives."""
    for at in range(index + 1, min(index + 4, len(units) - 1)):
        if units[at].text == "to" and units[at + 1].text in _GETTERS:
            return units[at + 1].text
    if index + 2 >= len(units) or units[index + 1].text not in _GETTERS:
        return ""
    if of_another:
        # "the car that X had given him"
        return units[index + 1].text
    after = units[index + 2]
    opens = after.is_function("det") or after.one("item") is not None or after.text[:1].isdigit()
    return units[index + 1].text if opens else ""
