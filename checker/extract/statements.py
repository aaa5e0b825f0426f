"""From the frames of a sentence to statements: parties resolved, things named, days found, voices attached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from checker.extract.activities import Targets, derive_activities
from checker.extract.anaphora import BODIES, Memory, party
from checker.extract.assertion import find_cues
from checker.extract.attribution import Attribution, find_attributions
from checker.extract.frames import Frame, find_frames
from checker.extract.languages.protocol import Grammar
from checker.extract.quantities import find_quantities
from checker.extract.slot_finding import find_slots
from checker.extract.slots import Slot
from checker.extract.standing import Standing, stand
from checker.extract.timing import TimeExpression, find_times, period_of
from checker.extract.travel import find_journeys
from checker.extract.units import Sentence, Unit
from checker.model import BlockKind, Evidence, Item, Party, Period, Quantity, Signal, Span, Speaker, Statement, Status
from checker.reference import Reference
from checker.text import Shadow

_MAX_COMBINATIONS = 4
_ITEMS_LAST = 2
"""Over how many sentences without a thing *the shipment* or *them* still finds the thing last named."""

_PEOPLE = frozenset({"person"})
_LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence is read in: the document's text, its shadow, block, day, and the tables."""

    text: str
    shadow: Shadow
    block: BlockKind
    published: date | None
    reference: Reference
    targets: Targets
    grammar: Grammar
    paragraph_times: tuple[TimeExpression, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A frame that is no claim, and the bin it went to."""

    start: int
    end: int
    bin: str
    activities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What one sentence gave."""

    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...]
    slots: tuple[Slot, ...]
    subjects: tuple[str, ...]
    attributions: tuple[Attribution, ...]


def read_sentence(sentence: Sentence, scene: Scene, memory: Memory) -> Read:
    """The statements of a sentence, in order of their triggers; what was no claim is told apart by its bin."""
    slots = find_slots(sentence.units, scene.grammar.code)
    cues = find_cues(sentence)
    said = find_attributions(sentence, slots, scene.grammar)
    frames = (*find_frames(sentence, slots, scene.grammar), *find_journeys(sentence, slots, scene.grammar))
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
    statements: list[Statement] = []
    dropped: list[Dropped] = []
    for frame in frames:
        standing = stand(sentence, frame, cues, said, slots, scene.grammar)
        span = _extent(sentence, frame, scene.shadow)
        found = _statements(sentence, frame, standing, span, scene, memory, times, slots)
        if standing.drop:
            dropped.extend(Dropped(span.start, span.end, standing.drop, one.activities) for one in found)
        else:
            # a denial without a party is an answer to what others say, not conduct of its own
            statements.extend(one for one in found if one.status is not Status.DENIED or one.giver or one.taker)
    subjects = tuple(dict.fromkeys(slot.actor for slot in slots if slot.case == "" and slot.role == "party"))
    return Read(_without_repeats(statements), tuple(dropped), slots, subjects, said)


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
    times: Sequence[TimeExpression], slots: Sequence[Slot],
) -> list[Statement]:  # fmt: skip
    actors = scene.reference.actors
    givers = _parties(frame.givers, sentence, actors)
    takers = _parties(frame.takers, sentence, actors)
    notes: list[str] = [*frame.notes, *standing.notes]
    items = _items(frame, sentence, memory)
    if not items:
        return []
    facts = _facts(frame, standing, items, sentence, scene)
    givers, takers = _resolved(frame, givers, takers, memory, scene, standing, slots, sentence)
    origin = frame.origin or frame.made
    if not givers and origin is not None and frame.kind not in ("TRAIN",):
        found = party(origin.actor, sentence.units[origin.index].written, "origin", "", actors)
        if found is not None and (not takers or found.id != takers[0].id):
            if origin.role == "made":
                facts.add(f"made:{found.id}")
            elif frame.kind == "USE":
                givers = [found]
            else:
                givers = [found]
    lines: frozenset[str] = frozenset()
    for at in frame.items:
        for sense in sentence.units[at].all("item"):
            lines |= sense.features
    for item in items:
        lines |= (
            {item.id} | {row for row in scene.reference.items if scene.reference.is_a(item.id, row)}
            if item.id not in lines
            else frozenset()
        )
    if frame.kind == "TRAIN" and not givers and not frame.noun:
        return []
    if frame.kind == "LABOUR" and "worker" not in lines:
        return []
    if frame.kind == "MOVE" and all(scene.reference.is_a(item.id, "vessel") for item in items):
        return []
    if frame.kind == "USE" and not (lines & {"arms", "missile"}):
        return []
    if frame.kind == "USE" and not givers and "made" not in " ".join(facts):
        return []
    quantity = _quantities(sentence, frame, scene, items)
    if standing.signal is Signal.NONE and any(one.unit == "times_limit" and (one.low or 0) > 1 for one in quantity):
        standing = replace(standing, signal=Signal.CAP_OVER)
    elif standing.signal is Signal.NONE:
        standing = replace(standing, signal=_against_cap(quantity, lines))
    planned = standing.status is Status.PLANNED or (standing.status is Status.HYPOTHETICAL and "future" in notes)
    period = _period(sentence, frame, span, scene, times, planned)
    places = _places(sentence)
    takers = _host(frame, sentence, takers, givers, slots, scene)
    if not takers and frame.kind in ("SUPPLY", "TRAIN", "EQUIP", "MOVE"):
        takers = _unnamed_receiver(frame, sentence, givers, slots, memory, scene)
    givers, takers = _with_denier(frame, standing, givers, takers, scene, memory)
    if frame.arguments.subject.head >= 0 or any(
        slot.role == "linked" for slot in slots if first_of(frame) <= slot.index <= frame.arguments.extent[1]
    ):
        facts.add("agent:other")
    first, last = frame.arguments.extent
    if any(_is_somebody(unit) for unit in sentence.units[first : last + 1]):
        facts.add("agent:other")
    out: list[Statement] = []
    evidence = Evidence(scene.text[span.start : span.end], span.start, span.end, scene.block)
    ends: list[tuple[Party | None, Party | None]] = list(product(givers or (None,), takers or (None,)))
    for giver, taker in ends[:_MAX_COMBINATIONS]:
        if giver is not None and taker is not None and giver.id == taker.id:
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
            continue
        speakers = _speakers(standing.speakers, memory, scene)
        status, modality, signal, denied_by, denials = _voices(
            standing, speakers, giver, taker, memory, scene, sentence, evidence
        )
        if status is None:
            continue
        signal = _compliance(frame, standing, status, signal, facts)
        if signal is Signal.COMPLIANCE and status is Status.DENIED:
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


def _is_somebody(unit: Unit) -> bool:
    """True for *a trader, a tanker, nationals*: an end that is described though not named."""
    head = unit.one("head")
    return head is not None and head.kind in ("firm", "ship", "people")


def _parties(slots: Sequence[Slot], sentence: Sentence, actors: object) -> list[Party]:
    found: list[Party] = []
    for slot in slots:
        one = party(slot.actor, sentence.units[slot.index].written, slot.how, slot.organ, actors)  # type: ignore[arg-type]
        if one is not None and slot.actor not in BODIES and one.id not in (seen.id for seen in found):
            found.append(one)
    return found


def _items(frame: Frame, sentence: Sentence, memory: Memory) -> tuple[Item, ...]:
    found: dict[str, Item] = {}
    for at in frame.items:
        for sense in sentence.units[at].all("item"):
            found.setdefault(sense.value, Item(sense.value, sentence.units[at].written))
    if not found and frame.default_item:
        found[frame.default_item] = Item(frame.default_item, sentence.units[frame.index].written)
    if not found and frame.arguments.wants_item:
        for at in range(frame.index - 1, -1, -1):
            near = sentence.units[at].one("item")
            if near is not None:
                return (Item(near.value, sentence.units[at].written),)
        return memory.items if memory.items_age <= _ITEMS_LAST else ()
    return tuple(found.values())


_FIRST_PERSON = frozenset(["we", "our", "us", "i", "my", "nous", "notre", "nos", "je", "j'", "mon"])


def _resolved(
    frame: Frame, givers: list[Party], takers: list[Party], memory: Memory, scene: Scene, standing: Standing,
    slots: Sequence[Slot], sentence: Sentence,
) -> tuple[list[Party], list[Party]]:  # fmt: skip
    """Fills an end that a pronoun or possessive stands for: from the sentence, from the speaker, from what came before."""
    word = frame.pronoun
    first, last = frame.arguments.extent
    ours = next((unit.text for unit in sentence.units[first : last + 1] if unit.text in _FIRST_PERSON), "")
    word = word or ours
    givers, takers = _clitic(frame, givers, takers, memory, scene, slots)
    if not word:
        return givers, takers
    taken = [one.id for one in (*givers, *takers)]
    found_id = ""
    if word in _FIRST_PERSON:
        found_id = next((one.actor for one in standing.speakers if one.actor), memory.speaker)
    else:
        start = frame.group.start if frame.group is not None else frame.index
        here = [slot for slot in slots if slot.last < start and slot.role == "party" and slot.case == ""]
        found_id = next(
            (slot.actor for slot in reversed(here) if slot.actor not in taken and memory.takes_part(slot.actor)), ""
        )
        found_id = found_id or memory.pronoun(word, taken)
        if not found_id:
            later = [slot for slot in slots if slot.first > last and slot.role == "party" and slot.case == ""]
            found_id = next((slot.actor for slot in later if slot.actor not in taken), "")
    found = party(found_id, word, "anaphora", "", scene.reference.actors) if found_id else None
    if found is None or found.id in taken:
        return givers, takers
    if frame.wanting == "taker" and not takers:
        return givers, [found]
    if not givers and frame.wanting != "taker":
        return [found], takers
    return givers, takers


def _clitic(
    frame: Frame, givers: list[Party], takers: list[Party], memory: Memory, scene: Scene, slots: Sequence[Slot]
) -> tuple[list[Party], list[Party]]:
    """French *lui, leur* before the verb: who receives, or from whom one buys (typology A2)."""
    if frame.group is None:
        return givers, takers
    if frame.arguments.indirect and frame.kind in ("SUPPLY", "MERC", "PEOPLE") and not takers:
        known = memory.recent([one.id for one in givers])
        found = party(known, frame.arguments.indirect, "anaphora", "", scene.reference.actors) if known else None
        return givers, [found] if found is not None else takers
    if not {"lui", "leur"} & set(frame.group.clitics):
        return givers, takers
    taken = [one.id for one in (*givers, *takers)]
    before = [
        slot.actor
        for slot in slots
        if slot.last < frame.group.start and slot.role in ("party", "origin") and slot.actor not in taken
    ]
    known = next((one for one in before if memory.takes_part(one)), "")
    known = known or memory.other_end(taken) or memory.pronoun("lui", taken)
    found = party(known, "lui", "anaphora", "", scene.reference.actors) if known else None
    if found is None or found.id in taken:
        return givers, takers
    if frame.kind == "ACQUIRE":
        return (givers or [found]), takers
    return givers, (takers or [found])


def _unnamed_receiver(
    frame: Frame, sentence: Sentence, givers: list[Party], slots: Sequence[Slot], memory: Memory, scene: Scene
) -> list[Party]:
    """*to the government's army*, *à l'armée*, *aux rebelles*: the receiving office or group of whoever was spoken of last."""
    units = sentence.units
    _first, last = frame.arguments.extent
    for at in range(frame.index + 1, min(last + 4, len(units))):
        unit = units[at]
        if not (unit.is_function("prep", "to") and (unit.text == "to" or unit.value("prep") in ("to", "a", "for"))):
            continue
        for head_at in range(at + 1, min(at + 6, len(units))):
            head = units[head_at].one("head")
            if units[head_at].is_function("prep") or units[head_at].actor is not None:
                break
            if (
                head is None
                or head.kind not in ("organ", "group")
                or any(s.first <= head_at <= s.last for s in slots)
            ):
                continue
            if not any(word.text in _DEFINITE_WORDS for word in units[at:head_at]):
                break
            known = memory.epithet("group" if head.kind == "group" else "state", [one.id for one in givers])
            found = (
                party(known, units[head_at].written, "anaphora", units[head_at].text, scene.reference.actors)
                if known
                else None
            )
            return [found] if found is not None else []
    return []


_DEFINITE_WORDS = frozenset(
    ["the", "its", "their", "le", "la", "les", "l'", "au", "aux", "du", "ses", "leurs", "son", "sa"]
)


def first_of(frame: Frame) -> int:
    """The first unit of a frame's clause."""
    return min(frame.arguments.extent[0], frame.group.start if frame.group is not None else frame.index) - 4


_HOSTED = frozenset({"HOST", "LABOUR", "PEOPLE", "REPATRIATE"})


def _host(
    frame: Frame, sentence: Sentence, takers: list[Party], givers: list[Party], slots: Sequence[Slot], scene: Scene
) -> list[Party]:
    """Where people work: in occupied territory the State that exercises control, else the State the sentence places them in."""
    if frame.kind not in _HOSTED:
        return takers
    taken = {one.id for one in givers}
    holder = _occupier(sentence, slots, scene)
    if holder is not None and holder.id not in taken:
        return [holder]
    for place in _places(sentence):
        row = scene.reference.places.get(place)
        if (
            row is not None
            and row.controller
            and row.controller != row.state
            and row.controller in scene.reference.actors
        ):
            found = party(row.controller, row.name, "context", "", scene.reference.actors)
            if found is not None and found.id not in taken and (not takers or takers[0].id == row.state):
                return [found]
    if takers:
        return takers
    for wanted in ("in", "a", ""):
        for slot in slots:
            if (
                slot.case == wanted
                and slot.role in (("party", "linked", "origin") if wanted == "in" else ("party", "linked"))
                and slot.how not in ("body", "media")
            ):
                found = party(
                    slot.actor, sentence.units[slot.index].written, "context", slot.organ, scene.reference.actors
                )
                if found is not None and found.id not in taken:
                    if wanted == "" and _speaks(slot, sentence):
                        continue
                    return [found]
    return takers


_HELD = ("occup", "control", "annex", "held", "tenu", "conquis", "captured")


def _occupier(sentence: Sentence, slots: Sequence[Slot], scene: Scene) -> Party | None:
    """*territories occupied by X*, *X-held areas*, *sous contrôle de X*: the State that exercises control there."""
    for at, unit in enumerate(sentence.units):
        if not unit.text.startswith(_HELD) or unit.actor is not None:
            continue
        near = [
            slot
            for slot in slots
            if abs(slot.index - at) <= 4
            and slot.how not in ("body", "media", "group")
            and (slot.case in ("by", "of", "") or slot.role == "linked")
        ]
        near = (
            [slot for slot in near if slot.case == "by"]
            or [slot for slot in near if slot.role in ("linked", "made")]
            or near
        )
        near.sort(key=lambda slot: abs(slot.index - at))
        for slot in near:
            if slot.role == "party" and slot.case == "" and slot.index < at and slot.how != "adjective":
                continue
            return party(slot.actor, sentence.units[slot.index].written, "context", "", scene.reference.actors)
    return None


def _speaks(slot: Slot, sentence: Sentence) -> bool:
    """True for a name that is the subject of a verb of saying right after it, or before it."""
    after = sentence.units[slot.last + 1 : slot.last + 3]
    before = sentence.units[max(0, slot.first - 1) : slot.first]
    return any(unit.one("report") for unit in (*after, *before))


def _with_denier(
    frame: Frame, standing: Standing, givers: list[Party], takers: list[Party], scene: Scene, memory: Memory
) -> tuple[list[Party], list[Party]]:
    """Whoever denies conduct whose one end is not named is that end: *no torpedoes were bought from X, Y's navy said*."""
    if standing.status is not Status.DENIED or (givers and takers) or not (givers or takers):
        return givers, takers
    ids = [slot.actor for slot in standing.deniers] or [one.actor for one in standing.speakers if one.actor]
    found = party(ids[0], "", "context", "", scene.reference.actors) if ids and memory.takes_part(ids[0]) else None
    if found is None or found.id in [one.id for one in (*givers, *takers)]:
        return givers, takers
    return (givers or [found]), (takers or [found])


def _facts(frame: Frame, standing: Standing, items: tuple[Item, ...], sentence: Sentence, scene: Scene) -> set[str]:
    facts = set(standing.facts)
    for note in (*frame.notes, *standing.notes):
        if ":" in note or note in ("seized", "use", "at_sea", "ceased", "support"):
            facts.add(note)
    facts |= _range_facts(sentence.text)
    return facts


_RANGE = re.compile(
    r"(?:range|reach|rayon|portee|autonomie)[^.;]{0,60}?(\d[\d ,.]{0,7}\d|\d+) ?(km|kilomet)|(\d[\d ,.]{0,7}\d|\d+) ?-?(?:km|kilomet\w{0,3}) (?:range|de portee|de rayon)"
)
_LISTED_RANGE_KM = 300
"""The range from which an item stands on the missile list S/2015/546 (and in category I of the control regime)."""


def _range_facts(folded: str) -> set[str]:
    """Whether the text states a range that puts a drone or missile on the list, or keeps it off."""
    hit = _RANGE.search(folded)
    if hit is None:
        short = "drone" in folded and any(
            words in folded for words in ("short-range", "short range", "courte portee")
        )
        return {"not:missile_list"} if short else set()
    kilometres = int(re.sub(r"\D", "", hit.group(1) or hit.group(3)))
    return {"missile_list"} if kilometres >= _LISTED_RANGE_KM else {"not:missile_list"}


def _places(sentence: Sentence) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            sense.value
            for at, unit in enumerate(sentence.units)
            for sense in unit.all("place")
            if not any(before.text in _AWAY for before in sentence.units[max(0, at - 3) : at])
        )
    )


_AWAY = frozenset(
    ["from", "not", "outside", "hors", "pas", "loin", "miles", "kilometres", "kilometers", "except", "sauf"]
)


def _quantities(sentence: Sentence, frame: Frame, scene: Scene, items: tuple[Item, ...]) -> tuple[Quantity, ...]:
    written = scene.text[sentence.span.start : sentence.span.end]
    found = []
    starts = [scene.shadow.to_source(sentence.units[at].start, sentence.units[at].end) for at in frame.items]
    for one in find_quantities(written, scene.grammar.code, sentence.span.start):
        near = any(
            -4 <= span.start - one.span.end <= 24 or one.span.start <= span.start <= one.span.end for span in starts
        )
        if near or one.unit in ("times_limit", "barrel", "tonne"):
            found.append(Quantity(one.text, one.low, one.high, one.unit, one.per))
    return tuple(found[:3])


_CAPS = {"refined_petroleum": {"barrel": 500_000.0}, "crude_oil": {"barrel": 4_000_000.0, "tonne": 525_000.0}}
"""The yearly ceilings of 2397:5 and 2397:4, in the resolution's own units."""


def _against_cap(quantity: Sequence[Quantity], lines: frozenset[str]) -> Signal:
    """One amount above the whole year's ceiling is above it; a smaller one proves nothing (typology 1.4)."""
    for item, units in _CAPS.items():
        if item in lines:
            for one in quantity:
                if one.unit in units and one.low is not None and one.low > units[one.unit]:
                    return Signal.CAP_OVER
    return Signal.NONE


def _period(
    sentence: Sentence, frame: Frame, span: Span, scene: Scene, times: Sequence[TimeExpression], planned: bool
) -> Period:
    spoken = _spoken_spans(sentence, scene)
    usable = [
        t
        for t in times
        if not any(low <= t.span.start <= high for low, high in spoken) and not _of_law(t, sentence, scene)
    ]
    middle = (span.start + span.end) // 2
    inside = tuple(
        sorted(
            (
                t
                for t in usable
                if (span.start - 2 <= t.span.start and t.span.end <= span.end + 2) or _runs_since(t, span, sentence)
            ),
            key=lambda t: abs(t.span.start - middle),
        )
    )
    outside = tuple(
        sorted(
            (t for t in usable if t not in inside and t.basis not in ("since", "until", "deadline")),
            key=lambda t: min(abs(t.span.start - span.end), abs(t.span.end - span.start)),
        )
    )
    found = period_of(inside, outside, scene.paragraph_times, scene.published, planned)
    if found is not None:
        return found
    known = scene.reference.known_to
    return Period(_LONG_AGO, known, "unknown")


def _runs_since(time: TimeExpression, span: Span, sentence: Sentence) -> bool:
    """*has shipped shells since August*: the day on which a conduct began stands right behind it, or opens the sentence."""
    return time.basis == "since" and (
        0 <= time.span.start - span.end <= 2 or time.span.start <= sentence.span.start + 1
    )


def _spoken_spans(sentence: Sentence, scene: Scene) -> list[tuple[int, int]]:
    """Stretches right after a verb of saying, where a day is the day of speaking."""
    found = []
    for index, unit in enumerate(sentence.units):
        if unit.one("report") is None or not unit.is_verb or unit.one("item") or unit.one("trigger"):
            continue
        after = sentence.units[min(index + 3, len(sentence.units) - 1)]
        found.append(
            (scene.shadow.to_source(unit.start, unit.end).start, scene.shadow.to_source(after.start, after.end).end)
        )
    return found


_LAW_BEFORE = frozenset(
    [
        "deadline",
        "echeance",
        "resolution",
        "embargo",
        "ban",
        "interdiction",
        "sanctions",
        "depuis_lors",
        "cap",
        "plafond",
        "adopted",
        "adoptee",
        "adopte",
    ]
)


_LISTED_SINCE = ("listed", "designated", "blacklist", "sanctioned", "inscrit", "sanctionné")


def _of_law(time: TimeExpression, sentence: Sentence, scene: Scene) -> bool:
    """A day that belongs to a rule: *the 2017 resolution*, *the deadline of December 2019*."""
    start = scene.shadow.from_source(time.span.start)
    at = sentence.at(start)
    for unit in reversed(sentence.units[max(0, at - 7) : at]):
        if unit.text == ",":
            break
        if unit.text.startswith(_LISTED_SINCE):
            return True
    around = sentence.units[max(0, at - 4) : at + 4]
    return any(
        unit.text in _LAW_BEFORE or unit.text.startswith(("resolution", "deadline", "echeance", "embargo"))
        for unit in around
    )


_PANEL = re.compile(
    r"(?:UN|U\.N\.|United Nations|ONU|Nations unies|Council|Conseil)\W.{0,40}(?:panel|expert|monitor)|(?:panel|experts?|monitors?)\W.{0,40}(?:UN|U\.N\.|United Nations|ONU|Nations unies)",
    re.IGNORECASE,
)


_THE_EXPERTS = re.compile(
    r"(?:the|its|their|le|les|l['’]|ses|leurs?) ?(?:panel|experts?|monitors?|monitoring group|groupe|groupe d['’]experts)$",
    re.IGNORECASE,
)
"""Short for the panel once a text has named it."""


def _speakers(said: Sequence[Attribution], memory: Memory, scene: Scene) -> tuple[Speaker, ...]:
    out: list[Speaker] = []
    for one in said:
        actor, words = one.actor, one.words
        if not actor and one.pronoun:
            actor = (memory.subjects[0] if memory.subjects else "") or memory.speaker
            words = scene.reference.actors[actor].name if actor in scene.reference.actors else words
        found = party(actor, words, "name", "", scene.reference.actors) if actor else None
        if found is None and (_PANEL.search(words) or (_THE_EXPERTS.match(words) and _PANEL.search(scene.text))):
            found = party("UN_PANEL", words, "body", "", scene.reference.actors)
        speaker = Speaker(found.id, words or found.name) if found is not None else Speaker("unknown", words)
        if speaker.id == "unknown" and not one.named:
            continue
        if (speaker.id, speaker.name) not in ((s.id, s.name) for s in out) and (speaker.id != "unknown" or words):
            out.append(speaker)
    return tuple(out)


Voices = tuple[Status | None, int, Signal, tuple[Party, ...], tuple[Evidence, ...]]


def _voices(
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


def _compliance(frame: Frame, standing: Standing, status: Status, signal: Signal, facts: set[str]) -> Signal:
    if (
        frame.kind == "REPATRIATE"
        and "negated" not in standing.notes
        and status in (Status.ASSERTED, Status.ALLEGED)
        and "still" not in facts
    ):
        return Signal.COMPLIANCE
    return signal


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
