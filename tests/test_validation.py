"""Each rule that the tables keep is broken once, and the problem names the cell."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from checker import bundle
from checker.tables import TABLES, read_rows
from checker.validation import order_of, validate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "tables"
    target.mkdir()
    for path in bundle.folder("reference").glob("*.*"):
        shutil.copy(path, target)
    return target


def test_the_tables_hold_together() -> None:
    assert validate(bundle.folder("reference")) == ()


PERIOD = "2371:8,coal_export,from_target,,2017-08-05,,,,,"
BOUND = "2375:11,ship_to_ship_transfer,na,,ship_to_ship_transfer,all_member_states,"


@pytest.mark.parametrize(
    ("file", "old", "new", "column", "message"),
    [
        ("items.csv", "\naerial_bomb,", "\nuav,", "id", "the key uav stands there twice"),
        ("items.csv", "\naerial_bomb,", "\nzebra,", "id", "out of order"),
        ("provisions.csv", ",prohibition,", ",ban,", "kind", "'ban' is not one of"),
        ("provisions.csv", ",decides,", ",orders,", "binding", "'orders' is not one of"),
        ("provisions.csv", ",corroborated,", ",believed,", "tier", "'believed' is not one of"),
        ("periods.csv", ",disputed,", ",doubtful,", "note", "'doubtful' is not one of"),
        ("elements.csv", ",item_in,", ",item_of,", "test", "'item_of' is not one of"),
        ("regimes.csv", ",in force,", ",alive,", "status", "'alive' is not one of"),
        ("regimes.csv", ",PRK,", ",NKO,", "target_ids", "'NKO' is not in actors.csv"),
        ("provision_activities.csv", BOUND, BOUND.replace("all_member_states", "party:NKO"), "bound", "'party:NKO'"),
        ("provision_activities.csv", BOUND, BOUND.replace("all_member_states", "everybody"), "bound", "'everybody'"),
        ("provision_activities.csv", ",0,1874:9,", ",0,1874:99,", "partner", "'1874:99' is not in provisions.csv"),
        ("provision_activities.csv", ",0,1874:9,", ",first,1874:9,", "rank", "'first' is not a rank"),
        ("elements.csv", ",taker_not_in,IRQ,", ",taker_not_in,IRX,", "values", "'IRX' is not in actors.csv"),
        ("elements.csv", ",place_in,DARFUR,", ",place_in,DARFOUR,", "values", "'DARFOUR' is not in places.csv"),
        ("elements.csv", ",item_in,charcoal,", ",item_in,charcoals,", "values", "'charcoals' is not in items.csv"),
        ("elements.csv", ",item_in,charcoal,", ",item_in,,", "values", "at least one value"),
        ("disputes.csv", "IRN;RUS;CHN", "IRN;RUS;CHX", "held_by", "'CHX' is not in actors.csv"),
        ("disputes.csv", ",iran,no,", ",iran,yes,", "holds", "the other reading of iran-restoration-2025 is missing"),
        ("places.csv", ",SDN,SDN", ",SDX,SDN", "state", "'SDX' is not in actors.csv"),
        ("provisions.csv", "\n2397:8,", "\n2397:OP8,", "id", "write 2397:8, not 2397:OP8"),
        ("provisions.csv", "\n2397:8,", "\n2397-8,", "id", "is not resolution:paragraph"),
        ("provisions.csv", "\n2397:8,dprk,2397,", "\n2397:8,dprk,2375,", "resolution", "not a paragraph of"),
        ("provisions.csv", "2017,2017-12-22,8,", "2017,2017-12-22,9,", "paragraph", "does not agree with the id"),
        ("provisions.csv", "2017,2017-12-22,8,", "2017,2017-12-23,8,", "adopted", "differ from those of resolution"),
        ("provisions.csv", ",1718:5;1874:3,", ",paragraph 5;1874:3,", "amended_by", "neither an id nor a resolution"),
        ("periods.csv", PERIOD, PERIOD.replace("2017-08-05", "2017-08-35"), "first_day", "is not a day"),
        ("periods.csv", PERIOD, PERIOD.replace("05,,", "05,2017-08-01,"), "last_day", "before it begins"),
        ("periods.csv", PERIOD, PERIOD.replace("2017-08-05", "2017-08-04"), "first_day", "before its adoption"),
        (
            *("periods.csv", "1747:5,arms_export,from_target,,2007-03-24,2016-01-15,"),
            *("1747:5,arms_export,from_target,,2007-03-24,2025-09-28,", "first_day", "overlaps the period before"),
        ),
        (
            *("periods.csv", "1747:5,arms_export,from_target,,2007-03-24,2016-01-15,,2231:7(a),,"),
            "1747:5,arms_export,from_target,,2007-03-24,2016-01-15,,2231:7(a),unconfirmed,",
            *("note", "only the last period"),
        ),
        ("periods.csv", PERIOD, PERIOD.replace("coal", "textile"), "id", "is no limb of provision_activities.csv"),
        (
            *("provision_activities.csv", "\n2371:8,coal_export,", "\n2371:8,oil_export,", "id"),
            "has no period in periods.csv",
        ),
        ("elements.csv", "\n2036:22,charcoal_export,", "\n2036:22,coal_export,", "id", "is no limb"),
        ("exemptions.csv", ",2371:8,coal_export,", ",2371:8,oil_export,", "provision", "is no limb"),
        (
            *("provision_activities.csv", "1970:9,arms_import,to_target,", "1970:9,arms_import,from_target,"),
            *("direction", "'from_target' cannot stand with arms_import"),
        ),
        (
            *("provision_activities.csv", "1970:10,arms_export,from_target,", "1970:10,arms_export,to_target,"),
            *("direction", "'to_target' cannot stand with arms_export"),
        ),
        (
            *("provision_activities.csv", "1929:9,ballistic_missile_launch,within,"),
            *("1929:9,ballistic_missile_launch,na,", "direction", "'na' cannot stand with ballistic_missile_launch"),
        ),
        ("resolutions.csv", "2397,2017,2017-12-22", "2397,2018,2017-12-22", "year", "2018 is not the year of"),
        ("resolutions.csv", "2397,2017,2017-12-22", "2397,2017,2017-01-22", "adopted", "the day of a lower number"),
        ("resolution_years.csv", ",2397,2017", ",2402,2017", "year", "contradicts"),
        ("resolution_years.csv", "2339,2397,", "2397,2339,", "first_number", "is not a range of numbers"),
        ("items.csv", "\narms,,", "\narms,rifle,", "parent", "lies above itself"),
        ("items.csv", "\ncoal,mineral,", "\ncoal,rock,", "parent", "'rock' is not in items.csv"),
    ],
)
def test_a_broken_rule_names_its_cell(folder: Path, file: str, old: str, new: str, column: str, message: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    found = validate(folder)
    assert [p for p in found if p.column == column and message in p.message], "\n".join(map(str, found))


def test_a_disputed_period_needs_the_readings_of_its_regime(folder: Path) -> None:
    path = folder / "disputes.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",,iran,", ",,libya,"), encoding="utf-8", newline="\n")
    assert "no readings in disputes.csv for the regime of 1747:5" in [p.message for p in validate(folder)]


def test_a_paragraph_without_a_limb_is_an_orphan(folder: Path) -> None:
    path = folder / "provision_activities.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(line for line in lines if not line.startswith("2375:11,")), encoding="utf-8", newline="\n"
    )
    messages = [p.message for p in validate(folder)]
    assert "2375:11 has no limb in provision_activities.csv" in messages


def test_a_rule_in_force_without_french_is_named(folder: Path) -> None:
    path = folder / "provisions.csv"
    text = path.read_text(encoding="utf-8")
    french = "La RPDC n’exporte pas de statues et les États ne lui en achètent pas."
    path.write_text(text.replace(french, "", 1), encoding="utf-8", newline="\n")
    (problem,) = validate(folder)
    assert (problem.file, problem.column) == ("provisions.csv", "summary_fr")
    assert str(problem) == (
        f"provisions.csv, row {problem.row}, summary_fr: a rule of a regime in force needs its summary in French"
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda raw: b"\xef\xbb\xbf" + raw, "starts with a byte order mark"),
        (lambda raw: raw.replace(b"\n", b"\r\n"), "has carriage returns"),
        (lambda raw: raw.rstrip(b"\n"), "does not end with a line feed"),
        (lambda raw: raw.replace(b"code,", b"codes,", 1), "the column code is missing"),
        (lambda raw: raw + b"\xff\n", "is not UTF-8 text"),
    ],
    ids=["mark", "carriage returns", "last line", "column", "encoding"],
)
def test_the_form_of_a_file_is_checked(folder: Path, change: object, message: str) -> None:
    path = folder / "activities.csv"
    path.write_bytes(change(path.read_bytes()))  # type: ignore[operator]
    assert [p for p in validate(folder) if message in p.message]


def test_a_missing_table_is_reported_and_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "items.csv").unlink()
    (folder / "places.csv").unlink()
    assert [(p.file, p.row) for p in validate(folder)] == [("items.csv", 0), ("places.csv", 0)]


def test_every_table_is_described_in_the_data_package() -> None:
    text = (bundle.folder("reference") / "datapackage.json").read_text(encoding="utf-8")
    for table in TABLES.values():
        assert f'"path": "{table.file}"' in text


def test_the_page_on_the_tables_counts_them_right() -> None:
    folder = bundle.folder("reference")
    page = (folder / "README.md").read_text(encoding="utf-8")
    for line in page.splitlines():
        names, counts = re.findall(r"`(\w+)`", line.split(" | ")[0]), re.findall(r"\d+", line.split(" | ")[-1])
        if line.startswith("| `") and set(names) <= set(TABLES):
            rows = [str(sum(1 for _ in read_rows(folder / f"{name}.csv", TABLES[name]))) for name in names]
            assert rows == counts, line


def test_the_data_package_is_valid() -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(bundle.folder("reference") / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "rowNumber", "message"])


def test_figures_are_ordered_by_value() -> None:
    assert sorted(["2397:10", "2397:8", "687:24"], key=order_of) == ["687:24", "2397:8", "2397:10"]
