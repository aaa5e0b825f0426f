"""Whether each provision of a result is a row of the tables at hand that says what it said in the run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker import fingerprints
from checker.formats.results import Record
from checker.model import Force, Period
from checker.reference import Reference
from checker.verification.faults import Fault


class LawRows:
    """The rows of a reference by what they say; ``same`` means that the run names these very tables."""

    def __init__(self, reference: Reference, same: bool) -> None:
        self._reference = reference
        self._same = same
        self._limbs = {(one.id, fingerprints.row(one)): one for one in reference.provisions}

    def check(self, found: Record) -> Iterator[Fault]:
        """The provisions of a record that are not the rows at hand, or whose force over the claim's days is another.

        Raises KeyError, TypeError or ValueError for a record of another shape.
        """
        for claim in found["claims"]:
            where = f"{found['document']['id']} {claim['id']}"
            period = _period(claim["period"])
            for one in claim["provisions"]:
                limb = self._limbs.get((one["id"], one.get("row", "")))
                if limb is None:
                    yield Fault("row", where, self._other(one["id"]))
                    continue
                told = (one["symbol"], one["paragraph"], one["binding"])
                if told != (limb.symbol, limb.paragraph, limb.binding.value):
                    yield Fault("row", where, f"{one['id']} is not {one['symbol']}, paragraph {one['paragraph']}")
                answers = self._answers(self._reference.force(limb, period).force, claim["period"]["basis"])
                if one["in_force"] not in answers:
                    yield Fault("force", where, f"{one['id']}: in force {one['in_force']} there, {answers[0]} here")

    def _other(self, provision: str) -> str:
        if not self._reference.by_id(provision):
            return f"{provision}, which these tables do not have"
        why = "though the run names these tables" if self._same else "and these are other tables"
        return f"{provision} does not say here what it said in the run, {why}"

    @staticmethod
    def _answers(force: Force, basis: str) -> tuple[str, ...]:
        """The words for the force; a claim whose days are unknown is told so where the rule changed within them."""
        return (Force.UNKNOWN.value,) if basis == "unknown" and force is Force.PARTLY else (force.value,)


def _period(told: Record) -> Period:
    return Period(date.fromisoformat(told["first_day"]), date.fromisoformat(told["last_day"]), told["basis"])
