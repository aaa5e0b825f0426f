"""Which claims of several documents are joined: a wrong join is worse than none, and no order changes anything."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from account_cases import BASE, ON, account, day, is_a, party
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.affair import Account
from checker.affairs.conduct import key_of, other_conduct, seen
from checker.affairs.joining import joined
from checker.model import Label, Party, Period, Status


def sets(*accounts: Account, texts: dict[str, str] | None = None) -> list[set[str]]:
    return [{one.document for one in each} for each in joined(accounts, texts or {}, is_a)]


def together(one: Account, other: Account) -> bool:
    return any(len(each) == 2 for each in sets(one, other))


# --- what is one, and what is not ---------------------------------------------------------------------------------

SAME = {
    "the same day": {},
    "the month in which the day lies": {"period": day("2022-11-01..2022-11-30")},
    "no day, told the same week": {"period": day("recent"), "published": ON + timedelta(days=5)},
    "a thing of which this is a kind": {"items": ("ammunition",)},
    "another quantity": {"quantity": ()},
    "a denial only": {"status": Status.DENIED, "label": Label.DENIED, "denied_by": (party("RUS"),)},
    "the same things from the other side of the table": {"activity": "arms_import"},
    "an end named by its capital": {"taker": party("RUS", "capital")},
    "the same ship": {"ships": ("pine star",)},
}
OTHER = {
    "the day a year later": {"period": day("2023-11-01")},
    "the day after": {"period": day("2022-11-02")},
    "the same day told of another cargo": {"items": ("rifle",)},
    "shells, and shells with rifles, on the same side": {"items": ("rifle", "rocket")},
    "the other Korea": {"giver": party("KOR")},
    "another taker": {"taker": party("BLR")},
    "the ends the other way round": {"giver": party("RUS"), "taker": party("PRK")},
    "an end that the reader only supposed": {"giver": party("PRK", "context")},
    "an end that nobody names": {"taker": None},
    "a group of the State, not the State": {"taker": party("WAGNER")},
    "conduct of another kind": {"activity": "worker_authorisation"},
    "a plan": {"status": Status.PLANNED},
    "a supposition": {"status": Status.HYPOTHETICAL},
    "what is presented as allowed": {"compliant": True},
    "a rule of another regime": {"regime": "iran_2231"},
    "another ship": {"ships": ("grey heron",)},
    "no day, told two months later": {"period": Period(date(2022, 10, 6), date(2023, 1, 3), "assumed"), "published": date(2023, 1, 3)},
    "the whole year": {"period": day("2022-01-01..2022-12-31")},
    "a month, told half a year later by nobody in common": {
        "period": day("2022-11-01..2022-11-30"), "published": date(2023, 5, 2)
    },
    "no day of any kind": {"period": Period(date(2022, 8, 1), ON, "unknown"), "published": None},
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_accounts_of_the_same_conduct_are_joined(name: str) -> None:
    first = replace(BASE, regime="dprk", ships=("pine star",))
    assert together(first, account(**{"regime": "dprk", **SAME[name]}))


@pytest.mark.parametrize("name", OTHER)
def test_accounts_of_other_conduct_are_not(name: str) -> None:
    first = replace(BASE, regime="dprk", ships=("pine star",))
    assert not together(first, account(**{"regime": "dprk", **OTHER[name]}))


def launch(document: str, period: Period) -> Account:
    return account(document, activity="ballistic_missile_launch", taker=None, items=("missile",), period=period)


def test_launches_of_one_day_are_one_and_a_launch_without_a_day_is_none_of_them() -> None:
    day_3, day_4, recent = day("2022-11-03"), day("2022-11-04"), day("recent")
    assert together(launch("d-a", day_3), launch("d-b", day_3))
    assert not together(launch("d-a", day_3), launch("d-b", day_4))
    assert not together(launch("d-a", day_3), launch("d-b", recent))
    assert not together(launch("d-a", recent), launch("d-b", recent))


def test_two_plans_of_the_same_days_are_one() -> None:
    ahead = {"status": Status.PLANNED, "period": day("2023-01-01..2023-01-31")}
    assert together(account("d-a", **ahead), account("d-b", **ahead))


# --- what could be either is neither ------------------------------------------------------------------------------


def test_an_account_of_the_month_joins_none_of_two_cargoes_of_that_month() -> None:
    third, twentieth = account("d-3", period=day("2022-11-03")), account("d-20", period=day("2022-11-20"))
    month = account("d-month", period=day("2022-11-01..2022-11-30"))
    assert sets(third, month) == [{"d-3", "d-month"}]
    assert sorted(map(sorted, sets(third, twentieth, month))) == [["d-20"], ["d-3"], ["d-month"]]


def test_two_cargoes_keep_their_own_accounts_when_a_vague_one_comes() -> None:
    days = {"d-3": "2022-11-03", "d-3b": "2022-11-03", "d-20": "2022-11-20", "d-20b": "2022-11-20"}
    dated = [account(name, period=day(on)) for name, on in days.items()]
    month = account("d-month", period=day("2022-11-01..2022-11-30"))
    assert sorted(map(sorted, sets(*dated, month))) == [["d-20", "d-20b"], ["d-3", "d-3b"], ["d-month"]]


def test_two_claims_of_one_document_are_two_and_stay_so() -> None:
    two = [account("d-a", claim="c-1"), account("d-a", claim="c-2", period=day("2022-10-20..2022-11-02"))]
    found = joined([*two, account("d-b")], {}, is_a)
    assert all(len(each) == 1 for each in found)


def test_undated_news_told_week_after_week_is_no_chain_through_the_years() -> None:
    weeks = [ON + timedelta(days=10 * n) for n in range(40)]
    told = [
        account(f"d-{n:02}", period=Period(day - timedelta(days=90), day, "assumed"), published=day)
        for n, day in enumerate(weeks)
    ]
    for each in joined(told, {}, is_a):
        days = [one.published for one in each if one.published]
        assert max(days) - min(days) <= timedelta(days=45)


# --- copies -------------------------------------------------------------------------------------------------------


def test_near_identical_texts_join_what_they_say_in_the_same_words_even_with_an_end_unknown() -> None:
    one, copy = (account(name, taker=None, anchor="a-same") for name in ("d-a", "d-b"))
    assert not together(one, copy)
    assert sets(one, copy, texts={"d-a": "d-a", "d-b": "d-a"}) == [{"d-a", "d-b"}]


def test_a_copy_of_other_words_or_of_another_year_joins_nothing_by_being_a_copy() -> None:
    texts = {"d-a": "d-a", "d-b": "d-a"}
    one = account("d-a", taker=None, anchor="a-same")
    assert len(sets(one, account("d-b", taker=None, anchor="a-other"), texts=texts)) == 2
    later = account("d-b", taker=None, anchor="a-same", published=ON + timedelta(days=365))
    assert len(sets(one, later, texts=texts)) == 2


# --- properties ---------------------------------------------------------------------------------------------------

some = settings(max_examples=60, deadline=None)
PERIODS = [day(text) for text in ("2022-11-01", "2022-11-03", "2022-11-01..2022-11-30", "2022-11-20", "2023-11-01",
                                  "2022-01-01..2022-12-31")]  # fmt: skip
RECENT = [
    (Period(told - timedelta(days=90), told, "assumed"), told)
    for told in (ON, ON + timedelta(days=6), ON + timedelta(days=40), ON + timedelta(days=365))
]


@st.composite
def some_accounts(draw: st.DrawFn) -> list[Account]:
    found = []
    for number in range(draw(st.integers(1, 12))):
        document = f"d-{draw(st.integers(0, 9))}"
        if draw(st.booleans()):
            period, published = draw(st.sampled_from(RECENT))
        else:
            period, published = draw(st.sampled_from(PERIODS)), draw(st.sampled_from([ON, date(2023, 11, 4), None]))
        ends: list[Party | None] = [party("PRK"), party("KOR"), party("RUS"), party("RUS", "context"), None]
        found.append(
            account(
                document,
                claim=f"c-{number}",
                activity=draw(st.sampled_from(["arms_export", "arms_import", "ballistic_missile_launch"])),
                giver=draw(st.sampled_from(ends[:3])),
                taker=draw(st.sampled_from(ends[2:])),
                items=draw(st.sampled_from([(), ("shell",), ("arms",), ("rifle",), ("rocket", "shell")])),
                period=period,
                published=published,
                status=draw(st.sampled_from([Status.ALLEGED, Status.DENIED, Status.PLANNED])),
                ships=draw(st.sampled_from([(), (), ("pine star",), ("grey heron",)])),
                anchor=draw(st.sampled_from(["a-x", "a-y"])),
            )
        )
    return found


def as_sets(accounts: list[Account], texts: dict[str, str] | None = None) -> set[frozenset[tuple[str, str]]]:
    return {frozenset((a.document, a.claim) for a in each) for each in joined(accounts, texts or {}, is_a)}


TEXTS = {f"d-{n}": f"d-{n // 3 * 3}" for n in range(10)}


@some
@given(some_accounts())
def test_joining_is_an_equivalence_every_account_is_in_just_one_set(accounts: list[Account]) -> None:
    for texts in ({}, TEXTS):
        found = [one for each in joined(accounts, texts, is_a) for one in each]
        assert sorted(one.claim for one in found) == sorted(one.claim for one in accounts)


@some
@given(some_accounts(), st.randoms(use_true_random=False))
def test_no_order_changes_anything(accounts: list[Account], chance: random.Random) -> None:
    moved = list(accounts)
    chance.shuffle(moved)
    for texts in ({}, TEXTS):
        assert joined(moved, texts, is_a) == joined(accounts, texts, is_a)


@some
@given(some_accounts())
def test_nothing_is_joined_to_what_it_cannot_be(accounts: list[Account]) -> None:
    for each in joined(accounts, {}, is_a):
        for one, other in combinations(each, 2):
            assert key_of(one) == key_of(other) is not None
            assert not other_conduct(seen(one), seen(other), is_a)
            assert one.document != other.document


@some
@given(some_accounts())
def test_an_unrelated_document_changes_nothing(accounts: list[Account]) -> None:
    strangers = [account("d-new", claim="c-new", giver=party("IRN")), account("d-new", claim="c-new-2", taker=None)]
    before, after = as_sets(accounts), as_sets([*accounts, *strangers])
    assert before <= after
    assert after - before == {frozenset({("d-new", "c-new")}), frozenset({("d-new", "c-new-2")})}


@some
@given(some_accounts())
def test_days_of_two_years_that_do_not_meet_are_never_joined(accounts: list[Account]) -> None:
    for each in joined(accounts, TEXTS, is_a):
        stated = [one.period for one in each if one.period.basis == "stated"]
        assert all(a.meets(b) for a, b in combinations(stated, 2) if a.first_day.year != b.first_day.year)
