"""Parquet: a row a document, a group of rows at a time, and only the columns that are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.documents.found import Bad, Found, Opened
from checker.documents.readers.records import Mapped, Values
from checker.errors import InputError

_BATCH = 256


def read_parquet(file: Opened) -> Iterator[Found | Bad]:
    """The documents of a Parquet file; rows are counted from 1.

    Raises InputError: ``extra`` where pyarrow is not installed, ``format`` for what is no Parquet, ``encrypted``, ``column``
    when there is no column of text.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise InputError(f"{file.name}: to read Parquet install sanctions-claim-checker[parquet]", "extra") from None
    arrow: Any = pyarrow
    with file.stream() as stream:
        _refuse_encrypted(stream.read(4), file.name)
        stream.seek(0)
        mapped = Mapped(file.name, file.columns)
        try:
            table: Any = arrow.parquet.ParquetFile(stream)
            names: list[str] = table.schema_arrow.names
        except (arrow.ArrowException, OSError, ValueError) as error:
            raise _damaged(file.name, error) from None
        mapped.check(names)
        yield from mapped.documents(_rows(table, _roots(mapped.used(names), names), file.name, arrow))


def _rows(table: Any, columns: list[str], name: str, arrow: Any) -> Iterator[tuple[int, str, Values | Bad]]:
    row = 0
    batches = table.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False)
    while True:
        batch: Any = None
        try:
            batch = next(batches, None)
            values = [] if batch is None else batch.to_pylist()
        except UnicodeDecodeError:
            values = [_one(batch, at, f"{name}, row {row + at + 1}") for at in range(batch.num_rows)]
        except (arrow.ArrowException, OSError, ValueError) as error:
            raise _damaged(f"{name}, after row {row}", error) from None
        if batch is None:
            return
        for one in values:
            row += 1
            if isinstance(one, Bad):
                one = Bad(row, one.slug, one.message)
            yield row, f"row {row}", one


def _one(batch: Any, at: int, where: str) -> Values | Bad:
    try:
        found: Values = batch.slice(at, 1).to_pylist()[0]
        return found
    except UnicodeDecodeError:
        return Bad(0, "encoding", f"{where}: holds bytes that are not UTF-8; write the table again")


def _roots(used: list[str], names: list[str]) -> list[str]:
    return [one for one in used if one in names]


def _refuse_encrypted(head: bytes, name: str) -> None:
    if head == b"PARE":
        raise InputError(f"{name}: encrypted; write the table without encryption", "encrypted")


def _damaged(name: str, error: Exception) -> InputError:
    why = " ".join(str(error).split())[:120]
    return InputError(f"{name}: no Parquet that can be read ({why}); write the table again", "format")
