"""Cohen's kappa against published figures, and what is told of two reviewers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_cases import decided, seen

from checker.review.agreement import ENOUGH, agreements, kappa
from checker.review.decisions import Decision, Verdict

A, R, U = Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE


def pairs(*cells: tuple[str, str, int]) -> list[tuple[str, str]]:
    return [(a, b) for a, b, n in cells for _ in range(n)]


def test_kappa_of_the_example_in_the_literature() -> None:
    # Fleiss, Levin, Paik, Statistical Methods for Rates and Proportions, chapter 18: 100 subjects, three diagnoses
    found = kappa(
        pairs(
            ("p", "p", 75), ("p", "n", 1), ("p", "o", 4), ("n", "p", 5), ("n", "n", 4), ("n", "o", 1), ("o", "o", 10)
        )
    )  # fmt: skip
    assert found is not None
    assert found.value == pytest.approx(0.676, abs=0.001)
    assert (found.high - found.low) / 2 / 1.96 == pytest.approx(0.087, abs=0.001)


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ([("a", "a", 30), ("r", "r", 20)], 1.0),
        ([("a", "r", 25), ("r", "a", 25)], -1.0),
        ([("a", "a", 25), ("a", "r", 25), ("r", "a", 25), ("r", "r", 25)], 0.0),
        ([("a", "a", 20), ("a", "r", 5), ("r", "a", 10), ("r", "r", 15)], 0.4),
    ],
)
def test_kappa_of_plain_tables(cells: list[tuple[str, str, int]], value: float) -> None:
    found = kappa(pairs(*cells))
    assert found is not None
    assert found.value == pytest.approx(value)
    assert found.low <= found.value <= found.high


def test_kappa_cannot_be_told_of_one_answer_or_none() -> None:
    assert kappa([("a", "a")] * 60) is None
    assert kappa([]) is None


@given(st.lists(st.tuples(st.sampled_from("aru"), st.sampled_from("aru")), min_size=1, max_size=80))
def test_kappa_knows_no_first_and_second_and_stays_in_bounds(found: list[tuple[str, str]]) -> None:
    one, other = kappa(found), kappa([(b, a) for a, b in found])
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.value == pytest.approx(other.value)
        assert (one.low, one.high) == pytest.approx((other.low, other.high))
        assert -1.000001 <= one.low <= one.value <= one.high <= 1.000001


def decisions(who: str, verdicts: list[Verdict]) -> list[Decision]:
    return [
        decided(seen(f"words {n}", f"c-{n:012x}"), verdict, who, reason="other") for n, verdict in enumerate(verdicts)
    ]


@pytest.mark.parametrize(("shared", "missing"), [(1, 49), (49, 1), (50, 0), (51, 0)])
def test_kappa_is_told_from_fifty_shared_decisions_on(shared: int, missing: int) -> None:
    (found,) = agreements(
        [*decisions("Ana", [A, *[R] * (shared - 1)]), *decisions("Li", [R, *[R] * (shared - 1), A])]
    )
    assert (found.shared, found.missing, found.alike) == (shared, missing, shared - 1)
    assert (found.kappa is None) == (shared < ENOUGH)
    assert [(a.verdict, b.verdict) for a, b in found.differing] == [(A, R)]


def test_reviewers_without_a_lead_in_common_are_no_pair() -> None:
    assert agreements([decided(seen(), A, "Ana"), decided(seen(claim="c-2"), A, "Li")]) == ()


def test_three_reviewers_are_three_pairs() -> None:
    found = agreements([decided(seen(), verdict, who) for verdict, who in ((A, "Ana"), (R, "Li"), (U, "Mo"))])
    assert [(one.first, one.second) for one in found] == [("Ana", "Li"), ("Ana", "Mo"), ("Li", "Mo")]
