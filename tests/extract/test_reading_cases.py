"""One sentence, one lead: ways of saying things that the reader has to know, in both languages."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Reader

# language, publication day, text, activity, giver, taker, label; an empty end is one that the text does not name.
CASES = (
    # transfers at sea: the flags of the ships are all that is told
    ("en", "2019-10-01", "A tanker transferred gasoil to a North Korean vessel at sea in August 2019, the panel said.",
     "ship_to_ship_transfer", "", "PRK", "alleged_violation"),
    ("en", "2018-07-01", "A North Korean tanker received oil ship-to-ship from a Chinese tanker in June 2018.",
     "ship_to_ship_transfer", "", "PRK", "alleged_violation"),
    ("fr", "2017-12-30", "Des pétroliers russes ont ravitaillé en gazole, en pleine mer, des navires nord-coréens en octobre 2017.",
     "ship_to_ship_transfer", "", "PRK", "alleged_violation"),
    ("fr", "2020-05-01", "Un navire nord-coréen a transféré sa cargaison de charbon à un navire chinois au large de Ningbo.",
     "ship_to_ship_transfer", "PRK", "CHN", "alleged_violation"),
    # hired fighters
    ("en", "2020-08-01", "Turkey flew several thousand Syrian fighters to Libya between January and June 2020, the experts say.",
     "mercenaries", "TUR", "LBY", "alleged_violation"),
    ("en", "2021-06-01", "Russia has deployed Wagner mercenaries to the Central African Republic.",
     "mercenaries", "RUS", "CAF", "alleged_violation"),
    ("fr", "2025-03-18", "Quelque 1 500 mercenaires de Wagner engagés en 2022 auprès des forces de Bangui, selon les experts.",
     "mercenaries", "WAGNER", "CAF", "alleged_violation"),
    # journeys of listed people
    ("en", "2024-06-15", "The sanctioned Taliban interior minister flew to Abu Dhabi in June; no exemption had been granted by the UN committee.",
     "travel_ban_breach", "TALIBAN", "ARE", "alleged_violation"),
    ("en", "2024-06-15", "The sanctioned Taliban interior minister flew to Abu Dhabi in June; an exemption had been granted by the UN committee.",
     "travel_ban_breach", "TALIBAN", "ARE", "permitted"),
    ("fr", "2024-06-15", "Un ministre taliban sanctionné par l'ONU est entré au Qatar en mars sans dérogation du comité.",
     "travel_ban_breach", "TALIBAN", "QAT", "alleged_violation"),
    # what X calls a thing
    ("fr", "2017-09-04", "La Corée du Nord venait de faire exploser sous terre ce qu'elle appelle une bombe à hydrogène.",
     "nuclear_test", "PRK", "", "alleged_violation"),
    ("en", "2024-06-15", "North Korea fired what Seoul described as a ballistic missile on Thursday.",
     "ballistic_missile_launch", "PRK", "", "alleged_violation"),
    # the thing after the receiver, a town for its State, a thing between a verb and a name
    ("en", "2022-10-20", "Iran delivered to Hezbollah several hundred rockets.",
     "arms_import", "IRN", "HEZBOLLAH", "alleged_violation"),
    ("en", "2020-07-10", "A Turkish frigate escorted a freighter as it carried tanks to Misrata in May 2020, the French navy said.",
     "arms_import", "TUR", "LBY", "alleged_violation"),
    ("en", "2018-05-01", "Boats smuggled charcoal from Kismayo to Dubai, the monitors said.",
     "charcoal_export", "SOM", "ARE", "alleged_violation"),
    # causatives, epithets with a nationality, pronouns over a sentence without conduct
    ("fr", "2024-06-15", "Le Hezbollah se fait livrer des roquettes par l'Iran.",
     "arms_import", "IRN", "HEZBOLLAH", "alleged_violation"),
    ("fr", "2019-09-05", "La Chine continue d'acheter à son voisin nord-coréen des vêtements.",
     "textile_export", "PRK", "CHN", "alleged_violation"),
    ("fr", "2020-12-01", "La Turquie nie tout. Elle a pourtant livré des drones Bayraktar au gouvernement de Tripoli, selon les experts.",
     "arms_import", "TUR", "LBY", "alleged_violation"),
    ("fr", "2024-07-20", "Le Rwanda conteste. Son armée a fourni des mortiers au M23, écrivent les experts.",
     "arms_import", "RWA", "M23", "alleged_violation"),
    # people sent home and people at work
    ("en", "2018-12-01", "Angola put the last 154 North Korean builders on a flight home in November 2018.",
     "worker_repatriation", "PRK", "AGO", "permitted"),
    ("en", "2021-05-01", "About 2,000 North Koreans work in Senegal's construction sector, according to the panel.",
     "worker_repatriation", "PRK", "SEN", "alleged_violation"),
    ("fr", "2024-11-12", "Des soldats nord-coréens ont combattu à Koursk aux côtés des forces russes, selon l'Otan.",
     "military_cooperation", "PRK", "RUS", "alleged_violation"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "day", "text", "activity", "giver", "taker", "label"), CASES)
def test_the_sentence_gives_the_lead(
    read: Reader, language: str, day: str, text: str, activity: str, giver: str, taker: str, label: str
) -> None:
    found = [
        (
            next((m.match.provision.activity for m in one.assessed), one.claim.activities[0]),
            one.claim.giver.id if one.claim.giver else "",
            one.claim.taker.id if one.claim.taker else "",
            str(one.label),
        )
        for one in read(text, language, day)
    ]
    assert (activity, giver, taker, label) in found


NO_LEADS = (
    ("en", "Vladimir Putin flew to Beijing on Thursday."),
    ("en", "The Taliban said a delegation of Chinese engineers arrived in Kabul."),
    ("en", "Foreign volunteers are fighting in Ukraine."),
    ("en", "Kim Jong Un travelled to Vladivostok by train in September 2023."),
    ("fr", "Le président français s'est rendu à Pékin jeudi."),
)


@pytest.mark.parametrize(("language", "text"), NO_LEADS)
def test_the_sentence_gives_no_lead(read: Reader, language: str, text: str) -> None:
    assert [str(one.label) for one in read(text, language) if str(one.label) not in ("no_provision",)] == []


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "North Korea has shipped munitions to Russia since August 2023, Seoul says.", "2023-08-01"),
        ("fr", "Pyongyang a expédié des munitions à la Russie depuis août 2023, estime Séoul.", "2023-08-01"),
        ("en", "Since August 2023, North Korea has shipped munitions to Russia, Seoul says.", "2023-08-01"),
    ],
)
def test_since_opens_the_days_of_the_conduct(read: Reader, language: str, text: str, first: str) -> None:
    (found,) = read(text, language, "2024-10-11")
    assert found.claim.period.first_day.isoformat() == first
    assert found.claim.period.last_day.isoformat() == "2024-10-11"


def test_a_day_of_a_rule_or_of_a_listing_is_no_day_of_conduct(read: Reader) -> None:
    (found,) = read(
        "A Taliban minister, listed by the UN back in 2001, flew to the United Arab Emirates in March.", "en"
    )
    assert found.claim.period.first_day.isoformat() == "2024-03-01"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Rwanda has supplied the M23 with mortars, the UN panel of experts wrote.", "UN_PANEL"),
        ("fr", "D'après le Groupe d'experts de l'ONU, le Rwanda a fourni des mortiers au M23.", "UN_PANEL"),
        ("fr", "Le Rwanda a fourni des mortiers au M23, d’après Washington.", "USA"),
    ],
)
def test_the_speaker_is_whoever_stands_beside_the_verb_of_saying(
    read: Reader, language: str, text: str, speaker: str
) -> None:
    (found,) = read(text, language)
    assert [one.id for one in found.claim.speakers] == [speaker]
    assert str(found.claim.status) == "alleged"
