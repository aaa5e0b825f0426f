"""A text as the smallest hashes of its runs of words, and how alike two texts are by these (Broder 1997, bottom-k).

Texts of up to ``KEPT`` different runs are compared exactly; of longer ones the likeness is an estimate, which is the same
in every run, since the hash is fixed.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from checker.model import BlockKind, Document
from checker.records import record
from checker.text import fold

KEPT = 128
"""Hashes kept of a text."""

LOOKED_UP = 8
"""Hashes by which a text finds others: of two that share 60 runs in 100, one pair in 1,500 is not found."""

_RUN = 4
_WORD = re.compile(r"[^\W_]+")
_PROSE = (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.QUOTE)
_LEAST = 20  # runs; shorter texts are alike by chance


@record
class Sketch:
    """The smallest hashes of a text, in order, and how many different runs of words it has."""

    hashes: tuple[int, ...]
    size: int


def sketch(document: Document) -> Sketch:
    """The sketch of a document's headline, body and quotes; empty for a text too short to tell it from others."""
    prose = "\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind in _PROSE)
    return sketch_of(_WORD.findall(fold(prose or document.text).text))


def sketch_of(words: list[str]) -> Sketch:
    """The sketch of a list of words, by every run of four."""
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    if len(runs) < _LEAST:
        return Sketch((), 0)
    return Sketch(tuple(sorted(set(map(_hash, runs)))[:KEPT]), len(runs))


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of runs that two texts have in common, of all that either has: 0 to 1."""
    # above the last hash that was kept of a long text nothing is known of it
    known = min((s.hashes[-1] for s in (one, other) if s.size > len(s.hashes)), default=None)
    mine, yours = ({h for h in s.hashes if known is None or h <= known} for s in (one, other))
    either = len(mine | yours)
    return len(mine & yours) / either if either else 0.0


def holds(one: Sketch, other: Sketch) -> float:
    """The share of the shorter text's runs that the longer one has too, as far as their likeness tells: 0 to 1."""
    least = min(one.size, other.size)
    if not least:
        return 0.0
    alike = likeness(one, other)
    return min(1.0, alike / (1 + alike) * (one.size + other.size) / least)


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
