"""A report folder and a ledger as the commands of ``checker review`` read them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from checker.dates import DayError, parse_day
from checker.errors import UsageError
from checker.formats.folder import MANIFEST
from checker.formats.folder import SCHEMA as RUN_SCHEMA
from checker.formats.results import Record, read_records
from checker.review.ledger import Ledger, read_ledger
from checker.review.seen import text_recorded
from checker.review.standing import Decided, RunStanding


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its records, its manifest, and where its leads stand by a ledger."""

    folder: Path
    records: tuple[Record, ...]
    manifest: Mapping[str, Any]
    standing: RunStanding

    @property
    def files(self) -> tuple[str, ...]:
        """The files that the run wrote, of those that are still there."""
        names = self.manifest.get("files", ())
        plain = (name for name in names if isinstance(name, str) and Path(name).name == name)
        return tuple(name for name in plain if (self.folder / name).is_file())

    def day(self, name: str) -> date:
        """A day of the manifest: ``as_of``, or ``known_to`` of its tables."""
        said = self.manifest.get("tables", {}).get(name) or self.manifest.get(name)
        try:
            return parse_day(said if isinstance(said, str) else "")
        except DayError:
            raise UsageError(
                f"{self.folder / MANIFEST}: '{name}' is no day; make the report again", "review"
            ) from None


def read_report(folder: Path, ledger: Ledger) -> Report:
    """The report of a folder, its leads held against the last words in a ledger.

    Raises UsageError (slug ``review``) for what is no folder of this program, InputError for results that cannot be read.
    """
    if not folder.is_dir():
        raise UsageError(f"'{folder}' is no folder: name one that 'checker check' wrote", "review")
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        manifest = None
    if not isinstance(manifest, dict) or manifest.get("schema") != RUN_SCHEMA:
        raise UsageError(
            f"'{folder}' holds no {MANIFEST} of this program: name a folder that 'checker check' wrote", "review"
        )
    records = tuple(read_records(folder))
    standing = Decided(ledger.latest).run(text_recorded(one) for one in records if not one.get("error"))
    return Report(folder, records, manifest, standing)


def ledger_with_faults(path: Path) -> Ledger:
    """The ledger; lines of it that hold no decision are named on standard error."""
    ledger = read_ledger(path)
    for fault in ledger.faults:
        click.echo(f"checker: {fault} [ledger]", err=True)
    return ledger
