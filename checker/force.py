"""Whether a provision binds over a period, day by day, and why: yes, no, partly, disputed or unconfirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker.model import Force, ForceAnswer, Period, ProvisionPeriod, Reading
from checker.records import record

_DAY = timedelta(days=1)
_ENDED = {
    "replaced": ("replaced", "remplacé"),
    "suspended": ("suspended", "suspendu"),
    "ended": ("ended", "a pris fin"),
}
_ENDING = re.compile(r"\d{1,4}(?::\S+)?")


@record
class Stretch:
    """Days with one answer; ``before`` and ``after`` are the periods next to days on which nothing binds."""

    first_day: date
    last_day: date
    force: Force
    before: ProvisionPeriod | None = None
    after: ProvisionPeriod | None = None


def stretches(periods: tuple[ProvisionPeriod, ...], asked: Period) -> Iterator[Stretch]:
    """The days of ``asked``, in order and without a gap, as stretches with one answer each.

    ``periods`` are those of one provision, in order and not overlapping. The days after the last period are
    ``unconfirmed`` when its renewal was due and has not been seen, ``no`` otherwise.
    """
    day = asked.first_day
    before: ProvisionPeriod | None = None
    for period in periods:
        if period.last_day is not None and period.last_day < day:
            before = period
            continue
        if period.first_day > asked.last_day:
            yield Stretch(day, asked.last_day, Force.NO, before, period)
            return
        if period.first_day > day:
            yield Stretch(day, period.first_day - _DAY, Force.NO, before, period)
            day = period.first_day
        end = asked.last_day if period.last_day is None else min(period.last_day, asked.last_day)
        yield Stretch(day, end, _inside(period), period)
        if end == asked.last_day:
            return
        day, before = end + _DAY, period
    unseen = before is not None and before.note == "unconfirmed"
    yield Stretch(day, asked.last_day, Force.UNCONFIRMED if unseen else Force.NO, before)


def _inside(period: ProvisionPeriod) -> Force:
    if period.note == "disputed":
        return Force.DISPUTED
    if period.note == "unconfirmed" and period.last_day is None:
        return Force.UNCONFIRMED
    return Force.YES


def answer(periods: tuple[ProvisionPeriod, ...], asked: Period, readings: tuple[Reading, ...] = ()) -> ForceAnswer:
    """The force of a provision over ``asked``, both ends included.

    ``disputed`` when States dispute it on any day asked for; else ``unconfirmed`` when a day lies after a renewal
    that was due and has not been seen (``day`` is the last day seen); ``yes`` or ``no`` when every day agrees;
    else ``partly`` with the first day on which the answer changes.
    """
    found = tuple(stretches(periods, asked))
    forces = {stretch.force for stretch in found}
    first = found[0]
    if Force.DISPUTED in forces:
        start = next(stretch for stretch in found if stretch.force is Force.DISPUTED)
        changed = start.first_day if start is not first else None
        why, why_fr = "States dispute that it binds", "des États contestent qu’il s’applique"
        if changed is not None:
            why, why_fr = f"{why} from {changed}", f"{why_fr} à compter du {changed}"
        return ForceAnswer(Force.DISPUTED, why, changed, readings, why_fr)
    if Force.UNCONFIRMED in forces:
        seen = next(stretch for stretch in found if stretch.force is Force.UNCONFIRMED).before
        last = seen.last_day if seen is not None else None
        if last is None:
            return ForceAnswer(
                Force.UNCONFIRMED, "its last day was not found", None, (), "son dernier jour n’a pas été trouvé"
            )
        return ForceAnswer(
            Force.UNCONFIRMED,
            f"a renewal was due after {last} and has not been seen",
            last,
            (),
            f"un renouvellement était attendu après le {last} et n’a pas été vu",
        )
    if forces == {Force.YES}:
        return ForceAnswer(Force.YES)
    if forces == {Force.NO}:
        why, why_fr = _absence(first)
        return ForceAnswer(Force.NO, why, None, (), why_fr)
    changed_to = next(stretch for stretch in found if stretch.force is not first.force)
    day = changed_to.first_day
    if first.force is Force.NO:
        return ForceAnswer(Force.PARTLY, f"in force from {day}", day, (), f"en vigueur à compter du {day}")
    why, why_fr = _absence(changed_to)
    return ForceAnswer(Force.PARTLY, why, day, (), why_fr)


def _absence(stretch: Stretch) -> tuple[str, str]:
    """Why nothing binds on these days, in English and French."""
    ended, next_one = stretch.before, stretch.after
    if ended is None or ended.last_day is None:
        first = next_one.first_day if next_one is not None else None
        if first is None:
            return "no day is held on which it binds", "aucun jour d’application n’est connu"
        return f"not before {first}", f"pas avant le {first}"
    last = ended.last_day
    by = _ENDING.match(ended.ended_by)
    if by:
        word, mot = _ENDED.get(ended.ended, ("terminated", "a pris fin"))
        why, why_fr = f"{word} after {last} by {by[0]}", f"{mot} après le {last} ({by[0]})"
    else:
        why, why_fr = f"lapsed after {last}", f"caduc après le {last}"
    if next_one is not None:
        why = f"{why}, and not again before {next_one.first_day}"
        why_fr = f"{why_fr}, et pas de nouveau avant le {next_one.first_day}"
    return why, why_fr
