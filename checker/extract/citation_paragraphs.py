"""The paragraphs and annexes that stand with a citation, as the tables write them."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.extract.citation_patterns import LETTERS, MOST, Found, Patterns
from checker.extract.citation_words import CitationWords
from checker.model import Cited
from checker.patterns import late

NUMLET = late(rf"(\d{{1,2}})(?!\d)([a-h](?!\w))?({LETTERS})")
_WINDOW = 110
_OPERATIVE = re.compile(r"op\d")


def has_paragraphs(folded: str, start: int, end: int, words: CitationWords) -> bool:
    """False when nothing in the stretch can be the number of a paragraph or an annex."""
    return words.occurs(folded, start, end, "unit", "annex") or _OPERATIVE.search(folded, start, end) is not None


def paragraphs(annex: str, folded: str, words: CitationWords) -> tuple[Cited, ...]:
    """The paragraphs that words such as "paragraphs 6 to 9" or "annex b, paragraph 4 (a)" name, as the tables write them.

    An annex without a letter stays without one.
    """
    letter = annex.replace("(", " ").rstrip(" )").split(" ")[-1].upper()
    prefix = f"Annex {letter}" if len(letter) == 1 else "Annex" if annex else ""
    numbers: list[str] = []
    last_end, last = 0, 0
    for hit in NUMLET.finditer(folded):
        number = int(hit[1])
        between = folded[last_end : hit.start()].strip(" ,")
        letters = (hit[2] or "",) if hit[2] else tuple(re.findall("[a-z]+", hit[3]))
        if numbers and (between == "-" or between in words.forms["to"]) and last < number <= last + MOST:
            numbers.extend(str(step) for step in range(last + 1, number))
        numbers.append(str(number) + "".join(f"({letter})" for letter in letters))
        last_end, last = hit.end(), number
    if not numbers and folded:
        spelt = (words.value(kind, word) for word in folded.split() for kind in ("ordinal", "cardinal"))
        numbers = [value for value in spelt if value][:1]
    return tuple(Cited("", paragraph=f"{prefix} {one}".strip()) for one in numbers) or (Cited("", paragraph=prefix),)


def with_paragraphs(found: Found, folded: str, start: int, end: int, shapes: Patterns, words: CitationWords) -> Found:
    """The same words with the paragraphs that stand before or after a number or a word that points back."""
    if found.kind not in ("number", "anaphor") or not has_paragraphs(folded, start, end, words):
        return found
    low = max(start, found.start - _WINDOW)
    match = shapes.paragraph_before.search(folded, low, found.start)
    if match is not None:
        annex = match["annex"] or match["annex2"] or match["annex3"] or ""
        found = replace(found, start=match.start())
    else:
        match = shapes.paragraph_after.match(folded, found.end, end)
        if match is None:
            return found
        annex = match["annex"] or match["annex2"] or ""
        found = replace(found, end=match.end())
    subs = paragraphs(annex, match["sub"] or match["sub2"] or "", words)
    inner = match["inner"] if "inner" in match.re.groupindex else ""
    if inner and len(subs) == 1:
        letters = "".join(f"({letter})" for letter in reversed(re.findall(r"([a-z]{1,4})\)", inner)))
        subs = (replace(subs[0], paragraph=subs[0].paragraph + letters),)
    numbered = [one for one in found.cited if one.number is not None]
    if len(numbered) == 1:
        found = replace(found, cited=tuple(replace(numbered[0], paragraph=one.paragraph) for one in subs))
    elif not found.cited:
        found = replace(found, cited=subs)
    return found
