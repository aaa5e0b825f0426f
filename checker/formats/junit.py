"""JUnit XML, as build servers show it: a suite a document, a case a claim.

A flagged claim is a ``failure`` whose type is its label (where labels are given with ``--fail-on``, only those); a document
that could not be read is an ``error``; one with something unread has a ``skipped`` case, as has a lead that reviewers rejected.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from checker.formats.results import Record, Rejected
from checker.formats.terminal import ORDINARY
from checker.model import Finding, Result, Role
from checker.views import RunInfo, Wording
from checker.views.naming import sentence

FILE = "junit.xml"

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow, not even escaped."""


class JUnitWriter:
    """Writes ``junit.xml``; ``failing`` are the labels that count as failures, or empty for every flagged one."""

    def __init__(
        self, folder: Path, run: RunInfo, words: Wording, failing: Collection[str] = (), rejected: Rejected | None = None,
    ) -> None:  # fmt: skip
        self._run, self._words, self._failing, self._rejected = run, words, frozenset(failing), rejected
        self._file = (folder / FILE).open("w", encoding="utf-8", newline="\n")
        self._file.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="checker">\n')

    def add(self, result: Result, found: Record) -> None:
        """Write the suite of one document."""
        cases = list(self._cases(result))
        failures = sum("<failure" in case for case in cases)
        skipped = sum("<skipped" in case for case in cases)
        errors = int(result.error is not None)
        self._file.write(
            f"<testsuite name={_value(result.document.source)} tests={_value(len(cases))} failures={_value(failures)}"
            f" errors={_value(errors)} skipped={_value(skipped)}>\n"
        )
        self._file.writelines(cases)
        self._file.write("</testsuite>\n")

    def close(self) -> None:
        """Finish the file."""
        self._file.write("</testsuites>\n")
        self._file.close()

    def _cases(self, result: Result) -> Iterator[str]:
        source = result.document.source
        if result.error is not None:
            fault = f"<error type={_value(result.error.slug)} message={_value(result.error.message)}/>"
            yield _case("read", source, fault)
            return
        unread = sorted({one.reason for one in result.skipped} - set(ORDINARY))
        yield _case("read", source, f"<skipped message={_value(', '.join(unread))}/>" if unread else "")
        rejected = self._rejected(result) if self._rejected is not None else {}
        for finding in result.findings:
            name = f"{finding.claim.id} {sentence(finding.claim, self._run.names, self._words)}"
            yield _case(name, source, self._outcome(finding, rejected.get(finding.claim.id)))

    def _outcome(self, finding: Finding, rejected: str | None) -> str:
        label = finding.label
        rules = " + ".join(one.match.provision.id for one in finding.assessed if one.match.role is Role.PRIMARY)
        words = f"{self._words.say(f'label.{label.value}')} | {rules or '-'}"
        quoted = f"{words}\n{finding.claim.evidence[0].exact}"
        if rejected is not None:
            return f"<skipped message={_value(rejected)}/><system-out>{_text(quoted)}</system-out>"
        if label.value in self._failing if self._failing else label.flagged:
            return f"<failure type={_value(label.value)} message={_value(words)}>{_text(quoted)}</failure>"
        return f"<system-out>{_text(quoted)}</system-out>"


def _case(name: str, source: str, inside: str) -> str:
    return f"<testcase classname={_value(source)} name={_value(name)}>{inside}</testcase>\n"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _value(value: object) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", str(value)))
