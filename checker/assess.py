"""From the matches of a claim to its finding: the rule table asked for each provision, the strongest label kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from checker.model import (
    Assessed,
    Certainty,
    Claim,
    ElementState,
    Exemption,
    Finding,
    Force,
    Kind,
    Label,
    LegalLink,
    Match,
    Period,
    Provision,
    Role,
    Signal,
    Speaker,
)
from checker.rule_table import EXEMPT_RECIPIENT, RULES, Case, Rule, decide

_MAY_LEAD = 20
"""From this rank on a provision is cited beside others; it leads only when no better one has the label."""

NEVER_MATCHED = 90
"""A provision ranked here or beyond is kept in the tables for reading and never gives a label."""

ORDER = (
    Label.ALLEGED_VIOLATION,
    Label.PROSPECTIVE_VIOLATION,
    Label.POSSIBLE_VIOLATION,
    Label.DENIED,
    Label.PERMITTED,
    Label.NOT_BINDING,
    Label.NOT_IN_FORCE,
    Label.INSUFFICIENT,
    Label.NO_PROVISION,
)
"""Strongest first: the headline of a claim is the strongest of its provisions."""


_ARRIVED = "Did the goods arrive? The source leaves that open."
_ARRIVED_FR = "Les biens sont-ils arrivés ? La source le laisse ouvert."


def case_of(claim: Claim, match: Match) -> Case:
    """The inputs of the table for a claim held against one provision."""
    missing = match.in_state(ElementState.MISSING)
    wrong = match.in_state(ElementState.CONTRADICTED)
    grade = "wrong" if wrong else "full" if not missing else "one_missing" if len(missing) == 1 else "weak"
    signal = claim.signal
    if match.provision.kind is Kind.CAP and signal is Signal.NONE:
        signal = Signal.CAP_UNKNOWN
    if match.provision.kind is not Kind.CAP and signal in (Signal.CAP_OVER, Signal.CAP_UNDER):
        signal = Signal.NONE
    return Case(
        status=claim.status,
        force=match.force.force,
        match=grade,
        signal=signal,
        hortatory=match.provision.is_hortatory
        or match.provision.kind is Kind.LISTING_GROUND
        or match.provision.binding == "listing_ground",
        modality=claim.modality,
        open=tuple(reason.name for reason in missing),
        source_names_rule=bool(claim.verdict_by) or claim.verdict_in_text,
        future=any("future" in statement.notes for statement in claim.statements),
        voiced=bool(claim.speakers),
        sure_part=_surely_in(claim.period, match.provision),
    )


def _surely_in(period: Period, provision: Provision) -> bool:
    """A stated stretch that reaches well into the rule's days certainly has a part in force (T3)."""
    if period.basis in ("assumed", "unknown"):
        return False
    inside = sum(
        max(
            0, (min(period.last_day, one.last_day or period.last_day) - max(period.first_day, one.first_day)).days + 1
        )
        for one in provision.periods
    )
    return inside * 2 > (period.last_day - period.first_day).days + 1


def assess(
    claim: Claim, matches: tuple[Match, ...], exemptions: Callable[[Provision, Period], tuple[Exemption, ...]]
) -> Finding:
    """The finding of a claim: the strongest label of its provisions, with what gave it and what is missing."""
    judged = [_judged(claim, match) for match in matches if match.provision.rank < NEVER_MATCHED]
    if not judged:
        rule = decide(Case(claim.status, Force.NO, "none"))
        return _finding(claim, rule.label, rule, (), None, exemptions)
    judged = _exemption_prevails(claim, judged)
    ranked = sorted(judged, key=lambda one: (ORDER.index(one[0].label), _order(claim, one[0].match)))
    best, rule = ranked[0]
    roles = tuple(replace(one, match=replace(one.match, role=_role(one, best, judged))) for one, _ in ranked)
    primary = next(one for one in roles if one.match.role is Role.PRIMARY)
    kept = (
        tuple(one for one in roles if one.match.role is not Role.CONSIDERED)
        + tuple(one for one in roles if one.match.role is Role.CONSIDERED)[:6]
    )
    return _finding(claim, best.label, rule, kept, primary, exemptions)


def _judged(claim: Claim, match: Match) -> tuple[Assessed, Rule]:
    case = case_of(claim, match)
    rule = decide(case)
    if rule.name == "R2" and _only_exempt(match):
        rule = EXEMPT_RECIPIENT if match.force.force is not Force.NO else next(r for r in RULES if r.name == "R5")
    return Assessed(match, rule.label, rule.name), rule


def _only_exempt(match: Match) -> bool:
    wrong = match.in_state(ElementState.CONTRADICTED)
    return bool(wrong) and all(reason.name == "recipient" for reason in wrong)


def _exemption_prevails(claim: Claim, judged: list[tuple[Assessed, Rule]]) -> list[tuple[Assessed, Rule]]:
    if claim.signal is not Signal.EXEMPT_GRANTED:
        return judged
    permitted = [one for one in judged if one[0].label is Label.PERMITTED]
    return permitted or judged


def _order(claim: Claim, match: Match) -> tuple[float, ...]:
    """Among provisions with the same label: the claim's first activity, the rank, then how near the rule's days are."""
    code = match.provision.activity
    place = claim.activities.index(code) if code in claim.activities else len(claim.activities)
    return (
        match.provision.rank >= _MAY_LEAD,
        _distance(claim, match.provision) if match.force.force is Force.NO else 0,
        place,
        len(match.in_state(ElementState.MISSING)),
        match.provision.rank,
        -match.score,
    )


def _distance(claim: Claim, provision: Provision) -> int:
    gaps = []
    for one in provision.periods:
        if one.first_day > claim.period.last_day:
            gaps.append((one.first_day - claim.period.last_day).days * 2)
        elif one.last_day is not None and one.last_day < claim.period.first_day:
            gaps.append((claim.period.first_day - one.last_day).days)
        else:
            gaps.append(0)
    return min(gaps, default=0)


def _role(one: Assessed, best: Assessed, judged: list[tuple[Assessed, Rule]]) -> Role:
    if one.match.provision == best.match.provision:
        return Role.PRIMARY
    partner = best.match.provision.partner
    if (
        partner
        and one.match.provision.id == partner
        and one.match.provision.activity == best.match.provision.activity
        and one.label is best.label
    ):
        return Role.PRIMARY
    if one.label.flagged and one.match.provision.rank <= 60:
        return Role.SUPPORTING
    return Role.CONSIDERED


def _finding(
    claim: Claim,
    label: Label,
    rule: Rule,
    assessed: tuple[Assessed, ...],
    primary: Assessed | None,
    exemptions: Callable[[Provision, Period], tuple[Exemption, ...]],
) -> Finding:
    missing = primary.match.in_state(ElementState.MISSING) if primary is not None else ()
    left_open = "receipt:open" in claim.facts and label.flagged
    link, who = _legal_link(claim)
    return Finding(
        claim=claim,
        label=label,
        rule=rule.name,
        certainty=_certainty(claim, label),
        rationale=rule.reason,
        rationale_fr=rule.reason_fr,
        legal_link_by=link,
        legal_link_speakers=who,
        missing=(*(r.question or r.sentence for r in missing), *((_ARRIVED,) if left_open else ())),
        missing_fr=(*(r.question_fr or r.sentence_fr for r in missing), *((_ARRIVED_FR,) if left_open else ())),
        exemptions=exemptions(primary.match.provision, claim.period) if primary is not None and label.flagged else (),
        assessed=assessed,
    )


def _legal_link(claim: Claim) -> tuple[LegalLink, tuple[Speaker, ...]]:
    if claim.verdict_by:
        return LegalLink.SOURCE, claim.verdict_by
    return (LegalLink.ARTICLE, ()) if claim.verdict_in_text else (LegalLink.TOOL, ())


def _certainty(claim: Claim, label: Label) -> Certainty:
    """How sure the reading is (not whether the conduct happened): who was named how, and how plainly."""
    guessed = [
        one
        for one in (claim.giver, claim.taker)
        if one is not None and one.how in ("anaphora", "origin", "context", "epithet", "fuzzy")
    ]
    if claim.modality <= 1 or len(guessed) > 1 or "direction:unknown" in claim.facts:
        return Certainty.LOW
    if guessed or claim.modality == 2 or "use" in claim.facts or label is Label.INSUFFICIENT:
        return Certainty.MEDIUM
    return Certainty.HIGH
