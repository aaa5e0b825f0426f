"""What readers find in files: documents, what the file says of each, and records that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import BinaryIO

from checker.records import record

LONGEST_NAME = 160
"""Code points of a record's name; a longer one is cut, and a digest of all of it put behind."""


@record
class Facts:
    """What a file says of a document beside its text; empty, or None, where it says nothing.

    ``basis`` says where ``published`` comes from: ``column`` (a column or key of a record), ``metadata`` (the header of a
    mail, the entry of a feed) or ``file`` (the day a file was made, which is believed only where the text shows none).
    """

    title: str = ""
    published: date | None = None
    basis: str = "column"
    language: str = ""
    outlet: str = ""
    url: str = ""


NO_FACTS = Facts()


@record
class Extract:
    """The text of a file that is no plain text: up to ``main_end`` the document, behind it what else is in the file.

    ``pages`` are the offsets at which its pages begin, the first of them 0; empty for what has no pages.
    """

    text: str
    main_end: int
    facts: Facts = NO_FACTS
    pages: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()


@record
class Found:
    """One document of a file that holds many: its text, or the bytes it is in when ``raw`` is not empty.

    ``name`` is what the file calls it, empty when it has no name; ``row`` its place, counted from 1. ``charset`` is the
    encoding that whoever sent ``raw`` named.
    """

    row: int
    name: str = ""
    text: str = ""
    raw: bytes = b""
    charset: str = ""
    facts: Facts = NO_FACTS
    notices: tuple[str, ...] = ()


@record
class Bad:
    """A record that cannot be read: what is wrong with it, where, and what to do; the records after it are read."""

    row: int
    slug: str
    message: str
    name: str = ""


@record
class Passed:
    """Records that are no documents, such as pictures in a crawl: how many, and of what kind."""

    count: int
    what: str


@record
class Columns:
    """The columns that the caller named; an empty one is looked for under its usual names."""

    text: str = ""
    title: str = ""
    date: str = ""
    id: str = ""
    language: str = ""
    url: str = ""


@record
class Opened:
    """A file handed to a reader: what messages call it, its bytes as a stream, and the columns that were named.

    ``suffix`` is the ending that chose the reader, such as ``.csv``; ``stream`` opens the file, unpacked when it is
    packed with gzip, and raises InputError.
    """

    name: str
    suffix: str
    stream: Callable[[], BinaryIO]
    columns: Columns


Reader = Callable[[Opened], Iterator[Found | Bad | Passed]]
"""Gives the documents of a file in their order, one at a time; raises InputError for a file that is none of its kind.

A package offers one of its own as an entry point of the group ``checker.readers`` whose name is the suffix without its
dot (``odt = "package.module:read"``).
"""
