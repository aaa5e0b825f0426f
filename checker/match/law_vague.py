"""Law cited without a number: "UN sanctions", "the arms embargo on Darfur", "a 2017 resolution"."""

from __future__ import annotations

from dataclasses import replace

from checker.extract.citations import Mention
from checker.match.law_bodies import check_body, own_measure
from checker.match.law_dates import begun, of_that_day, other_times, wrong_beginning
from checker.match.law_days import check_days
from checker.match.law_details import days_out, names_a_day, scope
from checker.match.law_ends import check_regime_end, check_restored
from checker.match.law_figures import amount, deadline, told_as_ban
from checker.match.law_numbers import is_council
from checker.match.law_scene import Scene, best_of_each, with_partner
from checker.match.law_tense import (
    binds_everybody,
    is_wished_wider,
    puts_measures_on,
    sentence_of,
    vouches_for_regime,
)
from checker.match.law_words import NOTHING, Answer, Said, law_of, written_day
from checker.model import Cited, Force, Kind, Outcome, Provision

_MEASURES = frozenset({"embargo", "ban", "cap", "freeze", "travel", "curb"})
_HEADS = frozenset({*_MEASURES, "deadline", "dated", "order", "exempt"})
_TOLD = frozenset({"prohibits", "requires", "caps", "permits", "ends"})
_ANY = ("any ", "every ", "all ", "tout ", "toute ", "tous ", "toutes ")
_NO_REGIME = "no_regime"


def check_year(mention: Mention, cited: Cited, scene: Scene) -> Answer | None:
    """A Council resolution cited by its year alone."""
    described = mention.described
    if mention.head == "text" and "restores" in described.verbs:
        return check_restored(mention, scene)
    rules = scene.right_rules(mention, described.activities, cited.year)
    of_year = tuple(limb for limb in rules if limb.year == cited.year)
    if of_year:
        meant = best_of_each(of_year, described.activities)
        agrees, exact = _deadline(mention, meant[0], scene)
        fault = amount(mention, meant[0]) or (None if agrees else exact)
        outcome = Outcome.WRONG_DETAIL if fault is not None else Outcome.SUPPORTED
        return Answer(
            outcome, (fault or NOTHING) + law_of(meant) + (NOTHING if fault else exact), meant, meant[0].symbol
        )
    if rules and described.says_law and described.targets:
        meant = best_of_each(rules, described.activities)
        said = Said(
            f"The rule described was not adopted in {cited.year}.",
            f"La règle décrite n’a pas été adoptée en {cited.year}.",
        )
        return Answer(Outcome.WRONG_DETAIL, said + law_of(meant), meant, meant[0].symbol)
    return _of_the_assembly(mention, cited, scene) or (None if mention.head == "text" else _generic(mention, scene))


def _of_the_assembly(mention: Mention, cited: Cited, scene: Scene) -> Answer | None:
    """A demand for withdrawal that the text dates to the Council and that the General Assembly adopted that year."""
    described = mention.described
    if cited.body != "UNSC" or "requires" not in described.verbs or "armed_presence" not in described.activities:
        return None
    for one in scene.reference.not_provisions:
        if one.why == "general_assembly" and one.year == cited.year and set(one.about) & set(described.targets):
            said = Said(
                "The Security Council adopted no such text; the General Assembly did.",
                "Le Conseil de sécurité n’a pas adopté un tel texte ; l’Assemblée générale, si.",
            )
            return Answer(Outcome.WRONG_BODY, said + Said(one.summary, one.summary_fr))
    return None


def check_vague(mention: Mention, scene: Scene) -> Answer | None:
    """Law cited by its body or its kind; None for a ban without a body that is no rule of the tables."""
    others = [cited for cited in mention.cited if not is_council(cited)]
    if others and len(others) == len(mention.cited):
        # only the Council binds every State, and the Assembly none
        as_law = others[0].body == "UNGA" or binds_everybody(sentence_of(mention, scene))
        return check_body(mention, others[0], scene) if as_law else own_measure(others[0])
    described = mention.described
    explicit = any(cited.body in ("UN", "UNSC") for cited in mention.cited)
    restored = check_restored(mention, scene)
    if restored is not None:
        return restored
    if mention.head == "snapback":
        return _generic(mention, scene)
    ended = (
        check_regime_end(mention, scene) if not described.activities or mention.head in ("regime", "action") else None
    )
    if ended is not None:
        return ended
    if mention.kind in ("committee", "voted"):
        return _generic(mention, scene)
    bare = mention.kind in ("bare", "act") or mention.head in ("action", "deadline")
    near_only = not bare or mention.head not in ("travel", "cap")
    rules = scene.right_rules(mention, described.activities, near_only=near_only)
    near = scene.book.regimes_of(described.around)
    told = mention.head == "cap" or bool(_TOLD & set(described.verbs))
    cited_for_its_rule = mention.head == "resolution" and "breach" not in described.verbs
    if not rules and (
        (bare and not described.targets) or (explicit and told and (mention.head in _MEASURES or cited_for_its_rule))
    ):
        said = near or scene.told_of(described.activities)
        rules = tuple(one for one in scene.right_rules(mention, described.activities) if one.regime in said)
    rules = rules or _by_figure(mention, scene) or _by_year(mention, scene)
    if bare and not rules and mention.head not in ("travel", "cap"):
        return None
    if rules and (described.says_law or _of_any(mention, scene) or mention.head in _HEADS):
        return _specific(mention, rules, scene)
    if bare:
        return None
    if explicit and mention.head in ("sanctions", *_MEASURES):
        missing = _nothing_of_the_kind(mention, scene)
        if missing is not None:
            return missing
    return _generic(mention, scene)


def _of_any(mention: Mention, scene: Scene) -> bool:
    """True for "any launch that uses ... breaches the Council's resolutions": a verdict on all conduct of a kind states the rule."""
    sentence = sentence_of(mention, scene).lstrip("\"'«- ")
    return sentence.startswith(_ANY) and mention.head == "resolution" and "breach" in mention.described.verbs


def _by_figure(mention: Mention, scene: Scene) -> tuple[Provision, ...]:
    """The ceilings on what the text may speak of that have the very figure it gives, near the targets it names."""
    described = mention.described
    if described.activities or not described.amounts or mention.head not in ("cap", "allowance"):
        return ()
    rules = scene.right_rules(mention, described.maybe)
    return tuple(limb for limb in rules if limb.kind is Kind.CAP and amount(mention, limb) is None)


def _by_year(mention: Mention, scene: Scene) -> tuple[Provision, ...]:
    """The one rule of the year in which a ban that the text does not describe began, near the targets it names."""
    when = begun(mention, scene) if mention.head in ("ban", "embargo") else None
    if when is None or mention.described.activities:
        return ()
    spoken = tuple(one for one in scene.right_rules(mention, mention.described.maybe) if one.year == when.year)
    if spoken:
        return spoken
    near = scene.regimes(mention)[:1]
    rules = tuple(
        limb
        for limb in scene.reference.provisions
        if limb.is_rule and limb.regime in near and limb.year == when.year and limb.kind is Kind.PROHIBITION
    )
    return rules if len({limb.activity for limb in rules}) == 1 else ()


def _specific(mention: Mention, rules: tuple[Provision, ...], scene: Scene) -> Answer:
    """A rule recognised by what it does and whom it targets."""
    described = mention.described
    when = begun(mention, scene)
    undated = best_of_each(rules, described.activities or (rules[0].activity,))
    if when is not None:
        rules = of_that_day(rules, when, scene.reference) or rules
    if described.ended or "lasts" in described.verbs:
        rules = tuple(limb for limb in rules if names_a_day(described.times, days_out((limb,)))) or rules
    codes = described.activities or (rules[0].activity,)
    meant = with_partner(best_of_each(rules, codes), scene.reference)
    late = wrong_beginning(rules, when, scene.reference) if when is not None and when.firm else None
    if late is not None:
        return Answer(Outcome.WRONG_DETAIL, late + law_of(meant), meant)
    if when is not None:
        mention = replace(mention, described=replace(described, times=other_times(described.times, when)))
    days = check_days(mention, meant, rules, scene)
    # A measure that a later text took over still runs since its first day.
    taken_over = when is not None and check_days(mention, undated, rules, scene) is None
    if days is not None and days.outcome is Outcome.NOT_IN_FORCE:
        then = _of_the_time(mention, codes, meant, scene)
        if not taken_over and not then:
            return days
        meant = then or meant
    elif days is not None:
        return days
    agrees, exact = _deadline(mention, meant[0], scene)
    wider = scope(described, meant, rules)
    if described.everywhere and is_wished_wider(sentence_of(mention, scene)):
        wider = None
    sentence = sentence_of(mention, scene)
    fault = wider or amount(mention, meant[0], scene.document.text) or told_as_ban(mention, meant, sentence)
    fault = fault or (None if agrees else exact)
    if fault is not None:
        return Answer(Outcome.WRONG_DETAIL, fault + law_of(meant), meant)
    return Answer(Outcome.SUPPORTED, law_of(meant) + exact, meant)


def _deadline(mention: Mention, limb: Provision, scene: Scene) -> tuple[bool, Said]:
    held = scene.reference.resolutions.get(limb.resolution)
    adopted = held.adopted if held is not None else None
    return deadline(mention, limb, sentence_of(mention, scene), adopted, scene.document.text)


def _of_the_time(
    mention: Mention, codes: tuple[str, ...], meant: tuple[Provision, ...], scene: Scene
) -> tuple[Provision, ...]:
    """The rule of another regime named near by that bound on the days spoken of, where the likeliest did not."""
    period, _ = scene.period(mention, meant)
    described = mention.described
    if period is None:
        return ()
    near = (*scene.book.regimes_of(described.targets), *scene.book.regimes_of(described.around))
    found = (
        scene.book.rules(codes, near, period.last_day, (*described.targets, *described.around), described.words)
        if near
        else ()
    )
    others = (limb for limb in found if limb.regime != meant[0].regime)
    return tuple(limb for limb in others if scene.reference.force(limb, period).force is not Force.NO)[:1]


def _nothing_of_the_kind(mention: Mention, scene: Scene) -> Answer | None:
    """UN sanctions said to lie on a target that the Council never put under any; None when it did, or nobody says so."""
    described = mention.described
    if not puts_measures_on(mention, scene):
        return None
    for one in scene.reference.not_provisions:
        if one.why == _NO_REGIME and described.targets and described.targets[0] == one.about[0]:
            if scene.book.regimes_of(described.targets):
                return None
            return Answer(Outcome.WRONG_BODY, Said(one.summary, one.summary_fr))
    return None


def _generic(mention: Mention, scene: Scene) -> Answer:
    """Nothing specific to check; says whether the regime that is plainly meant was in force, and is told when not."""
    said = Said(
        "The text names no rule that could be checked.", "Le texte ne nomme aucune règle qui puisse être vérifiée."
    )
    named = scene.regimes(mention)
    regime = scene.reference.regimes.get(named[0]) if named else None
    if regime is None or scene.day is None:
        return Answer(Outcome.GENERIC, said)
    day, when = scene.day, written_day(scene.day)
    rules = [limb for limb in scene.reference.provisions if limb.regime == regime.id and limb.is_rule]
    if any(scene.book.binds(limb, day) for limb in rules):
        return Answer(
            Outcome.GENERIC,
            said
            + Said(
                f"Council rules on {regime.name} were in force on {when.en}.",
                f"Des règles du Conseil ({regime.name_fr}) étaient en vigueur le {when.fr}.",
            ),
        )
    none = Said(
        f"No Council rule on {regime.name} was in force on {when.en}.",
        f"Aucune règle du Conseil ({regime.name_fr}) n’était en vigueur le {when.fr}.",
    )
    described = mention.described
    explicit = any(cited.body in ("UN", "UNSC") for cited in mention.cited) and mention.head in (
        "sanctions",
        *_MEASURES,
    )
    alone = len(scene.book.regimes_of(described.targets)) == 1 and not described.past and described.verbs != ("ends",)
    alone = alone and vouches_for_regime(mention, scene)
    return Answer(
        Outcome.NOT_IN_FORCE if explicit and alone else Outcome.GENERIC, none if explicit and alone else said + none
    )
