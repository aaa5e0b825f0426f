"""RSS and Atom: an entry a document, with the day, title and address that the feed gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from checker.documents.decoding import clean
from checker.documents.found import Bad, Facts, Found, Opened
from checker.documents.frontmatter import language_code
from checker.documents.markup import looks_marked, plain_text
from checker.documents.readers.records import day_in
from checker.documents.xml_parts import Event, read_xml
from checker.errors import InputError

LONGEST = 16 * 1024 * 1024
"""Characters that one entry may have."""

_SPACES = {
    "": "rss", "http://www.w3.org/2005/Atom": "atom", "http://purl.org/rss/1.0/": "rss",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dc",
    "http://purl.org/rss/1.0/modules/content/": "content", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
}  # fmt: skip
_ROOTS = ("rss:rss", "atom:feed", "rdf:RDF")
_ENTRIES = ("rss:item", "atom:entry")
_BODIES = ("content:encoded", "atom:content", "rss:description", "atom:summary", "dc:description")
_DAYS = ("rss:pubDate", "atom:published", "dc:issued", "dc:date", "dc:created", "atom:updated")
_IDS = ("rss:guid", "atom:id", "rss:link", "atom:link")
_KEPT = frozenset((*_BODIES, *_DAYS, *_IDS, "rss:title", "atom:title", "dc:title", "dc:language", "rss:language"))
_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"


@dataclass(slots=True)
class _Entry:
    """What was read of an entry, or of the feed itself, so far."""

    fields: dict[str, str] = field(default_factory=dict)
    language: str = ""
    size: int = 0


def read_feed(file: Opened) -> Iterator[Found | Bad]:
    """The entries of a feed; rows are entries counted from 1, names are their ids or addresses.

    The text of an entry is its title and the longest of what it holds as content, description or summary, without markup.
    Raises InputError: ``format`` for XML that is no feed or no XML (entries before the fault were given), ``bomb``.
    """
    with file.stream() as stream:
        feed, entry, row = _Entry(), None, 0
        path: list[str] = []
        caught, parts = "", []
        for event in read_xml(stream, file.name):
            if event.kind == "text":
                if caught:
                    here = entry or feed
                    here.size += len(event.word)
                    if here.size <= LONGEST:
                        parts.append(escape(event.word, quote=False) if path[-1] != caught else event.word)
                continue
            name = _name(event.word)
            if event.kind == "start":
                if not path and name not in _ROOTS:
                    raise InputError(
                        f"{file.name}: XML, and neither RSS nor Atom; save the articles as text", "format"
                    )
                path.append(name)
                if name in _ENTRIES:
                    entry, row = _Entry(language=event.get(_LANGUAGE)), row + 1
                elif caught:
                    parts.append(f"<{event.word.rpartition(' ')[2]}>")
                elif name in _KEPT:
                    caught, parts = name, []
                    _begin(entry or feed, name, event)
                if len(path) == 1:
                    feed.language = event.get(_LANGUAGE)
                continue
            path.pop()
            if caught and name == caught:
                fields = (entry or feed).fields
                words = "".join(parts).strip()
                if words:
                    fields.setdefault(name, words)
                caught = ""
            elif caught:
                parts.append(f"</{event.word.rpartition(' ')[2]}>")
            elif name in _ENTRIES and entry is not None:
                yield _found(entry, feed, row, f"{file.name}, entry {row}")
                entry = None


def _begin(entry: _Entry, name: str, event: Event) -> None:
    """Attributes that say what elements of RSS say with their text."""
    if name == "atom:link" and event.get("rel") in ("", "alternate") and event.get("href"):
        entry.fields.setdefault("atom:link", event.get("href"))


def _found(entry: _Entry, feed: _Entry, row: int, where: str) -> Found | Bad:
    fields = entry.fields
    name = next((fields[one] for one in _IDS if fields.get(one)), "")
    if entry.size > LONGEST:
        return Bad(row, "too_large", f"{where}: more than {LONGEST} characters in one entry", name)
    title = " ".join(
        _shown(next((fields[one] for one in ("rss:title", "atom:title", "dc:title") if one in fields), "")).split()
    )
    body = max((_shown(fields[one]) for one in _BODIES if one in fields), key=len, default="")
    try:
        text = clean("\n\n".join(filter(None, (title, body))), where)
    except InputError as error:
        return Bad(
            row, error.slug, f"{error}; a title or a summary is wanted" if error.slug == "empty" else str(error), name
        )
    language = language_code(
        entry.language or fields.get("dc:language", "") or feed.fields.get("rss:language", "") or feed.language
    )
    said = next((fields[one] for one in _DAYS if fields.get(one)), "")
    day = day_in(said, language)
    notices = () if day is not None or not said else (f"record_date: '{said[:40]}' is no day such as 2022-11-03",)
    outlet = " ".join(_shown(feed.fields.get("rss:title") or feed.fields.get("atom:title", "")).split())
    facts = Facts(title[:300], day, "metadata", language, outlet[:300], _address(fields))
    return Found(row, name, text, facts=facts, notices=notices)


def _address(fields: dict[str, str]) -> str:
    return next(
        (
            fields[one]
            for one in ("rss:link", "atom:link", "rss:guid", "atom:id")
            if fields.get(one, "").startswith("http")
        ),
        "",
    )


def _shown(words: str) -> str:
    return plain_text(words) if looks_marked(words) else words.strip()


def _name(word: str) -> str:
    space, _, local = word.rpartition(" ")
    return f"{_SPACES.get(space, '?')}:{local}"
