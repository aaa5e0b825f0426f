"""Lines that date an article: a label with a day, a bare day, or a place and a day in front of the first sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.documents.written_days import WrittenDay, find_days
from checker.records import record
from checker.text import fold
from checker.time_words import weekday_names

_LONGEST = 200  # a date line is short, and a dateline stands at the very front
_TOKENS = 12
_FIRST = re.compile(
    r"\b(?:(?:first |originally )?(?:published|posted|issued|released)|publiee?s?|publication|mise? en ligne|parue?"
    r"|parution|diffusee?|date|created|creee?)\b"
)
_UPDATE = re.compile(
    r"\b(?:(?:last )?(?:update[ds]?|modified|edited|revised)|mise? a jour|actualisee?|modifiee?|maj"
    r"|derniere (?:modification|mise a jour))\b"
)
_OTHER = re.compile(
    r"\b(?:photos?|file|archives?|pictured|getty|image|handout|resolution|decision|decree|decret|regulation|reglement|loi)\b"
)
_TOKEN = re.compile(r"[^\W_]+(?:[.'’:-][^\W_]+)*")
# Small words that stand between names, days and hours without making a sentence.
_SMALL_WORDS = """
    a at au aux and avec by d de den der des di du el en et for from in l la le les of on par pour the van von with
    am pm a.m p.m h hour hours heure heures min mins minute minutes local time temps read reading lecture ago il y
    gmt utc est edt bst cet cest ist kst jst msk pst pdt cst
    staff reporter correspondent correspondant correspondante editor redaction agence agences agency agencies
    envoye envoyee special speciale web online desk newsroom service bureau live team equipe
"""
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_CAPITAL}[\w.'’/-]{{0,30}}"
_PLACE = re.compile(
    rf"\(?(?:{_WORD}(?:,? {{1,2}}(?:{_WORD}|de|du|la|le|of|and|et)){{0,5}})?\)?,? {{0,2}}(?:(?:le|on) )?\(?\Z"
)
_AGENCY = r"\((?!\d)[^()\n]{2,40}\)"
_DASH = r"(?:--?|[‒–—―])"
_THEN_PROSE = re.compile(
    rf"\)?[,.]?\s{{0,2}}(?:{_AGENCY}|/[A-Z][\w ./-]{{1,30}}/)?[,.]?\s{{0,2}}{_DASH}\s{{1,3}}(?=\S)"
)
# PARIS (Agency) - ..., WASHINGTON — ...: no day, but no part of the first sentence either.
_UNDATED = re.compile(
    rf"(?:(?:{_WORD}(?:,? {{1,2}}{_WORD}){{0,4}},? {{0,2}})?{_AGENCY}\s{{0,2}}{_DASH}\s{{1,3}}(?=\S)"
    # A speaker of a transcript is written like a place.
    rf"|(?!M(?:RS?|S|ME|LLE|\.)?\b){_CAPITAL}{{2}}[A-ZÀ-ÖØ-Þ .'’-]{{1,30}}\s[–—―]\s{{1,3}}(?=[A-ZÀ-ÖØ-Þ\"“«‘]))"
)
_RANK = ("published", "bare", "updated")


_KEPT = 4_000
"""Code points of a line up to which what it says is kept."""


@record
class DateLine:
    """What a line says of the day; offsets are code points of that line.

    ``kind``: ``published`` (labelled), ``updated`` (labelled), ``bare`` (day, names and hours only) or
    ``dateline`` (in front of a sentence; ``end`` is where the sentence begins). ``written`` is None
    for a dateline without a day.
    """

    kind: str
    written: WrittenDay | None
    end: int


def read_date_line(line: str, language: str = "und") -> DateLine | None:
    """What ``line`` says of the day of its article, or None when it is prose, a caption or something else."""
    return _kept(line, language) if len(line) <= _KEPT else _read(line, language)


@lru_cache(maxsize=128)
def _kept(line: str, language: str) -> DateLine | None:
    """The same, kept: a paragraph is asked for its kind, for its dateline and for the day of its page."""
    return _read(line, language)


def _read(line: str, language: str) -> DateLine | None:
    head = line[:_LONGEST]
    days = find_days(head, language)
    if not days:
        undated = _UNDATED.match(head)
        if undated is not None:
            return DateLine("dateline", None, undated.end())
        return DateLine("updated", None, len(line)) if _is_update_hour(line) else None
    first = days[0].span
    tail = _THEN_PROSE.match(head, first.end)
    if tail is not None and _PLACE.match(head[: first.start]):
        return DateLine("dateline", days[0], tail.end())
    if len(line) > _LONGEST:
        return None
    labels = _labels(line)
    hidden = [(day.span.start, day.span.end) for day in days] + [(start, end) for start, end, _ in labels]
    if not _is_furniture(line, hidden):
        return None
    kinds = [next((kind for _, end, kind in reversed(labels) if end <= day.span.start), "bare") for day in days]
    best = min(range(len(days)), key=lambda index: _RANK.index(kinds[index]))
    return DateLine(kinds[best], days[best], len(line))


def _is_update_hour(line: str) -> bool:
    if len(line) > 60 or not any(map(str.isdigit, line)):
        return False
    labels = _labels(line)
    return bool(labels) and labels[0][0] <= 2 and _is_furniture(line, [(start, end) for start, end, _ in labels])


def _labels(line: str) -> list[tuple[int, int, str]]:
    shadow = fold(line)
    found = [(hit.span(), "published") for hit in _FIRST.finditer(shadow.text)]
    found += [(hit.span(), "updated") for hit in _UPDATE.finditer(shadow.text)]
    spans = [(shadow.to_source(*span), kind) for span, kind in found]
    return sorted((span.start, span.end, kind) for span, kind in spans)


def _is_furniture(line: str, hidden: list[tuple[int, int]]) -> bool:
    """True when nothing is left beside what is ``hidden`` but names, hours and small words."""
    rest = list(line)
    for start, end in hidden:
        rest[start:end] = " " * (end - start)
    left = "".join(rest)
    if _OTHER.search(fold(left).text):
        return False
    tokens = _TOKEN.findall(left)
    if len(tokens) > _TOKENS:
        return False
    small = _small_words()
    return all(token[0].isupper() or token[0].isdigit() or fold(token).text in small for token in tokens)


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    # French writes weekdays without a capital; English ones pass as names.
    return frozenset(_SMALL_WORDS.split()) | weekday_names("fr")
