"""What the card of a claim receives: rules, reasons, the drawing of days, exemptions."""

from __future__ import annotations

from typing import Annotated

from checker.records import record
from checker.views.review_shapes import DecidedView
from checker.views.shapes import LabelView, Phrase, QuoteView, VoiceView
from checker.views.turns import TurnView


@record
class ReasonView:
    """One compared element of a provision."""

    name: Annotated[str, "the element in words"]
    state: Annotated[str, "`met`, `missing`, `contradicted`, or `open` for a day on which nobody can say"]
    state_words: Annotated[str, "the state in words"]
    sentence: Annotated[Phrase, "why"]
    said: Annotated[str, "the words of the document"]
    law: Annotated[str, "the words of the rule"]


@record
class ReadingView:
    """One of the readings of a disputed rule."""

    words: Annotated[str, "whether it holds that the rule binds, and who holds it"]
    text: Annotated[Phrase, "the reading"]


@record
class ProvisionView:
    """A provision beside a claim."""

    id: Annotated[str, "`1718:8(b)`"]
    name: Annotated[str, "symbol and paragraph in words"]
    href: Annotated[str, "the official text"]
    summary: Annotated[Phrase, "what it obliges to, in the tables' own words"]
    binding: Annotated[str, "operative verb and what it means"]
    tier: Annotated[str, "how far the row was verified, in words"]
    footnotes: Annotated[
        tuple[Phrase, ...], "the paragraph as a footnote of the United Nations, in English and French"
    ]
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


@record
class TimelineBar:
    """A period of a provision, in percent of the drawing's width."""

    x: Annotated[str, "left edge"]
    width: Annotated[str, "width"]
    y: Annotated[int, "top, in pixels"]
    note: Annotated[str, "`disputed`, `unconfirmed` or empty"]
    open: Annotated[bool, "true when it has no last day"]


@record
class TimelineText:
    """A word or year in the drawing."""

    x: Annotated[str, "place in percent"]
    y: Annotated[int, "baseline, in pixels"]
    text: Annotated[str, "the words"]
    anchor: Annotated[str, "`start`, `middle` or `end`"]


@record
class TimelineView:
    """Periods of the main provisions with the days of the conduct across them."""

    height: Annotated[int, "of the drawing, in pixels"]
    bars: Annotated[tuple[TimelineBar, ...], "the periods"]
    names: Annotated[tuple[TimelineText, ...], "a provision id above each row"]
    years: Annotated[tuple[TimelineText, ...], "the axis"]
    conduct_x: Annotated[str, "first day of the conduct"]
    conduct_width: Annotated[str, "its length"]
    conduct_name: Annotated[
        TimelineText | None, "its caption; nothing when the day is not known, and then it is not drawn"
    ]
    words: Annotated[tuple[str, ...], "the same in sentences: the text alternative"]


@record
class ExemptionView:
    """A condition to check before anybody relies on a lead."""

    provision: Annotated[str, "id of the provision it belongs to"]
    condition: Annotated[Phrase, "the condition"]


@record
class BoundView:
    """A party that the main rules bind, with the role in which they bind it."""

    words: Annotated[str, "party and role"]
    rules: Annotated[str, "by which of the main rules, in words; empty when by all of them"]


@record
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
    more_rules: Annotated[int, "how many of the rules support the main ones"]
    considered: Annotated[tuple[ProvisionView, ...], "other provisions held against it"]
    bound: Annotated[tuple[BoundView, ...], "which parties the main rules bind, each once"]
    unbound: Annotated[tuple[str, ...], "a sentence for each party that no main provision binds"]
    timeline: Annotated[TimelineView | None, "absent when no main provision has a period"]
    questions: Annotated[tuple[Phrase, ...], "missing elements"]
    exemptions: Annotated[tuple[ExemptionView, ...], "to check"]
    turns: Annotated[tuple[TurnView, ...], "single differences that would give another label"]
    link: Annotated[str, "who links the conduct to law: `article`, `source` or `tool`"]
    link_words: Annotated[str, "the same in words"]
    certainty: Annotated[str, "of the reading, in words"]
    rule: Annotated[str, "row of the rule table"]
    rationale: Annotated[Phrase, "why this label"]
    claim: Annotated[str, "the claim's id, as in results.jsonl"] = ""
    decided: Annotated[DecidedView | None, "what reviewers made of it; nothing when nobody decided"] = None
