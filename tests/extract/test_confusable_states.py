"""States that are easily exchanged: each name in a whole sentence of both languages, and the law beside its neighbour."""

from __future__ import annotations

import pytest

from checker.reference import Reference, load_reference

# English, French (with its preposition), id
FAMILIES = {
    "Koreas": (("North Korea", "à la Corée du Nord", "PRK"), ("South Korea", "à la Corée du Sud", "KOR")),
    "Congos": (
        ("the Democratic Republic of the Congo", "à la République démocratique du Congo", "COD"),
        ("the Republic of the Congo", "à la République du Congo", "COG"),
    ),
    "Sudans": (("Sudan", "au Soudan", "SDN"), ("South Sudan", "au Soudan du Sud", "SSD")),
    "Guineas": (
        ("Guinea", "à la Guinée", "GIN"),
        ("Guinea-Bissau", "à la Guinée-Bissau", "GNB"),
        ("Equatorial Guinea", "à la Guinée équatoriale", "GNQ"),
        ("Papua New Guinea", "à la Papouasie-Nouvelle-Guinée", "PNG"),
    ),
    "Niger and Nigeria": (("Niger", "au Niger", "NER"), ("Nigeria", "au Nigeria", "NGA")),
    "Dominica and the Dominican Republic": (
        ("Dominica", "à la Dominique", "DMA"),
        ("the Dominican Republic", "à la République dominicaine", "DOM"),
    ),
    "Georgias": (("Georgia", "à la Géorgie", "GEO"),),
    "Irelands": (("Ireland", "à l’Irlande", "IRL"), ("Northern Ireland", "à l’Irlande du Nord", "GBR")),
}
NAMES = [name for family in FAMILIES.values() for name in family]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(("english", "french", "actor"), NAMES)
def test_rifles_go_to_the_state_that_is_named(read, english: str, french: str, actor: str) -> None:
    for text, language in (
        (f"Serbia sold rifles to {english} in May.", "en"),
        (f"La Serbie a vendu des fusils {french} en mai.", "fr"),
    ):
        assert {f.claim.taker.id for f in read(text, language) if f.claim.taker} == {actor}, text


@pytest.mark.parametrize(("english", "french", "actor"), NAMES)
def test_rifles_come_from_the_state_that_is_named(read, english: str, french: str, actor: str) -> None:
    subject = {"au ": "Le ", "à la ": "La ", "à l’": "L’"}
    start = next(one for one in subject if french.startswith(one))
    for text, language in (
        (f"{english[0].upper()}{english[1:]} sold rifles to Serbia in May.", "en"),
        (f"{subject[start]}{french.removeprefix(start)} a vendu des fusils à la Serbie en mai.", "fr"),
    ):
        assert {f.claim.giver.id for f in read(text, language) if f.claim.giver} == {actor}, text


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_no_rule_is_aimed_at_two_states_of_a_family(
    reference: Reference, family: tuple[tuple[str, str, str], ...]
) -> None:
    ids = {actor for _, _, actor in family}
    for provision in reference.provisions:
        if provision.is_rule:
            assert len(ids & set(provision.targets)) < 2, (provision.id, ids)


@pytest.mark.parametrize(
    ("sanctioned", "neighbour"),
    [("PRK", "KOR"), ("COD", "COG"), ("SSD", "SDN"), ("GNB", "GIN"), ("GNB", "GNQ"), ("HTI", "DOM"), ("IRN", "IRQ")],
)
def test_a_regime_is_not_aimed_at_the_neighbour_of_its_target(
    reference: Reference, sanctioned: str, neighbour: str
) -> None:
    for regime in reference.regimes.values():
        assert not ({sanctioned, neighbour} <= set(regime.targets)), regime.id
