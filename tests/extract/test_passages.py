"""Passages in the manner of agencies and reports: the whole set of their claims, or that nothing of them is flagged.

Each was written with its answer before it was read by the program; kept are those that hold.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker.documents.reading import document_from_text
from checker.formats.results import record
from checker.model import Label
from checker.pipeline import Checker, check_document, load_checker

PASSAGES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "cases" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return load_checker()


@pytest.mark.parametrize("case", PASSAGES, ids=[case["text"][:60] for case in PASSAGES])
def test_a_passage_gives_these_claims(checker: Checker, case: dict[str, Any]) -> None:
    document = document_from_text(case["text"], "passage", published=date.fromisoformat(case["published"]))
    claims = record(check_document(document, checker))["claims"]
    if not case["claims"]:
        assert [one["activity"] for one in claims if Label(one["finding"]["label"]).flagged] == []
        return
    assert {f"{one['activity']} {end(one, 'giver')}>{end(one, 'taker')}" for one in claims} == set(case["claims"])


def end(claim: dict[str, Any], side: str) -> str:
    return claim[side]["id"] if claim[side] else "?"
