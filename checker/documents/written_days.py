"""Days as pages write them (3 November 2022, Nov 3, 03/11/2022, 2022-11-03), with where they stand."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from checker.dates import day_of
from checker.model import Span
from checker.records import record
from checker.text import fold
from checker.time_words import month_numbers

_DIGIT = re.compile(r"\d")
_DAY_FIRST = frozenset({"fr", "es", "de", "it", "pt", "nl", "ru", "uk", "ar"})
_LONGEST = 4_000


@record
class WrittenDay:
    """A day in a text: ``span`` in code points of that text; ``month`` and ``day`` alone when no year is written.

    ``day`` is None when the figures can be read two ways, or no year is written: ``why`` is then
    ``ambiguous`` or ``no_year``.
    """

    span: Span
    day: date | None
    why: str = ""
    month: int = 0
    day_of_month: int = 0

    def in_year(self, year: int) -> date | None:
        """The day in ``year``, where that year has it."""
        return day_of(year, self.month, self.day_of_month)


def find_days(text: str, language: str = "und") -> tuple[WrittenDay, ...]:
    """The days written in the first 4,000 code points of ``text``, in order.

    03/11/2022 is 3 November where ``language`` puts the day first, and ambiguous in English and
    in an unknown language unless only one reading exists. Days that no calendar has are left out.
    """
    text = text[:_LONGEST]
    if _DIGIT.search(text) is None:
        return ()
    shadow = fold(text)
    found = (_read(hit, shadow.to_source(*hit.span()), language) for hit in _shapes().finditer(shadow.text))
    return tuple(written for written in found if written is not None)


def read_day(text: str, language: str = "und") -> date | None:
    """The first full day written in ``text``, or None."""
    return next((written.day for written in find_days(text, language) if written.day is not None), None)


@lru_cache(maxsize=1)
def _shapes() -> re.Pattern[str]:
    """One pattern for all shapes and the months of all languages, so that a line is passed over once.

    Every repetition in it is bounded.
    """
    name = "|".join(re.escape(month) for month in sorted(month_numbers(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"""
        (?<![\w.,/-])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d|[-/.]\d)
      | (?<!\d)(?P<hy>(?:19|20)\d\d)\s?[年년]\s?(?P<hm>\d{{1,2}})\s?[月월]\s?(?P<hd>\d{{1,2}})\s?[日일]
      | (?<![\w.,/-])(?P<n1>\d{{1,2}})(?P<nsep>[-/.])(?P<n2>\d{{1,2}})(?P=nsep)(?P<ny>(?:19|20)\d\d|\d\d)
            (?!\d|[-/.]\d)
      | (?<![\w.,/-])(?P<dd>\d{{1,2}})(?:st|nd|rd|th|er)?\.?(?:\ of)?[\ -]{{1,2}}(?P<dm>{name})\b\.?
            (?:,?[\ -]{{1,2}}(?P<dy>(?:19|20)\d\d)(?!\d))?
      | \b(?P<mm>{name})\b\.?\ {{1,2}}(?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.h]\d|\d|\ ?%|\ (?:{name})\b)
            (?:\ ?,?\ {{1,2}}(?P<my>(?:19|20)\d\d)(?!\d))?
        """,
        re.VERBOSE,
    )


def _read(hit: re.Match[str], span: Span, language: str) -> WrittenDay | None:
    part = hit.groupdict()
    if part["n1"]:
        return _read_figures(part, span, language)
    year = part["y"] or part["hy"] or part["dy"] or part["my"]
    month = part["m"] or part["hm"] or part["dm"] or part["mm"]
    day_of_month = int(part["d"] or part["hd"] or part["dd"] or part["md"])
    number = month_numbers().get(month) or int(month)
    if year:
        day = day_of(int(year), number, day_of_month)
        return WrittenDay(span, day) if day else None
    if day_of(2000, number, day_of_month) is None:
        return None
    return WrittenDay(span, None, "no_year", number, day_of_month)


def _read_figures(part: dict[str, str], span: Span, language: str) -> WrittenDay | None:
    first, second = int(part["n1"]), int(part["n2"])
    year = int(part["ny"]) + (2000 if len(part["ny"]) == 2 else 0)
    day_first, month_first = day_of(year, second, first), day_of(year, first, second)
    if part["nsep"] == "." or language in _DAY_FIRST:
        return WrittenDay(span, day_first) if day_first else None
    if day_first and month_first and day_first != month_first:
        return WrittenDay(span, None, "ambiguous")
    day = day_first or month_first
    return WrittenDay(span, day) if day else None
