"""The ships that sentences name: a name beside a word for a ship, or behind *aboard*."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.lexicon import Lexicon
from checker.model import Claim, Document
from checker.text import fold
from checker.time_words import month_numbers, weekday_names

_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}(?: (?:[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}|\d{1,3}\b)){0,3}")
_ABOARD = re.compile(r"(?:\baboard(?: the)?|\bon board(?: the)?|\ba bord (?:du|de la|de l'|de))\s*\Z")
_ARTICLE = re.compile(r"^(?:the|an?|les?|la|une?|l') ?(?=\S)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[,«»\"(.;:!?]")
_SKIPPED = frozenset(
    ["the", "a", "an", "le", "la", "l", "les", "un", "une", "du", "named", "called", "nomme", "baptise", *',«»"(']
)
_BEHIND = frozenset(["a", "an", "the", "un", "une", "le", "la", ","])
_NEAR = 48  # code points to either side of a name
_EDGE = re.compile(r"[.!?…]\s|\n")
_WIDEST = 400  # code points of a sentence to either side of its evidence


def ships_of(document: Document, claims: Iterable[Claim], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """For each claim, by its id, the folded names of the ships in the sentences of its evidence."""
    known = _ships(document.text, lexicon)
    if not known:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for claim in claims:
        sentences = [fold(_sentence(document.text, one.start, one.end)).text for one in claim.evidence]
        names = sorted(
            name for name in known if any(re.search(rf"\b{re.escape(name)}\b", text) for text in sentences)
        )
        if names:
            found[claim.id] = tuple(names)
    return found


def _ships(text: str, lexicon: Lexicon) -> frozenset[str]:
    found = set()
    for hit in _NAME.finditer(text):
        name = _ARTICLE.sub("", fold(hit[0]).text)
        before = fold(text[max(hit.start() - _NEAR, 0) : hit.start()]).text
        behind = fold(text[hit.end() : hit.end() + _NEAR]).text
        beside = _ABOARD.search(before) or _ship_before(before, lexicon) or _ship_behind(behind, lexicon)
        if beside and not _is_known(name, lexicon):
            found.add(name)
    return frozenset(found)


def _ship_before(before: str, lexicon: Lexicon) -> bool:
    """True for *the tanker*, *a North Korean ship, the*: nothing but small words and nationalities between it and the name."""
    for word in reversed(_WORD.findall(_without_actors(before, lexicon))[-6:]):
        if _is_ship(word, lexicon):
            return True
        if word not in _SKIPPED:
            return False
    return False


def _ship_behind(behind: str, lexicon: Lexicon) -> bool:
    """True for *, a tanker*, *, navire nord-coréen*."""
    words = _WORD.findall(_without_actors(behind, lexicon))[:5]
    if words[:1] != [","]:
        return False
    for word in words[1:]:
        if _is_ship(word, lexicon):
            return True
        if word not in _BEHIND:
            return False
    return False


def _is_ship(word: str, lexicon: Lexicon) -> bool:
    return any(sense.category == "head" and sense.kind == "ship" for sense in lexicon.word(word))


def _without_actors(folded: str, lexicon: Lexicon) -> str:
    """The words without nationalities: *a north korean ship* -> *a ship*."""
    for hit in lexicon.scan(folded):
        if any(sense.category == "actor" for sense in hit.senses):
            folded = f"{folded[: hit.start]}{' ' * (hit.end - hit.start)}{folded[hit.end :]}"
    return folded


def _is_known(name: str, lexicon: Lexicon) -> bool:
    """True for a party, a place, a month or a weekday, and for a word of the language that only begins a sentence."""
    if lexicon.word(name):
        return True
    if name.split()[0] in month_numbers() or name in weekday_names(lexicon.code):
        return True
    return any(sense.category in ("actor", "place", "calendar") for hit in lexicon.scan(name) for sense in hit.senses)


def _sentence(text: str, start: int, end: int) -> str:
    before = [hit.end() for hit in _EDGE.finditer(text, max(start - _WIDEST, 0), start)]
    after = _EDGE.search(text, end, end + _WIDEST)
    return text[before[-1] if before else max(start - _WIDEST, 0) : after.start() if after else end + _WIDEST]
