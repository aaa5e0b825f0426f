"""Days as pages write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.documents.written_days import find_days, read_day

FRENCH_NAMES = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
ENGLISH_NAMES = "January February March April May June July August September October November December"
FRENCH, ENGLISH = FRENCH_NAMES.split(), ENGLISH_NAMES.split()
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "words",
    [
        "3 November 2022",
        "3rd of November 2022",
        "November 3, 2022",
        "November 3rd, 2022",
        "Nov. 3, 2022",
        "NOV 3 2022",
        "3 novembre 2022",
        "3 nov. 2022",
        "3 NOVEMBRE 2022",
        "3-Nov-2022",
        "2022-11-03",
        "2022/11/03",
        "2022-11-03T10:12:00Z",
        "3.11.2022",
        "2022年11月3日",
        "jeudi 3 novembre 2022 à 10h12",
        "mar. 3 nov. 2022",
    ],
)
def test_every_shape_of_one_day(words: str) -> None:
    assert read_day(words) == date(2022, 11, 3)


@pytest.mark.parametrize(
    "words",
    [
        "30 February 2022",
        "31/04/2022",
        "2022-13-01",
        "November 2022",
        "resolution 2397 (2017)",
        "1/2/3/4",
        "10.12.22.5",
        "May 3.5 percent",
        "on March 10 per cent",
        "version 1.2",
        "in 2022",
        "",
    ],
)
def test_what_is_no_day(words: str) -> None:
    assert read_day(words) is None


@pytest.mark.parametrize(
    ("words", "language", "day", "why"),
    [
        ("03/11/2022", "fr", date(2022, 11, 3), ""),
        ("03/11/22", "fr", date(2022, 11, 3), ""),
        ("03/11/2022", "en", None, "ambiguous"),
        ("03/11/2022", "und", None, "ambiguous"),
        ("12/12/2022", "en", date(2022, 12, 12), ""),
        ("12/13/2022", "en", date(2022, 12, 13), ""),
        ("13/12/2022", "en", date(2022, 12, 13), ""),
        ("03.11.2022", "en", date(2022, 11, 3), ""),
        ("Nov. 3", "en", None, "no_year"),
        ("29 février", "fr", None, "no_year"),
    ],
)
def test_figures_are_read_by_the_language(words: str, language: str, day: date | None, why: str) -> None:
    (written,) = find_days(words, language)
    assert (written.day, written.why) == (day, why)


def test_figures_that_no_reading_fits_are_left_out() -> None:
    assert find_days("11/13/2022", "fr") == ()


@pytest.mark.parametrize(("year", "day"), [(2024, date(2024, 2, 29)), (2023, None)])
def test_a_day_without_a_year_takes_one(year: int, day: date | None) -> None:
    (written,) = find_days("Feb. 29")
    assert written.in_year(year) == day


@given(DAYS)
def test_long_dates_are_read_as_they_were_written(day: date) -> None:
    assert read_day(f"{day.day} {ENGLISH[day.month - 1]} {day.year}") == day
    assert read_day(f"{ENGLISH[day.month - 1]} {day.day}, {day.year}") == day
    assert read_day(f"{day.day}{'er' if day.day == 1 else ''} {FRENCH[day.month - 1]} {day.year}") == day
    assert read_day(day.isoformat()) == day


@given(DAYS)
def test_figures_in_english_are_right_or_ambiguous(day: date) -> None:
    read = find_days(f"{day.day:02}/{day.month:02}/{day.year}", "en")[0]
    assert read.day in (day, None)
    assert (read.day is None) == (day.day <= 12 and day.day != day.month)


@given(st.text(alphabet=st.sampled_from("0123456789/-. ,NovMay年月日\u0660"), max_size=40), DAYS)
def test_spans_hold_the_words(noise: str, day: date) -> None:
    text = f"{noise} œ {day.isoformat()} {noise}"
    found = find_days(text)
    assert all(0 <= written.span.start < written.span.end <= len(text) for written in found)
    assert [written.span.start for written in found] == sorted(written.span.start for written in found)


def test_only_the_front_is_searched() -> None:
    assert read_day("x" * 5_000 + " 2022-11-03") is None
    assert read_day("x" * 3_000 + " 2022-11-03") == date(2022, 11, 2) + timedelta(days=1)
