"""Leads as CSV that spreadsheets open: nothing in it can start as a formula."""

from __future__ import annotations

import csv
from pathlib import Path

from checker.formats.leads import COLUMNS, Cell, lead_rows
from checker.formats.results import Record
from checker.model import Result
from checker.views import RunInfo, Wording

FILE = "leads.csv"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula; the wide forms too, which some programs fold."""


class CsvWriter:
    """Writes ``leads.csv``: UTF-8 with a byte order mark (spreadsheets need it for accents), a header, a row a lead."""

    def __init__(self, folder: Path, run: RunInfo, words: Wording) -> None:
        self._run, self._words = run, words
        self._file = (folder / FILE).open("w", encoding="utf-8-sig", newline="")
        self._rows = csv.writer(self._file)
        self._rows.writerow(COLUMNS)

    def add(self, result: Result, found: Record) -> None:
        """Write the leads of one document."""
        for row in lead_rows(result, found, self._run, self._words):
            self._rows.writerow([cell_text(value) for value in row.values()])

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def cell_text(value: Cell) -> str:
    """The cell as written: empty for None, and with a leading apostrophe where a spreadsheet would see a formula.

    After the advice of OWASP on CSV injection.

    >>> cell_text("=HYPERLINK(1)"), cell_text(12), cell_text(None), cell_text("coal")
    ("'=HYPERLINK(1)", '12', '', 'coal')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else text
