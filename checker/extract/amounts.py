"""Amounts in a folded text: numbers in digits or words with their scale, groups such as "dozens", intervals of two.

Each function reads at one place. ``limit`` is where the next time begins: digits and number words stop before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from checker.extract.amount_words import Units
from checker.extract.numerals import is_grouped, read_digits, spelt_number
from checker.records import record

_DIGITS = re.compile(r"\d{1,20}(?:[.,' ]\d{1,20}){0,8}(?!\d)")
_MORE = re.compile(r" (\d{1,3}(?: \d{3}){0,2})(?![\w.,])")


@record
class Amount:
    """A number or interval that ends at ``end`` of the folded text.

    ``form``: digits, words, group or range. ``scale``: the "million" in it, which the first of two may share.
    ``readable``: False when digits are there that no reading fits; they say nothing then.
    """

    end: int
    low: float
    high: float
    form: str
    scale: float = 1.0
    readable: bool = True


def amount_with_sign(folded: str, at: int, units: Units, limit: int) -> tuple[Amount | None, str]:
    """An amount and the money whose sign stands before it."""
    sign = units.patterns["sign"].match(folded, at)
    if sign is None:
        return amount_at(folded, at, units, limit), ""
    return amount_at(folded, sign.end(), units, limit, signed=True), units.value("sign", sign["form"])


def amount_at(folded: str, at: int, units: Units, limit: int, signed: bool = False) -> Amount | None:
    """A number in digits or words with its scale, or a group such as "dozens", that ends before ``limit``."""
    patterns = units.patterns
    if folded[at : at + 1].isdigit():
        return _in_digits(folded, at, units, limit, signed)
    group = patterns["group"].match(folded, at, limit)
    spelt = patterns["spelt"].match(folded, at, limit)
    if group is not None and (spelt is None or group.end() >= spelt.end()):
        low, high = (float(part) for part in units.value("group", group["form"]).split("-"))
        return Amount(group.end(), low, high, "group")
    if spelt is None or " ".join(spelt.group().split()) in units.words["article"]:
        return None
    value, scale = _spelt(spelt.group(), units)
    return None if value is None else Amount(spelt.end(), value, value, "words", scale)


def _spelt(words: str, units: Units) -> tuple[float | None, float]:
    """The value of number words with scales and the last scale; no value when a scale stands alone in the plural."""
    total = current = 0.0
    scale = 1.0
    for piece in units.patterns["word"].finditer(words):
        value = units.value("scale", piece.group())
        if not value:
            current += spelt_number(" ".join(piece.group().split()), units.calendar.words)
        elif float(value) < 1000:
            current = (current or 1) * float(value)
        else:
            total, current = total + (current or 1) * float(value), 0.0
        scale = float(value or 1)
    alone = words in units.words["scale"] and words.endswith("s")
    return None if alone else total + current, scale


def _in_digits(folded: str, at: int, units: Units, limit: int, signed: bool) -> Amount | None:
    found = _DIGITS.match(folded, at, limit)
    if found is None:
        return None
    raw = found.group()
    # "3 122mm rockets": the last group belongs to the word behind it.
    if " " in raw and re.match(r"[a-z]", folded[found.end() : found.end() + 1]):
        raw = raw.rpartition(" ")[0]
    if " " in raw and re.match(r"-[a-z]", folded[found.end() : found.end() + 2]) and not is_grouped(raw):
        raw = raw.rpartition(" ")[0]
    end = at + len(raw)
    scaled = units.patterns["scale"].match(folded, end, limit)
    value = read_digits(raw, units.decimal, scaled is not None)
    if value is None and raw.count(".") > 1 and " " not in raw and "," not in raw:
        return None  # "3.2.1" is a version, not a broken amount
    if value is None:
        return Amount(scaled.end() if scaled else end, 0, 0, "digits", readable=False)
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
    return Amount(end, value * scale, value * scale, "digits", scale)


def _added(value: float, scale: float, more: re.Match[str], folded: str, units: Units) -> Amount:
    """ "1 million 200 000" is exact; of "1 million 200" both readings are kept (200, and 200 thousand)."""
    rest = float(more.group(1).replace(" ", ""))
    thousand = units.patterns["scale"].match(folded, more.end())
    if thousand is not None and float(units.value("scale", thousand["form"])) < scale:
        total = value + rest * float(units.value("scale", thousand["form"]))
        return Amount(thousand.end(), total, total, "digits", scale)
    high = value + (max(rest, rest * scale / 1000) if rest < 1000 else rest)
    return Amount(more.end(), value + rest, high, "digits", scale)


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


def joined_amount(folded: str, one: Amount, units: Units, limit: int, opened: bool) -> Amount:
    """Two amounts with a word between them as one interval ("50 to 100", "2 à 3 millions"), else the first alone."""
    link = units.patterns["link"].match(folded, one.end)
    if link is None or not one.readable or (units.value("range_link", link["form"]) == "open" and not opened):
        return one
    two, _ = amount_with_sign(folded, link.end(), units, limit)
    if two is None or not two.readable or (link["form"] == "-" and (one.form, two.form) != ("digits", "digits")):
        return one
    low = one.low * two.scale if one.scale == 1 and one.low < 1000 and one.form == two.form else one.low
    return replace(two, low=low, form="range") if low <= two.high else one
