"""How much the packed streams of a PDF unpack to, told before a library unpacks them whole."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from checker.errors import InputError

MOST_OF_ONE = 32 * 1024 * 1024
"""Bytes that one stream may unpack to; the text and drawing of a page take a few hundred thousand."""

MOST_OF_PICTURE = 256 * 1024 * 1024
MOST_OF_ALL = 1024 * 1024 * 1024
_MOST_UNKNOWN = 1024 * 1024
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 2_048
_PIECE = 1024 * 1024
_LEAST = 4_096  # a stream this short gives four million bytes at most


def refuse_bombs(raw: bytes, name: str) -> None:
    """Raises InputError (slug ``bomb``) when a stream of the PDF, or all together, unpack to more than a document does."""
    total = 0
    for hit in _STREAM.finditer(raw):
        begin = hit.end()
        head = raw[max(0, hit.start() - _DICTIONARY) : hit.start()]
        head = head[head.rfind(b" obj") + 1 :]
        end = raw.find(b"endstream", begin)
        size = (len(raw) if end < 0 else end) - begin
        packings = sum(
            head.count(one) for one in (b"/FlateDecode", b"/LZWDecode", b"/RunLengthDecode", b"/Fl ", b"/LZW ")
        )
        if not packings or (size < _LEAST and packings == 1):
            continue
        limit = MOST_OF_PICTURE if b"/Image" in head else MOST_OF_ONE
        if packings > 1 or (b"/FlateDecode" not in head and b"/Image" not in head and size > _MOST_UNKNOWN):
            raise InputError(f"{name}: a bomb: packed several times over; save the article as text", "bomb")
        given = _given(raw, begin, size, head, limit)
        total += given
        if given > limit or total > MOST_OF_ALL:
            most = limit if given > limit else MOST_OF_ALL
            raise InputError(
                f"{name}: a bomb: {size} bytes in it give more than {most}; save the article as text", "bomb"
            )


def _given(raw: bytes, begin: int, size: int, head: bytes, limit: int) -> int:
    """How many bytes a stream gives, counted up to just above ``limit``; 0 where it is damaged."""
    source: bytes | memoryview = memoryview(raw)[begin:]  # what it says of its own end may be a lie
    try:
        if b"/ASCII85Decode" in head or b"/A85" in head:
            source = base64.a85decode(raw[begin : begin + size].partition(b"~>")[0])
        elif b"/ASCIIHexDecode" in head or b"/AHx" in head:
            source = binascii.unhexlify(b"".join(raw[begin : begin + size].partition(b">")[0].split()))
    except (ValueError, binascii.Error):
        return 0
    member, given, at, piece = zlib.decompressobj(), 0, 0, b""
    try:
        while given <= limit and not member.eof:
            if not piece:
                piece = bytes(source[at : at + _PIECE])
                at += _PIECE
                if not piece:
                    break
            given += len(member.decompress(piece, _PIECE))
            piece = member.unconsumed_tail
    except zlib.error:
        return given
    return given
