"""Whose words stand between quotation marks, over sentences and paragraphs, closed or not (typology P13)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.model import Speaker, Statement, Status

_MARKS = re.compile(r"[«»“”„\"]|\n[^\S\n]*\n")
_OPENING = frozenset("«“„")
_SHORTEST = 25
"""Characters below which quoted words are no speech of their own: scare quotes, titles, names."""
_BESIDE = 3
"""Characters between a quotation and the sentence before it, or the paragraph in which it goes on."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words from ``start`` to ``end`` of a document, marks included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Speakers named at ``at`` outside of all quotation marks, in the sentence from ``start`` to ``end``."""

    at: int
    start: int
    end: int
    speakers: tuple[Speaker, ...]


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in order; one that no mark closes ends with its paragraph.

    A straight mark opens where none is open. A paragraph that begins with an opening mark while the one before is
    unclosed goes on with the same speech, and is a quotation of its own.
    """
    found: list[Quotation] = []
    opened = -1
    for mark in _MARKS.finditer(text):
        sign = mark.group()
        if sign[0] == "\n":
            if opened >= 0:
                found.append(Quotation(opened, mark.start()))
            opened = -1
        elif opened < 0 and (sign in _OPENING or sign == '"'):
            opened = mark.start()
        elif opened >= 0 and sign not in ("«", "„"):
            found.append(Quotation(opened, mark.end()))
            opened = -1
    return tuple(one for one in found if one.end - one.start >= _SHORTEST)


def holds(quotations: Sequence[Quotation], at: int) -> Quotation | None:
    """The quotation in which an offset lies, or None."""
    place = bisect_right(quotations, at, key=_start_of) - 1
    return quotations[place] if place >= 0 and at < quotations[place].end else None


def _start_of(quoted: Quotation) -> int:
    return quoted.start


def give_voices(
    statements: Sequence[Statement], quotations: Sequence[Quotation], heard: Sequence[Heard]
) -> tuple[Statement, ...]:
    """The statements, those without a voice that stand within a quotation given that of whoever speaks it."""
    if not quotations or not heard:
        return tuple(statements)
    voices = _voices(quotations, heard)
    out: list[Statement] = []
    for one in statements:
        place = bisect_right(quotations, one.evidence.start, key=_start_of) - 1
        inside = place >= 0 and one.evidence.start < quotations[place].end
        speakers = voices[place] if inside else ()
        out.append(_spoken(one, speakers) if speakers and not one.speakers else one)
    return tuple(out)


def _voices(quotations: Sequence[Quotation], heard: Sequence[Heard]) -> list[tuple[Speaker, ...]]:
    """Who speaks each quotation: named in the sentence that closes or opens it, else in the one before, else as before.

    ``heard`` is in the order of its sentences, which do not overlap.
    """
    voices: list[tuple[Speaker, ...]] = []
    starts, ends = [one.start for one in heard], [one.end for one in heard]
    for place, quoted in enumerate(quotations):
        ended = heard[bisect_left(ends, quoted.end - 1) : bisect_left(starts, quoted.end)]
        begun = heard[bisect_right(ends, quoted.start) : bisect_right(starts, quoted.start)]
        before = heard[bisect_left(ends, quoted.start - _BESIDE) : bisect_right(ends, quoted.start)]
        closing = [one for one in ended if one.at >= quoted.end]
        opening = [one for one in begun if one.at < quoted.start]
        near = closing[:1] or opening[-1:] or before[-1:]
        if near:
            voices.append(near[0].speakers)
        elif place and quoted.start - quotations[place - 1].end <= _BESIDE:
            voices.append(voices[-1])
        else:
            voices.append(())
    return voices


def _spoken(statement: Statement, speakers: tuple[Speaker, ...]) -> Statement:
    ends = {one.id for one in (statement.giver, statement.taker) if one is not None}
    if statement.status is Status.ASSERTED and not ends & {one.id for one in speakers}:
        return replace(statement, speakers=speakers, status=Status.ALLEGED, modality=min(statement.modality, 3))
    return replace(statement, speakers=speakers) if statement.status is not Status.DENIED else statement
