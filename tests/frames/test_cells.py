"""Cells as analysts really have them: each is read, or named with its row and column; a frame is never refused for one."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import UsageError
from checker.frames.cells import BadCell, Columns, Row, columns_of, day_in, rows_of

WORDS = "Moscow bought shells from North Korea."


def only(cell: Any, column: str = "body", **more: Any) -> Row | BadCell:
    cells = {"body": WORDS, "day": "2024-05-01", "name": "Shells", **more, column: cell}
    frame = pd.DataFrame({name: pd.Series([one], dtype="object", index=["r"]) for name, one in cells.items()})
    (found,) = rows_of(frame, Columns("body", "day", title="name"))
    return found


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (None, "no_text"),
        (float("nan"), "no_text"),
        (np.float32("nan"), "no_text"),
        (pd.NA, "no_text"),
        (pd.NaT, "no_text"),
        ("", "no_text"),
        (" \n\t", "no_text"),
        (0, "not_text"),
        (3.5, "not_text"),
        (True, "not_text"),
        (b"bytes", "not_text"),
        (["a"], "not_text"),
        ({"text": "a"}, "not_text"),
        (np.array([1, 2]), "not_text"),
        (pd.DataFrame(), "not_text"),
        (date(2024, 5, 1), "not_text"),
    ],
    ids=repr,
)
def test_a_cell_without_text_is_named(cell: object, reason: str) -> None:
    found = only(cell)
    assert isinstance(found, BadCell)
    assert (found.label, found.column, found.reason) == ("r", "body", reason)
    assert found.detail


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2024-05-01", date(2024, 5, 1)),
        (" 2024-05-01 ", date(2024, 5, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-05-01T23:59:00-11:00", date(2024, 5, 1)),
        ("2024-05-01 00:00:00", date(2024, 5, 1)),
        (date(2024, 5, 1), date(2024, 5, 1)),
        (datetime(2024, 5, 1, 23, 59, tzinfo=timezone(timedelta(hours=-11))), date(2024, 5, 1)),
        (pd.Timestamp("2024-05-01 23:59", tz="Asia/Tokyo"), date(2024, 5, 1)),
        (np.datetime64("2024-05-01"), date(2024, 5, 1)),
        (np.datetime64("2024-05-01T10:00", "ns"), date(2024, 5, 1)),
        (None, None),
        (float("nan"), None),
        (pd.NaT, None),
        (np.datetime64("NaT"), None),
        ("", None),
    ],
    ids=repr,
)
def test_a_day_is_the_day_where_it_was_written_down_and_none_is_no_fault(cell: object, day: date | None) -> None:
    found = only(cell, "day")
    assert isinstance(found, Row)
    assert found.published == day


@pytest.mark.parametrize(
    "cell",
    [
        "soon",
        "2023-02-29",
        "2024-13-01",
        "01/05/2024",
        "May 2024",
        "2024-05-01x",
        20240501,
        1714521600.0,
        True,
        ["2024-05-01"],
    ],
    ids=repr,
)
def test_a_cell_that_is_no_day_is_named_and_its_row_not_read_without_one(cell: object) -> None:
    """The day decides which rules were in force: a guess would answer another question."""
    found = only(cell, "day")
    assert isinstance(found, BadCell)
    assert (found.label, found.column, found.reason) == ("r", "day", "not_a_day")
    assert "2024-05-01" in found.detail


def test_a_title_that_is_no_text_is_named_and_a_missing_one_is_none() -> None:
    found = only(7, "name")
    assert isinstance(found, BadCell)
    assert (found.column, found.reason) == ("name", "not_text")
    missing = only(None, "name")
    assert isinstance(missing, Row)
    assert missing.title == ""


def test_rows_of_one_name_stay_apart() -> None:
    frame = pd.DataFrame({"t": [WORDS] * 4}, index=["a", "b", "a", "a"])
    assert [one.label for one in rows_of(frame, Columns("t"))] == ["a", "b", "a#2", "a#3"]
    named = pd.DataFrame({"t": [WORDS] * 3, "n": ["x", None, "x"]})
    assert [one.label for one in rows_of(named, Columns("t", id="n"))] == ["x", "row 1", "x#2"]


@given(st.lists(st.sampled_from(["a", "a#2", "b", "", None, "row 1"]), max_size=8))
def test_no_two_rows_of_a_frame_have_one_name(labels: list[str | None]) -> None:
    frame = pd.DataFrame({"t": [WORDS] * len(labels), "n": pd.Series(labels, dtype="object")})
    found = [one.label for one in rows_of(frame, Columns("t", id="n"))]
    assert len(set(found)) == len(found) == len(labels)


@given(
    st.lists(
        st.one_of(st.none(), st.floats(), st.integers(), st.text(), st.binary(), st.dates(), st.booleans()),
        max_size=9,
    )
)
def test_every_row_is_read_or_named_in_order(cells: list[object]) -> None:
    frame = pd.DataFrame({"t": pd.Series(cells, dtype="object")})
    found = list(rows_of(frame, Columns("t")))
    assert [one.label for one in found] == [str(at) for at in range(len(cells))]
    for cell, one in zip(cells, found, strict=True):
        assert isinstance(one, Row) == (isinstance(cell, str) and bool(cell.strip()))


@given(st.dates())
def test_any_day_is_read_back_from_its_words(day: date) -> None:
    assert day_in(day.isoformat()) == day_in(day) == day


@pytest.mark.parametrize(
    ("text", "published", "words"),
    [
        ("txt", None, "the column 'txt' is not there: the frame has body, day, twice, twice"),
        ("body", "dya", "the column 'dya' is not there: the frame has body, day, twice, twice"),
        ("twice", None, "the column 'twice' stands twice: the frame has body, day, twice, twice"),
    ],
)
def test_a_column_that_cannot_be_meant_is_refused(text: str, published: str | None, words: str) -> None:
    with pytest.raises(UsageError, match=words) as raised:
        columns_of(text, published, {}, pd.DataFrame(columns=["body", "day", "twice", "twice"]))
    assert raised.value.slug == "column"


def test_one_day_may_stand_for_all_rows_but_a_column_of_that_name_wins() -> None:
    assert columns_of("t", "2024-05-01", {}, pd.DataFrame(columns=["t"])).published == date(2024, 5, 1)
    assert columns_of("t", datetime(2024, 5, 1, 9), {}, pd.DataFrame(columns=["t"])).published == date(2024, 5, 1)
    assert columns_of("t", "2024-05-01", {}, pd.DataFrame(columns=["t", "2024-05-01"])).published == "2024-05-01"
