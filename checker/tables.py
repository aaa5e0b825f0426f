"""Reading the tables of law: rows that know their file and line, so that every complaint names a cell."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from checker.errors import TableError
from checker.records import record

PACKAGE = "datapackage.json"

Word = TypeVar("Word", bound=StrEnum)
_AMOUNT = re.compile(r"\d{1,15}(?:\.\d{1,6})?")


@record
class Table:
    """The shape of one CSV file: columns it must have, its key, and what an overlay replaces at once.

    Rows that share ``group`` stand or fall together: an overlay that brings one period of a limb brings them all.
    """

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    group: tuple[str, ...]

    @property
    def file(self) -> str:
        """The file's name inside the folder."""
        return f"{self.name}.csv"


_LIMB = ("id", "activity", "direction", "kind")


def _table(name: str, columns: str, key: str, group: str = "") -> Table:
    return Table(name, tuple(columns.split()), tuple(key.split()), tuple((group or key).split()))


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _table("regimes", "id name_en name_fr target_ids committee first_resolution status last_day note", "id"),
        _table("resolutions", "number year adopted regime about_en about_fr", "number"),
        _table("resolution_years", "first_number last_number year", "year"),
        _table(
            "provisions",
            "id regime resolution year adopted paragraph kind binding summary_en summary_fr source_url tier copy_kind"
            " deadline note",
            "id",
        ),
        _table(
            "provision_activities",
            "id activity direction kind topic bound items rank partner targets binding summary_en summary_fr"
            " source_url tier copy_kind deadline note",
            " ".join(_LIMB),
        ),
        _table(
            "periods",
            "id activity direction kind first_day last_day began began_by ended ended_by note remark",
            "id activity direction kind first_day",
            " ".join(_LIMB),
        ),
        _table(
            "elements",
            "id activity direction name test values first_day last_day question_en question_fr",
            "id activity direction name first_day",
            "id",
        ),
        _table(
            "exemptions",
            "id provision activity direction condition_en condition_fr procedure source first_day last_day",
            "id",
            "provision",
        ),
        _table("disputes", "id provision regime holds held_by text_en text_fr", "id holds", "id"),
        _table("amendments", "amending amended kind stated_by", "amending amended"),
        _table(
            "caps",
            "id activity direction unit first_day last_day quantity window counted reports reported_by source_url tier note",
            "id activity direction unit first_day",
            "id",
        ),
        _table(
            "listings",
            "actor regime first_day last_day scope entry under seen source_url tier copy_kind note",
            "actor regime first_day scope",
        ),
        _table("activities", "code name_en name_fr phrase_en phrase_fr", "code"),
        _table("items", "id parent name_en name_fr", "id"),
        _table(
            "classifications",
            "item scheme code name_en name_fr provision source_url tier note",
            "item scheme code",
            "item scheme",
        ),
        _table("actors", "id kind name_en name_fr state regimes note", "id"),
        _table("places", "id name_en name_fr state controller", "id"),
        _table(
            "not_provisions",
            "id why body resolution year adopted paragraph about topic summary_en summary_fr source_url tier"
            " copy_kind note",
            "id",
        ),
    )
}


class Row(NamedTuple):
    """One line of a table; cells are read by column, and a cell that does not hold raises TableError."""

    file: str
    line: int
    cells: list[str]
    places: dict[str, int]

    def text(self, column: str) -> str:
        """The cell as written."""
        return self.cells[self.places[column]]

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell, joined there by semicolons."""
        cell = self.cells[self.places[column]]
        return tuple(part.strip() for part in cell.split(";")) if cell else ()

    def day(self, column: str) -> date:
        """The cell as a day (ISO 8601)."""
        cell = self.cells[self.places[column]]
        try:
            return date.fromisoformat(cell)
        except ValueError:
            raise self.fault(column, f"'{cell}' is not a day such as 2017-12-22") from None

    def day_or_none(self, column: str) -> date | None:
        """The cell as a day, None when it is empty."""
        return self.day(column) if self.cells[self.places[column]] else None

    def days(self, column: str) -> tuple[date, ...]:
        """The days of a cell, joined there by semicolons."""
        try:
            return tuple(date.fromisoformat(part) for part in self.many(column))
        except ValueError:
            raise self.fault(column, f"'{self.text(column)}' is not made of days such as 2017-12-22") from None

    def amount_or_none(self, column: str) -> float | None:
        """The cell as an amount, None when it is empty."""
        cell = self.cells[self.places[column]]
        if not cell:
            return None
        if not _AMOUNT.fullmatch(cell):
            raise self.fault(column, f"'{cell}' is not an amount such as 500000 or 3.67")
        return float(cell)

    def number(self, column: str) -> int:
        """The cell as a whole number."""
        cell = self.cells[self.places[column]]
        if not cell.isascii() or not cell.isdecimal():
            raise self.fault(column, f"'{cell}' is not a whole number")
        return int(cell)

    def number_or_none(self, column: str) -> int | None:
        """The cell as a whole number, None when it is empty."""
        return self.number(column) if self.cells[self.places[column]] else None

    def word(self, column: str, words: dict[str, Word]) -> Word:
        """The cell as one of the words of an enum."""
        cell = self.cells[self.places[column]]
        found = words.get(cell)
        if found is None:
            raise self.fault(column, f"'{cell}' is not one of {', '.join(words)}")
        return found

    def fault(self, column: str, what: str) -> TableError:
        """The error that names this cell."""
        return TableError(f"{self.file}, row {self.line}, column {column}: {what}")


def words_of(enum: type[Word]) -> dict[str, Word]:
    """The members of an enum by the word that stands in the tables."""
    return {member.value: member for member in enum}


def read_rows(path: Path, table: Table) -> Iterator[Row]:
    """The rows of one file, in order; lines are counted from 1, the header being line 1.

    Raises TableError when the file is missing, is not UTF-8, lacks a column or has a row of the wrong width.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.reader(handle, strict=True)
            header = next(reader, [])
            missing = [column for column in table.columns if column not in header]
            if missing:
                raise TableError(f"{path.name}, row 1: the column {', '.join(missing)} is missing")
            index = {column: place for place, column in enumerate(header)}
            width, name = len(header), path.name
            for cells in reader:
                if len(cells) != width:
                    raise TableError(f"{name}, row {reader.line_num}: {len(cells)} cells instead of {width}")
                yield Row(name, reader.line_num, cells, index)
    except FileNotFoundError:
        raise TableError(f"{path.name} is missing from {path.parent.name}: the tables are not complete") from None
    except UnicodeDecodeError:
        raise TableError(f"{path.name} is not UTF-8 text: save it as UTF-8") from None
    except csv.Error as error:
        raise TableError(f"{path.name}: {error}") from None


def read_table(name: str, folder: Path, overlay: Path | None = None) -> list[Row]:
    """All rows of a table; those of ``overlay`` replace the rows of ``folder`` that share their group.

    A table absent from the overlay is taken from the folder unchanged.
    """
    table = TABLES[name]
    rows = list(read_rows(folder / table.file, table))
    if overlay is None or not (overlay / table.file).is_file():
        return rows
    laid = list(read_rows(overlay / table.file, table))
    replaced = {tuple(row.text(column) for column in table.group) for row in laid}
    return [row for row in rows if tuple(row.text(column) for column in table.group) not in replaced] + laid
