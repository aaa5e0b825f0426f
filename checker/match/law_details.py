"""The details of a rule as a text gives them: year, scope, end; loose wording is no error."""

from __future__ import annotations

from datetime import date, timedelta

from checker.dates import shift_days
from checker.extract.citations import Mention
from checker.extract.described_rules import Described
from checker.extract.timing import TimeExpression
from checker.match.law_words import Said, paragraph_name, written_day
from checker.model import Cited, Kind, Provision, Resolution

_DAY = timedelta(days=1)
_STATE = 3
"""Letters of the id of a State."""
# Since then the Council has adopted no ban on all trade with a country.
_LAST_TRADE_EMBARGO = 1995


def wrong_year(cited: Cited, held: Resolution | None, described: Described) -> Said | None:
    """What to say when the year or day given with a number is not that of its adoption; a day more or less is none."""
    if held is None:
        return None
    if cited.year is not None and cited.year != held.year:
        return Said(
            f"Resolution {held.number} was adopted in {held.year}, not in {cited.year}.",
            f"La résolution {held.number} a été adoptée en {held.year}, et non en {cited.year}.",
        )
    for time in described.dated:
        if held.adopted and time.precision == "day" and time.first_day and abs(time.first_day - held.adopted) > _DAY:
            right = written_day(held.adopted)
            return Said(
                f"Resolution {held.number} was adopted on {right.en}.",
                f"La résolution {held.number} a été adoptée le {right.fr}.",
            )
    return None


def scope(described: Described, limbs: tuple[Provision, ...], all_limbs: tuple[Provision, ...]) -> Said | None:
    """What to say when the text makes the rule wider than it is, or turns an appeal or a ban into something else."""
    if not limbs:
        return None
    first = limbs[0]
    name = paragraph_name(first)
    if described.overclaim == "any" and not described.listed and _only_listed(limbs):
        return Said(
            f"It is narrower than the text says: {name.en} concerns listed persons and entities only.",
            f"La règle est plus étroite que ne le dit le texte : {name.fr} ne vise que des personnes et entités inscrites.",
        )
    if described.everywhere and any(element.test == "place_in" for element in first.elements):
        return Said(
            f"It is narrower than the text says: {name.en} covers a part of the country only.",
            f"La règle est plus étroite que ne le dit le texte : {name.fr} ne couvre qu’une partie du pays.",
        )
    if described.everywhere and _aims_at_groups(limbs):
        return Said(
            f"It is narrower than the text says: {name.en} is aimed at groups and persons, not at a whole country.",
            f"La règle est plus étroite que ne le dit le texte : {name.fr} vise des groupes et des personnes, non un pays entier.",
        )
    if described.overclaim == "all_nationals" and first.activity == "worker_repatriation":
        return Said(
            f"It is narrower than the text says: {name.en} concerns nationals who earn income abroad, with exceptions.",
            f"La règle est plus étroite : {name.fr} vise les ressortissants qui tirent un revenu à l’étranger, sauf exceptions.",
        )
    if described.overclaim == "army" and _spares_the_army(limbs):
        return Said(
            f"It is narrower than the text says: {name.en} leaves the country’s own forces out.",
            f"La règle est plus étroite que ne le dit le texte : {name.fr} ne vise pas les forces du pays lui-même.",
        )
    if described.overclaim == "all_trade" and described.verb == "prohibits" and first.year >= _LAST_TRADE_EMBARGO:
        return Said(
            f"Resolution {first.resolution} bans listed goods and services, not all trade.",
            f"La résolution {first.resolution} interdit des biens et services énumérés, non tout commerce.",
        )
    exempting = any(limb.kind is Kind.EXEMPTION and limb.activity == first.activity for limb in all_limbs)
    if (
        described.verb == "permits"
        and (described.activities or described.targets)
        and first.is_rule
        and first.kind is not Kind.CAP
        and not exempting
        and not set(described.verbs) - {"permits", "breach", "institutes"}
    ):
        return Said(
            "The resolution says the contrary of what the text says of it.",
            "La résolution dit le contraire de ce que le texte lui prête.",
        )
    if described.verb in ("prohibits", "requires") and first.is_rule and all(one.is_hortatory for one in limbs):
        return Said(
            f"There the Council asks and does not oblige: see {name.en}.",
            f"Le Conseil y adresse une demande, sans obligation : voir {name.fr}.",
        )
    return None


def _spares_the_army(limbs: tuple[Provision, ...]) -> bool:
    """True when each limb leaves out what goes to the State itself."""
    return all(
        any(
            element.test == "taker_not_in" and any(len(v) == _STATE for v in element.values)
            for element in limb.elements
        )
        for limb in limbs
    )


def _aims_at_groups(limbs: tuple[Provision, ...]) -> bool:
    """True when no limb is aimed at a State; one whose name leaves open who received the goods is not aimed at."""
    left_open = {value for limb in limbs for one in limb.elements if one.test == "taker_known" for value in one.values}
    aimed = [target for limb in limbs for target in limb.targets if target not in left_open]
    return bool(aimed) and all(len(target) != _STATE for target in aimed)


def _only_listed(limbs: tuple[Provision, ...]) -> bool:
    """True when every limb needs a listed party."""
    return all(
        any(
            element.test == "fact" and any(v.startswith("listed:") for v in element.values)
            for element in limb.elements
        )
        for limb in limbs
    )


def days_out(limbs: tuple[Provision, ...]) -> tuple[date, ...]:
    """The first days on which rules among ``limbs`` no longer bound, or on which a termination among them took effect."""
    days: list[date] = []
    for limb in limbs:
        for period in limb.periods:
            if limb.kind is Kind.TERMINATION:
                days.append(period.first_day)
            elif limb.is_rule and period.last_day is not None and period.note != "unconfirmed":
                days.append(shift_days(period.last_day, 1))
    return tuple(dict.fromkeys(days))


def month_of(day: date) -> date:
    """The last day of the month that begins with ``day``; the day itself for any other."""
    return shift_days((day + timedelta(days=31)).replace(day=1), -1) if day.day == 1 else day


def names_a_day(times: tuple[TimeExpression, ...], days: tuple[date, ...]) -> bool | None:
    """Whether one of ``times`` holds one of ``days``, give or take a day; None when no time is stated."""
    spans = [(t.first_day, t.last_day) for t in times if t.basis in ("stated", "relative") and t.first_day and t.last_day]
    # "runs until October 2023": some day of that month, or of that year's last one
    spans += [(t.first_day, month_of(t.first_day)) for t in times if t.basis == "since" and t.first_day is not None]
    spans += [(t.last_day.replace(day=1), t.last_day) for t in times if t.basis == "until" and t.last_day is not None]
    if not spans:
        return None
    return any(
        first is not None and last is not None and first - _DAY <= day <= last + _DAY for first, last in spans for day in days
    )


def renewal(mention: Mention, limbs: tuple[Provision, ...]) -> Said | None:
    """What to say when a renewal is said to last to another day than it does."""
    ends = [
        period.last_day for limb in limbs if limb.kind is Kind.RENEWAL for period in limb.periods if period.last_day
    ]
    said = [t.last_day for t in mention.described.times if t.basis in ("deadline", "until") and t.last_day]
    if not ends or not said or any(abs(one - end) <= _DAY or _rough(one, end) for one in said for end in ends):
        return None
    right = written_day(ends[0])
    return Said(f"The renewal runs to {right.en}.", f"La reconduction court jusqu’au {right.fr}.")


def _rough(said: date, end: date) -> bool:
    """A month or year that holds the day agrees with it."""
    month = shift_days(said, 1).day == 1 and (said.year, said.month) == (end.year, end.month)
    return month or ((said.month, said.day) == (12, 31) and said.year == end.year)
