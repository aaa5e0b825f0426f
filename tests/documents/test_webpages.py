"""Saved web pages: the article is read, the rest is listed as skipped, and what the page says of itself is used."""

from __future__ import annotations

import builtins
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.cli import main
from checker.documents.reading import read_document
from checker.documents.webpages import charset_of, is_web_page, read_web_page
from checker.errors import InputError
from checker.model import BlockKind, Document

HEAD = """<meta charset="utf-8"><title>Shells by rail - The Quay Wire</title>
<meta property="og:title" content="Shells by rail"><meta property="og:site_name" content="The Quay Wire">"""
BODY = """<header><nav><ul><li><a href="/">Front page</a></li><li><a href="/w">Iran sold drones to Russia</a></li></ul></nav></header>
<div class="cookies">We use cookies to make this site better for you.</div>
<main><article><h1>Shells by rail</h1><p>North Korea shipped artillery shells to Russia in April, the White House said on Tuesday.</p>
<p>Moscow denies it. &ldquo;Nothing came,&rdquo; its spokes&shy;man said, and asked for proof of what he called a tale of the sea.</p>
<ul><li>Inspectors counted four trains at the crossing in the spring.</li></ul>
<p>The trains went on for weeks, people who live along the line told reporters who asked them.</p></article>
<aside><a href="/c">North Korea sells coal to China</a></aside>
<section id="comments"><p>North Korea sold missiles to Syria too, believe me!</p></section></main>
<footer>All rights reserved by The Quay Wire.</footer>"""


def page(head: str = HEAD, body: str = BODY, language: str = "en") -> str:
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>{body}</body></html>'


def read(tmp_path: Path, html: str, encoding: str = "utf-8") -> Document:
    file = tmp_path / "saved.html"
    file.write_bytes(html.encode(encoding))
    return read_document(file)


def in_blocks(document: Document, *kinds: BlockKind) -> str:
    return "\n".join(document.text[one.start : one.end] for one in document.blocks if one.kind in kinds)


def test_the_article_is_read_and_the_rest_of_the_page_is_skipped(tmp_path: Path) -> None:
    document = read(tmp_path, page())
    body = in_blocks(document, BlockKind.BODY)
    assert "North Korea shipped artillery shells to Russia in April" in body
    assert "Inspectors counted four trains" in body
    assert in_blocks(document, BlockKind.HEADLINE) == "Shells by rail"
    rest = in_blocks(document, BlockKind.BOILERPLATE)
    for words in ("Iran sold drones", "cookies", "sells coal to China", "missiles to Syria", "All rights reserved"):
        assert words in rest
        assert words not in body
    assert (document.title, document.outlet, document.language) == ("Shells by rail", "The Quay Wire", "en")
    assert document.extracted


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2024-05-14T21:10:00-04:00">', "", "2024-05-14"),
        ('<meta name="DC.date.issued" content="2024-05-14">', "", "2024-05-14"),
        ('<meta name="pubdate" content="14 May 2024">', "", "2024-05-14"),
        ('<meta itemprop="datePublished" content="2024-05-14">', "", "2024-05-14"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-14T01:00Z"}</script>', "", "2024-05-14"),
        ('<script type="application/ld+json">[{"@graph": [{"@type": ["Article"], "datePublished": "2024-05-14"}]}]</script>', "", "2024-05-14"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-14"}</script><meta name="date" content="2024-06-01">', "", "2024-05-14"),
        ("", '<article><time datetime="2024-05-14T09:00">yesterday</time></article>', "2024-05-14"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePubl</script>', "", None),
        ('<script type="application/ld+json">{"@type": "Event", "datePublished": "2024-05-14"}</script>', "", None),
        ('<meta property="article:modified_time" content="2024-05-14">', "", None),
        ('<meta name="date" content="2024-13-45">', "", None),
    ],
)  # fmt: skip
def test_the_day_is_the_one_the_page_was_published(tmp_path: Path, head: str, body: str, day: str | None) -> None:
    document = read(tmp_path, page(HEAD + head, body + BODY))
    assert document.published == (date.fromisoformat(day) if day else None)
    assert document.published_basis == ("page" if day else "none")


def test_a_day_in_the_text_that_differs_is_told(tmp_path: Path) -> None:
    head = HEAD + '<meta name="date" content="2024-05-14">'
    body = BODY.replace("<h1>", "<p>Published 2 June 2024</p><h1>")
    document = read(tmp_path, page(head, body))
    assert document.published == date(2024, 5, 14)


@pytest.mark.parametrize(
    ("encoding", "named"), [("cp1252", "windows-1252"), ("iso8859-15", "ISO-8859-15"), ("utf-8", "utf-8")]
)
def test_a_page_is_decoded_as_it_says(tmp_path: Path, encoding: str, named: str) -> None:
    text = "Selon l’Élysée" if encoding != "iso8859-15" else "Selon l'Élysée"
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={named}"><title>T</title>'
    body = f"<article><p>{text}, la Corée du Nord a livré des obus à la Russie en avril, sans que personne ne le démente.</p></article>"
    assert text in read(tmp_path, page(head, body, "fr"), encoding).text


def test_a_page_without_an_article_is_read_whole_and_says_so(tmp_path: Path) -> None:
    deep = "<div>" * 400 + "<p>North Korea shipped shells to Russia in April, Seoul said.</p>" + "</div>" * 400
    document = read(tmp_path, page(HEAD, deep))
    assert "North Korea shipped shells" in in_blocks(document, BlockKind.BODY)
    assert any(one.startswith("page_whole: ") for one in document.notices)


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<!doctype html><p>x", True), (" \n<html lang=fr>", True), ("<?xml version='1.0'?><html>", True),
        ("<?xml version='1.0'?><rss>", False), ("The <html> tag opens a page.", False), ("plain", False),
    ],
)  # fmt: skip
def test_what_is_a_page(text: str, is_page: bool) -> None:
    assert is_web_page(text) is is_page


def test_a_charset_is_looked_for_in_the_head_alone() -> None:
    assert charset_of(b"<meta charset=koi8-r>") == "koi8-r"
    assert charset_of(b" " * 3000 + b"<meta charset=koi8-r>") == ""


def test_a_page_of_a_report_is_no_article(tmp_path: Path) -> None:
    ours = '<!doctype html><html><head><meta name="generator" content="checker report"></head><body>x</body></html>'
    (tmp_path / "d-1.html").write_text(ours, encoding="utf-8")
    (tmp_path / "saved.html").write_text(page(), encoding="utf-8")
    with pytest.raises(InputError, match="a page that checker wrote, not an article"):
        read_document(tmp_path / "d-1.html")
    done = CliRunner().invoke(main, ["check", str(tmp_path), "-o", str(tmp_path / "out"), "--as-of", "2026-11-23"])
    assert done.exit_code == 0, done.stderr
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert [one["reason"] for one in run["ignored"]] == ["report"]


def test_without_the_library_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *more: object, **named: object) -> object:
        if name.startswith("resiliparse"):
            raise ImportError(name)
        return real(name, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=r"pip install 'sanctions-claim-checker\[html\]'") as caught:
        read(tmp_path, page())
    assert caught.value.slug == "format"


def test_the_text_of_a_page_is_kept_beside_the_results_and_evidence_stands_in_it(tmp_path: Path) -> None:
    head = HEAD + '<meta name="date" content="2024-05-14">'
    (tmp_path / "saved.html").write_text(page(head), encoding="utf-8")
    out = tmp_path / "out"
    arguments = ["check", str(tmp_path / "saved.html"), "--as-of", "2026-11-23"]
    assert CliRunner().invoke(main, [*arguments, "-o", str(out)]).exit_code == 0
    (found,) = (json.loads(line) for line in (out / "results.jsonl").read_text(encoding="utf-8").splitlines())
    (kept,) = (json.loads(line) for line in (out / "texts.jsonl").read_text(encoding="utf-8").splitlines())
    assert kept["id"] == found["document"]["id"]
    assert [(one["giver"]["id"], one["taker"]["id"]) for one in found["claims"]] == [("PRK", "RUS")]
    for one in (*found["claims"][0]["evidence"], *found["citations"]):
        assert kept["text"][one["start"] : one["end"]] == one["exact"]
    assert "texts.jsonl" in json.loads((out / "run.json").read_text(encoding="utf-8"))["files"]
    CliRunner().invoke(main, [*arguments, "-o", str(out), "--excerpts"])
    assert not (out / "texts.jsonl").exists()


def test_the_library_is_loaded_only_for_pages(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Moscow bought shells from North Korea last month, Washington said.\n", encoding="utf-8")
    code = f"import sys; from checker.documents.reading import read_document; read_document({str(article)!r})"
    run = subprocess.run(
        [sys.executable, "-c", f"{code}; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    assert "resiliparse" not in run.stdout


@settings(max_examples=60, deadline=None)
@given(st.text("<>/=\"' \nabdivphtmlsriv&;#0x-!", max_size=300))
def test_no_page_ever_breaks_the_reader(inner: str) -> None:
    html = f"<html><body><p>Words stand here.</p>{inner}</body></html>"
    found = read_web_page(html, "x")
    assert 0 < found.main_end <= len(found.text)
