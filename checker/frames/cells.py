"""Cells of a data frame -> rows to check, or why a row cannot be checked: the row and the column are named, no more is lost."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.dates import DayError, parse_day
from checker.errors import UsageError
from checker.records import record

if TYPE_CHECKING:
    from pandas import DataFrame

MISSING, NOT_TEXT, NOT_A_DAY = "no_text", "not_text", "not_a_day"
"""Reasons why a row is skipped: no text in it, something else than text, words or numbers that are no day."""

_SHOWN = 60
_DAY_AND_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.{0,30}")


@record
class Columns:
    """Which columns hold what; only ``text`` has to be there. ``published`` may be one day for all rows."""

    text: str
    published: str | date | None = None
    id: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None

    def named(self) -> tuple[str, ...]:
        """The columns that are named, each once."""
        asked = (self.text, self.published, self.id, self.title, self.url, self.language)
        return tuple(dict.fromkeys(one for one in asked if isinstance(one, str)))


@record
class Row:
    """One row to check: ``label`` is what messages call it and what its document id is made of; ``column`` has its text."""

    label: str
    text: str
    column: str = ""
    published: date | None = None
    title: str = ""
    url: str = ""
    language: str | None = None


@record
class BadCell:
    """Why a row was not checked: the column, a reason in one word, and a sentence."""

    label: str
    column: str
    reason: str
    detail: str


def columns_of(text: str, published: str | date | None, more: dict[str, str | None], frame: Any) -> Columns:
    """The columns of ``frame`` that a call names; raises UsageError: slug ``column`` for one that is not there, or there
    twice, ``text`` for what is no frame.

    ``published`` that is written as a day (2024-05-01) and is no column is that day.
    """
    if not hasattr(frame, "columns"):
        raise UsageError(f"a data frame is needed, not {type(frame).__name__}: use check for one text", "text")
    present: list[Hashable] = list(frame.columns)
    if isinstance(published, str) and published not in present:
        with suppress(DayError):  # then it is the name of a column, and the next lines say that there is none
            published = parse_day(published)
    if not isinstance(published, str | None):
        published = day_in(published)
    columns = Columns(text, published, **more)
    for name in columns.named():
        count = present.count(name)
        if count != 1:
            there = ", ".join(str(one) for one in present) or "none"
            fault = "stands twice" if count else "is not there"
            raise UsageError(f"the column '{name}' {fault}: the frame has {there}", "column")
    return columns


def rows_of(frame: DataFrame, columns: Columns) -> Iterator[Row | BadCell]:
    """What every row of the frame is, in order: a row to check, or its first cell that cannot be used.

    A row is called by its id where there is such a column, else by its label in the index; the second row of the same
    name has ``#2`` added, and so on, so that no two documents of a frame have one id.
    """
    labels = frame.index if columns.id is None else frame[columns.id]
    names = _distinct([_called(label, at) for at, label in enumerate(labels)])
    cells = [(name, list(frame[name])) for name in columns.named()]
    return (_row({column: one[at] for column, one in cells}, name, columns) for at, name in enumerate(names))


def _distinct(names: list[str]) -> list[str]:
    """The names, with a number after those that stood before; a name that stands once is never changed."""
    taken, seen = set(names), set[str]()
    counts: dict[str, int] = {}
    out = []
    for name in names:
        new = name
        while new in seen:
            counts[name] = number = counts.get(name, 1) + 1
            new = f"{name}#{number}" if f"{name}#{number}" not in taken else name
        seen.add(new)
        taken.add(new)
        out.append(new)
    return out


def _row(cells: dict[str, Any], label: str, columns: Columns) -> Row | BadCell:
    text = cells[columns.text]
    if _is_nothing(text) or (isinstance(text, str) and not text.strip()):
        return BadCell(label, columns.text, MISSING, "there is no text in it")
    if not isinstance(text, str):
        return BadCell(label, columns.text, NOT_TEXT, f"{_shown(text)} is {_kind(text)}, not text")
    words: dict[str, str] = {}
    for name, column in (("title", columns.title), ("url", columns.url), ("language", columns.language)):
        cell = cells[column] if column is not None else ""
        if not _is_nothing(cell) and not isinstance(cell, str):
            return BadCell(label, str(column), NOT_TEXT, f"{_shown(cell)} is {_kind(cell)}, not text")
        words[name] = "" if _is_nothing(cell) else cell.strip()
    day = columns.published
    if isinstance(day, str):
        cell = cells[day]
        found = day_in(cell)
        if found is None and not _is_nothing(cell) and cell != "":
            hint = "write year, month and day as 2024-05-01"
            return BadCell(label, day, NOT_A_DAY, f"{_shown(cell)} is not a day: {hint}")
        day = found
    return Row(label, text, columns.text, day, words["title"], words["url"], words["language"] or None)


def day_in(cell: Any) -> date | None:
    """The day that a cell holds: a date, a time (the day where it was written down), or words that begin with 2024-05-01.

    None for a cell that holds none; a number is never a day, since nobody can tell what it counts.

    >>> day_in("2024-05-01T23:10:00+02:00"), day_in("May 2024"), day_in(20240501)
    (datetime.date(2024, 5, 1), None, None)
    """
    if _is_nothing(cell):
        return None
    if isinstance(cell, str):
        found = _DAY_AND_TIME.fullmatch(cell.strip())
        try:
            return parse_day(found[1] if found else cell)
        except DayError:
            return None
    if type(cell).__name__ == "datetime64":
        cell = cell.astype("datetime64[D]").item()
    to_day = getattr(cell, "date", None)
    if callable(to_day):
        day = to_day()
        return day if isinstance(day, date) else None
    return cell if isinstance(cell, date) else None


def _is_nothing(cell: Any) -> bool:
    """True for None, NaN, NaT and the missing value of pandas: whatever is not itself, or will not say."""
    if cell is None:
        return True
    if getattr(cell, "shape", ()) or isinstance(cell, list | tuple | dict | set):
        return False  # comparing these gives no plain answer
    try:
        return bool(cell != cell)
    except TypeError:
        return type(cell).__name__ == "NAType"


def _called(label: Hashable, at: int) -> str:
    if _is_nothing(label) or label == "":
        return f"row {at}"
    return str(label)


def _shown(cell: Any) -> str:
    text = repr(cell) if not isinstance(cell, str) else f"'{cell}'"
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _kind(cell: Any) -> str:
    return f"of the kind {type(cell).__name__}"
