"""What ``checker check`` was asked for: formats, languages and words of ``--fail-on``, or why they cannot be served."""

from __future__ import annotations

import re
from pathlib import Path

from checker.errors import UsageError
from checker.formats.writers import FILES
from checker.model import Label
from checker.views import languages

FORMATS = ("html", *FILES)
USUAL = ("html", "json")
FAIL_ON = (*(label.value for label in Label), "skipped", "unconfirmed")
NEEDS_BASELINE = ("changed", "absent")
_CODE = re.compile(r"[a-z]{2,3}")


def formats_of(asked: tuple[str, ...], out: str) -> tuple[str, ...]:
    """The formats to write, each once; raises UsageError (slug ``format``) for one that does not exist or not there."""
    for name in asked:
        if name not in FORMATS:
            raise UsageError(f"--format {name} is not a format: there are {', '.join(FORMATS)}", "format")
    if out == "-":
        wanted = tuple(dict.fromkeys(asked)) or ("json",)
        if len(wanted) > 1 or wanted == ("html",):
            raise UsageError(f"--out - prints one machine format: use one of {', '.join(FILES)} with it", "format")
        return wanted
    return tuple(name for name in FORMATS if name in (asked or USUAL))


def refuse(
    language: str, report_language: str, fail_on: tuple[str, ...], out: str, resume: bool,
    baseline: Path | None,
) -> None:  # fmt: skip
    """Raises UsageError for options that cannot be served, saying what can."""
    if resume and out == "-":
        raise UsageError("--resume needs a folder: what goes to standard output is not kept", "resume")
    if language != "auto" and not _CODE.fullmatch(language):
        raise UsageError(
            f"--language '{language}' is not a language: write auto or a code such as en or fr", "language"
        )
    if report_language not in languages():
        there = ", ".join(languages())
        raise UsageError(f"--report-language '{report_language}': reports are written in {there}", "report-language")
    for word in fail_on:
        if word in NEEDS_BASELINE and baseline is None:
            raise UsageError(f"--fail-on {word} needs --baseline with earlier results to compare with", "fail-on")
        if word not in (*FAIL_ON, *NEEDS_BASELINE):
            raise UsageError(
                f"--fail-on {word} is not a word it knows: {', '.join((*FAIL_ON, *NEEDS_BASELINE))}", "fail-on"
            )
