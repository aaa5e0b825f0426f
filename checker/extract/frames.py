"""Frames: a verb or action noun with its giver, its taker and its things (typology 1.0)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checker.extract.arguments import Arguments, gather_noun, gather_verb
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subjects import NO_SUBJECT
from checker.extract.units import Sentence, Unit
from checker.extract.verbs import VerbGroup
from checker.lexicon import Sense


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger with its parties; ``givers`` and ``takers`` are names, ``subject`` words may still want resolving.

    ``wanting`` says which end a pronoun or nothing stands for: ``giver``, ``taker`` or empty.
    """

    kind: str
    activity: str
    index: int
    noun: bool
    group: VerbGroup | None
    arguments: Arguments
    givers: tuple[Slot, ...] = ()
    takers: tuple[Slot, ...] = ()
    items: tuple[int, ...] = ()
    default_item: str = ""
    pronoun: str = ""
    wanting: str = ""
    origin: Slot | None = None
    made: Slot | None = None
    places: tuple[Slot, ...] = ()
    notes: tuple[str, ...] = field(default=())


def find_frames(sentence: Sentence, slots: Sequence[Slot], grammar: Grammar) -> tuple[Frame, ...]:
    """Every frame of a sentence, in order of its trigger; a trigger without parties or things gives none."""
    frames: list[Frame] = []
    for index, unit in enumerate(sentence.units):
        senses = tuple(sense for sense in unit.all("trigger") if sense.kind != "TRAVEL")
        if not senses:
            continue
        verb = part_of_speech(sentence.units, index, grammar) == "v"
        chosen = tuple(sense for sense in senses if ("v" in sense.features) == verb)
        if not chosen:
            continue
        gather = gather_verb if verb else gather_noun
        found = gather(sentence, index, slots, grammar)
        frames.extend(_read(sense, index, verb, found, sentence, slots, grammar) for sense in _fitting(chosen, found))
    return tuple(frames) or _headline(sentence, slots, grammar)


def _headline(sentence: Sentence, slots: Sequence[Slot], grammar: Grammar) -> tuple[Frame, ...]:
    """*Mortars for X: Y denies*: a headline without a verb names the thing and who gets it."""
    units = sentence.units
    if len(units) > 24 or not any(unit.text in (":", "?") for unit in units[1:]):
        return ()
    item = next((at for at, unit in enumerate(units[:6]) if unit.one("item")), -1)
    slot = next(
        (
            one
            for one in slots
            if item < one.first <= item + 4 and one.case in ("to", "for", "a") and one.role == "party"
        ),
        None,
    )
    if item < 0 or slot is None:
        return ()
    found = Arguments(
        None, NO_SUBJECT, (), (), (slot,), (slot,), (item,), tuple(sense.value for sense in units[item].all("item")), frozenset(),
        None, None, "", (item, slot.last),
    )  # fmt: skip
    return (Frame("SUPPLY", "", item, True, None, found, (), (slot,), (item,)),)


def part_of_speech(units: Sequence[Unit], index: int, grammar: Grammar) -> str:
    """``v`` or ``n`` for a trigger that may be either (*supplies, launches, tests, arms, commande*)."""
    unit = units[index]
    triggers = unit.all("trigger")
    verbs = [sense for sense in triggers if "v" in sense.features]
    nouns = [sense for sense in triggers if "n" in sense.features]
    before = units[index - 1] if index else None
    after = units[index + 1] if index + 1 < len(units) else None
    thing = unit.one("item") is not None or unit.one("head") is not None
    if not verbs:
        return "n"
    direct = after is not None and (
        after.one("item")
        or after.actor is not None
        or after.text[:1].isdigit()
        or (after.is_function("det") and not after.is_function("prep"))
    )
    if direct and any("ger" in sense.features for sense in verbs):
        return "v"
    only_pp_or_ger = all(not (sense.features & {"fin", "inf"}) for sense in verbs)
    article = before is not None and before.text in ("le", "la", "les", "l'") and index >= 2
    if article and units[index - 2].is_function("prep") and not only_pp_or_ger:
        return "n" if nouns else "x"
    if not nouns and not thing:
        if (
            before is not None
            and before.is_function("det")
            and not before.is_function("clitic", "pron")
            and not only_pp_or_ger
        ):
            return "x"
        return "v"
    if only_pp_or_ger and not nouns:
        return "v"
    if before is not None:
        if before.is_function("modal", "aux", "rel") or before.text == "to" or before.text in _NEGATIONS:
            return "v"
        if before.is_function("pron") and not before.is_function("det"):
            return "v"
        if before.actor is not None and before.actor.kind not in ("adjective",):
            follows = after is not None and (
                after.is_function("det") or after.one("item") or after.actor is not None or after.is_function("prep")
            )
            finite = any("fin" in sense.features for sense in verbs)
            if (
                finite
                and follows
                and not (
                    unit.text.endswith("s") is False
                    and before.actor.kind == "name"
                    and grammar.code == "en"
                    and after is not None
                    and after.is_function("prep")
                )
            ):
                return "v"
        if (
            grammar.code == "fr"
            and before.is_function("clitic")
            and index >= 2
            and (units[index - 2].actor or units[index - 2].is_function("pron", "rel", "neg"))
        ):
            return "v"
        if (
            before.is_function("det", "prep", "coord")
            or before.text == "'s"
            or before.one("item")
            or before.text.isdigit()
        ):
            return "n" if nouns else "x"
        if grammar.is_adverb(before.text) and any("fin" in s.features for s in verbs):
            return "v"
    if thing and not nouns:
        return "x"
    if (
        after is not None
        and (after.is_function("det") or after.one("item") or after.actor is not None)
        and before is not None
        and not before.actor
    ):
        return (
            "v"
            if any("fin" in s.features for s in verbs) and not (after.actor and after.actor.kind != "name")
            else ("n" if nouns else "v")
        )
    return "n" if nouns else "v"


_REQUESTS = ("demand", "réclam", "ask", "request", "seek", "sought")
_NEGATIONS = frozenset(["not", "never", "n't", "pas", "jamais", "plus", "ne", "n'", "guere"])
_PEOPLE = frozenset(
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
_FIGHTERS = frozenset({"mercenary", "foreign_fighter", "soldier", "instructor", "engineer_troops"})


def _fitting(senses: Sequence[Sense], found: Arguments) -> tuple[Sense, ...]:
    """The readings of a trigger that its things allow; frames made for one kind of thing win over the general ones."""
    kinds = set(found.item_ids) | {sense.needs[0] for sense in senses if sense.needs[0]}
    armed = found.about("missile", "ammunition", "small_arms", "artillery", "uav", "nuclear_item")
    special: dict[str, bool] = {
        "PEOPLE": bool(kinds & _PEOPLE) and not armed,
        "HOST": bool(kinds & _PEOPLE) and not armed,
        "LABOUR": bool(kinds & _PEOPLE) or found.wants_item,
        "REPATRIATE": bool(kinds & _PEOPLE),
        "MERC": bool(kinds & {"mercenary", "foreign_fighter"}),
        "TEST": found.about("missile", "projectile", "satellite_launcher", "rocket") or _brings("TEST", senses),
        "NUKE": found.about("nuclear_item") or _brings("NUKE", senses),
        "ENRICH": found.about("uranium", "nuclear_item"),
        "BUILD": found.about("statue"),
        "STS": found.at_sea
        or _brings("STS", senses)
        or (found.ship_subject and bool(found.ships("to", "a", "with", "in"))),
        "TRAIN": True,
        "COOPERATE": found.about("arms", "soldier", "military_service")
        or any(s.needs[0] for s in senses if s.kind == "COOPERATE"),
        "BACK": bool(found.group_slots),
        "FISH": True,
        "PORT": False,
        "REACH": found.subject.item >= 0,
        "SUPPLIER": bool(found.items) or any(s.needs[0] for s in senses),
        "BUYER": bool(found.items),
    }
    if armed and kinds & {"mercenary", "foreign_fighter"}:
        both = [next((s for s in senses if s.kind == kind), None) for kind in ("SUPPLY", "MERC")]
        if all(both):
            return tuple(sense for sense in both if sense is not None)
    specific = [sense for sense in senses if special.get(sense.kind) and _bears_out(sense, found)]
    general = [sense for sense in senses if sense.kind not in special]
    if specific:
        first = specific[0]
        tests = [sense for sense in specific if sense.kind == "TEST"]
        if tests and general and (found.has_taker or ("rocket" in kinds and not found.about("missile"))):
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
    usable = [
        sense
        for sense in general
        if found.items or sense.needs[0] or (found.wants_item and not sense.written.startswith(_REQUESTS))
    ]
    order = {"EQUIP": 0, "ACQUIRE": 1, "SUPPLY": 2, "SEIZE": 3, "TRADE": 4, "MOVE": 5, "USE": 6}
    usable.sort(key=lambda sense: order.get(sense.kind, 9))
    if len(usable) > 1 and {usable[0].kind, usable[1].kind} >= {"EQUIP", "SUPPLY"}:
        # "ravitailler", "approvisionner": the army (EQUIP) or the goods (SUPPLY)
        return (usable[0],) if found.object_slots else (next(s for s in usable if s.kind == "SUPPLY"),)
    reflexive = [sense for sense in usable if sense.extra == "reflexive"]
    if found.reflexive and reflexive:
        return (reflexive[0],)
    usable = [sense for sense in usable if sense.extra != "reflexive" or found.reflexive]
    return tuple(usable[:1])


_SENT = ("put", "mis", "met")
_FOUGHT = ("fight", "fought", "battl", "combat", "bat")
_TROOPS = ("sold", "troop", "troup", "force", "milit", "arm")


def _bears_out(sense: Sense, found: Arguments) -> bool:
    """Whether a wide verb is meant: *put them on a flight home* sends people back, *fight* cooperates where troops do it."""
    if sense.kind == "REPATRIATE" and sense.written.startswith(_SENT):
        return found.homewards
    if sense.kind == "COOPERATE" and sense.written.startswith(_FOUGHT):
        troops = found.about("soldier") or any(slot.organ.startswith(_TROOPS) for slot in found.agents)
        return troops and bool(found.cased("with"))
    return True


def _brings(kind: str, senses: Sequence[Sense]) -> bool:
    """True when a trigger of this kind names its own thing (*nuclear test, missile launch*)."""
    return any(sense.kind == kind and sense.needs[0] for sense in senses)


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
    if kind == "STS" and any(slot.head_kind == "ship" for slot in slots):
        givers, takers = _flags(slots, sentence, index, givers, found)
        notes = (*notes, *(f"flag:{slot.actor}" for slot in slots if slot.head_kind == "ship"))
    if kind == "MERC":
        givers, takers = _hired(slots, index, givers, takers, found)
        wanting = "" if givers else wanting
    if kind == "REACH":
        found = replace(found, items=(found.subject.item,))
    persons = [at for at in found.items if any("person" in s.features for s in sentence.units[at].all("item"))]
    if persons and len(persons) < len(found.items) and kind in ("SUPPLY", "ACQUIRE", "MOVE", "MERC"):
        kept = persons if kind == "MERC" else [at for at in found.items if at not in persons]
        found = replace(found, items=tuple(kept))
    if verb and kind in ("PEOPLE", "SUPPLY") and found.homewards and set(found.item_ids) & _PEOPLE:
        givers, takers, pronoun, wanting, notes = assign("REPATRIATE", found, verb, grammar.code, "")
        sense = replace(sense, kind="REPATRIATE", value="worker_repatriation")
    givers, takers = _over_towns(givers), _over_towns(takers)
    return Frame(
        kind=sense.kind, activity=sense.value, index=index, noun=not verb, group=found.group, arguments=found,
        givers=givers, takers=takers, items=found.items, default_item=sense.needs[0], pronoun=pronoun, wanting=wanting,
        origin=found.origin, made=found.made, places=found.at_place, notes=notes,
    )  # fmt: skip


def _over_towns(ends: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """A named party before the town where it was met: *to the RSF, in Nyala*."""
    return tuple(slot for slot in ends if slot.how != "port") or ends


def _flags(
    slots: Sequence[Slot], sentence: Sentence, index: int, givers: tuple[Slot, ...], found: Arguments
) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The ends of a transfer at sea of which only the flags are told: what is mined or caught goes out, fuel comes in."""
    ships = tuple(slot for slot in slots if slot.head_kind == "ship")
    before = tuple(slot for slot in ships if slot.index < index)
    after = tuple(slot for slot in ships if slot.index > index)
    receptive = sentence.units[index].text.startswith(_RECEPTIVE)
    if found.about("coal", "mineral", "seafood", "metal", "textile"):
        return (after, before) if receptive else (before[-1:], after)
    return givers, before[-1:] if receptive or not after else after


def _hired(
    slots: Sequence[Slot], index: int, givers: tuple[Slot, ...], takers: tuple[Slot, ...], found: Arguments
) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """*Mercenaries of X hired in 2022 to fight beside Y*: the company is named after its men, the taker where they serve."""
    if not givers or all(slot in givers for slot in takers):
        owners = tuple(
            slot for slot in slots if slot.how == "group" and slot.case in ("of", "from") and slot.index < index
        )
        if owners:
            takers = takers or tuple(slot for slot in givers if slot not in owners)
            givers = owners[-1:]
    if not takers:
        later = [slot for slot in slots if slot.index > index and slot.case in _SERVED and slot.role == "party"]
        takers = tuple(slot for slot in later if slot not in givers)[:1]
    return givers, takers


_SERVED = ("in", "for", "with", "to", "a", "from", "beside")
_RECEPTIVE = (
    "receiv",
    "took on",
    "take on",
    "taking on",
    "load",
    "reçu",
    "recu",
    "reçoi",
    "charg",
    "embarqu",
    "recevoir",
)


Ends = tuple[tuple[Slot, ...], tuple[Slot, ...], str, str, tuple[str, ...]]


def assign(kind: str, found: Arguments, verb: bool, language: str, word: str) -> Ends:
    """Giver, taker, the pronoun that stands for one of them, which one, and notes (typology 1.0)."""
    subject = found.agents
    patient = found.object_slots
    to = found.cased("to") + (found.cased("a") if language == "fr" else ())
    to = to or found.cased("for")
    origin_from = found.cased("from")
    of = found.cased("of")
    place = found.cased("in")
    pronoun = found.pronoun
    if kind in ("SUPPLY", "PEOPLE", "MERC", "MOVE"):
        giver, taker = subject, to or patient or found.receivers
        if kind in ("PEOPLE", "MERC") or not taker:
            taker = taker or (found.cased("a") if language == "fr" else ()) or place
        if kind == "MOVE" and origin_from:
            giver = origin_from
        giver = giver or origin_from or (of if not verb else ())
        if not verb and not giver and of:
            giver = of
        return giver, taker, pronoun, "giver" if not giver else "", ()
    if kind == "EQUIP":
        return subject, patient or found.receivers or to, pronoun, "giver" if not subject else "", ()
    if kind == "ACQUIRE":
        a = found.cased("a") if language == "fr" else ()
        giver = origin_from or a
        taker = subject
        if not giver and of:
            if verb or found.of_after_item:
                giver = of
            elif not taker:
                taker = of
        if verb and not giver and found.cased("with"):
            giver = found.cased("with")
        taker = taker or found.cased("for")
        return giver, taker, pronoun, "taker" if not taker else "", ()
    if kind == "TRADE":
        both = found.cased("with")
        if subject and both:
            return both, subject, pronoun, "", ("direction:unknown",)
        if len(both) >= 2:
            return both[:1], both[1:2], pronoun, "", ("direction:unknown",)
        if to or origin_from:
            return subject or origin_from, to, pronoun, "giver", ()
        return both or subject or of, (), pronoun, "taker" if both else "", ("direction:unknown",)
    if kind == "USE":
        return (
            ((found.origin,) if found.origin else origin_from),
            subject,
            pronoun,
            "taker" if not subject else "",
            ("use",),
        )
    if kind == "REACH":
        if found.allowers and not origin_from:
            return found.allowers, to or patient or place, "", "", ("moved",)
        leaving = word.startswith(("left", "leav", "quitt", "part"))
        giver = origin_from or (patient if leaving else ()) or (of if language == "fr" else ())
        return (
            giver,
            to
            or (() if leaving else patient)
            or (found.cased("a") if language == "fr" else ())
            or found.cased("with")
            or place,
            "",
            "",
            ("moved",),
        )
    if kind in ("SUPPLIER", "BUYER"):
        other = (
            tuple(slot for slot in found.agents if slot.role == "agent")
            or to
            or tuple(slot for slot in of if not found.of_after_item)
            or of
        )
        here = found.apposed
        return (
            (here, other, pronoun, "", ("standing",))
            if kind == "SUPPLIER"
            else (other or origin_from, here, pronoun, "", ("standing",))
        )
    if kind == "SEIZE":
        return (
            origin_from or of,
            found.cased("to", "for") or (found.cased("a") if language == "fr" else ()) or found.bound_for,
            "",
            "",
            ("seized",),
        )
    if kind == "TRAIN":
        subject = subject or found.subject_origin or (origin_from if verb and found.subject.item >= 0 else ())
        trainees = patient or found.receivers
        others = tuple(slot for slot in found.origins if slot not in found.subject_origin)
        if verb and not trainees and others:
            trainees = others
        if verb and not trainees and found.possessive and subject:
            return subject, (), found.possessive, "taker", ()
        if not verb:
            trainees = to or of or found.cased("for")
        elif not trainees and found.origin is not None and found.about("soldier", "foreign_fighter"):
            trainees = (found.origin,)
        return subject, trainees or to or of or place, pronoun, "giver" if not subject else "", ()
    if kind in ("TEST", "NUKE", "ENRICH"):
        actor = subject or of or origin_from or ((found.origin,) if found.origin else ())
        return actor, (), pronoun, "giver" if not actor else "", ()
    if kind == "HOST":
        giver = origin_from or ((found.origin,) if found.origin else ())
        return giver, subject or place, pronoun, "taker" if not subject else "", ()
    if kind == "LABOUR":
        giver = ((found.origin,) if found.origin else ()) or origin_from
        return (
            giver,
            found.allowers or place or (found.cased("a") if language == "fr" else ()) or found.cased("for"),
            "",
            "taker",
            (),
        )
    if kind == "REPATRIATE":
        giver = ((found.origin,) if found.origin else ()) or found.cased("to", "a")
        return (
            giver,
            tuple(s for s in subject if s not in giver) or origin_from or place,
            pronoun,
            "taker" if not subject else "",
            (),
        )
    if kind == "STS":
        ships = found.ships("to", "a", "with", "in", "of", "for", "on", "against")
        flags = tuple(f"flag:{slot.actor}" for slot in (*ships, *(s for s in found.agents if s.head_kind == "ship")))
        return subject or origin_from, ships or to or found.cased("with") or patient, pronoun, "", ("at_sea", *flags)
    if kind == "BUILD":
        if word.startswith(("commission", "inaugur", "unveil", "dévoil")):
            return (
                origin_from or ((found.origin,) if found.origin else ()) or found.cased("by"),
                subject or place,
                pronoun,
                "",
                (),
            )
        return (
            subject or ((found.origin,) if found.origin else ()),
            found.cased("for") or place or to,
            pronoun,
            "giver",
            (),
        )
    if kind == "BACK":
        return subject, patient or found.receivers or of or to, pronoun, "giver" if not subject else "", ("support",)
    if kind == "COOPERATE":
        subject = subject or found.subject_origin
        owners = tuple(
            slot
            for slot in found.origins
            if slot not in found.subject_origin and slot.actor not in [s.actor for s in subject]
        )
        other = found.cased("with", "for", "of") or to or patient or owners
        return subject, other or place, pronoun, "giver" if not subject else "", ()
    return subject, to or patient, pronoun, "giver" if not subject else "", ()
