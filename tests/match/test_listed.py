"""The element "on the list": what the tables hold of a party stands in for a silent text, and never against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checker.match.elements import compare_element
from checker.model import Claim, ElementState, Party, Period, Provision, Reason, Status
from checker.reference import Reference, load_reference

MET, MISSING, CONTRADICTED = ElementState.MET, ElementState.MISSING, ElementState.CONTRADICTED


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def listed(reference: Reference, name: str, activity: str, taker: str, first: str, last: str, *facts: str) -> Reason:
    rule: Provision = next(one for one in reference.by_id(name) if one.activity == activity)
    element = next(one for one in rule.elements if one.name == "listed")
    return compare_element(element, _claim(activity, taker, first, last, *facts), rule, reference)


def _claim(activity: str, taker: str, first: str, last: str, *facts: str) -> Claim:
    return Claim(
        id="c-listed",
        activity=activity,
        activities=(activity,),
        giver=Party("RUS", "Russia", "Moscow"),
        taker=Party(taker, taker, taker) if taker else None,
        actor=None,
        counterparty=None,
        items=(),
        quantity=(),
        period=Period(date.fromisoformat(first), date.fromisoformat(last)),
        status=Status.ASSERTED,
        modality=4,
        speakers=(),
        denied_by=(),
        evidence=(),
        statements=(),
        facts=facts,
    )


@pytest.mark.parametrize(
    ("taker", "first", "last", "state", "said"),
    [
        ("M23", "2012-12-31", "2013-03-01", MET, "has stood on the UN list since 2012-12-31"),
        ("M23", "2012-12-30", "2012-12-30", MISSING, "itself came on the UN list on 2012-12-31"),
        ("M23", "2012-12-30", "2012-12-31", MISSING, "The text does not say"),
        ("CODECO", "2024-01-01", "2024-01-01", MISSING, "The text does not say"),
        ("", "2024-01-01", "2024-01-01", MISSING, "The text does not say"),
    ],
)
def test_a_party_meets_the_element_on_the_days_of_its_listing(
    reference: Reference, taker: str, first: str, last: str, state: ElementState, said: str
) -> None:
    found = listed(reference, "1807:11", "asset_freeze_breach", taker, first, last)
    assert found.element is state
    assert said in found.sentence
    assert found.sentence_fr
    assert found.question if state is MISSING else not found.question


def test_what_the_text_says_comes_first(reference: Reference) -> None:
    assert (
        listed(
            reference, "1807:11", "asset_freeze_breach", "CODECO", "2024-01-01", "2024-01-01", "listed:taker"
        ).element
        is MET
    )
    denied = listed(
        reference, "1807:11", "asset_freeze_breach", "M23", "2024-01-01", "2024-01-01", "not:listed:taker"
    )
    assert denied.element is CONTRADICTED


def test_a_listing_of_one_regime_says_nothing_of_another(reference: Reference) -> None:
    found = listed(reference, "1970:17", "asset_freeze_breach", "M23", "2024-01-01", "2024-01-01")
    assert found.element is MISSING


def test_a_party_that_left_the_list_is_told_and_left_open(reference: Reference) -> None:
    found = listed(reference, "1737:12", "asset_freeze_breach", "BANK_SEPAH", "2020-01-01", "2020-01-01")
    assert found.element is MISSING
    assert "up to 2016-01-15" in found.sentence
    rule = next(one for one in reference.by_id("1737:12") if one.activity == "asset_freeze_breach")
    own = next(one for one in rule.elements if one.name == "listed")
    assert (found.question, found.question_fr) == (own.question or found.sentence, own.question_fr or found.sentence_fr)


def test_the_houthis_are_left_open_the_day_before_their_listing(reference: Reference) -> None:
    found = listed(reference, "2216:14", "arms_import", "HOUTHI", "2022-02-27", "2022-02-27")
    assert (found.element, "2022-02-28" in found.sentence) == (MISSING, True)


def test_the_day_on_which_it_was_last_seen_is_told_while_it_has_no_end(reference: Reference) -> None:
    rows = {one.actor for one in reference.listings if one.seen and one.last_day is None}
    assert rows
    found = listed(reference, "1807:11", "asset_freeze_breach", "M23", "2013-01-01", "2013-01-01")
    row = next(one for one in reference.listings if one.actor == "M23" and one.last_day is None)
    assert (f"seen there on {row.seen[-1]}" in found.sentence) == bool(row.seen)
    assert (f"vu le {row.seen[-1]}" in found.sentence_fr) == bool(row.seen)


def test_an_element_that_asks_nothing_itself_asks_what_the_tables_hold(reference: Reference) -> None:
    rule = next(one for one in reference.by_id("1737:12") if one.activity == "asset_freeze_breach")
    element = replace(next(one for one in rule.elements if one.name == "listed"), question="", question_fr="")
    claim = _claim("asset_freeze_breach", "BANK_SEPAH", "2020-01-01", "2020-01-01")
    found = compare_element(element, claim, rule, reference)
    assert (found.question, found.question_fr) == (found.sentence, found.sentence_fr)
    assert "Bank Sepah" in found.question
