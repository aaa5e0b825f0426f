"""A result -> what is kept of its document for the affairs of a run: its accounts, and a sketch in place of its text."""

from __future__ import annotations

from checker import fingerprints
from checker.affair import Account, Telling
from checker.affairs.conduct import IsA, narrowest
from checker.affairs.sketches import sketch
from checker.affairs.sources import agencies, names_in
from checker.affairs.vessels import ships_of
from checker.lexicon import Lexicon
from checker.model import Finding, Result, Role, Signal
from checker.views.naming import activity_of


def telling(result: Result, lexicon: Lexicon, is_a: IsA) -> Telling | None:
    """The document with its accounts; None for one without a claim, of which nothing is kept."""
    document = result.document
    if result.error or not result.findings:
        return None
    ships = ships_of(document, (one.claim for one in result.findings), lexicon)
    drawn = sketch(document)
    return Telling(
        id=document.id,
        source=document.source,
        title=document.title,
        outlet=document.outlet,
        language=document.language,
        published=document.published,
        accounts=tuple(_account(one, result, ships.get(one.claim.id, ()), is_a) for one in result.findings),
        sketch=drawn.hashes,
        size=drawn.size,
        agencies=agencies(document),
        named=names_in(document),
    )


def _account(finding: Finding, result: Result, ships: tuple[str, ...], is_a: IsA) -> Account:
    claim = finding.claim
    primary = next((one.match.provision for one in finding.assessed if one.match.role is Role.PRIMARY), None)
    return Account(
        document=result.document.id,
        claim=claim.id,
        activity=activity_of(finding),
        giver=claim.giver,
        taker=claim.taker,
        items=narrowest(tuple(sorted({item.id for item in claim.items if item.id})), is_a),
        period=claim.period,
        published=result.document.published,
        label=finding.label,
        status=claim.status,
        compliant=claim.signal is Signal.COMPLIANCE,
        regime=primary.regime if primary is not None else "",
        places=tuple(sorted(claim.places)),
        ships=ships,
        quantity=claim.quantity,
        speakers=claim.speakers,
        denied_by=claim.denied_by,
        anchor=fingerprints.anchor(claim.evidence[0].exact) if claim.evidence else "",
    )
