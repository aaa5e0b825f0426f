"""Frames: a verb or action noun with its giver, its taker and its things (typology 1.0)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.arguments import Arguments
from checker.extract.exchanges import with_return_cargo
from checker.extract.frame import Frame
from checker.extract.giver_and_taker import assign
from checker.extract.having import from_the_owner, with_arrival, with_the_user, with_those_who_have, with_told_origin
from checker.extract.indirect_ends import flag_ends, hired_ends, over_towns
from checker.extract.languages.protocol import Grammar
from checker.extract.no_deeds import deeds_among, is_no_deed
from checker.extract.noun_arguments import gather_noun
from checker.extract.part_of_speech import part_of_speech
from checker.extract.private_armies import find_hired_men
from checker.extract.slots import Slot
from checker.extract.subjects import find_subject
from checker.extract.trainees import from_the_trainees, is_civil, teaches_the_use
from checker.extract.trigger_readings import PEOPLE, fitting_readings
from checker.extract.trigger_things import CARRIERS, item_ids_of, item_lines_of
from checker.extract.units import Sentence, Unit
from checker.extract.unlisted_frames import find_headline, find_help_to_make, find_toil, find_troops_there
from checker.extract.verb_arguments import gather_verb
from checker.extract.verbs import verb_group
from checker.lexicon import Sense


def find_frames(sentence: Sentence, slots: Sequence[Slot], grammar: Grammar) -> tuple[Frame, ...]:
    """Every frame of a sentence, in order of its trigger; a trigger without parties or things gives none."""
    frames: list[Frame] = []
    for index, unit in enumerate(sentence.units):
        senses = tuple(sense for sense in unit.all("trigger") if sense.kind not in ("TRAVEL", "RECEIVE"))
        if not senses or (index and sentence.units[index - 1].text == "-"):
            # "Palau-registered" says which ship it is
            continue
        verb = part_of_speech(sentence.units, index, grammar) == "v"
        if not verb and is_no_deed(sentence.units, index):
            continue
        chosen = tuple(sense for sense in senses if ("v" in sense.features) == verb)
        if not chosen:
            continue
        gather = gather_verb if verb else gather_noun
        found = gather(sentence, index, slots, grammar)
        chosen = deeds_among(chosen, found, sentence.units, index) if verb else chosen
        frames.extend(
            _read(sense, index, verb, found, sentence, slots, grammar) for sense in fitting_readings(chosen, found)
        )
    frames = [one for one in frames if not _only_carries(one, frames)]
    given_out = [entrusted(one, sentence.units, slots, grammar) for one in frames]
    if given_out != frames:
        # the entrusting itself hands over no goods
        frames = [one for one in given_out if one.noun or not sentence.units[one.index].text.startswith(_ENTRUST)]
    frames = [_training_given(one, frames, sentence.units) for one in frames]
    frames = with_return_cargo(frames, sentence.units, slots)
    frames = [with_those_who_have(from_the_owner(one, sentence.units, slots), sentence.units, slots) for one in frames]
    frames = [with_arrival(one, sentence.units, slots) for one in frames]
    frames = [with_told_origin(with_the_user(one, sentence.units, slots), sentence.units, slots) for one in frames]
    frames = [one for one in frames if not teaches_the_use(one, frames) and not is_civil(one, sentence.units)]
    frames = [from_the_trainees(one, sentence.units, slots) for one in frames]
    frames.extend(troops for one in list(frames) if (troops := _troops_beside_arms(one, sentence.units)) is not None)
    frames.extend(arms for one in list(frames) if (arms := _arms_beside_troops(one, sentence.units)) is not None)
    return (
        tuple(frames)
        or find_toil(sentence, slots)
        or find_troops_there(sentence, slots)
        or find_hired_men(sentence, slots)
        or find_help_to_make(sentence, slots, grammar)
        or find_headline(sentence, slots, grammar)
    )


def entrusted(frame: Frame, units: Sequence[Unit], slots: Sequence[Slot], grammar: Grammar) -> Frame:
    """The frame with its ends as in *X a confié à Y la remise en état de ses batteries*: Y does it, for X."""
    if not frame.noun or frame.kind not in ("COOPERATE", "BUILD", "TRAIN"):
        return frame
    for at in range(frame.index - 1, max(frame.index - 14, -1), -1):
        if units[at].is_stop or units[at].text == ",":
            break
        if not units[at].text.startswith(_ENTRUST):
            continue
        done_by = tuple(
            slot
            for slot in slots
            if at < slot.index and slot.case in ("to", "a", "") and (slot.role == "party" or slot.how == "company")
        )[:1]
        owner = find_subject(units, verb_group(units, at, grammar), slots, grammar).slots
        if not done_by or any(slot in done_by for slot in owner):
            return frame
        return replace(frame, givers=done_by, takers=owner, pronoun="", wanting="")
    return frame


_ENTRUST = ("confi", "entrust", "contracted", "outsourc", "award", "attribu", "delegu")
def _training_given(frame: Frame, frames: Sequence[Frame], units: Sequence[Unit]) -> Frame:
    """The training of *X has given Y training and weapons*: X trains, and Y is trained."""
    if frame.kind != "TRAIN" or not frame.noun:
        return frame
    gift = next((one for one in frames if one.kind in ("SUPPLY", "EQUIP") and not one.noun and one.index < frame.index and frame.index in one.items and one.givers), None)
    if gift is None or not gift.takers:
        return frame
    return replace(frame, givers=gift.givers, takers=gift.takers, pronoun="", wanting="")


_SENDING = ("send", "sent", "deploy", "dispatch", "envoy", "dépêch", "depech", "expédi", "expedi")


def _arms_beside_troops(frame: Frame, units: Sequence[Unit]) -> Frame | None:
    """The supply in *sent troops and weapons to X*: two things, two kinds of conduct."""
    if frame.kind != "COOPERATE" or frame.noun or not units[frame.index].text.startswith(_SENDING) or not frame.takers:
        return None
    arms = tuple(at for at in frame.items if "arms" in item_lines_of(units, (at,)))
    if not arms:
        return None
    found = replace(frame.arguments, items=arms, item_ids=item_ids_of(units, arms), lines=item_lines_of(units, arms))
    return replace(frame, kind="SUPPLY", activity="", items=arms, default_item="", arguments=found)


def _troops_beside_arms(frame: Frame, units: Sequence[Unit]) -> Frame | None:
    """The deployment in *sent X shells, missiles and 12,000 soldiers*: two things, two kinds of conduct."""
    if frame.kind != "SUPPLY" or frame.noun or not units[frame.index].text.startswith(_SENDING) or not frame.takers or not frame.items:
        return None
    last = frame.arguments.extent[1] + _LISTED
    troops = tuple(
        at for at in range(frame.index + 1, min(last, len(units))) if "soldier" in item_lines_of(units, (at,)) and at not in frame.items
        and not any(unit.is_stop or unit.is_function("rel", "sub") or (unit.is_verb and not unit.one("item")) for unit in units[frame.index + 1 : at])
    )
    if not troops:
        return None
    found = replace(frame.arguments, items=troops, item_ids=item_ids_of(units, troops), lines=item_lines_of(units, troops))
    return replace(frame, kind="COOPERATE", activity="military_cooperation", items=troops, default_item="", arguments=found)


_LISTED = 6
"""How far behind the last argument the rest of a list may stand."""


def _only_carries(frame: Frame, frames: Sequence[Frame]) -> bool:
    """True for the *loaded* of *sent trucks loaded with shells*: the sending, told in full, is the conduct."""
    if frame.kind != "MOVE" or frame.noun or frame.group is None or frame.group.mood not in ("participle", "finite?"):
        return False
    return any(
        one is not frame
        and one.kind in ("SUPPLY", "MOVE")
        and one.givers
        and one.takers
        and set(frame.items) <= set(one.items)
        for one in frames
    )


def _of_another(found: Arguments) -> bool:
    """True when the things come from, or were made by, somebody other than whoever acts."""
    source = found.origin or found.made
    return source is not None and bool(found.agents) and source.actor not in [slot.actor for slot in found.agents]


_LAID_HANDS = ("mett", "mis la", "met la", "mit la", "lay", "laid")
_BOARDED = ("board", "stopp", "intercept", "search", "raid", "storm", "seiz", "arraisonn", "fouill", "perquisition", "inspect", "contrôl", "control")


def _after_boarding(found: Arguments, units: Sequence[Unit], index: int) -> bool:
    """True where whoever takes the things has just boarded, stopped or searched what carried them."""
    lead = units[max(0, index - 14) : index]
    stop = next((at for at in range(len(lead) - 1, -1, -1) if lead[at].is_stop), -1)
    return not found.cased("from") and any(
        unit.text.startswith(_BOARDED) and unit.actor is None and not unit.one("head") for unit in lead[stop + 1 :]
    ) and any(unit.is_function("coord") or unit.text == "," for unit in lead[stop + 1 :])


def _unsaid_item(sense: Sense, found: Arguments) -> str:
    """What goes without saying: fighters are equipped with arms, and paid with money."""
    if found.items:
        return ""
    if sense.kind == "MERC":
        return "mercenary"
    if sense.kind == "EQUIP":
        return "arms" if any(slot.how in ("group", "leader") for slot in found.object_slots) else ""
    return "funds" if sense.kind == "SERVE" and sense.value == "asset_freeze_breach" else ""


def _gets_a_permit(found: Arguments, units: Sequence[Unit]) -> bool:
    """True where people get a permit to work."""
    at = found.subject.item
    people = at >= 0 and any({"worker", "person"} & sense.features for sense in units[at].all("item"))
    permits = any(
        sense.kind == "HOST" and "n" in sense.features for unit in units[(found.group.head if found.group else 0) :][:8] for sense in unit.all("trigger")
    )
    return people and permits


_LINE = "BLUE_LINE"
_LADEN = ("laden", "load", "carry", "full", "packed", "stacked", "piled", "charg", "rempli", "bourr", "transport")


def _at_a_ship(found: Arguments, units: Sequence[Unit], index: int) -> bool:
    """True for *fired missiles at a tanker, on a destroyer*: a ship is what was aimed at."""
    aimed = next((at for at in range(index + 1, found.extent[1] + 3) if at < len(units) and units[at].text in ("at", "on", "sur", "contre")), -1)
    return aimed > 0 and any((head := unit.one("head")) is not None and head.kind in ("ship", "craft") for unit in units[aimed + 1 : aimed + 7])



def _between_ships(kind: str, found: Arguments) -> bool:
    """True when a ship gives and a ship takes."""
    other = found.ships("from") if kind == "ACQUIRE" else found.ships("to", "a", "in")
    return found.ship_subject and bool(other) and (kind != "ACQUIRE" or bool(found.subject_flag))


def _read(
    sense: Sense,
    index: int,
    verb: bool,
    found: Arguments,
    sentence: Sentence,
    slots: Sequence[Slot],
    grammar: Grammar,
) -> Frame:
    givers, takers, pronoun, wanting, notes = assign(
        sense.kind, found, verb, grammar.code, sentence.units[index].text
    )
    kind = sense.kind
    if kind == "TEST" and _of_another(found):
        # "X fired Y's missiles": a use, which presupposes that they came from Y
        sense = replace(sense, kind="USE", value="")
        kind = sense.kind
        givers, takers, pronoun, wanting, notes = assign(kind, found, verb, grammar.code, "")
    if kind == "FORCE" and _of_another(found) and found.about("arms", "missile"):
        # "shells X with Y's missiles": a use too
        sense = replace(sense, kind="USE", value="")
        kind = sense.kind
        givers, takers, pronoun, wanting, notes = assign(kind, found, verb, grammar.code, "")
    if kind == "TEST" and any(one.value == _LINE for unit in sentence.units[index:] for one in unit.all("place")):
        # "fired rockets across the Blue Line": hostilities, and no test
        sense = replace(sense, kind="FORCE", value="hostilities_or_overflight")
        kind = sense.kind
        givers, takers, pronoun, wanting, notes = assign(kind, found, verb, grammar.code, "")
    if kind == "TEST" and givers and all(slot.how == "group" for slot in givers) and _at_a_ship(found, sentence.units, index):
        # "fired missiles at a tanker": an attack
        sense = replace(sense, kind="FORCE", value="hostilities_or_overflight")
        kind = sense.kind
        givers, takers, pronoun, wanting, notes = assign(kind, found, verb, grammar.code, "")
    if kind == "ACQUIRE" and (
        (sense.written.startswith(_LAID_HANDS) and not any(slot.how == "group" for slot in found.agents)) or _after_boarding(found, sentence.units, index)
    ):
        # "la police a mis la main sur ...", "boarded a dhow and took off rifles": a seizure
        sense = replace(sense, kind="SEIZE")
        kind = "SEIZE"
        givers, takers, pronoun, wanting, notes = assign(kind, found, verb, grammar.code, "")
    if kind == "ACQUIRE" and _gets_a_permit(found, sentence.units):
        # "10,000 Xs got work permits in Y"
        sense = replace(sense, kind="HOST", value="worker_authorisation")
        found = replace(found, items=(found.subject.item,), item_ids=item_ids_of(sentence.units, (found.subject.item,)),
                        lines=item_lines_of(sentence.units, (found.subject.item,)), origins=found.subject_origin,
                        origin=next(iter(found.subject_origin), None), agents=())  # fmt: skip
        kind = "HOST"
        givers, takers, pronoun, wanting, notes = assign(kind, found, verb, grammar.code, "")
    if kind == "STS" and any(slot.head_kind == "ship" for slot in slots):
        givers, takers = flag_ends(slots, sentence, index, givers, found)
        notes = (*notes, *(f"flag:{slot.actor}" for slot in slots if slot.head_kind == "ship"))
    if kind == "ACQUIRE" and not takers and found.ships("from"):
        # "X barges took coal from Y ships": only the flags are told
        takers = found.subject_flag
        wanting = "" if takers else wanting
    if kind == "MERC":
        givers, takers = hired_ends(slots, index, givers, takers, found)
        wanting = "" if givers else wanting
    if kind == "REACH" and found.subject.item >= 0:
        goods = tuple(at for at in found.items if at > index and not item_lines_of(sentence.units, (at,)) & CARRIERS)
        between = tuple(at for at in range(found.subject.item + 1, index) if sentence.units[at].one("item") and not item_lines_of(sentence.units, (at,)) & CARRIERS)
        if not goods and between and any(unit.text.startswith(_LADEN) for unit in sentence.units[found.subject.item + 1 : between[0]]):
            # "lorries laden with squid cross into X"
            goods = between
        laden = goods and item_lines_of(sentence.units, (found.subject.item,)) & CARRIERS
        # "a freighter left X with 15,000 tonnes of coal": the cargo is what moved
        things = goods if laden else (found.subject.item,)
        own = next(iter(found.subject_origin), None)
        found = replace(
            found,
            origin=own if things == (found.subject.item,) and own is not None else found.origin or (own if goods == between else None),
            items=things,
            item_ids=item_ids_of(sentence.units, things),
            lines=item_lines_of(sentence.units, things),
        )
    home = found.origin if kind == "REACH" and set(found.item_ids) & PEOPLE else None
    if home is not None and any(slot.actor == home.actor for slot in takers):
        # "31 X workers left Y for X": they went home
        host = tuple(slot for slot in (*found.object_slots, *found.cased("from")) if slot.actor != home.actor)[:1]
        sense = replace(sense, kind="REPATRIATE", value="worker_repatriation")
        kind, givers, takers, wanting = "REPATRIATE", (home,), host, "" if host else "taker"
    if kind == "REACH" and found.about("petroleum") and found.ships("to", "a", "in"):
        # "fuel went across to the X": into the hold of a ship
        sense = replace(sense, kind="STS", value="ship_to_ship_transfer")
        givers, takers, notes = (), found.ships("to", "a", "in"), ("at_sea",)
    if kind in ("SUPPLY", "ACQUIRE", "MOVE") and found.about("petroleum") and _between_ships(kind, found):
        # "a tanker handed over diesel to an X tanker": from ship to ship
        takers = found.subject_flag if kind == "ACQUIRE" else found.ships("to", "a", "in")
        sense = replace(sense, kind="STS", value="ship_to_ship_transfer")
        kind, givers, wanting, notes = "STS", (), "", ("at_sea", *(f"flag:{slot.actor}" for slot in slots if slot.head_kind == "ship"))
    persons = [at for at in found.items if any("person" in s.features for s in sentence.units[at].all("item"))]
    if persons and len(persons) < len(found.items) and kind in ("SUPPLY", "ACQUIRE", "MOVE", "MERC"):
        kept = persons if kind == "MERC" else [at for at in found.items if at not in persons]
        found = replace(found, items=tuple(kept))
    if verb and kind in ("PEOPLE", "SUPPLY") and found.homewards and set(found.item_ids) & PEOPLE:
        givers, takers, pronoun, wanting, notes = assign("REPATRIATE", found, verb, grammar.code, "")
        sense = replace(sense, kind="REPATRIATE", value="worker_repatriation")
    givers, takers = over_towns(givers), over_towns(takers)
    return Frame(
        kind=sense.kind, activity=sense.value, index=index, noun=not verb, group=found.group, arguments=found,
        givers=givers, takers=takers, items=found.items, default_item=sense.needs[0] or _unsaid_item(sense, found), pronoun=pronoun, wanting=wanting,
        origin=found.origin, made=found.made, places=found.at_place, notes=notes,
    )  # fmt: skip
