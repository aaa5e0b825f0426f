"""Who says what: reporting verbs, *according to*, inverted speech, and how far each reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subjects import Subject, find_subject
from checker.extract.units import Sentence, Unit
from checker.extract.verbs import VerbGroup, article_before, verb_features, verb_group
from checker.records import record


@record
class Attribution:
    """A speaker (an actor's name, or words) for the units ``low`` to ``high``; ``verb`` is -1 for *according to*.

    ``subject_pronoun`` is set when only a pronoun stands for the speaker.
    """

    actor: str
    words: str
    low: int
    high: int
    verb: int
    past: bool = False
    pronoun: str = ""
    passive: bool = False
    official: bool = False
    named: bool = True

    def reaches(self, index: int) -> bool:
        """True when the unit at ``index`` is said by this speaker."""
        return self.low <= index <= self.high and index != self.verb


def find_attributions(sentence: Sentence, slots: Sequence[Slot], grammar: Grammar) -> tuple[Attribution, ...]:
    """Every attribution of a sentence, in order."""
    units = sentence.units
    found: list[Attribution] = []
    for index, unit in enumerate(units):
        if unit.is_function("prep") and unit.value("prep") == "src":
            found.append(_source(units, index, slots))
        if unit.text in _ACCOUNTS and index >= 2:
            slot = next(
                (
                    one
                    for one in slots
                    if one.last in (index - 1, index - 2, index) and one.case in ("by", "in", "on", "of", "")
                ),
                None,
            )
            if slot is not None:
                found.append(
                    Attribution(slot.actor, _words(units, slot.first, slot.index + 1), 0, len(units) - 1, -1)
                )
        report = unit.one("report")
        if report is None or not _is_speech(units, index, grammar):
            continue
        group = verb_group(units, index, grammar)
        if group.mood == "infinitive" and group.link < 0:
            continue
        found.append(_speech(units, index, group, slots, grammar))
    return tuple(replace(one, official=_official(units, one), named=_is_somebody(units, one)) for one in found)


_SOURCE_WORDS = frozenset(
    [
        "sources",
        "source",
        "officials",
        "officers",
        "analysts",
        "experts",
        "witnesses",
        "residents",
        "diplomats",
        "newspaper",
        "daily",
        "weekly",
        "paper",
        "report",
        "site",
        "agency",
        "researchers",
        "responsables",
        "officiers",
        "analystes",
        "temoins",
        "habitants",
        "diplomates",
        "journal",
        "quotidien",
        "hebdomadaire",
        "rapport",
        "agence",
        "chercheurs",
        "transfuge",
        "defector",
    ]
)


def _is_somebody(units: Sequence[Unit], one: Attribution) -> bool:
    """True when a speaker's words are a name, an office or a usual word for a source."""
    if one.actor or one.pronoun:
        return True
    words = one.words.replace("’", "'").split()
    lower = {word.lower().strip(".,") for word in words}
    if lower & _SOURCE_WORDS or one.official:
        return True
    heads = {unit.written for unit in units if unit.one("head") and not unit.is_verb}
    return bool(heads & set(words)) or any(word[:1].isupper() for word in words[1:])


def _official(units: Sequence[Unit], one: Attribution) -> bool:
    """True when the speaker is an unnamed office (*the minister, the two embassies*)."""
    if one.verb < 0 or one.actor:
        return False
    near = units[max(0, one.verb - 5) : one.verb + 6]
    words = set(one.words.lower().split())
    return any(unit.one("head", "organ") is not None and unit.written.lower() in words for unit in near)


def _source(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> Attribution:
    slot = next((one for one in slots if index < one.index <= index + 6 and (one.case in ("src", "of", ""))), None)
    end = next(
        (at for at in range(index + 1, len(units)) if units[at].text in (",", ".") or units[at].is_stop), len(units)
    )
    words = _words(units, index + 1, min(end, index + 7))
    return Attribution(slot.actor if slot else "", words, 0, len(units) - 1, -1)


_ACCOUNTS = frozenset(
    ["account", "estimate", "reckoning", "telling", "version", "assessment", "count", "judgment", "view", "words"]
)
"""*by the Panel's account*: what a speaker holds, said with a noun."""


def _is_speech(units: Sequence[Unit], index: int, grammar: Grammar) -> bool:
    """A reporting verb, not the noun spelt like it (*a report, the state, claims of*)."""
    unit = units[index]
    before = units[index - 1] if index else None
    if unit.one("head") or unit.one("item"):
        return (
            before is not None
            and (before.is_function("aux", "modal", "pron") or before.text == ",")
            and not before.is_function("det")
        )
    if before is not None and article_before(units, index):
        return False
    if (
        before is not None
        and before.is_function("prep")
        and "ger" not in verb_features(unit)
        and "inf" not in verb_features(unit)
    ):
        return False
    features = verb_features(unit)
    if "pp" in features and "fin" not in features:
        group = verb_group(units, index, grammar)
        return group.start < index
    return True


def _speech(
    units: Sequence[Unit], index: int, group: VerbGroup, slots: Sequence[Slot], grammar: Grammar
) -> Attribution:
    past = bool(verb_features(units[index]) & {"past", "pp"})
    last = len(units) - 1
    after = index + 1
    closing = next((at for at in range(index + 1, len(units)) if units[at].text == "," or units[at].is_stop), last)
    if group.pronoun:
        return Attribution("", group.pronoun, 0, last, index, past, group.pronoun)
    inverted = _inverted(units, index, group, slots, after)
    if inverted is not None:
        actor, words, pronoun = inverted
        return Attribution(actor, words, 0, last, index, past, pronoun)
    subject = find_subject(units, group, slots, grammar)
    if group.passive:
        return Attribution("", "", index + 1, last, index, past, passive=True)
    actor, words, pronoun = _named(units, subject, group)
    trailing = group.start > 2 and closing >= last - 1 and not _complement_follows(units, index)
    parenthetical = closing < last and _comma_before(units, subject, group)
    low = 0 if trailing or parenthetical else group.start
    return Attribution(actor, words, low, last, index, past, pronoun)


def _phrase_around(units: Sequence[Unit], head: int, end: int) -> tuple[int, int]:
    """From the determiner before a head noun to the comma, the verb or the fourth word behind it."""
    first = head
    while first > max(0, head - 3):
        before = units[first - 1]
        if before.text in (",", ":", ";") or before.is_stop or before.is_verb:
            break
        first -= 1
        if before.is_function("det"):
            break
    last = head + 1
    while last < min(head + 4, end) and units[last].text != "," and not units[last].is_stop:
        last += 1
    return first, last


def _named(units: Sequence[Unit], subject: Subject, group: VerbGroup) -> tuple[str, str, str]:
    if subject.slots:
        slot = subject.slots[0]
        return slot.actor, _words(units, slot.first, slot.last + 1), ""
    if subject.head >= 0:
        first, last = _phrase_around(units, subject.head, group.start)
        return "", _words(units, first, last), ""
    if subject.pronoun:
        return "", subject.pronoun, subject.pronoun
    first = group.start
    while (
        first > 0
        and group.start - first < 6
        and not units[first - 1].is_stop
        and units[first - 1].text not in (",", ".", '"')
        and not units[first - 1].is_function("sub", "coord", "rel")
    ):
        first -= 1
    return "", _words(units, first, group.start), ""


def _inverted(
    units: Sequence[Unit], index: int, group: VerbGroup, slots: Sequence[Slot], after: int
) -> tuple[str, str, str] | None:
    """*"...", said X*; *..., a déclaré X*; *dit-il*: the speaker stands after the verb."""
    before = units[group.start - 1].text if group.start else ""
    if group.mood == "gerund":
        return None
    quoted = before in (",", '"', "-", "'")
    embedded = before in ("comme", "que", "qu'", "as")
    if group.start and not quoted and not embedded:
        return None
    if embedded and not any(one.first in (after, after + 1) or after < one.index <= after + 4 for one in slots):
        return None
    if after < len(units) and units[after].text == "-" and after + 1 < len(units):
        word = units[after + 1].text
        if word == "t" and after + 3 < len(units):
            word = units[after + 3].text
        return "", word, word
    while after < len(units) and units[after].is_function("prep") and not units[after].is_function("sub"):
        after += 3 if after + 1 < len(units) and units[after + 1].is_function("det") else 2
    slot = next(
        (one for one in slots if one.first in (after, after + 1) and one.case == "" and one.role == "party"), None
    )
    if slot is not None:
        follow = units[slot.last + 1] if slot.last + 1 < len(units) else None
        if follow is None or not (follow.is_verb or follow.is_function("aux", "modal")):
            return slot.actor, _words(units, slot.first, slot.last + 1), ""
    if group.start == 0:
        return None
    at = after
    while at < len(units) and units[at].text not in (",", ".", '"') and not units[at].is_stop and at - after < 6:
        at += 1
    stop = next(
        (index for index in range(after, len(units)) if units[index].text in (".", ",", '"') or units[index].is_stop),
        len(units),
    )
    near = next(
        (
            one
            for one in slots
            if after <= one.index < min(stop, after + 14)
            and one.role in ("party", "linked")
            and one.head_kind != "people"
        ),
        None,
    )
    words = _words(units, after, at)
    if words and not units[after].is_function("sub", "prep"):
        return (near.actor if near else ""), words, ""
    return None


def _complement_follows(units: Sequence[Unit], index: int) -> bool:
    following = units[index + 1 : index + 3]
    return any(unit.is_function("sub") or unit.text in (":", '"', "that", "que", "qu'") for unit in following)


def _comma_before(units: Sequence[Unit], subject: Subject, group: VerbGroup) -> bool:
    first = min((slot.first for slot in subject.slots), default=group.start)
    return first > 0 and units[first - 1].text == ","


def _words(units: Sequence[Unit], first: int, last: int) -> str:
    return (
        " ".join(unit.written for unit in units[first:last] if unit.text not in (",", '"'))
        .replace("' ", "'")
        .replace("’ ", "’")
        .strip()
    )
