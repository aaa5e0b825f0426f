"""Who says a statement, who denies it, and what that leaves of its status."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract.anaphora import BODIES, Memory, party
from checker.extract.attribution import Attribution, accuses
from checker.extract.bodies import bodies_in, is_of_colleagues
from checker.extract.floor_holders import is_person
from checker.extract.frame import Frame
from checker.extract.relays import with_their_chains
from checker.extract.scene import Read, Scene
from checker.extract.speaker_phrases import words_of
from checker.extract.standing import Standing
from checker.extract.units import Sentence
from checker.extract.voice_memory import FIRST_PERSON
from checker.model import Evidence, Party, Signal, Speaker, Status

_NAME_REACH = 10
_BRIEF = 12
_OPENING = 6
_OFFICE_REACH = 3

Voices = tuple[Status | None, int, Signal, tuple[Party, ...], tuple[Evidence, ...]]


def find_speakers(
    said: Sequence[Attribution], memory: Memory, scene: Scene, sentence: Sentence
) -> tuple[Speaker, ...]:
    """Who says it, each once, with pronouns and *the experts* resolved, and whoever only relays it in their chains."""
    out: list[Speaker] = []
    heard: list[tuple[Attribution, Speaker]] = []
    for one in said:
        for speaker in _resolved(one, out, memory, scene, sentence):
            same = [at for at, old in enumerate(out) if old.id == speaker.id and old.id != "unknown"]
            if not same and (speaker.id, speaker.name) not in ((old.id, old.name) for old in out):
                out.append(speaker)
                heard.append((one, speaker))
    if len(heard) > 1:
        # "I stopped counting," says a shopkeeper
        heard = [one for one in heard if not (one[1].id == "unknown" and one[1].name.lower() in FIRST_PERSON)] or heard[:1]
    return with_their_chains(heard)


def _resolved(
    one: Attribution, earlier: Sequence[Speaker], memory: Memory, scene: Scene, sentence: Sentence
) -> tuple[Speaker, ...]:
    text = scene.text[sentence.span.start : sentence.span.end]
    actors = scene.reference.actors
    if one.pronoun and not one.actor:
        if earlier:
            return ()
        known = memory.voices.behind(one.pronoun)
        accusing = one.verb >= 0 and sentence.units[one.verb].one("cue", "allege") is not None
        if known and not (accusing and {speaker.id for speaker in known} & _named_in(sentence)):
            return known
        if one.pronoun in FIRST_PERSON or accusing:
            # whoever says "we", or accuses, need not be what was spoken of last
            return (Speaker("unknown", one.words),)
        if one.pronoun in _PEOPLE:
            # a person who was not brought on acts for nobody known
            actor = memory.person
        else:
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
    if _ISSUED.match(one.words):
        # "the same statement says": of whoever spoke or came on last
        issuer = memory.voices.behind("it")
        if len(issuer) == 1 and issuer[0].id in actors:
            return (Speaker(issuer[0].id, one.words),)
    held = memory.voices.holder(one.words) if one.official else ""
    if not held and one.words.lower().startswith(_OWN) and one.named:
        # "its director": of whoever spoke or came on last
        near = memory.voices.behind("it") if memory.voices.age == 0 else ()
        held = near[0].id if len(near) == 1 and near[0].id != "unknown" else memory.pronoun("it")
    if held:
        return (Speaker(held, one.words),)
    return (Speaker("unknown", one.words),) if one.named and one.words else ()


_PEOPLE = frozenset(["he", "she", "they", "ils", "elles"])
_ISSUED = re.compile(
    r"(?i)(?:the|this|that|le|la|ce|cette|its|son|sa) (?:same |même |written )?(?:statement|communiqué|letter|reply|response|lettre|réponse|déclaration|message|post|tweet)$"
)
_OWN = ("its ", "their ", "son ", "sa ", "leur ", "leurs ")


def _named_in(sentence: Sentence) -> set[str]:
    return {unit.actor.value for unit in sentence.units if unit.actor is not None}


def _seat_offices(read: Read, sentence: Sentence, memory: Memory) -> None:
    """Remembers the offices that stand beside the name of their State: *South Korea's defence minister*."""
    for slot in read.slots:
        if slot.role not in ("party", "linked") or slot.how in ("body", "media", "group"):
            continue
        near = sentence.units[max(0, slot.first - _OFFICE_REACH) : slot.last + _OFFICE_REACH + 1]
        for unit in near:
            if unit.one("head", "organ") is not None:
                memory.voices.seat(unit.text, slot.actor)


def _brought_on(read: Read, sentence: Sentence, scene: Scene, memory: Memory) -> tuple[Speaker, ...]:
    """The official or body that a sentence without a voice is about: *The Emirati ambassador asked for the floor.*"""
    actors = scene.reference.actors
    units = sentence.units
    for slot in read.slots:
        first = 0 if slot.first <= _OPENING else slot.first - _OFFICE_REACH
        words = words_of(units, first if slot.case else max(0, slot.first - 1), slot.last + _OFFICE_REACH)
        office = slot.organ or slot.how in ("leader", "body") or (slot.first <= _OPENING and is_person(words))
        if slot.case not in ("", "of") or slot.role not in ("party", "linked") or not office:
            continue
        if slot.case == "of" and (slot.first > _OPENING or not is_person(words)):
            continue
        if any(unit.is_verb and unit.actor is None for unit in units[:slot.first]):
            continue
        words = words_of(units, first if slot.case else slot.first, slot.last + 1)
        found = party(slot.actor, words, slot.how, slot.organ, actors) if slot.actor else None
        if found is not None or slot.actor in BODIES:
            return (Speaker(found.id if found is not None else slot.actor, words),)
    text = scene.text[sentence.span.start : sentence.span.end]
    body = memory.voices.body(text, text) if len(text.split()) <= _BRIEF else ""
    return (Speaker(body, text.strip(" .")),) if body else ()


def listen(read: Read, sentence: Sentence, scene: Scene, memory: Memory, block: int) -> None:
    """Keeps in memory who speaks in a sentence, under which names, and whether it is to deny."""
    units = sentence.units
    speakers = find_speakers(read.attributions, memory, scene, sentence)
    _seat_offices(read, sentence, memory)
    memory.voices.hear(scene.text[sentence.span.start : sentence.span.end], speakers, block)
    if speakers:
        memory.voices.denying = any(unit.one("cue", "deny") for unit in units)
    else:
        came = _brought_on(read, sentence, scene, memory)
        if came:
            memory.voices.take(came, silent=True)
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
