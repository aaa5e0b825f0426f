"""Recipients that a rule lets be supplied on terms: what is open, what settles it, and on which days."""

from __future__ import annotations

from datetime import date

import pytest

from checker.documents.reading import document_from_text
from checker.extract.unmet_terms import TERMS_UNMET
from checker.match.elements import applies
from checker.match.matching import match_claim
from checker.match.recipients import compare_terms
from checker.model import Claim, ElementState, Item, Party, Period, Status
from checker.pipeline import check_document, load_checker
from checker.reference import Reference, load_reference

MET, MISSING = ElementState.MET, ElementState.MISSING
ALLEGED, POSSIBLE, PERMITTED = "alleged_violation", "possible_violation", "permitted"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def claim(taker: str, organ: str, day: date, activity: str = "arms_import", facts: tuple[str, ...] = ()) -> Claim:
    return Claim(
        id="c-terms",
        activity=activity,
        activities=(activity,),
        giver=Party("TUR", "Türkiye"),
        taker=Party(taker, taker, taker, "organ" if organ else "name", organ),
        actor=Party("TUR", "Türkiye"),
        counterparty=None,
        items=(Item("rifle", "rifles"),),
        quantity=(),
        period=Period(day, day),
        status=Status.ASSERTED,
        modality=4,
        speakers=(),
        denied_by=(),
        evidence=(),
        statements=(),
        places=(),
        facts=facts,
    )


def open_on(reference: Reference, one: Claim, name: str) -> bool:
    """Whether the terms are open for a claim held against a paragraph."""
    found = next(m for m in match_claim(one, reference) if m.provision.id == name)
    return any(reason.name == "terms" for reason in found.in_state(MISSING))


@pytest.mark.parametrize(
    ("name", "activity", "taker", "organ", "first", "last"),
    [
        ("733:5", "arms_import", "SOM", "SNA", "2007-02-20", "2023-11-30"),
        ("1425:2", "military_training", "SOM", "SNA", "2007-02-20", "2022-11-16"),
        ("2127:54", "arms_import", "CAF", "FACA", "2015-01-22", "2023-07-26"),
        ("2127:54", "military_training", "CAF", "FACA", "2015-01-22", "2023-07-26"),
    ],
)
def test_terms_are_open_from_their_first_day_to_their_last(
    reference: Reference, name: str, activity: str, taker: str, organ: str, first: str, last: str
) -> None:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    for day, is_open in ((begin, True), (end, True), (begin.replace(day=begin.day - 1), False)):
        assert open_on(reference, claim(taker, organ, day, activity), name) is is_open, day
    after = date.fromordinal(end.toordinal() + 1)
    rule = next(p for p in reference.by_id(name) if p.activity == activity)
    later = [e for e in rule.elements if e.test == "terms_for" and applies(e, Period(after, after))]
    assert not later, "no terms on the day after"


def test_terms_concern_the_bodies_of_the_state_and_nobody_else(reference: Reference) -> None:
    day = date(2022, 5, 10)
    assert open_on(reference, claim("SOM", "SNA", day), "733:5")
    assert open_on(reference, claim("SOM", "police", day), "733:5")
    assert not open_on(reference, claim("SOM", "", day), "733:5"), "the country may be its territory"
    assert not open_on(reference, claim("ALSHABAAB", "", day), "733:5")


def test_terms_that_the_text_says_were_broken_are_open_no_more(reference: Reference) -> None:
    one = claim("SOM", "SNA", date(2022, 5, 10), facts=(TERMS_UNMET,))
    rule = next(p for p in reference.by_id("733:5"))
    (element,) = [e for e in rule.elements if e.test == "terms_for"]
    reason = compare_terms(element, one, reference)
    assert reason.element is MET
    assert "not kept" in reason.sentence


@pytest.mark.parametrize(
    ("day", "text", "label"),
    [
        ("2022-05-20", "Turkey delivered rifles to the Somali army in May 2022.", POSSIBLE),
        ("2022-05-20", "Turkey delivered rifles to the Somali army in May 2022 without telling the sanctions committee.", ALLEGED),
        ("2022-05-20", "Turkey delivered rifles to the Somali army in May 2022. The committee had not been notified.", ALLEGED),
        ("2022-05-20", "Turkey delivered rifles to the Somali army in May 2022, with the committee's approval.", PERMITTED),
        ("2022-05-20", "Turkey delivered rifles to Al-Shabaab in May 2022.", ALLEGED),
        ("2023-05-20", "Turkey delivered rifles to the Somali army in April 2023.", POSSIBLE),
        ("2022-12-20", "Turkish officers trained the Somali army in December 2022.", PERMITTED),
        ("2024-02-20", "Turkey delivered rifles to the Somali army in January 2024.", PERMITTED),
        ("2022-06-10", "En mars 2022, la Russie a livré à l'armée centrafricaine vingt blindés sans en aviser le Comité.", ALLEGED),
        ("2022-06-10", "En mars 2022, la Russie a livré des fusils à l'armée centrafricaine.", POSSIBLE),
        ("2021-06-10", "Russian instructors trained the Central African army in May 2021.", POSSIBLE),
        ("2021-06-10", "In breach of the embargo, Russian instructors trained the Central African army in May 2021.", ALLEGED),
        ("2023-09-10", "Russia delivered rifles to the Central African army in August 2023.", PERMITTED),
    ],
)  # fmt: skip
def test_a_report_on_an_army_exempt_on_terms(day: str, text: str, label: str) -> None:
    document = document_from_text(text, "passage", published=date.fromisoformat(day))
    (found,) = check_document(document, load_checker()).findings
    assert found.label.value == label


@pytest.mark.parametrize(
    ("day", "text", "label"),
    [
        ("2022-03-20", "Iran shipped rifles to Yemen in March 2022.", POSSIBLE),
        ("2024-05-20", "En avril 2024, l'Iran a expédié des missiles au Yémen.", POSSIBLE),
        ("2022-03-20", "Iran shipped rifles to the Houthis in March 2022.", ALLEGED),
        ("2022-03-20", "Saudi Arabia delivered rifles to the Yemeni army in March 2022.", "no_provision"),
        ("2022-02-27", "Iran shipped rifles to Yemen on 20 February 2022.", "not_in_force"),
        ("2019-05-20", "Iran shipped rifles to Yemen in May 2019.", ALLEGED),
    ],
)
def test_arms_for_yemen_without_a_word_on_who_received_them(day: str, text: str, label: str) -> None:
    document = document_from_text(text, "passage", published=date.fromisoformat(day))
    (found,) = check_document(document, load_checker()).findings
    assert found.label.value == label
    if label == POSSIBLE:
        assert any("Houthis" in one for one in found.missing)


@pytest.mark.parametrize(
    ("day", "text", "label"),
    [
        ("2024-11-10", "The United States delivered rifles to the Haitian National Police in November 2024.", PERMITTED),
        ("2023-10-10", "The United States delivered rifles to the Haitian police on 5 October 2023.", PERMITTED),
        ("2024-11-10", "Kenya trained the Haitian police in November 2024.", PERMITTED),
        ("2024-11-10", "The United States shipped rifles to Haiti in November 2024.", ALLEGED),
        ("2024-11-10", "Dominican traffickers sold rifles to Haitian gangs in November 2024.", ALLEGED),
    ],
)  # fmt: skip
def test_arms_for_haiti_and_for_its_police(day: str, text: str, label: str) -> None:
    document = document_from_text(text, "passage", published=date.fromisoformat(day))
    (found,) = check_document(document, load_checker()).findings
    assert found.label.value == label


def test_the_question_on_the_terms_is_asked_in_both_languages() -> None:
    text = "Turkey delivered rifles to the Somali army in May 2022."
    document = document_from_text(text, "passage", published=date(2022, 5, 20))
    (found,) = check_document(document, load_checker()).findings
    assert any("Committee" in one for one in found.missing)
    assert any("Comité" in one for one in found.missing_fr)
    assert any("2607:24" in one.condition for one in found.exemptions)
