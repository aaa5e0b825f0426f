"""The State accused is never the wrong one: every pair of States, in both orders, through every way of telling a flow.

What is compared is the exact set of (giver, taker) of all claims that a sentence gives: the right pair, and no other.
"""

from __future__ import annotations

import pytest

from tests.extract.conftest import Reader

# Pairs that are easily exchanged, and pairs of a target with a partner; each is swept in both orders.
PAIRS = (
    ("PRK", "RUS"),
    ("PRK", "KOR"),
    ("IRN", "SYR"),
    ("COD", "COG"),
    ("SDN", "SSD"),
    ("NER", "NGA"),
    ("RWA", "COD"),
)
# name, adjective
ENGLISH = {
    "PRK": ("North Korea", "North Korean"), "KOR": ("South Korea", "South Korean"), "RUS": ("Russia", "Russian"),
    "IRN": ("Iran", "Iranian"), "SYR": ("Syria", "Syrian"), "RWA": ("Rwanda", "Rwandan"),
    "COD": ("the Democratic Republic of the Congo", ""), "COG": ("the Republic of the Congo", ""),
    "SDN": ("Sudan", "Sudanese"), "SSD": ("South Sudan", "South Sudanese"), "NER": ("Niger", "Nigerien"), "NGA": ("Nigeria", "Nigerian"),
}  # fmt: skip
# name, with de, with à, adjective (feminine)
FRENCH = {
    "PRK": ("la Corée du Nord", "de la Corée du Nord", "à la Corée du Nord", "nord-coréenne"),
    "KOR": ("la Corée du Sud", "de la Corée du Sud", "à la Corée du Sud", "sud-coréenne"),
    "RUS": ("la Russie", "de la Russie", "à la Russie", "russe"),
    "IRN": ("l'Iran", "de l'Iran", "à l'Iran", "iranienne"),
    "SYR": ("la Syrie", "de la Syrie", "à la Syrie", "syrienne"),
    "RWA": ("le Rwanda", "du Rwanda", "au Rwanda", "rwandaise"),
    "COD": ("la République démocratique du Congo", "de la République démocratique du Congo", "à la République démocratique du Congo", ""),
    "COG": ("la République du Congo", "de la République du Congo", "à la République du Congo", ""),
    "SDN": ("le Soudan", "du Soudan", "au Soudan", "soudanaise"),
    "SSD": ("le Soudan du Sud", "du Soudan du Sud", "au Soudan du Sud", "sud-soudanaise"),
    "NER": ("le Niger", "du Niger", "au Niger", "nigérienne"),
    "NGA": ("le Nigeria", "du Nigeria", "au Nigeria", "nigériane"),
}  # fmt: skip

# {s} gives to {b}; {S}, {B} begin a sentence; {sa}, {ba} are adjectives.
IN_ENGLISH = {
    "active": "{S} sold artillery shells to {b} in May.",
    "active, two objects": "{S} sent {b} artillery shells in May.",
    "perfect": "{S} has delivered rifles to {b}, diplomats say.",
    "passive": "Artillery shells were shipped to {b} by {s} in May.",
    "passive, agent first": "Artillery shells were shipped by {s} to {b} in May.",
    "passive of the receiver": "{B} was supplied with rifles by {s} in May.",
    "nominal": "Deliveries of rifles by {s} to {b} went on in May, diplomats say.",
    "nominal with from": "Arms shipments from {s} to {b} went on in May, diplomats say.",
    "nominal with genitive": "{S}'s sale of rifles to {b} was reported in May.",
    "relative to the giver": "{S}, which sold rifles to {b} in May, kept silent.",
    "relative to the receiver": "{B}, to which {s} sold rifles in May, kept silent.",
    "relative to the thing": "The rifles that {s} sold to {b} in May were new.",
    "reduced relative": "Rifles sold to {b} by {s} turned up in May.",
    "buyer's view": "{B} bought rifles from {s} in May.",
    "buyer's view, procure": "{B} procured rifles from {s} in May.",
    "buyer's view, receive": "{B} received rifles from {s} in May.",
    "buyer's view, passive": "Rifles were bought from {s} by {b} in May.",
    "buyer's view, relative": "{B}, which bought rifles from {s} in May, kept silent.",
    "buyer's noun": "{B}'s purchase of rifles from {s} was reported in May.",
    "reported": "Diplomats said that {s} had sold rifles to {b} in May.",
    "accused": "Diplomats accused {s} of selling rifles to {b} in May.",
    "infinitive": "{S} is believed to have sold rifles to {b} in May.",
    "adjective of the giver": "The {sa} army sent rifles to {b} in May.",
    "adjective of the receiver": "{S} sent rifles to the {ba} army in May.",
    "time first": "In May, {s} sold rifles to {b}.",
}  # fmt: skip
IN_FRENCH = {
    "active": "{S} a vendu des obus d'artillerie {à_b} en mai.",
    "active, receiver first": "{S} a livré {à_b} des obus d'artillerie en mai.",
    "press conditional": "{S} aurait livré des fusils {à_b} en mai.",
    "passive": "Des obus d'artillerie ont été livrés {à_b} par {s} en mai.",
    "passive, agent first": "Des obus d'artillerie ont été livrés par {s} {à_b} en mai.",
    "passive of the receiver": "{B} a été approvisionné en fusils par {s} en mai.",
    "se voir": "{B} s'est vu livrer des fusils par {s} en mai.",
    "causative": "{B} s'est fait livrer des fusils par {s} en mai.",
    "nominal": "Les livraisons de fusils {de_s} {à_b} ont continué en mai, selon des diplomates.",
    "nominal with par": "La vente de fusils {à_b} par {s} a été révélée en mai.",
    "relative to the giver": "{S}, qui a vendu des fusils {à_b} en mai, garde le silence.",
    "relative to the thing": "Les fusils que {s} a vendus {à_b} en mai étaient neufs.",
    "reduced relative": "Des fusils vendus {à_b} par {s} sont apparus en mai.",
    "buyer's view": "{B} a acheté des fusils {à_s} en mai.",
    "buyer's view, se procurer": "{B} s'est procuré des fusils auprès {de_s} en mai.",
    "buyer's view, se fournir": "{B} s'est fourni en fusils auprès {de_s} en mai.",
    "buyer's view, receive": "{B} a reçu des fusils {de_s} en mai.",
    "buyer's view, relative": "{B}, qui a acheté des fusils {à_s} en mai, garde le silence.",
    "buyer's noun": "L'achat de fusils par {b} {à_s} a été révélé en mai.",
    "reported": "Des diplomates affirment que {s} a vendu des fusils {à_b} en mai.",
    "accused": "Des diplomates accusent {s} d'avoir vendu des fusils {à_b} en mai.",
    "infinitive": "{S} est soupçonné d'avoir vendu des fusils {à_b} en mai.",
    "adjective of the giver": "L'armée {sa} a envoyé des fusils {à_b} en mai.",
    "adjective of the receiver": "{S} a envoyé des fusils à l'armée {ba} en mai.",
    "time first": "En mai, {s} a vendu des fusils {à_b}.",
}  # fmt: skip
OPEN = frozenset({("en", "relative to the receiver"), ("en", "buyer's noun")})
"""Ways of telling that are not read yet: they may give nothing, or one end less, but never another pair."""

ORDERS = tuple(pair for one in PAIRS for pair in (one, one[::-1]))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def in_english(template: str, seller: str, buyer: str) -> str:
    (s, sa), (b, ba) = ENGLISH[seller], ENGLISH[buyer]
    if ("{sa}" in template and not sa) or ("{ba}" in template and not ba):
        return ""
    return template.format(s=s, b=b, S=_capital(s), B=_capital(b), sa=sa, ba=ba)


def in_french(template: str, seller: str, buyer: str) -> str:
    (s, de_s, à_s, sa), (b, de_b, à_b, ba) = FRENCH[seller], FRENCH[buyer]
    if ("{sa}" in template and not sa) or ("{ba}" in template and not ba):
        return ""
    return template.format(
        s=s, b=b, S=_capital(s), B=_capital(b), de_s=de_s, de_b=de_b, à_s=à_s, à_b=à_b, sa=sa, ba=ba
    )


def ends_of(read: Reader, text: str, language: str) -> set[tuple[str, str]]:
    return {
        (one.claim.giver.id if one.claim.giver else "", one.claim.taker.id if one.claim.taker else "")
        for one in read(text, language)
    }


CASES = [
    (language, name, seller, buyer, text)
    for language, templates, told in (("en", IN_ENGLISH, in_english), ("fr", IN_FRENCH, in_french))
    for name, template in templates.items()
    for seller, buyer in ORDERS
    if (text := told(template, seller, buyer))
]


@pytest.mark.parametrize(
    ("language", "name"), [("en", name) for name in IN_ENGLISH] + [("fr", name) for name in IN_FRENCH]
)
def test_the_pair_is_the_right_one_and_no_other(read: Reader, language: str, name: str) -> None:
    wrong = []
    for code, own, seller, buyer, text in CASES:
        if (code, own) != (language, name):
            continue
        found = ends_of(read, text, language)
        allowed = [{(seller, buyer)}]
        if (language, name) in OPEN:
            allowed += [set(), {(seller, "")}, {("", buyer)}]
        if found not in allowed:
            wrong.append((text, sorted(found)))
    assert wrong == []


def test_the_sweep_is_as_wide_as_it_says() -> None:
    assert len(CASES) > 600
    assert {language for language, *_ in CASES} == {"en", "fr"}
