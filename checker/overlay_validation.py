"""Tables laid over the built-in ones keep the same rules: the two together are validated, and cells named where they stand."""

from __future__ import annotations

import csv
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from checker.coherence import Problem
from checker.errors import TableError
from checker.overlay import LANGUAGES, WORDS, read_overlay
from checker.tables import PACKAGE, TABLES, Table, read_rows, read_table
from checker.validation import order_of, validate

_CELL = re.compile(r"[^,:]{1,80}, row (\d{1,9})(?:, column (\w{1,40}))?: (.*)")
_POINTS_TO = {
    ("items", "item"): "items",
    ("names", "actor"): "actors",
    ("places", "place"): "places",
    ("triggers", "activity"): "activities",
    ("triggers", "item"): "items",
}


def validate_overlay(folder: Path, overlay: Path) -> tuple[Problem, ...]:
    """Every problem of ``folder`` with ``overlay`` laid over it; rows of the overlay carry its name before the file.

    Raises TableError when the overlay brings nothing, or what is no table.
    """
    laid = read_overlay(overlay, folder)
    unread = tuple(_unread(overlay, laid.files))
    if unread:
        return unread
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory(prefix="checker-") as place:
        both = Path(place)
        shutil.copyfile(folder / PACKAGE, both / PACKAGE)
        origins = {table.file: _join(name, folder, overlay, both) for name, table in TABLES.items()}
        for problem in validate(both):
            mine, line = origins[problem.file].get(problem.row, (False, problem.row))
            file = f"{overlay.name}/{problem.file}" if mine else problem.file
            problems.append(replace(problem, file=file, row=line))
    return (*problems, *_words(folder, overlay, laid.files))


def _unread(overlay: Path, files: tuple[str, ...]) -> Iterator[Problem]:
    for name in files:
        try:
            list(read_rows(overlay / name, _table(name)))
        except TableError as error:
            where = _CELL.fullmatch(str(error))
            row, column, what = where.groups("") if where else ("0", "", str(error))
            yield Problem(f"{overlay.name}/{name}", int(row), column, what)


def _table(name: str) -> Table:
    stem = Path(name).stem
    return WORDS[stem] if name.startswith(f"{LANGUAGES}/") else TABLES[stem]


def _join(name: str, folder: Path, overlay: Path, both: Path) -> Mapping[int, tuple[bool, int]]:
    """Write a table with the other laid over it, in the order of its keys; whose each row is, and its line there."""
    table = TABLES[name]
    rows = read_table(name, folder, overlay)
    own = len(rows) - (len(list(read_rows(overlay / table.file, table))) if (overlay / table.file).is_file() else 0)
    told = [(row, at >= own) for at, row in enumerate(rows)]
    told.sort(key=lambda pair: [order_of(pair[0].text(column)) for column in table.key])
    with (both / table.file).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows([row.text(column) for column in table.columns] for row, _ in told)
    lines = (row.line for row in read_rows(both / table.file, table))
    return {line: (mine, row.line) for line, (row, mine) in zip(lines, told, strict=True)}


def _words(folder: Path, overlay: Path, files: tuple[str, ...]) -> Iterator[Problem]:
    """Words of the overlay stand for what the tables hold."""
    for name in files:
        if not name.startswith(f"{LANGUAGES}/"):
            continue
        rows = list(read_rows(overlay / name, _table(name)))
        for (stem, column), other in _POINTS_TO.items():
            if stem != Path(name).stem:
                continue
            known = {"", *(row.text(TABLES[other].key[0]) for row in read_table(other, folder, overlay))}
            for row in rows:
                if row.text(column) not in known:
                    message = f"'{row.text(column)}' is not in {TABLES[other].file}"
                    yield Problem(f"{overlay.name}/{name}", row.line, column, message)
