"""What whole pages of the law receive: charts, regimes, the rules of a day, the texts that forbid nothing."""

from __future__ import annotations

from typing import Annotated

from checker.lawbook.shapes import ResolutionView
from checker.records import record
from checker.views.card_shapes import ReadingView
from checker.views.page_shapes import Choice, Fact
from checker.views.shapes import Phrase


@record
class StretchView:
    """A bar of a chart, in percent of its width."""

    x: Annotated[str, "left edge"]
    width: Annotated[str, "width"]
    force: Annotated[str, "`yes`, `ended`, `later`, `disputed` or `unconfirmed`"]
    open: Annotated[bool, "true when it has no end"]


@record
class TrackView:
    """A row of a chart."""

    name: Annotated[str, "what it is about"]
    href: Annotated[str, "where to read of it"]
    hint: Annotated[str, "more words for the name; may be empty"]
    asks: Annotated[bool, "true when the Council asks or recalls and does not oblige"]
    stretches: Annotated[tuple[StretchView, ...], "its bars"]
    words: Annotated[str, "the same in a sentence: the text alternative"]


@record
class TrackGroup:
    """Rows of a chart under a heading."""

    name: Annotated[str, "the heading; may be empty"]
    tracks: Annotated[tuple[TrackView, ...], "the rows"]


@record
class YearView:
    """A year of the axis."""

    x: Annotated[str, "place in percent"]
    text: Annotated[str, "the year"]
    anchor: Annotated[str, "`start`, `middle` or `end`"]


@record
class ChartView:
    """Rows of periods under one axis of years."""

    years: Annotated[tuple[YearView, ...], "the axis"]
    day_x: Annotated[str, "place of the day of the page"]
    day_words: Annotated[str, "that day in words"]
    groups: Annotated[tuple[TrackGroup, ...], "the rows"]
    forces: Annotated[tuple[Choice, ...], "the kinds of bar in it, for the key"]
    asks: Annotated[bool, "true when some rows only ask or recall"]


@record
class TierCount:
    """How many paragraphs have a tier."""

    key: Annotated[str, "the tier"]
    words: Annotated[str, "the tier in words"]
    n: Annotated[int, "how many"]
    x: Annotated[str, "left edge of its bar, in percent"]
    width: Annotated[str, "width of its bar, in percent"]


@record
class RegimeRow:
    """A regime in the index."""

    id: Annotated[str, "of the regime"]
    href: Annotated[str, "its page"]
    name: Annotated[str, "in words"]
    status: Annotated[str, "key of the status"]
    status_words: Annotated[str, "the status in words"]
    years: Annotated[str, "from the first day of a rule to the last, in years"]
    committee: Annotated[str, "the Council's committee; may be empty"]
    bound: Annotated[str, "how many rules bind, or may bind, on the day of the page, in words"]
    asked: Annotated[str, "how many requests and reminders there are beside them, in words; empty for none"]
    held: Annotated[str, "how many paragraphs are held, in words"]
    tiers: Annotated[tuple[TierCount, ...], "by tier"]


@record
class IndexPage:
    """The entry page of the tables."""

    living: Annotated[tuple[RegimeRow, ...], "regimes with measures that bind, or may bind"]
    ended: Annotated[tuple[RegimeRow, ...], "regimes that have ended"]
    none: Annotated[tuple[RegimeRow, ...], "what people take for a regime"]
    chart: Annotated[ChartView, "a row a regime"]
    tiers: Annotated[tuple[TierCount, ...], "all paragraphs by tier"]
    held: Annotated[str, "how many paragraphs, in words"]
    bound: Annotated[str, "how many rules bind, or may bind, on the day of the page, in words"]
    asked: Annotated[str, "how many requests and reminders there are beside them, in words"]
    day: Annotated[str, "the day of the page, in words"]
    facts: Annotated[tuple[Fact, ...], "where all this comes from"]


@record
class TextView:
    """A text that people cite and that forbids nothing."""

    name: Annotated[str, "symbol, with its paragraph"]
    adopted: Annotated[str, "year or day; may be empty"]
    body: Annotated[str, "who adopted it"]
    why: Annotated[str, "why it forbids nothing, in words"]
    summary: Annotated[Phrase, "what it says"]
    source: Annotated[str, "where it was seen"]
    source_host: Annotated[str, "the site where it was seen"]
    note: Annotated[str, "what the tables add, in English"]


@record
class RegimePage:
    """The page of a regime."""

    row: Annotated[RegimeRow, "as in the index"]
    day: Annotated[str, "the day of the page, in words"]
    targets: Annotated[tuple[str, ...], "the parties under the measures"]
    note: Annotated[str, "what the tables add, in English"]
    readings: Annotated[tuple[ReadingView, ...], "where States dispute that its rules bind"]
    chart: Annotated[ChartView | None, "a row a rule; nothing without a rule"]
    resolutions: Annotated[tuple[ResolutionView, ...], "with their paragraphs"]
    texts: Annotated[tuple[TextView, ...], "what is cited against these parties and forbids nothing"]
    facts: Annotated[tuple[Fact, ...], "where all this comes from"]


@record
class DayRow:
    """A rule on the page of a day."""

    name: Annotated[str, "symbol and paragraph in words"]
    href: Annotated[str, "where to read of it"]
    id: Annotated[str, "`1718:8(b)`"]
    kind: Annotated[str, "prohibition, obligation, request ... in words"]
    asks: Annotated[bool, "true when the Council asks or recalls and does not oblige"]
    force: Annotated[str, "key of its force on the day of the page; `no` when it does not bind"]
    force_words: Annotated[str, "the force in words"]
    summary: Annotated[Phrase, "what it says"]
    tier: Annotated[str, "key of the tier"]
    tier_words: Annotated[str, "the tier in words"]
    spans: Annotated[str, "its periods, limb by limb, for the script that filters by day"]


@record
class DayGroup:
    """The rules of a regime on the page of a day."""

    name: Annotated[str, "the regime in words"]
    href: Annotated[str, "its page"]
    bound: Annotated[int, "how many of the rows bind, or may bind"]
    rows: Annotated[tuple[DayRow, ...], "all its rules, those that do not bind among them"]


@record
class DayPage:
    """What was in force on a chosen day."""

    iso: Annotated[str, "the day, ISO"]
    day: Annotated[str, "the day in words"]
    known_to: Annotated[str, "the day up to which the law is known, ISO"]
    bound: Annotated[str, "how many of the rows bind, or may bind, or ask"]
    groups: Annotated[tuple[DayGroup, ...], "the rules by regime, living regimes first"]
    forces: Annotated[tuple[Choice, ...], "the words of each force, for the script"]


@record
class TextGroup:
    """Texts that forbid nothing for one reason."""

    why: Annotated[str, "the reason, in words"]
    texts: Annotated[tuple[TextView, ...], "the texts"]


@record
class TextsPage:
    """Texts that people cite and that forbid nothing."""

    groups: Annotated[tuple[TextGroup, ...], "by the reason why they forbid nothing"]
