"""What two results differ in, what moved it, and which words of --fail-on that meets."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples

from checker.errors import InputError
from checker.formats.comparison import Baseline, differences
from checker.formats.results import json_line, record

RECORDS = [record(one) for one in samples.everything()]
ABOUT = {"checker": "1", "tables": {"sha256": "a"}, "as_of": "2026-01-01", "options": {}}


def store(folder: Path, records: list[dict[str, Any]], **about: Any) -> Path:
    folder.mkdir()
    text = "".join(json_line(one) for one in records)
    (folder / "results.jsonl").write_text(text, encoding="utf-8", newline="\n")
    (folder / "run.json").write_text(json.dumps({**ABOUT, **about}), encoding="utf-8")
    return folder


def with_lead(records: list[dict[str, Any]]) -> int:
    """The number of a document whose first claim is an alleged violation."""
    return next(at for at, one in enumerate(records) if one["claims"] and _label(one) == "alleged_violation")


def _label(one: dict[str, Any]) -> str:
    return str(one["claims"][0]["finding"]["label"])


@pytest.fixture
def now() -> list[dict[str, Any]]:
    return deepcopy(RECORDS)


def test_the_same_results_differ_in_nothing(tmp_path: Path) -> None:
    assert list(differences(store(tmp_path / "a", RECORDS), store(tmp_path / "b", RECORDS))) == []


def test_a_new_document_is_new_with_every_label_of_it(tmp_path: Path, now: list[dict[str, Any]]) -> None:
    at = with_lead(now)
    old = store(tmp_path / "a", now[:at] + now[at + 1 :])
    found = [one for one in differences(old, store(tmp_path / "b", now)) if one.claim]
    assert {one.change for one in found} == {"appeared"}
    assert {one.moved_by for one in found} == {"new input"}
    assert any("alleged_violation" in one.newly for one in found)


def test_a_document_that_is_gone_takes_its_leads_along(tmp_path: Path, now: list[dict[str, Any]]) -> None:
    at = with_lead(now)
    new = store(tmp_path / "b", now[:at] + now[at + 1 :])
    found = list(differences(store(tmp_path / "a", now), new))
    assert {one.change for one in found} == {"gone"}
    assert any(one.newly == ("absent",) for one in found)
    assert {one.key for one in found if one.claim} == {now[at]["document"]["id"]}


def test_a_renamed_document_is_the_same_by_its_bytes(tmp_path: Path, now: list[dict[str, Any]]) -> None:
    at = with_lead(now)
    now[at]["document"] |= {"id": "d-moved", "source": "moved.txt"}
    assert list(differences(store(tmp_path / "a", RECORDS), store(tmp_path / "b", now))) == []


CAUSES = {
    "another version of checker": {"checker": "2"},
    "other tables of law": {"tables": {"sha256": "b"}},
    "another day of looking at the law": {"as_of": "2026-01-02"},
    "other options": {"options": {"--language": "fr"}},
}


@pytest.mark.parametrize("cause", CAUSES)
def test_a_law_row_that_answers_otherwise_is_named(tmp_path: Path, now: list[dict[str, Any]], cause: str) -> None:
    claim = now[with_lead(now)]["claims"][0]
    primary = next(one for one in claim["provisions"] if one["role"] == "primary")
    primary["in_force"], primary["label"] = "no", "not_in_force"
    claim["finding"]["label"] = "not_in_force"
    (one,) = differences(store(tmp_path / "a", RECORDS), store(tmp_path / "b", now, **CAUSES[cause]))
    assert one.change == "changed"
    assert one.newly == ("changed", "not_in_force")
    assert one.moved_by.startswith(f"{cause}: law row {primary['id']} was primary, in force yes")
    assert "label was alleged_violation, is not_in_force" in one.what


def test_other_words_are_quoted_when_the_text_changed(tmp_path: Path, now: list[dict[str, Any]]) -> None:
    document = now[with_lead(now)]
    document["document"]["sha256"] = "0" * 64
    document["claims"][0]["evidence"][0]["exact"] = "other words"
    document["claims"][0]["status"] = "planned"
    (one,) = differences(store(tmp_path / "a", RECORDS), store(tmp_path / "b", now))
    assert one.moved_by.startswith("other words in the document: it quoted “")
    assert one.moved_by.endswith("it quotes “other words”")
    assert one.newly == ("changed",)


def test_edits_elsewhere_in_a_document_change_nothing(tmp_path: Path, now: list[dict[str, Any]]) -> None:
    for one in now:
        one["document"]["sha256"] = "0" * 64
        for claim in one["claims"]:
            for evidence in claim["evidence"]:
                evidence["start"] += 100
                evidence["end"] += 100
            for provision in claim["provisions"]:
                provision["score"] -= 1
    assert list(differences(store(tmp_path / "a", RECORDS), store(tmp_path / "b", now))) == []


def test_a_gap_that_is_new_is_skipped_anew(tmp_path: Path, now: list[dict[str, Any]]) -> None:
    now[with_lead(now)]["skipped"].append({"start": 0, "end": 3, "reason": "budget"})
    (one,) = differences(store(tmp_path / "a", RECORDS), store(tmp_path / "b", now))
    assert (one.newly, one.what) == (("skipped",), "not read in full: budget")


def test_states_of_the_claims_compared_last(tmp_path: Path, now: list[dict[str, Any]]) -> None:
    baseline = Baseline(store(tmp_path / "a", RECORDS), ABOUT)
    document = now[with_lead(now)]
    claim = deepcopy(document["claims"][0])
    document["claims"][0]["status"] = "planned"
    document["claims"].append({**claim, "id": "c-added"})
    baseline.compare(document)
    assert baseline.states[claim["id"]] == "updated"
    assert baseline.states["c-added"] == "new"
    assert set(baseline.states.values()) <= {"new", "updated", "unchanged"}


def test_without_a_manifest_the_cause_is_said_to_be_unknown(tmp_path: Path, now: list[dict[str, Any]]) -> None:
    now[with_lead(now)]["claims"][0]["status"] = "planned"
    old = store(tmp_path / "a", RECORDS)
    (old / "run.json").unlink()
    (one,) = differences(old, store(tmp_path / "b", now))
    assert one.moved_by == "not known: no run.json beside one of the results"


def test_what_is_no_results_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        Baseline(tmp_path / "none", {})
