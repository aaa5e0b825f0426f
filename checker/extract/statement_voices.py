"""Who says a statement, who denies it, and what that leaves of its status."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.anaphora import BODIES, Memory, party
from checker.extract.attribution import Attribution, accuses
from checker.extract.bodies import bodies_in, is_of_colleagues
from checker.extract.frames import Frame
from checker.extract.scene import Read, Scene
from checker.extract.standing import Standing
from checker.extract.units import Sentence
from checker.model import Evidence, Party, Signal, Speaker, Status

_NAME_REACH = 10
_OFFICE_REACH = 3

Voices = tuple[Status | None, int, Signal, tuple[Party, ...], tuple[Evidence, ...]]


def find_speakers(
    said: Sequence[Attribution], memory: Memory, scene: Scene, sentence: Sentence
) -> tuple[Speaker, ...]:
    """Who says it, each once, with pronouns and *the experts* resolved."""
    out: list[Speaker] = []
    text = scene.text[sentence.span.start : sentence.span.end]
    for one in said:
        for speaker in _resolved(one, out, memory, scene, text):
            same = [at for at, old in enumerate(out) if old.id == speaker.id and old.id != "unknown"]
            if not same and (speaker.id, speaker.name) not in ((old.id, old.name) for old in out):
                out.append(speaker)
    return tuple(out)


def _resolved(
    one: Attribution, earlier: Sequence[Speaker], memory: Memory, scene: Scene, text: str
) -> tuple[Speaker, ...]:
    actors = scene.reference.actors
    if one.pronoun and not one.actor:
        if earlier:
            return ()
        known = memory.voices.behind(one.pronoun)
        if known:
            return known
        actor = (memory.subjects[0] if memory.subjects else "") or memory.speaker
        found = party(actor, one.words, "name", "", actors) if actor else None
        return (Speaker(found.id, actors[actor].name),) if found is not None else (Speaker("unknown", one.words),)
    # "South Korea's National Intelligence Service" is the service, "their colleagues for Yemen" no State
    full = bodies_in(one.words)
    unsure = not one.actor or one.epithet or one.actor in BODIES or is_of_colleagues(one.words)
    body = full[0] if full else memory.voices.body(one.words, text) if unsure else ""
    if body and (one.actor not in BODIES or one.actor == "UN"):
        return (Speaker(body, one.words),)
    if one.actor in BODIES:
        return (Speaker(one.actor, one.words or actors[one.actor].name),)
    found = party(one.actor, one.words, "name", "", actors) if one.actor else None
    if found is not None:
        # a service or panel that speaks is that body, not the State it belongs to
        return (Speaker(found.id, one.words or found.name),)
    person = memory.voices.known_as(one.words)
    if person:
        return (Speaker(person, one.words),)
    held = memory.voices.holder(one.words) if one.official else ""
    if not held and one.official and one.words.lower().startswith(_OWN):
        held = memory.pronoun("it")
    if held:
        return (Speaker(held, one.words),)
    return (Speaker("unknown", one.words),) if one.named and one.words else ()


_OWN = ("its ", "their ", "son ", "sa ", "leur ", "leurs ")


def _seat_offices(read: Read, sentence: Sentence, memory: Memory) -> None:
    """Remembers the offices that stand beside the name of their State: *South Korea's defence minister*."""
    for slot in read.slots:
        if slot.role not in ("party", "linked") or slot.how in ("body", "media", "group"):
            continue
        near = sentence.units[max(0, slot.first - _OFFICE_REACH) : slot.last + _OFFICE_REACH + 1]
        for unit in near:
            if unit.one("head", "organ") is not None:
                memory.voices.seat(unit.text, slot.actor)


def listen(read: Read, sentence: Sentence, scene: Scene, memory: Memory, block: int) -> None:
    """Keeps in memory who speaks in a sentence, under which names, and whether it is to deny."""
    units = sentence.units
    speakers = find_speakers(read.attributions, memory, scene, sentence)
    _seat_offices(read, sentence, memory)
    memory.voices.hear(scene.text[sentence.span.start : sentence.span.end], speakers, block)
    if speakers:
        memory.voices.denying = any(unit.one("cue", "deny") for unit in units)
    else:
        memory.voices.newcomer = memory.voices.newcomer or any(
            one.case == "" and one.role == "party" and (one.organ or one.how == "leader") for one in read.slots
        )
    verbs = [one.verb for one in read.attributions if one.verb >= 0 and not one.passive]
    if len(speakers) == 1 and speakers[0].id != "unknown" and len(verbs) == 1:
        near = units[max(0, verbs[0] - _NAME_REACH) : verbs[0] + _NAME_REACH]
        memory.voices.meet(
            tuple(
                unit.written
                for unit in near
                if unit.capital and not unit.senses and len(unit.text) > 2 and unit.start > sentence.start
            ),
            speakers[0].id,
        )


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
    # "its trade broke no rules" owns up to nothing
    inner = max(standing.speakers, key=lambda one: one.low, default=None)
    told = inner is not None and inner.low > 0 and inner.actor and inner.actor not in [one.id for one in ends]
    owns = own_voice and not told and not (standing.verdict and "negated_verdict" in standing.notes)
    if owns and status is Status.ALLEGED and modality >= 3 and not _accused(standing, speakers, ends, sentence):
        return Status.ASSERTED, 5, signal, (), ()
    return status, modality, signal, (), ()


def _accused(standing: Standing, speakers: Sequence[Speaker], ends: Sequence[Party], sentence: Sentence) -> bool:
    """True where somebody else accuses: what the accused then says of it is no admission."""
    blames = any(one.verb >= 0 and accuses(sentence.units, one) for one in standing.speakers)
    return blames and any(one.id not in [end.id for end in ends] for one in speakers)


def compliance_signal(frame: Frame, standing: Standing, status: Status, signal: Signal, facts: set[str]) -> Signal:
    """The signal of a frame, which is compliance when workers are said to have been sent home."""
    if (
        frame.kind == "REPATRIATE"
        and "negated" not in standing.notes
        and status in (Status.ASSERTED, Status.ALLEGED, Status.PLANNED)
        and "still" not in facts
    ):
        return Signal.COMPLIANCE
    return signal
