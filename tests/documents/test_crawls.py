"""WARC: pages and texts of a crawl; a damaged record costs itself alone, and a file that breaks off is told of."""

from __future__ import annotations

import gzip
import zlib
from datetime import date
from pathlib import Path

import pytest
from made_files import DOCX, ENGLISH, FRENCH, answer, docx, packed_one_by_one, pdf, warc_record, web_page
from test_record_files import found, write

from checker.documents.members import Member
from checker.documents.readers import crawls
from checker.documents.reading import read_document
from checker.documents.sources import Ignored, Unopened

FIRST = warc_record("p1", answer(web_page("Shells by rail", ENGLISH, "2024-05-14T10:00:00Z")))
LAST = warc_record("p9", answer(web_page("Des obus par le rail", FRENCH, "2024-05-15", "fr")))


def keys(path: Path) -> list[str]:
    out = []
    for one in found(path):
        out.append(f"{one.name}: {one.slug}" if isinstance(one, Unopened) else one.name)
    return [one.replace(path.name, "F") for one in out]


@pytest.mark.parametrize(
    "packing",
    [b"".join, packed_one_by_one, lambda records: gzip.compress(b"".join(records))],
    ids=["plain", "by record", "whole"],
)
def test_pages_of_a_crawl_are_documents_with_their_own_day_and_address(tmp_path: Path, packing: object) -> None:
    assert callable(packing)
    first, last = found(write(tmp_path, "a.warc.gz", packing([FIRST, LAST])))
    assert isinstance(first, Member)
    assert isinstance(last, Member)
    document = read_document(first)
    assert (document.key, document.title, document.url) == (
        "a.warc.gz#p1",
        "Shells by rail",
        "https://quay.example/p1",
    )
    assert (document.published, document.published_basis, document.language) == (date(2024, 5, 14), "page", "en")
    assert ENGLISH in document.text
    assert read_document(last).language == "fr"


def test_what_is_no_document_is_counted_and_listed(tmp_path: Path) -> None:
    records = [
        warc_record("w", b"software: x", "warcinfo", "application/warc-fields"), warc_record("q", b"GET / HTTP/1.1", "request"), FIRST,
        warc_record("r", answer(b"", status="302 Found")), warc_record("e", answer(b"gone", status="404 Not Found")),
        warc_record("v", b"", "revisit"), warc_record("i", answer(b"\x89PNG", "image/png")), warc_record("c", answer(b"a{}", "text/css")),
        warc_record("d", b"dns", "response", "text/dns"),
    ]  # fmt: skip
    passed: list[Ignored] = []
    path = write(tmp_path, "a.warc", b"".join(records))
    assert len(found(path, passed=passed)) == 1
    assert [(one.name.replace(str(path), "F"), one.reason) for one in passed] == [
        ("F: 2 records of the crawl itself", "records"),
        ("F: 2 records that are no text", "records"),
        ("F: 4 redirects, errors and repetitions", "records"),
    ]


def test_texts_pdfs_and_office_documents_of_a_crawl_are_read_too(tmp_path: Path) -> None:
    records = [
        warc_record("t", FRENCH.encode(), "conversion", "text/plain"),
        warc_record("l", answer(FRENCH.encode("latin-1"), "text/plain; charset=iso-8859-1")),
        warc_record("p", answer(pdf([[ENGLISH]]), "application/pdf")),
        warc_record("d", docx([ENGLISH]), "resource", DOCX),
    ]
    texts = [
        read_document(one).text.strip()
        for one in found(write(tmp_path, "a.warc", b"".join(records)))
        if isinstance(one, Member)
    ]
    assert texts == [FRENCH, FRENCH, ENGLISH, ENGLISH]


@pytest.mark.parametrize(
    "sent",
    [
        answer(gzip.compress(web_page("T", ENGLISH)), more="Content-Encoding: gzip\r\n"),
        answer(web_page("T", ENGLISH), more="Content-Encoding: gzip\r\n"),
        answer(zlib.compress(web_page("T", ENGLISH)), more="Content-Encoding: deflate\r\n"),
        answer(zlib.compress(web_page("T", ENGLISH))[2:-4], more="Content-Encoding: deflate\r\n"),
        answer(
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(web_page("T", ENGLISH)), web_page("T", ENGLISH)),
            more="Transfer-Encoding: chunked\r\n",
        ),
        answer(web_page("T", ENGLISH), more="Transfer-Encoding: chunked\r\n"),
    ],
    ids=["gzip", "gzip undone", "deflate", "raw deflate", "chunks", "chunks undone"],
)
def test_pages_are_unpacked_as_they_were_sent(tmp_path: Path, sent: bytes) -> None:
    (member,) = found(write(tmp_path, "a.warc", warc_record("p", sent)))
    assert isinstance(member, Member)
    assert member.raw == web_page("T", ENGLISH)


BAD_RECORDS = [
    (b"JUNK/1.1\r\nx: y\r\n\r\n", "F#row-2", "record", "damaged (it does not begin with WARC/1.1); fetch the file again"),
    (b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:x>\r\n\r\nbody\r\n\r\n", "F#x", "record", "damaged (no length); fetch the file again"),
    (warc_record("x", b"short", length=3), "F#row-3", "record", "record 3: damaged (it does not begin with WARC/1.1)"),
    (warc_record("x", answer(b"  ")), "F#x", "empty", "(https://quay.example/x): holds no text"),
    (warc_record("x", answer(b"zz", more="Content-Encoding: br\r\n")), "F#x", "encoding", "packed with 'br', which is not read"),
    (warc_record("x", answer(b"\x1f\x8bzz", more="Content-Encoding: gzip\r\n")), "F#x", "damaged", "its packed page is damaged"),
    (warc_record("x", answer(gzip.compress(web_page("T", ENGLISH))[:-20], more="Content-Encoding: gzip\r\n")), "F#x", "truncated", "its packed page breaks off"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "name", "slug", "says"), BAD_RECORDS, ids=[one[2] + str(at) for at, one in enumerate(BAD_RECORDS)]
)
def test_a_bad_record_costs_itself_alone(tmp_path: Path, record: bytes, name: str, slug: str, says: str) -> None:
    path = write(tmp_path, "a.warc", FIRST + record + LAST)
    first, *bad, last = found(path)
    assert isinstance(first, Member)
    assert isinstance(last, Member)
    assert (first.key, last.key) == ("a.warc#p1", "a.warc#p9")
    told = [one for one in bad if isinstance(one, Unopened)]
    assert [(one.name.replace(path.name, "F"), one.slug) for one in told] == [(name, slug)]
    assert says in told[0].message


def test_a_page_that_is_too_long_or_a_bomb_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawls, "LONGEST", 5_000)
    bomb = warc_record("b", answer(gzip.compress(b"<html>" + b" " * 9_000), more="Content-Encoding: gzip\r\n"))
    long = warc_record("l", answer(b"<html>" + b" x" * 4_000))
    assert keys(write(tmp_path, "a.warc", FIRST + bomb + long + LAST)) == [
        "F#p1",
        "F#b: bomb",
        "F#l: too_large",
        "F#p9",
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ((FIRST + LAST)[:-200], ["F#p1", "F: truncated"]),
        (packed_one_by_one([FIRST, LAST])[:-60], ["F#p1", "F: truncated"]),
        (b"no crawl at all\n", ["F: format"]),
        (b"", []),
    ],
    ids=["plain", "packed", "no crawl", "empty"],
)
def test_a_file_that_breaks_off_gives_what_it_holds_and_says_so(
    tmp_path: Path, raw: bytes, expected: list[str]
) -> None:
    assert keys(write(tmp_path, "a.warc", raw)) == expected


def test_a_crawl_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    assert keys(write(tmp_path, "crawl.dat", FIRST)) == ["F#p1"]


def test_the_same_pages_are_found_as_by_a_library(tmp_path: Path) -> None:
    fastwarc = pytest.importorskip("fastwarc.warc")
    records = [FIRST, warc_record("q", b"GET / HTTP/1.1", "request"), LAST]
    path = write(tmp_path, "a.warc", b"".join(records))
    with path.open("rb") as stream:
        theirs = [
            (one.record_id, one.reader.read())
            for one in fastwarc.ArchiveIterator(
                stream, record_types=fastwarc.WarcRecordType.response, parse_http=True
            )
        ]
    ours = [(f"<urn:uuid:{one.key.partition('#')[2]}>", one.raw) for one in found(path) if isinstance(one, Member)]
    assert ours == theirs
