"""The end or the return of measures as a whole: of a regime, or of what States dispute to be back."""

from __future__ import annotations

from dataclasses import replace

from checker.dates import shift_days
from checker.extract.citations import Mention
from checker.match.law_days import holders
from checker.match.law_details import names_a_day
from checker.match.law_scene import Scene
from checker.match.law_words import Answer, Said, law_of, readings_of, written_day
from checker.model import Cited, Kind, Outcome


def check_return(mention: Mention, cited: Cited, scene: Scene) -> Answer | None:
    """The end or return of a numbered resolution as a whole, where States dispute that of its regime; else None."""
    held = scene.reference.resolutions.get(cited.number or 0)
    if held is None or held.regime not in scene.reference.disputed_regimes or not _told_of_the_whole(mention):
        return None
    targets = scene.reference.regimes[held.regime].targets
    return check_restored(replace(mention, described=replace(mention.described, targets=targets)), scene)


def _told_of_the_whole(mention: Mention) -> bool:
    return mention.described.ended or "restores" in mention.described.verbs


def check_restored(mention: Mention, scene: Scene) -> Answer | None:
    """Measures whose return States dispute: said to be back or over, or cited as law while the dispute lasts."""
    described, reference = mention.described, scene.reference
    told = bool({"restores", "ends"} & set(described.verbs))
    near = scene.book.regimes_of(described.targets)
    near = near or (scene.book.regimes_of(described.around) if told else ())
    explicit = any(cited.body in ("UN", "UNSC") for cited in mention.cited)
    for regime, dispute in reference.disputed_regimes.items():
        limbs = [limb for limb in reference.provisions if limb.regime == regime and limb.kind is Kind.RENEWAL]
        disputed = [limb for limb in limbs if any(period.note == "disputed" for period in limb.periods)]
        first = min((limb.periods[0].first_day for limb in disputed), default=None)
        dated = told and explicit and first is not None and names_a_day(described.times, (first,)) is True
        if not dated and (not near or (regime != near[0] and not (told and regime in near))):
            continue
        if first is None or scene.day is None or scene.day < first:
            continue
        said = [time.last_day for time in described.times if time.basis in ("stated", "relative") and time.last_day]
        if described.ended and described.activities and said and max(said) < first:
            # What ended before the dispute began is not in dispute.
            continue
        readings = tuple(
            (holders(scene, r.held_by), Said(r.text, r.text_fr)) for r in reference.disputes.get(dispute, ())
        )
        return Answer(Outcome.DISPUTED, readings_of(readings), tuple(disputed[:1]))
    return None


def check_regime_end(mention: Mention, scene: Scene) -> Answer | None:
    """The end of a whole regime, as the text gives it; None when the text gives none or the target is not clear."""
    described = mention.described
    names = scene.book.regimes_of(described.targets)
    if mention.head in ("regime", "action"):
        names = names or scene.book.regimes_of(described.around)
    if described.ended and not names and mention.kind == "bare" and not described.around:
        names = tuple(scene.told.regimes) if len(scene.told.regimes) == 1 else ()
    if not described.ended or not names:
        return None
    regime = scene.reference.regimes[names[0]]
    limbs = tuple(limb for limb in scene.reference.provisions if limb.regime == regime.id)
    ending = tuple(limb for limb in limbs if limb.kind is Kind.TERMINATION)
    if regime.last_day is not None:
        out = shift_days(regime.last_day, 1)
        last = written_day(regime.last_day)
        said = Said(f"The last day of the regime was {last.en}.", f"Le dernier jour du régime a été le {last.fr}.")
        last_ones = tuple(limb for limb in ending if any(p.first_day == out for p in limb.periods)) or ending[-1:]
        agrees = names_a_day(described.times, (regime.last_day, out)) is not False
        return Answer(
            Outcome.SUPPORTED if agrees else Outcome.WRONG_DETAIL, said + law_of(last_ones[:1]), last_ones[:1]
        )
    if regime.status == "in force" and any(cited.body in ("UN", "UNSC") for cited in mention.cited):
        said = Said(
            f"The Council's measures on {regime.name} have no end that these tables know.",
            f"Les mesures du Conseil ({regime.name_fr}) n’ont pas de fin connue de ces tables.",
        )
        return Answer(Outcome.WRONG_DETAIL, said)
    return None
