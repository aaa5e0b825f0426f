"""Deadlines and ceilings as a text gives them, against those of the law; loose wording is no error."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checker.dates import shift_days
from checker.extract.citations import Mention
from checker.extract.quantities import QuantityExpression
from checker.extract.timing import TimeExpression
from checker.match.law_words import NOTHING, Said, deadline_note, paragraph_name
from checker.model import Kind, Provision
from checker.patterns import late
from checker.text import fold

_NUMBERS = {
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty-four": 24,
    "thirty": 30, "thirty-six": 36, "sixty": 60, "ninety": 90, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "neuf": 9, "douze": 12,
    "quinze": 15, "dix-huit": 18, "vingt-quatre": 24, "trente": 30, "trente-six": 36, "soixante": 60, "quatre-vingt-dix": 90,
}  # fmt: skip
_UNITS_OF_TIME = {"d": 1, "j": 1, "w": 7, "s": 7, "m": 30.44, "y": 365.25, "a": 365.25}
_TIME = (
    r"(?P<n>\d{1,3}|"
    + "|".join(sorted(_NUMBERS, key=len, reverse=True))
    + r")[ -](?P<unit>days?|jours|weeks?|semaines?|months?|mois|years?|ans?|annees?)(?!\w)"
)
_GIVEN = late(
    r"(?<!\w)(?:within|sous|dans|gave|gives?|given|giving|left|allowed|grants?|granted|had|have|donn\w{1,4}|laiss\w{1,4}|accord\w{1,4}|avaient|ont|delai de|d'ici)"
    rf"(?: (?!to |pour )[\w']{{1,14}}){{0,4}}? {_TIME}"
)
_GAVE = late(r"(?<!\w)(?:gave|gives?|given|giving|had|have|left|allowed|donn\w{1,4}|laiss\w{1,4}|accord\w{1,4}|avai(?:t|ent)|ont|avoir)(?: [\w'-]{1,16}){0,6} ?$")
_TERM_WORD = r"(?:deadline|cut-off(?: date)?|final date|last date|echeance|date (?:limite|butoir)|(?:dernier )?delai|terme)"
_TERM_BEFORE = late(
    rf"(?<!\w)(?:{_TERM_WORD}(?: [\w'-]{{1,12}}){{0,4}}?|dates? (?:it |they |that it |which it )?(?:set|fixed|laid down|chosen|fixee|retenue|choisie|qu'il a fixee|qu'elle a fixee)(?: (?:was|is|for|by|etait|est|au|par|a)){{0,2}}"
    r"|(?:due|home|gone|over|back|finished|complete|acheve\w{0,3}|termine\w{0,3}) (?:by|before|avant)|no later than|at the latest (?:by|on)|au plus tard) ?(?:the |le |au |on |was |etait |est |fixee? au )*$"
)
_TERM_AFTER = late(
    rf",? (?:as (?:the|its|a) (?:{_TERM_WORD}|date)|comme {_TERM_WORD}|pour {_TERM_WORD}|at the latest|au plus tard|being the {_TERM_WORD}|for (?:the|their) (?:return|repatriation|departure)|pour (?:le|leur) (?:retour|rapatriement|depart))(?!\w)"
)
_REPORTED = late(r"(?<!\w)(?:report\w{0,3}|rapport\w{0,4}|inform\w{0,4}|notif\w{0,5}|rendre compte)(?!\w)")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNITS = ("barrel", "tonne")
_DAY = timedelta(days=1)
_SLACK = {"d": 4, "j": 4, "w": 8, "s": 8, "m": 35, "y": 60, "a": 60}
"""Days by which a time given may miss the exact one, by the first letter of its unit."""
_CEILING = late(
    r"(?<!\w)(?:cap|caps|ceiling|limit|quota|maximum|plafond|limite|no more than|up to|capped at|limited to|plafonne\w{0,3}|limite\w{0,3}|fixe\w{0,2})"
    r"(?: (?:annual|yearly|annuel\w{0,2}|legal\w{0,2}))?(?: (?:of|at|de|a|to|on|sur|d'un|some|about))* ?$"
)
_MORE_THAN = late(
    r"(?<!\w)(?:beyond|above|over|exceed\w{0,3}|excess|more than|unless|except\w{0,3}|save|barrels?|tonnes?|tons?|cap|ceiling|limit|quota"
    r"|au-dela|au dela|superieur\w{0,3}|excedant|depass\w{1,4}|plus de|sauf|hormis|barils?|plafond|limite|excedentaire\w{0,1})(?!\w)"
)


def deadline(
    mention: Mention, limb: Provision, sentence: str = "", adopted: date | None = None, text: str = ""
) -> tuple[bool, Said]:
    """Whether the deadline said agrees with that of ``limb``, and the exact one in words; (True, nothing) for none said.

    A year or a month that holds the day agrees; "until" says that something is allowed up to then, and does not, but for "gave States until then to do it".
    ``sentence`` is folded; it and ``adopted`` serve for times such as "within 24 months"; ``text`` is the document's, for
    days that a word such as "the date set was" makes a term.
    """
    exact = [date.fromisoformat(found) for found in _ISO.findall(limb.deadline)]
    given = time_given(mention, sentence) if exact and adopted is not None else None
    if given is not None and adopted is not None and not _is_long(given, adopted, exact):
        return False, deadline_note(exact[0], loose=False)
    said = [t for t in mention.described.times if t.basis in ("deadline", "until") and t.last_day is not None]
    said = [t for t in said if t.basis == "deadline" or not _is_told_to_begin(mention, limb, t)]
    if exact and not said:
        said = _due(mention, text)
    if not exact or not said:
        return True, NOTHING
    for time in said:
        for day in exact:
            due = time.basis in ("deadline", "stated") or mention.head == "order" or _is_given(time, text)
            if due and _agrees(time, day):
                return True, deadline_note(day, loose=time.last_day != day)
    return False, deadline_note(exact[0], loose=False)


def _is_told_to_begin(mention: Mention, limb: Provision, time: TimeExpression) -> bool:
    """True for "was legal until August 2017": the ban began then, and nothing was due."""
    if "prohibits" not in mention.described.verbs and mention.head != "dated":
        return False
    firsts = [period.first_day for period in limb.periods]
    return time.last_day is not None and any((one.year, one.month) == (time.last_day.year, time.last_day.month) for one in firsts)


def _is_given(time: TimeExpression, text: str) -> bool:
    """True for "gave States until then to do it", "avaient jusqu'à fin 2019 pour"."""
    before, after = fold(text[max(0, time.span.start - 70) : time.span.start]).text, fold(text[time.span.end : time.span.end + 12]).text
    return _GAVE.search(before) is not None and after.lstrip(" ,").startswith(("to ", "in which", "pour "))


def _due(mention: Mention, text: str) -> list[TimeExpression]:
    """The days of the sentence that a word beside them makes a term: "the date it set was", "fixed as the deadline"."""
    found = []
    for time in mention.described.times:
        if time.basis != "stated" or time.last_day is None or time.precision not in ("day", "month"):
            continue
        low, high = max(mention.sentence.start, time.span.start - 45), min(mention.sentence.end, time.span.end + 30)
        before, after = fold(text[low : time.span.start]).text, fold(text[time.span.end : high]).text
        if _TERM_BEFORE.search(before) or _TERM_AFTER.match(after):
            found.append(time)
    return found


def time_given(mention: Mention, sentence: str) -> tuple[int, str] | None:
    """The time that the sentence (folded) gives for what is to be done: a count and the first letter of its unit."""
    hit = _GIVEN.search(sentence)
    if (
        hit is None
        or ";" in sentence[: hit.start()]
        or _REPORTED.search(sentence, max(0, hit.start() - 60), hit.end())
    ):
        return None
    opener = hit.group().split(" ", 1)[0]
    if opener in ("had", "have", "ont", "avaient", "left") and sentence[hit.end() : hit.end() + 5].lstrip()[
        :2
    ] not in ("to", "po", "in"):
        return None
    if not {"requires", "permits"} & set(mention.described.verbs) and opener in ("within", "sous", "dans", "d'ici"):
        return None
    return int(hit["n"]) if hit["n"].isdigit() else _NUMBERS[hit["n"]], hit["unit"][0]


def fits_deadline(given: tuple[int, str], limb: Provision, adopted: date) -> bool:
    """True when ``limb`` has a deadline that lies so long after ``adopted``."""
    exact = [date.fromisoformat(found) for found in _ISO.findall(limb.deadline)]
    return bool(exact) and _is_long(given, adopted, exact)


def _is_long(given: tuple[int, str], adopted: date, exact: list[date]) -> bool:
    count, unit = given
    due = adopted + timedelta(days=round(count * _UNITS_OF_TIME[unit]))
    return any(abs(due - day).days <= _SLACK[unit] for day in exact)


def _agrees(time: TimeExpression, day: date) -> bool:
    # a day without its year may lie before or ahead of the publication
    ends = [time.last_day, time.ahead.last_day if time.ahead is not None else None]
    return time.last_day is None or any(_is_day_or_around(last, day) for last in ends if last is not None)


def _is_day_or_around(last: date, day: date) -> bool:
    whole_year = (last.month, last.day) == (12, 31) and last.year == day.year
    whole_month = shift_days(last, 1).day == 1 and (last.year, last.month) == (day.year, day.month)
    return whole_year or whole_month or abs(last - day) <= _DAY


def amount(mention: Mention, limb: Provision, text: str = "") -> Said | None:
    """What to say when a ceiling is given with another figure than the law's, in the same unit.

    A figure before the citing words is the law's only behind a word such as "a ceiling of" in ``text``, the document's.
    """
    described = mention.described
    if not {"caps", "permits"} & set(described.verbs) and mention.head != "cap":
        return None
    limits = {cap.unit: cap.quantity for cap in limb.caps if cap.unit in _UNITS and cap.quantity is not None}
    for said in figures_of_law(mention, text):
        limit = limits.get(said.unit)
        if limit is None or said.low is None or _fits(said.low, said.high, limit):
            continue
        figure, french = f"{limit:,.0f}", f"{limit:,.0f}".replace(",", " ")
        unit, unite = ("barrels", "barils") if said.unit == "barrel" else ("tonnes", "tonnes")
        return Said(
            f"The ceiling is {figure} {unit}, not “{said.text}”.",
            f"Le plafond est de {french} {unite}, et non « {said.text} ».",
        )
    return None


def figures_of_law(mention: Mention, text: str = "") -> tuple[QuantityExpression, ...]:
    """The amounts that the sentence gives as the law's."""
    return tuple(
        said
        for said in mention.described.amounts
        if said.span.start >= mention.start
        or (text and _CEILING.search(fold(text[max(0, said.span.start - 40) : said.span.start]).text.rstrip() + " "))
    )


def has_figure(limb: Provision, said: QuantityExpression) -> bool:
    """True when ``limb`` is a ceiling of the amount said."""
    return any(
        cap.unit == said.unit
        and cap.quantity is not None
        and said.low is not None
        and _fits(said.low, said.high, cap.quantity)
        for cap in limb.caps
    )


def told_as_ban(mention: Mention, limbs: tuple[Provision, ...], sentence: str) -> Said | None:
    """What to say when "all deliveries" are said to be forbidden where only those beyond a ceiling are."""
    described = mention.described
    if described.verb != "prohibits" or described.overclaim not in ("any", "total") or described.amounts:
        return None
    if not limbs or any(limb.kind is not Kind.CAP or not limb.caps for limb in limbs) or _MORE_THAN.search(sentence):
        return None
    name = paragraph_name(limbs[0])
    return Said(
        f"It is a ceiling, not a ban: see {name.en}.",
        f"C’est un plafond, et non une interdiction : voir {name.fr}.",
    )


def _fits(low: float, high: float | None, limit: float) -> bool:
    return 0.98 * low <= limit <= 1.02 * (high if high is not None else low)
