"""Files opened for reading a piece at a time, unpacked on the way when they are packed with gzip; bombs are refused."""

from __future__ import annotations

import io
import stat
import zlib
from pathlib import Path
from typing import Any, BinaryIO

from checker.documents.folders import cause
from checker.errors import InputError

FREE = 64 * 1024 * 1024
"""Bytes that may come out of a packed file whatever its size."""

MOST_TIMES = 250
"""Beyond ``FREE`` a packed file may give so many times its bytes: text gives 3 to 30 times, a bomb a thousand."""

_GZIP = b"\x1f\x8b"
_PIECE = 65_536


def open_unpacked(path: Path, name: str) -> BinaryIO:
    """The bytes of a file, unpacked when it begins as gzip does.

    Raises InputError: ``missing``, ``special``, ``unreadable``; reading raises ``truncated`` for a packed file that breaks off,
    ``damaged`` for one that does not unpack, ``bomb`` for one that gives far more than it holds.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{name}: not a regular file; use - to read a pipe", slug="special")
        file = path.open("rb")
    except FileNotFoundError:
        raise InputError(f"{name}: no such file", slug="missing") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be opened ({cause(error)})") from None
    head = file.read(2)
    file.seek(0)
    return unpacked(file, name) if head == _GZIP else file


def unpacked(file: BinaryIO, name: str) -> BinaryIO:
    """What a stream packed with gzip holds, member after member; reading raises InputError as ``open_unpacked`` says."""
    return io.BufferedReader(_Gunzip(file, name), _PIECE)


class _Gunzip(io.RawIOBase):
    """Unpacks members that follow each other, never more than asked for at once."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self._taken = self._given = 0
        self._rest = b""
        self._member = zlib.decompressobj(wbits=31)
        self._begun = False

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()
        super().close()

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        while True:
            # what was held back for want of room comes before more is asked of the file
            held = self._member.decompress(b"", len(view)) if self._begun and not self._rest else b""
            if not held and not self._rest and not self._more():
                return 0
            try:
                piece = held or self._member.decompress(self._rest, len(view))
            except zlib.error:
                raise InputError(
                    f"{self._name}: damaged after {self._given} bytes (not gzip as it should be); fetch it again",
                    "damaged",
                ) from None
            self._begun = True
            self._rest = b"" if held else self._member.unconsumed_tail
            if self._member.eof:
                # zeros may fill up a file behind its last member
                self._rest = self._member.unused_data.lstrip(b"\0")
                self._member = zlib.decompressobj(wbits=31)
                self._begun = False
            if piece:
                break
        view[: len(piece)] = piece
        self._given += len(piece)
        if self._given > FREE and self._given > self._taken * MOST_TIMES:
            raise InputError(
                f"{self._name}: a bomb: {self._taken} bytes gave more than {self._given}; unpack it yourself if you trust it",
                "bomb",
            )
        return len(piece)

    def _more(self) -> bool:
        try:
            self._rest = self._file.read(_PIECE)
        except OSError as error:
            raise InputError(f"{self._name}: cannot be read ({cause(error)})") from None
        self._taken += len(self._rest)
        if not self._begun:
            self._rest = self._rest.lstrip(b"\0") if self._taken > len(self._rest) else self._rest
        if self._rest:
            return True
        if self._begun:
            raise InputError(
                f"{self._name}: breaks off after {self._given} bytes of what was packed; fetch it again", "truncated"
            )
        return False
