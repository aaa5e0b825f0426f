"""One sentence of a trace as lines: names, things, cues, times, voices, frames and how they stand, in the order of the flow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.extract.assertion import Cue
from checker.extract.attribution import Attribution
from checker.extract.frame import Frame
from checker.extract.responses import Response
from checker.extract.scene import Read, Stood
from checker.extract.slots import Slot
from checker.extract.standing import Standing
from checker.extract.timing import TimeExpression
from checker.extract.tracing import TracedSentence
from checker.extract.units import Sentence
from checker.model import Document, Party, Statement
from checker.reference import Reference

Step = tuple[str, list[str]]

_CASES = {
    "": "bare", "to": "to", "from": "from", "a": "à", "of": "of", "by": "by", "with": "with", "for": "for", "in": "in",
    "on": "on", "via": "via", "against": "against", "src": "source",
}  # fmt: skip
_STOOD_FOR: Mapping[str, str] = {
    "anaphora": "what came before", "epithet": "what the phrase describes", "origin": "where the thing comes from",
    "context": "what is spoken of", "fuzzy": "a spelling that comes near",
}  # fmt: skip
"""Ways of finding a party that lower the certainty, in words."""
_LONGEST = 110


def sentence_steps(number: int, traced: TracedSentence, document: Document, reference: Reference) -> Iterator[Step]:
    """Heading and lines of each stage of one sentence."""
    yield f"Sentence {number}", [short(document.text[traced.span.start : traced.span.end], 2 * _LONGEST)]
    sentence, read = traced.sentence, traced.read
    if sentence is None or read is None:
        yield "Names", ["no word of the tables in this sentence"]
        return
    yield (
        "Names",
        [_slot(one, sentence, reference) for one in read.slots] or ["no State, group or body of the tables"],
    )
    things = [
        f"{unit.written} = {' or '.join(s.value for s in unit.all('item'))}"
        for unit in sentence.units
        if unit.all("item")
    ]
    yield "Things", things or ["none named"]
    places = [f"{unit.written} = {s.value}" for unit in sentence.units for s in unit.all("place")]
    if places:
        yield "Places", [_place(one, reference) for one in places]
    meant = list(_antecedents(traced, reference))
    if meant:
        yield "Who is meant", meant
    if read.cues:
        yield "Cues", [_cue(one, sentence) for one in read.cues]
    if read.attributions:
        yield "Who speaks", [_said(one) for one in read.attributions]
    if read.times:
        yield "Times", [_time(one, document.text) for one in read.times]
    if not read.stood:
        yield "Frames", ["none: no verb or noun of the word tables with a party or a thing"]
    for stood in read.stood:
        yield f"Frame {stood.frame.kind}", list(_frame(stood.frame, sentence))
        yield "Standing", list(_stands(stood, traced, read, sentence))
    if traced.answers:
        yield "Answers", [_answer(one) for one in traced.answers]


def _slot(slot: Slot, sentence: Sentence, reference: Reference) -> str:
    words = " ".join(unit.written for unit in sentence.units[slot.first : slot.last + 1])
    actor = reference.actor(slot.actor)
    named = f"{slot.actor} ({actor.name})" if actor is not None else slot.actor or "no actor"
    role = "" if slot.role == "party" else f", {slot.role}"
    organ = f", organ {slot.organ}" if slot.organ else ""
    return f"{words} = {named}: case {_CASES.get(slot.case, slot.case)}, by {slot.how}{role}{organ}"


def _antecedents(traced: TracedSentence, reference: Reference) -> Iterator[str]:
    """Each word that stands for a party named elsewhere, with whom it was taken for."""
    sentence, read = traced.sentence, traced.read
    if sentence is None or read is None:
        return
    seen: set[tuple[str, str]] = set()
    for unit in sentence.units:
        if unit.actor is not None and unit.actor.kind in ("epithet", "fuzzy"):
            seen.add((unit.written, unit.actor.value))
            yield _meant(unit.written, unit.actor.value, unit.actor.kind, reference)
    told = [one for stood in read.stood for one in stood.statements] + list(traced.statements)
    for one in told:
        for end in (one.giver, one.taker):
            if end is not None and end.how in _STOOD_FOR and (end.text, end.id) not in seen:
                seen.add((end.text, end.id))
                yield _meant(end.text, end.id, end.how, reference)


def _meant(words: str, actor: str, how: str, reference: Reference) -> str:
    row = reference.actor(actor)
    named = f"{actor} ({row.name})" if row is not None else actor
    word = f"“{words}”" if words else "nothing written"
    return f"{word} = {named}, by {_STOOD_FOR[how]}: lowers the certainty"


def _cue(cue: Cue, sentence: Sentence) -> str:
    reach = " ".join(unit.written for unit in sentence.units[cue.low : cue.high + 1])
    return f"{_written(sentence, cue)}, reaches “{short(reach)}”"


def _written(sentence: Sentence, cue: Cue) -> str:
    words = " ".join(unit.written for unit in sentence.units[cue.first : cue.last + 1])
    return f"“{words}” ({cue.axis} {cue.value})"


def _place(written: str, reference: Reference) -> str:
    place = reference.places.get(written.rpartition(" = ")[2])
    if place is None:
        return written
    held = f", held by {place.controller}" if place.controller and place.controller != place.state else ""
    return f"{written} (territory of {place.state or 'nobody in particular'}{held})"


def _said(one: Attribution) -> str:
    who = one.actor or one.words or one.pronoun or "nobody named"
    return f"{one.words or who}{f' = {one.actor}' if one.actor else ''}{', passive' if one.passive else ''}"


def _time(one: TimeExpression, text: str) -> str:
    days = f"{one.first_day or 'open'} to {one.last_day or 'open'}"
    counted = f", counted from {one.anchor_used}" if one.anchor_used else ""
    return f"“{text[one.span.start : one.span.end]}” = {days} ({one.basis}, to the {one.precision}{counted})"


def _frame(frame: Frame, sentence: Sentence) -> Iterator[str]:
    units = sentence.units
    part = "noun" if frame.noun else "verb"
    yield f"trigger “{units[frame.index].written}” ({part}{', ' + frame.activity if frame.activity else ''})"
    things = ", ".join(units[at].written for at in frame.items) or frame.default_item or "none"
    yield f"giver {_ends(frame.givers)}; item {things}; taker {_ends(frame.takers)}"
    if frame.wanting:
        word = f"“{frame.pronoun}”" if frame.pronoun else "nothing"
        yield f"the {frame.wanting} is open: {word} stands for it"
    if frame.origin is not None:
        yield f"origin of the thing: {frame.origin.actor}"
    if frame.made is not None:
        yield f"make of the thing: {frame.made.actor}, which supplies nothing by itself"


def _ends(slots: Sequence[Slot]) -> str:
    return " and ".join(slot.actor or "?" for slot in slots) or "open"


def _answer(one: Response) -> str:
    things = f" with {', '.join(one.items)}" if one.items else ""
    return f"{one.party.name} denies what the text tells of it{things}: “{short(one.evidence.exact)}”"


def _stands(stood: Stood, traced: TracedSentence, read: Read, sentence: Sentence) -> Iterator[str]:
    yield from _standing(stood.standing)
    reaching = [_written(sentence, cue) for cue in read.cues if cue.reaches(stood.frame.index)]
    yield f"cues that reach it: {', '.join(reaching) or 'none'}"
    if stood.standing.drop:
        return
    yield from (f"lost: {why}" for why in stood.lost)
    for one in stood.statements:
        kept = any(
            one.evidence == other.evidence and one.activities == other.activities for other in traced.statements
        )
        yield f"{'statement' if kept else 'no statement of its own'}: {_statement(one)}"


def _statement(one: Statement) -> str:
    ends = f"{_who(one.giver)} > {_who(one.taker)}"
    days = f"{one.period.first_day} to {one.period.last_day} ({one.period.basis})"
    return f"{', '.join(one.activities)} {ends}, {one.status.value}, {days}"


def _who(party: Party | None) -> str:
    return party.id if party is not None else "?"


def _standing(found: Standing) -> Iterator[str]:
    if found.drop:
        yield f"no claim: it belongs to the bin “{found.drop}”"
        return
    why = [note for note in (*found.notes, *found.facts) if note]
    yield f"{found.status.value}, modality {found.modality} of 5{' (' + ', '.join(why) + ')' if why else ''}"
    speakers = [one.words or one.actor for one in found.speakers]
    if speakers:
        yield f"said by {', '.join(speakers)}"
    if found.deniers:
        yield f"denied by {', '.join(slot.actor for slot in found.deniers)}"
    if found.verdict:
        yield "the sentence itself links it to a rule"
    if found.signal.value != "none":
        yield f"signal {found.signal.value}"


def short(text: str, longest: int = _LONGEST) -> str:
    """A text on one line, cut when it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"
