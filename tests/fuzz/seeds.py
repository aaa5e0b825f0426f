"""Inputs to begin from, all of our own making, and ways to spoil them."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from fuzz_targets import SUFFIXES

from checker import bundle
from checker.tables import TABLES

TESTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / "documents"))

WORDS = (
    *("resolution 2397 (2017)", "Security Council", "Conseil de sécurité", "paragraph 8 (a) (iii)", "Annex B", "S/RES/1718 (2006)"),
    *("22 December 2019", "d'ici fin 2019", "last Tuesday", "500,000 barrels", "deux mille", "«", "»", "“", "”", "\u202e", "\u200b"),
    *("North Korea", "Corée du Nord", "shipped", "aurait livré", "Moscow denies it", "\x00", "\ud800", "\r", "\n\n", "(" * 9, "1" * 20, "é", "ﬁ"),
    *("<script>", "</p>", "%PDF-1.7", "endobj", "WARC/1.0\r\n", "Content-Length: 9999999999", '{"text":', '",', "'", "=", "\t", "---\n"),
)


def _articles() -> list[bytes]:
    found = sorted((TESTS / "corpus" / "articles").glob("*"))
    return [path.read_bytes() for path in found if path.suffix in (".md", ".html", ".txt")]


def seeds(target: str) -> list[bytes]:
    """The first inputs of a target."""
    if target == "files":
        return _files()
    if target == "tables":
        folder = bundle.folder("reference")
        return [
            bytes([at]) + (folder / f"{name}.csv").read_bytes()[:4000].rpartition(b"\n")[0] + b"\n"
            for at, name in enumerate(sorted(TABLES))
            if (folder / f"{name}.csv").is_file()
        ]
    if target == "decisions":
        return _decisions()
    cases = [json.loads(line)["text"] for line in (TESTS / "cases" / "passages.jsonl").read_text("utf-8").splitlines()]
    laws = [json.loads(line)["text"] for line in (TESTS / "cases" / "laws.jsonl").read_text("utf-8").splitlines()]
    texts = laws if target == "citations" else cases
    return [bytes([at % 2]) + text.encode() for at, text in enumerate(texts[:200])]


def _files() -> list[bytes]:
    from made_files import docx, pdf, warc_record, web_page

    page = web_page("Shells cross at Khasan", "North Korea shipped shells to Russia in April, officials said.", "2024-05-14")
    line = json.dumps({"text": "North Korea shipped shells to Russia.", "published": "2024-05-14", "title": "Shells"})
    feed = (
        "<rss version='2.0'><channel><title>News</title><item><title>Shells</title><link>https://e.invalid/1</link>"
        "<pubDate>Tue, 14 May 2024 10:00:00 GMT</pubDate><description>North Korea shipped shells.</description></item></channel></rss>"
    )
    mail = "From: a@e.invalid\r\nTo: b@e.invalid\r\nSubject: Shells\r\nDate: Tue, 14 May 2024 10:00:00 +0000\r\n\r\nNorth Korea shipped shells.\r\n"
    made = {
        ".md": _articles()[0],
        ".html": page,
        ".pdf": pdf([["North Korea shipped shells to Russia in April."]]),
        ".docx": docx(["North Korea shipped shells to Russia in April."]),
        ".eml": mail.encode(),
        ".json": f"[{line}]".encode(),
        ".jsonl": f"{line}\n{line}\n".encode(),
        ".csv": b"id,text,published\n1,North Korea shipped shells to Russia.,2024-05-14\n",
        ".rss": feed.encode(),
        ".warc": warc_record("one", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page),
    }
    return [bytes([SUFFIXES.index(suffix)]) + raw for suffix, raw in made.items()]


def _decisions() -> list[bytes]:
    law = [{"id": "1718:8(b)", "role": "primary", "row": "0123456789ab"}]
    one = {
        "document": "d-a", "sha256": "4f" * 32, "claim": "c-000000000001", "anchor": "ab" * 8, "words": "shipped shells",
        "label": "alleged_violation", "activity": "arms_export", "giver": "PRK", "taker": "RUS", "law": law,
        "beside": ["c-000000000002"], "run": "ab" * 32, "decision": "reject", "reviewer": "Ana", "day": "2024-05-14",
        "reason": "wrong_party", "note": "quoted", "correction": {"giver": "IRN"},
    }  # fmt: skip
    whole = {"schema": "checker/decisions/1", "run": {"sha256": "ab" * 32}, "reviewer": "Ana", "decisions": [one]}
    line = json.dumps({"schema": "checker/decision/1", **one}) + "\n"
    return [b"\x00" + json.dumps(whole).encode(), b"\x01" + line.encode(), b"\x01" + (line + line[:90]).encode()]


def spoiled(target: str, count: int, seed: int) -> Iterator[bytes]:
    """So many inputs made of the seeds by cutting, doubling, swapping and putting in; always the same for a seed."""
    chance = random.Random(f"{target}-{seed}")
    first = seeds(target)
    for _ in range(count):
        raw = bytearray(chance.choice(first))
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(raw) + 1)
            way = chance.randrange(5)
            if way == 0 and raw:
                raw[min(at, len(raw) - 1)] ^= 1 << chance.randrange(8)
            elif way == 1:
                del raw[at : at + chance.randint(1, 40)]
            elif way == 2:
                raw[at:at] = chance.choice(WORDS).encode("utf-8", "surrogatepass")
            elif way == 3:
                raw[at:at] = raw[at : at + chance.randint(1, 60)]
            else:
                other = chance.choice(first)
                cut = chance.randrange(len(other) + 1)
                raw[at:] = other[cut : cut + 2000]
        yield bytes(raw)
