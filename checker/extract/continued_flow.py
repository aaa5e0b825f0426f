"""The other end of a flow that the next sentence tells: *... left the port. The ships docked at X*, *The buyer was Y*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from checker.extract.activities import derive_activities
from checker.extract.anaphora import party
from checker.extract.scene import Read, Scene
from checker.extract.slots import Slot
from checker.extract.units import Sentence, Unit
from checker.model import Evidence, Party, Statement, Status

_FLOWS = frozenset({"SUPPLY", "MOVE", "ACQUIRE", "REACH", "EQUIP", "SEIZE"})
_PRONOUNS = frozenset({"it", "they", "all", "il", "ils", "elle", "elles", "le tout"})
_DEFINITE = frozenset({"the", "these", "those", "this", "that", "its", "their", "le", "la", "l'", "les", "ces", "cette", "ce", "cet", "leur", "sa"})
_GOODS = ("cargo", "shipment", "consignment", "load", "goods", "container", "crate", "weapon", "arms", "equipment", "boxes", "truck", "lorr", "convoy",
          "ship", "vessel", "tanker", "boat", "dhow", "freighter", "train", "plane", "aircraft", "flight", "coal", "fuel", "ammunition", "shells", "rifles",
          "cargaison", "chargement", "marchandise", "conteneur", "caisse", "arme", "équipement", "materiel", "matériel", "camion", "convoi", "navire",
          "bateau", "pétrolier", "petrolier", "boutre", "avion", "appareil", "vol", "wagon", "charbon", "carburant", "munition", "obus", "fusils",
          "marchandises")  # fmt: skip
_ARRIVING = ("dock", "berth", "moor", "arriv", "land", "reach", "unload", "discharg", "offload", "deliver", "ended", "wound", "taken",
             "brought", "carried", "shipped", "sent", "went", "sail", "driven", "moved", "transferred", "trucked", "accost", "débarqu", "debarqu", "décharg",
             "decharg", "atteint", "gagn", "livr", "parven", "achemin", "transport", "conduit", "envoy", "expédi", "expedi", "fini", "amarr", "parti",
             "ramen", "amené", "remis", "handed", "pass", "head", "bound", "destin", "rout", "cap")  # fmt: skip
_COMING = ("came", "come", "flown", "arriv", "brought", "sent", "shipped", "sail", "left", "started", "taken", "carried", "deliver", "ven", "vien",
           "provien", "proven", "part", "expédi", "expedi", "envoy", "quitt", "achemin", "livr", "originat")  # fmt: skip
_TAKING = ("buyer", "customer", "recipient", "destination", "purchaser", "client", "acheteur", "acquéreur", "acquereur", "destinataire", "importer",
           "importateur", "end-user", "receiver")  # fmt: skip
_GIVING = ("supplier", "seller", "sender", "exporter", "fournisseur", "vendeur", "expéditeur", "expediteur", "exportateur", "provenance")
_COPULAS = frozenset({"was", "were", "is", "are", "est", "sont", "était", "etait", "étaient", "etaient", "fut", "serait", "seraient"})
_TO = ("to", "in", "a", "for")
_REACHING = ("reach", "atteint", "gagn")
_NEAR = frozenset({"near", "off", "outside", "border", "close", "frontiere", "frontière", "pres", "près", "proche", "large"})
_FOR_ITSELF = ("refuel", "repair", "rest", "bunker", "ravitaill", "répar", "repar")
_CARRIERS = ("truck", "lorr", "convoy", "ship", "vessel", "tanker", "boat", "dhow", "freighter", "train", "plane", "aircraft", "flight", "camion", "convoi",
             "navire", "bateau", "pétrolier", "petrolier", "boutre", "avion", "appareil", "vol", "wagon")  # fmt: skip
_ON_THE_MOVE = frozenset({"MOVE", "REACH"})
_LEAD = 8
_REACH = 14


@dataclass(frozen=True, slots=True)
class Resumed:
    """What a sentence adds to the flow told before it: where the goods came from, and to whom they went."""

    givers: tuple[Party, ...] = ()
    takers: tuple[Party, ...] = ()


def carry_flow_on(
    statements: list[Statement], read: Read, sentence: Sentence, scene: Scene, earlier: int, order: int
) -> list[Statement]:
    """The statements so far, those of the sentence before given the end that this sentence names for their goods.

    ``earlier`` and ``order`` are where the statements of the sentence before and of this one begin. A statement of this
    sentence that told the half of the same flow gives way to the whole one, with this sentence as its evidence.
    """
    told = [at for at in range(earlier, order) if _wants_an_end(statements[at])]
    if not told:
        return statements
    moving = any(_moves_itself(statements[at], scene) for at in told)
    resumed = _resumed(sentence, read.slots, scene, moving)
    if resumed is None:
        return statements
    out = list(statements)
    filled: list[Statement] = []
    for at in told:
        pairs = product(resumed.givers or (None,), resumed.takers or (None,))
        whole = [made for giver, taker in pairs if (made := _filled(statements[at], giver, taker, scene)) is not None]
        if whole:
            out[at] = whole[0]
            filled.extend(whole)
    if not filled:
        return statements
    span = scene.shadow.to_source(sentence.units[0].start, sentence.units[-1].end)
    here = Evidence(scene.text[span.start : span.end], span.start, span.end, scene.block)
    halves = [one for one in out[order:] if not _is_half(one, filled)]
    return [*out[:order], *(replace(one, evidence=here) for one in filled), *halves]


def _wants_an_end(statement: Statement) -> bool:
    return (
        statement.status is not Status.DENIED
        and bool(statement.items)
        and bool(set(statement.notes) & _FLOWS)
        and (statement.giver is None or statement.taker is None)
        and ("SEIZE" in statement.notes or statement.giver is not None or statement.taker is not None)
    )


def _is_half(statement: Statement, filled: Sequence[Statement]) -> bool:
    """True for what tells one end only, of goods of the same kind, where the whole flow is now known."""
    if (statement.giver is None) == (statement.taker is None):
        return False
    return any(set(statement.activities) & set(whole.activities) or statement.items == whole.items for whole in filled)


def _filled(statement: Statement, giver: Party | None, taker: Party | None, scene: Scene) -> Statement | None:
    """The statement with the end it lacked, or None where nothing is added or both ends would be one."""
    giver, taker = statement.giver or giver, statement.taker or taker
    if (giver, taker) == (statement.giver, statement.taker) or (giver and taker and giver.id == taker.id):
        return None
    kind = next(note for note in reversed(statement.notes) if note in _FLOWS)
    lines = _lines(statement, scene)
    activities = derive_activities(kind, "", lines, giver.id if giver else "", taker.id if taker else "", scene.targets, frozenset(statement.facts))
    if not activities:
        return None
    actor = taker if kind == "ACQUIRE" else giver or taker
    return replace(statement, activities=activities, giver=giver, taker=taker, actor=actor)


def _lines(statement: Statement, scene: Scene) -> frozenset[str]:
    named = {item.id for item in statement.items}
    return frozenset(named | {row for row in scene.reference.items if any(scene.reference.is_a(one, row) for one in named)})


def _moves_itself(statement: Statement, scene: Scene) -> bool:
    """True where ships or lorries were told of, or are what was handed over."""
    if set(statement.notes) & _ON_THE_MOVE or _lines(statement, scene) & {"aircraft", "vehicle", "vessel", "combat_aircraft", "combat_vehicle"}:
        return True
    return any(word.strip(".,;:").lower().startswith(_CARRIERS) for word in statement.evidence.exact.split())


def _resumed(sentence: Sentence, slots: Sequence[Slot], scene: Scene, moving: bool) -> Resumed | None:
    """The end that the sentence tells of goods named before; a ship or lorry is one of theirs only if they were ``moving``."""
    units = sentence.units
    start = _after_adverbial(units)
    word = units[start].text if start < len(units) else ""
    head = -1
    if word in _PRONOUNS:
        head = start
    elif word in _DEFINITE:
        head = next((at for at in range(start + 1, min(start + 4, len(units))) if _says(units[at], (*_GOODS, *_TAKING, *_GIVING))), -1)
    if head < 0 or any(_says(unit, _FOR_ITSELF) for unit in units) or (_says(units[head], _CARRIERS) and not moving):
        return None
    if word not in _PRONOUNS and _says(units[head], _TAKING):
        return Resumed(takers=_told_by_copula(units, head, slots, scene))
    if word not in _PRONOUNS and _says(units[head], _GIVING):
        return Resumed(givers=_told_by_copula(units, head, slots, scene))
    givers: tuple[Party, ...] = ()
    takers: tuple[Party, ...] = ()
    for at in range(head + 1, min(head + _LEAD * 2, len(units))):
        if units[at].text in ("not", "n't", "never", "pas", "jamais", "aucun"):
            return None
        if units[at].is_stop or units[at].is_function("rel") or units[at].one("report"):
            break
        if not givers and _says(units[at], _COMING):
            source = _slot(slots, at, ("from", "of"), units)
            givers = _party(source, units, scene) if source is not None and _is_from(units, source) else ()
        if not takers and _says(units[at], _ARRIVING):
            port = _slot(slots, at, (*_TO, "") if _says(units[at], _REACHING) else _TO, units)
            takers = _party(port, units, scene) if port is not None else ()
    return Resumed(givers, takers) if givers or takers else None


def _after_adverbial(units: Sequence[Unit]) -> int:
    """Where the subject stands: behind *Eight days later,*."""
    comma = next((at for at in range(min(7, len(units))) if units[at].text == ","), -1)
    first = units[0].text if units else ""
    if comma > 0 and first not in _PRONOUNS and first not in _DEFINITE:
        return comma + 1
    return 0


def _told_by_copula(units: Sequence[Unit], head: int, slots: Sequence[Slot], scene: Scene) -> tuple[Party, ...]:
    copula = next((at for at in range(head + 1, min(head + _LEAD, len(units))) if units[at].text in _COPULAS), -1)
    if copula < 0 or any(unit.text in ("not", "n't", "pas") for unit in units[copula : copula + 3]):
        return ()
    near = [slot for slot in slots if copula < slot.first <= copula + _LEAD and slot.how not in ("body", "media", "company") and slot.case in ("", "in", "a", "of")]
    out: list[Party] = []
    for slot in near:
        if any(unit.one("report") or unit.is_stop for unit in units[copula:slot.first]):
            break
        out.extend(found for found in _party(slot, units, scene) if found.id not in [one.id for one in out])
    return tuple(out)


def _slot(slots: Sequence[Slot], verb: int, cases: Sequence[str], units: Sequence[Unit]) -> Slot | None:
    near = (
        slot
        for slot in slots
        if verb < slot.first <= verb + _REACH
        and slot.case in cases
        and slot.role in ("party", "linked", "origin")
        and slot.how not in ("body", "media", "company")
        and not any(unit.one("report") or unit.is_stop or unit.is_function("rel") for unit in units[verb + 1 : slot.first])
    )
    found = next(near, None)
    if found is None or any(unit.text in _NEAR for unit in units[max(verb, found.first - 4) : found.first]):
        return None
    if any(unit.text.startswith(("border", "fronti")) for unit in units[found.last + 1 : found.last + 3]):
        return None
    return found


def _is_from(units: Sequence[Unit], slot: Slot) -> bool:
    before = units[slot.first - 1].text if slot.first else ""
    return slot.case == "from" or before in ("de", "du", "d'", "des", "depuis")


def _party(slot: Slot, units: Sequence[Unit], scene: Scene) -> tuple[Party, ...]:
    found = party(slot.actor, units[slot.index].written, "context", slot.organ, scene.reference.actors)
    return (found,) if found is not None else ()


def _says(unit: Unit, stems: Sequence[str]) -> bool:
    return any(word.startswith(tuple(stems)) for word in unit.text.split())
