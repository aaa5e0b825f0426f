"""Results as JSON lines, one object a document: the format that other programs lean on (docs/output.md)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from checker import fingerprints
from checker.errors import InputError
from checker.formats.record_shape import fault_of
from checker.model import (
    Assessed,
    Citation,
    Cited,
    Claim,
    Document,
    Evidence,
    Finding,
    Party,
    Quantity,
    Result,
    Speaker,
    Statement,
)
from checker.views.naming import activity_of

SCHEMA = "checker/result/1"
FILE = "results.jsonl"
TEXTS = "texts.jsonl"
TEXT_SCHEMA = "checker/text/1"
"""The texts that were extracted from pages, one object a line: offsets in the results count from them."""

_HALVES = "\\ud"
"""How an escaped half of a pair begins."""

Record = dict[str, Any]
"""A result as JSON has it: the keys of docs/result.schema.json, in that order."""

Rejected = Callable[[Result], Mapping[str, str]]
"""Gives the leads of a result that reviewers rejected, by the claim's id, each with who did so and why."""

# Legal inside JSON strings, yet line breaks to many readers of lines.
_BREAKS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def record(result: Result) -> Record:
    """The object of a result; an input that failed has ``error`` set and no claims. Offsets are code points."""
    document = result.document
    return {
        "schema": SCHEMA,
        "document": {
            "id": document.id,
            "source": document.source,
            "sha256": document.sha256,
            "title": document.title,
            "language": document.language,
            "published": document.published.isoformat() if document.published else None,
            "published_basis": document.published_basis,
            **({"url": document.url} if document.url else {}),
        },
        "claims": [_claim(finding, document) for finding in result.findings],
        "citations": [_citation(citation, document) for citation in result.citations],
        "skipped": [{"start": one.start, "end": one.end, "reason": one.reason} for one in result.skipped],
        "error": {"slug": result.error.slug, "message": result.error.message} if result.error else None,
    }


class ResultsWriter:
    """Writes ``results.jsonl``, a line a document."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / FILE).open("w", encoding="utf-8", newline="\n")

    def add(self, result: Result, found: Record) -> None:
        """Write the line of one document."""
        self._file.write(json_line(found))

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def with_texts(results: Iterable[Result], folder: Path) -> Iterator[Result]:
    """The same results; the texts that were extracted from pages are kept in ``folder`` on the way."""
    for result in results:
        if result.document.extracted:
            with (folder / TEXTS).open("a", encoding="utf-8", newline="\n") as lines:
                lines.write(text_line(result.document))
        yield result


def text_line(document: Document) -> str:
    """The text of a document that is not the text of its file (a web page), as a line of JSON: what offsets count from."""
    found = {"schema": TEXT_SCHEMA, "id": document.id, "source": document.source, "sha256": document.sha256}
    return json_line(found | {"text": document.text})


def json_line(found: Record) -> str:
    """A record as one line of JSON that ends in a line feed; the same record always gives the same bytes."""
    text = json.dumps(found, ensure_ascii=False, allow_nan=False)
    for char, escape in _BREAKS.items():
        text = text.replace(char, escape)
    return text + "\n"


def read_records(path: Path) -> Iterator[Record]:
    """The records of a results file, or of the one in a folder, in order.

    Raises InputError with slug ``missing`` or ``results``, naming the line, for what is not such a file.
    """
    file = path / FILE if path.is_dir() else path
    try:
        with file.open(encoding="utf-8", newline="\n") as lines:
            for number, text in enumerate(lines, start=1):
                yield read_record(text, f"{file.name}, line {number}")
    except FileNotFoundError:
        raise InputError(f"'{file}' does not exist: name a {FILE} or the folder that holds one", "missing") from None
    except UnicodeDecodeError:
        raise InputError(f"{file.name}: not UTF-8, so it is no {FILE} of this program", "results") from None
    except OSError as error:
        raise InputError(f"'{file}' cannot be opened ({error.strerror or error})") from None


def read_record(text: str, where: str) -> Record:
    """The record on one line; raises InputError (slug ``results``), naming ``where``, for what is none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(f"{where}: not a JSON object; is it a {FILE} of this program?", "results") from None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise InputError(f"{where}: 'schema' is not '{SCHEMA}'; is it a {FILE} of this program?", "results")
    if fault := fault_of(found):
        raise InputError(f"{where}: {fault}; is it a {FILE} of this program, unaltered?", "results")
    if _HALVES in text.lower() and _has_half(found):
        raise InputError(f"{where}: holds half of a surrogate pair, which no document has", "results")
    return found


def _has_half(found: Record) -> bool:
    try:
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _claim(finding: Finding, document: Document) -> Record:
    claim = finding.claim
    activity = activity_of(finding)
    return {
        "id": claim.id,
        "activity": activity,
        "activities": list(dict.fromkeys((activity, *claim.activities))),
        "giver": _party(claim.giver),
        "taker": _party(claim.taker),
        "actor": _party(claim.actor),
        "counterparty": _party(claim.counterparty),
        "items": [{"id": item.id, "text": item.text} for item in claim.items],
        "quantity": [_quantity(one) for one in claim.quantity],
        "period": {
            "first_day": claim.period.first_day.isoformat(),
            "last_day": claim.period.last_day.isoformat(),
            "basis": claim.period.basis,
        },
        "status": claim.status.value,
        "speakers": [_speaker(one) for one in claim.speakers],
        "denied_by": [_party(one) for one in claim.denied_by],
        "evidence": [_evidence(one, document) for one in claim.evidence],
        "statements": [_statement(one, claim) for one in claim.statements],
        "finding": {
            "label": finding.label.value,
            "rule": finding.rule,
            "certainty": finding.certainty.value,
            "rationale": finding.rationale,
            "legal_link_by": finding.legal_link_by.value,
            "missing": list(finding.missing),
            "exemptions": [
                {"id": one.id, "provision": one.provision, "condition": one.condition} for one in finding.exemptions
            ],
        },
        "provisions": [_provision(one) for one in finding.assessed],
        "anchor": fingerprints.anchor(claim.evidence[0].exact) if claim.evidence else "",
    }


def _provision(assessed: Assessed) -> Record:
    match = assessed.match
    return {
        "id": match.provision.id,
        "symbol": match.provision.symbol,
        "paragraph": match.provision.paragraph,
        "role": match.role.value,
        "label": assessed.label.value,
        "binding": match.provision.binding.value,
        "bound": list(match.bound),
        "in_force": match.force.force.value,
        "why": match.force.why,
        "tier": match.provision.tier.value,
        "score": match.score,
        "reasons": [
            {"name": one.name, "element": one.element.value, "score": one.score, "sentence": one.sentence}
            for one in match.reasons
        ],
        "row": fingerprints.row(match.provision),
    }


def _citation(citation: Citation, document: Document) -> Record:
    return {
        "exact": citation.exact,
        "start": citation.start,
        "end": citation.end,
        **_page(citation, document),
        "cited": [_cited(one) for one in citation.cited],
        "outcome": citation.outcome.value,
        "provisions": list(citation.provisions),
        "rationale": citation.rationale,
    }


def _cited(cited: Cited) -> str:
    """What the words point to, in the form of ids where it is a resolution: ``UNSC 2397 (2017):8``, ``US``."""
    if cited.number is None:
        return cited.text or cited.body
    year = f" ({cited.year})" if cited.year else ""
    paragraph = f":{cited.paragraph}" if cited.paragraph else ""
    return f"{cited.body} {cited.number}{year}{paragraph}".strip()


def _party(party: Party | None) -> Record | None:
    return {"id": party.id, "name": party.name} if party is not None else None


def _speaker(speaker: Speaker) -> Record:
    return {"id": speaker.id, "name": speaker.name, "via": list(speaker.via)}


def _quantity(one: Quantity) -> Record:
    return {"text": one.text, "low": one.low, "high": one.high, "unit": one.unit, "per": one.per}


def _evidence(one: Evidence, document: Document) -> Record:
    return {"exact": one.exact, "start": one.start, "end": one.end, "block": one.block.value, **_page(one, document)}


def _page(one: Evidence | Citation, document: Document) -> Record:
    """The page on which words begin, only for a document that has pages."""
    page = document.page_at(one.start)
    return {} if page is None else {"page": page}


def _statement(one: Statement, claim: Claim) -> Record:
    return {
        "status": one.status.value,
        "speakers": [_speaker(speaker) for speaker in one.speakers],
        "evidence": [at for at, evidence in enumerate(claim.evidence) if evidence == one.evidence],
    }
