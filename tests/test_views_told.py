"""How a page tells a claim: days nobody knows, the activity of the results, names and days in one language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import report_samples as samples

from checker.formats.results import record
from checker.model import ElementState, Evidence, Finding, Force, ForceAnswer, Period, Result, Role
from checker.report import write_report
from checker.views import document_view, index_row, naming, wording
from checker.views.cards import Desk, quotes
from checker.views.drawing import timeline
from checker.views.marking import Piece, context, pieces
from checker.views.reasons import glossary, listed, reason_view
from checker.views.spans import conduct_days, force_on

EN, FR = wording("en"), wording("fr")
NOBODY_KNOWS = Period(date(1900, 1, 1), date(2026, 11, 23), "unknown")


def undated(result: Result) -> Result:
    """The same result, its days not known and its rules uncertain for it."""

    def without(finding: Finding) -> Finding:
        assessed = tuple(
            replace(a, match=replace(a.match, force=ForceAnswer(Force.UNKNOWN, "in force from 2006-10-14")))
            for a in finding.assessed
        )
        statements = tuple(replace(s, period=NOBODY_KNOWS) for s in finding.claim.statements)
        claim = replace(finding.claim, period=NOBODY_KNOWS, statements=statements)
        return replace(finding, claim=claim, assessed=assessed)

    return replace(result, findings=tuple(without(f) for f in result.findings))


# --- days nobody knows ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "end"), [(EN, ", day not known"), (FR, ", jour non connu")])
def test_a_day_nobody_knows_is_said_to_be_unknown(words: object, end: str) -> None:
    for finding in undated(samples.pier()).findings:
        told = naming.sentence(finding.claim, samples.NAMES, words)  # type: ignore[arg-type]
        assert told.endswith(end)
        assert "1900" not in told


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_page_shows_a_bound_that_nothing_gave(language: str, tmp_path: Path) -> None:
    for path in write_report((undated(samples.pier()),), tmp_path, samples.RUN, language):
        page = path.read_text(encoding="utf-8")
        assert "1900" not in page
        assert "in force from" not in page


def test_conduct_of_an_unknown_day_is_not_drawn() -> None:
    rule = samples.pier().findings[0].assessed[0].match.provision
    drawn = timeline([("rule", rule)], NOBODY_KNOWS, samples.RUN.as_of, EN)
    assert drawn is not None
    assert drawn.conduct_name is None
    assert drawn.words[-1] == "Days of the conduct: day not known."
    assert all(int(year.text) > 1999 for year in drawn.years)


@pytest.mark.parametrize("force", list(Force))
@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
def test_every_force_is_told_with_the_days_of_the_conduct(force: Force, words: object) -> None:
    period = Period(date(2024, 5, 1), date(2024, 5, 31))
    told = force_on(period, ForceAnswer(force), "", words)  # type: ignore[arg-type]
    assert conduct_days(period, words) in told  # type: ignore[arg-type]


# --- the activity of the results --------------------------------------------------------------------------------


def differing() -> Result:
    """A result in which a main rule has another activity than the reader gave the claim."""
    pier = samples.pier()
    first = next(
        f for f in pier.findings if f.label.flagged and any(a.match.role is Role.PRIMARY for a in f.assessed)
    )
    about = replace(first.claim, activity="coal_export")
    return replace(pier, findings=(replace(first, claim=about),))


def test_pages_tell_a_claim_by_the_activity_that_the_results_give() -> None:
    for result in (*samples.everything(), differing()):
        told = {f.claim.id: naming.activity_of(f) for f in result.findings}
        assert told == {claim["id"]: claim["activity"] for claim in record(result)["claims"]}


def test_the_sentence_the_kicker_and_the_index_follow_it() -> None:
    result = differing()
    finding = result.findings[0]
    assert naming.activity_of(finding) != finding.claim.activity
    view = document_view(result, samples.RUN, EN)
    card = (*view.leads, *view.others)[0]
    told = naming.sentence(finding.claim, samples.NAMES, EN, naming.activity_of(finding))
    assert card.sentence == told != naming.sentence(finding.claim, samples.NAMES, EN)
    assert card.activity == naming.activity_name(naming.activity_of(finding), samples.NAMES, EN)
    row = index_row(result, 0, "x.html", samples.RUN, EN)
    assert row.activities == (naming.activity_of(finding),)
    assert row.strongest == told


# --- one language -----------------------------------------------------------------------------------------------


def test_french_repeats_the_preposition_before_each_thing_and_elides_it() -> None:
    phrase = "fourniture de {item}"
    said = FR.fill(phrase, {"item": FR.repeated(phrase, "item", ("fusils", "obus", "armes et matériel connexe"))})
    assert said == "fourniture de fusils, d’obus et d’armes et matériel connexe"


def test_a_list_whose_members_hold_an_and_is_still_clear_in_english() -> None:
    assert EN.listing(("drones", "arms and related materiel")) == "drones, and arms and related materiel"
    assert EN.listing(("drones", "rifles")) == "drones and rifles"


def test_names_of_the_tables_are_told_in_the_language_of_the_report() -> None:
    known = glossary(samples.NAMES, FR)
    assert listed("PRK, CHN", known) == "Corée du Nord, Chine"
    assert listed("Russia", known) == "Russie"
    assert listed("to or from Iran", known) == "to or from Iran"


def test_a_reason_in_french_holds_no_english_name_and_no_bare_day() -> None:
    finding = samples.pier().findings[0]
    held = finding.assessed[0]
    known = glossary(samples.NAMES, FR)
    named = samples.reason(
        "counterparty", ElementState.MET, "The recipient is named: Russia.", "L’autre extrémité est nommée : Russia."
    )
    assert reason_view(named, held, finding.claim, known, FR).sentence.text.endswith(": Russie.")
    day = samples.reason("date", ElementState.MET, "On 2024-05-01 it bound.", "Le 2024-05-01, elle liait.")
    told = reason_view(day, held, finding.claim, known, FR).sentence.text
    assert not re.search(r"\d{4}-\d\d-\d\d", told)


def test_a_missing_day_keeps_the_reason_why_it_is_missing() -> None:
    finding = samples.pier().findings[0]
    gone = samples.reason("date", ElementState.MISSING, "The text gives no day.", "Le texte ne donne aucun jour.")
    view = reason_view(gone, finding.assessed[0], finding.claim, glossary(samples.NAMES, FR), FR)
    assert view.sentence.text == "Le texte ne donne aucun jour."


@pytest.mark.parametrize(
    ("force", "state"),
    [(Force.YES, "met"), (Force.NO, "contradicted"), (Force.DISPUTED, "open"), (Force.UNCONFIRMED, "open")],
)
def test_a_rule_that_did_not_bind_that_day_has_no_tick(force: Force, state: str) -> None:
    finding = samples.pier().findings[0]
    held = replace(finding.assessed[0], match=replace(finding.assessed[0].match, force=ForceAnswer(force)))
    day = samples.reason("date", ElementState.MET, "x", "x")
    assert reason_view(day, held, finding.claim, {}, EN).state == state
    unknown = replace(finding.claim, period=NOBODY_KNOWS)
    assert reason_view(day, held, unknown, {}, EN).state == "open"


def test_a_quotation_that_is_cut_ends_with_a_whole_word() -> None:
    text = "evidence " + "catastrophes " * 60
    low, high = context(text, Piece(0, len(text), "body"), 0, 8)
    assert text[low:high].endswith("catastrophes")


def test_a_quotation_leaves_the_signs_of_a_markdown_heading_out() -> None:
    text = "# North Korean shells reach Corval\n"
    document = replace(samples.pier().document, text=text, blocks=())
    desk = Desk.of(document, pieces(document, ()), samples.RUN, EN, lambda _: (), "")
    (shown,) = quotes((Evidence("shells", 15, 21),), "lead", "t-1", desk)
    assert "".join(s.text for s in shown.segments) == "North Korean shells reach Corval"
