"""Small files of every kind that is read, made from nothing by the tests themselves."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Sequence
from html import escape

ENGLISH = "North Korea shipped artillery shells to Russia in April, the White House said on Tuesday."
FRENCH = "La Corée du Nord a livré des obus d'artillerie à la Russie en avril, a affirmé mardi la Maison-Blanche."
PLAIN = "The harbour was quiet on Monday and the cafés along the quay stayed open until late in the evening."

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dcterms:created>{created}</dcterms:created></cp:coreProperties>"
)


def docx(
    paragraphs: Sequence[str],
    title: str = "",
    created: str = "",
    inside: str = "",
    parts: dict[str, str] | None = None,
) -> bytes:
    """A DOCX with these paragraphs; ``inside`` is XML put behind them, ``parts`` are further files of the archive."""
    body = "".join(f"<w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p>" for one in paragraphs)
    files = {"word/document.xml": f"<w:document {_W}><w:body>{body}{inside}</w:body></w:document>"}
    if title or created:
        files["docProps/core.xml"] = _CORE.format(title=escape(title), created=created)
    return zipped(files | (parts or {}))


def part(root: str, inside: str) -> str:
    """A part of a DOCX, such as its footnotes."""
    return f"<w:{root} {_W}>{inside}</w:{root}>"


def zipped(files: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return target.getvalue()


def pdf(
    pages: Sequence[Sequence[str]], title: str = "", created: str = "", encrypted: bool = False, packed: bool = False
) -> bytes:
    """A PDF with a text layer, a line of each page below the other; a page without lines has none."""
    streams = []
    for lines in pages:
        shown = "".join(f"({_escaped(line)}) Tj 0 -14 Td " for line in lines)
        streams.append(f"BT /F1 11 Tf 50 780 Td {shown}ET".encode("cp1252") if lines else b"0 0 m")
    filtered = b""
    if packed:
        streams, filtered = [zlib.compress(one) for one in streams], b"/Filter /FlateDecode "
    return pdf_of(streams, filtered, title, created, encrypted)


def pdf_of(
    streams: Sequence[bytes], filtered: bytes = b"", title: str = "", created: str = "", encrypted: bool = False
) -> bytes:
    """A PDF whose pages hold these streams."""
    count = len(streams)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * at)
        )
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filtered, len(stream), stream))
    objects.append(b"<< /Title (%s) /CreationDate (%s) >>" % (_escaped(title).encode("cp1252"), created.encode()))
    locked = b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    objects += [locked] if encrypted else []
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    info = len(objects) - 1 if encrypted else len(objects)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R" % (len(objects) + 1, info)
    trailer += b" /ID [<00> <00>] /Encrypt %d 0 R >>" % len(objects) if encrypted else b" >>"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, trailer, len(out),
    )  # fmt: skip


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def answer(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    """What a server said, as a crawl keeps it."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def warc_record(
    name: str,
    body: bytes,
    kind: str = "response",
    content: str = "application/http; msgtype=response",
    length: int = -1,
) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: 2024-06-01T00:00:00Z\r\n"
        f"WARC-Target-URI: https://quay.example/{name}\r\nContent-Type: {content}\r\n"
        f"Content-Length: {len(body) if length < 0 else length}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def web_page(title: str, words: str, published: str = "", language: str = "en") -> bytes:
    day = f'<meta property="article:published_time" content="{published}">' if published else ""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{day}</head><body>'
        f"<main><article><h1>{title}</h1><p>{words}</p><p>{PLAIN}</p></article></main></body></html>"
    ).encode()


def packed_one_by_one(records: Sequence[bytes]) -> bytes:
    """A WARC as crawlers pack it, a gzip member a record."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
