"""SQLite, as Datasette opens it: documents, claims, what they were held against, evidence, speakers, citations, gaps."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from checker import __version__
from checker.formats.results import Record
from checker.model import Finding, Result
from checker.views import RunInfo, Wording
from checker.views.naming import sentence

FILE = "results.sqlite"
APPLICATION = 0x63686B72
"""The application id in the file's header (``chkr``), by which a file of this program is known."""

_TABLES = """
CREATE TABLE run (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT, language TEXT,
  published TEXT, published_basis TEXT, synthetic INTEGER NOT NULL, error_slug TEXT, error TEXT);
CREATE TABLE claims (
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(number), id TEXT NOT NULL,
  sentence TEXT NOT NULL, flagged INTEGER NOT NULL, label TEXT NOT NULL, rule TEXT NOT NULL, certainty TEXT NOT NULL,
  activity TEXT NOT NULL, giver TEXT, giver_name TEXT, taker TEXT, taker_name TEXT, actor TEXT, counterparty TEXT,
  items TEXT NOT NULL, quantity TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL, period_basis TEXT NOT NULL,
  status TEXT NOT NULL, legal_link_by TEXT NOT NULL, missing TEXT NOT NULL, exemptions TEXT NOT NULL, rationale TEXT NOT NULL);
CREATE TABLE provisions (
  claim INTEGER NOT NULL REFERENCES claims(number), place INTEGER NOT NULL, id TEXT NOT NULL, symbol TEXT NOT NULL,
  paragraph TEXT NOT NULL, role TEXT NOT NULL, label TEXT NOT NULL, binding TEXT NOT NULL, bound TEXT NOT NULL,
  in_force TEXT NOT NULL, why TEXT NOT NULL, tier TEXT NOT NULL, score REAL NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY (claim, place)) WITHOUT ROWID;
CREATE TABLE evidence (
  claim INTEGER NOT NULL REFERENCES claims(number), place INTEGER NOT NULL, exact TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, block TEXT NOT NULL, page INTEGER, PRIMARY KEY (claim, place)) WITHOUT ROWID;
CREATE TABLE voices (
  claim INTEGER NOT NULL REFERENCES claims(number), place INTEGER NOT NULL, role TEXT NOT NULL, id TEXT NOT NULL,
  name TEXT NOT NULL, via TEXT NOT NULL, PRIMARY KEY (claim, place)) WITHOUT ROWID;
CREATE TABLE citations (
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(number), exact TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, cited TEXT NOT NULL, outcome TEXT NOT NULL, provisions TEXT NOT NULL,
  rationale TEXT NOT NULL);
CREATE TABLE skipped (
  document INTEGER NOT NULL REFERENCES documents(number), start INTEGER NOT NULL, "end" INTEGER NOT NULL, reason TEXT NOT NULL);
CREATE INDEX claims_by_document ON claims(document);
CREATE INDEX claims_by_label ON claims(label);
CREATE INDEX claims_by_activity ON claims(activity);
CREATE INDEX provisions_by_id ON provisions(id);
CREATE VIEW leads AS
  SELECT c.number, d.source, d.title, d.published, c.sentence, c.label, c.status, c.first_day, c.last_day,
    (SELECT group_concat(p.id, ' + ') FROM provisions p WHERE p.claim = c.number AND p.role = 'primary') AS provisions,
    (SELECT e.exact FROM evidence e WHERE e.claim = c.number AND e.place = 0) AS evidence
  FROM claims c JOIN documents d ON d.number = c.document WHERE c.flagged ORDER BY c.number;
"""


class DatabaseWriter:
    """Writes ``results.sqlite``: every claim, flagged or not; lists of words are JSON; offsets count code points."""

    def __init__(self, folder: Path, run: RunInfo, words: Wording) -> None:
        self._run, self._words = run, words
        self._documents = self._claims = 0
        self._base = sqlite3.connect(folder / FILE, isolation_level=None)
        # the file is staged and moved when it is whole, so that a journal would guard nothing
        self._base.executescript(
            f"PRAGMA application_id = {APPLICATION}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES} BEGIN;"
        )
        facts = {
            "schema": "checker/database/1", "checker": __version__, "tables": run.tables_version,
            "known_to": run.known_to.isoformat(), "as_of": run.as_of.isoformat(), **dict(run.options),
            "notice": f"{words.say('notice.program')} {words.say('notice.clearance')}",
        }  # fmt: skip
        self._base.executemany("INSERT INTO run VALUES (?, ?)", sorted(facts.items()))

    def add(self, result: Result, found: Record) -> None:
        """Insert one document with all that was found in it."""
        self._documents += 1
        document, error = found["document"], found["error"] or {}
        self._insert(
            "documents",
            (self._documents, document["id"], document["source"], document["sha256"], document["title"],
             document["language"], document["published"], document["published_basis"], result.document.synthetic,
             error.get("slug"), error.get("message")),
        )  # fmt: skip
        for finding, claim in zip(result.findings, found["claims"], strict=True):
            self._claim(finding, claim)
        for one in found["citations"]:
            row = (None, self._documents, one["exact"], one["start"], one["end"], _list(one["cited"]), one["outcome"])
            self._insert("citations", (*row, _list(one["provisions"]), one["rationale"]))
        for one in found["skipped"]:
            self._insert("skipped", (self._documents, one["start"], one["end"], one["reason"]))

    def close(self) -> None:
        """Commit and finish the file."""
        self._base.execute("COMMIT")
        self._base.close()

    def _claim(self, finding: Finding, claim: Record) -> None:
        self._claims += 1
        key, concluded = self._claims, claim["finding"]
        giver, taker = claim["giver"] or {}, claim["taker"] or {}
        self._insert(
            "claims",
            (key, self._documents, claim["id"], sentence(finding.claim, self._run.names, self._words),
             finding.label.flagged, concluded["label"], concluded["rule"], concluded["certainty"], claim["activity"],
             giver.get("id"), giver.get("name"), taker.get("id"), taker.get("name"), (claim["actor"] or {}).get("id"),
             (claim["counterparty"] or {}).get("id"), _list(one["text"] for one in claim["items"]),
             _list(one["text"] for one in claim["quantity"]), claim["period"]["first_day"], claim["period"]["last_day"],
             claim["period"]["basis"], claim["status"], concluded["legal_link_by"], _list(concluded["missing"]),
             _list(one["id"] for one in concluded["exemptions"]), concluded["rationale"]),
        )  # fmt: skip
        for place, one in enumerate(claim["provisions"]):
            self._insert(
                "provisions",
                (key, place, one["id"], one["symbol"], one["paragraph"], one["role"], one["label"], one["binding"],
                 _list(one["bound"]), one["in_force"], one["why"], one["tier"], one["score"], _list(one["reasons"])),
            )  # fmt: skip
        for place, one in enumerate(claim["evidence"]):
            self._insert("evidence", (key, place, one["exact"], one["start"], one["end"], one["block"], one.get("page")))
        voices = [("speaker", one, one["via"]) for one in claim["speakers"]]
        voices += [("denier", one, []) for one in claim["denied_by"]]
        for place, (role, one, via) in enumerate(voices):
            self._insert("voices", (key, place, role, one["id"], one["name"], _list(via)))

    def _insert(self, table: str, row: tuple[object, ...]) -> None:
        self._base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def _list(parts: Iterable[object]) -> str:
    return json.dumps(list(parts), ensure_ascii=False)
