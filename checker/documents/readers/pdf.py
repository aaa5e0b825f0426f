"""PDF: the text layer, page by page; running heads and page numbers stand apart, and pages without text are told of."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

from checker.documents.decoding import clean
from checker.documents.found import Extract, Facts
from checker.documents.readers.pdf_bombs import refuse_bombs
from checker.documents.readers.pdf_lines import joined_lines
from checker.documents.readers.records import day_in
from checker.errors import InputError

MOST_PAGES = 5_000
MOST_ON_PAGE = 1_000_000
"""Characters that one page may show; a newspaper page has 30,000."""

MOST_SECONDS = 300
"""The last resort against pages made to be slow; a thousand ordinary pages take ten."""

_RIM = 3
_NUMBER = re.compile(
    r"\W{0,4}(?:p(?:age|\.)?\s{0,2})?\d{1,4}(?:\s{0,2}(?:/|of|sur|de)\s{0,2}\d{1,4})?\W{0,4}", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_UNSEEN = {code: None for code in range(32) if code not in (9, 10)} | {
    2: "-\n",
    0xFFFE: "-\n",
    0xFFFF: None,
    0x7F: None,
}
_NO_TITLES = re.compile(r"(?i)\A(?:microsoft (?:word|powerpoint) ?-|untitled|.*\.(?:docx?|odt|pdf|indd|rtf|html?)$)")


def read_pdf(raw: bytes, name: str) -> Extract:
    """The text of a PDF's pages in order, lines put together to paragraphs, with the offset at which each page begins.

    Title and day are those of its properties; the day is that on which the file was made. Raises InputError: ``extra`` when
    no library for PDF is installed, ``encrypted``, ``damaged``, ``bomb``, ``too_large``, ``empty`` when no page has a text layer.
    """
    try:
        import pypdfium2
    except ImportError:
        raise InputError(
            f"{name}: to read PDF install sanctions-claim-checker[pdf], or save the article as text", "extra"
        ) from None
    pdfium: Any = pypdfium2
    refuse_bombs(raw, name)
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise InputError(f"{name}: encrypted with a password; save it without one", "encrypted") from None
        raise InputError(f"{name}: a damaged PDF; fetch it again, or save the article as text", "damaged") from None
    try:
        pages = _pages(document, name, pdfium)
        facts = _facts(document)
    finally:
        document.close()
    if not any(any(map(str.strip, lines)) for lines in pages):
        raise InputError(
            f"{name}: no text layer, as in a scan; run OCR over it, or save the article as text", "empty"
        )
    bare = [number for number, lines in enumerate(pages, start=1) if not any(map(str.strip, lines))]
    notices = (f"pages_unread: {_listed(bare)} of {len(pages)} without a text layer (pictures?)",) if bare else ()
    return _extract(pages, facts, notices, name)


def _extract(pages: Sequence[Sequence[str]], facts: Facts, notices: tuple[str, ...], name: str) -> Extract:
    heads = _running_heads(pages)
    bodies = [
        [line for at, line in enumerate(lines) if at not in out] for lines, out in zip(pages, heads, strict=True)
    ]
    text, begins = joined_lines(bodies)
    rest = "\n".join(lines[at] for lines, out in zip(pages, heads, strict=True) for at in sorted(out))
    whole = f"{text}\n\n{rest}\n" if rest else f"{text}\n"
    clean(whole, name)  # nothing that text may not hold is left in it
    return Extract(whole, len(text), facts, begins, notices)


def _pages(document: Any, name: str, pdfium: Any) -> list[list[str]]:
    count = len(document)
    if count > MOST_PAGES:
        raise InputError(f"{name}: {count} pages, more than {MOST_PAGES}; split it", "too_large")
    found: list[list[str]] = []
    begun = time.monotonic()
    for number in range(count):
        if time.monotonic() - begun > MOST_SECONDS:
            raise InputError(
                f"{name}: stopped at page {number + 1} after {MOST_SECONDS} seconds; save the article as text",
                "too_large",
            )
        try:
            page = document[number]
            layer = page.get_textpage()
        except pdfium.PdfiumError:
            raise InputError(f"{name}, page {number + 1}: damaged; fetch the file again", "damaged") from None
        size = layer.count_chars()
        if size > MOST_ON_PAGE:
            raise InputError(
                f"{name}, page {number + 1}: {size} characters on one page; save the article as text", "bomb"
            )
        text = layer.get_text_range() if size > 0 else ""
        layer.close()
        page.close()
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN)
        found.append([line.strip() for line in text.encode("utf-8", "ignore").decode("utf-8").split("\n")])
    return found


def _facts(document: Any) -> Facts:
    try:
        said: dict[str, str] = document.get_metadata_dict()
    except (ValueError, RuntimeError):
        return Facts(basis="file")
    title = "".join(char for char in " ".join(said.get("Title", "").split()) if char.isprintable())[:300]
    made = said.get("CreationDate", "").removeprefix("D:")[:8]
    return Facts("" if _NO_TITLES.match(title) else title, day_in(made), "file")


def _running_heads(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """The lines of each page that stand at the rims of many pages alike but for figures, and bare page numbers.

    At the top of the first page such a line is the title, and stays.
    """
    rims = [_rim(lines) for lines in pages]
    times = Counter(
        alike for lines, rim in zip(pages, rims, strict=True) for alike in {_alike(lines[at]) for at in rim}
    )
    least = max(2, min(3, len(pages)), len(pages) * 2 // 5)
    return [
        {
            at
            for at in rim
            if (len(pages) > 1 and _NUMBER.fullmatch(lines[at]))
            or (times[_alike(lines[at])] >= least and len(lines[at]) <= 200 and (number or at not in rim[:_RIM]))
        }
        for number, (lines, rim) in enumerate(zip(pages, rims, strict=True))
    ]


def _rim(lines: Sequence[str]) -> list[int]:
    shown = [at for at, line in enumerate(lines) if line]
    return sorted({*shown[:_RIM], *shown[-_RIM:]})


def _alike(line: str) -> str:
    return _DIGITS.sub("#", line).casefold()


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (", ..." if len(numbers) > 10 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"
