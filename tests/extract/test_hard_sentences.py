"""Hard sentences of the specification (typology 7), told in other words of real States without Council sanctions.

Serbia, Poland and Malta stand for the three invented States there. Each case is the whole set of claims of the text.
"""

from __future__ import annotations

from datetime import date

import pytest

from checker.documents.reading import document_from_text
from checker.pipeline import Checker, check_document, load_checker

AV, PR, PO, DE = "alleged_violation", "prospective_violation", "possible_violation", "denied"
NF, PM, NP, NB = "not_in_force", "permitted", "no_provision", "not_binding"
DAY = "2024-06-12"

# number in the specification, language, publication day, text, claims
CASES = (
    (1, "en", DAY, "The North is said to have sold Serbia 3,000 shells, which would be unlawful under UN rules.",
     {("arms_export", "PRK", "SRB", AV)}),
    (2, "en", DAY, "Serbia denied on Monday that it had bought rockets from Pyongyang, as Poland had claimed.",
     {("arms_export", "PRK", "SRB", AV)}),
    (3, "en", DAY, "No rockets were ever bought from Pyongyang, the Serbian minister said.",
     {("arms_export", "PRK", "SRB", DE)}),
    (5, "en", DAY, "A UN panel found that a tanker flying Malta's flag pumped diesel into a North Korean ship off the coast last autumn.",
     {("ship_to_ship_transfer", "", "PRK", AV), ("refined_petroleum_import", "MLT", "PRK", PO)}),
    (6, "en", DAY, "The resolution bars the North from exporting coal, and buyers in Serbia know it.", set()),
    (7, "en", DAY, "Poland's navy seized 40 crates of rifles bound for the Houthis that it says came from Tehran.",
     {("arms_import", "IRN", "HOUTHI", AV)}),
    (8, "en", DAY, "Poland bought Serbian missiles from a dealer in Riga.", {("arms_export", "SRB", "POL", NP)}),
    (12, "en", DAY, "Tehran shipped missiles to Serbia in April, half a year after the ban on such transfers had lapsed.",
     {("arms_export", "IRN", "SRB", NF)}),
    (13, "en", DAY, "Had the committee not agreed, the Taliban minister's flight to Doha would have breached the ban.", set()),
    (14, "en", DAY, "Serbia accuses Poland of arming the militia in Darfur; Poland calls it a smear and says it sends only tents.",
     {("arms_import", "POL", "DARFUR_ARMED_GROUPS", AV)}),
    (16, "en", DAY, "The hostel has not been owned by the North Korean embassy since 2011, and the resolution dates from 2016.", set()),
    (20, "en", DAY, "A US resolution of 2017 makes every country send North Korean workers home, an analyst said.", set()),
    (21, "fr", DAY, "La Pologne aurait acheté des obus à Pyongyang, ce qui constituerait une infraction.",
     {("arms_export", "PRK", "POL", AV)}),
    (22, "fr", DAY, "La Pologne aurait armé le Nord si le Conseil n'avait pas voté.", set()),
    (23, "fr", DAY, "La Pologne achèterait des obus à Pyongyang depuis l'été, selon un transfuge.",
     {("arms_export", "PRK", "POL", AV)}),
    (25, "fr", DAY, "Le pays reclus s'est vu livrer trois berlines blindées par la Serbie. Pyongyang n'a rien dit.",
     {("luxury_goods", "SRB", "PRK", AV)}),
    (26, "fr", DAY, "La Serbie n'a livré au Nord que des camions, a-t-elle reconnu.",
     {("vehicles_import", "SRB", "PRK", AV)}),
    (27, "fr", DAY, "Aucun navire battant pavillon maltais n'a transbordé de charbon nord-coréen, dément Malte.",
     {("coal_export", "PRK", "MLT", DE)}),
    (28, "fr", DAY, "Des obus livrés par la Serbie aux rebelles houthis auraient servi, en mai, à bombarder le port.",
     {("arms_import", "SRB", "HOUTHI", AV)}),
    (29, "fr", DAY, "Les ventes d'armes à la Corée du Nord sont interdites depuis 2006, rappelle l'expert.", set()),
    (30, "fr", DAY, "Une résolution américaine exige que chaque État renvoie les ouvriers du Nord d'ici 2019.", set()),
    (31, "fr", "2019-12-01", "La Serbie a renvoyé ses derniers ouvriers nord-coréens le 2 novembre 2019.",
     {("worker_repatriation", "PRK", "SRB", PM)}),
    (32, "fr", DAY, "« Nous n'avons jamais vendu une cartouche au M23 », jure le ministre rwandais, que les experts de l'ONU accusent du contraire.",
     {("arms_import", "RWA", "M23", AV)}),
    (34, "fr", DAY, "La Pologne doute que Malte ait cédé les radars aux Houthis.",
     {("arms_import", "MLT", "HOUTHI", PO)}),
    (35, "fr", DAY, "Des caisses de munitions destinées au M23 ont été saisies ; leur provenance reste inconnue.",
     {("arms_import", "", "M23", PO)}),
    (36, "fr", DAY, "Selon le journal, citant des sources proches du dossier, le royaume ermite aurait exporté, par l'intermédiaire d'un courtier maltais, du charbon rebaptisé « local ». Pyongyang se tait.",
     {("coal_export", "PRK", "", AV)}),
    (37, "fr", DAY, "Le Conseil envisage d'interdire l'essence au pays reclus, ce que la Serbie approuve.", set()),
    (38, "fr", DAY, "La Serbie s'entraîne à la lutte contre la piraterie, des soldats du Nord l'ayant formée l'an passé.",
     {("military_training", "PRK", "SRB", AV)}),
)  # fmt: skip

# Read otherwise than the specification has it; none of them accuses another State than the text does.
NOT_YET = {5, 7, 14, 20, 22, 27, 32}

# What the project promised by name.
BEHAVE = (
    ("fr", "2024-06-12", "Séoul a condamné les tirs du Sud, Pyongyang a reconnu Donetsk.", {}),
    ("en", "2024-04-02", "Turkey handed rifles to the Somali National Army in March 2024.", {("TUR", "SOM"): PM}),
    ("en", "2024-04-02", "Smugglers in Yemen and Iran sold rifles to Al-Shabaab in March 2024.", {("IRN", "ALSHABAAB"): AV}),
    ("fr", "2024-04-02", "La Turquie a remis des fusils à l'armée nationale somalienne en mars 2024.", {("TUR", "SOM"): PM}),
    ("fr", "2024-04-02", "L'Érythrée a livré des fusils à Al-Chabab en mars 2024.", {("ERI", "ALSHABAAB"): AV}),
    ("en", "2024-10-01", "Iran delivered ballistic missiles to Russia in September 2024. It gave ballistic missiles to the Houthis in September 2024.",
     {("IRN", "RUS"): NF, ("IRN", "HOUTHI"): AV}),
    ("fr", "2024-10-01", "L'Iran a livré des missiles balistiques à la Russie en septembre 2024.", {("IRN", "RUS"): NF}),
    ("fr", "2024-10-01", "L'Iran a livré des missiles balistiques aux Houthis en septembre 2024.", {("IRN", "HOUTHI"): AV}),
    ("en", "2025-12-01", "Iran sold attack drones to Russia in November 2025.", {("IRN", "RUS"): PO}),
    ("fr", "2025-12-01", "L'Iran a vendu des drones d'attaque à la Russie en novembre 2025.", {("IRN", "RUS"): PO}),
    ("en", "2024-06-12", "The M23 taxes a gold mine near Rubaya, the UN experts say.", {}),
    ("fr", "2024-06-12", "Le M23 taxe une mine d'or près de Rubaya, écrivent les experts de l'ONU.", {}),
)  # fmt: skip


@pytest.fixture(scope="module")
def tables() -> Checker:
    return load_checker()


def found_in(text: str, language: str, day: str, tables: Checker) -> set[tuple[str, str, str, str]]:
    result = check_document(document_from_text(text, published=date.fromisoformat(day), language=language), tables)
    return {
        (
            one.claim.activity,
            one.claim.giver.id if one.claim.giver else "",
            one.claim.taker.id if one.claim.taker else "",
            one.label.value,
        )
        for one in result.findings
    }


@pytest.mark.parametrize(
    ("language", "day", "text", "claims"),
    [
        pytest.param(
            *case, id=str(number), marks=[pytest.mark.xfail(reason="not read yet")] if number in NOT_YET else []
        )
        for number, *case in CASES
    ],
)
def test_a_hard_sentence_is_read_as_specified(
    tables: Checker, language: str, day: str, text: str, claims: set[tuple[str, str, str, str]]
) -> None:
    assert found_in(text, language, day, tables) == claims


@pytest.mark.parametrize(
    ("number", "language", "day", "text", "claims"), [case for case in CASES if case[0] in NOT_YET]
)
def test_what_is_not_read_yet_accuses_nobody_else(
    tables: Checker, number: int, language: str, day: str, text: str, claims: set[tuple[str, str, str, str]]
) -> None:
    given = {(giver, taker) for _, giver, taker, _ in claims}
    for _, giver, taker, label in found_in(text, language, day, tables):
        if label in (AV, PR, PO):
            assert any(giver in ("", one) and taker in ("", other) for one, other in given)


@pytest.mark.parametrize(("language", "day", "text", "labels"), BEHAVE)
def test_what_was_promised_by_name(
    tables: Checker, language: str, day: str, text: str, labels: dict[tuple[str, str], str]
) -> None:
    found = {(giver, taker): label for _, giver, taker, label in found_in(text, language, day, tables)}
    flagged = {ends: label for ends, label in found.items() if label in (AV, PR, PO)}
    assert {ends: found.get(ends) for ends in labels} == labels
    assert set(flagged) <= set(labels)
