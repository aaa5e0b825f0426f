"""How a clause stands: asserted, alleged, planned, hypothetical, denied, or no claim at all (typology 3.1, 3.2, 3.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.asked import asks_for_words, is_asked
from checker.extract.assertion import Cue
from checker.extract.attribution import Attribution, accuses
from checker.extract.certainty import find_certainty, is_counterfactual, is_verdict_on_noun, presupposes_conduct
from checker.extract.denials import find_denial, find_polarity
from checker.extract.frame import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.slots import Slot
from checker.extract.stated_law import states_law
from checker.extract.units import Sentence, Unit
from checker.model import Signal, Status

_LACKING = frozenset(["sans", "without", "no", "not", "n't", "never", "aucune", "jamais", "pas"])


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
    speakers = tuple(
        one for one in said if one.reaches(index) and not one.passive and not _denies_afterwards(units, one, index)
    )
    if any(cue.axis == "fiction" for cue in reaching):
        return Standing(Status.HYPOTHETICAL, 0, "fiction")
    if any(cue.axis == "retract" for cue in cues):
        return Standing(Status.DENIED, 0, "retracted")
    if _is_prevented(units, frame):
        return Standing(Status.HYPOTHETICAL, 0, "prevented")
    if _is_ability(units, frame):
        return Standing(Status.HYPOTHETICAL, 0, "ability")
    if is_asked(units, index):
        return Standing(Status.HYPOTHETICAL, 0, "question")
    if states_law(sentence, frame, reaching, slots, grammar):
        return Standing(Status.HYPOTHETICAL, 0, "law")
    verdicts = [cue for cue in cues if cue.axis == "verdict"]
    verdict = bool(verdicts)
    verdict_only = frame.noun and any(is_verdict_on_noun(sentence, frame, cue, grammar) for cue in verdicts)
    deny = [cue for cue in reaching if cue.axis == "deny" and cue.value == "deny"]
    headline = frame.kind == "SUPPLY" and frame.noun and not units[index].all("trigger")
    if headline:
        deny = [cue for cue in cues if cue.axis == "deny" and cue.value == "deny"]
    denial = find_denial(units, frame, cues, deny, headline, speakers, slots, grammar)
    denied, deniers, denier_pronoun = denial.denied, denial.slots, denial.pronoun
    negated, ceased = find_polarity(units, frame, reaching, grammar) if "omission" not in frame.notes else (False, False)
    counter = is_counterfactual(sentence, frame, reaching, grammar)
    if counter:
        return Standing(Status.HYPOTHETICAL, 0, "counterfactual")
    status, modality, notes = find_certainty(sentence, frame, reaching, own, speakers, said, grammar)
    if verdict_only and status in (Status.ASSERTED, Status.ALLEGED):
        status, modality, notes = Status.HYPOTHETICAL, 1, ("present",)
    demanded = [
        cue
        for cue in reaching
        if cue.axis == "demand" and not _is_told_later(units, cue, index) and not asks_for_words(units, cue)
    ]
    asked = (
        frame.noun
        or frame.group is None
        or (frame.group.mood in ("infinitive", "gerund", "finite") and any(cue.last < index for cue in demanded))
    )
    if demanded and asked and status in (Status.ASSERTED, Status.ALLEGED):
        if not presupposes_conduct(demanded):
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
        if (one.verb >= 0 or one.low > 0)
        and one.actor not in [slot.actor for slot in deniers]
        and (one.actor or one.words)
        and (one.verb < 0 or accuses(units, one))
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
    if denial.aside and not negated:
        others = {slot.actor for slot in deniers}
        speakers = tuple(one for one in speakers if one.actor not in others)
        if status is Status.ALLEGED or speakers:
            status, modality = Status.ALLEGED, min(modality, 3)
        return Standing(
            status, modality, "", deniers, "", speakers, verdict, verdict_only, signal, tuple(facts), ("answered", *notes)
        )  # fmt: skip
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
        (*notes, *(("negated",) if negated else ()), *(("negated_verdict",) if _is_acquitted(units, verdicts) else ())),
    )  # fmt: skip


def _is_told_later(units: Sequence[Unit], cue: Cue, index: int) -> bool:
    """True for *who asked to be called N. said X had sent ...*: what is said after another verb of saying is not demanded."""
    between = units[cue.last + 1 : index]
    told = [at for at, unit in enumerate(between) if unit.is_verb and unit.one("report") and not unit.one("item")]
    return bool(told) and not any(unit.text == "," or unit.is_stop for unit in between[: told[0] + 1])


def _is_acquitted(units: Sequence[Unit], verdicts: Sequence[Cue]) -> bool:
    """True for *broke no rules, ne violent aucune règle*."""
    return any(
        unit.text in _LACKING or unit.text in ("ne", "n'", "aucun")
        for cue in verdicts
        for unit in (*units[max(0, cue.first - 3) : cue.first], *units[cue.last + 1 : cue.last + 3])
    )


def _denies_afterwards(units: Sequence[Unit], said: Attribution, index: int) -> bool:
    """True for *..., ce que X dément*: who denies what stands before does not say it."""
    return said.verb > index and units[said.verb].one("cue", "deny") is not None


_PREVENTED = (
    "stopped",
    "prevented",
    "barred",
    "blocked",
    "kept",
    "banned",
    "dissuad",
    "empech",
    "barring",
    "preventing",
    "stopping",
)


def _is_prevented(units: Sequence[Unit], frame: Frame) -> bool:
    """True for *was stopped from selling a lift*: what was kept from happening."""
    link = _link_of(units, frame)
    if link < 0 or units[link].text == "to":
        return False
    return any(unit.text.startswith(_PREVENTED) for unit in units[max(0, link - 5) : link])


_LINKS = frozenset({"from", "of", "to", "de", "d'"})


def _link_of(units: Sequence[Unit], frame: Frame) -> int:
    """The word that ties an infinitive or gerund to what stands before it, or -1."""
    group = frame.group
    if group is None:
        return -1
    at = group.link if group.link >= 0 else group.start
    return at if units[at].text in _LINKS else -1


_ABLE = frozenset({"capable", "capables", "able", "incapable", "unable", "free", "libre", "libres", "entitled"})


def _is_ability(units: Sequence[Unit], frame: Frame) -> bool:
    """True for *capable of carrying a warhead*: what a thing could do is no conduct."""
    link = _link_of(units, frame)
    return link > 0 and units[link - 1].text in _ABLE


def is_refused(units: Sequence[Unit], cue: Cue) -> bool:
    """True for *sans dérogation du comité*: what was not granted is no exemption."""
    before = units[max(0, cue.first - 3) : cue.first]
    return cue.value == "exempt_granted" and any(unit.text in _LACKING for unit in before)


def _strongest_signal(values: Sequence[str]) -> Signal:
    for name in ("exempt_granted", "exempt_claimed", "cap_over", "cap_under"):
        if name in values:
            return Signal(name)
    return Signal.NONE
