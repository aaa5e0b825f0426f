"""The arguments of a trigger verb, by voice and mood."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import POSSESSIVES, Arguments, no_arguments
from checker.extract.complements import right_end_of, same_clause
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subject_elsewhere import judged_there
from checker.extract.subject_found import Subject
from checker.extract.subjects import find_subject
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
    is_price,
    item_ids_of,
    item_lines_of,
    lies_over,
    object_relative,
    of_another_event,
    packed_in,
    speaks_of_the_sea,
    under_abstract,
    within_a_place,
    without_carriers,
)
from checker.extract.units import Sentence, Unit
from checker.extract.verb_ends import (
    GETTERS,
    chartered_by,
    cleft_end,
    flag_of,
    indirect_pronoun,
    is_bound_by,
    is_bound_for,
    late_agent,
    organ_before_participle,
    own_people,
    shared_object,
    to_whom,
)
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
        if units[at].one("item") and not under_abstract(units, index, at) and (not for_another_end(units, index, at) or _thanks(units[index]))
        and not of_another_event(units, index, at) and not lies_over(units, index, at) and not is_price(units, at)
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
        and not (slot.case in ("a", "in") and judged_there(units, slot))
        and same_clause(units, slot.last, group.start, grammar)
    )
    if group.start and units[group.start - 1].is_function("coord") and any(slot.case == "in" for slot in right):
        # "picked up coal at X and unloaded it at Y": each verb has its own place
        left_cases = tuple(slot for slot in left_cases if slot.case != "in")
    if subject.through == "tried":
        # "a man from X", on trial for what he sent to Y: it did not leave X
        left_cases = ()
    left_cases += cleft_end(units, group.start, slots)
    items: list[int] = []
    agents: tuple[Slot, ...] = ()
    patients: tuple[Slot, ...] = ()
    receivers: tuple[Slot, ...] = ()
    pronoun = ""
    if passive:
        agents = tuple(slot for slot in by if slot.role == "party") or late_agent(units, right_end, slots)
        if not agents:
            pronoun = own_people(units, index)
        elif any(sense.kind == "TRAIN" for sense in units[index].all("trigger")):
            pronoun = definite_organ(units, subject if subject.known else organ_before_participle(units, group.start))
        troops = _sent_troops(units, index, subject)
        if troops >= 0:
            items.append(troops)
            agents = agents or subject.slots
        elif subject.slots:
            receivers = subject.slots
        elif bare and agents and subject.item >= 0:
            receivers = _held_by(subject.item, index, slots)
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
            agents = (
                subject.slots
                or chartered_by(units, subject, group.start, slots)
                or _soldiers_of(units, subject, right_items, slots)
            )
        receivers = receivers or to_whom(units, group.start, slots)
        pronoun = subject.pronoun or definite_organ(units, subject) or _owner_of_people(units, subject)
        objects = [
            slot
            for slot in right
            if slot.case == "" and slot.role == "party" and _in_object_position(units, index, slot, right_items)
        ]
        if not subject.slots and grammar.code == "fr" and _inverted(units, group.start) and objects:
            # "les batteries que lui a vendues X": the subject stands behind
            agents, objects = tuple(objects[:1]), []
        if not objects and any(sense.kind == "TRAIN" for sense in units[index].all("trigger")):
            objects = shared_object(units, index, slots)
        patients = tuple(objects[:3])
        items.extend(right_items)
        carrier = (
            subject.item >= 0
            and subject.head in (-1, subject.item)
            and item_lines_of(units, (subject.item,)) & CARRIERS
        )
        if (
            subject.item >= 0
            and not right_items
            and not _takes_something(units, index, group)
            and not (carrier and any(s.kind in _CARRYING for s in units[index].all("trigger")))
        ):
            items.append(subject.item)
        relative = subject.through == "" and object_relative(units, group.start, agents)
        if relative and right_items and all(packed_in(units, index, at) for at in right_items):
            # "rifles that he shipped to X, in a container of shoes"
            items, right_items = [], []
        if not right_items and relative:
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
    if toiling and not group.passive and subject.item >= 0 and _is_worker(units[subject.item]):
        # "X labourers are sewing sportswear"
        items = [subject.item]
    if not items and any(sense.kind in ("LABOUR", "HOST") for sense in units[index].all("trigger")):
        items = [at for at in range(index) if _is_worker(units[at])]
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
        subject_flag=flag_of(units, subject, slots) if items and subject.item not in items else (),
        object_pronoun=units[index + 1].text if index + 1 < len(units) and units[index + 1].text in GETTERS else "",
        indirect=indirect_pronoun(units, index, bool(items) and max(items) < group.start),
        bound_for=tuple(slot for slot in slots if slot.index > index and slot.role == "party" and is_bound_for(units, slot)),
        bound_by=tuple(slot for slot in slots if slot.index > index and slot.role == "party" and slot.case == "by" and is_bound_by(units, slot)),
        possessive=next((unit.text for unit in units[index + 1 : min(right_end + 1, index + 8)] if unit.text in POSSESSIVES), ""),
        allowers=allowers_of(units, group, slots, grammar),
        ashore=any(unit.text in ("ashore", "aboard") for unit in units[index + 1 : right_end + 2]),
        homewards=any(unit.text in ("home", "back") for unit in units[index + 1 : right_end + 2]),
        ship_subject=is_ship(units, subject),
    ) if "v" in features else no_arguments(group)  # fmt: skip


def _owner_of_people(units: Sequence[Unit], subject: Subject) -> str:
    """The possessive of *its troops fought*: they are somebody's."""
    at = subject.item
    if at < 1 or not any("person" in sense.features for sense in units[at].all("item")):
        return ""
    return next((unit.text for unit in units[max(0, at - 2) : at] if unit.text in POSSESSIVES), "")


def _thanks(verb: Unit) -> bool:
    """True for the verb whose *for* names the thing: *thanked X for the shells*."""
    return verb.text.startswith(("thank", "remerci", "paid", "pay"))


def _is_worker(unit: Unit) -> bool:
    return any("worker" in sense.features for sense in unit.all("item"))


_MEASURES = frozenset(
    ["sacks", "bags", "crates", "containers", "pallets", "truckloads", "tonnes", "tons", "barrels", "cargo", "cargoes", "shipment",
     "consignment", "sacs", "caisses", "conteneurs", "palettes", "barils", "cargaison", "cargaisons", "chargement", "lot", "ballots"]
)  # fmt: skip


def _is_measure(units: Sequence[Unit], at: int) -> bool:
    """True for *nine million sacks* with no *of* behind: sacks of what was spoken of."""
    after = units[at + 1].text if at + 1 < len(units) else ""
    return units[at].text in _MEASURES and after not in ("of", "de", "d'", "du", "des")


def _inverted(units: Sequence[Unit], start: int) -> bool:
    """True right behind *que*: no subject stands between it and the verb."""
    return start >= 1 and units[start - 1].text in ("que", "qu'")


def _sent_troops(units: Sequence[Unit], verb: int, subject: Subject) -> int:
    """The soldiers of *des soldats de X ont été acheminés*: they are what was sent, and X sent them; else -1."""
    kinds = {sense.kind for sense in units[verb].all("trigger")}
    if len(subject.slots) != 1 or "SUPPLY" not in kinds or "EQUIP" in kinds:
        return -1
    host = subject.slots[0].host
    return host if host >= 0 and any("soldier" in sense.features for sense in units[host].all("item")) else -1


def _held_by(item: int, verb: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The group of *a depot of the group's arms delivered by X*: who has the things that another delivered."""
    return tuple(
        slot
        for slot in slots
        if item < slot.first <= item + 3 and slot.last < verb and slot.case == "of" and slot.role == "party" and slot.how == "group"
    )[:1]


def _takes_something(units: Sequence[Unit], verb: int, group: VerbGroup) -> bool:
    """True for *le lanceur a pris la troisième place*: who takes an object that is no thing of ours is not what is taken."""
    if group.passive or group.receptive or group.reflexive or not units[verb].all("trigger"):
        return False
    if any(sense.kind in ("REACH", "MOVE") for sense in units[verb].all("trigger")):
        return False
    after = units[verb + 1] if verb + 1 < len(units) else None
    taking = any(sense.kind == "ACQUIRE" for sense in units[verb].all("trigger"))
    return taking and after is not None and after.is_function("det") and not after.is_function("prep")


_CARRYING = frozenset({"SUPPLY", "MOVE", "STS"})
_TRANSITIVE = frozenset({"SUPPLY", "ACQUIRE", "MERC", "PEOPLE"})


def _is_instructor(units: Sequence[Unit], slot: Slot) -> bool:
    """True for *X instructors*, *X advisers* without a word before them that makes them somebody's subject."""
    return slot.case == "" and slot.host >= 0 and any("instructor" in sense.features for sense in units[slot.host].all("item"))


def _shares_perfect(units: Sequence[Unit], group: VerbGroup, grammar: Grammar) -> VerbGroup | None:
    """The group of *has trained* for the *given* of *has trained X and given it arms*: one auxiliary and one subject serve both."""
    own = "fin" in verb_features(units[group.head]) or group.mood != "participle" or group.passive
    if own or group.start < 3 or not units[group.start - 1].is_function("coord"):
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


def _causative(units: Sequence[Unit], start: int, verb: int) -> bool:
    """*faisait entraîner ses unités par X*: the subject has it done to its own."""
    return any(
        unit.is_function("modal") and unit.value("modal") == "faire" for unit in units[max(0, start - 1) : verb]
    )


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
