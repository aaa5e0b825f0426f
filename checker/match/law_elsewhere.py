"""Rules credited to a resolution that does not hold them: it is not in the tables, or the rule stands elsewhere, or nowhere."""

from __future__ import annotations

from checker.extract.citations import Mention
from checker.match.law_details import wrong_year
from checker.match.law_figures import figures_of_law, fits_deadline, has_figure, time_given
from checker.match.law_scene import Scene, best_of_each
from checker.match.law_tense import clause_of, is_denied, sentence_of
from checker.match.law_words import NOTHING, Answer, Said, law_of
from checker.match.likeness import reads_more_like
from checker.match.rulebook import siblings
from checker.model import Cited, NotProvision, Outcome, Provision

LAYING_DOWN = frozenset({"prohibits", "requires", "asks", "caps", "permits", "institutes"})
"""Verbs that credit a resolution with a rule; ending, renewing or exempting says less."""


def not_held(mention: Mention, cited: Cited, scene: Scene, outside: bool) -> Answer:
    """A number that the tables do not hold: another one where the rule described stands elsewhere, else unknown."""
    described, number = mention.described, cited.number or 0
    rules = scene.right_rules(mention, described.activities)
    likely = scene.book.likely_number(number, described.activities, tuple({rule.regime for rule in rules}))
    rules = tuple(rule for rule in rules if rule.resolution == likely) or rules
    meant = best_of_each(rules, described.activities) if rules else ()
    suggestion = meant[0].symbol if meant else ""
    if outside:
        said = Said(
            f"No Council resolution numbered {number} is known to these tables, whose series ends before it.",
            f"Aucune résolution du Conseil ne porte le numéro {number} dans ces tables, dont la série s’arrête avant.",
        )
        return Answer(Outcome.UNKNOWN_RESOLUTION, said + law_of(meant), meant, suggestion)
    said_so = bool(LAYING_DOWN & set(described.verbs)) or likely is not None
    if meant and said_so and not is_denied(clause_of(mention, scene)):
        said = Said(
            f"Resolution {number} is not held here; the rule described is known under another number.",
            f"La résolution {number} n’est pas dans ces tables ; la règle décrite y est connue sous un autre numéro.",
        )
        return Answer(Outcome.WRONG_RESOLUTION, said + law_of(meant), meant, suggestion)
    first, last = scene.reference.year_of(number) or (0, 0)
    when = str(first) if first == last else f"{first} to {last}"
    quand = str(first) if first == last else f"{first} à {last}"
    said = Said(
        f"Resolution {number} (of {when} by its number) is not held here, so nothing was checked; this says nothing about the article.",
        f"La résolution {number} ({quand} d’après son numéro) n’est pas dans ces tables : rien n’a été vérifié, ce qui ne dit rien de l’article.",
    )
    return Answer(Outcome.UNKNOWN_RESOLUTION, said, (), suggestion)


def alien_rule(mention: Mention, cited: Cited, scene: Scene) -> Answer | None:
    """A ban credited to a resolution of a regime that has none of its kind; None where the tables may not hold it all."""
    described, held = mention.described, scene.reference.resolutions[cited.number or 0]
    codes = described.activities[:1]
    regime = scene.reference.regimes.get(held.regime)
    named = scene.book.regimes_of(described.targets)[:1]
    if not codes or regime is None or named != (held.regime,) or is_denied(clause_of(mention, scene)):
        return None
    arms = codes[0].startswith("arms_")
    banned = "prohibits" in described.verbs or (arms and bool(LAYING_DOWN & set(described.verbs)))
    if not banned and not (arms and described.measure and not described.verbs):
        return None
    kin = {*codes, *siblings(codes)}
    if any(
        limb.regime == held.regime and (limb.activity in kin or (arms and limb.activity.startswith("arms_")))
        for limb in scene.reference.provisions
    ):
        return None
    if arms:
        said = Said(
            f"The Council has no arms embargo on {regime.name} in these tables; resolution {cited.number} is about {held.about}.",
            f"Ces tables ne connaissent pas d’embargo du Conseil sur les armes ({regime.name_fr}) ; la résolution {cited.number} porte sur : {held.about_fr}.",
        )
        return Answer(Outcome.WRONG_DETAIL, said)
    if not scene.book.rules(codes, (), scene.day, (), ()):
        return None
    said = Said(
        f"These tables hold no such rule of the Council for {regime.name}; resolution {cited.number} is about {held.about}.",
        f"Ces tables ne connaissent aucune règle de ce genre du Conseil ({regime.name_fr}) ; la résolution {cited.number} porte sur : {held.about_fr}.",
    )
    return Answer(Outcome.WRONG_DETAIL, said)


def of_no_sanctions(mention: Mention, cited: Cited, harmless: NotProvision, scene: Scene) -> Answer:
    """What a text without sanctions is, and that it holds no ban where one is credited to it."""
    number = cited.number or 0
    year = wrong_year(cited, scene.reference.resolutions[number], mention.described)
    said = Said(
        f"Resolution {number} ({harmless.year}): {harmless.summary}",
        f"Résolution {number} ({harmless.year}) : {harmless.summary_fr}",
    )
    described = mention.described
    if (
        (described.activities or described.maybe)
        and "prohibits" in described.verbs
        and not is_denied(clause_of(mention, scene))
    ):
        no_ban = Said("It lays down no sanctions.", "Elle n’édicte aucune sanction.")
        return Answer(Outcome.WRONG_DETAIL, (year or NOTHING) + said + no_ban)
    return Answer(Outcome.WRONG_DETAIL if year else Outcome.SUPPORTED, (year or NOTHING) + said)


def misplaced(mention: Mention, cited: Cited, scene: Scene) -> Answer | None:
    """A rule that stands in another resolution than the one named; None where the text may mean something else."""
    described, number = mention.described, cited.number or 0
    if is_denied(clause_of(mention, scene)):
        return None
    rules = scene.right_rules(mention, described.activities)
    held = scene.reference.resolutions[number]
    own = {limb.regime for limb in scene.book.limbs(number)} | {held.regime}
    elsewhere = bool(rules) and not own & set(scene.regimes(mention) or (rules[0].regime,))
    # Who breaches a text need not be whom it is aimed at: only words that lay down a rule or name a measure credit it.
    elsewhere = elsewhere and bool(scene.book.regimes_of(described.targets)) and "breach" not in described.verbs
    named = scene.book.regimes_of(described.targets)
    if rules and own & set(named) and not {rule.regime for rule in rules} & set(named):
        # what others may not do says nothing of the target that is named, and that the resolution is about
        return None
    if not rules or not (LAYING_DOWN & set(described.verbs) or elsewhere):
        return None
    likely = scene.book.likely_number(number, described.activities, tuple({rule.regime for rule in rules}))
    rules = tuple(rule for rule in rules if rule.resolution == likely) or rules
    if reads_more_like(
        sentence_of(mention, scene), scene.book.limbs(number), best_of_each(rules, described.activities)
    ):
        return None
    return in_another(mention, cited, rules, scene)


def figure_elsewhere(mention: Mention, fitted: tuple[Provision, ...], scene: Scene) -> tuple[Provision, ...]:
    """The rules of the same regimes and things in other resolutions that alone have the ceiling or the term given."""
    described = mention.described
    own = {limb.regime for limb in fitted}
    codes = tuple(dict.fromkeys(limb.activity for limb in fitted))
    others = tuple(
        one for one in scene.book.rules(codes, tuple(sorted(own)), scene.day, described.targets, described.words)
    )
    if {"caps", "permits", "prohibits"} & set(described.verbs):
        said = figures_of_law(mention, scene.document.text)
        ceilings = tuple(one for one in others if any(has_figure(one, figure) for figure in said))
        if ceilings and not any(limb.caps for limb in fitted) and "caps" in described.verbs:
            return ceilings
    given = time_given(mention, sentence_of(mention, scene))
    if given is None or any(limb.deadline for limb in fitted):
        return ()
    days = {n: one.adopted for n, one in scene.reference.resolutions.items()}
    return tuple(
        one for one in others if (day := days.get(one.resolution)) is not None and fits_deadline(given, one, day)
    )


def in_another(mention: Mention, cited: Cited, rules: tuple[Provision, ...], scene: Scene) -> Answer:
    """The answer for a rule that stands in another resolution than the one named."""
    number = cited.number or 0
    held = scene.reference.resolutions[number]
    meant = best_of_each(rules, mention.described.activities)
    said = Said(
        f"Resolution {number} ({held.year}) does not hold the rule described"
        + (f"; it is about {held.about}." if held.about else "."),
        f"La résolution {number} ({held.year}) ne porte pas la règle décrite"
        + (f" ; objet : {held.about_fr}." if held.about_fr else "."),
    )
    return Answer(Outcome.WRONG_RESOLUTION, said + law_of(meant), meant, meant[0].symbol)
