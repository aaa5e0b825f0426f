"""Whom a text credits: the agency of its dateline or last line, and the names it holds, folded so that they compare."""

from __future__ import annotations

import re

from checker.model import Document
from checker.text import fold

_DATELINE = re.compile(r"^[^\n()]{0,60}\(([^()\n\d]{2,40})\) ?(?:--?|[‒–—―]) ", re.MULTILINE)
_FRONT, _END = 1_200, 400
_CREDIT = 60
_BRACKETS = "()[] .*–—-"
_LEAD_IN = re.compile(r"^(?:(?:avec|with|source|via|from|d'apres|by|par)\s*:?\s+)+")
_SMALL = frozenset(
    [
        "the",
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "a",
        "an",
        "de",
        "du",
        "of",
        "and",
        "et",
        "news",
        "agency",
        "agence",
        "newspaper",
        "journal",
    ]
)
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}(?:[ ](?:[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}|(?:du|de la|de|of the|of|des) (?=[A-ZÀ-ÖØ-Þ]))){0,5}"
)
_MOST_NAMES = 64
_MOST_WORDS = 6


def plain_name(name: str) -> str:
    """A name of an outlet or agency as it is compared: ``trident`` of *Trident News Agency*, ``the trident``, *l'agence Trident*."""
    return " ".join(word for word in _WORD.findall(fold(name).text) if word not in _SMALL)


def agencies(document: Document) -> tuple[str, ...]:
    """The agencies that a text credits: in brackets behind the place of its dateline, or alone on its last line."""
    found = [hit[1] for hit in _DATELINE.finditer(document.text[:_FRONT])][:1]
    lines = document.text[-_END:].strip().splitlines()
    last = lines[-1].strip(_BRACKETS) if len(lines) > 1 else ""
    credit = _LEAD_IN.sub("", fold(last).text)
    # a sentence ends in a full stop and runs on; a credit is a name
    if (
        0 < len(last) <= _CREDIT
        and len(credit.split()) <= _MOST_WORDS
        and not lines[-1].rstrip().endswith((".", "!", "?", "»", "”"))
    ):
        found.append(credit)
    return tuple(dict.fromkeys(filter(None, map(plain_name, found))))


def names_in(document: Document) -> tuple[str, ...]:
    """The capitalised names of a text, the first of them, each once: outlets and agencies that it speaks of are among these."""
    names: dict[str, None] = {}
    start = document.blocks[0].start if document.blocks else 0
    for hit in _NAME.finditer(document.text, start):
        name = plain_name(hit[0])
        if len(name) > 3:
            names[name] = None
            if len(names) >= _MOST_NAMES:
                break
    return tuple(names)
