"""W3C Web Annotation: each lead as an annotation of its words, found again by quotation and by position."""

from __future__ import annotations

import json
from pathlib import Path

from checker import __version__
from checker.formats.results import Record
from checker.model import Document, Evidence, Finding, Result, Role
from checker.views import RunInfo, Wording
from checker.views.naming import sentence

FILE = "annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"
PROGRAM = "urn:checker:program"
_AROUND = 32
"""Code points of the text given before and after a quotation, as the model recommends, so that it is found once."""


class AnnotationWriter:
    """Writes ``annotations.jsonld``: an annotation page with an annotation a lead, in the order of the documents."""

    def __init__(self, folder: Path, run: RunInfo, words: Wording) -> None:
        self._run, self._words = run, words
        self._first = True
        self._file = (folder / FILE).open("w", encoding="utf-8", newline="\n")
        head = {"@context": CONTEXT, "id": "urn:checker:annotations", "type": "AnnotationPage"}
        self._file.write(json.dumps(head)[:-1] + ', "items": [')

    def add(self, result: Result, found: Record) -> None:
        """Write the leads of one document."""
        for finding in result.findings:
            if finding.label.flagged:
                self._file.write("\n" if self._first else ",\n")
                self._file.write(json.dumps(self._annotation(finding, result.document), ensure_ascii=False))
                self._first = False

    def close(self) -> None:
        """Finish the file."""
        self._file.write("\n]}\n")
        self._file.close()

    def _annotation(self, finding: Finding, document: Document) -> Record:
        words, language = self._words, self._words.language
        told = f"{words.say(f'label.{finding.label.value}')} - {sentence(finding.claim, self._run.names, words)}"
        rules = [one.match.provision for one in finding.assessed if one.match.role is Role.PRIMARY]
        bodies: list[Record] = [
            {
                "type": "TextualBody",
                "value": told,
                "format": "text/plain",
                "language": language,
                "purpose": "describing",
            },
            {"type": "TextualBody", "value": finding.label.value, "format": "text/plain", "purpose": "tagging"},
        ]
        for rule in rules:
            bodies.append({"type": "TextualBody", "value": rule.id, "format": "text/plain", "purpose": "tagging"})
            if rule.source_url.startswith(("https://", "http://")):
                bodies.append({"type": "SpecificResource", "source": rule.source_url, "purpose": "linking"})
        return {
            "id": f"urn:checker:claim:{document.id}:{finding.claim.id}",
            "type": "Annotation",
            "motivation": "describing",
            "generator": {"id": PROGRAM, "type": "Software", "name": f"checker {__version__}"},
            "body": bodies,
            "target": [_target(one, document) for one in finding.claim.evidence],
        }


def _target(evidence: Evidence, document: Document) -> Record:
    """The words in their document; positions count code points, end excluded, as the model has it."""
    text = document.text
    page = document.page_at(evidence.start)
    on_page = {"type": "FragmentSelector", "conformsTo": PDF_FRAGMENTS, "value": f"page={page}"}
    return {
        "type": "SpecificResource",
        "source": address_of(document),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": evidence.exact,
                "prefix": text[max(0, evidence.start - _AROUND) : evidence.start],
                "suffix": text[evidence.end : evidence.end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
            *([] if page is None else [on_page]),
        ],
    }


def address_of(document: Document) -> str:
    """The address of a document that has one, else a URN made from its id."""
    if document.url.startswith(("https://", "http://")):
        return document.url
    if document.source.startswith(("https://", "http://")):
        return document.source
    return f"urn:checker:document:{document.id}"
