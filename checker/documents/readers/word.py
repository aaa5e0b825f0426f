"""DOCX: the paragraphs of the document in their order, cells of tables and notes among them, and what the file says of itself."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from checker.documents.decoding import clean
from checker.documents.found import Extract, Facts
from checker.documents.readers.records import day_in
from checker.documents.xml_parts import read_xml
from checker.errors import InputError

LONGEST = 128 * 1024 * 1024
"""Bytes that one part of the file may have when it is unpacked."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_CORE = "docProps/core.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def read_word(raw: bytes, name: str) -> Extract:
    """The text of a DOCX file, a paragraph a paragraph; footnotes come behind. Deleted words of tracked changes are left out.

    Title and day are those of its properties; the day is that on which the file was made. Raises InputError: ``encrypted``,
    ``binary`` for another kind of archive or an office document of the old kind, ``damaged``, ``bomb``, ``empty``.
    """
    if raw.startswith(_OLE):
        if _OLE_ENCRYPTED in raw:
            raise InputError(f"{name}: encrypted with a password; save it without one", "encrypted")
        raise InputError(f"{name}: an office document of the old kind; save it as DOCX or as text", "binary")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            if _BODY not in names:
                raise InputError(f"{name}: a ZIP archive, and no DOCX; save the article as text (UTF-8)", "binary")
            paragraphs = list(_paragraphs(archive, _BODY, name))
            for part in _NOTES:
                if part in names:
                    paragraphs.extend(_paragraphs(archive, part, name))
            facts = _facts(archive, name) if _CORE in names else Facts(basis="file")
    except InputError:
        raise
    except _DAMAGED as error:
        raise InputError(f"{name}: a damaged DOCX ({type(error).__name__}); save it again", "damaged") from None
    text = clean("\n\n".join(paragraphs), name)
    return Extract(text, len(text), facts)


def _paragraphs(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[str]:
    """The paragraphs of a part that show anything; one inside another (a text box) comes first."""
    open_ones: list[list[str]] = []
    left_out, in_text = 0, False
    for event in read_xml(_opened(archive, part, name), f"{name} ({part})"):
        if event.kind == "text":
            if in_text and open_ones and not left_out:
                open_ones[-1].append(event.word)
            continue
        if event.word == _FALLBACK:  # the same once more, for older programs
            left_out += 1 if event.kind == "start" else -1
            continue
        local = event.word.removeprefix(_W).removeprefix(_STRICT)
        if local == "moveFrom":  # the place that words were moved away from
            left_out += 1 if event.kind == "start" else -1
        if local == event.word or left_out:
            continue
        if local == "t":
            in_text = event.kind == "start"
        elif local == "p" and event.kind == "start":
            open_ones.append([])
        elif local == "p" and open_ones:
            words = "".join(open_ones.pop()).strip()
            if words:
                yield words
        elif event.kind == "start" and open_ones:
            mark = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(local)
            if mark is not None and not (local == "tab" and event.attributes):  # a tab stop is no tab
                open_ones[-1].append(mark)


def _facts(archive: zipfile.ZipFile, name: str) -> Facts:
    found: dict[str, str] = {}
    here = ""
    for event in read_xml(_opened(archive, _CORE, name), f"{name} ({_CORE})"):
        if event.kind == "text":
            found[here] = found.get(here, "") + event.word
        else:
            here = event.word.rpartition(" ")[2] if event.kind == "start" else ""
    return Facts(" ".join(found.get("title", "").split())[:300], day_in(found.get("created", "")), "file")


def _opened(archive: zipfile.ZipFile, part: str, name: str) -> BinaryIO:
    info = archive.getinfo(part)
    if info.flag_bits & 0x1:
        raise InputError(f"{name}: encrypted with a password; save it without one", "encrypted")
    if info.file_size > LONGEST:
        raise InputError(
            f"{name}: a bomb: its {part} would unpack to {info.file_size} bytes; save the article as text", "bomb"
        )
    return cast("BinaryIO", _Bounded(archive, info, name))


class _Bounded:
    """A part of an archive that gives no more bytes than one may have, whatever the archive says of its size."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> None:
        self._stream, self._name, self._given = archive.open(info), name, 0

    def read(self, size: int) -> bytes:
        """The next bytes."""
        piece = self._stream.read(size)
        self._given += len(piece)
        if self._given > LONGEST:
            raise InputError(
                f"{self._name}: a bomb: a part unpacks to more than {LONGEST} bytes; save the article as text", "bomb"
            )
        return piece
