"""Years that point back: *of that year*, *cette année-là*, *the same month* (typology 3.4): the year told last before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checker.extract.timing import TimeExpression
from checker.model import Span

_POINTING = re.compile(
    r"(?i)\b(?:(?:of|in|during|late|early)?\s?(?:that same|that|the same) year|(?:de |en |dans )?(?:cette (?:même )?année[- ]là|la même année|cette même année))\b"
)
_YEAR = re.compile(r"(?<![\d./(-])((?:19|20)\d\d)(?![\d)]|[./-]\d)")
_RULES = re.compile(r"(?i)r[ée]solutions? ?$|\bn[°o]\.? ?$")
_BACK = 1500
"""Code points before the words in which the year they mean must stand."""
_BESIDE = 3


def with_years_meant(times: Sequence[TimeExpression], text: str, sentence: Span) -> tuple[TimeExpression, ...]:
    """The times of a sentence, with *July 5 of that year* and *that year* in the year told last before the words."""
    hit = _POINTING.search(text, sentence.start, sentence.end)
    year = _year_before(text, hit.start()) if hit is not None else 0
    if hit is None or not year:
        return tuple(times)
    out: list[TimeExpression] = []
    placed = False
    for time in times:
        overlaps = time.span.start < hit.end() and hit.start() < time.span.end
        beside = overlaps or 0 <= hit.start() - time.span.end <= _BESIDE
        moved = _in_year(time, year) if beside or not _tells_a_year(text, time) else None
        if overlaps and moved is None:
            continue
        out.append(moved or time)
        placed = placed or moved is not None
    if not placed:
        whole = TimeExpression(
            Span(hit.start(), hit.end()), date(year, 1, 1), date(year, 12, 31), "stated", "year", True
        )
        out.append(whole)
    return tuple(sorted(out, key=lambda one: one.span.start))


def _year_before(text: str, end: int) -> int:
    found = [
        hit
        for hit in _YEAR.finditer(text, max(0, end - _BACK), end)
        if not _RULES.search(text, max(0, hit.start() - 14), hit.start())
    ]
    return int(found[-1].group(1)) if found else 0


def _tells_a_year(text: str, time: TimeExpression) -> bool:
    return re.search(r"(?:19|20)\d\d", text[time.span.start : time.span.end]) is not None


def _in_year(time: TimeExpression, year: int) -> TimeExpression | None:
    """The same day or month in another year; None for what is counted from publication."""
    first, last = time.first_day, time.last_day
    if first is None or last is None or time.precision not in ("day", "month", "season", "quarter", "range"):
        return None
    shift = year - first.year
    try:
        moved = first.replace(year=year), last.replace(year=last.year + shift)
    except ValueError:
        return None
    return replace(time, first_day=moved[0], last_day=moved[1], basis="stated", past_hint=True, ahead=None)
