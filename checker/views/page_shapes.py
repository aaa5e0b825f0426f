"""What a whole page receives: frame, document, index, citations, what was skipped, filters."""

from __future__ import annotations

from typing import Annotated

from checker.records import record
from checker.views.affair_shapes import AffairsOnIndex
from checker.views.card_shapes import CardView
from checker.views.charts import TimeChart
from checker.views.review_shapes import NO_REVIEW, ReviewView
from checker.views.shapes import LabelView, Passage, Phrase, QuoteView, RuleLink


@record
class CitationView:
    """The law as the document states it, held against the tables."""

    number: Annotated[str, "its number in the page, such as `§2`"]
    anchor: Annotated[str, "id of its element"]
    outcome: Annotated[str, "key of the outcome"]
    outcome_words: Annotated[str, "the outcome in words"]
    quote: Annotated[QuoteView, "the words in their sentence"]
    rules: Annotated[tuple[RuleLink, ...], "the provisions that it is, or should be"]
    rationale: Annotated[Phrase, "why"]
    suggestion: Annotated[str, "a likely resolution number; else empty"]


@record
class SkippedView:
    """One reason for not checking, with what fell under it."""

    reason: Annotated[str, "in words"]
    amount: Annotated[str, "how many stretches and characters, in words"]
    samples: Annotated[tuple[str, ...], "opening words of a few"]
    details: Annotated[tuple[str, ...], "what the program added"]


@record
class Fact:
    """A line of the manifest."""

    name: Annotated[str, "what"]
    value: Annotated[str, "which"]
    kind: Annotated[str, "`text`, `code` or `link`"] = "text"


@record
class LabelCount:
    """How many claims of a document have a label."""

    label: Annotated[LabelView, "the label"]
    words: Annotated[str, "the count in words"]
    number: Annotated[int, "the count"]


@record
class Frame:
    """What every page receives beside its own view."""

    language: Annotated[str, "of the report"]
    title: Annotated[str, "of the browser tab"]
    tab_language: Annotated[str, "of that title"]
    base: Annotated[str, "the template that holds the page: `base.html`, or `part.html` inside a single file"]
    prefix: Annotated[str, "before the ids of a page's parts; empty unless many pages share a file"]
    policy: Annotated[str, "the Content-Security-Policy with the hashes of styles and scripts"]
    styles: Annotated[tuple[str, ...], "the style sheets"]
    scripts: Annotated[tuple[str, ...], "the scripts"]
    notices: Annotated[tuple[str, ...], "the four standing notices"]
    home: Annotated[str, "address of the entry page"]
    documents: Annotated[tuple[str, ...], "the pages of documents inside a single file; else none"]
    known_to: Annotated[str, "day up to which the law is known, in words"]
    mark: Annotated[str, "what tells pages of this kind from foreign files: `checker report` or `checker law`"]


@record
class DocumentView:
    """The page of one document."""

    id: Annotated[str, "of the document"]
    title: Annotated[str, "as the document has it, or its source"]
    language: Annotated[str, "code for lang attributes; empty when unknown"]
    language_words: Annotated[str, "the language in words"]
    source: Annotated[str, "file, address or row"]
    published: Annotated[str, "publication day in words"]
    synthetic: Annotated[bool, "true for articles written by us"]
    banners: Annotated[tuple[str, ...], "what a reader must know first: machine translation and the like"]
    leads: Annotated[tuple[CardView, ...], "flagged claims, strongest first"]
    others: Annotated[tuple[CardView, ...], "claims looked at and not flagged"]
    citations: Annotated[tuple[CitationView, ...], "the law as the text states it"]
    passages: Annotated[tuple[Passage, ...], "the text, or only excerpts"]
    excerpts: Annotated[bool, "true when only excerpts are given"]
    skipped: Annotated[tuple[SkippedView, ...], "what was not checked"]
    manifest: Annotated[tuple[Fact, ...], "where all this comes from"]
    review: Annotated[ReviewView, "how far it was reviewed"] = NO_REVIEW


@record
class IndexRow:
    """One document in the index; small, so that thousands fit in memory."""

    order: Annotated[int, "place in the input"]
    id: Annotated[str, "of the document"]
    href: Annotated[str, "its page; empty when it could not be read"]
    title: Annotated[str, "as the document has it, or its source"]
    language: Annotated[str, "code"]
    language_words: Annotated[str, "in words"]
    source: Annotated[str, "file, address or row"]
    day: Annotated[str, "publication day, ISO, for sorting"]
    day_words: Annotated[str, "publication day in words"]
    synthetic: Annotated[bool, "true for articles written by us"]
    group: Annotated[str, "`leads`, `none` or `error`"]
    counts: Annotated[tuple[LabelCount, ...], "claims by label"]
    strongest: Annotated[str, "the first lead as a sentence"]
    says: Annotated[tuple[str, ...], "who says so of it; empty: the text in its own voice"]
    denies: Annotated[tuple[str, ...], "who denies it"]
    activities: Annotated[tuple[str, ...], "codes of the leads' activities"]
    regimes: Annotated[tuple[str, ...], "ids of the leads' regimes"]
    forces: Annotated[tuple[str, ...], "whether the main rules bound on the days, as keys"]
    looked_at: Annotated[int, "how many claims were looked at"]
    note: Annotated[str, "of an error: what happened; of the rest: how many claims were looked at"]
    sourcing: Annotated[tuple[int, ...], "smaller is better sourced: the order of rows, no figure to show"]
    review: Annotated[str, "`open`, `part`, `done`, or empty when there is nothing to decide"] = ""
    copy: Annotated[bool, "true for a text nearly the same as an earlier one"] = False


@record
class BarView:
    """A line of a small chart."""

    key: Annotated[str, "code"]
    name: Annotated[str, "in words"]
    width: Annotated[str, "percent of the longest"]
    words: Annotated[str, "the count in words"]


@record
class Choice:
    """An entry of a filter."""

    key: Annotated[str, "value"]
    name: Annotated[str, "in words"]


@record
class GroupView:
    """One of the three groups of documents, as the first screen shows it."""

    id: Annotated[str, "`leads`, `none` or `error`"]
    title: Annotated[str, "in words"]
    intro: Annotated[str, "what it means; else empty"]
    size: Annotated[int, "how many documents"]
    rows: Annotated[tuple[IndexRow, ...], "the first of them, as many as a screen holds"]


@record
class IndexView:
    """The entry page."""

    groups: Annotated[tuple[GroupView, ...], "with leads, without, not checked"]
    size: Annotated[int, "how many documents in all"]
    thousands: Annotated[str, "what stands between groups of three digits"]
    screen: Annotated[int, "how many rows of a group are shown at once"]
    blank: Annotated[IndexRow, "a row of nothing, from which the script makes rows"]
    data: Annotated[str, "all rows as JSON, inert inside a page"]
    synthetic: Annotated[bool, "true when every document was written by us"]
    over_time: Annotated[TimeChart | None, "documents by publication; nothing when no day is known"]
    by_activity: Annotated[tuple[BarView, ...], "documents with leads, by kind of conduct"]
    by_regime: Annotated[tuple[BarView, ...], "documents with leads, by regime of the main rule"]
    by_force: Annotated[tuple[BarView, ...], "documents with leads, by whether the main rule bound"]
    labels: Annotated[tuple[Choice, ...], "filter"]
    activities: Annotated[tuple[Choice, ...], "filter"]
    regimes: Annotated[tuple[Choice, ...], "filter"]
    forces: Annotated[tuple[Choice, ...], "filter"]
    languages: Annotated[tuple[Choice, ...], "filter"]
    manifest: Annotated[tuple[Fact, ...], "where all this comes from"]
    review: Annotated[ReviewView, "how far the run was reviewed"] = NO_REVIEW
    copies: Annotated[bool, "true when some texts are nearly the same"] = False
    affairs: Annotated[AffairsOnIndex | None, "what several documents tell; nothing when no conduct is told twice"] = None
