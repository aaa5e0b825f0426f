"""Files of every kind, cut, turned and stirred: a reader gives documents or says what is wrong, and never anything else."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_files import DOCX, ENGLISH, FRENCH, answer, docx, packed_one_by_one, pdf, warc_record, web_page
from test_record_files import found

from checker.documents.members import Member
from checker.documents.reading import read_document
from checker.documents.sources import Source, Unopened
from checker.errors import InputError

_LINES = "".join(
    json.dumps({"id": at, "text": words, "date": "2024-05-14"}) + "\n" for at, words in enumerate((ENGLISH, FRENCH))
)
_CRAWL = [
    warc_record("a", answer(web_page("T", ENGLISH))),
    warc_record("b", docx([ENGLISH]), "resource", DOCX),
    warc_record("c", answer(b"5\r\nhello\r\n0\r\n\r\n", "text/plain", more="Transfer-Encoding: chunked\r\n")),
]
_FEED = f'<?xml version="1.0"?><rss><channel><title>W</title><item><title>A</title><description>&lt;p&gt;{FRENCH}</description></item></channel></rss>'
_MAIL = f"From: =?utf-8?q?L=C3=A9?= <a@b.example>\nSubject: x\nDate: Tue, 14 May 2024 08:00:00 +0000\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>{ENGLISH}</p>\n--x--\n"
FILES = {
    ".jsonl": _LINES.encode(),
    ".json": json.dumps([{"text": ENGLISH}, {"text": FRENCH}]).encode(),
    ".csv": f'id;text;date\n1;"{FRENCH}";2024-05-14\n2;"a ""b"" c";\n'.encode(),
    ".jsonl.gz": gzip.compress(_LINES.encode(), mtime=0),
    ".rss": _FEED.encode(),
    ".eml": _MAIL.encode(),
    ".docx": docx(["Title", ENGLISH, FRENCH], "T", "2024-05-14T00:00:00Z"),
    ".pdf": pdf([["Head", ENGLISH], ["Head", FRENCH]], "T", "D:20240514", packed=True),
    ".warc": b"".join(_CRAWL),
    ".warc.gz": packed_one_by_one(_CRAWL),
}

_STIR = st.lists(
    st.tuples(
        st.sampled_from(("flip", "cut", "drop", "repeat", "put")),
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 255),
    ),
    min_size=1,
    max_size=6,
)


def stirred(raw: bytes, steps: list[tuple[str, float, int]]) -> bytes:
    out = bytearray(raw)
    for how, share, number in steps:
        at = int(share * len(out))
        if not out:
            break
        if how == "flip":
            out[at] ^= number or 1
        elif how == "cut":
            del out[at:]
        elif how == "drop":
            del out[at : at + number]
        elif how == "repeat":
            out[at:at] = out[at : at + 4 * number]
        else:
            out[at:at] = bytes([number]) * 3
    return bytes(out)


@pytest.mark.parametrize("suffix", FILES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STIR)
def test_a_damaged_file_gives_documents_or_says_what_is_wrong(
    suffix: str, steps: list[tuple[str, float, int]], tmp_path: Path
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(stirred(FILES[suffix], steps))
    for one in found(path):
        if isinstance(one, Unopened):
            assert one.slug
            assert "\n" not in one.message
            continue
        assert isinstance(one, Source | Member)
        try:
            document = read_document(one)
        except InputError as error:
            told = str(error)
        else:
            told = ""
        assert "\n" not in told
        if told:
            continue
        assert document.text.strip()
        assert all(0 <= at <= len(document.text) for at in document.pages)
        assert all(document.text[block.start : block.end].strip() for block in document.blocks)
