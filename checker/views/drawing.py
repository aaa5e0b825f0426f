"""Small drawings as numbers: when a rule binds and when the conduct is said to have taken place; counts as bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from checker.model import Period, Provision
from checker.views import spans
from checker.views.card_shapes import TimelineBar, TimelineText, TimelineView
from checker.views.page_shapes import BarView
from checker.views.wording import Wording

ROW = 30
TOP = 4
WIDEST = 96.0
YEARS = 6


def timeline(
    provisions: Sequence[tuple[str, Provision]], conduct: Period, as_of: date, words: Wording
) -> TimelineView | None:
    """Periods of named provisions and the conduct's days, placed in percent of the width; the same in sentences.

    The axis runs from the year before the earliest day shown to the year of the later of the conduct's end and
    ``as_of``; conduct whose day is not known is not drawn, and limbs of one paragraph with the same days share a row.
    None when no provision has a period.
    """
    shown = list({(name, p.periods): (name, p) for name, p in provisions if p.periods}.values())
    if not shown:
        return None
    dated = spans.known(conduct)
    acts = (conduct.first_day, conduct.last_day) if dated else (as_of, as_of)
    first = min(acts[0], *(q.first_day for _, p in shown for q in p.periods))
    last = max(acts[1], as_of, *(q.last_day or as_of for _, p in shown for q in p.periods))
    axis = _Axis(date(first.year, 1, 1), date(last.year, 12, 31))
    bars: list[TimelineBar] = []
    names: list[TimelineText] = []
    said: list[str] = []
    for row, (name, provision) in enumerate(shown):
        y = TOP + row * ROW
        start = axis.at(provision.periods[0].first_day)
        names.append(_text(start, y + 10, provision.id))
        stretches = []
        for period in provision.periods:
            x = axis.at(period.first_day)
            end = axis.at(period.last_day or last, whole=True)
            bars.append(
                TimelineBar(_percent(x), _percent(max(end - x, 0.4)), y + 15, period.note, period.last_day is None)
            )
            days = words.days(period.first_day, period.last_day)
            stretches.append(words.say(f"timeline.{period.note}", days=days) if period.note else days)
        said.append(words.say("timeline.rule", rule=name, days=words.say("timeline.between").join(stretches)))
    height = TOP + len(shown) * ROW + 38
    x, end = axis.at(acts[0]), axis.at(acts[1], whole=True)
    said.append(words.say("timeline.conduct", days=spans.conduct_days(conduct, words)))
    return TimelineView(
        height,
        tuple(bars),
        tuple(names),
        axis.years(height - 4),
        _percent(x),
        _percent(max(end - x, 0.3)),
        _text((x + end) / 2, height - 22, words.say("timeline.days"), centred=True) if dated else None,
        tuple(said),
    )


def bars(
    counts: Mapping[str, int], named: Mapping[str, str], words: Wording, longest: int = 12
) -> tuple[BarView, ...]:
    """A bar a key, in the order of its name, since an order by size would be a ranking; the ``longest`` largest."""
    kept = sorted(counts, key=lambda k: (-counts[k], named[k]))[:longest]
    top = max(counts.values(), default=1)
    return tuple(
        BarView(key, named[key], _percent(100 * counts[key] / top), words.say("index.bar", n=counts[key]))
        for key in sorted(kept, key=lambda k: named[k].casefold())
    )


class _Axis:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.length = max((last - first).days, 1)

    def at(self, day: date, whole: bool = False) -> float:
        """The place of a day's beginning (with ``whole``, of its end), from 0 to WIDEST."""
        return min(WIDEST, max(0.0, ((day - self.first).days + whole) * WIDEST / self.length))

    def years(self, y: int) -> tuple[TimelineText, ...]:
        span = self.last.year - self.first.year + 1
        step = next(s for s in (1, 2, 5, 10, 20, 50, 1000) if span / s <= YEARS)
        marks = [y for y in range(self.first.year, self.last.year + 1) if y % step == 0]
        out = []
        for year in marks:
            x = self.at(date(year, 1, 1))
            out.append(TimelineText(_percent(x), y, str(year), "start" if x < 4 else "end" if x > 93 else "middle"))
        return tuple(out)


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(x: float, y: int, text: str, centred: bool = False) -> TimelineText:
    """Words at a place, turned inwards near an edge so that they stay inside the drawing."""
    left, right = (12, 84) if centred else (70, 70)
    return TimelineText(_percent(x), y, text, "start" if x < left else "end" if x > right else "middle")
