"""One source, one document: bytes, text, front matter, blocks, language and publication day put together."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from checker.documents.blocks import split_blocks
from checker.documents.decoding import Decoded, clean, decode
from checker.documents.extracting import extract_file
from checker.documents.found import NO_FACTS, Extract, Facts
from checker.documents.frontmatter import FrontMatter, read_front_matter
from checker.documents.language import detect_language, second_language
from checker.documents.members import Member
from checker.documents.publication import find_publication
from checker.documents.sources import Source, printable, read_bytes
from checker.documents.webpages import Page, charset_of, is_web_page, read_web_page
from checker.errors import InputError
from checker.model import Block, BlockKind, Document
from checker.records import record

_ROWS = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".rss", ".atom", ".warc")
_TITLE = 300
_DATED_PAGES = 2


def read_document(
    source: Source | Member | Path | str,
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
    if not isinstance(source, Source | Member):
        path = Path(source)
        source = Source(path, printable(path.name))
    given = _Given(published, published_default, language, as_of)
    if isinstance(source, Member) and not source.raw:
        text = clean(source.text, source.name)
        told = Extract(text, len(text), source.facts, notices=source.notices)
        return _assemble(text, given, key=source.key, sha256=source.sha256, part=told)
    if isinstance(source, Source) and source.suffix in _ROWS:
        raise InputError(
            f"{source.name}: holds rows or data, not one article; give each article as text", slug="format"
        )
    raw = source.raw if isinstance(source, Member) else read_bytes(source)
    digest = hashlib.sha256(raw).hexdigest()
    suffix = "" if isinstance(source, Member) else source.suffix
    facts, notices = (source.facts, source.notices) if isinstance(source, Member) else (NO_FACTS, ())
    part = extract_file(raw, suffix, source.name)
    if part is not None:
        part = replace(part, facts=_joined(part.facts, facts), notices=(*notices, *part.notices))
        return _assemble(part.text, given, key=source.key, sha256=digest, part=part)
    decoded = _decoded(raw, source.name, source.charset if isinstance(source, Member) else "")
    page = read_web_page(decoded.text, source.name) if is_web_page(decoded.text) else None
    if page is None and decoded.text[:400].lstrip().lower().startswith("<?xml"):
        raise InputError(f"{source.name}: an XML file, not text; save the article as text", slug="format")
    if page is not None:
        part = Extract(page.text, page.main_end, _joined(_facts_of(page), facts), notices=page.notices)
    return _assemble(
        decoded.text if part is None else part.text,
        given,
        key=source.key,
        sha256=digest,
        encoding=decoded.encoding,
        notices=(*decoded.notices, *notices),
        part=part,
        url=facts.url,
    )


@record
class _Given:
    """What the caller says of documents, as ``read_document`` takes it."""

    published: date | None
    published_default: date | None
    language: str | None
    as_of: date | None


def _facts_of(page: Page) -> Facts:
    data = page.data
    return Facts(data.title, data.published, "page", data.language, data.outlet)


def _joined(first: Facts, other: Facts) -> Facts:
    """What is said of a document in two places; the first wins."""
    if other is NO_FACTS:
        return first
    dated = first if first.published is not None else other
    return Facts(
        first.title or other.title, dated.published, dated.basis, first.language or other.language,
        first.outlet or other.outlet, first.url or other.url,
    )  # fmt: skip


def _decoded(raw: bytes, name: str, charset: str = "") -> Decoded:
    """The text; what is no UTF-8 is in the encoding that the page names, or its sender, where that one is known and fits."""
    named = charset_of(raw) or charset
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
        _Given(published, published_default, language, as_of),
        key=key,
        source=source,
        title=title,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )


def document_id(key: str) -> str:
    """``d-`` and twelve hexadecimal digits that depend on ``key`` alone."""
    return "d-" + hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def _assemble(
    text: str,
    given: _Given,
    *,
    key: str,
    sha256: str,
    source: str = "",
    title: str = "",
    encoding: str = "utf-8",
    notices: tuple[str, ...] = (),
    part: Extract | None = None,
    url: str = "",
) -> Document:
    """The document of a text; ``part`` is given for a text that was extracted, or that came with what a record says of it."""
    front = read_front_matter(text) if part is None else FrontMatter()
    facts = part.facts if part is not None else NO_FACTS
    title = title or front.title or facts.title
    blocks = split_blocks(text, front.end, title) if part is None else _part_blocks(part, title)
    # what a page or a feed says of its language is often the site's and not the article's
    stated = front.language or (facts.language if facts.basis == "column" else "")
    spoken, language_notices = _language(text, blocks, given.language, stated, "front matter" if front.language else "record")
    if spoken == "und" and facts.language:
        spoken = facts.language
    publication = find_publication(
        text,
        _front_blocks(blocks, part),
        language=spoken,
        argument=given.published,
        front_matter=front.published,
        facts=facts,
        default=given.published_default,
        as_of=given.as_of,
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
        notices=(
            *notices,
            *(part.notices if part is not None else ()),
            *front.notices,
            *language_notices,
            *publication.notices,
        ),
        outlet=front.outlet or facts.outlet,
        extracted=part is not None,
        url=facts.url or url,
        pages=part.pages if part is not None else (),
    )


def _front_blocks(blocks: tuple[Block, ...], part: Extract | None) -> tuple[Block, ...]:
    """The blocks in which a day of publication is looked for: of many pages the first two."""
    if part is None or len(part.pages) <= _DATED_PAGES:
        return blocks
    return tuple(block for block in blocks if block.start < part.pages[_DATED_PAGES])


def _part_blocks(part: Extract, title: str) -> tuple[Block, ...]:
    """The blocks of the article, then one for all else that is in the file."""
    article = split_blocks(part.text[: part.main_end], 0, title)
    rest = part.text[part.main_end :]
    start = part.main_end + len(rest) - len(rest.lstrip())
    end = part.main_end + len(rest.rstrip())
    return (*article, Block(BlockKind.BOILERPLATE, start, end, 0.0)) if end > start else article


def _language(
    text: str, blocks: tuple[Block, ...], asked: str | None, stated: str, where: str
) -> tuple[str, list[str]]:
    if asked and asked != "auto":
        return asked, []
    detected = detect_language(text, blocks)
    notices: list[str] = []
    if stated and detected not in (stated, "und"):
        notices.append(f"language_differs: the {where} says {stated}, the words look like {detected}")
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
