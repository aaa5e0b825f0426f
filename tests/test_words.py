"""The word tables of names, items, places and rejects: every row points somewhere, and no name stands for the wrong State."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from checker.bundle import folder
from checker.text import fold

LANGUAGES = ("en", "fr")
COLUMNS = {
    "names": ["form", "actor", "kind", "organ", "cased", "example"],
    "items": ["form", "item", "ambiguous", "needs", "example"],
    "places": ["form", "place", "example"],
    "reject": ["phrase", "cancels", "example"],
}
KINDS = {
    "name", "acronym", "adjective", "demonym", "capital", "seat", "leader", "organ", "epithet", "group", "body",
    "company", "media", "port", "ambiguous",
}  # fmt: skip
ORGAN_WORDS = {"", "army", "ministry", "leader", "government", "company"}
# A maker's or a place's name that is part of what the thing is called.
NAMED_THINGS = {
    "imo number", "imo numbers", "kaesong industrial complex", "palestine-2", "numero omi", "numeros omi",
    "complexe industriel de kaesong", "complexe de kaesong", "whisky ecossais", "whiskys ecossais",
}  # fmt: skip

Row = dict[str, str]


@cache
def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def words(language: str, table: str) -> list[Row]:
    return rows(folder("reference") / "languages" / language / f"{table}.csv")


def ids(table: str) -> set[str]:
    return {row["id"] for row in rows(folder("reference") / f"{table}.csv")}


def actors() -> dict[str, Row]:
    return {row["id"]: row for row in rows(folder("reference") / "actors.csv")}


@cache
def folded(text: str) -> str:
    return fold(text).text


def holds(text: str, word: str) -> bool:
    """True when a folded word stands in a folded text, a plural mark allowed after it."""
    at = text.find(word)
    while at >= 0:
        after = at + len(word)
        before_ok = at == 0 or not text[at - 1].isalnum()
        if before_ok and (after >= len(text) or not text[after].isalpha() or text[after] in "sx"):
            return True
        at = text.find(word, at + 1)
    return False


def named(language: str, form: str) -> list[str]:
    """The actors a form stands for, in the order of the table (the first is the default)."""
    key = folded(form)
    return [row["actor"] for row in words(language, "names") if folded(row["form"]) == key]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", list(COLUMNS))
def test_a_table_has_its_columns_and_no_empty_form(language: str, table: str) -> None:
    found = words(language, table)
    assert found
    assert list(found[0]) == COLUMNS[table]
    key = COLUMNS[table][0]
    assert [row for row in found if not row[key] or row[key] != row[key].strip()] == []
    assert [row for row in found if None in row or None in row.values()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_points_to_an_actor_of_the_table(language: str) -> None:
    known = actors()
    speakers_only = ("body", "media", "ambiguous")
    lost = [
        row
        for row in words(language, "names")
        if row["actor"] not in known and not (row["actor"] == "" and row["kind"] in speakers_only)
    ]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_has_a_known_kind_organ_and_case_mark(language: str) -> None:
    known = actors()
    for row in words(language, "names"):
        assert row["kind"] in KINDS, row
        assert row["cased"] in {"0", "1"}, row
        assert row["organ"] in ORGAN_WORDS or known[row["organ"]]["kind"] == "organisation", row


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_organ_stands_for_its_own_state(language: str) -> None:
    known = actors()
    strayed = [
        row
        for row in words(language, "names")
        if row["organ"] in known and known[row["organ"]]["state"] != row["actor"]
    ]
    assert strayed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_is_never_folded_into_a_state(language: str) -> None:
    known = actors()
    for row in words(language, "names"):
        if row["kind"] == "group":
            assert known[row["actor"]]["kind"] == "group", row


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("table", "column", "target"),
    [("items", "item", "items"), ("places", "place", "places")],
    ids=["items", "places"],
)
def test_an_item_or_place_points_to_its_table(language: str, table: str, column: str, target: str) -> None:
    assert {row[column] for row in words(language, table)} - ids(target) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_and_place_can_be_named(language: str) -> None:
    assert ids("items") - {row["item"] for row in words(language, "items")} == set()
    assert ids("places") - {row["place"] for row in words(language, "places")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reject_cancels_one_item_or_everything(language: str) -> None:
    assert {row["cancels"] for row in words(language, "reject")} - ids("items") - {"*"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("table", "first", "second"),
    [
        ("names", "form", "actor"),
        ("items", "form", "item"),
        ("places", "form", "form"),
        ("reject", "phrase", "cancels"),
    ],
)
def test_no_row_is_written_twice(language: str, table: str, first: str, second: str) -> None:
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for row in words(language, table):
        seen[folded(row[first]), folded(row[second]) if second == first else row[second]] += 1
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_with_two_actors_says_so_in_every_row(language: str) -> None:
    readings: dict[str, list[Row]] = defaultdict(list)
    for row in words(language, "names"):
        readings[folded(row["form"])].append(row)
    for several in readings.values():
        if len(several) > 1:
            assert all(row["kind"] == "ambiguous" and row["example"] for row in several), several


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_name(language: str) -> None:
    states = {key for key, row in actors().items() if row["kind"] == "state"}
    kinds = {"name", "acronym", "ambiguous"}
    assert states - {row["actor"] for row in words(language, "names") if row["kind"] in kinds} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_organisation_and_company_is_reachable(language: str) -> None:
    found = words(language, "names")
    reachable = {row["actor"] for row in found} | {row["organ"] for row in found}
    assert set(actors()) - reachable == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", list(COLUMNS))
def test_an_example_holds_its_form(language: str, table: str) -> None:
    key = COLUMNS[table][0]
    wrong = [
        row
        for row in words(language, table)
        if row["example"] and not holds(folded(row["example"]), folded(row[key]))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_doubtful_name_has_an_example_that_writes_it_as_the_row_does(language: str) -> None:
    for row in words(language, "names"):
        if row["cased"] == "1" or row["kind"] in ("group", "epithet", "ambiguous"):
            assert row["example"], row
        if row["cased"] == "1":
            plain, example = row["form"].replace("’", "'"), row["example"].replace("’", "'")
            # The first letter of a sentence is a capital whatever the form.
            assert plain in example or plain[:1].upper() + plain[1:] in example, row


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_everyday_word_needs_company_and_its_example_gives_it(language: str) -> None:
    for row in words(language, "items"):
        needs = [word for word in row["needs"].split(";") if word]
        if row["ambiguous"] == "0":
            assert needs == [], row
            continue
        example, form = folded(row["example"]), folded(row["form"])
        rest = example.replace(form, " ", 1)
        assert rest != example, row
        assert not needs or any(holds(rest, word) for word in needs), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_everyday_word_is_not_its_own_company(language: str) -> None:
    own = [
        (row["form"], word)
        for row in words(language, "items")
        for word in row["needs"].split(";")
        if word and holds(folded(row["form"]), word)
    ]
    assert own == []


def _inner(form: str) -> Iterator[str]:
    """Every stretch of whole words of a form shorter than the form itself."""
    parts = form.split(" ")
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            if end - start < len(parts):
                yield " ".join(parts[start:end])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_item_swallows_the_name_of_a_party(language: str) -> None:
    # The longest form wins, so "North Korean workers" as an item would hide who sent them.
    states = {key for key, row in actors().items() if row["kind"] == "state"}
    names = {
        folded(row["form"])
        for row in words(language, "names")
        if row["cased"] == "0"
        and row["actor"] in states
        and row["kind"] in ("name", "acronym", "adjective", "demonym")
    }
    swallowed = [
        row["form"]
        for row in words(language, "items")
        if folded(row["form"]) not in NAMED_THINGS and any(part in names for part in _inner(folded(row["form"])))
    ]
    assert swallowed == []


# Families in which one letter or one word makes another State: (form, first actor of the table).
EN_FAMILIES = [
    ("North Korea", "PRK"), ("North Korean", "PRK"), ("DPRK", "PRK"), ("Democratic People's Republic of Korea", "PRK"),
    ("Pyongyang", "PRK"), ("North", "PRK"), ("South Korea", "KOR"), ("South Korean", "KOR"), ("ROK", "KOR"),
    ("Republic of Korea", "KOR"), ("Seoul", "KOR"), ("South", "KOR"), ("Kim Jong Un", "PRK"), ("Kim Jong-un", "PRK"),
    ("DRC", "COD"), ("DR Congo", "COD"), ("Democratic Republic of the Congo", "COD"), ("Kinshasa", "COD"),
    ("Congo-Kinshasa", "COD"), ("Republic of the Congo", "COG"), ("Congo-Brazzaville", "COG"), ("Brazzaville", "COG"),
    ("CAR", "CAF"), ("Central African Republic", "CAF"), ("Central African", "CAF"), ("PRC", "CHN"),
    ("People's Republic of China", "CHN"), ("Republic of China", "TWN"), ("Sudan", "SDN"), ("Sudanese", "SDN"),
    ("South Sudan", "SSD"), ("South Sudanese", "SSD"), ("Khartoum", "SDN"), ("Juba", "SSD"), ("Guinea", "GIN"),
    ("Guinean", "GIN"), ("Guinea-Bissau", "GNB"), ("Bissau-Guinean", "GNB"), ("Equatorial Guinea", "GNQ"),
    ("Equatorial Guinean", "GNQ"), ("Papua New Guinea", "PNG"), ("Conakry", "GIN"), ("Malabo", "GNQ"),
    ("Niger", "NER"), ("Nigerien", "NER"), ("Nigeria", "NGA"), ("Nigerian", "NGA"), ("Niamey", "NER"),
    ("Abuja", "NGA"), ("Dominica", "DMA"), ("Dominican Republic", "DOM"), ("Georgia", "GEO"), ("Tbilisi", "GEO"),
    ("South Georgia", "SGS"), ("Ireland", "IRL"), ("Irish", "IRL"), ("Northern Ireland", "GBR"),
    ("United Arab Emirates", "ARE"), ("UAE", "ARE"), ("Emirati", "ARE"), ("Islamic Emirate", "TALIBAN"),
    ("Mali", "MLI"), ("Malian", "MLI"), ("Malawi", "MWI"), ("Malawian", "MWI"), ("Iran", "IRN"), ("Iranian", "IRN"),
    ("Iraq", "IRQ"), ("Iraqi", "IRQ"), ("Samoa", "WSM"), ("American Samoa", "ASM"), ("Macedonia", "MKD"),
    ("Mauritania", "MRT"), ("Mauritius", "MUS"), ("Slovakia", "SVK"), ("Slovenia", "SVN"), ("Slovak", "SVK"),
    ("Slovene", "SVN"), ("Austria", "AUT"), ("Australia", "AUS"), ("Gambia", "GMB"), ("Zambia", "ZMB"),
    ("Burma", "MMR"), ("Ivory Coast", "CIV"), ("Czechia", "CZE"), ("Zaire", "ZAR"), ("Guyana", "GUY"),
    ("French Guiana", "GUF"), ("RSF", "RSF"), ("Sudanese army", "SDN"), ("South Sudanese army", "SSD"),
    ("Congolese army", "COD"), ("Houthis", "HOUTHI"), ("Hezbollah", "HEZBOLLAH"), ("Wagner", "WAGNER"),
    ("Africa Corps", "RUS"), ("IRGC", "IRN"), ("Haftar", "LNA"), ("Hemedti", "RSF"), ("Burhan", "SDN"),
]  # fmt: skip
FR_FAMILIES = [
    ("Corée du Nord", "PRK"), ("nord-coréen", "PRK"), ("nord-coréennes", "PRK"), ("RPDC", "PRK"), ("Nord", "PRK"),
    ("République populaire démocratique de Corée", "PRK"), ("Corée du Sud", "KOR"), ("sud-coréen", "KOR"),
    ("sud-coréennes", "KOR"), ("République de Corée", "KOR"), ("Séoul", "KOR"), ("Sud", "KOR"), ("RDC", "COD"),
    ("République démocratique du Congo", "COD"), ("RD Congo", "COD"), ("Congo-Kinshasa", "COD"), ("Kinshasa", "COD"),
    ("République du Congo", "COG"), ("Congo-Brazzaville", "COG"), ("Brazzaville", "COG"), ("RCA", "CAF"),
    ("République centrafricaine", "CAF"), ("Centrafrique", "CAF"), ("centrafricaine", "CAF"), ("RPC", "CHN"),
    ("République populaire de Chine", "CHN"), ("République de Chine", "TWN"), ("Soudan", "SDN"), ("soudanais", "SDN"),
    ("soudanaise", "SDN"), ("Soudan du Sud", "SSD"), ("sud-soudanais", "SSD"), ("sud-soudanaise", "SSD"),
    ("Sud-Soudan", "SSD"), ("Djouba", "SSD"), ("Khartoum", "SDN"), ("Guinée", "GIN"), ("guinéen", "GIN"),
    ("Guinée-Bissau", "GNB"), ("bissau-guinéen", "GNB"), ("Guinée équatoriale", "GNQ"), ("équato-guinéen", "GNQ"),
    ("Papouasie-Nouvelle-Guinée", "PNG"), ("Niger", "NER"), ("nigérien", "NER"), ("nigérienne", "NER"),
    ("nigériens", "NER"), ("Nigeria", "NGA"), ("nigérian", "NGA"), ("nigériane", "NGA"), ("nigérians", "NGA"),
    ("République dominicaine", "DOM"), ("dominicain", "DOM"), ("dominiquais", "DMA"), ("Géorgie", "GEO"),
    ("Géorgie du Sud", "SGS"), ("Irlande", "IRL"), ("irlandais", "IRL"), ("Irlande du Nord", "GBR"),
    ("Émirats arabes unis", "ARE"), ("Émirats", "ARE"), ("EAU", "ARE"), ("émirien", "ARE"), ("Émirat islamique", "TALIBAN"),
    ("Mali", "MLI"), ("malien", "MLI"), ("Malawi", "MWI"), ("malawien", "MWI"), ("Iran", "IRN"), ("Irak", "IRQ"),
    ("iranien", "IRN"), ("irakien", "IRQ"), ("Macédoine du Nord", "MKD"), ("Mauritanie", "MRT"), ("île Maurice", "MUS"),
    ("mauritanien", "MRT"), ("mauricien", "MUS"), ("Slovaquie", "SVK"), ("Slovénie", "SVN"), ("Autriche", "AUT"),
    ("autrichien", "AUT"), ("australien", "AUS"), ("Birmanie", "MMR"), ("Côte d'Ivoire", "CIV"), ("Tchéquie", "CZE"),
    ("Zaïre", "ZAR"), ("États-Unis", "USA"), ("Royaume-Uni", "GBR"), ("Nations unies", "UN"), ("Guyana", "GUY"),
    ("Guyane française", "GUF"), ("FSR", "RSF"), ("RSF", "RSF"), ("armée soudanaise", "SDN"),
    ("armée sud-soudanaise", "SSD"), ("armée congolaise", "COD"), ("Corps africain", "RUS"), ("Tsahal", "ISR"),
    ("État islamique", "ISIL"), ("EI", "ISIL"), ("Daech", "ISIL"), ("talibans", "TALIBAN"), ("rebelles houthis", "HOUTHI"),
    ("houthistes", "HOUTHI"), ("Gardiens de la révolution", "IRN"), ("Haftar", "LNA"), ("Hemetti", "RSF"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "form", "actor"),
    [("en", form, actor) for form, actor in EN_FAMILIES] + [("fr", form, actor) for form, actor in FR_FAMILIES],
)
def test_a_name_of_a_confusable_family_is_never_swapped(language: str, form: str, actor: str) -> None:
    assert named(language, form)[:1] == [actor]


@pytest.mark.parametrize(
    ("language", "form", "candidates"),
    [
        ("en", "Korea", ["KOR", "PRK"]), ("en", "Korean", ["KOR", "PRK"]), ("en", "Congo", ["COD", "COG"]),
        ("en", "Congolese", ["COD", "COG"]), ("en", "Tripoli", ["LBY", "LBN"]), ("en", "Dominican", ["DOM", "DMA"]),
        ("en", "Islamic Republic", ["IRN", "MRT", "PAK"]), ("en", "Kim", ["PRK", "KOR"]),
        ("en", "Sanaa", ["HOUTHI", "YEM"]), ("fr", "Corée", ["KOR", "PRK"]), ("fr", "coréenne", ["KOR", "PRK"]),
        ("fr", "Congo", ["COD", "COG"]), ("fr", "congolaise", ["COD", "COG"]), ("fr", "Tripoli", ["LBY", "LBN"]),
        ("fr", "République islamique", ["IRN", "MRT", "PAK"]), ("fr", "RSF", ["RSF", ""]),
    ],
)  # fmt: skip
def test_an_ambiguous_name_lists_its_candidates_the_usual_one_first(
    language: str, form: str, candidates: list[str]
) -> None:
    assert named(language, form) == candidates


@pytest.mark.parametrize(
    ("language", "phrase", "cancels"),
    [
        ("en", "open arms", "*"), ("en", "arms length", "*"), ("en", "call to arms", "*"), ("en", "coat of arms", "*"),
        ("en", "arms race", "*"), ("en", "gun control", "*"), ("en", "think tank", "*"), ("en", "round of talks", "*"),
        ("en", "launch an investigation", "*"), ("en", "launched an inquiry", "*"), ("en", "fired a minister", "*"),
        ("en", "train station", "*"), ("en", "personal trainer", "instructor"), ("en", "shell company", "artillery_shell"),
        ("en", "aid workers", "worker"), ("en", "Workers' Party", "worker"), ("en", "charcoal", "coal"),
        ("en", "iron fist", "iron"), ("en", "lead the talks", "lead"), ("en", "silver medal", "silver"),
        ("en", "gold standard", "gold"), ("en", "ivory tower", "ivory"), ("en", "Statue of Liberty", "statue"),
        ("en", "luxury hotel", "luxury"), ("en", "petrol bomb", "gasoline"), ("en", "crude remark", "crude_oil"),
        ("en", "red flag", "*"), ("en", "river bank", "bank_branch"), ("en", "depleted uranium", "uranium"),
        ("en", "nuclear family", "nuclear_item"), ("en", "seafood restaurant", "seafood"), ("en", "Gulf of Guinea", "*"),
        ("en", "inter-Korean", "*"), ("en", "drone show", "uav"), ("en", "stress test", "*"),
        ("fr", "course aux armements", "*"), ("fr", "prendre les armes", "*"), ("fr", "passer l'arme à gauche", "*"),
        ("fr", "tir au but", "*"), ("fr", "tir à l'arc", "*"), ("fr", "essai transformé", "*"),
        ("fr", "lancer un appel", "*"), ("fr", "livrer bataille", "*"), ("fr", "entraîner des sanctions", "*"),
        ("fr", "remettre en cause", "*"), ("fr", "peu importe", "*"), ("fr", "charbon de bois", "coal"),
        ("fr", "travailleur humanitaire", "worker"), ("fr", "parti du Travail", "worker"),
        ("fr", "société écran", "artillery_shell"), ("fr", "bras de fer", "*"), ("fr", "argent public", "silver"),
        ("fr", "médaille d'or", "gold"), ("fr", "brut de décoffrage", "crude_oil"), ("fr", "gueule de bois", "wood"),
        ("fr", "statut", "statue"), ("fr", "statue de la Liberté", "statue"), ("fr", "char à voile", "tank"),
        ("fr", "baisser pavillon", "vessel_registration"), ("fr", "véhicule financier", "vehicle"),
        ("fr", "gel des salaires", "frozen_assets"), ("fr", "vol cargo", "cargo_ship"), ("fr", "golfe de Guinée", "*"),
        ("fr", "uranium appauvri", "uranium"), ("fr", "tissu économique", "fabric"), ("fr", "essence même", "gasoline"),
    ],
)  # fmt: skip
def test_a_phrase_that_only_looks_relevant_is_rejected(language: str, phrase: str, cancels: str) -> None:
    found = {row["cancels"] for row in words(language, "reject") if folded(row["phrase"]) == folded(phrase)}
    assert found & {cancels, "*"}


@pytest.mark.parametrize(
    ("language", "form", "item"),
    [
        ("en", "artillery shells", "artillery_shell"), ("en", "122 mm rockets", "rocket"), ("en", "Kornet", "anti_tank_missile"),
        ("en", "Shahed-136", "loitering_munition"), ("en", "Geran-2", "loitering_munition"),
        ("en", "Mohajer-6", "attack_drone"), ("en", "Hwasong-17", "intercontinental_missile"),
        ("en", "Fateh-110", "short_range_ballistic_missile"), ("en", "KN-23", "short_range_ballistic_missile"),
        ("en", "MANPADS", "manpads"), ("en", "waitresses", "restaurant_worker"), ("en", "IT workers", "it_worker"),
        ("en", "anthracite", "coal"), ("en", "charcoal", "charcoal"), ("en", "lathes", "machine_tool"),
        ("en", "lorries", "truck"), ("en", "perfume", "perfume"), ("en", "pick-ups with mounted guns", "armed_pickup"),
        ("fr", "obus d'artillerie", "artillery_shell"), ("fr", "kalachnikovs", "assault_rifle"),
        ("fr", "missiles antinavires", "anti_ship_missile"), ("fr", "missiles balistiques", "ballistic_missile"),
        ("fr", "drones kamikazes", "loitering_munition"), ("fr", "maçons", "builder"),
        ("fr", "ouvriers du bâtiment", "builder"), ("fr", "informaticiens", "it_worker"), ("fr", "gazole", "diesel"),
        ("fr", "charbon de bois", "charcoal"), ("fr", "calmars", "squid"), ("fr", "cognac", "spirits"),
        ("fr", "lance-roquettes multiples", "multiple_rocket_launcher"), ("fr", "main-d'œuvre", "worker"),
        ("fr", "composants de missiles", "missile_component"), ("fr", "statues", "statue"),
    ],
)  # fmt: skip
def test_a_thing_as_newspapers_name_it_is_found(language: str, form: str, item: str) -> None:
    assert item in {row["item"] for row in words(language, "items") if folded(row["form"]) == folded(form)}


def cities(language: str) -> list[Row]:
    return words(language, "cities")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_city_is_of_a_state_and_stands_once(language: str) -> None:
    known = actors()
    found = cities(language)
    assert list(found[0]) == ["form", "state", "kind"]
    assert [row for row in found if known.get(row["state"], {}).get("kind") != "state"] == []
    assert [row for row in found if row["kind"] not in ("city", "adjective") or row["form"] != row["form"].strip()] == []
    forms = [folded(row["form"]) for row in found]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_city_is_no_other_word_of_the_language(language: str) -> None:
    taken = {folded(row["form"]) for table in ("names", "places", "items", "heads", "function") for row in words(language, table)}
    assert [row["form"] for row in cities(language) if folded(row["form"]) in taken] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "shared",
    [
        *("Tripoli", "Valencia", "Santiago", "Hamilton", "Georgetown", "Victoria", "Alexandria", "San José", "Córdoba", "Birmingham"),
        *("Mobile", "Nice", "Tours", "Lens", "Reading", "Bath", "Of", "Man", "Sunchon", "Anyang", "Armavir", "Hyderabad"),
        *("Donetsk", "Luhansk", "Simferopol", "Sevastopol", "El Aaiún", "Abyei", "Goma", "Idlib", "Stepanakert", "Hargeisa"),
    ],
)  # fmt: skip
def test_a_town_that_two_states_share_or_dispute_and_a_common_word_lend_no_seat(language: str, shared: str) -> None:
    assert folded(shared) not in {folded(row["form"]) for row in cities(language)}
