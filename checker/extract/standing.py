"""How a clause stands: asserted, alleged, planned, hypothetical, denied, or no claim at all (typology 3.1, 3.2, 3.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.assertion import Cue
from checker.extract.attribution import Attribution
from checker.extract.frames import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.subjects import Subject, find_subject
from checker.extract.units import Sentence, Unit
from checker.extract.verbs import verb_features, verb_group
from checker.model import Signal, Status

_LAW_MAKERS = frozenset({"UNSC", "UN", "UN_COMMITTEE", "EU", "UN_SECRETARIAT"})
_PERMISSIVE = (
    "autoris",
    "authori",
    "permit",
    "permett",
    "permis",
    "allow",
    "renew",
    "extend",
    "prolong",
    "recondui",
    "prorog",
    "limit",
    "prevoi",
    "prévoi",
    "prevu",
    "prévu",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of one frame, with why; ``drop`` names the bin when it is no claim (``law``, ``negated``, ...)."""

    status: Status
    modality: int
    drop: str = ""
    deniers: tuple[Slot, ...] = ()
    denier_pronoun: str = ""
    speakers: tuple[Attribution, ...] = ()
    verdict: bool = False
    verdict_only: bool = False
    signal: Signal = Signal.NONE
    facts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def stand(
    sentence: Sentence,
    frame: Frame,
    cues: Sequence[Cue],
    said: Sequence[Attribution],
    slots: Sequence[Slot],
    grammar: Grammar,
) -> Standing:
    """How the document vouches for a frame."""
    units = sentence.units
    index = frame.index
    reaching = [
        cue
        for cue in cues
        if cue.reaches(index)
        and not (cue.first <= index <= cue.last and cue.axis not in ("plan", "certainty", "signal"))
    ]
    own = [cue for cue in cues if cue.first <= index <= cue.last and cue.axis == "plan"]
    facts = [cue.value for cue in reaching if cue.axis in ("still", "new", "exercise")]
    signals = [cue.value for cue in reaching if cue.axis == "signal" and not is_refused(units, cue)]
    signal = _strongest_signal(signals)
    speakers = tuple(one for one in said if one.reaches(index) and not one.passive)
    if any(cue.axis == "fiction" for cue in reaching):
        return Standing(Status.HYPOTHETICAL, 0, "fiction")
    if any(cue.axis == "retract" for cue in cues):
        return Standing(Status.DENIED, 0, "retracted")
    if _is_law(sentence, frame, reaching, slots, grammar):
        return Standing(Status.HYPOTHETICAL, 0, "law")
    verdicts = [cue for cue in cues if cue.axis == "verdict"]
    verdict = bool(verdicts)
    verdict_only = frame.noun and any(_verdict_on_noun(sentence, frame, cue, grammar) for cue in verdicts)
    deny = [cue for cue in reaching if cue.axis == "deny" and cue.value == "deny"]
    nonanswer = any(cue.axis == "deny" and cue.value == "nonanswer" for cue in cues)
    deniers: tuple[Slot, ...] = ()
    denier_pronoun = ""
    denied = False
    headline = frame.kind == "SUPPLY" and frame.noun and not units[index].all("trigger")
    if headline:
        deny = [cue for cue in cues if cue.axis == "deny" and cue.value == "deny"]
    for cue in deny:
        if "v" in cue.sense.features:
            group = verb_group(units, cue.first, grammar)
            if group.negated or nonanswer or (cue.last >= index and not headline):
                continue
            found = find_subject(units, group, slots, grammar)
            inverted = _right_of(cue.last, slots) if not found.slots else ()
            deniers = found.slots or inverted
            denier_pronoun = found.pronoun
            denied = True
        elif (frame.noun or cue.first > index or cue.last < index) and _epithet_denial(units, cue, frame):
            denied = True
            deniers = deniers or tuple(slot for one in speakers for slot in slots if slot.actor == one.actor)[:1]
    negated, ceased = _polarity(units, frame, reaching, grammar)
    counter = _counterfactual(sentence, frame, reaching, grammar)
    if counter:
        return Standing(Status.HYPOTHETICAL, 0, "counterfactual")
    status, modality, notes = _certainty(sentence, frame, reaching, own, speakers, said, grammar)
    if verdict_only and status in (Status.ASSERTED, Status.ALLEGED):
        status, modality, notes = Status.HYPOTHETICAL, 1, ("present",)
    if any(cue.axis == "demand" for cue in reaching) and status in (Status.ASSERTED, Status.ALLEGED):
        demanded = [cue for cue in reaching if cue.axis == "demand"]
        if (
            frame.noun
            or frame.group is None
            or (frame.group.mood in ("infinitive", "gerund", "finite") and any(cue.last < index for cue in demanded))
        ):
            if not _presupposed(frame, demanded, units):
                return Standing(Status.HYPOTHETICAL, 0, "demand")
            status, modality = Status.ALLEGED, 1
    spoken_denial = any("v" in cue.sense.features for cue in deny)
    accused = any(cue.axis == "allege" and cue.value == "accuse" and cue.last < index for cue in reaching)
    if denied and not spoken_denial and accused:
        scoffing = [
            slot
            for cue in deny
            for slot in slots
            if slot.last < cue.first and slot.case == "" and slot.role == "party"
        ]
        return Standing(
            Status.ALLEGED, 3, "", tuple(scoffing[-1:]), "", speakers, verdict, verdict_only, signal, tuple(facts),
            ("answered",),
        )  # fmt: skip
    accusers = [
        one
        for one in speakers
        if one.verb >= 0
        and one.actor not in [slot.actor for slot in deniers]
        and (one.actor or one.words)
        and _accuses(units, one)
    ]
    if denied and accusers:
        return Standing(
            Status.ALLEGED,
            3,
            "",
            deniers,
            denier_pronoun,
            tuple(accusers),
            verdict,
            verdict_only,
            signal,
            tuple(facts),
            ("answered", *notes),
        )
    if denied:
        negated = False
        status, modality = Status.DENIED, 0
    elif negated:
        status, modality = Status.DENIED, 0
    if ceased:
        notes = (*notes, "ceased")
        modality = min(modality, 2)
    return Standing(
        status, modality, "", deniers, denier_pronoun, speakers, verdict, verdict_only, signal, tuple(facts),
        (*notes, *(("negated",) if negated else ())),
    )  # fmt: skip


def _accuses(units: Sequence[Unit], said: Attribution) -> bool:
    """*as X had claimed*, *accused by X of*: a voice that holds what another denies."""
    verb = units[said.verb]
    before = units[max(0, said.verb - 6) : said.verb]
    return any(unit.text in ("as", "comme", "contrairement") for unit in before) or bool(verb.one("cue", "allege"))


def is_refused(units: Sequence[Unit], cue: Cue) -> bool:
    """True for *sans dérogation du comité*: what was not granted is no exemption."""
    before = units[max(0, cue.first - 3) : cue.first]
    return cue.value == "exempt_granted" and any(unit.text in _LACKING for unit in before)


_LACKING = frozenset(["sans", "without", "no", "not", "n't", "never", "aucune", "jamais", "pas"])


def _strongest_signal(values: Sequence[str]) -> Signal:
    for name in ("exempt_granted", "exempt_claimed", "cap_over", "cap_under"):
        if name in values:
            return Signal(name)
    return Signal.NONE


def _right_of(last: int, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    found = next(
        (slot for slot in slots if slot.first in (last + 1, last + 2) and slot.case == "" and slot.role == "party"),
        None,
    )
    return (found,) if found else ()


def _is_law(
    sentence: Sentence, frame: Frame, reaching: Sequence[Cue], slots: Sequence[Slot], grammar: Grammar
) -> bool:
    units = sentence.units
    for cue in reaching:
        if cue.axis != "law":
            continue
        if cue.value == "lawback":
            if not frame.noun or cue.first < frame.index or _verb_between(units, frame.index, cue.first):
                continue
            return True
        if cue.last >= frame.index:
            continue
        if "v" in cue.sense.features:
            group = verb_group(units, cue.first, grammar)
            if group.mood == "participle" and not group.passive and group.start == cue.first:
                continue
            subject = find_subject(units, group, slots, grammar)
            if _lawful(units, subject):
                return True
            if cue.sense.written.startswith(_PERMISSIVE):
                continue
            return True
        return _law_phrase_binds(units, cue, frame)
    return False


def _lawful(units: Sequence[Unit], subject: Subject) -> bool:
    if subject.head >= 0:
        head = units[subject.head].one("head")
        return bool(head and head.kind == "lawnoun")
    return any(slot.actor in _LAW_MAKERS for slot in subject.slots)


def _law_phrase_binds(units: Sequence[Unit], cue: Cue, frame: Frame) -> bool:
    """*a ban on arms sales* is law; *flouting the embargo on Libya by sending rifles* is conduct."""
    if any(unit.text in ("for", "pour") for unit in units[cue.last + 1 : frame.index]):
        return False
    if not frame.noun:
        return cue.last + 6 >= frame.index and not any(
            unit.text in (",", "by", "en") for unit in units[cue.last + 1 : frame.index]
        )
    return cue.last + 7 >= frame.index and not any(unit.text in (",",) for unit in units[cue.last + 1 : frame.index])


def _verb_between(units: Sequence[Unit], first: int, last: int) -> bool:
    return any(
        unit.is_verb and "fin" in verb_features(unit) and not any("n" in sense.features for sense in unit.senses)
        for unit in units[first + 1 : last]
    )


def _verdict_on_noun(sentence: Sentence, frame: Frame, cue: Cue, grammar: Grammar) -> bool:
    """*L'exportation d'armes ... serait une violation*: the noun is the subject of the verdict, not a report."""
    if cue.first <= frame.index:
        return False
    between = sentence.units[frame.index + 1 : cue.first + 1]
    return any(
        (unit.is_function("aux") and "cond" in unit.value("aux").split())
        or "cond" in verb_features(unit)
        or unit.text in ("would", "could", "might")
        for unit in between
    )


def _epithet_denial(units: Sequence[Unit], cue: Cue, frame: Frame) -> bool:
    """*called the report of shell sales fiction*."""
    return abs(cue.first - frame.index) <= 14


def _polarity(units: Sequence[Unit], frame: Frame, reaching: Sequence[Cue], grammar: Grammar) -> tuple[bool, bool]:
    """Whether the frame is negated, and whether it is said to have ceased."""
    negated = False
    ceased = False
    group = frame.group
    if group is not None and group.negated:
        negated = True
    for cue in reaching:
        if cue.axis != "polarity" or cue.last >= frame.index:
            continue
        if cue.value == "cease":
            ceased = True
        elif cue.value == "neg":
            if "v" in cue.sense.features:
                verb = verb_group(units, cue.first, grammar)
                if not (group is not None and group.mood in ("infinitive", "gerund")) and not frame.noun:
                    continue
                negated = negated if negated else negated != (not verb.negated)
            elif (group is None or cue.last < group.start) and _negates_here(units, cue, frame):
                negated = True
    return negated, ceased


def _negates_here(units: Sequence[Unit], cue: Cue, frame: Frame) -> bool:
    """A negation left of the verb group counts when it stands in the same clause: on its subject or governing verb."""
    start = frame.group.start if frame.group is not None else frame.index
    between = units[cue.last + 1 : start]
    if cue.sense.written.lower() in ("ne", "n'"):
        return False
    if frame.noun:
        if any(unit.text in (",",) for unit in between):
            return False
        return len(between) <= 8
    if any(unit.is_function("sub", "rel", "subif") for unit in between):
        return False
    return len(between) <= 10 and not any(unit.text == "," for unit in between)


def _counterfactual(sentence: Sentence, frame: Frame, reaching: Sequence[Cue], grammar: Grammar) -> bool:
    group = frame.group
    if (
        grammar.code == "en"
        and " would have " in f" {sentence.text} "
        and (" had the " in sentence.text or sentence.text.startswith("had ") or " if " in sentence.text)
    ):
        return True
    if group is None:
        return False
    conditions = any(cue.axis == "condition" and cue.value == "if" for cue in reaching)
    if grammar.code == "en":
        had = sentence.units[0].text == "had" or any(
            cue.axis == "condition" and cue.sense.written.lower().startswith("had") for cue in reaching
        )
        return (
            group.perfect
            and bool(group.modals & {"would", "could"})
            and (conditions or had or " had " in sentence.text or "without" in sentence.text)
        )
    si = any(unit.text in ("si", "s'il", "sans") for unit in sentence.units)
    return (
        "cond" in group.modals
        and group.perfect
        and si
        and not group.passive
        and any(cue.axis == "condition" for cue in reaching)
    )


def _certainty(
    sentence: Sentence, frame: Frame, reaching: Sequence[Cue], own: Sequence[Cue], speakers: Sequence[Attribution],
    said: Sequence[Attribution], grammar: Grammar,
) -> tuple[Status, int, tuple[str, ...]]:  # fmt: skip
    group = frame.group
    index = frame.index
    notes: list[str] = []
    modals = group.modals if group is not None else frozenset()
    before = [cue for cue in reaching if cue.last < index or cue.axis in ("certainty", "condition")]
    plans = [
        cue for cue in before if cue.axis == "plan" and cue.last < index and _governs(sentence, cue, frame, grammar)
    ]
    condition = any(cue.axis == "condition" and cue.value == "if" for cue in reaching)
    question = sentence.question or any(
        cue.axis == "condition"
        and cue.value == "question"
        and cue.last < index
        and cue.sense.written not in ("did", "does")
        for cue in reaching
    )
    doubt = any(cue.axis == "certainty" and cue.value == "doubt" and cue.last < index for cue in reaching)
    possible = (
        any(cue.axis == "certainty" and cue.value == "possible" and _close(cue, frame, sentence) for cue in reaching)
        or "could" in modals
    )
    hearsay = any(cue.axis == "certainty" and cue.value == "alleged" for cue in reaching) or any(
        one.passive and one.reaches(index) for one in said
    )
    alleging = any(cue.axis == "allege" and cue.last < index for cue in reaching)
    attempt = any(cue.axis == "attempt" and cue.last < index for cue in reaching)
    if attempt and frame.kind != "TEST":
        return (Status.ALLEGED if speakers else Status.ASSERTED), 1, ("completed:no",)
    if (
        any(cue.axis == "polarity" and cue.value == "cease" and cue.last < index for cue in reaching)
        and "!" in sentence.text
    ):
        return Status.ALLEGED, 1, ()
    future = bool(modals & {"fut"}) and not (group is not None and group.perfect)
    conditional = "cond" in modals or ("would" in modals and grammar.code == "en")
    reported_past = any(one.past and one.verb >= 0 and one.verb < index for one in speakers)
    if condition or question:
        notes.append(
            "future"
            if future or conditional or possible or (condition and group is not None and not group.perfect)
            else "present"
        )
        return Status.HYPOTHETICAL, 1, tuple(notes)
    if doubt:
        notes.append(
            "future"
            if future
            or (group is not None and "subj" not in modals and not group.perfect and grammar.code == "fr")
            or (conditional or possible)
            else "present"
        )
        return Status.HYPOTHETICAL, 1, tuple(notes)
    if conditional and group is not None:
        if grammar.code == "en":
            if group.perfect:
                return Status.HYPOTHETICAL, 1, ("future",)
            return Status.PLANNED, 2 if (reported_past or speakers or plans) else 1, tuple(notes)
        if reported_past and not group.perfect and _que_between(sentence, speakers, index):
            return Status.PLANNED, 2, tuple(notes)
        if plans:
            return Status.PLANNED, 2, tuple(notes)
        return Status.ALLEGED, 2, tuple(notes)
    if plans or own:
        return Status.PLANNED, 2 if any("n" not in cue.sense.features for cue in plans) else 1, tuple(notes)
    if future or "devrait" in modals:
        return Status.PLANNED, 2, tuple(notes)
    if possible:
        if group is not None and "could" in modals and not group.perfect:
            return Status.HYPOTHETICAL, 1, (*notes, "future")
        return (
            (Status.ALLEGED if frame.noun or (group is not None and group.perfect) else Status.HYPOTHETICAL),
            1,
            (*notes, "present"),
        )
    if hearsay:
        return Status.ALLEGED, 2, tuple(notes)
    if speakers or alleging:
        return Status.ALLEGED, 3, tuple(notes)
    return Status.ASSERTED, 4, tuple(notes)


def _close(cue: Cue, frame: Frame, sentence: Sentence) -> bool:
    group = frame.group
    start = group.start if group is not None else frame.index
    if cue.sense.written in ("may", "might", "could", "can"):
        return (group is not None and group.start <= cue.first <= frame.index) or (
            frame.noun and 0 < frame.index - cue.last <= 4
        )
    return abs(cue.last - start) <= 8


def _governs(sentence: Sentence, cue: Cue, frame: Frame, grammar: Grammar) -> bool:
    """A plan word colours a verb in the infinitive or gerund after it, or an action noun close by."""
    units = sentence.units
    group = frame.group
    between = units[cue.last + 1 : group.start if group is not None else frame.index]
    if any(unit.is_function("rel") for unit in between):
        return False
    if "v" in cue.sense.features:
        plan = verb_group(units, cue.first, grammar)
        if plan.mood == "participle" and not plan.passive:
            return False
    if frame.noun:
        return len(between) <= 9 and not any(unit.text in (",", "after", "following", "apres") for unit in between)
    if group is None:
        return False
    if group.mood in ("infinitive", "gerund", "participle"):
        return len(between) <= 12
    if "n" in cue.sense.features and group.mood == "finite":
        return False
    if group.modals & {"would", "fut", "cond", "could"}:
        return True
    return "v" not in cue.sense.features and "n" not in cue.sense.features and len(between) <= 4


def _que_between(sentence: Sentence, speakers: Sequence[Attribution], index: int) -> bool:
    verb = max((one.verb for one in speakers if one.verb < index), default=-1)
    return verb >= 0 and any(unit.text in ("que", "qu'") for unit in sentence.units[verb + 1 : index])


def _presupposed(frame: Frame, demanded: Sequence[Cue], units: Sequence[Unit]) -> bool:
    """*stop arming them* presupposes that they do; *not to sell* presupposes nothing."""
    return any(
        cue.sense.written.lower()
        in (
            "end to",
            "an end to",
            "halt to",
            "must stop",
            "should stop",
            "cesser de",
            "cesse de",
            "fin des",
            "fin aux",
            "arrêt des",
            "mettre fin à",
        )
        for cue in demanded
    )
