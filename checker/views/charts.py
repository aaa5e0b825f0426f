"""Documents counted over time, as columns of a small drawing; the same in words for those who do not see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Annotated

from checker.records import record
from checker.views.wording import Wording

MOST = 36
HEIGHT = 72


@record
class ColumnView:
    """A stretch of time in the drawing, in percent of its width and pixels of its height."""

    x: Annotated[str, "left edge, in percent"]
    width: Annotated[str, "width, in percent"]
    read_y: Annotated[str, "top of the documents read, in pixels"]
    read_height: Annotated[str, "height of the documents read"]
    lead_y: Annotated[str, "top of those with leads"]
    lead_height: Annotated[str, "height of those with leads"]
    name: Annotated[str, "the stretch in words"]
    words: Annotated[str, "stretch and counts in words"]


@record
class TimeChart:
    """Documents by their day of publication."""

    height: Annotated[int, "of the drawing without its axis, in pixels"]
    columns: Annotated[tuple[ColumnView, ...], "a column a month, quarter, year or more, empty ones too"]
    first: Annotated[str, "the first stretch in words"]
    last: Annotated[str, "the last stretch in words"]
    undated: Annotated[str, "how many have no day, in words; empty when none"]


def time_chart(days: Iterable[tuple[str, bool]], words: Wording) -> TimeChart | None:
    """Columns of documents read, and of those with leads, by ISO day of publication; None when no day is known.

    A column is a month where at most ``MOST`` of them do, else three months, a year, ten years and so on.
    """
    read, lead, undated = Counter[int](), Counter[int](), 0
    for day, leads in days:
        if not day:
            undated += 1
            continue
        month = int(day[:4]) * 12 + int(day[5:7]) - 1
        read[month] += 1
        lead[month] += leads
    if not read:
        return None
    low, high = min(read), max(read)
    size = next(s for s in (1, 3, 12, 120, 1200, 12000) if high // s - low // s < MOST)
    steps = range(low // size, high // size + 1)
    reads = [sum(n for month, n in read.items() if month // size == step) for step in steps]
    leads_ = [sum(n for month, n in lead.items() if month // size == step) for step in steps]
    top, width = max(reads), 100 / len(steps)
    named = [_name(step * size, size, words) for step in steps]
    columns = []
    for i, (name, all_, some) in enumerate(zip(named, reads, leads_, strict=True)):
        read_height, lead_height = _tall(all_, top), _tall(some, top)
        columns.append(
            ColumnView(
                _short(i * width + width * 0.1),
                _short(width * 0.8),
                _short(HEIGHT - read_height),
                _short(read_height),
                _short(HEIGHT - lead_height),
                _short(lead_height),
                name,
                words.say("index.column", when=name, leads=some, n=all_),
            )
        )
    missing = words.say("index.undated", n=undated) if undated else ""
    return TimeChart(HEIGHT, tuple(columns), named[0], named[-1], missing)


def _name(month: int, size: int, words: Wording) -> str:
    first, last = divmod(month, 12), divmod(month + size - 1, 12)
    if size >= 120:
        return words.say("days.whole", first=str(first[0]), last=str(last[0]))
    ends = date(last[0] + (last[1] == 11), (last[1] + 1) % 12 + 1, 1).toordinal() - 1
    return words.days(date(first[0], first[1] + 1, 1), date.fromordinal(ends))


def _tall(n: int, top: int) -> float:
    """At least two pixels for what is there, so that one document among thousands can be seen."""
    return max(2.0, HEIGHT * n / top) if n else 0.0


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
