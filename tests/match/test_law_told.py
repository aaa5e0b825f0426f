"""Statements of law as articles make them, each with the outcome of every citation in it.

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

TOLD = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "cases" / "laws.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return load_checker()


@pytest.mark.parametrize("case", TOLD, ids=[case["text"][:60] for case in TOLD])
def test_what_a_text_says_of_the_law_gets_this_outcome(checker: Checker, case: dict[str, Any]) -> None:
    document = document_from_text(case["text"], "told", published=date.fromisoformat(case["published"]))
    citations = record(check_document(document, checker))["citations"]
    assert sorted(one["outcome"] for one in citations) == sorted(case["outcomes"])
