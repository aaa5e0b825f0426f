"""Who or what a verb has as its subject, found leftwards from its group."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.first_verbs import verb_it_completes
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subject_elsewhere import (
    accused_of_it,
    antecedent_subject,
    before_an_aside,
    before_speech,
    blamed_subject,
    with_coordinated,
)
from checker.extract.subject_found import Subject
from checker.extract.subject_path import (
    after_preposition,
    before_relative,
    comma_before,
    follows_a_noun,
    is_joined,
    is_listed,
    is_parenthetical,
    is_plain_noun,
    is_used_as_verb,
    opening_bracket,
    opens_only_a_time,
    says_only_where,
    unknown_accused,
)
from checker.extract.units import Unit
from checker.extract.verbs import VerbGroup, verb_group

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


def find_subject(
    units: Sequence[Unit], group: VerbGroup, slots: Sequence[Slot], grammar: Grammar, depth: int = 0
) -> Subject:
    """The subject of a finite or participial verb group."""
    by_last = {slot.last: slot for slot in slots}
    at = group.start - 1
    item = head = -1
    blamed = blamed_subject(units, group, slots)
    if blamed.known:
        return blamed
    if group.mood == "gerund" and group.link < 0 and at > 0 and at not in by_last and is_plain_noun(units, at):
        # "a dhow carrying parts", "un boutre transportant des fusils"
        return Subject(head=at) if units[at].one("head") else Subject(item=at)
    spoken = before_speech(units, group, slots)
    if spoken.known:
        return spoken
    accused = accused_of_it(units, group, slots, by_last)
    if accused.known:
        return accused
    at = before_relative(units, at)
    while at >= 0:
        unit = units[at]
        slot = by_last.get(at)
        if slot is not None:
            if (first := verb_it_completes(units, slot, slots, group, grammar)) >= 0:
                at = first if units[first].is_verb else first - 1
                continue
            if slot.case == "" and slot.first >= 2 and units[slot.first - 1].is_verb and units[slot.first - 2].text in _WHICH and group.mood == "finite":
                # "the coal that left X was landed in Y": X is the other verb's
                at = slot.first - 3
                continue
            if slot.case == "" and slot.first and group.mood == "infinitive" and units[slot.first - 1].text in _USES:
                # "let X use the airport of Y to send arms": whoever uses it sends
                at = slot.first - 1
                continue
            if slot.how == "body" and _describes_the_next(units, slot):
                at = slot.first - 1
                continue
            if slot.role == "party" and slot.case in ("",):
                return Subject(slots=with_coordinated(units, slot, slots))
            if slot.role == "linked" and slot.case == "" and _serves_a_purpose(units, group, slot, grammar):
                at = slot.first - 1
                continue
            if slot.role == "linked" and slot.case == "":
                return Subject(head=slot.host if slot.host >= 0 else slot.index, item=item)
            part = slot.case == "of" and any(
                unit.text in _PART_OF for unit in units[max(0, slot.first - 3) : slot.first]
            )
            if part and slot.role == "party" and slot.host >= 0 and any("person" in sense.features for sense in units[slot.host].all("item")):
                # "several thousand X soldiers"
                return Subject(slots=(slot,))
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
                at = opening_bracket(units, at)
                continue
            break
        if (
            unit.text == ","
            and (head > at or item > at)
            and units[group.start - 1].text != ","
            and not is_listed(units, at)
        ):
            # "..., the experts wrote": what stands before the comma is another clause
            break
        if unit.is_function("rel"):
            return antecedent_subject(units, at, slots, by_last)
        if unit.text in ("that", "que", "qu'", "dont", "whom", "which") and at >= 1 and follows_a_noun(units, at):
            # "the shells that X sold", met without a subject: the antecedent is the subject
            return antecedent_subject(units, at, slots, by_last)
        if unit.text == "that" and at >= 2 and units[at - 1].text == "," and comma_before(units, at - 1) >= 0:
            # "It was X, he said, that had armed ...": the aside is passed over
            aside = comma_before(units, at - 1)
            if units[aside + 1].text == "not" or any(one.one("report") for one in units[aside + 1 : at]):
                at = aside
                continue
        if unit.is_function("sub") and item < 0 and head < 0 and opens_only_a_time(units, at, group.start):
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
        if unit.one("item") and not is_used_as_verb(units, at):
            if item < 0 and not says_only_where(units, at):
                item = at
            at -= 1
            continue
        if unit.one("head") and not is_used_as_verb(units, at):
            if head < 0 and not after_preposition(units, at):
                head = at
            at -= 1
            continue
        if unit.is_verb and is_used_as_verb(units, at):
            other = verb_group(units, at, grammar)
            if is_parenthetical(units, at, group.start):
                at = comma_before(units, other.start)
                continue
            governed = group.mood in ("infinitive", "gerund") and depth <= 1
            if governed and other.passive and unit.text.startswith(_EMPLOYED) and group.mood == "infinitive":
                # "it had been used to export coal": a tool, and no giver
                return Subject(head=at)
            if group.mood == "gerund" and item >= 0 and unit.text.startswith(_KEPT):
                # "kept shells moving": the things move
                return Subject(item=item)
            if governed and group.link - at > 2 and units[group.link].text in ("of", "de", "d'") and any(cue.value == "accuse" for cue in unit.all("cue")):
                # "X accuse la famille du président d'acheter": whoever is accused, X is not
                return Subject(head=group.link - 1, item=item)
            if governed and (named := unknown_accused(units, at, group.start)) > 0:
                return Subject(head=named, item=item)
            if governed and (head >= 0 or item >= 0) and any(sense.extra == "obj" for sense in unit.all("cue")):
                return Subject(head=head, item=item)
            if governed and not is_joined(units, at, group.start):
                at = other.start - 1
                item = head = -1
                continue
            if (
                other.mood in ("participle", "infinitive", "gerund", "finite?")
                and (item < 0 and head < 0)
                and depth < 3
                and not is_joined(units, at, group.start)
            ):
                at = other.start - 1
                continue
            if is_joined(units, at, group.start) and depth < 3:
                found = find_subject(units, other, slots, grammar, depth + 1)
                if found.known:
                    return Subject(found.slots, found.item, found.pronoun, found.head, "shared")
            break
        at -= 1
    if head >= 0:
        return Subject(head=head, item=item)
    if item >= 0:
        return Subject(item=item)
    return before_an_aside(units, group, slots)


_TOOLS = ("recrut", "utilis", "engag", "recour", "pass", "charg", "recruit", "used", "using", "hired", "hiring")


def _serves_a_purpose(units: Sequence[Unit], group: VerbGroup, slot: Slot, grammar: Grammar) -> bool:
    """True for the broker of *X recruited a Y broker to sell*, *a recruté un courtier pour vendre*: X sells through him."""
    if group.mood != "infinitive" or group.start < 1 or grammar.code != "fr":
        return False
    link = units[group.link] if group.link >= 0 else units[group.start - 1]
    return link.text == "pour" and any(
        unit.is_verb and unit.text.startswith(_TOOLS) for unit in units[max(0, slot.first - 4) : slot.first]
    )


_WHICH = frozenset({"that", "which", "who", "qui"})
_EMPLOYED = ("used", "utilis", "employé", "servi")
_USES = frozenset({"use", "uses", "used", "using"})


def _describes_the_next(units: Sequence[Unit], slot: Slot) -> bool:
    """True for the UN of *missed the UN deadline to send them home*: it says whose deadline, and does nothing."""
    after = units[slot.last + 1] if slot.last + 1 < len(units) else None
    return after is not None and after.text in ("deadline", "ban", "embargo", "cap", "limit", "resolution", "sanctions")


_PART_OF = frozenset(
    ["much", "most", "some", "part", "half", "all", "lot", "bulk", "quarter", "third", "partie", "plupart", "moitie", "essentiel", "tiers",
     "quart", "gros", "millier", "centaine", "dizaine", "vingtaine", "poignee", "majorite", "score", "scores", "centaines", "milliers", "dizaines", "dozens", "hundreds", "thousands", "tonnes", "tons", "barils", "barrels"]
)  # fmt: skip
"""Words before *of* that only say how much: *much of the X charcoal* is the charcoal."""
_KEPT = ("keep", "kept", "maint")
