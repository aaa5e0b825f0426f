"""The tables beside the paragraphs: what the command line prints of them, up to when they are known, cells that fail."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import bundle
from checker.cli.reference import command
from checker.errors import TableError
from checker.known_days import known_days
from checker.reference import load_reference
from checker.tables import TABLES


def printed(*arguments: str) -> str:
    run = CliRunner().invoke(command, arguments)
    assert run.exit_code == 0, run.output
    return run.output


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("1718:8(b)", ("S/RES/1874 (2009)", "S/RES/2270 (2016)")),
        ("1874:9", ("S/RES/1718 (2006)", "S/RES/2270 (2016)")),
        ("2270", ("1718:8(b)", "2321:26 (replaces)")),
        ("2397:5", ("500,000 barrel", "calendar year", "S/RES/2375 (2017)")),
        ("1747:5", ("S/RES/2231 (2015)", "Disputed")),
        ("1844:8", ("ALSHABAAB", "2010-04-12")),
    ],
)
def test_a_paragraph_is_shown_with_its_links_quantities_and_reasons(name: str, words: tuple[str, ...]) -> None:
    out = printed("show", name)
    assert [word for word in words if word not in out] == []


def test_tables_and_listings_can_be_listed() -> None:
    tables = {row["table"]: row["known to"] for row in json.loads(printed("list", "tables", "--format", "json"))}
    assert set(tables) == set(TABLES)
    assert tables["listings"] == "2026-02-27"
    rows = json.loads(printed("list", "listings", "--format", "json"))
    assert {"HOUTHI", "ALSHABAAB", "M23"} <= {row["actor"] for row in rows if row["from"]}


def test_every_table_says_up_to_which_day_it_is_known() -> None:
    days = known_days(bundle.folder("reference"))
    assert list(days) == list(TABLES)
    assert None not in days.values()
    assert max(day for day in days.values() if day) == load_reference().known_to == date(2026, 11, 23)


def test_a_folder_without_a_package_is_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"datapackage\.json is missing from"):
        known_days(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "caps.csv",
            ",500000,",
            ",half a million,",
            "caps.csv, row .*, column quantity: 'half a million' is not an amount",
        ),
        ("listings.csv", "2017-07-03;", "July 2017;", "listings.csv, row .*, column seen: .* is not made of days"),
        ("listings.csv", ",read,", ",seen,", "listings.csv, row .*, column tier: 'seen' is not one of"),
    ],
)
def test_a_cell_beside_the_paragraphs_that_cannot_be_read_is_named(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(bundle.folder("reference"), folder)
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8", newline="\n")
    with pytest.raises(TableError, match=message):
        load_reference(folder)


def test_the_ends_that_a_paragraph_holds_are_those_of_its_links() -> None:
    reference = load_reference()
    for provision in reference.provisions:
        exact = [link.amending for link in reference.amended_by(provision.id) if link.amended == provision.id]
        assert list(provision.amended_by) == exact
        exact = [link.amended for link in reference.amends(provision.id) if link.amending == provision.id]
        assert list(provision.amends) == exact
