"""The time words of a language: the rows of ``languages/<code>/calendar.csv``, folded, by kind.

Readers of pages take the names of months and weekdays from here, readers of sentences everything: one table, so that
a month learnt by one is known to the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from checker.bundle import folder as data_folder
from checker.records import record
from checker.tables import Row, Table, read_rows
from checker.text import fold_each

KINDS = frozenset(
    {
        "month", "month_weak", "weekday", "weekday_short", "number", "article_number", "ordinal", "vague", "approx",
        "unit_one", "unit_many", "season", "quarter", "part", "which", "this", "year_word", "year_join", "of",
        "of_unit",
        "article", "hedge", "op", "op_to", "op_exact", "after_op", "relative", "event", "future", "future_ending",
        "law", "law_join", "not_a_year", "digits", "decade_word", "template",
    }
)  # fmt: skip
_TABLE = Table("calendar", ("kind", "form", "value"), ("kind", "form"), ("kind", "form"))


@record
class TimeWords:
    """The rows of one calendar: the value of each folded form by kind, and the rows of kind ``template`` in order."""

    words: dict[str, dict[str, str]]
    templates: tuple[Row, ...]


def calendar_file(folder: Path, language: str) -> Path:
    """Where the time words of ``language`` stand in the data folder ``reference``, written or not."""
    return folder / "languages" / language / _TABLE.file


def read_time_words(folder: Path, language: str) -> TimeWords:
    """The time words of ``language`` in the data folder ``reference``; every kind is there, if only empty.

    Forms of kind ``op_exact`` keep their accents. Raises TableError naming file, row and column for an unknown kind,
    an empty form, a form given twice.
    """
    words: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    rows = list(read_rows(calendar_file(folder, language), _TABLE))
    for row, folded in zip(rows, fold_each(row.text("form") for row in rows), strict=True):
        kind, form = row.text("kind"), row.text("form")
        if kind not in words:
            raise row.fault("kind", f"'{kind}' is not a kind of time word: {', '.join(sorted(KINDS))}")
        key = form.lower() if kind == "op_exact" else folded
        if not key or key in words[kind]:
            raise row.fault("form", f"'{form}' is empty or stands twice under {kind}")
        words[kind][key] = row.text("value")
    return TimeWords(words, tuple(row for row in rows if row.text("kind") == "template"))


@lru_cache(maxsize=8)
def shipped_time_words(language: str) -> TimeWords:
    """The time words of ``language`` in this installation, read once; they are for reading only."""
    return read_time_words(data_folder("reference"), language)


@lru_cache(maxsize=1)
def month_numbers() -> Mapping[str, int]:
    """The number, 1 to 12, of each folded month name of every shipped language, short forms without their dot.

    A name that two languages share has the month of the language whose code comes first.
    """
    folder = data_folder("reference")
    numbers: dict[str, int] = {}
    for path in sorted(folder.glob(f"languages/*/{_TABLE.file}")):
        words = shipped_time_words(path.parent.name).words
        for form, value in (words["month"] | words["month_weak"]).items():
            numbers.setdefault(form.rstrip("."), int(value))
    return MappingProxyType(numbers)


@lru_cache(maxsize=8)
def weekday_names(language: str) -> frozenset[str]:
    """The folded weekday names of a shipped language, short forms without their dot.

    Raises TableError when the language has no calendar.
    """
    words = shipped_time_words(language).words
    return frozenset(form.rstrip(".") for form in (*words["weekday"], *words["weekday_short"]))
