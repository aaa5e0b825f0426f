"""The arguments around a trigger, before any frame says what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subjects import NO_SUBJECT, Subject, find_subject
from checker.extract.units import Sentence, Unit
from checker.extract.verbs import VerbGroup, article_before, verb_features, verb_group

_POSSESSIVES = frozenset(["its", "their", "his", "her", "son", "sa", "ses", "leur", "leurs", "our", "nos", "notre"])
_OBJECT_PRONOUNS = frozenset(["it", "them", "some", "those", "these", "les", "la", "le", "l'", "en", "the"])
_SEA = frozenset(
    ["sea", "mer", "high-seas", "large", "alongside", "bord", "couple", "ship-to-ship", "transponder", "transpondeur"]
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """Names and things around a trigger: ``agents`` do it, ``object_slots`` undergo it, ``receivers`` get it.

    ``items`` are unit indexes, ``item_ids`` their rows; ``extent`` is the first and last unit used.
    """

    group: VerbGroup | None
    subject: Subject
    agents: tuple[Slot, ...]
    object_slots: tuple[Slot, ...]
    receivers: tuple[Slot, ...]
    cases: tuple[Slot, ...]
    items: tuple[int, ...]
    item_ids: tuple[str, ...]
    lines: frozenset[str]
    origin: Slot | None
    made: Slot | None
    pronoun: str
    extent: tuple[int, int]
    reflexive: bool = False
    wants_item: bool = False
    at_sea: bool = False
    of_after_item: bool = False
    at_place: tuple[Slot, ...] = ()
    apposed: tuple[Slot, ...] = ()
    homewards: bool = False
    allowers: tuple[Slot, ...] = ()
    possessive: str = ""
    indirect: str = ""
    bound_for: tuple[Slot, ...] = ()
    ship_subject: bool = False
    origins: tuple[Slot, ...] = ()
    subject_origin: tuple[Slot, ...] = ()

    def cased(self, *cases: str) -> tuple[Slot, ...]:
        """The names that stand in one of these cases."""
        return tuple(slot for slot in self.cases if slot.case in cases and slot.role == "party")

    def ships(self, *cases: str) -> tuple[Slot, ...]:
        """The nationalities of ships that stand in one of these cases."""
        return tuple(slot for slot in self.cases if slot.case in cases and slot.head_kind == "ship")

    def about(self, *ancestors: str) -> bool:
        """True when one of its things is, or lies below, one of these rows of the item table."""
        return bool(self.lines & set(ancestors))

    @property
    def has_taker(self) -> bool:
        """True when somebody receives."""
        return bool(self.receivers or self.cased("to", "for")) or any(
            slot.case == "a" and slot.role == "party" for slot in self.cases
        )

    @property
    def group_slots(self) -> tuple[Slot, ...]:
        """The names that are armed groups."""
        return tuple(slot for slot in (*self.object_slots, *self.receivers, *self.cases) if slot.how == "group")


def gather_verb(sentence: Sentence, index: int, slots: Sequence[Slot], grammar: Grammar) -> Arguments:
    """The arguments of the verb at ``index``, by voice and mood."""
    units = sentence.units
    group = verb_group(units, index, grammar)
    features = verb_features(units[index])
    right_end = _right_end(units, index, grammar)
    right = [slot for slot in slots if index < slot.index <= right_end]
    right_items = [
        at
        for at in range(index + 1, right_end + 1)
        if units[at].one("item") and not _under_abstract(units, index, at) and not _for_another_end(units, index, at)
    ]
    right_items = [
        at for at in right_items if not any(slot.first <= at <= slot.last and slot.role == "party" for slot in slots)
    ]
    direct = [at for at in right_items if not _within_a_place(units, index, at)]
    mood = group.mood
    if mood == "finite?":
        mood = _finite_or_participle(units, index, right, group)
    participle = mood == "participle" and not group.passive
    passive = group.passive or participle
    bare = participle and group.start == index
    subject = _antecedent_of_participle(units, index, slots) if bare else find_subject(units, group, slots, grammar)
    if direct or subject.item >= 0:
        right_items = direct
    if not subject.known and group.mood in ("infinitive", "gerund"):
        subject = _fronted(units, group, slots)
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
        and _same_clause(units, slot.last, group.start, grammar)
    )
    items: list[int] = []
    agents: tuple[Slot, ...] = ()
    patients: tuple[Slot, ...] = ()
    receivers: tuple[Slot, ...] = ()
    pronoun = ""
    if passive:
        agents = tuple(slot for slot in by if slot.role == "party")
        if subject.slots:
            receivers = subject.slots
        if subject.item >= 0:
            items.append(subject.item)
        elif bare or not subject.known:
            items.extend(at for at in range(max(0, group.start - 6), group.start) if units[at].one("item"))
        items.extend(right_items)
    else:
        if group.receptive:
            receivers = subject.slots
            agents = tuple(slot for slot in by if slot.role == "party")
        else:
            agents = subject.slots
        pronoun = subject.pronoun or _definite_organ(units, subject)
        objects = [
            slot
            for slot in right
            if slot.case == "" and slot.role == "party" and _object_position(units, index, slot, right_items)
        ]
        patients = tuple(objects[:3])
        items.extend(right_items)
        if subject.item >= 0 and not right_items:
            items.append(subject.item)
        if not right_items and subject.through == "" and _object_relative(units, group.start, agents):
            items.extend(at for at in range(max(0, group.start - 18), group.start) if units[at].one("item"))
    items = _without_carriers(units, items)
    toiling = any(sense.kind == "LABOUR" for sense in units[index].all("trigger"))
    they = (
        toiling and not items and any(unit.text in ("eux", "elles", "they", "them", "ils") for unit in units[:index])
    )
    if not items and any(sense.kind in ("LABOUR", "HOST") for sense in units[index].all("trigger")):
        items = [at for at in range(index) if any("worker" in sense.features for sense in units[at].all("item"))]
    origins = [slot for slot in slots if slot.role in ("origin", "made") and slot.host in items]
    origin = next((slot for slot in origins if slot.role == "origin"), None)
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
        if (slot.role == "party" or slot.head_kind == "ship") and slot.case not in ("", "by", "src")
    )
    wants = (
        bool(set(group.clitics) & {"les", "la", "le", "l'", "en"})
        or (index + 1 < len(units) and units[index + 1].text in ("it", "them", "some", "those"))
        or any(unit.text in ("them", "eux", "elles") for unit in units[index + 2 : index + 5])
    )
    return Arguments(
        group=group, subject=subject, agents=agents, object_slots=patients, receivers=receivers, cases=linked + tuple(slot for slot in left_cases if slot not in subject.slots),
        items=tuple(dict.fromkeys(items)), item_ids=_ids(units, items), lines=_lines(units, items), origin=origin, made=made,
        pronoun=pronoun, extent=(min(used), max(used)), reflexive=group.reflexive, wants_item=wants or they,
        at_sea=_at_sea(units), of_after_item=bool(right_items), at_place=tuple(s for s in linked if s.case == "in"),
        origins=tuple(slot for slot in origins if slot.role == "origin"),
        subject_origin=tuple(slot for slot in slots if slot.role == "origin" and subject.item >= 0 and slot.host == subject.item),
        indirect=_indirect(units, index),
        bound_for=tuple(slot for slot in slots if slot.index > index and slot.case == "to" and slot.role == "party"),
        possessive=next((unit.text for unit in units[index + 1 : min(right_end + 1, index + 8)] if unit.text in _POSSESSIVES), ""),
        allowers=_allowers(units, group, slots, grammar),
        homewards=any(unit.text in ("home", "back") for unit in units[index + 1 : right_end + 2]),
        ship_subject=_is_ship(units, subject),
    ) if "v" in features else _nothing(group)  # fmt: skip


_DEFINITE = frozenset(
    [
        *_POSSESSIVES,
        "the",
        "these",
        "those",
        "this",
        "that",
        "such",
        "le",
        "la",
        "les",
        "l'",
        "ces",
        "cette",
        "cet",
        "ce",
        "telle",
        "telles",
        "tels",
        "its",
        "their",
        "ses",
        "leurs",
    ]
)


def gather_noun(sentence: Sentence, index: int, slots: Sequence[Slot], grammar: Grammar) -> Arguments:
    """The arguments of the action noun at ``index``: who stands before it, what *of, to, from, by* bring after it."""
    units = sentence.units
    right_end = _right_end(units, index, grammar, noun=True)
    right = [slot for slot in slots if index < slot.index <= right_end]
    own = tuple(slot for slot in slots if slot.role == "agent" and slot.host == index)
    items = [
        at for at in range(max(0, index - 4), index) if units[at].one("item") and _compound(units, at, index, grammar)
    ]
    right_items = [at for at in range(index + 1, right_end + 1) if units[at].one("item")]
    items.extend(right_items)
    if not items and any(sense.kind == "LABOUR" for sense in units[index].all("trigger")):
        items = [at for at in range(index) if any("worker" in sense.features for sense in units[at].all("item"))]
    by = tuple(slot for slot in right if slot.case == "by" and slot.role == "party")
    agents = own or by
    pronoun = ""
    if not agents:
        before = next(
            (units[at].text for at in range(index - 1, max(index - 4, -1), -1) if units[at].text in _POSSESSIVES), ""
        )
        pronoun = before
    if not agents and not pronoun:
        agents = _subject_above(units, index, slots, grammar)
    items = _without_carriers(units, items)
    origins = [slot for slot in slots if slot.role in ("origin", "made") and slot.host in items]
    origin = next((slot for slot in origins if slot.role == "origin"), None)
    made = next((slot for slot in origins if slot.role == "made"), None)
    cases = tuple(slot for slot in right if slot.role == "party" and slot.case not in ("", "by", "src"))
    used = [
        index,
        *items,
        *(slot.first for slot in (*own, *agents)),
        *(slot.last for slot in (*own, *right)),
        *(s.first for s in right),
    ]
    of_after_item = any(slot.case == "of" and any(at < slot.first for at in right_items) for slot in cases)
    return Arguments(
        group=None, subject=NO_SUBJECT, agents=agents, object_slots=(), receivers=(), cases=cases, items=tuple(dict.fromkeys(items)),
        item_ids=_ids(units, items), lines=_lines(units, items), origin=origin, made=made, pronoun=pronoun,
        extent=(min(used), max(used)), wants_item=bool(cases or own) and any(unit.text in _DEFINITE for unit in units[max(0, index - 2) : index]),
        at_sea=_at_sea(units), of_after_item=of_after_item,
        at_place=tuple(s for s in cases if s.case == "in"), apposed=_apposed(units, index, own, slots),
    )  # fmt: skip


def _apposed(units: Sequence[Unit], index: int, own: Sequence[Slot], slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The bare name before *, the main supplier of*: the nearest one to the left that is not the noun's own possessor."""
    found = [
        slot for slot in slots if slot.last < index and slot.role == "party" and slot.case == "" and slot not in own
    ]
    if not found:
        return ()
    after = units[found[-1].last + 1] if found[-1].last + 1 < index else None
    linked = after is not None and (after.text == "," or after.is_function("aux") or after.is_function("coord"))
    return (found[-1],) if linked else ()


def _nothing(group: VerbGroup) -> Arguments:
    return Arguments(group, NO_SUBJECT, (), (), (), (), (), (), frozenset(), None, None, "", (group.head, group.head))


def _right_end(units: Sequence[Unit], index: int, grammar: Grammar, noun: bool = False) -> int:
    """The last unit that can still belong to the trigger's complement."""
    last = index
    commas = 0
    for at in range(index + 1, min(index + 45, len(units))):
        unit = units[at]
        if unit.is_stop or unit.text in (".", "!", "?"):
            break
        if unit.is_function("rel", "subif"):
            break
        if unit.is_function("sub") and not unit.is_function("prep", "det", "coord"):
            if unit.text in ("de", "that") and not noun:
                pass
            break
        if unit.text == ",":
            commas += 1
            if _clause_follows(units, at + 1, grammar):
                break
        if unit.text == "to" and _unknown_infinitive(units, at):
            break
        if unit.is_verb and not unit.one("item") and _verb_here(units, at, grammar):
            features = verb_features(unit)
            group = verb_group(units, at, grammar)
            if group.mood in ("finite",) or (group.mood == "finite?" and _has_own_subject(units, group.start)):
                last = min(last, group.start - 1)
                # the subject of that verb is not ours
                return _before_subject(units, index, group.start)
            if group.mood == "infinitive":
                break
            if group.mood == "gerund" and unit.all("trigger") and not features & {"fin"}:
                break
        if unit.is_function("coord") and _clause_follows(units, at + 1, grammar):
            break
        last = at
    return last


def _unknown_infinitive(units: Sequence[Unit], at: int) -> bool:
    """*to help improve ...*: *to* with a word that is no name, thing or determiner, and no name right after it."""
    if at + 2 >= len(units):
        return False
    word, after = units[at + 1], units[at + 2]
    plain = not word.senses and word.text.isalpha() and not word.capital
    return plain and after.actor is None and not after.one("head")


def _verb_here(units: Sequence[Unit], at: int, grammar: Grammar) -> bool:
    unit = units[at]
    before = units[at - 1]
    if any("n" in sense.features for sense in unit.senses) or unit.one("head"):
        if before.is_function("det", "prep") and not before.is_function("clitic", "pron"):
            return False
        return before.is_function("aux", "modal", "pron", "to") or before.text == "to" or before.actor is not None
    return not (article_before(units, at) and "ger" not in verb_features(unit))


def _has_own_subject(units: Sequence[Unit], start: int) -> bool:
    before = units[start - 1] if start else None
    return before is not None and (before.actor is not None or before.is_function("pron"))


def _before_subject(units: Sequence[Unit], index: int, verb_start: int) -> int:
    """Cuts the subject of the next finite verb off our complement."""
    for at in range(verb_start - 1, index, -1):
        if units[at].text == "," or units[at].is_function("coord", "rel", "sub"):
            return at - 1
    return verb_start - 1


def _clause_follows(units: Sequence[Unit], at: int, grammar: Grammar) -> bool:
    """True when a name, pronoun or verb opens a new clause at ``at``: *, Riga says*; *and B shipped*."""
    if at + 1 < len(units) and units[at].actor is not None and units[at - 1].text == ",":
        word = units[at + 1]
        if not word.senses and word.text.isalpha() and not word.capital:
            return True
    for index in range(at, min(at + 6, len(units))):
        unit = units[index]
        if (
            unit.text in (",", ".")
            or unit.is_stop
            or (unit.is_function("prep") and not unit.is_function("det", "aux"))
        ):
            return False
        if unit.text in ("whose", "dont") or unit.is_function("rel"):
            return False
        if unit.is_function("pron") and not unit.is_function("det", "clitic") and unit.text not in ("them", "it"):
            return True
        if unit.is_function("aux") and unit.written.lower() != "à" and unit.text != "'s":
            return True
        if (
            unit.is_verb
            and not unit.one("item")
            and not (any("n" in s.features for s in unit.senses))
            and "fin" in verb_features(unit)
        ):
            return True
    return False


def _finite_or_participle(units: Sequence[Unit], index: int, right: Sequence[Slot], group: VerbGroup) -> str:
    """English *supplied*: finite after a subject, participle after a thing and before *by*."""
    before = units[group.start - 1] if group.start else None
    after = units[index + 1] if index + 1 < len(units) else None
    by_next = any(slot.case == "by" and slot.first <= index + 4 for slot in right) or (
        after is not None and after.text == "by"
    )
    if by_next:
        return "participle"
    if before is not None and (before.actor is not None or before.is_function("pron", "rel") or before.text == ","):
        return "finite" if not (before.actor is not None and before.actor.kind == "adjective") else "participle"
    if after is not None and (
        after.is_function("det") or after.one("item") or after.actor is not None or after.text.isdigit()
    ):
        return "finite"
    if before is not None and before.one("item"):
        return "participle"
    return "finite"


def _fronted(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot]) -> Subject:
    """*Accusée par X d'avoir livré ..., Y n'a pas démenti*: the subject follows the comma."""
    first = units[0]
    if not (first.is_verb and "pp" in verb_features(first)):
        return NO_SUBJECT
    comma = next((at for at in range(group.head + 1, len(units)) if units[at].text == ","), -1)
    if comma < 0:
        return NO_SUBJECT
    slot = next(
        (one for one in slots if one.first in (comma + 1, comma + 2) and one.case == "" and one.role == "party"), None
    )
    if slot is not None:
        return Subject(slots=(slot,))
    head = next((at for at in range(comma + 1, min(comma + 5, len(units))) if units[at].one("head")), -1)
    return Subject(head=head)


def _antecedent_of_participle(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> Subject:
    at = index - 1
    while at >= 0 and (units[at].text == "," or units[at].text.endswith("ly") or units[at].text.endswith("ment")):
        at -= 1
    for back in range(at, max(at - 7, -1), -1):
        if units[back].one("item"):
            return Subject(item=back)
        if (
            units[back].is_function("prep")
            and not units[back].is_function("det")
            and units[back].value("prep") != "of"
        ) or units[back].is_stop:
            break
        slot = next((one for one in slots if one.last == back and one.role == "party" and one.case == ""), None)
        if slot is not None and back == at:
            return Subject(slots=(slot,))
    return NO_SUBJECT


def _same_clause(units: Sequence[Unit], left: int, right: int, grammar: Grammar) -> bool:
    return not any(
        unit.is_stop
        or unit.is_function("sub", "rel", "subif")
        or (unit.is_verb and not unit.one("item") and not any("n" in s.features for s in unit.senses))
        for unit in units[left + 1 : right]
    )


def _object_position(units: Sequence[Unit], index: int, slot: Slot, items: Sequence[int]) -> bool:
    """A bare name right of a verb is its object unless a comma opens something new before it."""
    between = units[index + 1 : slot.first]
    if [unit.text for unit in between].count(",") == 2 and slot.first >= 1 and units[slot.first - 1].text == ",":
        return True
    return not any(unit.text == "," or unit.is_function("coord") for unit in between) or any(
        unit.actor is not None for unit in between
    )


def _object_relative(units: Sequence[Unit], start: int, agents: Sequence[Slot]) -> bool:
    """*the shells that X sold*, *les obus que X a livrés*: the thing stands before the relative."""
    first = min((slot.first for slot in agents), default=start)
    if first == start and first >= 1 and units[first - 1].is_function("pron"):
        first -= 1
    far = next(
        (at for at in range(first - 1, max(first - 14, 0), -1) if units[at].text in ("that", "which", "que", "qu'")),
        -1,
    )
    if (
        far > 0
        and any(units[back].one("item") for back in range(max(0, far - 5), far))
        and any(unit.one("report") for unit in units[far:first])
    ):
        return True
    for at in range(first - 1, max(first - 3, -1), -1):
        if units[at].text in ("that", "which", "que", "qu'", "dont") and at >= 1:
            return any(units[back].one("item") for back in range(max(0, at - 4), at))
    return first >= 1 and bool(units[first - 1].one("item"))


def _compound(units: Sequence[Unit], item: int, noun: int, grammar: Grammar) -> bool:
    if grammar.code != "en":
        return False
    between = units[item + 1 : noun]
    return all(
        unit.one("item")
        or unit.is_function("coord")
        or unit.one("trigger")
        or unit.text in ("and", ",")
        or (not unit.senses and unit.text.isalpha())
        for unit in between
    ) and not any(unit.is_function("prep", "aux", "modal") for unit in between)


def _subject_above(units: Sequence[Unit], index: int, slots: Sequence[Slot], grammar: Grammar) -> tuple[Slot, ...]:
    """*X stepped up deliveries*: a bare name before an unknown verb does what the noun says."""
    for at in range(index - 1, max(index - 12, -1), -1):
        unit = units[at]
        if unit.is_stop or unit.is_function("sub", "rel", "subif") or unit.text == ",":
            break
        if unit.is_verb and not any("n" in s.features for s in unit.senses) and not unit.one("item"):
            support = unit.one("trigger") or unit.one("report") or unit.one("cue")
            own_deed = any(one.text in ("avoir", "having", "to") for one in units[at + 1 : index])
            if own_deed and unit.one("report"):
                # "a annoncé avoir procédé à l'essai": who says it did it
                return find_subject(units, verb_group(units, at, grammar), slots, grammar).slots
            if support and (
                unit.one("report") or support.kind in ("deny", "allege", "law", "verdict", "demand", "certainty")
            ):
                break
            found = find_subject(units, verb_group(units, at, grammar), slots, grammar)
            return found.slots
        if unit.is_function("prep") and unit.value("prep") not in ("of", "a"):
            break
        slot = next((one for one in slots if one.last == at and one.role == "party" and one.case == ""), None)
        if slot is not None:
            return (slot,)
    return ()


_CARRIERS = frozenset({"vessel", "aircraft", "vehicle"})


def _without_carriers(units: Sequence[Unit], items: Sequence[int]) -> list[int]:
    """The things without the ships, planes and lorries that carry them (*in freighters, à bord d'un cargo*)."""
    carriers = [at for at in items if any(sense.features & _CARRIERS for sense in units[at].all("item"))]
    if len(carriers) == len(set(items)):
        return list(items)
    return [at for at in items if at not in carriers or not _carries(units, at)]


_ABSTRACT = (
    "support", "soutien", "assist", "aide", "fonctionn", "operat", "utilis", "maniement", "product", "fabricat", "develop", "lutte",
    "threat", "menace", "question", "estimat", "quantit", "issue", "detail", "interest", "projet", "accord", "contrôl", "control",
    "debat", "debate", "enqu", "inquiry", "investig", "information", "renseign", "rapport", "report", "programme", "program", "capacit",
    "cliche", "photo", "image", "picture", "footage", "video", "serial", "numero", "piece", "trace", "debris", "wreck", "epave",
)  # fmt: skip


def _within_a_place(units: Sequence[Unit], verb: int, item: int) -> bool:
    """*dans les usines de drones, on weapons sites*: a thing-word that only says where."""
    for at in range(item - 1, max(item - 5, verb), -1):
        unit = units[at]
        if unit.is_function("prep") and unit.value("prep") in ("in", "on") and not unit.is_function("det"):
            return True
        if not (unit.is_function("det") or unit.actor is not None or (unit.text.isalpha() and not unit.senses)):
            return False
    return False


def _for_another_end(units: Sequence[Unit], verb: int, item: int) -> bool:
    """*take in workers for the drone plants*: what stands after *for, against, to* is not the object."""
    for at in range(item - 1, max(item - 5, verb), -1):
        unit = units[at]
        if unit.is_function("prep", "to"):
            value = unit.value("prep") if unit.is_function("prep") else "to"
            return value in ("for", "to", "against")
        if unit.actor is not None and unit.actor.kind not in ("adjective", "demonym"):
            return False
        if not (unit.is_function("det") or unit.one("item") or unit.actor is not None or not unit.senses):
            return False
    return False


def _under_abstract(units: Sequence[Unit], verb: int, item: int) -> bool:
    """*provide technical support for the running of drones*: the drones are not what is given."""
    for at in range(item - 1, verb, -1):
        unit = units[at]
        if unit.one("item") or unit.text == ",":
            return False
        if unit.is_function("prep") and unit.value("prep") in ("of", "for", "a", "on", "in") and at - 1 > verb:
            before = units[at - 1]
            if before.text.startswith(_ABSTRACT) and not before.one("trigger"):
                return True
    return False


def _carries(units: Sequence[Unit], at: int) -> bool:
    if at == 0 or any(unit.text in ("and", "et") for unit in units[max(0, at - 2) : at]):
        return False
    lead = list(units[max(0, at - 4) : at])
    return any(
        unit.is_function("prep") and unit.value("prep") in ("in", "by", "via", "on", "with", "from", "of")
        for unit in lead
    ) or not any(unit.one("item") for unit in units[max(0, at - 3) : at])


def _definite_organ(units: Sequence[Unit], subject: Subject) -> str:
    """*the army, the same plants, le ministère* without a name: they belong to whoever was spoken of last."""
    if subject.head < 0:
        return ""
    head = units[subject.head].one("head")
    if head is None or head.kind not in ("organ", "site"):
        return ""
    lead = units[max(0, subject.head - 3) : subject.head]
    return "it" if any(unit.text in _DEFINITE for unit in lead) else ""


def _indirect(units: Sequence[Unit], index: int) -> str:
    """*sent them a convoy*, *gave it forty rifles*: the pronoun between the verb and its thing receives."""
    if index + 2 >= len(units) or units[index + 1].text not in ("them", "him", "her", "it", "us"):
        return ""
    after = units[index + 2]
    opens = after.is_function("det") or after.one("item") is not None or after.text[:1].isdigit()
    return units[index + 1].text if opens else ""


def _is_ship(units: Sequence[Unit], subject: Subject) -> bool:
    if subject.item >= 0 and any("vessel" in sense.features for sense in units[subject.item].all("item")):
        return True
    if subject.head < 0:
        return False
    head = units[subject.head].one("head")
    return bool(head and head.kind == "ship")


def _allowers(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot], grammar: Grammar) -> tuple[Slot, ...]:
    """Who lets it happen: the subject of *let, allow, laisser, autoriser* above an infinitive."""
    for at in range(group.start - 1, max(group.start - 14, -1), -1):
        unit = units[at]
        if unit.is_stop or unit.is_function("rel"):
            break
        cue = unit.one("cue", "allow")
        if cue is not None:
            found = find_subject(units, verb_group(units, at, grammar), slots, grammar)
            return found.slots
    return ()


def _at_sea(units: Sequence[Unit]) -> bool:
    """True when the sentence speaks of the open sea, of ships side by side, or of two ships."""
    if any(unit.text in _SEA or unit.is_function("sea") for unit in units):
        return True
    ships = [unit for unit in units if (head := unit.one("head")) is not None and head.kind == "ship"]
    return len(ships) > 1


def _ids(units: Sequence[Unit], items: Sequence[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sense.value for at in items for sense in units[at].all("item")))


def _lines(units: Sequence[Unit], items: Sequence[int]) -> frozenset[str]:
    """Every row of the item table that a thing is, or lies below."""
    return frozenset().union(*(sense.features for at in items for sense in units[at].all("item")))
