"""Bytes to text."""

import codecs
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.documents.decoding import clean, decode
from checker.errors import InputError

FRENCH = "Séoul a annoncé que l'armée avait livré des obus « où et quand » elle le voulait."
RUSSIAN = "КНДР передала России снаряды, сообщили в Сеуле в четверг."


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        pytest.param(FRENCH.encode(), "utf-8", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + FRENCH.encode(), "utf-8", id="UTF-8 with a mark"),
        pytest.param(FRENCH.encode("utf-16"), "utf-16-le", id="UTF-16"),
        pytest.param(codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16-be", id="UTF-16, big end first"),
        pytest.param(FRENCH.encode("utf-32"), "utf-32-le", id="UTF-32"),
        pytest.param(FRENCH.encode("cp1252"), "cp1252", id="Western Windows"),
        pytest.param(FRENCH.encode("latin-1"), "cp1252", id="Latin-1"),
        pytest.param(FRENCH.encode("mac_roman"), "mac_roman", id="old Macintosh"),
    ],
)
def test_french_is_read_in_every_usual_encoding(raw: bytes, encoding: str) -> None:
    decoded = decode(raw)
    assert decoded.text == FRENCH
    assert decoded.encoding == encoding


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_a_guessed_encoding_is_a_notice(encoding: str) -> None:
    decoded = decode(RUSSIAN.encode(encoding))
    assert decoded.text == RUSSIAN
    assert decoded.notices == (f"encoding_guessed: read as {encoding}; names may be wrong",)


def test_one_accent_is_enough_for_western_text() -> None:
    assert decode("Café.".encode("cp1252")).text == "Café."


def test_utf8_cut_in_the_middle_of_a_letter_is_kept_with_a_notice() -> None:
    decoded = decode(FRENCH.encode()[:-1] + b"\xc3")
    assert decoded.text == FRENCH[:-1] + "\ufffd"
    assert decoded.notices == ("encoding_damaged: 1 unreadable places of UTF-8 stand as U+FFFD",)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb", "a\rb"),
        (b"a\n\nb", "a\n\nb"),
        ("\ufeff\ufeffa".encode(), "a"),
    ],
    ids=["CRLF becomes LF", "a lone CR stays", "LF stays", "marks go"],
)
def test_line_ends(raw: bytes, text: str) -> None:
    assert decode(raw).text == text


@pytest.mark.parametrize(
    ("raw", "slug", "message"),
    [
        pytest.param(b"", "empty", "page: holds no text", id="nothing"),
        pytest.param(b" \n\t\r\n", "empty", "page: holds no text", id="blanks"),
        pytest.param("\u200b\ufeff\n".encode(), "empty", "page: holds no text", id="invisible characters"),
        pytest.param(
            b"%PDF-1.7 ...",
            "binary",
            "page: this is a PDF file, not text; save the article as text (UTF-8)",
            id="PDF",
        ),
        pytest.param(
            b"PK\x03\x04....",
            "binary",
            "page: this is a ZIP archive or an office document, not text; save the article as text (UTF-8)",
            id="DOCX",
        ),
        pytest.param(
            b"\x89PNG\r\n",
            "binary",
            "page: this is a PNG image, not text; save the article as text (UTF-8)",
            id="PNG",
        ),
        pytest.param(
            b"{\\rtf1 x}",
            "binary",
            "page: this is an RTF document, not text; save the article as text (UTF-8)",
            id="RTF",
        ),
        pytest.param(
            b"text\0text",
            "binary",
            "page: holds NUL bytes, so it is not text in UTF-8; if it is UTF-16, save it with a byte order mark",
            id="NUL",
        ),
        pytest.param(
            b"\x01\x02\x03\x04 text", "binary", "page: 4 control bytes of 9, so it is not text", id="control bytes"
        ),
        pytest.param(
            b"ab \xed\xa0\x80 cd",
            "encoding",
            "page: character 3 is half of a surrogate pair; save the file again as UTF-8",
            id="a lone surrogate in UTF-8",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + b"\x00\xd8",
            "encoding",
            "page: its mark says utf-16-le, but byte 0 does not fit; save the file again as UTF-8",
            id="a lone surrogate in UTF-16",
        ),
        pytest.param(
            codecs.BOM_UTF8 + b"caf\xe9",
            "encoding",
            "page: its mark says utf-8, but byte 3 does not fit; save the file again as UTF-8",
            id="a mark that lies",
        ),
        pytest.param(
            bytes(range(0x80, 0xA0)) * 40,
            "encoding",
            "page: no encoding fits its bytes; save the file again as UTF-8",
            id="noise",
        ),
    ],
)
def test_what_cannot_be_read_says_so(raw: bytes, slug: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(raw, "page")
    assert (caught.value.slug, str(caught.value)) == (slug, message)


def test_a_text_with_nul_is_no_text() -> None:
    with pytest.raises(
        InputError, match=r"^page: holds NUL characters, so it is not text; give the article as text$"
    ):
        clean("a\0b", "page")


@given(st.binary(max_size=300))
def test_any_bytes_give_clean_text_or_an_input_error(raw: bytes) -> None:
    slug, text = "", "x"
    try:
        text = decode(raw).text
    except InputError as error:
        slug = error.slug
    assert slug in {"", "empty", "binary", "encoding"}
    assert text.encode("utf-8")
    assert "\0" not in text
    assert "\r\n" not in text
    assert text.strip()


def test_the_guesser_is_imported_only_for_bytes_that_need_it() -> None:
    code = (
        "import sys\n"
        "from checker.documents.reading import document_from_text\n"
        "from checker.documents.decoding import decode\n"
        "decode('Séoul'.encode()); decode('Séoul'.encode('cp1252')); document_from_text('The ship left port.')\n"
        "heavy = {'yaml', 'charset_normalizer', 'pandas', 'numpy'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
