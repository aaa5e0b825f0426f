"""Saved web pages: the article's own text first, what else the page shows behind it, and what the page says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.documents.page_data import PageData, read_page_data
from checker.errors import InputError
from checker.records import record

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

_OPENINGS = ("<!doctype html", "<html")
_HEAD = 1_000
_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_OUR_MARK = re.compile(r"<meta name=\"generator\" content=\"checker ")
_TAG = re.compile(r"<(/?)(div|section|article|main|span|table|ul|ol|font|center|blockquote|b|i|em|strong|a)\b", re.I)
_DEEPEST = 300
"""Elements inside each other up to which the main content is looked for; the library's work grows with its square."""
_NOT_ARTICLE = [
    "nav", "aside", "footer", "form", "#comments", ".comments", "#comment-list", ".comment-list", "#disqus_thread",
    "[hidden]", "[aria-hidden=true]",
]  # fmt: skip
_LEAST = 120
_PROSE = 30
_BULLETS = "•◦▪*- \t"


@record
class Page:
    """A web page as text: up to ``main_end`` the article, behind it what else the page shows; and its own data."""

    text: str
    main_end: int
    data: PageData
    notices: tuple[str, ...] = ()


def is_web_page(text: str) -> bool:
    """True for text that begins as an HTML page does (an XML declaration may stand in front)."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(_OPENINGS) or (head.startswith("<?xml") and any(one in head for one in _OPENINGS))


def charset_of(raw: bytes) -> str:
    """The encoding that a page names in its first 2,048 bytes, or empty."""
    hit = _CHARSET.search(raw, 0, 2_048)
    return hit[1].decode("ascii").lower() if hit is not None else ""


def read_web_page(html: str, name: str) -> Page:
    """The text and data of a page; offsets count from ``text``, which is to be kept beside the results.

    Raises InputError: ``format`` for a page that this program wrote, or when the library for pages is not installed;
    ``empty`` when it shows no text.
    """
    if _OUR_MARK.search(html[:4_096]) is not None:
        raise InputError(f"{name}: a page that checker wrote, not an article", slug="format")
    try:
        from resiliparse.parse.html import HTMLTree
    except ImportError:
        hint = "pip install 'sanctions-claim-checker[html]', or save the article as text"
        raise InputError(
            f"{name}: an HTML page, and no library to read it is installed: {hint}", slug="format"
        ) from None
    tree = HTMLTree.parse(html)
    data = read_page_data(tree)
    shown = _lines(tree, main=False)
    if not any(shown):
        raise InputError(f"{name}: the page shows no text", slug="empty")
    notices: tuple[str, ...] = ()
    main = _lines(tree, main=True) if _depth(html) <= _DEEPEST else []
    if sum(map(len, main)) < min(_LEAST, sum(map(len, shown)) // 2):
        main, notices = shown, ("page_whole: no article was found in the page, so all of it is read",)
    article, rest = _sort_out(main, shown)
    if data.title and _bare(data.title) not in map(_bare, filter(None, article[:6])):
        article = [data.title, "", *article]
    text = "\n".join(article).strip("\n")
    left = "\n".join(rest)
    return Page(f"{text}\n\n{left}\n" if left else f"{text}\n", len(text), data, notices)


def _lines(tree: HTMLTree, main: bool) -> list[str]:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(
        tree, preserve_formatting=True, main_content=main, list_bullets=True, alt_texts=False, comments=not main,
        skip_elements=_NOT_ARTICLE if main else None,
    )  # fmt: skip
    return [line.strip() for line in text.split("\n")]


def _sort_out(main: list[str], shown: list[str]) -> tuple[list[str], list[str]]:
    """The article's lines in the order of the page, and the others.

    Sentences between the first and the last line of the article belong to it, though they stand in a list or a box that
    was left out.
    """
    wanted = Counter(_bare(line) for line in main if line)
    places = []
    for at, line in enumerate(shown):
        if line and wanted[_bare(line)] > 0:
            wanted[_bare(line)] -= 1
            places.append(at)
    if not places:
        return main, [line for line in shown if line]
    first, last, taken = places[0], places[-1], set(places)
    article, rest = [], []
    for at, line in enumerate(shown):
        inside = first <= at <= last and (not line or (len(line) >= _PROSE and line[-1] in '.!?…”»"'))
        if at in taken or inside:
            article.append(line)
        elif line:
            rest.append(line)
    missing = [line for line in main if line and wanted[_bare(line)] > 0]
    return [*article, *missing], rest


def _bare(line: str) -> str:
    return " ".join(line.strip(_BULLETS).split()).casefold()


def _depth(html: str) -> int:
    """How deep elements stand in each other, counted by those that have to be closed."""
    return max(_depths(html), default=0)


def _depths(html: str) -> Iterator[int]:
    depth = 0
    for hit in _TAG.finditer(html):
        depth = max(0, depth + (-1 if hit[1] else 1))
        yield depth
