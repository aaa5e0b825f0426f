"""Force over days and periods: the fast answer against a slow and obvious one, and every sentence it says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.force import answer, stretches
from checker.model import Force, Period, ProvisionPeriod, Reading
from checker.reference import Reference, load_reference

DAY = timedelta(days=1)
NO, YES, PARTLY, DISPUTED, UNCONFIRMED = Force.NO, Force.YES, Force.PARTLY, Force.DISPUTED, Force.UNCONFIRMED


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def on_day(periods: tuple[ProvisionPeriod, ...], day: date) -> Force:
    """One day, by looking at every period."""
    for period in periods:
        if period.first_day <= day and (period.last_day is None or day <= period.last_day):
            if period.note == "disputed":
                return DISPUTED
            return UNCONFIRMED if period.note == "unconfirmed" and period.last_day is None else YES
    last = periods[-1] if periods else None
    if last and last.note == "unconfirmed" and last.last_day is not None and day > last.last_day:
        return UNCONFIRMED
    return NO


def slowly(periods: tuple[ProvisionPeriod, ...], asked: Period) -> tuple[Force, date | None]:
    """The answer and its day of change, day by day."""
    days = [asked.first_day + DAY * n for n in range((asked.last_day - asked.first_day).days + 1)]
    found = [on_day(periods, day) for day in days]
    if DISPUTED in found:
        first = found.index(DISPUTED)
        return DISPUTED, days[first] if first else None
    if UNCONFIRMED in found:
        return UNCONFIRMED, periods[-1].last_day
    if len(set(found)) == 1:
        return found[0], None
    return PARTLY, next(day for day, force in zip(days, found, strict=True) if force is not found[0])


def test_every_boundary_day_of_every_limb_agrees_with_the_slow_answer(reference: Reference) -> None:
    for provision in reference.provisions:
        for period in provision.periods:
            ends = [period.first_day] + ([period.last_day] if period.last_day else [])
            for end in ends:
                for first, last in ((-1, -1), (0, 0), (1, 1), (-1, 0), (0, 1), (-2, 2)):
                    asked = Period(end + DAY * first, end + DAY * last)
                    found = reference.force(provision, asked)
                    assert (found.force, found.day) == slowly(provision.periods, asked), (provision.id, asked)


@st.composite
def some_periods(draw: st.DrawFn) -> tuple[ProvisionPeriod, ...]:
    day = date(2020, 1, 1) + DAY * draw(st.integers(0, 10))
    found = []
    for _ in range(draw(st.integers(1, 4))):
        last = day + DAY * draw(st.integers(0, 8))
        found.append(ProvisionPeriod(day, last, draw(st.sampled_from(("", "", "disputed")))))
        day = last + DAY * draw(st.integers(1, 6))
    end = found[-1]
    note = draw(st.sampled_from((end.note, "unconfirmed")))
    open_end = draw(st.booleans())
    found[-1] = ProvisionPeriod(end.first_day, None if open_end else end.last_day, note)
    return tuple(found)


@given(periods=some_periods(), start=st.integers(-5, 60), length=st.integers(0, 50))
def test_any_period_agrees_with_the_slow_answer(
    periods: tuple[ProvisionPeriod, ...], start: int, length: int
) -> None:
    first = date(2020, 1, 1) + DAY * start
    asked = Period(first, first + DAY * length)
    found = answer(periods, asked)
    assert (found.force, found.day) == slowly(periods, asked)


@given(periods=some_periods(), start=st.integers(-5, 60), length=st.integers(0, 50))
def test_the_stretches_cover_the_days_asked_for_once_and_in_order(
    periods: tuple[ProvisionPeriod, ...], start: int, length: int
) -> None:
    first = date(2020, 1, 1) + DAY * start
    asked = Period(first, first + DAY * length)
    days = [
        s.first_day + DAY * n for s in stretches(periods, asked) for n in range((s.last_day - s.first_day).days + 1)
    ]
    assert days == [first + DAY * n for n in range(length + 1)]


ONCE = (ProvisionPeriod(date(2020, 1, 1), date(2020, 12, 31), "", "", "end of term"),)
ENDED = (ProvisionPeriod(date(2020, 1, 1), date(2020, 12, 31), "", "", "2231:7(a)"),)
TWICE = (*ENDED, ProvisionPeriod(date(2022, 1, 1), None, "disputed", "2231:12"))
DUE = (ProvisionPeriod(date(2020, 1, 1), date(2020, 12, 31), "unconfirmed", "", "end of term"),)
UNKNOWN_END = (ProvisionPeriod(date(2020, 1, 1), None, "unconfirmed"),)


@pytest.mark.parametrize(
    ("periods", "first", "last", "force", "why", "why_fr", "day"),
    [
        (ONCE, "2019-12-31", "2019-12-31", NO, "not before 2020-01-01", "pas avant le 2020-01-01", None),
        (ONCE, "2020-01-01", "2020-12-31", YES, "", "", None),
        (ONCE, "2021-01-01", "2021-01-01", NO, "lapsed after 2020-12-31", "caduc après le 2020-12-31", None),
        (
            *(ENDED, "2021-01-01", "2021-02-01", NO),
            *("terminated after 2020-12-31 by 2231:7(a)", "a pris fin après le 2020-12-31 (2231:7(a))", None),
        ),
        (
            *(ONCE, "2019-12-01", "2020-01-31", PARTLY),
            *("in force from 2020-01-01", "en vigueur à compter du 2020-01-01", "2020-01-01"),
        ),
        (
            *(ONCE, "2020-12-31", "2021-01-01", PARTLY),
            *("lapsed after 2020-12-31", "caduc après le 2020-12-31", "2021-01-01"),
        ),
        (
            *(TWICE, "2021-06-01", "2021-06-01", NO),
            "terminated after 2020-12-31 by 2231:7(a), and not again before 2022-01-01",
            *("a pris fin après le 2020-12-31 (2231:7(a)), et pas de nouveau avant le 2022-01-01", None),
        ),
        (
            *(TWICE, "2022-01-01", "2022-01-01", DISPUTED),
            *("States dispute that it binds", "des États contestent qu’il s’applique", None),
        ),
        (
            *(TWICE, "2021-12-31", "2022-01-01", DISPUTED, "States dispute that it binds from 2022-01-01"),
            *("des États contestent qu’il s’applique à compter du 2022-01-01", "2022-01-01"),
        ),
        (
            *(DUE, "2020-12-31", "2021-01-01", UNCONFIRMED),
            "a renewal was due after 2020-12-31 and has not been seen",
            *("un renouvellement était attendu après le 2020-12-31 et n’a pas été vu", "2020-12-31"),
        ),
        (
            *(UNKNOWN_END, "2024-01-01", "2024-01-01", UNCONFIRMED),
            *("its last day was not found", "son dernier jour n’a pas été trouvé", None),
        ),
        (
            *((), "2024-01-01", "2024-01-01", NO),
            *("no day is held on which it binds", "aucun jour d’application n’est connu", None),
        ),
    ],
    ids=[
        *("the day before", "all its days", "the day after its term", "after another text ended it"),
        *("from before its first day", "past its last day", "between two lives", "disputed", "disputed later on"),
        *("past a renewal that was due", "an end nobody found", "no period at all"),
    ],
)
def test_an_answer_says_why(
    periods: tuple[ProvisionPeriod, ...],
    first: str,
    last: str,
    force: Force,
    why: str,
    why_fr: str,
    day: str | None,
) -> None:
    found = answer(periods, Period(date.fromisoformat(first), date.fromisoformat(last)))
    assert (found.force, found.why, found.why_fr) == (force, why, why_fr)
    assert found.day == (date.fromisoformat(day) if day else None)


def test_a_renewal_that_was_due_leaves_its_own_days_in_force() -> None:
    assert answer(DUE, Period(date(2020, 12, 31), date(2020, 12, 31))).force is YES


def test_a_disputed_answer_carries_both_readings() -> None:
    readings = (Reading(False, ("IRN",), "no"), Reading(True, ("FRA",), "yes"))
    day = date(2022, 1, 1)
    assert answer(TWICE, Period(day, day), readings).readings == readings
    assert answer(ONCE, Period(day, day), readings).readings == ()
