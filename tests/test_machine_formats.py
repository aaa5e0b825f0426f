"""Every machine format: what is in it, that others can read it, and that nothing in it can do harm."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from checker.corpus import failed
from checker.errors import ReportError, UsageError
from checker.formats.folder import OutFolder, is_ours
from checker.formats.leads import COLUMNS
from checker.formats.spreadsheet import cell_text
from checker.formats.writers import FILES, Output, written
from checker.model import Label, Result, Skipped
from checker.views import wording

HOSTILE = '=cmd|"/c calc"!A1 <script>alert(1)</script> {{ 7*7 }} \u202e\u0000\u0007\u2028 \U0001f680 ]]> & "x"'
ALL = tuple(FILES)
SARIF_SCHEMA = os.environ.get("CHECKER_SARIF_SCHEMA", "")


def hostile(result: Result) -> Result:
    """The sample with every word of the document that reaches a file replaced by words that try to do harm."""
    document = replace(result.document, title=HOSTILE, source=f"{HOSTILE}.txt")
    findings = tuple(
        replace(
            one,
            claim=replace(
                one.claim, evidence=tuple(replace(evidence, exact=HOSTILE) for evidence in one.claim.evidence)
            ),
        )
        for one in result.findings
    )
    return replace(result, document=document, findings=findings)


RESULTS = (
    *samples.everything(),
    replace(samples.everything()[0], skipped=(Skipped(0, 10, "budget"),)),
    failed("gone.txt", "gone.txt", "missing", "gone.txt: no such file"),
)
LEADS = [finding for result in RESULTS for finding in result.findings if finding.label.flagged]
CLAIMS = [finding for result in RESULTS for finding in result.findings]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(RESULTS, tmp_path_factory.mktemp("formats"))


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write([hostile(one) for one in RESULTS], tmp_path_factory.mktemp("hostile"))


def write(results: Any, folder: Path, names: tuple[str, ...] = ALL, **settings: Any) -> Path:
    output = Output(folder, samples.RUN, wording("en"), **settings)
    assert list(written(results, names, output)) == list(results)
    return folder


def test_the_samples_hold_leads_and_claims_that_are_none() -> None:
    assert LEADS
    assert len(CLAIMS) > len(LEADS)


def test_the_same_results_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write(RESULTS, tmp_path)
    for name in FILES.values():
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name


# --- CSV and Parquet: a row a lead ------------------------------------------------------------------------------


def test_csv_has_a_row_a_lead_and_a_byte_order_mark_for_spreadsheets(folder: Path) -> None:
    raw = (folder / FILES["csv"]).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfdocument_id,source,")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(LEADS)
    assert tuple(rows[0]) == COLUMNS
    first = LEADS[0]
    assert rows[0]["claim_id"] == first.claim.id
    assert rows[0]["label"] == first.label.value
    assert rows[0]["evidence"] == first.claim.evidence[0].exact
    assert rows[0]["evidence_start"] == str(first.claim.evidence[0].start)
    assert rows[0]["first_day"] == first.claim.period.first_day.isoformat()


FORMULAS = ["=1+1", "+33 1 23", "-2", "@SUM(A1)", "\tx", "\rx", "  =1", "＝1", "\u00a0=1", "\ufeff=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_starts_as_a_formula(text: str) -> None:
    assert cell_text(text) == f"'{text}"


@given(st.text())
def test_a_cell_never_starts_as_a_formula_and_never_loses_its_words(text: str) -> None:
    shown = cell_text(text)
    assert shown.removeprefix("'") == text.removeprefix("'") or shown == text
    assert not shown.lstrip(" \u00a0\ufeff").startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(("value", "shown"), [(None, ""), (True, "true"), (False, "false"), (12, "12"), ("", "")])
def test_other_cells_are_written_plainly(value: Any, shown: str) -> None:
    assert cell_text(value) == shown


def test_hostile_words_stay_words_in_csv(hostile_folder: Path) -> None:
    text = (hostile_folder / FILES["csv"]).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(LEADS)
    assert {row["evidence"] for row in rows} == {f"'{HOSTILE}"}


def test_parquet_has_the_columns_of_the_csv_with_their_kinds(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = pandas.read_parquet(folder / FILES["parquet"])
    assert tuple(frame.columns) == COLUMNS
    assert list(frame["claim_id"]) == [one.claim.id for one in LEADS]
    assert frame["evidence_start"].dtype.kind == "i"
    assert frame["synthetic"].dtype.kind == "b"


def test_parquet_without_its_library_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(
        UsageError, match=r"--format parquet needs pyarrow: install sanctions-claim-checker\[parquet\]"
    ):
        write(RESULTS, tmp_path, ("parquet",))


def test_a_run_without_leads_still_has_a_header(tmp_path: Path) -> None:
    write((), tmp_path)
    assert (tmp_path / FILES["csv"]).read_text(encoding="utf-8-sig").strip() == ",".join(COLUMNS)
    assert json.loads((tmp_path / FILES["sarif"]).read_text(encoding="utf-8"))["runs"][0]["results"] == []
    assert json.loads((tmp_path / FILES["webannotation"]).read_text(encoding="utf-8"))["items"] == []
    assert len(ET.parse(tmp_path / FILES["junit"]).getroot()) == 0


# --- SARIF ------------------------------------------------------------------------------------------------------


def sarif(folder: Path) -> dict[str, Any]:
    (run,) = json.loads((folder / FILES["sarif"]).read_text(encoding="utf-8"))["runs"]
    return dict(run)


def test_sarif_has_a_result_a_lead_and_never_an_error(folder: Path) -> None:
    run = sarif(folder)
    rules = [one["id"] for one in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == len(LEADS)
    for found, finding in zip(run["results"], LEADS, strict=True):
        assert found["level"] == ("warning" if finding.label is Label.ALLEGED_VIOLATION else "note")
        assert rules[found["ruleIndex"]] == found["ruleId"]
        assert found["properties"]["label"] == finding.label.value
    assert len(set(rules)) == len(rules)
    notices = [one["message"]["text"] for one in run["invocations"][0]["toolExecutionNotifications"]]
    assert notices == [one.error.message for one in RESULTS if one.error]


def test_sarif_places_are_lines_and_columns_of_the_text(folder: Path) -> None:
    leads = [(result.document.text, one) for result in RESULTS for one in result.findings if one.label.flagged]
    for found, (text, finding) in zip(sarif(folder)["results"], leads, strict=True):
        region = found["locations"][0]["physicalLocation"]["region"]
        evidence = finding.claim.evidence[0]
        assert (region["charOffset"], region["charLength"]) == (evidence.start, evidence.end - evidence.start)
        lines = text.split("\n")
        before = sum(len(line) + 1 for line in lines[: region["startLine"] - 1])
        assert before + region["startColumn"] - 1 == evidence.start
        assert region["snippet"]["text"] == evidence.exact


def test_fingerprints_do_not_move_with_the_text(folder: Path, tmp_path: Path) -> None:
    moved = [
        replace(one, document=replace(one.document, text="\n\nAn added paragraph.\n" + one.document.text))
        for one in RESULTS
    ]
    before = [one["partialFingerprints"] for one in sarif(folder)["results"]]
    after = [one["partialFingerprints"] for one in sarif(write(moved, tmp_path))["results"]]
    assert before == after


@pytest.mark.skipif(not SARIF_SCHEMA, reason="CHECKER_SARIF_SCHEMA does not name the published schema")
def test_sarif_fits_the_published_schema(folder: Path, hostile_folder: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(Path(SARIF_SCHEMA).read_text(encoding="utf-8"))
    for one in (folder, hostile_folder):
        jsonschema.validate(json.loads((one / FILES["sarif"]).read_text(encoding="utf-8")), schema)


# --- JUnit ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["folder", "hostile_folder"])
def test_junit_counts_what_it_holds(where: str, request: pytest.FixtureRequest) -> None:
    suites = ET.parse(request.getfixturevalue(where) / FILES["junit"]).getroot()
    assert len(suites) == len(RESULTS)
    for suite in suites:
        for name, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(name, "")) == len(suite.findall(f"testcase/{element}")), name
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
    assert sum(len(suite.findall("testcase/failure")) for suite in suites) == len(LEADS)
    assert len(suites.findall("testsuite/testcase/error")) == sum(one.error is not None for one in RESULTS)
    assert len(suites.findall("testsuite/testcase/skipped")) >= 1


def test_junit_fails_only_on_the_labels_that_fail_the_run(tmp_path: Path) -> None:
    write(RESULTS, tmp_path, ("junit",), failing=("denied",))
    failures = ET.parse(tmp_path / FILES["junit"]).getroot().findall("testsuite/testcase/failure")
    assert len(failures) == sum(one.label is Label.DENIED for one in CLAIMS)
    assert {one.get("type") for one in failures} <= {"denied"}


# --- Web Annotation ---------------------------------------------------------------------------------------------


def test_an_annotation_quotes_the_words_where_they_stand(folder: Path) -> None:
    page = json.loads((folder / FILES["webannotation"]).read_text(encoding="utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    texts = [result.document.text for result in RESULTS for one in result.findings if one.label.flagged]
    assert len(page["items"]) == len(LEADS)
    assert len({one["id"] for one in page["items"]}) > 1
    for one, text, finding in zip(page["items"], texts, LEADS, strict=True):
        for target, evidence in zip(one["target"], finding.claim.evidence, strict=True):
            quote, position = target["selector"]
            assert (position["start"], position["end"]) == (evidence.start, evidence.end)
            assert quote["exact"] == evidence.exact
            assert text[: evidence.start].endswith(quote["prefix"])
            assert text[evidence.end :].startswith(quote["suffix"])
            assert target["source"].startswith(("urn:checker:document:d-", "https://actu.invalid/"))


# --- SQLite -----------------------------------------------------------------------------------------------------


def test_the_database_holds_every_claim_and_joins_up(folder: Path) -> None:
    base = sqlite3.connect(folder / FILES["sqlite"])
    base.execute("PRAGMA foreign_keys = ON")
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    counted = {name: base.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("documents", "claims")}
    assert counted == {"documents": len(RESULTS), "claims": len(CLAIMS)}
    leads = base.execute("SELECT label, evidence FROM leads").fetchall()
    assert leads == [(one.label.value, one.claim.evidence[0].exact) for one in LEADS]
    provisions = sum(len(one.assessed) for one in CLAIMS)
    assert base.execute("SELECT count(*) FROM provisions").fetchone() == (provisions,)
    (error,) = base.execute("SELECT error FROM documents WHERE error_slug = 'missing'").fetchone()
    assert error == "gone.txt: no such file"


# --- the out folder knows its own -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(FILES.values()))
def test_a_file_of_ours_is_known_again_and_a_foreign_one_is_left_alone(
    folder: Path, tmp_path: Path, name: str
) -> None:
    assert is_ours(folder / name)
    foreign = tmp_path / name
    foreign.write_text("something of mine", encoding="utf-8")
    assert not is_ours(foreign)
    with pytest.raises(ReportError, match="was not written by checker"), OutFolder(tmp_path, (name,)):
        pass
    assert foreign.read_text(encoding="utf-8") == "something of mine"
