"""Whether the tables of law hold together as law: ids, days, limbs, parties, elements, disputes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checker.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd

    Frames = dict[str, pd.DataFrame]
else:
    Frames = dict

RULES = ("prohibition", "obligation", "demand", "cap")
TESTS = {
    "giver_in": "actors",
    "taker_in": "actors",
    "taker_not_in": "actors",
    "terms_for": "actors",
    "body_not_in": "actors",
    "taker_known": "actors",
    "place_in": "places",
    "item_in": "items",
}

_ID = re.compile(r"(\d{1,4}):([^:;\s][^:;]{0,39})")
_NUMBERED = re.compile(r"n/c-\d{1,2}")
_OPERATIVE = re.compile(r"\bOP|\bpara", re.IGNORECASE)
_ROLES = {
    *("target", "all_member_states", "both", "host_state", "flag_state", "port_state", "bank_state"),
    *("supplier_state", "regional_states", "armed_groups", "un_body"),
}
_WITHIN = (
    "ballistic_missile_launch",
    "nuclear_test",
    "nuclear_activity",
    "armed_presence",
    "hostilities_or_overflight",
)
_LIMB = ("id", "activity", "direction", "kind")
_DAYS = (
    *(("provisions", "adopted"), ("resolutions", "adopted"), ("periods", "first_day"), ("periods", "last_day")),
    *(("elements", "first_day"), ("elements", "last_day"), ("exemptions", "first_day"), ("exemptions", "last_day")),
    *(("listings", "first_day"), ("listings", "last_day"), ("regimes", "last_day")),
    *(("caps", "first_day"), ("caps", "last_day")),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell, row or file that breaks a rule; ``row`` counts from 1 with the header as row 1, 0 is a whole file."""

    file: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        row = [f"row {self.row}"] if self.row else []
        return f"{', '.join([self.file, *row, *filter(None, [self.column])])}: {self.message}"


def at(name: str, row: int, column: str, message: str) -> Problem:
    """The problem of one cell of a table."""
    return Problem(TABLES[name].file, row, column, message)


def many(cell: str) -> list[str]:
    """The values of a cell, joined by semicolons."""
    return cell.split(";") if cell else []


def cells(frames: Frames, name: str, *columns: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Row number and cells of some columns, row by row."""
    frame = frames[name]
    yield from zip(
        map(int, frame.index), zip(*(frame[column].tolist() for column in columns), strict=True), strict=True
    )


def pairs(frames: Frames, name: str, key: str, value: str) -> dict[str, str]:
    """One column of a table by another."""
    frame = frames[name]
    return dict(zip(frame[key].tolist(), frame[value].tolist(), strict=True))


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        return None


def _spoken(key: tuple[str, ...]) -> str:
    return " ".join(filter(None, key))


def ids(frames: Frames) -> Iterator[Problem]:
    """An id is ``resolution:paragraph``, in the form of the texts, and agrees with its own row and resolution."""
    adopted = {cell[0]: cell[1:] for _, cell in cells(frames, "resolutions", "number", "year", "adopted")}
    columns = ("id", "resolution", "paragraph", "year", "adopted")
    for row, (name, number, paragraph, year, day) in cells(frames, "provisions", *columns):
        found = _ID.fullmatch(name)
        if not found:
            yield at("provisions", row, "id", f"'{name}' is not resolution:paragraph, such as 1718:8(b)")
            continue
        if _OPERATIVE.search(found[2]):
            yield at("provisions", row, "id", f"'{name}': write 2397:8, not 2397:OP8")
        if found[1] != number:
            yield at("provisions", row, "resolution", f"'{name}' is not a paragraph of resolution {number}")
        unknown = paragraph == "n/c" and _NUMBERED.fullmatch(found[2])
        if found[2] != paragraph and not unknown:
            yield at("provisions", row, "paragraph", f"'{paragraph}' does not agree with the id '{name}'")
        if adopted.get(number, (year, day)) != (year, day):
            yield at("provisions", row, "adopted", f"year or day differ from those of resolution {number}")


def days(frames: Frames) -> Iterator[Problem]:
    """Days are days, a period does not end before it begins, and a year is the year of its day."""
    for name, column in _DAYS:
        for row, (cell,) in cells(frames, name, column):
            if cell and _day(cell) is None:
                yield at(name, row, column, f"'{cell}' is not a day such as 2017-12-22")
    for name in ("periods", "elements", "exemptions", "listings", "caps"):
        for row, (first, last) in cells(frames, name, "first_day", "last_day"):
            start, end = _day(first), _day(last)
            if start and end and end < start:
                yield at(name, row, "last_day", f"ends on {last}, before it begins on {first}")
    for row, (year, day) in cells(frames, "resolutions", "year", "adopted"):
        if _day(day) and not day.startswith(f"{year}-"):
            yield at("resolutions", row, "year", f"{year} is not the year of {day}")


def limbs(frames: Frames) -> Iterator[Problem]:
    """Paragraphs have limbs, limbs have periods, and nothing hangs on a limb that does not exist."""
    held = set(frames["provision_activities"]["id"])
    known = {cell for _, cell in cells(frames, "provision_activities", *_LIMB)}
    dated = {cell for _, cell in cells(frames, "periods", *_LIMB)}
    for row, (name,) in cells(frames, "provisions", "id"):
        if name not in held:
            yield at("provisions", row, "id", f"{name} has no limb in provision_activities.csv")
    for row, limb in cells(frames, "provision_activities", *_LIMB):
        if limb not in dated:
            yield at("provision_activities", row, "id", f"{_spoken(limb)} has no period in periods.csv")
    for row, limb in cells(frames, "periods", *_LIMB):
        if limb not in known:
            yield at("periods", row, "id", f"{_spoken(limb)} is no limb of provision_activities.csv")
    meant = {(name, *pair) for name, code, way, _ in known for pair in ((code, way), (code, ""), ("", way), ("", ""))}
    for name, column in (("elements", "id"), ("exemptions", "provision")):
        for row, (provision, activity, direction) in cells(frames, name, column, "activity", "direction"):
            if (provision, activity, direction) not in meant:
                yield at(name, row, column, f"{_spoken((provision, activity, direction))} is no limb")


def periods(frames: Frames) -> Iterator[Problem]:
    """Periods of a limb do not overlap, begin no earlier than the adoption, and are unconfirmed only at the end."""
    adopted = pairs(frames, "provisions", "id", "adopted")
    regime = pairs(frames, "provisions", "id", "regime")
    disputed = set(frames["disputes"]["regime"])
    before: tuple[tuple[str, ...], str, str] | None = None
    for row, cell in cells(frames, "periods", *_LIMB, "first_day", "last_day", "note"):
        limb, (first, last, note) = cell[:4], cell[4:]
        if first < adopted.get(limb[0], ""):
            yield at("periods", row, "first_day", f"{limb[0]} binds from {first}, before its adoption")
        if before and before[0] == limb:
            if not before[1] or first <= before[1]:
                yield at("periods", row, "first_day", f"overlaps the period before (last day {before[1] or 'none'})")
            if before[2] == "unconfirmed":
                yield at("periods", row, "note", "only the last period of a limb can wait for a renewal")
        if note == "disputed" and regime.get(limb[0]) not in disputed:
            yield at("periods", row, "note", f"no readings in disputes.csv for the regime of {limb[0]}")
        before = (limb, last, note)


def directions(frames: Frames) -> Iterator[Problem]:
    """A direction agrees with its activity: what reaches the target is an import, what leaves it an export."""
    for row, (activity, direction) in cells(frames, "provision_activities", "activity", "direction"):
        wrong = (
            (activity.endswith("_import") and direction in ("from_target", "na"))
            or (activity.endswith("_export") and direction in ("to_target", "na"))
            or (activity in _WITHIN and direction != "within")
        )
        if wrong:
            yield at("provision_activities", row, "direction", f"'{direction}' cannot stand with {activity}")


def bound(frames: Frames) -> Iterator[Problem]:
    """Whoever is bound is a known role or a known party, and ranks are two figures at most."""
    actors = set(frames["actors"]["id"])
    for row, (cell, rank) in cells(frames, "provision_activities", "bound", "rank"):
        for value in many(cell) or [""]:
            role, _, party = value.partition(":")
            if value not in _ROLES and not (role == "party" and party in actors):
                yield at("provision_activities", row, "bound", f"'{value}' is neither a role nor party:ID")
        if not (rank.isdecimal() and int(rank) <= 99):
            yield at("provision_activities", row, "rank", f"'{rank}' is not a rank of 0 to 99")


def elements(frames: Frames) -> Iterator[Problem]:
    """The values of an element are known: actors, places, items; an element has at least one."""
    known = {name: set(frames[name]["id"]) for name in TESTS.values()}
    for row, (test, cell) in cells(frames, "elements", "test", "values"):
        if not cell:
            yield at("elements", row, "values", "an element needs at least one value")
        other = TESTS.get(test, "")
        for value in many(cell) if other else []:
            if value not in known[other]:
                yield at("elements", row, "values", f"'{value}' is not in {TABLES[other].file}")


def items(frames: Frames) -> Iterator[Problem]:
    """The item table is a tree: no item lies above itself."""
    parents = pairs(frames, "items", "id", "parent")
    for row, (item,) in cells(frames, "items", "id"):
        above = parents[item]
        for _ in parents:
            above = above if above == item else parents.get(above, "")
        if above:
            yield at("items", row, "parent", f"{item} lies above itself")


def disputes(frames: Frames) -> Iterator[Problem]:
    """A dispute has both readings."""
    held = [pair for _, pair in cells(frames, "disputes", "id", "holds")]
    for row, (name, holds) in cells(frames, "disputes", "id", "holds"):
        if (name, "no" if holds == "yes" else "yes") not in held:
            yield at("disputes", row, "holds", f"the other reading of {name} is missing")


CHECKS = (ids, days, limbs, periods, directions, bound, elements, items, disputes)
