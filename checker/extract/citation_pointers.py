"""Citing words that lean on what the text said before: a bare number, "the earlier one", "another resolution"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checker.extract.citation_patterns import Found
from checker.extract.citation_words import words_of_citations
from checker.model import Cited
from checker.patterns import late
from checker.records import record

_LOOKS_LIKE_A_YEAR = range(1900, 2101)
_UNITS = (
    r"(?:km|kg|m|mm|kilomet\w+|miles?|tons?|tonnes?|barrels?|barils?|people|persons?|personnes?|men|women|hommes|femmes|soldiers?|soldats?"
    r"|troops|workers?|ouvriers?|dollars?|euros?|deaths?|morts|days?|jours|years?|ans|lots?|ships?|navires?|rounds?|obus|times|fois|million"
    r"|committee|panel|sanctions|list|regime|monitor\w*|experts?|liste)(?!\w)"
)
_BARE = late(rf"(?<![\w.,/$€£#-])(?P<n>\d{{3,4}})(?![\w/%°]|[.,:]\d| ?[-–]\d| {_UNITS})")
# What a text does: "the earlier one banned" points to a resolution, "la première livraison" to none.
_DOES = (
    r" (?:did|was|is|had|has|only|bans?|bans|bar(?:s|red)|banned|requires?|required|forb\w+|prohibit\w*|oblige[sd]?|cap(?:s|ped)|ordered|outlaw\w*|tells?|told"
    r"|ne |n'|se |s'|a |avait |interdi\w+|impos\w+|oblig\w+|proscri\w+|plafonn\w+|exig\w+|limit\w+|banni\w+|port\w+|fix\w+|prohib\w+|ordonn\w+|defend\w*)"
)
_SHORT = re.compile(r"(?<!\w)(?:la|the) \d{4}|[\d)] of \d{4}")
_PLAIN = re.compile(r"(?<!\w)(?:under|la|breach(?:es)?|violates?) $")


@record
class _Shapes:
    """The patterns of one language: an article before a number, words that choose among those cited, one more text."""

    short: re.Pattern[str]
    pointer: re.Pattern[str]
    another: re.Pattern[str]


@lru_cache(maxsize=8)
def _shapes(language: str) -> _Shapes:
    any_of = words_of_citations(language).any
    return _Shapes(
        late(
            rf"(?<!\w)(?:la (?P<n>\d{{4}})(?![\w/%°]|[.,]\d| {_UNITS})|the (?P<n2>\d{{4}}) (?:text|resolution|framework|rulebook)(?!\w)"
            rf"|(?<=\d of )(?P<n3>\d{{4}})(?![\w/%°]|[.,]\d| {_UNITS})|(?<=\) of )(?P<n4>\d{{4}})(?![\w/%°]|[.,]\d| {_UNITS}))"
        ),
        late(rf"{any_of('pointer')}(?={_DOES})"),
        late(rf"{any_of('another')} (?:{any_of('resolution')}|{any_of('text')})"),
    )


def find_pointers(folded: str, start: int, end: int, language: str, known: frozenset[int]) -> Iterator[Found]:
    """The words in ``folded[start:end]`` that cite by pointing; ``known`` are the numbers cited before them.

    A number that may be a year, and one without an article, count only when it was cited before.
    """
    shapes, words = _shapes(language), words_of_citations(language)
    for hit in shapes.short.finditer(folded, start, end) if _SHORT.search(folded, start, end) else ():
        number = int(hit[hit.lastgroup or 0])
        paragraph = hit["n3"] or hit["n4"]
        if paragraph and not words.occurs(folded, max(start, hit.start() - 40), hit.start(), "unit"):
            continue
        if number in known or number not in _LOOKS_LIKE_A_YEAR:
            yield _numbered(hit.start(), hit.end(), number)
    for hit in _BARE.finditer(folded, start, end) if known else ():
        number = int(hit["n"])
        before = folded[max(start, hit.start() - 10) : hit.start()]
        plain = number not in _LOOKS_LIKE_A_YEAR or _PLAIN.search(before) is not None
        if number in known and plain:
            yield _numbered(hit.start(), hit.end(), number)
    if len(known) > 1 and words.occurs(folded, start, end, "pointer"):
        for hit in shapes.pointer.finditer(folded, start, end):
            yield Found(hit.start(), hit.end(), "anaphor", (), words.value("pointer", hit.group()))
    if words.occurs(folded, start, end, "another"):
        for hit in shapes.another.finditer(folded, start, end):
            yield Found(hit.start(), hit.end(), "act", (Cited(""),), "another")


def _numbered(start: int, end: int, number: int) -> Found:
    return Found(start, end, "number", (Cited("", number),), "short")
