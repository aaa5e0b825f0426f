"""Amounts that a text states, as intervals with their unit; a number that cannot be read for sure says so.

Words are rows of ``languages/<code>/units.csv`` (units, scales, groups such as "dozens", bounds such as "more than")
and the number words of ``calendar.csv``. "Dozens" and "des dizaines" are 20 to 100, "hundreds" 200 to 1,000; "une
centaine" and "about 100" are 90 to 110; "nearly 100" is 90 to 100; "more than 100" has no upper end, "up to 100" no
lower one. No amount is converted: tonnes, tons and barrels stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from checker.bundle import folder as data_folder
from checker.errors import TableError
from checker.extract.timing import Calendar, any_form, find_times, leading_form, load_calendar, spelt_number
from checker.model import Span
from checker.tables import Table, read_rows
from checker.text import fold

UNREADABLE = "unreadable"
TIMES_LIMIT = "times_limit"

_SPACE = "(?: {1,3}|\n)"
_EDGE = r"(?!\w)"
_UNIT_EDGE = r"(?!\w|-\w)"
_WORDS = f"(?:[\\w-]{{1,20}}(?:{_SPACE}|'))"
_TOKEN = re.compile(r"(?<![^\W_])[a-z0-9]{1,40}|[$€£¥]")
_DIGITS = re.compile(r"\d{1,20}(?:[.,' ]\d{1,20}){0,8}(?!\d)")
_MORE = re.compile(r" (\d{1,3}(?: \d{3}){0,2})(?![\w.,])")
_KINDS = frozenset(
    {
        "digits", "unit", "unit_one", "sign", "scale", "scale_short", "group", "bound", "multiple", "ratio_word",
        "ceiling", "per", "range_open", "range_link", "of", "article", "not_before", "not_after", "stop",
        "unreadable",
    }
)  # fmt: skip
_NUMERIC = {"scale": 1, "scale_short": 1, "multiple": 1, "group": 2}


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Amount:
    end: int
    low: float
    high: float
    form: str
    scale: float = 1.0
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Units:
    """The words of amounts of one language, and the patterns compiled from them."""

    words: dict[str, dict[str, str]]
    calendar: Calendar
    decimal: str
    starts: frozenset[str]
    patterns: dict[str, re.Pattern[str]]

    def value(self, kind: str, form: str) -> str:
        """The value of a folded form, however its spaces are written."""
        plain = " ".join(form.split())
        return self.words[kind].get(plain, self.words[kind].get(plain + ".", ""))


def load_units(folder: Path, language: str) -> Units:
    """The units of ``language`` in the data folder ``reference``, with its calendar's number words.

    Raises TableError naming file, row and column for an unknown kind, a form given twice, a value that is no number.
    """
    calendar = load_calendar(folder, language)
    words: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    path = folder / "languages" / language / "units.csv"
    for row in read_rows(path, Table("units", ("kind", "form", "value"), ("kind", "form"), ("kind", "form"))):
        kind, form, value = row.text("kind"), fold(row.text("form")).text, row.text("value")
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


def _assembled(words: dict[str, dict[str, str]], calendar: Calendar) -> Units:
    number, scale = any_form(calendar.words, "number"), any_form(words, "scale")
    join = f"(?:-|{_SPACE})(?:(?:and|et){_SPACE})?"
    article = any_form(calendar.words, "article_number")
    ratio = f"{_WORDS}{{0,3}}{any_form(words, 'ceiling')}{_EDGE}"
    stop = f"{any_form(words, 'stop')}{_EDGE}|\\w{{0,3}}'"
    either = f"(?:{number}|{scale})"
    guarded = f"(?<!\\w){any_form(words, 'not_before')}(?:{_SPACE})?(?:\\(|:{_SPACE})?$"
    patterns = {
        "spelt": f"(?:{article}{_SPACE}(?={scale}{_EDGE}))?{either}(?:{join}{either}){{0,8}}{_EDGE}",
        "word": f"{either}{_EDGE}",
        "scale": f"(?:{_SPACE}|-)?(?P<form>{scale}){_EDGE}",
        "short": f"{_SPACE}?(?P<form>{any_form(words, 'scale_short')})(?=$|[^\\w]|[$€£])",
        "group": f"(?P<form>{any_form(words, 'group')}){_EDGE}",
        "bound": f"(?P<form>{leading_form(words, 'bound')})",
        "sign": f"(?P<form>{any_form(words, 'sign')}) ?",
        "sign_after": f"{_SPACE}?(?P<form>{any_form(words, 'sign')})",
        "open": leading_form(words, "range_open"),
        "link": f"{_SPACE}?(?P<form>{any_form(words, 'range_link')}){_SPACE}?",
        "gap": f"{_SPACE}(?:{leading_form(words, 'of')})?",
        "unit": f"(?P<form>{any_form(words, 'unit')}){_UNIT_EDGE}",
        "unit_one": f"(?P<form>{any_form(words, 'unit_one')}){_UNIT_EDGE}",
        "filler": f"\\d{{1,4}}-?mm{_SPACE}|(?!{stop})[^\\W\\d][\\w-]{{1,24}}{_SPACE}",
        "next": f"{_SPACE}(?!{stop})[^\\W\\d]",
        "ratio": f"{_SPACE}{any_form(words, 'ratio_word')}{_SPACE}{ratio}",
        "multiple": f"(?P<form>{any_form(words, 'multiple')}){_SPACE}{ratio}",
        "per": f"[^.,;:!?\\d\n]{{0,40}}?(?<!\\w)(?P<form>{any_form(words, 'per')}){_EDGE}(?! (?:ago|earlier|later))",
        "not_before": guarded,
        "not_after": f"{_SPACE}{any_form(words, 'not_after')}{_EDGE}",
        "unreadable": f"{any_form(words, 'unreadable')}{_EDGE}",
    }
    kinds = ("sign", "group", "bound", "multiple", "range_open", "scale", "unreadable")
    first = [word for kind in kinds for word in words[kind]]
    first += [*calendar.words["number"], *calendar.words["article_number"]]
    heads = {found.group() for word in first if (found := _TOKEN.match(word)) is not None}
    compiled = {name: re.compile(pattern) for name, pattern in patterns.items()}
    return Units(words, calendar, words["digits"]["decimal"], frozenset(heads), compiled)


@lru_cache(maxsize=8)
def _shipped(language: str) -> Units | None:
    folder = data_folder("reference")
    if re.fullmatch("[a-z]{2,3}", language) is None:
        return None
    return load_units(folder, language) if (folder / "languages" / language / "units.csv").is_file() else None


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
    shadow = fold(text)
    said = (time.span for time in find_times(text, language, None, 0, known.calendar))
    times = [Span(shadow.from_source(span.start), shadow.from_source(span.end)) for span in said]
    answer: list[QuantityExpression] = []
    for found in _read_all(shadow.text, known, times):
        span = shadow.to_source(found.span.start, found.span.end)
        moved = Span(span.start + base, span.end + base)
        answer.append(replace(found, span=moved, text=text[span.start : span.end]))
    return tuple(answer)


def _read_all(folded: str, units: Units, times: list[Span]) -> Iterator[QuantityExpression]:
    resume = guarded = place = 0
    for token in _TOKEN.finditer(folded):
        start, word = token.start(), token.group()
        while place < len(times) and times[place].end <= start:
            place += 1
        limit = times[place].start if place < len(times) else len(folded)
        if start < resume or start >= limit or not (word[0].isdigit() or word in units.starts):
            continue
        if word[0].isdigit() and re.search(r"[\w\]][-/._]$|[/#]$|\d[:.,]$|\w-$", folded[max(0, start - 2) : start]):
            continue
        if _is_named(folded, units, start, guarded):
            amount = _amount(folded, start, units, limit)
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
        end = start + len(_TOKEN.match(folded, start).group())  # type: ignore[union-attr]
        return _finished(folded, units, start, _Amount(end, 0, 0, "digits", readable=False), "", "", limit)
    multiple = patterns["multiple"].match(folded, start, limit)
    if multiple is not None:
        times = float(units.value("multiple", multiple["form"]))
        return QuantityExpression(Span(start, multiple.end()), times, times, TIMES_LIMIT, "", "")
    opener = patterns["open"].match(folded, start)
    if opener is not None:
        first, money = _with_sign(folded, opener.end(), units, limit)
        joined = first and _joined(folded, first, units, limit, opened=True)
        if joined is not None and joined is not first:
            return _finished(folded, units, start, joined, "", money, limit)
    grouped = patterns["group"].match(folded, start, limit)
    bound = None if grouped else patterns["bound"].match(folded, start)
    amount, money = _with_sign(folded, bound.end() if bound else start, units, limit)
    if amount is None:
        return None
    amount = _joined(folded, amount, units, limit, opened=False)
    kind = units.value("bound", bound["form"].strip()) if bound else ""
    return _finished(folded, units, start, amount, kind, money, limit)


def _with_sign(folded: str, at: int, units: Units, limit: int) -> tuple[_Amount | None, str]:
    """An amount and the money whose sign stands before it."""
    sign = units.patterns["sign"].match(folded, at)
    if sign is None:
        return _amount(folded, at, units, limit), ""
    return _amount(folded, sign.end(), units, limit, signed=True), units.value("sign", sign["form"])


def _amount(folded: str, at: int, units: Units, limit: int, signed: bool = False) -> _Amount | None:
    """A number in digits or words with its scale, or a group such as "dozens", that ends before ``limit``."""
    patterns = units.patterns
    if folded[at : at + 1].isdigit():
        return _in_digits(folded, at, units, limit, signed)
    group = patterns["group"].match(folded, at, limit)
    spelt = patterns["spelt"].match(folded, at, limit)
    if group is not None and (spelt is None or group.end() >= spelt.end()):
        low, high = (float(part) for part in units.value("group", group["form"]).split("-"))
        return _Amount(group.end(), low, high, "group")
    if spelt is None or " ".join(spelt.group().split()) in units.words["article"]:
        return None
    value, scale = _spelt(spelt.group(), units)
    return None if value is None else _Amount(spelt.end(), value, value, "words", scale)


def _spelt(words: str, units: Units) -> tuple[float | None, float]:
    """The value of number words with scales and the last scale; no value when a scale stands alone in the plural."""
    total = current = 0.0
    scale = 1.0
    for piece in units.patterns["word"].finditer(words):
        value = units.value("scale", piece.group())
        if not value:
            current += spelt_number(" ".join(piece.group().split()), units.calendar)
        elif float(value) < 1000:
            current = (current or 1) * float(value)
        else:
            total, current = total + (current or 1) * float(value), 0.0
        scale = float(value or 1)
    alone = words in units.words["scale"] and words.endswith("s")
    return None if alone else total + current, scale


def _in_digits(folded: str, at: int, units: Units, limit: int, signed: bool) -> _Amount | None:
    found = _DIGITS.match(folded, at, limit)
    if found is None:
        return None
    raw = found.group()
    # "3 122mm rockets": the last group belongs to the word behind it.
    if " " in raw and re.match(r"[a-z]", folded[found.end() : found.end() + 1]):
        raw = raw.rpartition(" ")[0]
    if " " in raw and re.match(r"-[a-z]", folded[found.end() : found.end() + 2]) and not _grouped(raw):
        raw = raw.rpartition(" ")[0]
    end = at + len(raw)
    scaled = units.patterns["scale"].match(folded, end, limit)
    value = read_digits(raw, units.decimal, scaled is not None)
    if value is None and raw.count(".") > 1 and " " not in raw and "," not in raw:
        return None  # "3.2.1" is a version, not a broken amount
    if value is None:
        return _Amount(scaled.end() if scaled else end, 0, 0, "digits", readable=False)
    scale = 1.0
    for _ in range(2):
        if scaled is not None:
            scale, end = scale * float(units.value("scale", scaled["form"])), scaled.end()
            scaled = units.patterns["scale"].match(folded, end, limit)
    if scale == 1.0:
        scale, end = _short_scale(folded, end, units, limit, signed)
    elif (more := _MORE.match(folded, end, limit)) is not None:
        return _added(value * scale, scale, more, folded, units)
    if re.match(r"[^\W\d_]|[:/]\d", folded[end : end + 2]) and not units.patterns["unit"].match(folded, end):
        return None
    return _Amount(end, value * scale, value * scale, "digits", scale)


def _added(value: float, scale: float, more: re.Match[str], folded: str, units: Units) -> _Amount:
    """ "1 million 200 000" is exact; of "1 million 200" both readings are kept (200, and 200 thousand)."""
    rest = float(more.group(1).replace(" ", ""))
    thousand = units.patterns["scale"].match(folded, more.end())
    if thousand is not None and float(units.value("scale", thousand["form"])) < scale:
        total = value + rest * float(units.value("scale", thousand["form"]))
        return _Amount(thousand.end(), total, total, "digits", scale)
    high = value + (rest * scale / 1000 if rest < 1000 else rest)
    return _Amount(more.end(), value + rest, high, "digits", scale)


def _short_scale(folded: str, end: int, units: Units, limit: int, signed: bool) -> tuple[float, int]:
    """The "m" and "bn" of money ("$1.2bn", "3 Md€") or before a unit ("1.2m barrels"); else a metre is no million."""
    short = units.patterns["short"].match(folded, end, limit)
    if short is None:
        return 1.0, end
    after = units.patterns["sign_after"].match(folded, short.end())
    named = folded[short.end() : short.end() + 1] == " " and units.patterns["unit"].match(folded, short.end() + 1)
    if signed or after or named:
        return float(units.value("scale_short", short["form"])), short.end()
    return 1.0, end


def _grouped(raw: str) -> bool:
    return re.fullmatch(r"\d{1,3}(?: \d{3})+", raw) is not None


def read_digits(raw: str, decimal: str, scaled: bool) -> float | None:
    """The number that digits with spaces, points, commas and apostrophes write, or None when that is not sure.

    ``decimal`` is the language's decimal mark. The other language's marks are read where only one reading is left
    ("1,5 million" in English, "1,200,000" in French); one foreign-looking group of three ("1,200" in French) is not.
    """
    if len(raw) > 24 or not raw:
        return None
    group = "." if decimal == "," else ","
    if re.fullmatch(r"\d{1,15}", raw):
        return float(raw)
    tail = f"(?:{re.escape(decimal)}\\d{{1,9}})?"
    for mark in (" ", "'", re.escape(group)):
        if re.fullmatch(f"\\d{{1,3}}(?:{mark}\\d{{3}})+{tail}", raw):
            return float(raw.replace(mark.strip("\\"), "").replace(decimal, "."))
    if re.fullmatch(f"\\d{{1,3}}(?:{re.escape(decimal)}\\d{{3}}){{2,}}", raw):
        return float(raw.replace(decimal, ""))
    one = re.fullmatch(r"(\d{1,15})([.,])(\d{1,9})", raw)
    if one is None:
        return None
    whole, mark, rest = one.groups()
    sure = len(rest) != 3 or whole == "0" or scaled
    native = mark == decimal
    return float(f"{whole}.{rest}") if sure and (native or scaled or decimal == ",") else None


def _joined(folded: str, one: _Amount, units: Units, limit: int, opened: bool) -> _Amount:
    """Two amounts with a word between them as one interval ("50 to 100", "2 à 3 millions"), else the first alone."""
    link = units.patterns["link"].match(folded, one.end)
    if link is None or not one.readable or (units.value("range_link", link["form"]) == "open" and not opened):
        return one
    two, _ = _with_sign(folded, link.end(), units, limit)
    if two is None or not two.readable or (link["form"] == "-" and (one.form, two.form) != ("digits", "digits")):
        return one
    low = one.low * two.scale if one.scale == 1 and one.low < 1000 and one.form == two.form else one.low
    return replace(two, low=low, form="range") if low <= two.high else one


def _finished(
    folded: str, units: Units, start: int, amount: _Amount, bound: str, money: str, limit: int
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


def _is_no_amount(folded: str, units: Units, start: int, amount: _Amount, bounded: bool) -> bool:
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
