"""How far a run has come, on one line of a terminal that is written over: documents, rate, time left."""

from __future__ import annotations

import time
from typing import IO

_FEWEST = 20
"""Runs of fewer inputs end before anybody asks how long they take."""

_EVERY = 0.2
"""Seconds between two writings."""


class Progress:
    """The line of a run over ``total`` documents, 0 where nobody knows how many there are; it shows nothing unless a person
    looks on (``wanted``)."""

    def __init__(self, total: int, stream: IO[str], wanted: bool) -> None:
        self._total, self._stream = total, stream
        self._wanted = wanted and (total >= _FEWEST or not total)
        self._done = self._wide = 0
        self._begun = self._shown = time.monotonic()

    def step(self) -> None:
        """One more document is done."""
        self._done += 1
        now = time.monotonic()
        if self._wanted and self._done >= (0 if self._total else _FEWEST) and now - self._shown >= _EVERY:
            text = progress_line(self._done, self._total, now - self._begun)
            self._stream.write("\r" + text.ljust(self._wide))
            self._stream.flush()
            self._wide, self._shown = len(text), now

    def clear(self) -> None:
        """Give the line free, for something that stays."""
        if self._wide:
            self._stream.write("\r" + " " * self._wide + "\r")
            self._stream.flush()
            self._wide = 0


def progress_line(done: int, total: int, seconds: float) -> str:
    """The words of the line.

    >>> progress_line(120, 5000, 10.0)
    '120 of 5000 documents, 12.0 a second, 6 min 47 s left'
    >>> progress_line(5000, 5000, 10.0)
    '5000 of 5000 documents, 500 a second, 0 s left'
    >>> progress_line(0, 5000, 0.0)
    '0 of 5000 documents'
    >>> progress_line(120, 0, 10.0)
    '120 documents, 12.0 a second'
    """
    if not done or seconds <= 0:
        return f"{done} of {total} documents" if total else f"{done} documents"
    rate = done / seconds
    speed = f"{rate:.0f}" if rate >= 100 else f"{rate:.1f}"
    if not total:
        return f"{done} documents, {speed} a second"
    return f"{done} of {total} documents, {speed} a second, {_duration((total - done) / rate)} left"


def _duration(seconds: float) -> str:
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole % 3600 // 60, whole % 60
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
