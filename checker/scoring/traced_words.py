"""The words of a trace: what a frame was, whom a sentence names, why nothing came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.extract.anaphora import party
from checker.extract.assertion import Cue
from checker.extract.scene import Stood
from checker.extract.tracing import TracedSentence
from checker.model import Actor, Span, Statement
from checker.scoring.gold import GoldClaim

_LONGEST = 100
Told = tuple[TracedSentence, Stood]


def meets_place(one: Statement, place: Span) -> bool:
    """True when the evidence of a statement meets the place."""
    return place.meets(Span(one.evidence.start, one.evidence.end))


def ends_told(giver: str | None, taker: str | None) -> str:
    """Both ends of a flow."""
    return f"{giver or '?'} > {taker or '?'}"


def stood_in(near: Sequence[TracedSentence], place: Span) -> list[Told]:
    """The frames of the sentences, each with its sentence; those whose words meet the place come first."""
    found = [(one, stood) for one in near if one.read is not None for stood in one.read.stood]
    return sorted(found, key=lambda told: not any(meets_place(one, place) for one in told[1].statements))


def why_no_conduct(one: TracedSentence, stood: Stood) -> str:
    """The bin of a frame that is no claim, with the cues that reach it."""
    cues = one.read.cues if one.read is not None else ()
    cues_told = ", ".join(_cue(cue, one) for cue in cues if cue.reaches(stood.frame.index)) or "no cue"
    trigger = trigger_of(one, stood)
    if stood.standing.drop:
        return f"{trigger} belongs to the bin “{stood.standing.drop}” ({cues_told})"
    return f"{trigger} was taken for an answer to what was told before, or for a repetition ({cues_told})"


def _cue(cue: Cue, one: TracedSentence) -> str:
    return f"“{_written(one, cue.first, cue.last)}” {cue.axis} {cue.value}"


def _written(one: TracedSentence, first: int, last: int) -> str:
    units = one.sentence.units[first : last + 1] if one.sentence is not None else ()
    return " ".join(unit.written for unit in units)


def trigger_of(one: TracedSentence, stood: Stood) -> str:
    """The kind of a frame with its word."""
    return f"{stood.frame.kind} “{_written(one, stood.frame.index, stood.frame.index)}”"


def named_in(one: TracedSentence, actors: Mapping[str, Actor]) -> Iterator[str]:
    """Ids of those whom a sentence names, or whom its pronouns were taken for."""
    if one.read is None:
        return
    for slot in one.read.slots:
        found = party(slot.actor, "", "", "", actors)
        yield found.id if found is not None else slot.actor
    for told in (*one.statements, *(s for stood in one.read.stood for s in stood.statements)):
        yield from (who.id for who in (told.giver, told.taker) if who is not None)


def cut_apart(near: Sequence[TracedSentence], wanting: Sequence[str], actors: Mapping[str, Actor]) -> str:
    """The pieces of an anchor that was cut so that no piece names both ends, or empty."""
    each = [set(named_in(one, actors)) for one in near]
    if len(near) < 2 or not set(wanting) <= set().union(*each) or any(set(wanting) <= one for one in each):
        return ""
    words = [one.sentence.text if one.sentence is not None else "…" for one in near]
    return "cut into " + " | ".join(f"“{short(one)}”" for one in words)


def unnamed_in(unnamed: Sequence[str], named: set[str], near: Sequence[TracedSentence], words: str) -> str:
    """Which ends nobody was found for, and whom the sentences name instead."""
    stood = [one.frame.pronoun for each in near if each.read for one in each.read.stood if one.frame.pronoun]
    other = f", “{stood[0]}” stood for somebody else" if stood else ""
    others = f"found {', '.join(sorted(filter(None, named)))}" if any(named) else "nobody found"
    return f"no {' and no '.join(unnamed)} in “{short(words)}”: {others}{other}"


def nearness(gold: GoldClaim, stood: Stood, actors: Mapping[str, Actor]) -> tuple[int, int]:
    """How near a frame comes to a gold claim: ends that agree, then activities."""
    givers, takers = _sides(stood, actors)
    codes = {code for one in stood.statements for code in one.activities}
    return (gold.giver in givers) + (gold.taker in takers), len(codes & {gold.activity, *gold.accept})


def _sides(stood: Stood, actors: Mapping[str, Actor]) -> tuple[set[str], set[str]]:
    """Givers and takers of a frame as its statements have them, else as its slots do."""
    if stood.statements:
        return (
            {one.giver.id for one in stood.statements if one.giver is not None},
            {one.taker.id for one in stood.statements if one.taker is not None},
        )
    slots = (stood.frame.givers, stood.frame.takers)
    sides = [[party(slot.actor, "", "", "", actors) for slot in side] for side in slots]
    return {one.id for one in sides[0] if one is not None}, {one.id for one in sides[1] if one is not None}


def other_roles(gold: GoldClaim, one: TracedSentence, stood: Stood, actors: Mapping[str, Actor]) -> str:
    """What a frame had in place of the ends or the activity of a gold claim."""
    givers, takers = _sides(stood, actors)
    trigger = trigger_of(one, stood)
    if all(wanted in ids if ids else wanted is None for wanted, ids in ((gold.giver, givers), (gold.taker, takers))):
        codes = ", ".join(dict.fromkeys(code for told in stood.statements for code in told.activities)) or "nothing"
        return f"{trigger} read as {codes}, gold {gold.activity}"
    sides = f"giver {' and '.join(sorted(givers)) or 'open'}, taker {' and '.join(sorted(takers)) or 'open'}"
    return f"{trigger} had {sides}, gold {ends_told(gold.giver, gold.taker)}"


def short(text: str) -> str:
    """A text on one line, cut when it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
