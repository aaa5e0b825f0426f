"""Sentences of a block, as spans of the document's text."""

from __future__ import annotations

import re
from itertools import pairwise

import sentencex

from checker.model import Span

# Sentencex splits after these; what follows them is nearly always the same sentence.
_JOIN = re.compile(
    r"(?:^|[\s(«“\"'’])(?:M|MM|Mme|Mlle|Me|Dr|Mr|Mrs|Ms|St|Ste|Gen|Gén|Col|Lt|Sgt|Sen|Rep|Gov|Prof|Pr|art|al|par|para|paras|rés|res|op|"
    r"no|No|nos|p|pp|vol|ch|fig|env|approx|cf|ann|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|janv|févr|juil|oct|nov|déc|U\.S|U\.N|U\.K|N)\.\s*$"
)
_MAX_SENTENCE = 4000
"""Longer stretches are cut at a space, so that work stays linear whatever the text."""


def split_sentences(text: str, start: int, end: int, language: str) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]``, without outer blanks, in order and never overlapping.

    A line break followed by a list mark or by a blank line ends a sentence.
    """
    spans: list[Span] = []
    for piece in _paragraphs(text, start, end):
        block = text[piece.start : piece.end]
        at = 0
        carried: int | None = None
        for sentence in sentencex.segment(language, block):
            found = block.find(sentence, at)
            if found < 0:
                continue
            first = found if carried is None else carried
            at = found + len(sentence)
            if _JOIN.search(sentence[-12:]) and at < len(block):
                carried = first
                continue
            carried = None
            for begin, stop in _at_whole_words(block, first, at):
                for low, high in _inside_a_quote(block, begin, stop, language):
                    spans.extend(_trimmed(text, piece.start + low, piece.start + high))
        rest = carried if carried is not None else at
        spans.extend(_trimmed(text, piece.start + rest, piece.end))
    return tuple(spans)


# Sentencex takes these for abbreviations in the middle of a sentence.
_WHOLE_WORD = re.compile(r"(?<!\w)(?:May|etc)\.[\"”’»)]{0,2}\s+(?=[\"“‘«(]?\s?[A-ZÀ-Ý])")


def _at_whole_words(block: str, first: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut where a sentence ends with *May*, which is no abbreviation."""
    edges = [first, *(hit.end() for hit in _WHOLE_WORD.finditer(block, first, end)), end]
    return [(low, high) for low, high in pairwise(edges) if low < high]


_QUOTE = re.compile(r"\s*[«“][^«»“”]*[»”]\s*")
_END_INSIDE = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Ý])")


def _inside_a_quote(block: str, first: int, end: int, language: str) -> list[tuple[int, int]]:
    """The sentences of a quotation that stands alone between its marks; anything else is one sentence."""
    if _QUOTE.fullmatch(block, first, end) is None:
        return [(first, end)]
    cuts = [
        hit.end() for hit in _END_INSIDE.finditer(block, first, end) if not _JOIN.search(block[first : hit.end()])
    ]
    edges = [first, *cuts, end]
    return list(pairwise(edges))


def _paragraphs(text: str, start: int, end: int) -> list[Span]:
    pieces: list[Span] = []
    at = start
    for cut in re.finditer(r"\n[ \t]*(?:\n|(?=[-*•–—]\s))", text[start:end]):
        pieces.append(Span(at, start + cut.start()))
        at = start + cut.end()
    pieces.append(Span(at, end))
    return pieces


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    out: list[Span] = []
    while end - start > _MAX_SENTENCE:
        cut = text.rfind(" ", start, start + _MAX_SENTENCE)
        cut = cut if cut > start else start + _MAX_SENTENCE
        out.append(Span(start, cut))
        start = cut
    if start < end:
        out.append(Span(start, end))
    return out
