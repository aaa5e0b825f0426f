"""Patterns made of listed words: one group of all forms, with the spaces and dots that writers leave out.

``words`` is always a table of folded forms by kind, as the calendar and the units of a language hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Words = dict[str, dict[str, str]]
"""Values by folded form by kind."""

SPACE = "(?: {1,3}|\n)"
"""Between two words of one expression: a line may break there, a paragraph may not."""
EDGE = r"(?!\w)"
NOTHING = "(?!)"
"""Matches nowhere: the pattern of a kind without forms."""

_SHORTENED = re.compile(r"\.$")


def any_form(words: Words, *kinds: str) -> str:
    """One group of all forms of ``kinds``, longest first; a shortened form may lack its dot."""
    forms = sorted({form for kind in kinds for form in words[kind]}, key=lambda form: (-len(form), form))
    if not forms:
        return NOTHING
    return "(?:" + "|".join(_SHORTENED.sub(r"\\.?", spaced(form)) for form in forms) + ")"


def spaced(form: str) -> str:
    """The pattern of one form, its words apart by any space of an expression; a dot in it stays a wildcard."""
    return SPACE.join(re.escape(word).replace(r"\.", ".") for word in form.split(" "))


def leading_form(words: Words, kind: str) -> str:
    """The forms as they stand before another word: with a space, unless they end in an apostrophe or hyphen."""
    tight = {form: "" for form in words[kind] if form.endswith(("'", "-"))}
    loose = {form: "" for form in words[kind] if form not in tight}
    return f"(?:{any_form({kind: loose}, kind)}{SPACE}|{any_form({kind: tight}, kind)})"


def value_of(table: dict[str, str], form: str) -> str | None:
    """The value of a form found in a text, however its spaces are written and with or without its dot; else None."""
    plain = " ".join(form.split())
    return table.get(plain, table.get(plain + "."))


def heads_of(forms: Iterable[str], token: re.Pattern[str]) -> set[str]:
    """The first words of ``forms``, as ``token`` cuts them; a form that does not begin with one is left out."""
    return {head.group() for form in forms if (head := token.match(form)) is not None}
