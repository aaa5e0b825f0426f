"""Texts that try to break out, to hang or to mislead: each is read or named with its reason, and the rest is done."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hostile_runs import Check, Done

ACT = "Moscow bought shells from North Korea last month, Washington said on Tuesday. "
SCRIPTS = {
    "script": "<script>alert(1)</script>",
    "broken-script": "</script><script>alert(1)//",
    "svg": "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>",
    "svg-use": '<svg><use href="data:image/svg+xml;base64,AAAA#x"/></svg>',
    "image": "<img src=x onerror=alert(1)>",
    "attribute": '" onmouseover=alert(1) x="',
    "comment": "--><script>alert(1)</script><!--",
    "review-place": "<!--review:standing d--><b>signed</b><!--/review-->",
    "style": "</style><style>*{display:none}</style>",
    "template-tag": "</template><script>alert(1)</script>",
    "jinja": "{{ 7*7 }} {% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %} {# gone #}",
    "jinja-attribute": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "format": "%(name)s %s {0} {name.__class__} ${HOME} `id` $(id)",
    "link": "[x](javascript:alert(1)) javascript:alert(1) data:text/html,<script>alert(1)</script>",
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt; &#x3C;script&#x3E;",
    "cdata": "]]><script>alert(1)</script><![CDATA[",
    "csv": "=cmd|' /C calc'!A0 @SUM(1+1) +1 -1",
    "sql": "'; DROP TABLE claims; --",
}


def shapes(done: Done, page: str) -> tuple[set[str], set[str]]:
    """The kinds of elements of a page with active content, and its addresses that are no web address or place of its own."""
    found = done.pages()[page]
    active = {
        f"{tag} {name}"
        for tag, attrs in found.elements
        for name in attrs
        if name.startswith("on") or name == "srcdoc"
    }
    active |= {tag for tag, _ in found.elements if tag in ("iframe", "object", "embed", "base", "animate", "img")}
    links = [
        attrs[name]
        for _, attrs in found.elements
        for name in ("href", "src", "action", "xlink:href")
        if name in attrs
    ]
    return active, {one for one in links if not re.match(r"https://|#|[\w.-]+\.html(?:#|$)|[\w.-]+\.jsonl?$", one)}


GATHERED = ("index.html", "affairs.html")
"""Pages of a whole run, with scripts and styles of their own."""


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_a_text_says_is_never_run_nor_filled_in(home: Path, check: Check, name: str) -> None:
    bad = SCRIPTS[name]
    text = f"# {bad}\n\n{ACT} {bad}\n\n{bad} sold shells {bad} to Moscow, {bad} said.\n"
    (home / "in" / "bad.md").write_text(text, encoding="utf-8")
    done = check()
    assert done.code == 0
    assert done.error("bad.md") == ""
    clean = done.pages()[done.lines["zz-good.txt"]["document"]["id"] + ".html"]
    for page_name, page in done.pages().items():
        assert page.raw["script"] == clean.raw["script"] or page_name in GATHERED
        assert page.raw["style"] == clean.raw["style"] or page_name in GATHERED
        assert not any("alert(1)" in one for one in page.raw["style"]), page_name
        for one in page.raw["script"]:
            assert "alert(1)" not in one or ("<" not in one and json.loads(one)), "rows of the index are data"
        assert shapes(done, page_name) == (set(), set()), page_name
        assert "49" not in page.words.replace("1949", "") or name != "jinja" or "{{ 7*7 }}" in page.words
    article = done.pages()[done.lines["bad.md"]["document"]["id"] + ".html"]
    squeezed = " ".join(article.words.split())
    assert " ".join(bad.split()) in squeezed, "the words are shown as they stand"


def test_words_of_a_page_that_is_read_are_never_run_either(home: Path, check: Check) -> None:
    body = "".join(f"<p>{ACT}{bad}</p>" for bad in SCRIPTS.values())
    (home / "in" / "bad.html").write_text(
        f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>", encoding="utf-8"
    )
    done = check()
    assert done.code == 0
    for name in done.pages():
        assert shapes(done, name) == (set(), set())


def test_the_machine_formats_of_such_texts_are_sound(home: Path, check: Check) -> None:
    for at, bad in enumerate(SCRIPTS.values()):
        text = f"# {bad}\n\n{ACT}\n\n{bad} sold shells to Moscow, {bad} said. \x07\x0b\x1b[31m \ufffe \u2028\n"
        (home / "in" / f"{at}.md").write_text(text, encoding="utf-8")
    done = check()
    assert done.code == 0
    assert ET.parse(done.out / "junit.xml").getroot().tag == "testsuites"
    json.loads((done.out / "results.sarif").read_text(encoding="utf-8"))
    json.loads((done.out / "annotations.jsonld").read_text(encoding="utf-8"))
    with (done.out / "leads.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert cells
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]
    assert "\x1b" not in done.stdout + done.stderr


# --- marks that cannot be seen ----------------------------------------------------------------------------------

HIDDEN = {
    "bidi": "\u202eaeroK htroN\u202c sold shells to Moscow, Washington said.",
    "isolates": "\u2067\u2066North Korea\u2069\u2069 sold shells to Moscow, Washington said.",
    "zero-width": "N\u200bo\u200br\u200bt\u200bh K\u200dor\u200cea sold sh\u00adells to Mos\ufeffcow, Washington said.",
    "tags": "North Korea\U000e0041\U000e0042 sold shells to Moscow, Washington said.",
    "combining": "N" + "\u0301" * 5_000 + "orth Korea sold shells to Moscow, Washington said.",
    "homoglyphs": "N\u043erth K\u043er\u0435a sold shells to M\u043esc\u043ew, Washington said.",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_invisible_marks_neither_move_offsets_nor_turn_the_page(home: Path, check: Check, name: str) -> None:
    text = f"{ACT}\n\n{HIDDEN[name]}\n"
    (home / "in" / "bad.txt").write_text(text, encoding="utf-8")
    done = check()
    assert done.code == 0
    line = done.lines["bad.txt"]
    for one in [evidence for claim in line["claims"] for evidence in claim["evidence"]]:
        assert text[one["start"] : one["end"]] == one["exact"]
    assert line["claims"]
    assert {claim["giver"]["id"] for claim in line["claims"] if claim["giver"]} == {"PRK"}
    page = done.pages()[line["document"]["id"] + ".html"]
    assert not set(page.words) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068") or ("bdi", {}) in page.elements
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(done.stdout + done.stderr)


# --- bytes that are no text -------------------------------------------------------------------------------------

BYTES = {
    "nul": (b"Moscow bought\x00shells.", "binary"),
    "nul-utf16-without-mark": ("Moscow bought shells. ".encode("utf-16-le"), "binary"),
    "controls": (bytes(range(1, 9)) * 40, "binary"),
    "lone-surrogate": ("Moscow bought \ud83d shells.".encode("utf-8", "surrogatepass"), "encoding"),
    "lone-surrogate-utf16": (b"\xff\xfe" + b"\x3d\xd8" + "a".encode("utf-16-le"), "encoding"),
    "cut-utf16": (b"\xff\xfeM\x00o", "encoding"),
    "only-marks": ("\ufeff\u200b\u200b".encode(), "empty"),
    "nothing": (b"", "empty"),
    "zip-named-text": (b"PK\x03\x04" + b"\x00" * 99, "damaged"),
    "xml": (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "format"),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_named_with_their_reason(home: Path, check: Check, name: str) -> None:
    raw, slug = BYTES[name]
    (home / "in" / "bad.txt").write_bytes(raw)
    done = check()
    assert done.code == 3
    assert done.error("bad.txt") == slug
    assert f"[{slug}]" in done.stderr


MIXED = {
    "utf8-then-latin1": (ACT + "Le président a dit. ").encode() * 3 + "Le gén\u00e9ral.".encode("latin-1"),
    "latin1-then-utf8": (ACT + "g\u00e9n\u00e9ral ").encode("latin-1") + "é".encode(),
    "twice-encoded": (ACT + "Le président « a dit ».").encode().decode("cp1252").encode(),
    "utf16-with-mark": ACT.encode("utf-16"),
    "utf32-with-mark": ACT.encode("utf-32"),
    "old-mac-lines": ACT.encode() + b"\r" + ACT.encode(),
    "mark-in-the-middle": ACT.encode() + b"\xef\xbb\xbf" + ACT.encode(),
    "cut-in-a-letter": (ACT + "é").encode()[:-1],
}


@pytest.mark.parametrize("name", MIXED)
def test_mixed_encodings_are_read_or_named_and_quotations_are_the_documents_words(
    home: Path, check: Check, name: str
) -> None:
    (home / "in" / "bad.txt").write_bytes(MIXED[name])
    done = check()
    line = done.lines["bad.txt"]
    assert done.code == (3 if line["error"] else 0)
    assert done.error("bad.txt") in ("", "encoding", "binary")
    assert line["error"] or line["claims"]
