"""SARIF 2.1.0: a rule is a provision, a result is a lead; read by code hosts and editors.

The level is ``warning`` for an alleged violation and ``note`` for any other lead, never ``error``: a program read
allegations, nothing is established. With the decisions of reviewers a lead that they rejected is suppressed.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from checker import __version__
from checker.formats.comparison import Baseline
from checker.formats.results import Record, Rejected
from checker.model import Assessed, Document, Evidence, Finding, Label, Result, Role
from checker.views import RunInfo, Wording
from checker.views.naming import sentence

FILE = "results.sarif"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
NO_RULE = "no-provision"
"""The rule of a lead without a primary provision."""


class SarifWriter:
    """Writes ``results.sarif``: results as they come, then the rules that they named and what could not be read."""

    def __init__(
        self, folder: Path, run: RunInfo, words: Wording, baseline: Baseline | None = None, rejected: Rejected | None = None,
    ) -> None:  # fmt: skip
        self._run, self._words, self._baseline, self._rejected = run, words, baseline, rejected
        self._rules: dict[str, Record] = {}
        self._notices: list[Record] = []
        self._first = True
        self._file = (folder / FILE).open("w", encoding="utf-8", newline="\n")
        self._file.write(f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"results": [')

    def add(self, result: Result, found: Record) -> None:
        """Write the leads of one document, or keep a notice of why it could not be read."""
        if result.error is not None:
            self._notices.append(_notice(result))
            return
        lines = _line_starts(result.document.text)
        rejected = self._rejected(result) if self._rejected is not None else {}
        for finding in result.findings:
            if finding.label.flagged:
                self._write({**self._result(finding, result.document, lines), **self._suppressed(finding.claim.id, rejected)})

    def _write(self, found: Record) -> None:
        self._file.write("\n" if self._first else ",\n")
        self._file.write(json.dumps(found, ensure_ascii=False))
        self._first = False

    def close(self) -> None:
        """Write what is gone since the baseline, then the rest of the run, and finish the file."""
        for gone in self._baseline.absent if self._baseline else ():
            key = self._rule(None)
            said = f"{gone.document} {gone.claim}: {gone.what} [{gone.moved_by}]"
            found = {"ruleId": key, "level": "note", "message": {"text": said}, "baselineState": "absent"}
            self._write({**found, **self._suppressed("", {}), "partialFingerprints": {"claim/v1": f"{gone.key}/{gone.claim}"}})
        invocation: Record = {"executionSuccessful": True, "toolExecutionNotifications": self._notices}
        rest: Record = {
            "tool": {
                "driver": {
                    "name": "checker",
                    "version": __version__,
                    "semanticVersion": __version__,
                    "rules": list(self._rules.values()),
                    "properties": {"tables": self._run.tables_version, "known_to": self._run.known_to.isoformat()},
                }
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "properties": {"as_of": self._run.as_of.isoformat(), "notices": _notices(self._words)},
        }
        self._file.write("\n], " + json.dumps(rest, ensure_ascii=False)[1:] + "]}\n")
        self._file.close()

    def _result(self, finding: Finding, document: Document, lines: list[int]) -> Record:
        rules = [one for one in finding.assessed if one.match.role is Role.PRIMARY]
        key = self._rule(rules[0] if rules else None)
        claim, words = finding.claim, self._words
        said = f"{words.say(f'label.{finding.label.value}')} - {sentence(claim, self._run.names, words)}"
        places = [_location(one, document, lines) for one in claim.evidence]
        return {
            "ruleId": key,
            "ruleIndex": list(self._rules).index(key),
            "level": "warning" if finding.label is Label.ALLEGED_VIOLATION else "note",
            "message": {"text": said},
            "locations": places[:1],
            **(
                {"relatedLocations": [{"id": at, **one} for at, one in enumerate(places[1:], 1)]}
                if places[1:]
                else {}
            ),
            "partialFingerprints": {"claim/v1": f"{document.id}/{claim.id}"},
            **({"baselineState": self._baseline.states.get(claim.id, "new")} if self._baseline else {}),
            "properties": {
                "label": finding.label.value,
                "status": claim.status.value,
                "certainty": finding.certainty.value,
                "provisions": [one.match.provision.id for one in rules],
                "speakers": [one.name for one in claim.speakers],
                "denied_by": [one.name for one in claim.denied_by],
            },
        }

    def _suppressed(self, claim: str, rejected: Mapping[str, str]) -> Record:
        """Whether reviewers rejected the lead; of a run either every result says so or none does, as the format has it."""
        if self._rejected is None:
            return {}
        if claim not in rejected:
            return {"suppressions": []}
        return {"suppressions": [{"kind": "external", "status": "accepted", "justification": rejected[claim]}]}

    def _rule(self, assessed: Assessed | None) -> str:
        key = assessed.match.provision.id if assessed else NO_RULE
        if key not in self._rules:
            self._rules[key] = _rule(assessed, self._words)
        return key


def _rule(assessed: Assessed | None, words: Wording) -> Record:
    if assessed is None:
        return {"id": NO_RULE, "shortDescription": {"text": words.say("label.no_provision")}}
    provision = assessed.match.provision
    text = words.pick(provision.summary, provision.summary_fr).text
    described: dict[str, Any] = {
        "id": provision.id,
        "name": f"{provision.symbol}, {provision.paragraph}",
        "shortDescription": {"text": text},
        "properties": {"regime": provision.regime, "tier": provision.tier.value, "binding": provision.binding.value},
    }
    if provision.source_url.startswith(("https://", "http://")):
        described["helpUri"] = provision.source_url
    return described


def _location(evidence: Evidence, document: Document, lines: list[int]) -> Record:
    first, last = bisect_right(lines, evidence.start), bisect_right(lines, evidence.end)
    page = document.page_at(evidence.start)
    on_page = {} if page is None else {"logicalLocations": [{"name": f"page {page}", "kind": "page"}]}
    return {
        **on_page,
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(document.source)},
            "region": {
                "startLine": first,
                "startColumn": evidence.start - lines[first - 1] + 1,
                "endLine": last,
                "endColumn": evidence.end - lines[last - 1] + 1,
                "charOffset": evidence.start,
                "charLength": evidence.end - evidence.start,
                "snippet": {"text": evidence.exact},
            },
        }
    }


def _uri(source: str) -> str:
    """The address of a source: its own, or its path with what an address cannot hold escaped."""
    return source if source.startswith(("https://", "http://")) else quote(source)


def _line_starts(text: str) -> list[int]:
    """The offsets at which lines begin, in code points."""
    return [0, *_after_feeds(text)]


def _after_feeds(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)


def _notice(result: Result) -> Record:
    message = result.error.message if result.error else ""
    return {
        "level": "warning",
        "message": {"text": message},
        "descriptor": {"id": result.error.slug if result.error else ""},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(result.document.source)}}}],
    }


def _notices(words: Wording) -> list[str]:
    return [words.say("notice.program"), words.say("notice.clearance")]
