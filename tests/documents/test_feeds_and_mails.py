"""RSS, Atom and mails: text without markup, the title, day and address that the file gives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from made_files import ENGLISH, FRENCH, PLAIN
from test_record_files import found, told, write

from checker.documents.markup import plain_text
from checker.documents.members import Member
from checker.documents.reading import read_document
from checker.documents.sources import Unopened
from checker.errors import InputError
from checker.model import Document

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Quay Wire</title><language>en-GB</language>{items}</channel></rss>"""
ITEM = f"""<item><title>Shells &amp; rails</title><media:title>A picture</media:title><link>https://quay.example/1</link>
<guid isPermaLink="false">q-1</guid><pubDate>Tue, 14 May 2024 23:30:00 -0400</pubDate><description>Short&eacute;</description>
<content:encoded><![CDATA[<p>{ENGLISH}</p><script>alert("North Korea")</script><p>{PLAIN}<br/>End &lt;here&gt;.</p>]]></content:encoded></item>"""


def documents(path: Path) -> list[Document]:
    members = found(path)
    assert all(isinstance(one, Member) for one in members), members
    return [read_document(one) for one in members if isinstance(one, Member)]


def test_an_entry_of_rss_is_a_document(tmp_path: Path) -> None:
    (document,) = documents(write(tmp_path, "a.rss", RSS.format(items=ITEM)))
    assert (document.key, document.title, document.outlet) == ("a.rss#q-1", "Shells & rails", "The Quay Wire")
    assert document.text == f"Shells & rails\n\n{ENGLISH}\n\n{PLAIN}\nEnd <here>."
    assert (document.published, document.published_basis) == (date(2024, 5, 14), "metadata")
    assert (document.url, document.language) == ("https://quay.example/1", "en")


def test_an_entry_of_atom_is_a_document(tmp_path: Path) -> None:
    content = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Quai</title>
    <entry><id>tag:quai.example,2024:1</id><title type="html">Obus &amp;amp; rails</title><link rel="self" href="https://quai.example/x"/>
    <link href="https://quai.example/1"/><updated>2024-06-01T00:00:00Z</updated><published>2024-05-14T00:10:00+02:00</published>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FRENCH}</p><p>5 &lt; 6</p></div></content></entry></feed>"""
    (document,) = documents(write(tmp_path, "a.xml", content))
    assert document.key == "a.xml#tag:quai.example,2024:1"
    assert document.text == f"Obus & rails\n\n{FRENCH}\n\n5 < 6"
    assert (document.published, document.url, document.language) == (
        date(2024, 5, 14),
        "https://quai.example/1",
        "fr",
    )


def test_a_feed_of_rdf_is_read_too(tmp_path: Path) -> None:
    content = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title></channel>
    <item><title>T</title><link>https://quay.example/2</link><description>{ENGLISH}</description><dc:date>2024-05-14</dc:date></item></rdf:RDF>"""
    (document,) = documents(write(tmp_path, "a.rss", content))
    assert (document.key, document.published) == ("a.rss#https://quay.example/2", date(2024, 5, 14))


def test_an_entry_without_words_is_a_bad_record_and_the_others_are_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.rss", RSS.format(items=f"<item><link>https://quay.example/0</link></item>{ITEM}"))
    first, second = told(path)
    assert first == ("F#https://quay.example/0", "F, entry 1: holds no text; a title or a summary is wanted")
    assert second[0] == "F#q-1"


def test_a_feed_that_breaks_off_gives_its_entries_and_says_where(tmp_path: Path) -> None:
    path = write(tmp_path, "a.rss", RSS.format(items=ITEM)[:-15])
    first, last = told(path)
    assert first[0] == "F#q-1"
    assert last[0] == "F"
    assert last[1].startswith("F, line 5, column ")
    assert last[1].endswith("no XML (unclosed token); save the file again")


@pytest.mark.parametrize(
    ("content", "slug", "says"),
    [
        ("<html><body/></html>", "format", "XML, and neither RSS nor Atom; save the articles as text"),
        ("no xml", "format", "no XML (syntax error)"),
        (
            '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "bomb",
            "declares entities, as bombs do",
        ),
        (
            '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>',
            "bomb",
            "declares entities, as bombs do",
        ),
        ("<rss>" + "<a>" * 400, "bomb", "more than 300 elements inside each other"),
        (
            '<?xml version="1.0" encoding="klingon"?><rss/>',
            "encoding",
            "no XML that can be read (unknown encoding: klingon)",
        ),
    ],
)
def test_xml_that_is_no_feed_or_no_good_is_an_error(tmp_path: Path, content: str, slug: str, says: str) -> None:
    (one,) = found(write(tmp_path, "a.rss", content))
    assert isinstance(one, Unopened)
    assert one.slug == slug
    assert says in one.message


def test_a_foreign_document_type_is_not_fetched_and_words_for_characters_are_known(tmp_path: Path) -> None:
    content = '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://quay.example/rss.dtd"><rss><channel><item><title>Cor&eacute;e &unknown;</title></item></channel></rss>'
    assert told(write(tmp_path, "a.rss", content)) == [("F#row-1", "Corée &unknown;")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two <b>bold</b> wor<i>d</i></p>", "One\n\nTwo bold word"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("5 < 6 and 7 > 6 &amp; caf&eacute;", "5 < 6 and 7 > 6 & café"),
        ("<!-- <p>no</p> -->yes<!-- open", "yes"),
        ("<style>p{}</style>yes<script>x</script>", "yes"),
        ("<html><head><title>no</title></head><body>yes</body>", "yes"),
        ("<head>yes, as no body follows", "yes, as no body follows"),
        ("<script>never closed", ""),
        ("a\nb   c", "a b c"),
        ("<a" * 20_000, ""),
        ("<!--" * 20_000, ""),
    ],
    ids=lambda value: value[:20],
)
def test_fragments_of_html_become_the_text_they_show(html: str, text: str) -> None:
    assert plain_text(html) == text


MAIL = """From: =?utf-8?q?Le_Quai_Libre?= <redaction@quai.example>
To: list@quai.example
Subject: =?utf-8?q?Des_obus?=
 par le rail
Date: Tue, 14 May 2024 23:30:00 -0400
MIME-Version: 1.0
"""


def mail(tmp_path: Path, rest: str | bytes, head: str = MAIL) -> Document:
    body = rest if isinstance(rest, bytes) else rest.encode()
    return read_document(write(tmp_path, "a.eml", head.encode() + body))


def test_a_mail_is_its_text_with_subject_sender_and_day(tmp_path: Path) -> None:
    document = mail(tmp_path, f"Content-Type: text/plain; charset=iso-8859-1\n\n{FRENCH}\n".encode("latin-1"))
    assert document.text.strip() == FRENCH
    assert (document.title, document.outlet) == ("Des obus par le rail", "Le Quai Libre")
    assert (document.published, document.published_basis, document.language) == (date(2024, 5, 14), "metadata", "fr")


def test_of_two_ways_to_write_a_mail_the_plain_one_is_read_and_attachments_are_named(tmp_path: Path) -> None:
    parts = f"""Content-Type: multipart/mixed; boundary=x

--x
Content-Type: multipart/alternative; boundary=y

--y
Content-Type: text/plain; charset=utf-8

{ENGLISH}
--y
Content-Type: text/html; charset=utf-8

<p>Something else.</p>
--y--
--x
Content-Type: application/pdf
Content-Disposition: attachment; filename="panel.pdf"

x
--x--
"""
    document = mail(tmp_path, parts)
    assert document.text.strip() == ENGLISH
    assert document.notices == ("attachment_unread: 'panel.pdf' was not read; save it and name it",)


def test_a_mail_of_html_alone_is_read_without_its_markup(tmp_path: Path) -> None:
    document = mail(
        tmp_path,
        f"Content-Type: text/html; charset=utf-8\n\n<html><head><title>x</title></head><body><p>{ENGLISH}</p></body></html>",
    )
    assert document.text.strip() == ENGLISH


def test_a_date_that_is_none_is_told_of(tmp_path: Path) -> None:
    document = mail(tmp_path, f"\n{ENGLISH}", head="Subject: x\nDate: yesterday\n")
    assert document.published is None
    assert document.notices == ("record_date: the header Date, 'yesterday', is no day",)


@pytest.mark.parametrize(
    ("content", "slug", "says"),
    [
        (MAIL + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx", "encrypted", "decrypt it in your mail program"),
        (MAIL + "Content-Type: multipart/encrypted; boundary=x\n\n--x\n\nx\n--x--", "encrypted", "decrypt it in your mail program"),
        ("just words\n", "format", "no mail (it has no header such as Subject or From)"),
        (MAIL + "\n\n", "empty", "holds no text"),
        (MAIL + "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 3_000, "empty", "holds no text"),
    ],
    ids=["s/mime", "pgp", "no mail", "empty", "nested"],
)  # fmt: skip
def test_a_mail_that_cannot_be_read_is_an_error(tmp_path: Path, content: str, slug: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_document(write(tmp_path, "a.eml", content))
    assert caught.value.slug == slug
    assert says in str(caught.value)
