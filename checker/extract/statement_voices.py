"""Who says a statement, who denies it, and what that leaves of its status."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract.anaphora import BODIES, Memory, party
from checker.extract.attribution import Attribution
from checker.extract.frames import Frame
from checker.extract.scene import Scene
from checker.extract.standing import Standing
from checker.extract.units import Sentence
from checker.model import Evidence, Party, Signal, Speaker, Status

_PANEL = re.compile(
    r"(?:UN|U\.N\.|United Nations|ONU|Nations unies|Council|Conseil)\W.{0,40}(?:panel|expert|monitor)|(?:panel|experts?|monitors?)\W.{0,40}(?:UN|U\.N\.|United Nations|ONU|Nations unies)",
    re.IGNORECASE,
)
_THE_EXPERTS = re.compile(
    r"(?:the|its|their|le|les|l['’]|ses|leurs?) ?(?:panel|experts?|monitors?|monitoring group|groupe|groupe d['’]experts)$",
    re.IGNORECASE,
)
"""Short for the panel once a text has named it."""

Voices = tuple[Status | None, int, Signal, tuple[Party, ...], tuple[Evidence, ...]]


def find_speakers(said: Sequence[Attribution], memory: Memory, scene: Scene) -> tuple[Speaker, ...]:
    """Who says it, each once, with pronouns and *the experts* resolved."""
    out: list[Speaker] = []
    for one in said:
        actor, words = one.actor, one.words
        if not actor and one.pronoun:
            actor = (memory.subjects[0] if memory.subjects else "") or memory.speaker
            words = scene.reference.actors[actor].name if actor in scene.reference.actors else words
        found = party(actor, words, "name", "", scene.reference.actors) if actor else None
        if found is None and (_PANEL.search(words) or (_THE_EXPERTS.match(words) and _PANEL.search(scene.text))):
            found = party("UN_PANEL", words, "body", "", scene.reference.actors)
        # a service or panel that speaks is that body, not the State it belongs to
        speaker_id = actor if actor in BODIES else found.id if found is not None else "unknown"
        speaker = Speaker(speaker_id, words or (found.name if found is not None else ""))
        if speaker.id == "unknown" and not one.named:
            continue
        if (speaker.id, speaker.name) not in ((s.id, s.name) for s in out) and (speaker.id != "unknown" or words):
            out.append(speaker)
    return tuple(out)


def weigh_voices(
    standing: Standing, speakers: tuple[Speaker, ...], giver: Party | None, taker: Party | None, memory: Memory, scene: Scene,
    sentence: Sentence, evidence: Evidence,
) -> Voices:  # fmt: skip
    """Admission, denial by a party, or a negation that is nobody's denial (which is no statement)."""
    ends = [one for one in (giver, taker) if one is not None]
    status, modality, signal = standing.status, standing.modality, standing.signal
    own_voice = [speaker for speaker in speakers if speaker.id in [one.id for one in ends]]
    if status is Status.DENIED:
        deniers: list[Party] = []
        for slot in standing.deniers:
            found = party(slot.actor, slot.actor, "name", "", scene.reference.actors)
            if found is not None:
                deniers.append(found)
        if not deniers and standing.denier_pronoun:
            known = memory.pronoun(standing.denier_pronoun)
            found = party(known, standing.denier_pronoun, "anaphora", "", scene.reference.actors) if known else None
            deniers = [found] if found is not None else []
        if not deniers and own_voice:
            deniers = [one for one in ends if one.id in [speaker.id for speaker in own_voice]]
        if not deniers and "negated" in standing.notes and not any(one.official for one in standing.speakers):
            return None, 0, signal, (), ()
        whole = scene.text[sentence.span.start : sentence.span.end]
        note = Evidence(whole, sentence.span.start, sentence.span.end, scene.block)
        return status, 0, signal, tuple(deniers), (note,)
    if "answered" in standing.notes:
        answered = tuple(
            one
            for slot in standing.deniers
            if (one := party(slot.actor, slot.actor, "name", "", scene.reference.actors)) is not None
        )
        whole = scene.text[sentence.span.start : sentence.span.end]
        return (
            status,
            modality,
            signal,
            answered,
            (Evidence(whole, sentence.span.start, sentence.span.end, scene.block),),
        )
    if own_voice and status is Status.ALLEGED and modality >= 3:
        return Status.ASSERTED, 5, signal, (), ()
    return status, modality, signal, (), ()


def compliance_signal(frame: Frame, standing: Standing, status: Status, signal: Signal, facts: set[str]) -> Signal:
    """The signal of a frame, which is compliance when workers are said to have been sent home."""
    if (
        frame.kind == "REPATRIATE"
        and "negated" not in standing.notes
        and status in (Status.ASSERTED, Status.ALLEGED)
        and "still" not in facts
    ):
        return Signal.COMPLIANCE
    return signal
