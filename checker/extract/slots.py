"""The names of a sentence, each with the case in which it stands and what it is attached to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.extract.units import Unit
from checker.lexicon import Sense

MADE = frozenset(
    [
        "fabrication",
        "marque",
        "brand",
        "conception",
        "origine",
        "facture",
        "production",
        "design",
        "origin",
        "make",
        "manufacture",
        "construction",
        "provenance",
    ]
)
_MADE_VERBS = (
    "built", "made", "manufactured", "produced", "assembled", "fabriqu", "construit", "produit", "assemblé", "usiné",
)  # fmt: skip
_MADE_SUFFIX = frozenset(
    ["made", "built", "designed", "manufactured", "produced", "origin", "developed", "style", "type"]
)
_SUPPLIED_SUFFIX = frozenset(["supplied", "provided", "delivered", "furnished", "donated"])
_SPAN = 4
"""How many units may stand between an adjective or possessor and its noun."""


COLLECTIVES = {
    "LBY": "LIBYA_ARMED_GROUPS", "HTI": "HAITI_GANGS", "COD": "DRC_ARMED_GROUPS", "CAF": "CAR_ARMED_GROUPS", "LBN": "LEBANON_MILITIAS",
    "IRQ": "IRAQ_MILITIAS", "SYR": "SYRIA_ARMED_GROUPS", "PSE": "PALESTINIAN_GROUPS", "DARFUR": "DARFUR_ARMED_GROUPS",
    "EAST_DRC": "DRC_ARMED_GROUPS", "DRC_TERRITORY": "DRC_ARMED_GROUPS", "CAR_TERRITORY": "CAR_ARMED_GROUPS",
    "HAITI_TERRITORY": "HAITI_GANGS", "LIBYA": "LIBYA_ARMED_GROUPS", "LEBANON": "LEBANON_MILITIAS",
}  # fmt: skip
"""*rebels in Darfur, a Libyan militia*: the collective id that stands for unnamed groups of a State or place."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A name that may be a party, at ``units[index]``, its noun phrase being ``first`` to ``last``.

    ``case``: empty (bare), ``to``, ``from``, ``a`` (French *à*), ``of``, ``by``, ``with``, ``for``, ``in``, ``on``, ``via``,
    ``against``, ``src``. ``role``: ``party``; ``origin`` (attached to the item at ``host``); ``agent`` (attached to the
    action noun at ``host``); ``made`` (of its make or design only); ``linked`` (nationality of a person, firm or ship).
    """

    index: int
    first: int
    last: int
    case: str
    role: str
    actor: str
    how: str
    organ: str = ""
    host: int = -1
    head_kind: str = ""


def find_slots(units: Sequence[Unit], language: str) -> tuple[Slot, ...]:
    """Every name of the sentence with its case and attachment, in order."""
    raw: list[Slot] = []
    for index, unit in enumerate(units):
        sense = unit.actor
        if sense is None or not (sense.value or sense.kind == "media"):
            continue
        raw.append(_slot(units, index, sense, language))
    raw = [_state_run(units, _collective(units, slot)) for slot in raw]
    raw = [slot for i, slot in enumerate(raw) if not (i and _repeats_group(raw[i - 1], slot))]
    raw.extend(_placed_groups(units, raw))
    raw.sort(key=lambda slot: slot.first)
    return tuple(_coordinated(units, raw))


def _state_run(units: Sequence[Unit], slot: Slot) -> Slot:
    """A firm of a State-run economy, or one the text calls a State firm, stands for its State."""
    if slot.role != "linked" or slot.head_kind != "firm":
        return slot
    around = {unit.text for unit in units[max(0, slot.first - 2) : min(len(units), slot.last + 4)]}
    if slot.actor == "PRK" or around & {
        "state",
        "public",
        "publique",
        "etat",
        "state-owned",
        "national",
        "nationale",
    }:
        return replace(slot, role="party", organ=units[slot.host].text if slot.host >= 0 else "")
    return slot


def _collective(units: Sequence[Unit], slot: Slot) -> Slot:
    """A State's name before or after *militia, rebels, gangs* names its groups, not the State."""
    near = slot.host if slot.host >= 0 else -1
    head = units[near].one("head") if near >= 0 else None
    hired = slot.role == "origin" and slot.case in ("", "of") and "mercenary" in _lines(units[near])
    if head is not None and head.kind == "group" and slot.actor in COLLECTIVES and not hired:
        return replace(slot, actor=COLLECTIVES[slot.actor], how="group", role="party", organ="")
    return slot


def _lines(unit: Unit) -> frozenset[str]:
    return frozenset().union(*(sense.features for sense in unit.all("item")))


def _repeats_group(before: Slot, slot: Slot) -> bool:
    """*M23 rebels in eastern Congo*: the collective name only describes the group named right before it."""
    return before.how == "group" and slot.actor in COLLECTIVES.values() and before.last + 1 == slot.first


def _placed_groups(units: Sequence[Unit], slots: Sequence[Slot]) -> list[Slot]:
    """*rebels in Darfur*, *the gangs of Port-au-Prince*: a group head with a place and no name of its own."""
    found: list[Slot] = []
    for index, unit in enumerate(units):
        head = unit.one("head")
        if (
            head is None
            or head.kind != "group"
            or any(slot.first <= index <= slot.last or slot.host == index for slot in slots)
        ):
            continue
        place = ""
        for at in range(max(0, index - 3), min(index + 6, len(units))):
            named_state = units[at].actor
            if named_state is not None and named_state.kind not in ("name", "capital", "adjective"):
                named_state = None
            sense = units[at].one("place") or named_state
            named = any(slot.how == "group" and index - 2 <= slot.last < index for slot in slots)
            if sense is not None and sense.value in COLLECTIVES and not named:
                place = COLLECTIVES[sense.value]
                break
        if place:
            first = _phrase_start(units, index)
            found.append(Slot(index, first, index, _case_before(units, first), "party", place, "group"))
    return found


def _slot(units: Sequence[Unit], index: int, sense: Sense, language: str) -> Slot:
    how, organ = sense.kind, sense.extra
    if (unit_item := units[index].one("item")) and unit_item.kind == "people":
        return Slot(
            index,
            _phrase_start(units, index),
            index,
            _case_before(units, _phrase_start(units, index)),
            "origin",
            sense.value,
            how,
            "",
            index,
        )
    role, host, first, last, head_kind = "party", -1, index, index, ""
    if sense.kind in ("adjective", "demonym"):
        look = _adjective_en if language == "en" else _adjective_fr
        role, host, first, last, head_kind = look(units, index, sense.kind)
        if role == "party" and head_kind:
            organ = organ or units[host].text
    elif index + 1 < len(units) and units[index + 1].text in ("'s", "'"):
        role, host, last, head_kind = _possessed(units, index)
        if role == "party" and head_kind:
            organ = organ or units[host].text
    elif language == "en" and index + 2 < len(units) and units[index + 1].text == "-":
        role = _suffixed(units[index + 2].text)
        host = _next_item(units, index + 3) if role != "party" else -1
        last = index + 2 if role != "party" else index
    elif language == "en" and sense.kind in ("name", "acronym", "capital", "seat") and role == "party":
        # "the Syria mission", "a Hezbollah official": a bare name before an organ is that organ
        role, host, last, head_kind = _compound(units, index)
    first = _phrase_start(units, first)
    case = _case_before(units, first)
    if role == "party" and case in ("in", "from") and first >= 3 and units[first - 2].text.startswith(_MADE_VERBS):
        # "guns built in X": of its make
        made = next((at for at in range(first - 3, max(first - 7, -1), -1) if units[at].one("item")), -1)
        if made >= 0:
            return Slot(index, first, last, case, "made", sense.value, how, "", made)
    acting = case == "from" and first == 2 and _head_kind(units[0]) == "organ" and units[0].text.endswith("s")
    if role == "party" and acting:
        # "Officers from X taught ...": they act for X
        return Slot(index, 0, last, "", "party", sense.value, how, units[0].text, 0, "organ")
    if role == "party" and case in ("of", "in", "a") and first >= 1:
        owner = _organ_before(units, first - 1)
        if (
            owner >= 0
            and (case != "in" or sense.kind in ("capital", "name", "seat", "acronym"))
            and (case != "a" or units[owner].text in ("ambassadeur", "ambassade", "ambassadrice"))
        ):
            # "the army of X", "the leader of X", "the fighters of X": the whole phrase stands for X
            kind = _head_kind(units[owner])
            start = _phrase_start(units, owner)
            outer, word = _case_before(units, start), units[owner].text
            if kind in ("organ", "site", "craft") or (kind == "group" and sense.kind == "group"):
                return Slot(index, start, last, outer, "party", sense.value, how, word, owner, "organ")
            if case == "of" and kind:
                return Slot(index, start, last, outer, "linked", sense.value, how, word, owner, kind)
    return Slot(index, first, last, case, role, sense.value, how, organ, host, head_kind)


def _head_kind(unit: Unit) -> str:
    head = unit.one("head")
    return head.kind if head is not None else ""


def _suffixed(word: str) -> str:
    if word in _MADE_SUFFIX:
        return "made"
    if word in _SUPPLIED_SUFFIX:
        return "origin"
    return "linked" if word not in ("", "and") and word.isalpha() else "party"


def _adjective_en(units: Sequence[Unit], index: int, kind: str) -> tuple[str, int, int, int, str]:
    if index + 2 < len(units) and units[index + 1].text == "-":
        role = _suffixed(units[index + 2].text)
        if role != "party":
            return role, _next_item(units, index + 3), index, index + 2, ""
    for at in range(index + 1, min(index + 2 + _SPAN, len(units))):
        unit = units[at]
        if (
            unit.is_function("prep", "aux", "coord", "rel", "sub", "modal")
            or unit.text in (",", ".", "'s", "-")
            or unit.is_stop
        ):
            if unit.text == "-" or (unit.text == "," and at + 1 < len(units) and units[at + 1].one("item")):
                continue
            if unit.text in ("made", "built"):
                return "made", _next_item(units, at + 1), index, at, ""
            break
        if unit.text in MADE and at == index + 1:
            return "made", _item_near(units, index), index, at, ""
        item, head = _own_item(unit), unit.one("head")
        if head and head.kind == "craft":
            return "party", at, index, at, "craft"
        if head and head.kind == "ship" and item and "vessel" in item.features:
            return "linked", at, index, at, "ship"
        if item and not (head and at + 1 < len(units) and units[at + 1].one("item")):
            following = units[at + 1] if at + 1 < len(units) else None
            if following is not None and _is_action_noun(following):
                return "agent", at + 1, index, at + 1, ""
            if following is not None and following.one("head") and not following.one("item"):
                continue
            return "origin", at, index, at, ""
        if head and head.kind in ("organ", "site", "craft", "peer"):
            return "party", at, index, _last_head(units, at), "organ"
        if _is_action_noun(unit):
            return "agent", at, index, at, ""
        if head and head.kind in ("firm", "ship", "people", "group"):
            return "linked", at, index, at, head.kind
        if unit.actor is not None:
            # "Russian President Vladimir Putin": the name takes over
            return "party", at, index, at, ""
        if unit.is_verb:
            break
    if kind == "demonym" or units[index].written.endswith("s"):
        return "party", -1, index, index, ""
    return "linked", -1, index, index, ""


def _adjective_fr(units: Sequence[Unit], index: int, kind: str) -> tuple[str, int, int, int, str]:
    if index >= 2 and units[index - 1].text == "-":
        return "linked", -1, index, index, ""
    hops = 0
    at = index - 1
    while at >= 0 and hops < _SPAN + 1:
        unit = units[at]
        hops += 1
        if unit.text in MADE:
            return "made", _item_near(units, at - 1), index, index, ""
        if unit.is_function("epithet") and unit.actor is None:
            # "son voisin nord-coréen": the epithet and its nationality are one name
            return "party", -1, at, index, ""
        item, head = _own_item(unit), unit.one("head")
        if head and head.kind == "craft":
            return "party", at, at, index, "craft"
        if head and head.kind == "ship" and item and "vessel" in item.features:
            return "linked", at, at, index, "ship"
        if _is_action_noun(unit) and not item:
            return "agent", at, at, index, ""
        if item and not (head and head.kind in ("organ", "site")):
            # "livraisons d'obus nord-coréens": origin of the item
            return "origin", at, at, index, ""
        if head and head.kind in ("organ", "site", "craft", "peer"):
            return "party", at, at, index, "organ"
        if head and head.kind in ("firm", "ship", "people", "group"):
            return "linked", at, at, index, head.kind
        if unit.is_function("prep") and unit.value("prep") == "of" and at >= 1:
            at -= 1
            continue
        if unit.is_function("det") or (not unit.senses and unit.text.isalpha()):
            at -= 1
            continue
        if unit.actor is not None and unit.actor.kind not in ("adjective", "demonym"):
            break
        break
    if kind == "demonym" or units[index].capital:
        return "party", -1, index, index, ""
    return "linked", -1, index, index, ""


def _possessed(units: Sequence[Unit], index: int) -> tuple[str, int, int, str]:
    """What ``X's`` owns: an organ (the party itself), an item (origin), an action noun (agent)."""
    owner, last = units[index].actor, index + 1
    for at in range(index + 2, min(index + 3 + _SPAN, len(units))):
        unit = units[at]
        item, head = _own_item(unit), unit.one("head")
        if item and "aircraft" in item.features and at + 1 < len(units) and units[at + 1].is_verb:
            return "party", at, at, "craft"
        if item:
            if at + 1 < len(units) and _is_action_noun(units[at + 1]):
                return "agent", at + 1, at + 1, ""
            if not (head and at + 1 < len(units) and units[at + 1].one("head")):
                return "origin", at, at, ""
        if head and head.kind in ("organ", "site", "craft"):
            return "party", at, _last_head(units, at), "organ"
        if _is_action_noun(unit):
            if at + 1 < len(units) and units[at + 1].text in _SECTORS:
                break
            return "agent", at, at, ""
        if head and head.kind == "group" and owner is not None and owner.kind in ("leader", "group"):
            return "party", at, at, "group"
        if head and head.kind in ("firm", "ship", "people", "group"):
            return "linked", at, at, head.kind
        if unit.is_function("prep", "aux", "coord", "rel", "sub", "modal") or unit.text in (",", ".") or unit.is_stop:
            break
        if unit.actor is not None:
            break
    return "party", -1, last, ""


_SECTORS = frozenset(
    [
        "sector",
        "sectors",
        "industry",
        "site",
        "sites",
        "project",
        "projects",
        "company",
        "companies",
        "firms",
        "plant",
        "plants",
    ]
)


def _compound(units: Sequence[Unit], index: int) -> tuple[str, int, int, str]:
    if index + 1 >= len(units):
        return "party", -1, index, ""
    following = units[index + 1]
    head = following.one("head")
    if following.one("item") and not following.is_verb and not head:
        after = units[index + 2] if index + 2 < len(units) else None
        if after is not None and _is_action_noun(after):
            return "agent", index + 2, index + 2, ""
        return "party", -1, index, ""
    if _is_action_noun(following) and not following.is_verb:
        return "agent", index + 1, index + 1, ""
    if head and head.kind in ("organ", "site") and not following.is_verb:
        return "party", index + 1, _last_head(units, index + 1), "organ"
    return "party", -1, index, ""


def _last_head(units: Sequence[Unit], at: int) -> int:
    while at + 1 < len(units) and units[at + 1].one("head") and not units[at + 1].is_verb:
        at += 1
    return at


def _own_item(unit: Unit) -> Sense | None:
    """The thing a unit is, unless it is rather an office or a site that shares the word."""
    item, head = unit.one("item"), unit.one("head")
    return None if item and head and head.kind in ("organ", "site") and item.kind == "ambiguous" else item


def _is_action_noun(unit: Unit) -> bool:
    return any("n" in sense.features for sense in unit.all("trigger"))


def _next_item(units: Sequence[Unit], at: int) -> int:
    for index in range(at, min(at + 4, len(units))):
        if units[index].one("item"):
            return index
    return -1


def _item_near(units: Sequence[Unit], at: int) -> int:
    for index in range(at, max(at - 5, -1), -1):
        if 0 <= index < len(units) and units[index].one("item"):
            return index
    return -1


def _phrase_start(units: Sequence[Unit], index: int) -> int:
    """The first unit of the noun phrase that ends in ``index``: its determiner, adjectives, numbers."""
    at = index
    for _ in range(_SPAN):
        if at == 0:
            break
        before = units[at - 1]
        if before.is_function("prep") and not before.is_function("det"):
            break
        if before.is_function("prep") and before.text in ("des", "du", "au", "aux", "de", "d'"):
            break
        if before.is_function("det") or (before.actor is not None and before.actor.kind == "adjective"):
            at -= 1
            continue
        if before.one("item") and not before.is_verb and at >= 2 and _before_name(units, at - 1):
            at -= 1
            continue
        plain = (
            not before.senses
            and before.text.isalpha()
            and (not before.capital or (at >= 2 and units[at - 2].is_function("det")))
        )
        if (
            plain
            and at >= 2
            and (units[at - 2].is_function("det", "prep", "to") or units[at - 2].one("item") or units[at - 2].actor)
        ):
            at -= 1
            continue
        if before.one("head") and not before.is_verb and at - 1 > 0 and before.actor is None:
            at -= 1
            continue
        break
    return at


def _before_name(units: Sequence[Unit], at: int) -> bool:
    """*the Russian mercenary group Wagner*: a word for people or ships that only describes the name after it."""
    lead = units[at - 1]
    if not _lines(units[at]) & {"person", "mercenary", "joint_venture", "vessel"}:
        return False
    return lead.is_function("det") or (lead.actor is not None and lead.actor.kind == "adjective")


def _case_before(units: Sequence[Unit], first: int) -> str:
    if first == 0:
        return ""
    before = units[first - 1]
    if before.text in ('"', "'") and first >= 2:
        before = units[first - 2]
    if before.text == "des" and _is_article(units, first - 1):
        return ""
    if before.is_function("prep"):
        value = before.value("prep")
        if (
            before.text == "a"
            and before.written.lower() != "à"
            and before.is_function("aux")
            and before.written.lower() == "a"
        ):
            return "a" if first >= 1 else ""
        return value
    if before.text == "to":
        return "to"
    return ""


def _is_article(units: Sequence[Unit], at: int) -> bool:
    """French *des* after a verb, a mark or nothing is an article; after a noun it is *de + les*."""
    if at == 0:
        return True
    before = units[at - 1]
    return (
        before.text in (",", '"', ":", ";")
        or before.is_function("coord", "sub", "aux", "neg")
        or (before.is_verb and not before.one("item") and not any("n" in sense.features for sense in before.senses))
    )


def _organ_before(units: Sequence[Unit], preposition: int) -> int:
    """The index of the head noun right before a preposition, or -1 (*the army | of*)."""
    at = preposition - 1
    if at < 0:
        return -1
    unit = units[at]
    return at if unit.one("head") and unit.actor is None and not _is_action_noun(unit) else -1


def _coordinated(units: Sequence[Unit], slots: list[Slot]) -> list[Slot]:
    """A name after *and* or a comma takes the case of the name before it when nothing else stands between."""
    out: list[Slot] = []
    for slot in slots:
        if out and slot.case == "" and slot.role == "party" and slot.first >= 1:
            before = out[-1]
            between = units[before.last + 1 : slot.first]
            joined = between and all(unit.is_function("coord", "det") or unit.text == "," for unit in between)
            if joined and before.case not in ("", "src") and any(unit.is_function("coord") for unit in between):
                slot = replace(slot, case=before.case)
        out.append(slot)
    return out
