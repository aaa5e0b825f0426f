"""Who or what a verb has as its subject, found leftwards from its group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.first_verbs import used_as_verb, verb_it_completes
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.units import Unit
from checker.extract.verbs import VerbGroup, article_before, verb_group

_PRONOUNS = frozenset(
    [
        "it",
        "they",
        "he",
        "she",
        "we",
        "i",
        "you",
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "nous",
        "vous",
        "je",
        "ce",
        "cela",
        "celui-ci",
        "celle-ci",
    ]
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A verb's subject: names (``slots``), a thing (``item`` index), a pronoun's words, or a head noun's index.

    ``through`` is ``relative`` when it is the antecedent of *who, which, qui*; ``shared`` when it comes from a coordinated verb.
    """

    slots: tuple[Slot, ...] = ()
    item: int = -1
    pronoun: str = ""
    head: int = -1
    through: str = ""

    @property
    def known(self) -> bool:
        """True when anything stands as the subject."""
        return bool(self.slots) or self.item >= 0 or bool(self.pronoun) or self.head >= 0


NO_SUBJECT = Subject()


def find_subject(
    units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot], grammar: Grammar, depth: int = 0
) -> Subject:
    """The subject of a finite or participial verb group."""
    by_last = {slot.last: slot for slot in slots}
    at = group.start - 1
    item = head = -1
    blamed = _blamed(units, group, slots)
    if blamed.known:
        return blamed
    if group.mood == "gerund" and group.link < 0 and at > 0 and at not in by_last and _is_noun(units, at):
        # "a dhow carrying parts", "un boutre transportant des fusils"
        return Subject(head=at) if units[at].one("head") else Subject(item=at)
    accused = _accused_of_it(units, group, slots, by_last)
    if accused.known:
        return accused
    at = _before_relative(units, at)
    while at >= 0:
        unit = units[at]
        slot = by_last.get(at)
        if slot is not None:
            if (first := verb_it_completes(units, slot, slots, group, grammar)) >= 0:
                at = first if units[first].is_verb else first - 1
                continue
            if slot.case == "" and slot.first and group.mood == "infinitive" and units[slot.first - 1].text in _USES:
                # "let X use the airport of Y to send arms": whoever uses it sends
                at = slot.first - 1
                continue
            if slot.how == "body" and _describes_the_next(units, slot):
                at = slot.first - 1
                continue
            if slot.role == "party" and slot.case in ("",):
                return Subject(slots=_with_coordinated(units, slot, slots))
            if slot.role == "linked" and slot.case == "":
                return Subject(head=slot.host if slot.host >= 0 else slot.index, item=item)
            part = slot.case == "of" and any(unit.text in _PART_OF for unit in units[max(0, slot.first - 3) : slot.first])
            if slot.role == "origin" and (slot.case == "" or part) and slot.host >= 0:
                item = item if item >= 0 else slot.host
            if slot.case == "a" and any(
                unit.text.startswith(("reproch", "imput")) for unit in units[max(0, slot.first - 5) : slot.first]
            ):
                return Subject(slots=(slot,))
            at = slot.first - 1
            if slot.case:
                at -= 1
            continue
        if unit.is_stop:
            if unit.text == ")":
                at = _opening(units, at)
                continue
            break
        if (
            unit.text == ","
            and (head > at or item > at)
            and units[group.start - 1].text != ","
            and not _listed(units, at)
        ):
            # "..., the experts wrote": what stands before the comma is another clause
            break
        if unit.is_function("rel"):
            return _antecedent(units, at, slots, by_last)
        if unit.text in ("that", "que", "qu'", "dont", "whom", "which") and at >= 1 and _nominal_before(units, at):
            # "the shells that X sold", met without a subject: the antecedent is the subject
            return _antecedent(units, at, slots, by_last)
        if unit.text == "that" and at >= 2 and units[at - 1].text == "," and _comma_before(units, at - 1) >= 0:
            # "It was X, he said, that had armed ...": the aside is passed over
            aside = _comma_before(units, at - 1)
            if units[aside + 1].text == "not" or any(one.one("report") for one in units[aside + 1 : at]):
                at = aside
                continue
        if unit.is_function("sub") and item < 0 and head < 0 and _before_a_time(units, at, group.start):
            at -= 1
            continue
        if unit.is_function("sub", "subif"):
            break
        if unit.text in _PRONOUNS and unit.is_function("pron"):
            if at and units[at - 1].is_function("prep") and not units[at - 1].is_function("sub"):
                # "looked into it and concluded": an object
                at -= 2
                continue
            return Subject(pronoun=unit.text)
        if unit.text == "-" and at + 1 < len(units) and units[at + 1].text in _PRONOUNS:
            return Subject(pronoun=units[at + 1].text)
        if unit.one("item") and not used_as_verb(units, at):
            if item < 0 and not _within(units, at):
                item = at
            at -= 1
            continue
        if unit.one("head") and not used_as_verb(units, at):
            if head < 0 and not _after_preposition(units, at):
                head = at
            at -= 1
            continue
        if unit.is_verb and used_as_verb(units, at):
            other = verb_group(units, at, grammar)
            if _parenthetical(units, at, group.start):
                at = _comma_before(units, other.start)
                continue
            governed = group.mood in ("infinitive", "gerund") and depth <= 1
            if group.mood == "gerund" and item >= 0 and unit.text.startswith(_KEPT):
                # "kept shells moving": the things move
                return Subject(item=item)
            if governed and (named := _unknown_accused(units, at, group.start)) > 0:
                return Subject(head=named, item=item)
            if governed and (head >= 0 or item >= 0) and any(sense.extra == "obj" for sense in unit.all("cue")):
                return Subject(head=head, item=item)
            if governed and not _joined(units, at, group.start):
                at = other.start - 1
                item = head = -1
                continue
            if (
                other.mood in ("participle", "infinitive", "gerund", "finite?")
                and (item < 0 and head < 0)
                and depth < 3
                and not _joined(units, at, group.start)
            ):
                at = other.start - 1
                continue
            if _joined(units, at, group.start) and depth < 3:
                found = find_subject(units, other, slots, grammar, depth + 1)
                if found.known:
                    return Subject(found.slots, found.item, found.pronoun, found.head, "shared")
            break
        at -= 1
    if head >= 0:
        return Subject(head=head, item=item)
    if item >= 0:
        return Subject(item=item)
    return _before_an_aside(units, group, slots)


_USES = frozenset({"use", "uses", "used", "using"})
_PART_OF = frozenset(
    ["much", "most", "some", "part", "half", "all", "lot", "bulk", "quarter", "third", "partie", "plupart", "moitie", "essentiel", "tiers",
     "quart", "gros", "centaines", "milliers", "dizaines", "dozens", "hundreds", "thousands", "tonnes", "tons", "barils", "barrels"]
)  # fmt: skip
"""Words before *of* that only say how much: *much of the X charcoal* is the charcoal."""
_KEPT = ("keep", "kept", "maint")
_RELATIVES = frozenset(["qui", "which", "who", "dont", "où", "ou", "where", "whose"])
_LONGEST_RELATIVE = 16


def _before_relative(units: Sequence[Unit], at: int) -> int:
    """The unit before a relative clause that ends at ``at`` with a comma (*the Monument, which dominates X, was built*), else ``at``."""
    if at < 2 or units[at].text != ",":
        return at
    for index in range(at - 1, max(at - _LONGEST_RELATIVE, 0), -1):
        if units[index].text == ",":
            return at
        if units[index].text in _RELATIVES and units[index - 1].text == ",":
            return index - 2
    return at


_INSIDE = frozenset({"in", "on", "via", "with", "against"})


def _listed(units: Sequence[Unit], comma: int) -> bool:
    """True for a comma between things of one list: *shells, rockets and drones were sent*."""
    return any(unit.one("item") or unit.is_function("coord") for unit in units[max(0, comma - 3) : comma]) or bool(
        units[max(0, comma - 1)].one("item")
    )


def _is_noun(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    named = unit.actor is not None or not (unit.one("head") or unit.one("item"))
    return not named and not (unit.is_verb and not article_before(units, at))


def _within(units: Sequence[Unit], item: int) -> bool:
    """True for the dhow of *the missiles seized on a dhow were sent*: it only says where."""
    for at in range(item - 1, max(item - 4, -1), -1):
        unit = units[at]
        if unit.is_function("prep") and not unit.is_function("det"):
            return unit.value("prep") in _INSIDE and any(one.one("item") for one in units[max(0, at - 9) : at])
        if not unit.is_function("det"):
            return False
    return False


def _before_an_aside(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot]) -> Subject:
    """*Eritrea, as the monitors alleged and Asmara denied, flew ...*: the name before the first comma of a long aside."""
    if group.start == 0 or units[group.start - 1].text != ",":
        return NO_SUBJECT
    for slot in reversed(slots):
        closed = slot.last + 1 < group.start - 1 and units[slot.last + 1].text == ","
        if (
            closed
            and slot.case == ""
            and slot.role == "party"
            and not any(unit.is_stop for unit in units[slot.last : group.start])
        ):
            return Subject(slots=(slot,))
    return NO_SUBJECT


_OBJECTS = frozenset({"it", "them", "him", "her"})


def _accused_of_it(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot], by_last: dict[int, Slot]) -> Subject:
    """*Y, which X accuses of arming Z*, *X accused it of arming Z*: Y, or whatever *it* stands for, and never X the accuser."""
    verb = group.link - 1
    if verb < 1 or units[group.link].text not in ("of", "de", "d'"):
        return NO_SUBJECT
    pronoun = units[verb].text if units[verb].text in _OBJECTS else ""
    verb -= bool(pronoun)
    if not any(cue.value == "accuse" for cue in units[verb].all("cue")):
        return NO_SUBJECT
    if pronoun:
        return Subject(pronoun=pronoun, through="accused")
    for at in range(verb - 1, max(verb - 7, 0), -1):
        if units[at].text in _ACCUSED_RELATIVES and (units[at - 1].text == "," or units[at - 1].actor is not None):
            return _antecedent(units, at, slots, by_last)
        if units[at].is_stop or units[at].text == ",":
            break
    return NO_SUBJECT


_ACCUSED_RELATIVES = frozenset({"which", "whom", "who", "that", "que", "qu'"})
_TRIED = ("convict", "acquit", "indict", "jailed", "fined", "prosecut", "arrest", "detain")
_CONVICTED = ("guilty", "coupable")


def _blamed(units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot]) -> Subject:
    """*a gelé les comptes d'un armateur pour avoir transbordé*, *blacklisted a bank for clearing*: the nearest person or firm did it."""
    if group.link < 0 or not (group.perfect or group.mood in ("gerund", "infinitive")):
        return NO_SUBJECT
    convicted = group.link > 0 and units[group.link - 1].text.startswith(_CONVICTED)
    tried = units[group.link].text in ("of", "with", "for") and any(
        unit.text.startswith(_TRIED) for unit in units[max(0, group.link - 9) : group.link]
    )
    if not tried and not convicted and (
        units[group.link].text not in ("pour", "for") or (group.mood == "infinitive" and not group.perfect)
    ):
        return NO_SUBJECT
    for at in range(group.link - 1, max(group.link - 9, -1), -1):
        slot = next((one for one in slots if one.last == at), None)
        if slot is not None and tried and slot.case == "from":
            # "a man from X": a man, and not X
            return Subject(head=max(slot.first - 2, 0), through="tried")
        if slot is not None:
            return (
                Subject(slots=(slot,))
                if slot.role == "party" and slot.case not in ("by", "in", "from")
                else Subject(head=slot.index)
                if slot.role == "linked"
                else NO_SUBJECT
            )
        head = units[at].one("head")
        if head is not None and head.kind != "lawnoun" and (not units[at].is_verb or article_before(units, at)):
            return Subject(head=at)
        if tried and units[at].text.startswith(_TRIED):
            # "convicted a man of shipping fuel": whoever he is, the court is not
            return Subject(head=at + 1)
        if units[at].is_function("sub", "rel") or units[at].is_stop:
            break
    return NO_SUBJECT


def _with_coordinated(units: Sequence[Unit], slot: Slot, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    found = [slot]
    earlier = [one for one in slots if one.last < slot.first]
    for one in reversed(earlier):
        between = units[one.last + 1 : found[-1].first]
        if not between or not all(unit.is_function("coord", "det") or unit.text == "," for unit in between):
            break
        if one.case != "" or one.role != "party":
            break
        if len(found) == 1 and not any(unit.is_function("coord") for unit in between):
            break
        found.append(one)
    return tuple(reversed(found))


def _antecedent(units: Sequence[Unit], relative: int, slots: Sequence[Slot], by_last: dict[int, Slot]) -> Subject:
    at = relative - 1
    while at >= 0 and (units[at].text == "," or units[at].is_function("prep", "sub")):
        at -= 1
    slot = by_last.get(at) or next((one for one in slots if one.first <= at <= one.last), None)
    if slot is not None:
        if slot.role == "party":
            return Subject(slots=(slot,), through="relative")
        if slot.role == "origin" and slot.host >= 0:
            return Subject(item=slot.host, through="relative")
        if slot.role == "linked":
            return Subject(head=slot.host if slot.host >= 0 else slot.index, through="relative")
    for index in range(at, max(at - 4, -1), -1):
        if units[index].one("item"):
            return Subject(item=index, through="relative")
        if units[index].one("head"):
            return Subject(head=index, through="relative")
    return Subject(through="relative")


def _before_a_time(units: Sequence[Unit], at: int, verb: int) -> bool:
    """*has since the beginning of August shipped*: a conjunction that only opens a time is passed over."""
    between = units[at + 1 : verb]
    timed = any(unit.is_function("time") or unit.text.isdigit() for unit in between[:6])
    return timed and not any(unit.is_verb and not unit.one("item") for unit in between)


def _nominal_before(units: Sequence[Unit], at: int) -> bool:
    before = units[at - 1]
    return bool(before.one("item")) or (before.actor is not None and before.text != "")


def _after_preposition(units: Sequence[Unit], at: int) -> bool:
    for index in range(at - 1, max(at - 4, -1), -1):
        if units[index].text == "des" and (
            index == 0 or units[index - 1].text in (",", '"', ":") or units[index - 1].is_function("coord", "sub")
        ):
            return False
        if units[index].is_function("prep"):
            return True
        if units[index].is_function("det") or (not units[index].senses and units[index].text.isalpha()):
            continue
        return False
    return False


def _describes_the_next(units: Sequence[Unit], slot: Slot) -> bool:
    """True for the UN of *missed the UN deadline to send them home*: it says whose deadline, and does nothing."""
    after = units[slot.last + 1] if slot.last + 1 < len(units) else None
    return after is not None and after.text in ("deadline", "ban", "embargo", "cap", "limit", "resolution", "sanctions")


def _joined(units: Sequence[Unit], verb: int, start: int) -> bool:
    """True when a verb and a later group are coordinated: *bought shells and shipped ...*."""
    before = units[start - 1] if start else None
    if before is not None and (before.is_function("coord") or before.text == ","):
        return True
    return before is not None and start >= 2 and units[start - 2].is_function("coord")


def _unknown_accused(units: Sequence[Unit], verb: int, start: int) -> int:
    """The name nobody knows right behind *accused, a accusé* and the like, which does what follows, or -1."""
    cue = units[verb].one("cue", "allege")
    if cue is None or cue.value != "accuse" or verb + 1 >= start:
        return -1
    unit = units[verb + 1]
    return verb + 1 if unit.capital and not unit.senses and unit.text.isalpha() else -1


def _parenthetical(units: Sequence[Unit], verb: int, start: int) -> bool:
    """True for *, Seoul said on Monday,* between a subject and its verb."""
    if units[verb].one("report") is None:
        return False
    closing = any(unit.text == "," for unit in units[verb + 1 : start])
    return closing and _comma_before(units, verb) >= 0


def _comma_before(units: Sequence[Unit], at: int) -> int:
    for index in range(at - 1, max(at - 8, -1), -1):
        if units[index].text == ",":
            return index - 1
    return -1


def _opening(units: Sequence[Unit], at: int) -> int:
    for index in range(at - 1, max(at - 20, -1), -1):
        if units[index].text == "(":
            return index - 1
    return at - 1
