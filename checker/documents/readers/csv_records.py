"""CSV and tables parted by tabs or semicolons: a row a document, read one at a time."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import deque
from collections.abc import Iterator
from typing import Any, BinaryIO

from checker.documents.decoding import decode
from checker.documents.found import Bad, Found, Opened
from checker.documents.readers.records import Mapped, Values
from checker.errors import InputError

LONGEST = 16 * 1024 * 1024
"""Characters that one row may have: a quotation mark that is never closed would take in all that follows."""

MOST_OPEN = 50
"""Rows with quotation marks out of place after which a file is given up: each is read again from its second line on."""

_PARTING = (",", ";", "\t", "|")


def read_csv(file: Opened) -> Iterator[Found | Bad]:
    """The documents of a table; rows are counted as a spreadsheet shows them, the header being row 1.

    The header parts columns by a comma, semicolon, tab or bar, whichever stands in it most often. A row with more or fewer
    cells than the header, or with quotation marks out of place, is a bad record; reading goes on with the line after the one in
    which it began. Raises InputError: ``format`` for a file without a header, ``column`` when there is no column of text.
    """
    with file.stream() as stream:
        lines = _Lines(stream, file.name)
        head = lines.take()
        if not head.strip():
            raise InputError(f"{file.name}: no header; write the names of the columns in the first row", "format")
        parting = "\t" if file.suffix == ".tsv" else max(_PARTING, key=head.count)
        lines.give_back()
        table = _Table(lines, parting, file.name)
        first = table.row()
        if isinstance(first, str) or not any(map(str.strip, first)):
            raise InputError(f"{file.name}: no header; write the names of the columns in the first row", "format")
        names = [_told(cell, file.name).strip() for cell in first]
        mapped = Mapped(file.name, file.columns)
        mapped.check(names)
        yield from mapped.documents(_rows(table, names, file.name))


def _rows(table: _Table, names: list[str], name: str) -> Iterator[tuple[int, str, Values | Bad]]:
    row, faults = 1, 0
    while (cells := table.row()) != []:
        if isinstance(cells, str):
            row, faults = row + 1, faults + 1
            place = f"row {row} (line {table.began})"
            if faults > MOST_OPEN:
                raise InputError(
                    f"{name}, {place}: more than {MOST_OPEN} rows with quotation marks out of place, so the rest is not read; save the table again",
                    "record",
                )
            yield row, place, Bad(row, "record", f"{name}, {place}: {cells}")
            continue
        row += 1
        if cells == [""]:
            continue  # an empty line
        place = f"row {row}" if table.plain else f"row {row} (line {table.began})"
        if len(cells) != len(names):
            why = f"{len(cells)} cells where the header has {len(names)}; put a text with '{_shown(table.parting)}' or line breaks in quotation marks"
            yield row, place, Bad(row, "record", f"{name}, {place}: {why}")
            continue
        try:
            yield (
                row,
                place,
                {
                    key: _told(cell, f"{name}, {place}, column '{key}'")
                    for key, cell in zip(names, cells, strict=True)
                    if key
                },
            )
        except InputError as error:
            yield row, place, Bad(row, error.slug, str(error))


class _Table:
    """The rows of a table. ``began`` is the line in which the last row began; ``plain`` while each row is one line."""

    def __init__(self, lines: _Lines, parting: str, name: str) -> None:
        self._lines, self.parting, self._name = lines, parting, name
        self.began, self.plain = 0, True

    def row(self) -> list[str] | str:
        """The cells of the next row, none at the end, or why it cannot be read; then the next begins a line further."""
        self._lines.begin()
        self.began = self._lines.number + 1
        reader = csv.reader(self._lines, delimiter=self.parting, strict=True)
        csv.field_size_limit(LONGEST)
        try:
            cells = next(reader, [])
            if not cells:
                return [""] if self._lines.number >= self.began else []
            self.plain &= self._lines.number == self.began
            return cells
        except _TooLongError:
            why = f"a quotation mark opens and does not close within {LONGEST} characters; close it"
        except csv.Error as error:
            why = (
                "a quotation mark opens and does not close; close it"
                if "end of data" in str(error)
                else (
                    "a cell over the limit"
                    if "limit" in str(error)
                    else "a quotation mark stands inside a quoted cell; double it"
                )
            )
        self.plain = False
        self._lines.back_to_second()
        return why


class _TooLongError(Exception):
    """A row that is longer than a row may be."""


class _Lines(Iterator[str]):
    """The lines of a file, of which those of the row being read can be read once more."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        head = stream.read(4)
        marked = head[:2] if head[:2] in (BOM_UTF16_LE, BOM_UTF16_BE) else b""
        encoding = "utf-16" if marked else "utf-8"
        raw: io.RawIOBase = _Joined(head.removeprefix(BOM_UTF8), stream)
        joined = io.BufferedReader(raw)
        # other encodings are told cell by cell: marks, quotes and line ends are the same bytes in all of them
        self._text = io.TextIOWrapper(joined, encoding, errors="strict" if marked else "surrogateescape", newline="")
        self._name = name
        self._kept: list[str] = []
        self._again: deque[str] = deque()
        self._size = 0
        self.number = 0

    def begin(self) -> None:
        """A row begins with the next line."""
        self._kept, self._size = [], 0

    def take(self) -> str:
        """The next line, or empty."""
        self.begin()
        return next(self, "")

    def give_back(self) -> None:
        """The line just taken comes again."""
        self._again.extendleft(reversed(self._kept))
        self.number -= len(self._kept)
        self.begin()

    def back_to_second(self) -> None:
        """The lines of the row come again, but for the first."""
        self._again.extendleft(reversed(self._kept[1:]))
        self.number -= len(self._kept) - 1
        self.begin()

    def __next__(self) -> str:
        if self._again:
            line = self._again.popleft()
        else:
            try:
                line = self._text.readline(LONGEST)
            except UnicodeDecodeError:
                raise InputError(
                    f"{self._name}: not UTF-16 all through; save the table as UTF-8", "encoding"
                ) from None
        if not line:
            raise StopIteration
        self.number += 1
        self._kept.append(line)
        self._size += len(line)
        if self._size > LONGEST:
            raise _TooLongError
        return line


class _Joined(io.RawIOBase):
    """A stream with bytes in front of it that were read already."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._head or self._stream.read(len(buffer))
        piece, self._head = piece[: len(buffer)], piece[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _told(cell: str, where: str) -> str:
    """A cell in the encoding it is in; raises InputError (slug ``encoding``) when none fits."""
    try:
        cell.encode("utf-8")
        return cell
    except UnicodeEncodeError:
        return decode(cell.encode("utf-8", "surrogateescape"), where).text


def _shown(parting: str) -> str:
    return "a tab" if parting == "\t" else parting
