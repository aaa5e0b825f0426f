"""One source, one document: bytes, text, front matter, blocks, language and publication day put together."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import date
from pathlib import Path

from checker.documents.blocks import split_blocks
from checker.documents.decoding import Decoded, clean, decode
from checker.documents.frontmatter import FrontMatter, read_front_matter
from checker.documents.language import detect_language, second_language
from checker.documents.page_data import PageData
from checker.documents.publication import find_publication
from checker.documents.sources import Source, printable, read_bytes
from checker.documents.webpages import Page, charset_of, is_web_page, read_web_page
from checker.errors import InputError
from checker.model import Block, BlockKind, Document

_ROWS = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
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
    ``empty``, ``encoding`` or ``format`` (a table, XML, a page of ours).
    """
    if not isinstance(source, Source):
        path = Path(source)
        source = Source(path, printable(path.name))
    if source.path is not None and source.path.suffix.lower() in _ROWS:
        raise InputError(
            f"{source.name}: holds rows or data, not one article; give each article as text", slug="format"
        )
    raw = read_bytes(source)
    decoded = _decoded(raw, source.name)
    page = read_web_page(decoded.text, source.name) if is_web_page(decoded.text) else None
    if page is None and decoded.text[:400].lstrip().lower().startswith("<?xml"):
        raise InputError(f"{source.name}: an XML file, not text; save the article as text", slug="format")
    return _assemble(
        decoded.text if page is None else page.text,
        page=page,
        key=source.key,
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding=decoded.encoding,
        notices=decoded.notices,
        published=published,
        published_default=published_default,
        language=language,
        as_of=as_of,
    )


def _decoded(raw: bytes, name: str) -> Decoded:
    """The text; a page that is no UTF-8 is in the encoding it names, where that one is known and fits."""
    named = charset_of(raw)
    if named and named not in ("utf-8", "utf8"):
        with suppress(UnicodeDecodeError):
            raw.decode("utf-8")
            return decode(raw, name)
        with suppress(LookupError, UnicodeDecodeError):
            return Decoded(clean(raw.decode(named), name), named)
    return decode(raw, name)


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
    page: Page | None = None,
) -> Document:
    front = read_front_matter(text) if page is None else FrontMatter()
    data = page.data if page is not None else PageData()
    title = title or front.title or data.title
    blocks = split_blocks(text, front.end, title) if page is None else _page_blocks(page, title)
    spoken, language_notices = _language(text, blocks, language, front.language)
    if page is not None:
        notices = (*notices, *page.notices)
        if spoken == "und" and data.language:
            spoken = data.language
    publication = find_publication(
        text,
        blocks,
        language=spoken,
        argument=published,
        front_matter=front.published,
        page=data.published,
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
        outlet=front.outlet or data.outlet,
        extracted=page is not None,
    )


def _page_blocks(page: Page, title: str) -> tuple[Block, ...]:
    """The blocks of the article, then one for all that else stands on the page."""
    article = split_blocks(page.text[: page.main_end], 0, title)
    rest = page.text[page.main_end :]
    start = page.main_end + len(rest) - len(rest.lstrip())
    end = page.main_end + len(rest.rstrip())
    return (*article, Block(BlockKind.BOILERPLATE, start, end, 0.0)) if end > start else article


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
