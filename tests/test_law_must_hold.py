"""What the tables of law have to say whatever else changes: each line on the days around its boundaries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from checker.model import Element, Force, Period, Provision
from checker.reference import Reference, load_reference

DAY = timedelta(days=1)
YES, NO, DISPUTED, UNCONFIRMED = "yes", "no", "disputed", "unconfirmed"
OPEN = ""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def limbs(reference: Reference, name: str, activity: str) -> list[Provision]:
    found = [one for one in reference.by_id(name) if one.activity == activity]
    assert found, (name, activity)
    return found


def answers(reference: Reference, name: str, activity: str, day: date) -> set[str]:
    return {reference.force(one, Period(day, day)).force.value for one in limbs(reference, name, activity)}


# paragraph, activity | first day, last day (empty: no end) | answer the day before, from the first to the last, the day after
LIVES = (
    # Iran: annex B of 2231 ran from Implementation Day, five years for some paragraphs, eight for others
    ("2231:Annex B 4(a)", "ballistic_missile_transfer", "2016-01-16", "2023-10-17", NO, YES, NO),
    ("2231:Annex B 4(a)", "arms_export", "2016-01-16", "2023-10-17", NO, YES, NO),
    ("2231:Annex B 3", "ballistic_missile_launch", "2016-01-16", "2023-10-17", NO, YES, NO),
    ("2231:Annex B 5", "arms_import", "2016-01-16", "2020-10-17", NO, YES, NO),
    ("2231:Annex B 6(b)", "arms_export", "2016-01-16", "2020-10-17", NO, YES, NO),
    ("2231:Annex B 6(c)", "asset_freeze_breach", "2016-01-16", "2023-10-17", NO, YES, NO),
    ("2231:Annex B 6(d)", "asset_freeze_breach", "2016-01-16", "2023-10-17", NO, YES, NO),
    ("2231:Annex B 6(e)", "travel_ban_breach", "2016-01-16", "2020-10-17", NO, YES, NO),
    ("1747:5", "arms_export", "2007-03-24", "2016-01-15", NO, YES, NO),
    ("1747:5", "arms_export", "2025-09-28", OPEN, NO, DISPUTED, DISPUTED),
    ("1929:8", "arms_import", "2010-06-09", "2016-01-15", NO, YES, NO),
    ("1929:8", "arms_import", "2025-09-28", OPEN, NO, DISPUTED, DISPUTED),
    ("1929:9", "ballistic_missile_launch", "2010-06-09", "2016-01-15", NO, YES, NO),
    ("1929:9", "ballistic_missile_launch", "2025-09-28", OPEN, NO, DISPUTED, DISPUTED),
    # DPRK
    ("1718:8(b)", "arms_export", "2006-10-14", OPEN, NO, YES, YES),
    ("1874:9", "arms_export", "2009-06-12", OPEN, NO, YES, YES),
    ("2270:6", "arms_import", "2016-03-02", OPEN, NO, YES, YES),
    ("2270:29", "coal_export", "2016-03-02", "2016-11-29", NO, YES, NO),
    ("2321:26", "coal_export", "2016-11-30", "2017-08-04", NO, YES, NO),
    ("2371:8", "coal_export", "2017-08-05", OPEN, NO, YES, YES),
    ("2375:14", "refined_petroleum_import", "2017-10-01", "2017-12-31", NO, YES, NO),
    ("2397:5", "refined_petroleum_import", "2018-01-01", OPEN, NO, YES, YES),
    ("2375:15", "crude_oil_import", "2017-09-11", "2017-12-21", NO, YES, NO),
    ("2397:4", "crude_oil_import", "2017-12-22", OPEN, NO, YES, YES),
    ("2375:17", "worker_authorisation", "2017-09-11", OPEN, NO, YES, YES),
    ("2397:8", "worker_repatriation", "2017-12-22", OPEN, NO, YES, YES),
    # Libya: both ways, without end
    ("1970:9", "arms_import", "2011-02-26", OPEN, NO, YES, YES),
    ("1970:10", "arms_export", "2011-02-26", OPEN, NO, YES, YES),
    # Yemen, Lebanon, while nothing of the Iran regime binds
    ("2216:14", "arms_import", "2015-04-14", OPEN, NO, YES, YES),
    ("1701:15(a)", "arms_import", "2006-08-11", OPEN, NO, YES, YES),
    ("2140:11", "asset_freeze_breach", "2014-02-26", "2026-11-14", NO, YES, UNCONFIRMED),
    # ended
    ("2374:1", "travel_ban_breach", "2017-09-05", "2023-08-31", NO, YES, NO),
    ("2374:4", "asset_freeze_breach", "2017-09-05", "2023-08-31", NO, YES, NO),
    ("1907:5", "arms_import", "2009-12-23", "2018-11-13", NO, YES, NO),
    ("1907:6", "arms_export", "2009-12-23", "2018-11-13", NO, YES, NO),
    # Somalia
    ("733:5", "arms_import", "1992-01-23", "2023-11-30", NO, YES, NO),
    ("2713:4", "arms_import", "2023-12-01", OPEN, NO, YES, YES),
    # hanging on a renewal that was not seen
    ("2428:4", "arms_import", "2018-07-13", "2026-05-31", NO, YES, UNCONFIRMED),
    ("1807:1", "arms_import", "2008-03-31", "2026-07-01", NO, YES, UNCONFIRMED),
    ("2745:2", "arms_import", "2024-07-30", "2026-07-31", NO, YES, UNCONFIRMED),
    ("1556:7", "arms_import", "2004-07-30", "2026-09-12", NO, YES, UNCONFIRMED),
    ("1591:7", "arms_import", "2005-03-29", "2026-09-12", NO, YES, UNCONFIRMED),
    ("2752:2", "arms_import", "2024-10-18", "2026-10-17", NO, YES, UNCONFIRMED),
    ("2653:6", "asset_freeze_breach", "2022-10-21", "2026-10-17", NO, YES, UNCONFIRMED),
)


@pytest.mark.parametrize(("name", "activity", "first", "last", "before", "within", "after"), LIVES)
def test_a_paragraph_lives_from_its_first_day_to_its_last(
    reference: Reference, name: str, activity: str, first: str, last: str, before: str, within: str, after: str
) -> None:
    begin = date.fromisoformat(first)
    end = date.fromisoformat(last) if last else reference.known_to
    assert answers(reference, name, activity, begin - DAY) == {before}
    assert answers(reference, name, activity, begin) == {within}
    assert answers(reference, name, activity, end) == {within}
    assert answers(reference, name, activity, end + DAY) == {after}


def in_force(reference: Reference, day: date, regimes: set[str]) -> set[str]:
    return {f.provision.id for f in reference.in_force(day) if f.provision.regime in regimes and f.provision.is_rule}


def test_no_arms_or_missile_rule_on_iran_binds_between_its_lapse_and_the_restoration(reference: Reference) -> None:
    codes = {"arms_export", "arms_import", "ballistic_missile_transfer", "ballistic_missile_launch"}

    def live(day: date) -> set[str]:
        return {
            found.provision.id
            for found in reference.in_force(day)
            if found.provision.regime == "iran" and found.provision.is_rule and found.provision.activity in codes
        }

    assert "2231:Annex B 4(a)" in live(date(2023, 10, 17))
    day = date(2023, 10, 18)
    while day <= date(2025, 9, 27):
        assert live(day) == set(), day
        day += 30 * DAY
    assert live(date(2025, 9, 27)) == set()
    assert {"1747:5", "1929:8", "1929:9"} <= live(date(2025, 9, 28))


def test_the_deadline_for_workers_is_22_december_2019_and_its_passing_ends_no_duty(reference: Reference) -> None:
    (rule,) = limbs(reference, "2397:8", "worker_repatriation")
    assert rule.deadline == "2019-12-22"
    for day in (date(2019, 12, 21), date(2019, 12, 22), date(2019, 12, 23)):
        assert answers(reference, "2397:8", "worker_repatriation", day) == {YES}


def required(rule: Provision, day: date, test: str) -> list[Element]:
    return [
        one for one in rule.elements if one.test == test and (one.first_day or day) <= day <= (one.last_day or day)
    ]


@pytest.mark.parametrize(("day", "covered"), [("2016-03-01", False), ("2016-03-02", True), ("2026-11-23", True)])
def test_small_arms_for_the_dprk_were_open_on_notice_until_1_march_2016(
    reference: Reference, day: str, covered: bool
) -> None:
    (rule,) = limbs(reference, "1874:10", "arms_import")
    when = date.fromisoformat(day)
    wanted = required(rule, when, "item_in")
    assert all(any(reference.is_a("assault_rifle", v) for v in one.values) for one in wanted) is covered


@pytest.mark.parametrize(("regime", "last"), [("mali", "2023-08-31"), ("eritrea", "2018-11-13")])
def test_nothing_of_a_regime_that_ended_binds_the_day_after(reference: Reference, regime: str, last: str) -> None:
    end = date.fromisoformat(last)
    assert in_force(reference, end, {regime})
    for later in (end + DAY, end + 365 * DAY, reference.known_to):
        assert in_force(reference, later, {regime}) == set()


def test_the_end_of_the_panel_ended_no_rule_on_the_dprk(reference: Reference) -> None:
    last = date(2024, 4, 30)
    gone = in_force(reference, last, {"dprk"}) - in_force(reference, last + DAY, {"dprk"})
    assert gone == {"1874:26"}, "the paragraph that set the Panel up, and nothing else"
    panel = [one for one in reference.provisions if one.resolution == 2680 and not one.is_rule]
    on = {day: {reference.force(one, Period(day, day)).force for one in panel} for day in (last, last + DAY)}
    assert Force.YES in on[last]


@pytest.mark.parametrize(
    ("name", "exempt", "first"),
    [
        ("1807:1", "COD", "2008-03-31"),
        ("1807:1", "FARDC", "2008-03-31"),
        ("2127:54", "CAF", "2023-07-27"),
        ("2127:54", "FACA", "2023-07-27"),
        ("2745:2", "CAF", "2024-07-30"),
        ("2713:4", "SOM", "2023-12-01"),
        ("661:3(c)", "IRQ", "2004-06-08"),
    ],
)
def test_government_forces_are_exempt_from_their_day_on(
    reference: Reference, name: str, exempt: str, first: str
) -> None:
    day = date.fromisoformat(first)
    (rule,) = limbs(reference, name, "arms_import")
    exempted = {value for one in required(rule, day, "taker_not_in") for value in one.values}
    assert exempt in exempted
    before = {value for one in required(rule, day - DAY, "taker_not_in") for value in one.values}
    bound = answers(reference, name, "arms_import", day - DAY)
    assert exempt not in before or bound == {NO}


@pytest.mark.parametrize(
    ("regime", "last"),
    [
        ("south_sudan", "2026-05-31"),
        ("drc", "2026-07-01"),
        ("car", "2026-07-31"),
        ("sudan", "2026-09-12"),
        ("haiti", "2026-10-17"),
    ],
)
def test_a_regime_that_hangs_on_an_unseen_renewal_is_unconfirmed_and_never_lapsed(
    reference: Reference, regime: str, last: str
) -> None:
    end = date.fromisoformat(last)
    rules = [
        one
        for one in reference.provisions
        if one.regime == regime and one.is_rule and reference.force(one, Period(end, end)).force is Force.YES
    ]
    waiting = {
        one.id: reference.force(one, Period(end + DAY, end + DAY))
        for one in rules
        if one.periods[-1].last_day is not None
    }
    assert waiting
    assert {(found.force, found.day) for found in waiting.values()} == {(Force.UNCONFIRMED, end)}


@pytest.mark.parametrize(
    ("name", "unit", "day", "quantity", "window"),
    [
        ("2321:26", "tonne", "2016-12-31", 1_000_866, "whole_period"),
        ("2321:26", "tonne", "2017-01-01", 7_500_000, "calendar_year"),
        ("2321:26", "us_dollar", "2017-08-04", 400_870_018, "calendar_year"),
        ("2375:14", "barrel", "2017-10-01", 500_000, "whole_period"),
        ("2375:15", "crude_supplied", "2017-12-21", None, "whole_period"),
        ("2397:4", "barrel", "2017-12-22", 4_000_000, "twelve_months"),
        ("2397:4", "tonne", "2026-11-23", 525_000, "twelve_months"),
        ("2397:5", "barrel", "2018-01-01", 500_000, "calendar_year"),
    ],
)
def test_a_ceiling_has_its_figure_and_its_window_on_its_days(
    reference: Reference, name: str, unit: str, day: str, quantity: float | None, window: str
) -> None:
    when = date.fromisoformat(day)
    found = {
        (cap.quantity, cap.window)
        for limb in reference.by_id(name)
        for cap in limb.caps
        if cap.unit == unit and cap.first_day <= when <= (cap.last_day or when)
    }
    assert found == {(quantity, window)}


def test_two_million_barrels_are_no_ceiling_of_any_rule(reference: Reference) -> None:
    assert all(cap.quantity != 2_000_000 for limb in reference.provisions for cap in limb.caps)


def test_the_arms_ban_on_the_dprk_is_walked_from_its_first_text_to_the_later_ones_and_back(
    reference: Reference,
) -> None:
    assert "1874:9" in {link.amending for link in reference.amended_by("1718:8(b)")}
    assert "1718:8(b)" in {link.amended for link in reference.amends("1874:9")}
    assert "2270:7" in {link.amending for link in reference.amended_by("1874:9")}
    assert {"1718:8(b)", "1874:9"} <= {link.amended for link in reference.amends("2270")}
    assert {"1874:9", "2270:7", "2270:9"} <= set(reference.amendments.later("1718:8(b)"))
    assert {"1874:9", "1718:8(b)"} <= set(reference.amendments.earlier("2270:7"))


def test_what_touches_a_paragraph_touches_what_lies_in_it(reference: Reference) -> None:
    assert "2270:6" in {link.amending for link in reference.amended_by("1718:8(a)(i)")}


def test_every_link_is_found_from_both_of_its_ends(reference: Reference) -> None:
    for link in reference.amendments.links:
        assert link in reference.amends(link.amending)
        assert link in reference.amended_by(link.amended)


@pytest.mark.parametrize(
    ("actor", "regime", "first"),
    [
        ("HOUTHI", "yemen", "2022-02-28"),
        ("ALSHABAAB", "somalia", "2010-04-12"),
        ("M23", "drc", "2012-12-31"),
        ("FDLR", "drc", "2012-12-31"),
        ("LRA", "car", "2016-03-07"),
        ("ALQAIDA", "isil_aq", "2001-10-06"),
        ("OMM", "dprk", "2014-07-28"),
        ("VIV_ANSANM", "haiti", "2025-07-08"),
    ],
)
def test_a_party_is_listed_from_its_day_and_not_the_day_before(
    reference: Reference, actor: str, regime: str, first: str
) -> None:
    day = date.fromisoformat(first)
    assert reference.listed(actor, regime, Period(day, day)).listed == "yes"
    assert reference.listed(actor, regime, Period(day - DAY, day - DAY)).listed == "not_yet"
    assert reference.listed(actor, regime, Period(day - DAY, day)).listed == "unknown"


def test_a_party_named_only_in_part_or_without_days_cannot_be_told(reference: Reference) -> None:
    day = Period(date(2020, 1, 1), date(2020, 1, 1))
    assert reference.listed("TALIBAN", "taliban", day).listed == "unknown"
    assert reference.listed("IRISL", "iran", day).listed == "unknown"
    assert reference.listed("HEZBOLLAH", "lebanon", day).listed == "unknown"
    assert reference.listed("HTS", "isil_aq", day).listed == "unknown"
    assert reference.listed("HTS", "isil_aq", Period(date(2025, 1, 1), date(2025, 1, 1))).listed == "yes"
    assert reference.listed("BANK_SEPAH", "iran", day).listed == "no_longer"


def test_russia_is_a_regime_without_a_rule(reference: Reference) -> None:
    assert not [one for one in reference.provisions if one.regime == "russia"]
    assert reference.regimes["russia"].status == "no UN sanctions regime"


def test_texts_of_other_bodies_are_no_provisions(reference: Reference) -> None:
    assert {one.body for one in reference.not_provisions} == {"Security Council", "General Assembly", "none"}
    assert {one.number for one in reference.not_provisions if one.body == "General Assembly"} == {None}


def test_heavy_arms_of_the_dprk_and_iran_rules_are_those_of_the_register(reference: Reference) -> None:
    categories = {
        item: {code.code for code in codes if code.scheme == "un_register"}
        for item, codes in reference.classifications.items()
    }
    assert {code for codes in categories.values() for code in codes} == set("1234567")
    for name in ("1718:8(a)(i)", "1929:8"):
        (rule,) = limbs(reference, name, "arms_import")
        (goods,) = [one for one in rule.elements if one.test == "item_in"]
        parts = {"missile_component", "arms_component", "artillery_shell", "tank_shell"}
        whole = {item for item, codes in categories.items() if codes} - {"attack_drone", "missile_launcher"}
        assert set(goods.values) - parts == whole
