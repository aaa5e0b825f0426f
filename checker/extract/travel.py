"""Journeys of listed people: *the Taliban minister flew to Doha*, who crossed into which State (typology, travel_ban_breach)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.arguments import Arguments
from checker.extract.frame import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subject_found import NO_SUBJECT
from checker.extract.units import Sentence, Unit
from checker.extract.verb_arguments import gather_verb
from checker.lexicon import Sense

_LISTED = ("listed", "sanctioned", "sanctionné", "blacklist", "designated", "inscrit", "interdit de voyage", "frapp")
_BANS = ("travel ban", "interdiction de voyage", "interdiction de visa", "exemption", "dérogation", "derogation")
_FOREIGN = ("name", "capital", "acronym", "seat", "port")
# Where a group is at home, so that a journey there crosses no border.
_HOME = {"TALIBAN": "AFG", "HAQQANI": "AFG", "ALSHABAAB": "SOM", "HOUTHI": "YEM", "HEZBOLLAH": "LBN", "M23": "COD"}
_HIM = frozenset({"him", "her", "l'", "le", "la", "les", "them"})
_HE = frozenset({"he", "she", "il", "elle"})


def find_journeys(sentence: Sentence, slots: Sequence[Slot], grammar: Grammar) -> tuple[Frame, ...]:
    """The first journey of a person of a listed group, or of a person called listed, into a State that is not his own."""
    units = sentence.units
    for index, unit in enumerate(units):
        sense = next((one for one in unit.all("trigger") if one.kind in ("TRAVEL", "RECEIVE")), None)
        sense = sense or (_LET_IN if _lets_in(units, index) else None)
        if sense is None or _names_a_rule(units, index):
            continue
        found = gather_verb(sentence, index, slots, grammar)
        read = _received if sense.kind == "RECEIVE" else _travelled
        ends = read(units, index, slots, found)
        if ends is None:
            continue
        givers, target, pronoun = ends
        return (
            Frame(
                "TRAVEL", sense.value, index, "n" in sense.features, found.group, found, givers, (target,), (), sense.needs[0],
                pronoun=pronoun, wanting="giver" if pronoun else "", notes=("listed:giver",) if _called_listed(units) else (),
            ),
        )  # fmt: skip
    return _stays(units, slots)


_IS_THERE = frozenset({"was", "were", "is", "est", "etait", "etaient", "sont"})
_MEETS = ("met", "meets", "held", "holds", "spoke", "negotiat", "entreten", "entretien", "rencontr", "negoci", "pris", "particip", "assist", "took", "addressed", "appeared")


def _stays(units: Sequence[Unit], slots: Sequence[Slot]) -> tuple[Frame, ...]:
    """The stay of *the Taliban minister was in Doha on Sunday*, *s'est entretenu à Doha*: who is there has crossed the border."""
    for index, unit in enumerate(units):
        meets = unit.text.startswith(_MEETS) and unit.actor is None and not unit.one("item")
        if not meets and unit.text not in _IS_THERE:
            continue
        traveller = next((slot for slot in reversed(slots) if slot.last < index and _travels(slot, units)), None)
        target = _destination(slots, index, traveller.actor) if traveller is not None else None
        if traveller is None or target is None or not _is_inside(target, units) or target.first > index + _NEAR:
            continue
        between = (*units[traveller.last + 1 : index], *units[index + 1 : target.first])
        if any(one.is_stop or one.is_function("neg", "modal", "rel", "sub") or (one.is_verb and not meets and not one.one("item")) for one in between):
            continue
        found = Arguments(None, NO_SUBJECT, (traveller,), (), (), (), (), (), frozenset(), None, None, "", (traveller.first, target.last))
        return (Frame("TRAVEL", "travel_ban_breach", traveller.index, True, None, found, (traveller,), (target,), (), "listed_person"),)
    return ()


def _is_inside(target: Slot, units: Sequence[Unit]) -> bool:
    words = {units[at].text for at in range(max(0, target.first - 1), target.index)}
    return target.case in ("in", "a") or bool(words & {"in", "at", "a", "au", "aux", "en"})


_NEAR = 5
"""The units at most between a verb of being or meeting and the place."""
_LET_IN = Sense("trigger", "RECEIVE", "travel_ban_breach", "let in", frozenset({"v"}), needs=("listed_person",))


def _lets_in(units: Sequence[Unit], index: int) -> bool:
    """True for *let him in*, whose two halves stand apart."""
    return (
        units[index].text in ("let", "lets", "letting")
        and index + 2 < len(units)
        and units[index + 1].text in _HIM
        and units[index + 2].text == "in"
    )


Journey = tuple[tuple[Slot, ...], Slot, str]
"""Who travels, into which State, and the pronoun that stands for the traveller."""


def _travelled(units: Sequence[Unit], index: int, slots: Sequence[Slot], found: Arguments) -> Journey | None:
    """*the Taliban minister flew to Doha*, *he, listed since 2001, arrived in Tehran*."""
    traveller = next((slot for slot in reversed(slots) if slot.last < index and _travels(slot, units)), None)
    if traveller is not None and any(units[at].is_stop for at in range(traveller.last, index)):
        return None
    pronoun = found.subject.pronoun if found.subject.pronoun in _HE else ""
    if traveller is None and not pronoun and _is_on_the_list(units) and found.subject.item < 0 and not found.agents:
        pronoun = "he"
    if traveller is None and not pronoun:
        return None
    target = _destination(slots, index, traveller.actor if traveller is not None else "")
    if target is None:
        return None
    return ((traveller,) if traveller is not None else ()), target, "" if traveller is not None else pronoun


def _received(units: Sequence[Unit], index: int, slots: Sequence[Slot], found: Arguments) -> Journey | None:
    """*Tehran hosted the Taliban's minister*, *India let him in under an exemption*: the host is the State that let him cross."""
    host = next((slot for slot in found.agents if slot.how in (*_FOREIGN, "organ", "adjective", "leader")), None)
    goods = [at for at in found.items if not any("person" in sense.features for sense in units[at].all("item"))]
    if host is None or goods:
        return None
    guest = next(
        (slot for slot in slots if index < slot.index <= index + 9 and _travels(slot, units, received=True)), None
    )
    if guest is not None:
        at_home = host.actor in (guest.actor, _HOME.get(guest.actor, ""))
        return None if at_home else ((guest,), host, "")
    after = units[index + 1].text if index + 1 < len(units) else ""
    clitics = found.group.clitics if found.group is not None else ()
    him = next((word for word in (after, *clitics) if word in _HIM), "")
    return ((), host, "he") if him and (_called_listed(units) or _lets_in(units, index)) else None


def _is_on_the_list(units: Sequence[Unit]) -> bool:
    """True where somebody is said to stand on the Council's list: *who has been on the Committee's list since 2001*."""
    council = any(unit.actor is not None and unit.actor.value.startswith("UN") for unit in units) or any(
        unit.text in ("committee", "comite", "council", "conseil") for unit in units
    )
    listed = any(unit.text in ("list", "liste") or unit.text.startswith(("inscrit", "blacklist")) for unit in units)
    return council and listed


def _names_a_rule(units: Sequence[Unit], index: int) -> bool:
    """*travel ban, interdiction de voyager, go-ahead*: no journey."""
    after = units[index + 1].text if index + 1 < len(units) else ""
    return after in ("ban", "bans", "-") or any(
        unit.text.startswith("interd") for unit in units[max(0, index - 3) : index]
    )


def _travels(slot: Slot, units: Sequence[Unit], received: bool = False) -> bool:
    if slot.case not in ("", "of") or slot.how == "body" or (slot.actor not in _HOME and not _called_listed(units)):
        return False
    if received and slot.actor not in _HOME:
        return False
    if slot.how == "leader":
        return slot.actor in _HOME or _called_listed(units)
    near = units[max(0, slot.first - 3) : slot.last + 4]
    return any(_is_official(unit) for unit in near)


def _is_official(unit: Unit) -> bool:
    return any(sense.value == "official" for sense in unit.all("item"))


def _called_listed(units: Sequence[Unit]) -> bool:
    said = " ".join(unit.text for unit in units)
    return any(word in said for word in _BANS) or any(unit.text.startswith(_LISTED) for unit in units)


def _destination(slots: Sequence[Slot], index: int, traveller: str) -> Slot | None:
    for slot in slots:
        if slot.index <= index or slot.role != "party" or slot.how not in _FOREIGN:
            continue
        there = slot.case in ("to", "in", "a") or (slot.case == "" and slot.first <= index + 2)
        if there and slot.actor not in (traveller, _HOME.get(traveller, "")):
            return slot
    return None


def is_listed_party(actor: str) -> bool:
    """True for a group whose people a travel ban may name."""
    return actor in _HOME
