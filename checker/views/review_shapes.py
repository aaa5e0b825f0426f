"""What the templates of the review receive: decisions, where a page stands, what the script of the page works with."""

from __future__ import annotations

from typing import Annotated

from checker.records import record


@record
class CorrectionView:
    """One thing a reviewer corrects."""

    name: Annotated[str, "what"]
    value: Annotated[str, "what the reviewer puts in its place, in words"]


@record
class DecisionView:
    """What one reviewer said of one lead."""

    verdict: Annotated[str, "`accept`, `reject` or `unsure`"]
    words: Annotated[str, "the verdict in words"]
    who: Annotated[str, "name or alias of the reviewer"]
    day: Annotated[str, "the day in words"]
    reason: Annotated[str, "in words; may be empty"]
    note: Annotated[str, "the reviewer's own words; may be empty"]
    corrections: Annotated[tuple[CorrectionView, ...], "what the reviewer puts in place of the program's reading"]
    notices: Annotated[tuple[str, ...], "what has moved since, in sentences"]
    claim: Annotated[str, "the words that were decided on, for a decision without a lead; else empty"]


@record
class DecidedView:
    """What the reviewers made of a lead."""

    state: Annotated[str, "`open`, `accepted`, `rejected`, `unsure` or `split`"]
    words: Annotated[str, "the state in words"]
    by: Annotated[str, "who decided, and when last, in words; empty when nobody's decision counts"]
    decisions: Annotated[tuple[DecisionView, ...], "those that count"]
    lapsed: Annotated[tuple[DecisionView, ...], "those that lapsed and were not made anew"]


@record
class OptionView:
    """An entry of a choice in the controls."""

    key: Annotated[str, "value"]
    name: Annotated[str, "in words"]


@record
class ReviewedRow:
    """A document in the review summary of the index."""

    document: Annotated[str, "its id"]
    href: Annotated[str, "its page"]
    title: Annotated[str, "as the document has it, or its source"]
    state: Annotated[str, "`open`, `part` or `done`"]
    words: Annotated[str, "how far it is, in words"]


@record
class ReviewView:
    """How far a page, or on the index the whole run, was reviewed."""

    key: Annotated[str, "id of the document, or `run`"]
    state: Annotated[str, "empty: no decision was applied; `none` (no lead to decide), `open`, `part` or `done`"]
    words: Annotated[str, "by whom, when, how far; empty when nobody decided"]
    gone: Annotated[tuple[DecisionView, ...], "decisions that fit no lead any more"]
    run: Annotated[str, "digest of the run; the browser keeps decisions under it"]
    data: Annotated[str, "JSON for the script: run, document, leads; on the index the states of the documents"]
    activities: Annotated[tuple[OptionView, ...], "kinds of conduct a reviewer can choose"]
    labels: Annotated[tuple[OptionView, ...], "labels a reviewer can choose"]
    reasons: Annotated[tuple[OptionView, ...], "reasons a reviewer can give"]
    rows: Annotated[tuple[ReviewedRow, ...], "on the index: documents with leads, open ones first, the first hundred"]
    more: Annotated[int, "how many documents are not among them"]


NO_REVIEW = ReviewView("", "", "", (), "", "", (), (), (), (), 0)
"""Of a page that nobody reviews, such as in a test."""
