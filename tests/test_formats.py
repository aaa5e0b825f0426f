"""Results as JSON lines, the out folder, and what a terminal shows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from checker.corpus import failed
from checker.errors import InputError, ReportError
from checker.formats.folder import MANIFEST, OutFolder, is_ours
from checker.formats.results import SCHEMA, activity_of, json_line, read_records, record
from checker.formats.terminal import Tally, lead_lines, summary_lines
from checker.model import Document, Label, Result, Role, Skipped
from checker.report import MARK
from checker.views import wording

RESULTS = samples.everything()
SCHEMA_FILE = Path(__file__).parent.parent / "docs" / "result.schema.json"

CLAIM_KEYS = (
    "id activity activities giver taker actor counterparty items quantity period status speakers denied_by evidence"
    " statements finding provisions anchor"
)
KEYS = {
    "": "schema document claims citations skipped error",
    "document": "id source sha256 title language published published_basis",
    "claims": CLAIM_KEYS,
    "claims.giver": "id name",
    "claims.items": "id text",
    "claims.period": "first_day last_day basis",
    "claims.speakers": "id name via",
    "claims.evidence": "exact start end block",
    "claims.statements": "status speakers evidence",
    "claims.finding": "label rule certainty rationale legal_link_by missing exemptions",
    "claims.provisions": "id symbol paragraph role label binding bound in_force why tier score reasons row",
    "claims.provisions.reasons": "name element score sentence",
    "citations": "exact start end cited outcome provisions rationale",
    "skipped": "start end reason",
    "error": "slug message",
}


def found_at(value: Any, path: str) -> list[dict[str, Any]]:
    """Every object at a path, through lists."""
    if isinstance(value, list):
        return [inner for one in value for inner in found_at(one, path)]
    if value is None:
        return []
    if not path:
        return [value]
    name, _, rest = path.partition(".")
    return found_at(value[name], rest)


# --- JSON lines -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", KEYS, ids=lambda path: path or "line")
def test_keys_and_their_order_are_those_of_the_contract(path: str) -> None:
    objects = [one for result in RESULTS for one in found_at(record(result), path)]
    assert objects, f"no sample has {path}"
    for one in objects:
        assert list(one) == KEYS[path].split()


def test_every_line_fits_the_published_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed here")
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for result in RESULTS:
        # sample documents have readable ids and hashes
        found = json.loads(json_line(record(result)))
        found["document"] |= {"id": "d-0123456789ab", "sha256": "", "published_basis": "argument"}
        jsonschema.validate(found, schema)


def test_the_activity_of_a_claim_is_that_of_its_primary_provision() -> None:
    for finding in (one for result in RESULTS for one in result.findings):
        primary = [one for one in finding.assessed if one.match.role is Role.PRIMARY]
        wanted = primary[0].match.provision.activity if primary else finding.claim.activity
        assert activity_of(finding) == wanted
    other = next(one for result in RESULTS for one in result.findings if one.assessed)
    moved = replace(other, claim=replace(other.claim, activity="seafood_export", activities=("seafood_export",)))
    claim = record(Result(RESULTS[0].document, (moved,)))["claims"][0]
    assert claim["activity"] == activity_of(other) != "seafood_export"
    assert claim["activities"] == [activity_of(other), "seafood_export"]


def test_statements_point_at_the_evidence_of_their_claim() -> None:
    for claim in found_at([record(result) for result in RESULTS], "claims"):
        for statement in claim["statements"]:
            assert all(0 <= at < len(claim["evidence"]) for at in statement["evidence"])


def test_offsets_are_those_of_the_text() -> None:
    for result in RESULTS:
        line = record(result)
        for one in [*found_at(line, "claims.evidence"), *found_at(line, "citations")]:
            assert result.document.text[one["start"] : one["end"]] == one["exact"]


def test_a_failed_input_is_a_line_with_an_error_and_no_claims() -> None:
    line = record(failed("a/b.txt", "a/b.txt", "binary", "b.txt: a program"))
    assert line["error"] == {"slug": "binary", "message": "b.txt: a program"}
    assert (line["claims"], line["citations"], line["skipped"]) == ([], [], [])
    assert line["document"]["source"] == "a/b.txt"
    assert line["document"]["published"] is None


def test_letters_stand_as_they_are_and_nothing_else_breaks_a_line() -> None:
    document = replace(RESULTS[0].document, title="Corée\u2028du\u2029Nord\x85, 북한")
    line = json_line(record(Result(document)))
    assert "Corée" in line
    assert "북한" in line
    assert len(line.splitlines()) == 1
    assert json.loads(line)["document"]["title"] == document.title


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_line_is_one_line_whatever_a_title_holds(title: str) -> None:
    line = json_line(record(Result(Document("d-x", "x", "x", "", "", title=title))))
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    assert json.loads(line)["document"]["title"] == title


def test_results_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    lines = [json_line(record(result)) for result in RESULTS]
    (tmp_path / "results.jsonl").write_text("".join(lines), encoding="utf-8")
    assert list(read_records(tmp_path)) == list(read_records(tmp_path / "results.jsonl"))
    assert [json_line(one) for one in read_records(tmp_path)] == lines


@pytest.mark.parametrize(
    ("words", "slug", "says"),
    [
        (None, "missing", "does not exist"),
        ("{", "results", "line 1: not a JSON object"),
        ('{"schema": "other/1"}', "results", "line 1: 'schema' is not 'checker/result/1'"),
        ('{"schema": "checker/result/1"}', "results", "'document' is missing"),
    ],
    ids=["no file", "no JSON", "another schema", "half a line"],
)
def test_what_is_no_results_file_is_refused_with_its_line(
    tmp_path: Path, words: str | None, slug: str, says: str
) -> None:
    file = tmp_path / "results.jsonl"
    if words is not None:
        file.write_text(words + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=says) as caught:
        list(read_records(file))
    assert caught.value.slug == slug


# --- the out folder ---------------------------------------------------------------------------------------------


def page(out: Path, name: str, words: str = "") -> None:
    mark = f'<meta name="generator" content="{MARK}">'
    (out / name).write_text(f"<!doctype html>{mark}{words}", encoding="utf-8")


def lines(out: Path) -> None:
    (out / "results.jsonl").write_text(f'{{"schema": "{SCHEMA}"}}\n', encoding="utf-8")


def names(out: Path) -> set[str]:
    return {path.name for path in out.iterdir()}


def test_a_run_is_put_in_place_at_its_end_with_a_list_of_its_files(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    with OutFolder(out) as folder:
        page(folder.staging, "index.html")
        page(folder.staging, "d-1.html")
        lines(folder.staging)
        assert not (out / "index.html").exists()
        folder.publish({"checker": "0"})
    assert names(out) == {"index.html", "d-1.html", "results.jsonl", MANIFEST}
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    assert list(manifest) == ["schema", "checker", "files", "sha256"]
    assert manifest["files"] == ["d-1.html", "index.html", "results.jsonl"]


def test_earlier_files_of_ours_are_replaced_or_removed_and_others_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "d-foreign.html").write_text("<p>mine</p>", encoding="utf-8")
    for number in (1, 2):
        with OutFolder(tmp_path) as folder:
            page(folder.staging, "index.html", str(number))
            page(folder.staging, f"d-{number}.html")
            folder.publish({})
    page(tmp_path, "d-stopped.html")  # left behind by a run that was stopped
    with OutFolder(tmp_path) as folder:
        lines(folder.staging)
        folder.publish({})
    assert names(tmp_path) == {"notes.txt", "d-foreign.html", "results.jsonl", MANIFEST}


def test_a_run_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    page(tmp_path, "index.html", "old")

    def stop(out: Path) -> None:
        with OutFolder(out) as folder:
            page(folder.staging, "index.html", "new")
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        stop(tmp_path)
    assert names(tmp_path) == {"index.html"}
    assert (tmp_path / "index.html").read_text(encoding="utf-8").endswith("old")
    with pytest.raises(RuntimeError, match="stopped"):
        stop(tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["index.html", "results.jsonl", MANIFEST])
def test_a_foreign_file_in_the_way_stops_a_run_before_it_begins(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(ReportError, match="was not written by checker") as caught, OutFolder(tmp_path):
        pytest.fail("the run began")
    assert caught.value.slug == "foreign-file"
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_foreign_page_in_the_way_stops_a_run_before_anything_is_replaced(tmp_path: Path) -> None:
    page(tmp_path, "index.html", "old")
    (tmp_path / "d-1.html").write_text("mine", encoding="utf-8")
    with OutFolder(tmp_path) as folder:
        page(folder.staging, "index.html", "new")
        page(folder.staging, "d-1.html")
        with pytest.raises(ReportError, match="was not written by checker"):
            folder.publish({})
    assert (tmp_path / "index.html").read_text(encoding="utf-8").endswith("old")


def test_a_manifest_cannot_name_files_outside_its_folder(tmp_path: Path) -> None:
    page(tmp_path, "d-outside.html")
    out = tmp_path / "out"
    out.mkdir()
    forged = {"schema": "checker/run/1", "files": ["../d-outside.html", "a/../../d-outside.html", 7]}
    (out / MANIFEST).write_text(json.dumps(forged), encoding="utf-8")
    with OutFolder(out) as folder:
        folder.publish({})
    assert (tmp_path / "d-outside.html").is_file()


def test_a_link_is_never_ours(tmp_path: Path) -> None:
    page(tmp_path, "d-1.html")
    (tmp_path / "index.html").symlink_to(tmp_path / "d-1.html")
    assert is_ours(tmp_path / "d-1.html")
    assert not is_ours(tmp_path / "index.html")
    with pytest.raises(ReportError, match="was not written by checker"), OutFolder(tmp_path):
        pytest.fail("the run began")


def test_an_out_folder_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with (
        pytest.raises(ReportError, match=r"cannot write to .*choose another folder with --out"),
        OutFolder(tmp_path / "out"),
    ):
        pytest.fail("the run began")


# --- the terminal -----------------------------------------------------------------------------------------------


def test_a_lead_is_one_line_with_label_sentence_and_rule() -> None:
    result = next(one for one in RESULTS if any(f.label is Label.ALLEGED_VIOLATION for f in one.findings))
    head, *leads = lead_lines(result, samples.NAMES, wording("en"))
    assert result.document.source in head
    assert len(leads) == sum(finding.label.flagged for finding in result.findings)
    first = leads[0].strip().split(" | ")
    assert first[0] == "Alleged violation: reported, not established"
    assert first[1].startswith(("Alleged: ", "Reported: "))
    assert ":" in first[2]
    assert not any("\x1b" in text for text in leads)


def test_colour_only_where_it_is_asked_for_and_french_where_the_report_is() -> None:
    result = next(one for one in RESULTS if any(f.label.flagged for f in one.findings))
    assert any("\x1b[" in text for text in lead_lines(result, samples.NAMES, wording("en"), colour=True))
    french = list(lead_lines(result, samples.NAMES, wording("fr")))
    assert "Violation alléguée" in " ".join(french) or "Question ouverte" in " ".join(french)


def test_a_document_without_leads_says_nothing() -> None:
    assert list(lead_lines(Result(RESULTS[0].document), samples.NAMES, wording("en"))) == []


def test_a_title_cannot_drive_the_terminal() -> None:
    result = next(one for one in RESULTS if any(f.label.flagged for f in one.findings))
    hostile = replace(result, document=replace(result.document, title="\x1b[2Jgone\r\nx"))
    assert not any("\x1b" in text or "\r" in text for text in lead_lines(hostile, samples.NAMES, wording("en")))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_summary_counts_and_ends_with_the_standing_notices(language: str) -> None:
    tally = Tally()
    for result in RESULTS:
        tally.add(result)
    words = wording(language)
    text = "\n".join(summary_lines(tally, samples.RUN, words, ("out/index.html",)))
    assert str(tally.documents) in text
    for label in Label:
        assert (words.say(f"label.{label.value}") in text) == bool(tally.labels[label])
    assert "out/index.html" in text
    assert text.endswith(f"{words.say('notice.program')} {words.say('notice.clearance')}")


@pytest.mark.parametrize(
    ("reasons", "counted"),
    [
        ((), 0),
        (("teaser", "caption", "boilerplate"), 0),
        (("incomplete",), 0),
        (("language",), 1),
        (("teaser", "budget"), 1),
    ],
    ids=["nothing", "page furniture", "nothing to compare", "language", "budget"],
)
def test_page_furniture_does_not_count_as_unread(reasons: tuple[str, ...], counted: int) -> None:
    tally = Tally()
    document = Document("d-x", "x", "x", "", "words", published=date(2024, 5, 1))
    tally.add(Result(document, skipped=tuple(Skipped(0, 5, one) for one in reasons)))
    assert tally.skipped == counted
