"""The names of months and weekdays that readers of pages take from the calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.bundle import folder
from checker.errors import TableError
from checker.time_words import KINDS, month_numbers, read_time_words, weekday_names

MONTHS = """
    january janvier janv jan | february fevrier fevr fev feb | march mars mar | april avril avr apr | may mai
    | june juin jun | july juillet juil jul | august aout aug | september septembre sept sep | october octobre oct
    | november novembre nov | december decembre dec
"""
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim"


@pytest.mark.parametrize(
    ("number", "names"), list(enumerate(MONTHS.split("|"), 1)), ids=[f"{date(2022, n, 1):%B}" for n in range(1, 13)]
)
def test_months_of_all_languages_have_their_number(number: int, names: str) -> None:
    assert {name: month_numbers()[name] for name in names.split()} == dict.fromkeys(names.split(), number)


def test_weekdays_lose_their_dot() -> None:
    assert weekday_names("fr") == frozenset(WEEKDAYS.split())


def test_a_language_without_a_calendar_has_no_weekdays() -> None:
    with pytest.raises(TableError, match=r"calendar\.csv is missing from xx"):
        weekday_names("xx")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_is_there_and_templates_keep_their_order(language: str) -> None:
    read = read_time_words(folder("reference"), language)
    assert read.words.keys() == KINDS
    lines = [row.line for row in read.templates]
    assert lines == sorted(lines)
    assert len(lines) == len(read.words["template"])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("planet,Mars,4", "calendar.csv, row 2, column kind: 'planet' is not a kind of time word"),
        ("month,,4", "calendar.csv, row 2, column form: '' is empty or stands twice under month"),
    ],
)
def test_a_broken_row_names_its_cell(tmp_path: Path, line: str, message: str) -> None:
    home = tmp_path / "languages" / "xx"
    home.mkdir(parents=True)
    (home / "calendar.csv").write_text(f"kind,form,value\n{line}\n", encoding="utf-8")
    with pytest.raises(TableError) as refused:
        read_time_words(tmp_path, "xx")
    assert str(refused.value).startswith(message)
