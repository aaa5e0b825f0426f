"""Bytes to text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata

from checker.errors import InputError
from checker.records import record

# UTF-32 before UTF-16: the little-endian marks begin alike.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\xd0\xcf\x11\xe0", "an office document of the old kind"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"%!PS", "a PostScript file"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r\x1b") + b"\x7f"
_NOT_CONTROLS = bytes(code for code in range(256) if code not in _CONTROLS)
_CONTROL_PERCENT = 2
_SAMPLE = 65_536  # bytes shown to the guesser, whose work grows with encodings times bytes

# What Western Windows text holds beyond ASCII. Guessers take short French for Polish or Welsh.
# Ò, Ó, Ô, Õ and Ñ are left out: there stand the quotes and dashes of old Macintosh text.
_WESTERN = frozenset("àâäáãåçèéêëìíîïñòóôõöøùúûüýÿœæßÀÂÄÁÅÇÈÉÊËÎÏÖØÙÛÜŸŒÆ‘’‚“”„«»‹›–—…•·©®°€£§¡¿ªº\u00a0\u00ad")
_WESTERN_PERCENT = 15
_ODD_KINDS = frozenset({"So", "Sm", "Sk", "Cc", "Co", "Cn"})
_ODD_PERCENT = 10
_GUESSES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "koi8_u", "mac_roman", "cp850",
    "cp866", "iso8859_2", "shift_jis", "euc_jp", "euc_kr", "gb18030", "big5",
]  # fmt: skip


@record
class Decoded:
    """A text without its byte order mark, with line ends as line feeds, and where it came from."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(raw: bytes, name: str = "input") -> Decoded:
    """The text of ``raw`` and its encoding: a byte order mark, else UTF-8, else the likeliest older one.

    Never holds a lone surrogate or a NUL. ``name`` is what messages call the input.
    Raises InputError with slug ``empty``, ``binary`` or ``encoding``.
    """
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise InputError(f"{name}: this is {what}, not text; save the article as text (UTF-8)", slug="binary")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Decoded(clean(_strictly(raw[len(mark) :], encoding, name), name), encoding)
    _refuse_binary(raw, name)
    try:
        text = clean(raw.decode("utf-8"), name)
        once = _encoded_once(text)
        if once is not None:
            notice = "encoding_guessed: its UTF-8 had been taken for cp1252 and encoded again; read as it was before"
            return Decoded(once, "utf-8", (notice,))
        return Decoded(text, "utf-8")
    except UnicodeDecodeError:
        pass
    return _damaged_utf8(raw, name) or _western(raw, name) or _guessed(raw, name)


def clean(text: str, name: str = "input") -> str:
    """``text`` with CRLF as LF and no leading byte order mark.

    Raises InputError: ``empty`` when nothing is visible, ``encoding`` when it holds lone surrogates,
    ``binary`` when it holds a NUL.
    """
    if "\0" in text:
        raise InputError(f"{name}: holds NUL characters, so it is not text; give the article as text", slug="binary")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"{name}: character {error.start} is half of a surrogate pair; save the file again as UTF-8",
            slug="encoding",
        ) from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.strip().strip("\u200b\u200c\u200d\u2060\ufeff\u00ad \n\t"):
        raise InputError(f"{name}: holds no text", slug="empty")
    return text


_TWICE = re.compile("Ã[\u0080-\u00bf\u0152-\u2122]|â€")
_FIXED = {code: bytes([code]) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def _encoded_once(text: str) -> str | None:
    """The text before somebody took its UTF-8 for cp1252 (*CorÃ©e*); None where that is not what happened."""
    if _TWICE.search(text) is None:
        return None
    try:
        raw = b"".join(_FIXED.get(ord(char)) or char.encode("cp1252") for char in text)
        return raw.decode("utf-8")
    except UnicodeError:
        return None


def _refuse_binary(raw: bytes, name: str) -> None:
    if b"\0" in raw:
        raise InputError(
            f"{name}: holds NUL bytes, so it is not text in UTF-8; if it is UTF-16, save it with a byte order mark",
            slug="binary",
        )
    controls = len(raw.translate(None, _NOT_CONTROLS))
    if controls > 2 and controls * 100 > len(raw) * _CONTROL_PERCENT:
        raise InputError(f"{name}: {controls} control bytes of {len(raw)}, so it is not text", slug="binary")


def _strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: its mark says {encoding}, but byte {error.start} does not fit; save the file again as UTF-8",
            slug="encoding",
        ) from None


def _damaged_utf8(raw: bytes, name: str) -> Decoded | None:
    """UTF-8 that was cut or hurt in few places, since other encodings hardly ever form its sequences; else None."""
    with contextlib.suppress(UnicodeDecodeError):
        clean(raw.decode("utf-8", "surrogatepass"), name)  # UTF-8 but for half surrogates: says so
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    if bad * 2 > good:
        return None
    notice = f"encoding_damaged: {bad} unreadable places of UTF-8 stand as U+FFFD"
    return Decoded(clean(text, name), "utf-8", (notice,))


def _western(raw: bytes, name: str) -> Decoded | None:
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    marked = [char for char in text[:_SAMPLE] if not char.isascii()]
    if not _WESTERN.issuperset(marked):
        return None
    if len(marked) > 3 and len(marked) * 100 > len(text[:_SAMPLE]) * _WESTERN_PERCENT:
        return None
    return Decoded(clean(text, name), "cp1252")


def _guessed(raw: bytes, name: str) -> Decoded:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(raw[:_SAMPLE], cp_isolation=_GUESSES).best()
    if best is not None:
        try:
            text = raw.decode(best.encoding)
        except (UnicodeDecodeError, LookupError):
            text = ""
        if text and not _looks_odd(text[:_SAMPLE]):
            notice = f"encoding_guessed: read as {best.encoding}; names may be wrong"
            return Decoded(clean(text, name), best.encoding, (notice,))
    raise InputError(f"{name}: no encoding fits its bytes; save the file again as UTF-8", slug="encoding")


def _looks_odd(sample: str) -> bool:
    """True when too much of it is drawing, mathematics or control: old encodings decode any bytes whatever."""
    odd = sum(unicodedata.category(char) in _ODD_KINDS and char not in "\t\n\r\f$+<=>^`|~" for char in sample)
    return odd * 100 > len(sample) * _ODD_PERCENT
