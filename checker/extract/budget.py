"""How much of one document is read: counted in characters, sentences and words of interest, and never in time.

What a sentence costs grows faster than what it holds, since its words are held against each other; a list of ten thousand
names is no article. What lies beyond is skipped, and said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from checker.model import Skipped, Span

MAX_CHARACTERS = 4_000_000
"""Code points of a document that are looked through: a book of two thousand pages."""
MAX_SENTENCES = 20_000
MOST_HITS = 400
"""Words of interest in a sentence: names, goods, verbs, cues; the sentences of our articles have thirty at most."""
MAX_WORK = 80_000
"""What all sentences together may cost, see ``cost``: some eight thousand that speak of conduct, a report of 300 pages."""
MAX_STATEMENTS = 5_000
"""Statements of conduct, which are held against each other to see which tell of the same."""
_MOST_GAPS = 100
_SQUARE = 25
_BASE = 4


def cost(hits: int) -> int:
    """What it costs to read a sentence with so many words of interest; nothing for a sentence without."""
    return (_BASE + hits * (1 + hits // _SQUARE)) if hits else 0


@dataclass(slots=True)
class Budget:
    """What was read of a document so far and what was left; ``spent`` says why there is an end to it, or nothing."""

    work: int = 0
    sentences: int = 0
    spent: str = ""
    _left: list[Skipped] = field(default_factory=list)
    _since: int = -1

    def within(self, start: int, end: int) -> int:
        """How far a stretch from ``start`` to ``end`` is looked through; ``start`` for not at all."""
        if end > MAX_CHARACTERS:
            self._end(max(start, MAX_CHARACTERS), f"more than {MAX_CHARACTERS} characters")
        return start if self.stops_at(start) else min(end, MAX_CHARACTERS)

    def stops_at(self, at: int) -> bool:
        """True when nothing is read from ``at`` on."""
        return bool(self.spent) and self._since <= at

    def in_number(self, sentences: Iterable[Span]) -> Iterator[Span]:
        """The sentences, as far as their number goes."""
        for span in sentences:
            if self.sentences >= MAX_SENTENCES:
                self._end(span.start, f"more than {MAX_SENTENCES} sentences")
                return
            self.sentences += 1
            yield span

    def affords(self, span: Span, hits: int, statements: int) -> bool:
        """True when a sentence with so many words of interest is read too, after so many statements; its cost is then spent."""
        if hits > MOST_HITS:
            self._gap(span, f"a sentence with more than {MOST_HITS} names, goods and verbs")
        elif self.work + cost(hits) > MAX_WORK:
            self._end(span.start, f"more than {MAX_WORK} units of work")
        elif statements >= MAX_STATEMENTS:
            self._end(span.start, f"more than {MAX_STATEMENTS} statements of conduct")
        else:
            self.work += cost(hits)
            return True
        return False

    def skipped(self, end: int) -> tuple[Skipped, ...]:
        """What was left of a text whose part to be read ends at ``end``, in order and never overlapping."""
        left = tuple(one for one in self._left if not self.spent or one.end <= self._since)
        rest = (Skipped(self._since, max(self._since, end), "budget", self.spent),) if self.spent else ()
        return (*left, *rest)

    def _gap(self, span: Span, why: str) -> None:
        if len(self._left) == _MOST_GAPS:
            self._end(span.start, f"more than {_MOST_GAPS} sentences with too much in them")
        else:
            self._left.append(Skipped(span.start, span.end, "budget", why))

    def _end(self, at: int, why: str) -> None:
        """Nothing is read from ``at`` on; of several such places the first counts."""
        if not self.spent or at < self._since:
            self.spent, self._since = why, at
