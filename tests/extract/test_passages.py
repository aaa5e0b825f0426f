"""Passages in the manner of agencies and reports: the whole set of their claims, or that nothing of them is flagged.

Each was written with its answer before it was read by the program; kept are those that hold.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from checker.documents.reading import document_from_text
from checker.pipeline import Checker, check_document, load_checker

PASSAGES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "cases" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return load_checker()


@pytest.mark.parametrize("case", PASSAGES, ids=[case["text"][:60] for case in PASSAGES])
def test_a_passage_gives_these_claims(checker: Checker, case: dict[str, object]) -> None:
    document = document_from_text(str(case["text"]), "passage", published=date.fromisoformat(str(case["published"])))
    findings = check_document(document, checker).findings
    if not case["claims"]:
        assert [finding.claim.activity for finding in findings if finding.label.flagged] == []
        return
    told = {
        f"{one.claim.activity} {one.claim.giver.id if one.claim.giver else '?'}>{one.claim.taker.id if one.claim.taker else '?'}"
        for one in findings
    }
    assert told == set(case["claims"])  # type: ignore[call-overload]
