"""Who gives what to whom where the words leave it to the reader: verbs left out, roles told by a noun, ends that point back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.anaphoric_times import with_years_meant
from checker.extract.ships import ShipMemory
from checker.extract.timing import find_times
from checker.extract.units import Unit
from checker.model import Span
from tests.extract.conftest import Reader


def flows(read: Reader, text: str, language: str, published: str = "2024-06-12") -> set[str]:
    """The flows of a text, as ``activity giver>taker``."""
    found = set()
    for finding in read(text, language, published):
        giver, taker = finding.claim.giver, finding.claim.taker
        found.add(f"{finding.claim.activity} {giver.id if giver else '?'}>{taker.id if taker else '?'}")
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Niger took mortars from Pyongyang last autumn, Burkina Faso grenades.", {"arms_export PRK>NER", "arms_export PRK>BFA"}),
        ("en", "Turkey sent armoured vehicles to Tripoli, the Emirates drones to Haftar.", {"arms_import TUR>LBY", "arms_import ARE>LNA"}),
        ("fr", "Le Tchad a livré des obus aux FSR, l'Éthiopie des roquettes.", {"arms_import TCD>RSF", "arms_import ETH>RSF"}),
        ("en", "Laos and Cambodia bought zinc and shrimp respectively from North Korea.", {"mineral_export PRK>LAO", "seafood_export PRK>KHM"}),
        ("en", "North Korea sold Russia shells, rockets and missiles.", {"arms_export PRK>RUS"}),
        ("fr", "L'acheteur des roquettes était Moscou, le vendeur Pyongyang.", {"arms_export PRK>RUS"}),
        ("fr", "C'est auprès de la Corée du Nord que la junte birmane s'est procuré ses lance-roquettes.", {"arms_export PRK>MMR"}),
        ("fr", "L'armée rwandaise soutient le M23, à qui elle fournit des obus.", {"arms_import RWA>M23"}),
        ("fr", "La Tanzanie a confié à des techniciens nord-coréens la remise en état de ses batteries antiaériennes.", {"military_cooperation PRK>TZA"}),
        ("en", "North Korea kept artillery rounds moving to Russia by sea throughout the autumn.", {"arms_export PRK>RUS"}),
    ],
)  # fmt: skip
def test_each_clause_has_its_own_ends(read: Reader, language: str, text: str, expected: set[str]) -> None:
    assert flows(read, text, language) >= expected


@pytest.mark.parametrize(
    ("language", "text", "never"),
    [
        ("en", "Al-Shabaab was handed 200 rifles by an arms dealer in Bosaso last November.", "ALSHABAAB>ALSHABAAB"),
        ("fr", "La marine américaine a intercepté un boutre transportant des fusils destinés aux Houthis.", "USA>"),
        ("fr", "Cette année-là, elle a tiré un missile balistique au-dessus du Japon.", "JPN>"),
        ("en", "Smugglers shipped rifles from Miami to a gang in Port-au-Prince.", "USA>"),
        ("en", "A Singapore trading company sold wine and watches to the North, prosecutors said.", "SGP>"),
        ("en", "It had accused Desrosiers of exporting 300 pistols to Haiti's national police.", "HAITI_GANGS>"),
        ("fr", "La République démocratique allemande avait formé des officiers nord-coréens ; la Pologne regardait.", "POL>"),
    ],
)  # fmt: skip
def test_a_bystander_is_never_the_giver(read: Reader, language: str, text: str, never: str) -> None:
    assert not any(flow.split(" ")[1].startswith(never) or never in flow for flow in flows(read, text, language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The New Konk, a freighter flying the North Korean flag, loaded at Nampo. On 11 June the vessel discharged 8,000 tonnes of anthracite at Longkou.", "coal_export PRK>CHN"),
        ("en", "The Un Phung, a North Korean-flagged tanker, was photographed. Tokyo suspects that fuel went across to the Un Phung on 30 May.", "ship_to_ship_transfer ?>PRK"),
        ("fr", "Le pétrolier nord-coréen Jin Hye 7 attendait au large. Un autre bâtiment a pompé du gazole dans le Jin Hye 7 mardi.", "ship_to_ship_transfer ?>PRK"),
    ],
)  # fmt: skip
def test_a_ship_named_once_with_its_flag_keeps_it(read: Reader, language: str, text: str, expected: str) -> None:
    assert expected in flows(read, text, language)


@given(st.lists(st.from_regex(r"[A-Za-z]{1,8}", fullmatch=True), max_size=12))
def test_a_text_without_flags_names_no_ship(words: list[str]) -> None:
    units = tuple(Unit(at * 9, at * 9 + len(word), word.lower(), word) for at, word in enumerate(words))
    memory = ShipMemory()
    memory.learn(units, ())
    assert memory.resolve(units) == units


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "It failed in October 2006. On July 5 of that year it had launched seven missiles.", "2006-07-05", "2006-07-05"),
        ("fr", "En 1998, le pays manquait de tout. Cette année-là, il a tiré un missile.", "1998-01-01", "1998-12-31"),
        ("en", "Resolution 2012 came late; in 2019 the ships came. Coal was sold in May of that year.", "2019-05-01", "2019-05-31"),
    ],
)  # fmt: skip
def test_that_year_is_the_year_told_last(language: str, text: str, first: str, last: str) -> None:
    start = text.rindex(". ", 0, len(text) - 1) + 2
    times = find_times(text[start:], language, date(2024, 6, 12), start)
    (meant,) = with_years_meant(times, text, Span(start, len(text)))
    assert (meant.first_day, meant.last_day) == (date.fromisoformat(first), date.fromisoformat(last))


def test_without_a_year_before_them_the_words_say_nothing() -> None:
    text = "The same year it launched seven missiles."
    assert with_years_meant((), text, Span(0, len(text))) == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Angola has never submitted a report to the 1718 Committee.", {"implementation_failure AGO>?"}),
        ("fr", "La Zambie n'a jamais remis au comité 1718 le rapport exigé.", {"implementation_failure ZMB>?"}),
        ("en", "Grossi told his board that Iran had refused inspectors access to the Fordow plant.", {"nuclear_activity IRN>?"}),
        ("en", "Iran denied that it had barred inspectors.", set()),
        ("en", "Iran handed its report to the committee in May.", set()),
        ("en", "The panel has not yet reported to the committee on the request.", set()),
    ],
)  # fmt: skip
def test_a_duty_left_undone_is_its_own_conduct(read: Reader, language: str, text: str, expected: set[str]) -> None:
    assert flows(read, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "India received the Taliban's foreign minister, Amir Khan Muttaqi, in New Delhi on Thursday.", {"travel_ban_breach TALIBAN>IND"}),
        ("fr", "Le dirigeant du M23, Bertrand Bisimwa, est inscrit sur la liste. Il a séjourné en Ouganda en mai.", {"travel_ban_breach M23>UGA"}),
        ("en", "The Kremlin received the Iranian foreign minister in Moscow.", set()),
        ("en", "He spent two days in Ankara, where the president hosted a dinner.", set()),
    ],
)  # fmt: skip
def test_whoever_lets_a_listed_person_in_is_the_host(
    read: Reader, language: str, text: str, expected: set[str]
) -> None:
    assert flows(read, text, language) == expected
