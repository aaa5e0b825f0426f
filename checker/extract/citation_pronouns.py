"""Sentences that go on from the law of the sentence before: "It also forbids", "Elle oblige", "It was extended for a year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checker.extract.citation_patterns import Found
from checker.extract.citation_words import words_of_citations
from checker.patterns import late

_SUBJECT = r"(?:it|they|il|elle|ils|elles|celui-ci|celle-ci|celles-ci|ceux-ci)"
_OPENS = re.compile(rf"\W{{0,3}}{_SUBJECT}(?!\w)")
_LAWS = frozenset({"prohibits", "requires", "caps", "permits", "asks", "institutes", "renews", "ends", "exempts"})


# "It was the General Assembly that banned ...": the pronoun stands for what comes.
_CLEFT = late(r"\W{0,3}it (?:is|was) (?:[\w'-]{1,14} ){1,6}?(?:that|which|who)(?!\w)")


@lru_cache(maxsize=8)
def _shape(language: str) -> re.Pattern[str]:
    words = words_of_citations(language)
    forms = [form for kind in ("law", "law_past") for form, value in words.forms[kind].items() if value in _LAWS]
    verb = "(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + ")"
    return late(rf"\W{{0,3}}(?P<it>{_SUBJECT})(?: (?:[\w'-]{{1,14}})){{0,8}} (?:l'|les? |la )?{verb}(?!\w)")


def goes_on(piece: str) -> bool:
    """True when a sentence begins with a pronoun that may stand for a law of the sentence before."""
    return _OPENS.match(piece) is not None


def find_pronouns(folded: str, start: int, end: int, language: str) -> Iterator[Found]:
    """The pronoun that opens ``folded[start:end]`` with the law word said of it."""
    hit = _shape(language).match(folded, start, end) if _OPENS.match(folded, start, end) else None
    if hit is not None and _CLEFT.match(folded, start, end) is None:
        yield Found(hit.start("it"), hit.end(), "anaphor", (), "it")
