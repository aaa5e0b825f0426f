"""Numbers as texts write them: digits with the marks of two languages, and the number words below one hundred."""

from __future__ import annotations

import re

from checker.extract.word_patterns import SPACE, Words

_JOIN = f"(?:-|{SPACE})(?:(?:and|et){SPACE})?"
_LONGEST = 24


def joined_words(word: str, more: int) -> str:
    """The pattern of one number in up to ``more`` + 1 words, each matching ``word``: "twenty-one", "vingt et un"."""
    return f"{word}(?:{_JOIN}{word}){{0,{more}}}"


def spelt_number(spelt: str, words: Words) -> int:
    """The sum that folded number words below one hundred spell; words that are no numbers add nothing.

    ``words`` has the kinds ``number`` and ``article_number`` of a calendar.
    """
    total = 0
    rest = spelt.replace(" ", "-")
    forms = words["number"] | words["article_number"]
    while rest:
        form = max((form for form in forms if (rest + "-").startswith(form + "-")), key=len, default="")
        total += int(forms[form]) if form else 0
        rest = rest[len(form) + 1 :] if form else rest.partition("-")[2]
    return total


def read_digits(raw: str, decimal: str, scaled: bool) -> float | None:
    """The number that digits with spaces, points, commas and apostrophes write, or None when that is not sure.

    ``decimal`` is the language's decimal mark, ``scaled`` says that a word such as "million" follows. The other
    language's marks are read where only one reading is left ("1,5 million" in English, "1,200,000" in French); one
    foreign-looking group of three ("1,200" in French) is not.
    """
    if len(raw) > _LONGEST or not raw:
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


def is_grouped(raw: str) -> bool:
    """True for digits in groups of three with spaces between them."""
    return re.fullmatch(r"\d{1,3}(?: \d{3})+", raw) is not None
