"""One source, one document."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.documents.blocks import skipped_blocks
from checker.documents.reading import document_from_text, document_id, read_document
from checker.documents.sources import Source
from checker.errors import InputError
from checker.model import BlockKind

ARTICLE = """---
title: A ship leaves port
published: 2024-05-14
language: en
outlet: The Harbour Post
synthetic: true
---

# A ship leaves port

NAMPO, May 14 (Agency) — The ministry said that the ship had left the port with coal.

READ ALSO

Envoy sells again
"""


def write(folder: Path, name: str, content: bytes) -> Source:
    (folder / name).write_bytes(content)
    return Source(folder / name, name)


def test_an_article_with_front_matter(tmp_path: Path) -> None:
    raw = ARTICLE.encode()
    document = read_document(write(tmp_path, "a.md", raw), as_of=date(2024, 6, 1))
    assert document.text == ARTICLE
    assert document.sha256 == hashlib.sha256(raw).hexdigest()
    assert (document.id, document.key, document.source) == (document_id("a.md"), "a.md", "a.md")
    assert (document.title, document.language, document.outlet) == ("A ship leaves port", "en", "The Harbour Post")
    assert (document.published, document.published_basis) == (date(2024, 5, 14), "front_matter")
    assert (document.synthetic, document.encoding, document.notices) == (True, "utf-8", ())
    assert [str(block.kind) for block in document.blocks] == [
        "boilerplate",
        "headline",
        "dateline",
        "body",
        "teaser",
    ]


def test_offsets_count_from_the_text_of_the_file(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "a.md", ARTICLE.replace("\n", "\r\n").encode()))
    assert document.text == ARTICLE
    body = next(block for block in document.blocks if block.kind is BlockKind.BODY)
    assert document.text[body.start : body.end].startswith("The ministry said")


def test_the_hash_is_of_the_bytes_and_the_id_of_the_key(tmp_path: Path) -> None:
    one = read_document(write(tmp_path, "a.txt", b"The ship left the port."))
    other = read_document(write(tmp_path, "b.txt", b"\xef\xbb\xbfThe ship left the port."))
    assert one.text == other.text
    assert one.sha256 != other.sha256
    assert one.id != other.id
    assert read_document(write(tmp_path, "a.txt", b"Another text is here.")).id == one.id


def test_an_id_is_twelve_digits_of_the_hash_of_the_key() -> None:
    assert document_id("seed.txt") == "d-" + hashlib.sha256(b"seed.txt").hexdigest()[:12]


def test_a_path_is_a_source_too(tmp_path: Path) -> None:
    source = write(tmp_path, "a.md", ARTICLE.encode())
    assert read_document(str(source.path)) == read_document(source)


def test_a_text_gives_the_same_blocks_as_its_file(tmp_path: Path) -> None:
    assert (
        document_from_text(ARTICLE, "a.md").blocks == read_document(write(tmp_path, "a.md", ARTICLE.encode())).blocks
    )


@pytest.mark.parametrize(
    ("asked", "language", "notices"),
    [
        (None, "fr", ()),
        ("auto", "fr", ()),
        ("en", "en", ()),
    ],
)
def test_the_language_is_asked_for_or_detected(asked: str | None, language: str, notices: tuple[str, ...]) -> None:
    document = document_from_text("Le ministère a déclaré que le navire avait quitté le port.", language=asked)
    assert (document.language, document.notices) == (language, notices)


def test_front_matter_wins_over_detection_with_a_notice() -> None:
    text = "---\nlanguage: en\n---\nLe ministère a déclaré que le navire avait quitté le port avec du charbon."
    document = document_from_text(text)
    assert document.language == "en"
    assert document.notices == ("language_differs: the front matter says en, the words look like fr",)


def test_a_mixed_text_is_noticed() -> None:
    english = "The ministry said that the ship had left the port with a cargo of coal and had not been seen since."
    french = "Le ministère a déclaré que le navire avait quitté le port avec du charbon et n'a pas été revu depuis."
    document = document_from_text("\n\n".join([french, french, french, english, english]))
    assert document.language == "fr"
    assert document.notices == ("language_mixed: a good part of the text is in en and is read as fr",)


def test_a_document_in_another_language_is_a_document() -> None:
    document = document_from_text("Die Regierung hat die Lieferung von Waffen an das Land nicht bestätigt.")
    assert (document.language, len(document.blocks)) == ("de", 1)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ship leaves port with coal\n\nThe ministry said so.", "Ship leaves port with coal"),
        ("# *Ship leaves port*\n\nThe ministry said so.", "Ship leaves port"),
        ("The ministry said so.", ""),
        ("---\ntitle: Other\n---\n# Ship\n\nThe ministry said so.", "Other"),
    ],
    ids=["headline", "Markdown", "none", "front matter"],
)
def test_the_title(text: str, title: str) -> None:
    assert document_from_text(text).title == title


def test_the_publication_day_by_argument_and_default() -> None:
    text = "Ship leaves port with coal\n\nThe ministry said so."
    given_day = document_from_text(text, published=date(2022, 11, 3), as_of=date(2022, 11, 2))
    assert (given_day.published, given_day.published_basis) == (date(2022, 11, 3), "argument")
    assert given_day.notices == ("published_in_future: the argument says 2022-11-03, which is after 2022-11-02",)
    filled = document_from_text(text, published_default=date(2022, 11, 3))
    assert (filled.published, filled.published_basis) == (date(2022, 11, 3), "default")
    assert document_from_text(text).published_basis == "none"


def test_notices_of_every_stage_are_kept(tmp_path: Path) -> None:
    raw = (
        "---\ntitle: A: b\n---\nLe navire a quitté le port où il était, a déclaré le ministère.\n\n".encode()
        + b"\xc3"
    )
    document = read_document(write(tmp_path, "a.txt", raw))
    assert [notice.split(":")[0] for notice in document.notices] == ["encoding_damaged", "front_matter"]


def test_skipped_stretches_are_left_to_the_caller() -> None:
    document = document_from_text(ARTICLE)
    assert document.skipped == ()
    assert [entry.reason for entry in skipped_blocks(document.blocks)] == ["boilerplate", "dateline", "teaser"]


@pytest.mark.parametrize(
    ("name", "content", "slug", "message"),
    [
        ("a.txt", b"", "empty", "a.txt: holds no text"),
        ("a.txt", b"a\0b", "binary", "a.txt: holds NUL bytes"),
        ("a.txt", b"<!DOCTYPE html><html>", "empty", "a.txt: the page shows no text"),
        ("a.html", b" <html lang='en'>", "empty", "a.html: the page shows no text"),
        ("a.xml", b"<?xml version='1.0'?><rss><item/></rss>", "format", "a.xml: an XML file, not text"),
        ("a.jsonl", b"{}", "format", "a.jsonl: holds rows or data, not one article; give each article as text"),
        ("a.csv", b"id,text", "format", "a.csv: holds rows or data, not one article; give each article as text"),
    ],
    ids=["empty", "binary", "HTML", "HTML by its beginning", "XML", "rows", "a table"],
)
def test_what_is_no_article_says_so(tmp_path: Path, name: str, content: bytes, slug: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_document(write(tmp_path, name, content))
    assert caught.value.slug == slug
    assert message in str(caught.value)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_document(tmp_path / "gone.txt")


@pytest.mark.parametrize(
    ("text", "slug"), [("", "empty"), (" \n", "empty"), ("a\ud800", "encoding"), ("a\0", "binary")]
)
def test_what_is_no_text_says_so(text: str, slug: str) -> None:
    with pytest.raises(InputError) as caught:
        document_from_text(text)
    assert caught.value.slug == slug


@given(st.text(max_size=200))
def test_any_text_is_a_document_or_an_input_error(text: str) -> None:
    slug = ""
    try:
        document = document_from_text(text)
        document.text.encode("utf-8")
        assert document.blocks
    except InputError as error:
        slug = error.slug
    assert slug in {"", "empty", "encoding", "binary"}


def test_the_samples_of_the_project_are_read() -> None:
    folder = Path(__file__).parents[1] / "corpus" / "articles"
    for path in sorted(folder.glob("*.*")):
        document = read_document(path)
        assert document.language in ("en", "fr"), path.name
        assert any(block.kind is BlockKind.BODY for block in document.blocks), path.name
