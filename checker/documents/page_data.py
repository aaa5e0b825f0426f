"""What a web page says of itself: title, day of publication, language, outlet; in meta elements, JSON-LD, or a time element."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from checker.dates import DayError, parse_day
from checker.documents.written_days import read_day
from checker.records import record

_DAY_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.issued",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "citation_publication_date",
    "citation_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "date",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher")
_ARTICLES = ("article", "posting", "report", "webpage", "creativework")
_LONGEST_DATA = 200_000
_MOST_NODES = 5_000
_TITLE = 300


@record
class PageData:
    """What a page says of itself; empty, or None, where it says nothing."""

    title: str = ""
    published: date | None = None
    language: str = ""
    outlet: str = ""


def read_page_data(tree: Any) -> PageData:
    """The data of a page parsed by the library for pages (an ``HTMLTree``): of several days of publication JSON-LD's wins, then meta elements, then a time element."""
    head = tree.head if tree.head is not None else tree.document
    meta = _meta(head) if head is not None else {}
    linked = _linked(tree)
    day = next((found for text in _days(tree, meta, linked) if (found := _day(text)) is not None), None)
    return PageData(_title(tree, meta, linked), day, _language(tree, meta), _first(meta, _OUTLETS))


def _meta(head: Any) -> dict[str, str]:
    """The content of each meta element by its lower-case name; the first of several."""
    found: dict[str, str] = {}
    for one in head.query_selector_all("meta"):
        name = one.getattr("property") or one.getattr("name") or one.getattr("itemprop") or ""
        content = (one.getattr("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked(tree: Any) -> dict[str, str]:
    """Headline and day of the first object of JSON-LD that is an article (or any page)."""
    found: dict[str, str] = {}
    for script in tree.document.query_selector_all("script[type='application/ld+json']"):
        text = script.text or ""
        if len(text) > _LONGEST_DATA:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for one in _objects(data):
            kinds = str(one.get("@type", "")).lower()
            if any(kind in kinds for kind in _ARTICLES):
                for key in ("datePublished", "headline"):
                    if isinstance(one.get(key), str):
                        found.setdefault(key, one[key])
    return found


def _objects(data: Any) -> Iterator[Mapping[str, Any]]:
    """Every object of a JSON value, the outer before the inner, up to a bound."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        one = waiting.pop(0)
        if isinstance(one, dict):
            yield one
            waiting.extend(value for value in one.values() if isinstance(value, dict | list))
        elif isinstance(one, list):
            waiting.extend(value for value in one if isinstance(value, dict | list))


def _days(tree: Any, meta: Mapping[str, str], linked: Mapping[str, str]) -> Iterator[str]:
    yield linked.get("datePublished", "")
    yield from (meta[name] for name in _DAY_NAMES if name in meta)
    for selector in ("[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "time.published"):
        for one in tree.document.query_selector_all(selector)[:1]:
            yield one.getattr("datetime") or one.getattr("content") or one.text or ""


def _day(text: str) -> date | None:
    """The day as the page's own clock had it; a time zone shifts nothing."""
    try:
        return parse_day(text.strip()[:10])
    except DayError:
        return read_day(text[:60])


def _title(tree: Any, meta: Mapping[str, str], linked: Mapping[str, str]) -> str:
    heads = tree.document.query_selector_all("h1")
    only = heads[0].text if len(heads) == 1 else ""
    said = linked.get("headline") or _first(meta, _TITLES) or only or tree.title or ""
    return " ".join(said.split())[:_TITLE]


def _language(tree: Any, meta: Mapping[str, str]) -> str:
    root = tree.document.query_selector("html")
    said = (root.getattr("lang") if root is not None else "") or meta.get("og:locale", "")
    code = said.strip().lower().replace("_", "-").split("-")[0]
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else ""


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((" ".join(meta[name].split())[:_TITLE] for name in names if name in meta), "")
