"""The State accused is never the wrong one: countries, voice and direction are swapped over templates in both languages."""

from __future__ import annotations

from itertools import product

import pytest

SELLERS_EN = {"PRK": "North Korea", "IRN": "Iran"}
BUYERS_EN = {"RUS": "Russia", "SYR": "Syria", "ETH": "Ethiopia", "MMR": "Myanmar"}
SELLERS_FR = {"PRK": "la Corée du Nord", "IRN": "l'Iran"}
BUYERS_FR = {"RUS": "la Russie", "SYR": "la Syrie", "ETH": "l'Éthiopie", "MMR": "la Birmanie"}

TEMPLATES_EN = (
    "{s} sold artillery shells to {b} in May.",
    "{b} bought artillery shells from {s} in May.",
    "Artillery shells were shipped by {s} to {b} in May.",
    "{b} was supplied with artillery shells by {s} in May.",
    "{b}, which bought artillery shells from {s} in May, did not comment.",
    "The artillery shells that {s} sold to {b} arrived in May.",
    "Officials said {s} had delivered artillery shells to {b} in May.",
    "{s} gave {b} artillery shells in May.",
    "{b} has taken delivery of artillery shells from {s}.",
    "{s}'s deliveries of artillery shells to {b} went on in May.",
)
TEMPLATES_FR = (
    "{S} a vendu des obus d'artillerie à {b} en mai.",
    "{B} a acheté des obus d'artillerie à {s} en mai.",
    "Des obus d'artillerie ont été livrés par {s} à {b} en mai.",
    "{B} s'est vu livrer des obus d'artillerie par {s} en mai.",
    "{B}, qui a acheté des obus d'artillerie à {s} en mai, n'a rien dit.",
    "Les obus d'artillerie que {s} a vendus à {b} sont arrivés en mai.",
    "Selon des responsables, {s} aurait livré des obus d'artillerie à {b} en mai.",
    "{B} a reçu des obus d'artillerie de {s} en mai.",
    "{B} s'est procuré des obus d'artillerie auprès de {s} en mai.",
)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


CASES_EN = [(t, s, b) for t, s, b in product(TEMPLATES_EN, SELLERS_EN, BUYERS_EN)]
CASES_FR = [(t, s, b) for t, s, b in product(TEMPLATES_FR, SELLERS_FR, BUYERS_FR)]


@pytest.mark.parametrize(("template", "seller", "buyer"), CASES_EN)
def test_the_giver_gives_and_the_taker_takes_in_english(read, template, seller, buyer) -> None:
    findings = read(template.format(s=SELLERS_EN[seller], b=BUYERS_EN[buyer]), "en")
    ends = {(f.claim.giver and f.claim.giver.id, f.claim.taker and f.claim.taker.id) for f in findings}
    assert (seller, buyer) in ends
    assert (buyer, seller) not in ends


@pytest.mark.parametrize(("template", "seller", "buyer"), CASES_FR)
def test_the_giver_gives_and_the_taker_takes_in_french(read, template, seller, buyer) -> None:
    s, b = SELLERS_FR[seller], BUYERS_FR[buyer]
    text = template.format(s=s, b=b, S=_capital(s), B=_capital(b)).replace("de la Russie", "de la Russie")
    findings = read(text, "fr")
    ends = {(f.claim.giver and f.claim.giver.id, f.claim.taker and f.claim.taker.id) for f in findings}
    assert (seller, buyer) in ends
    assert (buyer, seller) not in ends


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("South Korea fired a ballistic missile on Monday.", "en", "KOR"),
        ("North Korea fired a ballistic missile on Monday.", "en", "PRK"),
        ("The South fired a ballistic missile on Monday.", "en", "KOR"),
        ("La Corée du Sud a tiré un missile balistique lundi.", "fr", "KOR"),
        ("La Corée du Nord a tiré un missile balistique lundi.", "fr", "PRK"),
        ("Le Nord a tiré un missile balistique lundi.", "fr", "PRK"),
    ],
)
def test_the_two_koreas_are_never_exchanged(read, text, language, actor) -> None:
    assert [f.claim.giver.id for f in read(text, language)] == [actor]


@pytest.mark.parametrize(
    ("text", "language", "taker"),
    [
        ("Serbia sold rifles to South Sudan's army in May.", "en", "SSD"),
        ("Serbia sold rifles to Sudan's army in May.", "en", "SDN"),
        ("Serbia sold rifles to Niger in May.", "en", "NER"),
        ("Serbia sold rifles to Nigeria in May.", "en", "NGA"),
        ("La Serbie a vendu des fusils au Soudan du Sud en mai.", "fr", "SSD"),
        ("La Serbie a vendu des fusils au Soudan en mai.", "fr", "SDN"),
        ("La Serbie a vendu des fusils à l'armée nigérienne en mai.", "fr", "NER"),
        ("La Serbie a vendu des fusils à l'armée nigériane en mai.", "fr", "NGA"),
        ("La Serbie a vendu des fusils à la République du Congo en mai.", "fr", "COG"),
        ("La Serbie a vendu des fusils à la République démocratique du Congo en mai.", "fr", "COD"),
    ],
)
def test_confusable_names_go_to_their_own_state(read, text, language, taker) -> None:
    assert {f.claim.taker.id for f in read(text, language) if f.claim.taker} == {taker}
