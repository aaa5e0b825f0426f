"""From what was asked for to single documents: files that hold many are opened and read one record at a time."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from checker.documents.found import Bad, Columns, Facts, Found, Opened, Passed, Reader
from checker.documents.plug_ins import reader_for
from checker.documents.record_names import Names
from checker.documents.sources import Ignored, Source, Unopened, suffix_of
from checker.documents.unpacking import open_unpacked, unpacked
from checker.errors import InputError
from checker.records import record

_READERS = {
    ".jsonl": "json_records.read_lines", ".ndjson": "json_records.read_lines", ".json": "json_records.read_json",
    ".csv": "csv_records.read_csv", ".tsv": "csv_records.read_csv", ".parquet": "parquet_records.read_parquet",
    ".rss": "feeds.read_feed", ".atom": "feeds.read_feed", ".xml": "feeds.read_feed", ".warc": "crawls.read_crawl",
}  # fmt: skip
"""What reads each kind of file that holds many documents, as module and function of ``checker.documents.readers``."""

_SINGLE = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".docx", ".pdf")
_KINDS = {
    "application/json": ".json", "application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl", "text/csv": ".csv",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/warc": ".warc",
    "application/vnd.apache.parquet": ".parquet",
}  # fmt: skip
"""The same kinds as servers name them."""

_VAGUE = ("", "text/plain", "application/octet-stream", "application/gzip", "text/xml", "application/xml")
_HEADS = ((b"WARC/", ".warc"), (b"PAR1", ".parquet"), (b"<rss", ".rss"), (b"<feed", ".atom"), (b"<rdf:RDF", ".rss"))
_SNIFFED = 512
_NOT_OURS = ("column", "format", "report")
"""Slugs of files that are no documents at all: in a folder they are listed, named by themselves they are an error."""


@record
class Member:
    """One document of a file that holds many, or of an address: its text, or the bytes it is in when there are any.

    ``key`` is ``FILE#NAME``; ``sha256`` is of the bytes, or of the text with what the record says of it.
    """

    key: str
    sha256: str
    text: str = ""
    raw: bytes = b""
    charset: str = ""
    facts: Facts = Facts()
    notices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.key


def documents_in(
    source: Source, columns: Columns, passed: Callable[[Ignored], None]
) -> Iterator[Source | Member | Unopened]:
    """The documents of one source in their order: itself, or those of the records it holds, one at a time.

    A record that cannot be read is an ``Unopened`` with its place; so is the rest of a file that breaks off. ``passed`` is told
    of what is no document.
    """
    if source.url:
        yield from _fetched(source, columns, passed)
        return
    if source.path is None:
        yield source
        return
    try:
        reader = reader_of(source)
    except InputError as error:
        yield Unopened(source.key, error.slug, str(error))
        return
    if reader is None:
        yield source
        return
    path = source.path
    file = Opened(source.name, source.suffix, lambda: open_unpacked(path, source.name), columns)
    yield from _members(reader, file, source, passed)


def reader_of(source: Source) -> Reader | None:
    """What reads the records of a file; None for a file that is one document. Raises InputError as ``reader_for`` does."""
    suffix = source.suffix
    if suffix in _SINGLE:
        return None
    if suffix not in _READERS:
        offered = reader_for(suffix, source.name) if suffix else None
        suffix = _suffix_by_head(source) if offered is None else suffix
        return built_in(suffix) if suffix in _READERS else offered
    return built_in(suffix)


def may_hold_many(source: Source) -> bool:
    """True for a file whose ending is that of files with many documents, and for an address; nothing is opened."""
    return bool(source.url) or (source.path is not None and source.suffix not in _SINGLE)


def built_in(suffix: str) -> Reader:
    """The reader of this program for files with that ending."""
    module, name = _READERS[suffix].split(".")
    reader: Reader = getattr(import_module(f"checker.documents.readers.{module}"), name)
    return reader


def _fetched(source: Source, columns: Columns, passed: Callable[[Ignored], None]) -> Iterator[Member | Unopened]:
    """The document at an address, or those of the feed or table that stands there."""
    from checker.documents.addresses import fetch

    try:
        fetched = fetch(source.url)
    except InputError as error:
        yield Unopened(source.key, error.slug, str(error))
        return
    path = PurePosixPath(urlsplit(fetched.url).path)
    suffix = _KINDS.get(fetched.kind) or suffix_by_head(io.BytesIO(fetched.raw))
    if not suffix and fetched.kind in _VAGUE and suffix_of(path) in _READERS:
        suffix = suffix_of(path)
    if suffix in _READERS:

        def stream() -> BinaryIO:
            raw = io.BytesIO(fetched.raw)
            return unpacked(raw, source.name) if fetched.raw.startswith(b"\x1f\x8b") else raw

        yield from _members(built_in(suffix), Opened(source.name, suffix, stream, columns), source, passed)
        return
    digest = sha256(fetched.raw).hexdigest()
    facts = Facts(basis="page", url=fetched.url)
    if not fetched.raw:
        yield Unopened(source.key, "empty", f"{source.name}: holds no text")
        return
    yield Member(source.key, digest, raw=fetched.raw, charset=fetched.charset, facts=facts)


def _members(
    reader: Reader, file: Opened, source: Source, passed: Callable[[Ignored], None]
) -> Iterator[Member | Unopened]:
    names = Names()
    left: Counter[str] = Counter()
    any_yet = False
    try:
        for one in reader(file):
            if isinstance(one, Passed):
                left[one.what] += one.count
                continue
            any_yet = True
            key = f"{source.key}#{names.name(one.name, one.row)}"
            yield Unopened(key, one.slug, one.message) if isinstance(one, Bad) else _member(one, key)
    except InputError as error:
        if not any_yet and not source.asked and error.slug in _NOT_OURS:
            passed(Ignored(source.name, "report" if error.slug == "report" else "type"))
        else:
            yield Unopened(source.key, error.slug, str(error))
    for what, count in sorted(left.items()):
        passed(Ignored(f"{source.name}: {count} {what}", "records"))


def _member(found: Found, key: str) -> Member:
    facts = found.facts
    if found.raw:
        digest = sha256(found.raw)
    else:
        day = facts.published.isoformat() if facts.published else None
        said = [found.text, facts.title, day, facts.language, facts.outlet, facts.url]
        digest = sha256(json.dumps(said, ensure_ascii=True).encode("ascii"))
    return Member(key, digest.hexdigest(), found.text, found.raw, found.charset, facts, found.notices)


def _suffix_by_head(source: Source) -> str:
    """The kind that the first bytes of a file tell; empty for one that they do not tell, or that cannot be opened."""
    assert source.path is not None
    try:
        with open_unpacked(source.path, source.name) as stream:
            return suffix_by_head(stream)
    except InputError:
        return ""


def suffix_by_head(stream: BinaryIO) -> str:
    """The kind of file that holds many documents which its first bytes tell, or empty."""
    head = stream.read(_SNIFFED).lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"<?xml", b"<!--")):
        return next((suffix for mark, suffix in _HEADS if mark.startswith(b"<") and mark in head), "")
    return next((suffix for mark, suffix in _HEADS if head.startswith(mark)), "")
