"""How sure a clause is of itself: asserted, alleged, planned, hypothetical, counterfactual (typology 3.1)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.assertion import Cue
from checker.extract.attribution import Attribution
from checker.extract.frame import Frame
from checker.extract.languages.protocol import Grammar
from checker.extract.units import Sentence
from checker.extract.verbs import verb_features, verb_group
from checker.model import Status

_OF_A_LIST = ("inscri", "list", "blacklist", "sanction", "designat")


_ASKING = ("demand", "ignor", "interrog")


def _tells_how(sentence: Sentence, cue: Cue) -> bool:
    """True for *raconte comment X a livré*: who tells how it was done says that it was done, who asks does not."""
    if cue.sense.written not in ("comment", "pourquoi") or cue.first < 1:
        return False
    before = sentence.units[cue.first - 1]
    return before.one("report") is not None and not before.text.startswith(_ASKING)


def find_certainty(
    sentence: Sentence, frame: Frame, reaching: Sequence[Cue], own: Sequence[Cue], speakers: Sequence[Attribution],
    said: Sequence[Attribution], grammar: Grammar,
) -> tuple[Status, int, tuple[str, ...]]:  # fmt: skip
    """The status, force and notes that a clause has from its mood, its cues and its voices."""
    group = frame.group
    index = frame.index
    notes: list[str] = []
    modals = group.modals if group is not None else frozenset()
    before = [cue for cue in reaching if cue.last < index or cue.axis in ("certainty", "condition")]
    plans = [
        cue for cue in before if cue.axis == "plan" and cue.last < index and _governs(sentence, cue, frame, grammar)
    ]
    condition = any(cue.axis == "condition" and cue.value == "if" for cue in reaching) or _inverts_a_condition(sentence, frame, grammar)
    question = sentence.question or any(
        cue.axis == "condition"
        and cue.value == "question"
        and cue.last < index
        and cue.sense.written not in ("did", "does")
        and not _tells_how(sentence, cue)
        for cue in reaching
    )
    doubt = any(cue.axis == "certainty" and cue.value == "doubt" and cue.last < index for cue in reaching)
    doubt = doubt or any(one.verb < index and _disbelieves(sentence, one, grammar) for one in speakers)
    possible = (
        any(cue.axis == "certainty" and cue.value == "possible" and _close(cue, frame, sentence) for cue in reaching)
        or "could" in modals
    )
    hearsay = any(cue.axis == "certainty" and cue.value == "alleged" for cue in reaching) or any(
        one.passive and one.reaches(index) for one in said
    )
    alleging = any(
        cue.axis == "allege"
        and cue.last < index
        # whoever travels is listed: that says nothing of how sure the journey is
        and not (frame.kind == "TRAVEL" and cue.sense.written.lower().startswith(_OF_A_LIST))
        for cue in reaching
    )
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


def _inverts_a_condition(sentence: Sentence, frame: Frame, grammar: Grammar) -> bool:
    """True for *Were X to sell drones, ...*, *Should X ship shells, ...*: a condition without *if*."""
    first = sentence.units[0].text if sentence.units else ""
    if grammar.code != "en" or sentence.question or frame.group is None or frame.group.perfect or first not in ("were", "should"):
        return False
    lead = sentence.units[1 : frame.index]
    return not any(unit.text == "," or unit.is_stop for unit in lead) and (first == "should" or any(unit.text == "to" for unit in lead))


_BELIEVING = frozenset(
    {"believe", "think", "conclude", "assess", "suspect", "reckon", "judge", "croire", "penser", "conclure", "juger"}
)


def _disbelieves(sentence: Sentence, said: Attribution, grammar: Grammar) -> bool:
    """True for *does not believe that*: who does not believe a thing doubts it, and is no voice for it."""
    if said.verb < 0:
        return False
    reports = sentence.units[said.verb].all("report")
    believing = any(sense.kind in _BELIEVING for sense in reports)
    return believing and verb_group(sentence.units, said.verb, grammar).negated


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


_LIFTED = ("lift", "lev", "eas", "relax", "assoupl", "abrog", "repeal")


def _if_lifted(sentence: Sentence) -> bool:
    """True for what somebody would do if the rule were lifted: no plan against it."""
    units = sentence.units
    opened = next((at for at, unit in enumerate(units) if unit.text in ("if", "si", "s'")), -1)
    if opened < 0:
        return False
    after = units[opened + 1 : opened + 9]
    lifted = any(unit.text.startswith(_LIFTED) for unit in after)
    return lifted and any((head := unit.one("head")) is not None and head.kind == "lawnoun" for unit in after)


_HAD = frozenset({"avait", "avaient", "eut", "eussent", "etait", "etaient"})


def is_counterfactual(sentence: Sentence, frame: Frame, reaching: Sequence[Cue], grammar: Grammar) -> bool:
    """True for what would have happened and did not."""
    group = frame.group
    if (
        grammar.code == "en"
        and " would have " in f" {sentence.text} "
        and (" had the " in sentence.text or sentence.text.startswith("had ") or " if " in sentence.text)
    ):
        return True
    if _if_lifted(sentence):
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
    if (
        frame.kind != "REPATRIATE"
        and {"cond", "should"} <= group.modals
        and any(unit.text in ("du", "dû") for unit in sentence.units[group.start : group.head])
    ):
        # "aurait dû livrer": it did not
        return True
    later = [unit.text for unit in sentence.units[group.head :]]
    if "cond" in group.modals and group.perfect and "si" in later and _HAD & set(later[later.index("si") :]):
        return True
    si = any(unit.text in ("si", "s'il", "sans") for unit in sentence.units)
    return (
        "cond" in group.modals
        and group.perfect
        and si
        and not group.passive
        and any(cue.axis == "condition" for cue in reaching)
    )


def presupposes_conduct(demanded: Sequence[Cue]) -> bool:
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


def is_verdict_on_noun(sentence: Sentence, frame: Frame, cue: Cue, grammar: Grammar) -> bool:
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
