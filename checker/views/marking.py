"""Spans of a text -> segments that a page can mark, however they overlap; nothing is searched, nothing is lost."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from checker.model import Block, BlockKind, Document, Skipped
from checker.records import record
from checker.views.shapes import NoteView, Segment

DROPPED = (BlockKind.TEASER, BlockKind.BOILERPLATE)
REACH = 260
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STOP = ".!?…。！？"
_CLOSING = "”»\"’)'"


@record
class Mark:
    """Code points ``start`` to ``end`` (excluded) that a page marks; the anchor it opens, the note it closes."""

    start: int
    end: int
    kind: str
    anchor: str = ""
    note: NoteView | None = None


@record
class Piece:
    """A stretch between two block boundaries; ``kind`` is empty between blocks."""

    start: int
    end: int
    kind: str
    dropped: bool = False


def clean(text: str) -> str:
    """The text with each control character or lone surrogate as U+FFFD: same length, and always valid in a page."""
    return _CONTROL.sub("\ufffd", text)


def line(text: str, longest: int = 300) -> str:
    """A title or name on one line, without marks that turn the direction of writing, cut at ``longest``."""
    flat = " ".join(clean(_BIDI.sub("", text)).split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def cut(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Segments of ``text[start:end]``: joined they give it exactly, and each carries the marks that hold over it.

    A mark that begins before ``start`` opens nothing, one that ends after ``end`` closes nothing, an empty one is
    no mark.
    """
    inside = [m for m in marks if m.start < end and start < m.end and m.start < m.end]
    edges = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    begin: dict[int, list[Mark]] = {}
    stop: dict[int, list[Mark]] = {}
    for mark in inside:
        begin.setdefault(max(mark.start, start), []).append(mark)
        stop.setdefault(min(mark.end, end), []).append(mark)
    held: dict[str, int] = {}
    segments = []
    for low, high in pairwise(edges):
        for mark in begin.get(low, ()):
            held[mark.kind] = held.get(mark.kind, 0) + 1
        segments.append(
            Segment(
                clean(text[low:high]),
                tuple(sorted(kind for kind, n in held.items() if n)),
                tuple(m.anchor for m in begin.get(low, ()) if m.anchor and m.start == low),
                tuple(m.note for m in stop.get(high, ()) if m.note and m.end == high),
            )
        )
        for mark in stop.get(high, ()):
            held[mark.kind] -= 1
    return tuple(segments)


def pieces(document: Document, skipped: Sequence[Skipped]) -> tuple[Piece, ...]:
    """The document from end to end as blocks and what stands between them (blank stretches go).

    Without blocks each line is one piece. A piece is dropped by its kind, or when a skipped span holds all of it.
    """
    blocks = document.blocks or _lines(document.text)
    text, out, at = document.text, [], 0
    for block in (*sorted(blocks, key=lambda b: b.start), Block(BlockKind.BODY, len(text), len(text))):
        if block.start > at and text[at : block.start].strip():
            out.append(Piece(at, block.start, ""))
        if block.end > max(at, block.start) and text[max(at, block.start) : block.end].strip():
            out.append(Piece(max(at, block.start), block.end, block.kind.value))
        at = max(at, block.end)
    spans = sorted((s.start, s.end) for s in skipped)
    reach, ends = 0, []
    for _, stop in spans:
        reach = max(reach, stop)
        ends.append(reach)
    starts = [s for s, _ in spans]

    def gone(piece: Piece) -> bool:
        before = bisect_right(starts, piece.start)
        return piece.kind in DROPPED or (before > 0 and ends[before - 1] >= piece.end)

    return tuple(Piece(p.start, p.end, p.kind, gone(p)) for p in out)


def share(found: Sequence[Piece], marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], ...]:
    """For each piece the marks that touch it, in one pass over both."""
    starts = [p.start for p in found]
    shares: list[list[Mark]] = [[] for _ in found]
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        at = max(bisect_right(starts, mark.start) - 1, 0)
        while at < len(found) and found[at].start < mark.end:
            if mark.start < found[at].end:
                shares[at].append(mark)
            at += 1
    return tuple(tuple(s) for s in shares)


def context(text: str, piece: Piece, start: int, end: int) -> tuple[int, int]:
    """The sentence around ``text[start:end]`` within its piece, at most ``REACH`` code points on either side.

    A stop after one or two letters ("M.", "U.S.") ends no sentence. The result always holds the span.
    """
    low, high = min(piece.start, start), max(piece.end, end)
    left = max(low, start - REACH)
    for at in range(start - 1, left, -1):
        if text[at].isspace() and _ends_sentence(text, at, low):
            left = at + 1
            break
    right = min(high, end + REACH)
    at = end - 1 if end > start and text[end - 1] in _STOP else end
    for after in range(max(at, start), right):
        if text[after] in _STOP and (after + 1 >= high or text[after + 1] in _CLOSING or text[after + 1].isspace()):
            stop = after + 1
            while stop < high and text[stop] in _CLOSING:
                stop += 1
            if stop >= end and (stop >= high or _ends_sentence(text, stop, low)):
                right = stop
                break
    else:
        right = right if right == high else _word_end(text, right, end)
    return _trim(text, left if left == low else _word_start(text, left, start), right, start, end)


def breaks(text: str, piece: Piece, low: int, high: int) -> tuple[bool, bool]:
    """Whether ``text[low:high]`` begins, and ends, inside a sentence of its piece."""
    before = text[piece.start : low].rstrip()
    starts = not before or _ends_sentence(before, len(before), 0)
    ends = not text[high : piece.end].strip() or _ends_sentence(text, high, low)
    return not starts, not ends


def finder(found: Sequence[Piece]) -> Callable[[int, int], Piece]:
    """A function from a span to the piece that holds its start; a span outside every piece is its own."""
    starts = [p.start for p in found]

    def piece(start: int, end: int) -> Piece:
        at = bisect_right(starts, start) - 1
        return found[at] if at >= 0 and start < found[at].end else Piece(start, end, "")

    return piece


def _lines(text: str) -> tuple[Block, ...]:
    out, at = [], 0
    for part in text.split("\n"):
        out.append(Block(BlockKind.BODY, at, at + len(part)))
        at += len(part) + 1
    return tuple(out)


def _ends_sentence(text: str, space: int, low: int) -> bool:
    at = space - 1
    while at >= low and text[at] in _CLOSING:
        at -= 1
    if at < low or text[at] not in _STOP:
        return False
    if text[at] != ".":
        return True
    word = at
    while word > low and text[word - 1].isalpha() and at - word < 3:
        word -= 1
    return at - word > 2 or at == word


def _word_start(text: str, at: int, limit: int) -> int:
    if at == 0 or text[at - 1].isspace():
        return at
    while at < limit and not text[at].isspace():
        at += 1
    return at


def _word_end(text: str, at: int, limit: int) -> int:
    if text[at].isspace():
        return at
    while at > limit and not text[at - 1].isspace():
        at -= 1
    return at


def _trim(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int]:
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return left, right
