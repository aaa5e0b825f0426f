"""The year or month in which a text says that a measure began, and the rules that began then."""

from __future__ import annotations

from checker.extract.citations import Mention
from checker.extract.timing import TimeExpression
from checker.match.law_scene import Scene
from checker.match.law_words import Said, paragraph_name
from checker.model import Provision
from checker.patterns import late
from checker.records import record
from checker.reference import Reference
from checker.text import fold

_MONTHS = (
    "january february march april may june july august september october november december",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
)
_MONTH_NUMBER = {name: at + 1 for row in _MONTHS for at, name in enumerate(row.split())}
_WHEN = (
    r"(?:(?:\d{1,2}(?:er|st|nd|rd|th)? )?(?P<month>"
    + "|".join(_MONTH_NUMBER)
    + r"),? )?(?P<year>(?:19[4-9]|20)\d\d)(?!\w)"
)
_BEGUN = late(
    r"(?<!\w)(?:dates?|dating|dated|(?:in (?:place|force|effect)|(?:first )?imposed|introduced|decreed|instituted|enacted"
    r"|slapped|brought in|put in place|laid down)|remont\w{1,5}|dat(?:e|ent|ant|ait|aient)|imposee?s?|instauree?s?"
    r"|decretee?s?|decidee?s?|prononcee?s?|votee?s?|adoptee?s?|fixee?s?|decided|adopted|voted|passed|ordered|fixed|set(?= by)|instituee?s?|en (?:vigueur|place))(?: [\w'-]{1,14}){0,6}? (?:a |d')?"
    + _WHEN
)
_SINCE = late(r"(?<!\w)(?:since|depuis|des) (?:le |the |l')?(?:end of |fin |debut )?" + _WHEN)
_BARRED_SINCE = late(
    r"(?<!\w)(?:banned|barred|forbidden|prohibited|outlawed|off limits|embargo|ban|interdite?s?|proscrite?s?|prohibee?s?|bannie?s?|interdiction|prohibition|allowed|permitted|lawful|legal|permise?s?|autorisee?s?|licites?|legale?s?)"
    r"(?: [\w'-]{1,16}){0,8}?,? (?:(?:ever )?since|depuis|des|until|jusqu'en|jusqu'a) (?:le |the |l')?(?:end of |fin |debut |late |early )?"
    + _WHEN
)
_RENEWED = late(r"renew|extend|prolong|reconduit|proroge|renouvel|amend|again|de nouveau|a nouveau|breach|viol|flout")


@record
class Begun:
    """When a measure began as the text has it; ``firm`` unless only "since" says so."""

    year: int
    month: int | None
    firm: bool


def begun(mention: Mention, scene: Scene) -> Begun | None:
    """The beginning that the sentence gives to the measure it cites, or None."""
    text = scene.document.text
    sentence = fold(text[mention.sentence.start : mention.sentence.end]).text
    at = max(0, mention.start - mention.sentence.start - 4)
    for shape, firm in ((_BEGUN, True), (_BARRED_SINCE, True), (_SINCE, False)):
        for hit in shape.finditer(sentence):
            low = min(at, hit.start())
            near = (
                hit.start() - (mention.end - mention.sentence.start) < 90 and ";" not in sentence[low : hit.start()]
            )
            if near and (hit.start() >= at or not firm) and _RENEWED.search(hit.group()) is None:
                month = _MONTH_NUMBER.get(hit["month"] or "")
                return Begun(int(hit["year"]), month, firm)
    return None


def other_times(times: tuple[TimeExpression, ...], when: Begun) -> tuple[TimeExpression, ...]:
    """The times of a sentence without that of the beginning, which is of the rule and not of conduct."""
    return tuple(time for time in times if not _is_of(time, when))


def _is_of(time: TimeExpression, when: Begun) -> bool:
    day = time.first_day
    return (
        time.basis == "stated" and day is not None and (day.year, day.month) == (when.year, when.month or day.month)
    )


def of_that_day(limbs: tuple[Provision, ...], when: Begun, reference: Reference) -> tuple[Provision, ...]:
    """The limbs whose resolution was adopted in the month, else the year, of ``when``."""
    of_year = tuple(limb for limb in limbs if limb.year == when.year)
    if when.month is None:
        return of_year
    held = reference.resolutions
    days = {limb.id: held[limb.resolution].adopted for limb in of_year if limb.resolution in held}
    return tuple(limb for limb in of_year if (day := days.get(limb.id)) and day.month == when.month) or of_year


def wrong_beginning(limbs: tuple[Provision, ...], when: Begun, reference: Reference) -> Said | None:
    """What to say when no text on the same activity in these regimes is of the year that the text gives."""
    regimes, codes = {limb.regime for limb in limbs}, {limb.activity for limb in limbs}
    same = [one for one in reference.provisions if one.regime in regimes and one.activity in codes]
    years = {one.year for one in same} | {period.first_day.year for one in same for period in one.periods}
    if not same or when.year in years:
        return None
    first = min((one for one in same if one.is_rule), key=lambda one: one.year, default=same[0])
    name = paragraph_name(first)
    return Said(
        f"By these tables the measure began in {first.year}, with {name.en}, not in {when.year}.",
        f"D’après ces tables, la mesure date de {first.year}, avec {name.fr}, et non de {when.year}.",
    )
