"""Calendar arithmetic at its edges: month ends, leap days, year wraps, both ends of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import dates
from checker.errors import UsageError
from checker.model import Period


def day(words: str) -> date:
    return date.fromisoformat(words)


def span(first: str, last: str) -> Period:
    return Period(day(first), day(last))


DAYS = st.dates()
PERIODS = st.tuples(DAYS, DAYS).map(lambda pair: Period(min(pair), max(pair)))


@pytest.mark.parametrize("words", ["2024-05-01", " 2024-05-01\n", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_is_read(words: str) -> None:
    assert dates.parse_day(words).isoformat() == words.strip()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("", "'' is not a day: write year, month and day as 2024-05-01"),
        ("1 May 2024", "'1 May 2024' is not a day: write year, month and day as 2024-05-01"),
        ("20240501", "'20240501' is not a day: write year, month and day as 2024-05-01"),
        ("2024-5-1", "'2024-5-1' is not a day: write year, month and day as 2024-05-01"),
        ("2024-W18-3", "'2024-W18-3' is not a day: write year, month and day as 2024-05-01"),
        ("٢٠٢٤-٠٥-٠١", "'٢٠٢٤-٠٥-٠١' is not a day: write year, month and day as 2024-05-01"),
        ("2023-02-29", "'2023-02-29' is not a day of the calendar: check the month and the day, as in 2024-05-01"),
        ("2024-13-01", "'2024-13-01' is not a day of the calendar: check the month and the day, as in 2024-05-01"),
        ("0000-01-01", "'0000-01-01' is not a day of the calendar: check the month and the day, as in 2024-05-01"),
    ],
)
def test_what_is_no_day_is_refused_with_what_to_do(words: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        dates.parse_day(words)
    assert str(refused.value) == message
    assert refused.value.slug == "day"
    assert isinstance(refused.value, ValueError)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (dates.month_period(2024, 2), span("2024-02-01", "2024-02-29")),
        (dates.month_period(2023, 2), span("2023-02-01", "2023-02-28")),
        (dates.month_period(9999, 12), span("9999-12-01", "9999-12-31")),
        (dates.quarter_period(2023, 1), span("2023-01-01", "2023-03-31")),
        (dates.quarter_period(2023, 4), span("2023-10-01", "2023-12-31")),
        (dates.half_period(2024, 1), span("2024-01-01", "2024-06-30")),
        (dates.half_period(2024, 2), span("2024-07-01", "2024-12-31")),
        (dates.year_period(2024), span("2024-01-01", "2024-12-31")),
        (dates.decade_period(1994), span("1990-01-01", "1999-12-31")),
        (dates.week_period(day("2022-11-03")), span("2022-10-31", "2022-11-06")),
        (dates.week_period(day("2022-10-31")), span("2022-10-31", "2022-11-06")),
        (dates.week_period(day("2023-01-01")), span("2022-12-26", "2023-01-01")),
        (dates.season("spring", 2022), span("2022-03-01", "2022-06-20")),
        (dates.season("summer", 2022), span("2022-06-01", "2022-09-22")),
        (dates.season("autumn", 2022), span("2022-09-01", "2022-12-21")),
        (dates.season("winter", 2022), span("2022-12-01", "2023-03-20")),
        (dates.unit_period(day("2022-01-15"), "month", -1), span("2021-12-01", "2021-12-31")),
        (dates.unit_period(day("2022-03-31"), "month", -1), span("2022-02-01", "2022-02-28")),
        (dates.unit_period(day("2022-01-15"), "quarter", -1), span("2021-10-01", "2021-12-31")),
        (dates.unit_period(day("2022-11-03"), "year", 1), span("2023-01-01", "2023-12-31")),
        (dates.unit_period(day("2022-11-03"), "decade", -1), span("2010-01-01", "2019-12-31")),
        (dates.unit_period(day("2022-11-03"), "week", -1), span("2022-10-24", "2022-10-30")),
        (dates.unit_period(day("2022-11-03"), "weekend"), span("2022-10-29", "2022-10-30")),
        (dates.unit_period(day("2022-11-03"), "weekend", -1), span("2022-10-29", "2022-10-30")),
        (dates.unit_period(day("2022-11-05"), "weekend"), span("2022-11-05", "2022-11-06")),
        (dates.unit_period(day("2022-11-06"), "weekend", -1), span("2022-10-29", "2022-10-30")),
        (dates.unit_period(day("2022-11-03"), "weekend", 1), span("2022-11-05", "2022-11-06")),
        (dates.unit_period(day("2022-11-01"), "day", -1), span("2022-10-31", "2022-10-31")),
    ],
    ids=str,
)
def test_a_named_stretch_runs_from_its_first_to_its_last_day(period: Period, expected: Period) -> None:
    assert period == expected


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        (dates.shift_months(day("2024-01-31"), 1), "2024-02-29"),
        (dates.shift_months(day("2023-01-31"), 1), "2023-02-28"),
        (dates.shift_months(day("2023-01-15"), -1), "2022-12-15"),
        (dates.shift_months(day("2024-02-29"), 12), "2025-02-28"),
        (dates.shift_months(day("0001-01-05"), -1), "0001-01-01"),
        (dates.shift_months(day("9999-12-05"), 1), "9999-12-31"),
        (dates.shift_weeks(day("2022-11-03"), -3), "2022-10-13"),
        (dates.shift_days(date.min, -1), "0001-01-01"),
        (dates.shift_days(date.max, 1), "9999-12-31"),
        (dates.shift(day("2022-11-03"), "hour", -48), "2022-11-01"),
        (dates.shift(day("2022-11-03"), "hour", -5), "2022-11-02"),
        (dates.shift(day("2022-11-03"), "hour", 5), "2022-11-04"),
        (dates.shift(day("2022-11-03"), "quarter", -1), "2022-08-03"),
        (dates.shift(day("2024-02-29"), "year", -1), "2023-02-28"),
        (dates.weekday_before(day("2022-11-02"), 2), "2022-11-02"),
        (dates.weekday_before(day("2022-11-03"), 2), "2022-11-02"),
        (dates.weekday_before(day("2022-11-01"), 2), "2022-10-26"),
        (dates.weekday_after(day("2022-11-02"), 2), "2022-11-09"),
        (dates.weekday_after(day("2022-11-01"), 2), "2022-11-02"),
        (dates.yearly_before(day("2022-11-03"), 11, 3), "2022-11-03"),
        (dates.yearly_before(day("2022-11-03"), 11, 4), "2021-11-04"),
        (dates.yearly_before(day("2023-02-28"), 2, 29), "2020-02-29"),
        (dates.yearly_before(day("1903-12-31"), 2, 29), "1896-02-29"),
        (dates.yearly_after(day("2022-11-03"), 11, 3), "2023-11-03"),
        (dates.yearly_after(day("2022-11-03"), 2, 29), "2024-02-29"),
    ],
    ids=str,
)
def test_a_day_moves(moved: date, expected: str) -> None:
    assert moved == day(expected)


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert dates.day_of(2022, 11, 31) is None
    assert dates.yearly_before(day("2022-11-03"), 2, 30) is None
    assert dates.yearly_before(day("0001-01-01"), 12, 31) is None


def test_news_without_a_day_speaks_of_the_ninety_days_up_to_publication() -> None:
    assert dates.assumed_period(day("2022-11-03")) == Period(day("2022-08-05"), day("2022-11-03"), "assumed")


def test_a_period_is_cut_and_joined() -> None:
    year, june = dates.year_period(2022), dates.month_period(2022, 6)
    assert dates.clamp(year, last=day("2022-01-01")) == span("2022-01-01", "2022-01-01")
    assert dates.clamp(year, first=day("2022-12-31")) == span("2022-12-31", "2022-12-31")
    assert dates.clamp(year, first=day("2023-01-01")) is None
    assert dates.intersect(year, june) == june
    assert dates.intersect(june, dates.month_period(2022, 7)) is None
    assert dates.join(june, dates.month_period(2022, 2)) == span("2022-02-01", "2022-06-30")
    assert dates.join(Period(day("2022-01-01"), day("2022-01-02"), "relative"), june).basis == "relative"


@pytest.mark.parametrize(
    ("period", "part", "parts", "expected"),
    [
        (dates.year_period(2023), 0, 3, span("2023-01-01", "2023-04-30")),
        (dates.year_period(2023), 1, 3, span("2023-05-01", "2023-08-31")),
        (dates.year_period(2023), 2, 3, span("2023-09-01", "2023-12-31")),
        (dates.year_period(2024), 0, 2, span("2024-01-01", "2024-06-30")),
        (dates.month_period(2022, 8), 0, 3, span("2022-08-01", "2022-08-10")),
        (dates.month_period(2022, 8), 1, 3, span("2022-08-11", "2022-08-20")),
        (dates.month_period(2022, 8), 2, 3, span("2022-08-21", "2022-08-31")),
        (dates.month_period(2023, 2), 2, 3, span("2023-02-21", "2023-02-28")),
        (dates.month_period(2022, 8), 1, 2, span("2022-08-16", "2022-08-31")),
        (dates.week_period(day("2022-11-03")), 0, 2, span("2022-10-31", "2022-11-02")),
        (span("2022-11-03", "2022-11-03"), 1, 3, span("2022-11-03", "2022-11-03")),
    ],
    ids=str,
)
def test_a_part_of_a_period(period: Period, part: int, parts: int, expected: Period) -> None:
    assert dates.slice_of(period, part, parts) == expected


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="part 3 of 3 does not exist: count from 0"):
        dates.slice_of(dates.year_period(2023), 3, 3)


@given(DAYS, st.integers(0, 6))
def test_the_last_such_weekday_is_at_most_six_days_back(start: date, weekday: int) -> None:
    before = dates.weekday_before(start, weekday)
    assert start - timedelta(days=6) <= before <= start if start > date(1, 1, 7) else before <= start
    assert before.weekday() == weekday or before == date.min


@given(DAYS, st.integers(-200_000, 200_000))
def test_shifting_stays_in_the_calendar_and_keeps_order(start: date, count: int) -> None:
    for moved in (dates.shift_days(start, count), dates.shift_weeks(start, count), dates.shift_months(start, count)):
        assert moved <= start if count < 0 else moved >= start


@given(PERIODS, PERIODS)
def test_a_join_holds_both_and_an_intersection_lies_in_both(one: Period, other: Period) -> None:
    both = dates.join(one, other)
    assert both.first_day == min(one.first_day, other.first_day)
    assert both.last_day == max(one.last_day, other.last_day)
    shared = dates.intersect(one, other)
    assert (shared is not None) is one.meets(other)
    assert shared is None or dates.join(one, shared) == one


@given(PERIODS, st.integers(1, 6), st.data())
def test_a_part_lies_inside(period: Period, parts: int, data: st.DataObject) -> None:
    part = dates.slice_of(period, data.draw(st.integers(0, parts - 1)), parts)
    assert dates.clamp(part, period.first_day, period.last_day) == part


@pytest.mark.parametrize("year", [1990, 1994, 1999, 2024])
def test_quarters_and_decades_are_whole(year: int) -> None:
    quarters = [dates.quarter_period(year, one) for one in (1, 2, 3, 4)]
    assert [one.first_day for one in quarters] == [date(year, month, 1) for month in (1, 4, 7, 10)]
    assert [one.last_day for one in quarters] == [date(year, 3, 31), date(year, 6, 30), date(year, 9, 30), date(year, 12, 31)]
    start = year - year % 10
    assert dates.decade_period(year) == Period(date(start, 1, 1), date(start + 9, 12, 31))
