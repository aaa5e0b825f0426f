"""The words of amounts of a language: the rows of ``languages/<code>/units.csv`` and the patterns made of them.

They are units, scales ("million"), groups ("dozens"), bounds ("more than") and what stands beside them; the number
words are those of ``calendar.csv``.
"""

from __future__ import annotations

import re
from pathlib import Path

from checker.errors import TableError
from checker.extract.calendar import Calendar, load_calendar
from checker.extract.numerals import joined_words
from checker.extract.word_patterns import EDGE, SPACE, Words, any_form, heads_of, leading_form, value_of
from checker.patterns import late
from checker.records import record
from checker.tables import Table, read_rows
from checker.text import fold_each

TOKEN = re.compile(r"(?<![^\W_])[a-z0-9]{1,40}|[$€£¥]")
"""A word, number or sign of a folded text: where an amount may begin."""

_UNIT_EDGE = r"(?!\w|-\w)"
_SOME_WORDS = f"(?:[\\w-]{{1,20}}(?:{SPACE}|'))"
_KINDS = frozenset(
    {
        "digits", "unit", "unit_one", "sign", "scale", "scale_short", "group", "bound", "multiple", "ratio_word",
        "ceiling", "per", "range_open", "range_link", "of", "article", "not_before", "not_after", "stop",
        "unreadable",
    }
)  # fmt: skip
_NUMERIC = {"scale": 1, "scale_short": 1, "multiple": 1, "group": 2}


@record
class Units:
    """The words of amounts of one language, and the patterns compiled from them."""

    words: Words
    calendar: Calendar
    decimal: str
    starts: frozenset[str]
    patterns: dict[str, re.Pattern[str]]

    def value(self, kind: str, form: str) -> str:
        """The value of a folded form of ``kind``, however its spaces are written; empty when it has none."""
        return value_of(self.words[kind], form) or ""


def load_units(folder: Path, language: str, calendar: Calendar | None = None) -> Units:
    """The units of ``language`` in the data folder ``reference``, with its calendar's number words.

    ``calendar`` is that of the same folder, where it is loaded already. Raises TableError naming file, row and column for an unknown kind, a form given twice, a value that is no number.
    """
    calendar = calendar or load_calendar(folder, language)
    words: Words = {kind: {} for kind in _KINDS}
    path = folder / "languages" / language / "units.csv"
    rows = list(read_rows(path, Table("units", ("kind", "form", "value"), ("kind", "form"), ("kind", "form"))))
    for row, form in zip(rows, fold_each(row.text("form") for row in rows), strict=True):
        kind, value = row.text("kind"), row.text("value")
        if kind not in words:
            raise row.fault("kind", f"'{kind}' is not a kind of word for amounts: {', '.join(sorted(_KINDS))}")
        if not form or form in words[kind]:
            raise row.fault("form", f"'{form}' is empty or stands twice under {kind}")
        if kind in _NUMERIC and not re.fullmatch("-".join([r"\d{1,20}(?:\.\d{1,3})?"] * _NUMERIC[kind]), value):
            raise row.fault("value", f"'{value}' is not a number, or an interval such as 20-100")
        words[kind][form] = value
    if words["digits"].get("decimal") not in (".", ","):
        raise TableError("units.csv: the row 'digits,decimal' must say whether a comma or a point is decimal")
    return _assembled(words, calendar)


def _assembled(words: Words, calendar: Calendar) -> Units:
    number, scale = any_form(calendar.words, "number"), any_form(words, "scale")
    article = any_form(calendar.words, "article_number")
    ratio = f"{_SOME_WORDS}{{0,3}}{any_form(words, 'ceiling')}{EDGE}"
    stop = f"{any_form(words, 'stop')}{EDGE}|\\w{{0,3}}'"
    either = f"(?:{number}|{scale})"
    guarded = f"(?<!\\w){any_form(words, 'not_before')}(?:{SPACE})?(?:\\(|:{SPACE})?$"
    patterns = {
        "spelt": f"(?:{article}{SPACE}(?={scale}{EDGE}))?{joined_words(either, 8)}{EDGE}",
        "word": f"{either}{EDGE}",
        "scale": f"(?:{SPACE}|-)?(?P<form>{scale}){EDGE}",
        "short": f"{SPACE}?(?P<form>{any_form(words, 'scale_short')})(?=$|[^\\w]|[$€£])",
        "group": f"(?P<form>{any_form(words, 'group')}){EDGE}",
        "bound": f"(?P<form>{leading_form(words, 'bound')})",
        "sign": f"(?P<form>{any_form(words, 'sign')}) ?",
        "sign_after": f"{SPACE}?(?P<form>{any_form(words, 'sign')})",
        "open": leading_form(words, "range_open"),
        "link": f"{SPACE}?(?P<form>{any_form(words, 'range_link')}){SPACE}?",
        "gap": f"{SPACE}(?:{leading_form(words, 'of')})?",
        "unit": f"(?P<form>{any_form(words, 'unit')}){_UNIT_EDGE}",
        "unit_one": f"(?P<form>{any_form(words, 'unit_one')}){_UNIT_EDGE}",
        "filler": f"\\d{{1,4}}-?mm{SPACE}|(?!{stop})[^\\W\\d][\\w-]{{1,24}}{SPACE}",
        "next": f"{SPACE}(?!{stop})[^\\W\\d]",
        "ratio": f"{SPACE}{any_form(words, 'ratio_word')}{SPACE}{ratio}",
        "multiple": f"(?P<form>{any_form(words, 'multiple')}){SPACE}{ratio}",
        "per": f"[^.,;:!?\\d\n]{{0,40}}?(?<!\\w)(?P<form>{any_form(words, 'per')}){EDGE}(?! (?:ago|earlier|later))",
        "not_before": guarded,
        "not_after": f"{SPACE}{any_form(words, 'not_after')}{EDGE}",
        "unreadable": f"{any_form(words, 'unreadable')}{EDGE}",
    }
    kinds = ("sign", "group", "bound", "multiple", "range_open", "scale", "unreadable")
    first = [word for kind in kinds for word in words[kind]]
    first += [*calendar.words["number"], *calendar.words["article_number"]]
    heads = frozenset(heads_of(first, TOKEN))
    compiled = {name: late(pattern) for name, pattern in patterns.items()}
    return Units(words, calendar, words["digits"]["decimal"], heads, compiled)
