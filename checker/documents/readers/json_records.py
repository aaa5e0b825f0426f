"""JSON Lines and JSON: an object a document, read one at a time from a file of any length."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from checker.documents.found import Bad, Found, Opened
from checker.documents.readers.records import USUAL, Mapped, Values
from checker.errors import InputError

LONGEST = 64 * 1024 * 1024
"""Bytes that one record may have."""

_OURS = b'{"schema": "checker/'
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BLANK = " \t\r\n\ufeff"
_FIRST = 65_536
_NEAR = 16  # a word that is cut off, such as "fals", is found at fault where it begins


def read_lines(file: Opened) -> Iterator[Found | Bad]:
    """The documents of JSON Lines; rows are lines, counted from 1. A line that is no object is a bad record.

    Raises InputError: ``format`` for results of this program or UTF-16, ``column`` when no record has a text.
    """
    with file.stream() as stream:
        yield from Mapped(file.name, file.columns).documents(_lines(stream, file.name))


def _lines(stream: BinaryIO, name: str) -> Iterator[tuple[int, str, Values | Bad]]:
    row = 0
    while line := stream.readline(LONGEST + 1):
        row += 1
        place = f"row {row}"
        if row == 1:
            _refuse_others(line, name)
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) > LONGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST)
            yield (
                row,
                place,
                Bad(row, "too_large", f"{name}, {place}: more than {LONGEST} bytes in one record; split it"),
            )
        elif line.strip():
            yield row, place, _object(line, row, f"{name}, {place}")


def _object(line: bytes, row: int, where: str) -> Values | Bad:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Bad(row, "encoding", f"{where}, byte {error.start + 1}: not UTF-8; save the file again as UTF-8")
    except json.JSONDecodeError as error:
        return Bad(row, "record", f"{where}, character {error.pos + 1}: not JSON ({_why(error)}); correct the line")
    except (ValueError, RecursionError):
        return Bad(
            row,
            "record",
            f"{where}: not JSON that can be read (nested too deep, or a number too long); correct the line",
        )
    if not isinstance(value, dict):
        return Bad(
            row, "record", f'{where}: not an object in braces; write each article as {{"text": ...}} on its line'
        )
    return value


def read_json(file: Opened) -> Iterator[Found | Bad]:
    """The documents of a JSON file: a list of objects, an object that holds one such list, or one object.

    Rows are places in the list, counted from 1. What stands behind a fault of the JSON cannot be read, and is told of as
    one bad record. Raises InputError: ``format`` for results of this program or no objects, ``column`` when none has a text.
    """
    with file.stream() as stream:
        head = stream.read(_FIRST)
        _refuse_others(head, file.name)
        yield from Mapped(file.name, file.columns).documents(_elements(_Text(stream, head, file.name), file.name))


def _elements(text: _Text, name: str) -> Iterator[tuple[int, str, Values | Bad]]:
    if text.peek() != "[":
        value = text.value(f"{name}")
        if isinstance(value, Bad):
            raise InputError(value.message, value.slug if value.slug != "record" else "format")
        if text.peek():
            raise InputError(f"{name}: goes on behind its first JSON value; name JSON Lines .jsonl", "format")
        if not isinstance(value, dict):
            raise InputError(f"{name}: JSON without records; write a list of objects with a text each", "format")
        lists = [one for one in value.values() if _holds_records(one)]
        if len(lists) == 1 and not any(isinstance(value.get(key), str) for key in USUAL["text"]):
            yield from ((row, f"record {row}", _checked(one, row, name)) for row, one in enumerate(lists[0], start=1))
        else:
            yield 1, "record 1", value
        return
    text.skip()
    row = 0
    while text.peek() not in ("]", ""):
        row += 1
        value = text.value(f"{name}, record {row}")
        if isinstance(value, Bad):
            yield row, f"record {row}", Bad(row, value.slug, f"{value.message}; records behind it cannot be read")
            return
        yield row, f"record {row}", _checked(value, row, name)
        mark = text.peek()
        if mark not in (",", "]"):
            what = "breaks off" if not mark else f"'{mark}' where a comma should be"
            yield (
                row + 1,
                f"record {row + 1}",
                Bad(row + 1, "record", f"{name}, after record {row}: {what}; records behind it cannot be read"),
            )
            return
        if mark == ",":
            text.skip()


def _holds_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _checked(value: object, row: int, name: str) -> Values | Bad:
    if isinstance(value, dict):
        return value
    return Bad(row, "record", f'{name}, record {row}: not an object in braces; write each article as {{"text": ...}}')


class _Text:
    """The text of a JSON file, of which never more is held than the value being read needs."""

    def __init__(self, stream: BinaryIO, head: bytes, name: str) -> None:
        self._stream, self._name = stream, name
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder()
        self._text, self._at, self._ended = "", 0, False
        self._add(head)

    def peek(self) -> str:
        """The next mark that is not blank; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._text) or not self._more(_FIRST):
                return self._text[self._at : self._at + 1]

    def skip(self) -> None:
        """Go past the mark that ``peek`` gave."""
        self._at += 1

    def value(self, where: str) -> object | Bad:
        """The value that begins here; a fault of it is a bad record."""
        self.peek()
        size = _FIRST
        while True:
            try:
                value: object
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                # a value that is cut off looks like a fault; as much again is read before it is tried again
                if len(self._text) - self._at > LONGEST:
                    return Bad(0, "too_large", f"{where}: more than {LONGEST} characters in one record; split it")
                is_cut = error.msg.startswith("Unterminated") or error.pos + _NEAR > len(self._text)
                if is_cut and self._more(size):
                    size *= 2
                    continue
                return Bad(0, "record", f"{where}: not JSON ({_why(error)})")
            except (ValueError, RecursionError):
                return Bad(0, "record", f"{where}: not JSON that can be read (nested too deep, or a number too long)")
            if end < len(self._text) or not self._more(_FIRST):  # a number may go on
                self._at = end
                return value

    def _more(self, size: int) -> bool:
        if self._ended:
            return False
        piece = self._stream.read(size)
        self._ended = not piece
        self._add(piece)
        return not self._ended

    def _add(self, piece: bytes) -> None:
        try:
            more = self._decoder.decode(piece, final=not piece)
        except UnicodeDecodeError:
            raise InputError(
                f"{self._name}: not UTF-8, as JSON has to be; save the file again as UTF-8", "encoding"
            ) from None
        self._text, self._at = self._text[self._at :] + more, 0


def _refuse_others(head: bytes, name: str) -> None:
    if head.startswith(_OURS):
        raise InputError(f"{name}: written by checker, not articles", "report")
    if head.startswith(_MARKS):
        raise InputError(f"{name}: UTF-16; save the file as UTF-8", "encoding")


def _why(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]
