"""The rule table (typology 5.2): from status, force, elements, signal and binding to one of nine labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

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
    Status,
)

REPORTED = (Status.ASSERTED, Status.ALLEGED)


@dataclass(frozen=True, slots=True)
class Case:
    """The inputs of the rule table for one claim and one provision.

    ``match``: ``none``, ``wrong``, ``weak``, ``one_missing`` or ``full``. ``open`` names the missing elements.
    ``later`` says that a plan's own day falls where the rule binds; ``differs`` that an unknown day would decide.
    """

    status: Status
    force: Force
    match: str
    signal: Signal = Signal.NONE
    hortatory: bool = False
    modality: int = 3
    open: tuple[str, ...] = ()
    source_names_rule: bool = False
    future: bool = False
    voiced: bool = True
    constant: bool = False
    sure_part: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: the first whose test holds gives the label."""

    name: str
    holds: Callable[[Case], bool]
    label: Label
    reason: str
    reason_fr: str


def _open_only(case: Case, *names: str) -> bool:
    return set(case.open) <= set(names)


RULES: tuple[Rule, ...] = (
    Rule("R1", lambda c: c.match == "none", Label.NO_PROVISION, "No Council rule in these tables covers this conduct.", "Aucune règle du Conseil dans ces tables ne couvre ces faits."),
    Rule("R2", lambda c: c.match == "wrong", Label.NO_PROVISION, "The rule runs the other way, or concerns another thing, person or place.", "La règle vise l’autre sens, ou une autre chose, personne ou région."),
    Rule("R3", lambda c: c.match == "weak" and not c.source_names_rule, Label.INSUFFICIENT, "Too little is stated to compare with a rule.", "Trop peu est dit pour comparer avec une règle."),
    Rule("R4", lambda c: c.status is Status.DENIED, Label.DENIED, "The text carries only a denial.", "Le texte ne contient qu’un démenti."),
    Rule("R5", lambda c: c.force is Force.NO, Label.NOT_IN_FORCE, "The rule had ended, or had not begun, on the day of the conduct.", "La règle avait pris fin, ou n’avait pas commencé, le jour des faits."),
    Rule("R6", lambda c: c.signal is Signal.COMPLIANCE, Label.PERMITTED, "The text presents the duty as carried out; nobody verified it.", "Le texte présente l’obligation comme exécutée ; nul ne l’a vérifié."),
    Rule("R7", lambda c: c.signal is Signal.EXEMPT_GRANTED, Label.PERMITTED, "The text presents it as authorised; nobody verified it.", "Le texte le présente comme autorisé ; nul ne l’a vérifié."),
    Rule("R8", lambda c: c.signal is Signal.CAP_UNDER, Label.PERMITTED, "The total stated stays within the ceiling.", "Le total indiqué reste sous le plafond."),
    Rule("R9", lambda c: c.hortatory, Label.NOT_BINDING, "The Council asked, or named a ground for listing; it laid down no duty.", "Le Conseil a demandé, ou énoncé un motif d’inscription ; il n’a pas obligé."),
    Rule("R10", lambda c: c.force is Force.DISPUTED, Label.POSSIBLE_VIOLATION, "States dispute whether the rule applies; both readings are shown.", "Des États contestent que la règle s’applique ; les deux lectures sont données."),
    Rule("R10b", lambda c: c.force is Force.UNCONFIRMED, Label.POSSIBLE_VIOLATION, "These tables have not seen the rule renewed after the day shown.", "Ces tables n’ont pas vu la règle reconduite après le jour indiqué."),
    Rule("R11b", lambda c: c.force is Force.PARTLY and not c.sure_part, Label.POSSIBLE_VIOLATION, "The days of the conduct straddle a change of the law.", "Les jours des faits chevauchent un changement du droit."),
    Rule("R11", lambda c: c.force is Force.UNKNOWN and not c.constant, Label.POSSIBLE_VIOLATION, "The day of the conduct decides, and the text does not give it.", "Le jour des faits décide, et le texte ne le donne pas."),
    Rule("R12", lambda c: c.signal in (Signal.EXEMPT_CLAIMED, Signal.CAP_UNKNOWN), Label.POSSIBLE_VIOLATION, "An exemption or a ceiling may make it lawful.", "Une dérogation ou un plafond peut le rendre licite."),
    Rule("R13", lambda c: c.status is Status.PLANNED and (c.match == "full" or _open_only(c, "date", "quantity")), Label.PROSPECTIVE_VIOLATION, "Announced, not yet done; it would fall under the rule.", "Annoncé, non encore réalisé ; cela relèverait de la règle."),
    Rule("R14", lambda c: c.status is Status.PLANNED, Label.POSSIBLE_VIOLATION, "A plan with an element still open.", "Un projet dont un élément reste ouvert."),
    Rule("R15", lambda c: c.status is Status.HYPOTHETICAL and c.future and c.voiced and c.match == "full", Label.PROSPECTIVE_VIOLATION, "Described as a possibility; it would fall under the rule.", "Décrit comme une possibilité ; cela relèverait de la règle."),
    Rule("R16", lambda c: c.status is Status.HYPOTHETICAL, Label.POSSIBLE_VIOLATION, "Raised as a question or a fear, not as a report.", "Soulevé comme question ou crainte, non rapporté."),
    Rule("R17", lambda c: c.status in REPORTED and c.modality <= 1, Label.POSSIBLE_VIOLATION, "A rumour or a weak inference.", "Une rumeur ou une déduction fragile."),
    Rule("R18", lambda c: c.status in REPORTED and c.match in ("one_missing", "weak"), Label.POSSIBLE_VIOLATION, "One element remains to be established.", "Un élément reste à établir."),
    Rule("R19", lambda c: c.status in REPORTED and c.match == "full", Label.ALLEGED_VIOLATION, "The text reports conduct that meets every element of a rule in force.", "Le texte rapporte des faits qui remplissent chaque élément d’une règle en vigueur."),
    Rule("R20", lambda c: True, Label.POSSIBLE_VIOLATION, "No other rule settles it.", "Aucune autre règle ne tranche."),
)  # fmt: skip
"""In order; the first that holds wins."""

_EXEMPT = Rule("R2e", lambda c: False, Label.PERMITTED, "The rule exempts this recipient; nobody verified the delivery.", "La règle excepte ce destinataire ; nul n’a vérifié la livraison.")  # fmt: skip

NEVER_MATCHED = 90
"""A provision ranked here or beyond is kept in the tables for reading and never gives a label."""

ORDER = (
    Label.ALLEGED_VIOLATION, Label.PROSPECTIVE_VIOLATION, Label.POSSIBLE_VIOLATION, Label.DENIED, Label.PERMITTED,
    Label.NOT_BINDING, Label.NOT_IN_FORCE, Label.INSUFFICIENT, Label.NO_PROVISION,
)  # fmt: skip
"""Strongest first: the headline of a claim is the strongest of its provisions."""


def decide(case: Case) -> Rule:
    """The first row of the table that holds for a case; the last always does."""
    return next(rule for rule in RULES if rule.holds(case))


def case_of(claim: Claim, match: Match) -> Case:
    """The inputs of the table for a claim held against one provision."""
    missing = match.in_state(ElementState.MISSING)
    wrong = match.in_state(ElementState.CONTRADICTED)
    if wrong:
        grade = "wrong"
    else:
        grade = "full" if not missing else "one_missing" if len(missing) == 1 else "weak"
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
        hortatory=match.provision.is_hortatory or match.provision.kind is Kind.LISTING_GROUND or match.provision.binding == "listing_ground",
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
        max(0, (min(period.last_day, one.last_day or period.last_day) - max(period.first_day, one.first_day)).days + 1)
        for one in provision.periods
    )
    return inside * 2 > (period.last_day - period.first_day).days + 1


def assess(claim: Claim, matches: tuple[Match, ...], exemptions: Callable[[Provision, Period], tuple[Exemption, ...]]) -> Finding:
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
    kept = tuple(one for one in roles if one.match.role is not Role.CONSIDERED) + tuple(
        one for one in roles if one.match.role is Role.CONSIDERED
    )[:6]
    return _finding(claim, best.label, rule, kept, primary, exemptions)


def _judged(claim: Claim, match: Match) -> tuple[Assessed, Rule]:
    case = case_of(claim, match)
    rule = decide(case)
    if rule.name == "R2" and _only_exempt(match):
        rule = _EXEMPT if match.force.force is not Force.NO else next(r for r in RULES if r.name == "R5")
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
    return (_distance(claim, match.provision) if match.force.force is Force.NO else 0, place, match.provision.rank, -match.score)


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
    if partner and one.match.provision.id == partner and one.match.provision.activity == best.match.provision.activity and one.label is best.label:
        return Role.PRIMARY
    if one.label.flagged and one.match.provision.rank <= 60:
        return Role.SUPPORTING
    return Role.CONSIDERED


def _finding(
    claim: Claim, label: Label, rule: Rule, assessed: tuple[Assessed, ...], primary: Assessed | None,
    exemptions: Callable[[Provision, Period], tuple[Exemption, ...]],
) -> Finding:  # fmt: skip
    missing = primary.match.in_state(ElementState.MISSING) if primary is not None else ()
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
        missing=tuple(reason.question or reason.sentence for reason in missing),
        missing_fr=tuple(reason.question_fr or reason.sentence_fr for reason in missing),
        exemptions=exemptions(primary.match.provision, claim.period) if primary is not None and label.flagged else (),
        assessed=assessed,
    )


def _legal_link(claim: Claim) -> tuple[LegalLink, tuple[Speaker, ...]]:
    if claim.verdict_by:
        return LegalLink.SOURCE, claim.verdict_by
    return (LegalLink.ARTICLE, ()) if claim.verdict_in_text else (LegalLink.TOOL, ())


def _certainty(claim: Claim, label: Label) -> Certainty:
    """How sure the reading is (not whether the conduct happened): who was named how, and how plainly."""
    guessed = [one for one in (claim.giver, claim.taker) if one is not None and one.how in ("anaphora", "origin", "context", "epithet", "fuzzy")]
    if claim.modality <= 1 or len(guessed) > 1 or "direction:unknown" in claim.facts:
        return Certainty.LOW
    if guessed or claim.modality == 2 or "use" in claim.facts or label is Label.INSUFFICIENT:
        return Certainty.MEDIUM
    return Certainty.HIGH
