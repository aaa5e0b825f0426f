"""The names of a sentence, each with the case in which it stands and what it is attached to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.arguments import POSSESSIVES
from checker.extract.collectives import collective, placed_groups, repeats_group
from checker.extract.nationality_adjectives import FLAGGED, adjective_en, adjective_fr, suffixed_role
from checker.extract.noun_phrases import case_before, head_kind_of, next_item, organ_before, phrase_start
from checker.extract.possessors import compounded, possessed
from checker.extract.slots import Slot, coordinated, state_run
from checker.extract.units import Unit
from checker.lexicon import Sense

_OWNED = ("belong", "apparten", "appartien")


def find_slots(units: Sequence[Unit], language: str) -> tuple[Slot, ...]:
    """Every name of the sentence with its case and attachment, in order."""
    raw: list[Slot] = []
    for index, unit in enumerate(units):
        sense = unit.actor
        if sense is None or not (sense.value or sense.kind == "media"):
            continue
        raw.append(_slot(units, index, sense, language))
    raw = [state_run(units, collective(units, slot)) for slot in raw]
    raw = [slot for i, slot in enumerate(raw) if not (i and repeats_group(raw[i - 1], slot))]
    raw.extend(placed_groups(units, raw))
    raw.sort(key=lambda slot: slot.first)
    raw = [slot for slot in raw if not _is_contrasted(units, slot)]
    raw = [replace(slot, case="via") if i and _widens_a_stop(raw[i - 1], slot, units) else slot for i, slot in enumerate(raw)]
    return tuple(coordinated(units, raw))


_HACKERS = ("hacker", "pirate", "cyber")
_TIED = ("linked", "tied", "affiliated", "lie", "affilie", "rattache")


def _are_troops(unit: Unit) -> bool:
    """True for *soldiers in X*: where they are, and not whose."""
    return any("soldier" in sense.features for sense in unit.all("item"))


def _hackers_of(units: Sequence[Unit], first: int) -> int:
    """The index of the hackers of *hackers linked to X*, *des pirates informatiques liés à X*, or -1."""
    if first < 3 or not units[first - 2].text.startswith(_TIED):
        return -1
    return next((at for at in (first - 3, first - 4) if at >= 0 and units[at].text.startswith(_HACKERS)), -1)


_PREMISES = frozenset({"office", "offices", "branch", "warehouse", "flat", "apartment", "house", "villa", "bureau", "bureaux", "succursale", "entrepôt", "entrepot", "appartement"})
_QUARTERS = frozenset({"est", "ouest", "nord", "sud", "east", "west", "north", "south", "centre", "center", "nord-est", "sud-est", "nord-ouest", "sud-ouest"})


def _is_a_band(unit: Unit) -> bool:
    """True for the noun of *the rebels of X*, *la bande des X*, *un homme de X*: whoever it is, X's."""
    head = unit.one("head")
    return unit.is_function("epithet") or (head is not None and head.kind == "group") or unit.text.split()[-1] in _FIGHTERS


_FIGHTERS = frozenset({"homme", "hommes", "membre", "membres", "combattant", "combattants", "milicien", "miliciens", "member", "members", "fighter", "fighters"})


def _moves(unit: Unit) -> bool:
    """True for a verb, and no noun, by which goods are moved."""
    moved = [sense for sense in unit.all("trigger") if sense.kind in ("SUPPLY", "MOVE", "REACH", "ACQUIRE", "MERC")]
    return bool(moved) and all("v" in sense.features for sense in moved) and not (unit.one("item") or unit.one("head"))


def _widens_a_stop(before: Slot, slot: Slot, units: Sequence[Unit]) -> bool:
    """True for the Y of *through the town of X in Y*: the State of a place of transit."""
    near = slot.first - before.last <= 3 and not any(unit.is_function("coord") for unit in units[before.last + 1 : slot.first])
    return before.case == "via" and slot.case in ("in", "of", "a") and near and before.how in ("port", "capital", "place")


def _is_contrasted(units: Sequence[Unit], slot: Slot) -> bool:
    """True for the Y of *bought from X, not from Y*, *à X et non à Y*: named only to say that it was somebody else."""
    at = slot.first - 1
    if at >= 1 and slot.case and units[at].is_function("prep", "to"):
        at -= 1
    return (
        at >= 1
        and units[at].text in ("not", "non", "pas")
        and (units[at - 1].text == "," or units[at - 1].is_function("coord"))
    )


_MADE_VERBS = (
    "built", "made", "manufactured", "produced", "assembled", "fabriqu", "construit", "produit", "assemblé", "usiné",
)  # fmt: skip


_SEATED = ("based", "registered", "run", "located", "headquartered", "incorporated", "install", "bas", "établi", "etabli", "enregistr",
           "domicili", "sis")  # fmt: skip


def _slot(units: Sequence[Unit], index: int, sense: Sense, language: str) -> Slot:
    how, organ = sense.kind, sense.extra
    if (unit_item := units[index].one("item")) and unit_item.kind == "people":
        return Slot(
            index,
            phrase_start(units, index),
            index,
            case_before(units, phrase_start(units, index)),
            "origin",
            sense.value,
            how,
            "",
            index,
        )
    if sense.kind == "ship":
        start = phrase_start(units, index)
        return Slot(index, start, index, case_before(units, start), "linked", sense.value, how, "", index, "ship")
    role, host, first, last, head_kind = "party", -1, index, index, ""
    if sense.kind in ("adjective", "demonym"):
        look = adjective_en if language == "en" else adjective_fr
        role, host, first, last, head_kind = look(units, index, sense.kind)
        if role == "party" and head_kind:
            organ = organ or units[host].text
    elif index + 1 < len(units) and units[index + 1].text in ("'s", "'"):
        role, host, last, head_kind = possessed(units, index)
        if role == "party" and head_kind:
            organ = organ or units[host].text
    elif language == "en" and index + 2 < len(units) and units[index + 1].text == "-":
        role = suffixed_role(units[index + 2].text)
        if role == "linked" and units[index + 2].text in FLAGGED:
            head_kind = "ship"
        host = next_item(units, index + 3) if role != "party" else -1
        last = index + 2 if role != "party" else index
    elif language == "en" and sense.kind in ("name", "acronym", "capital", "seat", "port") and role == "party":
        # "the Syria mission", "a Hezbollah official": a bare name before an organ is that organ
        role, host, last, head_kind = compounded(units, index)
    first = phrase_start(units, first)
    case = case_before(units, first)
    if case in ("to", "a") and first >= 2 and units[first - 2].text.startswith(_OWNED):
        # "arms belonging to X": X's, and on the way to nobody
        case = "of"
    if role == "party" and case == "in" and sense.kind in ("capital", "name") and first >= 2 and units[first - 2].value("epithet") == "regime":
        # "the regime in X"
        first = phrase_start(units, first - 2)
        case = case_before(units, first)
    if role == "party" and case == "of" and sense.kind in ("group", "leader") and first >= 2 and _is_a_band(units[first - 2]):
        # "the rebels of the M23", "les combattants du M23": the group itself
        first = phrase_start(units, first - 2)
        case = case_before(units, first)
    if role == "party" and case == "of" and first >= 3 and units[first - 2].text in _QUARTERS and case_before(units, phrase_start(units, first - 2)):
        # "dans l'est de la X", "to the north of X"
        case = case_before(units, phrase_start(units, first - 2))
    if language == "fr" and role == "party" and case == "of" and first >= 2 and _moves(units[first - 2]):
        # "convoyés de X jusqu'en Y"
        case = "from"
    if role == "party" and case in ("to", "a") and (crew := _hackers_of(units, first)) >= 0:
        start = phrase_start(units, crew)
        return Slot(index, start, last, case_before(units, start), "party", sense.value, how, units[crew].text, crew, "organ")
    if role == "party" and case in ("in", "from") and first >= 3 and units[first - 2].text.split()[0].startswith(_MADE_VERBS) and " way" not in units[first - 2].text:
        # "guns built in X": of its make
        made = next((at for at in range(first - 3, max(first - 7, -1), -1) if units[at].one("item")), -1)
        if made >= 0:
            return Slot(index, first, last, case, "made", sense.value, how, "", made)
    if role == "party" and case in ("in", "a", "from") and first >= 3 and units[first - 2].text.startswith(_SEATED):
        # "a broker based in X", "une société installée à X", "a front company run from X": where a firm sits
        seat = next(
            (at for at in range(first - 3, max(first - 7, -1), -1) if head_kind_of(units[at]) in ("firm", "people")),
            -1,
        )
        if seat >= 0:
            return Slot(index, first, last, case, "linked", sense.value, how, "", seat, "firm")
    if role == "party" and case in ("in", "of", "a") and first >= 2 and units[first - 2].text in _PREMISES:
        # "from an office in X", "depuis un bureau de X": where somebody sits
        return Slot(index, first, last, case, "linked", sense.value, how, "", first - 2)
    if role == "party" and case in ("from", "in") and first >= 2 and sense.kind not in ("group", "leader"):
        owner = organ_before(units, first - 1)
        subject = owner >= 0 and (case == "from" or case_before(units, phrase_start(units, owner)) == "")
        if subject and head_kind_of(units[owner]) in ("firm", "people"):
            # "smugglers from X", "an insurer in X": of that State, and not the State
            start = phrase_start(units, owner)
            return Slot(
                index, start, last, case_before(units, start), "linked", sense.value, how, units[owner].text, owner,
                head_kind_of(units[owner]),
            )  # fmt: skip
    acting = case == "from" and first == 2 and head_kind_of(units[0]) == "organ" and units[0].text.endswith("s")
    if role == "party" and acting:
        # "Officers from X taught ...": they act for X
        return Slot(index, 0, last, "", "party", sense.value, how, units[0].text, 0, "organ")
    if role == "party" and case in ("of", "in", "a") and first >= 1:
        owner = organ_before(units, first - 1)
        if (
            owner >= 0
            and (case != "in" or sense.kind in ("capital", "name", "seat", "acronym"))
            and (case != "a" or units[owner].text in ("ambassadeur", "ambassade", "ambassadrice"))
            and not (case == "in" and _are_troops(units[owner]))
            and not (
                units[owner].text.startswith(("embass", "ambass")) and owner and units[owner - 1].text in POSSESSIVES
            )
        ):
            # "the army of X", "the leader of X", "the fighters of X": the whole phrase stands for X
            kind = head_kind_of(units[owner])
            start = phrase_start(units, owner)
            outer, word = case_before(units, start), units[owner].text
            if kind in ("organ", "site", "craft") or (kind == "group" and sense.kind in ("group", "leader")):
                return Slot(index, start, last, outer, "party", sense.value, how, word, owner, "organ")
            if case == "of" and kind:
                return Slot(index, start, last, outer, "linked", sense.value, how, word, owner, kind)
    return Slot(index, first, last, case, role, sense.value, how, organ, host, head_kind)
