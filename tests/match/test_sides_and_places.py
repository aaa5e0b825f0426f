"""Whom a rule is aimed at, whom it exempts and where it holds: an organ of a party counts only where the rule names it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from checker.assess import _distance
from checker.match.elements import compare_element, compare_party
from checker.match.law_words import paragraph_name
from checker.match.matching import bound_parties, match_claim
from checker.model import Claim, Element, ElementState, Force, Kind, Party, Period, Provision, Status
from checker.reference import Reference, load_reference

MET, MISSING, CONTRADICTED = ElementState.MET, ElementState.MISSING, ElementState.CONTRADICTED
REFERENCE: Reference = load_reference()


def rule(name: str, activity: str = "") -> Provision:
    return next(one for one in REFERENCE.by_id(name) if not activity or one.activity == activity)


def party(name: str, organ: str = "") -> Party | None:
    return Party(name, name, name, "organ" if organ else "name", organ) if name else None


def claim(giver: str, taker: str, organ: str = "", places: tuple[str, ...] = (), day: str = "2024-05-01") -> Claim:
    when = date.fromisoformat(day)
    return Claim(
        id="c-sides", activity="arms_import", activities=("arms_import",), giver=party(giver), taker=party(taker, organ),
        actor=None, counterparty=None, items=(), quantity=(), period=Period(when, when), status=Status.ASSERTED, modality=4,
        speakers=(), denied_by=(), evidence=(), statements=(), places=places, facts=(),
    )  # fmt: skip


@pytest.mark.parametrize(("test", "taker", "organ", "state"), [
    ("taker_in", "SOM", "", CONTRADICTED),
    ("taker_in", "SOM", "SNA", CONTRADICTED),
    ("taker_in", "SOM", "ATMIS", MET),
    ("taker_in", "ATMIS", "", MET),
    ("taker_in", "", "", MISSING),
    ("taker_not_in", "SOM", "SNA", MET),
    ("taker_not_in", "SOM", "ATMIS", CONTRADICTED),
    ("taker_not_in", "", "", MISSING),
])  # fmt: skip
def test_an_organ_counts_only_where_the_rule_names_it(test: str, taker: str, organ: str, state: ElementState) -> None:
    element = Element("recipient", test, ("ATMIS", "AMISOM"))
    assert compare_element(element, claim("TUR", taker, organ), rule("733:5", "arms_import"), REFERENCE).element is state


@pytest.mark.parametrize(("places", "state"), [
    (("DONBAS",), MET),
    (("CRIMEA",), CONTRADICTED),
    (("DARFUR",), MISSING),
    (("NOWHERE_KNOWN",), MISSING),
    ((), MISSING),
])  # fmt: skip
def test_another_place_of_the_same_state_is_elsewhere_and_one_of_another_says_nothing(
    places: tuple[str, ...], state: ElementState
) -> None:
    element = Element("place", "place_in", ("DONBAS",))
    assert compare_element(element, claim("TUR", "SOM", places=places), rule("733:5"), REFERENCE).element is state


@pytest.mark.parametrize(("giver", "taker", "organ", "state"), [
    ("TUR", "SOM", "", MET),
    ("SOM", "TUR", "", MET),
    ("TUR", "KEN", "SNA", CONTRADICTED),
    ("TUR", "KEN", "SOM", MET),
    ("TUR", "", "", MISSING),
])  # fmt: skip
def test_a_rule_that_looks_at_both_ends_meets_its_side_at_either(
    giver: str, taker: str, organ: str, state: ElementState
) -> None:
    both = replace(rule("733:5", "arms_import"), direction="na", targets=("SOM",))
    assert compare_party(claim(giver, taker, organ), both, REFERENCE).element is state


def test_a_rule_that_is_aimed_at_nobody_is_met_by_anybody() -> None:
    nobody = replace(rule("733:5", "arms_import"), direction="na", targets=())
    assert compare_party(claim("TUR", "KEN"), nobody, REFERENCE).element is MET


def test_armed_groups_are_bound_where_the_rule_is_aimed_at_them() -> None:
    rows = [one for one in REFERENCE.provisions if "armed_groups" in one.bound and one.targets]
    named = replace(rows[0], bound=("armed_groups",), targets=("HEZBOLLAH",))
    assert bound_parties(claim("HEZBOLLAH", "SYR"), named, REFERENCE) == ("HEZBOLLAH",)
    assert bound_parties(claim("M23", "RWA"), named, REFERENCE) == ()


@pytest.mark.parametrize(("role", "giver", "taker", "bound"), [
    ("host_state", "PRK", "CHN", ("CHN",)),
    ("host_state", "CHN", "PRK", ()),
    ("supplier_state", "CHN", "PRK", ("CHN",)),
    ("target", "PRK", "CHN", ("PRK",)),
    ("both", "PRK", "CHN", ("PRK", "CHN")),
    ("party:CHN", "PRK", "CHN", ("CHN",)),
    ("party:RUS", "PRK", "CHN", ()),
])  # fmt: skip
def test_a_role_binds_its_side(role: str, giver: str, taker: str, bound: tuple[str, ...]) -> None:
    one = replace(rule("2397:8"), bound=(role,), targets=("PRK",))
    assert bound_parties(claim(giver, taker), one, REFERENCE) == bound


def test_a_rule_for_all_states_that_spares_nobody_named_binds_those_who_take_part() -> None:
    one = replace(rule("733:5", "arms_import"), bound=("all_member_states",), targets=("SOM", "TUR"), direction="within")
    assert one.kind is Kind.PROHIBITION
    assert bound_parties(claim("TUR", "SOM"), one, REFERENCE) == ("TUR", "SOM")
    assert bound_parties(claim("TUR", "SOM"), replace(one, kind=Kind.CAP), REFERENCE) == ()


@pytest.mark.parametrize(("basis", "force"), [("unknown", Force.UNKNOWN), ("stated", Force.PARTLY)])
def test_without_a_day_a_rule_that_changed_meanwhile_is_not_known_to_bind(basis: str, force: Force) -> None:
    first = next(iter(rule("1970:9", "arms_import").periods)).first_day
    when = Period(first - timedelta(days=30), first + timedelta(days=30), basis)
    found = match_claim(replace(claim("TUR", "LBY"), period=when), REFERENCE)
    assert {one.force.force for one in found if one.provision.id == "1970:9"} == {force}


@pytest.mark.parametrize(("paragraph", "en", "fr"), [
    ("9", "paragraph 9 of resolution 2231 (2015)", "le paragraphe 9 de la résolution 2231 (2015)"),
    ("Annex B 4(a)", "paragraph 4(a) of Annex B to resolution 2231 (2015)", "le paragraphe 4(a) de l’annexe B de la résolution 2231 (2015)"),
    ("Annex B", "Annex B to resolution 2231 (2015)", "l’annexe B de la résolution 2231 (2015)"),
    ("n/c-1", "resolution 2231 (2015) (paragraph number not confirmed)", "la résolution 2231 (2015) (numéro de paragraphe non confirmé)"),
])  # fmt: skip
def test_a_paragraph_is_named_as_it_stands_inside_a_sentence(paragraph: str, en: str, fr: str) -> None:
    named = paragraph_name(replace(rule("2231:Annex B 4(a)"), paragraph=paragraph))
    assert (named.en, named.fr) == (en, fr)


@pytest.mark.parametrize(("day", "distance"), [
    ("2020-01-10", 0),
    ("2020-01-09", 2),
    ("2020-01-20", 0),
    ("2020-01-23", 3),
])  # fmt: skip
def test_days_before_a_rule_are_further_than_days_behind_it(day: str, distance: int) -> None:
    base = rule("733:5")
    period = replace(base.periods[0], first_day=date(2020, 1, 10), last_day=date(2020, 1, 20))
    assert _distance(claim("TUR", "SOM", day=day), replace(base, periods=(period,))) == distance
    assert _distance(claim("TUR", "SOM", day=day), replace(base, periods=())) == 0
