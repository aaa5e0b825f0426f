"""Periods as bars under one axis of years: a row a rule for a regime, a row a regime for the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from checker.footnotes import footnotes
from checker.lawbook.page_shapes import ChartView, StretchView, TrackGroup, TrackView, YearView
from checker.lawbook.paragraphs import obliges
from checker.lawbook.places import LIVING, Places, anchor, regime_page
from checker.model import Provision, ProvisionPeriod, Regime
from checker.records import record
from checker.views.page_shapes import Choice
from checker.views.wording import Wording

MARKS = 8
_DAY = timedelta(days=1)
FORCES = ("yes", "disputed", "unconfirmed", "ended", "later")


@record
class Stretch:
    """Days drawn as one bar; ``last_day`` None is the edge of the drawing."""

    first_day: date
    last_day: date | None
    force: str


@record
class Row:
    """A row of a chart before it is placed; ``asks`` of what does not oblige."""

    name: str
    href: str
    hint: str
    asks: bool
    bars: tuple[Stretch, ...]


def stretches(periods: Iterable[ProvisionPeriod], day: date) -> Iterator[Stretch]:
    """The bars of some periods as they look from ``day``; what followed when a renewal was not seen is a bar of its own."""
    for period in periods:
        yield Stretch(period.first_day, period.last_day, _force(period, day))
        if period.note == "unconfirmed" and period.last_day is not None and period.last_day < day:
            yield Stretch(period.last_day + _DAY, None, "unconfirmed")


def regime_chart(rules: Sequence[Provision], day: date, places: Places) -> ChartView | None:
    """A row for each rule of a regime, under its resolution; limbs of one paragraph with the same periods share it."""
    rows = dict.fromkeys((rule.id, rule.periods) for rule in rules)
    if not rows:
        return None
    first = {rule.id: rule for rule in reversed(rules)}
    groups: dict[str, list[Row]] = {}
    for name, periods in rows:
        rule, words = first[name], places.words
        cited = footnotes(rule.resolution, rule.year, rule.paragraph)[words.language == "fr"]
        label = cited.partition(", ")[2].rstrip(".") or words.say("provision.unnumbered.short")
        summary = words.pick(rule.summary, rule.summary_fr).text
        asks = not obliges(held for held in rules if held.id == name)
        row = Row(label, f"#{anchor(name)}", summary, asks, tuple(stretches(periods, day)))
        groups.setdefault(rule.symbol, []).append(row)
    return _chart(groups, day, places.words)


def life_chart(regimes: Sequence[tuple[Regime, Sequence[Provision]]], day: date, places: Places) -> ChartView:
    """A row for each regime: the days on which any of its rules bound, merged."""
    groups: dict[str, list[Row]] = {}
    for regime, rules in regimes:
        found = (stretch for rule in rules for stretch in stretches(rule.periods, day))
        name = places.words.pick(regime.name, regime.name_fr).text
        heading = places.words.say("book.living" if regime.status in LIVING else "book.ended")
        groups.setdefault(heading, []).append(Row(name, regime_page(regime.id), "", False, tuple(merged(found))))
    return _chart(groups, day, places.words)


def merged(found: Iterable[Stretch]) -> list[Stretch]:
    """Bars of several rules as one row: what binds covers what is disputed, that what is unconfirmed, that what ended."""
    edges: set[date] = set()
    bars = list(found)
    for bar in bars:
        edges.add(bar.first_day)
        if bar.last_day is not None:
            edges.add(bar.last_day + _DAY)
    out: list[Stretch] = []
    ordered = sorted(edges)
    for at, first in enumerate(ordered):
        over = [
            bar.force for bar in bars if bar.first_day <= first and (bar.last_day is None or first <= bar.last_day)
        ]
        if not over:
            continue
        last = ordered[at + 1] - _DAY if at + 1 < len(ordered) else None
        force = min(over, key=FORCES.index)
        if out and out[-1].force == force and out[-1].last_day == first - _DAY:
            out[-1] = Stretch(out[-1].first_day, last, force)
        else:
            out.append(Stretch(first, last, force))
    return out


def _force(period: ProvisionPeriod, day: date) -> str:
    if period.first_day > day:
        return "later"
    if period.last_day is not None and period.last_day < day and period.note != "unconfirmed":
        return "ended"
    if period.note == "disputed":
        return "disputed"
    return "unconfirmed" if period.note == "unconfirmed" and period.last_day is None else "yes"


def _chart(groups: Mapping[str, Sequence[Row]], day: date, words: Wording) -> ChartView:
    bars = [bar for rows in groups.values() for row in rows for bar in row.bars]
    first = date(min((bar.first_day for bar in bars), default=day).year, 1, 1)
    last = date(max(day, *(bar.last_day or bar.first_day for bar in bars)).year, 12, 31)
    axis = _Axis(first, last)
    return ChartView(
        years=axis.years(),
        day_x=_percent(axis.at(day)),
        day_words=words.day(day),
        groups=tuple(
            TrackGroup(name, tuple(_track(row, axis, words) for row in rows)) for name, rows in groups.items()
        ),
        forces=tuple(Choice(key, words.say(f"bar.{key}")) for key in FORCES if any(bar.force == key for bar in bars)),
        asks=any(row.asks for rows in groups.values() for row in rows),
    )


def _track(row: Row, axis: _Axis, words: Wording) -> TrackView:
    drawn = []
    for bar in row.bars:
        x, end = axis.at(bar.first_day), axis.at(bar.last_day + _DAY) if bar.last_day else 100.0
        drawn.append(StretchView(_percent(x), _percent(max(end - x, 0.35)), bar.force, bar.last_day is None))
    said = [
        words.say("bar.days", days=words.days(bar.first_day, bar.last_day), force=words.say(f"bar.{bar.force}"))
        for bar in row.bars
    ]
    return TrackView(row.name, row.href, row.hint, row.asks, tuple(drawn), words.say("timeline.between").join(said))


class _Axis:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.length = (last - first).days + 1

    def at(self, day: date) -> float:
        return min(100.0, max(0.0, (day - self.first).days * 100 / self.length))

    def years(self) -> tuple[YearView, ...]:
        span = self.last.year - self.first.year + 1
        step = next(s for s in (1, 2, 5, 10, 20, 50, 1000) if span / s <= MARKS)
        out = []
        for year in range(self.first.year, self.last.year + 1):
            if year % step == 0:
                x = self.at(date(year, 1, 1))
                out.append(YearView(_percent(x), str(year), "start" if x < 3 else "end" if x > 96 else "middle"))
        return tuple(out)


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
