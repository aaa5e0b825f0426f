"""Leads as flat rows: one row a flagged claim, for spreadsheets and data frames."""

from __future__ import annotations

from collections.abc import Iterator

from checker.formats.results import Record
from checker.model import Result
from checker.views import RunInfo, Wording
from checker.views.naming import sentence

COLUMNS = (
    "document_id", "source", "title", "language", "published", "synthetic", "claim_id", "lead", "label", "label_words",
    "certainty", "activity", "giver_id", "giver", "taker_id", "taker", "actor_id", "counterparty_id", "items",
    "quantity", "first_day", "last_day", "period_basis", "status", "speakers", "denied_by", "legal_link_by", "provisions",
    "symbols", "binding", "in_force", "tier", "evidence", "evidence_start", "evidence_end", "missing", "exemptions",
    "rule", "rationale", "evidence_page", "url",
)  # fmt: skip
"""The columns, in order; ``evidence_start`` and ``evidence_end`` count code points, end excluded; days are included."""

WHOLE = ("evidence_start", "evidence_end", "evidence_page")
"""The columns that hold whole numbers; ``synthetic`` holds true or false, all others words."""

Cell = str | int | bool | None


def lead_rows(result: Result, found: Record, run: RunInfo, words: Wording) -> Iterator[dict[str, Cell]]:
    """A row for each flagged claim of a document, in the order of the claims, as ``claim_rows`` has it."""
    rows = claim_rows(result, found, run, words)
    return (row for finding, row in zip(result.findings, rows, strict=True) if finding.label.flagged)


def claim_rows(result: Result, found: Record, run: RunInfo, words: Wording) -> Iterator[dict[str, Cell]]:
    """A row for each claim of a document, flagged or not, in their order; what is not known is None.

    ``found`` is the record of ``result``. Lists are joined by ``; ``, provisions that work together by `` + ``.
    """
    document = found["document"]
    for finding, claim in zip(result.findings, found["claims"], strict=True):
        primary = [one for one in claim["provisions"] if one["role"] == "primary"]
        first = claim["evidence"][0]
        cells: dict[str, Cell] = {
            "document_id": document["id"],
            "source": document["source"],
            "title": document["title"],
            "language": document["language"],
            "published": document["published"],
            "synthetic": result.document.synthetic,
            "claim_id": claim["id"],
            "lead": sentence(finding.claim, run.names, words),
            "label": claim["finding"]["label"],
            "label_words": words.say(f"label.{finding.label.value}"),
            "certainty": claim["finding"]["certainty"],
            "activity": claim["activity"],
            **_party("giver", claim["giver"]),
            **_party("taker", claim["taker"]),
            "actor_id": claim["actor"]["id"] if claim["actor"] else None,
            "counterparty_id": claim["counterparty"]["id"] if claim["counterparty"] else None,
            "items": _joined(one["text"] for one in claim["items"]),
            "quantity": _joined(one["text"] for one in claim["quantity"]),
            "first_day": claim["period"]["first_day"],
            "last_day": claim["period"]["last_day"],
            "period_basis": claim["period"]["basis"],
            "status": claim["status"],
            "speakers": _joined(one["name"] for one in claim["speakers"]),
            "denied_by": _joined(one["name"] for one in claim["denied_by"]),
            "legal_link_by": claim["finding"]["legal_link_by"],
            "provisions": _joined((one["id"] for one in primary), " + "),
            "symbols": _joined((f"{one['symbol']}, {one['paragraph']}" for one in primary), " + "),
            "binding": _joined((one["binding"] for one in primary), " + "),
            "in_force": _joined((one["in_force"] for one in primary), " + "),
            "tier": _joined((one["tier"] for one in primary), " + "),
            "evidence": first["exact"],
            "evidence_start": first["start"],
            "evidence_end": first["end"],
            "missing": _joined(claim["finding"]["missing"]),
            "exemptions": _joined(one["condition"] for one in claim["finding"]["exemptions"]),
            "rule": claim["finding"]["rule"],
            "rationale": claim["finding"]["rationale"],
            "evidence_page": first.get("page"),
            "url": document.get("url"),
        }
        yield {name: cells[name] for name in COLUMNS}


def _party(side: str, party: Record | None) -> dict[str, Cell]:
    return {f"{side}_id": party["id"] if party else None, side: party["name"] if party else None}


def _joined(parts: Iterator[str] | list[str], between: str = "; ") -> str | None:
    return between.join(parts) or None
