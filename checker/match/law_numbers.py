"""Resolutions cited by number, held against the tables in the order of typology 4.5."""

from __future__ import annotations

from checker.extract.citations import Mention
from checker.extract.described_rules import Described
from checker.match.law_days import check_days, readings_on
from checker.match.law_details import renewal, scope, wrong_year
from checker.match.law_elsewhere import (
    LAYING_DOWN,
    alien_rule,
    figure_elsewhere,
    in_another,
    misplaced,
    not_held,
    of_no_sanctions,
)
from checker.match.law_figures import (
    amount,
    deadline,
    told_as_ban,
)
from checker.match.law_scene import COUNCIL, Scene, best_of_each
from checker.match.law_tense import sentence_of
from checker.match.law_words import (
    NOTHING,
    Answer,
    Said,
    body_name,
    law_of,
    paragraph_name,
)
from checker.match.likeness import reads_more_like
from checker.match.rulebook import holds_paragraph, settled, siblings, speaks_of
from checker.model import Cited, Direction, Kind, Outcome, Provision


def check_number(mention: Mention, cited: Cited, scene: Scene) -> Answer:
    """The outcome for one numbered resolution; ``cited.number`` is not None."""
    number = cited.number or 0
    reference = scene.reference
    if reference.year_of(number) is None:
        return not_held(mention, cited, scene, outside=True)
    if number not in reference.resolutions:
        return not_held(mention, cited, scene, outside=False)
    harmless = next(
        (one for one in reference.not_provisions if one.number == number and one.why != "never_applied"), None
    )
    limbs = scene.book.limbs(number)
    cited = settled(cited, limbs)
    activities = mention.described.activities
    fitted, sure = _fitted(mention, limbs, activities) or _fitted(mention, limbs, siblings(activities)), True
    says = bool(LAYING_DOWN & set(mention.described.verbs)) or "breach" not in mention.described.verbs
    if fitted and says and _of_other_targets(mention, limbs, scene):
        fitted = ()
    if fitted and (elsewhere := figure_elsewhere(mention, fitted, scene)):
        return in_another(mention, cited, elsewhere, scene)
    if not fitted:
        astray = (misplaced(mention, cited, scene) if activities else None) or alien_rule(mention, cited, scene)
        if astray is not None:
            return astray
    if not fitted and mention.described.says_law:
        fitted, sure = _fitted(mention, limbs, mention.described.maybe), False
    if harmless is not None and not fitted:
        return of_no_sanctions(mention, cited, harmless, scene)
    return _held(mention, cited, scene, fitted, sure)


def _of_other_targets(mention: Mention, limbs: tuple[Provision, ...], scene: Scene) -> bool:
    """True when the sentences name targets of other regimes only: the same sort of rule, but not theirs."""
    described = mention.described
    own = {limb.regime for limb in limbs}
    aimed = {target for limb in limbs for target in limb.targets}
    named = scene.book.regimes_of(described.targets)
    near = scene.book.regimes_of((*described.targets, *described.around))
    return bool(aimed) and bool(named) and not own & set(near) and not aimed & {*described.targets, *described.around}


def _fitted(mention: Mention, limbs: tuple[Provision, ...], codes: tuple[str, ...]) -> tuple[Provision, ...]:
    """The limbs with one of ``codes``, the likeliest meant first."""
    said = mention.described
    fitting = (limb for limb in limbs if limb.activity in codes)
    return tuple(sorted(fitting, key=lambda limb: _order(limb, codes, said)))


def _order(limb: Provision, codes: tuple[str, ...], said: Described) -> tuple[int, int, bool, bool, bool, int]:
    wanted = {"renews": Kind.RENEWAL, "ends": Kind.TERMINATION}
    kinds = [wanted[verb] for verb in said.verbs if verb in wanted]
    inner = limb.direction is Direction.WITHIN and limb.activity.startswith("arms_")
    sort = 0 if limb.kind in kinds else 1 if limb.is_rule else 2
    elsewhere = bool(said.targets) and said.targets[0] not in limb.targets
    return sort, codes.index(limb.activity), inner, not speaks_of(limb, said.words), elsewhere, limb.rank


def _held(mention: Mention, cited: Cited, scene: Scene, fitted: tuple[Provision, ...], sure: bool) -> Answer:
    """A resolution of the tables: force, then details, then agreement."""
    number = cited.number or 0
    held = scene.reference.resolutions[number]
    limbs = scene.book.limbs(number)
    under = tuple(limb for limb in limbs if cited.paragraph and holds_paragraph(limb, cited.paragraph))
    under = _of_the_annex(mention, cited, under, scene)
    both = tuple(limb for limb in fitted if limb in under)
    if not both and mention.described.says_law:
        both = tuple(limb for limb in under if limb.activity in mention.described.maybe)
    astray = bool(cited.paragraph and sure and not both and mention.described.says_law and not _unnumbered(fitted))
    if mention.described.ended and under:
        # An end told of a paragraph is that paragraph's, whatever else the sentence speaks of.
        both, astray = under, False
    fitted = both or (fitted if astray or not under else under)
    if astray and under and reads_more_like(sentence_of(mention, scene), under, fitted):
        fitted, astray = under, False
    if cited.paragraph and not under and not astray:
        return _unread_paragraph(mention, cited, scene)
    year = wrong_year(cited, held, mention.described)
    if not fitted:
        found = scene.found_under(number, mention)
        wide = scope(mention.described, tuple(limb for limb in limbs if limb.is_rule)[:1], limbs)
        if wide is not None and mention.described.overclaim == "all_trade":
            return Answer(Outcome.WRONG_DETAIL, wide, tuple(limb for limb in limbs if limb.is_rule)[:1])
        if year is not None:
            return Answer(Outcome.WRONG_DETAIL, year, found)
        if found and not mention.described.past and LAYING_DOWN & set(mention.described.verbs):
            days = check_days(mention, found, found, scene)
            if days is not None and days.outcome is Outcome.DISPUTED:
                return days
        about = Said(
            f"Resolution {number} ({held.year})"
            + (f" is about {held.about}." if held.about else " is a Council resolution."),
            f"La résolution {number} ({held.year})"
            + (f" a pour objet : {held.about_fr}." if held.about_fr else " est du Conseil de sécurité."),
        )
        return Answer(Outcome.SUPPORTED, about + law_of(found), found)
    meant = best_of_each(
        fitted, tuple(dict.fromkeys(limb.activity for limb in fitted)) if not sure else _codes(mention, fitted)
    )
    if "exempts" in mention.described.verbs:
        meant = (
            *meant,
            *[limb for limb in fitted if limb.kind is Kind.EXEMPTION and limb.activity == meant[0].activity][:1],
        )
    # A second ceiling that the paragraph set and that never applied is in no table of ceilings.
    never = any(one.number == number and one.why == "never_applied" for one in scene.reference.not_provisions)
    never = never and "caps" in mention.described.verbs and mention.described.past
    days = None if never else check_days(mention, meant, fitted, scene)
    if days is not None and days.outcome is Outcome.NOT_IN_FORCE:
        living = () if _names_a_paragraph(cited) else _living(mention, fitted, scene)
        if not living:
            return days
        # of several paragraphs that fit, the one that bound on those days is meant
        meant, days = living, check_days(mention, living, fitted, scene)
    sentence = sentence_of(mention, scene)
    # A paragraph that the sentence names and reads like is not told the wrong way round for one word.
    read = bool(under) and meant[0] in under and reads_more_like(sentence, under, ())
    fault = (
        year
        or (None if read else _direction(mention, meant, scene))
        or scope(mention.described, meant, limbs)
        or renewal(mention, fitted)
    )
    if fault is None and astray:
        right = paragraph_name(meant[0])
        fault = Said(f"The rule described stands in {right.en}.", f"La règle décrite se trouve dans {right.fr}.")
    agrees, exact = deadline(mention, meant[0], sentence, held.adopted, scene.document.text)
    figure = None if never else amount(mention, meant[0], scene.document.text)
    fault = fault or figure or told_as_ban(mention, meant, sentence)
    fault = fault or (None if agrees else exact)
    if fault is not None:
        return Answer(Outcome.WRONG_DETAIL, fault + law_of(meant), meant)
    if days is not None:
        return days
    contested = next((limb for limb in meant if scene.reference.contested(limb.id)), None)
    things = mention.described.things
    on_missiles = mention.described.activities[:1] == ("ballistic_missile_transfer",) or "missile" in things
    on_drones = "drone" in things or (not on_missiles and scene.tells_of("uav"))
    if contested is not None and on_drones:
        return Answer(Outcome.DISPUTED, readings_on(scene, contested) + law_of(meant), meant)
    return Answer(Outcome.SUPPORTED, law_of(meant) + exact, meant)


def _names_a_paragraph(cited: Cited) -> bool:
    return any(char.isdigit() for char in cited.paragraph)


def _living(mention: Mention, fitted: tuple[Provision, ...], scene: Scene) -> tuple[Provision, ...]:
    """The first rule among ``fitted`` that bound on the days spoken of, as a tuple; empty for none."""
    if not {"ballistic", "missile", "drone"} & set(mention.described.things):
        return ()
    for limb in fitted:
        if (
            limb.is_rule
            and not limb.is_hortatory
            and limb.activity in (*mention.described.activities, *mention.described.maybe)
        ):
            days = check_days(mention, (limb,), fitted, scene)
            if days is None or days.outcome is not Outcome.NOT_IN_FORCE:
                return (limb,)
    return ()


def _of_the_annex(
    mention: Mention, cited: Cited, under: tuple[Provision, ...], scene: Scene
) -> tuple[Provision, ...]:
    """Of a whole annex the paragraphs that fit what is described, else those that the claims near by fall under."""
    if not under or _names_a_paragraph(cited):
        return under
    told = mention.described
    codes = told.activities or (told.maybe if told.verbs else ())
    if "drone" in told.things or scene.tells_of("uav"):
        contested = tuple(limb for limb in under if scene.reference.contested(limb.id))
        if contested and told.verbs and "ballistic" not in told.things:
            return contested
    found = scene.found_under(cited.number or 0, mention)
    return (
        tuple(limb for limb in under if limb.activity in codes)
        or tuple(limb for limb in found if limb in under)
        or under
    )


def _codes(mention: Mention, fitted: tuple[Provision, ...]) -> tuple[str, ...]:
    codes = tuple(code for code in mention.described.activities if any(limb.activity == code for limb in fitted))
    first = fitted[0].activity
    return (first, *(code for code in codes if code != first))


def _unnumbered(limbs: tuple[Provision, ...]) -> bool:
    return any(limb.paragraph.startswith("n/c") for limb in limbs)


def _unread_paragraph(mention: Mention, cited: Cited, scene: Scene) -> Answer:
    year = wrong_year(cited, scene.reference.resolutions[cited.number or 0], mention.described)
    said = Said(
        f"Paragraph {cited.paragraph} of resolution {cited.number} is not held here, so what it says was not checked.",
        f"Le paragraphe {cited.paragraph} de la résolution {cited.number} n’est pas dans ces tables : son contenu n’a pas été vérifié.",
    )
    return Answer(Outcome.WRONG_DETAIL if year else Outcome.GENERIC, (year or NOTHING) + said)


def _direction(mention: Mention, meant: tuple[Provision, ...], scene: Scene) -> Said | None:
    """What to say when the text has the arms run the other way than the rule it names."""
    described = mention.described
    wrong = described.directed and all(limb.activity not in described.activities for limb in meant)
    aimed = bool(set(described.targets) & set(meant[0].targets))
    if (
        not wrong
        or not aimed
        or not {"prohibits", "permits"} & {described.verb}
        or siblings(described.activities) == ()
    ):
        return None
    return Said("The rule runs the other way.", "La règle va dans l’autre sens.")


def is_council(cited: Cited) -> bool:
    """True when the body named may be the Security Council."""
    return cited.body in COUNCIL


def credited(cited: Cited) -> Said:
    """The body that the text names, with its article."""
    return body_name(cited.body)
