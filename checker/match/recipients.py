"""Recipients on whom the law turns: bodies exempt, outright or on terms, and a country whose name leaves them open."""

from __future__ import annotations

from checker.extract.unmet_terms import TERMS_UNMET
from checker.model import Claim, Element, ElementState, Party, Reason
from checker.reference import Reference


def compare_terms(element: Element, claim: Claim, reference: Reference) -> Reason:
    """Open while the text says that a body the rule exempts on terms was supplied, and not whether the terms were kept.

    A State named without a body of its own may be its territory, so that it alone opens nothing.
    """
    taker = claim.taker
    if taker is None or not _is_such_a_body(taker, element):
        return Reason(
            element.name,
            ElementState.MET,
            100.0,
            "The recipient is not one that the rule lets be supplied on terms.",
            "Le destinataire n’est pas de ceux que la règle laisse fournir sous conditions.",
            taker.text if taker is not None else "",
        )
    named = reference.actors[taker.id]
    if TERMS_UNMET in claim.facts or claim.verdict_by or claim.verdict_in_text:
        return Reason(
            element.name,
            ElementState.MET,
            100.0,
            f"{named.name} could be supplied on terms; the text says that they were not kept.",
            f"{named.name_fr} pouvait être fourni sous conditions ; le texte dit qu’elles n’ont pas été respectées.",
            taker.text,
        )
    return Reason(
        element.name,
        ElementState.MISSING,
        0.0,
        f"{named.name} (“{taker.text}”) could be supplied on terms; the text does not say whether they were kept.",
        f"{named.name_fr} (« {taker.text} ») pouvait être fourni sous conditions ; le texte ne dit pas si elles l’ont été.",
        taker.text,
        "",
        element.question,
        element.question_fr,
    )


def compare_body(element: Element, claim: Claim, reference: Reference) -> Reason:
    """Contradicted where a body of the State received it, which the rule exempts while it keeps goods out of the country."""
    taker = claim.taker
    if taker is None or not _is_such_a_body(taker, element):
        return Reason(
            element.name,
            ElementState.MET,
            100.0,
            "The text names no exempt body as recipient.",
            "Le texte ne nomme pas d’organe excepté comme destinataire.",
            taker.text if taker is not None else "",
        )
    return Reason(
        element.name,
        ElementState.CONTRADICTED,
        0.0,
        f"“{taker.text}” is a body that the rule exempts.",
        f"« {taker.text} » est un organe que la règle excepte.",
        taker.text,
    )


def compare_known(element: Element, claim: Claim, reference: Reference) -> Reason:
    """Open while the goods went to a country, by name alone, in which the rule is aimed at some and not at the State.

    A body of the State, its capital, its leader and a port stand for the State, at which the rule is not aimed.
    """
    taker = claim.taker
    if taker is None or taker.id not in element.values:
        return Reason(
            element.name,
            ElementState.MET,
            100.0,
            "The text says who received it.",
            "Le texte dit qui l’a reçu.",
            taker.text if taker is not None else "",
        )
    named = reference.actors[taker.id]
    if taker.organ or taker.how not in _BY_NAME:
        return Reason(
            element.name,
            ElementState.CONTRADICTED,
            0.0,
            f"“{taker.text}” stands for the State; the rule is aimed at others there.",
            f"« {taker.text} » désigne l’État ; la règle y vise d’autres que lui.",
            taker.text,
        )
    return Reason(
        element.name,
        ElementState.MISSING,
        0.0,
        f"The text says that it went to {named.name}, and not to whom there.",
        f"Le texte dit que cela est allé au pays ({named.name_fr}), sans dire à qui.",
        taker.text,
        "",
        element.question,
        element.question_fr,
    )


_BY_NAME = ("name", "origin", "context", "anaphora")
_BODIES = ("arm", "force", "milita", "gouvern", "govern", "polic", "gendarm", "soldi", "soldat", "troop", "troupe", "nav", "marine",
           "guard", "garde", "minist", "secur", "sécur", "intelligence", "renseign", "command", "battalion", "bataillon", "regiment",
           "régiment", "offic", "recru", "cadet", "pilot")  # fmt: skip


def _is_such_a_body(taker: Party, element: Element) -> bool:
    return taker.organ in element.values or (taker.id in element.values and taker.organ.lower().startswith(_BODIES))
