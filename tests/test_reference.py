"""The law as it stood on a day: the dates and paragraphs that are most often got wrong, and how tables load."""

from __future__ import annotations

import csv
import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from checker import bundle
from checker.errors import TableError
from checker.model import Binding, Force, Period, Provision
from checker.reference import Reference, load_reference

DAY = timedelta(days=1)
NO, YES, PARTLY, DISPUTED, UNCONFIRMED = Force.NO, Force.YES, Force.PARTLY, Force.DISPUTED, Force.UNCONFIRMED


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def limb(reference: Reference, name: str, activity: str, direction: str = "") -> Provision:
    found = [p for p in reference.by_id(name) if p.activity == activity and direction in ("", p.direction)]
    assert len(found) == 1, (name, activity, found)
    return found[0]


def force_on(reference: Reference, name: str, activity: str, day: str, direction: str = "") -> Force:
    when = date.fromisoformat(day)
    return reference.force(limb(reference, name, activity, direction), Period(when, when)).force


@pytest.mark.parametrize(
    ("name", "activity", "direction", "day", "force"),
    [
        ("2231:Annex B 4(a)", "arms_export", "from_target", "2022-08-19", YES),
        ("2231:Annex B 4(a)", "arms_export", "from_target", "2023-10-17", YES),
        ("2231:Annex B 4(a)", "arms_export", "from_target", "2023-10-18", NO),
        ("2231:Annex B 4(a)", "ballistic_missile_transfer", "from_target", "2023-10-18", NO),
        ("2231:Annex B 6(b)", "arms_export", "", "2020-10-17", YES),
        ("2231:Annex B 6(b)", "arms_export", "", "2020-10-18", NO),
        ("2231:Annex B 5", "arms_import", "", "2020-10-18", NO),
        ("2231:Annex B 6(c)", "asset_freeze_breach", "", "2023-10-17", YES),
        ("2231:Annex B 6(e)", "travel_ban_breach", "", "2020-10-18", NO),
        ("1747:5", "arms_export", "", "2016-01-15", YES),
        ("1747:5", "arms_export", "", "2016-01-16", NO),
        ("1747:5", "arms_export", "", "2025-09-27", NO),
        ("1747:5", "arms_export", "", "2025-09-28", DISPUTED),
        ("1929:8", "arms_import", "", "2025-09-28", DISPUTED),
        ("1929:9", "ballistic_missile_launch", "", "2015-10-10", YES),
        ("1929:9", "ballistic_missile_launch", "", "2025-09-28", DISPUTED),
        ("2231:Annex B 3", "ballistic_missile_launch", "", "2023-10-18", NO),
        ("2397:8", "worker_repatriation", "", "2017-12-21", NO),
        ("2397:8", "worker_repatriation", "", "2017-12-22", YES),
        ("2397:8", "worker_repatriation", "", "2026-11-23", YES),
        ("2375:17", "worker_authorisation", "", "2017-09-10", NO),
        ("2375:17", "worker_authorisation", "", "2017-09-11", YES),
        ("2371:11", "worker_authorisation", "", "2017-09-10", YES),
        ("2371:11", "worker_authorisation", "", "2017-09-11", NO),
        ("2375:14", "refined_petroleum_import", "", "2017-09-30", NO),
        ("2375:14", "refined_petroleum_import", "", "2017-10-01", YES),
        ("2375:14", "refined_petroleum_import", "", "2017-12-31", YES),
        ("2397:5", "refined_petroleum_import", "", "2017-12-31", NO),
        ("2397:5", "refined_petroleum_import", "", "2018-01-01", YES),
        ("2375:15", "crude_oil_import", "", "2017-12-21", YES),
        ("2397:4", "crude_oil_import", "", "2017-12-22", YES),
        ("2270:29", "coal_export", "", "2016-03-01", NO),
        ("2270:29", "coal_export", "", "2016-03-02", YES),
        ("2270:29", "coal_export", "", "2016-11-29", YES),
        ("2321:26", "coal_export", "", "2016-11-30", YES),
        ("2321:26", "coal_export", "", "2017-08-04", YES),
        ("2371:8", "coal_export", "", "2017-08-04", NO),
        ("2371:8", "coal_export", "", "2017-08-05", YES),
        ("2321:29", "statue_export", "", "2016-11-29", NO),
        ("2321:29", "statue_export", "", "2016-11-30", YES),
        ("1874:2", "ballistic_missile_launch", "", "2009-06-11", NO),
        ("1874:2", "ballistic_missile_launch", "", "2009-06-12", YES),
        ("2216:14", "arms_import", "", "2024-05-01", YES),
        ("2624:5", "arms_import", "", "2022-02-27", NO),
        ("2624:5", "arms_import", "", "2022-02-28", YES),
        ("1701:15(a)", "arms_import", "", "2024-05-01", YES),
        ("1970:9", "arms_import", "", "2026-11-23", YES),
        ("1970:10", "arms_export", "", "2026-11-23", YES),
        ("733:5", "arms_import", "", "2023-11-30", YES),
        ("733:5", "arms_import", "", "2023-12-01", NO),
        ("2713:4", "arms_import", "", "2023-12-01", YES),
        ("2036:22", "charcoal_export", "", "2026-11-23", YES),
        ("2127:54", "arms_import", "", "2024-07-29", YES),
        ("2127:54", "arms_import", "", "2024-07-30", NO),
        ("2745:2", "arms_import", "", "2024-07-30", YES),
        ("2653:11", "arms_import", "", "2022-10-21", YES),
        ("2699:14", "arms_import", "", "2024-10-17", YES),
        ("2752:2", "arms_import", "", "2024-10-17", NO),
        ("2752:2", "arms_import", "", "2024-10-18", YES),
        ("1493:20", "arms_import", "", "2008-03-30", YES),
        ("1807:1", "arms_import", "", "2008-03-31", YES),
        ("2428:4", "arms_import", "", "2018-07-12", NO),
        ("2428:4", "arms_import", "", "2018-07-13", YES),
    ],
)
def test_a_paragraph_binds_on_its_days(
    reference: Reference, name: str, activity: str, direction: str, day: str, force: Force
) -> None:
    assert force_on(reference, name, activity, day, direction) is force


@pytest.mark.parametrize(
    ("name", "activity", "last_seen"),
    [
        ("2428:4", "arms_import", "2026-05-31"),
        ("1807:1", "arms_import", "2026-07-01"),
        ("2745:2", "arms_import", "2026-07-31"),
        ("1591:7", "arms_import", "2026-09-12"),
        ("1556:7", "arms_import", "2026-09-12"),
        ("2752:2", "arms_import", "2026-10-17"),
        ("2653:6", "asset_freeze_breach", "2026-10-17"),
        ("2140:11", "asset_freeze_breach", "2026-11-14"),
        ("2146:10(a)", "oil_export", "2026-05-01"),
    ],
)
def test_a_renewal_not_seen_is_unconfirmed_and_never_lapsed(
    reference: Reference, name: str, activity: str, last_seen: str
) -> None:
    day = date.fromisoformat(last_seen)
    after = reference.force(limb(reference, name, activity), Period(day + DAY, day + DAY))
    assert force_on(reference, name, activity, last_seen) is YES
    assert (after.force, after.day) == (UNCONFIRMED, day)


def test_no_missile_or_arms_rule_of_the_iran_regime_binds_between_october_2023_and_the_restoration(
    reference: Reference,
) -> None:
    codes = {
        "arms_export",
        "arms_import",
        "ballistic_missile_transfer",
        "ballistic_missile_launch",
        "military_training",
    }
    for day in (date(2023, 10, 18), date(2024, 8, 1), date(2025, 9, 27)):
        live = {
            found.provision.id
            for found in reference.in_force(day)
            if found.provision.regime == "iran" and found.provision.is_rule and found.provision.activity in codes
        }
        assert live == set()


def test_the_nuclear_limits_on_iran_bound_until_the_eve_of_the_restoration(reference: Reference) -> None:
    assert force_on(reference, "2231:Annex B 2", "wmd_related_transfer", "2025-09-27") is YES
    assert force_on(reference, "2231:Annex B 2", "wmd_related_transfer", "2025-09-28") is NO


@pytest.mark.parametrize(
    ("regime", "last_day"), [("mali", "2023-08-31"), ("eritrea", "2018-11-13"), ("cote_divoire", "2016-04-27")]
)
def test_nothing_binds_once_a_regime_has_ended(reference: Reference, regime: str, last_day: str) -> None:
    last = date.fromisoformat(last_day)
    rules = [p for p in reference.provisions if p.regime == regime and p.is_rule]
    assert any(reference.force(p, Period(last, last)).force is YES for p in rules)
    assert all(reference.force(p, Period(last + DAY, last + DAY)).force is NO for p in rules)


def test_small_arms_for_the_dprk_were_open_until_the_first_of_march_2016(reference: Reference) -> None:
    rule = limb(reference, "1874:10", "arms_import")

    def covers(item: str, day: date) -> bool:
        live = [e for e in rule.elements if (e.first_day or day) <= day <= (e.last_day or day)]
        return all(any(reference.is_a(item, value) for value in e.values) for e in live)

    assert not covers("assault_rifle", date(2016, 3, 1))
    assert covers("assault_rifle", date(2016, 3, 2))
    assert covers("howitzer", date(2016, 3, 1))
    assert force_on(reference, "2270:6", "arms_import", "2016-03-01") is NO


def first_cited(reference: Reference, regime: str, activity: str, direction: str, day: str, item: str = "") -> str:
    when = date.fromisoformat(day)
    for found in reference.rules(activity, Period(when, when)):
        provision = found.provision
        if provision.regime != regime or provision.direction != direction or found.force.force is NO:
            continue
        elements = [e for e in provision.elements if (e.first_day or when) <= when <= (e.last_day or when)]
        goods = [e for e in elements if e.test == "item_in"]
        if not item or all(any(reference.is_a(item, value) for value in e.values) for e in goods):
            return provision.id
    return ""


@pytest.mark.parametrize(
    ("regime", "activity", "direction", "day", "item", "first"),
    [
        ("dprk", "arms_export", "from_target", "2022-09-01", "artillery_shell", "1718:8(b)"),
        ("dprk", "arms_export", "from_target", "2008-01-01", "tank", "1718:8(b)"),
        ("dprk", "arms_import", "to_target", "2024-01-01", "tank", "1718:8(a)(i)"),
        ("dprk", "arms_import", "to_target", "2024-01-01", "rifle", "2270:6"),
        ("dprk", "arms_import", "to_target", "2012-01-01", "mortar_round", "1874:10"),
        ("dprk", "arms_import", "to_target", "2012-01-01", "rifle", ""),
        ("dprk", "ballistic_missile_transfer", "from_target", "2024-01-01", "ballistic_missile", "1718:8(b)"),
        ("dprk", "ballistic_missile_transfer", "to_target", "2024-01-01", "missile_component", "1718:8(a)(ii)"),
        ("dprk", "ballistic_missile_launch", "within", "2007-01-01", "ballistic_missile", "1718:2"),
        ("dprk", "ballistic_missile_launch", "within", "2024-05-27", "satellite", "1874:2"),
        ("dprk", "ballistic_missile_launch", "within", "2024-05-27", "cruise_missile", ""),
        ("dprk", "nuclear_test", "within", "2017-09-03", "", "1718:2"),
        ("dprk", "worker_authorisation", "from_target", "2024-01-01", "builder", "2375:17"),
        ("dprk", "worker_repatriation", "from_target", "2024-01-01", "", "2397:8"),
        ("dprk", "coal_export", "from_target", "2016-06-01", "coal", "2270:29"),
        ("dprk", "coal_export", "from_target", "2017-02-01", "coal", "2321:26"),
        ("dprk", "coal_export", "from_target", "2023-02-01", "coal", "2371:8"),
        ("dprk", "mineral_export", "from_target", "2020-01-01", "gold", "2270:30"),
        ("dprk", "mineral_export", "from_target", "2020-01-01", "copper", "2321:28"),
        ("dprk", "mineral_export", "from_target", "2020-01-01", "lead", "2371:10"),
        ("dprk", "mineral_export", "from_target", "2020-01-01", "iron_ore", "2371:8"),
        ("dprk", "mineral_export", "from_target", "2020-01-01", "magnesite", "2397:6"),
        ("dprk", "mineral_export", "from_target", "2020-01-01", "tungsten", ""),
        ("dprk", "refined_petroleum_import", "to_target", "2017-11-01", "diesel", "2375:14"),
        ("dprk", "refined_petroleum_import", "to_target", "2024-01-01", "diesel", "2397:5"),
        ("dprk", "refined_petroleum_import", "to_target", "2024-01-01", "aviation_fuel", "2270:31"),
        ("dprk", "crude_oil_import", "to_target", "2024-01-01", "crude_oil", "2397:4"),
        ("dprk", "ship_to_ship_transfer", "na", "2024-01-01", "", "2375:11"),
        ("dprk", "seafood_export", "from_target", "2024-01-01", "crab", "2371:9"),
        ("dprk", "textile_export", "from_target", "2024-01-01", "garment", "2375:16"),
        ("dprk", "textile_export", "from_target", "2024-01-01", "hair_product", ""),
        ("dprk", "statue_export", "from_target", "2024-01-01", "monument", "2321:29"),
        ("dprk", "luxury_goods", "to_target", "2024-01-01", "luxury_car", "1718:8(a)(iii)"),
        ("dprk", "vehicles_import", "to_target", "2024-01-01", "luxury_car", "2397:7"),
        ("dprk", "industrial_goods_import", "to_target", "2024-01-01", "machine_tool", "2397:7"),
        ("dprk", "joint_venture", "na", "2024-01-01", "", "2375:18"),
        ("dprk", "joint_venture", "na", "2017-08-10", "", "2371:12"),
        ("dprk", "fishing_rights", "from_target", "2024-01-01", "fishing_right", "2397:6"),
        ("dprk", "other_goods_export", "from_target", "2024-01-01", "mushroom", "2397:6"),
        ("dprk", "other_goods_export", "from_target", "2024-01-01", "cereal", ""),
        ("iran", "arms_export", "from_target", "2010-01-01", "rifle", "1747:5"),
        ("iran", "arms_export", "from_target", "2017-01-01", "rifle", "2231:Annex B 6(b)"),
        ("iran", "arms_export", "from_target", "2022-09-01", "attack_drone", "2231:Annex B 4(a)"),
        ("iran", "arms_export", "from_target", "2022-09-01", "rifle", ""),
        ("iran", "arms_export", "from_target", "2025-10-01", "rifle", "1747:5"),
        ("iran", "arms_import", "to_target", "2012-01-01", "fighter_jet", "1929:8"),
        ("iran", "arms_import", "to_target", "2012-01-01", "surface_to_air_missile", ""),
        ("iran", "arms_import", "to_target", "2018-01-01", "tank", "2231:Annex B 5"),
        ("iran", "ballistic_missile_launch", "within", "2014-01-01", "ballistic_missile", "1929:9"),
        ("iran", "ballistic_missile_launch", "within", "2020-04-22", "satellite_launcher", "2231:Annex B 3"),
        ("libya", "arms_import", "to_target", "2020-01-01", "uav", "1970:9"),
        ("libya", "arms_export", "from_target", "2020-01-01", "rifle", "1970:10"),
        ("libya", "mercenaries", "to_target", "2020-01-01", "mercenary", "1970:9"),
        ("yemen", "arms_import", "to_target", "2023-01-01", "anti_ship_missile", "2216:14"),
        ("lebanon", "arms_import", "to_target", "2023-01-01", "rocket", "1701:15(a)"),
        ("somalia", "arms_import", "to_target", "2010-01-01", "rifle", "733:5"),
        ("somalia", "arms_import", "to_target", "2024-01-01", "rifle", "2713:4"),
        ("somalia", "charcoal_export", "from_target", "2024-01-01", "charcoal", "2036:22"),
        ("sudan", "arms_import", "to_target", "2024-01-01", "armoured_vehicle", "1591:7"),
        ("south_sudan", "arms_import", "to_target", "2024-01-01", "rifle", "2428:4"),
        ("drc", "arms_import", "to_target", "2004-01-01", "rifle", "1493:20"),
        ("drc", "arms_import", "to_target", "2006-01-01", "rifle", "1596:1"),
        ("drc", "arms_import", "to_target", "2024-01-01", "rifle", "1807:1"),
        ("car", "arms_import", "to_target", "2020-01-01", "rifle", "2127:54"),
        ("car", "arms_import", "to_target", "2025-01-01", "rifle", "2745:2"),
        ("haiti", "arms_import", "to_target", "2023-01-01", "rifle", "2653:11"),
        ("haiti", "arms_import", "to_target", "2024-01-01", "rifle", "2699:14"),
        ("haiti", "arms_import", "to_target", "2025-01-01", "howitzer", "2752:2"),
        ("taliban", "arms_import", "to_target", "2013-01-01", "rifle", "1988:1(c)"),
        ("taliban", "arms_import", "to_target", "2023-01-01", "rifle", "2255:1(c)"),
        ("isil_aq", "arms_import", "to_target", "2005-01-01", "rifle", "1390:2(c)"),
        ("isil_aq", "arms_import", "to_target", "2016-01-01", "rifle", "2253:2(c)"),
        ("isil_aq", "arms_import", "to_target", "2025-01-01", "rifle", "2734:1(c)"),
    ],
)
def test_the_paragraph_a_lawyer_would_name_first(
    reference: Reference, regime: str, activity: str, direction: str, day: str, item: str, first: str
) -> None:
    assert first_cited(reference, regime, activity, direction, day, item) == first


def test_the_paragraphs_that_work_together_name_each_other(reference: Reference) -> None:
    assert limb(reference, "1718:8(b)", "arms_export").partner == "1874:9"
    assert limb(reference, "1874:9", "arms_export").partner == "1718:8(b)"
    assert limb(reference, "2216:14", "arms_import").partner == "2624:5"


def test_2270_6_is_never_a_rule_on_arms_from_the_dprk(reference: Reference) -> None:
    assert {p.direction for p in reference.by_id("2270:6")} == {"to_target", "na"}


def test_1695_is_only_ever_considered(reference: Reference) -> None:
    assert {p.rank > 60 for p in reference.provisions if p.resolution == 1695} == {True}


def test_on_every_day_on_which_rules_bind_one_of_them_may_be_named_first(reference: Reference) -> None:
    groups: dict[tuple[str, str, str], list[Provision]] = {}
    for provision in reference.provisions:
        if provision.is_rule and provision.rank <= 60:
            groups.setdefault((provision.regime, provision.activity, provision.direction), []).append(provision)
    for key, limbs in groups.items():
        for day in {period.first_day for p in limbs for period in p.periods}:
            live = [p.rank for p in limbs if reference.force(p, Period(day, day)).force is not NO]
            assert not live or min(live) < 20, (key, day)


def test_a_request_never_ranks_before_a_duty_in_force_that_day(reference: Reference) -> None:
    for name, day in (("1747:6", "2012-01-01"), ("2321:34", "2018-01-01"), ("1874:28", "2018-01-01")):
        asked = reference.by_id(name)[0]
        when = date.fromisoformat(day)
        duties = [
            found.provision.rank
            for found in reference.rules(asked.activity, Period(when, when))
            if found.provision.regime == asked.regime
            and found.provision.binding is Binding.DECIDES
            and found.force.force is YES
        ]
        assert min(duties) < asked.rank


def test_the_deadline_for_workers_is_the_22_of_december_2019(reference: Reference) -> None:
    assert limb(reference, "2397:8", "worker_repatriation").deadline == "2019-12-22"
    assert limb(reference, "2397:8", "worker_repatriation").bound == ("host_state",)
    assert limb(reference, "2397:8", "implementation_failure").deadline == "2019-03-22;2020-03-22"


def test_disputed_paragraphs_bring_both_readings_and_who_holds_them(reference: Reference) -> None:
    day = date(2025, 10, 1)
    readings = reference.force(limb(reference, "1747:5", "arms_export"), Period(day, day)).readings
    assert [(r.holds, r.held_by) for r in readings] == [
        (False, ("IRN", "RUS", "CHN")),
        (True, ("FRA", "DEU", "GBR", "USA", "UN_SECRETARIAT")),
    ]
    assert all(r.text and r.text_fr for r in readings)


def test_the_drones_of_2022_are_contested_although_the_paragraph_was_in_force(reference: Reference) -> None:
    assert {r.holds for r in reference.contested("2231:Annex B 4(a)")} == {True, False}
    assert reference.contested("2397:8") == ()


def test_targets_include_the_organs_and_firms_of_a_state_and_no_other_state(reference: Reference) -> None:
    targets = limb(reference, "1718:8(b)", "arms_export").targets
    assert {"PRK", "KOMID", "MANSUDAE"} <= set(targets)
    assert "KOR" not in targets
    assert {"LNA", "GNU"} <= set(limb(reference, "1970:9", "arms_import").targets)


@pytest.mark.parametrize(
    ("name", "activity", "day", "exempt"),
    [
        ("1807:1", "arms_import", "2024-01-01", "FARDC"),
        ("2127:54", "arms_import", "2023-07-27", "FACA"),
        ("1701:15(a)", "arms_import", "2024-01-01", "UNIFIL"),
        ("2713:4", "arms_import", "2024-01-01", "SOM"),
        ("661:3(c)", "arms_import", "2024-01-01", "IRQ"),
    ],
)
def test_exempt_recipients_are_named_from_their_day(
    reference: Reference, name: str, activity: str, day: str, exempt: str
) -> None:
    when = date.fromisoformat(day)
    values = {
        value
        for element in limb(reference, name, activity).elements
        if element.test == "taker_not_in" and (element.first_day or when) <= when <= (element.last_day or when)
        for value in element.values
    }
    assert exempt in values


def test_the_central_african_army_was_no_exempt_recipient_the_day_before(reference: Reference) -> None:
    day = date(2023, 7, 26)
    live = [
        e
        for e in limb(reference, "2127:54", "arms_import").elements
        if e.test == "taker_not_in" and (e.first_day or day) <= day <= (e.last_day or day)
    ]
    assert [e.values for e in live] == [("MINUSCA",)]


def test_only_dprk_flagged_ships_meet_the_rule_on_transfers_at_sea(reference: Reference) -> None:
    assert [(e.test, e.values) for e in reference.by_id("2375:11")[0].elements] == [("fact", ("flag:PRK",))]


def test_darfur_is_an_element_of_the_sudan_embargo(reference: Reference) -> None:
    for name in ("1556:7", "1591:7"):
        places = [e.values for e in limb(reference, name, "arms_import").elements if e.test == "place_in"]
        assert places == [("DARFUR",)]


def test_exemptions_can_be_asked_for_a_period(reference: Reference) -> None:
    rule = limb(reference, "2270:20", "vessel_services")
    open_days = Period(date(2016, 3, 2), date(2016, 3, 2))
    closed = Period(date(2016, 11, 30), date(2016, 11, 30))
    assert [e.condition for e in reference.exemptions(rule, open_days)] == [
        "livelihood cases notified to the Committee in advance"
    ]
    assert reference.exemptions(rule, closed) == ()
    assert reference.exemptions(rule) == rule.exemptions


def test_rules_come_best_rank_first_with_every_answer(reference: Reference) -> None:
    found = reference.rules("coal_export", Period(date(2016, 11, 1), date(2017, 8, 31)))
    assert [f.provision.rank for f in found] == sorted(f.provision.rank for f in found)
    assert {f.provision.id: f.force.force for f in found} == {"2270:29": PARTLY, "2321:26": PARTLY, "2371:8": PARTLY}
    assert reference.rules("no_such_activity", Period(date(2020, 1, 1), date(2020, 1, 1))) == ()


def test_in_force_holds_what_answers_yes_disputed_or_unconfirmed(reference: Reference) -> None:
    forces = {found.force.force for found in reference.in_force(date(2026, 11, 23))}
    assert forces == {YES, DISPUTED, UNCONFIRMED}
    assert len(reference.during(Period(date(2026, 11, 23), date(2026, 11, 23)))) == len(reference.provisions)


@pytest.mark.parametrize(
    ("number", "years"),
    [
        (2397, (2017, 2017)),
        (2391, (2017, 2017)),
        (2398, (2017, 2018)),
        (1718, (2006, 2006)),
        (1, (1946, 1963)),
        (2819, (2026, 2026)),
        (2830, (2026, 2026)),
        (9143, None),
        (0, None),
        (-5, None),
    ],
)
def test_a_number_bounds_its_year(reference: Reference, number: int, years: tuple[int, int] | None) -> None:
    assert reference.year_of(number) == years


@pytest.mark.parametrize(
    ("item", "ancestor", "below"),
    [
        ("assault_rifle", "arms", True),
        ("rifle", "rifle", True),
        ("arms", "rifle", False),
        ("aviation_fuel", "refined_petroleum", False),
        ("charcoal", "coal", False),
        ("no_such_item", "arms", False),
    ],
)
def test_an_item_is_all_that_lies_above_it(reference: Reference, item: str, ancestor: str, below: bool) -> None:
    assert reference.is_a(item, ancestor) is below


def test_the_tables_say_who_they_are(reference: Reference) -> None:
    package = json.loads((bundle.folder("reference") / "datapackage.json").read_text(encoding="utf-8"))
    assert (reference.name, reference.version) == (package["name"], package["version"])
    assert reference.known_to == date(2026, 11, 23)
    assert len(reference.sha256) == 64
    assert load_reference().sha256 == reference.sha256


def test_the_tables_hold_what_was_imported(reference: Reference) -> None:
    assert len({p.id for p in reference.provisions}) == 843
    # 1231 dated rows were imported; the rest were added as texts could be read
    assert sum(len(p.periods) for p in reference.provisions) == 1247
    assert len(reference.actors) == 363
    assert "cyber_theft" in reference.activities
    assert not [p for p in reference.provisions if p.regime == "russia"]


def test_every_rule_of_a_regime_in_force_is_told_in_french(reference: Reference) -> None:
    for provision in reference.provisions:
        if provision.is_rule and reference.regimes[provision.regime].status != "ended":
            assert provision.summary_fr != provision.summary, provision.id


def test_lookups_of_what_is_not_there_are_empty(reference: Reference) -> None:
    assert reference.by_id("9999:1") == ()
    assert reference.actor("ZZZ") is None
    assert reference.actor("PRK") == reference.actors["PRK"]


def test_no_table_names_a_path_of_a_machine() -> None:
    for path in bundle.folder("reference").glob("*.*"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.:/])/(?:[a-z]+/){2}", text), "an absolute path"


def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    for path in bundle.folder("reference").glob("*.*"):
        shutil.copy(path, folder)
    return folder


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "periods.csv",
            "2017-08-05",
            "2017-08-32",
            "periods.csv, row .*, column first_day: '2017-08-32' is not a day",
        ),
        ("provisions.csv", ",prohibition,", ",ban,", "provisions.csv, row .*, column kind: 'ban' is not one of"),
        ("provisions.csv", "id,regime", "id,system", "provisions.csv, row 1: the column regime is missing"),
        ("items.csv", "aerial_bomb,", "aerial_bomb,x,", "items.csv, row 2: 5 cells instead of 4"),
        ("resolutions.csv", "181,", "one,", "resolutions.csv, row 2, column number: 'one' is not a whole number"),
        ("provisions.csv", "\n217:8,", "\n217:9,", "column id: no paragraph '217:8' in provisions.csv"),
        ("periods.csv", "\n217:8,arms_import", "\n217:8,arms_export", "no period for the limb"),
        ("regimes.csv", "\ndprk,", "\nnorth,", "no regime 'dprk' in regimes.csv"),
        ("datapackage.json", '"known_to"', '"known"', "datapackage.json needs name, version and known_to"),
        ("datapackage.json", "2026-11-23", "soon", "datapackage.json needs name, version and known_to"),
    ],
    ids=[
        *(
            "a day",
            "a word",
            "a column",
            "a width",
            "a number",
            "a paragraph",
            "a period",
            "a regime",
            "a key",
            "known to",
        ),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    folder = copied(tmp_path)
    edit(folder, file, old, new)
    with pytest.raises(TableError, match=message):
        load_reference(folder)


def test_missing_and_undecodable_tables_are_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "items.csv").write_bytes(b"id,parent,name_en,name_fr\n\xff\xfe,,a,b\n")
    with pytest.raises(TableError, match=r"items\.csv is not UTF-8 text"):
        load_reference(folder)
    (folder / "items.csv").write_text('id,parent,name_en,name_fr\n"a"b,,c,d\n', encoding="utf-8")
    with pytest.raises(TableError, match=r"items\.csv: "):
        load_reference(folder)
    (folder / "items.csv").unlink()
    with pytest.raises(TableError, match=r"items\.csv is missing from tables"):
        load_reference(folder)
    (folder / "datapackage.json").unlink()
    with pytest.raises(TableError, match=r"datapackage\.json is missing from tables"):
        load_reference(folder)


def rows_of(file: str) -> list[dict[str, str]]:
    with (bundle.folder("reference") / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def lay(overlay: Path, file: str, rows: list[dict[str, str]]) -> None:
    overlay.mkdir(exist_ok=True)
    with (overlay / file).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_an_overlay_replaces_all_periods_of_a_limb_and_leaves_the_others(
    reference: Reference, tmp_path: Path
) -> None:
    mine = [r for r in rows_of("periods.csv") if (r["id"], r["activity"]) == ("1747:5", "arms_export")]
    assert len(mine) == 2
    lay(tmp_path / "over", "periods.csv", [{**mine[0], "last_day": "2016-01-20"}])
    laid = load_reference(overlay=tmp_path / "over")
    assert [p.last_day for p in limb(laid, "1747:5", "arms_export").periods] == [date(2016, 1, 20)]
    assert limb(laid, "1747:6", "arms_import").periods == limb(reference, "1747:6", "arms_import").periods
    assert laid.sha256 != reference.sha256


def test_an_overlay_adds_a_renewal_and_shows_in_the_version(reference: Reference, tmp_path: Path) -> None:
    over = tmp_path / "over"
    mine = [r for r in rows_of("periods.csv") if (r["id"], r["activity"]) == ("2428:4", "arms_import")]
    lay(over, "periods.csv", [{**mine[0], "last_day": "2027-05-31"}])
    package = {"name": "sanctions-law", "version": "mine", "known_to": "2027-01-01"}
    (over / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    laid = load_reference(overlay=over)
    assert force_on(laid, "2428:4", "arms_import", "2026-12-01") is YES
    assert laid.version == f"{reference.version}+mine"
    assert laid.known_to == date(2027, 1, 1)


def test_carriage_returns_do_not_change_the_digest(reference: Reference, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    for path in folder.glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_reference(folder).sha256 == reference.sha256
