"""Whether the rule that a citation names bound on the days it speaks of, and whether an end it states is the right one."""

from __future__ import annotations

from datetime import date, timedelta

from checker.extract.citations import Mention
from checker.match.law_details import days_out, names_a_day
from checker.match.law_scene import Scene
from checker.match.law_tense import sentence_of, vouches_for_force
from checker.match.law_words import Answer, Said, force_note, law_of, readings_of, written_day
from checker.model import Force, Outcome, Period, Provision
from checker.patterns import late

_NARROWER = frozenset({"ballistic", "missile", "drone"})
_NOTHING = late(
    r"(?<!\w)nothing (?:in [^.;]{1,50}? )?(?:forbids|bars|bans|prohibits|prevents|stops|forbade|barred|banned)(?!\w)|(?<!\w)rien (?:dans [^.;]{1,50}? )?n(?:'|e |e l'|e lui |e leur )(?:interdi|proscri|empech|defend)\w{0,6}"
)
_NEWS = timedelta(days=200)
"""For so long after its adoption a text is told as law before it takes effect (resolution 2231: 180 days)."""


def check_days(
    mention: Mention, meant: tuple[Provision, ...], fitted: tuple[Provision, ...], scene: Scene
) -> Answer | None:
    """The answer that the days give: not in force, disputed, or an end that is stated wrongly; None when they agree."""
    described, reference = mention.described, scene.reference
    rules = tuple(limb for limb in meant if limb.is_rule)
    if described.ended or "restores" in described.verbs:
        return _ended(mention, meant, fitted, scene)
    if not rules or "renews" in described.verbs:
        return None
    period, basis = scene.period(mention, rules)
    if period is None:
        return None
    answers = [reference.force(limb, period) for limb in rules]
    # A past tense about a time that the text leaves open tells what the text once did, not the law of today.
    once = described.past and basis == "published"
    disputed = next((limb for limb, one in zip(rules, answers, strict=True) if one.force is Force.DISPUTED), None)
    if disputed is not None and not once:
        return Answer(Outcome.DISPUTED, readings_on(scene, disputed, period) + law_of(meant), meant)
    if "over" in described.verbs or _forbids_nothing(mention, scene):
        return _still_binding(rules[0], period.last_day, meant) if answers[0].force is Force.YES else None
    out = all(one.force is Force.NO for one in answers) and vouches_for_force(mention, scene, period, basis)
    if out and not once and not _taken_over(mention, rules, scene) and not _just_adopted(rules, period, scene):
        return Answer(Outcome.NOT_IN_FORCE, law_of(meant) + force_note(answers[0].why, answers[0].why_fr), meant)
    return None


def _forbids_nothing(mention: Mention, scene: Scene) -> bool:
    """True for "nothing in resolution 2231 forbids it", "rien n'interdit": the text has no rule in force."""
    return _NOTHING.search(sentence_of(mention, scene)) is not None


def _ended(
    mention: Mention, meant: tuple[Provision, ...], fitted: tuple[Provision, ...], scene: Scene
) -> Answer | None:
    """An end or a return that the text states: disputed, wrong by the tables, or None when it agrees."""
    described, reference = mention.described, scene.reference
    today = Period(scene.day, scene.day) if scene.day is not None else None
    rules = tuple(limb for limb in meant if limb.is_rule)
    if today is not None:
        for limb in meant:
            if reference.force(limb, today).force is Force.DISPUTED:
                return Answer(Outcome.DISPUTED, readings_on(scene, limb, today) + law_of(meant), meant)
    if not _NARROWER & set(described.things):
        # what else the same text forbade of the kind (drones beside arms) may have ended on another day
        fitted = tuple(limb for limb in fitted if not limb.is_rule or limb in meant or limb.resolution != meant[0].resolution)
    out = days_out(fitted)
    if not described.ended or not (rules or out):
        return None
    agrees = names_a_day(described.times, out)
    if out and agrees is False:
        right = written_day(max(out))
        said = Said(
            f"By these tables the rule was out from {right.en}.",
            f"D’après ces tables, la règle n’était plus en vigueur à compter du {right.fr}.",
        )
        return Answer(Outcome.WRONG_DETAIL, said + law_of(meant), meant)
    if not out and today is not None and rules and reference.force(rules[0], today).force is Force.YES:
        return _still_binding(rules[0], today.last_day, rules[:1])
    return None


def _just_adopted(rules: tuple[Provision, ...], period: Period, scene: Scene) -> bool:
    """True for a rule of a text just adopted that takes effect only later: news tells it as law at once."""
    held = scene.reference.resolutions
    for limb in rules:
        adopted = held[limb.resolution].adopted if limb.resolution in held else None
        first = min((one.first_day for one in limb.periods), default=None)
        if adopted is not None and first is not None and adopted <= period.last_day < first <= adopted + _NEWS:
            return True
    return False


def _taken_over(mention: Mention, rules: tuple[Provision, ...], scene: Scene) -> bool:
    """True when a text is said to have set up what a later one of the same regime now holds."""
    if "institutes" not in mention.described.verbs or scene.day is None:
        return False
    same = {(limb.regime, limb.activity) for limb in rules}
    later = (one for one in scene.reference.provisions if one.is_rule and (one.regime, one.activity) in same)
    return any(scene.book.binds(one, scene.day) for one in later)


def _still_binding(limb: Provision, day: date, meant: tuple[Provision, ...]) -> Answer:
    when = written_day(day)
    said = Said(
        f"By these tables the rule still bound on {when.en}.",
        f"D’après ces tables, la règle était encore en vigueur le {when.fr}.",
    )
    return Answer(Outcome.WRONG_DETAIL, said + law_of((limb,)), meant)


def readings_on(scene: Scene, limb: Provision, period: Period | None = None) -> Said:
    """Both readings of a limb whose force over ``period``, or whose meaning, States dispute."""
    readings = scene.reference.contested(limb.id)
    if period is not None:
        readings = scene.reference.force(limb, period).readings or readings
    return readings_of(tuple((holders(scene, one.held_by), Said(one.text, one.text_fr)) for one in readings))


def holders(scene: Scene, ids: tuple[str, ...]) -> Said:
    """The names of those who hold a reading."""
    actors = [(scene.reference.actor(one), one) for one in ids]
    english = ", ".join(actor.name if actor is not None else one for actor, one in actors)
    return Said(english, ", ".join(actor.name_fr if actor is not None else one for actor, one in actors))
