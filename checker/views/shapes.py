"""What each template receives: one documented class a thing shown; reports/README.md is made from this page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with their language, since a table may lack the reader's."""

    text: Annotated[str, "the words"]
    language: Annotated[str, "code for a lang attribute; empty when it is not known"]


@dataclass(frozen=True, slots=True)
class LabelView:
    """A label of the rule table, in words and as a shape."""

    key: Annotated[str, "the word of the JSON output, such as `alleged_violation`"]
    words: Annotated[str, "the label as people read it"]
    flagged: Annotated[bool, "true for the three labels that make a lead"]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A footnote-like reference at the end of marked words."""

    text: Annotated[str, "the number shown"]
    href: Annotated[str, "where the card is, as a fragment"]
    words: Annotated[str, "what the reference leads to, for assistive technology"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in which the same marks hold; the segments of a passage, joined, are its text."""

    text: Annotated[str, "exact characters of the document (control characters as U+FFFD)"]
    marks: Annotated[tuple[str, ...], "kinds of mark: `lead`, `other`, `denial`, `law`, `unread`"]
    opens: Annotated[tuple[str, ...], "anchors of the marks that begin here"]
    closes: Annotated[tuple[NoteView, ...], "references of the marks that end here"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the document, or what stands between two blocks."""

    kind: Annotated[str, "kind of block: `headline`, `body`, `teaser` ..."]
    dropped: Annotated[str, "why nothing was read here, in words; empty when it was read"]
    segments: Annotated[tuple[Segment, ...], "its text"]
    cut_before: Annotated[bool, "true when text before it is left out (excerpts)"] = False


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Evidence in its sentence, with the exact words marked."""

    segments: Annotated[tuple[Segment, ...], "the context, cut at the marks"]
    href: Annotated[str, "the same words in the text section"]
    cut_before: Annotated[bool, "true when the sentence goes on before"]
    cut_after: Annotated[bool, "true when the sentence goes on after"]
    block: Annotated[str, "where in the page it stands, in words; empty for the body"]


@dataclass(frozen=True, slots=True)
class VoiceView:
    """Somebody who says or denies."""

    name: Annotated[str, "as the text names them"]
    known_as: Annotated[str, "the table's name where it differs; else empty"]
    chain: Annotated[str, "who relays, from the nearest outwards, in words; else empty"]


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One compared element of a provision."""

    name: Annotated[str, "the element in words"]
    state: Annotated[str, "`met`, `missing` or `contradicted`"]
    state_words: Annotated[str, "the state in words"]
    sentence: Annotated[Phrase, "why"]
    said: Annotated[str, "the words of the document"]
    law: Annotated[str, "the words of the rule"]


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One of the readings of a disputed rule."""

    words: Annotated[str, "whether it holds that the rule binds, and who holds it"]
    text: Annotated[Phrase, "the reading"]


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """A provision beside a claim."""

    id: Annotated[str, "`1718:8(b)`"]
    name: Annotated[str, "symbol and paragraph in words"]
    href: Annotated[str, "the official text"]
    summary: Annotated[Phrase, "what it obliges to, in the tables' own words"]
    binding: Annotated[str, "operative verb and what it means"]
    tier: Annotated[str, "how far the row was verified, in words"]
    force: Annotated[str, "key: `yes`, `no`, `partly`, `disputed`, `unconfirmed`, `unknown`"]
    force_words: Annotated[str, "the force over the claim's days, in words"]
    force_why: Annotated[Phrase, "why; empty when it simply binds"]
    readings: Annotated[tuple[ReadingView, ...], "of a disputed rule"]
    role: Annotated[str, "`primary`, `supporting` or `considered`"]
    role_words: Annotated[str, "the role in words"]
    label: Annotated[LabelView, "what this provision alone gives"]
    rule: Annotated[str, "row of the rule table that gave it"]
    addressed: Annotated[str, "whom the rule addresses, in words"]
    bound: Annotated[tuple[str, ...], "which parties of the claim it binds, with their role"]
    reasons: Annotated[tuple[ReasonView, ...], "the elements compared"]


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """A period of a provision, in percent of the drawing's width."""

    x: Annotated[str, "left edge"]
    width: Annotated[str, "width"]
    y: Annotated[int, "top, in pixels"]
    note: Annotated[str, "`disputed`, `unconfirmed` or empty"]
    open: Annotated[bool, "true when it has no last day"]


@dataclass(frozen=True, slots=True)
class TimelineText:
    """A word or year in the drawing."""

    x: Annotated[str, "place in percent"]
    y: Annotated[int, "baseline, in pixels"]
    text: Annotated[str, "the words"]
    anchor: Annotated[str, "`start`, `middle` or `end`"]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Periods of the main provisions with the days of the conduct across them."""

    height: Annotated[int, "of the drawing, in pixels"]
    bars: Annotated[tuple[TimelineBar, ...], "the periods"]
    names: Annotated[tuple[TimelineText, ...], "a provision id above each row"]
    years: Annotated[tuple[TimelineText, ...], "the axis"]
    conduct_x: Annotated[str, "first day of the conduct"]
    conduct_width: Annotated[str, "its length"]
    conduct_name: Annotated[TimelineText, "its caption"]
    words: Annotated[tuple[str, ...], "the same in sentences: the text alternative"]


@dataclass(frozen=True, slots=True)
class ExemptionView:
    """A condition to check before anybody relies on a lead."""

    provision: Annotated[str, "id of the provision it belongs to"]
    condition: Annotated[Phrase, "the condition"]


@dataclass(frozen=True, slots=True)
class CardView:
    """A claim with its finding; a lead when its label is flagged."""

    number: Annotated[int, "its number in the page; leads come first"]
    anchor: Annotated[str, "id of its element: the claim's id"]
    label: Annotated[LabelView, "of the finding"]
    sentence: Annotated[str, "the claim as a sentence"]
    activity: Annotated[str, "the kind of conduct, in words"]
    status: Annotated[str, "how the text vouches for it, in words"]
    quotes: Annotated[tuple[QuoteView, ...], "the evidence, primary first"]
    says: Annotated[tuple[VoiceView, ...], "who says so; empty: the text in its own voice"]
    denies: Annotated[tuple[VoiceView, ...], "who denies"]
    denials: Annotated[tuple[QuoteView, ...], "the words of the denial"]
    days: Annotated[str, "the period in words"]
    days_basis: Annotated[str, "where the period comes from, in words"]
    quantities: Annotated[tuple[str, ...], "amounts as written"]
    places: Annotated[tuple[str, ...], "places as named"]
    rules: Annotated[tuple[ProvisionView, ...], "primary and supporting provisions"]
    considered: Annotated[tuple[ProvisionView, ...], "other provisions held against it"]
    unbound: Annotated[tuple[str, ...], "a sentence for each party that no main provision binds"]
    timeline: Annotated[TimelineView | None, "absent when no main provision has a period"]
    questions: Annotated[tuple[Phrase, ...], "missing elements"]
    exemptions: Annotated[tuple[ExemptionView, ...], "to check"]
    link: Annotated[str, "who links the conduct to law: `article`, `source` or `tool`"]
    link_words: Annotated[str, "the same in words"]
    certainty: Annotated[str, "of the reading, in words"]
    rule: Annotated[str, "row of the rule table"]
    rationale: Annotated[Phrase, "why this label"]


@dataclass(frozen=True, slots=True)
class RuleLink:
    """A provision named with its official address."""

    name: Annotated[str, "symbol and paragraph in words"]
    href: Annotated[str, "the official text; empty when the year is not known"]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class SkippedView:
    """One reason for not checking, with what fell under it."""

    reason: Annotated[str, "in words"]
    amount: Annotated[str, "how many stretches and characters, in words"]
    samples: Annotated[tuple[str, ...], "opening words of a few"]
    details: Annotated[tuple[str, ...], "what the program added"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the manifest."""

    name: Annotated[str, "what"]
    value: Annotated[str, "which"]
    kind: Annotated[str, "`text`, `code` or `link`"] = "text"


@dataclass(frozen=True, slots=True)
class LabelCount:
    """How many claims of a document have a label."""

    label: Annotated[LabelView, "the label"]
    words: Annotated[str, "the count in words"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page receives beside its own view."""

    language: Annotated[str, "of the report"]
    title: Annotated[str, "of the browser tab"]
    tab_language: Annotated[str, "of that title"]
    policy: Annotated[str, "the Content-Security-Policy with the hashes of style and script"]
    style: Annotated[str, "the style sheet"]
    script: Annotated[str, "the script"]
    notices: Annotated[tuple[str, ...], "the four standing notices"]
    known_to: Annotated[str, "day up to which the law is known, in words"]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One document in the index; small, so that thousands fit in memory."""

    order: Annotated[int, "place in the input"]
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
    activities: Annotated[tuple[str, ...], "codes of the leads' activities"]
    regimes: Annotated[tuple[str, ...], "ids of the leads' regimes"]
    note: Annotated[str, "of an error: what happened; of the rest: how many claims were looked at"]


@dataclass(frozen=True, slots=True)
class BarView:
    """A line of a small chart."""

    key: Annotated[str, "code"]
    name: Annotated[str, "in words"]
    width: Annotated[str, "percent of the longest"]
    words: Annotated[str, "the count in words"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a filter."""

    key: Annotated[str, "value"]
    name: Annotated[str, "in words"]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The entry page."""

    leads: Annotated[tuple[IndexRow, ...], "documents with leads"]
    nothing: Annotated[tuple[IndexRow, ...], "read, and no lead found"]
    errors: Annotated[tuple[IndexRow, ...], "could not be read"]
    synthetic: Annotated[bool, "true when every document was written by us"]
    by_activity: Annotated[tuple[BarView, ...], "documents with leads, by kind of conduct"]
    by_regime: Annotated[tuple[BarView, ...], "documents with leads, by regime of the main rule"]
    labels: Annotated[tuple[Choice, ...], "filter"]
    activities: Annotated[tuple[Choice, ...], "filter"]
    regimes: Annotated[tuple[Choice, ...], "filter"]
    languages: Annotated[tuple[Choice, ...], "filter"]
    manifest: Annotated[tuple[Fact, ...], "where all this comes from"]
