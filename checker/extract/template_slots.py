"""The templates of a calendar as patterns: "{day} {month}", "il y a {n} {unit}".

Slots stand in braces, optional letters in square brackets, alternatives in round ones.
"""

from __future__ import annotations

import re

from checker.extract.numerals import joined_words
from checker.extract.word_patterns import EDGE, SPACE, Words, any_form, heads_of, leading_form
from checker.patterns import late

TOKEN = re.compile(r"(?<![^\W_])[a-z0-9]{1,30}")
"""A word or number of a folded text: where a template may begin."""

_PIECES = re.compile(r"(\{[a-z0-9]+\} ?|[\[\]()| ])")
_PLAIN = re.compile(r"(?:\{[a-z0-9]+\}|[\w '|,./()\[\]-])*")
_NAMED = re.compile(r"\(\?P<(\w+)>")
# Optional letters that leave the words beside them whole when they are left out.
_OPTIONAL = re.compile(r"\[[^\w{(\[\]][^\[\]]*\](?= |$|\[|\()|(?<![^ ])\[[^\[\]]* \]")
_GROUP = re.compile(r"\([^()]*\)")
_CHOICE = re.compile(r"[a-z]+|\([a-z]+(?:\|[a-z]+)*\)")
_SLOT = re.compile(r"\{([a-z]+)\}(?:\{yy?\})?")
_YEAR = r"(?:19\d\d|20[0-6]\d)(?!\d|[.,]\d|[/-]\d(?!\d(?!\d)|\d{3}(?!\d))|[/-]\d\d[/-]\d|'s)"


def slot_patterns(words: Words) -> dict[str, str]:
    """The pattern of each slot by its name, for the time words of one language."""
    day = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th|ere|er|e)?(?![.,:/]?\d|\w)"
    joined = f"(?:{SPACE}{any_form(words, 'year_join')})?{SPACE}"
    year = f"(?P<year>{_YEAR})"
    tail = f",?{joined}(?:{year}|(?P<yword>{any_form(words, 'year_word')}))"
    number = any_form(words, "number", "article_number")
    return {
        "day": f"(?P<day>{day})",
        "day2": f"(?P<day2>{day})",
        "ordinal": f"(?P<ordinal>{any_form(words, 'ordinal')})",
        "month": f"(?P<month>{any_form(words, 'month', 'month_weak')})",
        "y": f"(?:{tail})?",
        "yy": tail,
        "year": year,
        "year2": f"(?P<year2>{_YEAR})",
        "short": r"(?P<year2>\d\d)",
        "weekday": f"(?P<weekday>{any_form(words, 'weekday')})",
        "anyday": any_form(words, "weekday", "weekday_short"),
        "which": f"(?P<which>{any_form(words, 'which')})",
        "this": f"(?P<which>{any_form(words, 'this')})",
        "season": f"(?P<season>{any_form(words, 'season')})",
        "quarter": f"(?P<quarter>{any_form(words, 'quarter')})",
        "decade": r"(?P<decade>(?:19|20)\d0)",
        "dword": f"(?P<dword>{any_form(words, 'decade_word')})",
        "decade2": r"(?P<decade>[1-9]0)",
        "one": f"(?P<unit>{any_form(words, 'unit_one')})",
        "many": f"(?P<unit>{any_form(words, 'unit_many')})",
        "unit": f"(?P<unit>{any_form(words, 'unit_one', 'unit_many')})",
        "n": _count(words, number),
        "relative": f"(?P<relative>{any_form(words, 'relative')})",
        "event": f"(?P<event>{any_form(words, 'event')})",
        "iso": r"(?P<iso>\d{4}([/.-])\d{1,2}\2\d{1,2})(?:t[0-9:.+z-]{2,25})?",
        "numeric": r"(?P<numeric>\d{1,2}([/.-])\d{1,2}\2(?:19|20)\d\d)",
    }


def _count(words: Words, number: str) -> str:
    """A count in digits, in words below one hundred, or vague, with the space behind it."""
    count = f"(?P<n>\\d{{1,3}}|{any_form(words, 'vague')}|{joined_words(number, 3)})"
    return f"(?:{leading_form(words, 'approx')})?{count}(?:(?<=')|{SPACE})"


def compile_template(form: str, slots: dict[str, str]) -> re.Pattern[str]:
    """The pattern of a folded template; raises KeyError for an unknown slot and re.error for loose brackets."""
    pieces: list[str] = []
    for piece in _PIECES.split(form):
        name = piece.strip(" {}")
        if piece.startswith("{"):
            # The slot of a count carries its own space, since "une quinzaine d'années" has none.
            pieces.append(slots[name] + ("" if name == "n" or piece.endswith("}") else SPACE))
        else:
            pieces.append({" ": SPACE, "[": "(?:", "(": "(?:", "]": ")?"}.get(piece, piece))
    pattern = "".join(pieces) + EDGE
    return late(lambda: pattern) if _is_sound(form, pattern) else re.compile(pattern)


def _is_sound(form: str, pattern: str) -> bool:
    """True for a template that surely compiles: plain words, brackets in pairs, no slot twice, figures in front."""
    depth = 0
    for char in form:
        depth += (char in "([") - (char in ")]")
        if depth < 0:
            return False
    names = _NAMED.findall(pattern)
    in_place = "\\2" not in pattern or form.startswith(("{iso}", "{numeric}"))
    return depth == 0 and in_place and len(names) == len(set(names)) and _PLAIN.fullmatch(form) is not None


def needed_words(form: str, words: Words) -> tuple[frozenset[str], ...]:
    """Sets of words of which every text that fits the folded template holds one each: where one is wanting, none fits.

    Only words of the template that stand apart from what is beside them count; there may be none.
    """
    found = (_piece_words(piece, words) for piece in _pieces(_OPTIONAL.sub("", form)) if not piece.startswith("{n}"))
    return tuple(one for one in found if one)


def second_words(form: str, words: Words) -> frozenset[str] | None:
    """The words (``#`` for a number in digits) of which one follows the first of a text that fits the folded template.

    None where this cannot be told: where the template begins with a slot or leaves out words.
    """
    pieces = _pieces(form)
    if len(pieces) < 2 or _CHOICE.fullmatch(pieces[0]) is None:
        return None
    heads = {"#" if head[0].isdigit() else head for head in _piece_words(pieces[1], words)}
    return frozenset(heads | {"#"} if pieces[1] == "{n}" else heads) if heads else None


def _pieces(form: str) -> list[str]:
    """A template cut at its spaces; nothing when it leaves out words or holds other than simple alternatives."""
    if not {"[", "]"}.isdisjoint(form) or not {"(", ")", "|"}.isdisjoint(_GROUP.sub("", form)):
        return []
    return _GROUP.sub(lambda group: group.group().replace(" ", "_"), form).split(" ")


def _piece_words(piece: str, words: Words) -> frozenset[str]:
    """The first words of a piece of a template that stands apart; empty when they cannot be told."""
    slot = _SLOT.fullmatch(piece)
    if slot is None:
        return frozenset(piece.strip("()").split("|")) if _CHOICE.fullmatch(piece) else frozenset()
    forms = [form for kind in _kinds_of(slot.group(1), words) for form in words[kind]]
    whole = all(TOKEN.match(one) and "." not in one[:-1] for one in forms)
    return frozenset(heads_of(forms, TOKEN)) if whole else frozenset()


def _kinds_of(slot: str, words: Words) -> tuple[str, ...]:
    """The kinds of word that a slot takes; none for a slot of figures."""
    return {
        "month": ("month", "month_weak"), "anyday": ("weekday", "weekday_short"), "one": ("unit_one",),
        "many": ("unit_many",), "dword": ("decade_word",), "unit": ("unit_one", "unit_many"),
        "n": ("approx", "vague", "number", "article_number"),
    }.get(slot, (slot,) if slot in words else ())  # fmt: skip


def first_words(form: str, words: Words) -> set[str]:
    """The words (``#`` for a number in digits) with which a text that fits the folded template can begin."""
    slot = re.match(r"\{([a-z0-9]+)\}", form)
    if slot is None:
        heads = form[1 : form.index(")")].split("|") if form.startswith("(") else [form]
    else:
        kinds = _kinds_of(slot.group(1), words)
        heads = [head for kind in kinds for head in words[kind]]
        heads += ["1"] if slot.group(1) == "n" or not kinds else []
    return {"#" if head[0].isdigit() else head for head in heads_of(heads, TOKEN)}
