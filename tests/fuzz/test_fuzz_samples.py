"""A sample of what the fuzzer tries, always the same inputs: nothing fails but in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz_targets import TARGETS, tried
from seeds import seeds, spoiled

from checker.review.decisions import read_decisions
from checker.review.ledger import read_ledger

SAMPLE = {"files": 1000, "texts": 150, "citations": 500, "times": 3000, "quantities": 3000, "tables": 300, "decisions": 1000}


@pytest.mark.parametrize("name", TARGETS)
def test_spoiled_inputs_are_answered_or_refused_in_words(name: str) -> None:
    for raw in (*seeds(name)[:10], *spoiled(name, SAMPLE[name], seed=1)):
        tried(name, raw)


@pytest.mark.long
@pytest.mark.parametrize("name", TARGETS)
def test_many_spoiled_inputs_are_answered_or_refused_in_words(name: str) -> None:
    for raw in spoiled(name, SAMPLE[name] * 20, seed=2):
        tried(name, raw)


def test_what_the_fuzzer_begins_with_is_read(tmp_path: Path) -> None:
    for raw in seeds("decisions"):
        (tmp_path / "one").write_bytes(raw[1:])
        read = read_ledger(tmp_path / "one").decisions if raw[0] % 2 else read_decisions(tmp_path / "one")
        assert len(read) == 1
