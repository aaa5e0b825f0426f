"""The element "on the list": what the text says of it, else what the tables hold of the party and its days."""

from __future__ import annotations

from checker.listings import Listed, first_known
from checker.model import Claim, Element, ElementState, Listing, Party, Provision, Reason
from checker.reference import Reference

_ENDS = {"listed:giver": "giver", "listed:taker": "taker", "listed:person": "giver"}


def listed_party(element: Element, claim: Claim, provision: Provision, reference: Reference) -> Reason | None:
    """Whether the party that an element speaks of stood on the list; None where nothing is held of it."""
    ends = dict.fromkeys(_ENDS[value] for value in element.values if value in _ENDS)
    for one in (claim.giver if end == "giver" else claim.taker for end in ends):
        if one is None:
            continue
        for name in filter(None, (one.organ, one.id)):
            found = reference.listed(name, provision.regime, claim.period)
            if found.row is not None:
                return _reason(element, one, name, found.listed, found.row, reference)
    return None


def _reason(element: Element, one: Party, name: str, answer: Listed, row: Listing, reference: Reference) -> Reason:
    actor = reference.actors[name]
    first = first_known(row)
    seen = f" (seen there on {row.seen[-1]})" if row.seen and row.last_day is None else ""
    vu = f" (vu le {row.seen[-1]})" if row.seen and row.last_day is None else ""
    if answer is Listed.YES:
        return Reason(
            element.name,
            ElementState.MET,
            100.0,
            f"{actor.name} has stood on the UN list since {first}{seen}.",
            f"{actor.name_fr} : sur la liste de l’ONU depuis le {first}{vu}.",
            one.text,
        )
    # persons or firms of it may have stood there all the same: an entry of its own is not all that a list holds
    sentence, phrase = (
        (
            f"{actor.name} itself came on the UN list on {first}.",
            f"{actor.name_fr} : sur la liste de l’ONU le {first}.",
        )
        if answer is Listed.NOT_YET
        else (
            f"{actor.name} itself was on the UN list up to {row.last_day}.",
            f"{actor.name_fr} : sur la liste de l’ONU jusqu’au {row.last_day}.",
        )
    )
    question, question_fr = element.question or sentence, element.question_fr or phrase
    return Reason(
        element.name,
        ElementState.MISSING,
        0.0,
        sentence,
        phrase,
        one.text,
        question=question,
        question_fr=question_fr,
    )
