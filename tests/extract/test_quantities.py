"""Amounts in sentences: two tables by language, what is no amount, and digits that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.bundle import folder
from checker.errors import TableError
from checker.extract.amount_words import load_units
from checker.extract.numerals import read_digits
from checker.extract.quantities import find_quantities
from checker.tables import Table, read_rows

# text with the amount in [brackets] | low | high | unit | per; a dash is an open end.
ENGLISH = """
It sold [1,200 shells]. | 1200 | 1200 | shell |
It sold [1,200,000 barrels]. | 1200000 | 1200000 | barrel |
It sold [1.2 million barrels]. | 1200000 | 1200000 | barrel |
It sold [1 200 000 barrels]. | 1200000 | 1200000 | barrel |
It sold [1,5 million barrels]. | 1500000 | 1500000 | barrel |
It paid [3 billion dollars]. | 3000000000 | 3000000000 | dollar |
It paid [$1.2bn]. | 1200000000 | 1200000000 | dollar |
It paid [US$3 billion]. | 3000000000 | 3000000000 | dollar |
It paid [$1,200.50]. | 1200.5 | 1200.5 | dollar |
It paid [€500]. | 500 | 500 | euro |
It paid [about $300 million]. | 270000000 | 330000000 | dollar |
It paid [between $2 million and $3 million]. | 2000000 | 3000000 | dollar |
It sold [1.2m barrels]. | 1200000 | 1200000 | barrel |
It sold [dozens of rockets]. | 20 | 100 | rocket |
It sold [hundreds of drones]. | 200 | 1000 | drone |
It sold [thousands of rounds]. | 2000 | 10000 | round |
It sent [tens of thousands of workers]. | 20000 | 100000 | worker |
It sold [millions of artillery shells]. | 2000000 | 10000000 | shell |
It sold [half a million barrels]. | 500000 | 500000 | barrel |
It sold [a dozen rockets]. | 11 | 13 | rocket |
It sold [two dozen rockets]. | 24 | 24 | rocket |
It sold [a few hundred rifles]. | 200 | 500 | rifle |
It sold [a hundred rockets]. | 100 | 100 | rocket |
It fired [more than 20 missiles]. | 20 | - | missile |
It fired [at least 300 rounds]. | 300 | - | round |
It hosts [at least 300 North Korean builders]. | 300 | - | worker |
It owns [no fewer than 12 ships]. | 12 | - | vessel |
It took [up to 500,000 barrels a year]. | - | 500000 | barrel | year
It took [fewer than 40 crates]. | - | 40 | crate |
It took [nearly 100 workers]. | 90 | 100 | worker |
It took [about 300 rounds]. | 270 | 330 | round |
It took [exactly 300 rounds]. | 300 | 300 | round |
It took [between 50 and 100 trucks]. | 50 | 100 | truck |
It took [50 to 100 trucks]. | 50 | 100 | truck |
It took [10-15 trucks]. | 10 | 15 | truck |
It took [two to three million tonnes]. | 2000000 | 3000000 | tonne |
It took [2 to 3 million tonnes]. | 2000000 | 3000000 | tonne |
It took [500,000 barrels of refined petroleum per year]. | 500000 | 500000 | barrel | year
It took [20 tons a month]. | 20 | 20 | ton | month
It took [20 metric tons]. | 20 | 20 | tonne |
It took [60 cubic metres]. | 60 | 60 | cubic_metre |
It took [three containers]. | 3 | 3 | container |
It took [twenty-four launchers]. | 24 | 24 | launcher |
It took [two hundred and fifty thousand rounds]. | 250000 | 250000 | round |
It took [one vessel]. | 1 | 1 | vessel |
A [3,000-tonne] ship sank. | 3000 | 3000 | tonne |
It fired [20 ballistic missiles]. | 20 | 20 | missile |
It took [3 122mm rockets]. | 3 | 3 | rocket |
It took [20%] of them. | 20 | 20 | percent |
It took [3.67 per cent]. | 3.67 | 3.67 | percent |
It took [seven times the limit]. | 7 | 7 | times_limit |
It took [three times more than the cap]. | 3 | 3 | times_limit |
It took [twice the annual cap]. | 2 | 2 | times_limit |
It took [300] wolves. | 300 | 300 | |
It took [2,000 km]. | 2000 | 2000 | kilometre |
It took [more than 2000 rockets]. | 2000 | - | rocket |
On 3 November [20 missiles] flew. | 20 | 20 | missile |
It took [500 barrels] a year ago. | 500 | 500 | barrel |
"""

FRENCH = """
Il a vendu [1 200 obus]. | 1200 | 1200 | shell |
Il a vendu [1\u202f200 obus]. | 1200 | 1200 | shell |
Il a vendu [1\u00a0200\u00a0000 obus]. | 1200000 | 1200000 | shell |
Il a vendu [1.200 obus]. | 1200 | 1200 | shell |
Il a vendu [1,200,000 barils]. | 1200000 | 1200000 | barrel |
Il a vendu [1,2 million de barils]. | 1200000 | 1200000 | barrel |
Il a vendu [1.5 million de barils]. | 1500000 | 1500000 | barrel |
Il a vendu [1 million 200 000 barils]. | 1200000 | 1200000 | barrel |
Il a vendu [1 million 200 barils]. | 1000200 | 1200000 | barrel |
Il a versé [1 milliard de dollars]. | 1000000000 | 1000000000 | dollar |
Il a versé [1 billion de dollars]. | 1000000000000 | 1000000000000 | dollar |
Il a versé [un million d'euros]. | 1000000 | 1000000 | euro |
Il a versé [3 Md€]. | 3000000000 | 3000000000 | euro |
Il a versé [500 $]. | 500 | 500 | dollar |
Il a vendu [des dizaines de roquettes]. | 20 | 100 | rocket |
Il a vendu [des centaines de drones]. | 200 | 1000 | drone |
Il a vendu [dizaines de milliers d'obus]. | 20000 | 100000 | shell |
Il a vendu [des millions de roquettes]. | 2000000 | 10000000 | rocket |
Il a vendu [plusieurs centaines de drones]. | 300 | 900 | drone |
Il a vendu [quelques centaines de tonnes]. | 200 | 500 | tonne |
Il a vendu [une centaine de drones]. | 90 | 110 | drone |
Il a vendu [un millier de cartouches]. | 900 | 1100 | round |
Il a vendu [une douzaine de camions]. | 11 | 13 | truck |
Il a vendu [deux douzaines de roquettes]. | 24 | 24 | rocket |
Il a vendu [un demi-million de barils]. | 500000 | 500000 | barrel |
Il a vendu [quelque 500 000 barils]. | 450000 | 550000 | barrel |
Il a tiré [plus de 20 missiles]. | 20 | - | missile |
Il a tué [plus de 150 personnes]. | 150 | - | person |
Il possède [plus d'une centaine de navires]. | 90 | - | vessel |
Il loge [au moins 300 ouvriers]. | 300 | - | worker |
Il loge [pas moins de 12 ouvriers]. | 12 | - | worker |
Il loge [près de 100 ouvriers]. | 90 | 100 | worker |
Il loge [environ 100 ouvriers]. | 90 | 110 | worker |
Il a pris [moins de 40 caisses]. | - | 40 | crate |
Il a pris [jusqu'à 500 000 barils par an]. | - | 500000 | barrel | year
Il a pris [entre 50 et 100 camions]. | 50 | 100 | truck |
Il a pris [de 50 à 100 camions]. | 50 | 100 | truck |
Il a pris [10 à 15 camions]. | 10 | 15 | truck |
Il a pris [10-15 camions]. | 10 | 15 | truck |
Il a pris [cinq ou six camions]. | 5 | 6 | truck |
Il a pris [2 à 3 millions de tonnes]. | 2000000 | 3000000 | tonne |
Il a pris [trois cargaisons par mois]. | 3 | 3 | shipment | month
Il a pris [4 millions de barils par an]. | 4000000 | 4000000 | barrel | year
Il a pris [2 millions de gros obus]. | 2000000 | 2000000 | shell |
Il a pris [1,5 tonne]. | 1.5 | 1.5 | tonne |
Il a pris [0,125 tonne]. | 0.125 | 0.125 | tonne |
Il a pris [trois conteneurs]. | 3 | 3 | container |
Il a pris [vingt et un navires]. | 21 | 21 | vessel |
Il a pris [soixante-quinze camions]. | 75 | 75 | truck |
Il a pris [quatre-vingt-dix-sept camions]. | 97 | 97 | truck |
Il a pris [deux cent mille cartouches]. | 200000 | 200000 | round |
Il a pris [mille fusils]. | 1000 | 1000 | rifle |
Il a pris [3 000 soldats] nord-coréens. | 3000 | 3000 | soldier |
Il a pris [20 %] du tout. | 20 | 20 | percent |
Il a pris [vingt pour cent]. | 20 | 20 | percent |
Il a pris [sept fois le plafond]. | 7 | 7 | times_limit |
Il a pris [le double du plafond]. | 2 | 2 | times_limit |
Il a pris [300] loups. | 300 | 300 | |
Le 3 novembre, [20 missiles] ont volé. | 20 | 20 | missile |
"""


def rows(language: str, table: str) -> list[object]:
    cells = [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().split("\n")]
    return [pytest.param(language, *row, *[""] * (5 - len(row)), id=f"{language}: {row[0]}") for row in cells]


AMOUNTS = rows("en", ENGLISH) + rows("fr", FRENCH)


def number(cell: str) -> float | None:
    return None if cell == "-" else float(cell)


def test_the_tables_are_as_long_as_promised() -> None:
    assert len(AMOUNTS) >= 80


@pytest.mark.parametrize(("language", "marked", "low", "high", "unit", "per"), AMOUNTS)
def test_an_amount_is_an_interval_with_its_unit(
    language: str, marked: str, low: str, high: str, unit: str, per: str
) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    (found,) = find_quantities(text, language)
    assert (found.low, found.high, found.unit, found.per) == (number(low), number(high), unit, per)
    assert (found.span.start, found.span.end, found.text) == (start, end, text[start:end])
    assert found.note == ""


@pytest.mark.parametrize(
    ("language", "text", "words", "unit"),
    [
        ("en", "It sold 1000 100 vessels.", "1000 100 vessels", "vessel"),
        ("en", "It sold XNUMX barrels.", "XNUMX barrels", "barrel"),
        ("en", "It sold 1.200 barrels.", "1.200 barrels", "barrel"),
        ("en", "It sold 1,20 barrels.", "1,20 barrels", "barrel"),
        ("en", "It sold 12345678901234567890 shells.", "12345678901234567890 shells", "shell"),
        ("fr", "Vendu 1000 100 navires.", "1000 100 navires", "vessel"),
        ("fr", "Vendu XNUMX barils.", "XNUMX barils", "barrel"),
        ("fr", "Vendu en XNUMX.", "XNUMX", ""),
        ("fr", "Vendu 1,200 obus.", "1,200 obus", "shell"),
    ],
)
def test_broken_digits_are_marked_and_never_guessed(language: str, text: str, words: str, unit: str) -> None:
    (found,) = find_quantities(text, language)
    assert (found.text, found.unit, found.low, found.high, found.note) == (words, unit, None, None, "unreadable")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Resolution 2397 (2017) bans it."),
        ("en", "Resolutions 1718, 1874 and 2094 ban it."),
        ("en", "See paragraph 8 and article 41."),
        ("en", "The 1718 Committee cleared it."),
        ("en", "See S/2014/147."),
        ("en", "It fired a Hwasong-17 and F-35 jets."),
        ("en", "In 2019, on 3 November, three weeks ago."),
        ("en", "The 2017 ban and the year (2017)."),
        ("en", "Two of them left, one by one."),
        ("en", "It met at 10:30 for the 3rd time, on version 3.2.1."),
        ("en", "A ship and an envoy."),
        ("fr", "La résolution 2397 (2017) l'interdit."),
        ("fr", "Les résolutions 1718 et 1874 l'interdisent."),
        ("fr", "Le Comité 1718 et le paragraphe 8."),
        ("fr", "Un navire et une livraison."),
        ("fr", "Deux d'entre eux, en 2019, il y a trois semaines."),
        ("fr", "Le Hwasong-17 et le F35."),
        ("fr", "À 10h30, le 1er août."),
        ("de", "20 Raketen"),
        ("../en", "20 rockets"),
    ],
)
def test_this_is_no_amount(language: str, text: str) -> None:
    assert find_quantities(text, language) == ()


def test_a_list_gives_one_amount_each() -> None:
    text = "It took 4 million barrels or 525,000 tonnes, 20 trucks and dozens of shells."
    assert [(q.low, q.unit) for q in find_quantities(text, "en")] == [
        (4_000_000, "barrel"), (525_000, "tonne"), (20, "truck"), (20, "shell"),
    ]  # fmt: skip


def test_spans_are_of_the_text_given_moved_by_the_base() -> None:
    text = "Cœur de l’œu\u00advre : 1\u202f200 obus d’artillerie"
    (found,) = find_quantities(text, "fr", base=100)
    assert text[found.span.start - 100 : found.span.end - 100] == found.text == "1\u202f200 obus d’artillerie"


@pytest.mark.parametrize(
    ("raw", "decimal", "scaled", "expected"),
    [
        ("1200", ".", False, 1200.0),
        ("1,200", ".", False, 1200.0),
        ("1,200.5", ".", False, 1200.5),
        ("1 200", ".", False, 1200.0),
        ("1'200", ".", False, 1200.0),
        ("1.200", ".", False, None),
        ("1.200", ".", True, 1.2),
        ("1,2", ".", True, 1.2),
        ("1,2", ".", False, None),
        ("1.200.000", ".", False, 1200000.0),
        ("12 34", ".", False, None),
        ("1.200", ",", False, 1200.0),
        ("1.200,5", ",", False, 1200.5),
        ("1 200,5", ",", False, 1200.5),
        ("1,200", ",", False, None),
        ("1,200", ",", True, 1.2),
        ("1.5", ",", False, 1.5),
        ("0,125", ",", False, 0.125),
        ("", ",", False, None),
    ],
)
def test_digits_are_read_by_the_marks_of_the_language(
    raw: str, decimal: str, scaled: bool, expected: float | None
) -> None:
    assert read_digits(raw, decimal, scaled) == expected


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_example_of_the_units_holds_an_amount(language: str) -> None:
    path = folder("reference") / "languages" / language / "units.csv"
    table = Table("units", ("kind", "form", "value", "example"), ("kind",), ("kind",))
    examples = [row.text("example") for row in read_rows(path, table) if row.text("example")]
    assert len(examples) > 20
    assert [example for example in examples if len(find_quantities(example, language)) != 1] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_unit_is_found_behind_a_number(language: str) -> None:
    units = load_units(folder("reference"), language).words["unit"]
    found = {form: [q.unit for q in find_quantities(f"It took 20 {form}.", language)] for form in units}
    missed = {form: seen for form, seen in found.items() if seen != [units[form]]}
    # "20 years" and the like may stand for a time; here nothing makes them one.
    assert missed == {}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "digits,decimal,.\nthing,ship,x",
            "units.csv, row 3, column kind: 'thing' is not a kind of word for amounts",
        ),
        ("unit,ships,x\nunit,Ships,x", "units.csv, row 3, column form: 'ships' is empty or stands twice under unit"),
        ("scale,dozen,twelve", "units.csv, row 2, column value: 'twelve' is not a number, or an interval such as"),
        ("group,dozens,20", "units.csv, row 2, column value: '20' is not a number, or an interval such as 20-100"),
        ("unit,ships,vessel", "units.csv: the row 'digits,decimal' must say whether a comma or a point is decimal"),
    ],
)
def test_broken_units_name_their_cell(tmp_path: Path, lines: str, message: str) -> None:
    home = tmp_path / "languages" / "xx"
    home.mkdir(parents=True)
    (home / "calendar.csv").write_text("kind,form,value\nnumber,one,1\n", encoding="utf-8")
    (home / "units.csv").write_text(f"kind,form,value\n{lines}\n", encoding="utf-8")
    with pytest.raises(TableError) as refused:
        load_units(tmp_path, "xx")
    assert str(refused.value).startswith(message)


WORDS = """
    1 20 300 000 1,200 1.200 1000 2397 2017 million billion hundred dozens of more than up to between and from two
    twenty-four a half the limit times twice $ € % bn barrels tonnes - ( ) , . XNUMX resolution in 2019 per year
    milliard mille cent quatre-vingt-dix des dizaines de d'une centaine plus près jusqu'à entre et à sept fois le
    plafond double du barils obus par an résolution un deux F-35 S/2014/147 Hwasong-17 m
"""
PIECES = st.sampled_from([*WORDS.split(), "\u00a0", "\u202f", "\n", "œ\u00ad"])
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=16).map(" ".join),
    st.lists(PIECES, max_size=16).map("".join),
    st.text(alphabet="0123456789,.' -/:", max_size=40),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["en", "fr"]), st.integers(0, 9))
def test_any_text_gives_amounts_inside_it_in_order(text: str, language: str, base: int) -> None:
    reached = base
    for found in find_quantities(text, language, base):
        assert reached <= found.span.start < found.span.end <= base + len(text)
        assert text[found.span.start - base : found.span.end - base] == found.text
        reached = found.span.end
        assert found.low is None or found.high is None or found.low <= found.high
        assert (found.note == "unreadable") is (found.low is None and found.high is None)


@pytest.mark.parametrize(
    "piece", ["1 ", "1,", "quatre-vingt-", "million ", "between 1 and ", "$", "1 million ", "XNUMX "]
)
def test_a_hostile_text_takes_time_in_proportion(piece: str) -> None:
    assert len(find_quantities(piece * 3000, "fr")) <= 3000
