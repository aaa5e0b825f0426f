"""Every trigger, cue and verb of saying stands in a sentence of its own, and acts there."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from checker import bundle
from checker.pipeline import Checker, load_checker
from tests.extract.acting_rows import ACTS, Row, traced

TABLES = [(language, table) for language in ("en", "fr") for table in ACTS]
SAMPLE = 5
"""Every so many rows always; all of them with ``pytest -m long``."""
WITHOUT = {"en": 1, "fr": 13}
"""Triggers that no sentence was found for in which they act; this may only fall."""


@pytest.fixture(scope="module")
def tables() -> Checker:
    return load_checker()


@cache
def rows_of(language: str, table: str) -> tuple[Row, ...]:
    path: Path = bundle.folder("reference") / "languages" / language / f"{table}.csv"
    return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def idle(language: str, table: str, rows: tuple[Row, ...], checker: Checker) -> list[str]:
    """The rows that do not act in their own sentence."""
    acts = ACTS[table]
    return [
        ",".join(row.values())
        for row in rows
        if row["example"] and not acts(row, language, traced(row["example"], language, checker))
    ]


@pytest.mark.parametrize(("language", "table"), TABLES)
def test_a_row_acts_in_its_own_sentence(tables: Checker, language: str, table: str) -> None:
    assert idle(language, table, rows_of(language, table)[::SAMPLE], tables) == []


@pytest.mark.long
@pytest.mark.parametrize(("language", "table"), TABLES)
def test_every_row_acts_in_its_own_sentence(tables: Checker, language: str, table: str) -> None:
    assert idle(language, table, rows_of(language, table), tables) == []


@pytest.mark.parametrize(("language", "table"), TABLES)
def test_every_row_has_a_sentence(language: str, table: str) -> None:
    without = [row for row in rows_of(language, table) if not row["example"].strip()]
    assert len(without) <= (WITHOUT[language] if table == "triggers" else 0)


def test_a_row_that_does_not_act_is_seen(tables: Checker) -> None:
    row = {"lemma": "ship", "part": "v", "frame": "SUPPLY", "activity": "", "example": "The bakery opens at seven."}
    assert idle("en", "triggers", (row,), tables) != []
