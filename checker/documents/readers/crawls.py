"""WARC, the format of web archives: pages and texts of a crawl, one record at a time, plain or packed with gzip.

Read here and not by a library, since a record that is damaged must cost that record alone, and a file that breaks off must
be told of; the format is ISO 28500.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from checker.documents.found import Bad, Facts, Found, Opened, Passed
from checker.errors import InputError
from checker.records import record

LONGEST = 64 * 1024 * 1024
"""Bytes that one page may have, as it was sent and when it is unpacked."""

_LONGEST_LINE = 65_536
_MOST_HEADERS = 500
_PIECE = 262_144
_VERSION = re.compile(rb"WARC/[01]\.\d{1,3}\s{0,4}\Z")
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document")  # fmt: skip
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,100}\r?\n")
_CHARSET = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_NO_DOCUMENTS = "records of the crawl itself"
_NO_ANSWERS = "redirects, errors and repetitions"
_NO_TEXTS = "records that are no text"


def read_crawl(file: Opened) -> Iterator[Found | Bad | Passed]:
    """The pages and texts of a WARC file; rows are its records, counted from 1, and names are their ids.

    Read are answers with status 200 and stored resources that are HTML, plain text, PDF or DOCX, and texts that were
    converted from pages. The day of the crawl is no day of publication and is not used. A damaged record is a bad record;
    reading goes on with the next that begins as a record does. Raises InputError: ``format`` for no WARC, ``truncated``.
    """
    with file.stream() as stream:
        row, lines = 0, _Lines(stream)
        while True:
            version = lines.next()
            if not version:
                return
            if not version.strip():
                continue
            row += 1
            where = f"{file.name}, record {row}"
            if not _VERSION.match(version):
                if row == 1:
                    raise InputError(f"{file.name}: no WARC file (it does not begin with WARC/1.1)", "format")
                yield Bad(row, "record", f"{where}: damaged (it does not begin with WARC/1.1); fetch the file again")
                lines.to_next_record()
                continue
            headers = lines.headers()
            size = headers.get("content-length", "")
            if not size.isdecimal() or len(size) > 15:
                yield Bad(row, "record", f"{where}: damaged (no length); fetch the file again", _id(headers))
                lines.to_next_record()
                continue
            yield _record(headers, lines.body(int(size), where), row, where)


def _record(headers: dict[str, str], body: bytes | None, row: int, where: str) -> Found | Bad | Passed:
    kind = headers.get("warc-type", "").lower()
    if kind == "revisit":
        return Passed(1, _NO_ANSWERS)
    if kind not in ("response", "resource", "conversion"):
        return Passed(1, _NO_DOCUMENTS)
    name, address = _id(headers), _address(headers.get("warc-target-uri", ""))
    content = headers.get("content-type", "").lower()
    if body is None:
        return Bad(row, "too_large", f"{where} ({address}): more than {LONGEST} bytes in one page", name)
    if kind == "response":
        if not content.startswith("application/http") and not address.startswith("http"):
            return Passed(1, _NO_DOCUMENTS)
        answer = _answer(body)
        if answer.status != 200:
            return Passed(1, _NO_ANSWERS)
        content, body = answer.headers.get("content-type", "").lower(), answer.body
    elif not content.startswith(_TEXTS):
        return Passed(1, _NO_TEXTS)
    if content and not content.startswith(_TEXTS):
        return Passed(1, _NO_TEXTS)
    if kind == "response":
        try:
            body = _plain(answer)
        except InputError as error:
            return Bad(row, error.slug, f"{where} ({address}): {error}", name)
    charset = _CHARSET.search(content)
    if not body.strip():
        return Bad(row, "empty", f"{where} ({address}): holds no text", name)
    return Found(
        row, name, raw=body, charset=charset[1].lower() if charset else "", facts=Facts(basis="page", url=address)
    )


@record
class _Answer:
    """What a server said: its status, its headers in small letters, and what came behind them."""

    status: int
    headers: dict[str, str]
    body: bytes


def _answer(body: bytes) -> _Answer:
    head, gap, rest = body.partition(b"\r\n\r\n")
    if not gap:
        head, gap, rest = body.partition(b"\n\n")
    lines = head.decode("latin-1").splitlines()
    parts = lines[0].split(None, 2) if lines else []
    status = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() and len(parts[1]) == 3 else 0
    return _Answer(status, _fields(lines[1:]), rest)


def _plain(answer: _Answer) -> bytes:
    """The body as the page it is; raises InputError: ``damaged``, ``too_large``, ``encoding`` for a packing that is not read."""
    body = answer.body
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    for packing in reversed([one.strip().lower() for one in answer.headers.get("content-encoding", "").split(",")]):
        if packing in ("", "identity", "utf-8"):
            continue
        if packing not in ("gzip", "x-gzip", "deflate"):
            raise InputError(f"packed with '{packing[:20]}', which is not read", "encoding")
        if packing == "deflate" or body[:2] == b"\x1f\x8b":  # crawlers unpack and leave the header as it was
            body = _unpacked(body, packing)
    return body


def _unpacked(body: bytes, packing: str) -> bytes:
    for bits in (47, -15) if packing == "deflate" else (47,):
        try:
            member = zlib.decompressobj(wbits=bits)
            plain = member.decompress(body, LONGEST + 1)
        except zlib.error:
            continue
        if len(plain) > LONGEST:
            raise InputError(f"a bomb: {len(body)} bytes gave more than {LONGEST}", "bomb")
        if not member.eof:
            raise InputError("its packed page breaks off", "truncated")
        return plain
    if packing == "deflate" and body.lstrip()[:1] == b"<":
        return body
    raise InputError("its packed page is damaged", "damaged")


def _unchunked(body: bytes) -> bytes:
    """The body put together from chunks; as it is where it has none (crawlers put them together and leave the header)."""
    parts: list[bytes] = []
    at = 0
    while hit := _CHUNK.match(body, at):
        size = int(hit[1], 16)
        if not size:
            return b"".join(parts)
        at = hit.end() + size
        parts.append(body[hit.end() : at])
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(parts) if parts else body


def _fields(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines[:_MOST_HEADERS]:
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def _id(headers: dict[str, str]) -> str:
    return headers.get("warc-record-id", "").strip("<> ").removeprefix("urn:uuid:")


def _address(said: str) -> str:
    address = said.strip("<> ")
    return address if address.isprintable() and " " not in address else ""


class _Lines:
    """The bytes of a file by lines and by stretches of a known length."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._again = b""

    def next(self) -> bytes:
        """The next line with its end, cut where it is too long; empty at the end."""
        line, self._again = self._again or self._stream.readline(_LONGEST_LINE), b""
        return line

    def headers(self) -> dict[str, str]:
        """The header lines up to the empty one."""
        lines: list[str] = []
        while (line := self.next()) and line.strip(b"\r\n"):
            if _VERSION.match(line):  # a record that was cut off in its header
                self._again = line
                break
            if len(lines) < _MOST_HEADERS:
                lines.append(line.decode("utf-8", "replace"))
        return _fields(lines)

    def body(self, size: int, where: str) -> bytes | None:
        """The next ``size`` bytes; None for more than are taken, which are passed over. Raises InputError (``truncated``)."""
        parts: list[bytes] = []
        left = size
        while left:
            piece = self._stream.read(min(left, _PIECE))
            if not piece:
                raise InputError(
                    f"{where}: breaks off ({size - left} bytes of {size}); fetch the file again", "truncated"
                )
            left -= len(piece)
            if size <= LONGEST:
                parts.append(piece)
        return b"".join(parts) if size <= LONGEST else None

    def to_next_record(self) -> None:
        """Go on to the next line that begins a record."""
        while (line := self.next()) and not _VERSION.match(line):
            pass
        self._again = line
