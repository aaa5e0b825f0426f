"""A result -> the rows of four tables: claims, documents, citations, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterator

from checker.formats.leads import COLUMNS, Cell, claim_rows
from checker.formats.results import Record
from checker.formats.results import record as as_record
from checker.frames.cells import BadCell
from checker.model import Result
from checker.views import RunInfo, Wording

Rows = dict[str, list[dict[str, Cell]]]
"""The rows of each table by its name."""

_DAYS = frozenset({"published", "first_day", "last_day"})
_WHOLE = frozenset({"evidence_start", "evidence_end", "start", "end", "characters", "claims", "leads", "citations"})
_TRUTH = frozenset({"flagged", "synthetic"})

TABLES: dict[str, tuple[str, ...]] = {
    "claims": ("row", "flagged", *COLUMNS),
    "documents": (
        "row", "document_id", "source", "title", "language", "published", "published_basis", "synthetic", "characters",
        "claims", "leads", "citations", "notices", "sha256",
    ),
    "citations": ("row", "document_id", "exact", "start", "end", "cited", "outcome", "provisions", "rationale"),
    "skipped": ("row", "document_id", "column", "start", "end", "reason", "detail"),
}  # fmt: skip
"""The columns of each table, in order. ``row`` is the label of the row that a document came from."""


def kind_of(column: str) -> str:
    """The pandas type of a column: words, days, whole numbers that may be missing, or true and false."""
    if column in _DAYS:
        return "datetime64[s]"
    return "Int64" if column in _WHOLE else "bool" if column in _TRUTH else "str"


def tidy(row: str, result: Result, run: RunInfo, words: Wording, column: str = "") -> Rows:
    """The rows of one checked document; one that could not be read has a row among the skipped and no other.

    ``column`` is where its text came from. Offsets are code points of the text, end excluded; days are ISO words, both
    included.
    """
    if result.error is not None:
        cells: dict[str, Cell] = {
            "row": row, "document_id": result.document.id, "column": column or None, "start": None, "end": None,
            "reason": result.error.slug, "detail": result.error.message,
        }  # fmt: skip
        return {"claims": [], "documents": [], "citations": [], "skipped": [cells]}
    found = as_record(result)
    return {
        "claims": [
            {"row": row, "flagged": finding.label.flagged, **cells}
            for finding, cells in zip(result.findings, claim_rows(result, found, run, words), strict=True)
        ],
        "documents": [_document(row, result, found)],
        "citations": list(_citations(row, found)),
        "skipped": [
            {
                "row": row, "document_id": result.document.id, "column": None, "start": one.start, "end": one.end,
                "reason": one.reason, "detail": one.detail or None,
            }
            for one in result.skipped
        ],
    }  # fmt: skip


def tidy_bad(cell: BadCell) -> Rows:
    """The rows of a row that was not checked: one among the skipped, which names the column."""
    found: dict[str, Cell] = {
        "row": cell.label, "document_id": None, "column": cell.column, "start": None, "end": None,
        "reason": cell.reason, "detail": cell.detail,
    }  # fmt: skip
    return {"claims": [], "documents": [], "citations": [], "skipped": [found]}


def _document(row: str, result: Result, found: Record) -> dict[str, Cell]:
    document = result.document
    return {
        "row": row,
        "document_id": document.id,
        "source": document.source,
        "title": document.title or None,
        "language": document.language,
        "published": found["document"]["published"],
        "published_basis": document.published_basis,
        "synthetic": document.synthetic,
        "characters": len(document.text),
        "claims": len(result.findings),
        "leads": sum(one.label.flagged for one in result.findings),
        "citations": len(result.citations),
        "notices": "; ".join(document.notices) or None,
        "sha256": document.sha256,
    }


def _citations(row: str, found: Record) -> Iterator[dict[str, Cell]]:
    for one in found["citations"]:
        yield {
            "row": row,
            "document_id": found["document"]["id"],
            "exact": one["exact"],
            "start": one["start"],
            "end": one["end"],
            "cited": "; ".join(one["cited"]) or None,
            "outcome": one["outcome"],
            "provisions": "; ".join(one["provisions"]) or None,
            "rationale": one["rationale"],
        }
