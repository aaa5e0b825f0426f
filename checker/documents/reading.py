"""One source, one document: bytes, text, front matter, blocks, language and publication day put together."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from checker.documents.blocks import split_blocks
from checker.documents.decoding import clean, decode
from checker.documents.frontmatter import read_front_matter
from checker.documents.language import detect_language, second_language
from checker.documents.publication import find_publication
from checker.documents.sources import Source, printable, read_bytes
from checker.errors import InputError
from checker.model import Block, BlockKind, Document

_ROWS = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
_PAGES = ("<!doctype html", "<html", "<?xml")
_TITLE = 300


def read_document(
    source: Source | Path | str,
    *,
    published: date | None = None,
    published_default: date | None = None,
    language: str | None = None,
    as_of: date | None = None,
) -> Document:
    """The document that ``source`` holds; a bare path has its file name as key.

    ``published`` wins over the page, ``published_default`` fills gaps; ``language`` None or ``auto``
    detects. A document in a language that is not read is a document too. The parts that are not read
    for claims are not in ``skipped``: ``blocks.skipped_blocks`` gives them.
    Raises InputError with slug ``missing``, ``unreadable``, ``special``, ``too_large``, ``binary``,
    ``empty``, ``encoding`` or ``format`` (an HTML page, a table).
    """
    if not isinstance(source, Source):
        path = Path(source)
        source = Source(path, printable(path.name))
    if source.path is not None and source.path.suffix.lower() in _ROWS:
        raise InputError(
            f"{source.name}: holds rows or data, not one article; give each article as text", slug="format"
        )
    raw = read_bytes(source)
    decoded = decode(raw, source.name)
    if decoded.text[:400].lstrip().lower().startswith(_PAGES):
        raise InputError(f"{source.name}: an HTML or XML page, not text; save the article as text", slug="format")
    return _assemble(
        decoded.text,
        key=source.key,
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding=decoded.encoding,
        notices=decoded.notices,
        published=published,
        published_default=published_default,
        language=language,
        as_of=as_of,
    )


def document_from_text(
    text: str,
    key: str = "text",
    *,
    source: str = "",
    title: str = "",
    published: date | None = None,
    published_default: date | None = None,
    language: str | None = None,
    as_of: date | None = None,
) -> Document:
    """The document that ``text`` is; its offsets count from ``text`` with CRLF as LF and no byte order mark.

    The hash is that of the text in UTF-8. Raises InputError with slug ``empty``, ``encoding`` (lone
    surrogates) or ``binary`` (NUL characters).
    """
    text = clean(text, source or key)
    return _assemble(
        text,
        key=key,
        source=source,
        title=title,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        published=published,
        published_default=published_default,
        language=language,
        as_of=as_of,
    )


def document_id(key: str) -> str:
    """``d-`` and twelve hexadecimal digits that depend on ``key`` alone."""
    return "d-" + hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def _assemble(
    text: str,
    *,
    key: str,
    sha256: str,
    published: date | None,
    published_default: date | None,
    language: str | None,
    as_of: date | None,
    source: str = "",
    title: str = "",
    encoding: str = "utf-8",
    notices: tuple[str, ...] = (),
) -> Document:
    front = read_front_matter(text)
    title = title or front.title
    blocks = split_blocks(text, front.end, title)
    spoken, language_notices = _language(text, blocks, language, front.language)
    publication = find_publication(
        text,
        blocks,
        language=spoken,
        argument=published,
        front_matter=front.published,
        default=published_default,
        as_of=as_of,
    )
    return Document(
        id=document_id(key),
        key=key,
        source=source or key,
        sha256=sha256,
        text=text,
        title=title or _headline(text, blocks),
        language=spoken,
        encoding=encoding,
        published=publication.day,
        published_basis=publication.basis,
        blocks=blocks,
        synthetic=front.synthetic,
        notices=(*notices, *front.notices, *language_notices, *publication.notices),
        outlet=front.outlet,
    )


def _language(text: str, blocks: tuple[Block, ...], asked: str | None, stated: str) -> tuple[str, list[str]]:
    if asked and asked != "auto":
        return asked, []
    detected = detect_language(text, blocks)
    notices: list[str] = []
    if stated and detected not in (stated, "und"):
        notices.append(f"language_differs: the front matter says {stated}, the words look like {detected}")
    spoken = stated or detected
    other = second_language(text, blocks, spoken)
    if other:
        notices.append(f"language_mixed: a good part of the text is in {other} and is read as {spoken}")
    return spoken, notices


def _headline(text: str, blocks: tuple[Block, ...]) -> str:
    first = next((block for block in blocks if block.kind is BlockKind.HEADLINE), None)
    if first is None:
        return ""
    return " ".join(text[first.start : first.end].strip("#*_=- \t\r\n").split())[:_TITLE]
