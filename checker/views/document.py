"""A result -> the page of its document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from checker.model import (
    BlockKind,
    Certainty,
    Citation,
    Claim,
    Document,
    Evidence,
    Finding,
    Label,
    Provision,
    Result,
    Role,
    Skipped,
)
from checker.views import naming, reasons
from checker.views.cards import Desk, Turns, card, no_turns, quotes
from checker.views.manifest import banners, manifest
from checker.views.marking import Mark, Piece, context, cut, line, pieces, share
from checker.views.page_shapes import CitationView, DocumentView, SkippedView
from checker.views.review_shapes import NO_REVIEW, DecidedView, ReviewView
from checker.views.run import RunInfo
from checker.views.shapes import LabelView, NoteView, Passage
from checker.views.wording import Wording

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ANCHOR = re.compile(r"c-[A-Za-z0-9_-]{1,80}")
_LABELS = tuple(Label)
_CERTAINTY = (Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW)
SAMPLES = 3


def document_view(
    result: Result,
    run: RunInfo,
    words: Wording,
    excerpts: bool = False,
    turns: Turns = no_turns,
    prefix: str = "",
    review: ReviewView = NO_REVIEW,
    decided: Mapping[str, DecidedView] | None = None,
) -> DocumentView:
    """All that the page of a document shows; with ``excerpts``, quotations instead of the whole text.

    ``turns`` gives what would change a finding; ``prefix`` stands before ids where several pages share a file;
    ``decided`` is what reviewers made of its leads, by the claim's id.
    """
    document = result.document
    skipped = tuple(dict.fromkeys((*document.skipped, *result.skipped)))
    found = pieces(document, skipped)
    desk = Desk.of(document, found, run, words, turns, prefix)
    ordered = in_order(result.findings)
    anchors = _anchors(ordered, prefix)
    said = decided or {}
    cards = [
        replace(card(f, i, anchors[i - 1], desk), decided=said.get(f.claim.id)) for i, f in enumerate(ordered, 1)
    ]
    known = {p.id: p for p in provisions_of(result.findings)}
    citations = tuple(_citation(c, i, known, desk) for i, c in enumerate(result.citations, 1))
    marks = [*_claim_marks(ordered, anchors, desk), *_law_marks(result.citations, desk)]
    return DocumentView(
        id=document.id,
        title=title_of(document),
        language=language_of(document),
        language_words=words.language_name(document.language) if language_of(document) else words.say("unknown"),
        source=line(document.source, 400),
        published=words.day(document.published) if document.published else words.say("published.unknown"),
        synthetic=document.synthetic,
        banners=banners(document.notices, words),
        leads=tuple(c for c in cards if c.label.flagged),
        others=tuple(c for c in cards if not c.label.flagged),
        citations=citations,
        passages=_excerpts(desk, marks) if excerpts else _passages(desk, marks, skipped),
        excerpts=excerpts,
        skipped=_skipped(skipped, document, words, excerpts),
        manifest=manifest(document, run, words),
        review=review,
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leads first by the strength of their label, then by certainty, then by place in the text."""
    return tuple(
        sorted(
            findings,
            key=lambda f: (
                not f.label.flagged,
                _LABELS.index(f.label),
                _CERTAINTY.index(f.certainty),
                f.claim.evidence[0].start if f.claim.evidence else 0,
            ),
        )
    )


def provisions_of(findings: Iterable[Finding]) -> tuple[Provision, ...]:
    """Every provision a page names beside a claim, once."""
    return tuple({a.match.provision.id: a.match.provision for f in findings for a in f.assessed}.values())


def unread(findings: Iterable[Finding]) -> frozenset[str]:
    """Ids of the paragraphs that stand beside a claim as its rule and were not read in the official text."""
    return frozenset(
        a.match.provision.id
        for f in findings
        for a in f.assessed
        if a.match.role is not Role.CONSIDERED and not a.match.provision.read_officially
    )


def title_of(document: Document) -> str:
    """The document's title on one line, or its source."""
    return line(document.title) or line(document.source) or document.id


def language_of(document: Document) -> str:
    """A code fit for a lang attribute, or nothing."""
    code = document.language
    return code if _LANGUAGE.fullmatch(code) and code != "und" else ""


def _anchors(ordered: Sequence[Finding], prefix: str) -> tuple[str, ...]:
    """Element ids: the claims' ids, so that an address lasts; a position where an id is unfit or taken."""
    out: dict[str, None] = {}
    for i, finding in enumerate(ordered, 1):
        fit = _ANCHOR.fullmatch(finding.claim.id) and finding.claim.id not in out
        out[finding.claim.id if fit else f"{prefix}claim-{i}"] = None
    return tuple(out)


def _claim_marks(ordered: Sequence[Finding], anchors: Sequence[str], desk: Desk) -> Iterable[Mark]:
    words, at = desk.words, f"{desk.prefix}t-"
    for number, finding in enumerate(ordered, 1):
        claim: Claim = finding.claim
        kind, href = "lead" if finding.label.flagged else "other", f"#{anchors[number - 1]}"
        lead = NoteView(str(number), href, words.say(f"note.{kind}", n=number))
        denial = NoteView(words.say("note.denial.short", n=number), href, words.say("note.denial", n=number))
        for i, evidence in enumerate(claim.evidence):
            yield Mark(evidence.start, evidence.end, kind, f"{at}{number}-{i}", lead)
        for i, evidence in enumerate(claim.denials):
            yield Mark(evidence.start, evidence.end, "denial", f"{at}{number}-d-{i}", denial)


def _law_marks(citations: Sequence[Citation], desk: Desk) -> Iterable[Mark]:
    for i, citation in enumerate(citations, 1):
        note = NoteView(f"§{i}", f"#{desk.prefix}law-{i}", desk.words.say("note.law", n=i))
        yield Mark(citation.start, citation.end, "law", f"{desk.prefix}t-law-{i}-0", note)


def _citation(citation: Citation, number: int, known: dict[str, Provision], desk: Desk) -> CitationView:
    words = desk.words
    evidence = (Evidence(citation.exact, citation.start, citation.end),)
    rationale = reasons.told(citation.rationale, citation.rationale_fr, words)
    return CitationView(
        number=f"§{number}",
        anchor=f"{desk.prefix}law-{number}",
        outcome=citation.outcome.value,
        outcome_words=words.say(f"outcome.{citation.outcome.value}"),
        quote=quotes(evidence, "law", f"{desk.prefix}t-law-{number}", desk)[0],
        rules=tuple(naming.rule_link(p, desk.run.names, known, words) for p in citation.provisions),
        rationale=rationale,
        suggestion=line(citation.suggestion, 160),
    )


def _passages(desk: Desk, marks: Sequence[Mark], skipped: Sequence[Skipped]) -> tuple[Passage, ...]:
    text, words = desk.document.text, desk.words
    reasons = {(s.start, s.end): s.reason for s in skipped}
    partly = [Mark(s.start, s.end, "unread") for s in skipped]
    out = []
    for piece, mine in zip(desk.pieces, share(desk.pieces, [*marks, *partly]), strict=True):
        if piece.dropped:
            reason = reasons.get((piece.start, piece.end), piece.kind or "unread")
            mine = tuple(m for m in mine if m.kind != "unread")
            dropped = words.say("text.dropped", why=words.name("skipped", reason))
        else:
            dropped = ""
        out.append(Passage(piece.kind or "body", dropped, cut(text, piece.start, piece.end, mine)))
    return tuple(out)


def _excerpts(desk: Desk, marks: Sequence[Mark]) -> tuple[Passage, ...]:
    """The sentences that hold a mark, in order, each once."""
    text = desk.document.text
    ranges: list[tuple[int, int, Piece]] = []
    for mark in sorted(marks, key=lambda m: m.start):
        piece = desk.find(mark.start, mark.end)
        low, high = context(text, piece, mark.start, mark.end)
        if ranges and low <= ranges[-1][1] and ranges[-1][2] == piece:
            ranges[-1] = (ranges[-1][0], max(high, ranges[-1][1]), piece)
        elif high > (low := max(low, ranges[-1][1] if ranges else 0)):
            ranges.append((low, high, piece))
    found = [Piece(low, high, piece.kind) for low, high, piece in ranges]
    out, at = [], 0
    for piece, mine in zip(found, share(found, marks), strict=True):
        gap = bool(text[at : piece.start].strip())
        out.append(Passage(piece.kind or BlockKind.BODY.value, "", cut(text, piece.start, piece.end, mine), gap))
        at = max(at, piece.end)
    return tuple(out)


def _skipped(
    skipped: Sequence[Skipped], document: Document, words: Wording, excerpts: bool
) -> tuple[SkippedView, ...]:
    groups: dict[str, list[Skipped]] = {}
    for one in skipped:
        groups.setdefault(one.reason, []).append(one)
    out = []
    for reason, members in groups.items():
        size = sum(max(min(m.end, len(document.text)) - m.start, 0) for m in members)
        opening = [line(document.text[m.start : min(m.end, m.start + 400)], 80) for m in members[:SAMPLES]]
        out.append(
            SkippedView(
                reason=words.name("skipped", reason),
                amount=words.say("skipped.amount", n=len(members), size=words.say("characters", n=size)),
                samples=() if excerpts else tuple(s for s in opening if s),
                details=tuple(dict.fromkeys(line(m.detail, 200) for m in members if m.detail)),
            )
        )
    return tuple(out)


def label_counts(findings: Sequence[Finding], words: Wording) -> tuple[tuple[LabelView, int], ...]:
    """Claims by flagged label, in the order of the labels."""
    counts = [(label, sum(f.label is label for f in findings)) for label in _LABELS if label.flagged]
    return tuple((naming.label_view(label, words), n) for label, n in counts if n)
