"""Claims, decisions and files for the tests of the review."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from checker import fingerprints
from checker.model import Label
from checker.review.decisions import SCHEMA, Decision, LawRow, Verdict, as_json
from checker.review.seen import Seen

RULE = LawRow("1718:8(b)", "primary", "0123456789ab")
SIDE = LawRow("1874:9", "supporting", "ba9876543210")


def seen(words: str = "Corval took delivery of shells", claim: str = "c-000000000001", **changed: object) -> Seen:
    """A lead; its anchors follow its words unless they are given."""
    anchor = fingerprints.anchor(words)
    one = Seen(
        "d-pier", "4f" * 32, claim, anchor, (anchor,), words, Label.ALLEGED_VIOLATION,
        "arms_export", "NORTH", "CORVAL", (RULE, SIDE),
    )  # fmt: skip
    return replace(one, **changed)  # type: ignore[arg-type]


def decided(one: Seen, verdict: Verdict = Verdict.ACCEPT, reviewer: str = "Ana", **changed: object) -> Decision:
    """The decision of a reviewer on a lead as it is."""
    reason = "wrong_party" if verdict is Verdict.REJECT else ""
    made = Decision(
        one.document, one.sha256, one.claim, one.anchor, one.words, one.label.value, one.activity, one.giver, one.taker,
        one.law, (), "ab" * 32, verdict, reviewer, "2026-12-01", reason,
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def exported(path: Path, *decisions: Decision, **changed: object) -> Path:
    """The file that a page would export for these decisions; ``changed`` replaces what it says on top."""
    reviewer = decisions[0].reviewer if decisions else "Ana"
    data: dict[str, object] = {
        "schema": SCHEMA,
        "run": {"sha256": "ab" * 32},
        "reviewer": reviewer,
        "decisions": [as_json(one) for one in decisions],
        **changed,
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    return path
