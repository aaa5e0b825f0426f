"""What ``checker reference validate`` runs: every rule that the tables of law have to keep, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from checker import coherence, period_checks, side_tables
from checker.coherence import Frames, Problem, at, cells, many, pairs
from checker.errors import TableError
from checker.known_days import known_days
from checker.model import Binding, Direction, Kind, Tier
from checker.tables import PACKAGE, TABLES, Table, read_rows


def _words(enum: type[StrEnum]) -> set[str]:
    return {member.value for member in enum}


_ENUMS: tuple[tuple[str, str, set[str]], ...] = (
    ("provisions", "kind", _words(Kind)),
    ("provisions", "binding", _words(Binding)),
    ("provisions", "tier", _words(Tier)),
    ("provisions", "copy_kind", {"", "official", "copy"}),
    ("provision_activities", "direction", _words(Direction)),
    ("provision_activities", "kind", {"", *_words(Kind)}),
    ("provision_activities", "binding", {"", *_words(Binding)}),
    ("provision_activities", "tier", {"", *_words(Tier)}),
    ("provision_activities", "copy_kind", {"", "official", "copy"}),
    ("periods", "note", {"", "disputed", "unconfirmed"}),
    ("elements", "test", {*coherence.TESTS, "fact"}),
    ("disputes", "holds", {"yes", "no"}),
    ("actors", "kind", {"state", "group", "organisation", "company"}),
    ("regimes", "status", {"in force", "disputed", "unconfirmed", "ended", "no UN sanctions regime"}),
    ("not_provisions", "why", {"council_text_without_sanctions", "general_assembly", "never_applied", "no_regime"}),
    ("not_provisions", "body", {"Security Council", "General Assembly", "EU", "US", "UK", "G7", "none"}),
    ("not_provisions", "tier", _words(Tier)),
    ("not_provisions", "copy_kind", {"", "official", "copy"}),
    ("caps", "tier", _words(Tier)),
    ("listings", "tier", _words(Tier)),
    ("classifications", "tier", _words(Tier)),
    *side_tables.WORDS,
)

_ALIVE = ("in force", "disputed", "unconfirmed")

# table, column, table it points to, column there; a cell may hold several values, an empty one points nowhere
_LINKS: tuple[tuple[str, str, str, str], ...] = (
    ("provisions", "regime", "regimes", "id"),
    ("provisions", "resolution", "resolutions", "number"),
    ("provision_activities", "id", "provisions", "id"),
    ("provision_activities", "activity", "activities", "code"),
    ("provision_activities", "partner", "provisions", "id"),
    ("provision_activities", "targets", "actors", "id"),
    ("periods", "activity", "activities", "code"),
    ("elements", "activity", "activities", "code"),
    ("exemptions", "activity", "activities", "code"),
    ("exemptions", "source", "provisions", "id"),
    ("regimes", "target_ids", "actors", "id"),
    ("resolutions", "regime", "regimes", "id"),
    ("actors", "state", "actors", "id"),
    ("actors", "regimes", "regimes", "id"),
    ("items", "parent", "items", "id"),
    ("places", "state", "actors", "id"),
    ("places", "controller", "actors", "id"),
    ("listings", "actor", "actors", "id"),
    ("listings", "regime", "regimes", "id"),
    ("listings", "under", "provisions", "id"),
    ("caps", "id", "provisions", "id"),
    ("classifications", "item", "items", "id"),
    ("classifications", "provision", "provisions", "id"),
    ("disputes", "provision", "provisions", "id"),
    ("disputes", "regime", "regimes", "id"),
    ("disputes", "held_by", "actors", "id"),
    ("not_provisions", "about", "actors", "id"),
)


def validate(folder: Path) -> tuple[Problem, ...]:
    """Every problem of the tables in ``folder``, in the order of files and rows; empty when they hold together.

    Files that cannot be read are reported alone, since nothing else can be said of them.
    """
    import pandas as pd

    frames: Frames = {}
    problems: list[Problem] = []
    for name, table in TABLES.items():
        try:
            rows = list(read_rows(folder / table.file, table))
        except TableError as error:
            problems.append(Problem(table.file, 0, "", str(error)))
            continue
        header = list(rows[0].places) if rows else list(table.columns)
        frame = pd.DataFrame([row.cells for row in rows], columns=header, dtype=str)
        frame.index = pd.Index([row.line for row in rows], dtype="int64")
        frames[name] = frame
        problems.extend(_bytes(folder, table))
    if len(frames) == len(TABLES):
        for check in _CHECKS:
            problems.extend(check(frames))
    problems.extend(_package(folder))
    order = [*(table.file for table in TABLES.values()), PACKAGE]
    return tuple(sorted(problems, key=lambda p: (order.index(p.file), p.row, p.column, p.message)))


def _bytes(folder: Path, table: Table) -> Iterator[Problem]:
    raw = (folder / table.file).read_bytes()
    if raw.startswith(b"\xef\xbb\xbf"):
        yield Problem(table.file, 0, "", "starts with a byte order mark: save it as plain UTF-8")
    if b"\r" in raw:
        yield Problem(table.file, 0, "", "has carriage returns: end lines with a line feed alone")
    if not raw.endswith(b"\n"):
        yield Problem(table.file, 0, "", "does not end with a line feed")


def _package(folder: Path) -> Iterator[Problem]:
    """The data package says up to which day each table is known, and none is known further than the whole."""
    try:
        days = known_days(folder)
    except TableError as error:
        yield Problem(PACKAGE, 0, "known_to", str(error))
        return
    for name, day in days.items():
        if day is None:
            yield Problem(PACKAGE, 0, "known_to", f"no day up to which {TABLES[name].file} is known")


def order_of(cell: str) -> tuple[tuple[int, int, str], ...]:
    """The sort key of a cell: figures by value, the rest by code point, so that 2397:8 comes before 2397:10."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.findall(r"\d{1,9}|\D{1,99}", cell)
    )


def _keys(frames: Frames) -> Iterator[Problem]:
    """Keys are unique and rows stand in the order of their keys."""
    for name, table in TABLES.items():
        seen: set[tuple[str, ...]] = set()
        before: list[tuple[tuple[int, int, str], ...]] = []
        for row, key in cells(frames, name, *table.key):
            if key in seen:
                yield at(name, row, table.key[0], f"the key {' '.join(filter(None, key))} stands there twice")
            seen.add(key)
            here = [order_of(cell) for cell in key]
            if here < before:
                yield at(name, row, table.key[0], "out of order: rows are sorted by their key, figures by value")
            before = here


def _enums(frames: Frames) -> Iterator[Problem]:
    """Closed words are closed."""
    for name, column, words in _ENUMS:
        for row, (cell,) in cells(frames, name, column):
            if cell not in words:
                yield at(name, row, column, f"'{cell}' is not one of {', '.join(sorted(filter(None, words)))}")


def _links(frames: Frames) -> Iterator[Problem]:
    """What a cell points to exists."""
    for name, column, other, there in _LINKS:
        known = set(frames[other][there])
        for row, (cell,) in cells(frames, name, column):
            for value in many(cell):
                if value not in known:
                    yield at(name, row, column, f"'{value}' is not in {TABLES[other].file}")


def _numbering(frames: Frames) -> Iterator[Problem]:
    """Resolutions are numbered in the order of adoption, and the ranges by year agree with the known ones."""
    before = ""
    for row, (day,) in cells(frames, "resolutions", "adopted"):
        if day and day < before:
            yield at("resolutions", row, "adopted", f"{day} comes before {before}, the day of a lower number")
        before = day or before
    known = pairs(frames, "resolutions", "number", "year")
    for row, (first, last, year) in cells(frames, "resolution_years", "first_number", "last_number", "year"):
        if not (first.isdecimal() and last.isdecimal() and int(first) <= int(last)):
            yield at("resolution_years", row, "first_number", f"'{first}' to '{last}' is not a range of numbers")
            continue
        for number, its_year in known.items():
            if (int(first) <= int(number) <= int(last)) != (its_year == year):
                yield at(
                    "resolution_years", row, "year", f"{number} ({its_year}) contradicts {first}-{last} ({year})"
                )
                break


def _french(frames: Frames) -> Iterator[Problem]:
    """What a reader sees of a regime in force is there in French too."""
    regimes = pairs(frames, "regimes", "id", "status")
    for row, (regime, kind, text) in cells(frames, "provisions", "regime", "kind", "summary_fr"):
        if kind in coherence.RULES and regimes.get(regime) in _ALIVE and not text:
            yield at("provisions", row, "summary_fr", "a rule of a regime in force needs its summary in French")
    for row, (english, french) in cells(frames, "provision_activities", "summary_en", "summary_fr"):
        if french and not english:
            yield at("provision_activities", row, "summary_fr", "a limb with its own French needs its own English")


_CHECKS = (_keys, _enums, _links, _numbering, _french, *coherence.CHECKS, *period_checks.CHECKS, *side_tables.CHECKS)
