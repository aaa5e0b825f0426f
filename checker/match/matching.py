"""All candidate provisions of a claim, scored; elements decide, the score only orders."""

from __future__ import annotations

from checker.match.elements import applies, compare_counterparty, compare_element, compare_party
from checker.match.weights import WEIGHTS
from checker.model import (
    Applicable,
    Claim,
    ElementState,
    Force,
    ForceAnswer,
    Kind,
    Match,
    Provision,
    Reason,
    Role,
)
from checker.reference import Reference

_MAX_CONSIDERED = 40


def match_claim(claim: Claim, reference: Reference) -> tuple[Match, ...]:
    """The provisions with the claim's activities whose target stands where the rule puts it, best first.

    Rules and listing grounds are held; those aimed at somebody else are left out, as they would say nothing.
    """
    found: list[tuple[tuple[float, ...], Match]] = []
    parties = [one for one in (claim.giver, claim.taker, claim.actor) if one is not None]
    ends = {one.id for one in parties} | {one.organ for one in parties if one.organ}
    for order, activity in enumerate((*claim.activities, *_seen_from_the_taker(claim, reference))):
        for provision in reference.aimed_at(activity, ends):
            party = compare_party(claim, provision, reference)
            if party.element is not ElementState.MET and not (
                party.element is ElementState.MISSING and _anchored(claim, provision)
            ):
                continue
            applicable = Applicable(provision, reference.force(provision, claim.period))
            match = _match(claim, applicable, party, reference)
            found.append(((order, applicable.provision.rank, -match.score), match))
    found.sort(key=lambda entry: entry[0])
    return tuple(match for _, match in found[:_MAX_CONSIDERED])


def _seen_from_the_taker(claim: Claim, reference: Reference) -> tuple[str, ...]:
    """Arms named from the giver's side only are arms for the taker too, where a rule leaves open who received them there."""
    if claim.taker is None or "arms_export" not in claim.activities or "arms_import" in claim.activities:
        return ()
    rules = reference.aimed_at("arms_import", {claim.taker.id})
    left_open = any(
        one.test == "taker_known" and claim.taker.id in one.values for rule in rules for one in rule.elements
    )
    return ("arms_import",) if left_open else ()


def _anchored(claim: Claim, provision: Provision) -> bool:
    """A rule is worth showing without its target named only when the text places the conduct on its ground."""
    wanted = {value for element in provision.elements if element.test == "place_in" for value in element.values}
    return bool(wanted & set(claim.places))


def _match(claim: Claim, applicable: Applicable, party: Reason, reference: Reference) -> Match:
    provision = applicable.provision
    reasons = [party]
    counterparty = compare_counterparty(claim, provision)
    if counterparty is not None:
        reasons.append(counterparty)
    for element in provision.elements:
        if applies(element, claim.period):
            reasons.append(compare_element(element, claim, provision, reference))
    if "direction:unknown" in claim.facts:
        reasons.append(_direction())
    if "conduct:unstated" in claim.facts:
        reasons.append(_conduct())
    force = _force(claim, applicable.force)
    reasons.append(_date(claim, force))
    return Match(provision, force, Role.CONSIDERED, _score(reasons), tuple(reasons), bound_parties(claim, provision, reference))


def _direction() -> Reason:
    return Reason(
        "direction",
        ElementState.MISSING,
        0.0,
        "The text speaks of a deal and does not say which way the goods go.",
        "Le texte parle d’un accord sans dire dans quel sens vont les biens.",
        question="Who supplies, and who receives?",
        question_fr="Qui fournit, et qui reçoit ?",
    )


def _conduct() -> Reason:
    return Reason(
        "conduct",
        ElementState.MISSING,
        0.0,
        "The text says that the rule was broken and not by what conduct.",
        "Le texte dit que la règle a été enfreinte, sans dire par quels faits.",
        question="What was done, when, and with what goods?",
        question_fr="Qu’a-t-il été fait, quand, et avec quels biens ?",
    )


def _force(claim: Claim, answer: ForceAnswer) -> ForceAnswer:
    """Without any usable day a rule that changed within the possible days gives ``unknown``."""
    if claim.period.basis == "unknown" and answer.force is Force.PARTLY:
        return ForceAnswer(Force.UNKNOWN, answer.why, answer.day, answer.readings, answer.why_fr)
    return answer


def _date(claim: Claim, force: ForceAnswer) -> Reason:
    period = claim.period
    days = (
        str(period.first_day) if period.first_day == period.last_day else f"{period.first_day} to {period.last_day}"
    )
    if force.force is Force.NO:
        return Reason(
            "date",
            ElementState.MET,
            0.0,
            f"On the days of the conduct ({days}) the rule did not bind: {force.why}.",
            f"Aux jours des faits ({days}), la règle ne liait pas : {force.why_fr or force.why}.",
        )
    word = {
        Force.YES: "bound",
        Force.DISPUTED: "is disputed",
        Force.UNCONFIRMED: "is unconfirmed",
        Force.PARTLY: "bound on a part of these days",
        Force.UNKNOWN: "may or may not have bound",
    }[force.force]
    mot = {
        Force.YES: "liait",
        Force.DISPUTED: "est contestée",
        Force.UNCONFIRMED: "n’est pas confirmée",
        Force.PARTLY: "liait une partie de ces jours",
        Force.UNKNOWN: "liait peut-être",
    }[force.force]
    return Reason(
        "date",
        ElementState.MET,
        100.0 if force.force is Force.YES else 50.0,
        f"On the days of the conduct ({days}, {period.basis}) the rule {word}.",
        f"Aux jours des faits ({days}, {period.basis}), la règle {mot}.",
    )


def _score(reasons: list[Reason]) -> float:
    total = WEIGHTS["activity"]
    got = WEIGHTS["activity"]
    for reason in reasons:
        weight = WEIGHTS.get(reason.name, WEIGHTS["other"])
        total += weight
        got += weight * reason.score / 100.0 if reason.element is ElementState.MET else 0.0
    return round(100.0 * got / total, 1)


def bound_parties(claim: Claim, provision: Provision, reference: Reference) -> tuple[str, ...]:
    """Which of the claim's parties the provision binds, by role (typology 5.5b): actor ids, never a person.

    A rule for every Member State binds no armed group or firm; those are bound where it names them or aims at them.

    In occupied territory the host is the State that exercises control, which is the taker the reader already put there.
    """
    ids: list[str] = []
    states = [one for one in (claim.giver, claim.taker) if one is not None]
    for role in provision.bound:
        if role.startswith("party:"):
            ids.extend(one.id for one in states if one.id == role.removeprefix("party:"))
        elif role in ("both", "all_member_states"):
            targets_only = role == "all_member_states"
            ids.extend(
                one.id
                for one in states
                if not targets_only or one.id not in provision.targets or provision.direction != "within"
            )
        elif role == "target":
            ids.extend(one.id for one in states if one.id in provision.targets)
        elif role in ("host_state", "port_state", "bank_state"):
            ids.extend(one.id for one in (claim.taker,) if one is not None and one.id not in provision.targets)
        elif role in ("supplier_state", "flag_state", "regional_states"):
            ids.extend(one.id for one in states if one.id not in provision.targets)
        elif role == "armed_groups":
            ids.extend(one.id for one in states if one.id in provision.targets)
    if provision.kind is Kind.PROHIBITION and not ids and "all_member_states" in provision.bound:
        ids.extend(one.id for one in states)
    may_be = {role.removeprefix("party:") for role in provision.bound}
    if {"both", "target", "armed_groups"} & may_be:
        may_be |= set(provision.targets)
    return tuple(dict.fromkeys(i for i in ids if i in may_be or _is_state(i, reference)))


def _is_state(actor: str, reference: Reference) -> bool:
    return actor not in reference.actors or reference.actors[actor].kind == "state"
