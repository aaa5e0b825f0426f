"""The examples of ``reference/examples``: conduct and days against each rule, as rows that a person can read."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import pytest

from checker import bundle
from checker.match import matching
from checker.match.matching import match_claim
from checker.model import Claim, ElementState, Item, Match, Party, Period, Status
from checker.reference import Reference, load_reference

DAY = timedelta(days=1)
FLOWS = ("from_target", "to_target")
Row = dict[str, str]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(autouse=True)
def every_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_MAX_CONSIDERED", 10_000)


def rows(name: str) -> list[Row]:
    with (bundle.folder("reference") / "examples" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def claim_of(row: Row, first: date, last: date | None = None, swapped: bool = False) -> Claim:
    def party(name: str) -> Party | None:
        return Party(name, name, name) if name else None

    giver, taker = party(row["giver"]), party(row["taker"])
    if swapped:
        giver, taker = taker, giver
    return Claim(
        id="c-example",
        activity=row["activity"],
        activities=(row["activity"],),
        giver=giver,
        taker=taker,
        actor=giver or taker,
        counterparty=None,
        items=(Item(row["item"], row["item"]),) if row["item"] else (),
        quantity=(),
        period=Period(first, last or first),
        status=Status.ASSERTED,
        modality=4,
        speakers=(),
        denied_by=(),
        evidence=(),
        statements=(),
        places=(row["place"],) if row["place"] else (),
        facts=tuple(filter(None, row["facts"].split(";"))),
    )


def held(reference: Reference, claim: Claim, row: Row) -> Match | None:
    """The match of a claim with the limb that a row names, None when the claim is not held against it."""
    for match in match_claim(claim, reference):
        limb = match.provision
        if (limb.id, row.get("direction", "")) in ((row["id"], limb.direction.value), (row["id"], "")) and row.get(
            "kind", ""
        ) in ("", limb.kind.value):
            return match
    return None


def unmet(match: Match) -> set[str]:
    return {
        f"{reason.element.value}:{reason.name}" for reason in match.reasons if reason.element is not ElementState.MET
    }


DAYS = rows("days")
CONDUCT = rows("conduct")


def name_of(row: Row) -> str:
    return " ".join((row["id"], row["activity"], row.get("direction", ""), row.get("first_day", row.get("day", ""))))


def test_every_rule_row_has_an_example_of_its_days(reference: Reference) -> None:
    rules = [
        (p.id, p.activity, p.direction.value, p.kind.value, period.first_day.isoformat())
        for p in reference.provisions
        if p.is_rule
        for period in p.periods
    ]
    told = [(r["id"], r["activity"], r["direction"], r["kind"], r["first_day"]) for r in DAYS]
    assert sorted(told) == sorted(rules)


@pytest.mark.parametrize("row", DAYS, ids=name_of)
def test_conduct_meets_its_rule_on_the_first_and_the_last_day_and_not_beside_them(
    reference: Reference, row: Row
) -> None:
    first = date.fromisoformat(row["first_day"])
    days = {"before": first - DAY, "within": first}
    if row["last_day"]:
        days["after"] = date.fromisoformat(row["last_day"]) + DAY
        last = held(reference, claim_of(row, days["after"] - DAY), row)
        assert last is not None
        assert (last.force.force.value, unmet(last)) == (row["within"], set())
    for column, day in days.items():
        match = held(reference, claim_of(row, day), row)
        assert match is not None, column
        assert match.force.force.value == row[column], (column, day, match.force)
        if column == "within":
            assert unmet(match) == set()


@pytest.mark.parametrize("row", [r for r in DAYS if r["direction"] in FLOWS], ids=name_of)
def test_what_reaches_the_sanctioned_side_is_never_held_as_what_leaves_it(reference: Reference, row: Row) -> None:
    match = held(reference, claim_of(row, date.fromisoformat(row["first_day"]), swapped=True), row)
    assert match is None or "contradicted:party" in unmet(match) or "missing:party" in unmet(match)


@pytest.mark.parametrize("row", CONDUCT, ids=name_of)
def test_an_example_of_conduct_gives_its_answer(reference: Reference, row: Row) -> None:
    match = held(reference, claim_of(row, date.fromisoformat(row["day"])), row)
    if row["element"] == "other_side":
        assert match is None
        return
    assert match is not None
    assert (match.force.force.value, unmet(match)) == (row["force"], set(filter(None, row["element"].split(";"))))
