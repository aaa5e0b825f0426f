"""Who says what: reporting verbs, *according to*, inverted speech, and how far each reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.extract.cited_sources import find_cited, is_citing
from checker.extract.colon_speech import find_colon_speech
from checker.extract.inverted_speech import Found, find_behind, find_inverted, is_contradicted
from checker.extract.languages.protocol import Grammar
from checker.extract.measures import find_measure
from checker.extract.nominal_sources import find_claim, find_source
from checker.extract.offices import actor_of_capital, actor_of_office
from checker.extract.private_sources import speaks_for_itself
from checker.extract.slots import Slot
from checker.extract.speaker_phrases import is_official, is_somebody, owner_of, phrase_before, slots_in, words_of
from checker.extract.speech_verbs import RELEASING, complement_follows, goes_on, is_speech, keeps_silent
from checker.extract.subject_found import Subject
from checker.extract.subjects import find_subject
from checker.extract.units import Sentence, Unit
from checker.extract.verbs import VerbGroup, verb_features, verb_group
from checker.records import record


@record
class Attribution:
    """A speaker (an actor's name, or words) for the units ``low`` to ``high``; ``verb`` is -1 for *according to*.

    ``pronoun`` is set when only a pronoun stands for the speaker, ``epithet`` when the actor was found through *the group*,
    ``cited`` when another voice leans on it (*the paper reported, citing officials*).
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
    epithet: bool = False
    cited: bool = False

    def reaches(self, index: int) -> bool:
        """True when the unit at ``index`` is said by this speaker."""
        return self.low <= index <= self.high and index != self.verb


def find_attributions(sentence: Sentence, slots: Sequence[Slot], grammar: Grammar) -> tuple[Attribution, ...]:
    """Every attribution of a sentence, in order; of speakers named together one each."""
    units = sentence.units
    found: list[Attribution] = []
    last = len(units) - 1
    for index, unit in enumerate(units):
        claim = find_claim(units, index, slots)
        if claim is not None:
            found.append(Attribution(claim[0], claim[1], index + 1, last, -1))
        cited = find_cited(units, index, slots)
        found.extend(Attribution(actor, words, 0, last, -1, pronoun=pronoun, cited=True) for actor, words, pronoun in cited)
        if is_citing(units, index):
            continue
        found.extend(
            Attribution(actor, words, 0, last, -1, pronoun=pronoun)
            for actor, words, pronoun in find_source(units, index, slots)
        )
        measure = find_measure(units, index, slots)
        if measure is not None:
            found.extend(_each(units, slots, (measure[0], measure[1], ""), measure[2], last, index))
            continue
        if unit.one("report") is None or not is_speech(units, index, grammar):
            behind = find_behind(units, index, slots)
            if behind is not None:
                found.extend(_each(units, slots, behind, _clause_start(units, index), last, index))
            continue
        group = verb_group(units, index, grammar)
        if group.mood == "infinitive" and group.link < 0:
            continue
        if group.mood == "gerund" and units[group.start - 1].text == "," and any(one.verb >= 0 for one in found):
            # "X said, adding that ...": the same voice
            continue
        if is_contradicted(units, group.start):
            continue
        if keeps_silent(units, index, group):
            found.append(Attribution("", "", index + 1, last, index, passive=True))
            continue
        found.extend(_speech(units, index, group, slots, grammar))
    opened, speaking = find_colon_speech(units, slots)
    if opened > 0 and not any(one.reaches(opened) and not one.passive for one in found):
        found.extend(_each(units, slots, speaking, opened, last, -1))
    return tuple(_judged(units, _placed(units, one, slots)) for one in found)


def _placed(units: Sequence[Unit], one: Attribution, slots: Sequence[Slot]) -> Attribution:
    if one.actor or one.verb < 0 or one.passive:
        return one
    actor = actor_of_office(units, one.verb, slots) or actor_of_capital(units, one.words or one.pronoun, slots)
    return replace(one, actor=actor, pronoun="") if actor else one


def _clause_start(units: Sequence[Unit], verb: int) -> int:
    """Where what a trailing speaker says begins: behind the last semicolon."""
    return next((at + 1 for at in range(verb - 1, -1, -1) if units[at].text == ";"), 0)


def _judged(units: Sequence[Unit], one: Attribution) -> Attribution:
    official = one.verb >= 0 and not one.actor and is_official(units, one.verb, one.words)
    named = bool(one.pronoun) or is_somebody(units, one.actor, one.words, official)
    epithet = bool(one.actor) and any(
        unit.actor is not None and unit.actor.kind == "epithet" and unit.written in one.words for unit in units
    )
    return replace(one, official=official, named=named, epithet=epithet)


def _each(
    units: Sequence[Unit], slots: Sequence[Slot], found: Found, low: int, high: int, verb: int, past: bool = False
) -> Iterator[Attribution]:
    named, words, pronoun = found
    if len(named) == 1 and (owner := owner_of(named[0], slots)) is not named[0]:
        named, words = (owner,), words_of(units, owner.first, named[0].last + 1)
    if not named:
        yield Attribution("", words, low, high, verb, past, pronoun)
    for at, slot in enumerate(named):
        if slot.actor not in [one.actor for one in named[:at]]:
            own = words_of(units, slot.first, slot.last + 1) if at else words
            alone = slot.role in ("party", "linked") and speaks_for_itself(units, slot, verb)
            yield Attribution("" if alone else slot.actor, own, low, high, verb, past, pronoun)


_HELD = frozenset(["thought", "believed", "said", "understood", "reported", "supposed", "suspected", "alleged"])
"""*containers thought to hold shells*: hearsay without a speaker."""


def _speech(
    units: Sequence[Unit], index: int, group: VerbGroup, slots: Sequence[Slot], grammar: Grammar
) -> Iterator[Attribution]:
    past = bool(verb_features(units[index]) & {"past", "pp"})
    last = len(units) - 1
    closing = next((at for at in range(index + 1, len(units)) if units[at].text == "," or units[at].is_stop), last)
    if group.pronoun:
        yield Attribution("", group.pronoun, 0, last, index, past, group.pronoun)
        return
    if units[index].text in _HELD and index < last and units[index + 1].text == "to":
        yield Attribution("", "", index + 1, last, index, past, passive=True)
        return
    if group.mood == "participle" and not group.passive and not group.perfect and group.start == index:
        yield Attribution("", "", index + 1, last, index, past, passive=True)
        return
    if units[index].text in ("accused", "suspected") and index < last and units[index + 1].text == "of":
        # "a diplomat accused of": blamed by somebody unnamed
        yield Attribution("", "", index + 1, last, index, past, passive=True)
        return
    quoted = None if group.passive else _quoted(units, index, slots)
    if quoted is not None:
        yield from _each(units, slots, quoted, index, last, index, past)
        return
    phrase = phrase_before(units, group.start)
    headed = (
        phrase is not None
        and units[group.start - 1].text == ","
        and (phrase[0] == 0 or units[index].text in _ALWAYS_TOLD)
    )
    inverted = None if headed else find_inverted(units, index, group, slots, index + 1)
    if inverted is not None:
        yield from _each(units, slots, inverted, _clause_start(units, index), last, index, past)
        return
    if group.passive and _is_heard(units, index):
        # "an official was quoted by the agency as saying"
        subject = find_subject(units, group, slots, grammar)
        yield from _each(units, slots, _named(units, subject, group, slots), index, last, index, past)
        return
    if group.passive:
        agent = next((one for one in slots if one.case == "by" and index < one.first <= index + 3), None)
        if agent is not None and _accuses(units[index]):
            yield Attribution(agent.actor, words_of(units, agent.first, agent.last + 1), index + 1, last, index, past)
        yield Attribution("", "", index + 1, last, index, past, passive=True)
        return
    subject = find_subject(units, group, slots, grammar)
    if subject.pronoun:
        phrase = None
    trailing = group.start > 2 and closing >= last - 1 and not complement_follows(units, index)
    if phrase is not None and (phrase[0] > 0 or not subject.slots):
        first, end, reach = phrase
        found = (slots_in(units, slots, first, end, reach), words_of(units, first, end + 1), "")
        aside = first > 0 and closing < last and units[first - 1].text in (",", "as", "comme")
    else:
        found = _named(units, subject, group, slots)
        if not found[0] and goes_on(units, index):
            # "a publié une liste et affirmé que": the subject that opens the sentence
            opening = tuple(one for one in slots if one.first <= 1 and one.case == "" and one.role in ("party", "linked"))[:1]
            found = (opening, words_of(units, opening[0].first, opening[0].last + 1), "") if opening else found
        issuer = _released_by(units, subject.head, group.start, slots) if subject.head >= 0 else ()
        found = (issuer, found[1], "") if issuer else found
        aside = closing < last and _comma_before(units, subject, group)
    low = _clause_start(units, index) if trailing or aside else group.start
    # "X denies it, ...": what follows is not what X says
    high = closing if units[index].one("cue", "deny") and closing <= index + 2 else last
    if found[0] and closing < last and _is_object_clause(units, found[0][0]):
        # "the document, which Moscow calls partial, says": what stands outside is not said by that voice
        low, high = group.start, closing
    yield from _each(units, slots, found, low, high, index, past)


def _is_object_clause(units: Sequence[Unit], subject: Slot) -> bool:
    first = subject.first
    return (
        first > 1
        and units[first - 1].text in ("que", "qu'", "which", "whom", "that")
        and units[first - 2].text == ","
    )


def _is_heard(units: Sequence[Unit], index: int) -> bool:
    """True for *was quoted by X as saying*."""
    texts = [unit.text for unit in units[index + 1 : index + 10]]
    return units[index].text in ("quoted", "cited") and any(
        one == "as" and after.startswith(("say", "tell", "stat", "claim")) for one, after in pairwise(texts)
    )


def _quoted(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> Found | None:
    """Whom a paper lets speak: *quoted the army as saying*; None where the verb tells of no other voice."""
    if not units[index].text.startswith(("quot", "cit")):
        return None
    end = next((at for at in range(index + 1, min(len(units) - 1, index + 12)) if units[at].text == "as"), -1)
    if end < 0 or not units[end + 1].text.startswith(("say", "tell", "stat", "confirm", "claim", "warn")):
        return None
    named = slots_in(units, slots, index + 1, end - 1, end - 1) or tuple(
        one for one in slots if index < one.index < end and one.role in ("party", "linked")
    )
    return named[:1], words_of(units, index + 1, end), ""


_ALWAYS_TOLD = frozenset(["told", "tells", "tell", "informed", "informs", "assured", "warned"])
"""Verbs with somebody told behind them, who does not speak: *the minister, N., told parliament*."""


def _released_by(units: Sequence[Unit], head: int, end: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Who put out what speaks: *pictures released by Kyiv show*."""
    by = next((one for one in slots if one.case == "by" and head < one.first <= head + 4 and one.last < end), None)
    told = by is not None and any(unit.text.startswith(RELEASING) for unit in units[head + 1 : by.first])
    return (by,) if by is not None and told else ()


def _accuses(unit: Unit) -> bool:
    """True for *accused by X of*."""
    return unit.text.startswith(("accus", "soup", "suspect"))


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


def _named(units: Sequence[Unit], subject: Subject, group: VerbGroup, slots: Sequence[Slot]) -> Found:
    if subject.slots:
        return subject.slots, words_of(units, subject.slots[0].first, subject.slots[0].last + 1), ""
    if subject.head >= 0:
        first, last = _phrase_around(units, subject.head, group.start)
        return (), words_of(units, first, last), ""
    if subject.pronoun:
        return (), subject.pronoun, subject.pronoun
    first = group.start
    while (
        first > 0
        and group.start - first < 6
        and not units[first - 1].is_stop
        and units[first - 1].text not in (",", ".", '"')
        and not units[first - 1].is_function("sub", "coord", "rel")
    ):
        first -= 1
    named = slots_in(units, slots, first, group.start - 1, group.start - 1)
    return named, words_of(units, first, group.start), ""


def _comma_before(units: Sequence[Unit], subject: Subject, group: VerbGroup) -> bool:
    first = min((slot.first for slot in subject.slots), default=group.start - bool(subject.pronoun))
    return first > 0 and units[first - 1].text == ","


def accuses(units: Sequence[Unit], said: Attribution) -> bool:
    """*as X had claimed*, *accused by X of*: a voice that holds what another denies."""
    verb = units[said.verb]
    before = units[max(0, said.verb - 6) : said.verb]
    return any(unit.text in ("as", "comme", "contrairement") for unit in before) or bool(verb.one("cue", "allege"))
