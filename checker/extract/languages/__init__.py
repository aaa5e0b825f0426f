"""The grammar of each language that is read, one module a language, behind one protocol."""

from __future__ import annotations

from functools import cache

from checker.extract.languages import en, fr
from checker.extract.languages.protocol import Grammar

_GRAMMARS: dict[str, Grammar] = {"en": en.GRAMMAR, "fr": fr.GRAMMAR}

READ_LANGUAGES = tuple(_GRAMMARS)


@cache
def grammar_of(code: str) -> Grammar:
    """The grammar of a language that is read; raises KeyError for any other code."""
    return _GRAMMARS[code]
