"""From the frames of a sentence to statements: parties resolved, things named, days found, voices attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from checker.extract.activities import derive_activities
from checker.extract.anaphora import Memory
from checker.extract.anaphoric_times import with_years_meant
from checker.extract.assertion import find_cues
from checker.extract.attribution import find_attributions
from checker.extract.borrowed_ends import borrow
from checker.extract.copulas import find_copulas, find_gifts, with_whom_it_is
from checker.extract.frame import Frame
from checker.extract.frame_needs import HELD_APART, WITHOUT_A_THING, crosses_only, forms_something, is_outside
from checker.extract.frames import find_frames
from checker.extract.institutions import as_presence, institutional_ends, listing_facts
from checker.extract.omissions import find_omissions
from checker.extract.pronoun_ends import resolve_pronouns
from checker.extract.scene import Dropped, Read, Scene, Stood
from checker.extract.shared_verbs import distribute
from checker.extract.slot_finding import find_slots
from checker.extract.slots import Slot
from checker.extract.standing import Standing, stand
from checker.extract.stated_breaches import UNSTATED, find_breaches
from checker.extract.statement_days import find_period
from checker.extract.statement_parties import (
    add_announcer,
    add_denier,
    add_origin,
    describes_somebody,
    find_other_state,
    find_unnamed_receiver,
    named_parties,
    without_towns_left,
)
from checker.extract.statement_places import find_host, find_places
from checker.extract.statement_things import above_cap, find_facts, find_items, find_lines, quantities_near
from checker.extract.statement_voices import compliance_signal, find_speakers, weigh_voices
from checker.extract.timing import TimeExpression, find_times
from checker.extract.travel import find_journeys
from checker.extract.units import Sentence
from checker.model import Evidence, Party, Signal, Span, Statement, Status
from checker.text import Shadow

_MAX_COMBINATIONS = 4


def read_sentence(sentence: Sentence, scene: Scene, memory: Memory) -> Read:
    """The statements of a sentence, in order of their triggers; what was no claim is told apart by its bin."""
    slots = find_slots(sentence.units, scene.grammar.code)
    cues = find_cues(sentence)
    said = find_attributions(sentence, slots, scene.grammar)
    verbs = borrow(distribute(find_frames(sentence, slots, scene.grammar), sentence, slots), sentence, slots)
    verbs = tuple(as_presence(with_whom_it_is(one, sentence.units, slots), scene) for one in verbs)
    frames = (*verbs, *find_copulas(sentence, slots, verbs), *(find_gifts(sentence, slots) if not verbs else ()), *find_journeys(sentence, slots, scene.grammar))
    frames = (*frames, *(find_omissions(sentence, slots) if not verbs else ()))
    frames = (*frames, *find_breaches(sentence, slots, scene.grammar, frames, scene))
    times = (
        find_times(
            scene.text[sentence.span.start : sentence.span.end],
            scene.grammar.code,
            scene.published,
            sentence.span.start,
        )
        if frames
        else ()
    )
    times = with_years_meant(times, scene.text, sentence.span)
    statements: list[Statement] = []
    dropped: list[Dropped] = []
    stood: list[Stood] = []
    for frame in frames:
        standing = stand(sentence, frame, cues, said, slots, scene.grammar)
        span = _extent(sentence, frame, scene.shadow)
        lost: list[str] = []
        found = _statements(sentence, frame, standing, span, scene, memory, times, slots, lost)
        stood.append(Stood(frame, standing, tuple(found), tuple(dict.fromkeys(lost))))
        if standing.drop:
            dropped.extend(Dropped(span.start, span.end, standing.drop, one.activities) for one in found)
        else:
            # a denial without a party is an answer to what others say, not conduct of its own
            statements.extend(one for one in found if one.status is not Status.DENIED or one.giver or one.taker)
    heard = {one.actor for one in said} - {end.id for one in statements for end in (one.giver, one.taker) if end}
    heard -= scene.targets.all
    subjects = tuple(
        dict.fromkeys(
            slot.actor for slot in slots if slot.case == "" and slot.role == "party" and slot.actor not in heard
        )
    )
    return Read(_without_repeats(statements), tuple(dropped), slots, subjects, said, tuple(stood), cues, times)


def _extent(sentence: Sentence, frame: Frame, shadow: Shadow) -> Span:
    first, last = frame.arguments.extent
    units = sentence.units
    first = max(0, min(first, len(units) - 1))
    last = max(first, min(last, len(units) - 1))
    while last > first and (
        units[last].text in (",", '"', "-", "'") or units[last].is_function("prep", "coord", "det", "sub", "aux")
    ):
        last -= 1
    return shadow.to_source(units[first].start, units[last].end)


def _statements(
    sentence: Sentence, frame: Frame, standing: Standing, span: Span, scene: Scene, memory: Memory,
    times: Sequence[TimeExpression], slots: Sequence[Slot], lost: list[str],
) -> list[Statement]:  # fmt: skip
    """The statements of one frame; ``lost`` is told why there are none, or fewer than pairs of ends."""
    actors = scene.reference.actors
    givers = named_parties(without_towns_left(frame, scene), sentence, actors)
    takers = named_parties(frame.takers, sentence, actors)
    notes: list[str] = [*frame.notes, *standing.notes]
    items = find_items(frame, sentence, memory)
    if not items and frame.kind not in WITHOUT_A_THING:
        lost.append("mention: no thing named, and none to remember")
        return []
    facts = find_facts(frame, standing, sentence)
    if "breach_stated" in frame.notes:
        facts.add(UNSTATED)
    givers, takers = resolve_pronouns(frame, givers, takers, memory, scene, standing, slots, sentence)
    givers = add_origin(frame, sentence, givers, takers, facts, scene)
    if frame.kind in ("HOLD", "SERVE", "FORCE"):
        settled = institutional_ends(frame, sentence, slots, scene)
        if settled is None:
            lost.append("frame: the ends fit no rule about listed parties or armed forces")
            return []
        givers, takers = settled
        facts |= listing_facts(frame, sentence)
    lines = find_lines(frame, sentence, items, scene)
    if is_outside(frame, sentence, givers, items, lines, facts, scene):
        lost.append(f"frame: {frame.kind} needs another thing, or a giver")
        return []
    quantity = quantities_near(sentence, frame, scene)
    if standing.signal is Signal.NONE and any(one.unit == "times_limit" and (one.low or 0) > 1 for one in quantity):
        standing = replace(standing, signal=Signal.CAP_OVER)
    elif standing.signal is Signal.NONE:
        standing = replace(standing, signal=above_cap(quantity, lines))
    planned = standing.status is Status.PLANNED or (standing.status is Status.HYPOTHETICAL and "future" in notes)
    period = find_period(sentence, frame, span, scene, times, planned)
    places = find_places(sentence)
    takers = find_host(frame, sentence, takers, givers, slots, scene)
    if not takers and frame.kind in ("SUPPLY", "TRAIN", "EQUIP", "MOVE"):
        takers = find_unnamed_receiver(frame, sentence, givers, slots, memory, scene)
    takers = takers or find_other_state(frame, standing, givers, slots, sentence, scene)
    if not takers and (crosses_only(frame) or forms_something(frame, sentence.units)):
        return []
    givers = add_announcer(frame, standing, givers, takers, sentence, scene)
    givers, takers = add_denier(frame, standing, givers, takers, scene, memory)
    if frame.arguments.subject.head >= 0 or any(
        slot.role == "linked" for slot in slots if first_of(frame) <= slot.index <= frame.arguments.extent[1]
    ):
        facts.add("agent:other")
    first, last = frame.arguments.extent
    if any(describes_somebody(unit) for unit in sentence.units[first : last + 1]):
        facts.add("agent:other")
    out: list[Statement] = []
    evidence = Evidence(scene.text[span.start : span.end], span.start, span.end, scene.block)
    ends: list[tuple[Party | None, Party | None]] = list(product(givers or (None,), takers or (None,)))
    for giver, taker in ends[:_MAX_COMBINATIONS]:
        if giver is not None and taker is not None and giver.id == taker.id and taker.id in _FOLDED:
            # "a leader of one gang smuggled rifles to another": all gangs have one name here
            giver = None
        if giver is not None and taker is not None and giver.id == taker.id and not set(places) & HELD_APART:
            lost.append(f"frame: {giver.id} at both ends")
            continue
        if giver is None and taker is None and not standing.drop:
            notes = [*notes, "no_party"]
        activities = derive_activities(
            frame.kind,
            frame.activity,
            lines,
            giver.id if giver else "",
            taker.id if taker else "",
            scene.targets,
            frozenset(facts),
        )
        if not activities:
            ends_told = f"{giver.id if giver else '?'} > {taker.id if taker else '?'}"
            lost.append(f"frame: {frame.kind} of {', '.join(item.id for item in items)} {ends_told} is no conduct")
            continue
        if (
            frame.kind == "REPATRIATE"
            and standing.status is Status.DENIED
            and "negated" in standing.notes
            and not standing.deniers
            and not (taker is not None and any(said.actor == taker.id for said in standing.speakers))
        ):
            # "has not sent its workers home": the omission is the conduct, and nobody's denial
            kept = Status.ALLEGED if standing.speakers else Status.ASSERTED
            notes_kept = tuple(note for note in standing.notes if note != "negated")
            standing = replace(standing, status=kept, modality=3, notes=notes_kept)
            facts.add("still")
        speakers = find_speakers(standing.speakers, memory, scene, sentence)
        status, modality, signal, denied_by, denials = weigh_voices(
            standing, speakers, giver, taker, memory, scene, sentence, evidence
        )
        if status is None:
            lost.append("assertion: nothing is left of it once its voices are weighed")
            continue
        signal = compliance_signal(frame, standing, status, signal, facts)
        if signal is Signal.COMPLIANCE and status is Status.DENIED:
            lost.append("assertion: compliance that is denied")
            continue
        if (
            frame.kind == "REPATRIATE"
            and status is Status.DENIED
            and not standing.deniers
            and signal is not Signal.COMPLIANCE
        ):
            # "has not sent its workers home": the omission is the conduct
            status, modality = (Status.ALLEGED if speakers else Status.ASSERTED), 3
            denied_by = ()
            facts.add("still")
        actor = (
            taker
            if frame.kind in ("ACQUIRE", "HOST", "USE", "LABOUR", "REPATRIATE") and taker is not None
            else giver or taker
        )
        verdict_by = speakers if standing.verdict else ()
        out.append(
            Statement(
                activities=activities, giver=giver, taker=taker, actor=actor, items=items, status=status, modality=modality,
                period=period, evidence=evidence, speakers=speakers, denied_by=denied_by, denials=denials, quantity=quantity,
                places=places, facts=tuple(sorted(facts)), signal=signal, verdict_by=verdict_by,
                verdict_in_text=standing.verdict, notes=(*notes, *(("verdict_only",) if standing.verdict_only else ()), frame.kind),
            )
        )  # fmt: skip
    return out


_FOLDED = frozenset({"HAITI_GANGS", "CAR_ARMED_GROUPS", "DARFUR_ARMED_GROUPS", "DRC_ARMED_GROUPS"})
"""Names of the tables that stand for many groups."""


def first_of(frame: Frame) -> int:
    """The first unit of a frame's clause."""
    return min(frame.arguments.extent[0], frame.group.start if frame.group is not None else frame.index) - 4


def _without_repeats(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    kept: list[Statement] = []
    for one in statements:
        same = next(
            (
                i
                for i, old in enumerate(kept)
                if old.activities[0] == one.activities[0]
                and old.giver == one.giver
                and old.taker == one.taker
                and old.evidence == one.evidence
            ),
            None,
        )
        if same is None:
            kept.append(one)
        elif one.modality > kept[same].modality:
            kept[same] = replace(one)
    return tuple(kept)
