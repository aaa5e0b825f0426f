"""A record of a table or of JSON as a document: which of its columns hold the text, the day and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import chain
from typing import Any

from checker.dates import day_of
from checker.documents.decoding import clean
from checker.documents.found import Bad, Columns, Facts, Found
from checker.documents.frontmatter import language_code
from checker.documents.written_days import read_day
from checker.errors import InputError

Values = Mapping[str, Any]

USUAL = {
    "text": ("text", "body", "content", "article", "texte"),
    "title": ("title", "headline", "titre"),
    "date": ("published", "date", "published_at", "publication_date", "pub_date", "publie"),
    "id": ("id",),
    "language": ("language", "lang", "langue"),
    "url": ("url", "link"),
    "outlet": ("outlet", "source", "publisher"),
}
"""The names under which columns are looked for when the caller names none, in this order, capitals or not."""

PEEKED = 20
"""Records looked at before a file is said to have no column of text."""

_MOST_PEEKED = 100
_MOST_KEYS = 500
_MOST_COLUMNS = 100
_DIGITS = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?")
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])")
_SHOWN = 12


class Mapped:
    """Finds in the records of one file what the caller named, or what is usual."""

    def __init__(self, name: str, columns: Columns) -> None:
        self._name = name
        self._keys: dict[tuple[str, ...], str | None] = {}
        self._asked = {kind: value for kind in USUAL if (value := getattr(columns, kind, ""))}

    def documents(self, records: Iterable[tuple[int, str, Values | Bad]]) -> Iterator[Found | Bad]:
        """The documents of records; each comes with its row and the words for its place.

        Raises InputError (slug ``column``) when none of the first records has the column of text.
        """
        rest = iter(records)
        seen: list[tuple[int, str, Values | Bad]] = []
        names: dict[str, None] = {}
        good, has_text = 0, False
        broken: InputError | None = None
        try:
            while (
                good < PEEKED and len(seen) < _MOST_PEEKED and not has_text and (one := next(rest, None)) is not None
            ):
                seen.append(one)
                if not isinstance(one[2], Bad):
                    good += 1
                    has_text = self._key(one[2], "text") is not None
                    names.update(dict.fromkeys(map(str, one[2])))
        except InputError as error:  # what came before it is told first
            broken = error
        if good and not has_text:
            raise InputError(self.wanting("text", names), "column")
        for row, place, values in chain(seen, rest):
            yield values if isinstance(values, Bad) else self._document(row, place, values)
        if broken is not None:
            raise broken

    def wanting(self, kind: str, names: Iterable[str]) -> str:
        """The words for a column that is not there."""
        listed = list(names)
        shown = ", ".join(_short(one) for one in listed[:_SHOWN]) + (", ..." if len(listed) > _SHOWN else "")
        asked = self._asked.get(kind, USUAL[kind][0])
        return f"{self._name}: no column '{_short(asked)}' (there are: {shown or 'none'}); name another with --{kind}-column"

    def check(self, names: Iterable[str]) -> None:
        """Raises InputError (slug ``column``) when the columns of a table lack one that was asked for, or that of text."""
        listed = list(names)
        for kind in dict.fromkeys(("text", *self._asked)):
            if self._key(dict.fromkeys(listed), kind) is None:
                raise InputError(self.wanting(kind, listed), "column")

    def used(self, names: Iterable[str]) -> list[str]:
        """Of the columns of a table, those that are read."""
        listed = dict.fromkeys(names)
        found = (self._key(listed, kind) for kind in USUAL)
        return list(dict.fromkeys(one for one in found if one is not None))

    def _document(self, row: int, place: str, values: Values) -> Found | Bad:
        where = f"{self._name}, {place}"
        name = _word(self._value(values, "id"))
        key = self._key(values, "text")
        if key is None:
            text_key = self._asked.get("text", USUAL["text"][0])
            return Bad(
                row, "column", f"{where}: no column '{_short(text_key)}'; name another with --text-column", name
            )
        text = _at(values, key)
        column = f"{where}, column '{_short(key)}'"
        if not isinstance(text, str):
            kind = "empty" if text is None else f"{_kind(text)} and no text"
            return Bad(
                row,
                "empty" if text is None else "column",
                f"{column}: {kind}; put the words of the article there",
                name,
            )
        try:
            text = clean(text, column)
        except InputError as error:
            return Bad(row, error.slug, str(error), name)
        language = language_code(_word(self._value(values, "language")))
        notices: list[str] = []
        said = self._value(values, "date")
        day = day_in(said, language)
        if said not in (None, "") and day is None:
            shown = _short(_word(said) or _kind(said))
            notices.append(
                f"record_date: {place}, column '{_short(self._key(values, 'date') or '')}': '{shown}' is no day such as 2022-11-03"
            )
        facts = Facts(
            _word(self._value(values, "title"))[:300], day, "column", language,
            _word(self._value(values, "outlet"))[:300], _address(self._value(values, "url")),
        )  # fmt: skip
        return Found(row, name, text, facts=facts, notices=tuple(notices))

    def _value(self, values: Values, kind: str) -> Any:
        key = self._key(values, kind)
        return None if key is None else _at(values, key)

    def _key(self, values: Values, kind: str) -> str | None:
        """The column of ``values`` for ``kind``: the one that was asked for, also inside another (``article.body``), or a usual one."""
        asked = self._asked.get(kind)
        if asked is not None and (asked in values or _at(values, asked) is not None):
            return asked
        if len(values) > _MOST_COLUMNS:
            return self._among(values, kind, asked)
        place = (kind, *values)
        if place not in self._keys:
            if len(self._keys) >= _MOST_KEYS:  # records of many shapes
                self._keys.clear()
            self._keys[place] = self._among(values, kind, asked)
        return self._keys[place]

    def _among(self, values: Values, kind: str, asked: str | None) -> str | None:
        if asked is not None:
            return next((key for key in values if str(key).strip().casefold() == asked.strip().casefold()), None)
        for name in USUAL[kind]:
            if name in values:
                return name
        plain = {str(key).strip().lstrip("\ufeff").casefold(): key for key in reversed(list(values))}
        return next((plain[name] for name in USUAL[kind] if name in plain), None)


def day_in(said: Any, language: str = "") -> date | None:
    """The day that a value of a record stands for, as its own clock had it: a date, ``2022-11-03T08:00Z``, ``20221103``,
    ``Thu, 03 Nov 2022 08:00:00 +0100``, ``3 November 2022``; None for anything else."""
    if isinstance(said, datetime):
        return said.date()
    if isinstance(said, date):
        return said
    if isinstance(said, bool) or not isinstance(said, str | int):
        return None
    words = str(said).strip()[:80]
    hit = _DIGITS.fullmatch(words) or _ISO.match(words)
    if hit is not None:
        return day_of(int(hit[1]), int(hit[2]), int(hit[3]))
    return None if words.isdigit() else read_day(words, language or "und")


def _at(values: Values, key: str) -> Any:
    if key in values:
        return values[key]
    here: Any = values
    for part in key.split("."):
        if not isinstance(here, Mapping) or part not in here:
            return None
        here = here[part]
    return here


def _word(value: Any) -> str:
    """A value in one line of printable characters; empty for what is no word and no number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if value != value:  # not a number
        return ""
    return "".join(
        char
        for char in " ".join(str(value)[:2_000].split())
        if char.isprintable() and not "\ud800" <= char <= "\udfff"
    )


def _address(value: Any) -> str:
    words = _word(value)
    return words if words.startswith(("https://", "http://")) and " " not in words else ""


def _kind(value: Any) -> str:
    kinds = (
        (bool, "true or false"),
        (int | float, "a number"),
        (dict, "an object"),
        (list | tuple, "a list"),
        (bytes, "bytes"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), "something")


def _short(name: str) -> str:
    shown = "".join(char if char.isprintable() else "?" for char in name)
    return shown if len(shown) <= 60 else shown[:57] + "..."
