"""A whole report verified: its files, what it was made with, and line by line its documents, quotations and rows of law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checker import __version__
from checker.formats.folder import MANIFEST
from checker.formats.results import Record
from checker.reference import Reference
from checker.verification.faults import Fault, Verdict
from checker.verification.law_rows import LawRows
from checker.verification.originals import Originals, inputs_of
from checker.verification.quotes import check_anchors, check_quotes, quotes_of
from checker.verification.report_files import KeptTexts, check_counts, check_files, lines_of, read_manifest


def verify(
    report: Path, reference: Reference, words: Mapping[str, str], inputs: Sequence[str] = (), across: bool = False
) -> Verdict:
    """What of a report holds against its documents, the tables ``reference`` and the digests ``words`` of each language.

    ``inputs`` are where the documents are, instead of where the manifest says; ``across`` lets version, tables and words
    differ as long as every row of law is the same. Raises UsageError for what is no report.
    """
    manifest = read_manifest(report)
    verdict = Verdict()
    verdict.differs(check_files(report, manifest))
    verdict.counts["files"] = len(manifest["files"])
    other = list(_made_with(manifest, reference, words))
    (verdict.told if across else verdict.differing).extend(other)
    lacks_overlay = _overlay(manifest) is not None and reference.overlay is None
    if lacks_overlay:
        message = "the run laid tables over these: name them with --reference"
        verdict.open("tables", str(_overlay(manifest)), message)
    told = manifest.get("inputs")
    where = inputs or inputs_of(told if isinstance(told, list) else (), report)
    lines = _Lines(
        verdict,
        Originals(where, asked=bool(inputs)),
        KeptTexts(report),
        LawRows(reference, not any(one.kind == "tables" for one in other)),
        lacks_overlay,
    )
    for place, found in lines_of(report):
        if isinstance(found, Fault):
            verdict.differing.append(found)
        else:
            lines.take(found, place)
    verdict.differs(check_counts(manifest, lines.counted))
    return verdict


class _Lines:
    """Takes the lines of the results one by one."""

    def __init__(
        self, verdict: Verdict, originals: Originals, kept: KeptTexts, law: LawRows, lacks_overlay: bool
    ) -> None:
        self._verdict, self._originals, self._kept, self._law = verdict, originals, kept, law
        self._lacks_overlay = lacks_overlay
        self.counted = {"documents": 0, "errors": 0, "claims": 0}
        self._seen: Counter[str] = Counter()

    def take(self, found: Record, place: str) -> None:
        """Check one line; a line of another shape is a fault of its own."""
        try:
            self._take(found)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            message = f"is not of the shape of a result ({type(error).__name__}: {error})"
            self._verdict.differing.append(Fault("line", place, message))

    def _take(self, found: Record) -> None:
        document = found["document"]
        self._seen[document["id"]] += 1
        if self._seen[document["id"]] == 2:
            self._verdict.differing.append(Fault("line", document["id"], "stands in the results more than once"))
        if found["error"]:
            self.counted["errors"] += 1
            return
        self.counted["documents"] += 1
        self.counted["claims"] += len(found["claims"])
        self._verdict.counts["rows"] += sum(len(claim["provisions"]) for claim in found["claims"])
        self._rows(found)
        self._verdict.differs(check_anchors(found))
        self._document(found)

    def _rows(self, found: Record) -> None:
        for one in self._law.check(found):
            if self._lacks_overlay:
                self._verdict.unchecked.append(one)
            else:
                self._verdict.differing.append(one)

    def _document(self, found: Record) -> None:
        document, verdict = found["document"], self._verdict
        quotes = sum(1 for _ in quotes_of(found))
        where = f"{document['id']} {document['source']}"
        original = self._originals.find(document["source"], document["sha256"])
        kept = self._kept.find(document["id"])
        if original.state == "changed":
            verdict.differing.append(Fault("document", where, original.why))
        text = original.text if original.text is not None else kept
        if original.text is not None:
            verdict.counts["documents"] += 1
            if kept is not None and kept != original.text:
                verdict.differing.append(Fault("text", where, "the text that was kept is not that of the document"))
        elif original.state == "absent":
            left = f"quotations not checked: {quotes}" if kept is None else "checked against the text that was kept"
            verdict.open("document", where, f"{original.why}; {left}")
        if text is not None:
            verdict.counts["quotes"] += quotes
            verdict.differs(check_quotes(found, text))


def _made_with(manifest: Record, reference: Reference, words: Mapping[str, str]) -> Iterator[Fault]:
    """What the run was made with that is not what is here."""
    if manifest.get("checker") != __version__:
        yield Fault("version", MANIFEST, f"made with checker {manifest.get('checker')}, this is {__version__}")
    tables = manifest.get("tables")
    tables = tables if isinstance(tables, dict) else {}
    if tables.get("sha256") != reference.sha256:
        said, here = str(tables.get("sha256"))[:12], reference.sha256[:12]
        yield Fault("tables", MANIFEST, f"made with tables {tables.get('version')} ({said}), these are "
                    f"{reference.version} ({here})")  # fmt: skip
    told = manifest.get("words")
    told = told if isinstance(told, dict) else {}
    for code in sorted({*words, *told}):
        if told.get(code) != words.get(code):
            yield Fault("words", MANIFEST, f"the words of '{code}' are not those of the run")


def _overlay(manifest: Record) -> str | None:
    tables = manifest.get("tables")
    laid = tables.get("overlay") if isinstance(tables, dict) else None
    return f"{laid.get('name')} {laid.get('version')}".strip() if isinstance(laid, dict) else None
