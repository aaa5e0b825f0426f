"""Amounts that a text states, as intervals with their unit; a number that cannot be read for sure says so.

"Dozens" and "des dizaines" are 20 to 100, "hundreds" 200 to 1,000; "une centaine" and "about 100" are 90 to 110;
"nearly 100" is 90 to 100; "more than 100" has no upper end, "up to 100" no lower one. No amount is converted: tonnes,
tons and barrels stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from checker.bundle import folder as data_folder
from checker.extract.amount_words import TOKEN, Units, load_units
from checker.extract.amounts import Amount, amount_at, amount_with_sign, joined_amount
from checker.extract.calendar import shipped_calendar
from checker.extract.timing import find_times
from checker.model import Span
from checker.records import record
from checker.text import fold

UNREADABLE = "unreadable"
TIMES_LIMIT = "times_limit"
_KEPT = 64
"""Texts whose amounts are kept: those of a sentence are asked for once a statement, and for its citations."""


@record
class QuantityExpression:
    """An amount as written: ``low`` and ``high`` are None where the words leave that end open.

    ``unit`` is an id of ``units.csv``, ``times_limit`` for a multiple of a legal ceiling, or empty.
    ``per``: year, month, week, day or empty. ``note`` is ``unreadable`` when the digits are broken and say nothing.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str
    per: str
    text: str
    note: str = ""


@lru_cache(maxsize=8)
def _shipped(language: str) -> Units | None:
    folder, calendar = data_folder("reference"), shipped_calendar(language)
    if calendar is None or not (folder / "languages" / language / "units.csv").is_file():
        return None
    return load_units(folder, language, calendar)


def find_quantities(
    text: str, language: str, base: int = 0, units: Units | None = None
) -> tuple[QuantityExpression, ...]:
    """The amounts that ``text`` (a sentence or paragraph) states, in order, never overlapping.

    Spans are code points of ``text`` plus ``base``. Times, numbers of resolutions and paragraphs, names such as
    "Hwasong-17" and document symbols are not amounts. A language without units gives nothing.
    """
    known = units or _shipped(language)
    if known is None:
        return ()
    found = _quantities_in(text, language, known) if units else _shipped_quantities(text, language)
    if not base:
        return found
    return tuple(replace(one, span=Span(one.span.start + base, one.span.end + base)) for one in found)


@lru_cache(maxsize=_KEPT)
def _shipped_quantities(text: str, language: str) -> tuple[QuantityExpression, ...]:
    known = _shipped(language)
    return _quantities_in(text, language, known) if known is not None else ()


def _quantities_in(text: str, language: str, known: Units) -> tuple[QuantityExpression, ...]:
    shadow = fold(text)
    said = (time.span for time in find_times(text, language, None, 0, known.calendar))
    times = [Span(shadow.from_source(span.start), shadow.from_source(span.end)) for span in said]
    answer: list[QuantityExpression] = []
    for found in _read_all(shadow.text, known, times):
        span = shadow.to_source(found.span.start, found.span.end)
        answer.append(replace(found, span=span, text=text[span.start : span.end]))
    return tuple(answer)


def _read_all(folded: str, units: Units, times: list[Span]) -> Iterator[QuantityExpression]:
    resume = guarded = place = 0
    for token in TOKEN.finditer(folded):
        start, word = token.start(), token.group()
        while place < len(times) and times[place].end <= start:
            place += 1
        limit = times[place].start if place < len(times) else len(folded)
        if start < resume or start >= limit or not (word[0].isdigit() or word in units.starts):
            continue
        if word[0].isdigit() and re.search(r"[\w\]][-/._]$|[/#]$|\d[:.,]$|\w-$", folded[max(0, start - 2) : start]):
            continue
        if _is_named(folded, units, start, guarded):
            amount = amount_at(folded, start, units, limit)
            guarded = resume = amount.end if amount else start + len(word)
            continue
        found = _read(folded, start, units, limit)
        if found is not None:
            resume = found.span.end
            yield found


def _is_named(folded: str, units: Units, start: int, guarded: int) -> bool:
    """True for the number of a resolution or paragraph, and for the next one of a list of them."""
    if guarded and re.fullmatch(
        r",? ?(?:and |et |to |a |or |ou )?", folded[guarded:start] if start - guarded < 8 else "x"
    ):
        return True
    return units.patterns["not_before"].search(folded, max(0, start - 24), start) is not None


def _read(folded: str, start: int, units: Units, limit: int) -> QuantityExpression | None:
    """The amount whose first word begins at ``start``, or None."""
    patterns = units.patterns
    if patterns["unreadable"].match(folded, start):
        end = start + len(TOKEN.match(folded, start).group())  # type: ignore[union-attr]
        return _finished(folded, units, start, Amount(end, 0, 0, "digits", readable=False), "", "", limit)
    multiple = patterns["multiple"].match(folded, start, limit)
    if multiple is not None:
        times = float(units.value("multiple", multiple["form"]))
        return QuantityExpression(Span(start, multiple.end()), times, times, TIMES_LIMIT, "", "")
    opener = patterns["open"].match(folded, start)
    if opener is not None:
        first, money = amount_with_sign(folded, opener.end(), units, limit)
        joined = first and joined_amount(folded, first, units, limit, opened=True)
        if joined is not None and joined is not first:
            return _finished(folded, units, start, joined, "", money, limit)
    grouped = patterns["group"].match(folded, start, limit)
    bound = None if grouped else patterns["bound"].match(folded, start)
    amount, money = amount_with_sign(folded, bound.end() if bound else start, units, limit)
    if amount is None:
        return None
    amount = joined_amount(folded, amount, units, limit, opened=False)
    kind = units.value("bound", bound["form"].strip()) if bound else ""
    return _finished(folded, units, start, amount, kind, money, limit)


def _finished(
    folded: str, units: Units, start: int, amount: Amount, bound: str, money: str, limit: int
) -> QuantityExpression | None:
    """The amount with its unit, its period and the meaning of its bound; None when it is no amount after all."""
    end, low, high = amount.end, amount.low, amount.high
    ratio = units.patterns["ratio"].match(folded, end)
    if ratio is not None:
        unit, end = TIMES_LIMIT, ratio.end()
    elif money:
        unit = money
    else:
        unit, end = _unit(folded, end, units, limit, high, amount.form)
    if not unit and _is_no_amount(folded, units, start, amount, bool(bound)):
        return None
    period = units.patterns["per"].match(folded, end, limit) if ratio is None else None
    per, end = (units.value("per", period["form"]), period.end()) if period else ("", end)
    if not amount.readable:
        return QuantityExpression(Span(start, end), None, None, unit, per, "", UNREADABLE)
    ends: tuple[float | None, float | None] = {
        "min": (low, None), "max": (None, high), "below": (low * 9 / 10 if low == high else low, high),
        "about": (low * 9 / 10, high * 11 / 10) if low == high else (low, high),
    }.get(bound, (low, high))  # fmt: skip
    return QuantityExpression(Span(start, end), ends[0], ends[1], unit, per, "")


def _is_no_amount(folded: str, units: Units, start: int, amount: Amount, bounded: bool) -> bool:
    """True for years, "(2017)", "the 1718 Committee", and for a number word that no noun follows ("two of them")."""
    if not amount.readable:
        return False
    if units.patterns["not_after"].match(folded, amount.end):
        return True
    if amount.form == "words":
        return amount.low <= 1 or (not bounded and units.patterns["next"].match(folded, amount.end) is None)
    said = folded[start : amount.end]
    enclosed = folded[start - 1 : start] == "(" and folded[amount.end : amount.end + 1] == ")"
    return said.isdigit() and (enclosed or (len(said) == 4 and 1900 <= amount.low < 2070))


def _unit(folded: str, end: int, units: Units, limit: int, high: float, form: str) -> tuple[str, int]:
    """The unit behind an amount (glued, hyphenated, after "of" or up to two adjectives), and where it ends."""
    patterns = units.patterns
    one = form in ("digits", "words") and (high == 1 or (units.decimal == "," and high < 2))
    kinds = ("unit", "unit_one") if one else ("unit",)
    sign = patterns["sign_after"].match(folded, end, limit)
    if sign is not None:
        return units.value("sign", sign["form"]), sign.end()
    at = end
    if folded[end : end + 1] == "-":
        kinds, at = ("unit_one", "unit"), end + 1
    elif (space := patterns["gap"].match(folded, end)) is not None:
        at = space.end()
    for _ in range(3):
        for kind in kinds:
            found = patterns[kind].match(folded, at, limit)
            if found is not None:
                return units.value(kind, found["form"]), found.end()
        filler = patterns["filler"].match(folded, at) if at > end else None
        if filler is None:
            break
        at = filler.end()
    return "", end
