"""Giver and taker of a trigger, by the kind of its frame (typology 1.0)."""

from __future__ import annotations

from checker.extract.arguments import Arguments
from checker.extract.slots import Slot

_RECEIVED = ("reçu", "recu", "recev", "reçoi")
_DEPARTING = ("appareill", "part", "sort", "décoll", "quitt", "lev")
_ROUTED = ("achemin", "transit", "pass", "transport", "convoy", "fait transit")
_SOLD_ON = ("écoul", "ecoul", "vend", "plac", "négoci", "negoci")
_LOADING = ("load", "charg", "embarqu")

Ends = tuple[tuple[Slot, ...], tuple[Slot, ...], str, str, tuple[str, ...]]
"""Givers, takers, the pronoun that stands for one of them, which one that is, and notes."""


def _side_served(found: Arguments, to: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The receivers; where *to* only names a town and *for* a side, the side: *landed at X for the men of Y*."""
    groups = tuple(slot for slot in to if slot.how in ("group", "leader"))
    if groups and len(groups) < len(to):
        # "to Hezbollah, on flights to Beirut"
        return groups
    served = found.cased("for")
    sides = tuple(slot for slot in served if slot.how in ("group", "leader"))
    if sides and to and all(slot.how in ("port", "capital") for slot in to):
        # "addressed to a shop in X, bound for the men of Y"
        return sides
    return served if served and to and all(slot.how == "port" for slot in to) else to


def _sites(found: Arguments) -> tuple[Slot, ...]:
    """The State of the sites on which people work: *on building sites across X*, *sur des chantiers de X*."""
    return tuple(slot for slot in found.cased("on", "at") if slot.organ)


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
    if kind in ("HOLD", "SERVE", "FORCE"):
        # settled once the targets of the activity are known
        return subject, (), pronoun, "", ()
    if kind in ("SUPPLY", "PEOPLE", "MERC", "MOVE"):
        giver, taker = (
            subject,
            _side_served(found, to) or patient or found.receivers or found.linked("to", "a", "for"),
        )
        if found.group is not None and {"lui", "leur"} & set(found.group.clitics) and not patient:
            # "leur a remis ...": the pronoun receives, whatever stands behind
            return giver or origin_from, (), pronoun, "giver" if not giver else "", ()
        if language == "fr" and word.startswith(_ROUTED) and found.origin is not None and giver and all(slot.case == "by" for slot in giver):
            # "acheminés par X": the way of goods that are of another
            giver = () if found.origin.actor not in [slot.actor for slot in giver] else giver
        if language == "fr" and subject and not taker and origin_from and word.startswith(_SOLD_ON):
            # "a écoulé des obus auprès de X"
            return subject, origin_from, pronoun, "", ()
        if kind in ("PEOPLE", "MERC") or not taker:
            taker = taker or (found.cased("a") if language == "fr" else ()) or place
        if kind == "MOVE" and origin_from:
            giver = origin_from
        elif kind == "MOVE" and of and not giver and word.startswith(_DEPARTING):
            giver = of
        if kind == "MOVE" and not origin_from and word.startswith(_LOADING) and (place or found.cased("a")):
            # "loaded at X": where goods are taken on they come from
            here = place or found.cased("a")
            if found.group is not None and found.group.mood == "participle":
                # "landed at X, laden with shells": the place is behind another verb
                here = tuple(slot for slot in here if slot.index > found.group.head)
            giver, taker = here or giver, tuple(slot for slot in taker if slot not in here)
        both = found.cased("with")
        if not giver and not taker and len(both) == 2:
            # "carried arms between X and Y"
            return both[:1], both[1:], "", "", ("direction:unknown",)
        giver = giver or origin_from or (of if not verb else ()) or (found.allowers if kind == "MOVE" else ())
        if not verb and not giver and of:
            giver = of
        return giver, taker, pronoun, "giver" if not giver else "", ()
    if kind == "EQUIP" and found.reflexive and language == "fr" and not (patient or found.receivers):
        # "s'armer": its own doing, unless somebody else gives
        return found.cased("by") or origin_from, subject, pronoun, "taker" if not subject else "", ("own",)
    if kind == "EQUIP":
        return subject, patient or found.receivers or to, pronoun, "giver" if not subject else "", ()
    if kind == "ACQUIRE" and word.startswith(("thank", "remerci", "paid", "pay")):
        # "X thanked Y for the shells": X has them from Y
        bought = patient or (found.origin is not None and word.endswith(" for"))
        return patient, subject if bought else (), "", "taker" if not subject else "", ()
    if kind == "ACQUIRE":
        own = {slot.actor for slot in subject}
        a = tuple(slot for slot in found.cased("a") if slot.actor not in own) if language == "fr" else ()
        received = word.startswith(_RECEIVED)
        owed = found.cased("to") if word.startswith(("owe", "owing")) else ()
        giver = owed or origin_from or (of if received else ()) or a
        taker = subject
        if not giver and of:
            if verb or found.of_after_item:
                giver = of
            elif not taker:
                taker = of
        if verb and not giver and found.cased("with"):
            giver = found.cased("with")
        if verb and not giver and found.ship_subject and word.startswith(("picked up", "pick up", "picking up", "took on", "taken on", "take on")):
            # "picked up coal at X": where goods are taken on they come from
            giver = place
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
            tuple(slot for slot in found.agents if slot.role == "agent" and not (kind == "SUPPLIER" and slot.how in ("adjective", "demonym")))
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
        here = tuple(slot for slot in found.cased("a") if slot.how not in ("port", "capital"))
        return (
            origin_from or of or found.bound_by,
            found.cased("to", "for") or found.bound_for or (here if language == "fr" else ()),
            "",
            "",
            ("seized",),
        )
    if kind == "TRAIN":
        subject = subject or found.subject_origin or (origin_from if verb and found.subject.item >= 0 else ())
        trainees = patient or found.receivers
        others = tuple(slot for slot in found.origins if slot not in found.subject_origin) or found.cased("of")
        if verb and not trainees and others:
            trainees = others
        if verb and not trainees and found.possessive and subject:
            return subject, (), found.possessive, "taker", ()
        if verb and not trainees and subject and pronoun:
            # "the army, trained by X": the owner of the army
            return subject, to or of, pronoun, "taker", ()
        if not verb:
            trainees = to or of or found.cased("for")
        elif not trainees and found.origin is not None and found.about("soldier", "foreign_fighter"):
            trainees = (found.origin,)
        return subject, trainees or to or of or place, pronoun, "giver" if not subject else "", ()
    if kind in ("TEST", "NUKE", "ENRICH"):
        of = tuple(slot for slot in of if slot.how != "body" and not (verb and pronoun))
        origin_from = () if verb and pronoun else origin_from
        actor = subject or of or origin_from or ((found.origin,) if found.origin else ())
        return actor, (), pronoun, "giver" if not actor else "", ()
    if kind == "HOST":
        giver = origin_from or ((found.origin,) if found.origin else ()) or (of if found.of_after_item else ())
        return giver, subject or place or found.cased("for"), pronoun, "taker" if not subject else "", ()
    if kind == "LABOUR":
        giver = ((found.origin,) if found.origin else ()) or origin_from
        return (
            giver,
            found.allowers or place or _sites(found) or (found.cased("a") if language == "fr" else ()) or found.cased("for"),
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
            found.cased("for") or patient or place or to,
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
        if len(subject) == 2 and not other and verb:
            # "X and Y are jointly producing drones"
            return subject[1:], subject[:1], "", "", ("direction:unknown",)
        if subject and not (other or place) and found.possessive:
            # "hired X to overhaul its tanks"
            return subject, (), found.possessive, "taker", ()
        return subject, other or place, pronoun, "giver" if not subject else "", ()
    return subject, to or patient, pronoun, "giver" if not subject else "", ()
