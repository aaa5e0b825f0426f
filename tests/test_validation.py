"""Each rule that the tables keep is broken once, and the problem names the cell."""

from __future__ import annotations

import ast
import csv
import inspect
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from checker import bundle, coherence, period_checks, side_tables, validation
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


PERIOD = "2371:8,coal_export,from_target,,2017-08-05,,adopted,,,,,"
BOUND = "2375:11,ship_to_ship_transfer,na,,ship_to_ship_transfer,all_member_states,"


TOLD = (
    "From 16 January 2002 to 16 June 2011 those on the list, the Taliban among them, stood under 1390:2(c), "
    "which is held under the regime isil_aq."
)
OWN_ENGLISH = "A State that takes on DPRK nationals keeps on its territory people whom it has to send home."
BREAKS = [
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
    (
        "provision_activities.csv",
        BOUND,
        BOUND.replace("all_member_states", "everybody"),
        "bound",
        "'everybody' is neither a role nor party:ID",
    ),
    ("provision_activities.csv", ",0,1874:9,", ",0,1874:99,", "partner", "'1874:99' is not in provisions.csv"),
    ("provision_activities.csv", ",0,1874:9,", ",first,1874:9,", "rank", "'first' is not a rank of 0 to 99"),
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
    ("periods.csv", PERIOD, PERIOD.replace("2017-08-05", "2017-08-35"), "first_day", "is not a day"),
    ("periods.csv", PERIOD, PERIOD.replace("05,,", "05,2017-08-01,"), "last_day", "before it begins"),
    ("periods.csv", PERIOD, PERIOD.replace("2017-08-05", "2017-08-04"), "first_day", "before its adoption"),
    (
        *("periods.csv", "1747:5,arms_export,from_target,,2007-03-24,2016-01-15,"),
        *("1747:5,arms_export,from_target,,2007-03-24,2025-09-28,", "first_day", "overlaps the period before"),
    ),
    (
        *("periods.csv", "1747:5,arms_export,from_target,,2007-03-24,2016-01-15,adopted,,terminated,2231:7(a),,"),
        "1747:5,arms_export,from_target,,2007-03-24,2016-01-15,adopted,,terminated,2231:7(a),unconfirmed,",
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
    # the reasons of periods, and the days between them
    ("periods.csv", PERIOD, PERIOD.replace("adopted", "born"), "began", "'born' is not one of"),
    ("periods.csv", ",lapsed,", ",expired,", "ended", "'expired' is not one of"),
    ("periods.csv", PERIOD, PERIOD.replace("adopted", "later_day"), "began", "agree with the day of adoption"),
    ("periods.csv", ",restored,2231:12,", ",restored,,", "began_by", "names the text that restored it"),
    (
        *("periods.csv", "1874:10,arms_import,to_target,,2016-03-02,,continued,"),
        *("1874:10,arms_import,to_target,,2016-03-02,,later_day,", "began", "does not agree with the end before it"),
    ),
    ("periods.csv", PERIOD, PERIOD.replace("adopted,,,", "adopted,,lapsed,"), "ended", "agree with the last day"),
    ("periods.csv", "terminated,2231:7(a),,", "terminated,the accord,,", "ended_by", "needs the text that did it"),
    ("periods.csv", ",renewal_unseen,", ",lapsed,", "ended", "does not agree with the note 'unconfirmed'"),
    ("periods.csv", TOLD, "", "remark", "nothing is held on taliban arms_import to_target from 2002-01-20"),
    # links between texts
    ("amendments.csv", "1874:9,1718:8(b),,", "1874:9,paragraph 8,,", "amended", "neither an id nor a resolution"),
    (
        "amendments.csv",
        "1874:9,1718:8(b),,",
        "1874:9,2270:7,,",
        "amending",
        "cannot touch 2270:7, which is not older",
    ),
    (
        "amendments.csv",
        "1718:8(b),,amending;amended\n",
        "1718:8(b),,hearsay\n",
        "stated_by",
        "is not made of amending",
    ),
    (
        "amendments.csv",
        "1874:9,1718:8(b),,",
        "1874:9,1718:8(b),renews,",
        "kind",
        "1874:9 is no renewal, so it is not known that it renews",
    ),
    (
        "amendments.csv",
        "1874:9,1718:8(b),,",
        "1874:9,1718:8(b),ends,",
        "kind",
        "no period of 1718:8(b) says in ended_by",
    ),
    ("amendments.csv", "1874:9,1718:8(b),,", "1874:9,1718:8(b),mends,", "kind", "'mends' is not one of"),
    ("periods.csv", "replaced,2321:26,,", "replaced,2321:27,,", "amending", "a period of 2270:29 names 2321:27"),
    # quantities
    ("caps.csv", "2397:5,refined_petroleum_import,", "2397:5,crude_oil_import,", "id", "is no limb"),
    ("caps.csv", "2018-01-01,,500000,", "2017-12-31,,500000,", "first_day", "is not inside one period of the limb"),
    ("caps.csv", "2018-01-01,,500000,", "2018-01-01,,half a million,", "quantity", "is not an amount such as"),
    (
        "caps.csv",
        "No figure: what the State supplied in the twelve months before 11 September 2017.",
        "",
        "note",
        "a note",
    ),
    (
        "caps.csv",
        "2397:5,refined_petroleum_import,",
        "2397:4,crude_oil_import,",
        "kind",
        "has no quantity in caps.csv",
    ),
    ("caps.csv", ",barrel,", ",bucket,", "unit", "'bucket' is not one of"),
    # lists
    ("listings.csv", "2017-07-03;2024-09-26", "2024-09-26;2017-07-03", "seen", "is not made of days in their order"),
    (
        "listings.csv",
        "HAQQANI,taliban,2012-11-05,",
        "HAQQANI,taliban,2018-11-05,",
        "seen",
        "outside those of its listing",
    ),
    ("listings.csv", ",QDe.004,", ",QDe004,", "entry", "is not a number of the list"),
    (
        "listings.csv",
        "ALSHABAAB,somalia,2010-04-12,",
        "ALSHABAAB,somalia,2008-04-12,",
        "under",
        "1844:8 did not bind on",
    ),
    ("listings.csv", ",entity,", ",whole,", "scope", "'whole' is not one of"),
    # codes of goods
    ("classifications.csv", ",hs,2701,", ",hs,270,", "code", "is no code of the scheme hs"),
    ("classifications.csv", ",un_register,7,", ",un_register,8,", "code", "is no code of the scheme un_register"),
    ("classifications.csv", "\ncoal,hs,", "\ncoke,hs,", "item", "'coke' is not in items.csv"),
    # the rest of the messages
    ("provision_activities.csv", OWN_ENGLISH, "", "summary_fr", "a limb with its own French needs its own English"),
    ("datapackage.json", '"known_to": "2026-02-27"', '"known_to": "soon"', "known_to", "needs known_to as a day"),
    ("datapackage.json", '"known_to": "2026-02-27"', '"known_to": "2027-02-27"', "known_to", "the whole only to"),
    (
        "datapackage.json",
        '   "known_to": "2026-02-27",\n',
        "",
        "known_to",
        "no day up to which listings.csv is known",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "column", "message"), BREAKS)
def test_a_broken_rule_names_its_cell(folder: Path, file: str, old: str, new: str, column: str, message: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    found = validate(folder)
    assert [p for p in found if p.column == column and message in p.message], "\n".join(map(str, found))


def write_over(folder: Path, breaks: Sequence[tuple[str, str]], word: str) -> None:
    """Puts ``word`` into a filled cell of each (table, column), each in a row of its own."""
    for name in dict.fromkeys(name for name, _ in breaks):
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as handle:
            table = list(csv.reader(handle))
        taken: set[int] = set()
        for column in (column for table_name, column in breaks if table_name == name):
            place = table[0].index(column)
            row = next(n for n, cells in enumerate(table) if n and cells[place] and n not in taken)
            taken.add(row)
            table[row][place] = word
        with path.open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(table)


def test_a_word_that_is_not_of_its_closed_list_is_named_in_every_such_column(folder: Path) -> None:
    columns = [(name, column) for name, column, _ in validation._ENUMS]
    write_over(folder, columns, "zebra")
    found = {(p.file, p.column) for p in validate(folder) if p.message.startswith("'zebra' is not one of")}
    assert found >= {(f"{name}.csv", column) for name, column in columns}


def test_a_cell_that_points_nowhere_is_named_in_every_column_that_points(folder: Path) -> None:
    columns = [(name, column) for name, column, _, _ in validation._LINKS]
    write_over(folder, columns, "99")
    found = {(p.file, p.column) for p in validate(folder) if p.message.startswith("'99' is not in")}
    assert found >= {(f"{name}.csv", column) for name, column in columns}


def test_what_is_no_day_is_named_in_every_column_of_days(folder: Path) -> None:
    write_over(folder, coherence._DAYS, "2017-13-01")
    found = {(p.file, p.column) for p in validate(folder) if "is not a day such as" in p.message}
    assert found >= {(f"{name}.csv", column) for name, column in coherence._DAYS}


def messages_of(module: object) -> Iterator[tuple[str, ...]]:
    """The fixed parts of every problem that a module can tell of."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):  # type: ignore[arg-type]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("at", "Problem"):
            said = node.args[-1]
            parts = said.values if isinstance(said, ast.JoinedStr) else [said]
            texts = [str(p.value).strip(" '") for p in parts if isinstance(p, ast.Constant)]
            fixed = tuple(text for text in texts if len(text) > 5)
            if fixed:
                yield fixed


@pytest.mark.parametrize("module", [validation, coherence, period_checks, side_tables])
def test_every_message_of_a_check_is_called_forth_by_a_table_that_breaks_it(module: object) -> None:
    here = Path(__file__).read_text(encoding="utf-8")
    called = [message for *_, message in BREAKS] + re.findall(r'"([^"\n]{6,})"', here)
    for fixed in messages_of(module):
        assert any(p in message or message in p for p in fixed for message in called), fixed


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
