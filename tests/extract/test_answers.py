"""Who denies what: short reports with the answers to them, each claim with everybody who denies it.

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
from checker.pipeline import Checker, check_document, load_checker

ANSWERED = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "cases" / "answers.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return load_checker()


@pytest.mark.parametrize("case", ANSWERED, ids=[case["text"][-60:] for case in ANSWERED])
def test_each_claim_is_denied_by_these(checker: Checker, case: dict[str, Any]) -> None:
    document = document_from_text(case["text"], "answered", published=date.fromisoformat(case["published"]))
    claims = record(check_document(document, checker))["claims"]
    found = {
        f"{one['activity']} {end(one, 'giver')}>{end(one, 'taker')}": sorted(who["id"] or who["name"] for who in one["denied_by"])
        for one in claims
    }
    assert found == case["denied"]


def end(claim: dict[str, Any], side: str) -> str:
    return claim[side]["id"] if claim[side] else "?"
