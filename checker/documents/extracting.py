"""Files that hold one document and are no plain text: which reader extracts it, told by the first bytes or the ending."""

from __future__ import annotations

from checker.documents.found import Extract

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SLACK = 1_024
"""Bytes that may stand in front of a PDF's first line."""


def extract_file(raw: bytes, suffix: str, name: str) -> Extract | None:
    """What is extracted from a PDF, a DOCX or a mail; None for plain text, a web page or anything else.

    Raises InputError as the readers do, with the words for what is to be done.
    """
    if raw.startswith(_PDF) or (suffix == ".pdf" and _PDF in raw[:_SLACK]):
        from checker.documents.readers.pdf import read_pdf

        return read_pdf(raw, name)
    if raw.startswith((_ZIP, _OLE)):
        from checker.documents.readers.word import read_word

        return read_word(raw, name)
    if suffix == ".eml":
        from checker.documents.readers.mail import read_mail

        return read_mail(raw, name)
    return None
