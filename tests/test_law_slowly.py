"""The law read a second time, slowly: the tables as plain rows, one day after the other, against ``Reference``."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import pytest

from checker import bundle
from checker.model import Force, Period
from checker.reference import Reference, load_reference

DAY = timedelta(days=1)
FIRST, LAST = date(1990, 1, 1), date(2027, 6, 30)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def rows(file: str) -> list[dict[str, str]]:
    with (bundle.folder("reference") / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


PERIODS: dict[tuple[str, str, str, str], list[dict[str, str]]] = {}
for found in rows("periods.csv"):
    PERIODS.setdefault((found["id"], found["activity"], found["direction"], found["kind"]), []).append(found)
REGIME = {row["id"]: row["regime"] for row in rows("provisions.csv")}
READINGS: dict[str, list[tuple[bool, tuple[str, ...]]]] = {}
for found in rows("disputes.csv"):
    READINGS.setdefault(found["regime"], []).append((found["holds"] == "yes", tuple(found["held_by"].split(";"))))


def answer_on(periods: list[dict[str, str]], day: str) -> tuple[str, str]:
    """What a person with a finger on the rows would say of a day, and the words that must stand in the reason."""
    for period in periods:
        if period["first_day"] <= day and (period["last_day"] == "" or day <= period["last_day"]):
            if period["note"] == "disputed":
                return "disputed", "dispute"
            if period["note"] == "unconfirmed" and period["last_day"] == "":
                return "unconfirmed", "not found"
            return "yes", ""
    earlier = [period for period in periods if period["last_day"] != "" and period["last_day"] < day]
    later = [period for period in periods if period["first_day"] > day]
    if not earlier:
        return "no", f"not before {later[0]['first_day']}"
    end = earlier[-1]
    if end["note"] == "unconfirmed" and not later:
        return "unconfirmed", end["last_day"]
    return "no", f"after {end['last_day']}"


def compare(reference: Reference, days: list[date]) -> int:
    """How many answers were compared; every one that differs stops the test."""
    fast = {}
    for row, provision in zip(rows("provision_activities.csv"), reference.provisions, strict=True):
        assert (row["id"], row["activity"], row["direction"]) == (
            provision.id,
            provision.activity,
            provision.direction.value,
        )
        fast[row["id"], row["activity"], row["direction"], row["kind"]] = provision
    assert set(fast) == set(PERIODS)
    compared = 0
    for key, provision in fast.items():
        for day in days:
            force, said = answer_on(PERIODS[key], day.isoformat())
            found = reference.force(provision, Period(day, day))
            assert (found.force.value, said in found.why) == (force, True), (key, day, found)
            if found.force is Force.UNCONFIRMED and found.day is not None:
                assert found.day.isoformat() == said, (key, day)
            if found.force is Force.DISPUTED:
                held = [(one.holds, one.held_by) for one in found.readings]
                assert held == READINGS[REGIME[key[0]]], (key, day)
            compared += 1
    return compared


def boundaries() -> list[date]:
    """The first and last day of every period with the day on either side, and the first day of every year."""
    ends = {
        date.fromisoformat(cell)
        for row in rows("periods.csv")
        for cell in (row["first_day"], row["last_day"])
        if cell
    }
    near = {end + DAY * step for end in ends for step in (-1, 0, 1)}
    return sorted(near | {date(year, 1, 1) for year in range(1963, 2028)})


def test_every_limb_answers_like_its_rows_around_its_own_boundaries(reference: Reference) -> None:
    for key, periods in PERIODS.items():
        own = {date.fromisoformat(p[column]) for p in periods for column in ("first_day", "last_day") if p[column]}
        provision = next(
            p
            for p in reference.by_id(key[0])
            if (p.activity, p.direction.value) == key[1:3] and key[3] in ("", p.kind.value)
        )
        for day in {end + DAY * step for end in own for step in (-1, 0, 1)}:
            force, said = answer_on(periods, day.isoformat())
            found = reference.force(provision, Period(day, day))
            assert (found.force.value, said in found.why) == (force, True), (key, day, found)


def test_every_limb_answers_like_its_rows_on_every_fiftieth_boundary_of_any_limb(reference: Reference) -> None:
    days = boundaries()
    assert compare(reference, days[::50]) == len(PERIODS) * len(days[::50])


@pytest.mark.long
def test_every_limb_answers_like_its_rows_on_every_day_since_1990(reference: Reference) -> None:
    days = [FIRST + DAY * step for step in range((LAST - FIRST).days + 1)]
    assert compare(reference, days) > 15_000_000


def test_over_two_days_on_either_side_of_a_boundary_the_answer_is_partly_with_the_day(reference: Reference) -> None:
    seen = 0
    for provision in reference.provisions:
        for end in {p.first_day for p in provision.periods} | {
            p.last_day + DAY for p in provision.periods if p.last_day
        }:
            limb = (provision.id, provision.activity, provision.direction.value)
            periods = next(
                held for key, held in PERIODS.items() if key[:3] == limb and key[3] in ("", provision.kind.value)
            )
            before, after = (answer_on(periods, (end + DAY * step).isoformat())[0] for step in (-1, 0))
            found = reference.force(provision, Period(end - DAY, end))
            if {before, after} == {"yes", "no"}:
                assert (found.force, found.day) == (Force.PARTLY, end), (provision.id, end)
                seen += 1
    assert seen > 1000


def test_the_list_of_a_day_is_what_the_rows_say_of_it(reference: Reference) -> None:
    for day in (date(1994, 1, 1), date(2016, 3, 2), date(2023, 10, 18), date(2025, 9, 28), date(2026, 11, 23)):
        slow = sorted(
            key[:3]
            for key, held in PERIODS.items()
            if answer_on(held, day.isoformat())[0] in ("yes", "disputed", "unconfirmed")
        )
        fast = sorted(
            (one.provision.id, one.provision.activity, one.provision.direction.value)
            for one in reference.in_force(day)
        )
        assert fast == slow
