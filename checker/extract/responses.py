"""Denials that stand in a sentence of their own, or beside the conduct, and whom they answer (typology P5, P6, P8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.extract.anaphora import Memory, party
from checker.extract.assertion import Cue, find_cues
from checker.extract.scene import Read, Scene
from checker.extract.slots import Slot
from checker.extract.standing import is_refused
from checker.extract.subjects import find_subject
from checker.extract.units import Sentence
from checker.extract.verbs import verb_group
from checker.model import Evidence, Party, Signal, Statement, Status

_BACK = 4
"""How many statements back an answer without its own conduct may reach when its speaker is no party to the nearest."""


@dataclass(frozen=True, slots=True)
class Response:
    """A denial with who denies; ``order`` is the number of statements read when it came."""

    party: Party
    evidence: Evidence
    order: int


def find_responses(sentence: Sentence, read: Read, scene: Scene, memory: Memory, order: int) -> tuple[Response, ...]:
    """The denials a sentence holds beside (or without) conduct of its own, one for each who denies."""
    cues = [cue for cue in find_cues(sentence) if cue.axis == "deny"]
    if not cues or any(cue.value == "nonanswer" for cue in cues):
        return ()
    if any(statement.denied_by for statement in read.statements):
        return ()
    cue = next((one for one in cues if "v" in one.sense.features), cues[0])
    text = scene.text[sentence.span.start : sentence.span.end]
    evidence = Evidence(text, sentence.span.start, sentence.span.end, scene.block)
    at = order + len(read.statements)
    return tuple(Response(denier, evidence, at) for denier in _deniers(sentence, cue, read, scene, memory))


def grants_exemption(sentence: Sentence) -> bool:
    """True when a sentence says that the Council or its Committee allowed what was told before."""
    return any(cue.value == "exempt_granted" and not is_refused(sentence.units, cue) for cue in find_cues(sentence))


def exempted(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of one sentence when the next one says that they were allowed."""
    return tuple(
        replace(one, signal=Signal.EXEMPT_GRANTED) if one.signal is Signal.NONE else one for one in statements
    )


def _deniers(sentence: Sentence, cue: Cue, read: Read, scene: Scene, memory: Memory) -> tuple[Party, ...]:
    if "v" in cue.sense.features:
        group = verb_group(sentence.units, cue.first, scene.grammar)
        subject = find_subject(sentence.units, group, read.slots, scene.grammar)
        if len(subject.slots) > 1 and not group.negated:
            found = (
                party(s.actor, sentence.units[s.index].written, s.how, s.organ, scene.reference.actors)
                for s in subject.slots
            )
            return tuple(one for one in found if one is not None)
    denier = _denier(sentence, cue, read, scene, memory)
    return (denier,) if denier is not None else ()


def _denier(sentence: Sentence, cue: Cue, read: Read, scene: Scene, memory: Memory) -> Party | None:
    units = sentence.units
    slot: Slot | None = None
    pronoun = ""
    if "v" in cue.sense.features:
        group = verb_group(units, cue.first, scene.grammar)
        if group.negated:
            return None
        subject = find_subject(units, group, read.slots, scene.grammar)
        if subject.slots:
            slot = subject.slots[0]
        elif subject.pronoun:
            pronoun = subject.pronoun
        elif subject.head >= 0 or not subject.known:
            slot = next(
                (one for one in read.slots if abs(one.index - cue.first) <= 5 and one.role in ("party", "linked")),
                None,
            )
            if group.passive or (slot is None and not subject.known):
                return None
    else:
        if _negated_cue(sentence, cue):
            return None
        before = [
            one
            for one in read.slots
            if one.last < cue.first and one.role == "party" and one.case in ("", "src", "for")
        ]
        slot = (
            before[0] if before else next((one for one in read.slots if one.role == "party" and one.case == ""), None)
        )
        if slot is None and any(unit.is_function("pron") for unit in units[:3]):
            pronoun = units[0].text
    if slot is not None:
        return party(slot.actor, units[slot.index].written, slot.how, slot.organ, scene.reference.actors)
    if pronoun:
        known = memory.pronoun(pronoun)
        return party(known, pronoun, "anaphora", "", scene.reference.actors) if known else None
    return None


def _negated_cue(sentence: Sentence, cue: Cue) -> bool:
    return any(unit.is_function("neg") for unit in sentence.units[max(0, cue.first - 4) : cue.first])


def attach_responses(statements: Sequence[Statement], responses: Sequence[Response]) -> tuple[Statement, ...]:
    """The statements, with each denial on the nearest earlier conduct that its speaker is a party to, else the nearest later."""
    out = list(statements)
    for response in responses:
        target = _answered(out, response)
        for index in target:
            one = out[index]
            if one.giver is None and f"made:{response.party.id}" in one.facts:
                # whoever denies having supplied what is of its make is the supposed giver (typology, annex A, claim 2)
                one = replace(one, giver=replace(response.party, how="origin"))
            if response.party.id not in (denier.id for denier in one.denied_by):
                out[index] = replace(
                    one, denied_by=(*one.denied_by, response.party), denials=(*one.denials, response.evidence)
                )
    return tuple(out)


def _answered(statements: Sequence[Statement], response: Response) -> list[int]:
    before = range(min(response.order, len(statements)) - 1, -1, -1)
    made = next(
        (
            index
            for index in before
            if f"made:{response.party.id}" in statements[index].facts and statements[index].giver is None
        ),
        None,
    )
    if made is not None:
        own = next((index for index in before if _concerns(statements[index], response.party.id)), made)
        return [made] if own == made else [own, made]
    for index in before:
        if _concerns(statements[index], response.party.id):
            return [index]
    for index in range(response.order, min(response.order + _BACK, len(statements))):
        if _concerns(statements[index], response.party.id):
            return [index]
    return []


def _concerns(statement: Statement, actor: str) -> bool:
    if statement.status is Status.DENIED:
        return False
    ends = {one.id for one in (statement.giver, statement.taker, statement.actor) if one is not None}
    made = {fact.removeprefix("made:") for fact in statement.facts if fact.startswith("made:")}
    return actor in ends | made
