"""One element of a provision against a claim: met, missing or contradicted, with the reason in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from checker.match.listed import listed_party
from checker.match.recipients import compare_body, compare_known, compare_terms
from checker.match.weights import HOW_SCORES, WORDS_CUT_OFF
from checker.model import Claim, Direction, Element, ElementState, Kind, Party, Period, Provision, Reason, Signal
from checker.reference import Reference

MET, MISSING, CONTRADICTED = ElementState.MET, ElementState.MISSING, ElementState.CONTRADICTED
_ONE_SIDED = frozenset(
    {
        "ballistic_missile_launch",
        "nuclear_test",
        "nuclear_activity",
        "diplomatic_property",
        "cyber_theft",
        "hostilities_or_overflight",
        "armed_presence",
        "other",
    }
)


def applies(element: Element, period: Period) -> bool:
    """True when an element is required on at least one day of ``period``."""
    begins = element.first_day is None or element.first_day <= period.last_day
    ends = element.last_day is None or element.last_day >= period.first_day
    return begins and ends


def compare_party(claim: Claim, provision: Provision, reference: Reference) -> Reason:
    """Whether the side that the provision is aimed at stands where the rule puts it."""
    targets = provision.targets
    if provision.direction is Direction.FROM_TARGET:
        return _placed(claim.giver, targets, "giver", "fournisseur", reference)
    if provision.direction is Direction.TO_TARGET:
        reason = _placed(claim.taker, targets, "recipient", "destinataire", reference)
        opened = {value for one in provision.elements if one.test == "taker_known" for value in one.values}
        # a country whose name only leaves the recipient open is not one the rule is aimed at
        return replace(reason, law=", ".join([t for t in targets if t not in opened][:4])) if opened else reason
    if provision.direction is Direction.WITHIN:
        return _placed(claim.giver or claim.actor, targets, "actor", "auteur", reference)
    return _either(claim, targets, reference)


def _placed(one: Party | None, targets: Sequence[str], role: str, role_fr: str, reference: Reference) -> Reason:
    if one is None:
        return Reason(
            "party",
            MISSING,
            0.0,
            f"The text does not name the {role}.",
            f"Le texte ne nomme pas le {role_fr}.",
            question=f"Who is the {role}?",
            question_fr=f"Qui est le {role_fr} ?",
        )
    named = reference.actors[one.id]
    score = HOW_SCORES.get(one.how, 100.0)
    if one.id in targets or (one.organ and one.organ in targets):
        return Reason(
            "party",
            MET,
            score,
            f"{named.name} stands as {role}, which is the side the rule is aimed at.",
            f"{named.name_fr} : {role_fr}, le côté que vise la règle.",
            one.text,
            ", ".join(targets[:4]),
        )
    return Reason(
        "party",
        CONTRADICTED,
        0.0,
        f"{named.name} stands as {role}; the rule is aimed at somebody else there.",
        f"{named.name_fr} : {role_fr} ; la règle y vise quelqu’un d’autre.",
        one.text,
        ", ".join(targets[:4]),
    )


def _either(claim: Claim, targets: Sequence[str], reference: Reference) -> Reason:
    ends = [one for one in (claim.giver, claim.taker) if one is not None]
    hit = next((one for one in ends if one.id in targets or (one.organ and one.organ in targets)), None)
    if hit is not None:
        named = reference.actors[hit.id]
        return Reason(
            "party",
            MET,
            HOW_SCORES.get(hit.how, 100.0),
            f"{named.name} takes part, the side the rule is aimed at.",
            f"{named.name_fr} prend part : le côté que vise la règle.",
            hit.text,
        )
    if not targets:
        return Reason(
            "party", MET, 60.0, "The rule is not aimed at one side.", "La règle ne vise pas un côté en particulier."
        )
    state = MISSING if len(ends) < 2 else CONTRADICTED
    return Reason(
        "party",
        state,
        0.0,
        "None of the named parties is the side the rule is aimed at.",
        "Aucune des parties nommées n’est celle que vise la règle.",
    )


def compare_counterparty(claim: Claim, provision: Provision) -> Reason | None:
    """The other end of a flow, which a rule on a flow needs as well; None where a rule has one side only."""
    if provision.activity in _ONE_SIDED or provision.direction is Direction.WITHIN:
        return None
    if provision.kind is Kind.CAP and claim.signal is Signal.CAP_OVER:
        # above the year's ceiling it is the sum of all deliveries that counts, whoever made them
        return None
    other, role, role_fr = (
        (claim.giver, "giver", "fournisseur")
        if provision.direction is Direction.TO_TARGET
        else (claim.taker, "recipient", "destinataire")
    )
    if provision.direction is Direction.NA:
        ends = [one for one in (claim.giver, claim.taker) if one is not None]
        if len(ends) == 2 or "agent:other" in claim.facts:
            return None
        role, role_fr, other = "other party", "autre partie", None
    if other is not None:
        return Reason(
            "counterparty",
            MET,
            HOW_SCORES.get(other.how, 100.0),
            f"The {role} is named: {other.name}.",
            f"L’autre extrémité est nommée : {other.name}.",
            other.text,
        )
    if "agent:other" in claim.facts:
        return Reason(
            "counterparty",
            MET,
            60.0,
            f"The {role} is a firm, a ship or a person that the text describes.",
            "L’autre extrémité est une firme, un navire ou une personne que le texte décrit.",
        )
    return Reason(
        "counterparty",
        MISSING,
        0.0,
        f"The text does not say who the {role} is.",
        f"Le texte ne dit pas qui est l’autre extrémité ({role_fr}).",
        question=f"Who is the {role}?",
        question_fr=f"Qui est le {role_fr} ?",
    )


def compare_element(element: Element, claim: Claim, provision: Provision, reference: Reference) -> Reason:
    """One row of the element table against a claim."""
    if element.test == "item_in":
        return _items(element, claim, provision, reference)
    if element.test in ("giver_in", "taker_in", "taker_not_in"):
        return _member(element, claim, reference)
    if element.test == "terms_for":
        return compare_terms(element, claim, reference)
    if element.test == "body_not_in":
        return compare_body(element, claim, reference)
    if element.test == "taker_known":
        return compare_known(element, claim, reference)
    if element.test == "place_in":
        return _place(element, claim, reference)
    return _fact(element, claim, provision, reference)


def _items(element: Element, claim: Claim, provision: Provision, reference: Reference) -> Reason:
    law = ", ".join(reference.items[v].name if v in reference.items else v for v in element.values[:5])
    law_fr = ", ".join(reference.items[v].name_fr if v in reference.items else v for v in element.values[:5])
    for item in claim.items:
        hit = next((value for value in element.values if reference.is_a(item.id, value)), "")
        if hit:
            score = 100.0 if _same_words(item.text.lower(), reference.items[hit].name.lower()) else 90.0
            return Reason(
                element.name,
                MET,
                score,
                f"“{item.text}” falls under {reference.items[hit].name}.",
                f"« {item.text} » relève de : {reference.items[hit].name_fr}.",
                item.text,
                law,
            )
    if not claim.items:
        return _missing(
            element,
            f"The text names no thing; the rule needs {law}.",
            f"Le texte ne nomme aucun objet ; la règle vise {law_fr}.",
            law=law,
        )
    broader = next((item for item in claim.items for value in element.values if reference.is_a(value, item.id)), None)
    if broader is not None:
        return _missing(
            element,
            f"“{broader.text}” does not say whether it is one of: {law}.",
            f"« {broader.text} » ne dit pas s’il s’agit de : {law_fr}.",
            broader.text,
            law,
        )
    said = ", ".join(item.text for item in claim.items)
    return Reason(
        element.name,
        CONTRADICTED,
        0.0,
        f"“{said}” is none of: {law}.",
        f"« {said} » n’est pas de ceux-ci : {law_fr}.",
        said,
        law,
    )


def _member(element: Element, claim: Claim, reference: Reference) -> Reason:
    one = claim.giver if element.test == "giver_in" else claim.taker
    if one is None:
        return _missing(element, "The text does not name this party.", "Le texte ne nomme pas cette partie.")
    inside = one.id in element.values or (bool(one.organ) and one.organ in element.values)
    name, name_fr = reference.actors[one.id].name, reference.actors[one.id].name_fr
    if element.test == "taker_not_in":
        if inside:
            return Reason(
                element.name,
                CONTRADICTED,
                0.0,
                f"{name} (“{one.text}”) is a recipient that the rule exempts.",
                f"{name_fr} (« {one.text} ») est un destinataire que la règle excepte.",
                one.text,
            )
        return Reason(
            element.name,
            MET,
            100.0,
            f"{name} is not one of the exempt recipients.",
            f"{name_fr} n’est pas un destinataire excepté.",
            one.text,
        )
    state = MET if inside else CONTRADICTED
    return Reason(
        element.name,
        state,
        100.0 if inside else 0.0,
        f"{name} is {'' if inside else 'not '}the party the rule names.",
        f"{name_fr} {'est' if inside else 'n’est pas'} la partie que nomme la règle.",
        one.text,
    )


def _place(element: Element, claim: Claim, reference: Reference) -> Reason:
    wanted = ", ".join(reference.places[v].name if v in reference.places else v for v in element.values)
    if set(claim.places) & set(element.values):
        return Reason(
            element.name,
            MET,
            100.0,
            f"The text places it in {wanted}.",
            f"Le texte le situe : {wanted}.",
            ", ".join(claim.places),
            wanted,
        )
    states = {reference.places[v].state for v in element.values if v in reference.places}
    elsewhere = [p for p in claim.places if p in reference.places and reference.places[p].state in states]
    if elsewhere:
        return Reason(
            element.name,
            CONTRADICTED,
            0.0,
            f"The text places it elsewhere; the rule covers {wanted} only.",
            f"Le texte le situe ailleurs ; la règle ne couvre que : {wanted}.",
            ", ".join(elsewhere),
            wanted,
        )
    return _missing(
        element, f"The text does not place it in {wanted}.", f"Le texte ne le situe pas : {wanted}.", law=wanted
    )


def _fact(element: Element, claim: Claim, provision: Provision, reference: Reference) -> Reason:
    hit = next((value for value in element.values if value in claim.facts), "")
    if hit:
        return Reason(element.name, MET, 100.0, f"The text states it ({hit}).", f"Le texte le dit ({hit}).", hit)
    opposite = next((value for value in element.values if f"not:{value}" in claim.facts), "")
    if opposite:
        return Reason(
            element.name,
            CONTRADICTED,
            0.0,
            f"The text says the opposite ({opposite}).",
            f"Le texte dit le contraire ({opposite}).",
            opposite,
        )
    return listed_party(element, claim, provision, reference) or _missing(
        element, "The text does not say.", "Le texte ne le dit pas."
    )


def _missing(element: Element, sentence: str, sentence_fr: str, said: str = "", law: str = "") -> Reason:
    return Reason(
        element.name,
        MISSING,
        0.0,
        sentence,
        sentence_fr,
        said,
        law,
        element.question or sentence,
        element.question_fr or sentence_fr,
    )


def _same_words(said: str, law: str) -> bool:
    """True when the words of an item are about those of the law, in whatever order."""
    said, law = " ".join(sorted(said.split())), " ".join(sorted(law.split()))
    if said == law:
        return True
    if 200 * sum((Counter(said) & Counter(law)).values()) < WORDS_CUT_OFF * (len(said) + len(law)):
        return False  # the ratio is never above the share of letters that both have
    from rapidfuzz import fuzz  # slow to import, and most words are plainly others

    return fuzz.token_sort_ratio(said, law) >= WORDS_CUT_OFF
