"""Leads as Parquet: the columns of the CSV with their types, written in row groups as documents stream past."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.errors import UsageError
from checker.formats.leads import COLUMNS, WHOLE, Cell, lead_rows
from checker.formats.results import Record
from checker.model import Result
from checker.views import RunInfo, Wording

FILE = "leads.parquet"
SCHEMA = "checker/leads/1"
_GROUP = 5_000


class ParquetWriter:
    """Writes ``leads.parquet``; raises UsageError (slug ``extra``) where pyarrow is not installed."""

    def __init__(self, folder: Path, run: RunInfo, words: Wording) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError:
            raise UsageError(
                "--format parquet needs pyarrow: install sanctions-claim-checker[parquet]", "extra"
            ) from None
        self._arrow: Any = pyarrow
        self._run, self._words = run, words
        kinds = {**{name: pyarrow.int64() for name in WHOLE}, "synthetic": pyarrow.bool_()}
        fields = [pyarrow.field(name, kinds.get(name, pyarrow.string())) for name in COLUMNS]
        self._schema = pyarrow.schema(fields, metadata={"checker": SCHEMA})
        self._file: Any = pyarrow.parquet.ParquetWriter(folder / FILE, self._schema)
        self._waiting: list[dict[str, Cell]] = []

    def add(self, result: Result, found: Record) -> None:
        """Take the leads of one document; they are written a group of rows at a time."""
        self._waiting.extend(lead_rows(result, found, self._run, self._words))
        if len(self._waiting) >= _GROUP:
            self._write()

    def close(self) -> None:
        """Write what waits and finish the file."""
        if self._waiting:
            self._write()
        self._file.close()

    def _write(self) -> None:
        self._file.write_table(self._arrow.Table.from_pylist(self._waiting, schema=self._schema))
        self._waiting.clear()
