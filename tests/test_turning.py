from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import report_samples as samples

from checker.assess import assess
from checker.match.matching import match_claim
from checker.model import (
    Claim,
    Document,
    Evidence,
    Finding,
    Item,
    Label,
    Party,
    Period,
    Result,
    Role,
    Signal,
    Speaker,
    Status,
)
from checker.pipeline import Checker, load_checker
from checker.reference import Reference
from checker.turning import what_would_change
from checker.views import document_view, wording

SHELLS = Claim(
    id="c-shells",
    activity="arms_export",
    activities=("arms_export",),
    giver=Party("PRK", "North Korea"),
    taker=Party("RUS", "Russia"),
    actor=Party("PRK", "North Korea"),
    counterparty=Party("RUS", "Russia"),
    items=(Item("artillery_shell", "shells"),),
    quantity=(),
    period=Period(date(2023, 9, 1), date(2023, 9, 30)),
    status=Status.ALLEGED,
    modality=3,
    speakers=(Speaker("USA", "Washington"),),
    denied_by=(),
    evidence=(Evidence("North Korea sold shells to Russia", 0, 33),),
    statements=(),
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return load_checker()


def finding(claim: Claim, reference: Reference) -> Finding:
    return assess(claim, match_claim(claim, reference), lambda provision, period: provision.exemptions)


def turns(claim: Claim, reference: Reference) -> dict[str, Label]:
    return {one.kind: one.label for one in what_would_change(finding(claim, reference))}


def test_a_lead_with_every_element_turns_on_its_days_and_on_its_elements(checker: Checker) -> None:
    found = finding(SHELLS, checker.reference)
    assert found.label is Label.ALLEGED_VIOLATION
    given = {one.kind: one for one in what_would_change(found)}
    assert given["outside"].label is Label.NOT_IN_FORCE
    assert given["otherwise"].label is Label.NO_PROVISION
    assert "item" in given["otherwise"].elements
    assert "date" not in given["otherwise"].elements


def test_a_plan_turns_when_it_is_carried_out(checker: Checker) -> None:
    assert turns(replace(SHELLS, status=Status.PLANNED), checker.reference)["carried_out"] is Label.ALLEGED_VIOLATION


def test_a_rumour_turns_when_somebody_reports_it(checker: Checker) -> None:
    assert turns(replace(SHELLS, modality=1), checker.reference)["reported"] is Label.ALLEGED_VIOLATION


@pytest.mark.parametrize(("days", "label"), [((2005, 1, 1), "in_force"), ((2023, 9, 1), "outside")])
def test_days_before_the_rule_and_days_within_it_turn_into_each_other(
    checker: Checker, days: tuple[int, int, int], label: str
) -> None:
    day = date(*days)
    found = turns(replace(SHELLS, period=Period(day, day)), checker.reference)
    assert label in found
    assert found[label] is (Label.ALLEGED_VIOLATION if label == "in_force" else Label.NOT_IN_FORCE)


def test_what_is_presented_as_authorised_turns_when_nothing_covers_it(checker: Checker) -> None:
    found = turns(replace(SHELLS, signal=Signal.EXEMPT_GRANTED), checker.reference)
    assert found["not_exempted"] is Label.ALLEGED_VIOLATION


def test_no_turn_leads_to_the_label_that_the_claim_has(checker: Checker) -> None:
    for status in Status:
        for modality in range(6):
            found = finding(replace(SHELLS, status=status, modality=modality), checker.reference)
            main = next((one for one in found.assessed if one.match.role is Role.PRIMARY), None)
            if main is not None:
                assert main.label not in {one.label for one in what_would_change(found)}


def test_a_claim_without_a_rule_turns_on_nothing(checker: Checker) -> None:
    assert what_would_change(finding(replace(SHELLS, activity="none", activities=("none",)), checker.reference)) == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "If it was done outside the days on which the rule bound (since 14 October 2006, no end set)"),
        ("fr", "Si les faits avaient eu lieu hors des jours où la règle obligeait (depuis le 14 octobre 2006, sans fin fixée)"),
    ],
)  # fmt: skip
def test_the_card_says_it_with_the_days_of_the_rule(checker: Checker, language: str, words: str) -> None:
    document = Document("d-x", "x", "x.txt", "00", "North Korea sold shells to Russia.")
    result = Result(document, (finding(SHELLS, checker.reference),))
    (card,) = document_view(result, samples.RUN, wording(language), turns=what_would_change).leads
    assert words in [one.words for one in card.turns]
