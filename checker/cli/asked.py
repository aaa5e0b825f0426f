"""What ``checker check`` was asked for: formats, languages and words of ``--fail-on``, or why they cannot be served."""

from __future__ import annotations

import re

from checker.errors import UsageError
from checker.model import Label
from checker.views import languages

FORMATS = ("html", "json")
LATER = ("csv", "parquet", "sqlite", "sarif", "junit", "webannotation")
FAIL_ON = (*(label.value for label in Label), "skipped", "unconfirmed")
NEEDS_BASELINE = ("changed", "absent")
_CODE = re.compile(r"[a-z]{2,3}")


def formats_of(asked: tuple[str, ...], out: str) -> tuple[str, ...]:
    """The formats to write, each once; raises UsageError (slug ``format``) for one that does not exist or not there."""
    for name in asked:
        if name in LATER:
            raise UsageError(f"--format {name} does not exist yet: there are {' and '.join(FORMATS)}", "format")
        if name not in FORMATS:
            raise UsageError(f"--format {name} is not a format: there are {' and '.join(FORMATS)}", "format")
    if out == "-":
        if tuple(dict.fromkeys(asked)) not in ((), ("json",)):
            raise UsageError("--out - prints one machine format: use --format json with it", "format")
        return ("json",)
    return tuple(name for name in FORMATS if name in (asked or FORMATS))


def refuse(
    inputs: tuple[str, ...], language: str, report_language: str, fail_on: tuple[str, ...], resume: bool,
    baseline: str | None,
) -> None:  # fmt: skip
    """Raises UsageError for options that cannot be served, saying what can."""
    address = next((one for one in inputs if one.startswith(("http://", "https://"))), "")
    if address:
        raise UsageError(
            f"'{address}': addresses are not fetched yet; save the article as text and name the file", "url"
        )
    if resume or baseline is not None:
        raise UsageError(
            f"{'--resume' if resume else '--baseline'} does not exist yet: run the check anew", "not-yet"
        )
    if language != "auto" and not _CODE.fullmatch(language):
        raise UsageError(
            f"--language '{language}' is not a language: write auto or a code such as en or fr", "language"
        )
    if report_language not in languages():
        there = ", ".join(languages())
        raise UsageError(f"--report-language '{report_language}': reports are written in {there}", "report-language")
    for word in fail_on:
        if word in NEEDS_BASELINE:
            raise UsageError(f"--fail-on {word} needs --baseline, which does not exist yet", "not-yet")
        if word not in FAIL_ON:
            raise UsageError(f"--fail-on {word} is not a word it knows: {', '.join(FAIL_ON)}", "fail-on")
