"""DOCX and PDF: their paragraphs as text, the page of each piece of evidence, and what is refused with a word."""

from __future__ import annotations

import builtins
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_files import DOCX, ENGLISH, FRENCH, PLAIN, docx, part, pdf, pdf_of, zipped
from test_record_files import write

from checker.documents.readers import pdf as pdf_reader
from checker.documents.readers import pdf_bombs, word
from checker.documents.readers.pdf_lines import joined_lines
from checker.documents.reading import read_document
from checker.errors import InputError
from checker.model import BlockKind, Document

NARROW = (
    "North Korea shipped artillery shells to Russia in April, the White",
    "House said on Tuesday, and the trains went on for weeks, people who",
    "live along the line told the reporters who asked them about it all.",
)


def refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        read_document(path)
    return caught.value.slug, str(caught.value).replace(str(path), "F")


def test_a_docx_is_its_paragraphs_with_title_and_day(tmp_path: Path) -> None:
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A cell of a table.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    raw = docx(["Des obus par le rail", FRENCH], "Des obus par le rail", "2024-05-14T08:00:00Z", table)
    document = read_document(write(tmp_path, "a.docx", raw))
    assert document.text == f"Des obus par le rail\n\n{FRENCH}\n\nA cell of a table."
    assert (document.title, document.language, document.pages) == ("Des obus par le rail", "fr", ())
    assert (document.published, document.published_basis) == (date(2024, 5, 14), "file")
    assert document.notices == (
        "published_from_file: the file was made on 2024-05-14, and the text shows no day; give it with --published",
    )
    assert document.blocks[0].kind is BlockKind.HEADLINE


def test_a_day_in_the_text_wins_over_the_day_on_which_the_file_was_made(tmp_path: Path) -> None:
    raw = docx(["Shells by rail", "3 May 2024", ENGLISH], created="2026-01-01T00:00:00Z")
    document = read_document(write(tmp_path, "a.docx", raw))
    assert (document.published, document.published_basis, document.notices) == (date(2024, 5, 3), "dateline", ())


def test_what_a_docx_shows_is_read_and_what_it_keeps_hidden_is_not(tmp_path: Path) -> None:
    inside = (
        "<w:p><w:r><w:t>North </w:t></w:r><w:r><w:tab/><w:t xml:space='preserve'>Korea</w:t><w:br/><w:t>denies it.</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>kept</w:t></w:r></w:p>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>boxed</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>boxed again</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:t>around</w:t></w:r></w:p>"
    )
    notes = part("footnotes", "<w:footnote><w:p><w:r><w:t>See the report.</w:t></w:r></w:p></w:footnote>")
    document = read_document(write(tmp_path, "a.docx", docx([], inside=inside, parts={"word/footnotes.xml": notes})))
    assert document.text == "North \tKorea\ndenies it.\n\ninserted\n\nkept\n\nboxed\n\naround\n\nSee the report."


@pytest.mark.parametrize(
    ("raw", "slug", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "EncryptedPackage".encode("utf-16-le"), "encrypted", "F: encrypted with a password; save it without one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "binary", "F: an office document of the old kind; save it as DOCX or as text"),
        (zipped({"a.txt": "x"}), "binary", "F: a ZIP archive, and no DOCX; save the article as text (UTF-8)"),
        (docx([ENGLISH])[:-30], "damaged", "F: a damaged DOCX (BadZipFile); save it again"),
        (zipped({"word/document.xml": "<a"}), "format", "F (word/document.xml), line 1, column 1: no XML (unclosed token); save the file again"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "bomb", "F (word/document.xml), line 1: declares entities, as bombs do; they are not read"),
        (docx([]), "empty", "F: holds no text"),
    ],
    ids=["locked", "old", "zip", "cut", "no xml", "entities", "empty"],
)  # fmt: skip
def test_a_docx_that_cannot_be_read_says_why(tmp_path: Path, raw: bytes, slug: str, message: str) -> None:
    assert refusal(write(tmp_path, "a.docx", raw)) == (slug, message)


def test_an_archive_with_a_locked_part_is_encrypted(tmp_path: Path) -> None:
    raw = bytearray(docx([ENGLISH]))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + place] |= 1
    assert refusal(write(tmp_path, "a.docx", bytes(raw))) == (
        "encrypted",
        "F: encrypted with a password; save it without one",
    )


def test_a_docx_that_unpacks_to_too_much_is_a_bomb_whatever_it_says_of_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = docx([PLAIN] * 2_000)
    monkeypatch.setattr(word, "LONGEST", 100_000)
    slug, message = refusal(write(tmp_path, "a.docx", raw))
    assert slug == "bomb"
    assert "its word/document.xml would unpack to" in message


def test_a_pdf_is_its_text_layer_with_title_and_day(tmp_path: Path) -> None:
    raw = pdf([["Shells by rail", *NARROW]], "Shells (by rail)", "D:20240514080000+02'00'")
    document = read_document(write(tmp_path, "a.pdf", raw))
    assert document.text == "Shells by rail\n\n" + " ".join(NARROW) + "\n"
    assert (document.title, document.language, document.extracted) == ("Shells (by rail)", "en", True)
    assert (document.published, document.published_basis, document.pages) == (date(2024, 5, 14), "file", (0,))


def page_of(document: Document, words: str) -> int | None:
    return document.page_at(document.text.index(words))


@pytest.mark.parametrize("packed", [False, True])
def test_words_know_their_page_and_running_heads_stand_apart(tmp_path: Path, packed: bool) -> None:
    pages = [
        ["Report of the Panel", *NARROW, "The first page ends in the middle of", "S/2024/1", "1"],
        ["Report of the Panel", "a sentence, as pages do.", FRENCH[:60], FRENCH[60:], "S/2024/1", "2"],
        [],
        ["Report of the Panel", PLAIN, "S/2024/1", "4"],
    ]
    document = read_document(write(tmp_path, "a.pdf", pdf(pages, packed=packed)))
    assert "The first page ends in the middle of a sentence, as pages do." in document.text
    assert [
        page_of(document, one) for one in ("Report", "North Korea", "middle of", "a sentence", "Corée", "harbour")
    ] == [1, 1, 1, 2, 2, 4]
    assert document.notices[0] == "pages_unread: page 3 of 4 without a text layer (pictures?)"
    body = "".join(
        document.text[one.start : one.end] for one in document.blocks if one.kind is not BlockKind.BOILERPLATE
    )
    rest = "".join(document.text[one.start : one.end] for one in document.blocks if one.kind is BlockKind.BOILERPLATE)
    assert "S/2024/1" not in body
    assert rest.count("S/2024/1") == 3
    assert (body + rest).count("Report of the Panel") == 3, (
        "the first is the title, the others stand apart; none is lost"
    )


def test_a_day_deep_in_a_long_report_is_not_its_day_of_publication(tmp_path: Path) -> None:
    pages = [["Report of the Panel"], ["Contents"], ["3 May 2016", *NARROW]]
    assert read_document(write(tmp_path, "a.pdf", pdf(pages))).published is None
    pages[0].append("14 May 2024")
    assert read_document(write(tmp_path, "a.pdf", pdf(pages))).published == date(2024, 5, 14)


@pytest.mark.parametrize(
    ("pages", "text", "begins"),
    [
        ([["One line that is long enough to be a line,", "and goes on here."]], "One line that is long enough to be a line, and goes on here.", (0,)),
        ([["The co-operation of the two was called inter-", "national by those who like long words a lot."]], "The co-operation of the two was called inter-\nnational by those who like long words a lot.", (0,)),
        ([["The talks that were held between the Franco-", "German delegations went on for a long while."]], "The talks that were held between the Franco-German delegations went on for a long while.", (0,)),
        ([["It was the end of the first paragraph.", "A new paragraph begins, and it is a longer line than that one is."]], "It was the end of the first paragraph.\n\nA new paragraph begins, and it is a longer line than that one is.", (0,)),
        ([["A title", "The first sentence of the text, which is a longer line than the title"]], "A title\n\nThe first sentence of the text, which is a longer line than the title", (0,)),
        ([["The list has two entries, and it is told of here:", "(a) coal;", "(b) iron."]], "The list has two entries, and it is told of here:\n\n(a) coal;\n\n(b) iron.", (0,)),
        ([[], ["words"], [], ["more"], []], "words more", (0, 0, 6, 6, 10)),
        ([[]], "", (0,)),
    ],
    ids=["wrapped", "cut word", "double name", "short line", "title", "list", "empty pages", "nothing"],
)  # fmt: skip
def test_lines_of_pages_are_put_together(pages: list[list[str]], text: str, begins: tuple[int, ...]) -> None:
    assert joined_lines(pages) == (text, begins)


@pytest.mark.parametrize(
    ("raw", "slug", "message"),
    [
        (pdf([[ENGLISH]], encrypted=True), "encrypted", "F: encrypted with a password; save it without one"),
        (b"%PDF-1.4\nnothing", "damaged", "F: a damaged PDF; fetch it again, or save the article as text"),
        (pdf([[], []]), "empty", "F: no text layer, as in a scan; run OCR over it, or save the article as text"),
        (pdf_of([zlib.compress(b" " * 40_000_000)], b"/Filter /FlateDecode "), "bomb", "F: a bomb: 38897 bytes in it give more than 33554432; save the article as text"),
        (pdf_of([zlib.compress(zlib.compress(b" " * 40_000_000))], b"/Filter [/FlateDecode /FlateDecode] "), "bomb", "F: a bomb: packed several times over; save the article as text"),
        (pdf_of([bytes(2_000_000)], b"/Filter /LZWDecode "), "bomb", "F: a bomb: packed several times over; save the article as text"),
    ],
    ids=["locked", "damaged", "scan", "bomb", "twice", "other packing"],
)  # fmt: skip
def test_a_pdf_that_cannot_be_read_says_why(tmp_path: Path, raw: bytes, slug: str, message: str) -> None:
    assert refusal(write(tmp_path, "a.pdf", raw)) == (slug, message)


def test_a_pdf_of_too_many_pages_or_signs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.pdf", pdf([[ENGLISH], [FRENCH]]))
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 1)
    assert refusal(path) == ("too_large", "F: 2 pages, more than 1; split it")
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 2)
    monkeypatch.setattr(pdf_reader, "MOST_ON_PAGE", 20)
    assert refusal(path) == ("bomb", f"F, page 1: {len(ENGLISH)} characters on one page; save the article as text")
    monkeypatch.setattr(pdf_reader, "MOST_ON_PAGE", 2_000)
    monkeypatch.setattr(pdf_reader, "MOST_SECONDS", -1)
    assert refusal(path) == ("too_large", "F: stopped at page 1 after -1 seconds; save the article as text")


def test_pictures_may_be_larger_than_text_and_all_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = pdf_of([zlib.compress(b" " * 40_000_000)], b"/Subtype /Image /Filter /FlateDecode ")
    pdf_bombs.refuse_bombs(picture, "F")
    monkeypatch.setattr(pdf_bombs, "MOST_OF_ALL", 30_000_000)
    with pytest.raises(InputError, match="give more than 30000000"):
        pdf_bombs.refuse_bombs(picture, "F")


def test_titles_that_programs_make_up_are_no_titles(tmp_path: Path) -> None:
    for title in ("Microsoft Word - final_v2.docx", "untitled", "scan0001.pdf"):
        document = read_document(write(tmp_path, "a.pdf", pdf([["Shells by rail", *NARROW]], title)))
        assert document.title == "Shells by rail"


def test_a_pdf_without_its_library_names_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "pypdfium2":
            raise ImportError(name)
        return usual(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    expected = ("extra", "F: to read PDF install sanctions-claim-checker[pdf], or save the article as text")
    assert refusal(write(tmp_path, "a.pdf", pdf([[ENGLISH]]))) == expected


def test_the_kind_is_told_by_the_first_bytes_whatever_the_name(tmp_path: Path) -> None:
    assert DOCX.endswith("document")
    for raw in (pdf([[ENGLISH]]), docx([ENGLISH])):
        assert read_document(write(tmp_path, "article.txt", raw)).text.strip() == ENGLISH
