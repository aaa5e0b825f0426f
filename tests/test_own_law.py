"""Tables laid over the built-in ones: the worked examples of the docs, what they change, and what is refused where."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.overlay import read_overlay
from checker.overlay_validation import validate_overlay

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "your-own-law.md"
EXAMPLES = ROOT / "docs" / "own-law"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    runner = CliRunner()
    return lambda *arguments: runner.invoke(main, [*arguments])


def commands() -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line.removeprefix("checker ") for block in blocks for line in block.splitlines()]


EXPECTED = {
    "reference in-force --on 2026-11-20 --regime yemen": "unconfirmed: 2140:11",
    "reference validate --reference docs/own-law/renewal": "the tables hold together",
    "reference in-force --on 2026-11-20 --regime yemen --reference docs/own-law/renewal": "9 yes, 0 disputed, 0 unc",
    'reference show "2140, para. 11" --on 2026-11-20 --reference docs/own-law/renewal': "on 2026-11-20: yes",
    'explain "Egypt shipped rifles': "2899:1 arms_import (primary",
    'explain "L’Égypte a livré des fusils': "2899:1 arms_import (primary",
    "reference html -o atlantis-law": "37 pages: atlantis-law/index.html",
}


@pytest.mark.parametrize("line", commands())
def test_a_command_of_the_page_says_what_the_page_promises(run: Run, line: str) -> None:
    done = run(*shlex.split(line))
    assert done.exit_code == 0, done.stderr
    expected = max((key for key in EXPECTED if line.startswith(key)), key=len)
    assert EXPECTED[expected] in done.stdout
    if "--reference" in line and "validate" not in line:
        name = "atlantis 2 (" if "atlantis" in line else "yemen-renewal 1 ("
        assert re.search(rf"^checker: tables .* with {re.escape(name)}.*laid over, law known to 2026", done.stderr)


@pytest.mark.parametrize(
    ("day", "overlay", "force"),
    [
        ("2026-11-14", "", "yes"),
        ("2026-11-15", "", "unconfirmed"),
        ("2026-11-15", "renewal", "yes"),
        ("2027-11-14", "renewal", "yes"),
        ("2027-11-15", "renewal", "unconfirmed"),
    ],
)
def test_a_renewal_turns_unconfirmed_into_yes_for_its_term(run: Run, day: str, overlay: str, force: str) -> None:
    extra = ("--reference", f"docs/own-law/{overlay}") if overlay else ()
    done = run("reference", "in-force", "--on", day, "--format", "json", *extra)
    rows = {row["id"]: row for row in json.loads(done.stdout)}
    assert rows["2140:11"]["in_force"] == force
    seen = {"unconfirmed": "2027-11-14" if overlay else "2026-11-14"}.get(force)
    assert rows["2140:11"]["last_day_seen"] == seen
    assert rows["2216:14"]["in_force"] == "yes"


def test_results_name_the_tables_that_were_laid_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Egypt shipped rifles to Atlantis in June 2026, the minister said.\n", "utf-8")
    options = ("--published", "2026-07-10", "--as-of", "2026-11-23", "--reference", "docs/own-law/atlantis")
    done = run("check", "a.txt", *options, "-o", "out")
    assert done.exit_code == 0, done.stderr
    tables = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["tables"]
    held = read_overlay(EXAMPLES / "atlantis", ROOT / "reference")
    assert tables["overlay"] == {"name": "atlantis", "version": "2", "sha256": held.sha256}
    assert "atlantis 2 (" in done.stdout
    assert str(held) in (tmp_path / "out" / "index.html").read_text("utf-8")
    (result,) = map(json.loads, (tmp_path / "out" / "results.jsonl").read_text("utf-8").splitlines())
    assert [p["id"] for p in result["claims"][0]["provisions"] if p["role"] == "primary"] == ["2899:1"]
    piped = run("check", "a.txt", *options, "-o", "-")
    assert "with atlantis 2 (" in piped.stderr
    two = run("check", "a.txt", *options, "-o", "two", "--jobs", "2")
    assert two.exit_code == 0
    assert (tmp_path / "two" / "results.jsonl").read_bytes() == (tmp_path / "out" / "results.jsonl").read_bytes()


def test_without_an_overlay_the_manifest_says_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing happened.\n", "utf-8")
    run("check", "a.txt", "--published", "2026-07-10", "-f", "json", "-o", "out")
    assert json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["tables"]["overlay"] is None


def test_scores_name_the_tables(run: Run) -> None:
    cases = ROOT / "tests" / "corpus"
    done = run("evaluate", str(cases), "--format", "json", "--reference", "docs/own-law/renewal")
    assert "yemen-renewal 1 (" in json.loads(done.stdout)["tables"]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "atlantis", tmp_path / "mine"))


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("periods.csv", "2027-05-31", "2027-13-31", "periods.csv, row 3, last_day: '2027-13-31' is not a day"),
        ("periods.csv", ",to_target,", ",", "periods.csv, row 2: 11 cells instead of 12"),
        ("periods.csv", "first_day", "from_day", "periods.csv, row 1: the column first_day is missing"),
        ("provisions.csv", "2899:2,atlantis,2899", "2899:2,lemuria,2899", "'lemuria' is not in regimes.csv"),
        (
            "provisions.csv",
            ",2,prohibition,",
            ",5,prohibition,",
            "provisions.csv, row 3, paragraph: '5' does not agree",
        ),
        ("elements.csv", ",coal,", ",coals,", "elements.csv, row 3, values: 'coals' is not in items.csv"),
        ("regimes.csv", ",ATL,", ",ATX,", "regimes.csv, row 2, target_ids: 'ATX' is not in actors.csv"),
        (
            "languages/en/names.csv",
            "Atlanteans,ATL",
            "Atlanteans,ATX",
            "names.csv, row 3, actor: 'ATX' is not in actors",
        ),
        ("languages/fr/names.csv", "form,actor", "form,acteur", "names.csv, row 1: the column actor is missing"),
        ("datapackage.json", "known_to", "known", "datapackage.json needs name, version and known_to"),
        ("datapackage.json", "2026-11-23", "soon", "datapackage.json needs name, version and known_to"),
    ],
)
def test_what_is_wrong_is_named_by_file_row_and_column(
    run: Run, mine: Path, file: str, old: str, new: str, says: str
) -> None:
    path = mine / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    done = run("explain", "Egypt shipped rifles to Atlantis.", "--on", "2026-07-10", "--reference", "mine")
    assert done.exit_code == 2
    assert says in done.stderr
    assert done.stderr.startswith("checker: --reference mine: ")
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("period.csv", "period.csv is no table that can be laid over: did you mean periods.csv?"),
        ("languages/en/name.csv", "did you mean languages/en/names.csv?"),
        ("languages/de/names.csv", "languages/de/names.csv is no table that can be laid over"),
        ("languages/en/calendar.csv", "languages/en/calendar.csv is no table that can be laid over"),
    ],
)
def test_a_file_that_nobody_would_read_is_refused(run: Run, mine: Path, file: str, says: str) -> None:
    (mine / file).parent.mkdir(exist_ok=True)
    (mine / file).write_text("id\n", "utf-8")
    done = run("reference", "list", "--reference", "mine")
    assert done.exit_code == 2
    assert says in done.stderr


def test_a_folder_without_tables_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    done = run("reference", "coverage", "--reference", "mine")
    assert done.exit_code == 2
    assert "mine holds no table: put periods.csv or another file named as in reference/ there" in done.stderr


def test_validate_lists_every_problem_and_says_which_rows_are_yours(run: Run, mine: Path) -> None:
    path = mine / "periods.csv"
    path.write_text(path.read_text("utf-8").replace("2026-05-04", "2026-13-01"), "utf-8")
    done = run("reference", "validate", "--reference", "mine")
    assert done.exit_code == 1
    assert "mine/periods.csv, row 2, first_day" in done.stdout
    assert "mine/periods.csv, row 4, first_day" in done.stdout


def test_a_row_of_the_built_in_tables_that_breaks_under_yours_is_named_as_theirs(mine: Path) -> None:
    (mine / "places.csv").write_text("id,name_en,name_fr,state,controller\nDARFUR,Darfur,Darfour,ATL,ATX\n", "utf-8")
    (problem,) = validate_overlay(ROOT / "reference", mine)
    assert str(problem) == "mine/places.csv, row 2, controller: 'ATX' is not in actors.csv"


def test_words_replace_the_built_in_ones_that_share_their_first_cell(run: Run, mine: Path) -> None:
    (mine / "languages" / "en" / "items.csv").write_text("form,item,ambiguous,needs\nwidgets,coal,0,\n", "utf-8")
    sentence = "Atlantis sold widgets to China in July 2026, the minister said."
    done = run("explain", sentence, "--on", "2026-07-20", "--reference", "mine")
    assert "2899:2 coal_export (primary" in done.stdout


def test_a_folder_without_a_package_goes_by_its_own_name(mine: Path) -> None:
    (mine / "datapackage.json").unlink()
    held = read_overlay(mine, ROOT / "reference")
    assert (held.name, held.version, held.known_to) == ("mine", "", None)
    assert str(held) == f"mine ({held.sha256[:12]})"


def test_the_digest_is_of_the_rows_and_not_of_the_ends_of_lines(mine: Path) -> None:
    before = read_overlay(mine, ROOT / "reference").sha256
    for path in mine.rglob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_overlay(mine, ROOT / "reference").sha256 == before
    (mine / "periods.csv").write_text("id\n", "utf-8")
    assert read_overlay(mine, ROOT / "reference").sha256 != before
