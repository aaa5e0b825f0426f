"""What is fuzzed: each target takes bytes of any kind and may fail only in words (a CheckerError)."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from checker import bundle, law, vocabulary
from checker.documents.found import Columns
from checker.documents.members import documents_in
from checker.documents.reading import document_from_text, read_document
from checker.documents.sources import Source, Unopened
from checker.errors import CheckerError, InputError
from checker.extract.citations import find_citations
from checker.extract.quantities import find_quantities
from checker.extract.timing import find_times
from checker.formats.results import json_line, record
from checker.match.law import check_citations
from checker.pipeline import Checker, check_document, load_checker
from checker.review.decisions import read_decisions
from checker.review.ledger import read_ledger
from checker.tables import TABLES, Row, read_rows

DAY = date(2024, 5, 14)
SUFFIXES = (
    *(".md", ".txt", ".html", ".pdf", ".docx", ".eml", ".json", ".jsonl", ".csv", ".parquet", ".rss", ".atom", ".xml"),
    *(".warc", ".warc.gz", ".mhtml", ".htm", ".tsv"),
)
MOST_MEMBERS = 20
"""Of what one input holds, so many documents are read: the rest is more of the same."""

Target = Callable[[bytes], None]


@cache
def _checker() -> Checker:
    return load_checker()


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def _language(raw: bytes) -> str:
    return "fr" if raw[:1] and raw[0] % 2 else "en"


def _text(raw: bytes) -> str:
    return raw[1:].decode("utf-8", errors="surrogateescape" if raw[-1:] == b"\xff" else "replace")


def read_files(raw: bytes) -> None:
    """A file of any kind that is read; the first byte says which."""
    path = _folder() / f"input{SUFFIXES[raw[0] % len(SUFFIXES)] if raw else '.txt'}"
    path.write_bytes(raw[1:])
    found = documents_in(Source(path, path.name), Columns(), lambda _: None)
    for entry in itertools.islice(found, MOST_MEMBERS):
        if isinstance(entry, Unopened):
            continue
        with suppress(InputError):
            read_document(entry)


def read_texts(raw: bytes) -> None:
    """The whole reader over a text, with what it writes: evidence is the document's own words."""
    document = document_from_text(_text(raw), language=_language(raw), published=DAY)
    result = check_document(document, _checker())
    for claim in record(result)["claims"]:
        for one in claim["evidence"]:
            assert document.text[one["start"] : one["end"]] == one["exact"]
    json_line(record(result))


def read_citations(raw: bytes) -> None:
    """Citations: citing words are the document's own, in order and never overlapping."""
    document = document_from_text(_text(raw), language=_language(raw), published=DAY)
    mentions = find_citations(document, ())
    assert all(document.text[one.start : one.end] == one.exact for one in mentions)
    assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))
    check_citations(document, mentions, (), _checker().reference)


def read_times(raw: bytes) -> None:
    """Times: spans lie in the text, and no period ends before it begins."""
    text = _text(raw)
    for one in find_times(text, _language(raw), DAY if raw[-1:] != b"0" else None):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.first_day is None or one.last_day is None or one.first_day <= one.last_day


def read_quantities(raw: bytes) -> None:
    """Quantities: spans lie in the text, low is not above high."""
    text = _text(raw)
    for one in find_quantities(text, _language(raw)):
        assert text[one.span.start : one.span.end] == one.text
        assert one.low is None or one.high is None or one.low <= one.high


def load_tables(raw: bytes) -> None:
    """A table of law: what its rows mean beside the other tables, or a word on what is wrong with it."""
    names = sorted(TABLES)
    name = names[raw[0] % len(names)] if raw else names[0]
    path = _folder() / f"{name}.csv"
    path.write_bytes(raw[1:])
    rows = list(read_rows(path, TABLES[name]))
    if name in BUILDERS:
        for row in rows:
            BUILDERS[name](row)
    elif name == "disputes":
        law.readings(rows)
    else:
        law.provisions({**_rows(), name: rows}, _checker().reference.regimes, vocabulary.organs(_checker().reference.actors.values()))


BUILDERS: dict[str, Callable[[Row], object]] = {
    "actors": vocabulary.actor, "regimes": law.regime, "resolutions": law.resolution, "items": vocabulary.item,
    "activities": vocabulary.activity, "places": vocabulary.place, "listings": law.listing,
    "not_provisions": law.not_provision, "classifications": vocabulary.classification,
}  # fmt: skip


@cache
def _rows() -> dict[str, list[Row]]:
    folder = bundle.folder("reference")
    return {name: list(read_rows(folder / table.file, table)) for name, table in TABLES.items()}


def load_decisions(raw: bytes) -> None:
    """A decisions file or a ledger."""
    path = _folder() / "decisions.json"
    path.write_bytes(raw[1:])
    if raw[:1] and raw[0] % 2:
        read_ledger(path)
    else:
        read_decisions(path)


TARGETS: dict[str, Target] = {
    "files": read_files,
    "texts": read_texts,
    "citations": read_citations,
    "times": read_times,
    "quantities": read_quantities,
    "tables": load_tables,
    "decisions": load_decisions,
}


def tried(name: str, raw: bytes) -> None:
    """One input through one target; a CheckerError is an answer."""
    try:
        TARGETS[name](raw)
    except CheckerError:
        return
