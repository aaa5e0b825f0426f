"""The publication day of a document, and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from checker.documents.datelines import read_date_line
from checker.documents.found import NO_FACTS, Facts
from checker.documents.written_days import WrittenDay, find_days
from checker.model import Block, BlockKind
from checker.records import record

_RANK = {"published": 0, "bare": 1, "dateline": 1, "updated": 3}
_EARLY = 2  # rank of a bare day above the headline: often the day of the visit, not of the article
_SLACK_DAYS = 3  # a dateline says when a report was filed
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_LINE = 600
_MOST_LINES = 200
_SAID = {
    "page": "the data of the page says",
    "column": "the record says",
    "metadata": "the header says",
    "file": "the file was made on",
}
_AROUND = (BlockKind.DATELINE, BlockKind.BOILERPLATE)


@record
class Publication:
    """A publication day with its basis, and what did not agree.

    ``basis``: ``argument``, ``front_matter``, ``page`` (the data of a web page), ``column`` (of a record), ``metadata`` (a mail's
    header, a feed's entry), ``dateline`` (a date line of the text), ``file`` (the day the file was made), ``default`` or ``none``. Notices begin with a slug and a colon.
    """

    day: date | None
    basis: str
    notices: tuple[str, ...] = ()


@record
class _Seen:
    day: date | None
    words: str
    rank: int
    why: str


def find_publication(
    text: str,
    blocks: Sequence[Block],
    *,
    language: str = "und",
    argument: date | None = None,
    front_matter: date | None = None,
    facts: Facts = NO_FACTS,
    default: date | None = None,
    as_of: date | None = None,
) -> Publication:
    """The day of ``text``: ``argument``, else ``front_matter``, else that of ``facts``, else a visible date line, else ``default``.

    The day on which a file was made (basis ``file`` of ``facts``) comes after a visible date line, and is told of.

    A date line is read by ``language`` (03/11/2022 is ambiguous in English). Notices: ``published_differs``
    when two of argument, front matter, facts and date line give different days, ``ambiguous_day``,
    ``dateline_without_year``, ``published_in_future`` for a day after ``as_of``.
    """
    visible, notices = _visible_day(text, blocks, language)
    offers = [
        (argument, "argument", "the argument says"),
        (front_matter, "front_matter", "the front matter says"),
        (facts.published, facts.basis, _SAID.get(facts.basis, "")),
        (visible.day if visible else None, "dateline", f"the page says '{visible.words}'," if visible else ""),
    ]
    if facts.basis == "file":
        offers[2:] = reversed(offers[2:])
    given = [(day, basis, words) for day, basis, words in offers if day is not None]
    if not given:
        given = [(default, "default", "the default is")] if default is not None else []
    if not given:
        return Publication(None, "none", tuple(notices))
    day, basis, words = given[0]
    if basis in ("argument", "front_matter", *_SAID):
        notices = []  # what the page leaves open no longer matters
    notices += [
        f"published_differs: {words} {day}, {other_words} {other}; {day} is used"
        for other, other_basis, other_words in given[1:]
        if other != day and other_basis != "file"
    ]
    if basis == "file":
        notices.append(f"published_from_file: {words} {day}, and the text shows no day; give it with --published")
    if as_of is not None and day > as_of:
        notices.append(f"published_in_future: {words} {day}, which is after {as_of}")
    return Publication(day, basis, tuple(notices))


def _visible_day(text: str, blocks: Sequence[Block], language: str) -> tuple[_Seen | None, list[str]]:
    seen = _date_lines(text, blocks, language)
    dated = sorted(((entry.rank, entry.day, entry.words) for entry in seen if entry.day), key=lambda entry: entry[0])
    if dated:
        _, best, words = dated[0]
        notices = [
            f"published_differs: the page says '{words}', {best}, and '{other_words}', {other}; {best} is used"
            for rank, other, other_words in dated[1:]
            if rank < _RANK["updated"] and abs((other - best).days) > _SLACK_DAYS
        ]
        return _Seen(best, words, 0, ""), notices[:3]
    for entry in seen:
        if entry.why == "ambiguous":
            return None, [f"ambiguous_day: '{entry.words}' can be read two ways; give the day with --published"]
        if entry.why == "no_year":
            return None, [f"dateline_without_year: '{entry.words}' names no year; give the day with --published"]
    return None, []


def _date_lines(text: str, blocks: Sequence[Block], language: str) -> list[_Seen]:
    headline = next((block.start for block in blocks if block.kind is BlockKind.HEADLINE), 0)
    lines = [block for block in blocks if block.kind is BlockKind.DATELINE][:_MOST_LINES]
    seen: list[_Seen] = []
    years: _Years | None = None
    for block in lines:
        # The sentence after a dateline is another block; the reader of lines wants to see that one follows.
        line = text[block.start : block.end]
        found = read_date_line(line + " X", language)
        if found is None or found.written is None:
            continue
        rank = _EARLY if found.kind == "bare" and block.start < headline else _RANK[found.kind]
        day = found.written.day
        if found.written.why == "no_year":
            years = years or _years_nearby(text, blocks)
            year = years.of(found.written)
            day = found.written.in_year(year) if year is not None else None
        seen.append(_Seen(day, " ".join(line.split())[:60], rank, found.written.why))
    return seen


@record
class _Years:
    """The years that the front of the article gives to days, and the one year of the lines around it."""

    by_day: Mapping[tuple[int, int], int]
    around: int | None

    def of(self, written: WrittenDay) -> int | None:
        return self.by_day.get((written.month, written.day_of_month), self.around)


def _years_nearby(text: str, blocks: Sequence[Block]) -> _Years:
    by_day: dict[tuple[int, int], int] = {}
    for found in find_days(text):
        if found.day is not None:
            by_day.setdefault((found.day.month, found.day.day), found.day.year)
    # Years in sentences and titles may be those of a law, so that only the lines around the article count.
    years: set[int] = set()
    for block in blocks:
        if block.kind in _AROUND and block.end - block.start <= _LONGEST_LINE:
            years.update(int(year) for year in _YEAR.findall(text[block.start : block.end]))
    return _Years(by_day, years.pop() if len(years) == 1 else None)
