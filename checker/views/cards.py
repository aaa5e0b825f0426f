"""A finding -> the card of its claim: what is said, by whom, under which rule, what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from checker.model import (
    Assessed,
    BlockKind,
    Claim,
    Document,
    Evidence,
    Exemption,
    Finding,
    Force,
    Role,
)
from checker.records import record
from checker.views import naming, reasons, spans
from checker.views.card_shapes import BoundView, CardView, ExemptionView, ProvisionView, ReadingView
from checker.views.drawing import timeline
from checker.views.marking import Mark, Piece, breaks, context, cut, finder, line
from checker.views.run import RunInfo
from checker.views.shapes import Phrase, QuoteView
from checker.views.turns import Turn, turn_views
from checker.views.wording import Wording

Turns = Callable[[Finding], Sequence[Turn]]
"""What gives the differences that would change a finding."""

_HEADING = re.compile(r"#{1,6} +")
_ORDER = (Role.PRIMARY, Role.SUPPORTING, Role.CONSIDERED)
MAX_CONSIDERED = 12


def no_turns(finding: Finding) -> tuple[Turn, ...]:
    """For a page that does not say what would change a finding."""
    return ()


@record
class Desk:
    """What the cards of one page share: the document, its pieces, the run, the words."""

    document: Document
    pieces: tuple[Piece, ...]
    run: RunInfo
    words: Wording
    find: Callable[[int, int], Piece]
    glossary: Mapping[str, str]
    turns: Turns
    prefix: str

    @classmethod
    def of(
        cls, document: Document, found: tuple[Piece, ...], run: RunInfo, words: Wording, turns: Turns, prefix: str
    ) -> Desk:
        """A desk whose ``find`` gives the piece of a span; ``prefix`` stands before the ids of the page."""
        return cls(document, found, run, words, finder(found), reasons.glossary(run.names, words), turns, prefix)


def card(finding: Finding, number: int, anchor: str, desk: Desk) -> CardView:
    """The card of a finding; it is a lead when the label is flagged."""
    claim, words, names = finding.claim, desk.words, desk.run.names
    ordered = sorted(finding.assessed, key=lambda a: (_ORDER.index(a.match.role), -a.match.score))
    main = [a for a in ordered if a.match.role is not Role.CONSIDERED]
    activity = naming.activity_of(finding)
    kind = "lead" if finding.label.flagged else "other"
    drawn = timeline([(_name(a, words), a.match.provision) for a in main[:4]], claim.period, desk.run.as_of, words)
    statuses = dict.fromkeys((claim.status, *(s.status for s in claim.statements)))
    return CardView(
        number=number,
        anchor=anchor,
        label=naming.label_view(finding.label, words),
        sentence=naming.sentence(claim, names, words, activity),
        activity=naming.activity_name(activity, names, words),
        status=words.listing([words.say(f"status.{s.value}") for s in statuses]),
        quotes=quotes(claim.evidence, kind, f"{desk.prefix}t-{number}", desk),
        says=naming.speakers(claim.speakers, names, words),
        denies=naming.deniers(claim.denied_by, names, words),
        denials=quotes(claim.denials, "denial", f"{desk.prefix}t-{number}-d", desk),
        days=spans.conduct_days(claim.period, words),
        days_basis=words.name("basis", claim.period.basis),
        quantities=tuple(dict.fromkeys(line(q.text, 120) for q in claim.quantity if q.text)),
        places=tuple(dict.fromkeys(naming.place_name(p, names, words) for p in claim.places)),
        rules=tuple(provision_view(a, claim, desk) for a in main),
        more_rules=sum(a.match.role is Role.SUPPORTING for a in main),
        considered=tuple(provision_view(a, claim, desk) for a in ordered[len(main) :][:MAX_CONSIDERED]),
        bound=_bound(claim, main, desk),
        unbound=_unbound(claim, main, desk),
        timeline=drawn,
        questions=_questions(finding, words),
        exemptions=_exemptions(finding.exemptions, words),
        turns=turn_views(desk.turns(finding), main[0].match.provision if main else None, words),
        link=finding.legal_link_by.value,
        link_words=_link(finding, desk),
        certainty=words.say(f"certainty.{finding.certainty.value}"),
        rule=finding.rule,
        rationale=reasons.told(finding.rationale, finding.rationale_fr, words),
        claim=claim.id,
    )


def quotes(found: Sequence[Evidence], kind: str, anchor: str, desk: Desk) -> tuple[QuoteView, ...]:
    """Each evidence in its sentence, those of one sentence together, with the exact words marked.

    The number signs that make a line a heading in Markdown stay out.
    """
    out: list[QuoteView] = []
    groups: list[tuple[int, int, Piece, int, list[Mark]]] = []
    text = desk.document.text
    for i, evidence in enumerate(found):
        piece = desk.find(evidence.start, evidence.end)
        low, high = context(text, piece, evidence.start, evidence.end)
        low += len(heading[0]) if (heading := _HEADING.match(text, low, evidence.start)) else 0
        mark = Mark(evidence.start, evidence.end, kind)
        for at, (left, right, _, first, marks) in enumerate(groups):
            if left < high and low < right:
                groups[at] = (min(left, low), max(right, high), piece, first, [*marks, mark])
                break
        else:
            groups.append((low, high, piece, i, [mark]))
    for low, high, piece, first, marks in groups:
        block = "" if piece.kind in ("", BlockKind.BODY.value) else desk.words.say(f"block.{piece.kind}")
        page = desk.document.page_at(low)
        if page is not None:
            told = desk.words.say("evidence.page", n=page)
            block = f"{block}, {told}" if block else told
        before, after = breaks(text, piece, low, high)
        out.append(QuoteView(cut(text, low, high, marks), f"#{anchor}-{first}", before, after, block))
    return tuple(out)


def provision_view(assessed: Assessed, claim: Claim, desk: Desk) -> ProvisionView:
    """A provision beside a claim, with its force over the claim's days and the elements compared."""
    match, words, names = assessed.match, desk.words, desk.run.names
    provision, force = match.provision, match.force
    changes = force.day is not None and force.force in (Force.PARTLY, Force.UNCONFIRMED)
    return ProvisionView(
        id=provision.id,
        name=_name(assessed, words),
        href=naming.official(provision.resolution, provision.year),
        summary=reasons.told(provision.summary, provision.summary_fr, words),
        binding=words.say(f"binding.{provision.binding.value}"),
        tier=words.say(f"tier.{provision.tier.value}"),
        footnotes=naming.footnote_phrases(provision.resolution, provision.year, provision.paragraph),
        force=force.force.value,
        force_words=words.say(f"force.{force.force.value}{'.day' if changes else ''}", day=force.day),
        force_why=reasons.force_why(assessed, claim, words),
        readings=tuple(
            ReadingView(
                words.say(
                    "reading.holds" if r.holds else "reading.fails",
                    who=words.listing(
                        [words.with_article(h, naming.actor_name(h, h, names, words)) for h in r.held_by]
                    ),
                ),
                reasons.told(r.text, r.text_fr, words),
            )
            for r in force.readings
        ),
        role=match.role.value,
        role_words=words.say(f"rule.{match.role.value}"),
        label=naming.label_view(assessed.label, words),
        rule=assessed.rule,
        addressed=naming.addressed(provision, names, words),
        bound=naming.bound_words(match.bound, provision, claim, names, words),
        reasons=tuple(reasons.reason_view(r, assessed, claim, desk.glossary, words) for r in match.reasons),
    )


def _name(assessed: Assessed, words: Wording) -> str:
    provision = assessed.match.provision
    return naming.provision_name(provision.resolution, provision.year, provision.paragraph, words)


def _bound(claim: Claim, main: Sequence[Assessed], desk: Desk) -> tuple[BoundView, ...]:
    """Each party with its role, once; with the rules that bind it where not every main rule does."""
    first = [a for a in main if a.match.role is Role.PRIMARY]
    by: dict[str, list[str]] = {}
    for one in first:
        provision = one.match.provision
        for party in naming.bound_words(one.match.bound, provision, claim, desk.run.names, desk.words):
            by.setdefault(party, []).append(_name(one, desk.words))
    return tuple(
        BoundView(party, "" if len(rules) == len(first) else desk.words.listing(rules)) for party, rules in by.items()
    )


def _unbound(claim: Claim, main: Sequence[Assessed], desk: Desk) -> tuple[str, ...]:
    """A sentence for each party that no main provision binds; none when there is no main provision."""
    bound = {b.rpartition(":")[2] for a in main for b in a.match.bound}
    parties = {p.id: p for p in (claim.giver, claim.taker, claim.actor, claim.counterparty) if p}
    if not main:
        return ()
    names, words = desk.run.names, desk.words
    return tuple(
        words.say(
            "card.unbound.other" if names.states and p.id not in names.states else "card.unbound",
            who=naming.actor_name(p.id, p.name or p.text, names, words),
        )
        for p in parties.values()
        if p.id not in bound
    )


def _questions(finding: Finding, words: Wording) -> tuple[Phrase, ...]:
    both = [*zip(finding.missing, finding.missing_fr, strict=False)]
    both += [(q, "") for q in finding.missing[len(both) :]]
    return tuple(dict.fromkeys(reasons.told(en, fr, words) for en, fr in both))


def _exemptions(found: Sequence[Exemption], words: Wording) -> tuple[ExemptionView, ...]:
    return tuple(
        dict.fromkeys(ExemptionView(e.provision, reasons.told(e.condition, e.condition_fr, words)) for e in found)
    )


def _link(finding: Finding, desk: Desk) -> str:
    voices = naming.speakers(finding.legal_link_speakers, desk.run.names, desk.words)
    key = f"link.{finding.legal_link_by.value}"
    if voices and desk.words.has(f"{key}.who"):
        return desk.words.say(f"{key}.who", who=desk.words.listing([v.name for v in voices]))
    return desk.words.say(key)
